"""The level of a programme's award against the levels that the cards' tables of education name: levels only."""

from collections.abc import Iterable
from dataclasses import dataclass

from socwork_standard.data.standard import Standard
from socwork_standard.model.card import Card
from socwork_standard.model.coverage import AwardDict, CardLevelDict, LevelRelation
from socwork_standard.model.vocabulary import Term
from socwork_standard.vocabulary.index import TermIndex

_LEVELS = "education-levels"


@dataclass(frozen=True, slots=True)
class CardLevel:
    """The award's level against one card."""

    card: int
    sqf: tuple[int, ...]
    named: tuple[str, ...]
    relation: LevelRelation

    def as_dict(self) -> CardLevelDict:
        """The comparison as JSON holds it."""
        return {
            "card": self.card,
            "sqf": list(self.sqf),
            "named": list(self.named),
            "relation": self.relation,
        }


@dataclass(frozen=True, slots=True)
class Award:
    """The level of the award: as given, as understood, and against every card asked for."""

    given: str | None
    level: str | None
    suggestion: str | None
    cards: tuple[CardLevel, ...]

    def as_dict(self) -> AwardDict:
        """The comparison as JSON holds it."""
        return {
            "given": self.given,
            "level": self.level,
            "suggestion": self.suggestion,
            "cards": [one.as_dict() for one in self.cards],
        }


def award_against(given: str | None, cards: Iterable[Card], standard: Standard) -> Award:
    """Compare a level, in any of the three languages or as a slug, with the cards; unknown words are no guess."""
    vocabulary = standard.vocabulary(_LEVELS)
    found = TermIndex(vocabulary.entries, vocabulary.ambiguous).by_name(given) if given else None
    terms = standard.terms(_LEVELS)
    level = terms.get(found.id or "") if found else None
    return Award(
        given,
        level.id if level else None,
        found.suggestion if found and not level else None,
        tuple(_against(card, level, terms) for card in cards),
    )


def _against(card: Card, level: Term | None, terms: dict[str, Term]) -> CardLevel:
    printed = dict.fromkeys(one for row in card.education.rows for one in row.level.is_)
    named = sorted(printed, key=lambda one: (_rank(terms[one]), one))
    return CardLevel(
        card.point, card.level.levels, tuple(named), _relation(level, [terms[one] for one in named])
    )


def _relation(level: Term | None, named: list[Term]) -> LevelRelation:
    if level is None or not named:
        return "not_known"
    ids = {one.id for one in named}
    if level.id in ids:
        return "named"
    if ids & set(level.proves):
        return "proved"
    lowest = min(_rank(one) for one in named)
    if _rank(level) > lowest:
        return "above"
    return "below" if _rank(level) < lowest else "other"


def _rank(term: Term) -> int:
    return term.rank or 0
