"""schema.org JSON-LD: each card an Occupation, the competencies a DefinedTermSet."""

import json
from typing import Any

from socwork_standard.exports.framework import Framework, Node
from socwork_standard.exports.identifiers import Identifiers
from socwork_standard.model.base import LANGUAGES, Language
from socwork_standard.model.card import Card
from socwork_standard.model.competency import Competency
from socwork_standard.model.rules import AllOf, AnyOf, ByCategory, ByReading, Service
from socwork_standard.model.rules import Node as Rule
from socwork_standard.model.words import Words

Json = dict[str, Any]
MONTHS = 12


def schema_org_bytes(framework: Framework, ids: Identifiers) -> bytes:
    """All occupations and the set of competencies as one JSON-LD graph."""
    writer = _Writer(framework, ids)
    graph = [writer.term_set(), *map(writer.occupation, framework.cards)]
    document = {"@context": "https://schema.org", "@graph": graph}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


class _Writer:
    def __init__(self, framework: Framework, ids: Identifiers) -> None:
        self._framework = framework
        self._ids = ids
        self._set = ids.uri(f"{framework.edition}/{framework.standard.code}/competencies")
        self._nodes: dict[int, list[Node]] = {}
        for node in framework.nodes:
            self._nodes.setdefault(node.card, []).append(node)

    def term_set(self) -> Json:
        """The competencies."""
        framework = self._framework
        name = framework.standard.editions_file.name
        return {
            "@type": "DefinedTermSet",
            "@id": self._set,
            "name": [_tagged(name.text(language), language) for language in LANGUAGES],
            "version": framework.edition,
            "license": "https://creativecommons.org/licenses/by/4.0/",
            "hasDefinedTerm": [self._term(one) for one in framework.competencies],
        }

    def _term(self, one: Competency) -> Json:
        return {
            "@type": "DefinedTerm",
            "@id": self._ids.uri(f"competency/{one.id}"),
            "termCode": one.id,
            "name": [_tagged(getattr(one, language), language) for language in LANGUAGES],
            "inDefinedTermSet": {"@id": self._set},
        }

    def occupation(self, card: Card) -> Json:
        """A card."""
        nodes = self._nodes[card.point]
        skills = dict.fromkeys(slug for node in nodes for slug in node.competencies)
        return {
            "@type": "Occupation",
            "@id": self._ids.uri(nodes[0].key),
            "identifier": nodes[0].key,
            "name": _all(card.name),
            "description": _all(card.purpose),
            "occupationalCategory": {
                "@type": "CategoryCode",
                "codeValue": card.occupation_code.kk or card.group_code.kk,
                "name": _all(card.name),
            },
            "responsibilities": [
                _tagged(node.texts[language], language)
                for node in nodes
                if node.kind == "function"
                for language in LANGUAGES
            ],
            "educationRequirements": [
                {
                    "@type": "EducationalOccupationalCredential",
                    "identifier": row.id,
                    "educationalLevel": _all(row.level),
                    "name": [
                        _tagged(
                            ", ".join(
                                cell.text(language)
                                for cell in (row.level, row.speciality, row.qualification)
                                if cell.text(language).strip(" -–")
                            ),
                            language,
                        )
                        for language in LANGUAGES
                    ],
                }
                for row in card.education.rows
            ],
            "experienceRequirements": self._experience(card),
            "skills": [{"@id": self._ids.uri(f"competency/{slug}")} for slug in skills],
        }

    def _experience(self, card: Card) -> list[Json]:
        """The requirements in words; the months stand where the rule asks for service under exactly these words."""
        months = _months(card.rule)
        found = []
        for clause in card.experience.clauses:
            one: Json = {
                "@type": "OccupationalExperienceRequirements",
                "identifier": clause.id,
                "description": _all(clause),
            }
            if len(months.get(clause.id, ())) == 1:
                one["monthsOfExperience"] = next(iter(months[clause.id]))
            found.append(one)
        return found


def _months(rule: Rule) -> dict[str, set[int]]:
    """The months of service that a rule asks for, by the words that ask for them."""
    found: dict[str, set[int]] = {}
    todo: list[Rule] = [rule]
    while todo:
        node = todo.pop()
        if isinstance(node, Service) and node.service != "any":
            for words in node.words:
                found.setdefault(words, set()).add(MONTHS * int(node.service.removesuffix("y")))
        elif isinstance(node, AllOf):
            todo.extend(node.all_of)
        elif isinstance(node, AnyOf):
            todo.extend(node.any_of)
        elif isinstance(node, ByCategory):
            todo.extend(node.by_category.values())
        elif isinstance(node, ByReading):
            todo.extend(node.answers.values())
    return found


def _tagged(words: str, language: Language) -> Json:
    return {"@value": words, "@language": language}


def _all(words: Words) -> list[Json]:
    return [_tagged(words.text(language), language) for language in LANGUAGES if words.text(language)]
