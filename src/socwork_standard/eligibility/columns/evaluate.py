"""The column-wise evaluator: every card and category for many people at once, from the same compiled rules.

It answers what a register needs: the status, the status under each preset and under any other combination of
readings, and `eligible_from`.  It explains nothing; what it answers equals the explaining checker, person by person.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from socwork_standard.eligibility.calendar import FOREVER
from socwork_standard.eligibility.check import Checker, read_day, read_policy
from socwork_standard.eligibility.columns.days import NEVER, Codes, DayColumn, Flags
from socwork_standard.eligibility.columns.encode import NOTHING, encode_facts, encode_records
from socwork_standard.eligibility.columns.leaves import ColumnLeaves, Matches
from socwork_standard.eligibility.columns.plan import Plan, Sides
from socwork_standard.eligibility.columns.service import Span
from socwork_standard.eligibility.columns.tables import Keys, Records
from socwork_standard.eligibility.columns.values import Values
from socwork_standard.eligibility.evaluate import STATUSES, Status
from socwork_standard.eligibility.facts import Facts
from socwork_standard.eligibility.readings import policy_choices, with_preset, with_settled
from socwork_standard.eligibility.tree import CompiledRule
from socwork_standard.model.policy import Policy
from socwork_standard.model.record import StaffRecord

STATUS: Final = "status"
LENIENT: Final = "lenient"
STRICT: Final = "strict"
VIEWS: Final = (STATUS, LENIENT, STRICT)
"""The decision's status; and the status with every open reading at its most lenient and at its strictest answer."""

UNDECIDED: Final = -1
"""In place of a status, where the record could not be read."""

NO_DAY: Final = 0
"""In place of `eligible_from`, where time alone does not do it."""

_ELIGIBLE, _RULING, _EVIDENCE, _NOT = (
    STATUSES.index(one) for one in ("eligible", "needs_ruling", "needs_evidence", "not_eligible")
)


@dataclass(frozen=True, slots=True)
class Question:
    """A card and one of its categories."""

    card: int
    category: str


@dataclass(frozen=True, slots=True)
class _Text:
    """The rule of a question from one day until another text is used."""

    start: int
    until: int
    sides: Sides


@dataclass(frozen=True)
class Answers:
    """What came out: for each view a row of status codes a question, a column a person.

    A code is the place of the status in `eligibility.evaluate.STATUSES`, or `UNDECIDED`; a day in `eligible_from`
    is a day number, or `NO_DAY`; it is empty where first days were not asked for.
    `problems` holds the people who were not decided, with the reason.
    """

    questions: tuple[Question, ...]
    statuses: Mapping[str, Codes]
    eligible_from: DayColumn
    problems: Mapping[int, str]

    def status(self, person: int, question: Question, view: str = STATUS) -> Status | None:
        """One person's status; None where the record could not be read."""
        code = int(self.statuses[view][self.questions.index(question), person])
        return None if code == UNDECIDED else STATUSES[code]

    def first_day(self, person: int, question: Question) -> date | None:
        """One person's `eligible_from`."""
        day = int(self.eligible_from[self.questions.index(question), person])
        return None if day == NO_DAY else date.fromordinal(day)


