"""Service: the union of spells, the sum with carry, and answers that hold whatever is not known."""

from collections.abc import Iterable
from datetime import date
from itertools import compress, pairwise, product

import oracle
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from socwork_standard.eligibility.calendar import FOREVER, add_years, parse_date
from socwork_standard.eligibility.service import (
    CERTAINLY,
    JOIN_LOSS,
    NEVER_BEFORE,
    NO,
    POSSIBLY,
    Service,
    Spell,
    Stretch,
    count_service,
    cut,
    cut_after,
    merge,
    reached,
    spell,
    total,
)

START = date(2019, 1, 1).toordinal()
SOME_DAY = st.integers(START, START + 1500)
YEARS = st.integers(0, 3)
STRETCHES = st.lists(
    st.tuples(SOME_DAY, st.integers(0, 400)).map(lambda pair: (pair[0], pair[0] + pair[1])), max_size=6
)
WIDTHS = st.sampled_from([0, 0, 0, 1, 2, 30, 90])


def day(text: str) -> int:
    """Return the number of a day written as 2020-02-29."""
    return date.fromisoformat(text).toordinal()


def worked(first: str, last: str | None = None, match: int = CERTAINLY) -> Spell:
    """Return a spell from its first to its last day, each a day, a month or a year; no last day means ongoing."""
    return spell(parse_date(first), parse_date(last) if last else None, ongoing=last is None, match=match)


def exact(stretches: Iterable[Stretch]) -> list[Spell]:
    """Return certain spells with certain dates."""
    return [Spell((start, start), (end, end), CERTAINLY) for start, end in stretches]


def units(stretches: Iterable[Stretch]) -> int:
    """Return a length with 30 days to a month and 12 months to a year."""
    years, months, days = total(merge(stretches))
    return 360 * years + 30 * months + days


@st.composite
def uncertain_spells(draw: st.DrawFn) -> list[Spell]:
    """Draw spells that nearly touch, so that unknown dates fill gaps and leave them."""
    spells: list[Spell] = []
    at = draw(SOME_DAY)
    for _ in range(draw(st.integers(1, 5))):
        start = at + draw(st.sampled_from([-40, -1, 0, 0, 1, 2, 40]))
        at = start + draw(st.sampled_from([1, 29, 30, 31, 59, 150, 330, 365]))
        early = max(at - draw(WIDTHS), start)
        late = FOREVER if draw(st.integers(0, 9)) == 0 else at + draw(WIDTHS)
        match = draw(st.sampled_from([CERTAINLY, CERTAINLY, POSSIBLY, NO]))
        spells.append(Spell((start - draw(WIDTHS), start + draw(WIDTHS)), (early, late), match))
    return spells


@st.composite
def near_a_year(draw: st.DrawFn) -> list[Stretch]:
    """Draw stretches with gaps of a day or two that together make about a year, where single days of carry decide."""
    edges = [draw(st.integers(START, START + 1461))]
    for _ in range(draw(st.integers(1, 3))):
        edges.append(edges[-1] + draw(st.sampled_from([1, 28, 29, 30, 31, 59, 90]) | st.integers(1, 110)))
        edges.append(edges[-1] + draw(st.integers(1, 2)))
    spare = draw(st.integers(-6, 8))
    edges.append(max(edges[-1] + 1, edges[0] + 360 + spare))
    return list(zip(edges[::2], edges[1::2], strict=True))


def complete(data: st.DataObject, spells: list[Spell], after: tuple[int, int]) -> tuple[Stretch, ...]:
    """Draw one way in which everything that is not known may turn out."""
    since = data.draw(st.integers(*after))
    found = []
    for one in spells:
        if one.match == NO or (one.match == POSSIBLY and data.draw(st.booleans())):
            continue
        start = data.draw(st.integers(one.start[0], min(one.start[1], one.end[1] - 1)))
        lowest = max(one.end[0], start + 1)
        end = data.draw(st.sampled_from([lowest, one.end[1]]) | st.integers(lowest, one.end[1]))
        found.append((max(start, since), end))
    return merge(found)


