"""The commands of `socwork programme` with their help; their work is done in a module that they import when called."""

# ruff: noqa: D301 - a \b in a help text is the sign that keeps lines as they are

from typing import Annotated

import typer

from socwork_standard.cli.options import (
    SETTINGS,
    DayOption,
    ForceOption,
    FormatOption,
    LangOption,
    OutputOption,
    PolicyOption,
)
from socwork_standard.cli.support import Format

programme_app = typer.Typer(
    help="From a programme of study to its graduates: which posts it opens, and what each course is for.",
    **SETTINGS,
)

CurriculumArgument = Annotated[
    str,
    typer.Argument(
        metavar="CURRICULUM", help="Programme with its award, courses and outcomes; - for standard input."
    ),
]
DecisionsOption = Annotated[
    str | None,
    typer.Option("--decisions", metavar="FILE", help="What people decided (see: socwork review); else none."),
]


@programme_app.command("graduate")
def graduate(
    curriculum: CurriculumArgument,
    decisions: DecisionsOption = None,
    as_of: DayOption = None,
    policy: PolicyOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    form: FormatOption = Format.text,
    lang: LangOption = None,
) -> None:
    """Which posts may a graduate apply for: on the first day, and after one and three years of work as what?

    An invented graduate with the programme's award, without service and without courses, is put before the checker.
    What the curriculum does not say of its award (level, speciality, qualification) stays not known.

    \b
    socwork programme graduate programme.yaml
    socwork programme graduate programme.yaml --as-of 2026-06-30 --policy policy.yaml --lang ru
    socwork programme graduate programme.yaml --decisions decisions.yaml -o graduates.pdf
    """
    from socwork_standard.cli.answering import form_of
    from socwork_standard.cli.checking import Question
    from socwork_standard.cli.programme import show_graduate

    target = form_of(form, output, lang, force=force)
    show_graduate(curriculum, decisions, Question(None, None, as_of, policy, None), target, lang)


@programme_app.command("fit")
def fit(
    curriculum: CurriculumArgument,
    decisions: Annotated[
        str, typer.Option("--decisions", metavar="FILE", help="What people decided; at least 200 decisions.")
    ],
    encoder: Annotated[
        str,
        typer.Option(
            "--encoder", metavar="FOLDER", help="Folder with a sentence encoder: model.onnx, tokenizer.json."
        ),
    ],
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write the weights to this .json."),
    ] = None,
    force: ForceOption = False,
    form: FormatOption = Format.text,
    lang: LangOption = None,
) -> None:
    """How much may a sentence encoder of your own say when outcomes are mapped? Fitted on your decisions.

    Half of the outcomes decided on choose the weight; on the other half the gain is measured. Where there is none, or
    there are fewer than 200 decisions, nothing is fitted. Nothing is sent anywhere.

    \b
    socwork programme fit programme.yaml --decisions decisions.yaml --encoder folder/ -o weights.json
    socwork map programme.yaml --encoder folder/ --weights weights.json
    """
    from socwork_standard.cli.fitting import show_fit

    show_fit(curriculum, decisions, encoder, output, form, lang, force=force)


@programme_app.command("what-if")
def what_if(
    curriculum: CurriculumArgument,
    drop: Annotated[
        list[str],
        typer.Option("--drop", metavar="CODE", help="The code of a course to drop; may be repeated."),
    ],
    decisions: DecisionsOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    form: FormatOption = Format.text,
    lang: LangOption = None,
) -> None:
    """What would change if these courses were dropped: competencies that lose their last course, and credits.

    \b
    socwork programme what-if programme.yaml --drop SW2201
    socwork programme what-if programme.yaml --drop SW2201 --drop SW3301 --decisions decisions.yaml
    """
    from socwork_standard.cli.answering import form_of
    from socwork_standard.cli.programme import show_what_if

    show_what_if(curriculum, drop, decisions, form_of(form, output, lang, force=force), lang)
