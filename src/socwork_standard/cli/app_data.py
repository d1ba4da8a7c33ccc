"""The commands `socwork data …` with their help; the work of each is done in a module that it imports when called."""

# ruff: noqa: D301 - a \b in a help text is the sign that keeps lines as they are

from typing import Annotated

import typer

from socwork_standard.cli.options import CARD_HELP, SETTINGS, FormatOption, LangOption
from socwork_standard.cli.support import Format

data_app = typer.Typer(
    help="For keepers of the data: validate, verify, count, defects, languages.", **SETTINGS
)


@data_app.command("validate")
def data_validate(
    directory: Annotated[
        str | None,
        typer.Argument(metavar="[FOLDER]", help="A folder like standard_data/; else the data in use."),
    ] = None,
    form: FormatOption = Format.text,
    lang: LangOption = None,
) -> None:
    """Check every file of the data; exit 1 if something is wrong.

    \b
    socwork data validate
    socwork data validate standard_data --format json
    """
    from socwork_standard.cli.data import show_validate

    raise typer.Exit(show_validate(directory, form, lang))


@data_app.command("verify-source")
def data_verify_source(
    text: Annotated[
        str,
        typer.Argument(metavar="TEXT", help="The official text, saved from its page; - for standard input."),
    ],
    form: FormatOption = Format.text,
    lang: LangOption = None,
) -> None:
    """Compare the data with the official text of the order, word by word; exit 1 if they differ.

    \b
    socwork data verify-source order.txt
    """
    from socwork_standard.cli.data import show_verify_source

    raise typer.Exit(show_verify_source(text, form, lang))


@data_app.command("counts")
def data_counts(form: FormatOption = Format.text, lang: LangOption = None) -> None:
    """Count functions, skills, abilities and knowledge lines of every card.

    \b
    socwork data counts --format json
    """
    from socwork_standard.cli.data import show_counts

    show_counts(form, lang)


@data_app.command("defects")
def data_defects(
    card: Annotated[str | None, typer.Option("--card", metavar="CARD", help=CARD_HELP)] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="KIND", help="answer, structure, wording or extraction.")
    ] = None,
    form: FormatOption = Format.text,
    lang: LangOption = None,
) -> None:
    """List the defects of the order's text; as Markdown, an annex that can be sent to its authors.

    \b
    socwork data defects --card 13
    socwork data defects --kind answer --lang ru --format markdown > annex.md
    """
    from socwork_standard.cli.data import show_defects

    show_defects(card, kind, form, lang)


@data_app.command("languages")
def data_languages(
    parity: Annotated[
        bool, typer.Option("--parity", help="Compare also the texts: figures, acts, levels, lists, letters.")
    ] = False,
    exceptions: Annotated[
        str | None,
        typer.Option("--except", metavar="FILE", help="Differences that are right, each with its reason."),
    ] = None,
    form: FormatOption = Format.text,
    lang: LangOption = None,
) -> None:
    """Count what is there in each language out of what should be; exit 1 where something is missing or differs.

    \b
    socwork data languages
    socwork data languages --parity --format json
    """
    from socwork_standard.cli.languages import show_languages

    raise typer.Exit(show_languages(exceptions, form, lang, parity=parity or exceptions is not None))
