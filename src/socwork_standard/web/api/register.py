"""`/api/v1/register`: a whole staff list; the answers are those of `socwork register -o report.json`."""

import asyncio
import contextlib
import json
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query
from pydantic import ConfigDict, Field, ValidationError
from starlette.requests import Request
from starlette.responses import Response
from typing_extensions import TypedDict

from socwork_standard.errors import InputError
from socwork_standard.model.base import Language, Model
from socwork_standard.model.policy import Policy
from socwork_standard.web.answers import day_of, json_answer
from socwork_standard.web.api.answers import LangQuery, problems
from socwork_standard.web.api.people import EXAMPLE
from socwork_standard.web.api.strict import known_form, refused
from socwork_standard.web.forms import Upload, read_uploads
from socwork_standard.web.languages import language_of
from socwork_standard.web.problems import Refused, problem_of
from socwork_standard.web.services import Services, services_of
from socwork_standard.web.settings import Limits
from socwork_standard.web.staff_desk import Sent
from socwork_standard.web.staff_files import FILES, file_answer, filter_of
from socwork_standard.web.staff_lists import StaffList, State
from socwork_standard.web.staff_question import sent_of

router = APIRouter(tags=["people"])
_LIMITS = Limits()
_MOST = 1_000
"""Rows of one answer on a part of the list."""
_LONGEST_WAIT = 60
_ABOUT = f"""Check a whole staff list, sent as a file (multipart) or as records (JSON).

The answer is a job to ask about (202, with its address in Location); with `wait`, the whole result where it is there
in so many seconds (200), and nothing is kept then.  Files: .xlsx, .csv, .json, .jsonl, .yaml, .parquet.
Limits: {_LIMITS.upload:,} bytes, {_LIMITS.rows:,} rows, {_LIMITS.heavy_seconds:.0f} seconds, {_LIMITS.processes} lists
worked on at once and {_LIMITS.kept} kept, {_LIMITS.kept_seconds / 60:.0f} minutes after somebody last asked about them.
"""


class RegisterQuestion(Model):
    """Staff records and what is asked of all of them."""

    model_config = ConfigDict(defer_build=False)

    records: list[dict[str, Any]] = Field(
        description="staff records; one that is wrong is reported, not refused"
    )
    what: Literal["held", "one", "all"] | None = Field(
        None, description="the post that each person holds (default), one card, or every card"
    )
    card: int | str | None = Field(None, description="with `one`: number, slug, code or name")
    category: str | None = Field(None, description="with `one`: none, second, first or highest")
    as_of: str | None = Field(None, description="the day, as 2025-06-01; absent: today")
    policy: Policy | None = Field(None, description="answers chosen for open readings")


class JobState(TypedDict):
    """How far the work on a list is."""

    id: str
    state: State
    """waiting, reading, deciding, done or failed"""
    done: int
    """rows read, or people decided"""
    total: int | None
    language: Language
    summary: dict[str, Any] | None
    """the figures, where it is done"""
    problem: dict[str, Any] | None
    """why it failed"""
    kept_seconds: float
    """so long it is kept after somebody last asked about it"""
    links: dict[str, str]
    """where the result, its parts and its files are"""


class RegisterResultBody(TypedDict):
    """Everything about a list, as in the report in JSON."""

    format: int
    summary: dict[str, Any]
    verdicts: list[dict[str, Any]]
    upcoming: list[dict[str, Any]]
    problems: list[dict[str, Any]]
    unanswered: list[dict[str, Any]]
    """people without a verdict, with the reason (R501 to R505) and the mend"""
    undecided: list[str]
    unrecognised: list[dict[str, Any]]


