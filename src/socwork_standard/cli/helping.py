"""The help of the commands in Kazakh and Russian: the tree of commands is walked before it runs, its words replaced.

The English words stand where the commands are declared; each paragraph, option and argument is the key of its
translation in i18n/help.kk.json and help.ru.json; placeholders (CARD, FILE) are the same in every language.  Nothing of
this happens where the answer is in English.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from socwork_standard.i18n import translations

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import typer

    from socwork_standard.model.base import Language

WORDS = (
    "Usage:",
    "Options",
    "Arguments",
    "Commands",
    "Show this message and exit.",
    "default:",
    "required",
    "[OPTIONS]",
    "COMMAND [ARGS]...",
    "INTEGER",
    "FLOAT",
    "TEXT",
)
"""The command line's own words, which no declaration of ours holds."""

_TYPES = {
    **dict.fromkeys(("<str>", "<list[str]>", "TEXT"), "TEXT"),
    **dict.fromkeys(("<int>", "<int range>", "INTEGER", "INTEGER RANGE"), "INTEGER"),
    **dict.fromkeys(("<float>", "<float range>", "FLOAT", "FLOAT RANGE"), "FLOAT"),
}
"""How releases of typer show the type of a value."""

_KEPT = "\b"
_COMMENT = re.compile(r"^([ ]*\S.*?)([ ]{3,})(?!-)(\S.*)$", re.MULTILINE)
_EXTRA = re.compile(r"\[(?:default: [^\]]*|required|[^\]]*; required)\]$")


def in_language(app: typer.Typer, language: Language) -> Any:  # noqa: ANN401 - typer keeps its class of commands private
    """The command that `app` describes, with its help in `language`."""
    import typer.main

    command = typer.main.get_command(app)
    table = translations("help", language)
    _translate(command, table, {})
    return command


def help_words(command: Any) -> tuple[str, ...]:  # noqa: ANN401 - a command of typer
    """Every English text of the help of a command and those below it, once each, with the command line's own words."""
    return tuple(dict.fromkeys((*WORDS, *help_texts(command))))


def help_texts(command: Any) -> Iterator[str]:  # noqa: ANN401 - a command of typer
    """Every text of a tree of commands that is to be translated, in its order; some come more than once."""
    for text in (command.help, command.short_help, command.epilog):
        yield from _parts(text or "")
    for param in command.params:
        yield from _parts(getattr(param, "help", None) or "")
    for child in getattr(command, "commands", {}).values():
        yield from help_texts(child)


def _translate(command: Any, table: Mapping[str, str], contexts: dict[Any, Any]) -> None:  # noqa: ANN401
    kind = command.context_class
    if kind not in contexts:
        formatter = _formatter(kind.formatter_class, table)
        contexts[kind] = type(kind.__name__, (kind,), {"formatter_class": formatter})
    command.context_class = contexts[kind]
    command.help = _paragraphs(command.help, table)
    command.short_help = _paragraphs(command.short_help, table)
    command.epilog = _paragraphs(command.epilog, table)
    command.options_metavar = table.get(command.options_metavar or "", command.options_metavar)
    if hasattr(command, "subcommand_metavar"):
        command.subcommand_metavar = table.get(command.subcommand_metavar, command.subcommand_metavar)
    for param in command.params:
        if text := getattr(param, "help", None):
            param.help = table.get(" ".join(text.split()), text)
    for child in getattr(command, "commands", {}).values():
        _translate(child, table, contexts)


def _parts(text: str) -> Iterator[str]:
    for paragraph in text.split("\n\n"):
        if not paragraph.startswith(_KEPT):
            if words := " ".join(paragraph.split()):
                yield words
            continue
        for line in paragraph.splitlines():
            if found := _COMMENT.match(line):
                yield found[3]


def _paragraphs(text: str | None, table: Mapping[str, str]) -> str | None:
    """A help text with each paragraph, and each remark beside an example, in the language of the table."""
    if text is None:
        return None
    return "\n\n".join(_paragraph(one, table) for one in text.split("\n\n"))


def _paragraph(text: str, table: Mapping[str, str]) -> str:
    if not text.startswith(_KEPT):
        words = " ".join(text.split())
        return table.get(words, words)
    return _COMMENT.sub(lambda found: found[1] + found[2] + table.get(found[3], found[3]), text)


def _formatter(kind: Any, table: Mapping[str, str]) -> Any:  # noqa: ANN401 - typer keeps that class private
    """The class that lays out help, with the command line's own words in the language."""

    class Formatter(kind):  # type: ignore[misc]
        def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
            super().write_usage(prog, args, prefix or table["Usage:"] + " ")

        def write_heading(self, heading: str) -> None:
            super().write_heading(table.get(heading, heading))

        def write_dl(self, rows: Any, *args: Any, **options: Any) -> None:  # noqa: ANN401
            super().write_dl([_row(name, text, table) for name, text in rows], *args, **options)

    return Formatter


def _row(name: str, text: str, table: Mapping[str, str]) -> tuple[str, str]:
    if kind := next((one for one in _TYPES if name.endswith(f" {one}")), None):
        shown = table[_TYPES[kind]]
        name = name.removesuffix(kind) + (f"<{shown}>" if kind.startswith("<") else shown)
    if extra := _EXTRA.search(text):
        words = extra[0].replace("default:", table["default:"]).replace("required", table["required"])
        text = text[: extra.start()] + words
    return name, table.get(text, text)
