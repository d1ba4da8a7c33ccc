"""Cases that a lawyer wrote: every file under tests/cases, one test for each case."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from socwork_standard.data.load import load_standard
from socwork_standard.eligibility.cases import case_files, read_cases, run_case
from socwork_standard.eligibility.check import Checker
from socwork_standard.model.case import Case

FOLDER = Path(__file__).resolve().parent.parent / "cases"
FEWEST = 150
FIRST_DAY = date(2025, 1, 1)
DATES = frozenset(("completed", "start", "end", "on"))
CASES = [(path, where, case) for path in case_files([FOLDER]) for where, case in read_cases(path)]


@pytest.fixture(scope="module")
def checker() -> Checker:
    """Return one checker for all cases."""
    return Checker()


@pytest.mark.parametrize(
    ("where", "case"),
    [pytest.param(where, case, id=f"{path.stem}: {case.name}") for path, where, case in CASES],
)
def test_a_case_comes_out_as_the_law_says(where: str, case: Case, checker: Checker) -> None:
    """What a lawyer expects of a record comes out of the check."""
    result = run_case(case, checker, where)
    assert result.passed, f"{where} {case.name}\n{case.reason}\n" + "\n".join(result.differences)


def test_there_are_enough_cases() -> None:
    """The rules rest on at least 150 written cases."""
    assert len(CASES) >= FEWEST


def test_no_two_cases_have_one_name() -> None:
    """A case is told from the others of its file by its name."""
    names = [(path.stem, case.name) for path, _, case in CASES]
    assert sorted(set(names)) == sorted(names)


def test_no_two_cases_differ_by_a_figure_only() -> None:
    """Two cases of a file differ in a fact or in the question, not only in a number or a date."""
    seen: dict[tuple[str, str], str] = {}
    same = []
    for path, where, case in CASES:
        first = seen.setdefault((path.stem, _without_figures(case)), where)
        if first != where:
            same.append(f"{first} and {where}")
    assert same == []


def test_every_card_and_category_is_asked(checker: Checker) -> None:
    """Each card is asked for in each category that it knows."""
    cards = checker.standard.cards
    wanted = {(card.point, category) for card in cards for category in card.categories}
    assert wanted - {_question(case, checker) for _, _, case in CASES} == set()


def test_every_answer_of_every_reading_is_chosen_by_a_policy() -> None:
    """Each answer of each reading, but the settled ones that apply anyhow, is chosen by name in some policy."""
    readings = load_standard().readings.values()
    wanted = {(one.id, answer.id) for one in readings for answer in one.answers if answer.id != one.settled}
    chosen = {item for _, _, case in CASES if case.ask.policy for item in case.ask.policy.readings.items()}
    assert wanted - chosen == set()


def test_every_open_reading_is_contested_in_a_case() -> None:
    """Each open reading stands in the way of some case in which no policy chose."""
    open_ones = {one.id for one in load_standard().readings.values() if one.standing == "open"}
    contested = {name for _, _, case in CASES for name in case.expect.contested or ()}
    assert open_ones - contested == set()


def test_the_words_at_stake_are_words_of_the_order(checker: Checker) -> None:
    """Each case names words that stand on the card that it asks about."""
    for _, where, case in CASES:
        point = _question(case, checker)[0]
        assert all(words.split(".")[0] == str(point) for words in case.words), where


def _question(case: Case, checker: Checker) -> tuple[int, str]:
    card = checker.standard.card(case.ask.card, case.ask.as_of)
    return card.point, checker.category(card, case.ask.category)


def _without_figures(case: Case) -> str:
    """The question and the record with every date masked; in force or not is a fact, not a figure."""
    record = case.record.model_dump(mode="json", exclude_unset=True, exclude={"id"})
    ask = case.ask.model_dump(mode="json", exclude={"as_of"}, exclude_none=True)
    force = (case.ask.as_of < FIRST_DAY, case.expect.in_force)
    content = {"ask": ask, "record": _masked(record), "in_force": force}
    return json.dumps(content, ensure_ascii=False, sort_keys=True)


def _masked(value: Any) -> Any:  # noqa: ANN401 - JSON holds anything
    if isinstance(value, dict):
        return {key: _dateless(one) if key in DATES else _masked(one) for key, one in value.items()}
    return [_masked(one) for one in value] if isinstance(value, list) else value


def _dateless(value: str | None) -> str | None:
    return re.sub(r"\d", "0", value) if value else value
