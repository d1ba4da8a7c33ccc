"""The standard: the list of cards, a card with the words of the order, search, two cards compared."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from socwork_standard.data.standard import Standard
from socwork_standard.exports.formats import FORMATS
from socwork_standard.ladder.closeness import compare_cards
from socwork_standard.model.base import Language
from socwork_standard.model.card import Card, Item, NamedEducation
from socwork_standard.model.defect import Defect
from socwork_standard.reports.ladder import closeness_page
from socwork_standard.reports.outdated import outdated
from socwork_standard.vocabulary.search import Answer
from socwork_standard.vocabulary.searchable import KINDS, Place
from socwork_standard.web.answers import day_of
from socwork_standard.web.languages import language_of
from socwork_standard.web.outdated import warning
from socwork_standard.web.render import blocks, render
from socwork_standard.web.services import services_of

router = APIRouter()
_SHOWN = 50
_PLACES = 3
"""So many places of a hit are shown."""


@router.get("/cards")
async def cards(request: Request) -> Response:
    """Show the list of cards."""
    services = services_of(request)
    standard = services.standard
    force = {point: standard.in_force(point) for point in standard.points}
    return render(
        request,
        "cards.html",
        cards=standard.cards,
        force=force,
        titles=services.titles(language_of(request)),
        export_formats=tuple(FORMATS),
    )


@router.get("/cards/{key}")
async def card(request: Request, key: str) -> Response:
    """Show a card in full."""
    services, language = services_of(request), language_of(request)
    standard = services.standard
    day = day_of(request.query_params.get("on"), "on")
    found = standard.card(key, day)
    return render(
        request,
        "card.html",
        card=found,
        view=CardWords(standard, found, language),
        day=day.isoformat(),
        force=standard.in_force(found.point, day),
        warning=warning(standard, found, day, language),
        titles=services.titles(language),
        note=standard.editions_file.translations_note.text(language),
    )


class CardWords:
    """The words of a card in a language, and the defects by the place where they show."""

    def __init__(self, standard: Standard, card: Card, language: Language) -> None:
        self._standard = standard
        self._language: Language = language
        self.defects: list[Defect] = [
            one
            for one in standard.defects
            if any(place.id.partition(".")[0] == str(card.point) for place in one.places)
        ]
        self._at: dict[str, list[int]] = {}
        for number, defect in enumerate(self.defects, 1):
            for place in defect.places:
                self._at.setdefault(place.id, []).append(number)

    def marks(self, *ids: str) -> list[int]:
        """Numbers of the defects that show at these places."""
        return sorted({number for one in ids for number in self._at.get(one, ())})

    def summary(self, defect: Defect) -> str:
        """What is wrong."""
        return defect.summary.text(self._language)

    def done(self, defect: Defect) -> str:
        """What was done about it."""
        return defect.done.text(self._language)

    def item(self, item: Item) -> str:
        """An ability or knowledge line in the language; its translation stands on its competency."""
        if self._language == "kk":
            return item.text("kk")
        own = item.ru if self._language == "ru" else item.en
        if own:
            return own
        slugs = [one for one in (item.competency, *item.also) if one in self._standard.competencies]
        found = [getattr(self._standard.competencies[one], self._language) for one in slugs]
        return "; ".join(found) or item.text("kk")

    def cell(self, cell: NamedEducation, vocabulary: str) -> str:
        """A cell of the table of education in the language."""
        if self._language == "kk":
            return "" if cell.kk == "-" else cell.text("kk")
        own = cell.ru if self._language == "ru" else cell.en
        if own:
            return own
        terms = self._standard.terms(vocabulary)
        return " / ".join(terms[one].text(self._language) if one in terms else one for one in cell.is_)


@router.get("/compare")
async def compare(request: Request) -> Response:
    """Show two cards compared by their competencies."""
    services, language = services_of(request), language_of(request)
    first, second = (request.query_params.get(name, "") for name in ("first", "second"))
    page, shown = None, [services.standard.card(one).point for one in (first, second) if one]
    if first and second:
        found = await services.workers.light(compare_cards, services.standard, first, second)
        page = blocks(closeness_page(found, services.standard, language))
    return render(
        request,
        "compare.html",
        titles=services.titles(language),
        first=first,
        second=second,
        page=page,
        advised=outdated(services.standard, shown, language),
    )


@router.get("/search")
async def search(request: Request) -> Response:
    """Show what words find."""
    services, language = services_of(request), language_of(request)
    query = request.query_params.get("q", "")[:300].strip()
    card = request.query_params.get("card", "")
    kind = request.query_params.get("kind", "")
    answer = None
    if query:
        point = services.standard.card(card).point if card else None
        kinds = tuple(one for one in KINDS if not kind or one == kind)
        answer = await services.workers.light(
            services.search.ask, query, kinds=kinds, card=point, limit=_SHOWN
        )
    return render(
        request,
        "search.html",
        query=query,
        card=card,
        kind=kind,
        kinds=KINDS,
        answer=answer,
        titles=services.titles(language),
        link=link,
        most=_PLACES,
        advised=outdated(services.standard, _shown_cards(answer), language),
    )


def _shown_cards(answer: Answer | None) -> set[int]:
    """The cards of which the page shows words."""
    hits = answer.hits if answer else ()
    return {place.card for hit in hits for place in hit.places[:_PLACES]}


def link(place: Place) -> str:
    """Where something stands on the page of its card."""
    inside = place.item or place.skill or place.function
    return f"/cards/{place.card}" + (f"#{inside}" if inside else "")
