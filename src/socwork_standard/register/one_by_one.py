"""Deciding a register person by person with the explaining checker: for short lists, and without numpy."""

from collections.abc import Iterable, Iterator

from socwork_standard.eligibility.check import Case
from socwork_standard.eligibility.facts import Facts
from socwork_standard.eligibility.readings import disputed
from socwork_standard.errors import InputError, LookupFailure
from socwork_standard.model.decision import Contested
from socwork_standard.model.record import StaffRecord
from socwork_standard.register.answered import Answered, Asking, found, wrong
from socwork_standard.register.held import Held, NotFound
from socwork_standard.register.result import Upcoming, Verdict

Named = tuple[str, StaffRecord]
"""A record with the name that its answers carry."""


def one_by_one(asking: Asking, people: Iterable[Named]) -> Iterator[Answered]:
    """The answer for each person, in their order."""
    for name, record in people:
        yield _answer(asking, record, name)


def _answer(asking: Asking, record: StaffRecord, name: str) -> Answered:
    """Decide one person; whatever is wrong with the record becomes a problem of that person."""
    try:
        known = asking.checker.read_facts(record)
        asked = asking.asked(record, known)
        person = _Person(asking, record, known, name)
        held = () if isinstance(asked, NotFound) else asked
        verdicts = [person.verdict(one) for one in held]
        return found(asking.question.language, asked, verdicts, list(person.upcoming()))
    except (InputError, LookupFailure) as failure:
        return wrong(asking.question.language, failure)


class _Person:
    """One person with the cases asked so far, which all share one answerer of questions."""

    def __init__(self, asking: Asking, record: StaffRecord, known: Facts, name: str) -> None:
        self._asking = asking
        self._record = record
        self._known = known
        self._name = name
        self._leaves = asking.checker.leaves(known)
        self._cases: dict[tuple[int, str], Case] = {}

    def _case(self, card: int, category: str) -> Case:
        case = self._cases.get((card, category))
        if case is None:
            asked = self._asking.question
            case = self._asking.checker.case(
                self._record, self._known, card, category, asked.as_of, asked.policy, asked.language
            )
            vars(case)["leaves"] = self._leaves  # what the property would work out anew for every case
            self._cases[card, category] = case
        return case

    def verdict(self, held: Held) -> Verdict:
        """The verdict on a card and category."""
        case = self._case(held.card, held.category)
        first = case.eligible_from()
        return Verdict(
            record=self._name,
            unit=self._record.unit,
            card=held.card,
            category=held.category,
            status=case.status,
            by_preset=case.by_preset(),
            in_force=case.force.in_force,
            eligible_from=first,
            eligible_from_in_force=self._asking.in_force(held.card, first) if first else None,
            missing=() if case.status == "eligible" else tuple(case.explainer().missing(case.result)),
            contested=tuple(_contested(case)),
            notes=tuple(self._asking.notes(held, self._known)),
        )

    def upcoming(self) -> Iterator[Upcoming]:
        """The cards and categories that time alone opens within the longest horizon."""
        for point, category in self._asking.every:
            case = self._case(point, category)
            if case.status == "eligible":
                continue
            day = case.eligible_from()
            within = None if day is None else self._asking.within(day.toordinal())
            if day is not None and within is not None:
                force = self._asking.in_force(point, day)
                yield Upcoming(
                    self._name, self._record.unit, point, category, day, within, case.status, force
                )


def _contested(case: Case) -> Iterator[Contested]:
    if case.days.same_on(case.ordinal):
        return
    readings = case.checker.standard.readings
    for one in disputed(case.rule, readings, case.status_with)[0]:
        question = readings[one["reading"]].question.text(case.language)
        yield Contested(reading=one["reading"], question=question, outcomes=one["outcomes"])
