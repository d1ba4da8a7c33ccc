"""`socwork data languages`: what stands in each language out of what should, and whether the languages agree."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from socwork_standard.cli.answering import emit
from socwork_standard.cli.support import Format, Lang, Source, language_of

if TYPE_CHECKING:
    from typer import Typer

    from socwork_standard.checks.parity import Parity, ParityException


def show_languages(
    program: "Typer",
    exceptions: str | None,
    form: Format,
    lang: Lang | None,
    *,
    parity: bool,
) -> int:
    """Print the counts and, where asked, the differences; 1 where a text is missing or differs.

    `program` is the command line itself, whose help is counted too.
    """
    from typer.main import get_command

    from socwork_standard.checks.languages import completeness
    from socwork_standard.checks.parity import compare_languages, held_exceptions
    from socwork_standard.checks.texts import error_texts, messages
    from socwork_standard.checks.translated import texts
    from socwork_standard.cli.helping import help_words
    from socwork_standard.data.load import load_standard
    from socwork_standard.reports.languages import languages_page

    language = language_of(lang)
    standard = load_standard()
    excused = held_exceptions(Path(standard.location)) if exceptions is None else _exceptions(exceptions)
    found = tuple(texts(standard))
    counts = completeness(
        (*found, *messages("errors", error_texts()), *messages("help", help_words(get_command(program))))
    )
    compared = (
        compare_languages(found, standard.vocabulary("legal-acts").entries, excused) if parity else None
    )
    emit(
        form,
        lambda: languages_page(counts, compared, language),
        lambda: {**counts.as_dict(), **({"parity": _as_data(compared)} if compared else {})},
    )
    return 0 if counts.complete and (compared is None or compared.agrees) else 1


def _exceptions(name: str) -> "tuple[ParityException, ...]":
    """The exceptions of a file."""
    from socwork_standard.checks.parity import Exceptions

    return Source(name).document().build(Exceptions).exceptions


def _as_data(parity: "Parity") -> dict[str, Any]:
    return {
        "compared": parity.compared,
        "excepted": parity.excepted,
        "differences": [one.as_dict() for one in parity.differences],
        "unused_exceptions": [{"id": one.id, "rule": one.rule} for one in parity.unused],
    }
