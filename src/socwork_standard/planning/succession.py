"""Succession: who of a list of people could fill a post now, in one year, in three."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any, Literal

from socwork_standard.eligibility.check import Checker
from socwork_standard.errors import InputError
from socwork_standard.i18n import said
from socwork_standard.model.base import Language
from socwork_standard.model.policy import Policy
from socwork_standard.model.record import StaffRecord, own_id
from socwork_standard.planning.career import Options, Planner

When = Literal["now", "one_year", "three_years", "later"]
WHEN: tuple[When, ...] = ("now", "one_year", "three_years", "later")
_YEARS = ((1, "one_year"), (3, "three_years"))


@dataclass(frozen=True, slots=True)
class Successor:
    """One person: when they could fill the post at the earliest, and what is still to do."""

    record: str
    when: When
    status: str
    """What `check` says today."""
    arrival: str | None
    """The earliest day; None where it is not within three years."""
    steps: tuple[str, ...]
    """What is still to do, in the language asked for."""
    reason: str
    """Why no plan could be made; empty where one was."""

    def as_dict(self) -> dict[str, Any]:
        """The person's line as plain data."""
        return {**asdict(self), "steps": list(self.steps)}


def succession(
    people: Sequence[StaffRecord],
    card: int | str,
    category: str = "none",
    *,
    checker: Checker,
    as_of: date | str | None = None,
    policy: Policy | None = None,
    language: Language = "en",
    options: Options | None = None,
) -> list[Successor]:
    """Everybody of a list, those who could fill the post soonest first.

    Open readings are taken at their strictest unless the policy chooses, as in every plan.
    """
    chosen = replace(options or Options(), years=_YEARS[-1][0], most=1, explain=False)
    planner = Planner(checker, as_of=as_of, policy=policy, language=language, options=chosen)
    goal = planner.goal(card, category)
    found = []
    for number, person in enumerate(people, 1):
        status = checker.check(person, *goal, as_of=planner.day, policy=policy).status
        name = own_id(person) or str(number)
        try:
            plan = planner.plan(person, *goal)
        except InputError as failure:
            found.append(Successor(name, "later", status, None, (), said(language, failure)[0]))
            continue
        if plan.status == "held":
            found.append(Successor(name, "now", status, plan.as_of, (), ""))
        elif plan.ways:
            way = plan.ways[0]
            steps = tuple(step.text for step in way.steps)
            found.append(Successor(name, _when(planner.day, way.arrival), status, way.arrival, steps, ""))
        else:
            found.append(Successor(name, "later", status, None, (), plan.why[0] if plan.why else ""))
    return sorted(found, key=lambda one: (WHEN.index(one.when), one.arrival or "9999", one.record))


def _when(day: date, arrival: str) -> When:
    from socwork_standard.eligibility.calendar import add_years

    for years, name in _YEARS:
        if date.fromisoformat(arrival).toordinal() <= add_years(day.toordinal(), years):
            return "one_year" if name == "one_year" else "three_years"
    return "later"
