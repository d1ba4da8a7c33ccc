"""Plans: the ways that must be shown, and what a plan says where there is nothing to plan."""

from __future__ import annotations

import re
from typing import Any

import pytest
from people import ASSISTANT, BACHELOR, DAY, MASTER

from socwork_standard.data.load import load_standard
from socwork_standard.eligibility.check import Checker
from socwork_standard.errors import InputError, LookupFailure
from socwork_standard.model.base import LANGUAGES, Language
from socwork_standard.model.plan import Plan
from socwork_standard.model.record import StaffRecord
from socwork_standard.planning.career import Options, plan_career
from socwork_standard.planning.succession import succession

QUIET = Options(explain=False)


def plan(record: dict[str, Any], to: int | str, category: str = "none", **more: Any) -> Plan:  # noqa: ANN401
    """Return a plan from the day of the tests on."""
    return plan_career(record, to, category, as_of=DAY, **{"options": QUIET, **more})


def studied(found: Plan) -> list[list[str]]:
    """Return for each way the ids of the assumed studies."""
    return [[str(step.assumption) for step in way.steps if step.kind == "study"] for way in found.ways]


@pytest.mark.parametrize("card", [16, 17])
def test_a_fresh_bachelor_heads_after_six_years_of_ladder_and_three_with_a_masters(card: int) -> None:
    """1 + 2 + 3 years of categories and 3 in the highest, a master's beside: nine years from the diploma."""
    found = plan(BACHELOR, card)
    assert found.ways[0].arrival == "2034-07-01"
    assert found.ways[0].study_beside_work
    assert studied(found)[0] == ["study.master.after.higher-residency"]


@pytest.mark.parametrize("card", [16, 17])
def test_without_further_study_a_bachelor_needs_five_years_in_the_highest_category(card: int) -> None:
    """The way with the least effort is shown too: 1 + 2 + 3 + 5 years and no study."""
    easiest = min(plan(BACHELOR, card).ways, key=lambda way: way.learning_months)
    assert (easiest.arrival, easiest.learning_months) == ("2036-07-01", 0)


@pytest.mark.parametrize("card", [16, 17])
def test_a_fresh_master_heads_after_nine_years_of_service_alone(card: int) -> None:
    """1 + 2 + 3 years of categories and 3 in the highest; the master's is there already."""
    found = plan(MASTER, card)
    assert (found.ways[0].arrival, found.ways[0].learning_months) == ("2034-07-01", 0)


def test_a_personal_assistant_becomes_manager_by_bachelor_master_and_doctorate() -> None:
    """4 + 2 + 3 years of study and seven of service, with the certificate on the way."""
    found = plan(ASSISTANT, 18)
    assert found.ways[0].arrival == "2034-07-01"
    assert [step.kind for step in found.ways[0].steps] == ["course", "study", "study", "service", "study"]


def test_every_step_carries_its_rules_words_and_their_quote() -> None:
    """No step without the order's words that ask for it."""
    for step in plan(BACHELOR, 16).ways[0].steps:
        assert step.words
        assert step.quote


def test_assumed_lengths_are_listed_with_their_source() -> None:
    """A master's two years are an assumption with a source, not a rule of the order."""
    (master,) = [one for one in plan(BACHELOR, 16).assumptions if one.id.startswith("study.master.")]
    assert master.months == 24
    assert master.source


def test_a_plan_that_uses_superseded_words_says_so_first() -> None:
    """Cards 15 and 16 have a new wording from 2026-07-12 that is not held."""
    found = plan(BACHELOR, 16)
    assert not found.in_force
    assert "15, 16" in found.notes[0]
    assert not found.ways[0].in_force


def test_a_plan_for_card_18_from_card_9_rests_on_words_in_force() -> None:
    """Cards 9 and 18 have no end, so nothing is advisory."""
    assert plan(ASSISTANT, 18).in_force


def test_a_target_held_already_is_said_and_not_planned() -> None:
    """A bachelor of social work meets card 15 without category on the first day."""
    found = plan(BACHELOR, 15)
    assert (found.status, found.ways) == ("held", ())
    assert "already" in found.why[0]


