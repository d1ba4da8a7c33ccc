"""Curricula in syllabi: DOCX, PDF, HTML and plain text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from socwork_standard.documents.place import Place
from socwork_standard.errors import InputError
from socwork_standard.programme.read_model import ReadCurriculum
from socwork_standard.programme.reading import read_curriculum

KAZAKH = """Білім беру бағдарламасы: Әлеуметтік жұмыс
Пән коды: SW2201
Пән атауы: Әлеуметтік жұмыстың әдістері
Кредиттер саны: 5
Семестр: 3
Пәннің сипаттамасы
Кейс-менеджмент пен бағалау.
Оқыту нәтижелері:
Пәнді оқу нәтижесінде студент:
1) отбасының қажеттіліктерін
кешенді бағалайды;
2) жоспар әзірлейді.
Әдебиеттер:
1. Кітап.
"""
RUSSIAN = """Дисциплина: Методы социальной работы
Код дисциплины: SW2201
Кредиты: 5 ECTS
Результаты обучения
РО1 – оценивает потребности семьи;
РО2 – разрабатывает план.
Литература
Учебник.
Дисциплина: История социальной работы
Результаты обучения: РО1 знает этапы
"""
ENGLISH = """Course title: Social work with families
Course code: SW2204
Credits: 5
Learning outcomes
- assesses the needs of a family
- plans with the family
Assessment
Exam.
"""


def _text(text: str) -> ReadCurriculum:
    return read_curriculum(text.encode(), "syllabus.txt")


def _outcomes(found: ReadCurriculum) -> list[list[tuple[str, str]]]:
    return [[(one.id, one.text) for one in course.outcomes] for course in found.curriculum.courses]


def test_a_kazakh_syllabus_is_read() -> None:
    """Labels, a description under its heading, and a numbered list whose lines run on."""
    found = _text(KAZAKH)
    (course,) = found.curriculum.courses
    assert found.curriculum.programme.title == "Әлеуметтік жұмыс"
    assert (course.code, course.title, course.credits, course.semester, course.description) == (
        "SW2201",
        "Әлеуметтік жұмыстың әдістері",
        5,
        3,
        "Кейс-менеджмент пен бағалау.",
    )
    assert _outcomes(found) == [
        [("LO1", "отбасының қажеттіліктерін кешенді бағалайды"), ("LO2", "жоспар әзірлейді.")]
    ]
    assert [one.text for one in found.notes] == ["Пәнді оқу нәтижесінде студент:", "Әдебиеттер:", "1. Кітап."]


def test_a_russian_syllabus_of_two_courses_is_read() -> None:
    """A second title begins a second course; one without a code is numbered and told."""
    found = _text(RUSSIAN)
    assert [(one.code, one.title) for one in found.curriculum.courses] == [
        ("SW2201", "Методы социальной работы"),
        ("2", "История социальной работы"),
    ]
    assert _outcomes(found) == [
        [("РО1", "оценивает потребности семьи"), ("РО2", "разрабатывает план.")],
        [("РО1", "знает этапы")],
    ]
    assert [one.code for one in found.problems] == ["C203", "C401"]


def test_an_english_syllabus_is_read() -> None:
    """Bullets are outcomes, and the list ends at the next section."""
    found = _text(ENGLISH)
    assert _outcomes(found) == [[("LO1", "assesses the needs of a family"), ("LO2", "plans with the family")]]
    assert [one.text for one in found.notes] == ["Assessment", "Exam."]


def test_outcomes_under_headings_of_courses_are_read(word: Callable[..., bytes]) -> None:
    """A heading above a list of outcomes is the title of its course."""

    def fill(document: Any) -> None:  # noqa: ANN401
        for title in ("Отбасымен жұмыс", "Жастармен жұмыс"):
            document.add_heading(title, 1)
            document.add_paragraph("Оқыту нәтижелері")
            document.add_paragraph(f"{title}: бағалайды", style="List Bullet")

    found = read_curriculum(word(fill), "a.docx")
    assert [one.title for one in found.curriculum.courses] == ["Отбасымен жұмыс", "Жастармен жұмыс"]
    assert _outcomes(found)[1] == [("LO1", "Жастармен жұмыс: бағалайды")]


def test_a_table_of_labels_heads_a_course(word: Callable[..., bytes]) -> None:
    """Labels in the left column and values in the right one are the fields of the course."""

    def fill(document: Any) -> None:  # noqa: ANN401
        rows = [
            ("Пән коды", "SW1"),
            ("Пәннің атауы", "Тарих"),
            ("Кредит саны", "4"),
            ("Оқыту нәтижелері", "1) біледі\n2) талдайды"),
        ]
        table = document.add_table(0, 2)
        for pair in rows:
            for cell, text in zip(table.add_row().cells, pair, strict=True):
                cell.text = text

    found = read_curriculum(word(fill), "a.docx")
    (course,) = found.curriculum.courses
    assert (course.code, course.title, course.credits) == ("SW1", "Тарих", 4)
    assert _outcomes(found) == [[("LO1", "біледі"), ("LO2", "талдайды")]]


def test_a_table_of_outcomes_under_a_course_is_read(word: Callable[..., bytes]) -> None:
    """A table whose columns are id and words belongs to the course above it."""

    def fill(document: Any) -> None:  # noqa: ANN401
        document.add_paragraph("Пән атауы: Тарих")
        table = document.add_table(0, 2)
        for pair in (("Код РО", "Результаты обучения"), ("РО1", "Знает"), ("РО2", "Умеет")):
            for cell, text in zip(table.add_row().cells, pair, strict=True):
                cell.text = text

    assert _outcomes(read_curriculum(word(fill), "a.docx")) == [[("РО1", "Знает"), ("РО2", "Умеет")]]


def test_a_table_of_courses_over_two_pages_of_a_pdf_is_one() -> None:
    """A table that goes on on the next page without headings keeps its columns."""
    typst = pytest.importorskip("typst")
    rows = "".join(f"[SW{number}], [Пән {number}], [Біледі {number}], " for number in range(101, 181))
    source = f'#set text(font: "DejaVu Sans")\n#table(columns: 3, [Код], [Дисциплина], [Результаты обучения], {rows})'
    found = read_curriculum(typst.compile(source.encode()), "a.pdf")
    assert [one.code for one in found.curriculum.courses] == [f"SW{number}" for number in range(101, 181)]
    assert found.notes == ()


def test_a_web_page_is_read() -> None:
    """HTML is read as other documents are."""
    page = "<html><h1>SW2201 Тарих</h1><h2>Оқыту нәтижелері</h2><ol><li>біледі<li>талдайды</ol></html>"
    found = read_curriculum(page.encode(), "a.html")
    assert [(one.code, one.title) for one in found.curriculum.courses] == [("SW2201", "Тарих")]
    assert _outcomes(found) == [[("LO1", "біледі"), ("LO2", "талдайды")]]


def test_a_title_that_runs_over_two_lines_is_one() -> None:
    """The second line of a title begins with a small letter; it is neither a course nor a note."""
    found = _text(
        "Білім беру бағдарламасы: Әлеуметтік жұмыс (үлгі\nуниверситеті)\nПән коды: SW1\n"
        "Пән атауы: Отбасымен әлеуметтік\nжұмыс\nКредиттер: 5\n"
    )
    assert found.curriculum.programme.title == "Әлеуметтік жұмыс (үлгі университеті)"
    assert [(one.code, one.title) for one in found.curriculum.courses] == [
        ("SW1", "Отбасымен әлеуметтік жұмыс")
    ]


def test_an_outcome_above_all_courses_is_told() -> None:
    """An outcome that belongs to no course is a problem with its line, and is not used."""
    found = _text("РО1 – знает\nДисциплина: История\nРезультаты обучения\nРО1 – умеет\n")
    assert [(one.code, one.value, one.place) for one in found.problems][:1] == [
        ("C301", "РО1 – знает", Place(line=1))
    ]


def test_a_text_without_any_heading_is_one_outcome_a_line() -> None:
    """Bare lines are outcomes of one course, and that is told."""
    found = _text("Жоспар әзірлейді\nЗаңнаманы біледі\n")
    assert _outcomes(found) == [[("LO1", "Жоспар әзірлейді"), ("LO2", "Заңнаманы біледі")]]
    assert "C107" in [one.code for one in found.problems]


def test_a_document_without_courses_is_refused(word: Callable[..., bytes]) -> None:
    """A document about something else is refused with how it begins."""
    raw = word(lambda document: document.add_paragraph("Жиналыс хаттамасы."))
    with pytest.raises(InputError, match="Жиналыс хаттамасы"):
        read_curriculum(raw, "a.docx")


@pytest.mark.parametrize("name", ["standard input", "a.yaml", "a.yml"])
def test_yaml_is_read_as_before(name: str) -> None:
    """The format of the contract is read strictly, by its ending or by how it begins."""
    raw = "# c\nprogramme: {title: T}\ncourses:\n  - {code: A, title: B}\n"
    found = read_curriculum(raw.encode(), name)
    assert (found.curriculum.courses[0].code, found.problems) == ("A", ())
    with pytest.raises(InputError, match="not known"):
        read_curriculum((raw + "extra: 1\n").encode(), name)


@pytest.mark.parametrize(
    ("line", "code", "title", "credit"),
    [
        ("Дисциплина: Введение (SW1, 5 кредитов)", "SW1", "Введение", 5.0),
        ("Дисциплина: SW1 Введение", "SW1", "Введение", None),
        ("Пән: ӘЖ1 Кіріспе", "ӘЖ1", "Кіріспе", None),
        ("Course: Introduction (SW-12)", "SW-12", "Introduction", None),
    ],
)
def test_a_short_code_beside_a_labelled_title(line: str, code: str, title: str, credit: float | None) -> None:
    """Behind the label of a course its code is told from its title, before it or in brackets behind it."""
    text = f"Учебная программа: Соцработа\n{line}\nРезультаты обучения:\n1. Знает этику\n"
    found = read_curriculum(text.encode(), "a.txt").curriculum
    (course,) = found.courses
    assert (course.code, course.title, course.credits) == (code, title, credit)
    assert found.programme.title == "Соцработа"


@pytest.mark.parametrize("title", ["Английский язык (B1)", "Менеджмент ISO 9001", "Обществознание (часть 2)"])
def test_a_level_in_brackets_is_no_code(title: str) -> None:
    """What only looks a little like a code stays in the title."""
    text = f"Дисциплина: {title}\nРезультаты обучения:\n1. Знает этику\n"
    (course,) = read_curriculum(text.encode(), "a.txt").curriculum.courses
    assert course.title == title
