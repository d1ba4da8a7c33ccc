"""`/api/v1/map` and `/api/v1/coverage`: a curriculum against the standard, the same as the commands say as JSON."""

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from socwork_standard.errors import InputError
from socwork_standard.model.coverage import CoverageReportDict
from socwork_standard.model.mapping import MappingDict
from socwork_standard.web import jobs_curriculum as jobs
from socwork_standard.web.answers import day_of, json_answer
from socwork_standard.web.api.answers import DayQuery, LangQuery, problems
from socwork_standard.web.api.strict import known_form, refused
from socwork_standard.web.forms import read_uploads
from socwork_standard.web.jobs_curriculum import CurriculumQuestion, Given, Invalid, Wanted
from socwork_standard.web.languages import language_of
from socwork_standard.web.services import services_of

router = APIRouter(tags=["curricula"])
EXAMPLE: dict[str, Any] = {
    "curriculum": {
        "programme": {"title": "Әлеуметтік жұмыс", "level": "bachelor", "language": "kk"},
        "courses": [
            {
                "code": "SW2201",
                "title": "Әлеуметтік жұмыстың әдістері мен технологиялары",
                "credits": 5,
                "semester": 3,
                "outcomes": [
                    {"id": "ОН1", "text": "Отбасының қажеттіліктерін кешенді бағалайды"},
                    {"id": "ОН2", "text": "Қызмет алушымен бірге жеке жұмыс жоспарын әзірлейді"},
                ],
            }
        ],
    },
    "decisions": [],
}
_FILE = {"type": "string", "format": "binary"}
_BODY = {
    "required": True,
    "content": {
        "application/json": {
            "schema": {
                **CurriculumQuestion.model_json_schema(ref_template="#/components/schemas/{model}"),
                "examples": [EXAMPLE],
            }
        },
        "multipart/form-data": {
            "schema": {
                "type": "object",
                "required": ["file"],
                "additionalProperties": False,
                "properties": {
                    "file": {
                        **_FILE,
                        "description": "the curriculum: XLSX, CSV, YAML, JSON, DOCX, PDF, HTML or plain text",
                    },
                    "decisions": {
                        **_FILE,
                        "description": "a file of decisions, as `socwork review` writes it (several: send JSON)",
                    },
                },
            }
        },
    },
}
_PROBLEMS = problems("not-found", "other-site", "too-large", "too-slow", "too-long", "not-installed")
TopQuery = Annotated[int, Query(description="suggestions for each outcome", ge=1, le=50)]
CardQuery = Annotated[str | None, Query(description="only this card", max_length=300, examples=["13"])]
Noticed = list[dict[str, Any]]


class MappingAnswer(MappingDict):
    """A mapping, with what was noticed while the curriculum was read."""

    problems: Noticed
    not_used: Noticed


@router.post("/map", response_model=MappingAnswer, responses=_PROBLEMS, openapi_extra={"requestBody": _BODY})
async def map_(
    request: Request, top: TopQuery = 5, card: CardQuery = None, lang: LangQuery = None
) -> Response:
    """Suggest competencies for every outcome of a curriculum, sent as JSON or as a file; nothing of it is kept."""
    del lang
    return await _answer(request, jobs.mapping_json, Wanted(top, card, language_of(request)))


@router.post(
    "/coverage", response_model=CoverageReportDict, responses=_PROBLEMS, openapi_extra={"requestBody": _BODY}
)
async def coverage(
    request: Request,
    top: TopQuery = 5,
    card: CardQuery = None,
    on: DayQuery = None,
    lang: LangQuery = None,
) -> Response:
    """Measure how far a curriculum covers the standard by the decisions sent with it; nothing of it is kept."""
    del lang
    day = day_of(on, "on") if on else None
    return await _answer(request, jobs.coverage_json, Wanted(top, card, language_of(request), day))


async def _answer(
    request: Request, job: Callable[[Given, Wanted], dict[str, Any] | Invalid], wanted: Wanted
) -> Response:
    services = services_of(request)
    found = await services.workers.heavy(job, await _given(request), wanted)
    if isinstance(found, Invalid):
        raise refused(found.errors, await request.body())
    return await services.workers.light(json_answer, found)


async def _given(request: Request) -> Given:
    """What was sent, as JSON or as files."""
    most_pages = services_of(request).settings.limits.pdf_pages
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        return Given(body=await request.body(), pdf_pages=most_pages)
    fields, files = await read_uploads(request)
    known_form(fields, files, (), ("file", "decisions"))
    if "file" not in files:
        raise InputError("no file was chosen.", "file", "Send the curriculum as the part named file.")
    sent = {name: (one.content, one.name) for name, one in files.items()}
    said = (sent["decisions"],) if "decisions" in sent else ()
    return Given(file=sent["file"], decisions=said, pdf_pages=most_pages)