def assert_agree(spells: list[Spell], years: int, after: tuple[int, int] | None = None) -> Service:
    """Assert that the first days agree with asking on these days and the days before; return an answer."""
    answer = count_service(spells, years, START, after)
    for name, first in (("certain", answer.certain_from), ("possible", answer.possible_from)):
        if first is None:
            assert not getattr(count_service(spells, years, FOREVER, after), name)
        else:
            assert getattr(count_service(spells, years, first, after), name)
            assert not getattr(count_service(spells, years, first - 1, after), name)
    return answer


# ---- stretches and sums ------------------------------------------------------------------------


@given(STRETCHES)
def test_union_is_the_set_of_days(stretches: list[Stretch]) -> None:
    """Merged stretches are the unbroken runs of the single days worked."""
    assert list(merge(stretches)) == oracle.runs_of(oracle.days_of(stretches))


@given(STRETCHES, YEARS)
@example([(day("2019-01-01"), day("2019-12-31"))], 1)
@example([(day("2019-01-01"), day("2019-12-31")), (day("2020-02-01"), day("2020-02-02"))], 1)
def test_sum_is_that_of_the_oracle(stretches: list[Stretch], years: int) -> None:
    """The sum and its verdict are those of counting single days and carrying by hand."""
    days = oracle.days_of(stretches)
    assert total(merge(stretches)) == oracle.total(days)
    assert reached(merge(stretches), years) == oracle.reached(days, years)


@given(SOME_DAY, st.integers(1, 1500), st.integers(1, 4))
def test_one_stretch_reaches_on_its_anniversary(start: int, days: int, years: int) -> None:
    """One unbroken stretch reaches N years exactly on the anniversary of its first day."""
    assert reached([(start, start + days)], years) == (start + days >= add_years(start, years))


@given(STRETCHES, st.data())
def test_splitting_changes_nothing(stretches: list[Stretch], data: st.DataObject) -> None:
    """A spell split into two that touch is the same service."""
    assume(stretches)
    start, end = stretches[0]
    middle = data.draw(st.integers(start, end))
    assert merge([(start, middle), (middle, end), *stretches[1:]]) == merge(stretches)


@given(STRETCHES.flatmap(lambda all_: st.tuples(st.just(all_), st.permutations(all_))))
def test_order_changes_nothing(pair: tuple[list[Stretch], list[Stretch]]) -> None:
    """The order of the spells does not matter."""
    assert merge(pair[0]) == merge(pair[1])


@given(STRETCHES, SOME_DAY, st.integers(1, 400))
@example(
    [(day("2019-01-02"), day("2019-01-31")), (day("2019-02-01"), day("2019-03-01"))], day("2019-01-31"), 1
)
def test_more_service_loses_little(stretches: list[Stretch], start: int, days: int) -> None:
    """More service never makes less, but for at most two days of carry at each gap that it fills."""
    before = merge(stretches)
    after = merge([*before, (start, start + days)])
    homes = [
        next(place for place, whole in enumerate(after) if whole[0] <= one[0] < whole[1]) for one in before
    ]
    filled = sum(one == other for one, other in pairwise(homes))
    assert units(after) >= units(before) - JOIN_LOSS * filled
    if not filled:
        assert all(reached(after, years) for years in range(4) if reached(before, years))


def test_join_can_lose_two_days() -> None:
    """The bound is reached: filling the gap of 31 January 2019 turns 58 days into 56."""
    parts = [(day("2019-01-02"), day("2019-01-31")), (day("2019-02-01"), day("2019-03-01"))]
    assert units([*parts, (day("2019-01-31"), day("2019-02-01"))]) == units(parts) - JOIN_LOSS


