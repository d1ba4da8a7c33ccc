"""What `socwork coverage` and `map -o` write: matrix, heat map, report, data, in three languages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from coverage_programmes import STANDARD, TEXTS, Made, course, made, said
from python_calamine import CalamineWorkbook

from socwork_standard.cli import main
from socwork_standard.exports.heat_map import heat_map_png, heat_map_svg
from socwork_standard.i18n import text
from socwork_standard.model.base import LANGUAGES, Language
from socwork_standard.reports.coverage import VIEWS, coverage_page
from socwork_standard.reports.coverage_report import accreditation_page
from socwork_standard.reports.coverage_sheets import write_coverage
from socwork_standard.reports.coverage_words import figures
from socwork_standard.reports.layout import as_text
from socwork_standard.reports.page import Table

if TYPE_CHECKING:
    from pathlib import Path

PLAN = "draw-up-individual-plan"
PNG = b"\x89PNG"


@pytest.fixture(scope="module")
def sample() -> Made:
    """Three courses: one with a confirmation and a rejection, one that nobody reviewed, one unrelated."""
    one = course("A", TEXTS[0], TEXTS[1])
    other = "involve-outside-specialists-in-plan"
    decisions = [said(one, 0, PLAN), said(one, 0, other, "rejected")]
    return made([one, course("B", TEXTS[2], semester=2), course("M", TEXTS[4], semester=None)], decisions)


@pytest.fixture
def example(root: Path) -> str:
    """The sample programme."""
    return str(root / "examples" / "programmes" / "social-work.yaml")


@pytest.fixture
def reviewed(root: Path) -> str:
    """The decisions on the sample programme."""
    return str(root / "examples" / "programmes" / "social-work.decisions.yaml")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", VIEWS)
def test_every_view_is_a_table(sample: Made, view: Any, language: Language) -> None:  # noqa: ANN401 - a literal
    """Each view prints a table whose rows have as many cells as headings."""
    page = coverage_page(sample.coverage(), STANDARD, language, view)
    (table,) = [block for block in page if isinstance(block, Table)]
    assert table.rows
    assert all(len(row) == len(table.headings) for row in table.rows)
    assert text(language, "coverage.note") in " ".join(as_text(page, width=110).split()).replace(" !! ", " ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_says_what_it_does_not_claim(sample: Made, language: Language) -> None:
    """The report for accreditation warns, explains its method, and ends with its limits."""
    printed = as_text(accreditation_page(sample.coverage(), STANDARD, language), width=110)
    for key in ("report.method", "award", "gaps", "nothing", "over", "decided", "report.limits"):
        assert text(language, f"coverage.{key}") in printed
    assert "2024-125" in printed
    assert "first reader" in printed


def test_the_matrix_holds_the_confirmation(sample: Made, tmp_path: Path) -> None:
    """The workbook has a row for the confirmed competency, with the sign in the course's column."""
    path = tmp_path / "matrix.xlsx"
    write_coverage(path, sample.coverage(card=14), STANDARD, "en")
    book = CalamineWorkbook.from_path(path)
    names = [
        text("en", f"coverage.sheet.{name}")
        for name in ("summary", "matrix", "courses", "groups", "gaps", "decisions")
    ]
    assert book.sheet_names == names
    rows = book.get_sheet_by_name("Matrix").to_python()
    label = STANDARD.competencies[PLAN].en
    found = [row for row in rows if row[1] == label]
    assert found
    assert all((row[2], row[3], row[4], row[5]) == ("confirmed", 1, "● LO1", "") for row in found)
    decisions = book.get_sheet_by_name("Decisions").to_python()
    assert [row[4] for row in decisions[1:]] == ["first reader", "first reader"]


def test_the_gaps_are_on_their_sheet(sample: Made, tmp_path: Path) -> None:
    """The sheet of gaps has one row for each competency in each skill where it is missing."""
    coverage = sample.coverage(card=14)
    path = tmp_path / "matrix.xlsx"
    write_coverage(path, coverage, STANDARD, "en")
    rows = CalamineWorkbook.from_path(path).get_sheet_by_name("Gaps").to_python()
    missing = sum(row.counts.gap + row.counts.rejected_only for row in coverage.by_skill)
    assert sum(str(row[0]).startswith("14.") for row in rows) == missing


