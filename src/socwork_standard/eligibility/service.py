"""How long a person has served, when some of the facts are not known.

The order asks for years of service and does not say how they are counted. The project's convention, which
every decision that counts years names:

* overlapping service counts once, and stretches that touch are one;
* one unbroken stretch reaches N years on the anniversary of its first day;
* several stretches each give years, months and days by the calendar; these are added, and only this sum
  carries 30 days to a month and 12 months to a year.

So filling a gap can lose days of carry: at most `JOIN_LOSS` for each gap, and one day more where a single
stretch is left. Apart from that, more service never makes less.

A *stretch* is ``(first day, day after the last)``, in day numbers. A *completion* of what is not known
includes or leaves out each spell that only possibly counts, and puts each date somewhere in its range, with
one day at least in each spell. A definite answer here holds in every completion. The service of a completion
only grows as the day asked on moves forward, so an answer is found by comparing that day with the first on
which it holds.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Final

from socwork_standard.eligibility.calendar import (
    FIRST_YEAR,
    FOREVER,
    DayRange,
    YearsMonthsDays,
    add_months,
    length,
    parse_date,
    whole_months,
)
from socwork_standard.errors import Said

Stretch = tuple[int, int]
"""One unbroken stretch: its first day and the day after its last day."""

NO, POSSIBLY, CERTAINLY = 0, 1, 2
"""Whether a spell is of the kind that counts: the values of `Spell.match`."""

NEVER_BEFORE: Final = parse_date(FIRST_YEAR)[0]
"""The earliest day that a start which is not known may mean."""

JOIN_LOSS: Final = 2
"""The most days, at 30 a month, that a sum loses when one gap is filled and two stretches become one."""

_MONTH: Final = 30
_YEAR: Final = 360
_NEVER: Final = FOREVER + 1
_LONGEST_CHAIN: Final = 16
_MOST_DOUBTS: Final = 5
_MOST_STRETCHES: Final = 32


@dataclass(frozen=True, slots=True)
class Spell:
    """One spell of work, with the ranges of its dates.

    `start` holds the earliest and latest first day, `end` the earliest and latest day *after* the last day
    worked (`FOREVER` twice while the work lasts). `match` says whether it is service that counts:
    `CERTAINLY`, `POSSIBLY` or `NO`.
    """

    start: DayRange
    end: DayRange
    match: int


@dataclass(frozen=True, slots=True)
class Service:
    """The answer to "has this person served so many years, asked on `as_of`?".

    `certain` is true only where every completion reaches the years, `possible` false only where none does.
    Within a few days of the threshold, where gaps may or may not be filled, the answer may be "not known"
    although a closer look could settle it; the other way round never. `certain_from` and `possible_from` are
    the first days on which the two become true if work that lasts goes on and nothing else changes, None for
    never; they may lie before `as_of`. `spells` are the spells counted, cut at `after`.
    """

    certain: bool
    possible: bool
    certain_from: int | None
    possible_from: int | None
    years: int
    as_of: int
    spells: Sequence[Spell]
    after: DayRange | None

    @property
    def have_certain(self) -> YearsMonthsDays:
        """The length of the service that is certain, up to the day before `as_of`."""
        return total(cut(_parts(self.spells)[0], self.as_of))

    @property
    def have_possible(self) -> YearsMonthsDays:
        """The length of the service if all that is possible counts, up to the day before `as_of`."""
        return total(cut(_parts(self.spells)[1], self.as_of))

    @property
    def remaining(self) -> YearsMonthsDays | None:
        """The unbroken service from `as_of` on that `certain` still needs; None where none would do."""
        if self.certain:
            return (0, 0, 0)
        more = Spell((self.as_of, self.as_of), (FOREVER, FOREVER), CERTAINLY)
        day, _ = first_days((*self.spells, *cut_after((more,), self.after)), self.years)
        return None if day is None else length(self.as_of, day)


def spell(
    start: DayRange | None, last: DayRange | None, *, ongoing: bool = False, match: int = CERTAINLY
) -> Spell:
    """Return the spell between two dates of a record, either of which may be None for not known.

    `last` is the last day worked, counted; `ongoing` says instead that the work lasts. Raises ValueError
    where the work ends before it starts whatever the dates mean, or is both ended and ongoing.
    """
    if ongoing:
        if last is not None:
            raise Said("the work has an end and is ongoing: give the last day or `ongoing`, not both")
        return Spell(start or (NEVER_BEFORE, FOREVER - 1), (FOREVER, FOREVER), match)
    begin = start or (NEVER_BEFORE, FOREVER - 1 if last is None else last[1])
    end = (begin[0] + 1, FOREVER) if last is None else (last[0] + 1, last[1] + 1)
    if begin[0] >= end[1]:
        raise Said("the work ends before it starts: put the right start and end")
    return Spell(begin, end, match)


def count_service(spells: Sequence[Spell], years: int, as_of: int, after: DayRange | None = None) -> Service:
    """Return whether these spells make so many years for one who asks on the day `as_of`.

    Service counts up to the day before `as_of`. With `years` 0 a single day is enough. With `after`, the
    range of a day such as a diploma's, only service on that day and later counts.
    """
    counted = spells if after is None else cut_after(spells, after)
    sure, may = first_days(counted, years)
    certain = sure is not None and sure <= as_of
    possible = may is not None and may <= as_of
    return Service(certain, possible, sure, may, years, as_of, counted, after)


def cut_after(spells: Iterable[Spell], after: DayRange | None) -> tuple[Spell, ...]:
    """Return the spells without what lies before a day of which the range is known.

    What is certain begins at the day's latest, what is possible at its earliest.
    """
    if after is None:
        return tuple(spells)
    earliest, latest = after
    return tuple(
        Spell(
            (max(one.start[0], earliest), max(one.start[1], latest)),
            one.end,
            one.match if one.end[0] > latest else min(one.match, POSSIBLY),
        )
        for one in spells
        if one.end[1] > earliest
    )


def merge(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Return the union of stretches in order of time; those that touch are one, empty ones vanish."""
    merged: list[Stretch] = []
    begin = stop = 0
    for start, end in sorted(stretches):
        if start > stop:
            if begin < stop:
                merged.append((begin, stop))
            begin, stop = start, end
        elif end > stop:
            stop = end
    if begin < stop:
        merged.append((begin, stop))
    return tuple(merged)


