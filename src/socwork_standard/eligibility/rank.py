"""Every card and category for one person, best first."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from socwork_standard.eligibility.check import Case, Checker, read_day
from socwork_standard.eligibility.decision import Decision
from socwork_standard.eligibility.evaluate import STATUSES
from socwork_standard.model.base import CATEGORIES, Language
from socwork_standard.model.policy import Policy
from socwork_standard.model.record import StaffRecord


def every_card(
    checker: Checker,
    person: StaffRecord,
    *,
    as_of: date | str | None = None,
    policy: Policy | Mapping[str, Any] | None = None,
    language: Language = "en",
) -> list[Decision]:
    """Decisions on every card and category: best status first, then the highest level and category."""
    known = checker.read_facts(person)
    cases = [
        checker.case(person, known, card.point, category, as_of, policy, language)
        for card in checker.standard.cards_on(read_day(as_of))
        for category in card.categories
    ]
    return [case.decision() for case in sorted(cases, key=_best_first)]


def _best_first(case: Case) -> tuple[int, int, int, int]:
    return (
        STATUSES.index(case.status),
        -max(case.card.level.levels),
        -case.card.point,
        -CATEGORIES.index(case.category),
    )
