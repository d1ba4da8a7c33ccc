"""The commands `socwork ladder` and `socwork plan` with their help; their work is done in `cli.ladder`."""

# ruff: noqa: D301 - a \b in a help text is the sign that keeps lines as they are

from typing import Annotated

import typer

from socwork_standard.cli.options import (
    CARD_HELP,
    AliasesOption,
    CategoryOption,
    DayOption,
    ForceOption,
    FormatOption,
    LangOption,
    OutputOption,
    PolicyOption,
)
from socwork_standard.cli.support import Format, LadderForm


def ladder(
    start: Annotated[
        str | None,
        typer.Option("--from", metavar="POSITION", help="A card, or a card and category: 13:first."),
    ] = None,
    end: Annotated[str | None, typer.Option("--to", metavar="POSITION", help="Where the way ends.")] = None,
    matrix: Annotated[
        bool, typer.Option("--matrix", help="How close every two professions are, by their competencies.")
    ] = False,
    as_: Annotated[
        LadderForm | None,
        typer.Option(
            "--as", help="A picture (the way from --from to --to stands out) or an exchange format."
        ),
    ] = None,
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="FILE", help="Write it to this file.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it is there.")] = False,
    form: FormatOption = Format.text,
    lang: LangOption = None,
) -> None:
    """Show the career ladder: what the order states, what it requires, and what can only be inferred.

    \b
    socwork ladder
    socwork ladder --from 13 --to 17                     every way, the quickest first
    socwork ladder --as svg -o ladder.svg --lang kk
    socwork ladder --from 9 --to 18 --as png -o way.png
    socwork ladder --matrix
    """
    from socwork_standard.cli.ladder import show_ladder

    show_ladder(start, end, as_, output, form, lang, matrix=matrix, force=force)


def plan(
    record: Annotated[
        str,
        typer.Argument(
            metavar="RECORD", help="Staff record, YAML or JSON; one person or several; - for standard input."
        ),
    ],
    to: Annotated[str, typer.Option("--to", metavar="CARD", help=CARD_HELP)],
    category: CategoryOption = None,
    as_of: DayOption = None,
    policy: PolicyOption = None,
    aliases: AliasesOption = None,
    ways: Annotated[int, typer.Option("--ways", min=1, max=12, help="At most so many ways.")] = 3,
    within: Annotated[
        int | None,
        typer.Option("--within", min=0, max=70, metavar="YEARS", help="Only arrivals within so many years."),
    ] = None,
    no_study: Annotated[
        bool, typer.Option("--no-study", help="Without further study for a diploma.")
    ] = False,
    no_courses: Annotated[bool, typer.Option("--no-courses", help="Without courses.")] = False,
    succession: Annotated[
        bool,
        typer.Option(
            "--succession", help="Who of these people could fill the post now, in one year, in three?"
        ),
    ] = False,
    output: OutputOption = None,
    force: ForceOption = False,
    form: FormatOption = Format.text,
    lang: LangOption = None,
) -> None:
    """How does this person get to that post, by which ways, and by when?

    Each way is followed with the checker: on the day of arrival `socwork check` says eligible. Open readings are
    taken at their strictest unless a policy chooses. Lengths of study are assumptions, and are listed.

    \b
    socwork plan person.yaml --to 16
    socwork plan person.yaml --to social-worker --category highest --lang ru
    socwork plan person.yaml --to 16 -o plan.pdf --lang kk
    socwork plan staff.yaml --to 17 --succession
    """
    from socwork_standard.cli.answering import form_of
    from socwork_standard.cli.checking import Question
    from socwork_standard.cli.ladder import show_plan

    question = Question(to, category, as_of, policy, aliases)
    show_plan(
        record,
        question,
        form_of(form, output, lang, force=force),
        lang,
        ways=ways,
        study=not no_study,
        courses=not no_courses,
        within=within,
        succession=succession,
    )
