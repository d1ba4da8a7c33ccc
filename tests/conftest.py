"""What several test modules share."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent))  # for the modules of fixtures beside this one

# No example of hypothesis fails for being slow: speed is measured in benchmarks/.
settings.register_profile("untimed", deadline=None, print_blob=True)
settings.load_profile("untimed")

pytest_plugins = ["makers", "serving", "shell"]

OFFICIAL_TEXT = "SOCWORK_OFFICIAL_TEXT"


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the top folder of the checkout."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def official_text() -> Path:
    """Return the file with the official text of the order, in Kazakh; skip where the machine has none."""
    named = os.environ.get(OFFICIAL_TEXT)
    if not named:
        pytest.skip(f"the order's official text is not kept here: name a file with it in {OFFICIAL_TEXT}")
    path = Path(named)
    if not path.is_file():
        pytest.fail(f"{OFFICIAL_TEXT} names {path}, which is no file: mend the path, or unset the variable")
    return path