class Evaluator:
    """Decides whole registers for one day, under one policy; keep one for many sets of records.

    `combinations` names further choices of readings to be answered for, beside the presets: name → reading → answer,
    each taken on top of the policy.  Without `presets` there is the status alone (and the combinations), and without
    `first_days` no `eligible_from`: what is not asked for costs nothing.
    """

    def __init__(
        self,
        checker: Checker | None = None,
        *,
        as_of: date | str | None = None,
        policy: Policy | Mapping[str, Any] | None = None,
        cards: Iterable[int | str] | None = None,
        combinations: Mapping[str, Mapping[str, str]] | None = None,
        presets: bool = True,
        first_days: bool = True,
    ) -> None:
        self.checker = checker or Checker()
        self.day = read_day(as_of)
        self.keys = Keys()
        self._matches = Matches(self.keys, self.checker.leaves(NOTHING))
        self.plan = Plan()
        standard = self.checker.standard
        asked = standard.points if cards is None else cards
        chosen = [standard.card(card, self.day) for card in asked]
        self.questions = tuple(
            Question(card.point, category) for card in chosen for category in card.categories
        )
        choices = self._choices(read_policy(policy), combinations or {}, presets=presets)
        self.choices = choices[STATUS]
        self.views = (*(VIEWS if presets else (STATUS,)), *(name for name in choices if name != STATUS))
        self.first_days = first_days
        self._sides = {
            view: tuple(self.plan.add(self.rule(question, answers)) for question in self.questions)
            for view, answers in choices.items()
        }
        timed = self.questions if first_days else ()
        self._texts = tuple(self._over_time(question, self.choices) for question in timed)

    def _choices(
        self, policy: Policy | None, combinations: Mapping[str, Mapping[str, str]], *, presets: bool
    ) -> dict[str, dict[str, str]]:
        """The answers chosen in each view."""
        readings, named = self.checker.standard.readings, self.checker.standard.readings_file.presets
        chosen = policy_choices(policy, readings, named)
        views = {STATUS: with_settled(chosen, readings)}
        if presets:
            views |= {preset.id: with_preset(preset.id, policy, readings) for preset in named}
        for name, answers in combinations.items():
            also = policy_choices(Policy(readings=dict(answers)), readings, named)
            views[name] = with_settled({**chosen, **also}, readings)
        return views

    def rule(self, question: Question, choices: Mapping[str, str]) -> CompiledRule:
        """The rule of a question on the day of the check, with these answers chosen."""
        standard = self.checker.standard
        held = standard.in_force(question.card, self.day).held
        return self.checker.rule(standard.card(question.card, self.day), held, question.category, choices)

    def _over_time(self, question: Question, choices: Mapping[str, str]) -> tuple[_Text, ...]:
        """The texts of a card from the day of the check on, as in `Case.eligible_from`."""
        standard, texts = self.checker.standard, []
        start: date | None = self.day
        while start is not None:
            change = standard.next_text(question.card, start)
            held = standard.in_force(question.card, start).held
            card = standard.card_of(question.card, held)
            category = question.category if question.category in card.categories else "none"
            sides = self.plan.add(self.checker.rule(card, held, category, choices))
            until = FOREVER + 1 if change is None else change.toordinal()
            texts.append(_Text(start.toordinal(), until, sides))
            start = change
        return tuple(texts)

    # -- deciding -------------------------------------------------------------------------------------------------

    def encode(self, records: Iterable[StaffRecord | Mapping[str, Any]]) -> Records:
        """The columns of staff records."""
        return encode_records(records, self.checker.names, self.keys)

    def encode_facts(self, people: Sequence[Facts]) -> Records:
        """The columns of facts already read (`Checker.read_facts`)."""
        return encode_facts(people, self.keys)

    def decide(self, records: Records) -> Answers:
        """Decide everybody in every question and view."""
        return self.answers(self.values(records), records)

    def values(self, records: Records, *, everything: bool = False) -> Values:
        """The answers to the questions of all rules.

        Those about service are answered for the people for whom a status or a first day hangs on them; with
        `everything` for everybody, as explanations need it.
        """
        day = self.day.toordinal()
        span = Span(day, NEVER if self.first_days else day)
        values = Values(self.plan, ColumnLeaves(records, self._matches, span))
        values.answer_service(everything=everything)
        return values

    def answers(self, values: Values, records: Records) -> Answers:
        """The statuses and first days of everybody."""
        shape = (len(self.questions), records.people)
        statuses = {view: np.empty(shape, np.int8) for view in self.views}
        for view, rows in self._sides.items():
            for row, sides in enumerate(rows):
                statuses[view][row] = status_codes(values, sides)
        for row, sides in enumerate(self._sides[STATUS] if LENIENT in self.views else ()):
            statuses[LENIENT][row] = _side(
                values.met(sides.lenient_certain), values.met(sides.lenient_possible)
            )
            statuses[STRICT][row] = _side(values.met(sides.strict_certain), values.met(sides.strict_possible))
        first = np.full(shape if self.first_days else (0, 0), NO_DAY, np.int32)
        for row, texts in enumerate(self._texts):
            first[row] = _first_days(values, texts)
        if records.problems:
            wrong = np.fromiter(records.problems, np.int64)
            for codes in statuses.values():
                codes[:, wrong] = UNDECIDED
            if self.first_days:
                first[:, wrong] = NO_DAY
        return Answers(self.questions, statuses, first, records.problems)


def status_codes(values: Values, sides: Sides) -> Codes:
    """`Days.outcome` of the single checker, over columns."""
    certain, possible = values.met(sides.strict_certain), values.met(sides.lenient_possible)
    codes = _side(certain, possible)
    if sides.lenient_certain != sides.strict_certain or sides.lenient_possible != sides.strict_possible:
        split = values.met(sides.lenient_certain) & ~values.met(sides.strict_possible)
        codes[split & ~certain & possible] = _RULING
    return codes


def _side(certain: Flags, possible: Flags) -> Codes:
    codes: npt.NDArray[np.int8] = _CODES[certain.view(np.int8) + 2 * possible.view(np.int8)]
    return codes


_CODES = np.array([_NOT, _ELIGIBLE, _EVIDENCE, _ELIGIBLE], np.int8)
"""By certainly met + 2 × possibly met."""


def _first_days(values: Values, texts: tuple[_Text, ...]) -> DayColumn:
    """The first day of the first text in which a person is eligible."""
    found: DayColumn | None = None
    for text in texts:
        day = np.maximum(values.days(text.sides.strict_certain), np.int32(text.start))
        day[day >= text.until] = NO_DAY
        found = day if found is None else np.where(found == NO_DAY, day, found)
    assert found is not None
    return found


__all__ = [
    "LENIENT",
    "NO_DAY",
    "STATUS",
    "STRICT",
    "UNDECIDED",
    "Answers",
    "Evaluator",
    "Question",
    "status_codes",
]
