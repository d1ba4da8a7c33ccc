"""Dates as people write them."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socwork_standard.eligibility.calendar import parse_date
from socwork_standard.register.dates import read_date
from socwork_standard.sheets.cells import Cell


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("31.12.2024", "2024-12-31"),
        ("2024-12-31", "2024-12-31"),
        ("31/12/2024", "2024-12-31"),
        ("31-12-2024", "2024-12-31"),
        ("12/31/2024", "2024-12-31"),
        ("05/05/2024", "2024-05-05"),
        ("2024/12/31", "2024-12-31"),
        ("2024.12.31", "2024-12-31"),
        ("2024-12-31 00:00:00", "2024-12-31"),
        ("2024-12-31T00:00:00+05:00", "2024-12-31"),
        ("31.12.2024 г.", "2024-12-31"),
        ("30 июня 2015 года", "2015-06-30"),
        ("2015 жылғы 30 маусым", "2015-06-30"),
        ("30 маусым 2015 ж.", "2015-06-30"),
        ("June 30, 2015", "2015-06-30"),
        (date(2015, 6, 30), "2015-06-30"),
        (datetime(2015, 6, 30, 10, 15), "2015-06-30"),  # noqa: DTZ001
    ],
)
def test_a_day_is_read(cell: Cell, meant: str) -> None:
    """Every usual way to write a day means that day."""
    found = read_date(cell)
    assert found.text is not None
    assert parse_date(found.text) == parse_date(meant)


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("12.2024", "2024-12"), ("12/2024", "2024-12"), ("декабрь 2024", "2024-12"), ("2024 желтоқсан", "2024-12"),
        ("2024", "2024"), ("2024 г.", "2024"), ("2024 жылы", "2024"), (2024, "2024"), (2024.0, "2024"),
        (12.2024, "2024-12"),
    ],
)  # fmt: skip
def test_a_month_or_a_year_stays_one(cell: Cell, meant: str) -> None:
    """What is written without a day gets none."""
    found = read_date(cell)
    assert found.text is not None
    assert parse_date(found.text) == parse_date(meant)


@pytest.mark.parametrize(
    "cell", ["31.02.2024", "вчера", "31.12.24", "2015-2019", "1 2 3 июня 2015", time(10), True, "0", "9999"]
)
def test_what_is_no_date_is_none(cell: Cell) -> None:
    """Nothing is made up for it."""
    assert read_date(cell).wrong == "unreadable"


def test_day_and_month_are_not_guessed() -> None:
    """05/06/2024 is the fifth of June here and the sixth of May elsewhere."""
    assert read_date("05/06/2024").wrong == "unclear"


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_day_is_read_in_every_form(day: date) -> None:
    """Forms of one day agree."""
    meant = (day.toordinal(), day.toordinal())
    for cell in (day, day.isoformat(), f"{day:%d.%m.%Y}", f"{day.day}.{day.month}.{day.year} г."):
        text = read_date(cell).text
        assert text is not None
        assert parse_date(text) == meant


@given(
    st.text(max_size=30)
    | st.floats()
    | st.integers()
    | st.datetimes()
    | st.times()
    | st.timedeltas()
    | st.none()
)
def test_whatever_comes_out_can_be_parsed(cell: Cell) -> None:
    """A date that is found is one that the rules take."""
    text = read_date(cell).text
    if text is not None:
        parse_date(text)
