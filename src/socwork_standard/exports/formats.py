"""The exchange formats: what each writes, what it keeps of the standard and what is lost in it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal, get_args

from socwork_standard.errors import InputError, LookupFailure
from socwork_standard.exports.framework import Framework
from socwork_standard.exports.identifiers import Identifiers
from socwork_standard.i18n import text
from socwork_standard.model.base import LANGUAGES, Language

Files = dict[str, bytes]
Part = Literal[
    "tree",
    "words",
    "translations",
    "competencies",
    "ladder",
    "levels",
    "requirements",
    "rules",
    "days",
    "vocabularies",
    "readings",
    "defects",
    "crosswalks",
]
PARTS: tuple[Part, ...] = get_args(Part)
"""What there is to keep; the texts stand under `export.part.NAME`."""
CurriculumPart = Literal[
    "programme",
    "award",
    "courses",
    "descriptions",
    "credits",
    "semesters",
    "outcomes",
    "languages",
    "confirmed",
    "open",
    "people",
]
CURRICULUM_PARTS: tuple[CurriculumPart, ...] = get_args(CurriculumPart)
"""What there is to keep of a curriculum and its coverage; the texts stand under `export.curriculum.NAME`."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be written: a framework in some languages, with its identifiers."""

    framework: Framework
    ids: Identifiers
    languages: tuple[Language, ...] = LANGUAGES


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """One format; `partly` parts are kept in words or for one language only, what is in neither list is lost."""

    name: str
    write: Callable[[Asked], Files]
    keeps: tuple[Part, ...]
    partly: tuple[Part, ...] = ()
    extra: str = ""

    def lost(self) -> tuple[Part, ...]:
        """The parts of the standard that this format has no place for."""
        return tuple(part for part in PARTS if part not in self.keeps and part not in self.partly)


@dataclass(frozen=True, slots=True)
class CurriculumFormat:
    """A format of what a curriculum covers; what is in neither list is lost."""

    name: str
    keeps: tuple[CurriculumPart, ...]
    partly: tuple[CurriculumPart, ...] = ()

    def lost(self) -> tuple[CurriculumPart, ...]:
        """The parts of a curriculum and its coverage that this format has no place for."""
        return tuple(part for part in CURRICULUM_PARTS if part not in self.keeps and part not in self.partly)


def _case(asked: Asked, version: Literal["1.0", "1.1"]) -> Files:
    from socwork_standard.exports.case import case_bytes, case_package

    stem = f"{asked.framework.standard.code}-case-{version}"
    return {
        f"{stem}.{language}.json": case_bytes(case_package(asked.framework, language, asked.ids, version))
        for language in asked.languages
    }


def _moodle(asked: Asked) -> Files:
    from socwork_standard.exports.moodle import moodle_csv

    stem = f"{asked.framework.standard.code}-moodle"
    return {
        f"{stem}.{language}.csv": moodle_csv(asked.framework, language, asked.ids)
        for language in asked.languages
    }


def _opensalt(asked: Asked) -> Files:
    from socwork_standard.exports.opensalt import opensalt_workbook

    stem = f"{asked.framework.standard.code}-opensalt"
    return {
        f"{stem}.{language}.xlsx": opensalt_workbook(asked.framework, language, asked.ids)
        for language in asked.languages
    }


def _skos(asked: Asked, form: Literal["turtle", "json-ld"]) -> Files:
    from socwork_standard.exports.skos import skos_bytes

    ending = "ttl" if form == "turtle" else "jsonld"
    return {f"{asked.framework.standard.code}.{ending}": skos_bytes(asked.framework, asked.ids, form)}


def _schema_org(asked: Asked) -> Files:
    from socwork_standard.exports.schema_org import schema_org_bytes

    return {
        f"{asked.framework.standard.code}-schema-org.jsonld": schema_org_bytes(asked.framework, asked.ids)
    }


def _esco(asked: Asked) -> Files:
    from socwork_standard.exports.esco import esco_files

    return esco_files(asked.framework, asked.ids)


