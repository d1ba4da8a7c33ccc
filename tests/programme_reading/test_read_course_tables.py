"""Curricula in workbooks and separated text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from socwork_standard.documents.place import Place
from socwork_standard.errors import InputError
from socwork_standard.programme.read_model import ReadCurriculum
from socwork_standard.programme.reading import read_curriculum

CONTRACT = "course_code,course_title,credits,description,outcome_id,outcome_text,language\n"


def _csv(text: str, name: str = "a.csv") -> ReadCurriculum:
    return read_curriculum(text.encode(), name)


def _codes(found: ReadCurriculum) -> list[str]:
    return [one.code for one in found.problems]


def test_the_columns_of_the_contract_are_read() -> None:
    """Each column goes to its field, and rows of one course are one course."""
    found = _csv(
        CONTRACT
        + 'SW1,Тарих,5,"Не туралы",LO1,Сипаттайды,kk\nSW1,Тарих,5,"Не туралы",LO2,Explains,en\nSW2,Методы,4,,,,\n'
    )
    first, second = found.curriculum.courses
    assert (first.code, first.title, first.credits, first.description) == ("SW1", "Тарих", 5, "Не туралы")
    assert [(one.id, one.text, one.language) for one in first.outcomes] == [
        ("LO1", "Сипаттайды", "kk"),
        ("LO2", "Explains", "en"),
    ]
    assert (second.code, second.outcomes) == ("SW2", ())
    assert _codes(found) == ["C401"]
    assert found.notes == ()


@pytest.mark.parametrize(
    "headings",
    [
        "Пән коды;Пәннің атауы;Кредиттер саны;Оқыту нәтижелері",
        "Код дисциплины;Наименование дисциплины;Кол-во кредитов;Результаты обучения",
        "COURSE CODE;Course title:;ECTS credits;Learning outcomes",
        "Пан коды;Паннин атауы;Кредит;Оқыту нәтижесі",
    ],
)
def test_headings_in_three_languages_mean_the_same(headings: str) -> None:
    """Case, signs, and Kazakh letters typed on a Russian keyboard make no difference."""
    (course,) = _csv(f"{headings}\nSW1;Т;5;Біледі\n").curriculum.courses
    assert (course.code, course.title, course.credits, course.outcomes[0].text) == ("SW1", "Т", 5, "Біледі")


def test_headings_may_stand_in_the_third_row(workbook: Callable[..., bytes]) -> None:
    """Rows above the headings are the programme's, or are named as not used."""
    rows = [
        ["Рабочий план"],
        ["Образовательная программа: Социальная работа"],
        ["Код", "Дисциплина", "Результаты обучения"],
        ["SW1", "История", "Знает"],
    ]
    found = read_curriculum(workbook({"План": rows}), "a.xlsx")
    assert found.curriculum.programme.title == "Социальная работа"
    assert [(one.text, one.place) for one in found.notes] == [
        ("Рабочий план", Place(sheet="План", row=1, column=1))
    ]


def test_merged_cells_count_for_each_of_their_rows(workbook: Callable[..., bytes]) -> None:
    """A course whose cells are merged over its outcomes has them all."""
    rows = [
        ["Код", "Дисциплина", "Кредиты", "РО", "Результаты обучения"],
        ["", "", "", "РО1", "Знает"],
        ["", "", "", "РО2", "Умеет"],
    ]
    merged = [(1, 0, 2, 0, "SW1"), (1, 1, 2, 1, "История"), (1, 2, 2, 2, 5)]
    (course,) = read_curriculum(workbook({"План": rows}, merged), "a.xlsx").curriculum.courses
    assert (course.code, course.credits, [one.id for one in course.outcomes]) == ("SW1", 5, ["РО1", "РО2"])


def test_a_course_named_in_its_first_row_only_goes_on_below() -> None:
    """Blank code and title mean the course above."""
    found = _csv("Код;Дисциплина;Результат обучения\nSW1;История;Знает\n;;Умеет\n")
    (course,) = found.curriculum.courses
    assert [one.text for one in course.outcomes] == ["Знает", "Умеет"]


def test_several_outcomes_in_one_cell_are_parted(workbook: Callable[..., bytes]) -> None:
    """Marks and new lines part the outcomes of a cell; a line that runs on does not."""
    cell = "РО1: Знает основы\nэтики;\nРО2 – Умеет оценивать"
    rows = [["Код", "Дисциплина", "Результаты обучения"], ["SW1", "История", cell]]
    (course,) = read_curriculum(workbook({"a": rows}), "a.xlsx").curriculum.courses
    assert [(one.id, one.text) for one in course.outcomes] == [
        ("РО1", "Знает основы этики"),
        ("РО2", "Умеет оценивать"),
    ]


def test_one_code_with_two_titles_is_two_courses_and_a_problem() -> None:
    """The second course is kept under a code of its own, and told with its row."""
    found = _csv("code;course;learning outcome\nA1;One;Knows\nA1;Two;Does\nA1;Two;Says\n")
    assert [(one.code, one.title, len(one.outcomes)) for one in found.curriculum.courses] == [
        ("A1", "One", 1),
        ("A1-2", "Two", 2),
    ]
    assert [(one.code, one.place.row) for one in found.problems if one.code == "C202"] == [("C202", 3)]


