"""Answering the leaf questions of the rules for many people at once: two days for each person, as `eligibility.leaves`.

Whether a diploma or spell is of the kind asked for is found once for each key, by the very code that answers for
a single record; what is done here is to gather, to take the earliest day, and to add up service.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Final

import numpy as np

from socwork_standard.eligibility.calendar import FOREVER
from socwork_standard.eligibility.columns.days import NEVER, Codes, DayColumn, Flags, Ints
from socwork_standard.eligibility.columns.service import EVERY_DAY, Span, Spells, first_days_of, joined
from socwork_standard.eligibility.columns.stretches import starts_of
from socwork_standard.eligibility.columns.tables import Keys, Numbers, Records
from socwork_standard.eligibility.leaves import ALWAYS, NOT_LISTED, Leaves
from socwork_standard.eligibility.service import CERTAINLY, NEVER_BEFORE, NO, POSSIBLY
from socwork_standard.eligibility.tree import Ask, DiplomaAsk, FixedAsk, ServiceAsk, TrainingAsk

DayPair = tuple[DayColumn, DayColumn]
"""For each person, the first day certainly and the first day possibly met."""

EMPTY: Codes = np.zeros(0, np.int8)
_BITS: Final = 64
"""Questions in one word of bits."""


class Matches:
    """How surely each key answers each question: tables that grow with the keys."""

    def __init__(self, keys: Keys, leaves: Leaves) -> None:
        self._keys = keys
        self._leaves = leaves
        self._tables: dict[Hashable, Codes] = {}

    def diplomas(self, ask: DiplomaAsk) -> Codes:
        """`CERTAINLY`, `POSSIBLY` or `NO` for each key of a diploma."""
        known = self._tables.get(ask, EMPTY)
        new = self._keys.diplomas[known.size :]
        return self._grow(ask, known, [self._leaves.match(one, ask) for one in new])

    def spells(self, ask: ServiceAsk) -> Codes:
        """`CERTAINLY`, `POSSIBLY` or `NO` for each key of a spell, whatever the years."""
        ask = replace(ask, years=0)
        known = self._tables.get(ask, EMPTY)
        new = self._keys.spells[known.size :]
        return self._grow(ask, known, [self._leaves.match_spell(one, ask) for one in new])

    def kind(self, kind: str) -> int:
        """The number of a kind of course; -1 where no course of it has been seen."""
        return self._keys.kinds.index(kind) if kind in self._keys.kinds else -1

    def _grow(self, ask: Hashable, known: Codes, new: list[int]) -> Codes:
        if new:
            known = self._tables[ask] = np.concatenate((known, np.array(new, np.int8)))
        return known


def counted_alike(ask: ServiceAsk) -> ServiceAsk:
    """The same question as it is asked of every card: what does not change its answer is left out."""
    card = ask.card if ask.posts in {"this_work", "own_profession"} else 0
    return replace(ask, category=None, card=card)


class ColumnLeaves:
    """Answers questions for the people of one set of records; each question is answered once."""

    def __init__(self, records: Records, matches: Matches) -> None:
        self._records = records
        self._matches = matches
        self._answers: dict[Ask, DayPair] = {}

    @property
    def people(self) -> int:
        """How many people there are."""
        return self._records.people

    def days(self, ask: Ask) -> DayPair:
        """When each person certainly and possibly meets the question."""
        known = self._answers.get(ask)
        if known is None:
            known = self._answers[ask] = self._answer(ask)
        return known

    def _answer(self, ask: Ask) -> DayPair:
        if isinstance(ask, DiplomaAsk):
            return self._diploma(ask)
        if isinstance(ask, TrainingAsk):
            return self._training(ask)
        if isinstance(ask, FixedAsk):
            day = np.full(self._records.people, ALWAYS if ask.met else NEVER, np.int32)
            return day, day
        self.answer_service({ask: np.ones(self.people, np.bool_)})
        return self._answers[ask]

    # -- diplomas and courses -------------------------------------------------------------------------------------

    def _diploma(self, ask: DiplomaAsk) -> DayPair:
        rows = self._records.diplomas
        match = self._matches.diplomas(ask)[rows.key]
        sure = np.flatnonzero((match == CERTAINLY) & rows.dated)
        may = np.flatnonzero(match)
        return (
            self._earliest(rows.person[sure], rows.last[sure]),
            self._earliest(rows.person[may], rows.first[may], self._records.diplomas_open),
        )

    def _training(self, ask: TrainingAsk) -> DayPair:
        rows = self._records.courses
        kind = self._matches.kind(ask.kind)
        sure = np.flatnonzero((rows.kind == kind) & rows.dated)
        may = np.flatnonzero((rows.kind == kind) | (rows.kind == 0))
        return (
            self._earliest(rows.person[sure], rows.last[sure]),
            self._earliest(rows.person[may], rows.first[may], self._records.courses_open),
        )

    def _earliest(self, person: Numbers, day: DayColumn, always: Flags | None = None) -> DayColumn:
        """The earliest day of each person's rows; `ALWAYS` for the people marked, `NEVER` for who has no row."""
        days = np.full(self._records.people, NEVER, np.int32)
        if person.size:
            heads = np.flatnonzero(starts_of(person))
            days[person[heads]] = np.minimum.reduceat(day, heads)
        if always is not None:
            days[always] = ALWAYS
        return days

    # -- service --------------------------------------------------------------------------------------------------

    def answer_service(self, asked: Mapping[ServiceAsk, Flags], span: Span = EVERY_DAY) -> None:
        """Answer questions about service together, each for the people marked: who is asked twice counts as two.

        What a question answers for other people is of no meaning, nor which day it names outside the span.
        """
        alike: dict[ServiceAsk, Flags] = {}
        for ask, marks in asked.items():
            kind = counted_alike(ask)
            alike[kind] = alike[kind] | marks if kind in alike else marks
        kinds = sorted(alike, key=lambda kind: kind.after is not None)
        plain = sum(kind.after is None for kind in kinds)
        chosen = self._chosen(kinds, [alike[kind] for kind in kinds])
        parts = [self._counted(kinds[:plain], chosen[:plain])]
        for place in range(plain, len(kinds)):
            spells = self._counted(kinds[place : place + 1], chosen[place : place + 1])
            after = kinds[place].after
            assert after is not None
            parts.append(cut(spells, *self._after(after)).moved(place * self.people))
        years = np.repeat(np.array([kind.years for kind in kinds], np.int64), self.people)
        shape = (len(kinds), self.people)
        found = first_days_of(joined(parts) if len(parts) > 1 else parts[0], years, span)
        sure, may = (days.astype(np.int32).reshape(shape) for days in found)
        places = {kind: place for place, kind in enumerate(kinds)}
        for ask in asked:
            place = places[counted_alike(ask)]
            self._answers[ask] = (sure[place], may[place])

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
    def _keys(self) -> Numbers:
        """The key of each spell; -1 for what a list may leave out."""
        listed = self._spells.match == NO
        keys = np.full(listed.size, -1, np.int32)
        keys[listed] = self._records.spells.key
        return keys

    def _chosen(self, kinds: Sequence[ServiceAsk], marks: Sequence[Flags]) -> list[Ints]:
        """For each question the places of the spells that may count, of the people marked.

        A word of bits tells for each key which questions it may answer, another for each person which are asked.
        """
        chosen: list[Ints] = []
        for begin in range(0, len(kinds), _BITS):
            some = range(begin, min(begin + _BITS, len(kinds)))
            # Another thread may add keys meanwhile; the spells here have none of those.
            keys = len(self._matches.spells(kinds[begin]))
            counting = np.zeros(keys + 1, np.uint64)
            wanted = np.zeros(self.people, np.uint64)
            for bit, place in enumerate(some):
                may = self._matches.spells(kinds[place])[:keys] > 0
                counting[:-1] |= may.astype(np.uint64) << np.uint64(bit)
                counting[-1] |= np.uint64(1 << bit)
                wanted |= marks[place].astype(np.uint64) << np.uint64(bit)
            words = counting[self._keys] & wanted[self._spells.person]
            rows = np.flatnonzero(words)
            words = words[rows]
            chosen.extend(rows[(words & np.uint64(1 << bit)) != 0] for bit in range(len(some)))
        return chosen

    def _counted(self, kinds: Sequence[ServiceAsk], chosen: Sequence[Ints]) -> Spells:
        """The spells at these places for each question, one question's people after the other's."""
        if not kinds:
            return self._spells.take(np.zeros(0, np.int64))
        spells = self._spells.take(np.concatenate(chosen))
        match = [
            np.append(self._matches.spells(kind), np.int8(POSSIBLY))[self._keys[rows]]
            for kind, rows in zip(kinds, chosen, strict=True)
        ]
        sizes = [rows.size for rows in chosen]
        moved = spells.person + np.repeat(np.arange(len(kinds)) * self.people, sizes)
        return replace(spells, person=moved, match=np.concatenate(match))

    def _after(self, ask: DiplomaAsk) -> tuple[Ints, Ints]:
        """Earliest and latest first day of a diploma that answers the question, for each person."""
        certain, possible = self.days(ask)
        return possible.astype(np.int64), certain.astype(np.int64)


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
