"""What graduates of a programme may apply for: cases thought out from the order, and the checker as the judge."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socwork_standard.eligibility.check import Checker
from socwork_standard.errors import InputError
from socwork_standard.model.curriculum import CardCoverage, Curriculum
from socwork_standard.model.policy import Policy
from socwork_standard.programme.graduate import Prospects

if TYPE_CHECKING:
    from socwork_standard.model.graduate import AnswerDict, GraduateDict, LaterDict

CHECKER = Checker()
DAY = date(2025, 6, 30)
BACHELOR = {"level": "higher", "speciality_code": "6B11401", "qualification": "Әлеуметтік жұмыс бакалавры"}
COLLEGE = {
    "level": "tve_specialist",
    "speciality": "Әлеуметтік жұмыс",
    "qualification": "Әлеуметтік жұмыскер",
}
MASTER = {"level": "master", "speciality_code": "7M11401"}


def prospects(award: dict[str, str], day: date = DAY, policy: dict[str, Any] | None = None) -> GraduateDict:
    """What graduates with this award may apply for."""
    curriculum = Curriculum.model_validate(
        {"programme": {"title": "P", **award}, "courses": [{"code": "A", "title": "A"}]}
    )
    chosen = Policy.model_validate(policy) if policy else None
    coverage = {
        point: CardCoverage(confirmed=1, suggested=2, rejected_only=0, gap=7)
        for point in CHECKER.standard.points
    }
    return Prospects(CHECKER, curriculum, day, chosen).as_dict(coverage)


def answer(found: GraduateDict, card: int, category: str = "none") -> AnswerDict:
    """The answer for one card and category on the first day."""
    return next(one for one in found["first_day"] if (one["card"], one["category"]) == (card, category))


def later(found: GraduateDict, post: int, years: int, *, attested: bool) -> dict[tuple[int, str], str]:
    """What a post opens after some years."""
    one = next(
        one
        for one in found["later"]
        if (one["post"], one["years"], bool(one["attested"])) == (post, years, attested)
    )
    return {(opened["card"], opened["category"]): opened["status"] for opened in one["opened"]}


# -- a bachelor of social work ----------------------------------------------------------------------------------------


def test_bachelor_may_apply_for_card_15_without_category() -> None:
    """Card 15 names higher education in social work, and its lowest category asks for no service."""
    assert answer(prospects(BACHELOR), 15)["status"] == "eligible"


@pytest.mark.parametrize("card", [12, 13, 14])
def test_lower_cards_hang_on_the_diploma_above_the_level(card: int) -> None:
    """Cards 12 to 14 name a lower level in the same speciality: whether a higher one will do is left open."""
    found = answer(prospects(BACHELOR), card)
    assert found["status"] == "needs_ruling"
    assert [one["reading"] for one in found["contested"]] == ["higher-diploma"]
    assert {"higher-diploma": "accept"} in found["settles"]


@pytest.mark.parametrize(("chosen", "status"), [("accept", "eligible"), ("reject", "not_eligible")])
def test_a_policy_settles_them(chosen: str, status: str) -> None:
    """An employer's policy on the open reading turns the ruling into a yes or a no."""
    policy = {"readings": {"higher-diploma": chosen}, "decided_by": "office", "reason": "r"}
    assert answer(prospects(BACHELOR, policy=policy), 13)["status"] == status


@pytest.mark.parametrize("card", [9, 10, 11])
def test_cards_9_to_11_are_shut_for_lack_of_practice(card: int) -> None:
    """Cards 9 to 11 ask for practice or a short course; a fresh graduate is known to have neither."""
    found = answer(prospects(BACHELOR), card)
    assert found["status"] == "not_eligible"
    assert [one["requirement"] for one in found["shut"]] == [f"{card}.experience"]
    assert "қысқа мерзімді" in found["shut"][0]["quote"]


@pytest.mark.parametrize("card", [16, 17])
def test_heads_are_shut_for_lack_of_service_alone(card: int) -> None:
    """Cards 16 and 17 let in higher education with 5 years in a highest-category post: only the years lack."""
    found = answer(prospects(BACHELOR), card)
    assert found["status"] == "not_eligible"
    assert [one["requirement"] for one in found["shut"]] == [f"{card}.experience"]
    assert "5 жыл" in found["shut"][0]["quote"]


