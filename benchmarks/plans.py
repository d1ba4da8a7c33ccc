"""A plan to the head of a unit for somebody far from it, beside the search that tries everything anew.

No other program plans such a way, so the peer is the plain method: the same search, but whatever it comes to is gone
through again each time.  Both give the same plan, to the byte.
"""

import json
import sys
from typing import Any

from measure import Comparison, Size, Work, main

from socwork_standard.eligibility.check import Checker
from socwork_standard.planning import person
from socwork_standard.planning.career import Planner
from socwork_standard.planning.search import Arrival, Search
from socwork_standard.planning.state import State
from socwork_standard.planning.wants import Position

DAY = "2025-07-01"
CLERK: dict[str, Any] = {
    "id": "1",
    "education": [{"level": "post_secondary", "speciality": "law", "completed": "2016-06-30"}],
    "experience": [
        {"position": "accountant", "start": "2018-11-03", "end": "ongoing", "social_protection": True}
    ],
    "training": [],
}


class Anew(Search):
    """The search without anything kept."""

    def reach(self, state: State, goal: Position, above: frozenset[Position] = frozenset()) -> list[Arrival]:
        """Go through all ways again."""
        return self._reach(state, goal, above)


def _plan(size: Size) -> Work:
    goal = (13, "first") if size.quick else (15, "highest")
    planner = Planner(Checker(), as_of=DAY, policy={"preset": "literal"})

    def call() -> Any:  # noqa: ANN401 - a plan as JSON
        return json.loads(planner.plan(CLERK, *goal).to_json())

    return Work(call, answer=call)


def shared(size: Size) -> Work:
    """The search as it is."""
    return _plan(size)


def anew(size: Size) -> Work:
    """The search that tries everything anew."""
    setattr(person, "Search", Anew)  # noqa: B010 - this process is of this side alone
    return _plan(size)


COMPARISONS = (
    Comparison(
        "A plan over four posts and a degree (`literal`)",
        "shared",
        "anew",
        "the same search with nothing kept (no other program plans)",
    ),
)

if __name__ == "__main__":
    sys.exit(main(__file__, COMPARISONS))
