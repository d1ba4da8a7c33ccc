"""What decisions make of links, and of the coverage that is counted from them."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reviewing import EDITION, STANDARD, curriculum, decision

from socwork_standard.curriculum.links import links, text_sha256
from socwork_standard.curriculum.mapping import map_curriculum
from socwork_standard.model.curriculum import CardCoverage

OUTCOMES = map_curriculum(curriculum(), standard=STANDARD).outcomes
OTHER_TEXT = "0" * 64


def state(*said: Any) -> str:  # noqa: ANN401
    """What these decisions make of the first outcome's resource map."""
    (link,) = [one for one in links(OUTCOMES[:1], said, EDITION) if one.competency == "develop-resource-map"]
    return link.state


def test_without_a_decision_a_link_is_only_suggested() -> None:
    """What nobody decided on is a suggestion."""
    assert state() == "suggested"


@pytest.mark.parametrize(
    ("said", "expected"), [("confirmed", "confirmed"), ("added", "confirmed"), ("rejected", "rejected")]
)
def test_a_decision_counts(said: str, expected: str) -> None:
    """A confirmed and an added competency are confirmed, a rejected one is rejected."""
    assert state(decision(decision=said)) == expected


def test_two_people_of_two_minds() -> None:
    """A link on which two people differ is disputed."""
    assert state(decision(), decision(by="two", decision="rejected")) == "disputed"


def test_a_person_s_later_word_replaces_the_earlier_one() -> None:
    """The last day counts, wherever the decision stands in the file."""
    later = decision(decision="rejected", on=date(2026, 11, 17))
    assert state(later, decision()) == state(decision(), later) == "rejected"


@pytest.mark.parametrize("other", [{"text_sha256": OTHER_TEXT}, {"edition": "1999-1"}])
def test_another_text_or_edition_is_stale(other: dict[str, str]) -> None:
    """What was decided on another text or edition has to be looked at again."""
    assert state(decision(**other)) == "stale"


def test_a_new_decision_settles_a_stale_link() -> None:
    """One person's decision on the new text counts, whatever another said of the old one."""
    assert state(decision(text_sha256=OTHER_TEXT), decision(by="two", decision="rejected")) == "rejected"


def test_decisions_elsewhere_make_no_link() -> None:
    """A decision on an outcome that is not in the curriculum changes no link."""
    assert links(OUTCOMES, [decision(course="Z9")], EDITION) == links(OUTCOMES, [], EDITION)


SLUGS = [*[one.competency for each in OUTCOMES for one in each.suggestions][:6], "first-aid-skills-knowledge"]
DECISIONS = st.builds(
    decision,
    st.sampled_from(SLUGS),
    decision=st.sampled_from(["confirmed", "rejected", "added"]),
    by=st.sampled_from(["one", "two"]),
    on=st.dates(date(2026, 11, 1), date(2026, 11, 5)),
    text_sha256=st.sampled_from([decision().text_sha256, OTHER_TEXT]),
)


def total(counts: CardCoverage) -> int:
    """The competencies of a card."""
    return counts.confirmed + counts.suggested + counts.rejected_only + counts.gap


@given(st.lists(DECISIONS, max_size=12))
def test_coverage_always_sums_to_the_card(said: list[Any]) -> None:
    """Whatever was decided, the four counts sum to the card's competencies, and confirmed ones were confirmed."""
    mapping = map_curriculum(curriculum(), standard=STANDARD, decisions=said)
    plain = map_curriculum(curriculum(), standard=STANDARD)
    for card, counts in mapping.coverage.items():
        assert total(counts) == total(plain.coverage[card])
        confirmed = {one.competency for one in said if one.decision != "rejected"}
        assert counts.confirmed <= len(confirmed)


def test_coverage_tells_confirmed_open_and_rejected_apart() -> None:
    """A rejected suggestion leaves the open ones, a confirmed one is covered, an added one too."""
    said = [
        decision(),
        decision("first-aid-skills-knowledge", decision="added"),
        decision("prepare-case-documents-and-resource-map", decision="rejected"),
        decision(
            "prepare-case-documents-and-resource-map",
            decision="rejected",
            course="B2",
            text_sha256=text_sha256(OUTCOMES[2].text),
        ),
    ]
    before = map_curriculum(curriculum(), standard=STANDARD).coverage
    mapping = map_curriculum(curriculum(), standard=STANDARD, decisions=said)
    cards = {
        card
        for card in before
        if any(
            item.startswith(f"{card}.")
            for item in STANDARD.competencies["prepare-case-documents-and-resource-map"].items
        )
    }
    assert cards
    assert all(mapping.coverage[card].rejected_only == 1 for card in cards)
    assert sum(one.confirmed for one in mapping.coverage.values()) > 0


def test_json_tells_the_state_of_each_suggestion() -> None:
    """Each suggestion has its decision, and an added competency stands beside the suggestions."""
    said = [decision(), decision("first-aid-skills-knowledge", decision="added")]
    first = map_curriculum(curriculum(), standard=STANDARD, decisions=said).as_dict()["outcomes"][0]
    by_slug = {one["competency"]: one["decision"] for one in first["suggestions"]}
    assert by_slug.pop("develop-resource-map") == "confirmed"
    assert set(by_slug.values()) == {"suggested"}
    assert [(one["competency"], one["decision"]) for one in first["added"]] == [
        ("first-aid-skills-knowledge", "confirmed")
    ]
    assert json.dumps(first)
