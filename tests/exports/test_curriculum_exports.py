"""What a curriculum covers, for other programs: only what a person confirmed is written."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from judges import asked, official_json

from socwork_standard.curriculum.links import links, text_sha256
from socwork_standard.curriculum.mapping import map_curriculum
from socwork_standard.exports.curricula import Covered, coverage_case, coverage_schema_org
from socwork_standard.exports.pages import COMMAND, generate_pages
from socwork_standard.model.curriculum import Curriculum
from socwork_standard.model.review import MappingDecision, Said

TEXT = "Кейс-менеджмент құралын пайдаланып, отбасының қажеттіліктерін кешенді бағалайды"
CURRICULUM = Curriculum.model_validate(
    {
        "programme": {"title": "Programme 1", "level": "higher", "language": "kk"},
        "courses": [
            {"code": "SW1", "title": "Course 1", "credits": 5, "outcomes": [{"id": "LO1", "text": TEXT}]},
            {"code": "SW2", "title": "Course 2"},
        ],
    }
)


def covered() -> tuple[Covered, str, str]:
    """One suggestion confirmed and one rejected; their competencies come back too."""
    mapping = map_curriculum(CURRICULUM, 5, asked().framework.standard)
    yes, no = (one.competency for one in mapping.outcomes[0].suggestions[:2])
    said: tuple[tuple[str, Said], ...] = ((yes, "confirmed"), (no, "rejected"))
    decisions = [
        MappingDecision(
            course="SW1",
            outcome="LO1",
            competency=slug,
            decision=word,
            by="reviewer 1",
            on=date(2026, 11, 1),
            edition="2024-125",
            text_sha256=text_sha256(TEXT),
        )
        for slug, word in said
    ]
    return Covered(CURRICULUM, links(mapping.outcomes, decisions, "2024-125")), yes, no


def package() -> dict[str, Any]:
    """The CASE package of that curriculum."""
    value: dict[str, Any] = json.loads(coverage_case(asked().framework, covered()[0], "en", asked().ids))
    return value


def test_only_the_confirmed_link_is_written_to_case() -> None:
    """The outcome is joined to every item that prints the confirmed competency, and to nothing else."""
    _, yes, _ = covered()
    related = [one for one in package()["CFAssociations"] if one["associationType"] == "isRelatedTo"]
    items = asked().framework.standard.competencies[yes].items
    assert {one["destinationNodeURI"]["title"] for one in related} == set(items)
    assert {one["originNodeURI"]["title"] for one in related} == {"SW1 LO1"}


def test_destinations_are_the_items_of_the_exported_standard() -> None:
    """A link ends at an identifier that the package of the standard has."""
    from socwork_standard.exports.case import case_package

    known = {one["identifier"] for one in case_package(asked().framework, "en", asked().ids)["CFItems"]}
    related = [one for one in package()["CFAssociations"] if one["associationType"] == "isRelatedTo"]
    assert {one["destinationNodeURI"]["identifier"] for one in related} <= known


def test_official_schema() -> None:
    """The package is valid for the official schema of CASE 1.1."""
    schema = official_json("case-v1p1-cfpackage.json")
    assert [one.message for one in jsonschema.Draft201909Validator(schema).iter_errors(package())] == []


def test_courses_teach_what_was_confirmed() -> None:
    """The schema.org course teaches the confirmed competency; a course without decisions teaches nothing."""
    given, yes, no = covered()
    document = json.loads(coverage_schema_org(asked().framework, given, asked().ids))
    first, second = document["hasCourse"]
    assert [one["termCode"] for one in first["teaches"]] == [yes]
    assert no not in json.dumps(document)
    assert second["teaches"] == []


@pytest.mark.parametrize("name", generate_pages())
def test_the_page_is_the_generated_one(name: str) -> None:
    """The committed page of the formats says what the code says."""
    path = Path(__file__).parents[2] / "docs" / "reference" / name
    assert path.read_text(encoding="utf-8") == generate_pages()[name], f"run {COMMAND}"
