"""How close two professions are: the competencies that their cards share, and those that one lacks."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from socwork_standard.data.standard import Standard
from socwork_standard.model.card import Card
from socwork_standard.model.competency import Competency


@dataclass(frozen=True, slots=True)
class ToLearn:
    """One competency that the other profession has, with the first item that prints it."""

    competency: Competency
    item: str
    skill: str
    """Id of the skill under which it is printed, e.g. 13.1.2."""


@dataclass(frozen=True, slots=True)
class Closeness:
    """Two cards compared: what both have, what only one has."""

    first: int
    second: int
    shared: tuple[Competency, ...]
    only_first: tuple[ToLearn, ...]
    only_second: tuple[ToLearn, ...]
    """What a person of the first profession must learn for the second."""

    @property
    def share(self) -> float:
        """Shared competencies as a part of all that either has, from 0 to 1."""
        whole = len(self.shared) + len(self.only_first) + len(self.only_second)
        return len(self.shared) / whole if whole else 0.0

    @property
    def covered(self) -> float:
        """Which part of the second profession's competencies the first already has, from 0 to 1."""
        whole = len(self.shared) + len(self.only_second)
        return len(self.shared) / whole if whole else 0.0

    def as_dict(self) -> dict[str, Any]:
        """The comparison as plain data."""
        return {
            "first": self.first,
            "second": self.second,
            "share": round(self.share, 4),
            "covered": round(self.covered, 4),
            "shared": [one.id for one in self.shared],
            "only_first": [{"competency": one.competency.id, "item": one.item} for one in self.only_first],
            "only_second": [{"competency": one.competency.id, "item": one.item} for one in self.only_second],
        }


def compare_cards(standard: Standard, first: int | str, second: int | str) -> Closeness:
    """Compare two cards by their competencies, in the order of the second's items (of the first's for `only_first`)."""
    one, two = standard.card(first), standard.card(second)
    left, right = _competencies(standard, one), _competencies(standard, two)
    return Closeness(
        one.point,
        two.point,
        shared=tuple(found.competency for name, found in right.items() if name in left),
        only_first=tuple(found for name, found in left.items() if name not in right),
        only_second=tuple(found for name, found in right.items() if name not in left),
    )


def closeness_matrix(standard: Standard) -> dict[int, dict[int, float]]:
    """For each pair of cards, which part of the column's competencies the row's profession has, from 0 to 1."""
    sets = {card.point: set(_competencies(standard, card)) for card in standard.cards}
    return {
        one: {two: len(known & asked) / len(asked) if asked else 0.0 for two, asked in sets.items()}
        for one, known in sets.items()
    }


def _competencies(standard: Standard, card: Card) -> dict[str, ToLearn]:
    found: dict[str, ToLearn] = {}
    for skill, item, name in _printed(card):
        found.setdefault(name, ToLearn(standard.competencies[name], item, skill))
    return found


def _printed(card: Card) -> Iterator[tuple[str, str, str]]:
    for skill in card.skills():
        for item in (*skill.abilities, *skill.knowledge):
            for name in filter(None, (item.competency, *item.also)):
                yield skill.id, item.id, name
