"""A page as text for a terminal: wrapped to its width, coloured only where the terminal shows colours."""

from collections.abc import Iterator
from textwrap import TextWrapper
from unicodedata import combining

from socwork_standard.reports.page import (
    Blank,
    Block,
    Break,
    Entry,
    Heading,
    Page,
    Paragraph,
    Picture,
    Table,
    Tone,
)

NARROWEST = 40
WIDEST = 110
_GAP = "  "
_CODES: dict[Tone, str] = {"good": "32", "bad": "31", "open": "33", "loud": "1;33", "quiet": "2"}


def as_text(page: Page, *, width: int = 100, colour: bool = False) -> str:
    """The page as plain text; `width` in characters, kept between 40 and 110."""
    layout = _Layout(max(NARROWEST, min(width, WIDEST)), colour=colour)
    lines: list[str] = []
    before: Block | None = None
    for block in page:
        if before is not None and not (isinstance(before, Entry) and isinstance(block, Entry)):
            lines.append("")
        lines.extend(layout.lines(block))
        before = block
    return "\n".join(line.rstrip() for line in lines) + "\n"


class _Layout:
    """Knows the width, and whether colours may be used."""

    def __init__(self, width: int, *, colour: bool) -> None:
        self._width = width
        self._colour = colour

    def lines(self, block: Block) -> Iterator[str]:
        """The printed lines of a block."""
        if isinstance(block, Heading):
            yield from self._heading(block)
        elif isinstance(block, Paragraph):
            yield from self._paragraph(block)
        elif isinstance(block, Entry):
            yield from self._entry(block)
        elif isinstance(block, Table):
            yield from self._table(block)
        elif isinstance(block, Picture):
            yield from self._wrap(f"[{block.alt}]")
        elif isinstance(block, Blank):
            yield from (f"{part}: ____________________" for part in block.parts)
        else:
            assert isinstance(block, Break)
            yield "─" * self._width

    def _paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._colour and code and text else text

    def _heading(self, block: Heading) -> Iterator[str]:
        wrapped = self._wrap(block.text)
        for line in wrapped:
            yield self._paint(line, "1")
        if block.level == 1:
            yield "═" * max(len(line) for line in wrapped)

    def _paragraph(self, block: Paragraph) -> Iterator[str]:
        code = _CODES.get(block.tone, "")
        if block.tone != "loud":
            for line in self._wrap(block.text):
                yield self._paint(line, code)
            return
        yield self._paint("!" * self._width, code)
        for line in self._wrap(block.text, "!! "):
            yield self._paint(line, code)
        yield self._paint("!" * self._width, code)

    def _entry(self, block: Entry) -> Iterator[str]:
        margin = "  " * block.depth
        lead = f"{block.sign} " if block.sign else "- "
        hang = margin + "  "
        first, *rest = self._wrap(block.text, margin + lead, hang)
        marked = first.removeprefix(margin + block.sign)
        yield margin + self._paint(block.sign, _CODES.get(block.tone, "")) + marked
        yield from rest
        for words, source in block.quotes:
            for line in self._wrap(f"«{words}» ({source})", hang, hang + " "):
                yield self._paint(line, _CODES["quiet"])
        for text in block.lines:
            yield from self._wrap(text, hang + "· ", hang + "  ")

    def _table(self, block: Table) -> Iterator[str]:
        widths = column_widths(block, self._width - len(_GAP) * (len(block.headings) - 1))
        for parts in _wrapped(block.headings, widths):
            yield self._paint(_row(parts, widths), "1")
        yield _row(tuple("─" * width for width in widths), widths)
        for number, row in enumerate(block.rows):
            tone = block.tones[number] if block.tones else ""
            for parts in _wrapped(row, widths):
                head = self._paint(_pad(parts[0], widths[0]), _CODES.get(tone, ""))
                yield _GAP.join([head, *(_pad(one, w) for one, w in zip(parts[1:], widths[1:], strict=True))])

    def _wrap(self, text: str, first: str = "", rest: str = "") -> list[str]:
        wrapper = TextWrapper(
            width=self._width,
            initial_indent=first,
            subsequent_indent=rest if rest or not first.startswith("!") else first,
            break_on_hyphens=False,
            break_long_words=False,
        )
        return wrapper.wrap(text) or [first.rstrip()]


def column_widths(block: Table, room: int) -> list[int]:
    """The letters that each column gets: as wide as its words; beyond `room`, the widest ones give way."""
    columns = list(zip(block.headings, *block.rows, strict=True))
    widths = [max(_length(cell) for cell in column) for column in columns]
    least = [max(_length(word) for cell in column for word in (cell.split() or [""])) for column in columns]
    while sum(widths) > room:
        at = max(range(len(widths)), key=lambda one: widths[one] - least[one])
        if widths[at] <= least[at]:
            break
        widths[at] -= 1
    return widths


def _wrapped(row: tuple[str, ...], widths: list[int]) -> Iterator[tuple[str, ...]]:
    """The lines that a row of a table takes."""
    cells = [
        TextWrapper(width=width, break_on_hyphens=False).wrap(cell) or [""]
        for cell, width in zip(row, widths, strict=True)
    ]
    for at in range(max(len(cell) for cell in cells)):
        yield tuple(cell[at] if at < len(cell) else "" for cell in cells)


def _length(text: str) -> int:
    return sum(not combining(letter) for letter in text)


def _pad(text: str, width: int) -> str:
    return text + " " * (width - _length(text))


def _row(cells: tuple[str, ...], widths: list[int]) -> str:
    return _GAP.join(_pad(cell, width) for cell, width in zip(cells, widths, strict=True))
