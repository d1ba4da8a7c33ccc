"""Facts that hold for whatever a record says: tested on records drawn by chance."""

import random
from datetime import date, timedelta
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from records import (
    AMBIGUOUS,
    CHECKER,
    POSTS,
    UNKNOWN,
    Entry,
    Question,
    ask_days,
    cases,
    complete,
    counting,
    first_day,
    last_day,
    policies,
)

from socwork_standard.eligibility.changes import Step, smallest_changes
from socwork_standard.eligibility.changes import first_day as day_of
from socwork_standard.eligibility.check import Case, Checker
from socwork_standard.eligibility.decision import Decision
from socwork_standard.eligibility.record import read_record
from socwork_standard.eligibility.service import JOIN_LOSS
from socwork_standard.eligibility.tree import DiplomaAsk, ServiceAsk, TrainingAsk
from socwork_standard.i18n import text

Policy = dict[str, Any] | None
ONE_DAY = timedelta(days=1)
DEFINITE = {"eligible", "not_eligible"}


def decide(record: Entry, question: Question, day: date, policy: Policy = None) -> Decision:
    """The program's decision."""
    return CHECKER.check(record, *question, as_of=day, policy=policy)


def case_of(record: Entry, question: Question, day: date) -> Case:
    """The program's case."""
    person = read_record(record)
    return CHECKER.case(person, CHECKER.read_facts(person), *question, day)


def answer(decision: Decision) -> tuple[Any, ...]:
    """What of a decision must not depend on how the record is written down."""
    content = decision.as_dict()
    return tuple(content[key] for key in ("status", "by_preset", "eligible_from", "contested", "settles"))


# ---- the unknown -------------------------------------------------------------------------------


@settings(max_examples=400)
@given(cases(), ask_days, policies, st.data())
def test_completing_never_turns_an_answer(
    case: tuple[Entry, Question],
    day: date,
    policy: Policy,
    data: st.DataObject,
) -> None:
    """A definite answer stays what it is, whatever turns out of what was not known."""
    record, question = case
    status = decide(record, question, day, policy).status
    assume(status in DEFINITE)
    known = complete(data.draw, record)
    assert decide(known, question, day, policy).status == status, known


@settings(max_examples=150)
@given(cases(), ask_days)
def test_filled_in_facts_are_no_longer_missing(case: tuple[Entry, Question], day: date) -> None:
    """A fact named as missing is not named again once it is filled in."""
    record, question = case
    for one in decide(record, question, day).missing:
        if one["kind"] == "fact":
            filled = fill(record, one["what"], day)
            still = {(left["requirement"], left["what"]) for left in decide(filled, question, day).missing}
            assert (one["requirement"], one["what"]) not in still, (one, filled)


def fill(record: Entry, what: str, day: date) -> Entry:
    """The record with the fact named `what` filled in."""
    found = {
        key: [dict(e) for e in value] if isinstance(value, list) else value for key, value in record.items()
    }
    kinds = ("short_course", "retraining", "management_certificate")
    whole = {
        "education": ["education"],
        "experience": ["experience"],
        "training": [f"training.{k}" for k in kinds],
    }
    for field, keys in whole.items():
        if what in {text("en", f"gap.{key}", place="") for key in keys}:
            found.setdefault(field, [])
            found.pop(f"{field}_complete", None)
            return found
        for number, one in enumerate(found.get(field, []), 1):
            for key, put in FILLED.items():
                if what == text("en", f"gap.{key}", place=f"{field}[{number}]"):
                    put(found, one, day)
                    return found
    message = f"no field of the record is known by the words {what!r}"
    raise AssertionError(message)


def _level(_: Entry, one: Entry, __: date) -> None:
    one["level"] = AMBIGUOUS[one["level"]][0] if "level" in one else "higher"


def _post_level(_: Entry, one: Entry, __: date) -> None:
    if POSTS.get(one.get("position", UNKNOWN)):
        del one["qualification_level"]  # it contradicted the post
    else:
        one["qualification_level"] = "mid"


