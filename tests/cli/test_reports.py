"""Pages: their text for a terminal, their Markdown, and their words."""

import string
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socwork_standard.i18n import catalogue
from socwork_standard.model.base import LANGUAGES
from socwork_standard.reports.decision import short_title
from socwork_standard.reports.layout import as_text
from socwork_standard.reports.markdown import as_markdown
from socwork_standard.reports.page import Entry, Page, Table


def _forms(entry: Any) -> list[str]:  # noqa: ANN401 - a text, or texts by plural form
    return list(entry.values()) if isinstance(entry, dict) else [entry]


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_agree(language: Any) -> None:  # noqa: ANN401 - a language
    """Each text of the reports stands in every language with the same placeholders."""
    own, english = catalogue(language), catalogue("en")
    assert set(own) == set(english)
    for key in english:
        if key.startswith(("report.", "cli.")):
            wanted = set().union(*(_places(form) for form in _forms(english[key])))
            for form in _forms(own[key]):
                assert _places(form) == wanted, key


@given(st.lists(st.text(st.sampled_from("аәбвг деёжі"), max_size=200)), st.integers(20, 200))
def test_text_keeps_its_width(texts: list[str], width: int) -> None:
    """No line is wider than the page, whatever the words, while the words themselves fit."""
    page = Page()
    for depth, text in enumerate(texts):
        words = " ".join(word[:20] for word in text.split())
        page.entry(words, "✓", "good", depth % 4, words)
    limit = max(40, min(width, 110))
    assert all(len(line) <= limit for line in as_text(page, width=width).splitlines())


def test_colour_only_where_asked() -> None:
    """Escapes for colour stand in the text only where it goes to a terminal."""
    page = Page()
    page.entry("words", "✓ met:", "good")
    assert "\x1b[" not in as_text(page)
    assert "\x1b[32m✓ met:\x1b[0m words" in as_text(page, colour=True)


def test_table_gives_way_in_its_widest_column() -> None:
    """A table that is too wide wraps its widest cells and keeps its columns in line."""
    page = Page()
    page.add(Table(("a", "b"), (("short", "word " * 40),)))
    lines = as_text(page, width=60).splitlines()
    assert all(len(line) <= 60 for line in lines)
    assert all(line.startswith(("a ", "──", "short", "     ")) for line in lines)


def test_markdown_escapes() -> None:
    """Marks of Markdown inside words stay plain."""
    page = Page()
    page.add(Entry("a*b_c|d", "✗", quotes=(("кемінде [3] жыл", "13.experience.highest"),)))
    text = as_markdown(page)
    assert r"a\*b\_c\|d" in text
    assert r"\[3\]" in text


def test_short_title() -> None:
    """A long name loses its brackets, also those inside others; a short one keeps them."""
    long = "Директор центра оказания специальных социальных услуг (центр (престарелых) и др.) и отделения"
    assert short_title(long) == "Директор центра оказания специальных социальных услуг и отделения"
    assert short_title("Маман (жалпы бейіндегі)") == "Маман (жалпы бейіндегі)"
