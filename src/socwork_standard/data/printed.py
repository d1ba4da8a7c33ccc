"""What the texts of a standard print of each competency: in which items today, and in which words in each edition."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from socwork_standard.text import normalise

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from socwork_standard.model.card import Card, Item
    from socwork_standard.model.competency import Competency


class PrintedWords:
    """The items and words that print the competencies of a standard."""

    def __init__(self, cards: Sequence[Card], newest: str, cards_of: Callable[[str], Iterable[Card]]) -> None:
        """Take the newest cards, the newest edition, and what gives the cards of an edition."""
        self._cards = cards
        self._edition = newest
        self._cards_of = cards_of
        self._words: dict[str, dict[str, frozenset[str]]] = {}

    def listed(self, one: Competency) -> Competency:
        """A competency with the items that print it in the newest texts; older texts may use an id otherwise."""
        items = tuple(item for item in one.items if one.id in self._newest.get(item, ()))
        return one if items == one.items else one.model_copy(update={"items": items})

    def still(self, competency: str, edition_id: str) -> bool:
        """Do the newest texts print a competency in all the words in which an edition printed it, if it did?"""
        before = self._in(edition_id).get(competency, frozenset())
        return bool(before) and before <= self._in(self._edition).get(competency, frozenset())

    @cached_property
    def _newest(self) -> dict[str, tuple[str, ...]]:
        """Item → the competencies that it prints, in the newest texts."""
        return {item.id: _slugs(item) for card in self._cards for item in card.items()}

    def _in(self, edition_id: str) -> dict[str, frozenset[str]]:
        """Competency → the words in which the texts held by an edition print it."""
        if edition_id not in self._words:
            found: dict[str, set[str]] = {}
            for card in self._cards_of(edition_id):
                for item in card.items():
                    for slug in _slugs(item):
                        found.setdefault(slug, set()).add(normalise(item.kk))
            self._words[edition_id] = {slug: frozenset(words) for slug, words in found.items()}
        return self._words[edition_id]


def _slugs(item: Item) -> tuple[str, ...]:
    return (*((item.competency,) if item.competency else ()), *item.also)
