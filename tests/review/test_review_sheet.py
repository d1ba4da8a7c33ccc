"""Reviewing through the spreadsheet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook  # type: ignore[import-untyped]
from reviewing import session

from socwork_standard import InputError
from socwork_standard.curriculum.session import Session
from socwork_standard.curriculum.sheet import COLUMNS, SheetRead, SheetReader
from socwork_standard.model.base import LANGUAGES, Language
from socwork_standard.reports.review_sheet import write_review
from socwork_standard.sheets.xlsx import read_workbook

DECIDE, ADD = 0, 1
HEAD = 2


def column(name: str) -> int:
    """The number of a column, from 1."""
    return COLUMNS.index(name) + 1


def read(of: Session, path: Path, *, by: bool = True) -> SheetRead:
    """Read a sheet back."""
    return SheetReader(of, of.who if by else None, path.name).read(read_workbook(path, path.name))


def filled(path: Path, *cells: tuple[int, int, int, Any]) -> None:
    """Fill in cells of a workbook: sheet, row, column, value."""
    book = load_workbook(path)
    for sheet, row, at, value in cells:
        book.worksheets[sheet].cell(row, at, value)
    book.save(path)


@pytest.fixture
def of(tmp_path: Path) -> Session:
    """Return a review with one decision of each kind."""
    one = session(tmp_path / "d.yaml")
    one.decide(0, [("develop-resource-map", True), ("prepare-case-documents-and-resource-map", False)], "why")
    one.decide(1, [("first-aid-skills-knowledge", True)])
    return one


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_and_back_changes_nothing(of: Session, tmp_path: Path, language: Language) -> None:
    """A sheet that comes back untouched holds nothing new, in each language."""
    path = tmp_path / "sheet.xlsx"
    write_review(path, of, "one", language)
    found = read(of, path, by=False)
    assert (found.new, found.changed, found.problems) == ((), (), ())
    assert found.unchanged == 3


def test_a_filled_in_decision_changes_only_its_link(of: Session, tmp_path: Path) -> None:
    """A word chosen from the list becomes one decision, and all others stay as they were."""
    path = tmp_path / "sheet.xlsx"
    write_review(path, of, "one", "ru")
    before = of.decisions()
    row = next(at for at, one in enumerate(of.rows(0)) if one.open) + HEAD + 1
    filled(path, (DECIDE, row, column("decision"), "подтвердить"), (DECIDE, row, column("who"), "two"))
    found = read(of, path)
    (one,) = found.new
    assert (one.by, one.decision, one.outcome) == ("two", "confirmed", "LO1")
    of.file.decide(found.new)
    assert set(before) < set(of.decisions())


def test_another_mind_is_a_change(of: Session, tmp_path: Path) -> None:
    """A person who now rejects what they confirmed changes that decision."""
    path = tmp_path / "sheet.xlsx"
    write_review(path, of, "one", "en")
    filled(path, (DECIDE, HEAD + 1, column("decision"), "reject"))
    (one,) = read(of, path).changed
    assert (one.competency, one.decision) == (of.rows(0)[0].link.competency, "rejected")


def test_adding_in_the_sheet(of: Session, tmp_path: Path) -> None:
    """A competency is added by its slug or its label, in a sheet of its own."""
    path = tmp_path / "sheet.xlsx"
    write_review(path, of, "one", "en")
    label = of.standard.competencies["ethical-norms-of-social-work"].kk
    filled(
        path,
        *(
            (ADD, HEAD + 1, at, value)
            for at, value in enumerate(("B2", "LO2", "occupational-safety-rules"), 1)
        ),
        *((ADD, HEAD + 2, at, value) for at, value in enumerate(("B2", "LO2", label), 1)),
    )
    found = read(of, path)
    assert found.problems == ()
    assert [(one.competency, one.decision, one.by) for one in found.new] == [
        ("occupational-safety-rules", "added", "one"),
        ("ethical-norms-of-social-work", "added", "one"),
    ]


@pytest.mark.parametrize(
    ("name", "value", "what"),
    [
        ("decision", "perhaps", "no decision"),
        ("text", "Another text", "not that of the curriculum"),
        ("outcome", "LO77", "no outcome LO77"),
        ("competency", "nothing-like-it", "no competency"),
    ],
)
def test_problems_name_their_cell(of: Session, tmp_path: Path, name: str, value: str, what: str) -> None:
    """What cannot be used is reported with its cell, and the other rows are read."""
    path = tmp_path / "sheet.xlsx"
    write_review(path, of, "one", "en")
    filled(path, (DECIDE, HEAD + 1, column(name), value))
    found = read(of, path)
    (problem,) = found.problems
    assert what in problem.what
    assert problem.where == f"sheet.xlsx, Decisions!{chr(64 + column(name))}{HEAD + 1}"
    assert found.unchanged == 2


def test_who_decided_must_be_known(of: Session, tmp_path: Path) -> None:
    """A decision without a person is reported, not guessed."""
    path = tmp_path / "sheet.xlsx"
    write_review(path, of, "one", "en")
    book = load_workbook(path)
    book.worksheets[DECIDE].cell(HEAD + 1, column("who")).value = None
    book.save(path)
    (problem,) = read(of, path, by=False).problems
    assert "not said who" in problem.what


def test_the_sheet_offers_the_words_and_keeps_its_headings(of: Session, tmp_path: Path) -> None:
    """The decision column has a list, and the headings stay in sight."""
    path = tmp_path / "sheet.xlsx"
    write_review(path, of, "one", "kk")
    book = load_workbook(path)
    sheet = book.worksheets[DECIDE]
    assert [one.formula1 for one in sheet.data_validations.dataValidation] == ['"растау,қабылдамау"']
    assert sheet.freeze_panes == f"E{HEAD + 1}"
    assert len(book.worksheets[2]["A"]) == 1 + len(of.standard.competencies)


def test_any_other_workbook_is_refused(of: Session, tmp_path: Path) -> None:
    """A workbook without the columns of a review is bad input."""
    path = tmp_path / "sheet.xlsx"
    write_review(path, of, "one", "en")
    book = load_workbook(path)
    for sheet in book.worksheets:
        sheet.delete_rows(1, HEAD)
    book.save(path)
    with pytest.raises(InputError, match="no sheet has the columns"):
        read(of, path)
