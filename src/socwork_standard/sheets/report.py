"""Writing workbooks (.xlsx) with XlsxWriter: tables with tones, a loud line, filters, frozen headings and a chart.

Every text is written as a text, also one that begins like a formula.  The same sheets give the same bytes.
"""

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from typing import IO, Any, Literal

from socwork_standard.sheets.xlsx import missing_xlsx

Cell = str | int | date | None
Tone = Literal["", "good", "bad", "open", "ruling", "unseen", "quiet"]

MOST_ROWS = 1_000_000
"""Rows of one sheet (Excel has room for 1,048,576); more go on in a further sheet."""
LONGEST = 32_000
"""Letters of one cell (Excel has room for 32,767)."""
_COLOURS: dict[Tone, tuple[str, str]] = {
    "good": ("#C6EFCE", "#0B5A1B"),
    "bad": ("#FFC7CE", "#8A0010"),
    "open": ("#FFEB9C", "#7A5200"),
    "ruling": ("#DDD6F3", "#43307C"),
    "unseen": ("#DCE9F7", "#1F4E79"),
    "quiet": ("#E4E4E4", "#555555"),
}
_BANDS = {1: ("#2F4B66", "#FFFFFF"), 2: ("#7C93AB", "#FFFFFF"), 3: ("#DFE6EE", "#1C1F24")}
"""Colours of rows that begin a group, the widest group first."""
_BARS: dict[Tone, str] = {
    "good": "#5BA865",
    "bad": "#D05A62",
    "open": "#E3B341",
    "ruling": "#8A78C2",
    "unseen": "#7FA7D1",
    "quiet": "#AAAAAA",
    "": "#888888",
}
_LINE, _TALLEST = 13, 400
"""Points: the height of a line of text, and of the tallest row."""
_TURNED = 170
"""Points: the height of the headings where some stand upright."""
_FILL = 108
"""Percent of a line that is filled before the next word goes to a new one, on average."""
_SMALL = 20_000
"""A report with more rows is written with memory that does not grow."""
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: heading, width in letters; `wrap` lets long texts take several lines, `align` is of numbers.

    A `turned` heading stands upright, for narrow columns.  `choices` are offered in every row below: words, or the
    cells of another sheet that hold them (`='Words'!$A$2:$A$9`).
    """

    heading: str
    width: int = 12
    wrap: bool = False
    align: Literal["left", "center", "right"] = "right"
    turned: bool = False
    choices: tuple[str, ...] | str = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One row; `tone` colours the cell number `toned` of its sheet, `tones` cells by their number.

    A row with a `band` (1 to 3, the widest group first) begins a group: its first text runs over the whole row.
    """

    cells: Sequence[Cell]
    tone: Tone = ""
    tones: tuple[tuple[int, Tone], ...] = ()
    band: int = 0


