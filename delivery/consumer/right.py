"""A project that uses the package as its pages show; type checkers find nothing wrong here.

The comments name the type that each must see: a name that had lost its type would be `Any`, and `assert_type` refuses.
"""

from collections.abc import Sequence
from datetime import date
from typing import Literal, assert_type

import socwork_standard as sw

Status = Literal["eligible", "not_eligible", "needs_evidence", "needs_ruling"]

standard = sw.load_standard()
assert_type(standard, sw.Standard)
card = standard.card("social-worker")
assert_type(card, sw.Card)
assert_type(card.name.text("ru"), str)
record: dict[str, object] = {
    "education": [{"level": "higher", "speciality": "Социальная работа", "completed": "2023-06-25"}],
    "experience": [],
    "training": [],
}
decision = sw.check(record, card=15, as_of=date(2025, 6, 1))
assert_type(decision, sw.Decision)
assert_type(decision.status, Status)


def refused(people: Sequence[sw.StaffRecord]) -> list[sw.Decision]:
    """The decisions on card 13 that are no yes."""
    decisions = [sw.check(person, card=13) for person in people]
    return [one for one in decisions if one.status != "eligible"]


try:
    standard.card(99)
except sw.LookupFailure as failure:
    assert_type(failure.mend, str)
