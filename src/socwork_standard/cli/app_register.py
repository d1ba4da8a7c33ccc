"""The command `socwork register` with its help; its work is done in a module that it imports when called."""

# ruff: noqa: D301 - a \b in a help text is the sign that keeps lines as they are

from typing import Annotated

import typer

from socwork_standard.cli.options import (
    CARD_HELP,
    CategoryOption,
    DayOption,
    FormatOption,
    LangOption,
    PolicyOption,
)
from socwork_standard.cli.support import Format


def register(
    staff: Annotated[
        str,
        typer.Argument(
            metavar="STAFF",
            help="Staff list: .xlsx, .csv, .parquet, .json, .yaml, a folder, a database; - for input.",
        ),
    ],
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="OUT", help="Report: .xlsx, .csv, .json or .jsonl."),
    ] = None,
    card: Annotated[
        str | None,
        typer.Option(
            "--card", metavar="CARD", help=CARD_HELP + " Without it: the post that each person holds."
        ),
    ] = None,
    category: CategoryOption = None,
    every_card: Annotated[
        bool, typer.Option("--every-card", help="Check everybody for every card: who could be moved up?")
    ] = False,
    as_of: DayOption = None,
    policy: PolicyOption = None,
    aliases: Annotated[
        list[str] | None,
        typer.Option(
            "--aliases",
            metavar="FILE",
            help="Your own names, YAML, or a report whose sheet of unrecognised names you filled in; repeatable.",
        ),
    ] = None,
    sheet: Annotated[
        str | None,
        typer.Option("--sheet", metavar="NAME", help="The sheet to read, where there are several."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the report if it is there.")] = False,
    fail_on: Annotated[
        list[str] | None,
        typer.Option(
            "--fail-on",
            metavar="STATUS",
            help="Exit 1 if this status comes up; repeatable: eligible, not_eligible, needs_evidence, needs_ruling.",
        ),
    ] = None,
    form: FormatOption = Format.text,
    lang: LangOption = None,
) -> None:
    """Check a whole staff list, with a report that can be acted on.

    Every row is decided or reported with its place and the mend. The report tells each answer, what is missing, who
    becomes eligible within three years, and which names were not recognised; those can be filled in and read back
    with --aliases. Ctrl-C keeps what was done.

    \b
    socwork register staff.xlsx -o report.xlsx
    socwork register staff.xlsx -o report.xlsx --every-card --as-of 2025-06-01
    socwork register staff.csv -o verdicts.jsonl --card 13 --category first
    socwork register staff.xlsx -o second.xlsx --aliases report.xlsx
    """
    from socwork_standard.cli.checking import Question
    from socwork_standard.cli.registering import Run, show_register

    run = Run(staff, output, sheet, every_card, tuple(aliases or ()), force)
    question = Question(card, category, as_of, policy, None)
    raise typer.Exit(show_register(run, question, fail_on or [], form, lang))
