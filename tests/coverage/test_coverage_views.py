"""Coverage on small programmes whose answer can be told by hand."""

from __future__ import annotations

import pytest
from coverage_programmes import STANDARD, TEXTS, course, made, mapped, said

from socwork_standard.errors import InputError, LookupFailure
from socwork_standard.model.curriculum import Curriculum
from socwork_standard.programme.coverage import measure_coverage
from socwork_standard.programme.coverage_cells import amount

PLAN = "draw-up-individual-plan"


def test_credits_are_those_of_whole_courses() -> None:
    """A course that confirms something gives its credits once to each thing; unknown credits are in no sum."""
    one, two = course("A", TEXTS[0], credits_=2.5), course("B", TEXTS[0], credits_=None)
    coverage = made([one, two], [said(one, 0, PLAN), said(two, 0, PLAN)]).coverage()
    row = next(row for row in coverage.by_competency if row.competency == PLAN)
    assert row.confirmed_in == 2
    assert (row.credits.confirmed, row.credits.courses_without_credits) == (2.5, 1)
    assert coverage.all_credits == 2.5


def test_disputed_is_open() -> None:
    """Where two people say different things the competency is not covered, and it is reviewed."""
    one = course("A", TEXTS[0])
    decisions = [said(one, 0, PLAN), said(one, 0, PLAN, "rejected", by="second reader")]
    coverage = made([one], decisions).coverage()
    row = next(row for row in coverage.by_competency if row.competency == PLAN)
    assert (row.state, row.not_reviewed) == ("suggested", False)
    assert coverage.decided.count("disputed") == 2


def test_rejected_everywhere_is_rejected_only() -> None:
    """A competency whose every suggestion was rejected is no gap and not covered."""
    one = course("A", TEXTS[0])
    suggested = [each.competency for each in mapped(TEXTS[0]).suggestions]
    coverage = made([one], [said(one, 0, slug, "rejected") for slug in suggested]).coverage()
    assert coverage.counts.rejected_only == len(suggested)
    assert coverage.counts.suggested == coverage.counts.confirmed == 0
    assert coverage.touch_nothing == ("A",)
    assert coverage.outcomes.reviewed == 1


def test_mathematics_touches_nothing() -> None:
    """A course that shares nothing with the standard is named."""
    coverage = made([course("A", TEXTS[0]), course("M", TEXTS[4])]).coverage()
    assert coverage.touch_nothing == ("M",)
    assert coverage.outcomes.no_match == 1


def test_over_taught_is_far_above_the_median() -> None:
    """Three courses are over-taught where most competencies stand in one; two are not."""
    courses = [course(code, TEXTS[0]) for code in "ABC"]
    others = [each.competency for each in mapped(TEXTS[0]).suggestions if each.competency != PLAN]
    single = [said(courses[0], 0, slug) for slug in others]
    twice = made(courses, [*single, *(said(each, 0, PLAN) for each in courses[:2])]).coverage()
    thrice = made(courses, [*single, *(said(each, 0, PLAN) for each in courses)]).coverage()
    assert (twice.over_taught.median, twice.over_taught.least_courses) == (1, 3)
    assert twice.over_taught.competencies == ()
    assert thrice.over_taught.competencies == (PLAN,)


def test_over_taught_follows_the_median() -> None:
    """Where everything is taught in three courses, nothing is over-taught."""
    courses = [course(code, TEXTS[0]) for code in "ABC"]
    slugs = [each.competency for each in mapped(TEXTS[0]).suggestions]
    coverage = made(courses, [said(each, 0, slug) for each in courses for slug in slugs]).coverage()
    assert coverage.over_taught.least_courses == 7
    assert coverage.over_taught.competencies == ()


def test_unknown_semester_stands_last() -> None:
    """Semesters come in order, and the courses that do not say theirs stand at the end."""
    courses = [course("A", TEXTS[0], semester=None), course("B", TEXTS[1], semester=2), course("C", TEXTS[2])]
    rows = made(courses).coverage().by_semester
    assert [(row.semester, row.courses) for row in rows] == [(1, ("C",)), (2, ("B",)), (None, ("A",))]


@pytest.mark.parametrize(
    ("level", "card", "relation"),
    [
        ("higher", 15, "named"),
        ("высшее", 15, "named"),
        ("higher", 13, "above"),
        ("higher", 9, "proved"),
        ("higher", 16, "below"),
        ("tve_specialist", 13, "named"),
        ("tve_worker", 9, "proved"),
        ("master", 15, "above"),
        ("residency", 16, "other"),
    ],
)
def test_level_of_the_award(level: str, card: int, relation: str) -> None:
    """The award's level is compared with the levels that the card's table of education names."""
    found = made([course("A", TEXTS[0])], level=level).coverage(card=card).award
    assert [(one.card, one.relation) for one in found.cards] == [(card, relation)]


def test_unknown_level_is_no_guess() -> None:
    """A level in words that nobody knows is not known, for every card."""
    award = made([course("A", TEXTS[0])], level="wizardry").coverage().award
    assert award.level is None
    assert {one.relation for one in award.cards} == {"not_known"}


def test_decisions_without_a_place_are_told() -> None:
    """A decision on a course or a competency that is not there changes nothing and is counted apart."""
    one = course("A", TEXTS[0])
    lost = [
        said(one, 0, PLAN).model_copy(update={"course": "Z"}),
        said(one, 0, PLAN).model_copy(update={"competency": "no-such-competency"}),
    ]
    coverage = made([one], lost).coverage()
    assert coverage.counts.confirmed == 0
    assert coverage.decided.count("unplaced") == 2


def test_cards_not_in_force_are_named() -> None:
    """On a day after the amendment the cards whose wording it replaced are named."""
    coverage = made([course("A", TEXTS[0])]).coverage()
    assert coverage.superseded == (12, 13, 14, 15, 16)


def test_bad_questions_are_refused() -> None:
    """An unknown card and too many suggestions are errors that say so."""
    curriculum = Curriculum.model_validate(
        {"programme": {"title": "A"}, "courses": [{"code": "A", "title": TEXTS[0]}]}
    )
    with pytest.raises(LookupFailure, match="no card"):
        measure_coverage(curriculum, card=99)
    with pytest.raises(InputError, match="out of range"):
        measure_coverage(curriculum, top=51)


def test_terms_have_the_competencies_linked_to_them() -> None:
    """A technology's row holds exactly the competencies that name the technology."""
    coverage = made([course("A", TEXTS[0])]).coverage()
    for row in coverage.by_technology:
        named = {one.id for one in STANDARD.competencies.values() if row.id in one.technologies}
        assert set(row.competencies) == named


@pytest.mark.parametrize(
    ("value", "said"), [(5.0, "5"), (2.5, "2.5"), (1_000_000.0, "1000000"), (0.0, "0"), (100.0, "100")]
)
def test_credits_are_written_out(value: float, said: str) -> None:
    """A number of credits has no exponent and no needless zeros."""
    assert amount(value) == said
