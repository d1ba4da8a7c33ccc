"""What README and docs print is what the program prints.

In a `console` block a line that begins with `$ ` is a command, the lines after it are its output, and a line `…`
stands for output left out.  A `python` block is run whole; a line `# → text` says what the `print` before it gives.
"""

import contextlib
import io
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from socwork_standard.cli import main

ROOT = Path(__file__).resolve().parents[2]
_BLOCK = re.compile(r"^```(console|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LEFT_OUT = "…"


def _pages() -> list[Path]:
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def _blocks(kind: str) -> Iterator[tuple[str, str]]:
    for page in _pages():
        text = page.read_text(encoding="utf-8")
        for match in _BLOCK.finditer(text):
            if match[1] == kind:
                line = text[: match.start()].count("\n") + 1
                yield f"{page.relative_to(ROOT)}:{line}", match[2]


def _commands(block: str) -> Iterator[tuple[str, list[str]]]:
    command = ""
    lines: list[str] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            if command:
                yield command, lines
            command, lines = line[2:], []
        else:
            lines.append(line)
    if command:
        yield command, lines


def _console() -> list[tuple[str, str, list[str]]]:
    return [
        (where, command, lines)
        for where, block in _blocks("console")
        for command, lines in _commands(block)
        if command.startswith("socwork ")
    ]


def _parts(expected: list[str]) -> list[str]:
    """The runs of lines between those that say that output is left out."""
    parts: list[list[str]] = [[]]
    for line in expected:
        if line.strip() == _LEFT_OUT:
            parts.append([])
        else:
            parts[-1].append(line)
    return ["\n".join(part).strip("\n") for part in parts]


def _run(command: str) -> str:
    out = io.StringIO()
    with (
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(io.StringIO()),
        contextlib.suppress(SystemExit),
    ):
        main(shlex.split(command)[1:])
    return out.getvalue()


@pytest.mark.parametrize(("where", "command", "expected"), _console(), ids=lambda value: str(value)[:70])
def test_a_documented_command_prints_what_the_page_shows(
    where: str, command: str, expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every documented command gives the output printed under it."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("SOCWORK_LANG", "en")
    printed = _run(command)
    for part in _parts(expected):
        assert part in printed, f"{where}: $ {command}\nprinted:\n{printed}"


@pytest.mark.parametrize(("where", "code"), list(_blocks("python")), ids=lambda value: str(value)[:40])
def test_a_documented_program_gives_what_the_page_shows(
    where: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every documented Python example runs, and prints what its comments say."""
    monkeypatch.chdir(ROOT)
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, where, "exec"), {})  # noqa: S102 - our own pages
    wanted = [line.partition("# → ")[2] for line in code.splitlines() if "# → " in line]
    assert [line for line in out.getvalue().splitlines() if line in wanted] == wanted, out.getvalue()
