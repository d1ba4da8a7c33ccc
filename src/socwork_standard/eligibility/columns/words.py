"""Columns of words as small numbers, and what rows of them were found to mean."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from socwork_standard.eligibility.columns.days import Flags, Ints, Numbers

Value = str | bool | None
WIDEST_TABLE: Final = 1 << 20
"""Numbers up to here are looked up in a table; wider ones are sorted."""


@dataclass(frozen=True, slots=True)
class Words:
    """A column: each row is the place of its value in `values`, the last of which is None."""

    codes: Numbers
    values: Sequence[Value]


@dataclass(frozen=True, slots=True)
class Distinct:
    """The distinct rows of some columns: for each row the number of its like, and a row that is of that number."""

    numbers: Ints
    rows: Ints


def distinct(columns: Sequence[Words]) -> Distinct:
    """Number the distinct rows of columns of equal length."""
    key = columns[0].codes.astype(np.int64)
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
    found = np.flatnonzero(seen)
    table = np.empty(size, np.int64)
    table[found] = np.arange(found.size)
    return table[key], found.size


class Remembered:
    """What rows of words mean, as a row of numbers, worked out once for each distinct row and kept."""

    def __init__(
        self, meaning: Callable[[tuple[Value, ...]], tuple[int, ...]], width: int, most: int = 1 << 20
    ) -> None:
        """What a row means is so many numbers (`width`)."""
        self._meaning = meaning
        self._width = width
        self._most = most
        self._known: dict[tuple[Value, ...], tuple[int, ...]] = {}

    def look_up(self, columns: Sequence[Words]) -> Numbers:
        """One row of numbers for each row of the columns, as a matrix with the rows across."""
        found = distinct(columns)
        texts = [[column.values[code] for code in column.codes[found.rows].tolist()] for column in columns]
        meanings = np.array([self._find(row) for row in zip(*texts, strict=True)], np.int32)
        return meanings.reshape(found.rows.size, self._width).T.take(found.numbers, axis=1)

    def look_up_days(self, column: Words, days: Ints) -> Numbers:
        """The same for a column of dates, whose values have the day numbers `days` where they are known, else 0."""
        meanings = np.ones((self._width, days.size), np.int32)
        meanings[2:] = days
        places = np.flatnonzero(days == 0)
        if places.size:
            meanings[:, places] = np.transpose(
                [self._find((column.values[place],)) for place in places.tolist()]
            )
        return meanings.take(column.codes, axis=1)

    def _find(self, row: tuple[Value, ...]) -> tuple[int, ...]:
        known = self._known.get(row)
        if known is None:
            known = self._meaning(row)
            if len(self._known) < self._most:
                self._known[row] = known
        return known
