"""Every line and cell of a source is in the curriculum, or named; and no input gives a traceback."""

from __future__ import annotations

import csv
import io
import json
import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from socwork_standard.errors import InputError, SocworkError
from socwork_standard.model.base import LANGUAGES
from socwork_standard.programme.read_headings import label_of
from socwork_standard.programme.read_model import ReadCurriculum
from socwork_standard.programme.reading import read_curriculum

HEADINGS = [
    "Код",
    "Дисциплина",
    "Кредиты",
    "Семестр",
    "РО",
    "Результаты обучения",
    "Описание",
    "Язык",
    "№",
    "Прочее",
]
CELL = st.one_of(
    st.just(""),
    st.sampled_from(
        ["SW1", "SW2", "История", "5", "3 семестр", "Итого", "РО1", "Код", "Дисциплина", "kk", "нет"]
    ),
    st.text("абвәқ.,;:1)- \n", max_size=12),
)
LINE = st.one_of(
    st.sampled_from(
        [
            "Пән коды: SW2201", "Пән коды:", "Пән атауы: Тарих", "Кредиттер: 5", "Кредиттер: көп", "Оқыту нәтижелері",
            "Оқыту нәтижелері: біледі", "РО1 – оценивает", "1) біледі", "- талдайды", "Әдебиеттер", "3 семестр",
            "SW2202 Екінші пән", "Пәннің сипаттамасы", "студент:", "# Тақырып", "Семестр: 2", "Тілі: kk",
            "Білім деңгейі: Жоғары білім", "Білім деңгейі: жоқ", "Бағдарлама", "РО2", "біледі", "Код РО: 5",
        ]
    ),
    st.text("абвәқ.,;:1)-– ", min_size=1, max_size=20),
)  # fmt: skip
_SIGNS = re.compile(r"[\W_]+")


def _bare(text: str) -> str:
    """A text without white space and signs: marks of lists and ends of outcomes are not kept."""
    return _SIGNS.sub("", text.casefold())


def _account(found: ReadCurriculum) -> str:
    """Everything that a reading gives, as one text."""
    parts = [json.dumps(found.curriculum.model_dump(mode="json"), ensure_ascii=False)]
    parts += [json.dumps(one.as_dict("ru"), ensure_ascii=False) for one in found.problems]
    parts += [one.text for one in found.notes]
    return _bare(" ".join(parts))


def _named(piece: str, account: str, found: ReadCurriculum) -> bool:
    bare = _bare(piece)
    if not bare or bare in account or bare == "семестр":
        return True
    number = re.fullmatch(r"\D*(\d+)\D*", piece)  # `05` is 5 credits; `1)` is LO1
    return number is not None and any(
        int(number[1]) in {one.credits, one.semester} or f"lo{int(number[1])}" in account
        for one in found.curriculum.courses
    )


@given(st.lists(st.lists(CELL, min_size=len(HEADINGS), max_size=len(HEADINGS)), min_size=1, max_size=8))
@settings(max_examples=150)
def test_every_cell_of_a_table_is_used_or_named(rows: list[list[str]]) -> None:
    """Each word of each cell is in the curriculum, in a problem or among what was not used."""
    file = io.StringIO()
    csv.writer(file, delimiter="|").writerows([HEADINGS, *rows])
    try:
        found = read_curriculum(file.getvalue().encode(), "a.csv")
    except InputError:
        return
    account = _account(found)
    for cell in (cell for row in rows for cell in row):
        for piece in re.split(r"[\s.,;:)-]+", cell):
            if piece not in HEADINGS:
                assert _named(piece, account, found), (cell, rows)


@given(st.lists(LINE, min_size=1, max_size=14))
@settings(max_examples=200)
def test_every_line_of_a_syllabus_is_used_or_named(lines: list[str]) -> None:
    """Each line, or the value behind its label, is in the curriculum, in a problem or among what was not used."""
    try:
        found = read_curriculum("\n".join(lines).encode(), "a.txt")
    except InputError:
        return
    account = _account(found)
    for line in lines:
        label = label_of(" ".join(line.strip("# ").split()))
        value = line if label is None else label[1]
        for piece in re.split(r"[\s.,;:)-]+", value):
            if piece not in {"көп", "kk", "Жоғары", "білім"}:
                assert _named(piece, account, found), (line, lines)


@given(
    st.binary(max_size=300),
    st.sampled_from([".csv", ".txt", ".html", ".yaml", ".json", ".xlsx", ".docx", ""]),
)
@settings(max_examples=150)
@example(b"PK\x03\x04xl/", ".xlsx")
@example(b"{", "")
@example(b"\xff\xfe", ".csv")
def test_any_bytes_give_a_curriculum_or_a_clear_error(raw: bytes, ending: str) -> None:
    """Whatever a file holds, reading it raises nothing but the package's own errors."""
    try:
        read_curriculum(raw, f"file{ending}")
    except SocworkError as failure:
        said = str(failure)
    else:
        said = "read"
    assert said


@given(st.text(max_size=400), st.sampled_from([".csv", ".txt", ".html"]))
@settings(max_examples=150)
def test_any_text_gives_a_curriculum_or_a_clear_error(text: str, ending: str) -> None:
    """Whatever a text says, its problems can be said in three languages."""
    try:
        found = read_curriculum(
            f"Код;Дисциплина;Результаты обучения\n{text}".encode("utf-8", "replace"), f"a{ending}"
        )
    except SocworkError:
        return
    for problem in found.problems:
        assert all(problem.line(language) for language in LANGUAGES)
