"""What the commands share: formats and languages, reading files or standard input, and notices (no typer here)."""

import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from socwork_standard.cli.streams import let_go
from socwork_standard.errors import InputError

if TYPE_CHECKING:
    from socwork_standard.data.strict_yaml import Document
    from socwork_standard.model.base import Language


class Format(StrEnum):
    """How an answer is printed."""

    text = "text"
    json = "json"
    markdown = "markdown"


class Lang(StrEnum):
    """Languages of the answers."""

    kk = "kk"
    ru = "ru"
    en = "en"


class LadderForm(StrEnum):
    """Formats of other programs, and pictures."""

    svg = "svg"
    png = "png"
    graphml = "graphml"
    dot = "dot"
    mermaid = "mermaid"
    cytoscape = "cytoscape"


STDIN = "-"


def language_of(lang: Lang | None) -> "Language":
    """The language to answer in."""
    from socwork_standard.i18n import choose_language

    return choose_language(lang.value if lang else None)


def notice(message: str) -> None:
    """Tell the user something that is no data; where nobody can be told, the work is not hindered."""
    try:
        sys.stderr.write(f"{message}\n")
        sys.stderr.flush()
    except OSError:
        let_go(sys.stderr)


def typed(words: str) -> str:
    """Words typed on a command line, in a locale without their letters too (there they come as bytes in hiding)."""
    try:
        return words.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    except UnicodeEncodeError:  # half a letter, which no terminal sends
        return words.encode(errors="replace").decode()


def day_of(given: str | None, option: str) -> date | None:
    """The day of an option; a wrong one is an `InputError` that names the option."""
    if given is None:
        return None
    from socwork_standard.text import day_of as written_day

    try:
        return written_day(given)
    except ValueError:
        raise InputError(
            "{given!r} is no day of the calendar.",
            option,
            "Write it as 2025-06-01 or 01.06.2025.",
            given=given,
        ) from None


# -- files --------------------------------------------------------------------------------------------------------


class Source:
    """A file named on the command line, or standard input (`-`), read once."""

    def __init__(self, name: str) -> None:
        self.path = None if name == STDIN else Path(name)
        self.name = name if self.path else "standard input"
        if self.path and self.path.is_dir():
            raise InputError("this is a folder, not a file.", name, "Give the path of a file.")
        self.raw = self._read()

    def _read(self) -> bytes:
        if self.path is None:
            stream = getattr(sys.stdin, "buffer", None)
            return stream.read() if stream is not None else sys.stdin.read().encode()
        from socwork_standard.data.files import read_bytes

        return read_bytes(self.path, self.name)

    def document(self) -> "Document":
        """The content, read strictly as YAML (JSON is YAML too)."""
        from socwork_standard.data.strict_yaml import parse_yaml

        return parse_yaml(self.raw, self.name, error=InputError)
