"""Mapping a curriculum: suggestions for every outcome, and how far each card's competencies are covered."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from socwork_standard.curriculum.encoder import Meaning
from socwork_standard.curriculum.force import superseded
from socwork_standard.curriculum.index import Index, index_of
from socwork_standard.curriculum.language import language_of
from socwork_standard.curriculum.links import OPEN, Link, carried, held_edition, links
from socwork_standard.curriculum.rank import Candidate, rank
from socwork_standard.data.load import load_standard
from socwork_standard.data.standard import Standard
from socwork_standard.errors import InputError
from socwork_standard.model.curriculum import (
    Addition,
    Asked,
    CardCoverage,
    Curriculum,
    MappedOutcome,
    Mapping,
    Suggestion,
)
from socwork_standard.model.review import MappingDecision

MOST = 50
"""At most so many suggestions for one outcome."""


def map_curriculum(
    curriculum: Curriculum,
    top: int = 5,
    standard: Standard | None = None,
    *,
    card: int | str | None = None,
    decisions: Sequence[MappingDecision] = (),
    meaning: Meaning | None = None,
    on: date | None = None,
) -> Mapping:
    """Suggest at most `top` competencies (1 to 50) for every outcome, in the order of the curriculum.

    With `card` (number, slug, code or name) only that card's competencies are suggested and counted.  A suggestion
    never counts as covered: that takes a person, whose `decisions` are told with each suggestion and counted.  Those
    on a competency that the standard does not have are passed over (`decisions.problems` names them).

    `on` is the day (today where absent) for which the mapping says whether the wordings are in force.

    A fitted sentence encoder (`meaning`) orders the suggestions together with the words; none is needed.

    Raises `InputError` for a `top` out of range, `LookupFailure` for an unknown card.
    """
    if not 1 <= top <= MOST:
        raise InputError(
            "{top} suggestions for an outcome are out of range.",
            "top",
            "Ask for 1 to {most}.",
            top=top,
            most=MOST,
        )
    standard = standard or load_standard()
    index = index_of(standard)
    cards = standard.points if card is None else (standard.card(card).point,)
    mapper = Mapper(index, top, None if card is None else cards[0], meaning)
    outcomes = tuple(mapper.map(asked) for asked in curriculum.outcomes())
    among = {index.competencies[number].id for one in cards for number in of_card(index, one)}
    kept = [one for one in carried(decisions, standard) if one.competency in among]
    found = links(outcomes, kept, held_edition(standard))
    if kept:
        outcomes = _decided(mapper, outcomes, found)
    heard = meaning.as_dict() if meaning else None
    day = on or date.today()  # noqa: DTZ011 - the day at the user's place is meant
    return Mapping(
        standard=standard.code,
        data_sha256=standard.data_sha256,
        edition=held_edition(standard),
        as_of=day,
        superseded=superseded(standard, cards, day),
        outcomes=outcomes,
        coverage=coverage(index, cards, found),
        encoder=heard,
    )


class Mapper:
    """Maps one text after the other; the same text in the same language is ranked once."""

    def __init__(
        self, index: Index, top: int, card: int | None = None, meaning: Meaning | None = None
    ) -> None:
        self._index = index
        self._top = top
        self._prefix = "" if card is None else f"{card}."
        self._among = None if card is None else frozenset(of_card(index, card))
        self._second = meaning.joined if meaning and meaning.weight else None
        self._seen: dict[tuple[str, str], tuple[Suggestion, ...]] = {}

    def map(self, asked: Asked) -> MappedOutcome:
        """One outcome with its suggestions."""
        language = language_of(asked.text, asked.language)
        key = (language, asked.text)
        if key not in self._seen:
            found = rank(self._index, asked.text, language, self._top, self._among, self._second)
            self._seen[key] = tuple(self._suggestion(one) for one in found)
        return MappedOutcome(asked.course, asked.outcome, asked.text, language, self._seen[key])

    def _suggestion(self, candidate: Candidate) -> Suggestion:
        competency = self._index.competencies[candidate.number].id
        return Suggestion(competency, self.items(competency), candidate.evidence, candidate.confidence)

    def items(self, competency: str) -> tuple[str, ...]:
        """The items that print a competency, of the card asked for."""
        printed = self._index.competencies[self._index.numbers[competency]].items
        return tuple(item for item in printed if item.startswith(self._prefix))


def _decided(
    mapper: Mapper, outcomes: tuple[MappedOutcome, ...], found: Iterable[Link]
) -> tuple[MappedOutcome, ...]:
    """The outcomes with what people decided on each suggestion, and on what was not suggested."""
    by_outcome: dict[tuple[str, str | None], dict[str, Link]] = {}
    for link in found:
        by_outcome.setdefault((link.course, link.outcome), {})[link.competency] = link
    told = []
    for one in outcomes:
        here = by_outcome.get((one.course, one.outcome), {})
        suggestions = (replace(each, decision=here[each.competency].state) for each in one.suggestions)
        added = (
            Addition(slug, mapper.items(slug), link.state)
            for slug, link in here.items()
            if link.confidence is None
        )
        told.append(replace(one, suggestions=tuple(suggestions), added=tuple(added)))
    return tuple(told)


def of_card(index: Index, card: int) -> list[int]:
    """The numbers of a card's competencies: those with an item printed on it."""
    prefix = f"{card}."
    return [
        number
        for number, one in enumerate(index.competencies)
        if any(item.startswith(prefix) for item in one.items)
    ]


def coverage(index: Index, cards: Iterable[int], found: Iterable[Link]) -> dict[int, CardCoverage]:
    """For each card how many of its competencies are confirmed, else open, else only rejected, else have nothing.

    Confirmed: on at least one outcome.  Open: suggested, stale or disputed on one.
    """
    states: dict[str, set[str]] = {}
    for link in found:
        states.setdefault(link.competency, set()).add(link.state)
    counted = {}
    for card in cards:
        confirmed = suggested = rejected = gap = 0
        for number in of_card(index, card):
            here = states.get(index.competencies[number].id, set())
            if "confirmed" in here:
                confirmed += 1
            elif here & OPEN:
                suggested += 1
            elif here:
                rejected += 1
            else:
                gap += 1
        counted[card] = CardCoverage(confirmed, suggested, rejected, gap)
    return counted
