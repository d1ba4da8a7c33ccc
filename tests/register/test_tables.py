"""Both layouts, all headings, all values: what a good table becomes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from socwork_standard.register.model import Register
from socwork_standard.register.read import read_register

Csv = Callable[..., Register]
Xlsx = Callable[..., Path]

FACT_ROWS = (
    "id;fact;unit;post;level;speciality;completed;position;category;social_protection;start;end;kind;title",
    "0417;education;№ 2;13;higher;Социальная работа;30.06.2015;;;;;;;",
    "0417;experience;;;;;;Социальный работник;вторая;да;01.09.2016;по настоящее время;;",
    "0417;training;;;;;2016;;;;;;краткосрочный курс;Первая помощь",
)
PERSON_HEAD = (
    "id", "unit", "post", "education_1_level", "education_1_speciality", "education_1_completed",
    "experience_1_position", "experience_1_category", "experience_1_social_protection", "experience_1_start",
    "experience_1_end", "training_1_kind", "training_1_title", "training_1_completed",
)  # fmt: skip
PERSON = (
    "0417", "№ 2", "13", "higher", "Социальная работа", "30.06.2015", "Социальный работник", "вторая", "да",
    "01.09.2016", "по настоящее время", "краткосрочный курс", "Первая помощь", "2016",
)  # fmt: skip
PERSON_ROWS = (";".join(PERSON_HEAD), ";".join(PERSON))


def test_both_layouts_give_the_same_record(csv: Csv) -> None:
    """One row a fact and one row a person are the same person."""
    one, other = csv(*FACT_ROWS), csv(*PERSON_ROWS)
    assert one.records == other.records
    assert not one.problems
    assert not other.problems


def test_a_row_of_each_fact_makes_one_whole_record(csv: Csv) -> None:
    """The words of the table become the values of the record."""
    (record,) = csv(*FACT_ROWS).records
    assert record.model_dump(exclude_none=True) == {
        "id": "0417",
        "unit": "№ 2",
        "post": "social-worker",
        "education": ({"level": "higher", "speciality": "Социальная работа", "completed": "30.06.2015"},),
        "education_complete": True,
        "experience": (
            {
                "position": "Социальный работник",
                "category": "second",
                "social_protection": True,
                "start": "01.09.2016",
                "end": "ongoing",
            },
        ),
        "experience_complete": True,
        "training": ({"kind": "short_course", "title": "Первая помощь", "completed": "2016"},),
        "training_complete": True,
    }


@pytest.mark.parametrize(
    "headings",
    [
        "табель нөмірі;дерек түрі;білім деңгейі;мамандық;бітірген күні",
        "табельный номер;вид сведений;уровень образования;специальность;дата окончания",
        "ID;FACT;Level;Specialty;Completed",
        "Таб. №;Вид сведений *;Урoвень образования;Cпециальность;Год окончания",
    ],
)
def test_headings_are_read_in_every_language(csv: Csv, headings: str) -> None:
    """Kazakh, Russian and English headings mean the same, whatever their case, signs or look-alike letters."""
    register = csv(headings, "1;education;higher;Social work;2015")
    (record,) = register.records
    assert record.education is not None
    assert record.education[0].level == "higher"
    assert record.education[0].completed == "2015"
    assert not register.problems


@pytest.mark.parametrize(
    ("level", "speciality"),
    [
        ("education_2_level", "education_2_speciality"),
        ("Образование 2: уровень", "Образование 2: специальность"),
        ("Білім 2: деңгейі", "2-білім: мамандығы"),
        ("2-е образование: уровень", "Специальность 2"),
    ],
)
def test_numbered_columns_are_read_in_every_language(csv: Csv, level: str, speciality: str) -> None:
    """A number in a heading says which diploma of the row is meant."""
    (record,) = csv(f"id;education_1_level;{level};{speciality}", "1;tve_worker;higher;Право").records
    assert record.education is not None
    assert [(one.level, one.speciality) for one in record.education] == [
        ("tve_worker", None),
        ("higher", "Право"),
    ]


def test_headings_may_stand_in_the_third_row(csv: Csv) -> None:
    """Titles above the headings are passed over, and said to be."""
    register = csv("Реестр работников", "на 1 июня", "id;fact;level", "1;education;higher")
    assert len(register.records) == 1
    assert [one.code for one in register.problems] == ["R105"]
    assert register.places["1"] == (None, 4)


def test_headings_may_stand_in_two_rows(xlsx: Xlsx) -> None:
    """A group over several columns belongs to the headings under it."""
    path = xlsx(
        {"a": [["id", "Образование 1", "", "Опыт 1", ""], ["", "уровень", "дата", "должность", "начало"],
               ["1", "higher", "2015", "Соцработник", "2016"]]}
    )  # fmt: skip
    (record,) = read_register(path).records
    assert record.education is not None
    assert record.experience is not None
    assert (record.education[0].completed, record.experience[0].start) == ("2015", "2016")


def test_blank_is_not_known_and_none_is_known(csv: Csv) -> None:
    """A missing fact is not known; a row with the word none says that there is none."""
    register = csv(
        "id;fact;level;position;kind",
        "1;education;higher;;",
        "2;experience;;нет;",
        "3;training;;;жоқ",
        "4;education;-;;",
        "5;experience;;none;",
    )
    by_id = {one.id: one for one in register.records}
    assert by_id["1"].experience is None
    assert by_id["2"].experience == ()
    assert by_id["3"].training == ()
    assert by_id["4"].education == ()
    assert by_id["5"].experience == ()
    assert not register.problems


def test_none_is_known_in_numbered_columns_too(csv: Csv) -> None:
    """One row a person: none in the first diploma, and nothing else, says that there is none."""
    (record,) = csv("id;education_1_level;education_1_completed;experience_1_position", "1;нет;-;").records
    assert record.education == ()
    assert record.experience is None


def test_a_category_of_none_is_no_absence_of_work(csv: Csv) -> None:
    """The word none under category, alone, is a job without category and is pointed out."""
    register = csv("id;fact;category;position;end", "1;experience;нет;;ongoing", "2;experience;нет;;")
    first, second = register.records
    assert first.experience is not None
    assert first.experience[0].category == "none"
    assert second.experience is not None
    assert [one.code for one in register.problems] == ["R206", "R404"]


def test_excel_cells_keep_their_meaning(xlsx: Xlsx) -> None:
    """Days of Excel are days, and whole numbers are ids without a point."""
    path = xlsx(
        {
            "a": [
                ["id", "fact", "level", "completed", "start", "end", "position"],
                [417.0, "education", "higher", datetime(2015, 6, 30), "", "", ""],  # noqa: DTZ001
                [417, "experience", "", "", date(2016, 9, 1), 2019, "Социальный работник"],
                ["0417", "education", "master", 2018.0, "", "", ""],
                [418, "education", "higher", 12.2024, "", "", ""],
                [419, "education", "higher", 10.202, "", "", ""],
            ]
        }
    )
    register = read_register(path)
    by_id = {one.id: one for one in register.records}
    assert by_id["417"].education is not None
    assert by_id["417"].education[0].completed == "2015-06-30"
    assert by_id["417"].experience is not None
    assert (by_id["417"].experience[0].start, by_id["417"].experience[0].end) == ("2016-09-01", "2019")
    assert [one.completed for number in ("0417", "418", "419") for one in by_id[number].education or ()] == [
        "2018",
        "12.2024",
        "10.2020",
    ]
    assert [one.code for one in register.problems] == ["R306"]


def test_the_only_sheet_with_headings_is_read(xlsx: Xlsx) -> None:
    """A sheet without headings is passed over and named."""
    path = xlsx({"Заметки": [["позвонить"]], "Люди": [["id", "fact", "level"], [1, "education", "higher"]]})
    register = read_register(path)
    assert [(one.code, one.sheet) for one in register.problems] == [("R101", "Заметки")]
    assert register.places == {"1": ("Люди", 2)}


def test_merged_cells_count_for_each_of_their_rows(tmp_path: Path) -> None:
    """An id merged over three rows is the id of the three."""
    import xlsxwriter  # type: ignore[import-untyped]

    path = tmp_path / "merged.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("a")
        for column, heading in enumerate(("id", "fact", "level")):
            sheet.write(0, column, heading)
        sheet.merge_range(1, 0, 3, 0, "7")
        for row, level in enumerate(("tve_worker", "higher", "master"), 1):
            sheet.write(row, 1, "education")
            sheet.write(row, 2, level)
    register = read_register(path)
    (record,) = register.records
    assert len(record.education or ()) == 3
    assert [one.code for one in register.problems] == ["R108"]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
def test_separators_and_encodings_are_found(csv: Csv, separator: str, encoding: str) -> None:
    """A CSV is read with each separator and encoding that Excel writes here."""
    lines = [
        ["табельный номер", "вид сведений", "уровень", "специальность"],
        ["1", "образование", "высшее", "Социальная работа"],
    ]
    register = csv(*(separator.join(line) for line in lines), encoding=encoding)
    (record,) = register.records
    assert record.education is not None
    assert (record.education[0].level, record.education[0].speciality) == ("higher", "Социальная работа")
    assert not register.problems


def test_quoted_cells_keep_separators_and_lines(csv: Csv) -> None:
    """A quoted cell may hold separators, doubled quotes and the end of a line."""
    (record,) = csv("id;fact;title;kind", '1;training;"Курс ""А;Б""', 'вторая строка";other').records
    assert record.training is not None
    assert record.training[0].title == 'Курс "А;Б" вторая строка'


def test_letters_that_look_alike_are_read_as_meant(csv: Csv) -> None:
    """A Latin letter in a Cyrillic word is read as the Cyrillic one, and pointed out where the text is kept."""
    register = csv("id;fact;level;speciality", "1;education;выcшее;Социальнaя работа")
    (record,) = register.records
    assert record.education is not None
    assert record.education[0].level == "higher"
    assert record.education[0].speciality == "Социальная работа"
    assert [one.code for one in register.problems] == ["R414"]


def test_unit_and_post_may_stand_in_one_row_only(csv: Csv) -> None:
    """A field of the person that other rows leave blank is no contradiction."""
    register = csv(
        "id;fact;unit;level", "1;education;;higher", "1;education;№ 3;master", "1;education;№  3;phd"
    )
    assert register.records[0].unit == "№ 3"
    assert not register.problems


def test_the_order_of_people_is_that_of_their_first_rows(csv: Csv) -> None:
    """Rows of one person need not stand together."""
    register = csv("id;fact;level", "2;education;higher", "1;education;higher", "2;education;master")
    assert [one.id for one in register.records] == ["2", "1"]
    assert (register.rows_read, register.rows_used) == (3, 3)
