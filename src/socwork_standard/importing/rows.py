"""A text as rows of cells: a table's rows, or lines whose cells are parted by tabs, each cell with its paragraphs."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from socwork_standard.documents.guard import kind_of
from socwork_standard.documents.model import Document, Line, Table, clean
from socwork_standard.documents.place import Place
from socwork_standard.documents.read import read_document
from socwork_standard.errors import InputError
from socwork_standard.sheets.delimited import decode

MOST_CHARACTERS = 4_000_000
"""So long a text may be: the longest standards have about a tenth of it."""

_BLOCK_TAG = re.compile(r"</?(?:p|br|li|ol|ul|div|tr|table|tbody|h[1-6])(?:\s[^<>]*)?/?>", re.IGNORECASE)
_OTHER_TAG = re.compile(
    r"</?(?:span|b|i|u|em|strong|a|sup|sub|font|td|th|img)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_RULE = re.compile(r"^[\s|:_=*-]*$")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, or a line of the text.

    `cells`: the paragraphs of each cell.  `after_break`: an empty line, or the start of another page or table, stands
    before it.  `tabbed`: it came with its cells apart, so that the column of each is known.
    """

    number: int
    place: Place
    cells: tuple[tuple[str, ...], ...]
    after_break: bool
    tabbed: bool

    @property
    def texts(self) -> tuple[str, ...]:
        """The text of each cell, its paragraphs joined."""
        return tuple(" ".join(paragraphs) for paragraphs in self.cells)

    @property
    def text(self) -> str:
        """The whole row as one text."""
        return " ".join(text for text in self.texts if text)

    @property
    def alone(self) -> str | None:
        """The text of the only cell that holds anything; None where several do."""
        filled = [text for text in self.texts if text]
        return filled[0] if len(filled) == 1 else None


def read_rows(raw: bytes, name: str) -> tuple[Row, ...]:
    """The rows of a text, an HTML page, a DOCX or a PDF.

    Raises `InputError` for a file that is empty, no document, or far longer than any standard.
    """
    if kind_of(raw, name) == "text":
        text, _ = decode(raw, name)
        _check_length(len(text), name)
        rows = tuple(_of_text(text))
    else:
        document = read_document(raw, name)
        _check_length(sum(len(one.text) for one in document.lines()), name)
        rows = tuple(_of_document(document))
    if not rows:
        raise InputError("there are no words in the file.", name, "Check that it was saved and copied whole.")
    return rows


def _check_length(length: int, name: str) -> None:
    if length > MOST_CHARACTERS:
        raise InputError(
            "the text has {length} characters; a professional standard has far fewer than {most}.",
            name,
            "Give the text of one standard alone.",
            length=length,
            most=MOST_CHARACTERS,
        )


def _of_text(text: str) -> Iterator[Row]:
    number, gap = 0, True
    for line, written in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        cells = tuple(tuple(_paragraphs(cell)) for cell in written.split("\t"))
        if not any(cells) or _RULE.match(written):
            gap = gap or not written.strip()
            continue
        yield Row(number, Place(line=line), cells, gap, "\t" in written)
        number, gap = number + 1, False


def _paragraphs(cell: str) -> Iterator[str]:
    for part in _BLOCK_TAG.split(cell):
        if paragraph := clean(html.unescape(_OTHER_TAG.sub("", part))):
            yield paragraph


def _of_document(document: Document) -> Iterator[Row]:
    number = 0
    for block in document.blocks:
        if isinstance(block, Line):
            yield Row(number, block.place, ((block.text,),), after_break=True, tabbed=False)
            number += 1
        else:
            for row in _of_table(block, number):
                yield row
                number += 1


def _of_table(table: Table, number: int) -> Iterator[Row]:
    first = True
    for cells in table.rows:
        texts = tuple(() if one.repeated else tuple(_cell_lines(one.text)) for one in cells)
        if any(texts):
            yield Row(number, cells[0].place, texts, after_break=first, tabbed=True)
            number, first = number + 1, False


def _cell_lines(text: str) -> Iterator[str]:
    return (line for one in text.splitlines() if (line := clean(one)))
