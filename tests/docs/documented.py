"""Pages as sessions: what a page shows is typed, in its order, in a folder of its own with the sample files.

In a `console` block a line that begins with `$ ` is a command, the lines after it are its output, on standard output
and standard error together.  A line `…` stands for output left out; a line that begins with `> ` is what the reader
types at a question.  `> FILE` at the end of a command keeps standard output in a file.  A `python` block goes on where
the one before it ended; a line `# → text` says what the `print` before it gives.  A block of another kind whose first
line is `# file: NAME` is a file that the reader saves.  A comment `<!-- by hand: NAME -->` stands where the reader
does something in a spreadsheet: a function of `by_hand` does it.
"""

import contextlib
import io
import re
import shlex
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import by_hand

from socwork_standard.cli import main

ROOT = Path(__file__).resolve().parents[2]
LEFT_OUT = "…"
_BLOCK = re.compile(
    r"^```(?P<kind>\w+)\n(?P<text>.*?)^```$|^<!-- by hand: (?P<hand>[\w-]+) -->$", re.MULTILINE | re.DOTALL
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


def blocks(page: Path) -> Iterator[Block]:
    """The blocks of a page, in order."""
    text = page.read_text(encoding="utf-8")
    for match in _BLOCK.finditer(text):
        where = f"{page.relative_to(ROOT).as_posix()}:{text.count(chr(10), 0, match.start()) + 1}"
        if match["hand"]:
            yield Block("by hand", match["hand"], where)
        else:
            yield Block(match["kind"], match["text"], where)


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


def play(page: Path) -> list[str]:
    """Do everything that a page shows, in the folder that one stands in; what differs from the page."""
    names: dict[str, object] = {}
    wrong: list[str] = []
    for block in blocks(page):
        if block.kind == "console":
            for command in commands(block.text):
                wrong += _differs(command, block.where)
        elif block.kind == "python":
            wrong += _program(block, names)
        elif block.kind == "by hand":
            getattr(by_hand, block.text.replace("-", "_"))()
        elif block.text.startswith(_FILE):
            name, _, rest = block.text.removeprefix(_FILE).partition("\n")
            Path(name).write_text(rest, encoding="utf-8")
    return wrong


def run(command: Command) -> str:
    """What a command prints; its standard output goes into a file where the line says so."""
    words = shlex.split(command.line)
    if not words or words[0] != "socwork":
        return f"only `socwork` can be run in a console block: {command.line}"
    into = words[-1] if len(words) > 2 and words[-2] == ">" else None
    both, out = io.StringIO(), io.StringIO()
    before, sys.stdin = sys.stdin, io.StringIO(command.typed)
    try:
        with (
            contextlib.redirect_stdout(out if into else both),
            contextlib.redirect_stderr(both),
            contextlib.suppress(SystemExit),
        ):
            main(words[1:-2] if into else words[1:])
    finally:
        sys.stdin = before
    if into:
        Path(into).write_text(out.getvalue(), encoding="utf-8")
    return both.getvalue()


def _differs(command: Command, where: str) -> list[str]:
    printed, at = run(command), 0
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


def _program(block: Block, names: dict[str, object]) -> list[str]:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(block.text, block.where, "exec"), names)  # noqa: S102 - our own pages
    wanted = [line.partition("# → ")[2] for line in block.text.splitlines() if "# → " in line]
    found = out.getvalue().splitlines()
    shown = [line for line in found if line in wanted]
    return [] if shown == wanted else [f"{block.where}: shown {wanted}, printed {found}"]
