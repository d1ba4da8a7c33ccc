"""See the types of the installed wheel as a project that uses it sees them, with mypy and with pyright.

`consumer/right.py` uses the public names and holds each to its type; `consumer/wrong.py` makes mistakes, each of which
must be reported, at its line and nowhere else.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

from delivery.common import ROOT, StepFailed, attempt, say, tool

CONSUMER = ROOT / "delivery" / "consumer"
_MYPY = re.compile(r"^(?P<file>\w+\.py):(?P<line>\d+): error: ", re.MULTILINE)
_QUIET = {"PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"}


def types_seen(python: Path, folder: Path) -> None:
    """Check a copy of the consumer in `folder` against the package installed for this Python."""
    project = folder / "consumer"
    shutil.copytree(CONSUMER, project, ignore=shutil.ignore_patterns("__pycache__"))
    expected = {
        (file.name, number)
        for file in project.glob("*.py")
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        if "# wrong: " in line
    }
    _compare("mypy --strict", expected, _mypy(python, project))
    if attempt(tool("pyright"), "--version", variables=_QUIET).returncode:
        say("pyright was not asked: it needs Node.js, or its registry, and there is neither here.")
    else:
        _compare("pyright in strict mode", expected, _pyright(python, project))


def _mypy(python: Path, project: Path) -> set[tuple[str, int]]:
    how = ("--strict", "--config-file=", "--no-incremental", "--python-executable", python)
    done = attempt(tool("mypy"), *how, "right.py", "wrong.py", folder=project)
    return {(found["file"], int(found["line"])) for found in _MYPY.finditer(done.stdout)}


def _pyright(python: Path, project: Path) -> set[tuple[str, int]]:
    done = attempt(tool("pyright"), "--outputjson", "--pythonpath", python, folder=project, variables=_QUIET)
    try:
        found = json.loads(done.stdout)["generalDiagnostics"]
    except (ValueError, KeyError):
        raise StepFailed(f"pyright said nothing that can be read:\n{done.stdout}{done.stderr}") from None
    return {(Path(one["file"]).name, one["range"]["start"]["line"] + 1) for one in found}


def _compare(name: str, expected: set[tuple[str, int]], found: set[tuple[str, int]]) -> None:
    if expected != found:
        raise StepFailed(
            f"{name} does not see the types of the installed package as a user must:\n"
            f"  mistakes not reported: {sorted(expected - found)}\n  reported and right: {sorted(found - expected)}"
        )
    say(f"  {name} reports the {len(expected)} planted mistakes of a user's project and nothing else")
