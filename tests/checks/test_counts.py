"""Counts of skills, abilities and knowledge."""

from __future__ import annotations

from pathlib import Path

import pytest

from socwork_standard.checks.counts import count
from socwork_standard.data.load import load_standard
from socwork_standard.data.standard import Standard


@pytest.fixture(scope="module")
def standard(root: Path) -> Standard:
    """Return the real standard, loaded from the checkout."""
    return load_standard(root / "standard_data")


def test_totals(standard: Standard) -> None:
    """The ten cards have 52 skills, 230 abilities and 295 knowledge lines; nine more are one list printed twice."""
    counts = count(standard)
    assert (counts.skills, counts.abilities, counts.knowledge, counts.printed_again) == (52, 230, 295, 9)


def test_the_first_skill_of_card_13(standard: Standard) -> None:
    """Skill 13.1.1 has five abilities and nine knowledge lines."""
    card = next(one for one in count(standard).cards if one.card == 13)
    first = card.skills[0]
    assert (card.slug, first.skill, first.abilities, first.knowledge) == ("social-worker", "13.1.1", 5, 9)
