"""Reading PDF files."""

from __future__ import annotations

import io
import logging
from collections.abc import Callable

import pytest

from socwork_standard.documents.model import Line, Table
from socwork_standard.documents.place import Place
from socwork_standard.documents.read import read_document
from socwork_standard.errors import InputError

Maker = Callable[[str], bytes]
_FONT = '#set text(font: "DejaVu Sans")\n'


def test_lines_and_tables_stand_in_their_order_with_their_places(pdf: Maker) -> None:
    """Lines outside tables and the tables come from top to bottom, a merged cell in each of its rows."""
    raw = pdf(_FONT + "Код: SW1\n\n#table(columns: 2, table.cell(rowspan: 2)[Ә], [бір], [екі])\nсоңы\n")
    found = read_document(raw, "a.pdf").blocks
    assert found[0] == Line("Код: SW1", Place(page=1, line=1))
    assert isinstance(found[1], Table)
    assert [[cell.text for cell in row] for row in found[1].rows] == [["Ә", "бір"], ["Ә", "екі"]]
    assert found[1].rows[1][0].repeated
    assert found[2] == Line("соңы", Place(page=1, line=2))


def test_a_scan_says_that_it_is_one() -> None:
    """A PDF of pictures without text is refused with the word scan and the mend."""
    image = pytest.importorskip("PIL.Image")
    file = io.BytesIO()
    image.new("RGB", (200, 200), "grey").save(file, "PDF")
    with pytest.raises(InputError, match="scan") as failure:
        read_document(file.getvalue(), "scan.pdf")
    assert "OCR" in failure.value.mend


def test_a_page_that_is_a_picture_is_named(pdf: Maker) -> None:
    """Of a PDF with text, a page without any is a gap with its number."""
    raw = pdf(_FONT + "мәтін\n#pagebreak()\n#rect(width: 90%, height: 90%, fill: gray)\n")
    (gap,) = read_document(raw, "a.pdf").gaps
    assert (gap.kind, gap.place) == ("scan", Place(page=2))


def test_a_locked_pdf_is_refused(pdf: Maker) -> None:
    """A PDF with a password says so."""
    logging.getLogger("pypdf").setLevel(logging.ERROR)
    pypdf = pytest.importorskip("pypdf")
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(_FONT + "құпия")))
    writer.encrypt("secret", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    with pytest.raises(InputError, match="password"):
        read_document(file.getvalue(), "a.pdf")
