"""The review of a curriculum in a real browser: end to end, by keyboard, on a telephone, for a screen reader."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from curriculum_asking import BY, PROGRAMME, TABLE

from serving import faults
from socwork_standard.i18n import text
from socwork_standard.model.base import LANGUAGES, Language

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

TELEPHONE = {"width": 360, "height": 740}
pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # playwright leaves its pipes to the collector
    pytest.mark.xdist_group("chromium-curriculum"),
]


def press(tab: Page, language: Language, key: str) -> None:
    """Press the button of this text and wait for the page that answers."""
    with tab.expect_navigation():
        tab.get_by_role("button", name=text(language, key), exact=True).click()


def follow(tab: Page, language: Language, key: str) -> None:
    """Follow the first link of this text in the page's main part."""
    with tab.expect_navigation():
        tab.get_by_role("main").get_by_role("link", name=text(language, key)).first.click()


def begin(tab: Page, language: Language = "en", file: Path = PROGRAMME, decisions: Path | None = None) -> str:
    """Upload a curriculum and give the address of its review."""
    tab.goto(f"/curriculum?lang={language}")
    tab.set_input_files("#file", file)
    if decisions is not None:
        tab.set_input_files("#decisions", decisions)
    press(tab, language, "web.curriculum.begin")
    return tab.url


def decide(tab: Page, language: Language) -> None:
    """Confirm the first suggestion of the outcome shown, reject the second, and go on."""
    tab.fill("#by", BY)
    tab.locator("fieldset.suggestion").nth(0).locator("[type='radio'][value='yes']").check()
    if tab.locator("fieldset.suggestion").count() > 1:
        tab.locator("fieldset.suggestion").nth(1).locator("[type='radio'][value='no']").check()
    press(tab, language, "web.curriculum.save_next")


def confirmed(tab: Page) -> int:
    """Read the number of confirmed competencies on the page."""
    found = re.search(r"\d+", tab.locator(".counts li strong").first.inner_text())
    assert found is not None
    return int(found[0])


def taken(tab: Page, key: str, language: Language, to: Path) -> Path:
    """Download a file of the overview."""
    with tab.expect_download() as download:
        tab.get_by_role("main").get_by_role("link", name=text(language, key), exact=True).click()
    path = to / download.value.suggested_filename
    download.value.save_as(path)
    return path


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_curriculum_is_reviewed_and_taken_up_again(tab: Page, language: Language, tmp_path: Path) -> None:
    """Upload, decide on three outcomes, see coverage grow, download, forget, load the decisions file and go on."""
    begin(tab, language)
    follow(tab, language, "web.curriculum.review")
    for at in range(3):
        before = confirmed(tab)
        decide(tab, language)
        assert confirmed(tab) >= before
        assert tab.locator("[role='status']").count() == 1, at
    grown = confirmed(tab)
    assert grown >= 1
    follow(tab, language, "web.curriculum.overview")
    matrix = taken(tab, "web.curriculum.take.matrix", language, tmp_path)
    decisions = taken(tab, "web.curriculum.take.decisions", language, tmp_path)
    assert matrix.read_bytes().startswith(b"PK")
    assert decisions.read_text(encoding="utf-8").count(f"by: {BY}") >= 5
    press(tab, language, "web.curriculum.forget")
    assert text(language, "web.curriculum.forgotten") in tab.locator("main").inner_text()
    begin(tab, language, decisions=decisions)
    assert confirmed(tab) == grown
    follow(tab, language, "web.curriculum.review")
    decide(tab, language)
    assert confirmed(tab) >= grown


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_with_what_was_not_used(tab: Page, language: Language) -> None:
    """A spreadsheet is read; a competency is found by words and added; graduates are told their posts."""
    address = begin(tab, language, TABLE)
    tab.goto(f"{address}/1")
    tab.get_by_text(text(language, "web.curriculum.add"), exact=True).click()
    tab.fill("#q", "кейс")
    with tab.expect_navigation():
        tab.keyboard.press("Enter")
    tab.locator("#found input").first.check()
    tab.fill("#by", BY)
    press(tab, language, "web.curriculum.save")
    assert confirmed(tab) == 1
    follow(tab, language, "web.curriculum.overview")
    follow(tab, language, "web.curriculum.graduate")
    press(tab, language, "web.curriculum.graduate.do")
    assert text(language, "graduate.later") in tab.locator("main").inner_text()


def test_by_keyboard_alone(tab: Page) -> None:
    """After each answer the outcome has the focus; Tab, arrows and Enter confirm, name the reviewer and go on."""
    address = begin(tab)
    tab.goto(f"{address}/1")
    tab.wait_for_function("document.activeElement.id === 'outcome'")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.name.startsWith('say.')")
    tab.keyboard.press("ArrowRight")
    assert tab.evaluate("document.activeElement.value") == "yes"
    for _ in range(30):
        tab.keyboard.press("Tab")
        if tab.evaluate("document.activeElement.id") == "by":
            break
    tab.keyboard.type("office")
    with tab.expect_navigation():
        tab.keyboard.press("Enter")
    tab.wait_for_function("document.activeElement.id === 'outcome'")
    assert tab.url.startswith(f"{address}/2")
    assert confirmed(tab) == 1


