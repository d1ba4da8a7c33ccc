"""The calendar and the service of many people at once, held against the same for one."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from registers import spells_of

from socwork_standard.eligibility import calendar, service
from socwork_standard.eligibility.columns import days
from socwork_standard.eligibility.columns.service import Spells, first_days_of
from socwork_standard.eligibility.service import Spell

MONTH_ENDS = [date(2015, 1, 1).toordinal() + shift for shift in range(1500)]
MONTH_ENDS = [day for day in MONTH_ENDS if date.fromordinal(day).day > 27]
DAYS = st.one_of(
    st.sampled_from(MONTH_ENDS),
    st.integers(calendar.parse_date(1900)[0], calendar.parse_date(2100)[1]),
    st.integers(calendar.FOREVER - 800, calendar.FOREVER),
)
LONG_CHAIN = [Spell((n, n), (n + 20, n + 20), 2) for n in range(730_000, 730_600, 30)]
ALL_OF_IT = Spell((729_000, 729_900), (730_900, 731_000), 1)


def column(values: list[int]) -> days.Ints:
    """Return numbers as a column."""
    return np.array(values, np.int64)


@given(st.lists(st.tuples(DAYS, st.integers(0, 200)), min_size=1))
def test_months_are_added_as_for_one_day(pairs: list[tuple[int, int]]) -> None:
    """Adding months to a column gives for each day what adding them to it alone gives."""
    found = days.add_months(column([day for day, _ in pairs]), column([months for _, months in pairs]))
    assert found.tolist() == [calendar.add_months(day, months) for day, months in pairs]


@given(st.lists(st.tuples(DAYS, st.integers(0, 5000)), min_size=1))
def test_units_are_counted_as_for_one_stretch(pairs: list[tuple[int, int]]) -> None:
    """The units of a column of stretches are those of each stretch."""
    held = [(start, min(start + more, calendar.FOREVER)) for start, more in pairs]
    found = days.units(column([start for start, _ in held]), column([end for _, end in held]))
    assert found.tolist() == [service._units(start, end) for start, end in held]


@given(st.lists(st.tuples(DAYS, st.integers(-50, 3000)), min_size=1))
def test_the_day_that_is_enough_is_found_as_for_one_stretch(pairs: list[tuple[int, int]]) -> None:
    """A column of starts and needs gives for each the first day that is enough."""
    found = days.when(column([day for day, _ in pairs]), column([need for _, need in pairs]))
    assert found.tolist() == [service._when(day, need) for day, need in pairs]


def of_each(people: list[list[Spell]], years: list[int]) -> list[tuple[int, int]]:
    """Return the first days of each person, worked out together."""
    rows = [(n, *one.start, *one.end, one.match) for n, spells in enumerate(people) for one in spells]
    matrix = np.array(rows, np.int64).reshape(len(rows), 6).T
    sure, may = first_days_of(
        Spells(matrix[0], matrix[1], matrix[2], matrix[3], matrix[4], matrix[5].astype(np.int8)),
        column(years),
    )
    return list(zip(sure.tolist(), may.tolist(), strict=True))


def by_one(spells: list[Spell], years: int) -> tuple[int, int]:
    """Return the first days of one person, `NEVER` for none."""
    sure, may = service.first_days(spells, years)
    return days.NEVER if sure is None else sure, days.NEVER if may is None else may


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("years", [0, 1, 2, 3, 5, 7])
def test_service_of_many_is_the_service_of_each(seed: int, years: int) -> None:
    """The first days of many people are those of each person alone, whatever is in doubt."""
    people = spells_of(seed, 1500)
    assert of_each(people, [years] * len(people)) == [by_one(spells, years) for spells in people]


@given(st.integers(100, 10**6), st.lists(st.sampled_from([0, 1, 2, 3, 5, 7]), min_size=1, max_size=30))
def test_each_person_is_asked_for_years_of_its_own(seed: int, years: list[int]) -> None:
    """People asked for different years are answered together as they are one by one."""
    people = spells_of(seed, len(years))
    wanted = [by_one(spells, count) for spells, count in zip(people, years, strict=True)]
    assert of_each(people, years) == wanted


def test_a_person_with_very_many_gaps_is_counted_alone() -> None:
    """More gaps in a row to fill than are tried give what the single count gives, beside other people."""
    other = [Spell((730_000, 730_000), (740_000, 740_000), 2)]
    people = [other, [*LONG_CHAIN, ALL_OF_IT], other]
    assert of_each(people, [1, 1, 1]) == [by_one(spells, 1) for spells in people]


@pytest.mark.parametrize("months", range(26))
def test_the_ends_of_months(months: int) -> None:
    """From the 28th to the 31st of any month, every number of months leads where it does for one day."""
    found = days.add_months(column(MONTH_ENDS), months)
    assert found.tolist() == [calendar.add_months(day, months) for day in MONTH_ENDS]


def test_nobody_at_all() -> None:
    """People without any spell never reach anything, not even a day."""
    assert of_each([[], []], [0, 3]) == [(days.NEVER, days.NEVER)] * 2
