"""`socwork data import`: an official text becomes a draft standard."""

import re
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from socwork_standard.cli.answering import emit
from socwork_standard.cli.support import Format, Lang, Source, day_of, language_of
from socwork_standard.data.load import load_standard
from socwork_standard.errors import InputError

if TYPE_CHECKING:
    from socwork_standard.data.standard import Standard
    from socwork_standard.importing.compare import Compared
    from socwork_standard.importing.draft import Draft

REVIEW_PAGE = "review.md"
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def show_import(
    name: str,
    folder: str,
    asked: tuple[str | None, str | None, str | None],
    form: Format,
    lang: Lang | None,
    *,
    beside: bool,
) -> None:
    """Read the text, write the draft and print what to review; a text that is refused leaves nothing behind.

    `asked`: the code of the standard, the id of the edition and its first day in force, where the user gives them.
    `beside`: compare the draft with the cards of the data in use.
    """
    from socwork_standard.importing.draft import EditionAsked, import_text
    from socwork_standard.importing.write import review, write_draft
    from socwork_standard.reports.importing import draft_page
    from socwork_standard.reports.markdown import as_markdown

    language = language_of(lang)
    code, edition, valid_from = asked
    wanted = EditionAsked(
        _plain(code, "--code"), _plain(edition, "--edition"), day_of(valid_from, "--valid-from")
    )
    source = Source(name)
    standard = load_standard()
    draft = import_text(source.raw, source.name, wanted, standard)
    compared = _compared(draft, standard) if beside else None
    written = write_draft(draft, Path(folder))
    page = as_markdown(draft_page(draft, folder, language, compared, every_rule=True))
    (Path(folder) / REVIEW_PAGE).write_text(page, encoding="utf-8", newline="\n")
    emit(
        form,
        lambda: draft_page(draft, folder, language, compared),
        lambda: {
            "edition": draft.edition,
            **asdict(wanted),
            "code": draft.code,
            "files": [path.relative_to(folder).as_posix() for path in written],
            **review(draft),
            **({"compared": compared.as_dict()} if compared else {}),
        },
    )


def _compared(draft: "Draft", standard: "Standard") -> "Compared":
    """The draft beside the cards of the data in use."""
    from socwork_standard.importing.compare import compare

    expected = {card.point: card.model_dump(mode="json", by_alias=True) for card in standard.cards}
    return compare(expected, {card.point: card.content for card in draft.cards})


def _plain(given: str | None, option: str) -> str | None:
    """An id that may be part of a path; any other is an `InputError` that names the option."""
    if given is not None and not _ID.fullmatch(given):
        raise InputError(
            "{given!r} cannot be an id.", option, "Use Latin letters, figures, - and . only.", given=given
        )
    return given
