"""Every link between the pages of the project leads to a file that is there."""

import re
from pathlib import Path

import pytest
from documented import ROOT, pages

_LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
LINKED = [*pages(), ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"]


@pytest.mark.parametrize("page", LINKED, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_to_files(page: Path) -> None:
    """README and CONTRIBUTING, which Sphinx does not read, link to nothing that has moved, like all other pages."""
    text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    broken = [link for link in _LINK.findall(text) if not (page.parent / link).exists()]
    assert broken == []
