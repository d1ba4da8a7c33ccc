"""What the pages say: banners once, errors in their own words, steps as lists, numbers that may be an ИИН."""

from __future__ import annotations

from html import unescape

import pytest
from fastapi.testclient import TestClient
from web_asking import FORM, in_language

LATE = "2026-11-21"
ADVISORY = {"kk": "АНЫҚТАМА ҮШІН", "ru": "СПРАВОЧНО", "en": "ADVISORY:"}
LANGUAGES = ("kk", "ru", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wording_not_in_force_is_said_once(client: TestClient, language: str) -> None:
    """The form of a superseded card says so, and the answer says it once."""
    form = client.get(in_language(f"/check?card=13&day={LATE}", language)).text
    assert form.count('class="banner"') == 1
    answer = client.post(in_language("/check", language), data={**FORM, "day": LATE}).text
    assert answer.count('class="banner"') == 1
    assert answer.count(ADVISORY[language]) == 1
    assert 'class="banner"' not in client.get("/check?card=13&day=2025-06-01").text


@pytest.mark.parametrize("path", ["/ladder", "/compare?first=12&second=13", "/search?q=13.1.1"])
def test_pages_on_cards_say_what_is_not_in_force_today(client: TestClient, path: str) -> None:
    """A page that shows words of a card whose wording is superseded says so, once."""
    standard = client.app.state.services.standard  # type: ignore[attr-defined]
    outdated = not standard.in_force(13).in_force
    assert client.get(path).text.count('class="banner"') == outdated


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wrong_day_is_told_as_it_was_typed(client: TestClient, language: str) -> None:
    """The message names the row and the field, and shows the day in the form in which it was typed."""
    given = {**FORM, "education.0.completed": "31.02.2015"}
    said = unescape(client.post(in_language("/check", language), data=given).text)
    message = said.partition('role="alert"')[2].partition("</p>")[0]
    assert "31.02.2015" in message
    assert "2015-02-31" not in message
    label = {"kk": "аяқталған күні", "ru": "дата окончания", "en": "completed on"}[language]
    assert f" 1, {label}: " in message


def test_steps_that_go_together_are_a_list(client: TestClient) -> None:
    """Steps of one change stand below each other, so that no sign between them can be misread."""
    school = {
        "education.0.level": "general_secondary",
        "education.0.speciality": "",
        "education.0.qualification": "",
    }
    given = {**FORM, **school, "card": "15", "category": "highest"}
    said = client.post("/check", data=given).text
    changes = said.partition('<ol class="changes">')[2].partition("</ol>")[0]
    assert "all of these:<ul><li>" in changes


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_like_an_iin_is_warned_of(client: TestClient, language: str) -> None:
    """The page warns, and prints the number nowhere but in the field where it was typed."""
    number = "900101300123"
    said = client.post(in_language("/check", language), data={**FORM, "id": number}).text
    banner = said.partition('class="banner"')[2].partition("</p>")[0]
    assert {"kk": "ЖСН", "ru": "ИИН", "en": "IIN"}[language] in banner
    assert said.count(number) == 1
    taken = client.post("/check/decision.json", data={**FORM, "id": number})
    assert number not in taken.text
