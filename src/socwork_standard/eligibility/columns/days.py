"""The calendar over whole arrays of day numbers: the same rules as `eligibility.calendar` and `eligibility.service`.

A day is a proleptic Gregorian ordinal here too.  For the arithmetic a day is its month and its place in the month.
"""

from datetime import date
from typing import Final

import numpy as np
import numpy.typing as npt

from socwork_standard.eligibility.calendar import FOREVER

Ints = npt.NDArray[np.int64]
"""Day numbers, places and counts."""

Numbers = npt.NDArray[np.int32]
"""Numbers of people or of keys."""

Flags = npt.NDArray[np.bool_]

Codes = npt.NDArray[np.int8]
"""Small codes: how surely something counts, a status."""

DayColumn = npt.NDArray[np.int32]
"""One day for each person."""

NEVER: Final = FOREVER + 1
"""One day later than every day, as in the answers of single records."""

_EPOCH: Final = 719_163
"""The ordinal of 1970-01-01, from which numpy counts."""

_MONTH: Final = 30


def _computed(days: Ints) -> tuple[Ints, Ints]:
    dates = (days - _EPOCH).view("datetime64[D]")
    months = dates.astype("datetime64[M]")
    return months.view(np.int64), (dates - months.astype("datetime64[D]")).view(np.int64)


def _computed_first(months: Ints) -> Ints:
    days: Ints = months.view("datetime64[M]").astype("datetime64[D]").view(np.int64) + _EPOCH
    return days


# Nearly every day of a record lies in these years and is looked up; the others are worked out.
_SOONEST: Final = date(1890, 1, 1).toordinal()
_LATEST: Final = date(2230, 1, 1).toordinal()
_MONTHS, _PLACES = _computed(np.arange(_SOONEST, _LATEST, dtype=np.int64))
_SOONEST_MONTH: Final = int(_MONTHS[0])
_LATEST_MONTH: Final = int(_MONTHS[-1]) + 1
_FIRSTS: Final = _computed_first(np.arange(_SOONEST_MONTH, _LATEST_MONTH, dtype=np.int64))


def months_and_places(days: Ints) -> tuple[Ints, Ints]:
    """Return the month of each day, counted from January 1970, and the day's place in it, from 0."""
    rows = days - _SOONEST
    months, places = _MONTHS.take(rows, mode="clip"), _PLACES.take(rows, mode="clip")
    outside = np.flatnonzero(days >= _LATEST)
    if outside.size:
        months[outside], places[outside] = _computed(days[outside])
    return months, places


def _first_of(months: Ints) -> Ints:
    firsts: Ints = _FIRSTS.take(months - _SOONEST_MONTH, mode="clip")
    outside = np.flatnonzero((months >= _LATEST_MONTH) | (months < _SOONEST_MONTH))
    if outside.size:
        firsts[outside] = _computed_first(months[outside])
    return firsts


def _on(months: Ints, places: Ints) -> Ints:
    """Return the day at a place in a month; one that does not exist counts on the first of the next month."""
    day = _first_of(months) + places
    late = np.flatnonzero(places > 27)  # noqa: PLR2004 - every month has 28 days
    if late.size:
        day[late] = np.minimum(day[late], _first_of(months[late] + 1))
    held: Ints = np.minimum(day, NEVER)
    return held


def add_months(days: Ints, count: int | Ints) -> Ints:
    """Return the days so many calendar months later; what lies after the calendar's last day is `NEVER`."""
    months, places = months_and_places(days)
    return _on(months + count, places)


def units(start: Ints, end: Ints) -> Ints:
    """Return the days of stretches at 30 a month: whole months by the calendar, and the days left over."""
    first, places = months_and_places(start)
    last, _ = months_and_places(end)
    months = last - first
    mark = _on(last, places)
    past = np.flatnonzero(mark > end)
    if past.size:
        months[past] -= 1
        mark[past] = _on(last[past] - 1, places[past])
    return months * _MONTH + end - mark


def alone(start: Ints, years: Ints) -> Ints:
    """Return the earliest end with which a stretch, the only one, reaches the years (0: a single day)."""
    return np.where(years > 0, add_months(start, 12 * years), start + 1)


def when(start: Ints, need: Ints) -> Ints:
    """Return the earliest end with which a stretch from `start` holds a day and so many `units`."""
    whole, rest = np.divmod(np.maximum(need, 1), _MONTH)
    months, places = months_and_places(start)
    whole += months
    odd = rest > 0
    early = _on(whole - ~odd, places) + np.where(odd, rest, _MONTH)
    day = np.minimum(early, _on(whole + odd, places))
    return np.where(need <= 1, start + 1, day)


__all__ = [
    "NEVER",
    "Codes",
    "DayColumn",
    "Flags",
    "Ints",
    "Numbers",
    "add_months",
    "alone",
    "months_and_places",
    "units",
    "when",
]
