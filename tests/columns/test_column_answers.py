"""The column-wise evaluator equals the explaining checker: every card and category, person by person."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from registers import AS_OF, RECORDS, people_of

from socwork_standard.eligibility.cases import case_files, read_cases
from socwork_standard.eligibility.check import Case, Checker
from socwork_standard.eligibility.columns.arrow import ArrowEncoder, input_schema
from socwork_standard.eligibility.columns.evaluate import Answers, Evaluator, Question
from socwork_standard.eligibility.columns.leaves import ColumnLeaves
from socwork_standard.eligibility.facts import Facts
from socwork_standard.eligibility.record import read_record
from socwork_standard.errors import InputError
from socwork_standard.model.policy import Policy
from socwork_standard.model.record import StaffRecord

pa = pytest.importorskip("pyarrow")

FOLDER = Path(__file__).resolve().parent.parent / "cases"
CHECKER = Checker()
CHOICES = {"higher-diploma": "accept", "practice-kind": "any", "doctoral-studies": "enough"}
AFTER = {"service-after-diploma": "required", "head-education": "experience_row"}
POLICIES: list[dict[str, Any] | None] = [
    None,
    {"readings": {"counted-posts": "own_profession", **AFTER}},
    {"preset": "literal"},
]
EVALUATORS = [
    (Evaluator(CHECKER, as_of=day, policy=policy, combinations={"chosen": CHOICES, "after": AFTER}), policy)
    for policy in POLICIES
    for day in (AS_OF, date(2024, 2, 29))
]
PRESETS = ("practice", "literal")


def side(certain: int, possible: int, day: int) -> str:
    """Return the status of one side of a rule."""
    return "eligible" if certain <= day else "not_eligible" if possible > day else "needs_evidence"


def expected(case: Case, question: Question) -> dict[str, Any]:
    """Return what the explaining checker says."""
    days, day = case.days, case.ordinal
    return {
        "question": question,
        "status": case.status,
        "lenient": side(days.lenient_certain, days.lenient_possible, day),
        "strict": side(days.strict_certain, days.strict_possible, day),
        **case.by_preset(),
        "chosen": case.status_with(CHOICES),
        "after": case.status_with(AFTER),
        "eligible_from": case.eligible_from(),
    }


def came(answers: Answers, person: int, question: Question) -> dict[str, Any]:
    """Return what the column-wise evaluator says."""
    found: dict[str, Any] = {view: answers.status(person, question, view) for view in answers.statuses}
    return {"question": question, **found, "eligible_from": answers.first_day(person, question)}


def facts_or_problem(record: StaffRecord) -> Facts | str:
    """Return the facts of a record, or what is wrong with it."""
    try:
        return CHECKER.read_facts(record)
    except InputError as failure:
        return str(failure)


def assert_equal(
    people: Sequence[StaffRecord | Mapping[str, Any]],
    answers: Answers,
    evaluator: Evaluator,
    policy: Policy | Mapping[str, Any] | None,
) -> None:
    """Compare every answer, or the reason why there is none."""
    for person, given_record in enumerate(people):
        record = read_record(given_record)
        known = facts_or_problem(record)
        if isinstance(known, str):
            assert answers.problems[person] == known
            assert answers.status(person, answers.questions[0]) is None
            continue
        assert person not in answers.problems
        for question in answers.questions:
            case = CHECKER.case(record, known, question.card, question.category, evaluator.day, policy)
            assert came(answers, person, question) == expected(case, question)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(RECORDS, min_size=1, max_size=6), st.sampled_from(EVALUATORS))
def test_generated_registers_come_out_alike(
    people: list[dict[str, Any]], asked: tuple[Evaluator, dict[str, Any] | None]
) -> None:
    """Records decided as columns have the answers of the explaining checker, the reason for a bad one included."""
    evaluator, policy = asked
    assert_equal(people, evaluator.decide(evaluator.encode(people)), evaluator, policy)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(RECORDS, min_size=1, max_size=6), st.sampled_from(EVALUATORS))
def test_generated_registers_in_arrow_come_out_alike(
    people: list[dict[str, Any]], asked: tuple[Evaluator, dict[str, Any] | None]
) -> None:
    """The same holds of records that arrive as an Arrow batch."""
    evaluator, policy = asked
    batch = pa.RecordBatch.from_pylist(people, schema=input_schema())
    records = ArrowEncoder(CHECKER.names, evaluator.keys).encode(batch)
    assert_equal(people, evaluator.decide(records), evaluator, policy)


def asked_alike(case: Any) -> tuple[str, str]:  # noqa: ANN401 - a case of the file
    """Return what an evaluator is made for: the day and the policy."""
    return str(case.ask.as_of), repr(case.ask.policy)


def written_cases() -> list[list[Any]]:
    """Return the cases under tests/cases, those with one day and policy together."""
    cases = [case for path in case_files([FOLDER]) for _, case in read_cases(path)]
    return [list(group) for _, group in groupby(sorted(cases, key=asked_alike), asked_alike)]


@pytest.mark.parametrize(("evaluator", "policy"), EVALUATORS)
def test_doubtful_registers_come_out_alike(evaluator: Evaluator, policy: dict[str, Any] | None) -> None:
    """Registers rich in doubts and deciding days come out alike, as records and as Arrow."""
    people = people_of(EVALUATORS.index((evaluator, policy)), 120)
    assert_equal(people, evaluator.decide(evaluator.encode(people)), evaluator, policy)
    batch = pa.RecordBatch.from_pylist(people, schema=input_schema())
    answers = evaluator.decide(ArrowEncoder(CHECKER.names, evaluator.keys).encode(batch))
    assert_equal(people, answers, evaluator, policy)


def test_service_counts_beside_a_course_that_comes_later() -> None:
    """Who is eligible by service is so on the day, although a course that is enough as well is only a week away."""
    evaluator, policy = EVALUATORS[0]
    course = [{"kind": "short_course", "completed": "2025-06-08"}]
    work = [{"position": "personal-assistant", "start": "2020-01-01", "end": "ongoing"}]
    school = [{"level": "general_secondary", "completed": "2000"}]
    people = [
        {"education": school, "experience": experience, "training": training}
        for experience in (work, [])
        for training in (course, [])
    ]
    answers = evaluator.decide(evaluator.encode(people))
    assert_equal(people, answers, evaluator, policy)
    first = [answers.first_day(person, Question(9, "none")) for person in range(4)]
    assert first == [AS_OF, AS_OF, date(2025, 6, 8), None]


@pytest.mark.parametrize("cases", written_cases(), ids=lambda cases: "; ".join(asked_alike(cases[0]))[:80])
def test_written_cases_come_out_alike(cases: list[Any]) -> None:
    """The records of all written cases have the answers of the explaining checker, on every card."""
    ask = cases[0].ask
    evaluator = Evaluator(
        CHECKER, as_of=ask.as_of, policy=ask.policy, combinations={"chosen": CHOICES, "after": AFTER}
    )
    people = [case.record for case in cases]
    assert_equal(people, evaluator.decide(evaluator.encode(people)), evaluator, ask.policy)


def test_one_card_asked_for_is_one_card_answered() -> None:
    """An evaluator for one card answers for that card's categories only."""
    evaluator = Evaluator(CHECKER, as_of=AS_OF, cards=["social-worker"])
    assert {question.card for question in evaluator.questions} == {13}
    assert [question.category for question in evaluator.questions] == ["none", "second", "first", "highest"]


