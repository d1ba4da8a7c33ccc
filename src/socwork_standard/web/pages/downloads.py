"""`/cards/KEY/card.pdf` and `.docx`: a card to print or to edit, as `socwork card … -o FILE` writes it."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from socwork_standard.data.standard import Standard
from socwork_standard.model.base import Language, Model
from socwork_standard.reports.card import PARTS, CardView, card_page
from socwork_standard.reports.page import Heading, Page
from socwork_standard.web.answers import day_of, download
from socwork_standard.web.languages import language_of
from socwork_standard.web.services import services_of

router = APIRouter()
_VOCABULARIES = ("education-levels", "specialities", "qualifications")
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@router.get("/cards/{key}/card.pdf")
async def card_pdf(request: Request, key: str) -> Response:
    """Give a card as PDF."""
    from socwork_standard.reports.pdf import as_pdf

    return await _card(request, key, as_pdf, "pdf", "application/pdf")


@router.get("/cards/{key}/card.docx")
async def card_docx(request: Request, key: str) -> Response:
    """Give a card as a Word document."""
    from socwork_standard.reports.docx import as_docx

    return await _card(request, key, as_docx, "docx", _DOCX)


async def _card(request: Request, key: str, make: Callable[..., bytes], ending: str, media: str) -> Response:
    services, language = services_of(request), language_of(request)
    day = day_of(request.query_params.get("on"), "on")
    point = services.standard.card(key, day).point

    def work() -> bytes:
        page = _page(services.standard, point, day, language)
        title = next(block.text for block in page if isinstance(block, Heading))
        return make(page, language=language, title=title)

    return download(await services.workers.light(work), f"card-{point}.{ending}", media)


def _page(standard: Standard, point: int, day: date, language: Language) -> Page:
    """The card with all its parts, as the command prints it."""
    own = (f"{point}.", str(point))
    defects = [
        _plain(one)
        for one in standard.defects
        if any(place.id == own[1] or place.id.startswith(own[0]) for place in one.places)
    ]
    view = CardView(
        card=_plain(standard.card(point, day)),
        day=day,
        force=standard.in_force(point, day),
        competencies={slug: _plain(one) for slug, one in standard.competencies.items()},
        terms={
            name: {slug: _plain(term) for slug, term in standard.terms(name).items()}
            for name in _VOCABULARIES
        },
        defects=defects,
    )
    return card_page(view, PARTS, language)


def _plain(model: Model) -> Mapping[str, Any]:
    return model.model_dump(mode="json", by_alias=True, exclude_none=True)
