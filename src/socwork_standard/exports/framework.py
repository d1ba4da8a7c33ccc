"""The standard as a tree of nodes, which every exchange format is written from.

A node is a card, a labour function, a skill or a printed item; beside the tree stand the levels of the sectoral
framework and the competencies that items print.  Ids are those of the data; keys carry the edition.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from socwork_standard.data.standard import Standard
from socwork_standard.model.base import LANGUAGES, Language
from socwork_standard.model.card import Card, Item, Items, LabourFunction, Skill
from socwork_standard.model.competency import Competency
from socwork_standard.model.words import Words

Kind = Literal["card", "function", "skill", "ability", "knowledge"]


@dataclass(frozen=True, slots=True)
class Node:
    """One node of the tree; `parent` is the key of the node above it, empty for a card.

    `number` is the place among its brothers, from 1.  `valid_to` is the last day on which the wording is in force.
    """

    key: str
    id: str
    kind: Kind
    parent: str
    number: int
    texts: dict[Language, str]
    card: int
    competencies: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    mandatory: bool = True


@dataclass(frozen=True, slots=True)
class Step:
    """One card leads to another: the order's own link, or years that a rule asks for."""

    start: int
    end: int
    kind: Literal["stated", "required"]


@dataclass(frozen=True, slots=True)
class Framework:
    """Everything that the exchange formats need of a standard."""

    standard: Standard
    cards: tuple[Card, ...]
    nodes: tuple[Node, ...]
    competencies: tuple[Competency, ...]
    steps: tuple[Step, ...]

    @property
    def edition(self) -> str:
        """The id of the newest edition among the cards."""
        order = [one.id for one in self.standard.editions]
        return max((node.key.partition("/")[0] for node in self.nodes), key=order.index)

    @property
    def changed(self) -> date:
        """The last day on which the data say that they changed: adoption of an edition held, or a review."""
        file = self.standard.editions_file
        days = [one.adopted for one in file.editions if one.held]
        return max([*days, *(one.day for one in file.reviews)])

    @property
    def valid_from(self) -> date:
        """The first day on which a wording that is exported is in force."""
        return min(node.valid_from for node in self.nodes if node.valid_from)

    def name(self, language: Language) -> str:
        """The standard's name."""
        return self.standard.editions_file.name.text(language)

    def levels(self) -> tuple[int, ...]:
        """The levels of the sectoral framework that the cards name, lowest first."""
        return tuple(sorted({level for card in self.cards for level in card.level.levels}))

    def children(self) -> dict[str, list[Node]]:
        """The nodes under each key, in the order of the data; cards under the empty key."""
        found: dict[str, list[Node]] = {}
        for node in self.nodes:
            found.setdefault(node.parent, []).append(node)
        return found


def framework(standard: Standard, cards: Sequence[int] = ()) -> Framework:
    """The framework of some cards, or of all of them, in the newest text held."""
    chosen = tuple(card for card in standard.cards if not cards or card.point in cards)
    nodes = tuple(node for card in chosen for node in _Nodes(standard, card).all())
    used = {slug for node in nodes for slug in node.competencies}
    competencies = tuple(one for slug, one in standard.competencies.items() if slug in used)
    return Framework(standard, chosen, nodes, competencies, tuple(_steps(standard, chosen)))


class _Nodes:
    """The nodes of one card."""

    def __init__(self, standard: Standard, card: Card) -> None:
        self._standard = standard
        self._card = card
        last = standard.in_force(card.point, date.max)
        self._edition = last.held
        self._valid_from = last.valid_from
        self._valid_to = last.valid_to

    def all(self) -> Iterator[Node]:
        """The card, then each function with its skills and their items."""
        card = self._card
        yield self._node(str(card.point), "card", "", card.point, _texts(card.name))
        for function in card.functions:
            yield from self._function(function)

    def _function(self, function: LabourFunction) -> Iterator[Node]:
        mandatory = function.kind == "mandatory"
        above = self._key(str(self._card.point))
        yield self._node(
            function.id, "function", above, function.number, _texts(function), mandatory=mandatory
        )
        for skill in function.skills:
            yield from self._skill(skill, self._key(function.id))

    def _skill(self, skill: Skill, above: str) -> Iterator[Node]:
        yield self._node(skill.id, "skill", above, skill.number, _texts(skill))
        key = self._key(skill.id)
        yield from self._items("ability", skill.ability_list, key)
        yield from self._items("knowledge", skill.knowledge_list, key)

    def _items(self, kind: Literal["ability", "knowledge"], items: Items, above: str) -> Iterator[Node]:
        for number, item in enumerate(items.items, 1):
            printed = tuple(slug for slug in (item.competency, *item.also) if slug)
            yield self._node(item.id, kind, above, number, self._item_texts(item, printed), printed)

    def _item_texts(self, item: Item, printed: tuple[str, ...]) -> dict[Language, str]:
        """The words of the item in Kazakh; its translations stand on its competencies."""
        texts = _texts(item)
        for language in LANGUAGES:
            if language != "kk" and printed and not getattr(item, language):
                said = [getattr(self._standard.competencies[slug], language) for slug in printed]
                texts[language] = "; ".join(said)
        return texts

    def _key(self, id_: str) -> str:
        return f"{self._edition}/{id_}"

    def _node(
        self,
        id_: str,
        kind: Kind,
        above: str,
        number: int,
        texts: dict[Language, str],
        competencies: tuple[str, ...] = (),
        *,
        mandatory: bool = True,
    ) -> Node:
        return Node(
            self._key(id_),
            id_,
            kind,
            above,
            number,
            texts,
            self._card.point,
            competencies,
            self._valid_from,
            self._valid_to,
            mandatory,
        )


def _texts(words: Words) -> dict[Language, str]:
    return {language: words.text(language) for language in LANGUAGES}


def _steps(standard: Standard, cards: Sequence[Card]) -> Iterator[Step]:
    """The steps of the career ladder between these cards, each once."""
    from socwork_standard.ladder.graph import career_ladder

    points = {card.point for card in cards}
    graph = career_ladder(standard)
    seen: set[tuple[int, int, str]] = set()
    for start, end, edge in graph.edges(data=True):
        one, other = graph.nodes[start].get("card"), graph.nodes[end].get("card")
        kind = edge["kind"]
        if one in points and other in points and one != other and kind in {"stated", "required"}:
            seen.add((one, other, kind))
    yield from (Step(*one) for one in sorted(seen))  # type: ignore[arg-type]
