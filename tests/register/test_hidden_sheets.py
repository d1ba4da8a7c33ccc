"""A sheet that a workbook hides is not read where one that it shows can be; half a character is no record."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from socwork_standard.eligibility.record import read_record
from socwork_standard.errors import InputError
from socwork_standard.register.check import check_register
from socwork_standard.register.read import read_register
from socwork_standard.register.summary import summary, unanswered

ROWS = (("id", "fact", "level"), ("1", "education", "higher"))


def book(path: Path, hidden: str) -> Path:
    """Write a workbook with the same list on each sheet; `+` is a sheet that it shows, `-` a hidden one."""
    with xlsxwriter.Workbook(str(path)) as written:
        for number, sign in enumerate(hidden):
            sheet = written.add_worksheet(f"Sheet {number}")
            for row, cells in enumerate(ROWS):
                sheet.write_row(row, 0, cells)
            if sign == "+":
                sheet.activate()
                sheet.set_first_sheet()
            else:
                sheet.hide()
    return path


@pytest.mark.parametrize("hidden", ["-+", "+-"])
def test_the_sheet_that_is_shown_is_read(tmp_path: Path, hidden: str) -> None:
    """A hidden copy of the list makes no doubt, and a notice names it."""
    read = read_register(book(tmp_path / "list.xlsx", hidden))
    assert len(read.records) == 1
    name = f"Sheet {hidden.index('-')}"
    assert [(one.code, one.severity, one.sheet) for one in read.problems] == [("R114", "notice", name)]


def test_a_hidden_sheet_is_read_where_it_is_named(tmp_path: Path) -> None:
    """Whoever names it means it."""
    read = read_register(book(tmp_path / "list.xlsx", "+-"), sheet="Sheet 1")
    assert len(read.records) == 1


def test_two_sheets_that_are_shown_remain_a_doubt(tmp_path: Path) -> None:
    """Nothing says which of them is meant."""
    with pytest.raises(InputError, match="several sheets"):
        read_register(book(tmp_path / "list.xlsx", "++-"))


def test_half_a_character_spoils_one_line_only(tmp_path: Path) -> None:
    """A record with a lone surrogate is reported, and the others are read."""
    path = tmp_path / "list.jsonl"
    path.write_text('{"id":"\\ud800"}\n{"id":"2","unit":"\\ud800"}\n{"id":"3"}\n', encoding="utf-8")
    read = read_register(path)
    assert [one.id for one in read.records] == ["3"]
    assert [(one.code, one.row) for one in read.problems] == [("R207", 1), ("R207", 2)]


def test_half_a_character_is_refused_in_a_record() -> None:
    """The error names the field."""
    with pytest.raises(InputError, match=r"id.*half a character"):
        read_record({"id": "\ud800"})


def test_everybody_without_a_verdict_has_a_reason() -> None:
    """Those of whom nothing could be asked are counted apart from those not looked at."""
    result = check_register([{"id": "1", "post": "13"}, {"id": "2"}], as_of="2025-06-01")
    assert [(one.record, one.code) for one in unanswered(result)] == [("2", "R501")]
    counted = summary(result)
    assert (counted["persons_without_answer"], counted["persons_left"]) == (1, 0)
