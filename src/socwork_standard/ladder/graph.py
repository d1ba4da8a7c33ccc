"""The ladder as a graph: what the order states, what it requires, and what can only be inferred.

Nodes: a position of a card (`13:first`), a profession outside the standard that a card links to
(`named:11.link.1`).  Edges carry `kind`:

- `stated`: a link between cards, as printed (`form` link).  A link that names no card exactly ends in a `named:` node
  and is marked `broken`; `probably` holds the card that may be meant, and no edge leads there.
- `required`: years that a rule asks for: of the category before (`form` category), or of cards 16 to 18 (`form`
  experience).
- `inferred`: ours: the next level up (`form` level), the next kind of education up (`form` education).
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

import networkx as nx

from socwork_standard.data.load import load_standard
from socwork_standard.data.standard import Standard
from socwork_standard.model.base import CategoryName
from socwork_standard.model.card import Card, Link
from socwork_standard.model.rules import AllOf, AnyOf, ByCategory, ByReading, Node, Service

_SEGMENT = re.compile(r"(\d)-деңгей\s*[–-]\s*([^;.]*)")
_CATEGORY_WORDS: tuple[tuple[str, CategoryName], ...] = (
    ("санатсыз", "none"),
    ("екінші", "second"),
    ("бірінші", "first"),
    ("жоғары", "highest"),
)


def career_ladder(standard: Standard | None = None, *, on: date | None = None) -> "nx.MultiDiGraph[str]":
    """The career ladder of a standard as a directed multigraph (see the module for its nodes and edges).

    Cards are taken in the text held for the day `on`; in the newest text held where absent.
    Every edge has `kind`, `form`, `words` (id of the order's words, empty where the edge is inferred), `quote` (those
    words in Kazakh), `years` of service, `broken`, `probably` and `defect`.
    """
    standard = standard or load_standard()
    return _Builder(standard, standard.cards if on is None else standard.cards_on(on)).build()


def node_id(point: int, category: str) -> str:
    """The node of a position, e.g. `13:first`."""
    return f"{point}:{category}"


def levels_of(card: Card, category: str) -> tuple[int, ...]:
    """The levels of a position: those that the card's row on qualification gives to the category, else the card's.

    Card 12 spans two levels, and its row gives the categories to one of them.
    """
    stem = next(word for word, name in _CATEGORY_WORDS if name == category)
    found = [
        int(level) for level, words in _SEGMENT.findall(card.reference_qualification.kk) if stem in words
    ]
    return tuple(found) or card.level.levels


class _Builder:
    def __init__(self, standard: Standard, cards: Sequence[Card]) -> None:
        self._standard = standard
        self._cards = {card.point: card for card in cards}
        self._graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(
            standard=standard.code, data_sha256=standard.data_sha256
        )

    def build(self) -> "nx.MultiDiGraph[str]":
        for card in self._cards.values():
            self._positions(card)
        for card in self._cards.values():
            self._chain(card)
            self._experience(card)
            for link in card.links.entries:
                self._link(card, link)
        self._levels()
        self._education()
        return self._graph

    # -- nodes ---------------------------------------------------------------------------------------------------

    def _positions(self, card: Card) -> None:
        for category in card.categories:
            levels = levels_of(card, category)
            self._graph.add_node(
                node_id(card.point, category),
                kind="position",
                card=card.point,
                slug=card.slug,
                category=category,
                level="-".join(map(str, (min(levels), max(levels)) if len(levels) > 1 else levels)),
                sub_level=card.sub_level.kk,
                kk=card.name.kk,
                ru=card.name.ru or card.name.kk,
                en=card.name.en or card.name.kk,
            )

    def _named(self, link: Link) -> str:
        name = f"named:{link.id}"
        self._graph.add_node(
            name,
            kind="named",
            level=link.level.kk,
            kk=link.name.kk,
            ru=link.name.text("ru"),
            en=link.name.text("en"),
        )
        return name

    # -- edges ---------------------------------------------------------------------------------------------------

    def _edge(self, start: str, end: str, kind: str, form: str, words: str = "", **more: Any) -> None:  # noqa: ANN401
        defaults = {"quote": "", "years": 0, "broken": False, "probably": 0, "defect": ""}
        content = {**defaults, **{key: value for key, value in more.items() if value is not None}}
        key = f"{form}:{words}"
        self._graph.add_edge(start, end, key, kind=kind, form=form, words=words, **content)

    def _link(self, card: Card, link: Link) -> None:
        """A link leads from every position of its card to the first position of the card that it names."""
        target = self._entry(link.card) if link.card is not None else self._named(link)
        for category in card.categories:
            self._edge(
                node_id(card.point, category),
                target,
                "stated",
                "link",
                link.id,
                quote=f"{link.level.kk}; {link.name.kk}",
                broken=link.card is None,
                probably=link.probably,
                defect=link.defect,
                stated_level=link.level.kk,
            )

    def _entry(self, point: int) -> str:
        return node_id(point, self._cards[point].categories[0])

    def _chain(self, card: Card) -> None:
        """The chain of categories, each with the years that it asks for in the one before."""
        for before, after in pairwise(card.categories):
            for service in _services(card.rule, after):
                if service.category == before:
                    start, end = node_id(card.point, before), node_id(card.point, after)
                    self._years(start, end, "category", card, service)

    def _experience(self, card: Card) -> None:
        """Years that a card without categories asks for in organisations of social protection: cards 16 to 18."""
        if card.categories != ("none",):
            return
        for service in _services(card.rule, "none"):
            if service.organisation != "social_protection":
                continue
            for other in self._cards.values():
                if other.point == card.point:
                    continue
                for category in other.categories:
                    if service.category in {None, category}:
                        start = node_id(other.point, category)
                        if service.category is None or len(other.categories) > 1:
                            self._years(start, self._entry(card.point), "experience", card, service)

    def _years(self, start: str, end: str, form: str, card: Card, service: Service) -> None:
        quotes = {clause.id: clause.kk for clause in card.experience.clauses}
        words = service.words[0]
        years = int(service.service[:-1]) if service.service != "any" else 0
        any_post = service.category is None
        self._edge(
            start, end, "required", form, words, quote=quotes.get(words, ""), years=years, any_post=any_post
        )

    def _levels(self) -> None:
        """The next level up: a card that holds the level above a card's highest."""
        for card in self._cards.values():
            above = max(card.level.levels) + 1
            for other in self._cards.values():
                if above in other.level.levels:
                    self._inferred(card, other, "level", f"{card.level.kk} → {other.level.kk}")

    def _education(self) -> None:
        """The next education up: cards whose lowest level of education is the first above a card's highest."""
        terms = self._standard.terms("education-levels")
        ranks = {
            card.point: sorted(terms[name].rank or 0 for row in card.education.rows for name in row.level.is_)
            for card in self._cards.values()
        }
        for card in self._cards.values():
            higher = [known[0] for known in ranks.values() if known[0] > ranks[card.point][-1]]
            for other in self._cards.values():
                if higher and ranks[other.point][0] == min(higher):
                    rows = (card.education.rows[0].level.kk, other.education.rows[0].level.kk)
                    self._inferred(card, other, "education", " → ".join(rows))

    def _inferred(self, card: Card, other: Card, form: str, quote: str) -> None:
        for category in card.categories:
            self._edge(
                node_id(card.point, category), self._entry(other.point), "inferred", form, "", quote=quote
            )


def _services(node: Node, category: str) -> Iterator[Service]:
    """The service leaves of a rule for one category, under every answer."""
    if isinstance(node, Service):
        yield node
    elif isinstance(node, AllOf):
        for child in node.all_of:
            yield from _services(child, category)
    elif isinstance(node, AnyOf):
        for child in node.any_of:
            yield from _services(child, category)
    elif isinstance(node, ByCategory):
        chosen = next((child for name, child in node.by_category.items() if name == category), None)
        if chosen is not None:
            yield from _services(chosen, category)
    elif isinstance(node, ByReading):
        for child in node.answers.values():
            yield from _services(child, category)


__all__ = ["career_ladder", "levels_of", "node_id"]
