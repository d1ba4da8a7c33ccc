"""Days, months and years as whole numbers of days.

A day is its proleptic Gregorian ordinal, ``date.toordinal()``: an integer, quick to compare and to add to.
The order says how many years a card asks for, not how they are counted; the counting here is the
project's convention, and every decision that counts years says so.
"""

import re
from calendar import monthrange
from datetime import date, datetime
from functools import lru_cache
from typing import Final, NoReturn

from socwork_standard.errors import Said

DayRange = tuple[int, int]
"""The earliest and the latest day that a date may mean, both included."""

YearsMonthsDays = tuple[int, int, int]
"""A length of time as whole years, months and days."""

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2100
FOREVER: Final = date.max.toordinal()
"""The day before which everything ends; a stretch that ends here has no end."""

_AFTER_FOREVER: Final = FOREVER + 1
_MONTHS: Final = 12
_DAY_LENGTH: Final = 10
_FORMS: Final = "write a day as 2019-05-31 or 31.05.2019, a month as 2019-05 or 05.2019, a year as 2019"
_YEAR_FIRST: Final = re.compile(r"(\d+)(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
_YEAR_LAST: Final = re.compile(r"(?:(\d{1,2})\.)?(\d{1,2})\.(\d+)", re.ASCII)


@lru_cache(maxsize=1 << 16)
def add_months(day: int, months: int) -> int:
    """Return the day so many calendar months after a day.

    A date that does not exist counts on the first of the next month: 31 January and one month is 1 March.
    What lies after the last day of the calendar (the year 9999) is given as one day later than `FOREVER`.
    """
    start = date.fromordinal(day)
    year, month = divmod(start.year * _MONTHS + start.month - 1 + months, _MONTHS)
    if year > date.max.year:
        return _AFTER_FOREVER
    try:
        return date(year, month + 1, start.day).toordinal()
    except ValueError:
        if year < date.min.year:
            raise
        return date(year, month + 2, 1).toordinal()  # never December: it has 31 days


def add_years(day: int, years: int) -> int:
    """Return the anniversary so many years after a day; that of 29 February is 1 March in a common year."""
    return add_months(day, _MONTHS * years)


def whole_months(start: int, end: int) -> tuple[int, int]:
    """Return the whole months, and the days left over, from `start` to `end`, `end` excluded.

    The months are the most that `add_months` can add to `start` without passing `end`; the days are 0 to 30.
    """
    first, last = date.fromordinal(start), date.fromordinal(end)
    months = (last.year - first.year) * _MONTHS + last.month - first.month
    mark = add_months(start, months)
    if mark > end:
        months -= 1
        mark = add_months(start, months)
    return months, end - mark


def length(start: int, end: int) -> YearsMonthsDays:
    """Return the years, months and days from `start` to `end`, `end` excluded and not before `start`.

    The years are N or more exactly when ``add_years(start, N) <= end``.
    """
    months, days = whole_months(start, end)
    return months // _MONTHS, months % _MONTHS, days


@lru_cache(maxsize=1 << 16, typed=True)
def parse_date(text: str | int | date) -> DayRange:
    """Return the earliest and the latest day that a date means, both included.

    Taken are a day (``2019-05-31``, ``31.05.2019``, a `date`), a month (``2019-05``, ``05.2019``) and a year
    (``2019``, as text or as a number), from 1900 to 2100. Raises ValueError, saying what is wrong and how to
    write it, for a date that does not exist or cannot be read.
    """
    if isinstance(text, str):
        return _parse_text(text)
    if isinstance(text, date):
        day = text.date() if isinstance(text, datetime) else text
        _check_year(day.year, str(day))
        return day.toordinal(), day.toordinal()
    if isinstance(text, bool) or not isinstance(text, int):
        _not_a_date(text)
    return _range(str(text), text, None, None)


def _parse_text(text: str) -> DayRange:
    if len(text) == _DAY_LENGTH and text[4] == text[7] == "-":
        try:
            quick = date.fromisoformat(text)
        except ValueError:
            pass  # read below, where the reason is found
        else:
            _check_year(quick.year, text)
            return quick.toordinal(), quick.toordinal()
    trimmed = text.strip()
    if found := _YEAR_FIRST.fullmatch(trimmed):
        year, month, day = found.groups()
    elif found := _YEAR_LAST.fullmatch(trimmed):
        day, month, year = found.groups()
    else:
        _not_a_date(text)
    # A number of ten digits is no year already, however it goes on.
    return _range(trimmed, int(year[:_DAY_LENGTH]), int(month) if month else None, int(day) if day else None)


def _range(text: str, year: int, month: int | None, day: int | None) -> DayRange:
    _check_year(year, text)
    if month is None:
        return date(year, 1, 1).toordinal(), date(year, _MONTHS, 31).toordinal()
    if not 1 <= month <= _MONTHS:
        raise Said(
            "{text!r} has month {month}, but a year has months 1 to 12: {forms}",
            text=text,
            month=month,
            forms=Said(_FORMS),
        )
    last = monthrange(year, month)[1]
    if day is None:
        return date(year, month, 1).toordinal(), date(year, month, last).toordinal()
    if not 1 <= day <= last:
        raise Said(
            "{text!r} does not exist: month {month} of {year} has days 1 to {last}; put the right "
            "day, or only the month if the day is not known",
            text=text,
            month=month,
            year=year,
            last=last,
        )
    exact = date(year, month, day).toordinal()
    return exact, exact


def _check_year(year: int, text: str) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Said(
            "{text!r} has year {year}, but years {first} to {last} are taken: {forms}",
            text=text,
            year=year,
            first=FIRST_YEAR,
            last=LAST_YEAR,
            forms=Said(_FORMS),
        )


def _not_a_date(value: object) -> NoReturn:
    raise Said("{value!r} cannot be read as a date: {forms}", value=value, forms=Said(_FORMS))
