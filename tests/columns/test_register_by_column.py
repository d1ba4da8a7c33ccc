"""A long register is decided column by column, with the very result of the explaining checker."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from registers import AS_OF, RECORDS, people_of

from socwork_standard.data.load import load_standard
from socwork_standard.register import check
from socwork_standard.register.check import Chosen, check_register
from socwork_standard.register.result import RegisterResult

POLICIES: list[Mapping[str, Any] | None] = [
    None,
    {"preset": "practice"},
    {"preset": "literal", "readings": {"higher-diploma": "accept"}},
    {"readings": {"higher-diploma": "reject"}},
]
QUESTIONS: list[Chosen] = ["held", "all", (13, "highest"), (9, "none"), (18, "none")]
STANDARD = load_standard()


def both(people: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch, **asked: Any) -> list[RegisterResult]:  # noqa: ANN401
    """Return the result of each way."""
    results = []
    for long in (len(people) + 1, 0):
        monkeypatch.setattr(check, "LONG", long)
        results.append(check_register(people, standard=STANDARD, **asked))
    return results


@pytest.mark.parametrize("cards", QUESTIONS, ids=str)
@pytest.mark.parametrize("policy", POLICIES, ids=["none", "practice", "literal-accept", "reject"])
@pytest.mark.parametrize("seed", [1, 2])
def test_both_ways_give_the_same_result(
    cards: Chosen, policy: Mapping[str, Any] | None, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Verdicts, presets, first days, what is missing and contested, notes and problems agree to the byte."""
    people = [{"id": str(number), **one} for number, one in enumerate(people_of(seed, 60))]
    language = ("kk", "ru")[seed - 1]
    one, other = both(people, monkeypatch, cards=cards, policy=policy, as_of=AS_OF, language=language)
    assert one == other
    assert repr((one.verdicts, one.upcoming, one.problems)) == repr(
        (other.verdicts, other.upcoming, other.problems)
    )
    assert one.verdicts


@settings(max_examples=40, deadline=None)
@given(
    people=st.lists(RECORDS, min_size=1, max_size=6),
    cards=st.sampled_from(QUESTIONS),
    policy=st.sampled_from(POLICIES),
    day=st.dates(AS_OF.replace(year=2022), AS_OF.replace(year=2031)),
)
def test_both_ways_agree_on_any_day(
    people: list[dict[str, Any]],
    cards: Chosen,
    policy: Mapping[str, Any] | None,
    day: Any,  # noqa: ANN401
) -> None:
    """Also before the order's first day, and for records that cannot be read."""
    with pytest.MonkeyPatch.context() as patch:
        one, other = both(people, patch, cards=cards, policy=policy, as_of=day)
    assert one == other


def test_pieces_join_without_a_seam(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many people make a piece, each has the same answers, also where the work is stopped."""
    from socwork_standard.register import by_column

    people = [{"id": str(number), **one} for number, one in enumerate(people_of(3, 25))]
    whole, _ = both(people, monkeypatch, cards="all", as_of=AS_OF)
    monkeypatch.setattr(by_column, "PIECE", 4)
    assert check_register(people, cards="all", as_of=AS_OF, standard=STANDARD) == whole
    part = check_register(
        people, cards="all", as_of=AS_OF, standard=STANDARD, progress=lambda done, _: done < 9
    )
    assert part.undecided == tuple(str(number) for number in range(9, 25))
    assert part.verdicts == whole.verdicts[: len(part.verdicts)]


def test_without_numpy_the_checker_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where numpy is not installed, a long list is decided person by person."""
    people = people_of(4, 5)
    whole, _ = both(people, monkeypatch, as_of=AS_OF)
    monkeypatch.setattr(check, "find_spec", lambda _name: None)
    monkeypatch.setitem(__import__("sys").modules, "socwork_standard.register.by_column", None)
    assert check_register(people, as_of=AS_OF, standard=STANDARD) == whole
