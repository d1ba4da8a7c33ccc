"""The command `socwork examples` with its help; its work is done in `cli.examples`."""

# ruff: noqa: D301 - a \b in a help text is the sign that keeps lines as they are

from typing import Annotated

import typer

from socwork_standard.cli.options import ForceOption, LangOption


def examples(
    output: Annotated[
        str,
        typer.Option("-o", "--output", metavar="FOLDER", help="Write them into this folder."),
    ] = "examples",
    force: ForceOption = False,
    lang: LangOption = None,
) -> None:
    """Write the sample files of the tutorials: people, staff lists, programmes, a policy, programs.

    All people and programmes in them are made up.

    \b
    socwork examples
    socwork check examples/people/0417.yaml --card 13
    """
    from socwork_standard.cli.examples import write_examples

    write_examples(output, lang, force=force)
