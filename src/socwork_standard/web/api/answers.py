"""What the end points share: their questions, their problems, ETags on the standard's data."""

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any

from fastapi import Query
from pydantic import BaseModel, ConfigDict
from starlette.requests import Request
from starlette.responses import Response

from socwork_standard.model.base import Language
from socwork_standard.version import __version__
from socwork_standard.web.answers import json_text
from socwork_standard.web.problems import KINDS
from socwork_standard.web.services import services_of

LangQuery = Annotated[
    Language | None, Query(description="kk, ru or en; else the cookie, else Accept-Language")
]
DayQuery = Annotated[
    str | None, Query(description="the day, as 2025-06-01; else today", examples=["2025-06-01"])
]


class ProblemBody(BaseModel):
    """A problem (RFC 9457): what, where, and how to mend it."""

    model_config = ConfigDict(title="Problem")

    type: str
    title: str
    status: int
    detail: str
    instance: str
    where: str | None = None
    mend: str | None = None
    errors: list[dict[str, str]] | None = None


def problems(*kinds: str) -> dict[int | str, dict[str, Any]]:
    """The problems that an end point may answer with, for its documentation."""
    found = dict.fromkeys(KINDS[kind] for kind in (*kinds, "bad-input", "wrong-host", "token", "busy"))
    schema = {"$ref": "#/components/schemas/Problem"}
    content = {"application/problem+json": {"schema": schema}}
    return {status: {"description": "A problem (RFC 9457)", "content": content} for status in sorted(found)}


def describe_problems(description: dict[str, Any]) -> dict[str, Any]:
    """The OpenAPI description with the shape of a problem, and with the models of bodies that are read later."""
    schemas = description["components"]["schemas"]
    schemas["Problem"] = ProblemBody.model_json_schema()
    for path in description["paths"].values():
        for operation in path.values():
            for content in operation.get("requestBody", {}).get("content", {}).values():
                schemas.update(content["schema"].pop("$defs", {}))
    return description


async def standard_answer(
    request: Request, language: Language, make: Callable[[], Any], media: str = "application/json"
) -> Response:
    """An answer from the standard's data alone, with an ETag; 304 where the client has it already."""
    headers = standard_headers(request, language)
    if is_known(request, headers):
        return Response(status_code=304, headers=headers)
    content = await services_of(request).workers.light(make)
    if any_known(request):
        return Response(status_code=304, headers=headers)
    body = content if isinstance(content, str) else json_text(content)
    return Response(body, 200, headers, media)


def standard_headers(request: Request, language: str) -> dict[str, str]:
    """The headers of an answer from the standard's data alone; `language` is part of the ETag."""
    # What is in force changes with the day, texts with the version.
    today = date.today().toordinal()  # noqa: DTZ011 - the day at the user's place is meant
    data = services_of(request).standard.data_sha256[:20]
    return {
        "ETag": f'"{data}-{__version__}-{today}-{language}"',
        "Cache-Control": "private, no-cache",
        "Content-Language": language,
        "Vary": "Cookie, Accept-Language",
    }


def is_known(request: Request, headers: dict[str, str]) -> bool:
    """Has the client this answer already?"""
    return headers["ETag"] in _tags(request.headers.get("if-none-match", ""))


def any_known(request: Request) -> bool:
    """Is the answer not wanted whatever it holds (`If-None-Match: *`), so long as there is one?"""
    return request.headers.get("if-none-match", "").strip() == "*"


def _tags(header: str) -> set[str]:
    return {one.strip().removeprefix("W/") for one in header.split(",")}
