"""What holds of every coverage, whatever the programme and the decisions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coverage_programmes import SLUGS, STANDARD, Made, programmes, said
from hypothesis import given
from hypothesis import strategies as st

if TYPE_CHECKING:
    from socwork_standard.programme.coverage import Coverage
    from socwork_standard.programme.coverage_rows import GroupRow


def groups(coverage: Coverage) -> tuple[GroupRow, ...]:
    """Every row of every view by competencies."""
    return (
        *coverage.by_card,
        *coverage.by_function,
        *coverage.by_skill,
        *coverage.by_technology,
        *coverage.by_service,
    )


def confirmed(coverage: Coverage) -> set[str]:
    """The competencies that count as covered."""
    return {row.competency for row in coverage.by_competency if row.state == "confirmed"}


@given(programmes())
def test_counts_sum_to_the_competencies(made: Made) -> None:
    """In every view the four counts sum to the number of competencies, and the unseen are among the suggested."""
    coverage = made.coverage()
    assert coverage.counts.number == len(coverage.by_competency) == len(SLUGS)
    for row in groups(coverage):
        assert row.counts.number == len(set(row.competencies)) == len(row.competencies)
    views = [*(row.counts for row in coverage.by_course), *(row.counts for row in coverage.by_semester)]
    assert {counts.number for counts in views} == {len(SLUGS)}
    every = [coverage.counts, *views, *(row.counts for row in groups(coverage))]
    assert all(0 <= counts.not_reviewed <= counts.suggested for counts in every)


@given(programmes())
def test_outcomes_sum(made: Made) -> None:
    """The outcomes of the courses sum to all outcomes of the curriculum."""
    coverage = made.coverage()
    assert coverage.outcomes.number == len(made.curriculum.outcomes())
    assert sum(row.outcomes.number for row in coverage.by_course) == coverage.outcomes.number


@given(programmes())
def test_only_what_a_person_said_is_confirmed(made: Made) -> None:
    """Each confirmed competency has a decision of a person for it, and without decisions nothing is confirmed."""
    for_it = {one.competency for one in made.decisions if one.decision != "rejected"}
    assert confirmed(made.coverage()) <= for_it
    bare = replace(made, decisions=()).coverage()
    assert bare.counts.confirmed == 0
    assert bare.credits.confirmed == 0
    assert not any(row.counts.confirmed or row.courses for row in groups(bare))
    assert bare.counts.suggested == bare.counts.not_reviewed


@given(programmes(), st.data())
def test_a_confirmation_raises_by_that_competency_only(made: Made, data: st.DataObject) -> None:
    """One more confirmation, by somebody new, covers at most its own competency and uncovers only a disputed one."""
    course = data.draw(st.sampled_from(made.curriculum.courses))
    number = data.draw(st.integers(0, len(course.outcomes) - 1))
    slug = data.draw(st.sampled_from(SLUGS))
    before = made.coverage()
    after = made.also(said(course, number, slug, by="third reader")).coverage()
    assert confirmed(before) <= confirmed(after) <= confirmed(before) | {slug}
    for old, new in zip(groups(before), groups(after), strict=True):
        assert 0 <= new.counts.confirmed - old.counts.confirmed <= (slug in new.competencies)


@given(programmes(), st.randoms(use_true_random=False))
def test_order_of_courses_changes_no_total(made: Made, random: object) -> None:
    """The courses in another order give the same counts and credits."""
    courses = list(made.curriculum.courses)
    random.shuffle(courses)  # type: ignore[attr-defined]
    other = replace(
        made,
        curriculum=made.curriculum.model_copy(update={"courses": tuple(courses)}),
        outcomes=tuple(one for course in courses for one in made.outcomes if one.course == course.code),
    )
    one, two = made.coverage(), other.coverage()
    assert one.counts == two.counts
    assert one.outcomes == two.outcomes
    assert one.credits == two.credits
    assert one.over_taught == two.over_taught
    assert sorted(one.touch_nothing) == sorted(two.touch_nothing)
    for old, new in zip(groups(one), groups(two), strict=True):
        assert (old.counts, old.credits, set(old.courses)) == (new.counts, new.credits, set(new.courses))
    assert [(row.semester, row.counts, row.confirmed_so_far) for row in one.by_semester] == [
        (row.semester, row.counts, row.confirmed_so_far) for row in two.by_semester
    ]


@given(programmes(), st.sampled_from(STANDARD.points))
def test_a_card_alone_is_the_card_among_all(made: Made, point: int) -> None:
    """A card asked for alone has the counts that it has among all cards."""
    whole = {row.id: row for row in made.coverage().by_card}
    alone = made.coverage(card=point)
    assert alone.by_card == (whole[str(point)],)
    assert alone.counts == whole[str(point)].counts


@given(programmes())
def test_semesters_build_up_to_the_whole(made: Made) -> None:
    """What the semesters confirm for the first time sums to all that is confirmed."""
    coverage = made.coverage()
    assert sum(row.first_confirmed for row in coverage.by_semester) == coverage.counts.confirmed
    assert coverage.by_semester[-1].confirmed_so_far == coverage.counts.confirmed


@given(programmes())
def test_every_decision_has_a_fate(made: Made) -> None:
    """No decision gets lost: their fates sum to their number."""
    found = made.coverage().decided.as_dict()
    fates = ("counted", "stale", "disputed", "replaced", "unplaced")
    assert sum(found[fate] for fate in fates) == found["number"] == len(made.decisions)  # type: ignore[literal-required]


@given(programmes())
def test_courses_that_touch_nothing_have_nothing_open(made: Made) -> None:
    """A course touches nothing exactly where no competency has a confirmed or open link with it."""
    coverage = made.coverage()
    linked = {
        cell.course
        for row in coverage.by_competency
        for cell in row.courses
        if cell.state in ("confirmed", "suggested")
    }
    assert set(coverage.touch_nothing) == {one.code for one in made.curriculum.courses} - linked
