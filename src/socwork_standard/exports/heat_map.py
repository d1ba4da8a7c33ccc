"""Coverage as a picture: labour functions in rows, courses or semesters in columns; SVG, and PNG without a browser."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from socwork_standard.curriculum.force import advisory
from socwork_standard.data.standard import Standard
from socwork_standard.exports.drawing import Drawing, rendered, text_width, wrapped
from socwork_standard.i18n import text
from socwork_standard.ladder.naming import short_name
from socwork_standard.model.base import Language
from socwork_standard.programme.coverage import Coverage
from socwork_standard.programme.coverage_cells import Counts

Across = Literal["course", "semester"]

_MARGIN, _LABEL, _SUM = 24, 430, 116
_CELL, _ROW, _BAND = 52, 46, 28
_TITLES, _LEAST_WIDTH = 176, 980
_SIZE = 11.5
_LEGEND_LINE = 24
_LINES = 3
_INK, _SOFT, _RULE = "#1c1f24", "#5b6470", "#d5dae1"
_GREENS = ("#d3ecd4", "#a3d6a7", "#6dba76", "#3a9648", "#1c6b2b")
_BOLD = 1.16
"""Bold letters are so much wider than the measure of text."""
_LIGHT_INK = 3
"""From this green on, letters are white."""
_BEGUN, _BEGUN_INK = "#ffe39a", "#6b4700"
_FRESH, _FRESH_INK = "#eaf2fb", "#1f4e79"
_REFUSED, _REFUSED_INK = "#e4e4e4", "#555555"
_GAP_FILL = "#fafafa"
_SHARP = 2
"""A PNG has so many pixels for each unit of the picture."""


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: its heading, and the courses that it stands for."""

    heading: str
    courses: tuple[str, ...]


def heat_map_svg(
    coverage: Coverage, standard: Standard, language: Language = "en", across: Across = "course"
) -> str:
    """The labour functions of the cards asked for against courses or semesters, as SVG.

    Green is confirmed, darker for a larger part of the function; what is only open or refused has colours of its own.
    """
    return _HeatMap(coverage, standard, language, across).draw()


def heat_map_png(svg: str) -> bytes:
    """A heat map as PNG, two pixels for each of the SVG; `MissingExtra` where the renderer is not installed."""
    width = int(svg.partition('width="')[2].partition('"')[0])
    return rendered(svg, width * _SHARP)