def test_the_same_coverage_gives_the_same_bytes(sample: Made, tmp_path: Path) -> None:
    """Workbook, picture and data do not change from one run to the next."""
    one, two = sample.coverage(), sample.coverage()
    write_coverage(tmp_path / "1.xlsx", one, STANDARD, "kk")
    write_coverage(tmp_path / "2.xlsx", two, STANDARD, "kk")
    assert (tmp_path / "1.xlsx").read_bytes() == (tmp_path / "2.xlsx").read_bytes()
    assert heat_map_svg(one, STANDARD, "kk") == heat_map_svg(two, STANDARD, "kk")
    assert json.dumps(one.as_dict()) == json.dumps(two.as_dict())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_heat_map_names_functions_and_courses(sample: Made, language: Language) -> None:
    """The picture shows every function's figures and becomes a PNG."""
    coverage = sample.coverage(card=14)
    svg = heat_map_svg(coverage, STANDARD, language)
    for row in coverage.by_function:
        assert f"{row.counts.confirmed} / {row.counts.number}" in svg
    assert ">A Course A<" in svg
    assert heat_map_png(svg).startswith(PNG)
    assert text(language, "coverage.heat.semester", n=2) in heat_map_svg(
        coverage, STANDARD, language, "semester"
    )


def test_figures_are_kept_apart(sample: Made) -> None:
    """What people see sums to the number of competencies: nothing is counted in two columns."""
    for row in sample.coverage().by_card:
        assert sum(figures(row.counts)) == row.counts.number


def test_the_command_prints_data_of_its_schema(
    example: str, reviewed: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The JSON of the sample programme answers the committed schema."""
    assert main(["coverage", example, "--decisions", reviewed, "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    schema = json.loads((root / "schemas" / "coverage.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(found)
    assert found["counts"]["confirmed"] > 0
    assert found["decisions"]["unplaced"] == found["decisions"]["stale"] == 0


@pytest.mark.parametrize("ending", ["xlsx", "svg", "png", "md", "txt", "json"])
def test_every_file_is_written(example: str, reviewed: str, tmp_path: Path, ending: str) -> None:
    """Each ending gives a file, and a file that is there already is left alone."""
    path = tmp_path / f"out.{ending}"
    arguments = [
        "coverage",
        example,
        "--decisions",
        reviewed,
        "--card",
        "14",
        "-o",
        str(path),
        "--lang",
        "ru",
    ]
    assert main(arguments) == 0
    before = path.read_bytes()
    assert before
    assert main(arguments) == 2
    assert path.read_bytes() == before


def test_the_coverage_of_map_and_of_coverage_agree(
    example: str, reviewed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """For each card `map` and `coverage` count the same."""
    main(["map", example, "--decisions", reviewed, "--format", "json"])
    mapped = json.loads(capsys.readouterr().out)["coverage"]
    main(["coverage", example, "--decisions", reviewed, "--format", "json"])
    found = {row["id"]: row["counts"] for row in json.loads(capsys.readouterr().out)["by_card"]}
    for card, counts in mapped.items():
        assert counts == {name: found[card][name] for name in counts}


def test_map_writes_suggestions_and_matrix(example: str, tmp_path: Path) -> None:
    """`map -o` gives a workbook with a sheet of suggestions for every outcome, and the matrix."""
    path = tmp_path / "map.xlsx"
    assert main(["map", example, "-o", str(path), "--lang", "kk"]) == 0
    book = CalamineWorkbook.from_path(path)
    assert book.sheet_names == [text("kk", f"coverage.sheet.{name}") for name in ("suggestions", "matrix")]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--decisions", "nowhere.yaml"],
        ["--card", "99"],
        ["--top", "0"],
        ["--on", "soon"],
        ["-o", "matrix.xls"],
        ["--by", "colour"],
    ],
)
def test_bad_input_is_one_message(
    example: str, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """A wrong option ends with 2 and a message, never with a traceback."""
    assert main(["coverage", example, *arguments]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "Traceback" not in told.err
    assert told.err.strip()
