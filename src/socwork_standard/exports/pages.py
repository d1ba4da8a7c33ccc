"""The page of the reference about exchange formats: what each keeps of the standard, and what is lost."""

import sys
from collections.abc import Iterable, Mapping

from socwork_standard.checks.writing import write_and_say
from socwork_standard.exports.formats import (
    CURRICULUM_FORMATS,
    CURRICULUM_PARTS,
    FORMATS,
    PARTS,
    CurriculumFormat,
    ExportFormat,
)
from socwork_standard.i18n import text

COMMAND = "python -m socwork_standard.exports.pages"
_KEPT, _PARTLY, _LOST = "yes", "partly", "–"


def exports_page() -> str:
    """docs/reference/exports.md: the formats and what each has room for."""
    lines = [
        "# Exchange formats",
        "",
        "`socwork export FORMAT -o OUT` writes the standard for other systems. Identifiers are version 5 UUIDs from",
        "one namespace kept in the data, over the id with its edition, so they are the same in every run; URIs are",
        "`urn:uuid:…`, or begin with `--base-uri`. The same data give the same bytes. Where a format has room for one",
        "language only, there is a file a language.",
        "",
        "| format | what for | extra |",
        "|---|---|---|",
    ]
    lines += [
        f"| `{name}` | {text('en', f'export.about.{name}')} | {f'`{one.extra}`' if one.extra else '–'} |"
        for name, one in FORMATS.items()
    ]
    lines += ["", "## What is kept, and what is lost", ""]
    lines += _table(FORMATS, PARTS, "part")
    lines += [
        "",
        "*Partly*: in words only, or in one language only, or only what the tree refers to.",
        "",
        "## Curricula",
        "",
        "`socwork export coverage-case` and `coverage-schema-org` write what a programme covers: its courses and",
        "outcomes, and the links to the standard that a person confirmed (`--decisions FILE`). A suggestion is no",
        "coverage and is not written.",
        "",
    ]
    lines += _table(CURRICULUM_FORMATS, CURRICULUM_PARTS, "curriculum")
    lines += [
        "",
        "*Partly*: CASE puts a description into the words of its course and has one language for the whole;",
        "schema.org has the qualification alone, and joins competencies to courses, not to their outcomes.",
        "",
        f"This page is generated; to write it again: `{COMMAND}`.",
    ]
    return "\n".join(lines) + "\n"


def _table(
    formats: Mapping[str, ExportFormat] | Mapping[str, CurriculumFormat], parts: Iterable[str], group: str
) -> list[str]:
    """A row for each part, a column for each format."""
    lines = [f"| | {_cells(f'`{name}`' for name in formats)} |", f"|---|{'---|' * len(formats)}"]
    kinds: tuple[ExportFormat | CurriculumFormat, ...] = tuple(formats.values())
    lines += [
        f"| {text('en', f'export.{group}.{part}')} | {_cells(_kept(one, part) for one in kinds)} |"
        for part in parts
    ]
    return lines


def _kept(one: ExportFormat | CurriculumFormat, part: str) -> str:
    return _KEPT if part in one.keeps else _PARTLY if part in one.partly else _LOST


def _cells(cells: Iterable[str]) -> str:
    return " | ".join(cells)


def generate_pages() -> dict[str, str]:
    """File name below docs/reference/ → text."""
    return {"exports.md": exports_page()}


if __name__ == "__main__":
    write_and_say(sys.argv[1:], generate_pages())
