"""What pages and end points share: the day asked about, JSON as the command line writes it, files to keep."""

import json
from datetime import date
from typing import Any

from starlette.responses import Response

from socwork_standard.errors import InputError
from socwork_standard.text import day_of as written_day

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
"""The media type of a workbook."""


def day_of(given: str | None, where: str) -> date:
    """The day asked about; today where none is named."""
    if not given:
        return date.today()  # noqa: DTZ011 - the day at the user's place is meant
    try:
        return written_day(given)
    except ValueError:
        raise InputError(
            "{given!r} is no day.", where, "Write it as 2025-06-01 or 01.06.2025.", given=given
        ) from None


def json_text(content: Any) -> str:  # noqa: ANN401 - JSON
    """JSON as `--format json` writes it."""
    return json.dumps(content, ensure_ascii=False, indent=1, default=str) + "\n"


def json_answer(content: Any, status: int = 200) -> Response:  # noqa: ANN401 - JSON
    """An answer about a person: never kept."""
    return Response(json_text(content), status, {"Cache-Control": "no-store"}, "application/json")


def download(content: str | bytes, name: str, media: str) -> Response:
    """A file to keep."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(content, 200, headers, media)
