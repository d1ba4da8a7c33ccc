"""The options that several commands share, as typer reads them."""

from typing import Annotated, Any

import typer

from socwork_standard.cli.support import Format, Lang

SETTINGS: dict[str, Any] = {
    "no_args_is_help": True,
    "rich_markup_mode": None,
    "pretty_exceptions_enable": False,
}
"""What every group of commands is made with: plain help, and no tracebacks of typer's own."""

FormatOption = Annotated[
    Format, typer.Option("--format", help="text for a person, json for a program, markdown for a file.")
]
LangOption = Annotated[
    Lang | None,
    typer.Option("--lang", help="kk, ru or en; otherwise SOCWORK_LANG, the locale, or en."),
]
DayOption = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DAY", help="The day, as 2025-06-01 or 01.06.2025; else today."),
]
OnOption = Annotated[
    str | None, typer.Option("--on", metavar="DAY", help="The day, as 2025-06-01 or 01.06.2025; else today.")
]
CategoryOption = Annotated[
    str | None,
    typer.Option(
        "--category", metavar="CATEGORY", help="none, second, first or highest, in any of the languages."
    ),
]
PolicyOption = Annotated[
    str | None,
    typer.Option("--policy", metavar="FILE", help="Answers chosen once (see: socwork policy init)."),
]
OutputOption = Annotated[
    str | None,
    typer.Option("-o", "--output", metavar="FILE", help="Write it to this .pdf, .docx, .md, .txt or .json."),
]
ForceOption = Annotated[bool, typer.Option("--force", help="Replace the file if it is there.")]
AliasesOption = Annotated[
    str | None,
    typer.Option(
        "--aliases", metavar="FILE", help="Your own names: vocabulary, then name as written: term id."
    ),
]
CARD_HELP = "Number (13), slug (social-worker), code (3412-0-008) or name in kk, ru or en."
RecordArgument = Annotated[
    str,
    typer.Argument(
        metavar="RECORD", help="Staff record, YAML or JSON; one person or several; - for standard input."
    ),
]
HeldCardOption = Annotated[
    str | None,
    typer.Option("--card", metavar="CARD", help=CARD_HELP + " Without it: the post that each person holds."),
]
FailOnOption = Annotated[
    list[str] | None,
    typer.Option(
        "--fail-on",
        metavar="STATUS",
        help="Exit 1 if this status comes up; repeatable: eligible, not_eligible, needs_evidence, needs_ruling.",
    ),
]
