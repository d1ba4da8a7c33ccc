"""The sample register: as its script writes it, with every status and what is wrong in it on purpose."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest
import python_calamine as calamine

from socwork_standard.data.load import load_standard
from socwork_standard.eligibility.check import Checker
from socwork_standard.register.read import read_register

FILES = {"staff-ru.xlsx": 40, "staff-kk.csv": 24}


@pytest.fixture(scope="module")
def folder(root: Path) -> Path:
    """Return the folder of the sample."""
    return root / "examples" / "register"


def test_the_committed_sample_is_what_the_script_writes(folder: Path, tmp_path: Path) -> None:
    """Cell by cell, for a workbook; byte by byte, for text."""
    runpy.run_path(str(folder / "make.py"))["main"]([str(tmp_path)])
    assert (tmp_path / "staff-kk.csv").read_bytes() == (folder / "staff-kk.csv").read_bytes()
    new, old = (calamine.CalamineWorkbook.from_path(one / "staff-ru.xlsx") for one in (tmp_path, folder))
    assert new.get_sheet_by_index(0).to_python() == old.get_sheet_by_index(0).to_python()


@pytest.mark.parametrize("name", FILES)
def test_everybody_of_the_sample_is_read(folder: Path, name: str) -> None:
    """All people, each with a post of a card."""
    register = read_register(folder / name)
    assert len(register.records) == FILES[name]
    assert all(one.post for one in register.records)


def test_the_three_bad_rows_are_reported(folder: Path) -> None:
    """A row without id, a day that does not exist, an unknown kind of fact; blank ends besides."""
    register = read_register(folder / "staff-ru.xlsx")
    assert [one.code for one in register.errors if one.code != "R404"] == ["R201", "R401", "R202"]
    assert register.rows_read - register.rows_used == 2


def test_every_card_and_every_status_comes_up(folder: Path) -> None:
    """The sample shows what the checker can say."""
    checker = Checker()
    cards, statuses = set(), set()
    for name in FILES:
        for record in read_register(folder / name).records:
            card = load_standard().card(record.post or "")
            category = "highest" if "highest" in card.categories else "none"
            cards.add(card.point)
            statuses.add(checker.check(record, card.point, category, as_of="2025-06-01").status)
    assert cards == set(range(9, 19))
    assert statuses == {"eligible", "not_eligible", "needs_evidence", "needs_ruling"}
