"""The career ladder as a picture on A4 landscape: SVG, and PNG without a browser."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import pairwise

from socwork_standard.data.standard import Standard
from socwork_standard.exports.drawing import Drawing, rendered, text_width, wrapped
from socwork_standard.i18n import text
from socwork_standard.ladder.graph import career_ladder
from socwork_standard.ladder.naming import short_name
from socwork_standard.ladder.routes import Route
from socwork_standard.model.base import Language

WIDTH, HEIGHT = 1123, 794
"""A4 landscape in pixels of 1/96 inch."""
_LEFT, _TOP, _BOTTOM, _RIGHT = 66, 20, 766, 16
_LANES, _BANDS = 6, 8
_GAP = 18
_SIDE = 22
_INK = {
    "stated": "#1d3557",
    "required": "#1b7f5c",
    "inferred": "#9aa0a8",
    "broken": "#b3261e",
    "route": "#e36414",
}
_DASH = {"inferred": "4 4", "broken": "6 4"}
_THICK = {"stated": 2.0, "required": 1.6, "inferred": 1.0, "broken": 1.6, "route": 4.0}
_SIZE = 11.0
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Box:
    """Where a card or a named profession stands."""

    name: str
    lane: int
    low: int
    high: int

    @property
    def x(self) -> float:
        return _LEFT + self.lane * _lane_width() + _SIDE / 2

    @property
    def y(self) -> float:
        return _band_top(self.high) + _GAP / 2

    @property
    def w(self) -> float:
        return _lane_width() - _SIDE

    @property
    def h(self) -> float:
        return (self.high - self.low + 1) * _band_height() - _GAP


def _lane_width() -> float:
    return (WIDTH - _LEFT - _RIGHT) / _LANES


def _band_height() -> float:
    return (_BOTTOM - _TOP) / _BANDS


def _band_top(level: int) -> float:
    return _TOP + (_BANDS - level) * _band_height()


def ladder_svg(
    standard: Standard, language: Language = "en", route: Route | None = None, *, link: str = ""
) -> str:
    """The ladder by level as SVG, with the cards and edges of `route` highlighted.

    With `link`, an address with a place for `{point}`, each card leads there.
    """
    return _Picture(standard, language, route, link).draw()


def ladder_png(svg: str, dpi: int = 200) -> bytes:
    """An SVG of A4 landscape as PNG; raises `MissingExtra` where the renderer is not installed."""
    pixels = svg.replace('width="297mm" height="210mm"', f'width="{WIDTH}" height="{HEIGHT}"', 1)
    return rendered(pixels, round(297 / 25.4 * dpi))


class _Picture:
    def __init__(self, standard: Standard, language: Language, route: Route | None, link: str) -> None:
        self._standard = standard
        self._link = link
        self._language: Language = language
        self._graph = career_ladder(standard)
        self._route = route
        self._on_route = _cards(route.nodes) if route else []
        self._drawing = Drawing(WIDTH, HEIGHT, self._say("ladder.title"))
        self._boxes = {one.name: one for one in self._place()}

    def _say(self, key: str, **values: object) -> str:
        return text(self._language, key, **values)

    def draw(self) -> str:
        """The whole picture."""
        self._bands()
        self._edges()
        for box in self._boxes.values():
            self._linked_card(box) if box.name.isdecimal() else self._outside(box)
        self._route_edges()
        self._title()
        return self._drawing.svg()

    # -- places --------------------------------------------------------------------------------------------------

    def _place(self) -> Iterable[_Box]:
        """Cards from left to right as their levels rise; each professions outside the standard beside its card."""
        taken: set[tuple[int, int]] = set()
        lanes: dict[int, int] = {}
        lane = 0
        for card in self._standard.cards:
            low, high = min(card.level.levels), max(card.level.levels)
            lane = next(one for one in range(lane, 99) if _free(taken, one, low, high))
            lanes[card.point] = lane
            yield _taking(taken, str(card.point), lane, low, high)
        for node, data in self._graph.nodes(data=True):
            if data["kind"] == "named":
                digits = [int(one) for one in str(data["level"]).split("-")]
                home = lanes[int(node.removeprefix("named:").partition(".")[0])]
                order = sorted(range(_LANES), key=lambda one: (abs(one - home), one))
                chosen = next(one for one in order if _free(taken, one, digits[0], digits[-1]))
                yield _taking(taken, node, chosen, digits[0], digits[-1])

    # -- background ----------------------------------------------------------------------------------------------

    def _bands(self) -> None:
        for level in range(1, _BANDS + 1):
            shade = "#f3f5f8" if level % 2 else "#ffffff"
            self._drawing.box(8, _band_top(level), WIDTH - 16, _band_height(), fill=shade)
            middle = _band_top(level) + _band_height() / 2
            self._drawing.text(20, middle + 9, str(level), size=26, fill="#5b6470", bold=True)

    def _title(self) -> None:
        self._drawing.text(_LEFT + 10, 48, self._say("ladder.title"), size=21, bold=True)
        subtitle = self._say("ladder.subtitle", standard=self._standard.code)
        self._drawing.text(_LEFT + 10, 70, subtitle, size=12, fill="#4a515c")
        y = 98.0
        kinds = ["stated", "required", "inferred", "broken", *(["route"] if self._route else [])]
        for kind in kinds:
            path = f"M{_LEFT + 12} {y - 4}L{_LEFT + 62} {y - 4}"
            self._drawing.curve(path, line=_INK[kind], thick=_THICK[kind], dash=_DASH.get(kind, ""))
            self._drawing.text(_LEFT + 72, y, self._say(f"ladder.kind.{kind}"), size=12)
            y += 20
        for line in self._footnotes():
            self._drawing.text(_LEFT + 12, y + 4, line, size=11, fill="#4a515c")
            y += 15

    def _footnotes(self) -> list[str]:
        any_post = {
            (end, data["words"], data["years"])
            for _, end, data in self._graph.edges(data=True)
            if data.get("any_post")
        }
        found = []
        for end, words, years in sorted(any_post):
            said = self._say("ladder.any_post", card=end.partition(":")[0], years=years, words=words)
            found.extend(wrapped(said, 11, 3 * _lane_width() - 40))
        return found

    # -- boxes ---------------------------------------------------------------------------------------------------

    def _linked_card(self, box: _Box) -> None:
        first = len(self._drawing.parts)
        self._card(box)
        if self._link:
            name = short_name(self._standard.card(int(box.name)).name.text(self._language))
            self._drawing.link(first, self._link.format(point=box.name), f"{box.name}. {name}")

    def _card(self, box: _Box) -> None:
        card = self._standard.card(int(box.name))
        lit = card.point in self._on_route
        fill, line = ("#ffe8d6", _INK["route"]) if lit else ("#e8eef7", "#1d3557")
        self._drawing.box(box.x, box.y, box.w, box.h, fill=fill, line=line, thick=3 if lit else 1.3)
        head = f"{card.point}" + (f" · {card.sub_level.kk}" if card.sub_level.kk else "")
        self._drawing.text(box.x + 8, box.y + 15, head, size=12, bold=True)
        several = len(card.categories) > 1
        self._name(box, short_name(card.name.text(self._language)), 29, 18 if several else 4)
        if several:
            self._chips(box, card.categories)

    def _name(self, box: _Box, name: str, top: float, bottom: float) -> None:
        size = _SIZE
        room = box.h - top - bottom + 8
        lines = wrapped(name, size, box.w - 14)
        while len(lines) * (size + 1.5) > room and size > 8.5:  # noqa: PLR2004 - smaller is not legible on paper
            size -= 0.5
            lines = wrapped(name, size, box.w - 14)
        for number, line in enumerate(lines):
            self._drawing.text(box.x + 8, box.y + top + number * (size + 1.5), line, size=size)

    def _chips(self, box: _Box, categories: Collection[str]) -> None:
        """The categories along the foot of a card; those on the route are filled."""
        lit = set(self._route.nodes if self._route else ())
        size = 8.5
        labels = [(one, self._say(f"ladder.category.{one}")) for one in categories]
        widths = [text_width(label, size) + 5 for _, label in labels]
        scale = min(1.0, (box.w - 14) / (sum(widths) + 2 * len(widths)))
        x = box.x + 7
        for (category, label), width in zip(labels, widths, strict=True):
            on = f"{box.name}:{category}" in lit
            self._drawing.box(
                x,
                box.y + box.h - 17,
                width * scale,
                13,
                fill=_INK["route"] if on else "#ffffff",
                line="#7d8794",
                thick=0.7,
            )
            middle = x + width * scale / 2
            ink = "#ffffff" if on else "#1c1f24"
            self._drawing.text(
                middle, box.y + box.h - 7.4, label, size=round(size * scale, 2), fill=ink, anchor="middle"
            )
            x += width * scale + 2

    def _outside(self, box: _Box) -> None:
        data = self._graph.nodes[box.name]
        self._drawing.box(
            box.x, box.y, box.w, box.h, fill="#fff5f4", line=_INK["broken"], thick=1.2, dash="5 3"
        )
        self._drawing.text(box.x + 8, box.y + 14, self._say("ladder.outside"), size=9.5, fill=_INK["broken"])
        self._name(box, short_name(str(data[self._language])), 28, 16)
        probably = next(
            (edge["probably"] for *_, edge in self._graph.in_edges(box.name, data=True) if edge["probably"]),
            0,
        )
        if probably:
            said = self._say("ladder.probably", card=probably)
            self._drawing.text(box.x + 8, box.y + box.h - 6, said, size=9.5, fill=_INK["broken"])

    # -- edges ---------------------------------------------------------------------------------------------------

    def _edges(self) -> None:
        """One curve for each pair of cards and kind: inferred behind, the route in front."""
        drawn: dict[tuple[str, str, str], None] = {}
        for start, end, data in self._graph.edges(data=True):
            one, two = _card_of(start), _card_of(end)
            if one != two and not data.get("any_post"):
                kind = "broken" if data["broken"] else data["kind"]
                drawn[one, two, kind] = None
        solid = {(one, two) for one, two, kind in drawn if kind != "inferred"}
        route = list(pairwise(str(point) for point in self._on_route))
        for kind in ("inferred", "required", "broken", "stated"):
            for one, two, own in drawn:
                if (
                    own == kind
                    and (kind != "inferred" or (one, two) not in solid)
                    and (one, two) not in route
                ):
                    self._curve(one, two, kind)

    def _route_edges(self) -> None:
        """The way shown, over everything, with the number of each card on it."""
        for one, two in pairwise(str(point) for point in self._on_route):
            self._curve(one, two, "route")
        for number, point in enumerate(self._on_route, 1):
            box = self._boxes[str(point)]
            self._drawing.box(box.x + box.w - 22, box.y + 3, 18, 14, fill=_INK["route"])
            middle = box.x + box.w - 13
            self._drawing.text(
                middle, box.y + 14, str(number), size=11, fill="#ffffff", bold=True, anchor="middle"
            )

    def _curve(self, one: str, two: str, kind: str) -> None:
        a, b = self._boxes[one], self._boxes[two]
        between = any(
            box.lane == b.lane and box.high >= a.low and box.low < b.low and box is not b
            for box in self._boxes.values()
        )
        path = _path(a, b, kind, blocked=between)
        self._drawing.curve(path, line=_INK[kind], thick=_THICK[kind], dash=_DASH.get(kind, ""))


def _path(a: _Box, b: _Box, kind: str, *, blocked: bool) -> str:
    """A curve from box to box that leaves upwards or to the right, and keeps to the gaps between boxes.

    `blocked`: other boxes stand below the end in its lane.
    """
    shift = {"stated": 0.0, "required": 14.0, "inferred": -14.0, "broken": 0.0, "route": 7.0}[kind]
    if a.lane == b.lane:
        return _in_lane(a, b, shift)
    if b.lane < a.lane or b.low <= a.high:
        return _sideways(a, b, shift)
    if b.lane > a.lane + 1:
        return _along_gap(a, b, shift)
    return _into_side(a, b, shift) if blocked else _right_and_up(a, b, shift)


def _in_lane(a: _Box, b: _Box, shift: float) -> str:
    if b.low - a.high <= 1:
        x = a.x + a.w / 2 + shift
        return f"M{x:.1f} {a.y:.1f}L{x:.1f} {b.y + b.h:.1f}"
    start, end = (a.x, a.y + a.h * 0.3), (b.x, b.y + b.h * 0.6)
    out = a.x - 22 - 4 * (b.low - a.high)
    return f"M{_at(start)}C{out:.1f} {start[1]:.1f} {out:.1f} {end[1]:.1f} {_at(end)}"


def _sideways(a: _Box, b: _Box, shift: float) -> str:
    back = b.lane < a.lane
    start = (a.x, a.y + a.h / 2) if back else (a.x + a.w, a.y + a.h * 0.35 + shift / 2)
    end = (b.x + b.w, b.y + b.h / 2) if back else (b.x, b.y + b.h * 0.6 + shift / 2)
    middle = (start[0] + end[0]) / 2
    return f"M{_at(start)}C{middle:.1f} {start[1]:.1f} {middle:.1f} {end[1]:.1f} {_at(end)}"


def _into_side(a: _Box, b: _Box, shift: float) -> str:
    start, end = (a.x + a.w * 0.75 + shift, a.y), (b.x, b.y + b.h * 0.75 + shift / 2)
    corner = f"{start[0]:.1f} {end[1]:.1f}"
    return (
        f"M{_at(start)}L{start[0]:.1f} {end[1] + 8:.1f}Q{corner} {start[0] + 8:.1f} {end[1]:.1f}L{_at(end)}"
    )


def _right_and_up(a: _Box, b: _Box, shift: float) -> str:
    start = (a.x + a.w, a.y + a.h * 0.4 + shift / 2)
    if b.low == a.high + 1:
        end = (b.x + 26 + shift, b.y + b.h)
        return f"M{_at(start)}Q{end[0]:.1f} {start[1]:.1f} {_at(end)}"
    end = (b.x + 12 * (b.low - a.high) + shift, b.y + b.h)
    corner = f"{end[0]:.1f} {start[1]:.1f}"
    return (
        f"M{_at(start)}L{end[0] - 10:.1f} {start[1]:.1f}Q{corner} {end[0]:.1f} {start[1] - 10:.1f}L{_at(end)}"
    )


def _along_gap(a: _Box, b: _Box, shift: float) -> str:
    up, gap = a.x + a.w * 0.75 + shift, b.y + b.h + _GAP / 2 + shift / 4
    end = (b.x + 12 + shift, b.y + b.h)
    return (
        f"M{up:.1f} {a.y:.1f}L{up:.1f} {gap + 8:.1f}Q{up:.1f} {gap:.1f} {up + 8:.1f} {gap:.1f}"
        f"L{end[0] - 5:.1f} {gap:.1f}Q{end[0]:.1f} {gap:.1f} {end[0]:.1f} {gap - 4:.1f}L{_at(end)}"
    )


def _at(point: Point) -> str:
    return f"{point[0]:.1f} {point[1]:.1f}"


def _free(taken: set[tuple[int, int]], lane: int, low: int, high: int) -> bool:
    return not any((lane, level) in taken for level in range(low, high + 1))


def _taking(taken: set[tuple[int, int]], name: str, lane: int, low: int, high: int) -> _Box:
    taken.update((lane, level) for level in range(low, high + 1))
    return _Box(name, lane, low, high)


def _card_of(node: str) -> str:
    return node if node.startswith("named:") else node.partition(":")[0]


def _cards(nodes: Iterable[str]) -> list[int]:
    """The cards of a route in its order, each once."""
    return list(dict.fromkeys(int(node.partition(":")[0]) for node in nodes if not node.startswith("named:")))
