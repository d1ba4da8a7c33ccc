"""Reading .docx files."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from socwork_standard.documents.model import Line
from socwork_standard.documents.place import Place
from socwork_standard.documents.read import read_document

Maker = Callable[[Callable[[Any], None]], bytes]


def _lines(raw: bytes) -> list[Line]:
    return list(read_document(raw, "a.docx").lines())


def test_headings_and_list_entries_are_marked(word: Maker) -> None:
    """A heading has its level, an entry of a list is an item, and places count paragraphs from 1."""

    def fill(document: Any) -> None:  # noqa: ANN401
        document.add_heading("Пән", 2)
        document.add_paragraph("РО1 біледі", style="List Bullet")
        document.add_paragraph("жай мәтін")

    found = _lines(word(fill))
    assert found == [
        Line("Пән", Place(paragraph=1), heading=2),
        Line("РО1 біледі", Place(paragraph=2), item=True),
        Line("жай мәтін", Place(paragraph=3)),
    ]


def test_merged_cells_are_expanded(word: Maker) -> None:
    """A merged cell gives its text in each place that it covers, marked as repeated there."""

    def fill(document: Any) -> None:  # noqa: ANN401
        table = document.add_table(2, 3)
        table.cell(0, 0).text = "high"
        table.cell(0, 0).merge(table.cell(1, 0))
        table.cell(0, 1).merge(table.cell(0, 2)).text = "wide"

    table = next(read_document(word(fill), "a.docx").tables())
    assert [[(cell.text, cell.repeated) for cell in row] for row in table.rows] == [
        [("high", False), ("wide", False), ("wide", True)],
        [("high", True), ("", False), ("", False)],
    ]
    assert table.rows[1][2].place == Place(table=1, row=2, column=3)


def test_insertions_controls_headers_and_boxes_are_read(word: Maker) -> None:
    """Text in tracked insertions, content controls, text boxes and headers is not lost; deleted text is."""
    parse = pytest.importorskip("docx.oxml").parse_xml
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

    def fill(document: Any) -> None:  # noqa: ANN401
        body = document.element.body
        body.insert(
            0,
            parse(
                f"<w:p {space}><w:ins><w:r><w:t>кірістірілген</w:t></w:r></w:ins>"
                "<w:del><w:r><w:delText>өшірілген</w:delText></w:r></w:del></w:p>"
            ),
        )
        body.insert(
            1,
            parse(
                f"<w:sdt {space}><w:sdtContent><w:p><w:r><w:t>өріс</w:t></w:r></w:p></w:sdtContent></w:sdt>"
            ),
        )
        body.insert(
            2,
            parse(
                f"<w:p {space}><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>жолақ</w:t></w:r></w:p>"
                "</w:txbxContent></w:pict></w:r></w:p>"
            ),
        )
        document.sections[0].header.paragraphs[0].text = "колонтитул"

    found = [(line.text, line.place.part) for line in _lines(word(fill))]
    assert found == [("кірістірілген", None), ("өріс", None), ("жолақ", "box"), ("колонтитул", "header")]


def test_a_table_in_a_cell_keeps_its_words(word: Maker) -> None:
    """A table within a cell is part of that cell's text."""

    def fill(document: Any) -> None:  # noqa: ANN401
        inner = document.add_table(1, 1).cell(0, 0).add_table(1, 2)
        inner.cell(0, 0).text, inner.cell(0, 1).text = "a", "b"

    table = next(read_document(word(fill), "a.docx").tables())
    assert table.rows[0][0].text.split() == ["a", "b"]