def test_no_join_loses_more() -> None:
    """No gap of a day, at any place of stretches up to 100 days in four years, loses more than the bound."""
    worst = max(
        units([(start, gap), (gap + 1, end)]) - units([(start, end)])
        for start in range(START, START + 1461, 7)
        for gap in range(start + 1, start + 70, 3)
        for end in (gap + 2, gap + 29, gap + 30, gap + 31, gap + 32)
    )
    assert worst <= JOIN_LOSS


# ---- examples of the convention ----------------------------------------------------------------


def test_three_years_to_the_last_day() -> None:
    """From 2020-03-01 to 2023-02-28, both worked, is three years, and a day less is not."""
    whole = count_service([worked("2020-03-01", "2023-02-28")], 3, day("2025-01-01"))
    short = count_service([worked("2020-03-01", "2023-02-27")], 3, day("2025-01-01"))
    assert whole.certain
    assert whole.have_certain == (3, 0, 0)
    assert not short.possible
    assert short.have_possible == (2, 11, 27)


def test_ongoing_work_reaches_on_the_anniversary() -> None:
    """Work begun on 2022-07-01 makes three years on 2025-07-01, with one month missing on 2025-06-01."""
    answer = assert_agree([worked("2022-07-01")], 3)
    assert answer.certain_from == answer.possible_from == day("2025-07-01")
    assert count_service([worked("2022-07-01")], 3, day("2025-06-01")).remaining == (0, 1, 0)


def test_leap_day_counts_on_the_first_of_march() -> None:
    """Work begun on 29 February makes a year on 1 March."""
    assert count_service([worked("2020-02-29")], 1, START).certain_from == day("2021-03-01")


def test_one_stretch_never_carries() -> None:
    """Eleven months and 30 days in one stretch are no year, but one day elsewhere makes them one."""
    alone = [worked("2019-01-01", "2019-12-30")]
    assert count_service(alone, 1, day("2021-01-01")).have_certain == (0, 11, 30)
    assert not count_service(alone, 1, day("2021-01-01")).possible
    assert count_service([*alone, worked("2020-05-05", "2020-05-05")], 1, day("2021-01-01")).certain


def test_future_work_counts_as_it_comes() -> None:
    """A spell that lies ahead counts day by day until it ends."""
    answer = assert_agree([worked("2019-01-01", "2019-06-30"), worked("2030-01-01", "2030-12-31")], 1)
    assert answer.certain_from == day("2030-07-01")


def test_other_work_does_not_count() -> None:
    """A spell of another kind is no service, for certain."""
    answer = count_service([worked("2010-01-01", match=NO)], 1, day("2025-01-01"))
    assert (answer.certain, answer.possible, answer.certain_from, answer.possible_from) == (
        False,
        False,
        None,
        None,
    )
    assert answer.have_possible == (0, 0, 0)
    assert answer.remaining == (1, 0, 0)


def test_ended_work_never_grows() -> None:
    """Work that ended too early never reaches the years, and what is missing is still told."""
    answer = assert_agree([worked("2019-01-01", "2019-10-31")], 1)
    assert answer.certain_from is None
    assert count_service([worked("2019-01-01", "2019-10-31")], 1, day("2025-01-01")).remaining == (0, 2, 0)


# ---- dates and kinds that are not known --------------------------------------------------------


def test_a_year_is_an_interval() -> None:
    """Work begun in 2022 makes three years for certain on 2025-12-31, and possibly on 2025-01-01."""
    answer = assert_agree([worked("2022")], 3)
    assert answer.certain_from == day("2025-12-31")
    assert answer.possible_from == day("2025-01-01")


def test_unknown_end() -> None:
    """Work with no known end is one day for certain and possibly lasts."""
    answer = assert_agree([spell(parse_date("2020-01-01"), None)], 1)
    assert (answer.certain_from, answer.possible_from) == (None, day("2021-01-01"))


