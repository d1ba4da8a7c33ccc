"""Schemas and pages of formats: they are generated, committed, and agree with the models and the data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from socwork_standard.checks.formats import FORMATS, Format
from socwork_standard.checks.pages import COMMAND as PAGES_COMMAND
from socwork_standard.checks.pages import generate_pages
from socwork_standard.checks.schemas import COMMAND, generate_schemas, schema_text, write_schemas
from socwork_standard.checks.writing import write_pages
from socwork_standard.data.parts import part_files, part_model
from socwork_standard.data.strict_yaml import parse_yaml

SCHEMAS = generate_schemas()


class Editor(yaml.SafeLoader):
    """YAML as editors read it: numbers and truth values typed, days left as text."""


Editor.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in listed if not tag.endswith("timestamp")]
    for first, listed in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def both(text: str) -> list[Any]:
    """Return a file's value as our reader gives it, and as an editor's does."""
    return [parse_yaml(text, "file").value, yaml.load(text, Loader=Editor)]  # noqa: S506 - a safe loader


def mistakes(name: str, value: Any) -> list[str]:  # noqa: ANN401 - YAML holds anything
    """Return what a schema says against a value."""
    found = jsonschema.Draft202012Validator(SCHEMAS[f"{name}.schema.json"]).iter_errors(value)
    return [f"{list(one.path)}: {one.message[:200]}" for one in found]


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_committed_schema_is_the_model_s(name: str, root: Path) -> None:
    """A committed schema is what the model gives today."""
    path = root / "schemas" / name
    assert path.is_file(), f"{name} is missing: run {COMMAND}"
    assert path.read_text(encoding="utf-8") == schema_text(SCHEMAS[name]), (
        f"{name} has drifted: run {COMMAND}"
    )


def test_no_schema_is_left_over(root: Path) -> None:
    """The schemas that this module owns are all in the folder, under their own names."""
    there = {path.name for path in (root / "schemas").glob("*.schema.json")}
    assert set(SCHEMAS) <= there, f"run {COMMAND}"


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_schema_is_a_schema(name: str) -> None:
    """Each schema is valid under its dialect and says what it is."""
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[name])
    assert {"$schema", "$id", "title", "description"} <= SCHEMAS[name].keys()


def test_the_ids_of_schemas_differ() -> None:
    """No two schemas have one id."""
    assert len({schema["$id"] for schema in SCHEMAS.values()}) == len(SCHEMAS)


def test_every_data_file_answers_its_schema(root: Path) -> None:
    """The real data passes its schemas, read strictly or as an editor reads it."""
    by_model = {one.model: one.name for one in FORMATS}
    for name, path in part_files(root / "standard_data"):
        schema = by_model[part_model(name)]
        for value in both(path.read_text(encoding="utf-8")):
            assert mistakes(schema, value) == [], name


@pytest.mark.parametrize("one", FORMATS, ids=lambda one: one.name)
def test_the_example_of_each_format_answers_model_and_schema(one: Format) -> None:
    """The example on a format's page is one that the program takes or writes."""
    values = [json.loads(one.example)] if one.written else both(one.example)
    one.model.model_validate(values[0])
    for value in values:
        assert mistakes(one.name, value) == []


def test_a_file_may_hold_several_records() -> None:
    """Several people stand under `staff`."""
    assert mistakes("staff-record", {"staff": [{"id": 417}, {"id": "0418"}]}) == []
    assert mistakes("staff-record", {"stuff": []})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("policy", {"readngs": {}}),
        ("policy", {"readings": {"higher-diploma": ["accept"]}}),
        ("staff-record", {"education": [{"levl": "higher"}]}),
        ("editions", {"standard": "Q88100061"}),
        ("aliases", {"clients": {"a": "b"}}),
        ("cases", {"cases": [{"name": "no question"}]}),
        ("curriculum", {"programme": {"title": "A"}, "courses": []}),
        ("defects", {"defects": [{"id": "a", "kind": "bad", "places": [], "summary": {}, "done": {}}]}),
    ],
)
def test_a_wrong_file_does_not_answer_its_schema(name: str, value: dict[str, Any]) -> None:
    """A schema refuses what the model refuses: misspelt keys, wrong types, missing keys."""
    assert mistakes(name, value)


@pytest.mark.parametrize("name", generate_pages())
def test_the_committed_page_is_the_generated_one(name: str, root: Path) -> None:
    """The reference pages of formats and problems are what the models and the catalogue give today."""
    path = root / "docs" / "reference" / name
    assert path.is_file(), f"{name} is missing: run {PAGES_COMMAND}"
    assert path.read_text(encoding="utf-8") == generate_pages()[name], (
        f"{name} has drifted: run {PAGES_COMMAND}"
    )


def test_the_commands_write_every_file(tmp_path: Path) -> None:
    """The two commands that repair a drift write all schemas and all pages."""
    assert {path.name for path in write_schemas(tmp_path / "schemas")} == set(SCHEMAS)
    assert len(list(write_pages(tmp_path / "reference", generate_pages()))) == len(generate_pages())
    assert json.loads((tmp_path / "schemas" / "card.schema.json").read_text(encoding="utf-8"))
