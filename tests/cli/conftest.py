"""What the tests of the command line share: running it in this process, and the example people."""

from pathlib import Path

import pytest
from shell import Ran, Run

from socwork_standard.cli import main


@pytest.fixture
def socwork(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs `socwork` with these arguments, in English unless asked otherwise."""
    monkeypatch.setenv("SOCWORK_LANG", "en")

    def run(*arguments: object) -> Ran:
        code = main([str(one) for one in arguments])
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return run


@pytest.fixture
def people(root: Path) -> Path:
    """Return the folder of example people."""
    return root / "examples" / "people"
