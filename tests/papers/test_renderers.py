"""Pages as PDF and DOCX: nothing lost, nothing taken for markup, the same bytes every time."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable

import docx
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from socwork_standard.errors import MissingExtra
from socwork_standard.reports.docx import as_docx
from socwork_standard.reports.layout import as_text
from socwork_standard.reports.markdown import as_markdown
from socwork_standard.reports.page import Blank, Entry, Page, Picture, Table
from socwork_standard.reports.pdf import _compiler, as_one_sheet, as_pdf

WordsOn = Callable[[bytes], list[str]]
KAZAKH = "ӘҒҚҢӨҰҮҺІ әғқңөұүһі"
MARKUP = '#panic("x") *bold* _it_ $x$ [a] @ref <label> \\ // `raw` = head'
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><rect width="60" height="20"/></svg>'


def everything() -> Page:
    """Return a page with a block of each kind."""
    page = Page()
    page.heading(f"Title {KAZAKH}", 1)
    page.paragraph("must be seen", "loud")
    page.paragraph(MARKUP, "quiet")
    page.add(Entry("an entry", "✓", "good", 1, (("quoted words", "13.education.7"),), ("a line of it",)))
    page.add(Table(("one", "two"), (("a", "b"), ("c", "d")), ("good", "bad")))
    page.add(Picture(SVG, "a black box"))
    page.add(Blank(("signature", "date")))
    second = Page()
    second.heading("Second answer", 1)
    page.extend(second)
    return page


def words_of_docx(content: bytes) -> str:
    """Return all words of a document, tables included."""
    document = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return " ".join([*(one.text for one in document.paragraphs), *cells])


def test_a_pdf_holds_every_word_with_kazakh_letters(words_on: WordsOn) -> None:
    """Headings, paragraphs, entries with quotes and lines, tables, lines to sign."""
    first, second = words_on(as_pdf(everything(), language="kk", title="T"))
    for words in (
        KAZAKH,
        "must be seen",
        "an entry",
        "quoted words",
        "13.education.7",
        "a line of it",
        "signature",
    ):
        assert words in first
    assert "Second answer" in second


def test_nothing_in_the_data_is_markup(words_on: WordsOn) -> None:
    """Signs that the typesetter would read are printed as they are."""
    (first, _) = words_on(as_pdf(everything(), language="en", title=MARKUP))
    assert MARKUP in first


@given(st.text(st.characters(exclude_categories=()), max_size=40))
@example("half a letter: \ud800, and no letter: \x00\uffff")
@example("long " * 100)
@settings(max_examples=25, deadline=None)
def test_any_text_can_be_printed(text: str) -> None:
    """No text stops the typesetter or the writer of documents."""
    page = Page()
    page.heading(text, 1)
    page.add(Entry(text, text, quotes=((text, text),), lines=(text,)))
    page.add(Table((text,), ((text,),)))
    assert as_pdf(page, language="kk", title=text).startswith(b"%PDF")
    assert as_docx(page, language="kk", title=text).startswith(b"PK")


def test_the_same_page_gives_the_same_bytes() -> None:
    """No date or chance is in the files."""
    for render in (as_pdf, as_docx):
        assert render(everything(), language="ru", title="T") == render(
            everything(), language="ru", title="T"
        )
    archive = zipfile.ZipFile(io.BytesIO(as_docx(everything(), language="ru", title="T")))
    assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_long_tables_go_on_with_their_headings(words_on: WordsOn) -> None:
    """Every row is there, and each page repeats the headings and bears its number."""
    page = Page()
    page.add(Table(("number", "words"), tuple((f"row-{n}", "some words") for n in range(150))))
    pages = words_on(as_pdf(page, language="en", title="T"))
    assert len(pages) > 2
    assert all("number words" in one for one in pages)
    assert [n for n in range(150) if not any(f"row-{n} " in f"{one} " for one in pages)] == []
    assert pages[1].endswith(f"2 / {len(pages)}")


def test_one_sheet_takes_the_first_wording_that_fits(words_on: WordsOn) -> None:
    """The longest that has room on a page, and where none has, the last one made smaller."""
    long, short = Page(), Page()
    for number in range(90):
        long.entry(f"line {number}")
    short.entry("the short one")
    assert words_on(as_one_sheet([long, short], language="en", title="T")) == ["– the short one"]
    (shrunk,) = words_on(as_one_sheet([long], language="en", title="T"))
    assert all(f"line {number} " in f"{shrunk} " for number in range(90))


def test_a_document_has_real_headings_lists_and_repeated_table_heads() -> None:
    """What an editor needs to go on with it."""
    content = as_docx(everything(), language="kk", title="T")
    document = docx.Document(io.BytesIO(content))
    styles = [one.style.name for one in document.paragraphs if one.style]
    assert "Heading 1" in styles
    assert {"List Continue 2", "List Bullet 3"} <= set(styles)
    assert "w:tblHeader" in document.tables[0].rows[0]._tr.xml
    words = words_of_docx(content)
    for part in (KAZAKH, MARKUP, "quoted words", "a line of it", "signature"):
        assert part in words
    assert document.core_properties.language == "kk-KZ"


def test_text_and_markdown_tell_of_pictures_and_lines() -> None:
    """A picture by what it shows, a line to sign by its name."""
    for written in (as_text(everything()), as_markdown(everything())):
        assert "a black box" in written
        assert "signature: " in written


@pytest.mark.parametrize(("module", "render"), [("typst", as_pdf), ("docx", as_docx)])
def test_a_missing_library_is_named_with_the_line_to_type(
    monkeypatch: pytest.MonkeyPatch, module: str, render: Callable[..., bytes]
) -> None:
    """Without the extra, the message is the command that installs it."""
    _compiler.cache_clear()
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtra, match=r'pip install "socwork-standard\[pdf\]"'):
        render(everything(), language="en", title="T")
