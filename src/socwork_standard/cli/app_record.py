"""The command `record import` with its help; its work is done in `cli.record`."""

# ruff: noqa: D301 - a \b in a help text is the sign that keeps lines as they are

from typing import Annotated

import typer

from socwork_standard.cli.options import SETTINGS, ForceOption, FormatOption, LangOption
from socwork_standard.cli.support import Format

record_app = typer.Typer(help="Staff records: read one from a CV in another format.", **SETTINGS)


@record_app.callback()
def record() -> None:
    """Staff records: read one from a CV in another format."""


@record_app.command("import")
def record_import(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="The CV, as JSON or XML; - for standard input.")
    ],
    source: Annotated[
        str | None,
        typer.Option("--from", metavar="WHAT", help="json-resume or europass; else it is found out."),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write the record to this .yaml or .json."),
    ] = None,
    id_: Annotated[
        str | None,
        typer.Option("--id", metavar="ID", help="The employer's own number of the person; never the ИИН."),
    ] = None,
    complete: Annotated[
        list[str] | None,
        typer.Option(
            "--complete",
            metavar="SECTION",
            help="education, experience or training: you know that the CV lists all of it. Repeatable.",
        ),
    ] = None,
    force: ForceOption = False,
    form: FormatOption = Format.text,
    lang: LangOption = None,
) -> None:
    """Make a staff record of a JSON Resume or a Europass CV.

    Education, work and certificates are read. Names, dates of birth, addresses, e-mails and photos are left out. What
    the CV does not say stays absent, and whatever could not be placed is listed with the reason and what to do.

    \b
    socwork record import cv.json -o record.yaml --id 0417
    socwork record import europass.xml --from europass --lang kk
    socwork record import cv.json --complete education --format json
    """
    from socwork_standard.cli.record import Wanted, show_import

    wanted = Wanted(file, source, output, id_, tuple(complete or ()), force)
    show_import(wanted, form, lang)
