"""Comparing answers to open readings: what each would change for one person or for a staff list."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from socwork_standard.eligibility.check import Case, Checker, read_day
from socwork_standard.eligibility.evaluate import Status
from socwork_standard.eligibility.readings import disputed
from socwork_standard.model.policy import Policy
from socwork_standard.model.record import StaffRecord


@dataclass(frozen=True, slots=True)
class Comparison:
    """One card and category: the status now, under each preset, and what each open reading changes."""

    card: int
    category: str
    status: Status
    by_preset: dict[str, Status]
    contested: list[dict[str, Any]]
    settles: list[dict[str, str]]

    def as_dict(self) -> dict[str, Any]:
        """The comparison as plain data."""
        return {
            "card": self.card,
            "category": self.category,
            "status": self.status,
            "by_preset": self.by_preset,
            "contested": self.contested,
            "settles": self.settles,
        }


def compare_policies(
    checker: Checker,
    person: StaffRecord,
    *,
    as_of: date | str | None = None,
    policy: Policy | Mapping[str, Any] | None = None,
    cards: Iterable[int] | None = None,
) -> list[Comparison]:
    """For every card and category, what the open readings change for this person; only where they change something."""
    known = checker.read_facts(person)
    found = []
    for card in checker.standard.cards_on(read_day(as_of)):
        if cards is not None and card.point not in cards:
            continue
        for category in card.categories:
            case = checker.case(person, known, card.point, category, as_of, policy)
            presets = case.by_preset()
            if not case.days.same_on(case.ordinal) or set(presets.values()) != {case.status}:
                contested, settles = _disputed(case)
                found.append(Comparison(card.point, category, case.status, presets, contested, settles))
    return found


def _disputed(case: Case) -> tuple[list[dict[str, Any]], list[dict[str, str]]]:
    if case.days.same_on(case.ordinal):
        return [], []
    return disputed(case.rule, case.checker.standard.readings, case.status_with)


def hanging_on(
    checker: Checker, people: Iterable[StaffRecord], *, as_of: date | str | None = None
) -> dict[str, int]:
    """For each open reading, how many of these people have a card or category whose answer hangs on it."""
    counts = {name: 0 for name, reading in checker.standard.readings.items() if reading.standing == "open"}
    for person in people:
        touched = {
            one["reading"]
            for comparison in compare_policies(checker, person, as_of=as_of)
            for one in comparison.contested
        }
        for name in touched & set(counts):
            counts[name] += 1
    return counts
