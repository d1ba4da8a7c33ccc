"""Answering the leaf questions of the rules for many people at once: two days for each person, as `eligibility.leaves`.

Whether a diploma or spell is of the kind asked for is found once for each key (`matches`), by the very code that
answers for a single record; diplomas and courses are then gathered (`papers`), and service is added up (`served`).
"""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Literal

import numpy as np

from socwork_standard.eligibility.columns.bits import Bits, Truth, every, nobody, unpacked
from socwork_standard.eligibility.columns.days import NEVER, DayColumn
from socwork_standard.eligibility.columns.matches import Matches
from socwork_standard.eligibility.columns.papers import Papers
from socwork_standard.eligibility.columns.served import Served
from socwork_standard.eligibility.columns.service import EVERY_DAY, Span
from socwork_standard.eligibility.columns.tables import Records
from socwork_standard.eligibility.leaves import ALWAYS
from socwork_standard.eligibility.tree import Ask, DiplomaAsk, FixedAsk, ServiceAsk, TrainingAsk, UnreadAsk

DayPair = tuple[DayColumn, DayColumn]
"""For each person, the first day certainly and the first day possibly met."""

Which = Literal[0, 1]
"""Certainly, or possibly."""


class ColumnLeaves:
    """Answers questions for the people of one set of records; each question is answered once.

    Days outside the span may be given as any other on the same side of it.
    """

    def __init__(self, records: Records, matches: Matches, span: Span = EVERY_DAY) -> None:
        self._records = records
        self._matches = matches
        self._span = span
        self._days: dict[Ask, DayPair] = {}
        self._truths: dict[Ask, tuple[Truth, Truth]] = {}

    @property
    def people(self) -> int:
        """How many people there are."""
        return self._records.people

    # -- by the day of the check ----------------------------------------------------------------------------------

    def judge_papers(self, asks: Iterable[Ask]) -> None:
        """Answer questions about diplomas and courses together."""
        asked = list(dict.fromkeys(asks))
        diplomas = [ask for ask in asked if isinstance(ask, DiplomaAsk)]
        courses = [ask for ask in asked if isinstance(ask, TrainingAsk)]
        tables = [self._matches.diplomas(ask) for ask in diplomas]
        self._truths |= zip(diplomas, self._diplomas.judged(tables, self._span), strict=True)
        tables = [self._matches.courses(ask.kind) for ask in courses]
        self._truths |= zip(courses, self._courses.judged(tables, self._span), strict=True)

    def judged(self, ask: Ask, which: Which) -> Truth:
        """Who meets the question certainly (or possibly) by the day of the check, and who does not."""
        if isinstance(ask, ServiceAsk):
            return self._served.judged(ask)[which]
        if isinstance(ask, FixedAsk):
            all_, none = every(self.people), nobody(self.people)
            return Truth(all_, none) if ask.met else Truth(none, all_)
        if isinstance(ask, UnreadAsk):
            all_, none = every(self.people), nobody(self.people)
            return Truth(all_, none) if which else Truth(none, all_)
        return self._truths[ask][which]

    def bound_service(self, asked: Mapping[ServiceAsk, Bits]) -> None:
        """Judge the people marked where that is easy."""
        self._served.bound(asked)

    def answer_service(self, asked: Mapping[ServiceAsk, Bits]) -> None:
        """Answer questions about service together, each for the people marked."""
        self._served.answer(asked)

    # -- first days -----------------------------------------------------------------------------------------------

    def first_day(self, ask: Ask) -> DayColumn:
        """The first day on which each person who is not judged otherwise certainly meets the question."""
        yes = unpacked(self.judged(ask, 0).yes, self.people)
        days: DayColumn = np.where(yes, np.int32(ALWAYS), np.int32(NEVER))
        if isinstance(ask, ServiceAsk):
            self._served.put_days(ask, days)
        elif isinstance(ask, DiplomaAsk):
            self._diplomas.put_later_days(self._matches.diplomas(ask), self._span, days)
        elif isinstance(ask, TrainingAsk):
            self._courses.put_later_days(self._matches.courses(ask.kind), self._span, days)
        return days

    def days(self, ask: Ask) -> DayPair:
        """When each person certainly and possibly meets the question."""
        known = self._days.get(ask)
        if known is None:
            known = self._days[ask] = self._answer(ask)
        return known

    def _answer(self, ask: Ask) -> DayPair:
        if isinstance(ask, DiplomaAsk):
            return self._diplomas.days(self._matches.diplomas(ask))
        if isinstance(ask, TrainingAsk):
            return self._courses.days(self._matches.courses(ask.kind))
        if isinstance(ask, FixedAsk):
            day = np.full(self.people, ALWAYS if ask.met else NEVER, np.int32)
            return day, day
        if isinstance(ask, UnreadAsk):
            return np.full(self.people, NEVER, np.int32), np.full(self.people, ALWAYS, np.int32)
        return self._served.days(ask)

    # -- what is asked about --------------------------------------------------------------------------------------

    @cached_property
    def _diplomas(self) -> Papers:
        held = self._records
        rows = held.diplomas
        return Papers(
            held.people, rows.person, rows.key, rows.first, rows.last, rows.dated, held.diplomas_open
        )

    @cached_property
    def _courses(self) -> Papers:
        held = self._records
        rows = held.courses
        return Papers(
            held.people, rows.person, rows.kind, rows.first, rows.last, rows.dated, held.courses_open
        )

    @cached_property
    def _served(self) -> Served:
        return Served(self._records, self._matches, self._span, self._diplomas)


__all__ = ["ColumnLeaves", "DayPair", "Matches", "Which"]
