"""The command `socwork coverage` with its help; its work is done in a module that it imports when called."""

# ruff: noqa: D301 - a \b in a help text is the sign that keeps lines as they are

from enum import StrEnum
from typing import Annotated

import typer

from socwork_standard.cli.options import CARD_HELP, ForceOption, FormatOption, LangOption, OnOption
from socwork_standard.cli.support import Format


class By(StrEnum):
    """What the coverage is seen by."""

    card = "card"
    function = "function"
    skill = "skill"
    competency = "competency"
    course = "course"
    semester = "semester"
    technology = "technology"
    service = "service"


def coverage(
    curriculum: Annotated[
        str,
        typer.Argument(
            metavar="CURRICULUM",
            help="Programme with courses and outcomes: YAML, CSV, XLSX, DOCX, PDF or text; - for standard input.",
        ),
    ],
    decisions: Annotated[
        list[str] | None,
        typer.Option(
            "--decisions",
            metavar="FILE",
            help="What people decided (see: socwork review); may be repeated, one file a reviewer.",
        ),
    ] = None,
    card: Annotated[
        str | None, typer.Option("--card", metavar="CARD", help=CARD_HELP + " Only its competencies.")
    ] = None,
    by: Annotated[
        By, typer.Option("--by", help="The table to print; a heat map has courses or semesters across.")
    ] = By.card,
    top: Annotated[
        int, typer.Option("--top", metavar="N", help="At most so many suggestions for an outcome.")
    ] = 5,
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="Matrix: .xlsx. Heat map: .svg, .png. Report for accreditation: .pdf, .docx, .md, .txt. Data: .json.",
        ),
    ] = None,
    force: ForceOption = False,
    on: OnOption = None,
    form: FormatOption = Format.text,
    lang: LangOption = None,
) -> None:
    """Which competencies of the standard does a programme form, and where are the gaps?

    Only what a person confirmed is covered. What is under review, what nobody has looked at, what was rejected and
    what is not there at all are counted apart. A suggestion never counts.

    \b
    socwork coverage programme.yaml --decisions decisions.yaml
    socwork coverage programme.yaml --decisions decisions.yaml --card 13 --by skill --lang kk
    socwork coverage programme.yaml --decisions decisions.yaml -o matrix.xlsx
    socwork coverage programme.yaml --decisions decisions.yaml --by semester -o heat-map.png
    socwork coverage programme.yaml --decisions decisions.yaml -o report.pdf --lang ru
    """
    from socwork_standard.cli.coverage import Asked, show_coverage

    asked = Asked(curriculum, tuple(decisions or ()), card, by.value, top, output, on, force)
    show_coverage(asked, form, lang)
