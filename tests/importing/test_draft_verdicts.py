"""The draft of the order contradicts no verdict of the data made by hand."""

from itertools import product
from pathlib import Path
from typing import Any

import pytest
from importing_helpers import base, drafted

from socwork_standard.data.load import load_standard
from socwork_standard.data.standard import Standard
from socwork_standard.eligibility.check import Checker
from socwork_standard.importing.draft import EditionAsked
from socwork_standard.importing.write import write_draft

DAY = "2026-06-01"
LEVELS = (
    "basic_secondary",
    "tve_specialist",
    "post_secondary",
    "higher",
    "master",
    "phd",
    "doctor_of_science",
)
WORK: dict[str, Any] = {"qualification_level": "high", "start": "2010-09-01", "end": "ongoing"}
JOBS: list[list[dict[str, Any]]] = [
    [],
    [{**WORK, "position": "social-work-specialist", "category": "highest", "social_protection": False}],
    [{**WORK, "position": "social-work-specialist", "category": "highest", "social_protection": True}],
    [{**WORK, "position": "social-helper", "social_protection": True}],
]
CERTAIN = {"eligible", "not_eligible"}


@pytest.fixture(scope="module")
def imported(official_text: Path, tmp_path_factory: pytest.TempPathFactory) -> Standard:
    """Return the order's draft, loaded."""
    folder = tmp_path_factory.mktemp("imported") / "draft"
    write_draft(drafted(official_text.read_bytes(), EditionAsked()), folder)
    return load_standard(folder)


def test_no_sure_verdict_of_the_draft_is_the_opposite(imported: Standard) -> None:
    """Where both are sure of an answer, it is the same one, for every card and category."""
    by_hand, draft = Checker(base()), Checker(imported)
    sure = 0
    for level, speciality, jobs in product(LEVELS, ("social-work", "nursing", "law"), JOBS):
        diplomas = [{"level": level, "speciality": speciality, "completed": "2008-06-30"}]
        record = {"education": diplomas, "experience": jobs, "training": []}
        for card in base().cards:
            for category in card.categories:
                found = [
                    one.check(record, card.point, category, as_of=DAY).status for one in (by_hand, draft)
                ]
                assert len(CERTAIN.intersection(found)) < 2, (record, card.point, category, found)
                sure += found[0] == found[1]
    assert sure > 100


def test_the_amended_cards_are_advisory(imported: Standard) -> None:
    """From the day of the amending order on, the cards that it words anew are not in force in the draft either."""
    found = Checker(imported).check({"education": []}, 13, as_of="2026-07-12").as_dict()
    assert (found["in_force"], found["draft"]) == (False, True)
    assert Checker(imported).check({"education": []}, 13, as_of="2026-07-11").as_dict()["in_force"]
