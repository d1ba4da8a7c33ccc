"""Two registers compared: whose verdict changes, by which fact, reading or day."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from socwork_standard.cli import main
from socwork_standard.data.load import load_standard
from socwork_standard.eligibility.check import Checker
from socwork_standard.register.check import Chosen
from socwork_standard.register.compare import Comparison, Side, compare_registers
from socwork_standard.register.differences import differences

DAY = "2025-06-01"
DIPLOMA = {"level": "tve_specialist", "speciality": "Әлеуметтік жұмыс", "completed": "2015-06-30"}
WORK = {
    "position": "social-worker",
    "category": "first",
    "social_protection": True,
    "start": "2022-07-01",
    "end": "ongoing",
}
BASE: dict[str, Any] = {"id": "1", "education": [DIPLOMA], "experience": [WORK], "training": []}
ASKED: Chosen = (13, "highest")
PRACTICE = {"preset": "practice"}


def compared(
    old: dict[str, Any] | list[dict[str, Any]],
    new: dict[str, Any] | list[dict[str, Any]],
    *,
    cards: Chosen = ASKED,
    days: tuple[str, str] = (DAY, DAY),
    policies: tuple[dict[str, Any] | None, dict[str, Any] | None] = (PRACTICE, PRACTICE),
) -> Comparison:
    """Compare two lists."""
    lists = [one if isinstance(one, list) else [one] for one in (old, new)]
    sides = [Side(staff, policy, day) for staff, policy, day in zip(lists, policies, days, strict=True)]
    return compare_registers(sides[0], sides[1], cards=cards)


def test_nothing_changes_between_equal_lists() -> None:
    """The same list on both sides gives no change, and counts what is the same."""
    found = compared(BASE, BASE, cards="all")
    assert (found.changes, found.same_people) == ((), 1)
    assert found.same_verdicts == len(found.old.verdicts)


def test_longer_service_is_named() -> None:
    """An earlier start that fills the three years is the fact that makes the change."""
    longer = {**BASE, "experience": [{**WORK, "start": "2021-07-01"}]}
    (change,) = compared(BASE, longer).changes
    assert (change.old, change.new, change.causes) == ("not_eligible", "eligible", ("record",))
    (fact,) = change.facts
    assert (fact.kind, fact.fact) == ("changed", "experience")
    assert (fact.old["start"], fact.new["start"]) == ("2022-07-01", "2021-07-01")


def test_only_the_facts_that_bear_on_it_are_named() -> None:
    """Of a course and a diploma that were added, the one that makes the change is told."""
    without = {**BASE, "education": [], "experience": [{**WORK, "start": "2021-07-01"}]}
    more = {
        **without,
        "education": [DIPLOMA],
        "training": [{"kind": "other", "completed": "2024"}],
        "unit": "2",
    }
    (change,) = compared(without, more).changes
    assert [(fact.kind, fact.fact) for fact in change.facts] == [("added", "education")]


def test_the_day_is_a_cause() -> None:
    """With the same record, three years are full on the later day."""
    (change,) = compared(BASE, BASE, days=(DAY, "2025-07-01")).changes
    assert (change.causes, change.facts, change.new_from) == (("day",), (), date(2025, 7, 1))


def test_a_reading_is_a_cause() -> None:
    """Of two readings that the policy answers, the one that the verdict hangs on is told."""
    higher = {**DIPLOMA, "level": "higher"}
    person = {**BASE, "education": [higher], "experience": [{**WORK, "start": "2015-07-01"}]}
    policies = ({"readings": {"higher-diploma": "reject"}}, {"readings": {"higher-diploma": "accept"}})
    (change,) = compared(person, person, policies=policies).changes
    assert change.causes == ("policy",)
    assert [(one.reading, one.old, one.new) for one in change.readings] == [
        ("higher-diploma", "reject", "accept")
    ]


def test_what_only_works_together_is_said() -> None:
    """Where neither the record nor the day alone makes the change, both do together."""
    without = {**BASE, "education": []}
    (change,) = compared(without, BASE, days=(DAY, "2025-07-01")).changes
    assert (change.causes, change.together) == (("record", "day"), True)


def test_another_data_set_is_a_cause() -> None:
    """Where only the data or the employer's names differ, they are what the change comes from."""
    standard = load_standard()
    other = {"posts": {"особая должность": "social-worker"}}
    person = {**BASE, "experience": [{**WORK, "position": "особая должность", "start": "2021-07-01"}]}
    sides = [Side([person], PRACTICE, DAY, standard, aliases) for aliases in (None, other)]
    (change,) = compare_registers(sides[0], sides[1], cards=(13, "first")).changes
    assert change.causes == ("data",)


