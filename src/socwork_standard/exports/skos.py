"""SKOS: the framework and its vocabularies as concept schemes, in Turtle or JSON-LD (extra `rdf`).

Cards, labour functions, skills and competencies are concepts; a competency stands under every skill that prints it.
What an item prints word for word, where it differs from the competency's label, is its `skos:scopeNote`.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from socwork_standard.errors import MissingExtra
from socwork_standard.exports.framework import Framework, Node
from socwork_standard.exports.identifiers import Identifiers
from socwork_standard.i18n import text
from socwork_standard.model.base import LANGUAGES, Language, Translated
from socwork_standard.model.competency import Competency
from socwork_standard.model.vocabulary import Term

if TYPE_CHECKING:
    from rdflib import Graph

INSTALL = 'pip install "socwork-standard[rdf]"'
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
LINKED = {
    "technologies": "technologies",
    "services": "services",
    "client-groups": "client_groups",
    "legal-acts": "act",
}
"""Vocabularies that are written as schemes of their own, with the field of a competency that points there."""

Serialisation = Literal["turtle", "json-ld"]


def skos_bytes(framework: Framework, ids: Identifiers, form: Serialisation) -> bytes:
    """The graph as Turtle or JSON-LD; the same standard gives the same bytes."""
    graph = skos_graph(framework, ids)
    if form == "turtle":
        return graph.serialize(format="turtle").encode()
    nodes = json.loads(graph.serialize(format="json-ld", auto_compact=False))
    return (json.dumps(_sorted(nodes), ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _sorted(value: Any) -> Any:  # noqa: ANN401 - JSON
    """JSON-LD lists of values have no order: sorted, they are the same in every run."""
    if isinstance(value, list):
        return sorted((_sorted(one) for one in value), key=lambda one: json.dumps(one, sort_keys=True))
    if isinstance(value, dict):
        return {key: _sorted(one) for key, one in value.items()}
    return value


def skos_graph(framework: Framework, ids: Identifiers) -> "Graph":
    """The framework as an rdflib graph."""
    try:
        import rdflib  # noqa: F401
    except ImportError:
        raise MissingExtra(
            "SKOS needs rdflib, which is not installed.", mend="Type: {install}", install=INSTALL
        ) from None
    return _Writer(framework, ids).build()


class _Writer:
    def __init__(self, framework: Framework, ids: Identifiers) -> None:
        from rdflib import Graph, Namespace
        from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SKOS

        self._framework = framework
        self._ids = ids
        self._graph = Graph()
        self._terms: dict[str, Any] = {"a": RDF.type, "skos": SKOS, "dct": DCTERMS, "owl": OWL, "rdfs": RDFS}
        self._vann = Namespace("http://purl.org/vocab/vann/")
        for prefix, space in (("skos", SKOS), ("dct", DCTERMS), ("owl", OWL), ("vann", self._vann)):
            self._graph.bind(prefix, space)

    def build(self) -> "Graph":
        framework = self._framework
        top = self._scheme(
            f"{framework.edition}/{framework.standard.code}", framework.standard.editions_file.name
        )
        nodes = {node.key: node for node in framework.nodes}
        for node in framework.nodes:
            if node.kind in {"card", "function", "skill"}:
                self._node(node, nodes, top)
        for competency in framework.competencies:
            self._competency(competency, top)
        for name, field in LINKED.items():
            if name in framework.standard.vocabulary_names:
                self._vocabulary(name, field)
        return self._graph

    # -- writing --------------------------------------------------------------------------------------------------

    def _iri(self, key: str) -> Any:  # noqa: ANN401 - rdflib's own types
        from rdflib import URIRef

        return URIRef(self._ids.uri(key))

    def _add(self, subject: Any, space: str, name: str, value: Any) -> None:  # noqa: ANN401
        self._graph.add((subject, self._terms[space][name], value))

    def _said(self, subject: Any, space: str, name: str, texts: Mapping[Language, str]) -> None:  # noqa: ANN401
        from rdflib import Literal as Words

        for language, words in texts.items():
            if words:
                self._add(subject, space, name, Words(words, lang=language))

    def _typed(self, subject: Any, kind: str) -> None:  # noqa: ANN401
        self._graph.add((subject, self._terms["a"], self._terms["skos"][kind]))

    def _plain(self, subject: Any, space: str, name: str, value: str) -> None:  # noqa: ANN401
        from rdflib import Literal as Words

        self._add(subject, space, name, Words(value))

    def _day(self, subject: Any, name: str, day: date) -> None:  # noqa: ANN401
        from rdflib import Literal as Words
        from rdflib.namespace import XSD

        self._add(subject, "dct", name, Words(day.isoformat(), datatype=XSD.date))

    # -- schemes and concepts -------------------------------------------------------------------------------------

    def _scheme(self, key: str, name: Translated) -> Any:  # noqa: ANN401
        from rdflib import Literal as Words
        from rdflib import URIRef

        scheme = self._iri(key)
        self._typed(scheme, "ConceptScheme")
        texts = {language: name.text(language) for language in LANGUAGES}
        for space, title in (("dct", "title"), ("skos", "prefLabel"), ("rdfs", "label")):
            self._said(scheme, space, title, texts)
        note = self._framework.standard.editions_file.translations_note
        self._said(scheme, "dct", "description", {language: note.text(language) for language in LANGUAGES})
        self._add(scheme, "dct", "license", URIRef(LICENCE))
        self._plain(scheme, "owl", "versionInfo", self._framework.edition)
        self._day(scheme, "created", self._framework.valid_from)
        self._day(scheme, "modified", self._framework.changed)
        space = self._ids.base or "urn:uuid:"
        self._graph.add((scheme, self._vann.preferredNamespaceUri, Words(space)))
        self._graph.add((scheme, self._vann.preferredNamespacePrefix, Words("socwork")))
        return scheme

    def _concept(self, key: str, notation: str, texts: Mapping[Language, str], scheme: Any) -> Any:  # noqa: ANN401
        concept = self._iri(key)
        self._typed(concept, "Concept")
        self._said(concept, "skos", "prefLabel", texts)
        self._plain(concept, "skos", "notation", notation)
        self._add(concept, "skos", "inScheme", scheme)
        return concept

    def _below(self, concept: Any, above: Any) -> None:  # noqa: ANN401
        self._add(concept, "skos", "broader", above)
        self._add(above, "skos", "narrower", concept)

    def _top(self, concept: Any, scheme: Any) -> None:  # noqa: ANN401
        self._add(scheme, "skos", "hasTopConcept", concept)
        self._add(concept, "skos", "topConceptOf", scheme)

    def _node(self, node: Node, nodes: dict[str, Node], scheme: Any) -> None:  # noqa: ANN401
        concept = self._concept(node.key, node.id, node.texts, scheme)
        if node.parent:
            self._below(concept, self._iri(nodes[node.parent].key))
        else:
            self._top(concept, scheme)
            self._matches(concept, node.card)
        if node.valid_to:
            self._said(
                concept,
                "skos",
                "changeNote",
                {one: text(one, "export.superseded", day=node.valid_to.isoformat()) for one in LANGUAGES},
            )

    def _matches(self, concept: Any, card: int) -> None:  # noqa: ANN401
        """The entries of other classifications that people judged to match a card."""
        from rdflib import URIRef

        for crosswalk in self._framework.standard.crosswalks.values():
            titles = {one.code: one.title for one in crosswalk.objects}
            for row in crosswalk.rows:
                if row.card == card:
                    other = URIRef(f"{crosswalk.uri}{row.object}")
                    self._typed(other, "Concept")
                    self._said(other, "skos", "prefLabel", {"en": titles[row.object]})
                    self._add(concept, "skos", row.match, other)

    def _competency(self, one: Competency, scheme: Any) -> None:  # noqa: ANN401
        texts = {language: getattr(one, language) for language in LANGUAGES}
        concept = self._concept(f"competency/{one.id}", one.id, texts, scheme)
        nodes = [node for node in self._framework.nodes if one.id in node.competencies]
        for parent in dict.fromkeys(node.parent for node in nodes):
            self._below(concept, self._iri(parent))
        for words in dict.fromkeys(node.texts["kk"] for node in nodes):
            if words.strip(" .;,") != one.kk.strip(" .;,"):
                self._said(concept, "skos", "scopeNote", {"kk": words})
        for name, field in LINKED.items():
            for term in _several(getattr(one, field)):
                if name in self._framework.standard.vocabulary_names:
                    other = self._iri(f"{name}/{term}")
                    self._add(concept, "skos", "relatedMatch", other)

    def _vocabulary(self, name: str, field: str) -> None:
        """A vocabulary's terms: those that competencies point to, and their wider terms."""
        standard = self._framework.standard
        vocabulary, terms = standard.vocabulary(name), standard.terms(name)
        wanted = {term for one in self._framework.competencies for term in _several(getattr(one, field))}
        wanted |= {wider for term in wanted for wider in _wider(terms, term)}
        if not wanted:
            return
        about = vocabulary.about
        scheme = self._scheme(f"vocabulary/{name}", about)
        for term in vocabulary.entries:
            if term.id in wanted:
                self._term(name, term, scheme, wanted)

    def _term(self, name: str, term: Term, scheme: Any, wanted: set[str]) -> None:  # noqa: ANN401
        texts = {language: term.text(language) for language in LANGUAGES}
        concept = self._concept(f"{name}/{term.id}", term.id, texts, scheme)
        for language in LANGUAGES:
            for alias in dict.fromkeys(getattr(term.aliases, language)):
                if alias != texts[language]:
                    self._said(concept, "skos", "altLabel", {language: alias})
        above = [one for one in term.broader if one in wanted]
        for one in above:
            self._below(concept, self._iri(f"{name}/{one}"))
        if not above:
            self._top(concept, scheme)


def _several(value: str | Iterable[str] | None) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)


def _wider(terms: dict[str, Term], term: str) -> set[str]:
    """All terms above a term."""
    found: set[str] = set()
    todo = list(terms[term].broader)
    while todo:
        one = todo.pop()
        if one not in found:
            found.add(one)
            todo.extend(terms[one].broader)
    return found
