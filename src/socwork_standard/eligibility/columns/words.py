"""Columns of words as small numbers, and what rows of them were found to mean."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from socwork_standard.eligibility.columns.days import Flags, Ints

Value = str | bool | None
WIDEST_TABLE: Final = 1 << 20
"""Numbers up to here are looked up in a table; wider ones are sorted."""


@dataclass(frozen=True, slots=True)
class Words:
    """A column: each row is the place of its value in `values`, the last of which is None."""

    codes: Ints
    values: Sequence[Value]


@dataclass(frozen=True, slots=True)
class Distinct:
    """The distinct rows of some columns: for each row the number of its like, and a row that is of that number."""

    numbers: Ints
    rows: Ints


def distinct(columns: Sequence[Words]) -> Distinct:
    """Number the distinct rows of columns of equal length."""
    key = columns[0].codes
    size = len(columns[0].values)
    for column in columns[1:]:
        if size * len(column.values) > WIDEST_TABLE:
            key, size = _narrow(key, size)
        key = key * len(column.values) + column.codes
        size *= len(column.values)
    numbers, count = _narrow(key, size)
    rows = np.zeros(count, np.int64)
    rows[numbers] = np.arange(numbers.size)
    return Distinct(numbers, rows)


def _narrow(key: Ints, size: int) -> tuple[Ints, int]:
    """Number the keys that occur without gaps."""
    if size > WIDEST_TABLE:
        found, numbers = np.unique(key, return_inverse=True)
        return numbers, found.size
    seen: Flags = np.zeros(size, np.bool_)
    seen[key] = True
    table = np.cumsum(seen) - 1
    return table[key], int(table[-1]) + 1 if size else 0


class Remembered:
    """What rows of words mean, as a row of numbers, worked out once for each distinct row and kept."""

    def __init__(self, meaning: Callable[[tuple[Value, ...]], tuple[int, ...]], most: int = 1 << 20) -> None:
        self._meaning = meaning
        self._most = most
        self._known: dict[tuple[Value, ...], tuple[int, ...]] = {}

    def look_up(self, columns: Sequence[Words], days: Ints | None = None) -> Ints:
        """One row of numbers for each row of the columns, as a matrix with the rows across.

        `days` gives, for the values of a single column of dates, the day numbers already known (0: not known).
        """
        found = distinct(columns)
        rows = [column.codes[found.rows] for column in columns]
        meanings = np.zeros((found.rows.size, len(self._find((None,) * len(columns)))), np.int64)
        places = np.arange(found.rows.size)
        if days is not None:
            day = days[rows[0]]
            meanings[:, 0] = meanings[:, 1] = 1
            meanings[:, 2] = meanings[:, 3] = day
            places = np.flatnonzero(day == 0)
        texts = [
            [column.values[code] for code in codes[places].tolist()]
            for column, codes in zip(columns, rows, strict=True)
        ]
        if places.size:
            meanings[places] = [self._find(row) for row in zip(*texts, strict=True)]
        return np.ascontiguousarray(meanings.T)[:, found.numbers]

    def _find(self, row: tuple[Value, ...]) -> tuple[int, ...]:
        known = self._known.get(row)
        if known is None:
            known = self._meaning(row)
            if len(self._known) < self._most:
                self._known[row] = known
        return known
