"""Pages as sessions: what a page shows is typed, in its order, in a folder of its own with the sample files.

In a `console` block a line that begins with `$ ` is a command, the lines after it are its output, on standard output
and standard error together.  A line `…` stands for output left out; a line that begins with `> ` is what the reader
types at a question.  `> FILE` at the end of a command keeps standard output in a file.  A `python` block goes on where
the one before it ended; a line `# → text` says what the `print` before it gives.  A block of another kind whose first
line is `# file: NAME` is a file that the reader saves; where the kind has no comments, `<!-- file: NAME -->` stands
before it.  A comment `<!-- by hand: NAME -->` stands where the reader does something in a spreadsheet: a function of
`by_hand` does it.

`NAME=value ` before a command sets a variable for it.  `curl` is run as it stands where the machine has it.  A page
that says `<!-- served -->` needs a running `socwork serve`: the address on the page stands for that of the test's.
"""

import contextlib
import io
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import by_hand
import pytest

from socwork_standard.cli import main

ROOT = Path(__file__).resolve().parents[2]
LEFT_OUT = "…"
ADDRESS = "http://127.0.0.1:8100"
"""Where `socwork serve` stands on the pages."""
_SERVED = "<!-- served -->"
_SETTING = re.compile(r"[A-Z_]+=\S+")
_BLOCK = re.compile(
    r"^(?:<!-- file: (?P<file>\S+) -->\n\n)?```(?P<kind>\w+)\n(?P<text>.*?)^```$|^<!-- by hand: (?P<hand>[\w-]+) -->$",
    re.MULTILINE | re.DOTALL,
)
_FILE = "# file: "


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a page: its kind (the fence's word, or `by hand`), its text, and where it stands."""

    kind: str
    text: str
    where: str


@dataclass(frozen=True, slots=True)
class Command:
    """A command of a console block with the lines shown under it."""

    line: str
    shown: tuple[str, ...]

    @property
    def typed(self) -> str:
        """What the reader types while the command runs."""
        return "".join(f"{line[2:]}\n" for line in self.shown if line.startswith("> "))

    @property
    def parts(self) -> list[str]:
        """The runs of lines between those that say that output is left out."""
        parts: list[list[str]] = [[]]
        for line in self.shown:
            if line.strip() == LEFT_OUT or line.startswith("> "):
                parts.append([])
            else:
                parts[-1].append(line)
        return [part for part in ("\n".join(lines).strip("\n") for lines in parts) if part]


def pages() -> list[Path]:
    """The pages that people read: README and everything below docs."""
    below = (path for path in (ROOT / "docs").rglob("*.md") if "_build" not in path.parts)
    return [ROOT / "README.md", *sorted(below)]


def language(page: Path) -> str:
    """The language of a page, by its name: hr.kk.md is in Kazakh."""
    return next((each for each in ("kk", "ru") if page.stem.endswith(f".{each}")), "en")


def needs_server(page: Path) -> bool:
    """Does the page ask a running server?"""
    return _SERVED in page.read_text(encoding="utf-8")


def blocks(page: Path) -> Iterator[Block]:
    """The blocks of a page, in order."""
    text = page.read_text(encoding="utf-8")
    for match in _BLOCK.finditer(text):
        where = f"{page.relative_to(ROOT).as_posix()}:{text.count(chr(10), 0, match.start()) + 1}"
        if match["hand"]:
            yield Block("by hand", match["hand"], where)
        else:
            named = f"{_FILE}{match['file']}\n" if match["file"] else ""
            yield Block(match["kind"], named + match["text"], where)


def commands(block: str) -> Iterator[Command]:
    """The commands of a console block."""
    line, shown = "", list[str]()
    for each in block.splitlines():
        if each.startswith("$ "):
            if line:
                yield Command(line, tuple(shown))
            line, shown = each[2:], []
        else:
            shown.append(each)
    if line:
        yield Command(line, tuple(shown))


class Shell:
    """Where pages are played: here, in this process."""

    def __init__(self) -> None:
        """Begin with no names: programs of a page go on where the one before ended."""
        self._names: dict[str, object] = {}

    def socwork(self, words: list[str], typed: str, *, apart: bool) -> tuple[str, str]:
        """What a command shows, and what of it goes into a file where standard output is kept apart."""
        both, out = io.StringIO(), io.StringIO()
        before, sys.stdin = sys.stdin, io.StringIO(typed)
        try:
            with (
                contextlib.redirect_stdout(out if apart else both),
                contextlib.redirect_stderr(both),
                contextlib.suppress(SystemExit),
            ):
                main(words)
        finally:
            sys.stdin = before
        return both.getvalue(), out.getvalue()

    def python(self, block: Block) -> list[str]:
        """The lines that a program prints."""
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(compile(block.text, block.where, "exec"), self._names)  # noqa: S102 - our own pages
        return out.getvalue().splitlines()


class Installed(Shell):
    """Where pages are played: with an installed package, each command in a process of its own."""

    def __init__(self, programs: Path, variables: dict[str, str]) -> None:
        """Take the folder of the installed programs and the whole environment of their processes."""
        super().__init__()
        self._programs = programs
        self._variables = {**variables, "PYTHONUNBUFFERED": "1"}
        self._so_far: list[str] = []

    def socwork(self, words: list[str], typed: str, *, apart: bool) -> tuple[str, str]:
        """What the installed command shows, and what goes into a file."""
        done = self._run(["socwork", *words], typed, subprocess.PIPE if apart else subprocess.STDOUT)
        return (done.stderr, done.stdout) if apart else (done.stdout, "")

    def python(self, block: Block) -> list[str]:
        """The lines that a program prints after all those before it on its page, which run again."""
        before = "\n".join(self._so_far)
        self._so_far.append(block.text)
        whole = f"{before}\nprint({LEFT_OUT!r})\n{block.text}"
        done = self._run(["python", "-c", whole], "", subprocess.PIPE)
        if done.returncode:
            return [done.stderr]
        lines = done.stdout.splitlines()
        return lines[lines.index(LEFT_OUT) + 1 :]

    def _run(self, words: list[str], typed: str, errors: int) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(self._programs / words[0]), *words[1:]],
            input=typed,
            stdout=subprocess.PIPE,
            stderr=errors,
            env=self._variables,
            encoding="utf-8",
            check=False,
        )


