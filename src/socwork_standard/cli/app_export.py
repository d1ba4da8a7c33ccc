"""The command `export` with its help."""

# ruff: noqa: D301 - a \b in a help text is the sign that keeps lines as they are

from typing import Annotated

import typer

from socwork_standard.cli.options import CARD_HELP, FormatOption, LangOption
from socwork_standard.cli.support import Format


def export(
    name: Annotated[
        str | None, typer.Argument(metavar="[FORMAT]", help="The format; without it they are listed.")
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "-o", "--output", metavar="OUT", help="A file, or a folder where the format has several files."
        ),
    ] = None,
    card: Annotated[
        list[str] | None,
        typer.Option("--card", metavar="CARD", help=CARD_HELP + " Only these; may be repeated."),
    ] = None,
    curriculum: Annotated[
        str | None,
        typer.Option(
            "--curriculum", metavar="FILE", help="For coverage-case and coverage-schema-org: the programme."
        ),
    ] = None,
    decisions: Annotated[
        str | None, typer.Option("--decisions", metavar="FILE", help="What people decided on its outcomes.")
    ] = None,
    base_uri: Annotated[
        str,
        typer.Option("--base-uri", metavar="URI", help="Begin every URI with this; else they are urn:uuid:…"),
    ] = "",
    force: Annotated[bool, typer.Option("--force", help="Replace files that are there.")] = False,
    form: FormatOption = Format.text,
    lang: LangOption = None,
) -> None:
    """Write the standard, or what a curriculum covers, in a format that other systems read.

    CASE, Moodle, OpenSALT, SKOS, schema.org, ESCO, Frictionless tables and JSON. Formats with one language a file
    write all three, or the one of --lang. Identifiers are the same in every run.

    \b
    socwork export                                   the formats, with what each keeps and loses
    socwork export case -o case/
    socwork export moodle --lang ru -o framework.csv
    socwork export skos --base-uri https://example.kz/standard/ -o standard.ttl
    socwork export coverage-case --curriculum programme.yaml --decisions decisions.yaml -o coverage.json
    """
    from socwork_standard.cli.export import Wanted, show_export

    show_export(name, Wanted(output, tuple(card or ()), curriculum, decisions, base_uri, force), form, lang)
