"""What the tests of the command line share: the example people."""

from pathlib import Path

import pytest


@pytest.fixture
def people(root: Path) -> Path:
    """Return the folder of example people."""
    return root / "examples" / "people"