JOB_EXAMPLE = {"records": [EXAMPLE["record"]], "what": "held", "as_of": "2025-06-01"}
_FORM = {
    "type": "object",
    "required": ["file"],
    "additionalProperties": False,
    "patternProperties": {
        r"^reading\.": {"type": "string", "description": "the answer chosen for an open reading"}
    },
    "properties": {
        "file": {"type": "string", "format": "binary", "description": "the staff list"},
        "names": {
            "type": "string",
            "format": "binary",
            "description": "an earlier report with its sheet of unrecognised names filled in",
        },
        "what": {"type": "string", "enum": ["held", "one", "all"]},
        "card": {"type": "string", "description": "with `one`: number, slug, code or name"},
        "category": {
            "type": "string",
            "description": "with `one` and a card: none, second, first or highest",
        },
        "as_of": {"type": "string", "description": "the day, as 2025-06-01; absent: today"},
        "day": {"type": "string", "description": "the same as as_of, under the name that the page uses"},
        "sheet": {"type": "string", "description": "which sheet, where there are several"},
        "preset": {"type": "string", "description": "a set of answers to open readings"},
        "decided_by": {"type": "string", "description": "who chose the answers"},
        "reason": {"type": "string", "description": "why they were chosen"},
    },
}
_FILES = ("file", "names")
_TEXTS = ("what", "card", "category", "as_of", "day", "sheet", "preset", "decided_by", "reason")
_BODY = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {
                "schema": RegisterQuestion.model_json_schema(ref_template="#/components/schemas/{model}"),
                "examples": {"one": {"value": JOB_EXAMPLE}},
            },
            "multipart/form-data": {"schema": _FORM},
        },
    }
}
PARTS = ("verdicts", "problems", "upcoming", "unanswered")
JobId = Annotated[str, Path(max_length=100, description="the id that the list was given")]


@router.post(
    "/register",
    status_code=202,
    response_model=JobState,
    responses={
        200: {"model": RegisterResultBody, "description": "The whole result, where `wait` was long enough"},
        **problems(
            "bad-input", "not-found", "other-site", "too-large", "too-long", "too-slow", "not-installed"
        ),
    },
    openapi_extra=_BODY,
    description=_ABOUT,
)
async def register(
    request: Request,
    wait: Annotated[float, Query(ge=0, le=_LONGEST_WAIT, description="seconds to wait for the result")] = 0,
    lang: LangQuery = None,
) -> Response:
    """Check a whole staff list."""
    del lang
    services, language = services_of(request), language_of(request)
    sent = await _sent(request, services)
    one = services.staff.add(sent, language)
    if wait:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(one.finished.wait(), wait)
        if not one.working:
            try:
                return _everything(await services.staff.ask(one, "everything"))
            finally:
                await services.staff.forget(one)
    answer = json_answer(_state(one, services, language), 202)
    answer.headers["Location"] = _address(one)
    return answer


async def _sent(request: Request, services: Services) -> Sent:
    """The list in the body: records, or a file with fields."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "multipart/form-data":
        given, files = await read_uploads(request)
        readings = [f"reading.{one}" for one in services.standard.readings]
        known_form(given, files, (*_TEXTS, *readings), _FILES)
        return sent_of(services, _one_question(given), files)
    raw = await request.body()
    try:
        asked = RegisterQuestion.model_validate_json(raw)
    except ValidationError as failure:
        raise refused(failure.errors(include_url=False), raw) from None
    records = json.dumps({"staff": asked.records}, ensure_ascii=False).encode("utf-8", "replace")
    return sent_of(services, _one_question(_fields(asked)), {"file": Upload("records.json", records)})


def _one_question(given: Mapping[str, str]) -> Mapping[str, str]:
    """What is asked, with the names of the page's fields; `InputError` where two fields contradict each other."""
    said = {name: given.get(name, "").strip() for name in ("as_of", "day", "what", "card", "category")}
    for name in ("as_of", "day"):
        day_of(said[name], name)
    if said["as_of"] and said["day"] and said["as_of"] != said["day"]:
        raise InputError("two different days are given in as_of and day.", "as_of", "Leave day out.")
    lone = [name for name in ("card", "category") if said[name] and said[name] != "none"]
    if lone and (said["what"] in {"held", "all"} or lone == ["category"]):
        raise InputError(
            "{name!r} goes with one card only, and {asked!r} was asked.",
            lone[0],
            "Leave {name} out, or ask what=one with a card.",
            name=lone[0],
            asked=said["what"] or "held",
        )
    return {**given, "day": said["as_of"] or said["day"]}


def _fields(asked: RegisterQuestion) -> Mapping[str, str]:
    """The question with the names of the form's fields."""
    policy = (
        asked.policy.model_dump(mode="json", exclude_none=True, exclude_unset=True) if asked.policy else {}
    )
    readings = policy.pop("readings", {})
    return {
        **{name: str(value) for name, value in policy.items()},
        **{f"reading.{name}": str(value) for name, value in readings.items()},
        "what": asked.what or "",
        "card": "" if asked.card is None else str(asked.card),
        "category": asked.category or "",
        "as_of": asked.as_of or "",
    }


