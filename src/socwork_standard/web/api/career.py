"""`/api/v1/ladder` and `/api/v1/plan`: the career."""

from typing import Annotated, Any

from fastapi import APIRouter, Body, Query
from pydantic import ConfigDict, Field
from starlette.requests import Request
from starlette.responses import Response
from typing_extensions import TypedDict

from socwork_standard.exports.pictures import ladder_svg
from socwork_standard.ladder.findings import ladder_findings
from socwork_standard.ladder.graph import career_ladder
from socwork_standard.model.base import Model
from socwork_standard.model.plan import Plan
from socwork_standard.model.policy import Policy
from socwork_standard.model.record import StaffRecord
from socwork_standard.planning.career import Options
from socwork_standard.web import jobs
from socwork_standard.web.answers import json_answer
from socwork_standard.web.api.answers import LangQuery, problems, standard_answer
from socwork_standard.web.api.people import EXAMPLE
from socwork_standard.web.languages import language_of
from socwork_standard.web.services import services_of

router = APIRouter(tags=["career"])


class LadderAnswer(TypedDict):
    """The ladder: positions, links between them, and what is wrong in the ladder that the order gives."""

    nodes: list[dict[str, Any]]
    edges: list[dict[str, Any]]
    findings: list[dict[str, Any]]


class PlanQuestion(Model):
    """A record and where it is to lead."""

    model_config = ConfigDict(defer_build=False)

    record: StaffRecord = Field(description="its education must be known; an empty list means none")
    to: int | str = Field(description="the card aimed at: number, slug, code or name")
    category: str = Field("none", description="none, second, first or highest")
    as_of: str | None = Field(None, description="the day on which the plan begins; absent: today")
    policy: Policy | None = Field(None, description="answers chosen for open readings")
    ways: int = Field(3, ge=1, le=12, description="at most so many ways")
    study: bool = Field(default=True, description="may there be further study for a diploma?")
    courses: bool = Field(default=True, description="may there be courses?")
    within: int | None = Field(None, ge=0, le=70, description="only arrivals within so many years")


@router.get("/ladder", response_model=LadderAnswer, responses={304: {}, **problems()})
async def ladder(request: Request, lang: LangQuery = None) -> Response:
    """Give the ladder: what the order states, what it requires, and what can only be inferred."""
    del lang
    standard, language = services_of(request).standard, language_of(request)

    def make() -> LadderAnswer:
        graph = career_ladder(standard)
        return {
            "nodes": [{"id": node, **data} for node, data in graph.nodes(data=True)],
            "edges": [{"from": one, "to": two, **data} for one, two, data in graph.edges(data=True)],
            "findings": [one.as_dict() for one in ladder_findings(standard, language)],
        }

    return await standard_answer(request, language, make)


@router.get(
    "/ladder.svg",
    response_class=Response,
    responses={200: {"content": {"image/svg+xml": {}}}, 304: {}, **problems("not-found", "bad-input")},
)
async def ladder_picture(
    request: Request,
    start: Annotated[str | None, Query(alias="from", description="13 or 13:first", max_length=40)] = None,
    to: Annotated[str | None, Query(description="where the way ends", max_length=40)] = None,
    lang: LangQuery = None,
) -> Response:
    """Draw the ladder; the quickest way between two positions stands out where both are given."""
    del lang
    from socwork_standard.web.routes import quickest

    standard, language = services_of(request).standard, language_of(request)

    def make() -> str:
        way = quickest(standard, start, to) if start and to else None
        return ladder_svg(standard, language, way)

    return await standard_answer(request, language, make, "image/svg+xml")


@router.post(
    "/plan",
    response_model=Plan,
    responses=problems("bad-input", "not-found", "other-site", "too-large", "too-long"),
)
async def plan(
    request: Request,
    question: Annotated[
        PlanQuestion, Body(examples=[{"record": EXAMPLE["record"], "to": 16, "as_of": "2025-06-01"}])
    ],
    lang: LangQuery = None,
) -> Response:
    """By which ways, and by when, does this person get to that post?"""
    del lang
    found = await services_of(request).workers.heavy(
        jobs.plan,
        question.record.model_dump(mode="json", exclude_unset=True),
        question.to,
        question.category,
        question.as_of,
        question.policy.model_dump(mode="json", exclude_unset=True) if question.policy else None,
        language_of(request),
        Options(most=question.ways, study=question.study, courses=question.courses, years=question.within),
    )
    return json_answer(found.as_dict())
