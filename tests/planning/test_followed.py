"""A plan followed to the letter: the checker itself says that it arrives on its day, and not before."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from people import ASSISTANT, BACHELOR, DAY, MASTER, TARGETS, people

from socwork_standard.eligibility.check import Checker
from socwork_standard.model.plan import Plan, Way
from socwork_standard.planning.career import Options, Planner

QUIET = Options(explain=False)
CHECKER = Checker()


def plan(record: dict[str, Any], goal: tuple[int, str], policy: dict[str, Any] | None = None) -> Plan:
    """Return the plan of a person, without what readings would change."""
    return Planner(CHECKER, as_of=DAY, policy=policy, options=QUIET).plan(record, *goal)


def status(way: Way, goal: tuple[int, str], day: date, policy: dict[str, Any] | None = None) -> str:
    """Return what the checker says of the record as it will be."""
    return CHECKER.check(way.record, *goal, as_of=day, policy=policy).status


def holds(found: Plan, goal: tuple[int, str], policy: dict[str, Any] | None = None) -> None:
    """Assert what holds of every plan."""
    assert found.status in {"reachable", "held", "unreachable"}
    for way in found.ways:
        arrival = date.fromisoformat(way.arrival)
        assert status(way, goal, arrival, policy) == "eligible"
        assert status(way, goal, arrival - timedelta(days=1), policy) != "eligible"
        assert way.arrival == max(step.end for step in way.steps)
        for step in way.steps:
            assert found.as_of <= step.start <= step.end
            if step.kind == "service" and step.card is not None:
                post = (step.card, step.category or "none")
                assert status(way, post, date.fromisoformat(step.start), policy) == "eligible"


@pytest.mark.slow
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(people(), st.sampled_from(TARGETS))
def test_a_plan_followed_to_the_letter_arrives_on_its_last_day_and_not_before(
    record: dict[str, Any], goal: tuple[int, str]
) -> None:
    """Whoever the person is, `check` says eligible on the day of arrival and not on the day before."""
    holds(plan(record, goal), goal)


@pytest.mark.slow
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(people(), st.sampled_from(TARGETS), st.sampled_from(("practice", "literal")))
def test_a_plan_under_a_policy_arrives_under_that_policy(
    record: dict[str, Any], goal: tuple[int, str], preset: str
) -> None:
    """With a preset chosen, plan and check agree under that preset."""
    policy = {"preset": preset}
    holds(plan(record, goal, policy), goal, policy)


@pytest.mark.parametrize("record", [BACHELOR, MASTER, ASSISTANT], ids=["bachelor", "master", "assistant"])
@pytest.mark.parametrize("goal", TARGETS, ids=str)
def test_plans_of_three_known_people_hold(record: dict[str, Any], goal: tuple[int, str]) -> None:
    """The plans shown in the guide arrive on their days."""
    holds(plan(record, goal), goal)


def test_service_goes_on_to_the_arrival_where_a_study_proves_needless() -> None:
    """The five years of the shorter degree are served to their end, not to the three of the longer one."""
    ongoing = {"social_protection": True, "end": "ongoing"}
    record = {
        "id": "x",
        "education": [
            {"level": "primary", "completed": "2017-05-09"},
            {"level": "tve_specialist", "speciality": "social-work", "completed": "2018-04-14"},
        ],
        "experience": [
            {"position": "social-worker-assistant", "start": "2021-11-07", "category": "first", **ongoing}
            | {"social_protection": False},
            {"position": "accountant", "start": "2023-04-15", "category": "none", **ongoing},
            {"position": "social-work-specialist", "start": "2013-09-04", "category": "highest", **ongoing}
            | {"end": "2014-03-26"},
        ],
        "training": [],
    }
    holds(plan(record, (16, "none")), (16, "none"))
