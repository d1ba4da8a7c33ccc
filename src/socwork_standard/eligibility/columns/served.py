"""Questions about service for many people: which spells count for each, what is easily seen, and the first days.

Questions are asked together: a mask tells for each key of a spell which of them it may answer, another for each person
which are asked.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import numpy as np

from socwork_standard.eligibility.calendar import FOREVER
from socwork_standard.eligibility.columns.bits import (
    WIDTH,
    Bits,
    Masks,
    Truth,
    every,
    flags_of,
    masks,
    nobody,
    packed,
    unpacked,
)
from socwork_standard.eligibility.columns.bounds import Extents, extents
from socwork_standard.eligibility.columns.days import NEVER, DayColumn, Flags, Ints
from socwork_standard.eligibility.columns.matches import Matches
from socwork_standard.eligibility.columns.papers import Papers
from socwork_standard.eligibility.columns.service import Span, Spells, first_days_of, joined
from socwork_standard.eligibility.columns.stretches import starts_of
from socwork_standard.eligibility.columns.tables import Numbers, Records
from socwork_standard.eligibility.leaves import NOT_LISTED
from socwork_standard.eligibility.service import CERTAINLY, NEVER_BEFORE, NO, POSSIBLY
from socwork_standard.eligibility.tree import ServiceAsk


@lru_cache(maxsize=4096)
def counted_alike(ask: ServiceAsk) -> ServiceAsk:
    """The same question as it is asked of every card: what does not change its answer is left out."""
    card = ask.card if ask.posts in {"this_work", "own_profession"} else 0
    return replace(ask, category=None, card=card)


@dataclass(frozen=True, slots=True)
class Counted:
    """The first days, certain and possible, of the people for whom a question was answered."""

    people: Ints
    certain: Ints
    possible: Ints


@dataclass(frozen=True, slots=True)
class Chosen:
    """The places of the spells that may count for a question, and which of them count for certain."""

    rows: Ints
    certain: Flags


class Served:
    """The questions about service of the people of one set of records."""

    def __init__(self, records: Records, matches: Matches, span: Span, diplomas: Papers) -> None:
        self._records = records
        self._matches = matches
        self._span = span
        self._diplomas = diplomas
        self._truths: dict[ServiceAsk, tuple[Truth, Truth]] = {}
        self._counted: dict[ServiceAsk, Counted] = {}

    # -- what is known so far -------------------------------------------------------------------------------------

    def judged(self, ask: ServiceAsk) -> tuple[Truth, Truth]:
        """Who is known to meet the question by the day of the check, certainly and possibly, and who not to."""
        known = self._truths.get(counted_alike(ask))
        if known is None:
            nothing = Truth(nobody(self._records.people), nobody(self._records.people))
            known = self._truths[counted_alike(ask)] = nothing, nothing
        return known

    def put_days(self, ask: ServiceAsk, days: DayColumn) -> None:
        """Write the first day certainly met of the people for whom the question was answered."""
        found = self._counted.get(counted_alike(ask))
        if found is not None:
            days[found.people] = found.certain

    def days(self, ask: ServiceAsk) -> tuple[DayColumn, DayColumn]:
        """The first day on which each person certainly, and possibly, meets the question."""
        kind = counted_alike(ask)
        found = self._count({kind: every(self._records.people)})[kind]
        certain, possible = np.full((2, self._records.people), NEVER, np.int32)
        certain[found.people], possible[found.people] = found.certain, found.possible
        return certain, possible

    # -- finding more out -----------------------------------------------------------------------------------------

    def bound(self, asked: Mapping[ServiceAsk, Bits]) -> None:
        """Judge the people marked where that is easy."""
        marks = alike(asked)
        people = self._records.people
        for kind, chosen in self._chosen(marks):
            if kind.after is None:
                found = self._extents.judged(chosen.rows, chosen.certain, kind.years, people)
            else:
                spells = self._cut(kind, chosen)
                rows = np.arange(spells.person.size)
                lengths = extents(spells, self._span)
                found = lengths.judged(rows, spells.match == CERTAINLY, kind.years, people)
            self._learn(kind, found, marks[kind])

    def answer(self, asked: Mapping[ServiceAsk, Bits]) -> None:
        """Judge the people marked, with first days: who is asked twice counts as two."""
        people = self._records.people
        marks = alike(asked)
        for kind, found in self._count(marks).items():
            self._counted[kind] = found
            truths = []
            for days in (found.certain, found.possible):
                yes, no = np.zeros(people, np.bool_), np.ones(people, np.bool_)
                yes[found.people] = days <= self._span.by
                no[found.people] = days > min(self._span.until, NEVER - 1)
                truths.append(Truth(packed(yes), packed(no)))
            self._learn(kind, (truths[0], truths[1]), marks[kind])

    def _learn(self, kind: ServiceAsk, found: tuple[Truth, Truth], marks: Bits) -> None:
        sure, may = (
            Truth(known.yes | new.yes & marks, known.no | new.no & marks)
            for known, new in zip(self.judged(kind), found, strict=True)
        )
        self._truths[kind] = sure, may

    def _count(self, marks: Mapping[ServiceAsk, Bits]) -> dict[ServiceAsk, Counted]:
        """The first days of the people marked for each question who have spells that may count."""
        people, kinds, parts = self._records.people, list(marks), list[Spells]()
        for place, (kind, chosen) in enumerate(self._chosen(marks)):
            part = self._take(chosen) if kind.after is None else self._cut(kind, chosen)
            parts.append(part.moved(place * people))
        if not parts:
            return {}
        spells = joined(parts)
        heads = starts_of(spells.person)
        who = spells.person[heads]
        years = np.array([kind.years for kind in kinds], np.int64)[who // people]
        pairs = replace(spells, person=np.cumsum(heads) - 1)
        certain, possible = first_days_of(pairs, years, self._span)
        ends = np.searchsorted(who, np.arange(len(kinds) + 1) * people)
        return {
            kind: Counted(
                who[ends[place] : ends[place + 1]] - place * people,
                certain[ends[place] : ends[place + 1]],
                possible[ends[place] : ends[place + 1]],
            )
            for place, kind in enumerate(kinds)
        }

    # -- the spells -----------------------------------------------------------------------------------------------

    @cached_property
    def _spells(self) -> Spells:
        """All spells, and one for each person whose list may leave some out, which alone has a `match`."""
        rows = self._records.spells
        spells = Spells(
            rows.person.astype(np.int64),
            rows.start.astype(np.int64),
            rows.start_latest.astype(np.int64),
            rows.end_earliest.astype(np.int64),
            rows.end.astype(np.int64),
            np.full(rows.person.size, NO, np.int8),
        )
        return with_unlisted(spells, np.flatnonzero(self._records.spells_open))

    @cached_property
    def _extents(self) -> Extents:
        return extents(self._spells, self._span)

    @cached_property
    def _keys(self) -> Numbers:
        """The key of each spell; -1 for what a list may leave out."""
        listed = self._spells.match == NO
        keys = np.full(listed.size, -1, np.int32)
        keys[listed] = self._records.spells.key
        return keys

    def _chosen(self, marks: Mapping[ServiceAsk, Bits]) -> Iterator[tuple[ServiceAsk, Chosen]]:
        """For each question the spells that may count, of the people marked."""
        kinds = list(marks)
        for begin in range(0, len(kinds), WIDTH):
            some = kinds[begin : begin + WIDTH]
            may, sure = self._masks(some)
            wanted = masks(
                [unpacked(marks[kind], self._records.people) for kind in some], self._records.people
            )
            asked = may[self._keys] & wanted[self._spells.person]
            rows = np.flatnonzero(asked)
            answering = flags_of(asked[rows], len(some))
            certainly = flags_of(sure[self._keys[rows]], len(some))
            for kind, chosen, certain in zip(some, answering, certainly, strict=True):
                places = np.flatnonzero(chosen)
                yield kind, Chosen(rows[places], certain[places])

    def _masks(self, kinds: Sequence[ServiceAsk]) -> tuple[Masks, Masks]:
        """For each key the questions that it may answer, and that it answers for certain; last, an unlisted spell."""
        # Another thread may add keys meanwhile; the spells here have none of those.
        size = len(self._matches.spells(kinds[0]))
        matches = [np.append(self._matches.spells(kind)[:size], np.int8(POSSIBLY)) for kind in kinds]
        return (
            masks([match > 0 for match in matches], size + 1),
            masks([match == CERTAINLY for match in matches], size + 1),
        )

    def _take(self, chosen: Chosen) -> Spells:
        match = np.where(chosen.certain, np.int8(CERTAINLY), np.int8(POSSIBLY))
        return replace(self._spells.take(chosen.rows), match=match)

    def _cut(self, kind: ServiceAsk, chosen: Chosen) -> Spells:
        """The spells from the diploma on that the question names."""
        assert kind.after is not None
        certain, possible = self._diplomas.days(self._matches.diplomas(kind.after))
        return cut(self._take(chosen), possible.astype(np.int64), certain.astype(np.int64))


def alike(asked: Mapping[ServiceAsk, Bits]) -> dict[ServiceAsk, Bits]:
    """The people marked for each question, those asked alike together."""
    marks: dict[ServiceAsk, Bits] = {}
    for ask, bits in asked.items():
        kind = counted_alike(ask)
        marks[kind] = marks[kind] | bits if kind in marks else bits
    return marks


def with_unlisted(spells: Spells, people: Ints) -> Spells:
    """The spells with one more for each of these people: what an incomplete list may leave out.

    It comes first, since no spell begins earlier.
    """
    one = NOT_LISTED
    if not people.size:
        return spells
    places = np.searchsorted(spells.person, people)
    return Spells(
        np.insert(spells.person, places, people),
        np.insert(spells.start, places, one.start[0]),
        np.insert(spells.start_latest, places, one.start[1]),
        np.insert(spells.end_earliest, places, one.end[0]),
        np.insert(spells.end, places, one.end[1]),
        np.insert(spells.match, places, one.match),
    )


def cut(spells: Spells, earliest: Ints, latest: Ints) -> Spells:
    """The spells from a diploma on: certainly from its latest possible day, possibly from its earliest."""
    begin = np.maximum(earliest[spells.person], NEVER_BEFORE)
    kept = np.flatnonzero((begin < NEVER) & (begin < spells.end))
    begin, spells = begin[kept], spells.take(kept)
    sure_from = latest[spells.person]
    return Spells(
        spells.person,
        np.maximum(spells.start, begin),
        np.minimum(np.maximum(spells.start_latest, sure_from), FOREVER - 1),
        spells.end_earliest,
        spells.end,
        np.where(sure_from < spells.end_earliest, spells.match, np.minimum(spells.match, POSSIBLY)),
    )
