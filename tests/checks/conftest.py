"""What the tests of the checks share: a small standard whose links are all right, to be copied and changed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from changing import Change

from socwork_standard.data.load import load_standard
from socwork_standard.data.standard import Standard

HERE = Path(__file__).parent


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return a copy of the small standard, free to change."""
    return Path(shutil.copytree(HERE / "small", tmp_path / "standard"))


@pytest.fixture
def whole(tmp_path: Path, root: Path) -> Path:
    """Return a copy of the real data, free to change."""
    return Path(shutil.copytree(root / "standard_data", tmp_path / "standard"))


@pytest.fixture(scope="session")
def standard(root: Path) -> Standard:
    """Return the real standard, loaded from the checkout."""
    return load_standard(root / "standard_data")


@pytest.fixture
def change() -> Change:
    """Return the function that changes one place of a file."""
    return Change()
