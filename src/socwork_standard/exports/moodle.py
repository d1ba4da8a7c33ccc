"""The CSV of a competency framework as Moodle's `tool_lpimportcsv` reads it: fourteen columns, by their place."""

import csv
import html
import io
import json

from socwork_standard.exports.framework import Framework, Node
from socwork_standard.exports.identifiers import Identifiers
from socwork_standard.i18n import text
from socwork_standard.model.base import Language

HEADER = (
    "Parent ID number",
    "ID number",
    "Short name",
    "Description",
    "Description format",
    "Scale values",
    "Scale configuration",
    "Rule type (optional)",
    "Rule outcome (optional)",
    "Rule config (optional)",
    "Cross-referenced competency ID numbers",
    "Exported ID (optional)",
    "Is framework",
    "Taxonomy",
)
"""Read by place: the words are only shown to whoever imports."""
LONGEST = 100
"""Letters of an ID number or a short name; longer ones are cut by the importer."""
TAXONOMY = ("domain", "practice", "skill", "outcome")
"""What Moodle calls cards, labour functions, skills and items: its list of words has no `function`."""
_HTML = "1"
_SCALE = ({"scaleid": "1"}, {"id": 2, "scaledefault": 1, "proficient": 1})


def moodle_csv(framework: Framework, language: Language, ids: Identifiers) -> bytes:
    """The framework in one language (UTF-8, commas): Moodle keeps one text of each competency."""
    numbers = {node.key: node.key.replace("/", ":") for node in framework.nodes}
    sharing: dict[str, list[str]] = {}
    for node in framework.nodes:
        for slug in node.competencies:
            sharing.setdefault(slug, []).append(node.key)
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerow(HEADER)
    writer.writerow(_framework_row(framework, language, ids))
    for node in framework.nodes:
        others = dict.fromkeys(key for slug in node.competencies for key in sharing[slug] if key != node.key)
        cross = ",".join(numbers[key].replace(",", "%2C") for key in others)
        writer.writerow(_row(node, language, numbers, cross))
    return lines.getvalue().encode()


def _framework_row(framework: Framework, language: Language, ids: Identifiers) -> tuple[str, ...]:
    standard = framework.standard
    number = f"{standard.code}:{framework.edition}:{language}"
    words = " ".join(
        (
            framework.name(language),
            standard.editions_file.translations_note.text(language),
            text(language, "export.wordings"),
        )
    )
    scale = ",".join((text(language, "export.scale.not_yet"), text(language, "export.scale.yes")))
    return (
        "",
        number,
        shortened(f"{standard.code} {framework.name(language)}"),
        _paragraph(words),
        _HTML,
        scale,
        json.dumps(_SCALE, separators=(",", ":")),
        "",
        "0",
        "null",
        "",
        ids.uuid(number),
        "1",
        ",".join(TAXONOMY),
    )


def _row(node: Node, language: Language, numbers: dict[str, str], cross: str) -> tuple[str, ...]:
    words = node.texts[language]
    return (
        numbers.get(node.parent, ""),
        numbers[node.key],
        shortened(f"{node.id} {words}"),
        _paragraph(words),
        _HTML,
        "",
        "",
        "",
        "0",
        "null",
        cross,
        "",
        "",
        "",
    )


def shortened(words: str) -> str:
    """Words that fit into a short name; where some are left out, three dots stand for them."""
    if len(words) <= LONGEST:
        return words
    return f"{words[: LONGEST - 3].rpartition(' ')[0]}..."


def _paragraph(words: str) -> str:
    return f"<p>{html.escape(words, quote=False)}</p>"
