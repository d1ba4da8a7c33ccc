"""The commands `socwork serve` and `socwork vacancy` with their help; their work is done in modules of their own."""

# ruff: noqa: D301 - a \b in a help text is the sign that keeps lines as they are

from typing import Annotated

import typer

from socwork_standard.cli.options import CARD_HELP, CategoryOption, FormatOption, LangOption, OnOption
from socwork_standard.cli.support import Format


def serve(
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="The port; 0 for any free one.")
    ] = 8100,
    host: Annotated[
        str,
        typer.Option("--host", metavar="ADDRESS", help="Other than this machine only: needs --token-file."),
    ] = "127.0.0.1",
    token_file: Annotated[
        str | None,
        typer.Option("--token-file", metavar="FILE", help="A file whose first line whoever asks must know."),
    ] = None,
    allow_host: Annotated[
        list[str] | None,
        typer.Option(
            "--allow-host", metavar="NAME", help="A name by which others call this machine; repeatable."
        ),
    ] = None,
    open_: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
    lang: LangOption = None,
) -> None:
    """Serve the web page and the HTTP API on this machine; nothing about people is stored or logged.

    \b
    socwork serve                       then open http://127.0.0.1:8100/
    socwork serve --port 9000 --open
    socwork serve --host 0.0.0.0 --token-file token.txt --allow-host office-pc
    """
    from socwork_standard.cli.serve import start

    start(host, port, token_file, allow_host or [], lang, open_browser=open_)


def vacancy(
    card: Annotated[str, typer.Argument(metavar="CARD", help=CARD_HELP)],
    category: CategoryOption = None,
    full: Annotated[bool, typer.Option("--full", help="List each ability and knowledge as well.")] = False,
    on: OnOption = None,
    form: FormatOption = Format.text,
    lang: LangOption = None,
) -> None:
    """Write the text of a vacancy from a card: duties, requirements, skills.

    \b
    socwork vacancy 13 --category second --lang ru
    socwork vacancy head-of-unit --full --format markdown
    """
    from socwork_standard.cli.vacancy import show_vacancy

    show_vacancy(card, category, on, form, lang, full=full)
