"""What is said around an answer: contradictions in a diploma, and the lists that a no rests on."""

from __future__ import annotations

from typing import Any

import pytest
from records import CHECKER

from socwork_standard.eligibility.record import read_record

SOCIAL_WORK = {"level": "higher", "speciality": "Социальная работа", "completed": "2015-06-30"}
NOTHING: dict[str, Any] = {"education": [], "experience": [], "training": []}


def notes(card: int, **record: Any) -> list[str]:  # noqa: ANN401 - the fields of a record
    """Give the notes of a decision in English."""
    decision = CHECKER.check(read_record(NOTHING | record), card=card, as_of="2025-06-02", language="en")
    return list(decision.as_dict()["notes"])


def resting(found: list[str]) -> list[str]:
    """Give what the note says on lists that must be complete."""
    return [note for note in found if note.startswith("This no rests")]


def test_a_code_and_a_name_that_disagree_are_told() -> None:
    """The code is followed, and the note names what each means."""
    found = notes(15, education=[SOCIAL_WORK | {"speciality_code": "6B04201"}])
    (said,) = [note for note in found if "6B04201" in note]
    assert "Law" in said
    assert "Social work" in said


@pytest.mark.parametrize("code", ["6B11401", "6В11401", "5B090500", "no code"])
def test_a_code_that_agrees_or_is_unknown_is_not_told(code: str) -> None:
    """A code of the same speciality, of a field around it, or of nothing known contradicts no name."""
    assert not [
        note for note in notes(15, education=[SOCIAL_WORK | {"speciality_code": code}]) if code in note
    ]


def test_a_no_names_only_the_lists_that_it_rests_on() -> None:
    """More diplomas could help here; the course that is listed, and more of them, could not."""
    course = {"kind": "short_course", "completed": "2020-01-01"}
    low = {"level": "general_secondary", "completed": "2010-06-30"}
    assert resting(notes(15, education=[low], training=[course])) == [
        "This no rests on the lists being complete: education."
    ]


def test_a_no_that_no_list_could_change_rests_on_none() -> None:
    """Service lacks and is known to be none: that other lists are complete does not matter."""
    assert resting(notes(18, education=[SOCIAL_WORK], experience=[])) == []
