"""`socwork export`: the standard, or what a curriculum covers, in a format that other systems read."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from socwork_standard.cli.answering import emit
from socwork_standard.cli.saving import free, new_place, say_written, write_whole
from socwork_standard.cli.support import Format, Lang, language_of, notice
from socwork_standard.data.load import load_standard
from socwork_standard.errors import InputError
from socwork_standard.exports.formats import (
    CURRICULUM_FORMATS,
    FORMATS,
    Asked,
    CurriculumFormat,
    ExportFormat,
    Files,
    export_format,
    formats_data,
)
from socwork_standard.exports.framework import framework
from socwork_standard.exports.identifiers import Identifiers, checked_base
from socwork_standard.i18n import text
from socwork_standard.model.base import LANGUAGES, Language

if TYPE_CHECKING:
    from socwork_standard.data.standard import Standard
    from socwork_standard.exports.curricula import Covered
    from socwork_standard.reports.page import Page


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line asks for."""

    output: str | None
    cards: tuple[str, ...]
    curriculum: str | None
    decisions: str | None
    base_uri: str
    force: bool


def show_export(name: str | None, wanted: Wanted, form: Format, lang: Lang | None) -> None:
    """Write the files of a format; without one, list the formats."""
    language = language_of(lang)
    if name is None:
        emit(form, lambda: formats_page(language), lambda: formats_data(language))
        return
    standard = load_standard()
    chosen = tuple(standard.card(one).point for one in wanted.cards)
    ids = Identifiers(standard.editions_file.namespace, checked_base(wanted.base_uri))
    languages: tuple[Language, ...] = (language,) if lang else LANGUAGES
    asked = Asked(framework(standard, chosen), ids, languages)
    if name in CURRICULUM_FORMATS:
        files = _coverage(name, wanted, asked, language)
    elif name in FORMATS and (wanted.curriculum or wanted.decisions):
        raise InputError(
            "the format {name!r} is of the standard, not of a curriculum.",
            "--curriculum",
            "Leave it out, or use: {listed}.",
            name=name,
            listed=", ".join(CURRICULUM_FORMATS),
        )
    else:
        files = export_format(name, CURRICULUM_FORMATS).write(asked)
    _put(files, wanted, language)


# -- curricula ----------------------------------------------------------------------------------------------------


def _coverage(name: str, wanted: Wanted, asked: Asked, language: Language) -> Files:
    from socwork_standard.exports.curricula import coverage_case, coverage_schema_org

    if wanted.curriculum is None:
        raise InputError(
            "the format {name!r} needs a curriculum.",
            "--curriculum",
            "Add --curriculum FILE, and --decisions FILE.",
            name=name,
        )
    covered = _covered(wanted, asked.framework.standard, language)
    if not any(link.state == "confirmed" for link in covered.links):
        notice(text(language, "export.nothing_confirmed"))
    if name == "coverage-schema-org":
        return {f"{name}.jsonld": coverage_schema_org(asked.framework, covered, asked.ids)}
    return {f"{name}.json": coverage_case(asked.framework, covered, language, asked.ids)}


def _covered(wanted: Wanted, standard: "Standard", language: Language) -> "Covered":
    from socwork_standard.cli.curricula import read, tell
    from socwork_standard.cli.review import read_decisions_file
    from socwork_standard.curriculum.links import carried, held_edition, links
    from socwork_standard.curriculum.mapping import map_curriculum
    from socwork_standard.exports.curricula import Covered

    found = read(str(wanted.curriculum))
    tell(found, language)
    curriculum = found.curriculum
    said = read_decisions_file(wanted.decisions, curriculum, standard, language) if wanted.decisions else ()
    mapping = map_curriculum(curriculum, 1, standard)
    edition = held_edition(standard)
    return Covered(curriculum, links(mapping.outcomes, carried(said, standard), edition))


# -- files --------------------------------------------------------------------------------------------------------


def _put(files: Files, wanted: Wanted, language: Language) -> None:
    """Write the files: one to a file or to standard output, several into a folder."""
    if wanted.output is None:
        _print(files)
        return
    path = Path(wanted.output)
    if len(files) == 1 and path.suffix and not path.is_dir():
        write_whole(new_place(path, force=wanted.force), next(iter(files.values())))
        say_written(path, language)
        return
    if path.is_file() or path.suffix in {".json", ".csv", ".xlsx"}:
        raise InputError(
            "the format has {n} files, and this names one.",
            wanted.output,
            "Give a folder, or add --lang for one language.",
            n=len(files),
        )
    targets = {path / name: content for name, content in files.items()}
    free(targets, force=wanted.force)
    for target, content in targets.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        write_whole(target, content)
    notice(text(language, "export.written", n=len(targets), path=path))


def _print(files: Files) -> None:
    if len(files) > 1:
        raise InputError(
            "the format has {n} files, which cannot go to standard output together.",
            "--output",
            "Add -o FOLDER, or --lang for one language.",
            n=len(files),
        )
    content = next(iter(files.values()))
    if content.startswith(b"PK") and sys.stdout.isatty():
        raise InputError("a spreadsheet cannot be shown in a terminal.", "--output", "Add -o FILE.xlsx.")
    sys.stdout.flush()
    sys.stdout.buffer.write(content)


# -- the list of formats ------------------------------------------------------------------------------------------


def formats_page(language: Language) -> "Page":
    """Every format with what it keeps and what it loses."""
    from socwork_standard.reports.page import Page, Table

    page = Page()
    page.heading(text(language, "export.title"), 1)
    said: Callable[[str], str] = lambda key: text(language, f"export.{key}")  # noqa: E731 - said often
    headings = tuple(said(f"column.{one}") for one in ("format", "about", "keeps", "partly", "lost"))

    def row(one: ExportFormat | CurriculumFormat, group: str) -> tuple[str, ...]:
        parts = (one.keeps, one.partly, one.lost())
        return (
            one.name,
            said(f"about.{one.name}"),
            *(", ".join(said(f"{group}.{part}") for part in each) for each in parts),
        )

    page.add(Table(headings, tuple(row(one, "part") for one in FORMATS.values())))
    page.heading(said("curricula"))
    page.add(Table(headings, tuple(row(one, "curriculum") for one in CURRICULUM_FORMATS.values())))
    return page
