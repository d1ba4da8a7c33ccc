"""What is taken away from a review, and what graduates of the programme may apply for."""

from collections.abc import Callable
from datetime import date
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from socwork_standard.curriculum.mapping import map_curriculum
from socwork_standard.data.standard import Standard
from socwork_standard.errors import InputError
from socwork_standard.i18n import text
from socwork_standard.model.base import Language
from socwork_standard.reports.programme import graduate_page
from socwork_standard.web import jobs_curriculum as jobs
from socwork_standard.web.answers import day_of, download, json_text
from socwork_standard.web.held import TOP, Review
from socwork_standard.web.languages import language_of
from socwork_standard.web.pages.curriculum import review_of, told
from socwork_standard.web.problems import Problem, Refused
from socwork_standard.web.render import blocks, render
from socwork_standard.web.services import Services, services_of

router = APIRouter()
_OFFICE = "application/vnd.openxmlformats-officedocument"
REPORTS = {
    "matrix.xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "heat-map.svg": "image/svg+xml",
    "heat-map.png": "image/png",
    "accreditation.pdf": "application/pdf",
    "accreditation.docx": f"{_OFFICE}.wordprocessingml.document",
}
"""Files that are made in a process of their own, with their media types."""


@router.get("/curriculum/{key}/decisions.yaml")
async def decisions(request: Request, key: str) -> Response:
    """Give the decisions file, the lasting form of the review."""
    return download(review_of(request, key).file.text(), "decisions.yaml", "application/yaml")


@router.get("/curriculum/{key}/mapping.json")
async def mapping(request: Request, key: str) -> Response:
    """Give the suggestions with what was decided, as `socwork map --format json` does."""
    review, language = review_of(request, key), language_of(request)
    return await _as_json(request, "mapping.json", lambda: _mapping(review, _standard(request), language))


@router.get("/curriculum/{key}/coverage.json")
async def coverage(request: Request, key: str) -> Response:
    """Give the coverage, as `socwork coverage --format json` does."""
    review, language = review_of(request, key), language_of(request)

    def make() -> dict[str, Any]:
        return {**review.coverage().as_dict(), **jobs.noticed(review.found, language)}

    return await _as_json(request, "coverage.json", make)


def _standard(request: Request) -> Standard:
    return services_of(request).standard


def _mapping(review: Review, standard: Standard, language: Language) -> dict[str, Any]:
    said = review.file.read().decisions
    found = map_curriculum(review.found.curriculum, TOP, standard, decisions=said)
    return {**found.as_dict(), **jobs.noticed(review.found, language)}


async def _as_json(request: Request, name: str, make: Callable[[], dict[str, Any]]) -> Response:
    content = await services_of(request).workers.light(lambda: json_text(make()))
    return download(content, name, "application/json")


# -- graduates (before the reports: their address is one of any name) -------------------------------------------------


@router.get("/curriculum/{key}/graduate")
async def graduate(request: Request, key: str) -> Response:
    """Show what graduates may apply for on the first day, and after years of work."""
    review, services, language = review_of(request, key), services_of(request), language_of(request)
    asked = {name: request.query_params.get(name, "")[:40] for name in ("day", "preset")}
    page, wrong = None, ""
    try:
        day = day_of(asked["day"], "day")
        page = await _graduate(services, review, day, asked["preset"], language)
    except InputError as failure:
        wrong = told(failure, language)
    return render(
        request,
        "curriculum_graduate.html",
        status=422 if wrong else 200,
        key=key,
        review=review,
        page=page,
        wrong=wrong,
        asked=asked,
        presets=services.standard.readings_file.presets,
    )


async def _graduate(services: Services, review: Review, day: date, preset: str, language: Language) -> str:
    found = await services.workers.heavy(jobs.graduate, review.reviewed, day, preset, language)
    return blocks(graduate_page(found, services.words(language), services.standard))


@router.get("/curriculum/{key}/{name}")
async def report(request: Request, key: str, name: str) -> Response:
    """Give the matrix, the heat map or the report for accreditation, by what is decided now."""
    review, language = review_of(request, key), language_of(request)
    if name not in REPORTS:
        raise Refused(Problem("not-found", text(language, "web.curriculum.no_file", name=name[:60])))
    ending = name.rpartition(".")[2]
    content = await services_of(request).workers.heavy(jobs.report, review.reviewed, ending, language)
    return download(content, name, REPORTS[name])