def test_unknown_start() -> None:
    """Work with no known start may have begun as early as dates are taken."""
    one = spell(None, parse_date("2020-01-01"))
    assert one.start == (NEVER_BEFORE, day("2020-01-01"))
    answer = count_service([one], 3, day("2025-01-01"))
    assert (answer.certain, answer.possible, answer.have_certain) == (False, True, (0, 0, 1))


def test_nothing_known_but_that_there_was_work() -> None:
    """Work without any date may or may not lie before the day asked on."""
    for one in (spell(None, None), spell(None, None, ongoing=True)):
        answer = count_service([one], 0, day("2025-01-01"))
        assert (answer.certain, answer.possible) == (False, True)


def test_any_practice_at_all() -> None:
    """With no years asked for a day is enough, even where it is not known which day of the month it was."""
    answer = assert_agree([worked("2020-05", "2020-05")], 0)
    assert (answer.certain_from, answer.possible_from) == (day("2020-06-01"), day("2020-05-02"))
    assert not count_service([], 0, FOREVER).possible


def test_any_practice_ends_the_doubt_about_its_start() -> None:
    """Work begun some time in a year and ended by its March is a day of practice for certain in April."""
    assert assert_agree([worked("2020", "2020-03")], 0).certain_from == day("2020-04-01")


def test_practice_that_may_have_ended_too_soon() -> None:
    """Work that may have ended before a diploma is no practice after it for certain."""
    answer = assert_agree([worked("2010", "2015")], 0, parse_date("2015-06-30"))
    assert (answer.certain_from, answer.possible_from) == (None, day("2015-07-01"))


def test_spell_that_only_possibly_counts() -> None:
    """Doubtful service before the present post brings the possible day forward and leaves the certain one."""
    spells = [worked("2021-01-01", "2022-06-30", POSSIBLY), worked("2022-07-01")]
    answer = assert_agree(spells, 3)
    assert (answer.possible_from, answer.certain_from) == (day("2024-01-01"), day("2025-07-01"))


def test_filled_gap_that_loses_carry() -> None:
    """Where filling a gap would lose the carry, the years are certain only when they are reached both ways."""
    parts = [worked("2018-01-02", "2019-01-30"), worked("2019-02-01")]
    gap = worked("2019-01-31", "2019-01-31", POSSIBLY)
    apart, joined = (
        count_service(spells, 3, START) for spells in (parts, [*parts, worked("2019-01-31", "2019-01-31")])
    )
    answer = assert_agree([*parts, gap], 3)
    assert apart.certain_from is not None
    assert joined.certain_from is not None
    assert answer.certain_from == max(apart.certain_from, joined.certain_from)
    assert answer.possible_from == min(apart.certain_from, joined.certain_from)


def test_gap_of_unknown_dates_that_keeps_carry() -> None:
    """Where only a gap makes the year, it stays possible although all that is possible makes less."""
    known = [
        worked("2017-01-01", "2017-11-02"),
        worked("2019-01-02", "2019-01-30"),
        worked("2019-02-01", "2019-02-28"),
    ]
    doubt = Spell((day("2019-01-05"), day("2019-01-31")), (day("2019-01-31"), day("2019-02-01")), POSSIBLY)
    assert_agree([*known, doubt], 1)
    assert count_service(known, 1, day("2020-01-01")).certain
    asked = count_service([*known, doubt], 1, day("2020-01-01"))
    assert (asked.certain, asked.possible) == (False, True)
    assert asked.have_certain > asked.have_possible == (0, 11, 29)


def test_too_many_gaps_stay_safe() -> None:
    """With more gaps than can be tried, what is certain still holds with all of them filled and with none."""
    spells = [
        worked(f"{year}-{month:02}-02", f"{year}-{month:02}-27")
        for year in (2015, 2016)
        for month in range(1, 13)
    ]
    gaps = worked("2014-12", "2017-01", POSSIBLY)
    answer = assert_agree([*spells, gaps], 1)
    bare, full = (
        count_service(some, 1, START).certain_from
        for some in (spells, [*spells, worked("2015-01-01", "2017-01-01")])
    )
    assert bare is not None
    assert full is not None
    assert answer.possible_from is not None
    assert answer.certain_from is not None
    assert answer.possible_from <= min(bare, full)
    assert max(bare, full) <= answer.certain_from <= max(bare, full) + 60


