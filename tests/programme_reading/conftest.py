"""Makers of small files that hold curricula."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import pytest

Rows = Sequence[Sequence[object]]


@pytest.fixture
def workbook() -> Callable[..., bytes]:
    """Return a maker of workbooks: sheet name → rows, and merged ranges of the first sheet."""
    xlsxwriter = pytest.importorskip("xlsxwriter")

    def made(sheets: dict[str, Rows], merged: Sequence[tuple[int, int, int, int, object]] = ()) -> bytes:
        file = io.BytesIO()
        with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
            for number, (name, rows) in enumerate(sheets.items()):
                sheet = book.add_worksheet(name)
                for row, cells in enumerate(rows):
                    for column, cell in enumerate(cells):
                        sheet.write(row, column, cell)
                for one in merged if number == 0 else ():
                    sheet.merge_range(*one)
        return file.getvalue()

    return made
