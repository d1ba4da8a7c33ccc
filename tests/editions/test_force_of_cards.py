"""Which wording of each card is in force, said with the edition of that card."""

from datetime import date

import pytest

from socwork_standard.curriculum.force import advisory, superseded
from socwork_standard.curriculum.mapping import map_curriculum
from socwork_standard.data.load import load_standard
from socwork_standard.data.standard import Standard
from socwork_standard.editions.impact import impact
from socwork_standard.exports.heat_map import heat_map_svg
from socwork_standard.model.base import LANGUAGES, Language
from socwork_standard.model.curriculum import Curriculum
from socwork_standard.programme.coverage import measure_coverage
from socwork_standard.reports.coverage_words import CoverageWords
from socwork_standard.reports.editions import ImpactReport
from socwork_standard.reports.layout import as_text
from socwork_standard.reports.mapping import mapping_page

LATER = date(2027, 2, 1)
CURRICULUM = Curriculum.model_validate(
    {"programme": {"title": "A"}, "courses": [{"code": "A", "title": "Social work with families"}]}
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_card_is_named_with_its_own_edition(second: Standard, language: Language) -> None:
    """After the second edition begins, the four cards it does not word are told with the first one's id."""
    points = superseded(second, second.points, LATER)
    assert points == (12, 14, 15, 16)
    (line,) = advisory(second, points, LATER, language)
    assert "(2024-125)" in line
    assert "2027-example" not in line
    assert "12, 14, 15, 16" in line


def test_a_newer_text_is_not_called_an_earlier_one(second: Standard) -> None:
    """Before the second edition begins, its text is compared with and told to be not yet in force."""
    day = date(2026, 8, 1)
    points = superseded(second, second.points, day)
    assert points == (12, 13, 14, 15, 16)
    lines = advisory(second, points, day, "en")
    assert [("(2024-125)" in line, "not yet in force" in line) for line in lines] == [
        (True, False),
        (False, True),
    ]


def test_coverage_and_its_picture_say_the_same(second: Standard) -> None:
    """The words of coverage and the heat map name the edition of the cards."""
    coverage = measure_coverage(CURRICULUM, (), second, on=LATER)
    assert coverage.superseded == (12, 14, 15, 16)
    assert "(2024-125)" in "".join(CoverageWords(coverage, second, "en").advisory())
    assert "(2024-125)" in heat_map_svg(coverage, second)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mapping_says_its_edition_and_the_cards_not_in_force(second: Standard, language: Language) -> None:
    """A mapping has edition, day and superseded cards in JSON and on its page."""
    mapping = map_curriculum(CURRICULUM, standard=second, on=LATER)
    data = mapping.as_dict()
    assert (data["edition"], data["as_of"], data["superseded"]) == (
        "2027-example",
        "2027-02-01",
        [12, 14, 15, 16],
    )
    page = " ".join(as_text(mapping_page(CURRICULUM, mapping, second, language), width=10_000).split())
    assert "2027-example" in page
    assert "(2024-125)" in page


def test_a_mapping_of_one_card_names_that_card_alone() -> None:
    """Only the cards asked for are told."""
    found = [map_curriculum(CURRICULUM, card=card, on=LATER).superseded for card in (9, 14)]
    assert found == [(), (14,)]


def test_impact_names_every_card_that_is_not_in_force(second: Standard) -> None:
    """The advisory of an impact is not only of the cards that differ."""
    found = impact(load_standard(), second, as_of=LATER)
    page = as_text(ImpactReport("en", (load_standard(), second)).page(found), width=10_000)
    assert "the old side is advisory. Cards: 12, 13, 14, 15, 16" in page
    assert "the new side is advisory. Cards: 12, 14, 15, 16" in page
