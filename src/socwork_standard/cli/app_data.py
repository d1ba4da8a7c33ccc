"""The commands `socwork data …` with their help; the work of each is done in a module that it imports when called."""

# ruff: noqa: D301 - a \b in a help text is the sign that keeps lines as they are

from typing import Annotated

import typer

from socwork_standard.cli.options import CARD_HELP, SETTINGS, FormatOption, LangOption, PolicyOption
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


@data_app.command("import")
def data_import(
    text: Annotated[
        str,
        typer.Argument(
            metavar="TEXT", help="The official text: saved page, HTML, DOCX; - for standard input."
        ),
    ],
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FOLDER", help="A new folder for the draft.")
    ],
    code: Annotated[
        str | None,
        typer.Option("--code", metavar="CODE", help="The standard's code, where the text has none."),
    ] = None,
    edition: Annotated[
        str | None,
        typer.Option("--edition", metavar="ID", help="The edition's id; else year and number of the order."),
    ] = None,
    valid_from: Annotated[
        str | None,
        typer.Option(
            "--valid-from", metavar="DAY", help="The first day in force, where the text states none."
        ),
    ] = None,
    beside: Annotated[
        bool, typer.Option("--compare", help="Compare the draft with the cards of the data in use.")
    ] = False,
    form: FormatOption = Format.text,
    lang: LangOption = None,
) -> None:
    """Turn an official text of any profession (layout since 2023, Kazakh or Russian) into a draft of data to review.

    The draft loads; its rules are proposals, each with its reason.  What could not be placed is listed with its line.

    \b
    socwork data import order.txt -o draft
    socwork data import order.html -o draft --valid-from 2026-07-12 --lang ru
    socwork data import order.txt -o draft --compare
    SOCWORK_STANDARD_DATA=draft socwork cards
    """
    from socwork_standard.cli.importing import show_import

    show_import(text, output, (code, edition, valid_from), form, lang, beside=beside)


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
    context: typer.Context,
    parity: Annotated[
        bool, typer.Option("--parity", help="Compare also the texts: figures, acts, levels, lists, letters.")
    ] = False,
    exceptions: Annotated[
        str | None,
        typer.Option(
            "--except",
            metavar="FILE",
            help="Differences that are right, each with its reason; else those of the data.",
        ),
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

    raise typer.Exit(
        show_languages(context.obj, exceptions, form, lang, parity=parity or exceptions is not None)
    )


SIDE_HELP = "An edition of the data in use (2024-125), or a folder like standard_data/."


@data_app.command("add-edition")
def data_add_edition(
    texts: Annotated[
        list[str],
        typer.Argument(
            metavar="FOLDER|CARDS…", help="A folder with cards/ and what else changes, or card files."
        ),
    ],
    edition: Annotated[str, typer.Option("--id", metavar="ID", help="Id of the edition, e.g. 2026-109.")],
    valid_from: Annotated[
        str, typer.Option("--valid-from", metavar="DAY", help="First day in force, as 2026-07-12.")
    ],
    points: Annotated[
        str | None,
        typer.Option("--points", metavar="13,14", help="Points that it words; else those of the cards."),
    ] = None,
    act: Annotated[
        str | None, typer.Option("--act", metavar="ACT", help="The act, an id of legal-acts.yaml.")
    ] = None,
    adopted: Annotated[
        str | None, typer.Option("--adopted", metavar="DAY", help="The day on which the act was adopted.")
    ] = None,
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="FOLDER", help="The new data folder; else it is only tried."),
    ] = None,
    data: Annotated[
        str | None, typer.Option("--data", metavar="FOLDER", help="The data to copy; else the data in use.")
    ] = None,
    form: FormatOption = Format.text,
    lang: LangOption = None,
) -> None:
    """Add a new wording as data: a copy with the new cards, the old wording ended the day before, all checked.

    Nothing is written where something is wrong (exit 1). An edition that editions.yaml lists without its text is
    filled: give its id.

    \b
    socwork data add-edition new-cards --id 2027-1 --valid-from 2027-01-01 --act order-1-2027 \
      --adopted 2026-12-01 -o new-data
    socwork data add-edition 13-social-worker.yaml --id 2027-1 --valid-from 2027-01-01 --act order-1-2027 \
      --adopted 2026-12-01
    """
    from socwork_standard.cli.editions import Adding, show_added

    asked = Adding(tuple(texts), edition, valid_from, points, act, adopted, output, data)
    raise typer.Exit(show_added(asked, form, lang))


@data_app.command("diff")
def data_diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help=SIDE_HELP)],
    new: Annotated[str, typer.Argument(metavar="NEW", help=SIDE_HELP)],
    card: Annotated[str | None, typer.Option("--card", metavar="CARD", help=CARD_HELP)] = None,
    form: FormatOption = Format.text,
    lang: LangOption = None,
) -> None:
    """Compare two editions: what was moved, reworded, added or removed, and which requirements changed.

    Words taken out stand in [-…-], words put in stand in {+…+}.

    \b
    socwork data diff standard_data new-data
    socwork data diff 2024-125 2026-109 --card 13 --lang ru
    """
    from socwork_standard.cli.editions import show_diff

    show_diff(old, new, card, form, lang)


@data_app.command("impact")
def data_impact(
    old: Annotated[str, typer.Argument(metavar="OLD", help=SIDE_HELP)],
    new: Annotated[str, typer.Argument(metavar="NEW", help=SIDE_HELP)],
    register: Annotated[
        str | None, typer.Option("--register", metavar="FILE", help="A staff list, as for socwork register.")
    ] = None,
    every_card: Annotated[
        bool, typer.Option("--every-card", help="Every card for everybody, not only the post held.")
    ] = False,
    policy: PolicyOption = None,
    curriculum: Annotated[
        str | None, typer.Option("--curriculum", metavar="FILE", help="A programme, as for socwork coverage.")
    ] = None,
    decisions: Annotated[
        list[str] | None,
        typer.Option("--decisions", metavar="FILE", help="Mapping decisions on it; may be repeated."),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of", metavar="DAY", help="The day of the decisions; else the first of the new text."
        ),
    ] = None,
    form: FormatOption = Format.text,
    lang: LangOption = None,
) -> None:
    """Tell what a new edition changes: whose answer, what a programme covers, which decisions count no more, and why.

    \b
    socwork data impact standard_data new-data --register staff.xlsx
    socwork data impact 2024-125 2026-109 --curriculum programme.yaml --decisions programme.decisions.yaml
    """
    from socwork_standard.cli.editions import Asked, show_impact

    asked = Asked(old, new, register, policy, every_card, curriculum, tuple(decisions or ()), as_of)
    raise typer.Exit(show_impact(asked, form, lang))
