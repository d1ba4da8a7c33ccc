"""First days of enough service for many people at once: `eligibility.service.first_days` over arrays.

People all of whose spells count for certain on exact days need one union.  The others, whose spells or dates are
in doubt, go through the same steps as in `eligibility.service`, each step for all of them together.  Only a
person with more gaps in a row to fill than are tried there is handed to it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

import numpy as np

from socwork_standard.eligibility.columns.days import NEVER, Codes, Flags, Ints, alone, units, when
from socwork_standard.eligibility.columns.stretches import YEAR, first, merge, starts_of
from socwork_standard.eligibility.service import _LONGEST_CHAIN as LONGEST_CHAIN
from socwork_standard.eligibility.service import _MOST_DOUBTS as MOST_DOUBTS
from socwork_standard.eligibility.service import _MOST_STRETCHES as MOST_STRETCHES
from socwork_standard.eligibility.service import CERTAINLY, JOIN_LOSS, Spell, first_days

Pair = tuple[Ints, Ints]
"""For each person, the first day certainly and the first day possibly reached."""


@dataclass(frozen=True)
class Spells:
    """Spells that may count, in order of person: the ranges of their dates and how surely each counts."""

    person: Ints
    start: Ints
    start_latest: Ints
    end_earliest: Ints
    end: Ints
    match: Codes

    def take(self, chosen: Flags | Ints) -> "Spells":
        """Some of the spells."""
        return Spells(
            self.person[chosen],
            self.start[chosen],
            self.start_latest[chosen],
            self.end_earliest[chosen],
            self.end[chosen],
            self.match[chosen],
        )

    def moved(self, by: int) -> "Spells":
        """The same spells of people with other numbers."""
        return replace(self, person=self.person + by)

    @cached_property
    def inexact(self) -> Flags:
        """Is one of the dates a range?"""
        ranges: Flags = (self.start != self.start_latest) | (self.end_earliest != self.end)
        return ranges


def joined(parts: Sequence[Spells]) -> Spells:
    """All spells of several parts, in the order of the parts."""
    return Spells(
        np.concatenate([part.person for part in parts]),
        np.concatenate([part.start for part in parts]),
        np.concatenate([part.start_latest for part in parts]),
        np.concatenate([part.end_earliest for part in parts]),
        np.concatenate([part.end for part in parts]),
        np.concatenate([part.match for part in parts]),
    )


@dataclass(frozen=True, slots=True)
class Span:
    """Which days must be told apart: not those up to `by`, and not those after `until`."""

    by: int = 0
    until: int = NEVER


EVERY_DAY: Final = Span()


def first_days_of(spells: Spells, years: Ints, span: Span = EVERY_DAY) -> Pair:
    """Return the first days of all people, each asked for the years of its own; `NEVER` where there is none.

    A day outside the span may be given as any other on the same side of it.
    """
    counting = (spells.match > 0) & (spells.start < spells.end)
    if not counting.all():
        spells = spells.take(np.flatnonzero(counting))
    if not spells.person.size:
        return np.full(years.size, NEVER, np.int64), np.full(years.size, NEVER, np.int64)
    heads = np.flatnonzero(starts_of(spells.person))
    counts = np.diff(heads, append=spells.person.size)
    single = counts == 1
    doubtful = np.logical_or.reduceat(spells.inexact | (spells.match != CERTAINLY), heads) & ~single
    plain = np.flatnonzero(np.repeat(~single & ~doubtful, counts))
    certain = first(merge(spells.person[plain], spells.start[plain], spells.end[plain]), years)
    possible = certain.copy()
    singles = spells.take(heads[single])
    certain[singles.person], possible[singles.person] = single_spells(singles, years[singles.person])
    if doubtful.any():
        doubts = Doubtful(spells.take(np.flatnonzero(np.repeat(doubtful, counts))), years, span)
        certain[doubts.who], possible[doubts.who] = doubts.first_days()
    return certain, possible


def single_spells(spells: Spells, years: Ints) -> Pair:
    """First days of people with one spell each, where nothing can join or overlap."""
    may = alone(spells.start, years)
    sure = may.copy()
    vague = np.flatnonzero(spells.inexact)
    sure[vague] = alone(spells.start_latest[vague], years[vague])
    sure[(sure > spells.end_earliest) | (spells.match != CERTAINLY)] = NEVER
    may[may > spells.end] = NEVER
    worked = np.flatnonzero((years == 0) & (spells.match == CERTAINLY))
    sure[worked] = np.minimum(sure, np.minimum(spells.start_latest + 1, spells.end))[worked]
    return sure, may


class Doubtful:
    """People with a doubt in some spell, numbered among themselves; `who` gives their own numbers."""

    def __init__(self, spells: Spells, years: Ints, span: Span = EVERY_DAY) -> None:
        marks = starts_of(spells.person)
        self.who = spells.person[marks]
        self.people = self.who.size
        self.years = years[self.who]
        self._span = span
        person = np.cumsum(marks) - 1
        self._spells = spells
        self._person = person
        sure = (spells.match == CERTAINLY) & (spells.start_latest < spells.end_earliest)
        some = np.flatnonzero(sure)
        self.certain = merge(person[some], spells.start_latest[some], spells.end_earliest[some])
        unsure = np.flatnonzero(~sure)
        inside = self.certain.inside(person[unsure], spells.start[unsure], spells.end[unsure])
        self._doubts = unsure[~inside]
        # What lies within a certain stretch adds nothing to it, so that all spells make what is possible.
        self.possible = merge(person, spells.start, spells.end)

    # -- what the days depend on, whatever the years --------------------------------------------------------------

    @cached_property
    def _homes(self) -> Ints:
        """The possible stretch that each certain one lies in."""
        return self.possible.home(self.certain.person, self.certain.start)

    @cached_property
    def _same(self) -> Flags:
        """Is the certain service of a person all that is possible?"""
        equal = self.possible.start[self._homes] == self.certain.start
        equal &= self.possible.end[self._homes] == self.certain.end
        agreeing = np.bincount(self.certain.person[equal], minlength=self.people)
        marked: Flags = agreeing == np.bincount(self.possible.person, minlength=self.people)
        return marked

    @cached_property
    def _chains(self) -> Ints:
        """For each certain stretch, how many gaps in a row before it may be filled."""
        marks = starts_of(self._homes)
        places = np.arange(marks.size)
        return places - np.maximum.accumulate(np.where(marks, places, 0))

    @cached_property
    def _pieces(self) -> Ints:
        """For each possible stretch, the most pieces that a completion may leave there."""
        doubts = self.possible.home(self._person[self._doubts], self._spells.start[self._doubts])
        size = self.possible.person.size
        return np.bincount(self._homes, minlength=size) + np.bincount(doubts, minlength=size)

    @cached_property
    def _tried(self) -> Flags:
        """Are the dates exact, and the doubts few enough to try every choice of them?"""
        inexact = np.bincount(self._person, self._spells.inexact, self.people) > 0
        doubts = np.bincount(self._person[self._doubts], minlength=self.people)
        stretches = np.bincount(self.certain.person, minlength=self.people)
        few: Flags = ~inexact & (doubts <= MOST_DOUBTS) & (stretches <= MOST_STRETCHES)
        return few

    @cached_property
    def _too_long(self) -> Ints:
        """People with more gaps in a row to fill than are tried."""
        return np.unique(self.certain.person[self._chains > LONGEST_CHAIN])

    # -- the days -------------------------------------------------------------------------------------------------

    def first_days(self) -> Pair:
        """First days certainly and possibly reached, for each of `who`."""
        bare = first(self.certain, self.years)
        sure = self._first_certain(bare)
        may = self._first_possible()
        whole = first(self.possible, self.years)
        unsettled = self._tried & ~self._same & ((sure != bare) | (may != np.minimum(bare, whole)))
        unsettled &= (sure > self._span.by) & (may <= self._span.until)
        if unsettled.any():
            self._try_all(unsettled, sure, may)
        if not self.years.all():
            sure = np.where(self.years == 0, np.minimum(sure, self._first_day_worked()), sure)
        sure = np.where(self._same, bare, sure)
        may = np.where(self._same, bare, may)
        for one in self._too_long:
            sure[one], may[one] = self._by_itself(int(one))
        return sure, may

    def _first_certain(self, bare: Ints) -> Ints:
        """However the gaps between certain stretches are filled."""
        days = bare.copy()
        longest = np.zeros(self.people, np.int64)
        np.maximum.at(longest, self.certain.person, self._chains)
        heads = self.certain.heads
        who = self.certain.person[heads]
        chained = (longest[who] > 0) & (longest[who] <= LONGEST_CHAIN)
        heads, counts, who = heads[chained], self.certain.counts[chained], who[chained]
        days[who] = NEVER
        least = np.zeros((heads.size, 1 + int(counts.max(initial=0))), np.int64)
        place = 0
        while heads.size:
            day, fewest = self._runs(heads, place, least)
            reached = day <= self.certain.end[heads + place]
            days[who[reached]] = day[reached]
            least[:, place + 1] = fewest
            place += 1
            left = np.flatnonzero(~reached & (counts > place))
            heads, counts, who, least = heads[left], counts[left], who[left], least[left]
        return days

    def _runs(self, heads: Ints, place: int, least: Ints) -> Pair:
        """The latest first day, and the fewest units, over the runs that may hold the stretch at a place."""
        here = heads + place
        chain = self._chains[here]
        years = self.years[self.certain.person[heads]]
        day = np.zeros(heads.size, np.int64)
        fewest = np.full(heads.size, np.iinfo(np.int64).max)
        for run in range(max(0, place - LONGEST_CHAIN), place + 1):
            some = np.flatnonzero(chain >= place - run)
            start = self.certain.start[heads[some] + run]
            before = least[some, run]
            reach = when(start, YEAR * years[some] - before) if run else alone(start, years[some])
            day[some] = np.maximum(day[some], reach)
            fewest[some] = np.minimum(fewest[some], before + units(start, self.certain.end[here[some]]))
        return day, fewest

    def _first_possible(self) -> Ints:
        """No completion reaches the years earlier."""
        days = np.full(self.people, NEVER, np.int64)
        heads, counts = self.possible.heads, self.possible.counts
        who = self.possible.person[heads]
        need = YEAR * self.years[who]
        place = 0
        while heads.size:
            here = heads + place
            start, end, pieces = self.possible.start[here], self.possible.end[here], self._pieces[here]
            need = need - JOIN_LOSS * (pieces - 1)
            day = when(start, need)
            if place == 0:
                day = np.where(pieces == 1, alone(start, self.years[who]), day)
            reached = day <= end
            days[who[reached]] = day[reached]
            place += 1
            left = np.flatnonzero(~reached & (counts > place))
            need = need[left] - units(start[left], end[left])
            heads, counts, who = heads[left], counts[left], who[left]
        return days

    def _try_all(self, unsettled: Flags, sure: Ints, may: Ints) -> None:
        """Write the latest and the earliest first day over all choices of doubtful spells with exact dates."""
        doubts = self._doubts[unsettled[self._person[self._doubts]]]
        number = np.cumsum(unsettled) - 1
        person = number[self._person[doubts]]
        size = int(unsettled.sum())
        counts = np.bincount(person, minlength=size)
        rank = np.arange(person.size) - np.repeat(np.cumsum(counts) - counts, counts)
        # Every choice of a person is a person of its own: `begin` and on.
        choices = 1 << counts
        begin = np.cumsum(choices) - choices
        known = self.certain.of(unsettled)
        owner = number[known.person]
        base = np.repeat(np.arange(owner.size), choices[owner])
        doubt = np.repeat(np.arange(person.size), choices[person])
        choice = _places(choices[person])
        taken = (choice >> rank[doubt]) & 1 == 1
        doubt, choice = doubt[taken], choice[taken]
        union = merge(
            np.concatenate((begin[owner[base]] + _places(choices[owner]), begin[person[doubt]] + choice)),
            np.concatenate((known.start[base], self._spells.start[doubts][doubt])),
            np.concatenate((known.end[base], self._spells.end[doubts][doubt])),
        )
        days = first(union, np.repeat(self.years[unsettled], choices))
        sure[unsettled] = np.maximum.reduceat(days, begin)
        may[unsettled] = np.minimum.reduceat(days, begin)

    def _first_day_worked(self) -> Ints:
        """The day after the latest that the first day of a spell which certainly counts can be."""
        days = np.full(self.people, NEVER, np.int64)
        sure = self._spells.match == CERTAINLY
        worked = np.minimum(self._spells.start_latest + 1, self._spells.end)
        np.minimum.at(days, self._person[sure], worked[sure])
        return days

    def _by_itself(self, person: int) -> tuple[int, int]:
        rows = self._spells.take(self._person == person)
        spells = [
            Spell((int(a), int(b)), (int(c), int(d)), int(match))
            for a, b, c, d, match in zip(
                rows.start, rows.start_latest, rows.end_earliest, rows.end, rows.match, strict=True
            )
        ]
        sure, may = first_days(spells, int(self.years[person]))
        return NEVER if sure is None else sure, NEVER if may is None else may


def _places(counts: Ints) -> Ints:
    """0, 1, … up to each count, one after the other."""
    places: Ints = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
    return places