def _exact(_: Entry, one: Entry, __: date) -> None:
    one["start"] = first_day(one.get("start", "2000")).isoformat()
    if one["end"] != "ongoing":
        one["end"] = last_day(one["end"]).isoformat()


def _end(_: Entry, one: Entry, __: date) -> None:
    one["end"] = "ongoing"


def _start(_: Entry, one: Entry, __: date) -> None:
    one["start"] = "2000-01-01"


def _higher(record: Entry, one: Entry, __: date) -> None:
    when = first_day(one["completed"]) if "completed" in one else date(1950, 1, 1)
    record["education"].append(
        {"level": "higher", "speciality": "law", "qualification": "lawyer", "completed": when.isoformat()}
    )


def _put(key: str, value: Any) -> Any:  # noqa: ANN401 - a field of any type
    def put(_: Entry, one: Entry, __: date) -> None:
        one[key] = value

    return put


FILLED = {
    "level": _level,
    "speciality": _put("speciality", "law"),
    "qualification": _put("qualification", "lawyer"),
    "completed": _put("completed", "2020-01-01"),
    "recognised": _put("recognised", value=True),
    "implied_higher": _higher,
    "qualification_level": _post_level,
    "position": _put("position", "cook"),
    "category": _put("category", "none"),
    "social_protection": _put("social_protection", value=True),
    "start": _start,
    "end": _end,
    "exact_dates": _exact,
    "exact_completed": _put("completed", "2020-01-01"),
    "training_exact_completed": _put("completed", "2020-01-01"),
    "training_kind": _put("kind", "other"),
    "training_completed": _put("completed", "2020-01-01"),
}


# ---- service and time --------------------------------------------------------------------------


@settings(max_examples=150)
@given(cases(), ask_days, st.data())
def test_more_service_costs_only_days_of_carry(
    case: tuple[Entry, Question], day: date, data: st.DataObject
) -> None:
    """More service never turns a yes into a no, save for the days of carry that filling gaps may lose."""
    record, question = case
    assume(decide(record, question, day).status == "eligible")
    listed = record.get("experience", [])
    start = data.draw(st.dates(date(2012, 1, 1), day))
    more = counting(question, start, data.draw(st.dates(start, start + timedelta(days=1500))))
    loss = (JOIN_LOSS + 1) * (len(listed) + 1)
    spare = counting(question, date(1930, 1, 1), date(1930, 1, 1) + timedelta(days=loss))
    richer = {**record, "experience": [*listed, more, spare]}
    assert decide(richer, question, day).status == "eligible", richer


@settings(max_examples=100)
@given(cases(), ask_days, policies, st.randoms(use_true_random=False))
def test_order_changes_nothing(
    case: tuple[Entry, Question], day: date, policy: Policy, chance: random.Random
) -> None:
    """The order in which diplomas, spells and courses are listed changes nothing."""
    record, question = case
    other = {
        key: chance.sample(value, len(value)) if isinstance(value, list) else value
        for key, value in record.items()
    }
    assert answer(decide(record, question, day, policy)) == answer(decide(other, question, day, policy)), (
        other
    )


@settings(max_examples=100)
@given(cases(), ask_days, st.data())
def test_splitting_a_spell_changes_nothing(
    case: tuple[Entry, Question], day: date, data: st.DataObject
) -> None:
    """A known spell written as two that touch changes nothing."""
    record, question = case
    start = data.draw(st.dates(date(2012, 1, 1), day))
    last = data.draw(st.none() | st.dates(start + ONE_DAY, start + timedelta(days=2500)))
    cut = data.draw(st.dates(start + ONE_DAY, last or start + timedelta(days=2500)))
    listed = record.get("experience", [])
    whole = {**record, "experience": [*listed, counting(question, start, last)]}
    halves = [counting(question, start, cut - ONE_DAY), counting(question, cut, last)]
    split = {**record, "experience": [*listed, *halves]}
    assert answer(decide(whole, question, day)) == answer(decide(split, question, day)), split


