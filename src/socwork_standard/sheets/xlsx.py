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
    sheets = [
        _Sheet(book, guard, name, one.name, not str(one.visible).endswith(".Visible"))
        for one in book.sheets_metadata
        if _is_sheet(one)
    ]
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
    hidden: bool

    def table(self) -> Table:
        table = Table(self.name, lambda: self._rows(table), hidden=self.hidden)
        return table

    def _rows(self, table: Table) -> Iterator[Row]:
        from python_calamine import CalamineError

        for row, column, fault in self.guard.scan(self.name):
            table.troubles.append(Trouble(fault, row, column))
        try:
            sheet = self.book.get_sheet_by_name(self.name)
            if sheet.start is None:
                return
            table.total = sheet.total_height
            ranges = _ranges(sheet.merged_cell_ranges or [])
            merged = _Merged(ranges, table) if ranges else None
            left = sheet.start[1]
            check_width(sheet.end[1] + 1, f"{self.file}, {self.name}")
            pad = ("",) * left
            for index, cells in enumerate(sheet.iter_rows()):
                values = (*pad, *cells) if pad else cells
                if merged is not None:
                    values = merged.filled(index, values)
                yield Row(index + 1, tuple([None if cell == "" else cell for cell in values]))
        except InputError:
            raise
        except (CalamineError, ValueError, OverflowError) as failure:
            raise _unreadable(f"{self.file}, {self.name}", failure) from None


def _ranges(ranges: Any) -> list[Range]:  # noqa: ANN401 - the library's own tuples
    return [(top, left, bottom, right) for (top, left), (bottom, right) in ranges]


class _Merged:
    """Merged cells, gone through row by row: the value of each in all of its rows and columns.

    The library gives it in the first only.
    """

    def __init__(self, ranges: list[Range], table: Table) -> None:
        self._beginning: dict[int, list[Range]] = {}
        for one in ranges:
            self._beginning.setdefault(one[0], []).append(one)
        self._open: list[tuple[Range, Any]] = []
        self._table = table

    def filled(self, index: int, cells: tuple[Any, ...]) -> tuple[Any, ...]:
        """The row with the values of the merged cells that it goes through; rows come in their order."""
        self._open = [(one, value) for one, value in self._open if one[2] >= index]
        for one in self._beginning.get(index, ()):
            left = one[1]
            value = cells[left] if left < len(cells) else ""
            if value != "":
                self._table.troubles.append(Trouble("merged", index + 1, left, str(value)))
            self._open.append((one, value))
        filled = list(cells)
        for (_, left, _, right), value in self._open:
            for column in range(left, min(right + 1, len(filled))):
                filled[column] = value
        return tuple(filled)
