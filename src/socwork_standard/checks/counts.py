"""How many skills, abilities and knowledge lines the cards have."""

from dataclasses import dataclass

from socwork_standard.data.standard import Standard
from socwork_standard.model.card import Card


@dataclass(frozen=True, slots=True)
class SkillCount:
    """Lines of one skill, as its items stand in the data (a list printed twice counts once)."""

    skill: str
    abilities: int
    knowledge: int


@dataclass(frozen=True, slots=True)
class CardCount:
    """Lines of one card, skill by skill; `printed_again` are lines of lists that the order prints more than once."""

    card: int
    slug: str
    functions: int
    skills: tuple[SkillCount, ...]
    printed_again: int

    @property
    def abilities(self) -> int:
        """Ability (машық) lines."""
        return sum(skill.abilities for skill in self.skills)

    @property
    def knowledge(self) -> int:
        """Knowledge (білім) lines."""
        return sum(skill.knowledge for skill in self.skills)


@dataclass(frozen=True, slots=True)
class Counts:
    """All cards with their totals."""

    cards: tuple[CardCount, ...]

    @property
    def skills(self) -> int:
        """Skills (дағды) of all cards."""
        return sum(len(card.skills) for card in self.cards)

    @property
    def abilities(self) -> int:
        """Ability lines of all cards."""
        return sum(card.abilities for card in self.cards)

    @property
    def knowledge(self) -> int:
        """Knowledge lines of all cards."""
        return sum(card.knowledge for card in self.cards)

    @property
    def printed_again(self) -> int:
        """Lines that the order prints more than once and the data holds once."""
        return sum(card.printed_again for card in self.cards)


def count(standard: Standard) -> Counts:
    """Count the newest text held of every card."""
    return Counts(tuple(_card(card) for card in standard.cards))


def _card(card: Card) -> CardCount:
    skills = tuple(
        SkillCount(skill.id, len(skill.abilities), len(skill.knowledge)) for skill in card.skills()
    )
    lists = [items for skill in card.skills() for items in (skill.ability_list, skill.knowledge_list)]
    again = sum((items.printed_times - 1) * len(items.items) for items in lists)
    return CardCount(card.point, card.slug, len(card.functions), skills, again)