@settings(max_examples=200)
@given(cases(), ask_days, policies)
def test_eligible_from(case: tuple[Entry, Question], day: date, policy: Policy) -> None:
    """`eligible_from` is the first day from the one asked on with a yes; without it, no later day has one."""
    record, question = case
    decision = decide(record, question, day, policy)
    if decision.eligible_from is None:
        for later in (day, day + timedelta(days=500), date(2060, 1, 1), date(2190, 1, 1)):
            assert decide(record, question, later, policy).status != "eligible"
        return
    first = date.fromisoformat(decision.eligible_from)
    assert decide(record, question, first, policy).status == "eligible"
    assert (first == day) == (decision.status == "eligible")
    if first > day:
        assert decide(record, question, first - ONE_DAY, policy).status != "eligible"


@settings(max_examples=150)
@given(cases(), ask_days, policies, st.integers(1, 4000))
def test_a_yes_stays(case: tuple[Entry, Question], day: date, policy: Policy, more: int) -> None:
    """Who may hold a post on a day may hold it on every later day, while the text stays."""
    record, question = case
    assume(decide(record, question, day, policy).status == "eligible")
    assert decide(record, question, day + timedelta(days=more), policy).status == "eligible"


# ---- what a decision says ----------------------------------------------------------------------


@settings(max_examples=10)
@given(cases(), ask_days, policies)
def test_same_input_same_bytes(case: tuple[Entry, Question], day: date, policy: Policy) -> None:
    """The same question gives the same bytes, asked again and asked of a fresh checker."""
    record, question = case
    once = decide(record, question, day, policy).to_json()
    assert decide(record, question, day, policy).to_json() == once
    assert Checker().check(record, *question, as_of=day, policy=policy).to_json() == once


@settings(max_examples=200)
@given(cases(), ask_days)
def test_changes_lead_to_a_yes(case: tuple[Entry, Question], day: date) -> None:
    """Each set of changes, applied to the record, gives a yes from the day it names."""
    record, question = case
    asked = case_of(record, question, day)
    assume(asked.status != "eligible")
    terms = CHECKER.names.levels.terms
    sets = smallest_changes(asked.rule, asked.leaves, asked.ordinal, lambda level: terms[level].rank or 0)
    said = decide(record, question, day).changes
    for steps, change in zip(sets, said, strict=True):
        number = day_of(steps, asked.ordinal)
        assert change["from"] == (date.fromordinal(number).isoformat() if number else None)
        changed = record
        for step in steps:
            changed = apply(changed, step, question, day)
        first = max([day, *(date.fromordinal(one.day) for one in steps if one.day)])
        assert decide(changed, question, first).status == "eligible", (change, changed)


def apply(record: Entry, step: Step, question: Question, day: date) -> Entry:
    """The record after a step: waiting adds nothing, the others add the course, service or diploma."""
    if step.how == "wait":
        return record
    if isinstance(step.ask, TrainingAsk):
        course = {"kind": step.ask.kind, "completed": day.isoformat()}
        return {**record, "training": [*record.get("training", []), course]}
    if isinstance(step.ask, ServiceAsk):
        years = timedelta(days=366 * step.ask.years + 2)
        more = counting(question, day if step.how == "serve" else day - years, None)
        if step.ask.category:
            more["category"] = step.ask.category
        return {**record, "experience": [*record.get("experience", []), more]}
    assert isinstance(step.ask, DiplomaAsk)
    row = step.ask.rows[0]
    levels = sorted(row.levels if step.ask.level == "row" else step.ask.level) or ["phd"]
    proof = {
        "level": levels[-1],
        "speciality": min(row.specialities, default=None),
        "qualification": min(row.qualifications, default=None),
        "completed": day.isoformat(),
    }
    return {**record, "education": [*record.get("education", []), proof]}
