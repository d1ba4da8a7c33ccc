"""A staff list in a real browser: sent with bad rows, filtered, taken away, by keyboard, on a telephone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from staff_asking import DAY, LIST, RU

from serving import faults
from socwork_standard.i18n import text
from socwork_standard.model.base import LANGUAGES, Language

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WIDTH = 360
PARTS = ("", "/list/verdicts", "/list/problems", "/list/upcoming", "/list/names", "/person?record=1001")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # playwright leaves its pipes to the collector
    pytest.mark.xdist_group("chromium-staff"),
]


@pytest.fixture
def tab(tab: Page) -> Iterator[Page]:
    """Return the tab; the list that a test leaves in it is forgotten."""
    yield tab
    if tab.locator(".forget button").count():
        tab.locator(".forget button").first.click()


def sent(tab: Page, language: Language = "en", file: Any = RU) -> str:  # noqa: ANN401 - a path or a file in memory
    """Send a list from the form and wait for its answers; the address comes back."""
    tab.goto(f"/staff?lang={language}")
    tab.set_input_files("#file", file)
    tab.fill("#day", DAY)
    tab.get_by_role("button", name=text(language, "web.staff.do"), exact=True).click()
    tab.wait_for_selector(".counts")
    return tab.url.partition("?")[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_with_bad_rows_end_to_end(tab: Page, language: Language) -> None:
    """From the first page: send, look at the errors, filter, read a person, take the report, forget."""
    tab.goto(f"/?lang={language}")
    tab.get_by_role("main").get_by_role("link", name=text(language, "web.staff.nav")).click()
    sent(tab, language)
    tab.get_by_role("link", name=text(language, "web.staff.errors.link")).click()
    assert "31.02.2016" in tab.locator("main").inner_text()
    assert text(language, "register.R401.mend") in tab.locator("main").inner_text()
    tab.get_by_role("link", name=text(language, "web.staff.tab.verdicts"), exact=True).click()
    tab.select_option("#status", "not_eligible")
    tab.get_by_role("button", name=text(language, "web.staff.filter.do"), exact=True).click()
    assert tab.locator("tbody tr").count() == 8
    tab.locator("tbody th a").first.click()
    assert tab.locator("#documents").inner_text() == text(language, "web.staff.documents")
    with tab.expect_download() as sheet:
        tab.get_by_role("link", name=text(language, "web.staff.take.sheet"), exact=True).click()
    assert sheet.value.suggested_filename == "person.pdf"
    tab.get_by_role("link", name=text(language, "web.staff.tab.overview"), exact=True).click()
    with tab.expect_download() as report:
        tab.get_by_role("link", name=text(language, "web.staff.take.report.xlsx"), exact=True).click()
    assert report.value.suggested_filename == "report.xlsx"
    tab.get_by_role("button", name=text(language, "web.staff.forget"), exact=True).click()
    assert text(language, "web.staff.forgotten") in tab.locator("main").inner_text()


def test_the_back_button_goes_through_filters(tab: Page) -> None:
    """From a person back to the filtered table, from there back to the whole one; forward again."""
    from playwright.sync_api import expect

    tab.goto(sent(tab) + "/list/verdicts")
    whole = tab.locator("tbody tr").count()
    tab.select_option("#status", "eligible")
    tab.get_by_role("button", name=text("en", "web.staff.filter.do"), exact=True).click()
    tab.wait_for_url("**status=eligible**")
    left = tab.locator("tbody tr").count()
    tab.locator("tbody th a").first.click()
    tab.wait_for_selector("#documents")
    assert left < whole
    tab.go_back(wait_until="commit")
    expect(tab.locator("tbody tr")).to_have_count(left)
    assert tab.input_value("#status") == "eligible"
    tab.go_back(wait_until="commit")
    expect(tab.locator("tbody tr")).to_have_count(whole)
    tab.go_forward(wait_until="commit")
    expect(tab.locator("tbody tr")).to_have_count(left)


def test_another_language_keeps_the_place(tab: Page) -> None:
    """The language link words the same table anew, with the same filter."""
    tab.goto(sent(tab) + "/list/problems?severity=error")
    tab.get_by_role("link", name="Қазақша").click()
    tab.wait_for_selector("#severity")
    assert tab.input_value("#severity") == "error"
    assert text("kk", "register.R401.mend") in tab.locator("main").inner_text()


def test_a_file_that_cannot_be_read(tab: Page) -> None:
    """What is wrong and how to mend it takes the focus, and a link leads back to the form."""
    tab.goto("/staff?lang=en")
    tab.set_input_files("#file", {"name": "staff.csv", "mimeType": "text/csv", "buffer": b"a;b\n1;2"})
    tab.get_by_role("button", name=text("en", "web.staff.do"), exact=True).click()
    tab.wait_for_selector("#wrong")
    assert "headings" in tab.locator("#wrong").inner_text()
    assert tab.evaluate("document.activeElement.id") == "wrong"
    tab.get_by_role("link", name=text("en", "web.staff.retry")).click()
    assert tab.locator("#file").count() == 1


def test_by_keyboard_alone(tab: Page) -> None:
    """The form is filled and sent, the table reached and filtered, with keys only."""
    tab.goto("/staff?lang=en")
    tab.set_input_files("#file", {"name": "staff.csv", "mimeType": "text/csv", "buffer": LIST.encode()})
    tab.focus("#day")
    tab.keyboard.press("Enter")
    tab.wait_for_selector(".counts")
    reach(tab, text("en", "web.staff.tab.verdicts"))
    tab.wait_for_selector("#q")
    for _ in range(60):
        tab.keyboard.press("Tab")
        if tab.evaluate("document.activeElement.id") == "q":
            break
    tab.keyboard.type("0418")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**q=0418**")
    assert tab.locator("tbody tr").count() == 1


def reach(tab: Page, words: str) -> None:
    """Go on with Tab to the link of these words, and press Enter."""
    for _ in range(60):
        tab.keyboard.press("Tab")
        if tab.evaluate("document.activeElement.textContent") == words:
            tab.keyboard.press("Enter")
            return
    pytest.fail(f"no key leads to {words}")


def test_only_the_chosen_question_is_shown(tab: Page) -> None:
    """The card and category are asked for where one card is to be checked."""
    tab.goto("/staff")
    assert not tab.locator("#card").is_visible()
    tab.check("[name=what][value=one]")
    assert tab.locator("#card").is_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_wider_than_a_telephone(tab: Page, language: Language) -> None:
    """At 360 pixels no page of a list scrolls sideways."""
    address = sent(tab, language)
    tab.set_viewport_size({"width": WIDTH, "height": 740})
    for part in PARTS:
        tab.goto(address + part)
        assert tab.evaluate("document.documentElement.scrollWidth") <= WIDTH, part
    tab.goto("/staff")
    assert tab.evaluate("document.documentElement.scrollWidth") <= WIDTH
    tab.goto(address)


@pytest.mark.parametrize(
    ("language", "width", "scheme"),
    [("kk", WIDTH, "light"), ("ru", 1280, "dark"), ("en", 1280, "light"), ("kk", WIDTH, "dark")],
)
def test_axe_finds_no_serious_fault(tab: Page, language: Language, width: int, scheme: Any) -> None:  # noqa: ANN401
    """No page of a list has a serious or critical fault of accessibility, in light or dark, wide or narrow."""
    tab.emulate_media(color_scheme=scheme)
    tab.set_viewport_size({"width": width, "height": 740})
    tab.goto(f"/staff?lang={language}")
    assert faults(tab) == []
    address = sent(tab, language)
    for part in PARTS:
        tab.goto(address + part)
        assert faults(tab) == [], part


def test_a_screen_reader_finds_the_tables(tab: Page) -> None:
    """The accessibility tree names the tabs, the filter and the columns, also where the table is shown as cards."""
    address = sent(tab)
    for width in (1280, WIDTH):
        tab.set_viewport_size({"width": width, "height": 740})
        tab.goto(f"{address}/list/verdicts")
        tree = tab.locator("main").aria_snapshot()
        assert f'navigation "{text("en", "web.staff.tab")}"' in tree
        assert f'columnheader "{text("en", "staff.column.missing")}"' in tree
        assert 'rowheader "1001"' in tree
        assert f'combobox "{text("en", "staff.column.unit")}"' in tree


def test_without_scripts(browser: Browser, server: str) -> None:
    """A list is sent, waited for, filtered and forgotten with scripts switched off."""
    context = browser.new_context(base_url=server, locale="en-GB", java_script_enabled=False)
    tab = context.new_page()
    tab.set_default_timeout(60_000)
    tab.goto(sent(tab) + "/list/verdicts")
    tab.select_option("#status", "not_eligible")
    tab.get_by_role("button", name=text("en", "web.staff.filter.do"), exact=True).click()
    assert tab.locator("tbody tr").count() == 8
    tab.get_by_role("button", name=text("en", "web.staff.forget"), exact=True).click()
    assert text("en", "web.staff.forgotten") in tab.locator("main").inner_text()
    context.close()
