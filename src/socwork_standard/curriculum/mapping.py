"""Mapping a curriculum: suggestions for every outcome, and how far each card's competencies are covered."""

from collections.abc import Iterable

from socwork_standard.curriculum.index import Index, index_of
from socwork_standard.curriculum.language import language_of
from socwork_standard.curriculum.rank import Candidate, rank
from socwork_standard.data.load import load_standard
from socwork_standard.data.standard import Standard
from socwork_standard.errors import InputError
from socwork_standard.model.curriculum import (
    Asked,
    CardCoverage,
    Curriculum,
    MappedOutcome,
    Mapping,
    Suggestion,
)

MOST = 50
"""At most so many suggestions for one outcome."""


def map_curriculum(
    curriculum: Curriculum, top: int = 5, standard: Standard | None = None, *, card: int | str | None = None
) -> Mapping:
    """Suggest at most `top` competencies (1 to 50) for every outcome, in the order of the curriculum.

    With `card` (number, slug, code or name) only that card's competencies are suggested and counted.  A suggestion
    never counts as covered: that takes a person.  Raises `InputError` for a `top` out of range, `LookupFailure` for an
    unknown card.
    """
    if not 1 <= top <= MOST:
        raise InputError(
            f"{top} suggestions for an outcome are out of range.", "top", f"Ask for 1 to {MOST}."
        )
    standard = standard or load_standard()
    index = index_of(standard)
    cards = standard.points if card is None else (standard.card(card).point,)
    mapper = Mapper(index, top, None if card is None else cards[0])
    outcomes = tuple(mapper.map(asked) for asked in curriculum.outcomes())
    return Mapping(standard.code, standard.data_sha256, outcomes, coverage(index, cards, outcomes))


class Mapper:
    """Maps one text after the other; the same text in the same language is ranked once."""

    def __init__(self, index: Index, top: int, card: int | None = None) -> None:
        self._index = index
        self._top = top
        self._prefix = "" if card is None else f"{card}."
        self._among = None if card is None else frozenset(of_card(index, card))
        self._seen: dict[tuple[str, str], tuple[Suggestion, ...]] = {}

    def map(self, asked: Asked) -> MappedOutcome:
        """One outcome with its suggestions."""
        language = language_of(asked.text, asked.language)
        key = (language, asked.text)
        if key not in self._seen:
            found = rank(self._index, asked.text, language, self._top, self._among)
            self._seen[key] = tuple(self._suggestion(one) for one in found)
        return MappedOutcome(asked.course, asked.outcome, asked.text, language, self._seen[key])

    def _suggestion(self, candidate: Candidate) -> Suggestion:
        competency = self._index.competencies[candidate.number]
        items = tuple(item for item in competency.items if item.startswith(self._prefix))
        return Suggestion(competency.id, items, candidate.evidence, candidate.confidence)


def of_card(index: Index, card: int) -> list[int]:
    """The numbers of a card's competencies: those with an item printed on it."""
    prefix = f"{card}."
    return [
        number
        for number, one in enumerate(index.competencies)
        if any(item.startswith(prefix) for item in one.items)
    ]


def coverage(
    index: Index, cards: Iterable[int], outcomes: Iterable[MappedOutcome]
) -> dict[int, CardCoverage]:
    """For each card how many of its competencies have an open suggestion, and how many have nothing."""
    suggested = {one.competency for outcome in outcomes for one in outcome.suggestions}
    found = {}
    for card in cards:
        slugs = [index.competencies[number].id for number in of_card(index, card)]
        open_ones = sum(slug in suggested for slug in slugs)
        found[card] = CardCoverage(
            confirmed=0, suggested=open_ones, rejected_only=0, gap=len(slugs) - open_ones
        )
    return found
