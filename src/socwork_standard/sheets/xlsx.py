"""Reading workbooks (.xlsx, .xlsm) with python-calamine."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from socwork_standard.errors import InputError, MissingExtra
from socwork_standard.sheets.cells import Row, Table, Trouble, check_width
from socwork_standard.sheets.guard import Workbook

INSTALL = 'pip install "socwork-standard[xlsx]"'

Range = tuple[int, int, int, int]
"""Merged cells: first row, first column, last row, last column, all from 0 and included."""


def missing_xlsx(library: str) -> MissingExtra:
    """The error that says how to install what workbooks need."""
    return MissingExtra(
        "workbooks need {library}, which is not installed.",
        mend="Type: {install}",
        library=library,
        install=INSTALL,
    )


def read_workbook(source: Path | bytes, name: str) -> list[Table]:
    """The sheets of a workbook, in its order; nothing is read before its rows are asked for."""
    try:
        import python_calamine as calamine
    except ImportError:
        raise missing_xlsx("python-calamine") from None
    guard = Workbook(str(source) if isinstance(source, Path) else io.BytesIO(source), name)
    guard.check_parts()
    try:
        book = calamine.CalamineWorkbook.from_object(
            str(source) if isinstance(source, Path) else io.BytesIO(source)
        )
    except (calamine.CalamineError, OSError) as failure:
        raise _unreadable(name, failure) from None
    sheets = [_Sheet(book, guard, name, one.name) for one in book.sheets_metadata if _is_sheet(one)]
    return [sheet.table() for sheet in sheets]


def _is_sheet(one: Any) -> bool:  # noqa: ANN401 - the library's own type
    return str(one.typ).endswith("WorkSheet")


def _unreadable(name: str, failure: Exception) -> InputError:
    reason = " ".join(str(failure).split())[:200]
    return InputError(
        "the workbook cannot be read ({reason}).",
        name,
        "Open it, save it again as .xlsx, and try that file.",
        reason=reason,
    )


@dataclass
class _Sheet:
    book: Any
    guard: Workbook
    file: str
    name: str

    def table(self) -> Table:
        table = Table(self.name, lambda: self._rows(table))
        return table

    def _rows(self, table: Table) -> Iterator[Row]:
        from python_calamine import CalamineError

        for row, column in self.guard.scan(self.name):
            table.troubles.append(Trouble("formula", row, column))
        try:
            sheet = self.book.get_sheet_by_name(self.name)
            if sheet.start is None:
                return
            table.total = sheet.total_height
            merged = _merged(sheet.merged_cell_ranges or [])
            left = sheet.start[1]
            check_width(sheet.end[1] + 1, f"{self.file}, {self.name}")
            pad = ("",) * left
            kept: dict[Range, Any] = {}
            for index, cells in enumerate(sheet.iter_rows()):
                values = (*pad, *cells) if pad else cells
                if merged:
                    values = _fill(index, values, merged, kept, table)
                yield Row(index + 1, tuple([None if cell == "" else cell for cell in values]))
        except (CalamineError, ValueError, OverflowError) as failure:
            raise _unreadable(f"{self.file}, {self.name}", failure) from None


def _merged(ranges: Any) -> list[Range]:  # noqa: ANN401 - the library's own tuples
    return [(top, left, bottom, right) for (top, left), (bottom, right) in ranges]


def _fill(
    index: int, cells: tuple[Any, ...], merged: list[Range], kept: dict[Range, Any], table: Table
) -> tuple[Any, ...]:
    """The row with the value of merged cells in each of its rows and columns: a library gives it in the first only."""
    filled = list(cells)
    for one in merged:
        top, left, bottom, right = one
        if not top <= index <= bottom:
            continue
        if index == top:
            kept[one] = filled[left] if left < len(filled) else ""
            if kept[one] != "":
                table.troubles.append(Trouble("merged", index + 1, left, str(kept[one])))
        for column in range(left, min(right + 1, len(filled))):
            filled[column] = kept.get(one, "")
    return tuple(filled)
