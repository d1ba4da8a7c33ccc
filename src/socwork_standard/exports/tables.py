"""A Frictionless data package: the standard as CSV tables with `datapackage.json`, keys and references between them."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from socwork_standard.exports.esco import table
from socwork_standard.exports.framework import Framework
from socwork_standard.model.base import LANGUAGES, Language, Translated
from socwork_standard.model.vocabulary import Term
from socwork_standard.model.words import Words

Row = dict[str, str]
_WORDS = tuple(LANGUAGES)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: `types` for columns that are no text, `references` column: (table, column)."""

    name: str
    title: str
    columns: tuple[str, ...]
    rows: list[Row]
    key: tuple[str, ...]
    types: dict[str, str] = field(default_factory=dict)
    references: dict[str, tuple[str, str]] = field(default_factory=dict)

    def resource(self) -> dict[str, Any]:
        """What `datapackage.json` says of it (Data Package 1.0)."""
        schema: dict[str, Any] = {
            "fields": [{"name": one, "type": self.types.get(one, "string")} for one in self.columns],
            "primaryKey": list(self.key),
            "missingValues": [""],
        }
        if self.references:
            schema["foreignKeys"] = [
                {"fields": [one], "reference": {"resource": other, "fields": [column]}}
                for one, (other, column) in self.references.items()
            ]
        return {
            "name": self.name,
            "title": self.title,
            "path": f"{self.name}.csv",
            "profile": "tabular-data-resource",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": schema,
        }


def data_package(framework: Framework) -> dict[str, bytes]:
    """The files of the package by name."""
    tables = list(_tables(framework))
    standard = framework.standard
    descriptor = {
        "profile": "tabular-data-package",
        "name": standard.code.lower(),
        "title": framework.name("en"),
        "description": standard.editions_file.translations_note.text("en"),
        "version": framework.edition,
        "created": f"{framework.changed.isoformat()}T00:00:00Z",
        "licenses": [
            {
                "name": "CC-BY-4.0",
                "path": "https://creativecommons.org/licenses/by/4.0/",
                "title": "Translations and vocabularies: Creative Commons Attribution 4.0",
            }
        ],
        "resources": [one.resource() for one in tables],
    }
    files = {"datapackage.json": (json.dumps(descriptor, ensure_ascii=False, indent=1) + "\n").encode()}
    return files | {f"{one.name}.csv": table(one.columns, one.rows) for one in tables}


def _tables(framework: Framework) -> Iterator[Table]:
    yield _editions(framework)
    yield _cards(framework)
    yield _nodes(framework, "functions", "Labour functions", "function", "cards")
    yield _nodes(framework, "skills", "Skills", "skill", "functions")
    yield _competencies(framework)
    yield _items(framework)
    yield _item_competencies(framework)
    yield _education(framework)
    yield _experience(framework)
    yield _readings(framework)
    yield _defects(framework)
    yield from _vocabularies(framework)


def _editions(framework: Framework) -> Table:
    rows = [
        {
            "edition": edition.id,
            "point": point,
            "valid_from": wording.valid_from.isoformat(),
            "valid_to": wording.valid_to.isoformat() if wording.valid_to else "",
            "replaced_by": wording.replaced_by or "",
            "held": "true" if edition.held else "false",
            **_translated(edition.title),
        }
        for edition in framework.standard.editions
        for wording in edition.wordings
        for point in wording.points
    ]
    columns = ("edition", "point", "valid_from", "valid_to", "replaced_by", "held", *_WORDS)
    types = {"valid_from": "date", "valid_to": "date", "held": "boolean"}
    return Table("editions", "Editions and their days", columns, rows, ("edition", "point"), types)


def _cards(framework: Framework) -> Table:
    nodes = {node.card: node for node in framework.nodes if node.kind == "card"}
    rows = [
        {
            "card": str(card.point),
            "slug": card.slug,
            "edition": nodes[card.point].key.partition("/")[0],
            "group_code": card.group_code.kk,
            "occupation_code": card.occupation_code.kk,
            "levels": " ".join(map(str, card.level.levels)),
            "categories": " ".join(card.categories),
            **_words(card.name),
            **{f"purpose_{language}": card.purpose.text(language) for language in LANGUAGES},
        }
        for card in framework.cards
    ]
    purposes = tuple(f"purpose_{language}" for language in LANGUAGES)
    columns = (
        "card",
        "slug",
        "edition",
        "group_code",
        "occupation_code",
        "levels",
        "categories",
        *_WORDS,
        *purposes,
    )
    return Table("cards", "Profession cards", columns, rows, ("card",), {"card": "integer"})


