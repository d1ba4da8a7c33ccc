"""Pages of the reference that are generated from the program: its commands, and its public Python names.

`python -m socwork_standard.cli.pages` writes them into `docs/reference/` (or the directory named behind it).
"""

import contextlib
import inspect
import io
import os
import re
import sys
from collections.abc import Iterator
from typing import Any

from socwork_standard.checks.writing import write_and_say
from socwork_standard.cli import main

COMMAND = "python -m socwork_standard.cli.pages"
_GROUPS = {
    "The standard": ("Standard", "load_standard", "Card", "validate_data"),
    "People": ("StaffRecord", "Policy", "check", "Decision", "check_register"),
    "Careers": ("career_ladder", "plan_career"),
    "Curricula": ("Curriculum", "map_curriculum"),
    "Errors": ("SocworkError", "DataError", "LookupFailure", "InputError", "MissingExtra"),
}
_FORMATS = {
    "StaffRecord": "staff-record",
    "Policy": "policy",
    "Decision": "decision",
    "Curriculum": "curriculum",
}
_MODULES = re.compile(r"\b(?:[a-z_]+\.)+(?=[A-Z])")


def cli_page() -> str:
    """docs/reference/cli.md: each command with its help, as it is printed."""
    import typer.main

    from socwork_standard.cli.app import app

    lines = [
        "# Commands",
        "",
        "What `socwork COMMAND --help` prints, in English; with `SOCWORK_LANG` also in Kazakh and Russian.",
        "Data goes to standard output, notices to standard error.",
        "",
        "| exit code | means |",
        "|---|---|",
        "| 0 | the work was done, whatever the verdict |",
        "| 1 | `validate`, `verify`, `verify-source` or `test` found something, or `--fail-on` came up |",
        "| 2 | bad input; one message says what, where, why, and how to mend it |",
        "| 70 | a mistake of the program itself; the message says what to send |",
        "| 130 | interrupted |",
        "",
        f"This page is generated; to write it again: `{COMMAND}`.",
    ]
    for words in _commands(typer.main.get_command(app)):
        lines += ["", f"## socwork {' '.join(words)}", "", "```text", _help(words), "```"]
    return "\n".join(lines) + "\n"


def _commands(group: Any) -> Iterator[tuple[str, ...]]:  # noqa: ANN401 - typer keeps its class of commands private
    for name, command in group.commands.items():
        if getattr(command, "commands", None):
            yield from ((name, *words) for words in _commands(command))
        else:
            yield (name,)


def _help(words: tuple[str, ...]) -> str:
    """What a command prints about itself, at a width that a page has room for."""
    printed = io.StringIO()
    with _settings(COLUMNS="100", SOCWORK_LANG="en"), contextlib.redirect_stdout(printed):
        main([*words, "--help"])
    return printed.getvalue().strip()


@contextlib.contextmanager
def _settings(**values: str) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def python_page() -> str:
    """docs/reference/python.md: the public names with their signatures and what they mean."""
    import socwork_standard

    lines = [
        "# Python",
        "",
        "`import socwork_standard as sw` loads nothing heavy; each name is imported when it is first used. What is not",
        "on this page may change without notice.",
        "",
        f"This page is generated; to write it again: `{COMMAND}`.",
    ]
    for title, names in _GROUPS.items():
        lines += ["", f"## {title}"]
        for name in names:
            lines += ["", f"### {name}", "", *_name(name, getattr(socwork_standard, name))]
    return "\n".join(lines).rstrip() + "\n"


def _name(name: str, what: Any) -> Iterator[str]:  # noqa: ANN401 - any public name
    if inspect.isfunction(what):
        yield from ("```text", *_signature(name, what), "```", "")
    yield from (inspect.getdoc(what) or "").splitlines()
    if name in _FORMATS:
        yield from ("", f"Its keys: [{_FORMATS[name]}](formats/{_FORMATS[name]}.md).")
    members = [] if inspect.isfunction(what) or issubclass(what, Exception) else list(_members(what))
    if members:
        yield from ("", "| | |", "|---|---|", *members)


def _signature(name: str, what: Any) -> Iterator[str]:  # noqa: ANN401 - any public function
    signature = inspect.signature(what)
    yield f"{name}("
    starred = False
    for parameter in signature.parameters.values():
        if parameter.kind is parameter.KEYWORD_ONLY and not starred:
            starred = True
            yield "    *,"
        yield f"    {_short(str(parameter))},"
    yield f") -> {_short(inspect.formatannotation(signature.return_annotation))}"


def _short(text: str) -> str:
    """A type without the modules before its name."""
    return _MODULES.sub("", text)


def _members(what: type) -> Iterator[str]:
    """The public properties and methods that the class itself defines, with the first sentence about each."""
    for name, member in vars(what).items():
        if name.startswith(("_", "model_")) or not (
            inspect.isfunction(member) or isinstance(member, property)
        ):
            continue
        shown = name if isinstance(member, property) else f"{name}()"
        said = (inspect.getdoc(member) or "").partition("\n\n")[0]
        yield f"| `{shown}` | {' '.join(said.split())} |"


def generate_pages() -> dict[str, str]:
    """File name below docs/reference/ → text."""
    return {"cli.md": cli_page(), "python.md": python_page()}


if __name__ == "__main__":
    write_and_say(sys.argv[1:], generate_pages())
