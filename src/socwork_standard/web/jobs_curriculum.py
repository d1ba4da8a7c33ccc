"""Heavy jobs on curricula, each run in a process of its own: reading files, mapping, coverage, reports."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import takewhile
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pydantic import ConfigDict, Field, ValidationError

from socwork_standard.curriculum.decisions import parse_decisions, problems
from socwork_standard.curriculum.links import held_edition
from socwork_standard.curriculum.mapping import map_curriculum
from socwork_standard.data.standard import Standard
from socwork_standard.errors import InputError
from socwork_standard.model.base import Language, Model
from socwork_standard.model.curriculum import Curriculum, MappedOutcome
from socwork_standard.model.graduate import GraduateDict
from socwork_standard.model.policy import Policy
from socwork_standard.model.review import MappingDecision, MappingDecisions
from socwork_standard.programme.coverage import Coverage, coverage_of, measure_coverage
from socwork_standard.programme.read_model import ReadCurriculum
from socwork_standard.programme.reading import read_curriculum
from socwork_standard.web.jobs import checker

File = tuple[bytes, str]
"""The bytes of a file that was sent, and its name."""


class CurriculumQuestion(Model):
    """A curriculum, and what people decided on it."""

    model_config = ConfigDict(defer_build=False)

    curriculum: Curriculum = Field(description="the programme with its courses and outcomes")
    decisions: tuple[MappingDecisions, ...] = Field(
        (), description="decisions, as `socwork review` writes them"
    )


@dataclass(frozen=True, slots=True)
class Invalid:
    """What is wrong with JSON that was sent, as pydantic found it."""

    errors: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Given:
    """What was sent: a JSON body, or a curriculum's file with files of decisions."""

    body: bytes = b""
    file: File | None = None
    decisions: tuple[File, ...] = ()
    pdf_pages: int = 300


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of the curriculum."""

    top: int
    card: str | None
    language: Language
    on: date | None = None


# -- reading ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ReadFiles:
    """A curriculum and the decisions on it, with what was noticed."""

    found: ReadCurriculum
    decisions: MappingDecisions | None = None
    comments: str = ""
    """the lines of comment at the top of the decisions file"""
    problems: tuple[InputError, ...] = field(default=())
    """decisions that do not count, and why"""


def read(given: Given) -> ReadFiles:
    """The curriculum of a file, with the decisions of one more file where there is one."""
    assert given.file is not None
    found = _curriculum(given.file, given.pdf_pages)
    if not given.decisions:
        return ReadFiles(found)
    return read_decisions(found, given.decisions[0])


def read_decisions(found: ReadCurriculum, file: File) -> ReadFiles:
    """The decisions of a file on a curriculum that was read before."""
    raw, name = file
    standard = checker().standard
    document, said = parse_decisions(raw, name)
    told = problems(
        said,
        found.curriculum,
        standard,
        held_edition(standard),
        lambda one: document.where(("decisions", one)),
    )
    lines = takewhile(lambda line: line.startswith("#"), raw.decode("utf-8-sig").splitlines(keepends=True))
    return ReadFiles(found, said, "".join(lines), tuple(told))


def _curriculum(file: File, most_pages: int) -> ReadCurriculum:
    raw, name = file
    if b"%PDF-" in raw[:1024]:
        _check_pages(raw, name, most_pages)
    return read_curriculum(raw, name)


def _check_pages(raw: bytes, name: str, most: int) -> None:
    """Refuse a PDF that would take too long to read; what is wrong with it otherwise, reading tells."""
    from io import BytesIO

    from socwork_standard.documents.guard import kind_of

    kind_of(raw, name)
    try:
        import pdfplumber

        with pdfplumber.open(BytesIO(raw)) as pdf:
            pages = len(pdf.pages)
    except Exception:  # noqa: BLE001 - the library raises whatever the damage brings it to, or is not there
        return
    if pages > most:
        raise InputError(
            "the PDF has {n} pages; at most {most} are read.",
            name,
            "Give the part that matters.",
            n=pages,
            most=most,
        )


# -- answers for programs ------------------------------------------------------------------------------------------


def mapping_json(given: Given, wanted: Wanted) -> dict[str, Any] | Invalid:
    """The mapping, as `socwork map --format json` gives it."""
    asked = _asked(given)
    if isinstance(asked, Invalid):
        return asked
    found, said = asked
    standard = checker().standard
    known = tuple(one for one in said if one.competency in standard.competencies)
    mapping = map_curriculum(found.curriculum, wanted.top, standard, card=wanted.card, decisions=known)
    return {**mapping.as_dict(), **noticed(found, wanted.language)}


def coverage_json(given: Given, wanted: Wanted) -> dict[str, Any] | Invalid:
    """The coverage, as `socwork coverage --format json` gives it."""
    asked = _asked(given)
    if isinstance(asked, Invalid):
        return asked
    found, said = asked
    standard = checker().standard
    coverage = measure_coverage(
        found.curriculum, said, standard, card=wanted.card, on=wanted.on, top=wanted.top
    )
    return {**coverage.as_dict(), **noticed(found, wanted.language)}


def noticed(found: ReadCurriculum, language: Language) -> dict[str, Any]:
    """What was noticed while reading, as JSON holds it."""
    return {"problems": found.problems_as_list(language), "not_used": found.notes_as_list()}


def _asked(given: Given) -> tuple[ReadCurriculum, tuple[MappingDecision, ...]] | Invalid:
    if given.file is not None:
        found = _curriculum(given.file, given.pdf_pages)
        return found, tuple(one for file in given.decisions for one in parse_decisions(*file)[1].decisions)
    try:
        question = CurriculumQuestion.model_validate_json(given.body)
    except ValidationError as failure:
        return Invalid([dict(one) for one in failure.errors(include_url=False)])
    said: list[MappingDecision] = []
    for number, one in enumerate(question.decisions):
        # The same care as with files: one person says one thing about one link on one day.
        raw = one.model_dump_json(exclude_none=True).encode()
        said += parse_decisions(raw, f"decisions[{number}]")[1].decisions
    return ReadCurriculum(question.curriculum), tuple(said)


# -- reports and graduates -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A curriculum that was mapped, with what people decided so far."""

    curriculum: Curriculum
    outcomes: Sequence[MappedOutcome]
    decisions: tuple[MappingDecision, ...]

    def coverage(self, standard: Standard) -> Coverage:
        """How far the curriculum covers the standard."""
        return coverage_of(self.curriculum, self.outcomes, self.decisions, standard)


