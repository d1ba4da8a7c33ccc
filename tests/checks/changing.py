"""Copies of standards that tests may change, and changing one place of a file."""

from __future__ import annotations

import shutil
from pathlib import Path

SMALL = Path(__file__).parent / "small"
"""A small standard whose links are all right."""


def copied(source: Path, target: Path) -> Path:
    """Return a copy of a standard below `target`, free to change."""
    return Path(shutil.copytree(source, target / "standard"))


def change(path: Path, old: str, new: str) -> None:
    """Put `new` in the first place of `old`, which must be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{path.name} does not hold {old!r}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