def test_card_18_lacks_degree_service_and_certificate() -> None:
    """Card 18 asks for a doctorate, 7 years and a certificate: each stands with its own words."""
    found = answer(prospects(BACHELOR), 18)["shut"]
    assert [one["requirement"] for one in found] == ["18.education", "18.experience", "18.experience"]
    assert "7 жыл" in found[1]["quote"]
    assert "сертификат" in found[2]["quote"]


@pytest.mark.parametrize("category", ["second", "first", "highest"])
def test_categories_are_shut_by_the_ladder(category: str) -> None:
    """No category is open on the first day: each asks for years, and its words are quoted."""
    found = answer(prospects(BACHELOR), 15, category)
    assert found["status"] == "not_eligible"
    assert "санат" in found["shut"][0]["quote"]


def test_one_year_opens_the_second_category() -> None:
    """One year as a specialist without category opens the second one, and no more of card 15."""
    opened = later(prospects(BACHELOR), 15, 1, attested=False)
    assert opened[15, "second"] == "eligible"
    assert (15, "first") not in opened


def test_three_years_without_attestation_open_no_more() -> None:
    """Years alone give no category: the first asks for two years in the second."""
    found = prospects(BACHELOR)
    assert later(found, 15, 3, attested=False) == later(found, 15, 1, attested=False)


def test_three_years_with_the_second_category_open_the_first() -> None:
    """One year without category and two in the second open the first, and not the highest."""
    opened = later(prospects(BACHELOR), 15, 3, attested=True)
    assert opened[15, "first"] == "eligible"
    assert (15, "highest") not in opened


def test_high_level_work_opens_no_category_of_mid_level_cards() -> None:
    """A post of card 15 is high-level: it counts for card 14 at most, never for 12 and 13."""
    opened = later(prospects(BACHELOR), 15, 3, attested=True)
    assert {card for card, category in opened if category != "none"} == {14, 15}


def test_heads_stay_shut_after_three_years() -> None:
    """Nothing opens cards 16 to 18 within three years, and their coverage is not shown."""
    found = prospects(BACHELOR)
    opened = {one["card"] for each in found["later"] for one in each["opened"]}
    assert opened.isdisjoint({16, 17, 18})
    assert {one["card"] for one in found["coverage"]} == {9, 10, 11, 12, 13, 14, 15}


# -- other awards -----------------------------------------------------------------------------------------------------


def test_college_graduate_is_a_social_worker() -> None:
    """Card 13 names technical education in social work with this qualification; 14 and 15 name higher levels."""
    found = prospects(COLLEGE)
    statuses = {card: answer(found, card)["status"] for card in (13, 14, 15)}
    assert statuses == {13: "eligible", 14: "not_eligible", 15: "not_eligible"}


def test_college_graduate_after_one_year() -> None:
    """One year as a social worker opens the second category of card 13."""
    assert later(prospects(COLLEGE), 13, 1, attested=False)[13, "second"] == "eligible"


def test_master_of_social_work_lacks_years_for_card_16() -> None:
    """A master's in services meets card 16 but for the 3 years in a highest-category post."""
    found = answer(prospects(MASTER), 16)
    assert found["status"] == "not_eligible"
    assert {one["requirement"] for one in found["shut"]} == {"16.experience"}


def test_another_speciality_is_a_plain_no() -> None:
    """A bachelor of law is eligible for no specialist card."""
    found = prospects({"level": "higher", "speciality_code": "6B04201"})
    assert {answer(found, card)["status"] for card in (12, 13, 14, 15)} == {"not_eligible"}
    assert found["later"] == []


# -- what is not known ------------------------------------------------------------------------------------------------


def test_no_award_is_no_guess() -> None:
    """Without an award nothing is eligible, everything missing is named, and no post is followed."""
    found = prospects({})
    assert [one["field"] for one in found["not_known"]] == ["level", "speciality", "qualification"]
    assert answer(found, 15)["status"] == "needs_evidence"
    assert answer(found, 15)["not_known"]
    assert all(one["status"] in {"needs_evidence", "not_eligible"} for one in found["first_day"])
    assert found["later"] == []


