"""`socwork template`: empty, explained spreadsheets to fill in.

The command `register` (a whole staff list) belongs here as well.
"""

# ruff: noqa: D301 - a \b in a help text is the sign that keeps lines as they are

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from socwork_standard.cli.options import LangOption
from socwork_standard.cli.support import STDIN, Lang, language_of

if TYPE_CHECKING:
    from socwork_standard.model.base import Language

_SETTINGS: dict[str, Any] = {
    "no_args_is_help": True,
    "rich_markup_mode": None,
    "pretty_exceptions_enable": False,
}

template_app = typer.Typer(help="Write an empty, explained spreadsheet to fill in.", **_SETTINGS)


@template_app.callback()
def _template() -> None:
    """Write an empty, explained spreadsheet to fill in."""


@template_app.command("staff")
def template_staff(
    output: Annotated[
        str,
        typer.Option("-o", "--output", metavar="FILE", help="Write it to this .xlsx; - for standard output."),
    ] = "staff.xlsx",
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it is there.")] = False,
    lang: LangOption = None,
) -> None:
    """A staff register to fill in: headings and lists in one language, explanations in three, two examples.

    \b
    socwork template staff -o staff.xlsx --lang kk
    socwork register staff.xlsx -o report.xlsx
    """
    show_template_staff(output, lang, force=force)


@template_app.command("curriculum")
def template_curriculum(
    output: Annotated[
        str,
        typer.Option("-o", "--output", metavar="FILE", help="Write it to this .xlsx; - for standard output."),
    ] = "curriculum.xlsx",
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it is there.")] = False,
    lang: LangOption = None,
) -> None:
    """A curriculum to fill in: courses with their learning outcomes, and what the programme awards.

    \b
    socwork template curriculum -o curriculum.xlsx --lang kk
    socwork map curriculum.xlsx
    """
    show_template_curriculum(output, lang, force=force)


def show_template_staff(output: str, lang: Lang | None, *, force: bool) -> None:
    """Write the template of a staff register."""
    from socwork_standard.data.load import load_standard
    from socwork_standard.register.template import staff_template
    from socwork_standard.sheets.template import template_bytes

    language = language_of(lang)
    _write(output, template_bytes(staff_template(load_standard(), language)), language, force=force)


def show_template_curriculum(output: str, lang: Lang | None, *, force: bool) -> None:
    """Write the template of a curriculum."""
    from socwork_standard.data.load import load_standard
    from socwork_standard.programme.read_template import curriculum_template
    from socwork_standard.sheets.template import template_bytes

    language = language_of(lang)
    _write(output, template_bytes(curriculum_template(load_standard(), language)), language, force=force)


def _write(output: str, content: bytes, language: "Language", *, force: bool) -> None:
    from socwork_standard.cli.saving import new_file, say_written, write_whole

    if output == STDIN:
        sys.stdout.buffer.write(content)
        return
    path = new_file(output, (".xlsx",), force=force)
    write_whole(path, content)
    say_written(path, language)
