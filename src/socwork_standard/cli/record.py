"""`socwork record import`: a staff record from a CV in another format."""

import sys
from dataclasses import dataclass
from typing import Any

import yaml

from socwork_standard.cli.answering import emit
from socwork_standard.cli.saving import as_json, new_file, say_written, write_whole
from socwork_standard.cli.support import Format, Lang, Source, language_of, notice
from socwork_standard.data.load import load_standard
from socwork_standard.errors import InputError
from socwork_standard.register.cv import SECTIONS, Section
from socwork_standard.register.cv_read import read_cv
from socwork_standard.register.cv_record import record_of
from socwork_standard.reports.record import record_data, record_page

ENDINGS = (".yaml", ".yml", ".json")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was typed."""

    file: str
    source: str | None
    output: str | None
    id: str | None
    complete: tuple[str, ...]
    force: bool


def show_import(wanted: Wanted, form: Format, lang: Lang | None) -> None:
    """Write the record, and tell what was left out.

    Without `--output`, as text, the record goes to standard output and what is told of it to standard error.
    """
    language = language_of(lang)
    complete = tuple(_section(one) for one in wanted.complete)
    path = (
        new_file(wanted.output, ENDINGS, force=wanted.force, reads=(wanted.file,)) if wanted.output else None
    )
    source = Source(wanted.file)
    taken = record_of(
        read_cv(source.raw, source.name, wanted.source), load_standard(), id_=wanted.id, complete=complete
    )
    if path is not None:
        made = taken.as_dict()
        write_whole(path, as_json(made) if path.suffix.lower() == ".json" else _yaml(made).encode())
        say_written(path, language)
    elif form is Format.text:
        from socwork_standard.reports.layout import as_text

        sys.stdout.write(_yaml(taken.as_dict()))
        notice(as_text(record_page(taken, language)).rstrip("\n"))
        return
    emit(form, lambda: record_page(taken, language), lambda: record_data(taken, language))


def _section(name: str) -> Section:
    for one in SECTIONS:
        if one == name:
            return one
    raise InputError(
        "a record has no section {name!r}.",
        "--complete",
        "Use one of: {listed}.",
        name=name,
        listed=", ".join(SECTIONS),
    )


def _yaml(value: dict[str, Any]) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=1_000)
