"""What a programme loses with some of its courses."""

from __future__ import annotations

from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socwork_standard.curriculum.index import index_of
from socwork_standard.curriculum.links import Link
from socwork_standard.curriculum.mapping import coverage
from socwork_standard.data.load import load_standard
from socwork_standard.errors import InputError
from socwork_standard.model.curriculum import Curriculum, LinkState
from socwork_standard.programme.what_if import standings, what_if

STANDARD = load_standard()
INDEX = index_of(STANDARD)
SLUGS = sorted(STANDARD.competencies)[:6]
CODES = ("A", "B", "C")
CURRICULUM = Curriculum.model_validate(
    {
        "programme": {"title": "P"},
        "courses": [
            {"code": "A", "title": "a", "credits": 5},
            {"code": "B", "title": "b", "credits": 2.5},
            {"code": "C", "title": "c"},
        ],
    }
)
STATES: tuple[LinkState, ...] = ("confirmed", "rejected", "suggested", "stale", "disputed")


def link(course: str, competency: str, state: str) -> Link:
    """A link of a course that stands for itself."""
    return Link(course, None, competency, cast("LinkState", state), "weak")


def test_the_last_confirmed_course_is_a_loss() -> None:
    """A competency that only the dropped course confirmed is lost, with that course and what is left."""
    links = [link("A", SLUGS[0], "confirmed"), link("B", SLUGS[0], "suggested")]
    found = what_if(CURRICULUM, ["A"], links, STANDARD)
    assert [(one["competency"], one["courses"], one["left"]) for one in found["lost_confirmed"]] == [
        (SLUGS[0], ["A"], "suggested")
    ]
    assert found["lost_suggested"] == []


def test_another_confirmed_course_keeps_it() -> None:
    """A competency that another course confirms too is no loss."""
    links = [link("A", SLUGS[0], "confirmed"), link("B", SLUGS[0], "confirmed")]
    found = what_if(CURRICULUM, ["A"], links, STANDARD)
    assert found["lost_confirmed"] == found["lost_suggested"] == []


def test_suggestions_are_lost_apart() -> None:
    """The last open suggestion of a competency that nobody confirmed is lost apart from confirmed ones."""
    links = [link("A", SLUGS[0], "suggested"), link("B", SLUGS[0], "rejected")]
    found = what_if(CURRICULUM, ["A"], links, STANDARD)
    assert found["lost_confirmed"] == []
    assert [one["left"] for one in found["lost_suggested"]] == ["rejected_only"]


def test_functions_are_those_of_the_items() -> None:
    """A lost competency names the labour functions in which the cards print it."""
    found = what_if(CURRICULUM, ["A"], [link("A", SLUGS[0], "confirmed")], STANDARD)["lost_confirmed"][0]
    printed = {tuple(item.split(".")[:2]) for item in STANDARD.competencies[SLUGS[0]].items}
    assert {tuple(one.split(".")) for one in found["functions"]} == printed


def test_credits_are_counted_where_they_are_stated() -> None:
    """Credits lost and left are sums of stated ones; a course without credits is named."""
    found = what_if(CURRICULUM, ["c", "B"], [], STANDARD)
    assert found["dropped"] == ["B", "C"]
    assert (found["credits_lost"], found["credits_left"]) == (2.5, 5.0)
    assert found["credits_not_known"] == ["C"]


@pytest.mark.parametrize("dropped", [["Z"], ["A", "B", "C"]])
def test_a_wrong_choice_of_courses_is_an_error(dropped: list[str]) -> None:
    """A code that no course has, and dropping every course, are errors at the option."""
    with pytest.raises(InputError) as failure:
        what_if(CURRICULUM, dropped, [], STANDARD)
    assert failure.value.where == "--drop"


linked = st.lists(
    st.builds(link, st.sampled_from(CODES), st.sampled_from(SLUGS), st.sampled_from(STATES)),
    unique_by=lambda one: (one.course, one.competency),
)


@given(links=linked, dropped=st.sets(st.sampled_from(CODES), min_size=1, max_size=2))
def test_after_is_the_programme_without_the_courses(links: list[Link], dropped: set[str]) -> None:
    """The counts after are those of a programme that never had the courses, and the losses explain the difference."""
    found = what_if(CURRICULUM, sorted(dropped), links, STANDARD)
    kept = coverage(INDEX, STANDARD.points, [one for one in links if one.course not in dropped])
    whole = coverage(INDEX, STANDARD.points, links)
    for card in found["cards"]:
        assert card["after"]["confirmed"] == kept[card["card"]].confirmed
        assert card["after"]["suggested"] == kept[card["card"]].suggested
        assert card["before"]["confirmed"] == whole[card["card"]].confirmed
        lost = [
            one
            for one in found["lost_confirmed"]
            if any(item.startswith(f"{card['card']}.") for item in one["items"])
        ]
        assert card["before"]["confirmed"] - len(lost) == card["after"]["confirmed"]


@given(links=linked)
def test_one_confirmed_link_is_enough(links: list[Link]) -> None:
    """A competency is confirmed exactly where one of its links is."""
    confirmed = {one.competency for one in links if one.state == "confirmed"}
    assert {slug for slug, standing in standings(links).items() if standing == "confirmed"} == confirmed
