"""A page for everybody's file: one page always, with the answer, what is missing, and on what it rests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socwork_standard.cli import main
from socwork_standard.reports.markdown import as_markdown
from socwork_standard.reports.page import Page
from socwork_standard.reports.paperwork import Person, file_names, people, shortened
from socwork_standard.reports.pdf import as_one_sheet
from socwork_standard.reports.person import PersonSheets
from socwork_standard.reports.register import RegisterReport

ReportOf = Callable[..., RegisterReport]
WordsOn = Callable[[bytes], list[str]]


def sheet(report: RegisterReport, name: str) -> str:
    """Return the fullest wording of a person's sheet."""
    person = next(one for one in people(report) if one.name == name)
    return as_markdown(PersonSheets(report).wordings(person)[0])


def test_what_is_not_met_stands_with_the_words_of_the_order(report_of: ReportOf) -> None:
    """The order's own words (Kazakh) with their ids, the paper, and the hash of the data."""
    report = report_of()
    words = sheet(report, "7002")
    assert "Не выполнено" in words
    card = report.result.standard.card(16)
    assert all(one.kk[:60] in words for one in card.experience.clauses)
    assert "16.experience.1" in words
    assert report.result.standard.data_sha256[:12] in words
    assert "подпись" in words


def test_a_fact_that_is_not_known_is_named_as_the_person_knows_it(report_of: ReportOf) -> None:
    """By what stands on the diploma, not by a field of a record."""
    words = sheet(report_of(cards=(15, "first")), "7001")
    assert "education[1]" not in words
    assert "документ об образовании № 1 (Соцработа и что-то ещё" in words


def test_a_wording_not_in_force_is_told_first(report_of: ReportOf) -> None:
    """Loudly, below the title."""
    report = report_of(day="2026-09-01")
    assert "> **ВНИМАНИЕ" in sheet(report, "7002").split("## ")[0]
    assert "> **" not in sheet(report, "7004")


def test_somebody_without_an_answer_gets_the_reason(report_of: ReportOf) -> None:
    """Whoever holds no post of the standard is not left out."""
    assert "No current employment was found" in sheet(report_of(language="en"), "7003")


def test_every_card_is_a_table(report_of: ReportOf) -> None:
    """Posts that are open stand first."""
    words = sheet(report_of(cards="all", language="en"), "7004")
    assert words.index("| ✓ eligible") < words.index("| ✗ not eligible")


@pytest.mark.parametrize("cards", ["held", "all", (15, "first"), (17, "none")])
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_each_sheet_is_one_page(report_of: ReportOf, words_on: WordsOn, cards: Any, language: Any) -> None:  # noqa: ANN401
    """In every language, whatever was asked."""
    report = report_of(cards=cards, language=language, day="2026-09-01")
    sheets = PersonSheets(report)
    for person in people(report):
        (page,) = words_on(as_one_sheet(sheets.wordings(person), language=language, title="T"))
        assert person.name in page
        assert report.result.standard.data_sha256[:12] in page


def test_a_long_list_is_shortened_and_says_so(report_of: ReportOf, words_on: WordsOn) -> None:
    """Forty diplomas of which nothing is known still fit."""
    diploma = {"level": "higher", "speciality": "Неизвестная специальность с длинным названием"}
    work = {"position": "Неизвестно кто", "social_protection": None}
    crowded = {"id": "9", "post": "head-of-unit", "education": [diploma] * 40, "experience": [work] * 40}
    report = report_of((crowded,))
    (person,) = people(report)
    (page,) = words_on(as_one_sheet(PersonSheets(report).wordings(person), language="ru", title="T"))
    assert "и ещё" in page
    assert "подпись" in page


@given(st.lists(st.text(max_size=90), max_size=8))
@settings(max_examples=200)
def test_names_of_files_are_safe_and_never_alike(names: list[str]) -> None:
    """Letters, digits, hyphens and low lines only, also where case does not count."""
    found = file_names(names)
    assert len({one.casefold() for one in found}) == len(names)
    assert all(one.replace("-", "").replace("_", "").isalnum() and len(one) < 80 for one in found)


def test_a_text_is_cut_between_words() -> None:
    """And says with three dots that it was."""
    assert shortened("one two three", 9) == "one two…"
    assert shortened("one", 9) == "one"


def test_the_command_writes_a_file_for_everybody(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second run asks before it replaces them."""
    staff = tmp_path / "staff.csv"
    staff.write_text("id;fact;level\n../7;education;higher\n8;education;higher\n", encoding="utf-8")
    asked = ["register", str(staff), "--card", "9", "--pdf", str(tmp_path / "out")]
    assert main(asked) == 0
    assert sorted(one.name for one in (tmp_path / "out").iterdir()) == ["person-7.pdf", "person-8.pdf"]
    assert main(asked) == 2
    assert "--force" in capsys.readouterr().err
    assert main([*asked, "--force"]) == 0


def test_pages_come_for_each_person_once(report_of: ReportOf) -> None:
    """In the order of the register."""
    listed: list[Person] = list(people(report_of(cards="all")))
    assert [one.name for one in listed] == ["7001", "7002", "7003", "7004"]
    assert isinstance(PersonSheets(report_of()).wordings(listed[0])[-1], Page)