@dataclass(frozen=True, slots=True)
class Chart:
    """Stacked bars beside a table: the column of names and the columns of figures with their tones."""

    title: str
    names: int
    figures: tuple[tuple[int, Tone], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A table inside a sheet of several, with a title and perhaps a chart."""

    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Line]
    chart: Chart | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with one table.

    `loud` lines stand above it and cannot be overlooked, `quiet` ones explain; `toned` is the number (from 0) of the
    cell that the tone of a line colours; `size` is how many lines there are.
    """

    name: str
    columns: tuple[Column, ...]
    rows: Iterable[Line]
    size: int
    loud: tuple[str, ...] = ()
    quiet: tuple[str, ...] = ()
    toned: int | None = None
    parts: tuple[Part, ...] = ()
    """Further tables below, for a sheet that is no list; such a sheet has no filter."""
    more: str = "{name} {number}"
    """The name of a sheet that goes on where one is full."""
    frozen: int = 1
    """So many columns stay in sight."""
    filtered: int | None = None
    """The filter reaches over so many columns; over all where absent."""


def write_workbook(path: Path, sheets: Sequence[Sheet], *, title: str, made: date | None = None) -> None:
    """Write the sheets to `path`; `made` is the date of creation that the file carries.

    Raises `MissingExtra` where XlsxWriter is not installed, `OSError` where the file cannot be written.
    """
    large = sum(sheet.size for sheet in sheets) > _SMALL
    with path.open("wb") as stream:
        _write(stream, sheets, title, made, {"constant_memory": True} if large else {"in_memory": True})


def workbook_bytes(sheets: Sequence[Sheet], *, title: str, made: date | None = None) -> bytes:
    """The same workbook, made in memory: nothing is written to a disk on the way."""
    stream = io.BytesIO()
    _write(stream, sheets, title, made, {"in_memory": True})
    return stream.getvalue()


def _write(
    stream: IO[bytes], sheets: Sequence[Sheet], title: str, made: date | None, way: dict[str, bool]
) -> None:
    try:
        import xlsxwriter  # type: ignore[import-untyped]
    except ImportError:
        raise missing_xlsx("XlsxWriter") from None
    settings = {**way, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(stream, {**settings, "default_date_format": "yyyy-mm-dd"})
    created = datetime(made.year, made.month, made.day, tzinfo=UTC).replace(tzinfo=None) if made else _EPOCH
    book.set_properties({"title": title, "created": created})
    writer = _Writer(book)
    for sheet in sheets:
        writer.sheet(sheet)
    try:
        book.close()
    except xlsxwriter.exceptions.FileCreateError as failure:  # the library's cover for what the system said
        raise failure.args[0] from None


class _Writer:
    def __init__(self, book: Any) -> None:  # noqa: ANN401 - XlsxWriter has no types
        self._book = book
        top = {"valign": "top", "font_name": "Calibri", "font_size": 10}
        heading = {
            **top,
            "bold": True,
            "bg_color": "#2F4B66",
            "font_color": "#FFFFFF",
            "text_wrap": True,
            "border": 1,
        }
        self._heading = book.add_format({**heading, "valign": "vcenter", "border_color": "#FFFFFF"})
        self._turned = book.add_format(
            {**heading, "rotation": 90, "valign": "bottom", "align": "center", "border_color": "#FFFFFF"}
        )
        self._bands = {
            band: book.add_format(
                {**top, "valign": "vcenter", "bold": True, "bg_color": back, "font_color": front}
            )
            for band, (back, front) in _BANDS.items()
        }
        self._bare = book.add_format(top)
        cell = {**top, "border": 1, "border_color": "#DDDDDD"}
        self._plain = book.add_format(cell)
        self._wrap = book.add_format({**cell, "text_wrap": True})
        self._date = book.add_format({**cell, "num_format": "yyyy-mm-dd", "align": "left"})
        self._numbers = {
            align: book.add_format({**cell, "num_format": "#,##0", "align": align})
            for align in ("left", "center", "right")
        }
        loud = {**top, "bold": True, "bg_color": "#B00020", "font_color": "#FFFFFF", "text_wrap": True}
        self._loud = book.add_format({**loud, "valign": "vcenter", "font_size": 11})
        self._quiet = book.add_format({**top, "italic": True, "font_color": "#555555", "text_wrap": True})
        self._title = book.add_format({**top, "bold": True, "font_size": 13, "font_color": "#2F4B66"})
        self._tones = {
            tone: book.add_format(
                {**cell, "bg_color": back, "font_color": front, "bold": True, "text_wrap": True}
            )
            for tone, (back, front) in _COLOURS.items()
        }

    # -- one sheet ---------------------------------------------------------------------------------------------------

    def sheet(self, sheet: Sheet) -> None:
        """Write a sheet, and those in which it goes on."""
        rows = iter(sheet.rows)
        number = 1
        while True:
            name = sheet.name if number == 1 else sheet.more.format(name=sheet.name, number=number)
            self._one(
                sheet, name, islice(rows, MOST_ROWS), min(sheet.size - (number - 1) * MOST_ROWS, MOST_ROWS)
            )
            if sheet.size <= number * MOST_ROWS:
                return
            number += 1

    def _one(self, sheet: Sheet, name: str, rows: Iterator[Line], size: int) -> None:
        page = self._book.add_worksheet(name)
        self._columns(page, sheet)
        at = self._above(page, sheet)
        self._headings(page, at, sheet.columns)
        if not sheet.parts:
            page.freeze_panes(at + 1, min(sheet.frozen, len(sheet.columns) - 1))
            page.autofilter(at, 0, at + max(size, 1), (sheet.filtered or len(sheet.columns)) - 1)
            page.ignore_errors(
                {"number_stored_as_text": f"A1:{_letter(len(sheet.columns) - 1)}{at + size + 2}"}
            )
        self._printing(page, at, sheet)
        self._choices(page, at + 1, sheet.columns, size)
        last = self._lines(page, at + 1, sheet.columns, rows, sheet.toned)
        for part in sheet.parts:
            last = self._part(page, last + 1, part, name)

    def _columns(self, page: Any, sheet: Sheet) -> None:  # noqa: ANN401 - XlsxWriter has no types
        listed = [sheet.columns, *(part.columns for part in sheet.parts)]
        for column in range(max(len(one) for one in listed)):
            width = max(one[column].width for one in listed if column < len(one))
            page.set_column(column, column, width, self._bare)

    def _choices(self, page: Any, at: int, columns: tuple[Column, ...], size: int) -> None:  # noqa: ANN401
        """Offer what may stand in a column; anything else is kept too, after a warning."""
        for number, column in enumerate(columns):
            if column.choices and size:
                source = column.choices if isinstance(column.choices, str) else list(column.choices)
                rule = {"validate": "list", "source": source, "error_type": "warning"}
                page.data_validation(at, number, at + size - 1, number, rule)

    def _printing(self, page: Any, at: int, sheet: Sheet) -> None:  # noqa: ANN401 - XlsxWriter has no types
        page.set_landscape()
        page.set_paper(9)
        page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        page.fit_to_pages(1, 0)
        page.set_footer("&L&A&R&P / &N")
        if not sheet.parts:
            page.repeat_rows(at)

    def _above(self, page: Any, sheet: Sheet) -> int:  # noqa: ANN401 - XlsxWriter has no types
        """The lines above the headings; the row of the headings comes back."""
        at = 0
        width = sum(column.width for column in sheet.columns)
        for lines, look, size in ((sheet.loud, self._loud, 15), (sheet.quiet, self._quiet, 13)):
            for line in lines:
                page.set_row(at, size * (1 + len(line) * 11 // (10 * width)) + 4)
                page.merge_range(at, 0, at, len(sheet.columns) - 1, "", look)
                page.write_string(at, 0, safe(line), look)
                at += 1
        return at

    def _headings(self, page: Any, at: int, columns: tuple[Column, ...]) -> None:  # noqa: ANN401
        page.set_row(at, _TURNED if any(column.turned for column in columns) else 30)
        for number, column in enumerate(columns):
            look = self._turned if column.turned else self._heading
            page.write_string(at, number, safe(column.heading), look)

    def _lines(
        self,
        page: Any,  # noqa: ANN401 - XlsxWriter has no types
        at: int,
        columns: tuple[Column, ...],
        lines: Iterable[Line],
        toned: int | None,
    ) -> int:
        looks = [self._wrap if column.wrap else self._plain for column in columns]
        numbers = [self._numbers[column.align] for column in columns]
        for line in lines:
            if line.band:
                self._band(page, at, line, len(columns))
                at += 1
                continue
            page.set_row(at, _height(line.cells, columns))
            own = dict(line.tones)
            if toned is not None and line.tone:
                own[toned] = line.tone
            for number, cell in enumerate(line.cells):
                tone = own.get(number, "")
                if isinstance(cell, str):
                    page.write_string(at, number, safe(cell), self._tones[tone] if tone else looks[number])
                elif isinstance(cell, date):
                    page.write_datetime(at, number, cell, self._date)
                elif cell is not None:
                    page.write_number(at, number, cell, self._tones[tone] if tone else numbers[number])
                else:
                    page.write_blank(at, number, None, self._tones[tone] if tone else looks[number])
            at += 1
        return at

    def _band(self, page: Any, at: int, line: Line, width: int) -> None:  # noqa: ANN401
        """A row that begins a group; its texts stand where they are, its colour runs over the whole row."""
        look = self._bands[line.band]
        page.set_row(at, 18)
        for number in range(width):
            cell = line.cells[number] if number < len(line.cells) else None
            if isinstance(cell, str) and cell:
                page.write_string(at, number, safe(cell), look)
            else:
                page.write_blank(at, number, None, look)

    # -- a sheet of several tables -----------------------------------------------------------------------------------

    def _part(self, page: Any, at: int, part: Part, name: str) -> int:  # noqa: ANN401 - XlsxWriter has no types
        page.set_row(at, 22)
        page.write_string(at, 0, safe(part.title), self._title)
        self._headings(page, at + 1, part.columns)
        last = self._lines(page, at + 2, part.columns, part.rows, None)
        if part.chart is not None and part.rows:
            self._chart(page, at + 1, last - 1, part, part.chart, name)
            last = max(last, at + 1 + _chart_rows(len(part.rows)))
        return last

    def _chart(self, page: Any, top: int, last: int, part: Part, chart: Chart, name: str) -> None:  # noqa: ANN401
        drawn = self._book.add_chart({"type": "bar", "subtype": "stacked"})
        for column, tone in chart.figures:
            drawn.add_series(
                {
                    "name": [name, top, column],
                    "categories": [name, top + 1, chart.names, last, chart.names],
                    "values": [name, top + 1, column, last, column],
                    "fill": {"color": _BARS[tone]},
                    "gap": 40,
                }
            )
        drawn.set_title({"name": chart.title, "name_font": {"size": 12}, "overlay": False})
        drawn.set_y_axis({"reverse": True, "num_font": {"size": 9}})
        drawn.set_x_axis(
            {"num_font": {"size": 9}, "major_gridlines": {"visible": True, "line": {"color": "#DDDDDD"}}}
        )
        drawn.set_legend({"position": "bottom"})
        drawn.set_size({"width": 760, "height": _chart_rows(len(part.rows)) * 20})
        page.insert_chart(top, len(part.columns) + 1, drawn, {"description": chart.title})


def _height(cells: Sequence[Cell], columns: tuple[Column, ...]) -> int:
    """The height of a row, in points, that shows its wrapped texts: not every program works it out itself."""
    most = 1
    for cell, column in zip(cells, columns, strict=False):
        if isinstance(cell, str) and (len(cell) > column.width or "\n" in cell):
            room = max(column.width * _FILL // 100, 1)
            most = max(most, sum(1 + len(part) // room for part in cell.split("\n")) if column.wrap else 1)
    return min(_LINE * most + 2, _TALLEST)


def _chart_rows(bars: int) -> int:
    """The height of a chart in rows of the sheet."""
    return max(12, 7 + bars + bars // 2)


def _letter(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def safe(value: str) -> str:
    """`value` as a cell can hold it: not too long, and without half letters."""
    shown = value if len(value) <= LONGEST else value[: LONGEST - 1] + "…"
    return shown.encode("utf-8", "replace").decode("utf-8")
