"""CASE packages (1EdTech Competencies and Academic Standards Exchange), versions 1.1 and 1.0.

CASE has one language a document, so there is one package a language; those in Russian and English say by
`isTranslationOf` what they translate.  Version 1.0 is for servers that refuse what 1.1 added; it says `exactMatchOf`.
"""

import json
from collections.abc import Iterator
from typing import Any, Literal

from socwork_standard.exports.framework import Framework, Node
from socwork_standard.exports.identifiers import Identifiers
from socwork_standard.i18n import text
from socwork_standard.model.base import Language
from socwork_standard.model.card import NamedEducation

Version = Literal["1.0", "1.1"]
Json = dict[str, Any]

KINDS = ("card", "function", "skill", "ability", "knowledge", "level")
"""The types of items; a hierarchy code tells how deep each stands."""


def case_package(
    framework: Framework, language: Language, ids: Identifiers, version: Version = "1.1"
) -> Json:
    """The package of one language, as a dict that JSON can hold."""
    return _Package(framework, language, ids, version).build()


def case_bytes(package: Json) -> bytes:
    """A package as it is written to a file."""
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()


class _Package:
    def __init__(self, framework: Framework, language: Language, ids: Identifiers, version: Version) -> None:
        self._framework = framework
        self._language = language
        self._ids = ids
        self._new = version == "1.1"
        self._changed = f"{framework.changed.isoformat()}T00:00:00+00:00"
        self._standard = framework.standard
        self._rules = {f"{card.point}": card for card in framework.cards}

    def build(self) -> Json:
        return {
            "CFDocument": self._document(),
            "CFItems": [*map(self._item, self._framework.nodes), *map(self._level, self._framework.levels())],
            "CFAssociations": list(self._associations()),
            "CFDefinitions": {
                "CFItemTypes": [self._type(number, kind) for number, kind in enumerate(KINDS, 1)],
                "CFLicenses": [self._license()],
            },
        }

    def _said(self, key: str, **values: object) -> str:
        return text(self._language, f"export.{key}", **values)

    # -- identifiers: each language is a document of its own ------------------------------------------------------

    def _key(self, key: str, language: Language | None = None) -> str:
        return f"{key}@{language or self._language}"

    def _own(self, key: str) -> Json:
        full = self._key(key)
        return {"identifier": self._ids.uuid(full), "uri": self._ids.uri(full)}

    def _link(self, key: str, title: str) -> Json:
        return {"title": title, **self._own(key)}

    def _node_link(self, key: str, title: str, language: Language | None = None) -> Json:
        full = self._key(key, language)
        link: Json = {"title": title, "identifier": self._ids.uuid(full), "uri": self._ids.uri(full)}
        return {**link, "targetType": "CASE"} if self._new else link

    # -- the document and its items -------------------------------------------------------------------------------

    def _document(self) -> Json:
        framework = self._framework
        document = {
            **self._own(self._root()),
            "creator": self._said("creator"),
            "publisher": self._said("publisher"),
            "title": f"{self._standard.code} {framework.name(self._language)}",
            "lastChangeDateTime": self._changed,
            "description": self._note(),
            "language": self._language,
            "version": framework.edition,
            "adoptionStatus": "Adopted",
            "statusStartDate": framework.valid_from.isoformat(),
            "licenseURI": self._link("license", self._said("licence")),
            "notes": self._said("wordings"),
        }
        if self._new:
            document |= {"caseVersion": "1.1", "frameworkType": "Occupational standard"}
        return document

    def _root(self) -> str:
        return f"{self._framework.edition}/{self._standard.code}"

    def _note(self) -> str:
        return self._standard.editions_file.translations_note.text(self._language)

    def _item(self, node: Node) -> Json:
        item: Json = {
            **self._own(node.key),
            "fullStatement": node.texts[self._language],
            "humanCodingScheme": node.id,
            "listEnumeration": str(node.number),
            "CFItemType": self._said(f"kind.{node.kind}"),
            "CFItemTypeURI": self._link(f"type/{node.kind}", self._said(f"kind.{node.kind}")),
            "language": self._language,
            "licenseURI": self._link("license", self._said("licence")),
            "lastChangeDateTime": self._changed,
        }
        if node.competencies:
            item["conceptKeywords"] = list(node.competencies)
        if node.valid_from:
            item["statusStartDate"] = node.valid_from.isoformat()
        if node.valid_to:
            item["statusEndDate"] = node.valid_to.isoformat()
        if node.kind == "card" and self._new:
            item["extensions"] = self._card_extension(node)
        if node.kind == "function" and not node.mandatory:
            item["notes"] = self._said("optional")
        return item

    def _card_extension(self, node: Node) -> Json:
        """What CASE has no place for: codes, requirements with their words, and the rule tree."""
        card = self._rules[node.id]
        return {
            "occupationCode": card.occupation_code.kk,
            "levels": list(card.level.levels),
            "education": [
                {
                    "id": row.id,
                    "level": self._cell(row.level, "education-levels"),
                    "speciality": self._cell(row.speciality, "specialities"),
                    "qualification": self._cell(row.qualification, "qualifications"),
                }
                for row in card.education.rows
            ],
            "experience": [
                {"id": clause.id, "text": clause.text(self._language)} for clause in card.experience.clauses
            ],
            "rule": card.rule.model_dump(
                mode="json", by_alias=True, exclude_none=True, exclude_defaults=True
            ),
        }

    def _cell(self, cell: NamedEducation, vocabulary: str) -> str:
        """A cell of the table of education: its own words, or the names of what it means where none translate it."""
        known = self._standard.vocabulary_names
        if self._language == "kk" or cell.ru or cell.en or vocabulary not in known:
            return cell.text(self._language)
        terms = self._standard.terms(vocabulary)
        meant = "; ".join(terms[one].text(self._language) for one in cell.is_ if one in terms)
        return meant or cell.text(self._language)

    def _level(self, level: int) -> Json:
        return {
            **self._own(f"level/{level}"),
            "fullStatement": self._said("level", n=level),
            "humanCodingScheme": str(level),
            "CFItemType": self._said("kind.level"),
            "CFItemTypeURI": self._link("type/level", self._said("kind.level")),
            "language": self._language,
            "lastChangeDateTime": self._changed,
        }

    def _type(self, number: int, kind: str) -> Json:
        return {
            **self._own(f"type/{kind}"),
            "title": self._said(f"kind.{kind}"),
            "description": self._said(f"kind.{kind}.about"),
            "hierarchyCode": str(number),
            "typeCode": kind,
            "lastChangeDateTime": self._changed,
        }

    def _license(self) -> Json:
        return {
            **self._own("license"),
            "title": self._said("licence"),
            "licenseText": self._said("licence.text"),
            "lastChangeDateTime": self._changed,
        }

    # -- associations ---------------------------------------------------------------------------------------------

    def _associations(self) -> Iterator[Json]:
        yield from self._children()
        yield from self._card_levels()
        yield from self._ladder()
        yield from self._same_competency()
        if self._language != "kk":
            yield from self._translations()

    def _association(self, kind: str, origin: Json, destination: Json, number: int | None = None) -> Json:
        key = f"{kind}:{origin['identifier']}:{destination['identifier']}"
        found: Json = {
            "identifier": self._ids.uuid(key),
            "uri": self._ids.uri(key),
            "associationType": kind,
            "originNodeURI": origin,
            "destinationNodeURI": destination,
            "lastChangeDateTime": self._changed,
        }
        return found if number is None else {**found, "sequenceNumber": number}

    def _of(self, node: Node) -> Json:
        return self._node_link(node.key, node.id)

    def _top(self) -> Json:
        return self._node_link(self._root(), self._standard.code)

    def _children(self) -> Iterator[Json]:
        place: dict[str, int] = {}
        ids = {node.key: node.id for node in self._framework.nodes}
        for node in self._framework.nodes:
            place[node.parent] = place.get(node.parent, 0) + 1
            above = self._node_link(node.parent, ids[node.parent]) if node.parent else self._top()
            yield self._association("isChildOf", self._of(node), above, place[node.parent])
        for number, level in enumerate(self._framework.levels(), len(self._framework.cards) + 1):
            yield self._association("isChildOf", self._level_link(level), self._top(), number)

    def _level_link(self, level: int) -> Json:
        return self._node_link(f"level/{level}", str(level))

    def _card_nodes(self) -> dict[int, Node]:
        return {node.card: node for node in self._framework.nodes if node.kind == "card"}

    def _card_levels(self) -> Iterator[Json]:
        nodes = self._card_nodes()
        for card in self._framework.cards:
            for level in card.level.levels:
                yield self._association("hasSkillLevel", self._of(nodes[card.point]), self._level_link(level))

    def _ladder(self) -> Iterator[Json]:
        nodes = self._card_nodes()
        pairs = dict.fromkeys((step.start, step.end) for step in self._framework.steps)
        for start, end in pairs:
            yield self._association("precedes", self._of(nodes[start]), self._of(nodes[end]))

    def _same_competency(self) -> Iterator[Json]:
        """Items that print one competency are joined to the first of them."""
        first: dict[str, Node] = {}
        for node in self._framework.nodes:
            for slug in node.competencies:
                if slug in first:
                    yield self._association("exactMatchOf", self._of(node), self._of(first[slug]))
                else:
                    first[slug] = node

    def _translations(self) -> Iterator[Json]:
        levels = ((f"level/{level}", str(level)) for level in self._framework.levels())
        nodes = ((one.key, one.id) for one in self._framework.nodes)
        for key, title in ((self._root(), self._standard.code), *nodes, *levels):
            here, there = self._node_link(key, title), self._node_link(key, title, "kk")
            yield self._association("isTranslationOf" if self._new else "exactMatchOf", here, there)
