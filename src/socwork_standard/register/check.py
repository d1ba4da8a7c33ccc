"""Checking a whole register: the post that each person holds, one card and category, or every card."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from socwork_standard.data.standard import Standard
from socwork_standard.eligibility.calendar import add_months
from socwork_standard.eligibility.check import Case, Checker, read_day, read_policy
from socwork_standard.eligibility.facts import Facts
from socwork_standard.eligibility.readings import disputed, policy_choices
from socwork_standard.eligibility.record import read_record
from socwork_standard.errors import InputError, LookupFailure
from socwork_standard.i18n import text
from socwork_standard.model.base import Language
from socwork_standard.model.decision import Contested
from socwork_standard.model.policy import Policy
from socwork_standard.model.record import StaffRecord
from socwork_standard.register.held import Cards, Held, NotFound, held_posts
from socwork_standard.register.model import Register, RegisterProblem, Severity
from socwork_standard.register.result import HORIZONS, Question, RegisterResult, Upcoming, Verdict
from socwork_standard.vocabulary.names import Aliases

Progress = Callable[[int, int | None], object]
"""Called after each person with how many are done, and of how many; an answer of `False` stops the work there."""

_NO_FAULT = frozenset(("R501", "R502"))
"""Problems that may be no mistake: a register may well hold people who hold no post of the standard."""

Chosen = str | tuple[int | str, str]
"""`held`, `all`, or a card and a category."""


def check_register(
    register_or_records: Register | Iterable[StaffRecord | Mapping[str, Any]],
    *,
    cards: Chosen = "held",
    as_of: date | str | None = None,
    policy: Policy | Mapping[str, Any] | None = None,
    standard: Standard | None = None,
    aliases: Aliases | None = None,
    language: Language = "en",
    progress: Progress | None = None,
) -> RegisterResult:
    """Decide everybody of a register on one day (today where absent).

    `cards` is `held` (the post that each person holds now), `all` (every card and category), or a card with a
    category.  A person who cannot be decided stands in `problems`; the others are decided all the same.  Where
    `progress` answers `False`, what was done comes back, and those left stand in `undecided`.
    Raises `InputError` for a wrong day, policy or category and `LookupFailure` for a card that does not exist.
    """
    register = _register(register_or_records)
    checker = Checker(standard, aliases=aliases)
    day, read = read_day(as_of), read_policy(policy)
    policy_choices(read, checker.standard.readings, checker.standard.readings_file.presets)
    question = Question(_chosen(checker, cards, day), day, read, language)
    return _Run(checker, question, register).run(progress)


def _register(given: Register | Iterable[StaffRecord | Mapping[str, Any]]) -> Register:
    if isinstance(given, Register):
        return given
    records = tuple(read_record(one) for one in given)
    return Register("", records, (), len(records), len(records), (), MappingProxyType({}))


def _chosen(checker: Checker, cards: Chosen, day: date) -> str | tuple[int, str]:
    if isinstance(cards, tuple):
        card = checker.standard.card(cards[0], day)
        return card.point, checker.category(card, cards[1])
    if cards not in {"held", "all"}:
        raise InputError(
            f"{cards!r} is not what can be checked.", "cards", "Use held, all, or (card, category)."
        )
    return cards


class _Run:
    """One run over a register."""

    def __init__(self, checker: Checker, question: Question, register: Register) -> None:
        self._checker = checker
        self._question = question
        self._register = register
        listed = [(card.point, card.slug, card.categories) for card in checker.standard.cards]
        self._cards = Cards.of(iter(listed))
        self._every = tuple((point, category) for point, _, categories in listed for category in categories)
        day = question.as_of.toordinal()
        self._limits = tuple((months, date.fromordinal(add_months(day, months))) for months in HORIZONS)
        self._verdicts: list[Verdict] = []
        self._upcoming: list[Upcoming] = []
        self._problems: list[RegisterProblem] = []

    def run(self, progress: Progress | None) -> RegisterResult:
        """Look at everybody, until told to stop."""
        records = self._register.records
        done = 0
        for done, record in enumerate(records, 1):
            self._person(record, _name(record, done))
            if progress is not None and progress(done, len(records)) is False:
                break
        left = tuple(_name(one, number) for number, one in enumerate(records[done:], done + 1))
        return RegisterResult(
            standard=self._checker.standard,
            register=self._register,
            question=self._question,
            verdicts=tuple(self._verdicts),
            upcoming=tuple(
                sorted(self._upcoming, key=lambda one: (one.day, one.record, one.card, one.category))
            ),
            problems=(*self._register.problems, *self._problems),
            undecided=left,
        )

    def _person(self, record: StaffRecord, name: str) -> None:
        """Decide one person; whatever is wrong with the record becomes a problem of that person."""
        try:
            person = _Person(self._checker, self._question, record, self._checker.read_facts(record))
            asked = self._asked(person)
            held = () if isinstance(asked, NotFound) else asked
            verdicts = [self._verdict(person.case(one.card, one.category), name, one) for one in held]
            upcoming = list(self._coming(person, name))
        except (InputError, LookupFailure) as failure:
            self._problem("R505", name, f"{failure.where}: {failure.what}", None)
            return
        if isinstance(asked, NotFound):
            self._problem(asked.code, name, asked.value, "experience")
        self._verdicts.extend(verdicts)
        self._upcoming.extend(upcoming)

    def _asked(self, person: "_Person") -> tuple[Held, ...] | NotFound:
        cards = self._question.cards
        if cards == "held":
            day = self._question.as_of
            return held_posts(person.record, person.known, self._checker.names, day, self._cards)
        pairs = (cards,) if isinstance(cards, tuple) else self._every
        return tuple(Held(point, category) for point, category in pairs)

    # -- one verdict -------------------------------------------------------------------------------------------------

    def _verdict(self, case: Case, name: str, held: Held) -> Verdict:
        first = case.eligible_from()
        in_force = self._checker.standard.in_force(held.card, first).in_force if first else None
        return Verdict(
            record=name,
            unit=case.person.unit,
            card=held.card,
            category=held.category,
            status=case.status,
            by_preset=case.by_preset(),
            in_force=case.force.in_force,
            eligible_from=first,
            eligible_from_in_force=in_force,
            missing=() if case.status == "eligible" else tuple(case.explainer().missing(case.result)),
            contested=tuple(self._contested(case)),
            notes=tuple(self._notes(case, held)),
        )

    def _contested(self, case: Case) -> Iterator[Contested]:
        if case.days.same_on(case.ordinal):
            return
        readings = self._checker.standard.readings
        for one in disputed(case.rule, readings, case.status_with)[0]:
            question = readings[one["reading"]].question.text(case.language)
            yield Contested(reading=one["reading"], question=question, outcomes=one["outcomes"])

    def _notes(self, case: Case, held: Held) -> Iterator[str]:
        for doubt in held.doubts:
            yield text(case.language, f"staff.note.{doubt}")
        for key, values in case.facts.warnings:
            yield text(case.language, key, **values)

    # -- who comes next ----------------------------------------------------------------------------------------------

    def _coming(self, person: "_Person", name: str) -> Iterator[Upcoming]:
        """The cards and categories that time alone opens within the longest horizon."""
        cards = self._question.cards
        for point, category in self._every:
            if isinstance(cards, tuple) and point != cards[0]:
                continue
            case = person.case(point, category)
            if case.status == "eligible":
                continue
            day = case.eligible_from()
            within = next((months for months, last in self._limits if day and day <= last), None)
            if day is not None and within is not None:
                force = self._checker.standard.in_force(point, day).in_force
                yield Upcoming(name, person.record.unit, point, category, day, within, case.status, force)

    # -- problems ----------------------------------------------------------------------------------------------------

    def _problem(self, code: str, name: str, value: str, column: str | None) -> None:
        language = self._question.language
        severity: Severity = "notice" if code in _NO_FAULT else "error"
        sheet, row = self._register.places.get(name, (None, None))
        message = text(language, f"staff.{code}", value=value)
        mend = text(language, f"staff.{code}.mend")
        self._problems.append(RegisterProblem(code, severity, sheet, row, column, value, name, message, mend))


class _Person:
    """One person with the cases asked so far, which all share one answerer of questions."""

    def __init__(self, checker: Checker, question: Question, record: StaffRecord, known: Facts) -> None:
        self.record = record
        self.known = known
        self._checker = checker
        self._question = question
        self._leaves = checker.leaves(known)
        self._cases: dict[tuple[int, str], Case] = {}

    def case(self, card: int, category: str) -> Case:
        """The case of a card and category."""
        case = self._cases.get((card, category))
        if case is None:
            asked = self._question
            case = self._checker.case(
                self.record, self.known, card, category, asked.as_of, asked.policy, asked.language
            )
            vars(case)["leaves"] = self._leaves  # what the property would work out anew for every case
            self._cases[card, category] = case
        return case


def _name(record: StaffRecord, number: int) -> str:
    """The id of a record; its place in the list (from 1) where it has none."""
    return record.id if record.id is not None else f"#{number}"