def test_a_target_out_of_reach_says_why_and_what_is_nearest() -> None:
    """Without further study nobody with a bachelor's becomes manager; head of a unit is the nearest."""
    found = plan(BACHELOR, 18, options=Options(study=False))
    assert found.status == "unreachable"
    assert "18.education.1" in found.why[0]
    assert found.nearest[0].card == 16


def test_a_target_beyond_the_years_asked_for_says_the_earliest_arrival() -> None:
    """With three years in hand the plan names the day on which it would be."""
    found = plan(BACHELOR, 17, options=Options(years=3))
    assert found.status == "unreachable"
    assert "2034-07-01" in found.why[0]


def test_an_unknown_card_is_a_lookup_failure_that_lists_the_cards() -> None:
    """Whoever mistypes a card sees all of them."""
    with pytest.raises(LookupFailure, match="13 social-worker"):
        plan(BACHELOR, "no-such-card")


def test_a_category_that_the_card_has_not_is_bad_input() -> None:
    """Card 16 has no categories."""
    with pytest.raises(InputError, match="no categories"):
        plan(BACHELOR, 16, "first")


def test_a_record_without_education_cannot_be_planned_for() -> None:
    """Not known is not none: the message says how to write none."""
    with pytest.raises(InputError, match=r"education: \[\]"):
        plan({"id": "x"}, 13)


def test_a_plan_says_which_answer_to_a_reading_would_be_quicker() -> None:
    """A nurse with a bachelor's may take card 13 sooner where a higher diploma is accepted."""
    nurse = {
        "id": "n",
        "education": [{"level": "higher", "speciality": "nursing", "completed": "2020-06-30"}],
        "experience": [],
        "training": [],
    }
    found = plan(nurse, 13, options=Options())
    effects = {(one.reading, one.answer): one.arrival for one in found.readings}
    assert ("higher-diploma", "accept") in effects
    assert str(effects["higher-diploma", "accept"]) < found.ways[0].arrival


def test_the_same_input_gives_the_same_bytes() -> None:
    """Plans are deterministic."""
    assert plan(BACHELOR, 16).to_json() == plan(BACHELOR, 16).to_json()


@pytest.mark.parametrize("language", LANGUAGES)
def test_plans_are_told_in_three_languages(language: Language) -> None:
    """Every text of a plan exists in Kazakh, Russian and English."""
    found = plan(BACHELOR, 16, language=language)
    assert all(step.text for step in found.ways[0].steps)


def test_succession_sorts_people_by_when_they_could_fill_the_post() -> None:
    """One is ready, one needs a year more, one is far away, of one nothing is known."""
    higher = {"level": "higher", "speciality": "social-work", "completed": "2010-06-30"}
    work = {
        "position": "social-work-specialist",
        "category": "highest",
        "social_protection": True,
        "end": "ongoing",
    }
    people = [
        StaffRecord.model_validate(BACHELOR),
        StaffRecord.model_validate(
            {"id": "ready", "education": [higher], "experience": [{**work, "start": "2019-01-01"}]}
        ),
        StaffRecord.model_validate(
            {"id": "soon", "education": [higher], "experience": [{**work, "start": "2021-01-01"}]}
        ),
        StaffRecord.model_validate({"id": "unknown"}),
    ]
    found = succession(people, 17, checker=Checker(), as_of=DAY)
    assert [(one.record, one.when) for one in found] == [
        ("ready", "now"),
        ("soon", "one_year"),
        ("1", "later"),
        ("unknown", "later"),
    ]
    assert found[1].arrival == "2026-01-01"


@pytest.mark.parametrize("language", LANGUAGES)
def test_assumptions_speak_the_language(language: Language) -> None:
    """Where a length comes from is said in the language of the plan."""
    lengths = load_standard().study_lengths
    for one in (*lengths.studies, *lengths.courses, lengths.attestation):
        said = one.source.text(language)
        english = re.search(r"[A-Za-z]{4,}", said.replace("skills.enbek.kz", ""))
        assert said.startswith("http") or (english is not None) == (language == "en"), said
