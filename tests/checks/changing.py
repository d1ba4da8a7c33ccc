"""Changing one place of a copied file, for the tests of the checks."""

from __future__ import annotations

from pathlib import Path


class Change:
    """Changes one place of a file, which must be there."""

    def __call__(self, path: Path, old: str, new: str) -> None:
        """Put `new` in the first place of `old`."""
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{path.name} does not hold {old!r}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
