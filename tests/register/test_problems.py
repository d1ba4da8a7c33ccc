"""Nothing lost: whatever is wrong in a row is reported with its place, its value and the mend, and the rest is read."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from socwork_standard.eligibility.check import Checker
from socwork_standard.register.model import Register
from socwork_standard.register.problems import CATALOGUE, KINDS
from socwork_standard.register.read import read_register

Csv = Callable[..., Register]

FIELDS = (
    "id", "fact", "level", "speciality", "completed", "country", "recognised", "position", "category",
    "qualification_level", "social_protection", "start", "end", "kind", "title",
)  # fmt: skip
HEAD = ";".join(FIELDS)


def row(**cells: str) -> str:
    """Return a row under `HEAD`."""
    return ";".join(cells.get(name, "") for name in FIELDS)


@pytest.mark.parametrize(
    ("code", "cells", "column"),
    [
        ("R202", {"id": "1", "fact": "хобби"}, "B (fact)"),
        ("R203", {"id": "1", "position": "Социальный работник", "end": "2020"}, "B (fact)"),
        ("R204", {"id": "1", "level": "higher", "position": "повар"}, "B (fact)"),
        ("R205", {"id": "1", "fact": "education", "level": "higher", "position": "повар"}, "H (position)"),
        ("R211", {"id": "1", "fact": "education"}, "B (fact)"),
        ("R401", {"id": "1", "fact": "education", "completed": "31.02.2015"}, "E (completed)"),
        ("R402", {"id": "1", "fact": "education", "completed": "05/06/2015"}, "E (completed)"),
        ("R403", {"id": "1", "fact": "experience", "start": "2020", "end": "2019"}, "M (end)"),
        ("R404", {"id": "1", "fact": "experience", "start": "2020"}, "M (end)"),
        ("R404", {"id": "1", "fact": "experience", "start": "2020", "end": "-"}, "M (end)"),
        ("R405", {"id": "1", "fact": "education", "level": "высшайшее"}, "C (level)"),
        ("R406", {"id": "1", "fact": "experience", "category": "пятая", "end": "2020"}, "I (category)"),
        ("R407", {"id": "1", "fact": "training", "kind": "прогулка"}, "N (kind)"),
        ("R408", {"id": "1", "fact": "experience", "qualification_level": "7", "end": "2020"},
         "J (qualification_level)"),
        ("R409", {"id": "1", "fact": "experience", "social_protection": "может", "end": "2020"},
         "K (social_protection)"),
        ("R410", {"id": "1", "fact": "education", "level": "higher", "country": "Атлантида"}, "F (country)"),
        ("R412", {"id": "1", "fact": "education", "level": "higher", "speciality": "-"}, "D (speciality)"),
        ("R413", {"id": "1", "fact": "training", "kind": "other", "title": "а" * 600}, "O (title)"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_reported_with_its_place(
    csv: Csv, code: str, cells: dict[str, str], column: str | None
) -> None:
    """The problem names row and column, and the person is still there with the field not known."""
    register = csv(HEAD, row(id="9", fact="education", level="higher"), row(**cells))
    (problem,) = register.problems
    assert (problem.code, problem.row, problem.column) == (code, 3, column)
    assert problem.message
    assert problem.mend
    assert [one.id for one in register.records] == ["9", "1"]


def test_a_row_without_id_is_reported_and_not_used(csv: Csv) -> None:
    """Nobody knows whose it is, and its words stand in the problem."""
    register = csv(HEAD, row(fact="education", level="higher"), row(id="1", fact="education", level="higher"))
    (problem,) = register.problems
    assert (problem.code, problem.row, problem.value) == ("R201", 2, "education | higher")
    assert (register.rows_read, register.rows_used, len(register.records)) == (2, 1, 1)


def test_a_lost_row_leaves_the_lists_of_its_person_open(csv: Csv) -> None:
    """What could not be used may be the very fact that is asked for, so no list is taken as complete."""
    register = csv(
        HEAD, row(id="1", fact="education", level="higher"), row(id="1", fact="хобби", level="master")
    )
    (record,) = register.records
    assert record.education_complete is False
    assert record.experience is None


def test_contradicting_rows_leave_the_field_unknown(csv: Csv) -> None:
    """Two posts for one person: neither is taken."""
    register = csv("id;fact;post;level", "1;education;13;higher", "1;education;14;master")
    assert register.records[0].post is None
    (problem,) = register.problems
    assert (problem.code, problem.row, problem.value) == ("R301", 3, "14")


def test_an_id_twice_is_reported_where_a_row_is_a_person(csv: Csv) -> None:
    """The facts of both rows are put together, and the repetition is said."""
    register = csv("id;education_1_level", "1;higher", "1;master")
    (record,) = register.records
    assert len(record.education or ()) == 2
    assert [one.code for one in register.problems] == ["R302"]


def test_none_and_some_is_a_contradiction(csv: Csv) -> None:
    """The list is used and left open."""
    register = csv(
        HEAD, row(id="1", fact="education", level="нет"), row(id="1", fact="education", level="higher")
    )
    (record,) = register.records
    assert len(record.education or ()) == 1
    assert record.education_complete is False
    assert [one.code for one in register.problems] == ["R303"]


def test_an_iin_is_carried_into_nothing(csv: Csv) -> None:
    """Neither the record nor any problem holds it."""
    iin = "900215" + "300123"
    register = csv(HEAD, row(id=iin, fact="experience", position="Социальный работник"))
    assert register.records[0].id == "row-2"
    assert {one.code for one in register.problems} == {"R304", "R404"}
    assert iin not in repr(register)


def test_ids_that_look_the_same_are_pointed_out(csv: Csv) -> None:
    """A Cyrillic А and a Latin A are two letters and look like one."""
    register = csv("id;education_1_level", "А-12;higher", "A-12;higher", "012;higher", "12;higher")
    assert len(register.records) == 4
    assert [one.code for one in register.problems] == ["R306", "R306"]


def test_unknown_near_double_and_personal_columns_are_told_apart(csv: Csv) -> None:
    """Each column that was not read is named with the reason."""
    register = csv(
        "id;ФИО;любимый цвет;Спецальность;level;Уровень образования",
        "1;;;;higher;master",
    )
    by_code = {one.code: one for one in register.problems}
    assert sorted(by_code) == ["R102", "R103", "R104", "R106"]
    assert "специальность" in by_code["R103"].message


def test_a_heading_of_several_meanings_is_asked_back(csv: Csv) -> None:
    """`Date` without a neighbour that says of what it is, is not guessed."""
    register = csv("id;дата;post", "1;2015;13")
    assert [one.code for one in register.problems] == ["R107"]


def test_a_value_under_no_heading_is_reported(csv: Csv) -> None:
    """A separator too many shows."""
    register = csv("id;education_1_level", "1;higher;master")
    (problem,) = register.problems
    assert (problem.code, problem.column, problem.value) == ("R209", "C", "master")


def test_a_running_number_is_not_the_id_where_a_better_one_stands(csv: Csv) -> None:
    """`№ п/п` counts rows; the staff number is the id."""
    register = csv("№ п/п;табельный номер;образование", "1;0417;высшее", "2;0417;магистр")
    assert [one.id for one in register.records] == ["0417"]


def test_a_column_that_only_numbers_rows_is_pointed_out(csv: Csv) -> None:
    """Where one row is a fact and every row has another number, nobody would have two facts."""
    rows = [f"{n};education;higher" for n in range(1, 6)]
    assert [one.code for one in csv("№ п/п;fact;level", *rows).problems] == ["R307"]
    assert not csv("№;fact;level", *rows, "1;education;master").problems
    assert not csv("id;fact;level", *rows).problems


def test_broken_quotes_lose_one_row_and_no_more(csv: Csv) -> None:
    """The rows after an unclosed quote are read."""
    register = csv(
        "id;fact;level", '1;education;"higher', "2;education;higher", '3;"education;x;y', "4;education;phd"
    )
    assert [one.id for one in register.records] == ["1", "2", "4"]
    assert {one.code for one in register.problems} == {"R113", "R112"}
    assert register.rows_read == 4


def test_nul_bytes_are_left_out_and_reported(csv: Csv) -> None:
    """A few NUL bytes cost nothing but a notice of where they stood."""
    register = csv(
        "id;fact;level;speciality",
        "1;education;hi\x00gher;Социальная работа",
        *["2;education;higher;право"] * 5,
    )
    assert register.records[0].education is not None
    assert register.records[0].education[0].level == "higher"
    assert [(one.code, one.row) for one in register.problems] == [("R110", 2)]


def test_kazakh_letters_lost_in_cp1251_are_pointed_out(csv: Csv) -> None:
    """Question marks inside words say that the encoding had no such letters."""
    register = csv(
        "id;fact;speciality;country", "1;education;?леуметтік ж?мыс;ҚР".replace("Қ", "?"), encoding="cp1251"
    )
    assert "R111" in {one.code for one in register.problems}


def test_unrecognised_names_stand_once_with_their_count(csv: Csv) -> None:
    """A name that no vocabulary holds is counted, with the nearest term as a suggestion."""
    register = csv(
        HEAD,
        *[row(id=str(n), fact="education", level="higher", speciality="Социальная рабта") for n in range(3)],
        row(id="5", fact="experience", position="Звездочёт", end="2020"),
    )
    first, second = register.unrecognised
    assert (first.vocabulary, first.written, first.count) == ("specialities", "Социальная рабта", 3)
    assert first.suggestion == "social-work"
    assert (second.vocabulary, second.written, second.suggestion) == ("posts", "Звездочёт", None)
    assert not register.problems


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_problems_are_worded_in_the_language_asked_for(csv: Csv, language: str) -> None:
    """Each language has its own sentence."""
    register = csv(HEAD, row(id="1", fact="education", completed="вчера"), language=language)
    words = {"kk": "күн ретінде", "ru": "не читается как дата", "en": "cannot be read as a date"}
    assert words[language] in register.problems[0].message


def test_every_record_read_can_be_decided(csv: Csv) -> None:
    """However wrong a row is, the checker takes the record without an error."""
    register = csv(
        HEAD,
        row(id="1", fact="education", level="?", completed="?", recognised="?", country="?"),
        row(id="1", fact="experience", category="?", qualification_level="?", start="?", end="?"),
        row(id="1", fact="training", kind="?", completed="?"),
        row(id="2", fact="experience", start="2020", end="2019"),
    )
    checker = Checker()
    for record in register.records:
        checker.read_facts(record)


def test_every_code_has_a_message_and_a_mend_in_three_languages() -> None:
    """The catalogue of codes and the catalogues of texts agree."""
    from socwork_standard.i18n import catalogue

    for language in ("kk", "ru", "en"):
        texts = catalogue(language)
        held = {key.split(".")[1] for key in texts if key.startswith("register.R")}
        assert held == set(CATALOGUE)
        assert all(f"register.{code}.mend" in texts for code in held)
    assert len(CATALOGUE) == len(KINDS)


def test_a_formula_with_an_error_is_reported(tmp_path: Path) -> None:
    """#N/A is no blank cell."""
    import xlsxwriter  # type: ignore[import-untyped]

    path = tmp_path / "formula.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("a")
        for number, cells in enumerate((["id", "fact", "level"], ["1", "education"])):
            for column, value in enumerate(cells):
                sheet.write(number, column, value)
        sheet.write_formula(1, 2, "=NA()", None, "#N/A")
    register = read_register(path)
    assert [(one.code, one.column) for one in register.problems] == [
        ("R211", "B (fact)"),
        ("R109", "C (level)"),
    ]


