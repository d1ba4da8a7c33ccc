"""Checking a register: the same answers as for one person, the post held, who comes next, nobody lost."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from socwork_standard.eligibility.check import Checker
from socwork_standard.errors import InputError, LookupFailure
from socwork_standard.model.decision import Status
from socwork_standard.register.check import check_register
from socwork_standard.register.summary import by_card, by_status, lacking, summary, upcoming_counts

DAY = "2025-06-01"


def diploma(level: str = "tve_specialist", **more: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return a diploma of social work."""
    return {
        "level": level,
        "speciality": "social-work",
        "qualification": "social-worker",
        "completed": "2015-06-30",
        **more,
    }


def work(position: str = "social-worker", **more: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return an employment that lasts."""
    return {"position": position, "social_protection": True, "start": "2016-09-01", "end": "ongoing", **more}


def person(name: str, *spells: dict[str, Any], **more: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return a record with one diploma."""
    return {"id": name, "education": [diploma()], "experience": list(spells), "training": [], **more}


PEOPLE = [
    person("1", work(category="first", start="2022-07-01")),
    person("2", work(category="second", start="2023-12-01")),
    person("3", work("social-worker-assistant", category="second")),
    person("4", work("nurse")),
    person("5", work(end=None)),
    person("6", work(end="2020-01-01")),
    person("7", post="case-manager"),
    person("8", work("elderly-care-specialist")),
    person("9", work("needs-assessment-worker")),
    person("10", work(start="2024-13-45")),
    {"id": "11", "education": [], "experience": None},
]


@pytest.mark.parametrize("cards", ["held", "all", (13, "highest")])
def test_every_verdict_is_that_of_the_checker(cards: Any) -> None:  # noqa: ANN401
    """Status, presets, day, what is missing and what is contested agree with checking one person."""
    checker = Checker()
    records = {one["id"]: one for one in PEOPLE}
    result = check_register(PEOPLE, cards=cards, as_of=DAY)
    assert result.verdicts
    for one in result.verdicts:
        known = checker.check(records[one.record], one.card, one.category, as_of=DAY).as_dict()
        first = one.eligible_from.isoformat() if one.eligible_from else None
        assert (one.status, dict(one.by_preset), one.in_force) == (known["status"], known["by_preset"], True)
        assert (first, one.eligible_from_in_force) == (
            known["eligible_from"],
            known["eligible_from_in_force"],
        )
        assert list(one.missing) == known["missing"]
        assert list(one.contested) == known["contested"]


@pytest.mark.parametrize("cards", ["held", "all", (13, "none")])
def test_nobody_is_lost(cards: Any) -> None:  # noqa: ANN401
    """Everybody has a verdict, or a problem that names them and says how to mend it."""
    result = check_register(PEOPLE, cards=cards, as_of=DAY)
    named = {one.record for one in result.verdicts} | {one.record for one in result.problems}
    assert named == {one["id"] for one in PEOPLE}
    assert all(one.message and one.mend for one in result.problems)


def test_a_wrong_record_stops_nobody_else() -> None:
    """An impossible date is a problem of that person; the others are decided."""
    result = check_register(PEOPLE, cards=(13, "none"), as_of=DAY)
    assert [(one.record, one.code) for one in result.problems] == [("10", "R505")]
    assert len(result.verdicts) == len(PEOPLE) - 1


@pytest.mark.parametrize(
    ("name", "held"),
    [
        ("1", (13, "first")),
        ("2", (13, "second")),
        ("3", (12, "second")),
        ("7", (14, "none")),
        ("8", (15, "none")),
    ],
)
def test_the_held_post_is_found(name: str, held: tuple[int, str]) -> None:
    """It is the post and category of the employment that lasts, or the post that the record states."""
    result = check_register(PEOPLE, as_of=DAY)
    assert [(one.card, one.category) for one in result.verdicts if one.record == name] == [held]


@pytest.mark.parametrize(
    ("name", "code"), [("4", "R502"), ("5", "R504"), ("6", "R501"), ("9", "R503"), ("11", "R501")]
)
def test_why_no_held_post_was_found_is_told(name: str, code: str) -> None:
    """A post of no card, of several, an end that is blank and no employment at all are different problems."""
    result = check_register(PEOPLE, as_of=DAY)
    assert [one.code for one in result.problems if one.record == name] == [code]


def test_an_unknown_category_is_said() -> None:
    """Where the category of the employment is not known, none is asked and a note says so."""
    (verdict,) = check_register([person("1", work())], as_of=DAY).verdicts
    assert verdict.category == "none"
    assert any("category of the current work is not known" in note for note in verdict.notes)


def test_both_of_two_posts_are_checked() -> None:
    """A person with two posts gets a verdict for each; a stated post that differs is checked as well."""
    two = person("1", work(category="first"), work("head-of-unit"), post="case-manager")
    found = {one.card: one.notes for one in check_register([two], as_of=DAY).verdicts}
    assert set(found) == {13, 14, 16}
    assert any("differs" in note for note in found[14])


@pytest.mark.parametrize(("day", "held"), [("2020-01-01", True), ("2020-01-02", False)])
def test_the_last_day_worked_still_counts(day: str, held: bool) -> None:  # noqa: FBT001
    """An employment that has ended since was current up to and including its last day."""
    result = check_register([person("1", work(end="2020-01-01"))], as_of=day)
    assert bool(result.verdicts) is held


def test_who_becomes_eligible_is_listed_by_the_day() -> None:
    """Three years as first category, begun on 2022-07-01, open the highest category on 2025-07-01."""
    result = check_register(PEOPLE[:1], as_of=DAY, policy={"preset": "practice"})
    coming = {(one.card, one.category): (one.day, one.within) for one in result.upcoming}
    assert coming[13, "highest"] == (date(2025, 7, 1), 12)
    checker = Checker()
    for one in result.upcoming:
        policy = {"preset": "practice"}
        answer = checker.check(PEOPLE[0], one.card, one.category, as_of=one.day, policy=policy)
        assert answer.status == "eligible"
    assert upcoming_counts(result)[12] == 1


def test_work_that_is_stopped_keeps_what_was_done() -> None:
    """Those not looked at are named, and the verdicts so far are the same as without a stop."""
    whole = check_register(PEOPLE, as_of=DAY)
    part = check_register(PEOPLE, as_of=DAY, progress=lambda done, _total: done < 3)
    assert not part.complete
    assert part.undecided == tuple(one["id"] for one in PEOPLE[3:])
    assert part.verdicts == whole.verdicts[: len(part.verdicts)]
    assert whole.complete


def test_the_summary_counts_every_verdict_once() -> None:
    """The statuses by card add up to those of the whole."""
    result = check_register(PEOPLE, as_of=DAY, cards="all")
    total = by_status(result.verdicts)
    statuses: tuple[Status, ...] = ("eligible", "not_eligible", "needs_evidence", "needs_ruling")
    assert {one: sum(counts[one] for _, counts in by_card(result)) for one in statuses} == dict(total)
    assert summary(result)["persons"] == len(PEOPLE)


def test_what_is_missing_stands_once_for_each_paper() -> None:
    """A paper that several cards wait for is listed once, with all of them; for every card only unknown facts."""
    result = check_register(PEOPLE, as_of=DAY, cards="all")
    lacks = lacking(result)
    assert len({(one.record, one.kind, one.document) for one in lacks}) == len(lacks)
    assert {one.kind for one in lacks} == {"fact"}
    assert any(len(one.waits) > 1 for one in lacks)


@pytest.mark.parametrize("cards", ["some", (13, "third"), (9, "first")])
def test_a_wrong_question_is_refused(cards: Any) -> None:  # noqa: ANN401
    """A word, category or card that cannot be asked for is bad input."""
    with pytest.raises(InputError):
        check_register(PEOPLE, cards=cards, as_of=DAY)


def test_an_unknown_card_is_refused() -> None:
    """There is no card 99."""
    with pytest.raises(LookupFailure):
        check_register(PEOPLE, cards=(99, "none"), as_of=DAY)


@pytest.mark.parametrize("start", [None, "2020"])
def test_work_that_lasts_is_held_though_its_start_is_not_certain(start: str | None) -> None:
    """A blank or wide start takes no verdict away; a note says what was taken for granted."""
    (verdict,) = check_register([person("1", work(start=start))], as_of="2020-06-01").verdicts
    assert verdict.card == 13
    assert any("not certain that the work had begun" in note for note in verdict.notes)


def test_work_that_begins_later_is_not_held() -> None:
    """What certainly begins after the day is no current work."""
    assert not check_register([person("1", work(start="2021"))], as_of="2020-06-01").verdicts
