"""A requirement that nobody has read is certainly met by nobody and possibly by everybody, in every evaluator."""

import random
from typing import Any

import pytest

from socwork_standard.data.standard import Standard
from socwork_standard.eligibility.check import Checker
from socwork_standard.eligibility.needs import needs
from socwork_standard.planning.career import Planner
from socwork_standard.register import check as register_check
from socwork_standard.register.check import check_register
from socwork_standard.register.result import RegisterResult

DAY = "2026-06-01"
SCHOOL = {"level": "general_secondary", "completed": "2010-06-30"}
WORK = {"position": "social-helper", "start": "2015-01-01", "end": "ongoing", "social_protection": True}
NOTHING: dict[str, Any] = {"id": "1", "education": [], "experience": [], "training": []}
WORKER = {**NOTHING, "education": [SCHOOL], "experience": [WORK]}


def decided(standard: Standard, record: dict[str, Any], card: int, language: Any = "en") -> dict[str, Any]:  # noqa: ANN401
    """The decision on a record as plain data."""
    return dict(Checker(standard).check(record, card, as_of=DAY, language=language).as_dict())


@pytest.mark.parametrize(
    ("record", "card", "status"),
    [
        (WORKER, 10, "needs_evidence"),
        (NOTHING, 10, "not_eligible"),
        (WORKER, 11, "eligible"),
        ({**WORKER, "experience": []}, 11, "needs_evidence"),
        (NOTHING, 18, "not_eligible"),
    ],
)
def test_the_status_is_as_sure_as_what_was_read(
    standard: Standard, record: dict[str, Any], card: int, status: str
) -> None:
    """What was read decides where it can; else the answer is *not known*, never a yes or a no."""
    assert decided(standard, record, card)["status"] == status


@pytest.mark.parametrize(
    ("language", "said"), [("en", "not read"), ("ru", "не было прочитано"), ("kk", "оқылмаған")]
)
def test_what_is_missing_says_that_it_was_not_read(standard: Standard, language: str, said: str) -> None:
    """The missing entry quotes the words to look at, and asks no paper of the person."""
    found = decided(standard, WORKER, 10, language)
    (missing,) = found["missing"]
    clause = standard.card(10).experience.clauses[0].kk
    assert said in missing["what"]
    assert clause in missing["what"]
    assert (missing["requirement"], missing["kind"]) == ("10.experience", "fact")
    (leaf,) = (one for one in found["findings"] if one["kind"] == "unread")
    assert (leaf["outcome"], leaf["quote"]) == ("unknown", clause)


def test_nothing_that_the_person_does_makes_it_a_yes(standard: Standard) -> None:
    """No change is offered, and no day on which time alone would do."""
    found = decided(standard, WORKER, 10)
    assert (found["changes"], found["eligible_from"]) == ([], None)


def test_needs_name_the_words(standard: Standard) -> None:
    """What a check asks for lists the requirement without a field to fill."""
    found = needs(10, checker=Checker(standard))
    assert [(one.requirement, one.fields) for one in found][-1] == ("10.experience", ())


def test_no_plan_meets_it(standard: Standard) -> None:
    """A plan says that the requirement was not read, instead of a way to it."""
    plan = Planner(Checker(standard), as_of=DAY).plan(WORKER, 10)
    assert plan.status == "unreachable"
    assert any("not been read" in one and "10.experience.1" in one for one in plan.why)


def test_a_plan_goes_round_it(standard: Standard) -> None:
    """Where another way is open, the plan takes it."""
    plan = Planner(Checker(standard), as_of=DAY).plan({**WORKER, "experience": []}, 11)
    assert plan.status == "reachable"


def people(seed: int, many: int) -> list[dict[str, Any]]:
    """Records of people who have some of what the cards of the draft ask for."""
    choose = random.Random(seed)  # noqa: S311 - no secret is made
    some: list[dict[str, Any]] = []
    for number in range(many):
        record: dict[str, Any] = {"id": str(number)}
        levels = ["basic_secondary", "general_secondary", "phd"]
        field = {"speciality": "social-work"}
        fields: dict[str, list[Any]] = {
            "education": [{"level": choose.choice(levels), "completed": "2010-06-30", **field}],
            "experience": [{**WORK, "start": choose.choice(["2015-01-01", "2026-01-01", "2025-05-31"])}],
            "training": [{"kind": "management_certificate", "completed": choose.choice(["2020", "2030"])}],
        }
        record |= {
            key: choose.choice([[], value, value]) for key, value in fields.items() if choose.random() < 0.9
        }
        some.append(record)
    return some


@pytest.mark.parametrize("language", ["en", "kk"])
def test_both_evaluators_agree(standard: Standard, monkeypatch: pytest.MonkeyPatch, language: Any) -> None:  # noqa: ANN401
    """A long register, decided by columns, has the very verdicts of the explaining checker."""
    pytest.importorskip("numpy")
    asked = people(1, 80)
    results: list[RegisterResult] = []
    for long in (len(asked) + 1, 0):
        monkeypatch.setattr(register_check, "LONG", long)
        results.append(check_register(asked, standard=standard, cards="all", as_of=DAY, language=language))
    one, other = results
    assert repr((one.verdicts, one.upcoming, one.problems)) == repr(
        (other.verdicts, other.upcoming, other.problems)
    )
    for card in (10, 11, 18):
        assert len({verdict.status for verdict in one.verdicts if verdict.card == card}) > 1
