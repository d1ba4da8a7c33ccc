"""Reading Word documents (.docx) with python-docx: its parts and its styles.

The XML is walked here, so that no text in tracked insertions, content controls, text boxes, headers, footers and
footnotes is lost.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from socwork_standard.documents.grid import Room, Span, expand
from socwork_standard.documents.guard import damaged, missing_library
from socwork_standard.documents.model import Block, Document, Line, Table, clean, clean_lines
from socwork_standard.documents.place import Place
from socwork_standard.errors import InputError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_GONE = {
    f"{_W}del",
    f"{_W}moveFrom",
    f"{_W}txbxContent",
    f"{_W}pPr",
    f"{_W}rPr",
    f"{_MC}Fallback",
    f"{_W}instrText",
}
_BREAKS = {f"{_W}br", f"{_W}cr"}
_MOST_BLOCKS = 200_000


def read_word(raw: bytes, name: str) -> Document:
    """The paragraphs and tables of a .docx, in their order; then headers, footers, footnotes and text boxes."""
    try:
        import docx
    except ImportError:
        raise missing_library("python-docx") from None
    try:
        opened = docx.Document(io.BytesIO(raw))
        blocks = tuple(_Walk(opened).blocks())
    except RecursionError:
        raise InputError("the document is nested too deeply.", name, "Copy its text to a new one.") from None
    except InputError as failure:
        raise failure.at(name) from None
    except Exception as failure:  # noqa: BLE001 - the library raises whatever the damage brings it to
        raise damaged(name, failure) from None
    return Document(name, "docx", blocks)


@dataclass
class _Walk:
    document: Any
    paragraphs: int = 0
    tables: int = 0
    boxes: list[Any] = field(default_factory=list)
    room: Room = field(default_factory=Room)

    def blocks(self) -> Iterator[Block]:
        """Everything, the text itself first."""
        self._styles = _style_headings(self.document)
        yield from self._within(self.document.element.body, Place())
        for box in self.boxes:
            yield from self._aside(box, "box")
        seen: set[str] = set()
        for part, element in self._other_parts():
            for block in self._aside(element, part):
                shown = repr(
                    block.text if isinstance(block, Line) else [[c.text for c in r] for r in block.rows]
                )
                if (key := f"{part} {shown}") not in seen:  # the same header stands in every section
                    seen.add(key)
                    yield block

    def _aside(self, element: Any, part: Any) -> Iterator[Block]:  # noqa: ANN401 - the library has no types for XML
        own = _Walk(self.document, room=self.room)
        own._styles = self._styles
        yield from own._within(element, Place(part=part))
        for box in own.boxes:
            yield from self._aside(box, part)

    def _other_parts(self) -> Iterator[tuple[str, Any]]:
        for relation in self.document.part.rels.values():
            if relation.is_external:
                continue
            kind = relation.reltype.rsplit("/", 1)[-1]
            part = {"header": "header", "footer": "footer", "footnotes": "note", "endnotes": "note"}.get(kind)
            if part is not None:
                yield part, _parsed(relation.target_part)

    def _within(self, element: Any, base: Place) -> Iterator[Block]:  # noqa: ANN401
        for child in element:
            if self.paragraphs + self.tables > _MOST_BLOCKS:
                raise InputError(
                    "the document has more than {most} paragraphs.",
                    "",
                    "Give the part that matters.",
                    most=_MOST_BLOCKS,
                )
            if child.tag == f"{_W}p":
                self.paragraphs += 1
                yield from self._paragraph(child, replace(base, paragraph=self.paragraphs))
            elif child.tag == f"{_W}tbl":
                self.tables += 1
                table = self._table(child, replace(base, table=self.tables))
                if table.rows:
                    yield table
            elif child.tag not in _GONE and len(child):
                yield from self._within(child, base)  # content controls, insertions, footnotes

    def _paragraph(self, element: Any, place: Place) -> Iterator[Line]:  # noqa: ANN401
        self.boxes.extend(_boxes(element))
        heading, item = self._style(element)
        for one in _text(element).split("\n"):
            if line := clean(one):
                yield Line(line, place, heading, item)

    def _style(self, paragraph: Any) -> tuple[int | None, bool]:  # noqa: ANN401
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        level, item = (
            self._styles.get(style.get(f"{_W}val"), (None, False)) if style is not None else (None, False)
        )
        number = paragraph.find(f"{_W}pPr/{_W}numPr/{_W}numId")
        if number is not None:
            item = number.get(f"{_W}val") != "0"
        outline = paragraph.find(f"{_W}pPr/{_W}outlineLvl")
        if outline is not None and (outline.get(f"{_W}val") or "").isdigit():
            found = int(outline.get(f"{_W}val"))
            level = found + 1 if found < 9 else level  # noqa: PLR2004 - 9 stands for body text
        return level, item and level is None

    # -- tables ------------------------------------------------------------------------------------------------------

    def _table(self, element: Any, place: Place) -> Table:  # noqa: ANN401
        rows: list[list[Span]] = []
        for row in _rows(element):
            spans: list[Span] = []
            before = row.find(f"{_W}trPr/{_W}gridBefore")
            if before is not None:
                spans.append(Span("", width=_number(before)))
            for cell in _cells(row):
                width = cell.find(f"{_W}tcPr/{_W}gridSpan")
                merge = cell.find(f"{_W}tcPr/{_W}vMerge")
                goes_on = merge is not None and merge.get(f"{_W}val", "continue") == "continue"
                self.boxes.extend(_boxes(cell))
                spans.append(
                    Span(self._cell(cell), _number(width) if width is not None else 1, above=goes_on)
                )
            rows.append(spans)
        return Table(expand(rows, place, self.room), place)

    def _cell(self, cell: Any) -> str:  # noqa: ANN401
        """The text of a cell; a table within it gives its cells parted by tabs."""
        lines = []
        for child in cell:
            if child.tag == f"{_W}tbl":
                lines += ["\t".join(map(self._cell, _cells(row))) for row in _rows(child)]
            elif child.tag == f"{_W}p":
                lines.append(_text(child))
            elif child.tag not in _GONE and len(child):
                lines.append(self._cell(child))
        return clean_lines("\n".join(lines))


def _number(element: Any) -> int:  # noqa: ANN401
    value = element.get(f"{_W}val") or "1"
    return min(max(int(value), 1), 1_000) if value.isdigit() else 1


def _rows(table: Any) -> Iterator[Any]:  # noqa: ANN401
    for child in table:
        if child.tag == f"{_W}tr":
            yield child
        elif child.tag in {f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"}:
            yield from _rows(child)


def _cells(row: Any) -> Iterator[Any]:  # noqa: ANN401
    for child in row:
        if child.tag == f"{_W}tc":
            yield child
        elif child.tag in {f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"}:
            yield from _cells(child)


def _text(element: Any) -> str:  # noqa: ANN401
    """The text of a paragraph as it is read: insertions with it, deletions and text boxes not."""
    parts: list[str] = []
    for child in element:
        if child.tag in _GONE or not isinstance(child.tag, str):
            continue
        if child.tag == f"{_W}t":
            parts.append(child.text or "")
        elif child.tag == f"{_W}tab":
            parts.append("\t")
        elif child.tag in _BREAKS:
            parts.append("\n")
        elif child.tag == f"{_W}noBreakHyphen":
            parts.append("-")
        else:
            parts.append(_text(child))
    return "".join(parts)


def _boxes(element: Any) -> Iterator[Any]:  # noqa: ANN401
    """The text boxes of a paragraph, each once (an older program's copy of it is left out)."""
    for box in element.iter(f"{_W}txbxContent"):
        if not any(one.tag == f"{_MC}Fallback" for one in box.iterancestors()):
            yield box


def _parsed(part: Any) -> Any:  # noqa: ANN401
    from docx.oxml import parse_xml

    return part.element if hasattr(part, "element") else parse_xml(part.blob)


def _style_headings(document: Any) -> dict[str | None, tuple[int | None, bool]]:  # noqa: ANN401
    """Style id → level of its headings, and whether its paragraphs are entries of a list."""
    found: dict[str | None, tuple[int | None, bool]] = {}
    for style in document.styles.element.iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        shown = (name.get(f"{_W}val") or "").lower() if name is not None else ""
        level = {"title": 1, "subtitle": 2}.get(shown)
        if shown.startswith("heading ") and shown[8:].isdigit():
            level = int(shown[8:])
        listed = shown.startswith("list ") and shown != "list paragraph"
        numbered = style.find(f"{_W}pPr/{_W}numPr") is not None
        found[style.get(f"{_W}styleId")] = (level, (listed or numbered) and level is None)
    return found