def test_a_misspelt_speciality_is_not_known_but_suggested() -> None:
    """A name near to a known one is shown with it and decides nothing."""
    found = prospects({"level": "higher", "speciality": "Әлеуметтк жұмс", "qualification": "b"})
    assert found["not_known"] == [
        {"field": "speciality", "given": "Әлеуметтк жұмс", "suggestion": "Social work"}
    ]
    assert answer(found, 15)["status"] == "needs_evidence"


def test_a_wrong_level_is_an_error_of_the_programme() -> None:
    """A level that does not exist is told with the field of the curriculum."""
    with pytest.raises(InputError) as failure:
        prospects({"level": "hihger"})
    assert failure.value.where == "programme.level"


# -- editions ---------------------------------------------------------------------------------------------------------


def test_superseded_wording_is_said_once() -> None:
    """From 2026-07-12 the wording of cards 12 to 16 in force is not held: one warning names cards and days."""
    found = prospects(BACHELOR, date(2026, 7, 12))
    assert len(found["advisory"]) == 1
    assert "12, 13, 14, 15, 16" in found["advisory"][0]
    assert "2026-07-12" in found["advisory"][0]
    assert not answer(found, 15)["in_force"]
    assert answer(found, 17)["in_force"]


def test_only_the_days_beyond_are_advisory() -> None:
    """Where only the answer after three years is beyond the wording held, only that day is named."""
    (said,) = prospects(BACHELOR)["advisory"]
    assert "2028-06-30" in said
    assert "2026-06-30" not in said


def test_a_leap_day_has_its_anniversary_on_1_march() -> None:
    """A year after 29 February is 1 March."""
    found = prospects(BACHELOR, date(2028, 2, 29))
    assert next(one["as_of"] for one in found["later"] if one["years"] == 1) == "2029-03-01"


# -- the checker is the judge -----------------------------------------------------------------------------------------

awards = st.fixed_dictionaries(
    {},
    optional={
        "level": st.sampled_from(
            ["general_secondary", "tve_specialist", "post_secondary", "higher", "master"]
        ),
        "speciality": st.sampled_from(
            ["Әлеуметтік жұмыс", "Психология", "Құқықтану", "Социалная работа", "x"]
        ),
        "speciality_code": st.sampled_from(["6B11401", "7M11401", "6B01101"]),
        "qualification": st.sampled_from(["Әлеуметтік жұмыскер", "бакалавр"]),
    },
)
policies = st.none() | st.sampled_from(
    [{"preset": "literal"}, {"preset": "practice"}, {"readings": {"higher-diploma": "accept"}}]
)


@settings(max_examples=20)
@given(award=awards, day=st.dates(date(2024, 6, 1), date(2027, 6, 1)), policy=policies)
def test_answers_are_those_of_check(award: dict[str, str], day: date, policy: dict[str, Any] | None) -> None:
    """Every answer is what `check` says of the record that stands beside it, on its day."""
    found = prospects(award, day, policy)
    for one in found["first_day"]:
        assert one["status"] == status(found["record"], one, day.isoformat(), policy)
    for after in found["later"]:
        for one in after["opened"]:
            assert one["status"] == status(after["record"], one, after["as_of"], policy)
        assert_all_better(found, after, policy)


def status(record: object, one: AnswerDict, day: str, policy: dict[str, Any] | None) -> str:
    """What the checker says."""
    plain = cast("dict[str, Any]", record)
    return CHECKER.check(plain, one["card"], one["category"], as_of=day, policy=policy).status


def assert_all_better(found: GraduateDict, after: LaterDict, policy: dict[str, Any] | None) -> None:
    """What is not among the opened answers is no better than on the first day."""
    order = ["eligible", "needs_ruling", "needs_evidence", "not_eligible"]
    opened = {(one["card"], one["category"]) for one in after["opened"]}
    for one in found["first_day"]:
        now = status(after["record"], one, after["as_of"], policy)
        better = order.index(now) < order.index(one["status"])
        assert better == ((one["card"], one["category"]) in opened)
