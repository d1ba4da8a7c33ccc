"""A page: the blocks that every report is made of, before anybody knows whether it becomes text or Markdown."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

Tone = Literal["", "good", "bad", "open", "loud", "quiet"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title of the page."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `loud` must not be overlooked, `quiet` stands back."""

    text: str
    tone: Tone = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of an indented list: a sign, what it says, and further lines that belong to it.

    `quotes` are words of the order, with the id or point where they stand.
    """

    text: str
    sign: str = ""
    tone: Tone = ""
    depth: int = 0
    quotes: tuple[tuple[str, str], ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the last column takes what width is left."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    tones: tuple[Tone, ...] = ()
    """The tone of each row's first cell; empty where no row has one."""


@dataclass(frozen=True, slots=True)
class Break:
    """The end of one answer and the beginning of the next."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as SVG, with what it shows in words for whoever cannot see it."""

    svg: str
    alt: str


@dataclass(frozen=True, slots=True)
class Blank:
    """Lines to be filled in by hand, side by side, each with what belongs on it: a name, a date, a signature."""

    parts: tuple[str, ...]


Block = Heading | Paragraph | Entry | Table | Break | Picture | Blank


@dataclass(slots=True)
class Page:
    """Blocks in the order in which they are read."""

    blocks: list[Block] = field(default_factory=list)

    def heading(self, text: str, level: int = 2) -> None:
        """Begin a part."""
        self.blocks.append(Heading(text, level))

    def paragraph(self, text: str, tone: Tone = "") -> None:
        """Add a paragraph."""
        self.blocks.append(Paragraph(text, tone))

    def entry(self, text: str, sign: str = "", tone: Tone = "", depth: int = 0, *lines: str) -> None:
        """Add a line of a list."""
        self.blocks.append(Entry(text, sign, tone, depth, lines=lines))

    def add(self, block: Block) -> None:
        """Add a block made elsewhere."""
        self.blocks.append(block)

    def extend(self, other: "Page") -> None:
        """Add another page after this one, set apart from it."""
        if self.blocks:
            self.blocks.append(Break())
        self.blocks.extend(other.blocks)

    def __iter__(self) -> Iterator[Block]:
        return iter(self.blocks)
