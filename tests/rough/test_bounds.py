"""Files made to exhaust a machine are refused, or read, within bounds of memory and time."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands import PERSON, run_many
from hostile import hostile_files

pytestmark = pytest.mark.slow

MEMORY = 1_500_000_000
"""Bytes of address space that a reader may use: a small machine has as much."""


def test_hostile_files_are_told_within_bounds(tmp_path: Path) -> None:
    """Each hostile file ends, within the memory of a small machine, in one message or in an answer."""
    resource = pytest.importorskip("resource", reason="only Unix limits the memory of a process")
    assert resource.RLIMIT_AS
    commands = []
    for number, (name, asked) in enumerate(hostile_files(tmp_path).items()):
        for words in asked:
            given = words.format(person=PERSON, out=tmp_path / f"out-{number}").split()
            output = ["-o", str(tmp_path / "out.csv"), "--force"] if given == ["register"] else []
            commands.append([*given, *output, str(tmp_path / name)])
    answers = run_many(commands, folder=tmp_path, memory=MEMORY)
    assert len(answers) == len(commands)
    for answer in answers:
        assert answer.code in {0, 2}, answer.shown
        assert "Traceback" not in answer.err, answer.shown
        assert answer.code == 0 or "socwork: " in answer.err, answer.shown
