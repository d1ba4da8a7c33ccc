"""Reading HTML and plain text."""

from __future__ import annotations

import pytest

from socwork_standard.documents.model import Gap, Line, Table
from socwork_standard.documents.place import Place
from socwork_standard.documents.read import read_document


def test_a_page_gives_paragraphs_headings_lists_and_tables() -> None:
    """Inline marks do not break a paragraph, scripts are no text, and spans are expanded."""
    page = (
        "<html><head><title>x</title><script>no</script></head><body><h2>Тақырып</h2><p>Бір <b>екі</b>\n үш</p>"
        "<ul><li>бірінші</li></ul><table><tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c</td></tr></table></body>"
    )
    blocks = read_document(page.encode(), "a.html").blocks
    assert blocks[:3] == (
        Line("Тақырып", Place(paragraph=1), heading=2),
        Line("Бір екі үш", Place(paragraph=2)),
        Line("бірінші", Place(paragraph=3), item=True),
    )
    assert isinstance(blocks[3], Table)
    assert [[cell.text for cell in row] for row in blocks[3].rows] == [["a", "b"], ["a", "c"]]


def test_a_page_in_cp1251_is_read_as_its_charset_says() -> None:
    """The declared encoding of a page decides."""
    page = '<html><meta charset="windows-1251"><p>Дисциплина</p>'
    assert [line.text for line in read_document(page.encode("cp1251"), "a.html").lines()] == ["Дисциплина"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_plain_text_is_read_in_its_encoding(encoding: str) -> None:
    """UTF-8 with and without its mark and UTF-16 give the same lines, numbered as in the file."""
    found = read_document("Ә бір\r\n\r\n# Екі".encode(encoding), "a.txt")
    assert found.blocks == (Line("Ә бір", Place(line=1)), Line("Екі", Place(line=3), heading=1))


def test_text_without_kazakh_letters_is_read_and_told() -> None:
    """cp1251 with question marks for lost letters is read, and is a gap."""
    found = read_document("Дисциплина ?леуметтік".replace("і", "і").encode("cp1251"), "a.txt")
    assert found.gaps == (Gap("letters", Place()),)
