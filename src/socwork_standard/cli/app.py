"""The commands of `socwork` with their help; the work of each is done in a module that it imports when called."""

# ruff: noqa: D301 - a \b in a help text is the sign that keeps lines as they are

import sys
from typing import Annotated, Any

import typer

from socwork_standard.cli.app_coverage import coverage
from socwork_standard.cli.app_data import data_app
from socwork_standard.cli.app_examples import examples
from socwork_standard.cli.app_export import export
from socwork_standard.cli.app_mistake import report_mistake
from socwork_standard.cli.app_papers import anonymise, attestation, letters
from socwork_standard.cli.app_policies import policy_app
from socwork_standard.cli.app_programme import programme_app
from socwork_standard.cli.app_record import record_app
from socwork_standard.cli.app_register import compare_registers, register
from socwork_standard.cli.app_review import agreement, review
from socwork_standard.cli.app_serve import serve, vacancy
from socwork_standard.cli.career import ladder, plan
from socwork_standard.cli.options import (
    CARD_HELP,
    SETTINGS,
    AliasesOption,
    CategoryOption,
    DayOption,
    FailOnOption,
    ForceOption,
    FormatOption,
    LangOption,
    OnOption,
    OutputOption,
    PolicyOption,
    RecordArgument,
)
from socwork_standard.cli.register import template_app
from socwork_standard.cli.support import Format
from socwork_standard.i18n import DEFAULT, language_in

_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}

app = typer.Typer(name="socwork", add_completion=False, context_settings=_CONTEXT, **SETTINGS)

CardArgument = Annotated[str, typer.Argument(metavar="CARD", help=CARD_HELP)]
_UsageMistake: type[BaseException] = typer.BadParameter.__mro__[2]
"""Every mistake in how a command is called (the name of that class is private to typer)."""


def run(arguments: list[str]) -> int:
    """Run the command line; the exit code comes back."""
    language = language_in(arguments)
    command: Any = app
    if language != DEFAULT:
        from socwork_standard.cli.helping import in_language

        command = in_language(app, language)
    try:
        result = command(args=arguments, prog_name="socwork", standalone_mode=False)
    except typer.Abort:
        raise KeyboardInterrupt from None
    except SystemExit:  # raised by typer where the reader of a pipe has gone
        raise BrokenPipeError from None
    except Exception as wrong:
        if not isinstance(wrong, _UsageMistake):
            raise
        from socwork_standard.cli.usage import usage_mistake

        mistake = usage_mistake(wrong)
        if mistake is None:
            return 2
        raise mistake from None
    return result if isinstance(result, int) else 0


def _version(asked: bool) -> None:
    if asked:
        from socwork_standard import __version__

        sys.stdout.write(f"socwork {__version__}\n")
        raise typer.Exit