def cut(stretches: Iterable[Stretch], day: int) -> tuple[Stretch, ...]:
    """Return what of the stretches lies before a day."""
    return tuple((start, min(end, day)) for start, end in stretches if start < day)


def total(stretches: Sequence[Stretch]) -> YearsMonthsDays:
    """Return the length of merged stretches: one by the calendar, several added with 30 days to a month."""
    if len(stretches) == 1:
        return length(*stretches[0])
    days = sum(_units(start, end) for start, end in stretches)
    return days // _YEAR, days % _YEAR // _MONTH, days % _MONTH


def reached(stretches: Sequence[Stretch], years: int) -> bool:
    """Return whether merged stretches make so many years, or, for 0 years, a single day."""
    return bool(stretches) and _first(stretches, years) <= stretches[-1][1]


def first_days(spells: Sequence[Spell], years: int) -> tuple[int | None, int | None]:
    """Return the first day to be asked on with enough service for certain, and that with enough possibly."""
    certain, possible, doubts, exact = _parts(spells)
    if certain == possible:
        day = _first(certain, years)
        sure, may = day, day
    else:
        sure = _first_certain(certain, possible, years)
        may = _first_possible(certain, possible, doubts, years)
        if exact and len(doubts) <= _MOST_DOUBTS and len(certain) <= _MOST_STRETCHES:
            bare = _first(certain, years)
            if sure != bare or may != min(bare, _first(possible, years)):
                sure, may = _try_all(certain, doubts, years)
        if not years:
            sure = min(sure, _first_day_worked(spells))
    return (None if sure >= _NEVER else sure), (None if may >= _NEVER else may)


def _parts(spells: Iterable[Spell]) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...], list[Stretch], bool]:
    """Return the certain stretches, the possible ones, what may be absent, and whether dates are exact."""
    sure: list[Stretch] = []
    may: list[Stretch] = []
    doubts: list[Stretch] = []
    exact = True
    for one in spells:
        start, latest_start = one.start
        earliest_end, end = one.end
        if not one.match or start >= end:
            continue
        if start != latest_start or earliest_end != end:
            exact = False
            may.append((start, end))
        if one.match == CERTAINLY and latest_start < earliest_end:
            sure.append((latest_start, earliest_end))
        else:
            doubts.append((start, end))
    certain = merge(sure)
    if exact and not doubts:
        return certain, certain, doubts, True
    doubts = [part for part in doubts if not _inside(certain, part)]
    return certain, merge((*certain, *may, *doubts)), doubts, exact


def _inside(stretches: Sequence[Stretch], part: Stretch) -> bool:
    place = bisect_right(stretches, (part[0], FOREVER + 1)) - 1
    return place >= 0 and stretches[place][1] >= part[1]


def _units(start: int, end: int) -> int:
    """Return the days of one stretch at 30 a month: never fewer when it begins earlier or ends later."""
    months, days = whole_months(start, end)
    return _MONTH * months + days


