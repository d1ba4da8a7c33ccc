"""`/vacancy`: the text of a vacancy made from a card, to copy, in the three languages."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from socwork_standard.model.base import LANGUAGES
from socwork_standard.reports.vacancy import as_plain, vacancy_page
from socwork_standard.web.answers import day_of, download
from socwork_standard.web.languages import language_of
from socwork_standard.web.render import render
from socwork_standard.web.services import services_of

router = APIRouter()


@router.get("/vacancy")
async def vacancy(request: Request) -> Response:
    """Show the text of a card and category in one language or another."""
    services, language = services_of(request), language_of(request)
    key, wanted = (request.query_params.get(name, "")[:300] for name in ("card", "text"))
    in_language = next((one for one in LANGUAGES if one == wanted), language)
    full = request.query_params.get("full") == "yes"
    category = request.query_params.get("category", "none")
    card = services.standard.card(key) if key else None
    content = ""
    if card is not None:
        category = category if category in card.categories else "none"
        page = vacancy_page(
            services.standard, card, category, in_language, day=day_of(None, "day"), full=full
        )
        content = as_plain(page)
    if content and request.query_params.get("as") == "txt":
        return download(content, "vacancy.txt", "text/plain; charset=utf-8")
    return render(
        request,
        "vacancy.html",
        card=card,
        category=category,
        full=full,
        content=content,
        text_language=in_language,
        titles=services.titles(language),
    )
