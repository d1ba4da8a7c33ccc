"""A page as a Word document (DOCX), with real headings, lists and tables, for an editor to go on with."""

import re
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from socwork_standard.errors import MissingExtra
from socwork_standard.model.base import Language
from socwork_standard.reports.layout import column_widths
from socwork_standard.reports.page import (
    Blank,
    Block,
    Entry,
    Heading,
    Page,
    Paragraph,
    Picture,
    Table,
    Tone,
)
from socwork_standard.reports.pdf import INSTALL

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as Printed

_FONT = "Times New Roman"
_COLOURS: dict[Tone, str] = {
    "good": "14663B",
    "bad": "A3231B",
    "open": "8A5A00",
    "loud": "8A1C14",
    "quiet": "5A5F66",
}
_LANGUAGES = {"kk": "kk-KZ", "ru": "ru-RU", "en": "en-GB"}
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST = 255
"""Letters of a title in the properties of a document."""
_DEEPEST = 2
"""Word has three styles of list, one below the other."""
_FIRST = datetime(1980, 1, 1, tzinfo=UTC)
"""The oldest day that a zip archive can hold; the file's own day, so that the same page gives the same bytes."""
_PICTURE_DPI = 200
_WIDTH = 170
"""Millimetres between the margins."""
_LETTERS, _NARROWEST, _MARGINS = 86, 3, 3
"""Letters of a table that stand side by side on a page, the least of a column, and what its margins take."""


def as_docx(page: Page, *, language: Language, title: str) -> bytes:
    """The page as DOCX; the same page gives the same bytes.  Raises `MissingExtra` without python-docx."""
    return _written(_filled(page, language, title))


def _filled(page: Page, language: Language, title: str) -> "Document":
    try:
        import docx
    except ImportError:
        raise MissingExtra(
            "Word documents need {library}, which is not installed.",
            mend="Type: {install}",
            library="python-docx",
            install=INSTALL,
        ) from None
    document = docx.Document()
    _prepare(document, language, title)
    writer = _Writer(document)
    for block in page:
        writer.add(block)
    return document


def _prepare(document: Any, language: Language, title: str) -> None:  # noqa: ANN401 - python-docx
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt, RGBColor

    about = document.core_properties
    about.title, about.author, about.comments = _clean(title)[:_LONGEST], "socwork", ""
    about.language = _LANGUAGES[language]
    about.created = about.modified = _FIRST.replace(tzinfo=None)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin = section.bottom_margin = Mm(20)
    for style in document.styles:
        if style.type is None or not hasattr(style, "font") or not style.name:
            continue
        if style.name == "Normal" or style.name.startswith(("Heading", "Title")):
            style.font.name = _FONT
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for place in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
                fonts.attrib.pop(qn(place), None)
            for place in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
                fonts.set(qn(place), _FONT)
        if style.name.startswith("Heading"):
            style.font.color.rgb = RGBColor(0, 0, 0)
    normal = document.styles["Normal"]
    normal.font.size = Pt(11)
    normal.paragraph_format.space_after = Pt(4)
    tongue = normal.element.get_or_add_rPr().makeelement(qn("w:lang"), {qn("w:val"): _LANGUAGES[language]})
    normal.element.get_or_add_rPr().append(tongue)
    _number(section.footer.paragraphs[0])