def test_after_a_day() -> None:
    """Only service on or after the day of a diploma counts, from the latest it may be for certain."""
    spells = [worked("2010-01-01")]
    answer = assert_agree(spells, 5, parse_date("2015"))
    assert (answer.possible_from, answer.certain_from) == (day("2020-01-01"), day("2020-12-31"))
    assert cut_after(spells, None) == tuple(spells)
    assert not cut_after([worked("2010", "2013")], parse_date("2015"))


def test_after_a_day_to_come() -> None:
    """What is missing counts from a day of the future where only service after it counts."""
    answer = count_service([worked("2010-01-01")], 5, day("2025-01-01"), parse_date("2026-01-01"))
    assert answer.remaining == (6, 0, 0)
    never = count_service([worked("2010-01-01")], 5, day("2025-01-01"), (START, FOREVER))
    assert never.remaining is None


@pytest.mark.parametrize(
    ("start", "last", "ongoing"),
    [("2020-01-02", "2020-01-01", False), ("2021", "2020", False), ("2020", "2021", True)],
)
def test_bad_spell(start: str, last: str, ongoing: bool) -> None:  # noqa: FBT001 - a case of the test
    """A spell that ends before it starts, or has an end and is ongoing, is an error."""
    with pytest.raises(ValueError, match=r"put the right start|give the last day"):
        spell(parse_date(start), parse_date(last), ongoing=ongoing)


@given(STRETCHES, YEARS)
def test_known_service_is_definite(stretches: list[Stretch], years: int) -> None:
    """Where everything is known, certain and possible are the same and agree with the oracle day by day."""
    answer = assert_agree(exact(stretches), years)
    assert answer.certain_from == answer.possible_from
    days = oracle.days_of(stretches)
    if answer.certain_from is None:
        assert not oracle.reached(days, years)
    else:
        assert oracle.reached({one for one in days if one < answer.certain_from}, years)
        assert not oracle.reached({one for one in days if one < answer.certain_from - 1}, years)


@given(near_a_year())
@example([(day("2019-01-02"), day("2019-01-31")), (day("2019-02-01"), day("2020-02-01"))])
@example([(day("2018-01-01"), day("2018-12-02")), (day("2019-02-01"), day("2019-03-01"))])
def test_carry_decides_day_by_day(stretches: list[Stretch]) -> None:
    """Near the threshold too, known service reaches the year on the oracle's day."""
    answer = assert_agree(exact(stretches), 1)
    days = oracle.days_of(stretches)
    reaching = [
        one + 1 for one in sorted(days)[-40:] if oracle.reached({old for old in days if old <= one}, 1)
    ]
    assert answer.certain_from == (min(reaching) if reaching else None)


@given(near_a_year())
@example([(day("2021-01-18"), day("2021-08-17")), (day("2021-08-18"), day("2022-02-22"))])
def test_every_way_to_fill_the_gaps(stretches: list[Stretch]) -> None:
    """The certain day is the latest over all ways to fill the gaps, and no way is earlier than the possible one."""
    gaps = [(before[1], after[0]) for before, after in pairwise(stretches)]
    doubts = [Spell((start, start), (end, end), POSSIBLY) for start, end in gaps]
    never = FOREVER + 1
    firsts = [
        count_service(exact([*stretches, *compress(gaps, chosen)]), 1, START).certain_from or never
        for chosen in product([False, True], repeat=len(gaps))
    ]
    blurred = Spell((never - 20, never - 10), (never - 5, never - 1), POSSIBLY)  # now not every date is exact
    tried = assert_agree([*exact(stretches), *doubts], 1)
    reckoned = assert_agree([*exact(stretches), *doubts, blurred], 1)
    assert (tried.certain_from or never, tried.possible_from or never) == (max(firsts), min(firsts))
    assert (reckoned.certain_from or never) == max(firsts)
    assert (reckoned.possible_from or never) <= min(firsts)


