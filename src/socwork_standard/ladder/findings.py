"""What is wrong with the ladder as the order gives it: broken links, cycles, dead ends, levels that go down."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass

import networkx as nx

from socwork_standard.data.standard import Standard
from socwork_standard.i18n import text
from socwork_standard.ladder.graph import career_ladder
from socwork_standard.ladder.naming import short_name
from socwork_standard.model.base import Language


@dataclass(frozen=True, slots=True)
class LadderFinding:
    """One finding; `kind` is broken_link, cycle, dead_end, unreachable, level_down or level_differs."""

    kind: str
    nodes: tuple[str, ...]
    words: str
    text: str

    def as_dict(self) -> dict[str, object]:
        """The finding as plain data."""
        return {**asdict(self), "nodes": list(self.nodes)}


def ladder_findings(standard: Standard, language: Language = "en") -> list[LadderFinding]:
    """Every finding, links first."""
    graph = career_ladder(standard)
    finder = _Finder(standard, graph, language)
    return [
        *finder.links(),
        *finder.cycles(),
        *finder.dead_ends(),
        *finder.unreachable(),
    ]


class _Finder:
    def __init__(self, standard: Standard, graph: "nx.MultiDiGraph[str]", language: Language) -> None:
        self._cards = {card.point: card for card in standard.cards}
        self._graph = graph
        self._language: Language = language

    def _found(
        self, kind: str, positions: tuple[str, ...], words: str = "", **values: object
    ) -> LadderFinding:
        key = f"ladder.finding.{kind}" if values.get("others", True) else f"ladder.finding.{kind}.alone"
        return LadderFinding(kind, positions, words, text(self._language, key, **values))

    def _name(self, point: int) -> str:
        return f"{point} {short_name(self._cards[point].name.text(self._language))}"

    def links(self) -> Iterator[LadderFinding]:
        """Links that name no card, that go down, or whose level is not that of the card."""
        for card in self._cards.values():
            for link in card.links.entries:
                nodes = (f"{card.point}:{card.categories[0]}",)
                name, level = link.name.text(self._language), link.level.kk
                if link.card is None:
                    key = "broken_link_probably" if link.probably else "broken_link"
                    probably = self._name(link.probably) if link.probably else ""
                    said = text(
                        self._language,
                        f"ladder.finding.{key}",
                        card=self._name(card.point),
                        name=name,
                        level=level,
                        probably=probably,
                    )
                    yield LadderFinding("broken_link", nodes, link.id, said)
                    continue
                target = self._cards[link.card]
                values = {"card": self._name(card.point), "target": self._name(link.card)}
                if max(target.level.levels) < max(card.level.levels):
                    yield self._found("level_down", nodes, link.id, **values)
                if tuple(map(int, level.split("-"))) != target.level.levels:
                    yield self._found(
                        "level_differs", nodes, link.id, level=level, own=target.level.kk, **values
                    )

    def cycles(self) -> Iterator[LadderFinding]:
        """Ways that lead back to where they began, over what the order states and requires."""
        plain = nx.DiGraph(
            (start, end) for start, end, data in self._graph.edges(data=True) if _leads_up(data)
        )
        for part in sorted(nx.strongly_connected_components(plain), key=sorted):
            if len(part) > 1:
                yield self._found("cycle", tuple(sorted(part)), nodes=", ".join(sorted(part)))

    def dead_ends(self) -> Iterator[LadderFinding]:
        """Professions from which the order names no way on to another card; its highest level is none."""
        top = max(max(card.level.levels) for card in self._cards.values())
        for card in self._cards.values():
            if max(card.level.levels) == top:
                continue
            outward = [
                end
                for category in card.categories
                for _, end, data in self._graph.out_edges(f"{card.point}:{category}", data=True)
                if _leads_up(data) and self._graph.nodes[end].get("card") not in {None, card.point}
            ]
            if not outward:
                yield self._found(
                    "dead_end", (f"{card.point}:{card.categories[0]}",), card=self._name(card.point)
                )

    def unreachable(self) -> Iterator[LadderFinding]:
        """Professions to which nothing that the order states or requires leads from its lowest level."""
        lowest = min(min(card.level.levels) for card in self._cards.values())
        reached = {
            f"{card.point}:{category}"
            for card in self._cards.values()
            if min(card.level.levels) == lowest
            for category in card.categories
        }
        graph = nx.DiGraph(
            (start, end) for start, end, data in self._graph.edges(data=True) if _leads_up(data)
        )
        graph.add_nodes_from(self._graph)
        every = set(reached).union(*(nx.descendants(graph, node) for node in reached))
        missed = [node for node in self._graph if node not in every and not node.startswith("named:")]
        for root in missed:
            if nx.ancestors(graph, root):
                continue
            behind = [node for node in missed if node in nx.descendants(graph, root)]
            cards = dict.fromkeys(node.partition(":")[0] for node in behind)
            own = root.partition(":")[0]
            others = ", ".join(card for card in cards if card != own)
            yield self._found("unreachable", (root, *behind), card=self._name(int(own)), others=others)


def _leads_up(data: dict[str, object]) -> bool:
    """Stated or required, and not the rule that lets in every post."""
    return data["kind"] != "inferred" and not data["broken"] and not data.get("any_post")