def test_the_back_button(tab: Page) -> None:
    """Back from the next outcome the last one stands as it was decided, and deciding again replaces it."""
    from playwright.sync_api import expect

    address = begin(tab)
    tab.goto(f"{address}/1")
    decide(tab, "en")
    tab.go_back(wait_until="commit")
    tab.wait_for_url(f"{address}/1", wait_until="commit")
    first = tab.locator("fieldset.suggestion").first
    expect(first.locator("[type='radio'][value='yes']")).to_be_checked()
    first.locator("[type='radio'][value='no']").check()
    press(tab, "en", "web.curriculum.save")
    assert confirmed(tab) == 0


def test_the_language_is_switched_without_loss(tab: Page) -> None:
    """The language button keeps what is chosen and typed on an outcome."""
    address = begin(tab)
    tab.goto(f"{address}/1")
    tab.locator("fieldset.suggestion").first.locator("[type='radio'][value='no']").check()
    tab.fill("#why", "too general")
    with tab.expect_navigation():
        tab.get_by_role("button", name="Қазақша").click()
    assert tab.locator("html").get_attribute("lang") == "kk"
    assert tab.locator("fieldset.suggestion").first.locator("[type='radio'][value='no']").is_checked()
    assert tab.input_value("#why") == "too general"


def test_without_scripts(browser: Browser, server: str) -> None:
    """Everything works with scripts switched off."""
    context = browser.new_context(base_url=server, locale="en-GB", java_script_enabled=False)
    page = context.new_page()
    address = begin(page)
    page.goto(f"{address}/1")
    decide(page, "en")
    assert confirmed(page) == 1
    page.locator("details.addone summary").click()
    page.fill("#q", "кейс")
    press(page, "en", "web.nav.search")
    assert page.locator("#found input").count() > 0
    context.close()


def pages(address: str) -> list[str]:
    """Give the addresses of every kind of page."""
    return ["/curriculum", address, f"{address}/1", f"{address}/2?saved=1", f"{address}/graduate", "/cards"]


def searched(tab: Page, address: str, language: Language) -> None:
    """Go to an outcome on which words were searched and something is missing."""
    tab.goto(f"{address}/4?lang={language}")
    tab.fill("#by", "")
    tab.locator("fieldset.suggestion [type='radio'][value='yes']").first.check()
    tab.get_by_text(text(language, "web.curriculum.add"), exact=True).click()
    tab.fill("#q", "кейс")
    press(tab, language, "web.nav.search")
    press(tab, language, "web.curriculum.save")
    assert tab.locator("#wrong").count() == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_wider_than_a_telephone(tab: Page, language: Language) -> None:
    """At 360 pixels no page scrolls sideways."""
    tab.set_viewport_size(TELEPHONE)  # type: ignore[arg-type]
    address = begin(tab, language)
    tab.goto(f"{address}/1")
    decide(tab, language)
    for one in pages(address):
        tab.goto(one)
        assert tab.evaluate("document.documentElement.scrollWidth") <= TELEPHONE["width"], one
    searched(tab, address, language)
    assert tab.evaluate("document.documentElement.scrollWidth") <= TELEPHONE["width"]


@pytest.mark.parametrize(("language", "scheme"), [("kk", "light"), ("ru", "dark"), ("en", "light")])
def test_axe_finds_no_serious_fault(tab: Page, language: Language, scheme: Any) -> None:  # noqa: ANN401 - a literal
    """No page has a serious or critical fault of accessibility, in each language, light and dark."""
    tab.emulate_media(color_scheme=scheme)
    address = begin(tab, language)
    tab.goto(f"{address}/1")
    decide(tab, language)
    for one in pages(address):
        tab.goto(one)
        assert faults(tab) == [], one
    tab.set_viewport_size({"width": 1280, "height": 600})
    searched(tab, address, language)
    assert faults(tab) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_screen_reader_finds_the_review(tab: Page, language: Language) -> None:
    """The accessibility tree names the suggestion as a group, its three choices, and the coverage."""
    address = begin(tab, language)
    tab.goto(f"{address}/2")
    tree = tab.locator("main").aria_snapshot()
    for key in (
        "web.curriculum.confirm",
        "web.curriculum.reject",
        "web.curriculum.by",
        "web.curriculum.coverage",
    ):
        assert text(language, key) in tree, key
    legend = tab.locator("fieldset.suggestion legend").first.inner_text()
    assert f'group "{legend}"' in tree
