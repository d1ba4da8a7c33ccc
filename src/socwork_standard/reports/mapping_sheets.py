"""A mapped curriculum as a workbook: the suggestions for every outcome, and the matrix that they make."""

from collections.abc import Iterator
from pathlib import Path

from socwork_standard.data.standard import Standard
from socwork_standard.i18n import text
from socwork_standard.model.base import Language
from socwork_standard.model.curriculum import MappedOutcome, Mapping
from socwork_standard.programme.coverage import Coverage
from socwork_standard.reports.coverage_sheets import matrix
from socwork_standard.reports.coverage_words import CoverageWords
from socwork_standard.sheets.report import Cell, Column, Line, Sheet, Tone, write_workbook


def write_mapping(
    path: Path, mapping: Mapping, coverage: Coverage, standard: Standard, language: Language
) -> None:
    """Write the workbook; `coverage` is the mapping's own.  The same input gives the same bytes."""
    words = CoverageWords(coverage, standard, language)
    title = text(language, "map.title", programme=coverage.curriculum.programme.title)
    write_workbook(path, [_suggestions(words, mapping), matrix(words)], title=title, made=coverage.as_of)


def _suggestions(words: CoverageWords, mapping: Mapping) -> Sheet:
    widths = (
        ("course", 12, False),
        ("outcome", 12, False),
        ("text", 60, True),
        ("language", 8, False),
        ("rank", 8, False),
        ("competency", 60, True),
        ("where", 24, True),
        ("confidence", 14, False),
        ("evidence", 34, True),
        ("slug", 40, True),
    )
    columns = tuple(Column(words.say(f"coverage.column.{name}"), width, wrap) for name, width, wrap in widths)
    rows = [line for outcome in mapping.outcomes for line in _lines(words, outcome)]
    quiet = (text(words.language, "map.note"),)
    name = words.say("coverage.sheet.suggestions")
    return Sheet(name, columns, rows, len(rows), loud=words.advisory(), quiet=quiet, toned=7, frozen=3)


def _lines(words: CoverageWords, outcome: MappedOutcome) -> Iterator[Line]:
    first: tuple[Cell, ...] = (outcome.course, outcome.outcome, outcome.text, outcome.language)
    if not outcome.suggestions:
        yield Line((*first, None, None, None, words.say("coverage.column.no_match"), None, None), "bad")
    for number, one in enumerate(outcome.suggestions, start=1):
        tone: Tone = "good" if one.confidence == "strong" else "open"
        evidence = ", ".join(dict.fromkeys(word.word for word in one.evidence))
        label = words.competency(one.competency)
        confidence = words.say(f"coverage.confidence.{one.confidence}")
        yield Line((*first, number, label, ", ".join(one.items), confidence, evidence, one.competency), tone)