def test_people_on_one_side_only() -> None:
    """Those added and removed are named; those without a number, or with one twice, are not compared."""
    old = [BASE, {**BASE, "id": "2"}, {**BASE, "id": "4"}, {**BASE, "id": "4"}]
    new = [BASE, {**BASE, "id": "3"}, {key: value for key, value in BASE.items() if key != "id"}]
    found = compared(old, new)
    assert (found.added, found.removed, found.not_compared) == (("3",), ("2",), ("4", "#3"))
    assert found.same_people == 1


def test_another_post_is_a_change_of_what_is_asked() -> None:
    """Who holds another post now has a verdict on each side that the other was not asked for."""
    moved = {**BASE, "experience": [{**WORK, "position": "case-manager"}]}
    changes = {
        one.card: (one.old is None, one.new is None) for one in compared(BASE, moved, cards="held").changes
    }
    assert changes == {13: (False, True), 14: (True, False)}


@pytest.mark.parametrize("seed", range(3))
def test_each_cause_makes_the_change_by_itself(seed: int) -> None:
    """What is given as a cause turns the old status into the new one, as the checker answers."""
    days = ("2024-06-01", "2026-07-01")
    start = ("2021-07-01", "2022-07-01", "2023-07-01")[seed]
    old = {**BASE, "education": []}
    new = {**BASE, "experience": [{**WORK, "start": start}]}
    checker = Checker()
    found = compared(old, new, cards="all", days=days)
    assert found.changes
    for one in found.changes:
        for cause in one.causes if not one.together else ():
            record = new if cause == "record" else old
            day = days[cause == "day"]
            assert checker.check(record, one.card, one.category, as_of=day, policy=PRACTICE).status == one.new


def test_differences_rebuild_the_new_record() -> None:
    """Applied one after the other they make the new record of the old one, and taken back the old one."""
    old = {"unit": "1", "education": [DIPLOMA, DIPLOMA], "experience": None, "training": [{"kind": "other"}]}
    new = {"education": [DIPLOMA], "experience": [WORK], "training": [{"kind": "other", "completed": "2020"}]}
    record: dict[str, Any] = old
    for one in differences(old, new):
        record = one.applied(record)
    assert record == new
    for one in differences(old, new):
        record = one.applied(record, back=True)
    assert record == {key: value for key, value in old.items() if value is not None}


# -- the command --------------------------------------------------------------------------------------------------


@pytest.fixture
def lists(tmp_path: Path) -> tuple[str, str]:
    """Write two lists."""
    longer = {**BASE, "experience": [{**WORK, "start": "2021-07-01"}]}
    paths = []
    for name, people in (("old", [BASE, {**BASE, "id": "2"}]), ("new", [longer, {**BASE, "id": "3"}])):
        path = tmp_path / f"{name}.json"
        path.write_text(json.dumps({"staff": people}), encoding="utf-8")
        paths.append(str(path))
    return paths[0], paths[1]


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
@pytest.mark.parametrize("form", ["text", "markdown"])
def test_the_page_names_person_change_and_reason(
    lang: str, form: str, lists: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    """In each language the changed fact stands under the person, with both days."""
    asked = ["--card", "13", "--category", "highest", "--as-of", DAY, "--lang", lang, "--format", form]
    assert main(["compare-registers", *lists, *asked]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "2022-07-01 → 2021-07-01" in said


def test_the_workbook_and_the_json_hold_every_change(
    lists: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Both say the same of the one person whose verdict changed."""
    out = tmp_path / "changes.xlsx"
    asked = ["--every-card", "--as-of", DAY, "--lang", "en", "--format", "json", "-o", str(out)]
    assert main(["compare-registers", *lists, *asked]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["added"], found["removed"]) == (["3"], ["2"])
    rows = CalamineWorkbook.from_path(out).get_sheet_by_name("Changes").to_python()
    heading = next(place for place, row in enumerate(rows) if row[0] == "Staff number")
    assert len(rows) - heading - 1 == len(found["changes"]) > 0


def test_the_loud_line_stands_on_both_sides(
    lists: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Where a wording used is not the one in force on a day, that is said before anything else."""
    asked = ["--card", "13", "--as-of-old", "2024-06-01", "--as-of", DAY, "--lang", "en"]
    assert main(["compare-registers", *lists, *asked]) == 0
    assert "!!!" in capsys.readouterr().out.split("Before:")[0]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ([], "both sides are the same"),
        (["--policy", "none.yaml"], "no such file"),
        (["-o", "out.csv", "--as-of-old", "2020-01-01"], "nothing can be written as"),
        (["--as-of-old", "2020-13-01"], "is no day"),
        (["--data-old", "/no/such/folder", "--as-of-old", "2020-01-01"], "no/such/folder"),
    ],
)
def test_wrong_use_is_told(
    more: list[str], words: str, lists: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Each mistake is one message, and exit 2."""
    assert main(["compare-registers", lists[0], "--lang", "en", *more]) == 2
    assert words in capsys.readouterr().err
