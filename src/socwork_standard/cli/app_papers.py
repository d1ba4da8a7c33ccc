"""The commands `letters`, `attestation` and `anonymise` with their help; their work is done in `cli.papers`."""

# ruff: noqa: D301 - a \b in a help text is the sign that keeps lines as they are

from typing import Annotated

import typer

from socwork_standard.cli.options import (
    CategoryOption,
    DayOption,
    ForceOption,
    FormatOption,
    HeldCardOption,
    LangOption,
    PolicyOption,
)
from socwork_standard.cli.support import Format

StaffArgument = Annotated[
    str,
    typer.Argument(
        metavar="STAFF",
        help="Staff list: .xlsx, .csv, .parquet, .json, .yaml, a folder, a database; - for input.",
    ),
]
SheetOption = Annotated[
    str | None, typer.Option("--sheet", metavar="NAME", help="The sheet to read, where there are several.")
]
AliasesOption = Annotated[
    list[str] | None,
    typer.Option("--aliases", metavar="FILE", help="Your own names, YAML, or a filled report; repeatable."),
]


def letters(
    staff: StaffArgument,
    output: Annotated[
        str,
        typer.Option(
            "-o", "--output", metavar="OUT", help="A folder (one file a person), or one .docx or .pdf of all."
        ),
    ],
    card: HeldCardOption = None,
    category: CategoryOption = None,
    as_of: DayOption = None,
    policy: PolicyOption = None,
    aliases: AliasesOption = None,
    sheet: SheetOption = None,
    pdf: Annotated[bool, typer.Option("--pdf", help="In a folder: PDF in the place of DOCX.")] = False,
    force: ForceOption = False,
    form: FormatOption = Format.text,
    lang: LangOption = None,
) -> None:
    """Write letters that tell people which documents are missing, in Kazakh and Russian.

    A letter names the person by your own number; lines are left for the names, dates and signatures that you fill
    in. Nobody gets a letter to whom nothing is missing. Without --lang each letter is written in both languages.

    \b
    socwork letters staff.xlsx -o letters/
    socwork letters staff.xlsx -o letters.docx --lang kk
    socwork letters staff.xlsx -o letters/ --pdf --as-of 2025-06-01
    """
    from socwork_standard.cli.checking import Question
    from socwork_standard.cli.papers import Staff, show_letters

    question = Question(card, category, as_of, policy, None)
    show_letters(
        Staff(staff, sheet, tuple(aliases or ())), question, output, form, lang, pdf=pdf, force=force
    )


def attestation(
    staff: StaffArgument,
    within: Annotated[
        int, typer.Option("--within", metavar="MONTHS", min=0, max=1200, help="Due within so many months.")
    ] = 12,
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="OUT",
            help="Write it to this .xlsx, .csv, .pdf, .docx, .md, .txt or .json.",
        ),
    ] = None,
    as_of: DayOption = None,
    aliases: AliasesOption = None,
    sheet: SheetOption = None,
    force: ForceOption = False,
    form: FormatOption = Format.text,
    lang: LangOption = None,
) -> None:
    """Who is due for attestation: overdue, soon, or not known.

    Three years are counted from the day of the last attestation (the field attested); the Social Code asks for one
    at least so often. The rules of attestation are not part of this standard.

    \b
    socwork attestation staff.xlsx
    socwork attestation staff.xlsx --within 6 -o attestation.xlsx --lang ru
    """
    from socwork_standard.cli.papers import Staff, show_attestation

    show_attestation(
        Staff(staff, sheet, tuple(aliases or ())), as_of, within, output, form, lang, force=force
    )


def anonymise(
    staff: StaffArgument,
    output: Annotated[
        str,
        typer.Option("-o", "--output", metavar="OUT", help="Write the copy to this .csv, .xlsx or .json."),
    ],
    salt_file: Annotated[
        str | None,
        typer.Option(
            "--salt-file",
            metavar="FILE",
            help="The secret that ids are hashed with; made where it is not there.",
        ),
    ] = None,
    months: Annotated[
        bool, typer.Option("--months", help="Days become months; verdicts may change.")
    ] = False,
    aliases: AliasesOption = None,
    sheet: SheetOption = None,
    force: ForceOption = False,
    lang: LangOption = None,
) -> None:
    """A copy of a staff list to share: ids hashed, units as codes, no free text; the verdicts stay the same.

    The same salt gives the same ids, so that two copies can be compared. Keep the salt to yourself: whoever has it can
    try ids. Few people in one place may still be recognised by their careers: look before you share.

    \b
    socwork anonymise staff.xlsx -o shared.csv --salt-file salt.txt
    socwork anonymise staff.xlsx -o shared.json --salt-file salt.txt --months
    """
    from socwork_standard.cli.papers import Staff, show_anonymise

    show_anonymise(
        Staff(staff, sheet, tuple(aliases or ())), output, salt_file, lang, months=months, force=force
    )
