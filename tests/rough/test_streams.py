"""Standard streams that are full, closed or let go, and Ctrl-C: the right exit code, a message, never a traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from functools import partial
from pathlib import Path

import pytest
from commands import HANG, PERSON, STAFF_CSV, surroundings

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name != "posix", reason="Unix shells and devices")]

FULL = Path("/dev/full")
PROGRAM = (sys.executable, "-m", "socwork_standard")


def _shell(command: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a line of the shell in which `socwork` is the program, and $1 … are the words."""
    line = f'socwork() {{ {" ".join(PROGRAM)} "$@"; }}; {command}'
    return subprocess.run(
        ["/bin/sh", "-c", line, "sh", *words],
        capture_output=True,
        text=True,
        timeout=HANG,
        check=False,
        env=surroundings(),
    )


@pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is full")
@pytest.mark.parametrize(
    "words", ["card 13", "cards --format json", "--help", "--version", "ladder --as svg"]
)
def test_a_full_disk_is_told(words: str) -> None:
    """Where an answer cannot be written because the disk is full, that is said once and the exit code is 2."""
    ran = _shell(f"socwork {words} > /dev/full")
    assert ran.returncode == 2, ran.stderr
    assert len(ran.stderr.splitlines()) == 1
    assert "No space left on device" in ran.stderr


@pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is full")
def test_notices_that_nobody_can_read_do_not_hinder(tmp_path: Path) -> None:
    """Where standard error is full, the work is done, and a mistake still has its exit code."""
    done = _shell('socwork register "$1" -o "$2" 2>/dev/full', STAFF_CSV, str(tmp_path / "out.csv"))
    assert (done.returncode, (tmp_path / "out.csv").exists()) == (0, True), done.stderr
    assert _shell("socwork card 99 2>/dev/full").returncode == 2


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("socwork cards >&-", 0),
        ("socwork card 99 2>&-", 2),
        ("socwork cards <&- >&- 2>&-", 0),
        ('socwork check "$1" --card 13 <&- >&- 2>&-', 0),
        ("socwork check - --card 13 <&-", 2),
        ("socwork register - -o out.csv <&-", 2),
    ],
)
def test_closed_streams(command: str, code: int) -> None:
    """A standard stream that is closed reads nothing or writes nowhere."""
    ran = _shell(command, PERSON)
    assert ran.returncode == code, ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_closed_stream_is_not_taken_by_a_file(tmp_path: Path) -> None:
    """A file written while standard output is closed holds what belongs in it and nothing else."""
    target = tmp_path / "person.json"
    ran = _shell('socwork check "$1" --card 13 --as-of 2025-06-01 -o "$2" >&-', PERSON, str(target))
    told = _shell('socwork check "$1" --card 13 --as-of 2025-06-01 --format json', PERSON)
    assert ran.returncode == 0, ran.stderr
    assert target.read_text(encoding="utf-8") == told.stdout


@pytest.mark.parametrize("words", ["card 13", "search а --limit 0 --format json", "--help", "data defects"])
def test_a_reader_that_goes_away(words: str) -> None:
    """A pipe whose reader takes one line, or none, ends quietly."""
    for reader in ("head -n 1", "true"):
        ran = _shell(f"{{ socwork {words}; echo $? >&2; }} | {reader}")
        assert ran.stderr.split() == ["0"], ran.stderr


@pytest.mark.parametrize(
    "words", ["check {} --card 13", "map {}", "record import {}", "data verify-source {}"]
)
def test_interrupted(words: str, tmp_path: Path) -> None:
    """Ctrl-C while a file is read ends with 130 and no traceback."""
    pipe = tmp_path / "input.yaml"
    os.mkfifo(pipe)
    process = subprocess.Popen(
        [*PROGRAM, *words.format(pipe).split()],
        stderr=subprocess.PIPE,
        text=True,
        env=surroundings(),
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - a test may run unheard
    )
    opened: list[int] = []
    opener = threading.Thread(target=lambda: opened.append(os.open(pipe, os.O_WRONLY)), daemon=True)
    opener.start()
    opener.join(HANG)  # the program has opened the other end: it is reading
    assert opened, "the program did not open its input"
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=HANG)
    os.close(opened[0])
    assert process.returncode == 130, said
    assert "Traceback" not in said