def _when(start: int, units: int) -> int:
    """Return the earliest end with which a stretch from `start` holds a day and so many `_units`."""
    if units <= 1:
        return start + 1
    months, days = divmod(units, _MONTH)
    if days:
        return min(add_months(start, months) + days, add_months(start, months + 1))
    return min(add_months(start, months), add_months(start, months - 1) + _MONTH)


def _alone(start: int, years: int) -> int:
    """Return the earliest end with which a stretch from `start`, the only one, reaches the years."""
    return add_months(start, 12 * years) if years else start + 1


def _first(stretches: Sequence[Stretch], years: int) -> int:
    """Return the first day on which merged stretches, cut at that day, reach the years, or `_NEVER`."""
    if not stretches:
        return _NEVER
    start, end = stretches[0]
    day = _alone(start, years)
    if day <= end:
        return day
    need = _YEAR * years - _units(start, end)
    for start, end in stretches[1:]:
        day = _when(start, need)
        if day <= end:
            return day
        need -= _units(start, end)
    return _NEVER


def _first_certain(certain: Sequence[Stretch], possible: Sequence[Stretch], years: int) -> int:
    """Return the first day on which the certain service reaches the years however its gaps are filled.

    A gap may be filled where it lies inside one possible stretch. Whatever else a completion adds makes more.
    """
    chains = _chains(certain, possible)
    if not any(chains):
        return _first(certain, years)
    if max(chains) > _LONGEST_CHAIN:
        return _first_certain_by_margin(certain, chains, years)
    need = _YEAR * years
    least = [0]  # the fewest units of so many leading stretches, over all ways to fill the gaps between them
    for place, (_, end) in enumerate(certain):
        runs = range(place - chains[place], place + 1)  # the run that holds this stretch may begin with these
        day = max(
            _when(certain[run][0], need - least[run]) if run else _alone(certain[0][0], years) for run in runs
        )
        if day <= end:
            return day
        least.append(min(least[run] + _units(certain[run][0], end) for run in runs))
    return _NEVER


def _first_certain_by_margin(certain: Sequence[Stretch], chains: Sequence[int], years: int) -> int:
    """Do as `_first_certain` where there are too many ways: take off the most that filling can lose."""
    need = _YEAR * years + 1  # one more: a single stretch of months and 30 days does not carry
    for chain, (start, end) in zip(chains, certain, strict=True):
        need += JOIN_LOSS if chain else 0
        day = _when(start, need)
        if day <= end:
            return day
        need -= _units(start, end)
    return _NEVER


def _chains(certain: Sequence[Stretch], possible: Sequence[Stretch]) -> list[int]:
    """Return for each certain stretch how many gaps in a row before it may be filled."""
    if not certain:
        return []
    homes = [bisect_right(possible, (start, FOREVER + 1)) for start, _ in certain]
    chains = [0]
    for before, home in pairwise(homes):
        chains.append(chains[-1] + 1 if home == before else 0)
    return chains


def _first_possible(
    certain: Sequence[Stretch], possible: Sequence[Stretch], doubts: Sequence[Stretch], years: int
) -> int:
    """Return the first day on which the service might reach the years: no completion does so earlier.

    A completion may leave gaps in a possible stretch and so gain `JOIN_LOSS` for each. It has at most as many
    pieces there as there are certain stretches and doubtful spells.
    """
    pieces = [0] * (len(possible) + 1)
    for start, _ in (*certain, *doubts):
        pieces[bisect_right(possible, (start, FOREVER + 1))] += 1
    need = _YEAR * years
    for place, (start, end) in enumerate(possible, 1):
        need -= JOIN_LOSS * (pieces[place] - 1)
        day = _alone(start, years) if place == pieces[place] == 1 else _when(start, need)
        if day <= end:
            return day
        need -= _units(start, end)
    return _NEVER


def _try_all(certain: Sequence[Stretch], doubts: Sequence[Stretch], years: int) -> tuple[int, int]:
    """Return the latest and the earliest first day over all choices of doubtful spells with exact dates."""
    days = [
        _first(merge((*certain, *chosen)), years)
        for size in range(len(doubts) + 1)
        for chosen in combinations(doubts, size)
    ]
    return max(days), min(days)


def _first_day_worked(spells: Iterable[Spell]) -> int:
    """Return the day after the latest that the first day of a spell which certainly counts can be."""
    sure = (one for one in spells if one.match == CERTAINLY and one.start[0] < one.end[1])
    return min((min(one.start[1] + 1, one.end[1]) for one in sure), default=_NEVER)
