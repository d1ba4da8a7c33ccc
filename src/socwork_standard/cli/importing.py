"""`socwork data import`: an official text becomes a draft standard."""

import re
from dataclasses import asdict
from pathlib import Path

from socwork_standard.cli.support import Format, Lang, Source, day_of, emit, language_of
from socwork_standard.data.load import load_standard
from socwork_standard.errors import InputError

REVIEW_PAGE = "review.md"
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def show_import(
    name: str,
    folder: str,
    asked: tuple[str | None, str | None, str | None],
    form: Format,
    lang: Lang | None,
) -> None:
    """Read the text, write the draft and print what to review; a text that is refused leaves nothing behind.

    `asked`: the code of the standard, the id of the edition and its first day in force, where the user gives them.
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
    draft = import_text(source.raw, source.name, wanted, load_standard())
    written = write_draft(draft, Path(folder))
    page = as_markdown(draft_page(draft, folder, language, every_rule=True))
    (Path(folder) / REVIEW_PAGE).write_text(page, encoding="utf-8")
    emit(
        form,
        lambda: draft_page(draft, folder, language),
        lambda: {
            "edition": draft.edition,
            **asdict(wanted),
            "code": draft.code,
            "files": [path.relative_to(folder).as_posix() for path in written],
            **review(draft),
        },
    )


def _plain(given: str | None, option: str) -> str | None:
    """An id that may be part of a path; any other is an `InputError` that names the option."""
    if given is not None and not _ID.fullmatch(given):
        raise InputError(
            "{given!r} cannot be an id.", option, "Use Latin letters, figures, - and . only.", given=given
        )
    return given
