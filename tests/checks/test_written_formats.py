"""What the program writes answers the schemas of its formats: decisions, plans, mappings; and so do files of cases."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from socwork_standard.checks.formats import FORMATS
from socwork_standard.curriculum.mapping import map_curriculum
from socwork_standard.data.load import load_standard
from socwork_standard.data.strict_yaml import parse_yaml, read_yaml
from socwork_standard.eligibility.cases import case_files, read_cases, run_case
from socwork_standard.eligibility.check import Checker
from socwork_standard.model.aliases import Aliases
from socwork_standard.model.base import LANGUAGES
from socwork_standard.model.case import Cases
from socwork_standard.model.curriculum import Curriculum
from socwork_standard.model.plan import Plan
from socwork_standard.planning.career import plan_career
from socwork_standard.vocabulary.names import Names

ROOT = Path(__file__).resolve().parents[2]
FILES = list(case_files([ROOT / "tests" / "cases"]))
ASKED = {
    "format",
    "standard",
    "edition",
    "data_sha256",
    "record",
    "record_sha256",
    "card",
    "category",
    "as_of",
}
ANSWERED = {"status", "by_preset", "in_force", "eligible_from", "eligible_from_in_force", "policy"}
EXPLAINED = {"assumed", "missing", "contested", "settles", "changes", "findings", "notes"}
CONTRACT = ASKED | ANSWERED | EXPLAINED
PARTS = {
    "assumed": {"reading", "answer", "why"},
    "missing": {"requirement", "what", "document"},
    "contested": {"reading", "outcomes"},
    "changes": {"steps", "from"},
    "findings": {"id", "outcome", "quote", "point", "text", "children"},
}
COURSE = {"kind": "short_course", "completed": "2024-05-31"}
PEOPLE: list[tuple[dict[str, Any], int, str]] = [
    (
        {"id": "1", "education": [{"level": "general_secondary"}], "experience": [], "training": []},
        13,
        "first",
    ),
    ({"education": [{"level": "higher", "speciality": "social-work", "completed": "2020"}]}, 18, "none"),
    ({"education": [{"level": "primary", "completed": "2001"}], "training": [COURSE]}, 9, "none"),
    ({"id": "4", "education": []}, 15, "highest"),
]


@cache
def example_of(name: str) -> str:
    """Give the example of a format."""
    return next(one.example for one in FORMATS if one.name == name)


def committed(name: str) -> dict[str, Any]:
    """Return a schema as it is kept in the folder of schemas."""
    text = (ROOT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


def mistakes(name: str, value: object) -> list[str]:
    """Return what a schema says against a value."""
    found = jsonschema.Draft202012Validator(committed(name)).iter_errors(value)
    return [f"{list(one.path)}: {one.message[:200]}" for one in found]


@cache
def decisions(path: Path) -> list[tuple[str, dict[str, Any]]]:
    """Return the decisions on the cases of a file as JSON gives them back, each with its place."""
    checker = Checker()
    found = []
    for where, case in read_cases(path):
        ask = case.ask
        decision = checker.check(case.record, ask.card, ask.category, as_of=ask.as_of, policy=ask.policy)
        found.append((where, json.loads(decision.to_json())))
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_decision_answers_its_schema(path: Path) -> None:
    """The decision on each written case has exactly the types that its schema promises."""
    for where, decision in decisions(path):
        assert mistakes("decision", decision) == [], where


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_decision_has_the_keys_that_others_rely_on(path: Path) -> None:
    """Each decision is of format 1 and has every public key, and so have its parts."""
    for where, decision in decisions(path):
        assert decision["format"] == 1, where
        assert decision.keys() >= CONTRACT, where
        for key, wanted in PARTS.items():
            assert all(part.keys() >= wanted for part in decision[key]), f"{where}: {key}"


def test_no_decision_has_a_key_that_its_schema_does_not_name() -> None:
    """A key added to the decision must be added to its type, and so gets a meaning on the page."""
    part = committed("decision")["$defs"]["Decision"]
    assert set(part["properties"]) >= CONTRACT
    for path in FILES:
        for _, decision in decisions(path):
            assert set(part["required"]) <= decision.keys() <= part["properties"].keys()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_file_of_cases_answers_its_schema(path: Path) -> None:
    """The cases that lawyers wrote pass the schema that their editor checks them with."""
    assert mistakes("cases", read_yaml(path).value) == []


def test_several_decisions_stand_under_one_key() -> None:
    """Several people or cards give one object with the decisions in a list."""
    several = [decision for _, decision in decisions(FILES[0])]
    assert mistakes("decision", {"decisions": several}) == []
    assert mistakes("decision", {"decisions": [{}]})


@pytest.mark.parametrize(
    ("key", "value"),
    [("format", 2), ("status", "maybe"), ("card", "13"), ("in_force", "yes"), ("missing", None)],
)
def test_a_decision_with_a_wrong_value_is_refused(key: str, value: object) -> None:
    """What the program writes is typed exactly: no text for a number, no other status, no null for a list."""
    _, decision = decisions(FILES[0])[0]
    assert mistakes("decision", {**decision, key: value})


@pytest.mark.parametrize("key", sorted(CONTRACT))
def test_a_decision_without_a_public_key_is_refused(key: str) -> None:
    """No public key may be left out."""
    _, decision = decisions(FILES[0])[0]
    assert mistakes("decision", {name: value for name, value in decision.items() if name != key})


def test_a_decision_may_get_new_keys() -> None:
    """A reader of today takes the decision of a later version that has more keys."""
    _, decision = decisions(FILES[0])[0]
    assert mistakes("decision", {**decision, "later": True}) == []


@pytest.mark.parametrize(("record", "card", "category"), PEOPLE)
def test_a_plan_answers_its_schema(record: dict[str, Any], card: int, category: str) -> None:
    """A plan, whatever comes out, has the types of its schema and every key of its model."""
    plan = json.loads(plan_career(record, card, category, as_of="2025-07-01").to_json())
    assert mistakes("plan", plan) == []
    assert plan.keys() == Plan.model_fields.keys()


def test_the_plans_tested_come_out_in_different_ways() -> None:
    """Plans that arrive and plans for a post held already are both among those tested."""
    plans = [plan_career(record, card, category, as_of="2025-07-01") for record, card, category in PEOPLE]
    found = {plan.status for plan in plans}
    assert found >= {"reachable", "held"}


PROGRAMMES = sorted((ROOT / "examples" / "programmes").glob("*.yaml"))
DECIDED = [path for path in PROGRAMMES if ".decisions" in path.name]


@pytest.mark.parametrize("path", DECIDED, ids=lambda path: path.stem)
def test_example_decisions_answer_their_schema(path: Path) -> None:
    """What reviewers decided on the example passes the schema of mapping decisions."""
    assert mistakes("mapping-decisions", read_yaml(path).value) == []


@pytest.mark.parametrize(
    "path", [path for path in PROGRAMMES if path not in DECIDED], ids=lambda path: path.stem
)
def test_an_example_curriculum_and_its_mapping_answer_their_schemas(path: Path) -> None:
    """A programme passes the schema of curricula, and what `map` says of it that of mappings."""
    document = read_yaml(path)
    assert mistakes("curriculum", document.value) == []
    assert mistakes("mapping", map_curriculum(document.build(Curriculum)).as_dict()) == []


def test_a_course_without_outcomes_is_mapped_under_null() -> None:
    """The mapping of a course that lists no outcomes answers its schema too, in every language."""
    for language in LANGUAGES:
        course = {"code": "A1", "title": "Social work", "language": language}
        curriculum = Curriculum.model_validate({"programme": {"title": "A"}, "courses": [course]})
        mapping = map_curriculum(curriculum).as_dict()
        assert mapping["outcomes"][0]["outcome"] is None
        assert mistakes("mapping", mapping) == []


@pytest.mark.parametrize("one", [one for one in FORMATS if one.written], ids=lambda one: one.name)
def test_the_schema_of_an_answer_explains_every_key(one: Any) -> None:  # noqa: ANN401 - a row of the table
    """In the schemas of what the program writes each key says what it means, `staff record` and `policy` aside."""
    schema = committed(one.name)
    own = {"StaffRecord", "Education", "Experience", "Training", "Attested"}
    parts = [schema, *(part for name, part in schema["$defs"].items() if name not in own)]
    for part in parts:
        for key, value in part.get("properties", {}).items():
            assert "description" in value, key


def test_the_cases_of_the_page_come_out() -> None:
    """The cases shown as an example are true: each comes out as it says."""
    checker = Checker()
    for case in parse_yaml(example_of("cases"), "cases").build(Cases).cases:
        assert run_case(case, checker).differences == ()


def test_the_aliases_of_the_page_name_terms() -> None:
    """The aliases shown as an example point to terms that the vocabularies have."""
    aliases = parse_yaml(example_of("aliases"), "aliases").build(Aliases).by_vocabulary()
    names = Names(load_standard(), aliases)
    indexes = {
        "education-levels": names.levels,
        "specialities": names.specialities,
        "qualifications": names.qualifications,
        "posts": names.posts,
    }
    assert aliases.keys() == indexes.keys()
    for vocabulary, written in aliases.items():
        for name, term in written.items():
            assert indexes[vocabulary].by_name(name).id == term
