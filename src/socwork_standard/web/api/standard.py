"""`/api/v1/cards`, `/cards/{key}`, `/cards/{key}/needs`, `/compare`, `/search`: the standard itself."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi import Path as PathValue
from pydantic import ConfigDict
from starlette.requests import Request
from starlette.responses import Response
from typing_extensions import TypedDict

from socwork_standard.eligibility.needs import needs
from socwork_standard.ladder.closeness import compare_cards
from socwork_standard.model.card import Card
from socwork_standard.reports.answers import (
    CardList,
    NeedList,
    SearchAnswer,
    card_content,
    card_rows,
    need_rows,
    search_rows,
)
from socwork_standard.vocabulary.searchable import KINDS, Kind
from socwork_standard.web.answers import day_of
from socwork_standard.web.api.answers import DayQuery, LangQuery, problems, standard_answer
from socwork_standard.web.languages import language_of
from socwork_standard.web.services import services_of

router = APIRouter(tags=["standard"])
CardKey = Annotated[
    str,
    PathValue(
        description="number, slug, occupation code or name in kk, ru or en", max_length=300, examples=["13"]
    ),
]
_PROBLEMS: dict[int | str, dict[str, Any]] = {304: {}, **problems("not-found", "bad-input")}


class CardInForce(TypedDict):
    """What is in force on the day asked about."""

    in_force: bool
    held: str
    actual: str | None
    valid_from: date
    valid_to: date | None
    on: date


class CardAnswer(Card):
    """A card, and whether its wording is in force on the day."""

    model_config = ConfigDict(title="CardAnswer")

    in_force: CardInForce


class CompetencyAt(TypedDict):
    """A competency and the first item that prints it."""

    competency: str
    item: str


class Comparison(TypedDict):
    """Two cards compared by their competencies."""

    first: int
    second: int
    share: float
    """shared competencies as a part of all that either has, 0 to 1"""
    covered: float
    """which part of the second card's competencies the first has, 0 to 1"""
    shared: list[str]
    only_first: list[CompetencyAt]
    only_second: list[CompetencyAt]


@router.get("/cards", response_model=CardList, responses=_PROBLEMS)
async def cards(request: Request, lang: LangQuery = None) -> Response:
    """List the professions: number, slug, code, levels, categories, names."""
    del lang
    standard = services_of(request).standard
    return await standard_answer(request, language_of(request), lambda: card_rows(standard))


@router.get("/cards/{key}", response_model=CardAnswer, responses=_PROBLEMS)
async def card(request: Request, key: CardKey, on: DayQuery = None, lang: LangQuery = None) -> Response:
    """Give a card in the text held for the day, with the rule of its requirements."""
    del lang
    standard, day = services_of(request).standard, day_of(on, "on")

    def make() -> dict[str, Any]:
        found = standard.card(key, day)
        return card_content(found, standard.in_force(found.point, day), day)

    return await standard_answer(request, language_of(request), make)


@router.get("/cards/{key}/needs", response_model=NeedList, responses=_PROBLEMS)
async def card_needs(
    request: Request,
    key: CardKey,
    category: Annotated[str, Query(description="none, second, first or highest", max_length=60)] = "none",
    on: DayQuery = None,
    lang: LangQuery = None,
) -> Response:
    """List the facts and papers that a check of this card and category will ask for."""
    del lang
    services, day, language = services_of(request), day_of(on, "on"), language_of(request)

    def make() -> NeedList:
        found = services.standard.card(key, day)
        asked = services.checker.category(found, category)
        wanted = needs(found.point, asked, checker=services.checker, on=day, language=language)
        return need_rows(wanted, found.point, asked, day, services.standard.in_force(found.point, day))

    return await standard_answer(request, language, make)


@router.get("/compare", response_model=Comparison, responses=_PROBLEMS)
async def compare(
    request: Request,
    first: Annotated[str, Query(description="a card", max_length=300, examples=["12"])],
    second: Annotated[str, Query(description="another card", max_length=300, examples=["13"])],
    lang: LangQuery = None,
) -> Response:
    """Compare two cards: the competencies that both have, and those that only one has."""
    del lang
    standard = services_of(request).standard
    return await standard_answer(
        request, language_of(request), lambda: compare_cards(standard, first, second).as_dict()
    )


@router.get("/search", response_model=SearchAnswer, responses=_PROBLEMS)
async def search(
    request: Request,
    q: Annotated[
        str,
        Query(
            description="words, an id or a code", min_length=1, max_length=300, examples=["кейс-менеджмент"]
        ),
    ],
    card: Annotated[str | None, Query(description="only in this card", max_length=300)] = None,
    kind: Annotated[list[Kind] | None, Query(description="only these kinds; may be repeated")] = None,
    limit: Annotated[int, Query(description="at most so many", ge=1, le=1000)] = 20,
    lang: LangQuery = None,
) -> Response:
    """Find words in cards, functions, skills, competencies and vocabularies, in any of the three languages."""
    del lang
    services, language = services_of(request), language_of(request)

    def make() -> SearchAnswer:
        point = services.standard.card(card).point if card else None
        kinds = tuple(one for one in KINDS if not kind or one in kind)
        return search_rows(q, services.search.ask(q, kinds=kinds, card=point, limit=limit), language)

    return await standard_answer(request, language, make)
