"""Building small registers for the tests."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from socwork_standard.register.model import Register
from socwork_standard.register.read import read_register

Sheets = dict[str, Sequence[Sequence[Any]]]


@pytest.fixture
def csv(tmp_path: Path) -> Callable[..., Register]:
    """Write lines as a CSV file and read it as a register."""

    def read(*lines: str, encoding: str = "utf-8", **options: Any) -> Register:  # noqa: ANN401
        path = tmp_path / "staff.csv"
        path.write_bytes("\n".join(lines).encode(encoding))
        return read_register(path, **options)

    return read


@pytest.fixture
def xlsx(tmp_path: Path) -> Callable[..., Path]:
    """Write sheets as a workbook; its path comes back."""

    def write(sheets: Sheets, name: str = "staff.xlsx") -> Path:
        path = tmp_path / name
        with xlsxwriter.Workbook(path, {"default_date_format": "dd.mm.yyyy"}) as book:
            for title, rows in sheets.items():
                sheet = book.add_worksheet(title)
                for number, row in enumerate(rows):
                    for column, value in enumerate(row):
                        sheet.write(number, column, value)
        return path

    return write


def codes(register: Register) -> list[str]:
    """Return the codes of the problems, sorted."""
    return sorted(one.code for one in register.problems)