def _nodes(framework: Framework, name: str, title: str, kind: str, above: str) -> Table:
    ids = {node.key: node.id for node in framework.nodes}
    column = above.removesuffix("s")
    rows = [
        {
            "id": node.id,
            column: ids[node.parent],
            "number": str(node.number),
            "mandatory": "true" if node.mandatory else "false",
            **_of(node.texts),
        }
        for node in framework.nodes
        if node.kind == kind
    ]
    extra = ("mandatory",) if kind == "function" else ()
    if not extra:
        for row in rows:
            del row["mandatory"]
    types = {"number": "integer", "mandatory": "boolean"} | ({"card": "integer"} if column == "card" else {})
    reference = {column: (above, "card" if above == "cards" else "id")}
    return Table(name, title, ("id", column, "number", *extra, *_WORDS), rows, ("id",), types, reference)


def _competencies(framework: Framework) -> Table:
    rows = [
        {"competency": one.id, "kind": one.kind, "act": one.act or "", **_of(vars(one))}
        for one in framework.competencies
    ]
    return Table(
        "competencies", "Competencies", ("competency", "kind", "act", *_WORDS), rows, ("competency",)
    )


def _items(framework: Framework) -> Table:
    ids = {node.key: node.id for node in framework.nodes}
    rows = [
        {
            "id": node.id,
            "skill": ids[node.parent],
            "kind": node.kind,
            "number": str(node.number),
            "kk": node.texts["kk"],
        }
        for node in framework.nodes
        if node.kind in {"ability", "knowledge"}
    ]
    return Table(
        "items",
        "Printed abilities and knowledge, in the order's words",
        ("id", "skill", "kind", "number", "kk"),
        rows,
        ("id",),
        {"number": "integer"},
        {"skill": ("skills", "id")},
    )


def _item_competencies(framework: Framework) -> Table:
    rows = [{"item": node.id, "competency": slug} for node in framework.nodes for slug in node.competencies]
    references = {"item": ("items", "id"), "competency": ("competencies", "competency")}
    return Table(
        "item-competencies",
        "Which item prints which competency",
        ("item", "competency"),
        rows,
        ("item", "competency"),
        {},
        references,
    )


def _education(framework: Framework) -> Table:
    cells = ("level", "speciality", "qualification")
    rows = [
        {
            "id": row.id,
            "card": str(card.point),
            **{
                f"{cell}_{language}": getattr(row, cell).text(language)
                for cell in cells
                for language in LANGUAGES
            },
        }
        for card in framework.cards
        for row in card.education.rows
    ]
    columns = ("id", "card", *(f"{cell}_{language}" for cell in cells for language in LANGUAGES))
    return Table(
        "education",
        "Education rows",
        columns,
        rows,
        ("id",),
        {"card": "integer"},
        {"card": ("cards", "card")},
    )


def _experience(framework: Framework) -> Table:
    rows = [
        {"id": clause.id, "card": str(card.point), **_words(clause)}
        for card in framework.cards
        for clause in card.experience.clauses
    ]
    return Table(
        "experience",
        "Requirements of experience",
        ("id", "card", *_WORDS),
        rows,
        ("id",),
        {"card": "integer"},
        {"card": ("cards", "card")},
    )


def _readings(framework: Framework) -> Table:
    rows = [
        {"reading": one.id, "standing": one.standing, **_translated(one.question)}
        for one in framework.standard.readings.values()
    ]
    return Table(
        "readings", "What the words leave open", ("reading", "standing", *_WORDS), rows, ("reading",)
    )


def _defects(framework: Framework) -> Table:
    rows = [
        {"defect": one.id, "kind": one.kind, **_translated(one.summary)} for one in framework.standard.defects
    ]
    return Table("defects", "Defects of the source", ("defect", "kind", *_WORDS), rows, ("defect",))


def _vocabularies(framework: Framework) -> Iterator[Table]:
    for name in framework.standard.vocabulary_names:
        vocabulary = framework.standard.vocabulary(name)
        yield Table(
            f"vocabulary-{name}",
            vocabulary.about.text("en"),
            ("id", *_WORDS, "aliases", "broader", "codes"),
            list(_terms(vocabulary.entries)),
            ("id",),
        )


def _terms(terms: Iterable[Term]) -> Iterator[Row]:
    for term in terms:
        yield {
            "id": term.id,
            **{language: term.text(language) for language in LANGUAGES},
            "aliases": "\n".join(dict.fromkeys(term.aliases.all())),
            "broader": " ".join(term.broader),
            "codes": " ".join(code.code for code in term.codes),
        }


def _words(words: Words) -> Row:
    return {language: words.text(language) for language in LANGUAGES}


def _translated(texts: Translated) -> Row:
    return {language: texts.text(language) for language in LANGUAGES}


def _of(texts: dict[Language, str] | dict[str, Any]) -> Row:
    return {language: texts[language] for language in LANGUAGES}
