"""What the tests of loading share."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

SMALL = Path(__file__).parent.parent / "checks" / "small"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return a copy of the small standard, free to change."""
    return Path(shutil.copytree(SMALL, tmp_path / "standard"))