def test_one_id_for_two_outcomes_is_told() -> None:
    """The second outcome gets an id of its own; the same words twice are kept once."""
    found = _csv("code;course;LO;learning outcome\nA1;One;LO1;Knows\nA1;One;LO1;Does\nA1;One;LO3;Knows\n")
    assert [one.id for one in found.curriculum.courses[0].outcomes] == ["LO1", "LO1-2"]
    assert _codes(found)[:2] == ["C302", "C303"]


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [("credits", "пять", "C205"), ("semester", "3-4", "C206"), ("language", "тілсіз", "C207")],
)
def test_a_value_that_cannot_be_read_is_a_problem(column: str, value: str, code: str) -> None:
    """The value is not known, and told with its place."""
    found = _csv(f"code;course;{column}\nA1;One;{value}\n")
    (problem,) = [one for one in found.problems if one.code == code]
    assert (problem.value, problem.place) == (value, Place(row=2, column=3))
    assert getattr(found.curriculum.courses[0], column) is None


@pytest.mark.parametrize(
    ("written", "read"), [("5", 5), ("5,5", 5.5), ("5 ECTS", 5), ("5/150", 5), ("5 кредит", 5)]
)
def test_credits_are_read_as_people_write_them(written: str, read: float) -> None:
    """A number with its unit or hours is that number."""
    assert _csv(f"code;course;credits\nA1;One;{written}\n").curriculum.courses[0].credits == read


def test_a_column_that_is_not_known_is_named_with_its_cells() -> None:
    """The heading is a problem, its cells are among what was not used."""
    found = _csv("code;course;Аудитория\nA1;One;216\n")
    assert [(one.code, one.value) for one in found.problems][:1] == [("C102", "Аудитория")]
    assert [one.text for one in found.notes] == ["216"]


def test_a_heading_that_is_nearly_known_is_told() -> None:
    """A wrong letter in a heading comes with the heading that may be meant."""
    found = _csv("code;course;Semestre\nA1;One;Knows\n")
    assert (found.problems[0].code, found.problems[0].values["near"]) == ("C103", "Semester")
    assert [one.text for one in found.notes] == ["Knows"]


def test_rows_of_sums_and_semesters_are_no_courses() -> None:
    """A row of a semester gives it to the courses below; a row of sums is not used."""
    found = _csv("№;Код;Дисциплина;Кредиты\n;3 семестр;;\n1;SW1;История;5\n;Итого;;5\n")
    (course,) = found.curriculum.courses
    assert (course.code, course.semester) == ("SW1", 3)
    assert [one.text for one in found.notes] == ["1", "Итого", "5"]


def test_the_sheet_of_the_programme_is_read(workbook: Callable[..., bytes]) -> None:
    """Labels and values of a sheet of its own become the programme."""
    sheets = {
        "Бағдарлама": [
            ["Білім беру бағдарламасы", "Әлеуметтік жұмыс"],
            ["Білім деңгейі", "Жоғары білім"],
            ["Мамандық коды", "6B11401"],
            ["Бағдарлама тілі", "қазақ тілі"],
        ],
        "Пәндер": [["Пән коды", "Пән атауы"], ["SW1", "Тарих"]],
    }
    programme = read_curriculum(workbook(sheets), "a.xlsx").curriculum.programme
    assert (programme.title, programme.level, programme.speciality_code, programme.language) == (
        "Әлеуметтік жұмыс",
        "higher",
        "6B11401",
        "kk",
    )


def test_a_sheet_that_is_neither_is_named(workbook: Callable[..., bytes]) -> None:
    """A sheet without courses or programme is a problem, and its cells are not used."""
    sheets = {"Пәндер": [["Пән коды", "Пән атауы"], ["SW1", "Тарих"]], "Кесте": [["дүйсенбі", "9:00"]]}
    found = read_curriculum(workbook(sheets), "a.xlsx")
    assert ("C101", "Кесте") in [(one.code, one.value) for one in found.problems]
    assert [one.text for one in found.notes] == ["дүйсенбі", "9:00"]


def test_an_empty_sheet_is_refused(workbook: Callable[..., bytes]) -> None:
    """A workbook without cells, and a table without rows, say so and name the template."""
    with pytest.raises(InputError, match="empty") as failure:
        read_curriculum(workbook({"a": []}), "a.xlsx")
    assert "socwork template curriculum" in failure.value.mend
    with pytest.raises(InputError, match="no course below"):
        _csv(CONTRACT)


def test_wrong_headings_are_refused_with_what_stands_there() -> None:
    """A table of something else is refused with its first row; nearly right headings with what was meant."""
    with pytest.raises(InputError, match="Фамилия"):
        _csv("Фамилия;Оценка\nA;5\n")
    with pytest.raises(InputError, match="nearly 'Код дисциплины'"):
        _csv("Кид дисциплыны;Оценка\nA;5\n")


def test_five_thousand_outcomes_are_read() -> None:
    """Size alone is no problem, in one course or in many."""
    rows = "".join(f"A{number % 7};T{number % 7};Outcome {number}\n" for number in range(5_000))
    found = _csv("code;course;learning outcome\n" + rows)
    assert len(found.curriculum.outcomes()) == 5_000
    assert _codes(found) == ["C401"]


def test_cp1251_is_read_and_lost_letters_are_told() -> None:
    """A file of an encoding without Kazakh letters is read, with its damaged cells named."""
    raw = "Код;Дисциплина\nSW1;?леуметтiк жумыс тарихы\n".replace("i", "и").encode("cp1251")
    found = read_curriculum(raw, "a.csv")
    assert "C106" in _codes(found)
