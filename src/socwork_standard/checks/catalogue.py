"""Every code that `validate` can print, with its meaning and mend: the source of docs/reference/problems.md."""

from socwork_standard.checks.kinds import KINDS, Kind
from socwork_standard.checks.writing import CodeRow, code_tables

GROUPS = {
    "D1": "Files",
    "D2": "Cards and ids",
    "D3": "Rules",
    "D4": "Readings",
    "D5": "Vocabularies",
    "D6": "Competencies",
    "D7": "Defects",
    "D8": "Editions",
    "D9": "Crosswalks",
}

CATALOGUE: dict[str, Kind] = {kind.code: kind for kind in KINDS}


def problems_page() -> str:
    """docs/reference/problems.md: every code, by group."""
    lines = [
        "# Problems of the data",
        "",
        "What `socwork data validate` prints. Codes are stable: one that is no longer used is not used again.",
        "This page is generated from `socwork_standard.checks.catalogue`; to write it again:",
        "`python -m socwork_standard.checks.pages`.",
    ]
    rows = (
        CodeRow(
            kind.code,
            kind.title if kind.severity == "error" else f"{kind.title} (a {kind.severity})",
            kind.meaning,
            kind.mend,
        )
        for kind in KINDS
    )
    lines += code_tables(GROUPS, rows)
    return "\n".join(lines) + "\n"