class _HeatMap:
    def __init__(self, coverage: Coverage, standard: Standard, language: Language, across: Across) -> None:
        self._coverage = coverage
        self._standard = standard
        self._language: Language = language
        self._across = across
        self._columns = self._make_columns()
        self._rows = {row.id: row for row in coverage.by_function}
        self._cards = [standard.card(point) for point in coverage.cards]
        self._heads = [wrapped(one.heading, _SIZE, _TITLES - 12)[:3] for one in self._columns]
        longest = max(text_width(line, _SIZE) for lines in self._heads for line in lines)
        self._titles = min(_TITLES, round(longest) + 24)
        self._width = max(_LEAST_WIDTH, 2 * _MARGIN + _LABEL + _CELL * len(self._columns) + _SUM)
        self._title = wrapped(self._heading(), 19 * _BOLD, self._width - 2 * _MARGIN)
        self._warning = wrapped(self._advisory(), _SIZE * _BOLD, self._width - 2 * _MARGIN)
        self._legend = self._legend_lines()
        self._top = _MARGIN + 26 * len(self._title) + 17 * len(self._warning) + 14
        rows = _BAND * len(self._cards) + _ROW * len(self._rows)
        legend = sum(_LEGEND_LINE + 14 * (len(lines) - 1) for _, lines in self._legend)
        height = self._top + self._titles + rows + 24 + legend + _MARGIN
        size = (str(self._width), str(height))
        self._drawing = Drawing(self._width, height, self._heading(), size)

    def _say(self, key: str, **values: object) -> str:
        return text(self._language, key, **values)

    def _heading(self) -> str:
        programme = self._coverage.curriculum.programme.title
        return f"{self._say(f'coverage.heat.title.{self._across}')}. {programme}"

    def _advisory(self) -> str:
        coverage = self._coverage
        return " ".join(advisory(self._standard, coverage.superseded, coverage.as_of, self._language))

    def _make_columns(self) -> list[_Column]:
        if self._across == "course":
            return [_Column(f"{one.code} {one.title}", (one.code,)) for one in self._coverage.by_course]
        return [_Column(self._semester(one.semester), one.courses) for one in self._coverage.by_semester]

    def _semester(self, semester: int | None) -> str:
        return (
            self._say("coverage.no_semester")
            if semester is None
            else self._say("coverage.heat.semester", n=semester)
        )

    # -- drawing ------------------------------------------------------------------------------------------------

    def draw(self) -> str:
        """The whole picture."""
        y = self._headings()
        for card in self._cards:
            y = self._band(y, f"{card.point} {short_name(card.name.text(self._language))}")
            for function in card.functions:
                self._row(y, function.id, function.text(self._language))
                y += _ROW
        self._draw_legend(y + 24)
        return self._drawing.svg()

    def _x(self, column: int) -> float:
        return _MARGIN + _LABEL + column * _CELL

    def _headings(self) -> float:
        y = float(_MARGIN)
        for line in self._title:
            self._drawing.text(_MARGIN, y + 18, line, size=19, bold=True)
            y += 26
        for line in self._warning:
            self._drawing.text(_MARGIN, y + 14, line, size=_SIZE, fill="#b00020", bold=True)
            y += 17
        bottom = self._top + self._titles - 8
        for at, lines in enumerate(self._heads):
            middle = self._x(at) + _CELL / 2 - (len(lines) - 1) * 7 + 4
            for number, line in enumerate(lines):
                self._drawing.text(middle + number * 14, bottom, line, size=_SIZE, turn=-90)
        self._drawing.text(
            self._x(len(self._columns)) + _SUM / 2,
            bottom,
            self._say("coverage.heat.all"),
            size=_SIZE,
            bold=True,
            anchor="middle",
        )
        return float(self._top + self._titles)

    def _band(self, y: float, name: str) -> float:
        width = _LABEL + _CELL * len(self._columns) + _SUM
        self._drawing.box(_MARGIN, y + 3, width, _BAND - 5, fill="#2f4b66")
        line = wrapped(name, 13 * _BOLD, width - 20)[0]
        self._drawing.text(_MARGIN + 10, y + 19, line, size=13, fill="#ffffff", bold=True)
        return y + _BAND

    def _row(self, y: float, key: str, name: str) -> None:
        lines = wrapped(f"{key} {name}", _SIZE, _LABEL - 14)
        if len(lines) > _LINES:
            lines = [*lines[: _LINES - 1], _cut(lines[_LINES - 1], _LABEL - 24)]
        first = y + _ROW / 2 + 4 - (len(lines) - 1) * 7
        for number, line in enumerate(lines):
            self._drawing.text(_MARGIN + 4, first + number * 14, line, size=_SIZE)
        row = self._rows[key]
        for at, column in enumerate(self._columns):
            self._cell(self._x(at), y, self._coverage.grid.counts(row.competencies, column.courses))
        self._sum(self._x(len(self._columns)), y, row.counts)

    def _cell(self, x: float, y: float, counts: Counts) -> None:
        fill, ink, words, dash = _look(counts)
        self._drawing.box(
            x + 1.5,
            y + 1.5,
            _CELL - 3,
            _ROW - 3,
            fill=fill,
            line=_FRESH_INK if dash else _RULE,
            dash=dash,
            thick=0.8,
        )
        middle = x + _CELL / 2
        if counts.confirmed and counts.suggested:
            self._drawing.text(
                middle - 3, y + 28, str(counts.confirmed), size=15, fill=ink, bold=True, anchor="end"
            )
            self._drawing.text(middle + 1, y + 28, f"+{counts.suggested}", size=11, fill=ink)
        elif words:
            bold = counts.confirmed > 0
            self._drawing.text(
                middle, y + 28, words, size=15 if bold else 13, fill=ink, bold=bold, anchor="middle"
            )

    def _sum(self, x: float, y: float, counts: Counts) -> None:
        """The share of the function: a bar of confirmed, under review and not reviewed, and the figures."""
        width = _SUM - 16
        self._drawing.box(x + 8, y + 26, width, 8, fill="#f3d9db")
        at = x + 8
        for number, fill in (
            (counts.confirmed, _GREENS[-2]),
            (counts.begun, "#e3b341"),
            (counts.not_reviewed, "#9dbfe3"),
            (counts.rejected_only, "#b9b9b9"),
        ):
            part = width * number / max(counts.number, 1)
            if number:
                self._drawing.box(at, y + 26, part, 8, fill=fill)
            at += part
        words = f"{counts.confirmed} / {counts.number}"
        self._drawing.text(x + _SUM / 2, y + 20, words, size=12, bold=True, anchor="middle")

    # -- legend -------------------------------------------------------------------------------------------------

    def _legend_lines(self) -> list[tuple[str, list[str]]]:
        width = self._width - 2 * _MARGIN - 130
        names = ("confirmed", "begun", "not_reviewed", "rejected_only", "gap")
        return [(name, wrapped(self._say(f"coverage.heat.legend.{name}"), _SIZE, width)) for name in names]

    def _draw_legend(self, y: float) -> None:
        for name, lines in self._legend:
            samples = _SAMPLES[name]
            wide = 110 / len(samples)
            for number, fill in enumerate(samples):
                fresh = name == "not_reviewed"
                self._drawing.box(
                    _MARGIN + number * wide,
                    y,
                    wide - 3,
                    16,
                    fill=fill,
                    line=_FRESH_INK if fresh else _RULE,
                    dash="4 3" if fresh else "",
                    thick=0.8,
                )
            for number, line in enumerate(lines):
                self._drawing.text(_MARGIN + 120, y + 12 + number * 14, line, size=_SIZE, fill=_INK)
            y += _LEGEND_LINE + 14 * (len(lines) - 1)


_SAMPLES: dict[str, Sequence[str]] = {
    "confirmed": _GREENS,
    "begun": (_BEGUN,),
    "not_reviewed": (_FRESH,),
    "rejected_only": (_REFUSED,),
    "gap": (_GAP_FILL,),
}


def _look(counts: Counts) -> tuple[str, str, str, str]:
    """Fill, ink, words and dashes of a cell: what is confirmed comes first, then what is open."""
    if counts.confirmed:
        step = min(counts.confirmed * len(_GREENS) * 2 // max(counts.number, 1), len(_GREENS) - 1)
        return _GREENS[step], "#ffffff" if step >= _LIGHT_INK else "#0b3d14", str(counts.confirmed), ""
    if counts.begun:
        return _BEGUN, _BEGUN_INK, str(counts.suggested), ""
    if counts.not_reviewed:
        return _FRESH, _FRESH_INK, str(counts.not_reviewed), "4 3"
    if counts.rejected_only:
        return _REFUSED, _REFUSED_INK, "×", ""
    return _GAP_FILL, _SOFT, "", ""


def _cut(line: str, width: float) -> str:
    """A line that goes on, cut so that its sign for that has room."""
    while line and text_width(f"{line}…", _SIZE) > width:
        line = line[:-1]
    return f"{line.rstrip(' ,-–')}…"
