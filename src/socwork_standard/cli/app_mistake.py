"""The command `socwork report-mistake` with its help; its work is done in `cli.mistake`."""

# ruff: noqa: D301 - a \b in a help text is the sign that keeps lines as they are

from typing import Annotated

import typer

from socwork_standard.cli.options import CARD_HELP, ForceOption, FormatOption, LangOption, OutputOption
from socwork_standard.cli.support import Format


def report_mistake(
    id_: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="What is wrong: 13.2.1.k4, 13.education.1, a card, a competency, vocabulary/term.",
        ),
    ],
    what: Annotated[
        str | None,
        typer.Option("--what", metavar="TEXT", help="What is wrong with it; - for standard input."),
    ] = None,
    words: Annotated[
        str | None, typer.Option("--words", metavar="TEXT", help="The words as they should be.")
    ] = None,
    source: Annotated[
        str | None,
        typer.Option("--source", metavar="TEXT", help="Where the right words stand: the text and its day."),
    ] = None,
    card: Annotated[
        str | None,
        typer.Option("--card", metavar="CARD", help=CARD_HELP + " The id may then begin after it."),
    ] = None,
    output: OutputOption = None,
    force: ForceOption = False,
    form: FormatOption = Format.text,
    lang: LangOption = None,
) -> None:
    """Found a mistake in the data? Print what to send: the point, the words, their hash, the version, the place.

    Nothing is sent. Defects that are known there already are listed, so that none is reported twice. Say nothing
    about real people: no names, no ИИН, no scans.

    \b
    socwork report-mistake 13.2.1.k4 --what "a word is missing"
    socwork report-mistake 2.1.k4 --card social-worker --words "…" --source "the order, text of 01.01.2025"
    socwork report-mistake specialities/social-work --format markdown
    echo "the translation is wrong" | socwork report-mistake 13 --what -
    """
    from socwork_standard.cli.answering import form_of
    from socwork_standard.cli.mistake import Told, show_mistake

    target = form_of(form, output, lang, force=force)
    show_mistake(id_, card, Told(what, words, source), target, lang)
