"""The calendar: anniversaries, lengths, and dates that may be a day, a month or a year."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from oracle import measure, month_later

from socwork_standard.eligibility.calendar import (
    FOREVER,
    add_months,
    add_years,
    length,
    parse_date,
    whole_months,
)

FIRST, LAST = date(1900, 1, 1).toordinal(), date(2100, 12, 31).toordinal()
DAYS = st.integers(FIRST, LAST)


def day(text: str) -> int:
    """Return the number of a day written as 2020-02-29."""
    return date.fromisoformat(text).toordinal()


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        ("2019-01-31", 1, "2019-03-01"),
        ("2020-01-31", 1, "2020-03-01"),
        ("2020-01-29", 1, "2020-02-29"),
        ("2019-12-31", 1, "2020-01-31"),
        ("2019-08-31", 1, "2019-10-01"),
        ("2020-03-31", -1, "2020-03-01"),
        ("2020-01-15", -1, "2019-12-15"),
    ],
)
def test_month_later(start: str, months: int, expected: str) -> None:
    """A date that does not exist counts on the first of the next month."""
    assert add_months(day(start), months) == day(expected)


def test_leap_day_anniversary() -> None:
    """29 February has its anniversary on 1 March in a common year and on 29 February in a leap year."""
    assert add_years(day("2020-02-29"), 1) == day("2021-03-01")
    assert add_years(day("2020-02-29"), 4) == day("2024-02-29")


def test_beyond_the_calendar() -> None:
    """An anniversary after the year 9999 lies after everything, and one before the year 1 is an error."""
    assert add_years(day("2020-01-01"), 8000) > FOREVER
    with pytest.raises(ValueError, match="year"):
        add_months(1, -1)


@given(DAYS, st.integers(0, 240))
def test_months_agree_with_stepping(start: int, months: int) -> None:
    """Adding months at once gives the same day as stepping through the calendar."""
    assert add_months(start, months) == month_later(date.fromordinal(start), months).toordinal()


@given(DAYS, st.integers(0, 1500))
def test_length_agrees_with_stepping(start: int, days: int) -> None:
    """The length of a stretch is what counting month by month and day by day gives."""
    months, rest = measure(start, start + days)
    assert whole_months(start, start + days) == (months, rest)
    assert length(start, start + days) == (months // 12, months % 12, rest)


@given(DAYS, st.integers(0, 40_000))
def test_length_fits_add_months(start: int, days: int) -> None:
    """The whole months are the most that fit, and fewer than 31 days are left over."""
    end = start + days
    months, rest = whole_months(start, end)
    assert add_months(start, months) + rest == end
    assert end < add_months(start, months + 1)
    assert 0 <= rest <= 30


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2019-05-31", "2019-05-31", "2019-05-31"),
        ("31.05.2019", "2019-05-31", "2019-05-31"),
        ("1.9.2016", "2016-09-01", "2016-09-01"),
        ("2016-9-1", "2016-09-01", "2016-09-01"),
        (" 2019-05-31 ", "2019-05-31", "2019-05-31"),
        ("2019-05", "2019-05-01", "2019-05-31"),
        ("02.2020", "2020-02-01", "2020-02-29"),
        ("2019", "2019-01-01", "2019-12-31"),
        (2019, "2019-01-01", "2019-12-31"),
        (date(2019, 5, 31), "2019-05-31", "2019-05-31"),
        (datetime(2019, 5, 31, 12, tzinfo=UTC), "2019-05-31", "2019-05-31"),
        ("1900-01-01", "1900-01-01", "1900-01-01"),
        ("2100", "2100-01-01", "2100-12-31"),
    ],
)
def test_parse(text: str | int | date, earliest: str, latest: str) -> None:
    """A day is itself, and a month or a year is all of its days."""
    assert parse_date(text) == (day(earliest), day(latest))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2025-02-30", "does not exist: month 2 of 2025 has days 1 to 28"),
        ("31.02.2020", "does not exist: month 2 of 2020 has days 1 to 29"),
        ("2025-04-00", "has days 1 to 30"),
        ("2025-13", "has month 13"),
        ("2025-13-01", "has month 13"),
        ("13.2025", "has month 13"),
        ("2025-00-01", "has month 0"),
        ("20115-01-01", "has year 20115"),
        ("20115", "has year 20115"),
        (20115, "has year 20115"),
        ("9" * 5000, "has year 9999999999"),
        ("1899-12-31", "has year 1899"),
        ("2101-01-01", "has year 2101"),
        (date(1899, 12, 31), "has year 1899"),
        ("01.02.19", "has year 19"),
        ("", "cannot be read"),
        ("recently", "cannot be read"),
        ("2019-W01-1", "cannot be read"),
        ("2019/05/31", "cannot be read"),
        ("٢٠١٩", "cannot be read"),
        (True, "cannot be read"),
    ],
)
def test_parse_refuses(text: str | int | date, message: str) -> None:
    """A date that does not exist or cannot be read is an error that says what is wrong."""
    with pytest.raises(ValueError, match=message):
        parse_date(text)


@pytest.mark.parametrize("value", [2019.0, None])
def test_parse_refuses_other_types(value: object) -> None:
    """A value that is no text, whole number or date is no date, even where it equals one."""
    parse_date(2019)
    with pytest.raises(ValueError, match="cannot be read"):
        parse_date(value)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_parse_reads_every_form(when: date) -> None:
    """A day is read the same in each of its forms, and lies inside its month and its year."""
    exact = (when.toordinal(), when.toordinal())
    assert parse_date(when.isoformat()) == parse_date(f"{when:%d.%m.%Y}") == parse_date(when) == exact
    month, year = parse_date(f"{when.year}-{when.month:02}"), parse_date(when.year)
    assert year[0] <= month[0] <= exact[0] <= month[1] <= year[1]
    assert month == parse_date(f"{when:%m.%Y}")
