"""SKOS and schema.org, judged by published shapes, by skosify, by rdflib and by a list of schema.org's own words."""

import json
import logging
from typing import Any

import pytest
from judges import asked, official, written

from socwork_standard.exports.skos import skos_graph

rdflib = pytest.importorskip("rdflib", reason="the extra rdf is not installed")

SHAPES = ("skos.shacl.ttl", "skos.bestPractice.shacl.ttl", "skohub.shacl.ttl")
KNOWN: dict[str, set[str]] = {
    "Occupation": {
        "name",
        "description",
        "identifier",
        "occupationalCategory",
        "responsibilities",
        "educationRequirements",
        "experienceRequirements",
        "skills",
        "qualifications",
    },
    "CategoryCode": {"codeValue", "name", "inCodeSet"},
    "EducationalOccupationalCredential": {"identifier", "educationalLevel", "name", "competencyRequired"},
    "OccupationalExperienceRequirements": {"identifier", "description", "monthsOfExperience"},
    "DefinedTermSet": {"name", "version", "license", "hasDefinedTerm", "description"},
    "DefinedTerm": {"name", "termCode", "inDefinedTermSet"},
}
"""The properties that schema.org gives to each type (those that are used here)."""


def conforms(graph: Any, shapes: str) -> tuple[bool, str]:  # noqa: ANN401 - an rdflib graph
    """Does the graph conform to a file of published shapes?  Warnings do not count."""
    pyshacl = pytest.importorskip("pyshacl")
    ok, _, words = pyshacl.validate(
        graph, shacl_graph=str(official(f"skos/{shapes}")), allow_warnings=True, allow_infos=True
    )
    return ok, words


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("shapes", SHAPES)
def test_published_shapes(shapes: str) -> None:
    """The graph conforms to the published shapes of SKOS."""
    framework = asked().framework
    ok, words = conforms(skos_graph(framework, asked().ids), shapes)
    assert ok, words[:3000]


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_planted_faults_in_skos() -> None:
    """A second label in one language and a related concept that is also broader are found by the shapes."""
    skos = rdflib.namespace.SKOS
    graph = skos_graph(asked().framework, asked().ids)
    child, above = next(iter(graph.subject_objects(skos.broader)))
    graph.add((child, skos.prefLabel, rdflib.Literal("другое", lang="ru")))
    assert not conforms(graph, "skos.shacl.ttl")[0]
    graph = skos_graph(asked().framework, asked().ids)
    graph.add((child, skos.related, above))
    graph.add((above, skos.related, child))
    assert not conforms(graph, "skos.shacl.ttl")[0]


@pytest.mark.filterwarnings("ignore")
def test_skosify_has_nothing_to_say(caplog: pytest.LogCaptureFixture) -> None:
    """Skosify finds no loose concept, no double label and no clash of relations."""
    skosify = pytest.importorskip("skosify")
    graph = skos_graph(asked().framework, asked().ids)
    with caplog.at_level(logging.WARNING):
        skosify.check.hierarchy_cycles(graph, fix=False)
        skosify.check.disjoint_relations(graph, fix=False)
        skosify.check.label_overlap(graph, fix=False)
        skosify.check.preflabel_uniqueness(graph, policy="shortest")
    assert [one.getMessage() for one in caplog.records] == []


@pytest.mark.parametrize(
    ("name", "file", "form"), [("skos", "ttl", "turtle"), ("skos-jsonld", "jsonld", "json-ld")]
)
@pytest.mark.filterwarnings("ignore")
def test_round_trip(name: str, file: str, form: str) -> None:
    """What is written is read back as the same graph."""
    again = rdflib.Graph().parse(data=written(name)[f"Q88100061.{file}"].decode(), format=form)
    graph = skos_graph(asked().framework, asked().ids)
    assert set(again) == set(graph)


def unknown_words(value: Any, found: list[str]) -> list[str]:  # noqa: ANN401 - JSON
    """Types and properties that schema.org does not have, as far as the list goes."""
    if isinstance(value, list):
        for one in value:
            unknown_words(one, found)
    elif isinstance(value, dict) and "@value" not in value:
        kind = value.get("@type")
        if kind is not None and kind not in KNOWN:
            found.append(kind)
        known = KNOWN.get(str(kind), set())
        found += [f"{kind}.{key}" for key in value if not key.startswith("@") and key not in known]
        for one in value.values():
            unknown_words(one, found)
    return found


def test_schema_org_words() -> None:
    """Only types and properties of schema.org are used; a misspelt one is found."""
    document = json.loads(written("schema-org")["Q88100061-schema-org.jsonld"])
    assert unknown_words(document["@graph"], []) == []
    document["@graph"][1]["skillz"] = []
    assert unknown_words(document["@graph"], []) == ["Occupation.skillz"]


def test_months_are_the_rules() -> None:
    """The months of experience are those of the rule: 36 for the highest category of card 13."""
    document = json.loads(written("schema-org")["Q88100061-schema-org.jsonld"])
    card = next(one for one in document["@graph"] if one.get("identifier") == "2024-125/13")
    months = {one["identifier"]: one.get("monthsOfExperience") for one in card["experienceRequirements"]}
    assert months["13.experience.highest"] == 36
    assert months["13.experience.second"] == 12