def report(reviewed: Reviewed, ending: str, language: Language) -> bytes:
    """The matrix (xlsx), the heat map (svg, png) or the report for accreditation (pdf, docx)."""
    from socwork_standard.exports.heat_map import heat_map_png, heat_map_svg

    standard = checker().standard
    coverage = reviewed.coverage(standard)
    if ending == "xlsx":
        return _matrix(coverage, standard, language)
    picture = heat_map_svg(coverage, standard, language, "course")
    if ending == "svg":
        return picture.encode()
    if ending == "png":
        return heat_map_png(picture)
    return _accreditation(coverage, standard, language, picture, ending)


def _matrix(coverage: Coverage, standard: Standard, language: Language) -> bytes:
    from socwork_standard.reports.coverage_sheets import write_coverage

    with TemporaryDirectory() as folder:
        path = Path(folder) / "matrix.xlsx"
        write_coverage(path, coverage, standard, language)
        return path.read_bytes()


def _accreditation(
    coverage: Coverage, standard: Standard, language: Language, picture: str, ending: str
) -> bytes:
    from socwork_standard.reports.coverage_report import accreditation_page
    from socwork_standard.reports.docx import as_docx
    from socwork_standard.reports.page import Heading
    from socwork_standard.reports.pdf import as_pdf

    page = accreditation_page(coverage, standard, language, picture)
    programme = coverage.curriculum.programme.title
    title = next((block.text for block in page if isinstance(block, Heading)), programme)
    make: Callable[..., bytes] = as_pdf if ending == "pdf" else as_docx
    return make(page, language=language, title=title)


def graduate(reviewed: Reviewed, day: date, preset: str, language: Language) -> GraduateDict:
    """What graduates may apply for, as `socwork programme graduate --format json` gives it."""
    from socwork_standard.programme.graduate import Prospects

    policy = Policy(preset=preset) if preset else None
    mapping = map_curriculum(reviewed.curriculum, standard=checker().standard, decisions=reviewed.decisions)
    return Prospects(checker(), reviewed.curriculum, day, policy, language).as_dict(mapping.coverage)
