"""Lines and tables of a document, in its order, whatever kind of file it comes from."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from socwork_standard.documents.place import Place

Kind = Literal["docx", "pdf", "html", "text"]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph (DOCX, HTML) or a line (PDF, text), without white space at its ends.

    `heading`: its level from 1 where the document marks it as a heading.  `item`: it is marked as an entry of a list
    (its number or bullet, being drawn by the program, is then not in the text).
    """

    text: str
    place: Place
    heading: int | None = None
    item: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; its lines are parted by line feeds.

    `repeated`: the cell is covered by a merged one, whose text is given again.
    """

    text: str
    place: Place
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table as rows of cells: every row has as many as the table has columns, merged cells expanded."""

    rows: tuple[tuple[Cell, ...], ...]
    place: Place


Block = Line | Table


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that stands in the file and could not be read: `scan` is a page that is a picture."""

    kind: Literal["scan", "letters"]
    place: Place


@dataclass(frozen=True, slots=True)
class Document:
    """A document: its lines and tables in their order, and what of it could not be read."""

    name: str
    kind: Kind
    blocks: tuple[Block, ...]
    gaps: tuple[Gap, ...] = ()

    def lines(self) -> Iterator[Line]:
        """The lines that stand outside of tables."""
        return (one for one in self.blocks if isinstance(one, Line))

    def tables(self) -> Iterator[Table]:
        """The tables."""
        return (one for one in self.blocks if isinstance(one, Table))


def clean(text: str) -> str:
    """A text of one line: white space made plain, signs that cannot be seen left out, composed letters (NFC)."""
    return " ".join(unicodedata.normalize("NFC", text.translate(_UNSEEN)).split())


def clean_lines(text: str) -> str:
    """A text of several lines, each as `clean` gives it, empty ones left out."""
    return "\n".join(line for one in text.splitlines() if (line := clean(one)))


_UNSEEN: dict[int, str | None] = {
    **dict.fromkeys([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F], " "),
    **dict.fromkeys([0x00AD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF, 0xFFFE, 0xFFFF]),
}
