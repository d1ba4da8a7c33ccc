"""Reading web pages (.html) with lxml: their paragraphs, headings, list entries and tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from socwork_standard.documents.grid import MOST_COLUMNS, Room, Span, expand
from socwork_standard.documents.guard import damaged, missing_library
from socwork_standard.documents.model import Block, Document, Line, Table, clean, clean_lines
from socwork_standard.documents.place import Place
from socwork_standard.errors import InputError
from socwork_standard.sheets.delimited import decode

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_INLINE = {
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt",
    "u", "var", "wbr",
}  # fmt: skip
_UNSEEN = {
    "script",
    "style",
    "template",
    "noscript",
    "title",
    "meta",
    "link",
    "base",
    "object",
    "svg",
    "math",
}
_MOST_HEIGHT = 10_000
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE)
_KNOWN = {"windows-1251": "cp1251", "cp1251": "cp1251", "koi8-r": "koi8-r", "utf-16": "utf-16"}


def read_html(raw: bytes, name: str) -> Document:
    """The paragraphs and tables of a web page, in their order; scripts and styles are no text."""
    try:
        from lxml import etree, html  # type: ignore[import-untyped]
    except ImportError:
        raise missing_library("lxml") from None
    text = _decoded(raw, name)
    try:
        parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
        walk = _Walk()
        blocks = tuple(walk.blocks(root))
    except RecursionError:
        raise InputError("the page is nested too deeply.", name, "Copy its text to a new document.") from None
    except InputError as failure:
        raise failure.at(name) from None
    except (etree.LxmlError, ValueError, AssertionError) as failure:
        raise damaged(name, failure) from None
    return Document(name, "html", blocks)


def _decoded(raw: bytes, name: str) -> str:
    """The text of a page: as its `charset` says, else as it looks."""
    found = _CHARSET.search(raw[:4096])
    known = _KNOWN.get(found[1].decode().lower()) if found else None
    if known and known != "utf-16":
        return raw.decode(known, "replace")
    return decode(raw, name)[0]


@dataclass
class _Walk:
    paragraphs: int = 0
    tables: int = 0
    pending: list[str] = field(default_factory=list)
    heading: int | None = None
    item: bool = False
    room: Room = field(default_factory=Room)

    def blocks(self, root: Any) -> Iterator[Block]:  # noqa: ANN401 - the library has no types
        yield from self._within(root)
        yield from self._flush()

    def _flush(self) -> Iterator[Line]:
        """The paragraph that has just ended."""
        written = "".join(self.pending)
        self.pending.clear()
        if not written.strip():
            return
        self.paragraphs += 1
        for one in written.split("\n"):
            if line := clean(one):
                yield Line(line, Place(paragraph=self.paragraphs), self.heading, self.item)

    def _within(self, element: Any) -> Iterator[Block]:  # noqa: ANN401
        self.pending.append(_plain(element.text))
        for child in element:
            tag = child.tag if isinstance(child.tag, str) else ""
            if tag == "br":
                self.pending.append("\n")
            elif tag == "table":
                yield from self._flush()
                yield from self._table(child)
            elif tag in _INLINE:
                yield from self._within(child)
            elif tag and tag not in _UNSEEN:
                yield from self._block(child, tag)
            self.pending.append(_plain(child.tail))

    def _block(self, element: Any, tag: str) -> Iterator[Block]:  # noqa: ANN401
        yield from self._flush()
        outer = self.heading, self.item
        self.heading = _HEADINGS.get(tag, self.heading)
        self.item = self.item if tag != "li" else self.heading is None
        yield from self._within(element)
        yield from self._flush()
        self.heading, self.item = outer

    def _table(self, element: Any) -> Iterator[Table]:  # noqa: ANN401
        self.tables += 1
        place = Place(table=self.tables)
        rows = [
            [
                Span(_cell(cell), _span(cell, "colspan", MOST_COLUMNS), _span(cell, "rowspan", _MOST_HEIGHT))
                for cell in _of(row, "td", "th")
            ]
            for row in _rows(element)
        ]
        heading = [_cell(one) for one in _of(element, "caption")]
        if any(heading):
            rows.insert(
                0, [Span("\n".join(heading), width=max(1, sum(one.width for one in rows[0]) if rows else 1))]
            )
        if rows:
            yield Table(expand(rows, place, self.room), place)


def _rows(table: Any) -> Iterator[Any]:  # noqa: ANN401
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from _of(child, "tr")


def _of(element: Any, *tags: str) -> Iterator[Any]:  # noqa: ANN401
    return (child for child in element if child.tag in tags)


def _span(cell: Any, attribute: str, most: int) -> int:  # noqa: ANN401
    value = cell.get(attribute, "1").strip()
    return min(max(int(value), 1), most) if value.isascii() and value.isdigit() and len(value) < 9 else 1  # noqa: PLR2004


def _cell(element: Any) -> str:  # noqa: ANN401
    """The text of a cell; a table within it gives its cells parted by tabs."""
    return clean_lines("".join(_inner(element)))


def _inner(element: Any) -> Iterator[str]:  # noqa: ANN401
    yield _plain(element.text)
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag in {"td", "th"}:
            yield "\t"
        elif tag == "br" or (tag not in _INLINE and tag not in _UNSEEN):
            yield "\n"
        if tag and tag not in _UNSEEN:
            yield from _inner(child)
        if tag not in _INLINE | {"td", "th", "br"}:
            yield "\n"
        yield _plain(child.tail)


def _plain(text: str | None) -> str:
    """White space of the source is no line break."""
    return re.sub(r"[ \t\r\n\f]+", " ", text or "")
