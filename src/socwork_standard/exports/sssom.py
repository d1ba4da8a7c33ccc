"""SSSOM: the crosswalks as tables of mappings, each row with its predicate, justification and reason.

A table is tab-separated; its metadata stand above it as YAML behind `#`.  Only rows that a person judged are written
(`semapv:ManualMappingCuration`).  The subject of a row is the card's own URI, as in SKOS; the object's URI is the one
that the crosswalk's file begins, with the entry's code.
"""

import csv
import io
from typing import Any

import yaml

from socwork_standard.exports.framework import Framework
from socwork_standard.exports.identifiers import Identifiers
from socwork_standard.model.base import Language
from socwork_standard.model.crosswalk import Crosswalk

COLUMNS = (
    "subject_id",
    "subject_label",
    "predicate_id",
    "object_id",
    "object_label",
    "mapping_justification",
    "author_label",
    "mapping_date",
    "comment",
)
JUSTIFICATION = "semapv:ManualMappingCuration"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_PREFIXES = {
    "semapv": "https://w3id.org/semapv/vocab/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}


def sssom_tables(framework: Framework, ids: Identifiers, languages: tuple[Language, ...]) -> dict[str, bytes]:
    """A table for each crosswalk and language."""
    code = framework.standard.code
    return {
        f"{code}-{name}.{language}.sssom.tsv": _table(framework, ids, crosswalk, language)
        for name, crosswalk in framework.standard.crosswalks.items()
        for language in languages
    }


def _table(framework: Framework, ids: Identifiers, crosswalk: Crosswalk, language: Language) -> bytes:
    cards = {node.card: node for node in framework.nodes if node.kind == "card"}
    rows = [row for row in crosswalk.rows if row.card in cards]
    titles = {one.code: one.title for one in crosswalk.objects}
    out = io.StringIO()
    for line in yaml.safe_dump(
        _metadata(framework, ids, crosswalk, language), allow_unicode=True, width=10_000
    ).splitlines():
        out.write(f"#{line}\n")
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    writer.writerow(COLUMNS)
    prefix = framework.standard.code.lower()
    for row in rows:
        card = cards[row.card]
        writer.writerow(
            (
                f"{prefix}:{ids.uuid(card.key)}",
                card.texts[language],
                f"skos:{row.match}",
                f"{crosswalk.crosswalk}:{row.object}",
                titles[row.object],
                JUSTIFICATION,
                row.by,
                row.on.isoformat(),
                f"{row.reason.text(language)} ({', '.join(row.words)})",
            )
        )
    return out.getvalue().encode()


def _metadata(
    framework: Framework, ids: Identifiers, crosswalk: Crosswalk, language: Language
) -> dict[str, Any]:
    prefix = crosswalk.crosswalk
    key = f"crosswalk/{prefix}/{language}"
    return {
        "mapping_set_id": ids.uri(key),
        "mapping_set_version": max((row.on for row in crosswalk.rows), default=framework.changed).isoformat(),
        "mapping_set_title": f"{framework.standard.code} – {crosswalk.classification}",
        "mapping_set_description": crosswalk.about.text(language),
        "license": LICENCE,
        "subject_source": f"{framework.standard.code.lower()}:{ids.uuid(_scheme(framework))}",
        "subject_source_version": framework.edition,
        "object_source_version": crosswalk.classification,
        "comment": f"{crosswalk.publisher}. {crosswalk.source}",
        "curie_map": {
            **_PREFIXES,
            framework.standard.code.lower(): ids.base or "urn:uuid:",
            prefix: crosswalk.uri,
        },
    }


def _scheme(framework: Framework) -> str:
    """The key of the whole standard, as SKOS has it."""
    return f"{framework.edition}/{framework.standard.code}"
