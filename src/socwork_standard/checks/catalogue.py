"""Every code that `validate` can print, with its meaning and mend: the source of docs/reference/problems.md."""

from socwork_standard.checks.kinds import KINDS, Kind

GROUPS = {
    "D1": "Files",
    "D2": "Cards and ids",
    "D3": "Rules",
    "D4": "Readings",
    "D5": "Vocabularies",
    "D6": "Competencies",
    "D7": "Defects",
    "D8": "Editions",
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
    for prefix, title in GROUPS.items():
        lines += [
            "",
            f"## {title}",
            "",
            "| code | problem | what it means | how to mend it |",
            "|---|---|---|---|",
        ]
        for kind in KINDS:
            if kind.code.startswith(prefix):
                name = kind.title if kind.severity == "error" else f"{kind.title} (a warning)"
                lines.append(f"| {kind.code} | {name} | {kind.meaning} | {kind.mend} |")
    return "\n".join(lines) + "\n"