def play(page: Path, server: str = ADDRESS, shell: Shell | None = None) -> list[str]:
    """Do everything that a page shows, in the folder that one stands in; what differs from the page."""
    place = shell or Shell()
    wrong: list[str] = []
    for shown in blocks(page):
        block = replace(shown, text=shown.text.replace(ADDRESS, server))
        if block.kind == "console":
            for command in commands(block.text):
                wrong += _differs(command, block.where, place)
        elif block.kind == "python":
            wrong += _program(block, place)
        elif block.kind == "by hand":
            getattr(by_hand, block.text.replace("-", "_"))()
        elif block.text.startswith(_FILE):
            name, _, rest = block.text.removeprefix(_FILE).partition("\n")
            Path(name).write_text(rest, encoding="utf-8")
    return wrong


def run(command: Command, shell: Shell) -> str:
    """What a command prints; its standard output goes into a file where the line says so."""
    words = shlex.split(command.line)
    with pytest.MonkeyPatch.context() as patch:
        while words and _SETTING.fullmatch(words[0]):
            patch.setenv(*words.pop(0).split("=", 1))
        if words and words[0] == "curl":
            return subprocess.run(words, capture_output=True, check=True).stdout.decode("utf-8")
        if not words or words[0] != "socwork":
            return f"only `socwork` and `curl` can be run in a console block: {command.line}"
        into = words[-1] if len(words) > 2 and words[-2] == ">" else None
        shown, kept = shell.socwork(words[1:-2] if into else words[1:], command.typed, apart=bool(into))
    if into:
        Path(into).write_text(kept, encoding="utf-8")
    return shown


def _differs(command: Command, where: str, shell: Shell) -> list[str]:
    if command.line.startswith("curl ") and shutil.which("curl") is None:
        return []
    printed, at = run(command, shell), 0
    for part in command.parts:
        found = printed.find(part, at)
        if found < 0:
            return [f"{where}: $ {command.line}\nshown:\n{part}\nprinted:\n{printed}"]
        at = found + len(part)
    if not command.shown or command.shown[-1].strip() != LEFT_OUT:
        rest = printed[at:].strip()
        if rest and not command.line.endswith(">"):
            return [f"{where}: $ {command.line}\nprinted and not shown:\n{rest}"]
    return []


def _program(block: Block, shell: Shell) -> list[str]:
    found = shell.python(block)
    wanted = [line.partition("# → ")[2] for line in block.text.splitlines() if "# → " in line]
    shown = [line for line in found if line in wanted]
    return [] if shown == wanted else [f"{block.where}: shown {wanted}, printed {found}"]
