"""Service counted the slow and plain way, to hold the quick way against: single days in a set.

Nothing here uses the project's own calendar or service arithmetic.
"""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)


def days_of(stretches: Iterable[tuple[int, int]]) -> set[int]:
    """Return every single day of some half-open stretches."""
    return {day for start, end in stretches for day in range(start, end)}


def runs_of(days: set[int]) -> list[tuple[int, int]]:
    """Return the unbroken runs of days, each with its first day and the day after its last."""
    runs = []
    for day in sorted(days):
        if day - 1 not in days:
            after = day
            while after in days:
                after += 1
            runs.append((day, after))
    return runs


def month_later(first: date, months: int) -> date:
    """Step one month at a time; a day that does not exist becomes the first of the next month."""
    year, month = first.year, first.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    last = monthrange(year, month)[1]
    return date(year, month, last) + ONE_DAY if first.day > last else date(year, month, first.day)


def measure(start: int, end: int) -> tuple[int, int]:
    """Count the months, then the days, of one run by stepping through the calendar."""
    first, stop = date.fromordinal(start), date.fromordinal(end)
    months = 0
    while month_later(first, months + 1) <= stop:
        months += 1
    mark, days = month_later(first, months), 0
    while mark < stop:
        mark, days = mark + ONE_DAY, days + 1
    return months, days


def total(days: set[int]) -> tuple[int, int, int]:
    """Add up the runs: one as it stands, several with 30 days carried to a month, 12 months to a year."""
    measured = [measure(*run) for run in runs_of(days)]
    months, rest = sum(one[0] for one in measured), sum(one[1] for one in measured)
    if len(measured) > 1:
        months, rest = months + rest // 30, rest % 30
    return months // 12, months % 12, rest


def reached(days: set[int], years: int) -> bool:
    """Return whether the days make so many years, or one day for 0 years."""
    return total(days)[0] >= years if years else bool(days)
