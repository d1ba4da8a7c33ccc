"""The text of a vacancy: made from the card's own words, complete, and honest about what it rests on."""

from __future__ import annotations

import json
from datetime import date

import pytest

from socwork_standard.cli import main
from socwork_standard.data.load import load_standard
from socwork_standard.i18n import text
from socwork_standard.model.base import LANGUAGES, Language
from socwork_standard.reports.vacancy import as_plain, vacancy_page

IN_FORCE, SUPERSEDED = date(2025, 6, 1), date(2026, 11, 21)


def plain(
    card: int, language: Language, day: date = IN_FORCE, category: str = "none", *, full: bool = False
) -> str:
    """Give the text of a vacancy."""
    standard = load_standard()
    page = vacancy_page(standard, standard.card(card), category, language, day=day, full=full)
    return as_plain(page)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("card", range(9, 19))
def test_every_card_gives_a_text(card: int, language: Language) -> None:
    """Every profession has duties, requirements and skills in every language, and no line is empty of words."""
    found = plain(card, language)
    for key in ("vacancy.duties", "vacancy.education", "vacancy.skills", "report.card.experience"):
        assert f"\n{text(language, key)}\n– " in found, key
    assert "– \n" not in found
    assert "None" not in found


def test_every_duty_is_a_function_of_the_card() -> None:
    """The duties are the card's labour functions, all of them."""
    card = load_standard().card(13)
    found = plain(13, "kk")
    entries = (*card.function_list.mandatory.entries, *card.function_list.optional.entries)
    assert all(one.text("kk").strip(" ;.")[1:] in found for one in entries)


def test_only_the_category_asked_for() -> None:
    """Of the experience only the clause of the category asked for is named."""
    found = plain(13, "kk", category="second")
    assert "Екінші санат - " in found
    assert "Жоғары санат - " not in found


def test_in_full_every_competency() -> None:
    """The full text names each ability and knowledge of the card once."""
    standard = load_standard()
    found = plain(13, "en", full=True)
    slugs = {one.competency for one in standard.card(13).items() if one.competency}
    lines = found.splitlines()
    for slug in slugs:
        wanted = standard.competencies[slug].en.strip(" ;.,-–")[1:]
        assert sum(wanted == line[3:] for line in lines) == 1, slug


def test_it_says_what_it_rests_on() -> None:
    """The text names the point and the order, that a translation is unofficial, and a wording out of force."""
    found = plain(13, "en")
    assert "point 13" in found
    assert text("en", "report.card.unofficial") in found
    assert text("kk", "report.card.unofficial") not in plain(13, "kk")
    assert "2026-11-21" in plain(13, "en", SUPERSEDED)
    assert "2025-06-01" not in found


def test_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    """`socwork vacancy` prints the text, and as JSON the same text with its card and category."""
    asked = ["vacancy", "social-worker", "--category", "second", "--on", "2025-06-01", "--lang", "ru"]
    assert main(asked) == 0
    printed = capsys.readouterr().out
    assert printed == plain(13, "ru", category="second")
    assert main([*asked, "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["card"], found["category"], found["text"]) == (13, "second", printed)


def test_a_category_that_the_card_has_not(capsys: pytest.CaptureFixture[str]) -> None:
    """A category asked of a card that has none is bad input."""
    assert main(["vacancy", "9", "--category", "first"]) == 2
    assert "categor" in capsys.readouterr().err.casefold()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wording_not_in_force_is_said_first(language: Language) -> None:
    """Nobody copies a superseded text without having read that it is one."""
    first = plain(13, language, SUPERSEDED).split("\n", 1)[0]
    assert first == text(language, "vacancy.not_in_force", day=SUPERSEDED.isoformat())
    assert plain(13, language).startswith(text(language, "vacancy.title", title="X").split("X")[0])
