"""The commands `socwork review` and `socwork agreement` with their help; their work is imported when called."""

# ruff: noqa: D301 - a \b in a help text is the sign that keeps lines as they are

from typing import Annotated

import typer

from socwork_standard.cli.options import CARD_HELP, ForceOption, FormatOption, LangOption, OnOption
from socwork_standard.cli.support import Format


def review(
    curriculum: Annotated[
        str, typer.Argument(metavar="CURRICULUM", help="Programme with courses and outcomes, as for map.")
    ],
    decisions: Annotated[
        str, typer.Option("--decisions", metavar="FILE", help="The decisions (YAML); begun where absent.")
    ],
    by: Annotated[
        str | None,
        typer.Option("--by", metavar="WHO", help="Who decides: an office, a role or initials, no full name."),
    ] = None,
    card: Annotated[
        str | None, typer.Option("--card", metavar="CARD", help=CARD_HELP + " Only its competencies.")
    ] = None,
    top: Annotated[
        int, typer.Option("--top", metavar="N", help="At most so many suggestions for an outcome.")
    ] = 5,
    every: Annotated[
        bool, typer.Option("--all", help="Show also outcomes on which nothing is open.")
    ] = False,
    out: Annotated[
        str | None,
        typer.Option("--out", metavar="SHEET.xlsx", help="Write a sheet to decide in, instead of asking."),
    ] = None,
    back: Annotated[
        str | None, typer.Option("--in", metavar="SHEET.xlsx", help="Read the filled-in sheet back.")
    ] = None,
    status: Annotated[
        bool, typer.Option("--status", help="Only tell how far the review has come, and what is wrong.")
    ] = False,
    reuse: Annotated[
        list[str] | None,
        typer.Option(
            "--reuse",
            metavar="FILE",
            help="Decisions of another programme, offered where the text is the same; repeatable.",
        ),
    ] = None,
    on: OnOption = None,
    force: ForceOption = False,
    form: FormatOption = Format.text,
    lang: LangOption = None,
) -> None:
    """Decide which suggestions are right: one outcome at a time in the terminal, or in a spreadsheet.

    Every answer is saved at once; leave and come back as often as you like. Type ? for the keys. A decision on a text
    that has changed since comes up again. The same text elsewhere is offered for reuse, never taken over silently.

    \b
    socwork review programme.yaml --decisions decisions.yaml --by "reviewer 1"
    socwork review programme.yaml --decisions decisions.yaml --out sheet.xlsx --lang kk
    socwork review programme.yaml --decisions decisions.yaml --in sheet.xlsx --by "reviewer 1"
    socwork review programme.yaml --decisions decisions.yaml --status --format json
    """
    from socwork_standard.cli.review import Asked, run_review

    asked = Asked(
        curriculum, decisions, by, card, top, on, out, back, tuple(reuse or ()), every, status, force
    )
    run_review(asked, form, lang)


def agreement(
    first: Annotated[str, typer.Argument(metavar="A", help="Decisions of one reviewer (YAML).")],
    second: Annotated[str, typer.Argument(metavar="B", help="Decisions of the other.")],
    curriculum: Annotated[
        str | None,
        typer.Argument(metavar="[CURRICULUM]", help="Shows the texts of the outcomes on which they differ."),
    ] = None,
    form: FormatOption = Format.text,
    lang: LangOption = None,
) -> None:
    """How far do two reviewers agree, and where do they differ? With Cohen's kappa.

    \b
    socwork agreement reviewer-1.yaml reviewer-2.yaml
    socwork agreement reviewer-1.yaml reviewer-2.yaml programme.yaml --lang ru
    """
    from socwork_standard.cli.review import show_agreement

    show_agreement(first, second, curriculum, form, lang)
