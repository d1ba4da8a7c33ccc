"""CSV files with the columns of ESCO 1.2: occupations, skills and their relations, a set for each language."""

import csv
import io
from collections.abc import Iterable, Sequence

from socwork_standard.exports.framework import Framework
from socwork_standard.exports.identifiers import Identifiers
from socwork_standard.model.base import LANGUAGES, Language
from socwork_standard.model.card import Card
from socwork_standard.model.competency import Competency

OCCUPATIONS = (
    "conceptType",
    "conceptUri",
    "iscoGroup",
    "preferredLabel",
    "altLabels",
    "hiddenLabels",
    "status",
    "modifiedDate",
    "regulatedProfessionNote",
    "scopeNote",
    "definition",
    "inScheme",
    "description",
    "code",
    "naceCode",
)
SKILLS = (
    "conceptType",
    "conceptUri",
    "skillType",
    "reuseLevel",
    "preferredLabel",
    "altLabels",
    "hiddenLabels",
    "status",
    "modifiedDate",
    "scopeNote",
    "definition",
    "inScheme",
    "description",
)
RELATIONS = ("occupationUri", "relationType", "skillType", "skillUri")
_TYPES = {"ability": "skill/competence", "knowledge": "knowledge"}


def esco_files(framework: Framework, ids: Identifiers) -> dict[str, bytes]:
    """The files by name."""
    writer = _Writer(framework, ids)
    found: dict[str, bytes] = {}
    for language in LANGUAGES:
        found[f"occupations_{language}.csv"] = table(OCCUPATIONS, writer.occupations(language))
        found[f"skills_{language}.csv"] = table(SKILLS, writer.skills(language))
        found[f"occupationSkillRelations_{language}.csv"] = table(RELATIONS, writer.relations())
    return found


class _Writer:
    def __init__(self, framework: Framework, ids: Identifiers) -> None:
        self._framework = framework
        self._ids = ids
        self._scheme = ids.uri(f"{framework.edition}/{framework.standard.code}")
        self._day = framework.changed.isoformat()
        self._nodes = {node.card: node for node in framework.nodes if node.kind == "card"}
        self._groups = _isco_groups(framework)

    def occupations(self, language: Language) -> list[dict[str, str]]:
        return [self._occupation(card, language) for card in self._framework.cards]

    def _occupation(self, card: Card, language: Language) -> dict[str, str]:
        return {
            "conceptType": "Occupation",
            "conceptUri": self._ids.uri(self._nodes[card.point].key),
            "iscoGroup": self._groups.get(card.group_code.kk, ""),
            "preferredLabel": card.name.text(language),
            "altLabels": "\n".join(
                dict.fromkeys(
                    one.text(language) for one in card.other_names.entries if one.text(language).strip()
                )
            ),
            "status": "released",
            "modifiedDate": self._day,
            "inScheme": self._scheme,
            "description": card.purpose.text(language),
            "code": card.occupation_code.kk or card.group_code.kk,
        }

    def skills(self, language: Language) -> list[dict[str, str]]:
        return [self._skill(one, language) for one in self._framework.competencies]

    def _skill(self, one: Competency, language: Language) -> dict[str, str]:
        return {
            "conceptType": "KnowledgeSkillCompetence",
            "conceptUri": self._ids.uri(f"competency/{one.id}"),
            "skillType": _TYPES[one.kind],
            "reuseLevel": "sector-specific" if len(_cards(one)) > 1 else "occupation-specific",
            "preferredLabel": getattr(one, language),
            "status": "released",
            "modifiedDate": self._day,
            "inScheme": self._scheme,
        }

    def relations(self) -> list[dict[str, str]]:
        """A competency of a mandatory function is essential; one of optional functions only is optional."""
        types = {one.id: _TYPES[one.kind] for one in self._framework.competencies}
        mandatory = {node.key: node.mandatory for node in self._framework.nodes if node.kind == "function"}
        function = {node.key: node.parent for node in self._framework.nodes if node.kind == "skill"}
        found: dict[tuple[int, str], bool] = {}
        for node in self._framework.nodes:
            for slug in node.competencies:
                must = mandatory[function[node.parent]]
                found[node.card, slug] = found.get((node.card, slug), False) or must
        return [
            {
                "occupationUri": self._ids.uri(self._nodes[card].key),
                "relationType": "essential" if must else "optional",
                "skillType": types[slug],
                "skillUri": self._ids.uri(f"competency/{slug}"),
            }
            for (card, slug), must in found.items()
        ]


def _cards(one: Competency) -> set[str]:
    return {item.partition(".")[0] for item in one.items}


def _isco_groups(framework: Framework) -> dict[str, str]:
    """The ISCO-08 unit group of a group of the national classifier, only where it truly is one."""
    if "occupations" not in framework.standard.vocabulary_names:
        return {}
    entries = framework.standard.vocabulary("occupations").entries
    return {one.code: one.isco08 for one in entries if one.code and one.isco08}


def table(columns: Sequence[str], rows: Iterable[dict[str, str]]) -> bytes:
    """A CSV file (UTF-8, commas, quotes where needed); a column that a row lacks is empty."""
    lines = io.StringIO()
    writer = csv.DictWriter(lines, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return lines.getvalue().encode()
