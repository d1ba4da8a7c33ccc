"""Who is due for attestation: three years from the last one."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socwork_standard.cli import main
from socwork_standard.eligibility.calendar import add_months
from socwork_standard.eligibility.check import Checker
from socwork_standard.eligibility.record import read_record
from socwork_standard.register.attestation import TERMS, Due, attestations, within

CHECKER = Checker()
DAY = date(2025, 6, 1)


def due(on: str | None, **more: Any) -> Due:  # noqa: ANN401
    """Return the entry of a person attested on a day."""
    attested = {"attested": {"category": "first", "on": on}} if on else {}
    (found,) = attestations([read_record({"id": "1", **attested, **more})], DAY, CHECKER)
    return found


@pytest.mark.parametrize(
    ("on", "day", "term"),
    [
        ("2022-05-31", "2025-05-31", "overdue"),
        ("2022-06-01", "2025-06-01", "within_3"),
        ("2022-09-01", "2025-09-01", "within_3"),
        ("2022-09-02", "2025-09-02", "within_6"),
        ("2022-12-02", "2025-12-02", "within_12"),
        ("2023-06-02", "2026-06-02", "later"),
        ("2024-02-29", "2027-03-01", "later"),
    ],
)
def test_the_next_one_is_due_three_years_later(on: str, day: str, term: str) -> None:
    """The anniversary itself is the last day."""
    found = due(on)
    assert found.due is not None
    assert (found.due.isoformat(), found.term, found.exact) == (day, term, True)


def test_of_a_month_or_year_the_first_day_is_taken() -> None:
    """Nobody is told a later day than may be right, and the list says so."""
    assert (due("2023").due, due("2023").exact) == (date(2026, 1, 1), False)
    assert due("2023-04").due == date(2026, 4, 1)


def test_what_is_not_known_is_not_made_up() -> None:
    """No attestation, and one that lies in the future."""
    for found in (due(None), due("2025-07-01")):
        assert (found.due, found.term) == (None, "unknown")


def test_a_post_without_categories_stands_apart() -> None:
    """Nothing is known of an attestation, and the card has no categories."""
    assert due(None, post="personal-assistant").term == "no_categories"
    assert due(None, post="social-worker").term == "unknown"
    assert due("2022-01-01", post="personal-assistant").term == "overdue"


@given(st.lists(st.dates(date(2015, 1, 1), date(2025, 6, 1)) | st.none(), max_size=6), st.integers(0, 60))
def test_the_list_holds_who_is_due_and_who_is_not_known(days: list[date | None], months: int) -> None:
    """Sorted by urgency, nobody lost and nobody twice."""
    records = [
        read_record({"id": str(n), "attested": {"on": one.isoformat()}} if one else {"id": str(n)})
        for n, one in enumerate(days)
    ]
    every = attestations(records, DAY, CHECKER)
    assert sorted(one.record for one in every) == sorted(str(n) for n in range(len(days)))
    assert [TERMS.index(one.term) for one in every] == sorted(TERMS.index(one.term) for one in every)
    last = add_months(DAY.toordinal(), months)
    listed = within(every, months, DAY)
    assert all(one in listed for one in every if one.term in {"overdue", "unknown"})
    assert all(one.due is None or one.due.toordinal() <= last for one in listed)


@pytest.mark.parametrize("ending", ["xlsx", "csv", "pdf", "docx", "md", "json"])
def test_the_command_writes_the_list(tmp_path: Path, ending: str, capsys: pytest.CaptureFixture[str]) -> None:
    """In each of its forms, and on the screen."""
    staff = tmp_path / "staff.csv"
    staff.write_text("id;attested_on;fact;level\n=1;2022;education;higher\n", encoding="utf-8")
    target = tmp_path / f"list.{ending}"
    asked = ["attestation", str(staff), "--as-of", "2025-06-01", "--lang", "kk"]
    assert main([*asked, "-o", str(target)]) == 0
    assert target.stat().st_size > 0
    if ending == "csv":
        assert ";'=1;" in target.read_text(encoding="utf-8-sig")
    capsys.readouterr()
    assert main([*asked, "--format", "json"]) == 0
    (person,) = json.loads(capsys.readouterr().out)["people"]
    assert (person["due"], person["term"], person["exact"]) == ("2025-01-01", "overdue", False)
