"""The command `socwork register` with its help; its work is done in a module that it imports when called."""

# ruff: noqa: D301 - a \b in a help text is the sign that keeps lines as they are

from typing import Annotated

import typer

from socwork_standard.cli.options import (
    CategoryOption,
    DayOption,
    FailOnOption,
    FormatOption,
    HeldCardOption,
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
        typer.Option("-o", "--output", metavar="OUT", help="Report: .xlsx, .csv, .parquet, .json or .jsonl."),
    ] = None,
    card: HeldCardOption = None,
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
    pdf: Annotated[
        str | None,
        typer.Option(
            "--pdf", metavar="FOLDER", help="One page for everybody's file, as PDF, into this folder."
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the report if it is there.")] = False,
    go_on: Annotated[
        bool,
        typer.Option(
            "--continue", help="Go on after Ctrl-C: who was decided and has not changed is taken over."
        ),
    ] = False,
    fail_on: FailOnOption = None,
    form: FormatOption = Format.text,
    lang: LangOption = None,
) -> None:
    """Check a whole staff list, with a report that can be acted on.

    Every row is decided or reported with its place and the mend. The report tells each answer, what is missing, who
    becomes eligible within three years, and which names were not recognised; those can be filled in and read back
    with --aliases. Ctrl-C keeps what was done, and the same command
    with --continue goes on from there.

    \b
    socwork register staff.xlsx -o report.xlsx
    socwork register staff.xlsx -o report.xlsx --every-card --as-of 2025-06-01
    socwork register staff.csv -o verdicts.jsonl --card 13 --category first
    socwork register staff.xlsx -o second.xlsx --aliases report.xlsx
    socwork register staff.xlsx --pdf sheets/ --lang kk
    socwork register staff.xlsx -o report.xlsx --continue
    """
    from socwork_standard.cli.checking import Question
    from socwork_standard.cli.registering import Run, show_register

    run = Run(staff, output, sheet, every_card, tuple(aliases or ()), force, go_on, pdf)
    question = Question(card, category, as_of, policy, None)
    raise typer.Exit(show_register(run, question, fail_on or [], form, lang))


def compare_registers(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The staff list as it was.")],
    new: Annotated[
        str | None,
        typer.Argument(metavar="[NEW]", help="The list as it is now; without it OLD, decided in two ways."),
    ] = None,
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="OUT", help="Every change as a workbook, .xlsx.")
    ] = None,
    card: HeldCardOption = None,
    category: CategoryOption = None,
    every_card: Annotated[
        bool, typer.Option("--every-card", help="Compare everybody for every card.")
    ] = False,
    as_of: DayOption = None,
    as_of_old: Annotated[
        str | None, typer.Option("--as-of-old", metavar="DAY", help="The day for OLD; else the same day.")
    ] = None,
    policy_new: Annotated[
        str | None,
        typer.Option("--policy", "--policy-new", metavar="FILE", help="Answers chosen once, for NEW."),
    ] = None,
    policy_old: Annotated[
        str | None,
        typer.Option("--policy-old", metavar="FILE", help="The same for OLD; none where not given."),
    ] = None,
    data_old: Annotated[
        str | None,
        typer.Option(
            "--data-old", metavar="FOLDER", help="The data with which OLD is decided, e.g. an earlier one."
        ),
    ] = None,
    aliases: Annotated[
        list[str] | None,
        typer.Option("--aliases", metavar="FILE", help="Your own names, for both lists; repeatable."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the workbook if it is there.")] = False,
    form: FormatOption = Format.text,
    lang: LangOption = None,
) -> None:
    """Compare two staff lists, or one under two policies or days: whose answer changes, and why.

    For each changed answer is told what made it: facts of the record (a diploma added, longer service), an answer to
    an open reading, the day, or the data. People are matched by their number.

    \b
    socwork compare-registers may.xlsx june.xlsx --as-of 2025-06-01
    socwork compare-registers staff.xlsx --policy policy.yaml --as-of 2025-06-01
    socwork compare-registers staff.xlsx --as-of-old 2025-06-01 --as-of 2026-06-01 -o changes.xlsx
    """
    from socwork_standard.cli.comparing import Given, Run, show_comparison

    before = Given(old, as_of_old or as_of, policy_old, data_old)
    after = Given(new or old, as_of, policy_new, None)
    run = Run(before, after, card, category, every_card, tuple(aliases or ()), output, force)
    raise typer.Exit(show_comparison(run, form, lang))
