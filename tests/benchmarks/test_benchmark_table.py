"""The table of benchmarks: the command runs, and no figure stands there without a peer."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

EMPTY = ("", "–", "-")


def table(root: Path, target: Path, *arguments: str) -> tuple[str, list[list[str]]]:
    """Run the command; return the page that it writes and the rows of its table."""
    command = [sys.executable, str(root / "benchmarks" / "table.py"), "-o", str(target), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=root)
    assert done.returncode == 0, done.stderr
    page = target.read_text(encoding="utf-8")
    lines = [line for line in page.splitlines() if line.startswith("|")]
    return page, [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def shared(root: Path, monkeypatch: pytest.MonkeyPatch) -> Any:  # noqa: ANN401 - a module
    """Return what the scripts of benchmarks/ share."""
    monkeypatch.syspath_prepend(str(root / "benchmarks"))
    return importlib.import_module("measure")


@pytest.mark.slow
def test_every_row_of_the_table_has_a_peer_a_ratio_and_memory_or_a_reason(root: Path, tmp_path: Path) -> None:
    """A quick run of all benchmarks leaves no row half filled."""
    page, rows = table(root, tmp_path / "table.md", "--quick")
    assert "Python" in page
    assert len(rows) > 20
    for what, peer, ours, theirs, ratio, *memory in rows:
        assert what not in EMPTY
        if ours.startswith("left out: "):
            assert len(ours) > len("left out: ")
            continue
        assert peer not in EMPTY
        assert theirs not in EMPTY
        assert float(ratio.split()[0]) > 0
        assert all(one.endswith(" MB") for one in memory)
    assert sum(not row[2].startswith("left out: ") for row in rows) > 5


def test_a_peer_that_is_absent_is_left_out_with_what_to_install(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without ZEN its row names the package, and the others are measured."""
    measure = shared(root, monkeypatch)
    lacking = measure.Comparison("One thing", "ours", "peer", "a peer", ("no_such_peer=no-such-peer",))
    (row,) = measure.run([(root / "benchmarks" / "decision.py", lacking)], quick=True)
    assert "pip install no-such-peer" in measure.markdown([row])
    assert "no_such_peer is not installed" in capsys.readouterr().err


def test_sides_that_answer_differently_stop_the_run(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A benchmark of two things that are not the same is no benchmark."""
    measure = shared(root, monkeypatch)
    script = tmp_path / "two_sides.py"
    script.write_text(
        "from measure import Work\n"
        "def one(size):\n    return Work(lambda: sum(range(9)), answer=lambda: 1)\n"
        "def other(size):\n    return Work(lambda: sum(range(9)), answer=lambda: 2)\n",
        encoding="utf-8",
    )
    with pytest.raises(SystemExit, match="different answers"):
        measure.run([(script, measure.Comparison("A sum", "one", "other", "another sum"))], quick=True)
    same = measure.Comparison("A sum", "one", "one", "the same sum")
    (row,) = measure.run([(script, same)], quick=True)
    assert row.ratio > 0
