"""How Sphinx builds these pages; `python3 dev.py docs` runs it. Nothing is fetched."""  # noqa: INP001

import tomllib
from pathlib import Path
from typing import Any

from pygments.lexers.special import TextLexer
from sphinx.application import Sphinx

_PROJECT = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))[
    "project"
]

project = "socwork-standard"
author = "the socwork-standard authors"
project_copyright = f"{author}; code MIT, translations CC BY 4.0"
version = release = str(_PROJECT["version"])

extensions = ["myst_parser"]
myst_heading_anchors = 3
exclude_patterns = ["_build"]
nitpicky = True

html_theme = "furo"
html_title = "Professional standard Q88100061"
html_static_path = ["_static"]
html_css_files = ["page.css"]
html_show_sphinx = False
html_copy_source = False
html_theme_options = {"navigation_with_keys": True}


def _language(app: Sphinx, page: str, _template: str, context: dict[str, Any], _tree: object) -> None:
    """Tell readers aloud and browsers which language a page is in, by its name: hr.kk is in Kazakh."""
    del app
    context["language"] = next((each for each in ("kk", "ru") if page.endswith(f".{each}")), "en")


def setup(app: Sphinx) -> None:
    """Add what Sphinx calls for every page."""
    app.connect("html-page-context", _language)
    app.add_lexer("console", TextLexer)
