"""Draw the layers of the package from the contract that holds the code to them.

`python docs/layers.py` writes `docs/_static/layers.svg`; a test says when the picture has drifted.
"""  # noqa: INP001

import tomllib
from html import escape
from pathlib import Path

HERE = Path(__file__).parent
PICTURE = HERE / "_static" / "layers.svg"
WIDTH, ROW, GAP, EDGE = 880, 46, 8, 10
LETTERS = 'font-family="system-ui, sans-serif" text-anchor="middle" fill="#12303f"'
BOX = 'rx="5" fill="#eaf1f6" stroke="#5b7f95"'
SAYS = {
    "cli": "commands, options, exit codes",
    "web": "the page and the HTTP API on this machine",
    "exports": "formats that other systems read",
    "reports": "what a person reads: text, tables, paper",
    "editions": "a new wording of the order",
    "planning": "a career",
    "register": "a whole staff list",
    "programme": "a curriculum, read and covered",
    "eligibility": "a record against a rule",
    "curriculum": "outcomes and links",
    "ladder": "professions as a graph",
    "checks": "what must hold",
    "importing": "the order's text",
    "documents": "DOCX, PDF, HTML and text, as lines and tables with their places",
    "sheets": "spreadsheets in and out",
    "vocabulary": "names and codes of diplomas and posts",
    "data": "finding, reading, compiling, looking up the standard",
    "i18n": "what is said in three languages",
    "model": "what a card, a record, a decision is",
    "text": "comparing words",
    "errors": "one root, SocworkError",
    "version": "the version of this package",
}


def layers() -> list[list[str]]:
    """The layers from above to below; those of one row do not import each other."""
    settings = tomllib.loads((HERE.parent / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    rows = next(one["layers"] for one in contracts if one["id"] == "layers")
    return [[part.strip(" ()") for part in row.split("|")] for row in rows]


def picture() -> str:
    """The picture as SVG; its words can be read aloud and selected."""
    rows = layers()
    height = len(rows) * (ROW + GAP) + 2 * EDGE
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" {LETTERS}>',
        "<title>The layers of the package: each imports only from those below it</title>",
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
    ]
    for number, row in enumerate(rows):
        top = EDGE + number * (ROW + GAP)
        width = (WIDTH - 2 * EDGE - GAP * (len(row) - 1)) / len(row)
        for place, name in enumerate(row):
            left = EDGE + place * (width + GAP)
            middle = left + width / 2
            lines += [
                f'<rect x="{left:g}" y="{top}" width="{width:g}" height="{ROW}" {BOX}/>',
                f'<text x="{middle:g}" y="{top + 19}" font-size="15" font-weight="600">{name}</text>',
                f'<text x="{middle:g}" y="{top + 36}" font-size="12">{escape(SAYS[name])}</text>',
            ]
    return "\n".join([*lines, "</svg>"]) + "\n"


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8", newline="\n")
