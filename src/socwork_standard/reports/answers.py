"""Answers about the standard as plain data, with types: what programs get over HTTP and from `--format json`."""

from dataclasses import asdict
from datetime import date
from typing import Any, NotRequired

from typing_extensions import TypedDict

from socwork_standard.data.standard import InForce, Standard
from socwork_standard.eligibility.needs import Need
from socwork_standard.model.base import LANGUAGES, Language
from socwork_standard.model.card import Card
from socwork_standard.vocabulary.search import Answer, Hit


class Named(TypedDict):
    """A name in the three languages."""

    kk: str
    ru: str | None
    en: str | None


class CardRow(TypedDict):
    """A card in the list of cards."""

    card: int
    slug: str
    code: str
    levels: list[int]
    categories: list[str]
    name: Named
    in_force: bool
    """is the wording held the one in force today?"""


class CardList(TypedDict):
    """The cards."""

    cards: list[CardRow]


class NeedRow(TypedDict):
    """One thing that a check looks at."""

    requirement: str
    quote: str
    asks: str
    fields: list[str]
    document: str


class NeedList(TypedDict):
    """What a check of a card and category will ask for."""

    card: int
    category: str
    on: str
    in_force: bool
    needs: list[NeedRow]


class SearchHit(TypedDict):
    """One thing found."""

    kind: str
    id: str
    vocabulary: NotRequired[str]
    """the vocabulary of a term"""
    score: float
    label: str
    labels: dict[str, str]
    found_in: dict[str, str]
    places: list[dict[str, int | str]]


class SearchAnswer(TypedDict):
    """What a search found, best first; `total` counts all."""

    query: str
    total: int
    unknown_words: list[str]
    hits: list[SearchHit]


def card_rows(standard: Standard) -> CardList:
    """Every card in a line."""
    return {"cards": [_row(standard, card) for card in standard.cards]}


def _row(standard: Standard, card: Card) -> CardRow:
    return {
        "card": card.point,
        "slug": card.slug,
        "code": card.occupation_code.kk,
        "levels": list(card.level.levels),
        "categories": list(card.categories),
        "name": {"kk": card.name.kk, "ru": card.name.ru, "en": card.name.en},
        "in_force": standard.in_force(card.point).in_force,
    }


def card_content(card: Card, force: InForce, day: date) -> dict[str, Any]:
    """A card with the model's own keys, and what is in force on the day."""
    content: dict[str, Any] = card.model_dump(mode="json", by_alias=True, exclude_none=True)
    days = {
        name: value.isoformat() if isinstance(value, date) else value for name, value in asdict(force).items()
    }
    return {**content, "in_force": {**days, "on": day.isoformat()}}


def need_rows(found: list[Need], card: int, category: str, day: date, force: InForce) -> NeedList:
    """What a check will ask for."""
    return {
        "card": card,
        "category": category,
        "on": day.isoformat(),
        "in_force": force.in_force,
        "needs": [
            {
                "requirement": one.requirement,
                "quote": one.quote,
                "asks": one.asks,
                "fields": list(one.fields),
                "document": one.document,
            }
            for one in found
        ],
    }


def search_rows(query: str, answer: Answer, language: Language) -> SearchAnswer:
    """What a search found."""
    return {
        "query": query,
        "total": answer.total,
        "unknown_words": list(answer.unknown),
        "hits": [_hit(hit, language) for hit in answer.hits],
    }


def _hit(hit: Hit, language: Language) -> SearchHit:
    found = hit.found
    of_term: dict[str, str] = {"vocabulary": found.vocabulary} if found.vocabulary else {}
    return {
        "kind": found.kind,
        "id": found.id,
        **of_term,  # type: ignore[typeddict-item]
        "score": hit.score,
        "label": found.label(language),
        "labels": {one: found.label(one) for one in LANGUAGES},
        "found_in": {"language": hit.found_in.language, "text": hit.found_in.text},
        "places": [
            {key: value for key, value in asdict(place).items() if value is not None} for place in hit.places
        ],
    }
