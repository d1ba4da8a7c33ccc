"""Reading PDF with pdfplumber: the lines of each page outside its tables, and its tables."""

import io
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from socwork_standard.documents.grid import Room, Span, expand
from socwork_standard.documents.guard import damaged, missing_library
from socwork_standard.documents.model import Block, Document, Gap, Line, Table, clean, clean_lines
from socwork_standard.documents.pdf_fonts import bounded_fonts
from socwork_standard.documents.place import Place
from socwork_standard.errors import InputError

Box = tuple[float, float, float, float]

MOST_PAGES = 1_000
"""So many pages a PDF may have."""

MOST_SIGNS = 30_000
"""So many signs a page may have."""


def read_pdf(raw: bytes, name: str) -> Document:
    """The lines and tables of a PDF, page by page, from top to bottom; a page that is a picture is named."""
    try:
        import pdfplumber
    except ImportError:
        raise missing_library("pdfplumber") from None
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    try:
        with pdfplumber.open(io.BytesIO(raw)) as pdf:
            pdf.rsrcmgr = bounded_fonts()
            blocks, gaps = _pages(pdf.pages)
    except RecursionError:
        raise InputError("the document is nested too deeply.", name, "Print it to a new PDF.") from None
    except InputError as failure:
        raise failure.at(name) from None
    except Exception as failure:  # noqa: BLE001 - the library raises whatever the damage brings it to
        raise _unreadable(failure, name) from None
    if not blocks:
        raise _without_text(gaps, name)
    return Document(name, "pdf", tuple(blocks), tuple(gaps))


def _unreadable(failure: Exception, name: str) -> InputError:
    for one in failure.args:
        if isinstance(one, InputError):  # ours, wrapped by the library on its way up
            return one.at(name)
    causes = {type(failure).__name__, *(type(one).__name__ for one in failure.args)}
    if any("Password" in one or "Encryption" in one for one in causes):
        return InputError(
            "the PDF is protected with a password, so nothing in it can be read.",
            name,
            "Open it, and save or print it to a PDF without a password.",
        )
    return damaged(name, failure)


def _without_text(gaps: list[Gap], name: str) -> InputError:
    if gaps:
        return InputError(
            "the PDF is a scan: its pages ({n}) are pictures and hold no text.",
            name,
            "Recognise its text first (OCR, for Kazakh and Russian), or give the document it was printed from.",
            n=len(gaps),
        )
    return InputError("the PDF holds no text.", name, "Check that it was saved and copied whole.")


def _pages(pages: Any) -> tuple[list[Block], list[Gap]]:  # noqa: ANN401 - the library has no types
    if len(pages) > MOST_PAGES:
        raise InputError(
            "the PDF has {n} pages; at most {most} are read.",
            "",
            "Give the part that matters.",
            n=len(pages),
            most=MOST_PAGES,
        )
    blocks: list[Block] = []
    gaps: list[Gap] = []
    tables = 0
    room = Room()
    for page in pages:
        found = _Page(page, page.page_number, tables, room)
        own = list(found.blocks())
        tables += sum(isinstance(one, Table) for one in own)
        blocks += own
        if not own and (page.images or page.curves or page.rects):
            gaps.append(Gap("scan", Place(page=page.page_number)))
        page.close()
    return blocks, gaps


@dataclass
class _Page:
    page: Any
    number: int
    tables: int
    room: Room

    def blocks(self) -> Iterator[Block]:
        """Lines and tables in the order of their tops."""
        if len(self.page.chars) > MOST_SIGNS:
            raise InputError(
                "page {page} holds {n} signs, more than a page can show.",
                "",
                "Print it to a new PDF.",
                page=self.number,
                n=len(self.page.chars),
            )
        if not self.page.chars:
            return
        grids = [one for one in self.page.find_tables() if len(one.cells) > 1]
        held = _by_cell(self.page.chars, [cell for grid in grids for cell in grid.cells])
        in_cells = {id(sign) for signs in held.values() for sign in signs}
        placed: list[tuple[float, int, Any]] = [(one.bbox[1], 1, one) for one in grids]
        rest = self.page.filter(lambda one: id(one) not in in_cells)
        placed += [(line["top"], 0, line["text"]) for line in rest.extract_text_lines(return_chars=False)]
        placed.sort(key=lambda one: one[:2])
        lines = 0
        for _, is_table, one in placed:
            if is_table:
                self.tables += 1
                if table := self._table(one, held):
                    yield table
            elif text := clean(one):
                lines += 1
                yield Line(text, Place(page=self.number, line=lines))

    def _table(self, found: Any, held: dict[Box, list[Any]]) -> Table | None:  # noqa: ANN401
        """A table of the page; how many columns and rows a cell covers is seen from its box."""
        from pdfplumber.utils.text import extract_text

        columns = sorted({round(x) for cell in found.cells for x in (cell[0], cell[2])})
        heights = sorted({round(y) for cell in found.cells for y in (cell[1], cell[3])})
        by_row: dict[int, list[tuple[int, Span]]] = {}
        for cell in found.cells:
            left, top, right, bottom = (round(one) for one in cell)
            text = clean_lines(extract_text(held.get(cell, [])))
            width = max(1, columns.index(right) - columns.index(left))
            height = max(1, heights.index(bottom) - heights.index(top))
            by_row.setdefault(heights.index(top), []).append((left, Span(text, width, height)))
        rows = [
            [span for _, span in sorted(by_row.get(row, []), key=lambda one: one[0])]
            for row in range(len(heights) - 1)
        ]
        place = Place(page=self.number, table=self.tables)
        grid = expand(rows, place, self.room)
        return Table(grid, place) if any(cell.text for row in grid for cell in row) else None


def _by_cell(signs: list[Any], cells: list[Box]) -> dict[Box, list[Any]]:
    """The signs whose middle lies in each cell; every sign is in one cell at most."""
    found: dict[Box, list[Any]] = {}
    by_top = sorted(cells, key=lambda one: one[1])
    for sign in signs:
        across, down = (sign["x0"] + sign["x1"]) / 2, (sign["top"] + sign["bottom"]) / 2
        for cell in by_top:
            if cell[1] > down:
                break
            if cell[0] <= across <= cell[2] and down <= cell[3]:
                found.setdefault(cell, []).append(sign)
                break
    return found