def test_a_number_in_place_of_a_day_is_read_as_excel_means_it(tmp_path: Path) -> None:
    """45000 without a date format is 15 March 2023, and that is said."""
    path = tmp_path / "staff.json"
    path.write_text(json.dumps([{"id": "1", "education": [{"completed": 45000}]}]), encoding="utf-8")
    register = read_register(path)
    assert [one.code for one in register.problems] == ["R401"]  # in JSON a number is no day of Excel
    import xlsxwriter

    book_path = tmp_path / "staff.xlsx"
    with xlsxwriter.Workbook(book_path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["id", "fact", "completed"])
        sheet.write_row(1, 0, ["1", "education", 45000])
    register = read_register(book_path)
    assert register.records[0].education is not None
    assert register.records[0].education[0].completed == "2023-03-15"
    assert [one.code for one in register.problems] == ["R415"]


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ('<c r="C2"><f>1+1</f><v/></c>', ["C (speciality)"]),
        ('<c r="C2"><f>1+1</f></c>', ["C (speciality)"]),
        ('<c r="C2"><f>1+1</f><v>2</v></c>', []),
        ('<c r="C2" t="str"><f>""</f><v></v></c>', []),
    ],
)
def test_a_formula_without_its_value_is_reported(tmp_path: Path, cell: str, told: list[str]) -> None:
    """A formula that no spreadsheet has counted is no blank cell; an empty text is a value."""
    path = tmp_path / "uncounted.xlsx"
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c><c r="B1" t="inlineStr"><is><t>fact</t></is></c>'
        '<c r="C1" t="inlineStr"><is><t>speciality</t></is></c></row>'
        '<row r="2"><c r="A2" t="inlineStr"><is><t>1</t></is></c>'
        f'<c r="B2" t="inlineStr"><is><t>education</t></is></c>{cell}</row></sheetData></worksheet>'
    )
    import xlsxwriter

    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("a")
    with zipfile.ZipFile(path) as made:
        parts = {name: made.read(name) for name in made.namelist()}
    with zipfile.ZipFile(path, "w") as mended:
        for name, content in parts.items():
            mended.writestr(name, sheet if name.endswith("sheet1.xml") else content)
    problems = read_register(path).problems
    assert [one.column for one in problems if one.code == "R115"] == told
