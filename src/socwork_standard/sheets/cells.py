"""Cells, rows and tables, whatever kind of file they come from."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple

from socwork_standard.errors import InputError

Cell = str | int | float | bool | date | datetime | time | timedelta | None
"""What a cell may hold; `None` where it is empty."""

MOST_COLUMNS = 16_384
"""So many columns a sheet may have: those of Excel."""

_MOST_PLAIN = 1e15
_MIDNIGHT = time(0)
_DROPPED = dict.fromkeys([0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])
_AS_SPACE = dict.fromkeys([*range(0x20), 0x7F, 0x00A0, 0x2028, 0x2029], " ")
_CLEAN = {**_AS_SPACE, **_DROPPED}
_LAST_MONTH = 12
_LETTERS = 26


class Row(NamedTuple):
    """One row: its number as the program that made the file shows it (from 1), and its cells."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something in the file itself that a person should know.

    `kind`: `quotes` (a row lost to an unclosed quote), `quotes_mended`, `nul` (NUL bytes left out), `undecoded`
    (signs that the encoding does not have), `merged` (cells merged), `formula` (a formula that gives an error),
    `uncounted` (a formula whose value the file does not keep), `nested` (a column of lists or structs, not read).
    """

    kind: Literal["quotes", "quotes_mended", "nul", "undecoded", "merged", "formula", "uncounted", "nested"]
    row: int
    column: int | None = None
    value: str = ""


@dataclass(slots=True)
class Table:
    """One sheet, file or query: its name, and its rows, read as they are asked for (once or again).

    `troubles` is complete when the rows have been read.  `total` is the number of rows where it is known before.
    """

    name: str | None
    read: Callable[[], Iterable[Row]]
    total: int | None = None
    troubles: list[Trouble] = field(default_factory=list)
    headings_first: bool = False
    """The first row is the headings: a database or a Parquet file says so itself."""
    hidden: bool = False
    """Is it a sheet that its workbook does not show?"""

    def rows(self) -> Iterator[Row]:
        """The rows that hold anything, from the first."""
        self.troubles.clear()
        for row in self.read():
            if not all(map(blank, row.cells)):
                yield row


def blank(cell: Cell) -> bool:
    """Does a cell hold nothing but white space?"""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def cell_text(cell: Cell) -> str | None:
    """A cell as text; `None` where it is blank.

    A whole number loses its `.0` (spreadsheets keep numbers as 417.0), a day is written as 2024-12-31, and signs
    that cannot be seen are left out.
    """
    if isinstance(cell, str):
        return _clean(cell)
    if cell is None:
        return None
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return _float_text(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date | time) else str(cell)


@lru_cache(maxsize=1 << 16)
def _clean(cell: str) -> str | None:
    text = cell if cell.isascii() and cell.isprintable() else cell.translate(_CLEAN)
    return " ".join(unicodedata.normalize("NFC", text).split()) or None


def _float_text(number: float) -> str | None:
    if number != number:  # noqa: PLR0124 - the test of a not-a-number, which means an empty cell
        return None
    if number.is_integer() and abs(number) < _MOST_PLAIN:
        return str(int(number))
    if 1 <= number < _LAST_MONTH + 1 and round(number, 4) == number:
        return f"{number:.4f}"  # 10.2020, a month of a year, which a spreadsheet keeps as 10.202
    return repr(number)


def as_cell(value: object) -> Cell:
    """A value of a database or a program as a cell: numbers of other kinds and everything else become text."""
    if value is None or isinstance(value, str | int | float | date | time | timedelta):
        return value
    if isinstance(value, bytes | bytearray | memoryview):
        return bytes(value).decode("utf-8", "replace")
    if isinstance(value, Decimal) and value.is_finite() and value == value.to_integral_value():
        return str(int(value))
    return str(value)


def raw_text(cell: Cell) -> str:
    """A cell for a message: never `None`."""
    return cell_text(cell) or ""


def column_letter(index: int) -> str:
    """The letters of a column, counted from 0: A, B, … Z, AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """The index of a column, counted from 0, from its letters."""
    index = 0
    for letter in letters:
        index = index * _LETTERS + ord(letter) - ord("A") + 1
    return index - 1


def check_width(width: int, where: str) -> None:
    """Raise `InputError` for a row with more columns than any spreadsheet has."""
    if width > MOST_COLUMNS:
        raise InputError(
            "a row has {width} columns; a spreadsheet has at most {most}.",
            where,
            "Check the separator of the columns, and that rows end where they should.",
            width=width,
            most=MOST_COLUMNS,
        )