def _number(footer: "Printed") -> None:
    """The number of the page, which Word fills in."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    footer.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    footer._p.append(field)  # noqa: SLF001 - python-docx has no fields of its own


class _Writer:
    """Adds blocks to a document."""

    def __init__(self, document: Any) -> None:  # noqa: ANN401 - python-docx
        self._document = document
        self._style_id = lru_cache(maxsize=None)(lambda name: document.styles[name].style_id)

    def add(self, block: Block) -> None:
        """Add one block."""
        if isinstance(block, Heading):
            self._document.add_heading(_clean(block.text), min(block.level, 9))
        elif isinstance(block, Paragraph):
            self._paragraph(block)
        elif isinstance(block, Entry):
            self._entry(block)
        elif isinstance(block, Table):
            self._table(block)
        elif isinstance(block, Picture):
            self._picture(block)
        elif isinstance(block, Blank):
            self._blank(block)
        else:
            self._document.add_page_break()

    def _paragraph(self, block: Paragraph) -> None:
        printed = self._document.add_paragraph()
        _run(printed, block.text, block.tone, bold=block.tone == "loud")
        if block.tone == "loud":
            _frame(printed)

    def _entry(self, block: Entry) -> None:
        depth = min(block.depth, _DEEPEST)
        printed = self._item(depth, "List Continue" if block.sign else "List Bullet")
        if block.sign:
            _run(printed, f"{block.sign} ", block.tone, bold=True)
        _run(printed, block.text)
        for words, source in block.quotes:
            _run(self._item(min(depth + 1, _DEEPEST)), f"«{words}» ({source})", "quiet", italic=True)
        for line in block.lines:
            _run(self._item(min(depth + 1, _DEEPEST)), line)

    def _item(self, depth: int, name: str = "List Bullet") -> "Printed":
        """A line of a list; one with a sign of its own needs no bullet."""
        style = name if depth == 0 else f"{name} {depth + 1}"
        printed: Printed = self._document.add_paragraph()
        printed._p.style = self._style_id(style)  # noqa: SLF001 - given a name, python-docx goes through all styles
        return printed

    def _table(self, block: Table) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn
        from docx.shared import Mm, Pt

        table = self._document.add_table(rows=len(block.rows) + 1, cols=len(block.headings))
        table.style = "Table Grid"
        table.autofit = False
        room = _LETTERS - _MARGINS * len(block.headings)
        letters = [max(one, _NARROWEST) + _MARGINS for one in column_widths(block, room)]
        whole = max(sum(letters), _LETTERS * 2 // 3)
        widths = [Mm(_WIDTH * one / whole) for one in letters]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        for number, (row, cells) in enumerate(zip(table.rows, (block.headings, *block.rows), strict=True)):
            limits = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx does not repeat rows itself
            limits.append(OxmlElement("w:cantSplit"))
            if number == 0:
                header = OxmlElement("w:tblHeader")
                header.set(qn("w:val"), "true")
                limits.append(header)
            tone = block.tones[number - 1] if number and block.tones else ""
            for at, (place, cell) in enumerate(zip(row.cells, cells, strict=True)):
                place.width = widths[at]
                printed = place.paragraphs[0]
                printed.paragraph_format.space_after = Pt(0)
                run = _run(printed, cell, tone if at == 0 else "", bold=number == 0)
                run.font.size = Pt(9)
        self._document.add_paragraph().paragraph_format.space_after = Pt(0)

    def _picture(self, block: Picture) -> None:
        from docx.oxml.ns import qn
        from docx.shared import Mm

        shape = self._document.add_picture(BytesIO(_pixels(block.svg)), width=Mm(_WIDTH))
        about = shape._inline.find(qn("wp:docPr"))  # noqa: SLF001 - where Word keeps the words for a picture
        about.set("descr", _clean(block.alt))

    def _blank(self, block: Blank) -> None:
        from docx.shared import Pt

        table = self._document.add_table(rows=1, cols=len(block.parts))
        for place, part in zip(table.rows[0].cells, block.parts, strict=True):
            printed = place.paragraphs[0]
            printed.paragraph_format.space_before = Pt(18)
            _run(printed, "_" * (60 // len(block.parts)))
            _run(place.add_paragraph(), part, "quiet").font.size = Pt(9)


def _run(printed: "Printed", text: str, tone: Tone = "", *, bold: bool = False, italic: bool = False) -> Any:  # noqa: ANN401 - python-docx
    from docx.shared import RGBColor

    run = printed.add_run(_clean(text))
    run.bold, run.italic = bold or None, italic or None
    if tone:
        run.font.color.rgb = RGBColor.from_string(_COLOURS[tone])
    return run


def _clean(text: str) -> str:
    """Without what XML cannot hold: control characters, half letters."""
    return _FORBIDDEN.sub("", text)


def _frame(printed: "Printed") -> None:
    """A frame around what must not be overlooked."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders = OxmlElement("w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        line = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "8"), ("space", "4"), ("color", _COLOURS["loud"])):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    printed._p.get_or_add_pPr().insert_element_before(borders, *_AFTER_BORDERS)  # noqa: SLF001 - python-docx has no frames


_AFTER_BORDERS = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr")


def _pixels(svg: str) -> bytes:
    """An SVG as PNG: Word files hold no SVG that every program shows."""
    try:
        import typst
    except ImportError:
        raise MissingExtra(
            "pictures in Word documents need {library}, which is not installed.",
            mend="Type: {install}",
            library="typst",
            install=INSTALL,
        ) from None
    template = (
        b'#set page(width: auto, height: auto, margin: 0pt)\n#image(bytes(sys.inputs.svg), format: "svg")'
    )
    drawn = typst.Compiler(ignore_system_fonts=True).compile(
        template, format="png", ppi=_PICTURE_DPI, sys_inputs={"svg": svg}
    )
    if not isinstance(drawn, bytes):  # pragma: no cover - one picture is one file
        raise TypeError(type(drawn))
    return drawn


def _written(document: "Document") -> bytes:
    """The bytes of the document, with the same day in every part of its archive."""
    first = BytesIO()
    document.save(first)
    second = BytesIO()
    with zipfile.ZipFile(second, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _parts(first):
            archive.writestr(zipfile.ZipInfo(name, _FIRST.timetuple()[:6]), content, zipfile.ZIP_DEFLATED)
    return second.getvalue()


def _parts(stream: BytesIO) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(stream) as archive:
        for one in archive.infolist():
            yield one.filename, archive.read(one)
