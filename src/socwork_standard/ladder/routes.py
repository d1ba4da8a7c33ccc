"""Ways between two positions on the ladder: all simple ones, and the quickest."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

import networkx as nx

from socwork_standard.data.standard import Standard
from socwork_standard.errors import LookupFailure
from socwork_standard.ladder.graph import career_ladder

MOST = 500
"""At most so many simple ways are listed."""
Edge = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Hop:
    """One edge of a way, with the months of service that the order asks for, and of study by our assumptions."""

    start: str
    end: str
    kind: str
    form: str
    words: str
    quote: str
    service: int
    study: int

    @property
    def months(self) -> int:
        """Months of service and study, one after the other."""
        return self.service + self.study


@dataclass(frozen=True, slots=True)
class Route:
    """A way between two positions."""

    hops: tuple[Hop, ...]

    @property
    def months(self) -> int:
        """Months of service and study, one after the other."""
        return sum(hop.months for hop in self.hops)

    @property
    def nodes(self) -> tuple[str, ...]:
        """The positions, from the first to the last."""
        return (self.hops[0].start, *(hop.end for hop in self.hops)) if self.hops else ()

    def as_dict(self) -> dict[str, Any]:
        """The way as plain data."""
        names = ("start", "end", "kind", "form", "words", "quote", "months", "service", "study")
        hops = [{name: getattr(hop, name) for name in names} for hop in self.hops]
        return {"months": self.months, "nodes": list(self.nodes), "hops": hops}


class Routes:
    """Ways on the ladder of a standard."""

    def __init__(self, standard: Standard) -> None:
        self._standard = standard
        self.graph = career_ladder(standard)
        self._cards = {card.point: card for card in standard.cards}
        self._terms = standard.terms("education-levels")
        self._study = lru_cache(maxsize=None)(self._study_between)

    def node(self, card: int | str, category: str = "none") -> str:
        """The node of a position; raises `LookupFailure` where the ladder has none."""
        point = self._standard.card(card).point
        name = f"{point}:{category}"
        if name not in self.graph:
            listed = ", ".join(self._cards[point].categories)
            raise LookupFailure(
                "card {point} has no category {category!r}.",
                mend="Use one of: {listed}.",
                point=point,
                category=category,
                listed=listed,
            )
        return name

    def simple(self, start: str, end: str, most: int = MOST) -> list[Route]:
        """The simple ways, quickest first; a category is climbed only where the next edge needs it."""
        found: list[Route] = []
        for nodes in self._paths(start, end):
            found.append(Route(tuple(self._hop(one, two) for one, two in pairwise(nodes))))
            if len(found) >= most:
                break
        return sorted(found, key=lambda route: (route.months, len(route.hops), route.nodes))

    def quickest(self, start: str, end: str) -> Route | None:
        """The way with the fewest months of service and study; None where no way leads there."""

        def weight(one: str, two: str, edges: dict[str, Edge]) -> float | None:
            del edges
            usable = [sum(self._months(one, two, edge)) for edge in self._usable(one, two)]
            return min(usable) + 0.001 if usable else None

        try:
            nodes = nx.dijkstra_path(self.graph, start, end, weight=weight)
        except nx.NetworkXNoPath:
            return None
        return Route(tuple(self._hop(one, two) for one, two in pairwise(nodes)))

    def _usable(self, start: str, end: str) -> list[Edge]:
        """The edges that really lead on: where a card asks for years in other posts, a link alone does not."""
        edges = list(self.graph[start][end].values())
        same = self.graph.nodes[start].get("card") == self.graph.nodes[end].get("card")
        if not same and self._asks_years(end):
            return [edge for edge in edges if edge["kind"] == "required"]
        return edges

    def _asks_years(self, node: str) -> bool:
        return any(edge["form"] == "experience" for *_, edge in self.graph.in_edges(node, data=True))

    def _paths(self, start: str, end: str) -> Iterator[tuple[str, ...]]:
        reaching = {*nx.ancestors(self.graph, end), end}
        stack: list[tuple[str, ...]] = [(start,)]
        while stack:
            path = stack.pop()
            if path[-1] == end:
                yield path
                continue
            near = set(self.graph.successors(path[-1])) & reaching - set(path)
            onward = sorted((node for node in near if self._usable(path[-1], node)), reverse=True)
            stack.extend((*path, node) for node in onward if not self._idle(path, node))

    def _idle(self, path: tuple[str, ...], node: str) -> bool:
        """Was a category climbed although the edge to `node` leaves from an earlier category as well?"""
        card = path[-1].partition(":")[0]
        if node.startswith(f"{card}:"):
            return False
        before = [one for one in path[:-1] if one.partition(":")[0] == card]
        return any(self.graph.has_edge(one, node) and self._usable(one, node) for one in before)

    def _hop(self, start: str, end: str) -> Hop:
        edges = self._usable(start, end)
        kinds = ("stated", "required", "inferred")
        edge = min(
            edges,
            key=lambda one: (sum(self._months(start, end, one)), kinds.index(one["kind"]), one["words"]),
        )
        service, study = self._months(start, end, edge)
        return Hop(start, end, edge["kind"], edge["form"], edge["words"], edge["quote"], service, study)

    # -- months --------------------------------------------------------------------------------------------------

    def _months(self, start: str, end: str, edge: Edge) -> tuple[int, int]:
        """Months of service and of study."""
        first, last = self.graph.nodes[start].get("card"), self.graph.nodes[end].get("card")
        if first is None or last is None or first == last:
            return 12 * int(edge["years"]), 0
        clause = next((one for one in self._cards[last].experience.clauses if one.id == edge["words"]), None)
        named = clause.education.levels if clause is not None and clause.education is not None else ()
        return 12 * int(edge["years"]), self._study(first, last, named)

    def _study_between(self, first: int, last: int, named: tuple[str, ...]) -> int:
        """Months of study from the lowest education of one card to that of another, after study-lengths.yaml."""
        rows = [row.level.is_ for row in self._cards[first].education.rows]
        own = min((level for row in rows for level in row), key=lambda level: self._terms[level].rank or 0)
        held = {own, *self._terms[own].proves}
        wanted = set(named) or {level for row in self._cards[last].education.rows for level in row.level.is_}
        return min((self._to(level, held, frozenset()) for level in wanted), default=0)

    def _to(self, level: str, held: set[str], seen: frozenset[str]) -> int:
        if level in held:
            return 0
        endless = 12_000
        found = [endless]
        for study in self._standard.study_lengths.studies:
            if study.level != level:
                continue
            if not study.after or held.intersection(study.after):
                found.append(study.months)
            else:
                found.extend(
                    study.months + self._to(before, held, seen | {level})
                    for before in study.after
                    if before not in seen and before != level
                )
        return min(found)
