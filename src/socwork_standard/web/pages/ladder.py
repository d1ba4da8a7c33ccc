"""`/ladder`: the career ladder as a picture whose cards are links, and ways between two positions."""

from fastapi import APIRouter
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from socwork_standard.data.standard import Standard
from socwork_standard.exports.pictures import ladder_svg
from socwork_standard.ladder.findings import ladder_findings
from socwork_standard.ladder.routes import Route, Routes
from socwork_standard.model.base import Language
from socwork_standard.reports.ladder import ladder_page, routes_page
from socwork_standard.reports.outdated import outdated
from socwork_standard.reports.page import Page
from socwork_standard.web.languages import language_of
from socwork_standard.web.render import blocks, render
from socwork_standard.web.routes import position
from socwork_standard.web.services import services_of

router = APIRouter()


@router.get("/ladder")
async def ladder(request: Request) -> Response:
    """Show the ladder; with `from` and `to` also the ways between them."""
    services, language = services_of(request), language_of(request)
    start, end = (request.query_params.get(name, "")[:40] for name in ("from", "to"))

    def make() -> tuple[Markup, Page | None, Page]:
        way, page = _ways(services.standard, start, end, language) if start and end else (None, None)
        findings = ladder_findings(services.standard, language)
        words = ladder_page(services.standard, findings, language)
        return picture(services.standard, language, way), page, words

    drawn, ways, words = await services.workers.light(make)
    return render(
        request,
        "ladder.html",
        picture=drawn,
        ways=blocks(ways) if ways else None,
        words=blocks(words),
        positions=(offered := _positions(services.standard, services.titles(language))),
        start=_offered(start, offered),
        end=_offered(end, offered),
        advised=outdated(services.standard, services.standard.points, language),
    )


def _ways(standard: Standard, start: str, end: str, language: Language) -> tuple[Route | None, Page]:
    routes = Routes(standard)
    ends = position(routes, start), position(routes, end)
    best = routes.quickest(*ends)
    return best, routes_page(standard, *ends, best, routes.simple(*ends), language, warned=True)


def _positions(standard: Standard, titles: dict[int, str]) -> list[tuple[str, str, str]]:
    """Every card and category: value, name of the card, category."""
    return [
        (
            f"{card.point}:{category}" if len(card.categories) > 1 else str(card.point),
            titles[card.point],
            category,
        )
        for card in standard.cards
        for category in card.categories
    ]


def _offered(given: str, positions: list[tuple[str, str, str]]) -> str:
    """The value in the list that means the position given; `13` means `13:none`."""
    values = [value for value, *_ in positions]
    return next((one for one in (given, f"{given}:none", given.removesuffix(":none")) if one in values), "")


def picture(standard: Standard, language: Language, way: Route | None) -> Markup:
    """The picture as part of a page; each card leads to its page."""
    svg = ladder_svg(standard, language, way, link="/cards/{point}")
    return Markup(svg)  # noqa: S704 - our own drawing: every text in it is escaped where it is drawn