def _tables(asked: Asked) -> Files:
    from socwork_standard.exports.tables import data_package

    return data_package(asked.framework)


def _sssom(asked: Asked) -> Files:
    from socwork_standard.exports.sssom import sssom_tables

    files = sssom_tables(asked.framework, asked.ids, asked.languages)
    if not files:
        raise InputError(
            "the data hold no crosswalk, so there is nothing to write.",
            "sssom",
            "Add one to crosswalks/ in the data, or use another format.",
        )
    return files


def _json(asked: Asked) -> Files:
    from socwork_standard.exports.plain import json_files

    return json_files(asked.framework)


_TREE: tuple[Part, ...] = ("tree", "words", "translations")
FORMATS: dict[str, ExportFormat] = {
    one.name: one
    for one in (
        ExportFormat(
            "case",
            lambda asked: _case(asked, "1.1"),
            (*_TREE, "competencies", "ladder", "levels", "requirements", "rules", "days"),
        ),
        ExportFormat(
            "case-1.0",
            lambda asked: _case(asked, "1.0"),
            (*_TREE, "competencies", "ladder", "levels", "days"),
        ),
        ExportFormat("moodle", _moodle, ("tree", "words"), ("translations", "competencies")),
        ExportFormat(
            "opensalt", _opensalt, (*_TREE, "ladder", "levels"), ("competencies", "days"), extra="xlsx"
        ),
        ExportFormat(
            "skos",
            lambda asked: _skos(asked, "turtle"),
            ("tree", "translations", "competencies", "crosswalks"),
            ("words", "days", "vocabularies"),
            extra="rdf",
        ),
        ExportFormat(
            "skos-jsonld",
            lambda asked: _skos(asked, "json-ld"),
            ("tree", "translations", "competencies", "crosswalks"),
            ("words", "days", "vocabularies"),
            extra="rdf",
        ),
        ExportFormat(
            "schema-org", _schema_org, ("translations", "competencies"), ("tree", "words", "requirements")
        ),
        ExportFormat("esco", _esco, ("translations", "competencies"), ("tree",)),
        ExportFormat(
            "tables",
            _tables,
            (*_TREE, "competencies", "levels", "days", "vocabularies", "readings", "defects"),
            ("requirements",),
        ),
        ExportFormat("sssom", _sssom, ("crosswalks",), ("tree", "translations")),
        ExportFormat(
            "json",
            _json,
            tuple(part for part in PARTS if part != "ladder"),
            ("ladder",),
        ),
    )
}
"""Every format by name."""
CURRICULUM_FORMATS: dict[str, CurriculumFormat] = {
    one.name: one
    for one in (
        CurriculumFormat(
            "coverage-case",
            ("programme", "courses", "outcomes", "confirmed"),
            ("descriptions", "languages"),
        ),
        CurriculumFormat(
            "coverage-schema-org",
            ("programme", "courses", "descriptions", "credits"),
            ("award", "confirmed"),
        ),
    )
}
"""Every format of what a curriculum covers, by name."""


def export_format(name: str, others: Iterable[str] = ()) -> ExportFormat:
    """The format of this name; a `LookupFailure` that lists them, and the `others`, where there is none."""
    if name not in FORMATS:
        raise LookupFailure(
            "there is no format {name!r}.",
            "FORMAT",
            "Use one of: {listed}.",
            name=name,
            listed=", ".join((*FORMATS, *others)),
        )
    return FORMATS[name]


def formats_data(language: Language) -> dict[str, Any]:
    """The formats as JSON: what each keeps of the standard, or of a curriculum, partly keeps and loses."""
    return {
        "formats": [_row(one, language) for one in FORMATS.values()],
        "curriculum_formats": [_row(one, language) for one in CURRICULUM_FORMATS.values()],
    }


def _row(one: ExportFormat | CurriculumFormat, language: Language) -> dict[str, Any]:
    return {
        "format": one.name,
        "about": text(language, f"export.about.{one.name}"),
        "keeps": list(one.keeps),
        "partly": list(one.partly),
        "lost": list(one.lost()),
    }
