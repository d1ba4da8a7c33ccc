"""A draft: this standard with some requirements that nobody has read into a rule."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from socwork_standard.data.load import load_standard
from socwork_standard.data.standard import Standard

RULES = {
    "10": """rule:
  all_of:
    - {diploma: 10.education.1, proposed: high}
    - {unread: true, words: 10.experience.1, proposed: low}
""",
    "11": """rule:
  all_of:
    - {diploma: 11.education.1, proposed: high}
    - any_of:
        - {service: 1y, words: 11.experience.1}
        - {unread: true, words: 11.experience.1}
      proposed: low
""",
    "18": """rule:
  all_of:
    - any_of:
        - {diploma: 18.education.1}
        - {unread: true, words: 18.education.1}
    - {service: 7y, organisation: social_protection, words: 18.experience.1}
    - {training: management_certificate, words: 18.experience.2}
""",
}
_RULE = re.compile(r"^rule:\n(?:[ #].*\n|\n)*", re.MULTILINE)
_HELD = "    held: true\n"


def draft_copy(root: Path, target: Path) -> Path:
    """A copy of the standard that is a draft: cards 10, 11 and 18 have words that nobody has read."""
    folder = Path(shutil.copytree(root / "standard_data", target / "draft"))
    editions = folder / "editions.yaml"
    text = editions.read_text(encoding="utf-8")
    assert text.count(_HELD) == 1
    editions.write_text(text.replace(_HELD, f"{_HELD}    draft: true\n"), encoding="utf-8")
    for point, rule in RULES.items():
        (card,) = (folder / "editions/2024-125/cards").glob(f"{point}-*.yaml")
        text = card.read_text(encoding="utf-8")
        assert len(_RULE.findall(text)) == 1
        card.write_text(_RULE.sub(rule, text), encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def draft(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the draft; no test changes it."""
    return draft_copy(root, tmp_path_factory.mktemp("draft"))


@pytest.fixture(scope="session")
def standard(draft: Path) -> Standard:
    """Return the draft as a standard."""
    return load_standard(draft)
