"""What the search works out once gives what it would have found each time anew."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from people import ASSISTANT, BACHELOR, DAY, MASTER, people

from socwork_standard.eligibility.check import Checker
from socwork_standard.planning import person as searches
from socwork_standard.planning.career import Options, Planner
from socwork_standard.planning.search import Arrival, Search
from socwork_standard.planning.state import State
from socwork_standard.planning.wants import Position

CHECKER = Checker()
KNOWN: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "known_plans.json").read_text(encoding="utf-8")
)
SMALL = ((9, "none"), (10, "none"), (12, "second"), (13, "none"), (13, "first"), (14, "second"), (18, "none"))


class Anew(Search):
    """The search that tries everything anew wherever it comes: slow, and nothing in it can be out of date."""

    def reach(self, state: State, goal: Position, above: frozenset[Position] = frozenset()) -> list[Arrival]:
        """Find the ways on from a state by going through all of them."""
        return self._reach(state, goal, above)


def plan(record: dict[str, Any], goal: tuple[int, str], preset: str | None) -> dict[str, Any]:
    """Return a plan as plain data."""
    policy = {"preset": preset} if preset else None
    planner = Planner(CHECKER, as_of=DAY, policy=policy, options=Options(explain=False))
    content: dict[str, Any] = json.loads(planner.plan(record, *goal).to_json())
    return content


@pytest.mark.slow
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(people(), st.sampled_from(SMALL), st.sampled_from((None, "practice", "literal")))
def test_the_search_that_shares_finds_what_the_exhaustive_one_finds(
    monkeypatch: pytest.MonkeyPatch, record: dict[str, Any], goal: tuple[int, str], preset: str | None
) -> None:
    """Whoever the person is, both searches give the same plan to the byte."""
    shared = plan(record, goal, preset)
    with monkeypatch.context() as patch:
        patch.setattr(searches, "Search", Anew)
        assert plan(record, goal, preset) == shared


@pytest.mark.parametrize("goal", [(15, "first"), (16, "none"), (18, "none")], ids=str)
@pytest.mark.parametrize("record", [BACHELOR, MASTER, ASSISTANT], ids=["bachelor", "master", "assistant"])
def test_three_known_people_get_the_same_plan_from_both_searches(
    monkeypatch: pytest.MonkeyPatch, record: dict[str, Any], goal: tuple[int, str]
) -> None:
    """A ladder of several categories is climbed alike with and without sharing."""
    shared = plan(record, goal, None)
    monkeypatch.setattr(searches, "Search", Anew)
    assert plan(record, goal, None) == shared


@pytest.mark.parametrize(
    "known", KNOWN, ids=[f"{n}-{one['card']}-{one['category']}" for n, one in enumerate(KNOWN)]
)
def test_plans_kept_from_the_exhaustive_search_stay(known: dict[str, Any]) -> None:
    """Days of arrival, months of learning, attestations and steps are those that the first, slow search found."""
    found = plan(known["record"], (known["card"], known["category"]), known["preset"])
    ways = [
        [way["arrival"], way["learning_months"], way["attestations"], len(way["steps"])]
        for way in found["ways"]
    ]
    assert (found["status"], ways) == (known["status"], known["ways"])
