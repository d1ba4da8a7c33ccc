"""CASE packages, judged by the official JSON Schema and OpenAPI of 1.1 and by the schema of a consumer of 1.0."""

import copy
import json
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest
from judges import asked, official_json, written

Json = dict[str, Any]
LANGUAGES = ("kk", "ru", "en")


def package(language: str, version: str = "1.1") -> Json:
    """The package of a language."""
    name = "case" if version == "1.1" else "case-1.0"
    files = written(name)
    found: Json = json.loads(files[f"Q88100061-case-{version}.{language}.json"])
    return found


def faults_1_1(value: Json) -> list[str]:
    """What the official JSON Schema of CASE 1.1 says against a package."""
    schema = official_json("case-v1p1-cfpackage.json")
    checker = jsonschema.Draft201909Validator(
        schema, format_checker=jsonschema.Draft201909Validator.FORMAT_CHECKER
    )
    return [one.message for one in checker.iter_errors(value)]


def faults_1_0(value: Json) -> list[str]:
    """What the schema of a consumer of CASE 1.0 says against a package."""
    schema = official_json("case-v1p0-cfpackage-schema-opensalt.json")
    checker = jsonschema.Draft7Validator(schema, format_checker=jsonschema.Draft7Validator.FORMAT_CHECKER)
    return [one.message for one in checker.iter_errors(value)]


def faults_openapi(value: Json) -> list[str]:
    """What the official OpenAPI of CASE 1.1 says against a package."""
    validator = pytest.importorskip("openapi_schema_validator")
    document = official_json("imscasev1p1_openapi3_v1p0.json")
    schema = {"$ref": "#/components/schemas/CFPackageDType", "components": document["components"]}
    return [one.message for one in validator.OAS30Validator(schema).iter_errors(value)]


JUDGES: dict[str, tuple[str, Callable[[Json], list[str]]]] = {
    "json-schema": ("1.1", faults_1_1),
    "openapi": ("1.1", faults_openapi),
    "consumer-1.0": ("1.0", faults_1_0),
}


@pytest.mark.slow
@pytest.mark.parametrize("judge", JUDGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_valid(judge: str, language: str) -> None:
    """The package of each language is valid for each judge."""
    version, faults = JUDGES[judge]
    assert faults(package(language, version)) == []


def _no_title(value: Json) -> None:
    del value["CFDocument"]["title"]


def _unknown_association(value: Json) -> None:
    value["CFAssociations"][0]["associationType"] = "isCousinOf"


def _unknown_key(value: Json) -> None:
    value["CFItems"][1]["colour"] = "red"


def _no_statement(value: Json) -> None:
    del value["CFItems"][2]["fullStatement"]


FAULTS = [
    (judge, spoil)
    for judge in JUDGES
    for spoil in (_no_title, _unknown_association, _unknown_key, _no_statement)
    if (judge, spoil)
    != ("consumer-1.0", _unknown_key)  # its schema closes objects with a word no validator reads
]


@pytest.mark.parametrize(("judge", "spoil"), FAULTS)
def test_planted_faults_are_found(judge: str, spoil: Callable[[Json], None]) -> None:
    """Each judge finds each planted fault, so its silence means something."""
    version, faults = JUDGES[judge]
    small = copy.deepcopy(package("kk", version))
    small["CFItems"] = small["CFItems"][:5]
    small["CFAssociations"] = small["CFAssociations"][:5]
    spoil(small)
    assert faults(small)


def test_every_item_hangs_in_the_tree() -> None:
    """Every item has exactly one parent, and following parents ends at the document."""
    value = package("ru")
    above: dict[str, str] = {}
    for one in value["CFAssociations"]:
        if one["associationType"] == "isChildOf":
            origin = one["originNodeURI"]["identifier"]
            assert origin not in above
            above[origin] = one["destinationNodeURI"]["identifier"]
    top = value["CFDocument"]["identifier"]
    for item in value["CFItems"]:
        place = item["identifier"]
        for _ in range(6):
            if place == top:
                break
            place = above[place]
        assert place == top


def test_translations_point_to_the_kazakh_package() -> None:
    """Everything of the Russian package is a translation of something that the Kazakh package holds."""
    kazakh, russian = package("kk"), package("ru")
    known = {kazakh["CFDocument"]["identifier"], *(one["identifier"] for one in kazakh["CFItems"])}
    said = [one for one in russian["CFAssociations"] if one["associationType"] == "isTranslationOf"]
    assert {one["destinationNodeURI"]["identifier"] for one in said} == known
    assert len(said) == len(known)


def test_words_are_the_orders() -> None:
    """The Kazakh statements are the words of the data, item by item."""
    texts = {node.id: node.texts["kk"] for node in asked().framework.nodes}
    found = {one["humanCodingScheme"]: one["fullStatement"] for one in package("kk")["CFItems"]}
    assert texts.items() <= found.items()


def test_superseded_cards_end() -> None:
    """The items of cards 12 to 16 carry the last day of their wording, the others none."""
    for item in package("en")["CFItems"]:
        card = item["humanCodingScheme"].partition(".")[0]
        if item["CFItemType"] == "SQF level":
            continue
        assert item.get("statusEndDate") == ("2026-07-11" if card in {"12", "13", "14", "15", "16"} else None)


def test_old_consumers_get_nothing_new() -> None:
    """The 1.0 package has none of the keys that 1.1 added."""
    raw = written("case-1.0")["Q88100061-case-1.0.en.json"].decode()
    for key in ("targetType", "caseVersion", "frameworkType", "extensions"):
        assert f'"{key}"' not in raw


@pytest.mark.parametrize(("language", "word"), [("ru", "Социальная работа"), ("en", "Social work")])
def test_education_is_in_the_language_of_the_package(language: str, word: str) -> None:
    """The table of education is not Kazakh in the packages of other languages."""
    rows = [
        row
        for item in package(language)["CFItems"]
        for row in item.get("extensions", {}).get("education", ())
    ]
    assert any(row["speciality"] == word for row in rows)
    said = "".join(row[key] for row in rows for key in ("level", "speciality", "qualification"))
    assert not set(said) & set("әғқңөұүһіӘҒҚҢӨҰҮҺІ")
