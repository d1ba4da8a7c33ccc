"""What a person reads of a register: places, mends, words of the language, and what a yes rests on."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from socwork_standard.cli.checking import words_of
from socwork_standard.data.load import load_standard
from socwork_standard.eligibility.check import Checker
from socwork_standard.model.base import LANGUAGES, Language
from socwork_standard.model.record import StaffRecord
from socwork_standard.register.check import check_register
from socwork_standard.register.read import read_register
from socwork_standard.reports.layout import as_text
from socwork_standard.reports.paperwork import people
from socwork_standard.reports.person import PersonSheets
from socwork_standard.reports.register import RegisterReport
from socwork_standard.reports.register_files import MOST_PROBLEMS, summary_page
from socwork_standard.vocabulary.names import Names

DAY = date(2025, 6, 1)


def report(path: Path, language: Language = "en") -> RegisterReport:
    """Give the checked register of a file."""
    standard = load_standard()
    register = read_register(path, standard=standard, language=language)
    result = check_register(register, as_of=DAY, standard=standard, language=language)
    return RegisterReport(result, words_of(Checker(standard), language))


def test_the_first_problems_stand_with_place_value_and_mend(tmp_path: Path) -> None:
    """The summary lists them, says how many are left, and where all of them are."""
    path = tmp_path / "staff.csv"
    rows = "".join(f"{n};education;nonsense {n};\n" for n in range(MOST_PROBLEMS + 3))
    path.write_text("id;fact;level;position\n" + rows, encoding="utf-8")
    found = report(path)
    shown = as_text(summary_page(found))
    errors = [one for one in found.result.problems if one.severity == "error"]
    assert "Row: 2, Column: C (level), Value: nonsense 0" in shown
    assert errors[0].mend.split()[0] in shown
    assert f"{len(found.result.problems) - MOST_PROBLEMS} more" in shown
    assert "-o report.xlsx" in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_of_somebody_eligible_says_why(tmp_path: Path, language: Language) -> None:
    """The diploma that met the row stands with the order's words; one that met nothing is left out."""
    path = tmp_path / "staff.json"
    person = {
        "id": "1",
        "post": "15",
        "education": [
            {"level": "higher", "speciality": "Социальная работа", "completed": "2008"},
            {"level": "tve_specialist", "speciality": "Сестринское дело", "completed": "2003"},
        ],
        "experience": [],
        "training": [],
    }
    path.write_text(json.dumps([person]), encoding="utf-8")
    made = report(path, language)
    (one,) = people(made)
    assert [verdict.status for verdict in one.verdicts] == ["eligible"]
    shown = as_text(PersonSheets(made).wordings(one)[0])
    assert "(15.education.1)" in shown
    assert "Социальная работа" in shown
    assert "Сестринское дело" not in shown


def test_a_running_number_beside_an_id_is_no_problem(tmp_path: Path) -> None:
    """Its heading is known; the id is taken from the better column."""
    path = tmp_path / "staff.csv"
    path.write_text(
        "№ п/п;табельный номер;вид сведений;уровень образования\n1;77;образование;высшее\n", encoding="utf-8"
    )
    register = read_register(path)
    assert [one.id for one in register.records] == ["77"]
    assert {one.code for one in register.problems} == set()


def test_a_second_file_with_the_same_id_names_the_first(tmp_path: Path) -> None:
    """In a folder, a row alone does not say where it is."""
    for name in ("a.json", "b.json"):
        (tmp_path / name).write_text('{"id": "1", "education": []}', encoding="utf-8")
    (problem,) = [one for one in read_register(tmp_path).problems if one.code == "R302"]
    assert (problem.sheet, "a.json" in problem.message) == ("b.json", True)


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_words_of_a_library_are_translated(tmp_path: Path, language: Language) -> None:
    """A broken line of JSON is explained in the language of the report."""
    path = tmp_path / "staff.jsonl"
    path.write_text('{"id": "1"}\n{broken\n', encoding="utf-8")
    (problem,) = [one for one in read_register(path, language=language).problems if one.code == "R207"]
    assert "Expecting" not in problem.message
    assert "line 1" not in problem.message


def test_only_lists_of_facts_make_records_of_a_parquet_file(tmp_path: Path) -> None:
    """Another nested column is told and left out; the table is read all the same."""
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "staff.parquet"
    flat = {"id": ["1"], "fact": ["education"], "level": ["higher"], "tags": [["a"]]}
    parquet.write_table(pa.table(flat), path)
    register = read_register(path)
    assert register.records[0].education is not None
    assert [(one.code, one.value) for one in register.problems] == [("R116", "tags")]
    parquet.write_table(pa.table({"id": ["1"], "education": [[{"level": "higher"}]]}), path)
    assert read_register(path).records[0].education is not None


def test_yes_and_no_are_taken_in_three_languages() -> None:
    """A record takes the words for yes and no that a table takes."""
    names = load_standard().values["yes-no"]
    for term in names:
        for word in (term.kk, term.ru, term.en, *term.aliases.kk, *term.aliases.ru):
            record = StaffRecord.model_validate({"experience": [{"social_protection": word}]})
            assert record.experience is not None
            assert record.experience[0].social_protection is (term.id == "yes"), word


@pytest.mark.parametrize(
    ("word", "level"),
    [("высшее (бакалавр)", "higher"), ("высшее (магистр)", "master"), ("ср.спец.", "tve_specialist")],
)
def test_levels_as_lists_shorten_them(word: str, level: str) -> None:
    """What personnel files write is known where it can mean one thing only."""
    assert Names(load_standard()).levels.by_name(word).id == level


@pytest.mark.parametrize(
    ("word", "category"), [("1 кат.", "first"), ("2 кат.", "second"), ("высш. кат.", "highest")]
)
def test_categories_as_lists_shorten_them(word: str, category: str) -> None:
    """The same for categories."""
    assert Names(load_standard()).is_value("category", category, word)
