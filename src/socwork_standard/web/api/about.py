"""`/api/v1/standard` and `/api/v1/readings`: which standard this is, its editions, the questions it leaves open."""

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response
from typing_extensions import TypedDict

from socwork_standard.model.base import LANGUAGES
from socwork_standard.model.edition import Editions
from socwork_standard.model.reading import Readings
from socwork_standard.version import __version__
from socwork_standard.web.api.answers import LangQuery, problems, standard_answer
from socwork_standard.web.languages import language_of
from socwork_standard.web.services import services_of
from socwork_standard.web.settings import Limits

_LIMITS = Limits()
DESCRIPTION = f"""Answers about the standard and about people, the same as `socwork … --format json`.

Limits: {_LIMITS.body:,} bytes a request, {_LIMITS.upload:,} where whole files are sent;
{_LIMITS.requests} requests at once; {_LIMITS.seconds:.0f} seconds for an answer, {_LIMITS.heavy_seconds:.0f} for
plans, staff lists and curricula, of which {_LIMITS.processes} are worked out at once and {_LIMITS.waiting} may wait.
Each limit has its own problem. Nothing about people is stored or logged.
Answers about the standard carry an ETag: ask again with If-None-Match.
"""


class About(TypedDict):
    """The standard that this server holds."""

    standard: str
    name: dict[str, str]
    data_sha256: str
    version: str
    """version of the program"""
    languages: list[str]
    cards: list[int]
    editions: list[str]
    """ids of all editions; `/editions` tells their days"""
    translations_note: dict[str, str]


router = APIRouter(tags=["standard"])


@router.get("/standard", response_model=About, responses={304: {}, **problems()})
async def standard(request: Request, lang: LangQuery = None) -> Response:
    """Say which standard this is: code, name, hash of the data, version, cards, editions."""
    del lang
    held = services_of(request).standard

    def make() -> About:
        file = held.editions_file
        return {
            "standard": held.code,
            "name": {one: file.name.text(one) for one in LANGUAGES},
            "data_sha256": held.data_sha256,
            "version": __version__,
            "languages": list(LANGUAGES),
            "cards": list(held.points),
            "editions": [one.id for one in held.editions],
            "translations_note": {one: file.translations_note.text(one) for one in LANGUAGES},
        }

    return await standard_answer(request, language_of(request), make)


@router.get("/editions", response_model=Editions, responses={304: {}, **problems()})
async def editions(request: Request, lang: LangQuery = None) -> Response:
    """List the editions with the points that they word, their days, and whether their text is held."""
    del lang
    held = services_of(request).standard
    return await standard_answer(request, language_of(request), lambda: _plain(held.editions_file))


@router.get("/readings", response_model=Readings, responses={304: {}, **problems()})
async def readings(request: Request, lang: LangQuery = None) -> Response:
    """List the readings that a policy can choose, each with its question, answers and presets."""
    del lang
    held = services_of(request).standard
    return await standard_answer(request, language_of(request), lambda: _plain(held.readings_file))


def _plain(model: Any) -> Any:  # noqa: ANN401 - a model, and JSON
    return model.model_dump(mode="json", by_alias=True, exclude_none=True)
