"""What a check will ask for, grouped: alternatives, what goes together, and where a reading splits them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from socwork_standard.cli.checking import words_of
from socwork_standard.data.load import load_standard
from socwork_standard.eligibility.check import Checker
from socwork_standard.eligibility.needs import Way, needs, ways
from socwork_standard.model.base import LANGUAGES, Language
from socwork_standard.reports.layout import as_text
from socwork_standard.reports.lists import needs_page
from socwork_standard.reports.outdated import outdated

DAY = date(2025, 6, 1)


def leaves(way: Way) -> Iterator[tuple[str, str]]:
    """Give every need of a way: its requirement and what it asks."""
    if way.need is not None:
        yield way.need.requirement, way.need.asks
    for part in way.parts:
        yield from leaves(part)


@pytest.mark.parametrize(
    ("card", "category"), [(12, "none"), (13, "highest"), (15, "none"), (16, "none"), (18, "none")]
)
def test_no_need_of_the_list_is_lost(card: int, category: str) -> None:
    """What the flat list names stands in the ways too."""
    checker = Checker(load_standard())
    way = ways(card, category, checker=checker, on=DAY)
    flat = {(one.requirement, one.asks) for one in needs(card, category, checker=checker, on=DAY)}
    assert flat <= set(leaves(way))


def test_card_16_has_two_ways_of_two_parts() -> None:
    """Higher education with five years, or a master's degree with three: each with its own service."""
    way = ways(16, checker=Checker(load_standard()), on=DAY)
    assert (way.kind, [part.kind for part in way.parts]) == ("any", ["all", "all"])
    years = [asks for part in way.parts for _, asks in leaves(part) if asks.startswith("Service:")]
    assert [one.split(",")[0] for one in years] == ["Service: 5 years", "Service: 3 years"]
    diploma = way.parts[0].parts[0]
    assert (diploma.kind, diploma.readings) == ("by_reading", ("higher-diploma",))
    answers = [one.id for one in load_standard().readings["higher-diploma"].answers]
    assert [part.given for part in diploma.parts] == [((one,),) for one in answers]


def test_levels_stand_beside_their_own_specialities() -> None:
    """Card 15 takes a residency in health care; in pedagogy and psychology it names none."""
    asked = [asks for _, asks in leaves(ways(15, checker=Checker(load_standard()), on=DAY))]
    for one in asked:
        for part in one.split("; or "):
            assert not ("Residency" in part and "Pedagogy" in part), one


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_which_question_splits_a_requirement(language: Language) -> None:
    """With its words, and the warning of the wording not in force on the day, not that of another list."""
    standard = load_standard()
    checker, day = Checker(standard), date(2026, 11, 21)
    way = ways(16, checker=checker, on=day, language=language)
    force = standard.in_force(16, day)
    warned = outdated(standard, [16], language, day)
    page = needs_page(way, standard.card(16), "none", force, words_of(checker, language), warned)
    shown = " ".join(as_text(page).split())
    assert standard.readings["higher-diploma"].question.text(language) in shown.replace("!! ", "")
    assert "--card" not in shown
    assert warned.split()[0] in shown