@app.callback()
def _socwork(
    context: typer.Context,
    version: Annotated[  # noqa: ARG001 - the option acts by its callback
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Kazakhstan's professional standard for social work (Q88100061): read it, check people, keep its data.

    \b
    socwork cards                          the ten professions
    socwork card 13                        one of them in full
    socwork check person.yaml --card 13    may this person hold this post?

    Data goes to standard output, notices to standard error. Exit 0 when the work was done, whatever the verdict;
    1 when a check found something; 2 for bad input.
    """
    context.obj = app


# -- the standard -------------------------------------------------------------------------------------------------


@app.command()
def cards(form: FormatOption = Format.text, lang: LangOption = None) -> None:
    """List the professions: number, slug, code, level, categories, name.

    \b
    socwork cards
    socwork cards --lang kk --format markdown
    """
    from socwork_standard.cli.cards import show_cards

    show_cards(form, lang)


@app.command()
def card(
    key: CardArgument,
    part: Annotated[
        list[str] | None,
        typer.Option(
            "--part",
            metavar="PART",
            help="Only this part; may be repeated: requirements, functions, personal, links, names, defects.",
        ),
    ] = None,
    compare: Annotated[
        str | None,
        typer.Option(
            "--compare", metavar="CARD", help="Competencies shared with another card, and those to learn."
        ),
    ] = None,
    on: OnOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    form: FormatOption = Format.text,
    lang: LangOption = None,
) -> None:
    """Show a profession: what it requires, what its people do, must be able to do and must know.

    The Kazakh words are the order's; Russian and English are unofficial translations. Where the words held are not
    in force on the day, that is said first.

    \b
    socwork card 13
    socwork card social-worker --part requirements --lang kk
    socwork card 3412-0-008 --on 2025-06-01 --format json
    socwork card 12 --compare 13
    socwork card 13 -o card.pdf --lang kk
    """
    from socwork_standard.cli.answering import form_of

    target = form_of(form, output, lang, force=force)
    if compare is not None:
        from socwork_standard.cli.ladder import show_compare

        show_compare(key, compare, target, lang)
        return
    from socwork_standard.cli.cards import show_card

    show_card(key, part or [], on, target, lang)


@app.command()
def search(
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS...", help="Words in kk, ru or en; an id or a code.")
    ],
    card: Annotated[str | None, typer.Option("--card", metavar="CARD", help=CARD_HELP)] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--kind",
            metavar="KIND",
            help="card, function, skill, competency or term; may be repeated; else all.",
        ),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=0, help="At most so many; 0 for all.")] = 20,
    form: FormatOption = Format.text,
    lang: LangOption = None,
) -> None:
    """Find words in cards, functions, skills, competencies and vocabularies, and say where they stand.

    Endings, small typing mistakes and missing Kazakh letters do no harm.

    \b
    socwork search кейс-менеджмент
    socwork search алеуметтик жумыс --kind card --lang kk
    socwork search early intervention --card 13 --format json
    """
    from socwork_standard.cli.search import show_search

    show_search(words, card, kind or [], limit, form, lang)


# -- checks -------------------------------------------------------------------------------------------------------


@app.command()
def check(
    record: RecordArgument,
    card: Annotated[
        str | None,
        typer.Option("--card", metavar="CARD", help=CARD_HELP + " Without it: every card, best first."),
    ] = None,
    category: CategoryOption = None,
    as_of: DayOption = None,
    policy: PolicyOption = None,
    aliases: AliasesOption = None,
    fail_on: FailOnOption = None,
    full: Annotated[bool, typer.Option("--full", help="Show also the ways that were not needed.")] = False,
    output: OutputOption = None,
    force: ForceOption = False,
    form: FormatOption = Format.text,
    lang: LangOption = None,
) -> None:
    """May this person hold this post, in this category, on this day?

    The answer is one of: eligible, not_eligible, needs_evidence (something is not known), needs_ruling (the order
    can be read in two ways). It says under which words, what is missing, and from when.

    \b
    socwork check person.yaml --card 13 --category highest --as-of 2025-06-01
    socwork check person.yaml                    every card and category, best first
    socwork check person.yaml --card 13 -o person.pdf
    socwork check staff.yaml --card 13 --fail-on not_eligible
    cat person.yaml | socwork check - --card social-worker --format json
    """
    from socwork_standard.cli.answering import form_of
    from socwork_standard.cli.checking import Question, show_check

    target = form_of(form, output, lang, force=force)
    question = Question(card, category, as_of, policy, aliases)
    raise typer.Exit(show_check(record, question, fail_on or [], target, lang, full=full))


@app.command()
def needs(
    card: CardArgument,
    category: CategoryOption = None,
    on: OnOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    form: FormatOption = Format.text,
    lang: LangOption = None,
) -> None:
    """Which facts and papers will a check of this card ask for?

    \b
    socwork needs 13 --category highest
    socwork needs head-of-unit --lang ru -o needs.docx
    """
    from socwork_standard.cli.answering import form_of
    from socwork_standard.cli.checking import show_needs

    show_needs(card, category, on, form_of(form, output, lang, force=force), lang)


@app.command()
def verify(
    decision: Annotated[
        str, typer.Argument(metavar="DECISION", help="JSON that socwork check printed; - for standard input.")
    ],
    record: Annotated[
        str, typer.Option("--record", metavar="FILE", help="The staff record that was checked.")
    ],
    aliases: AliasesOption = None,
    form: FormatOption = Format.text,
    lang: LangOption = None,
) -> None:
    """Does a stored decision still follow from its record? Exit 1 if not.

    \b
    socwork check person.yaml --card 13 --as-of 2025-06-01 --format json > decision.json
    socwork verify decision.json --record person.yaml
    """
    from socwork_standard.cli.checking import show_verify

    raise typer.Exit(show_verify(decision, record, aliases, form, lang))


@app.command("test")
def run_cases(
    cases: Annotated[
        list[str], typer.Argument(metavar="CASES...", help="Files of cases (YAML), or folders of them.")
    ],
    form: FormatOption = Format.text,
    lang: LangOption = None,
) -> None:
    """Run cases: people, questions, and the answers that must come out. Exit 1 if one differs.

    \b
    socwork test cases.yaml
    socwork test folder/
    """
    from socwork_standard.cli.checking import show_test

    raise typer.Exit(show_test(cases, form, lang))


# -- universities and colleges ------------------------------------------------------------------------------------


@app.command("map")
def map_(
    curriculum: Annotated[
        str,
        typer.Argument(
            metavar="CURRICULUM",
            help="Courses with outcomes: XLSX, CSV, DOCX, PDF, HTML, text, YAML or JSON; - for standard input.",
        ),
    ],
    top: Annotated[
        int, typer.Option("--top", metavar="N", help="At most so many suggestions for an outcome.")
    ] = 5,
    card: Annotated[
        str | None, typer.Option("--card", metavar="CARD", help=CARD_HELP + " Only its competencies.")
    ] = None,
    decisions: Annotated[
        str | None,
        typer.Option("--decisions", metavar="FILE", help="What people decided (see: socwork review)."),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "-o", "--output", metavar="FILE", help="Write the suggestions and the matrix to this .xlsx."
        ),
    ] = None,
    force: ForceOption = False,
    encoder: Annotated[
        str | None,
        typer.Option("--encoder", metavar="FOLDER", help="A sentence encoder of your own, with --weights."),
    ] = None,
    weights: Annotated[
        str | None,
        typer.Option("--weights", metavar="FILE", help="What it counts (see: socwork programme fit)."),
    ] = None,
    form: FormatOption = Format.text,
    lang: LangOption = None,
) -> None:
    """Which competencies of the standard may the outcomes of a curriculum form?

    Every suggestion shows the words that carried it and is strong or weak; an outcome that shares nothing specific
    with the standard has no match. A suggestion is no coverage: that takes a person.

    \b
    socwork map programme.yaml
    socwork map syllabus.docx
    socwork map programme.yaml --card 13 --lang kk
    socwork map programme.yaml --decisions decisions.yaml
    socwork map programme.yaml --top 10 --format json > mapping.json
    socwork map programme.yaml -o suggestions.xlsx
    """
    from socwork_standard.cli.curriculum import show_map

    show_map(
        curriculum,
        top,
        card,
        decisions,
        form,
        lang,
        output=output,
        force=force,
        encoder=encoder,
        weights=weights,
    )


app.command("coverage")(coverage)
app.command("review")(review)
app.command("agreement")(agreement)
app.command("register")(register)
app.command("compare-registers")(compare_registers)
app.command("letters")(letters)
app.command("attestation")(attestation)
app.command("anonymise")(anonymise)
app.command("ladder")(ladder)
app.command("plan")(plan)
app.command("vacancy")(vacancy)
app.command("serve")(serve)
app.add_typer(policy_app, name="policy")
app.command("export")(export)
app.add_typer(record_app, name="record")
app.add_typer(data_app, name="data")
app.add_typer(template_app, name="template")
app.command("examples")(examples)
app.add_typer(programme_app, name="programme")
app.command("report-mistake")(report_mistake)