@given(uncertain_spells(), YEARS, st.none() | st.tuples(SOME_DAY, WIDTHS))
def test_first_days_agree_with_asking(spells: list[Spell], years: int, after: tuple[int, int] | None) -> None:
    """The first days agree with asking on them and on the day before, and the possible one is not later."""
    since = None if after is None else (after[0], after[0] + after[1])
    answer = assert_agree(spells, years, since)
    if answer.certain_from is not None:
        assert answer.possible_from is not None
        assert answer.possible_from <= answer.certain_from


@given(st.data(), uncertain_spells(), YEARS, SOME_DAY, WIDTHS)
def test_no_completion_contradicts(
    data: st.DataObject, spells: list[Spell], years: int, since: int, width: int
) -> None:
    """A definite answer holds however what is not known turns out."""
    after = (since, since + width) if data.draw(st.booleans()) else (NEVER_BEFORE, NEVER_BEFORE)
    real = complete(data, spells, after)
    answer = count_service(spells, years, START, after)
    if answer.certain_from is not None:
        assert reached(cut(real, answer.certain_from), years)
    if answer.possible_from is None:
        assert not reached(real, years)
    else:
        assert not reached(cut(real, answer.possible_from - 1), years)


@given(uncertain_spells(), st.integers(START, START + 2500))
def test_lengths_are_the_least_and_the_most(spells: list[Spell], as_of: int) -> None:
    """The certain length is that of the days in every completion, the possible one of the days in any."""
    answer = count_service(spells, 1, as_of)
    sure = [(one.start[1], one.end[0]) for one in spells if one.match == CERTAINLY]
    may = [(one.start[0], min(one.end[1], as_of)) for one in spells if one.match != NO]
    assert answer.have_certain == oracle.total({one for one in oracle.days_of(sure) if one < as_of})
    assert answer.have_possible == oracle.total({one for one in oracle.days_of(may) if one < as_of})


@given(uncertain_spells(), YEARS, st.integers(START, START + 1500))
def test_remaining_makes_it_certain(spells: list[Spell], years: int, as_of: int) -> None:
    """Unbroken service from the day asked on makes the years certain after what remains, and not a day sooner."""
    answer = count_service(spells, years, as_of)
    remaining = answer.remaining
    assert remaining is not None
    assert (remaining == (0, 0, 0)) == answer.certain
    more = [*spells, Spell((as_of, as_of), (FOREVER, FOREVER), CERTAINLY)]
    if not answer.certain:
        first = count_service(more, years, as_of).certain_from
        assert first is not None
        assert remaining == total([(as_of, first)])


@given(
    st.permutations([worked("2019", "2020-05"), worked("2020-04"), worked("2018-02-03", "2019", POSSIBLY)]),
    YEARS,
)
def test_answer_does_not_depend_on_order(spells: list[Spell], years: int) -> None:
    """The answer is the same in whatever order the spells are given."""
    answer = count_service(spells, years, day("2021-01-01"))
    other = count_service(sorted(spells, key=lambda one: one.start), years, day("2021-01-01"))
    assert (answer.certain_from, answer.possible_from) == (other.certain_from, other.possible_from)
    assert (answer.have_certain, answer.have_possible) == (other.have_certain, other.have_possible)


def test_ten_thousand_spells() -> None:
    """Ten thousand spells that overlap are one stretch like any other."""
    spells = exact((START + shift, START + shift + 30) for shift in range(10_000))
    assert count_service(spells, 20, START).certain_from == add_years(START, 20)