def test_a_reading_that_does_not_exist_is_refused() -> None:
    """A combination that names no reading of the standard is bad input."""
    with pytest.raises(InputError, match="no reading 'nothing'"):
        Evaluator(CHECKER, as_of=AS_OF, combinations={"one": {"nothing": "yes"}})


def test_nobody_gives_no_answers() -> None:
    """An empty register is answered with empty columns."""
    evaluator = EVALUATORS[0][0]
    answers = evaluator.decide(evaluator.encode([]))
    assert answers.eligible_from.shape == (len(answers.questions), 0)


def test_a_single_question_about_service_is_answered_for_everybody() -> None:
    """Asked by itself, a question about service leaves nobody out."""
    evaluator = EVALUATORS[0][0]
    person = {"experience": [{"position": "social-worker", "start": "2020-01-01", "end": "ongoing"}]}
    card = CHECKER.standard.card(10, AS_OF)
    rule = CHECKER.rule(card, CHECKER.standard.in_force(10, AS_OF).held, "none", {"practice-kind": "any"})
    leaves = ColumnLeaves(evaluator.encode([person, {}]), evaluator._matches)
    single = [CHECKER.leaves(CHECKER.read_facts(read_record(one))) for one in (person, {})]
    for ask in rule.asks:
        certain, possible = leaves.days(ask)
        pairs = list(zip(certain.tolist(), possible.tolist(), strict=True))
        assert pairs == [one.days(ask) for one in single]
