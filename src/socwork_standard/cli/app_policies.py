"""The commands of `socwork policy` with their help."""

# ruff: noqa: D301 - a \b in a help text is the sign that keeps lines as they are

from typing import Annotated

import typer

from socwork_standard.cli.options import (
    CARD_HELP,
    SETTINGS,
    AliasesOption,
    DayOption,
    FormatOption,
    LangOption,
    PolicyOption,
    RecordArgument,
)
from socwork_standard.cli.support import Format

policy_app = typer.Typer(help="Choose answers to the readings that the order leaves open.", **SETTINGS)


@policy_app.command("init")
def policy_init(
    staff: Annotated[
        str | None,
        typer.Argument(
            metavar="[STAFF]", help="A staff list: says for each question how many of your people hang on it."
        ),
    ] = None,
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="FILE", help="Write it to this file.")
    ] = None,
    preset: Annotated[
        str | None,
        typer.Option("--preset", metavar="PRESET", help="Fill in the answers of practice or literal."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it is there.")] = False,
    form: FormatOption = Format.text,
    lang: LangOption = None,
) -> None:
    """Begin a policy file: every open reading with its question, its answers and the reason it is open.

    \b
    socwork policy init -o policy.yaml
    socwork policy init staff.xlsx -o policy.yaml
    socwork policy init --preset practice --lang ru
    """
    from socwork_standard.cli.policies import Beginning, show_policy_init

    show_policy_init(Beginning(staff, output, preset, force), form, lang)


@policy_app.command("compare")
def policy_compare(
    record: RecordArgument,
    card: Annotated[str | None, typer.Option("--card", metavar="CARD", help=CARD_HELP)] = None,
    as_of: DayOption = None,
    policy: PolicyOption = None,
    aliases: AliasesOption = None,
    form: FormatOption = Format.text,
    lang: LangOption = None,
) -> None:
    """What would each answer to the open readings change for these people?

    \b
    socwork policy compare person.yaml
    socwork policy compare staff.yaml --card 13 --policy policy.yaml
    """
    from socwork_standard.cli.checking import Question
    from socwork_standard.cli.policies import show_policy_compare

    show_policy_compare(record, Question(card, None, as_of, policy, aliases), form, lang)
