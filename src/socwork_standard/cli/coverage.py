"""`socwork coverage`: how far a programme covers the standard, printed, or as matrix, heat map, report or data."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from socwork_standard.cli.answering import emit, rendered
from socwork_standard.cli.curricula import as_dict, read, tell
from socwork_standard.cli.saving import as_json, new_file, say_written, write_whole
from socwork_standard.cli.support import Format, Lang, Source, day_of, language_of, notice
from socwork_standard.curriculum.decisions import parse_decisions, problems
from socwork_standard.curriculum.links import held_edition
from socwork_standard.data.load import load_standard
from socwork_standard.data.standard import Standard
from socwork_standard.i18n import failure
from socwork_standard.model.base import Language
from socwork_standard.model.curriculum import Curriculum, Mapping
from socwork_standard.model.review import MappingDecision
from socwork_standard.programme.coverage import Coverage, measure_coverage

if TYPE_CHECKING:
    from socwork_standard.exports.heat_map import Across
    from socwork_standard.reports.coverage_words import View

ENDINGS = (".xlsx", ".svg", ".png", ".pdf", ".docx", ".md", ".txt", ".json")


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed."""

    curriculum: str
    decisions: tuple[str, ...]
    card: str | None
    by: "View"
    top: int
    output: str | None
    on: str | None
    force: bool


def show_coverage(asked: Asked, form: Format, lang: Lang | None) -> None:
    """Print the coverage seen by one view, or write the file that was asked for."""
    from socwork_standard.reports.coverage import coverage_page

    language = language_of(lang)
    day = day_of(asked.on, "--on")
    reads = (asked.curriculum, *asked.decisions)
    path = new_file(asked.output, ENDINGS, force=asked.force, reads=reads) if asked.output else None
    standard = load_standard()
    found = read(asked.curriculum)
    tell(found, language)
    decisions = [
        one for name in asked.decisions for one in read_decisions(name, found.curriculum, standard, language)
    ]
    coverage = measure_coverage(found.curriculum, decisions, standard, card=asked.card, on=day, top=asked.top)

    def data() -> dict[str, Any]:
        return {**coverage.as_dict(), **as_dict(found, language)}

    if path is None:
        emit(form, lambda: coverage_page(coverage, standard, language, asked.by), data)
        return
    write_whole(path, _content(path.suffix.lower(), asked.by, coverage, standard, language, data))
    say_written(path, language)


def read_decisions(
    name: str, curriculum: Curriculum, standard: Standard, language: Language
) -> Sequence[MappingDecision]:
    """The decisions of a file; what does not count is told on standard error."""
    source = Source(name)
    document, found = parse_decisions(source.raw, source.name)
    edition = held_edition(standard)
    for problem in problems(
        found, curriculum, standard, edition, lambda number: document.where(("decisions", number))
    ):
        notice(failure(language, problem))
    return found.decisions


def _content(
    ending: str,
    by: "View",
    coverage: Coverage,
    standard: Standard,
    language: Language,
    data: Callable[[], dict[str, Any]],
) -> bytes:
    from socwork_standard.exports.heat_map import heat_map_png, heat_map_svg

    across: Across = "semester" if by == "semester" else "course"

    def picture() -> str:
        return heat_map_svg(coverage, standard, language, across)

    makers: dict[str, Callable[[], bytes]] = {
        ".xlsx": lambda: workbook(
            lambda path: _write_coverage(path, coverage, standard, language),
        ),
        ".svg": lambda: picture().encode(),
        ".png": lambda: heat_map_png(picture()),
        ".json": lambda: as_json(data()),
    }
    if ending in makers:
        return makers[ending]()
    from socwork_standard.reports.coverage_report import accreditation_page

    page = accreditation_page(coverage, standard, language, picture())
    return rendered(page, ending, language, coverage.curriculum.programme.title)


def save_mapping(path: Path, mapping: Mapping, coverage: Coverage, language: Language) -> None:
    """Write the suggestions of a mapping, and the matrix that they make with what is decided."""
    from socwork_standard.reports.mapping_sheets import write_mapping

    standard = load_standard()
    write_whole(path, workbook(lambda to: write_mapping(to, mapping, coverage, standard, language)))
    say_written(path, language)


def _write_coverage(path: Path, coverage: Coverage, standard: Standard, language: Language) -> None:
    from socwork_standard.reports.coverage_sheets import write_coverage

    write_coverage(path, coverage, standard, language)


def workbook(write: Callable[[Path], None]) -> bytes:
    """The bytes of a workbook that `write` puts into a file."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "book.xlsx"
        write(path)
        return path.read_bytes()
