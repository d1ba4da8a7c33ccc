"""What the commands share: formats and languages, reading files or standard input, and printing (no typer here)."""

import json
import os
import sys
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from socwork_standard.errors import InputError

if TYPE_CHECKING:
    from socwork_standard.cli.saving import Form
    from socwork_standard.data.strict_yaml import Document
    from socwork_standard.model.base import Language
    from socwork_standard.reports.page import Page


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


STDIN = "-"


def language_of(lang: Lang | None) -> "Language":
    """The language to answer in."""
    from socwork_standard.i18n import choose_language

    return choose_language(lang.value if lang else None)


def emit(form: "Form", page: "Callable[[], Page]", data: Callable[[], Any]) -> None:
    """Print an answer on standard output, or save it: `page` is built for people, `data` for programs."""
    if not isinstance(form, Format):
        form.save(page, data)
    elif form is Format.json:
        sys.stdout.write(json.dumps(data(), ensure_ascii=False, indent=1, default=str) + "\n")
    elif form is Format.markdown:
        from socwork_standard.reports.markdown import as_markdown

        sys.stdout.write(as_markdown(page()))
    else:
        from socwork_standard.reports.layout import as_text

        terminal = sys.stdout.isatty()
        sys.stdout.write(as_text(page(), width=_width(), colour=terminal and not os.environ.get("NO_COLOR")))


def _width() -> int:
    """The width of the terminal; 100 where there is none."""
    from shutil import get_terminal_size

    return get_terminal_size((100, 24)).columns


def notice(message: str) -> None:
    """Tell the user something that is no data."""
    sys.stderr.write(f"{message}\n")


def day_of(given: str | None, option: str) -> date | None:
    """The day of an option; a wrong one is an `InputError` that names the option."""
    if given is None:
        return None
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise InputError(
            "{given!r} is no day of the calendar.", option, "Write it as 2025-06-01.", given=given
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