def _address(one: StaffList) -> str:
    return f"/api/v1/register/{one.id}"


def _state(one: StaffList, services: Services, language: Language) -> JobState:
    address, problem = _address(one), None
    if one.failure is not None:
        failure = one.failure
        found = failure.problem if isinstance(failure, Refused) else problem_of(failure, language, api=True)
        problem = found.as_dict(language, address)
    parts = {name: f"{address}/{name}" for name in ("result", *PARTS)}
    files = {name: f"{address}/files/{name}" for name in FILES}
    return {
        "id": one.id,
        "state": one.state,
        "done": one.done,
        "total": one.total,
        "language": one.language,
        "summary": one.summary if one.state == "done" else None,
        "problem": problem,
        "kept_seconds": services.settings.limits.kept_seconds,
        "links": {"self": address, **parts, **files} if one.state == "done" else {"self": address},
    }


def _everything(content: bytes) -> Response:
    return Response(content, 200, {"Cache-Control": "no-store"}, "application/json")


# -- one list -----------------------------------------------------------------------------------------------------

_ASKED = problems("not-found", "not-ready", "too-long", "not-installed")


@router.get("/register/{job}", response_model=JobState, responses=problems("forgotten"))
async def register_state(request: Request, job: JobId, lang: LangQuery = None) -> Response:
    """Say how far the work on a list is."""
    del lang
    services = services_of(request)
    return json_answer(_state(services.staff.get(job), services, language_of(request)))


@router.get("/register/{job}/result", response_model=RegisterResultBody, responses=_ASKED)
async def register_result(request: Request, job: JobId, lang: LangQuery = None) -> Response:
    """Give everything, in the language in which the list was sent: byte for byte the report in JSON."""
    del lang
    staff = services_of(request).staff
    return _everything(await staff.ask(staff.get(job), "everything"))


class Part(TypedDict, total=False):
    """Some rows of the result, and how many the filter leaves in all."""

    total: int
    offset: int
    verdicts: list[dict[str, Any]]
    problems: list[dict[str, Any]]
    upcoming: list[dict[str, Any]]
    unanswered: list[dict[str, Any]]


@router.get(
    "/register/{job}/files/{name}", responses={200: {"content": {}}, **_ASKED}, response_class=Response
)
async def register_file(request: Request, job: JobId, name: str, lang: LangQuery = None) -> Response:
    """Give a file: report.xlsx, verdicts.csv, problems.csv, verdicts.jsonl, problems.jsonl or report.json."""
    del lang
    staff = services_of(request).staff
    return await file_answer(staff, staff.get(job), name)


@router.get("/register/{job}/{part}", response_model=Part, responses=_ASKED)
async def register_part(  # noqa: PLR0913 - each is one parameter of the address
    request: Request,
    job: JobId,
    part: Literal["verdicts", "problems", "upcoming", "unanswered"],
    status: Annotated[str, Query(description="eligible, not_eligible, needs_evidence or needs_ruling")] = "",
    unit: Annotated[str, Query(description="a unit; - for people without one")] = "",
    card: Annotated[str, Query(description="13, or 13:first")] = "",
    record: Annotated[str, Query(description="one person")] = "",
    q: Annotated[str, Query(description="words that must stand somewhere in the row")] = "",
    severity: Annotated[str, Query(description="of problems: error or notice")] = "",
    code: Annotated[str, Query(description="of problems, as R401")] = "",
    within: Annotated[str, Query(description="of upcoming people: 12, 24 or 36 months")] = "",
    offset: Annotated[int, Query(ge=0, le=1_000_000_000, description="so many rows are passed over")] = 0,
    limit: Annotated[int, Query(ge=1, le=_MOST, description="at most so many rows")] = 100,
    lang: LangQuery = None,
) -> Response:
    """Give some verdicts, problems, people who become eligible, or people without an answer, filtered."""
    del lang, status, unit, card, record, q, severity, code, within
    staff = services_of(request).staff
    asked = filter_of(dict(request.query_params))
    return json_answer(await staff.ask(staff.get(job), "page", part, asked, offset, limit))


@router.delete("/register/{job}", status_code=204, responses=problems("forgotten", "other-site"))
async def register_forget(request: Request, job: JobId, lang: LangQuery = None) -> Response:
    """Forget a list at once, also while it is worked on."""
    del lang
    staff = services_of(request).staff
    await staff.forget(staff.get(job))
    return Response(status_code=204)
