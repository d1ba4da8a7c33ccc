"""The pages in a real browser: each task end to end, by keyboard, on a telephone, and for a screen reader."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from web_asking import in_language

from serving import faults
from socwork_standard.i18n import text
from socwork_standard.model.base import LANGUAGES, Language

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ADDRESSES = [
    "/",
    "/cards",
    "/cards/13",
    "/compare?first=12&second=13",
    "/search?q=кейс",
    "/check",
    "/check?card=13",
    "/plan",
    "/ladder?from=13&to=17",
    "/vacancy?card=13",
    "/api",
    "/nothing",
]
TELEPHONE = {"width": 360, "height": 740}
PEOPLE = Path(__file__).resolve().parents[2] / "examples" / "people"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # playwright leaves its pipes to the collector
    pytest.mark.xdist_group("chromium-web"),
]


def fill(tab: Page, person: str, language: Language) -> None:
    """Load a person of the examples into the form."""
    tab.get_by_text(text(language, "web.load"), exact=True).click()
    tab.set_input_files("#file", PEOPLE / f"{person}.yaml")
    send(tab, language, "web.load.do")


def nothing(tab: Page, *facts: str) -> None:
    """Say of these kinds of facts that there are known to be none."""
    for fact in facts:
        tab.check(f"[name='{fact}.state'][value='none']")


def press(tab: Page, language: Language, key: str) -> None:
    """Press the button of this text."""
    tab.get_by_role("button", name=text(language, key), exact=True).click()


def send(tab: Page, language: Language, key: str) -> None:
    """Press the button of this text and wait for the page that answers."""
    with tab.expect_navigation():
        press(tab, language, key)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_person_is_checked(tab: Page, language: Language) -> None:
    """From the first page to a decision: choose the card, type what is known, read the answer."""
    tab.goto(f"/?lang={language}")
    tab.get_by_role("main").get_by_role("link", name=text(language, "web.nav.check")).click()
    tab.select_option("#card", "13")
    tab.fill("#day", "2025-06-01")
    send(tab, language, "web.check.update")
    tab.select_option("[id='education.0.level']", "tve_specialist")
    tab.fill("[id='education.0.speciality']", "Әлеуметтік жұмыс")
    tab.fill("[id='education.0.qualification']", "Әлеуметтік жұмыскер")
    tab.fill("[id='education.0.completed']", "30.06.2015")
    nothing(tab, "training")
    send(tab, language, "web.check.do")
    assert text(language, "status.eligible") in tab.locator("#verdict").inner_text()
    assert tab.evaluate("document.activeElement.id") == "verdict"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_record_is_loaded_and_its_decision_read(tab: Page, language: Language) -> None:
    """A record file fills the form; the decision says from when, and what is missing."""
    tab.goto(f"/check?card=13&category=highest&day=2025-06-01&lang={language}")
    fill(tab, "0417", language)
    assert tab.input_value("[id='experience.2.start']") == "2022-07-01"
    send(tab, language, "web.check.do")
    assert "2025-07-01" in tab.locator(".verdict").inner_text()
    with tab.expect_download() as download:
        press(tab, language, "web.take.json")
    assert download.value.suggested_filename == "decision.json"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_career_is_planned(tab: Page, language: Language) -> None:
    """A record and a post give a plan, with its way on the ladder."""
    tab.goto(f"/plan?lang={language}")
    fill(tab, "0417", language)
    tab.select_option("#card", "14")
    send(tab, language, "web.plan.do")
    assert tab.locator("#plan h2").inner_text()
    assert tab.locator(".picture a[href='/cards/14']").count() == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_standard_is_read(tab: Page, language: Language) -> None:
    """Search leads to an item on its card, unfolded; the ladder leads to a card; a vacancy is made of it."""
    tab.goto(f"/search?q=кейс-менеджмент құралын қолдану&lang={language}")
    with tab.expect_navigation():
        tab.locator(".hits a[href*='#']").first.click()
    target = tab.evaluate("location.hash.slice(1)")
    tab.locator(f"[id='{target}']").wait_for(state="visible")
    tab.goto("/ladder")
    tab.locator(".picture a[href='/cards/15']").click()
    assert tab.url.endswith("/cards/15")
    tab.get_by_role("main").get_by_role("link", name=text(language, "web.nav.vacancy")).click()
    assert text(language, "vacancy.duties") in tab.locator("#vacancy").inner_text()


def test_the_language_is_switched_without_loss(tab: Page) -> None:
    """The language buttons keep the page, and on a form what was typed and the answer shown."""
    tab.goto("/cards/13?on=2025-06-01")
    tab.get_by_role("link", name="Қазақша").click()
    assert tab.locator("html").get_attribute("lang") == "kk"
    assert tab.url.partition("?")[2] == "on=2025-06-01&lang=kk"
    tab.goto("/check?card=13&lang=en")
    tab.fill("[id='education.0.speciality']", "Social work")
    tab.get_by_role("button", name="Русский").click()
    assert tab.locator("html").get_attribute("lang") == "ru"
    assert tab.input_value("[id='education.0.speciality']") == "Social work"


def test_the_back_button_keeps_what_was_typed(tab: Page) -> None:
    """From the answer back to the form: what was typed is still there."""
    tab.goto("/check?card=13&day=2025-06-01")
    tab.fill("#id", "0417")
    nothing(tab, "education", "training")
    send(tab, "en", "web.check.do")
    assert tab.locator("#verdict").count() == 1
    tab.go_back(wait_until="commit")
    tab.locator("#verdict").wait_for(state="detached")
    assert tab.input_value("#id") == "0417"
    assert tab.is_checked("[name='education.state'][value='none']")


def test_rows_are_added_in_place(tab: Page) -> None:
    """With scripts a row is added and removed without asking the server, and takes the focus."""
    tab.goto("/check?card=13")
    tab.evaluate("window.kept = true")
    press(tab, "en", "web.row.add.education")
    assert tab.evaluate("document.activeElement.id") == "education.1.level"
    tab.locator("[data-row='education']").nth(1).get_by_role("button").click()
    assert tab.locator("[data-row='education']").count() == 1
    assert tab.evaluate("window.kept")


def test_rows_hide_where_nothing_is_listed(tab: Page) -> None:
    """Who knows that there is none, or does not know, sees no rows."""
    tab.goto("/check?card=13")
    row = tab.locator("[data-row='education']")
    assert row.is_visible()
    tab.check("[name='education.state'][value='unknown']")
    assert not row.is_visible()


def test_by_keyboard_alone(tab: Page) -> None:
    """The skip link comes first; Enter in a field checks; the answer takes the focus."""
    tab.goto("/check?card=9&day=2025-06-01")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.className") == "skip"
    tab.keyboard.press("Enter")
    for _ in range(60):
        tab.keyboard.press("Tab")
        name = tab.evaluate("document.activeElement.name ?? ''")
        if name.endswith(".state"):
            tab.keyboard.press("ArrowDown")
            tab.keyboard.press("ArrowDown")
            if name == "training.state":
                break
    tab.keyboard.press("Enter")
    tab.wait_for_selector("#verdict")
    assert tab.evaluate("document.activeElement.id") == "verdict"
    assert tab.is_checked("[name='training.state'][value='none']")


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_wider_than_a_telephone(tab: Page, language: Language) -> None:
    """At 360 pixels no page scrolls sideways."""
    tab.set_viewport_size(TELEPHONE)  # type: ignore[arg-type]
    for address in ADDRESSES:
        tab.goto(in_language(address, language))
        assert tab.evaluate("document.documentElement.scrollWidth") <= TELEPHONE["width"], address
    tab.goto("/check?card=13&category=highest&day=2025-06-01")
    fill(tab, "0419", language)
    send(tab, language, "web.check.do")
    assert tab.evaluate("document.documentElement.scrollWidth") <= TELEPHONE["width"]


@pytest.mark.parametrize(("language", "scheme"), [("kk", "light"), ("ru", "dark"), ("en", "light")])
def test_axe_finds_no_serious_fault(tab: Page, language: Language, scheme: Any) -> None:  # noqa: ANN401 - a literal
    """No page has a serious or critical fault of accessibility, in each language, light and dark."""
    tab.emulate_media(color_scheme=scheme)
    for address in ADDRESSES:
        tab.goto(in_language(address, language))
        assert faults(tab) == [], address
    for person in ("0417", "0419"):
        tab.goto("/check?card=13&category=highest&day=2025-06-01")
        fill(tab, person, language)
        send(tab, language, "web.check.do")
        assert faults(tab) == [], person
    tab.goto("/plan")
    fill(tab, "0417", language)
    tab.select_option("#card", "14")
    send(tab, language, "web.plan.do")
    assert faults(tab) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_screen_reader_finds_the_form(tab: Page, language: Language) -> None:
    """The accessibility tree of the form names every part by its text."""
    tab.goto(f"/check?card=13&lang={language}")
    tree = tab.locator("main").aria_snapshot()
    for key in ("web.fact.education", "web.field.speciality", "web.state.unknown", "web.check.do"):
        assert text(language, key) in tree, key
    assert f'heading "{text(language, "web.nav.check")}" [level=1]' in tree


def test_without_scripts_a_row_is_added(browser: Browser, server: str) -> None:
    """Everything works with scripts switched off."""
    context = browser.new_context(base_url=server, locale="en-GB", java_script_enabled=False)
    page = context.new_page()
    page.goto("/check?card=13&day=2025-06-01")
    send(page, "en", "web.row.add.education")
    assert page.locator("[data-row='education']").count() == 2
    nothing(page, "education", "training")
    send(page, "en", "web.check.do")
    assert page.locator("#verdict").count() == 1
    context.close()


def test_on_paper_only_the_answer(tab: Page) -> None:
    """Printed, the page shows the decision and neither form nor menu."""
    tab.goto("/check?card=13&category=highest&day=2025-06-01")
    fill(tab, "0417", "en")
    send(tab, "en", "web.check.do")
    tab.emulate_media(media="print")
    assert tab.locator("#verdict").is_visible()
    assert not tab.locator("#person").is_visible()
    assert not tab.locator(".top").is_visible()
