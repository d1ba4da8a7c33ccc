"""`/api/v1/check`: a staff record against a card; the answer is that of `socwork check --format json`."""

from typing import Annotated, Any

from fastapi import APIRouter, Body
from pydantic import ConfigDict, Field
from starlette.requests import Request
from starlette.responses import Response
from typing_extensions import TypedDict

from socwork_standard.eligibility.check import read_day
from socwork_standard.eligibility.rank import every_card
from socwork_standard.errors import InputError
from socwork_standard.model.base import Language, Model
from socwork_standard.model.decision import DecisionDict
from socwork_standard.model.policy import Policy
from socwork_standard.model.record import StaffRecord
from socwork_standard.web.answers import json_answer
from socwork_standard.web.api.answers import LangQuery, problems
from socwork_standard.web.languages import language_of
from socwork_standard.web.services import Services, services_of

router = APIRouter(tags=["people"])
EXAMPLE: dict[str, Any] = {
    "record": {
        "id": "0417",
        "education": [
            {
                "level": "tve_specialist",
                "speciality": "Әлеуметтік жұмыс",
                "qualification": "Әлеуметтік жұмыскер",
                "completed": "2015-06-30",
            }
        ],
        "experience": [
            {
                "position": "Әлеуметтік жұмыскер",
                "qualification_level": "mid",
                "category": "first",
                "start": "2022-07-01",
                "end": "ongoing",
            }
        ],
        "training": [{"kind": "short_course", "completed": "2016-03-01"}],
    },
    "card": 13,
    "category": "highest",
    "as_of": "2025-06-01",
}


class CheckQuestion(Model):
    """A record and what is asked of it."""

    model_config = ConfigDict(defer_build=False)

    record: StaffRecord = Field(description="absent means not known, an empty list means known to have none")
    card: int | str | None = Field(None, description="number, slug, code or name; absent: every card")
    category: str | None = Field(None, description="none, second, first or highest; absent: none")
    as_of: str | None = Field(None, description="the day, as 2025-06-01; absent: today")
    policy: Policy | None = Field(None, description="answers chosen for open readings")


class DecisionList(TypedDict):
    """The decisions on every card and category, best first."""

    decisions: list[DecisionDict]


@router.post(
    "/check",
    response_model=DecisionDict | DecisionList,
    responses=problems("bad-input", "not-found", "other-site", "too-large", "too-long"),
)
async def check(
    request: Request,
    question: Annotated[CheckQuestion, Body(examples=[EXAMPLE])],
    lang: LangQuery = None,
) -> Response:
    """May this person hold this post, in this category, on this day? Without a card: every card, best first."""
    del lang
    services, language = services_of(request), language_of(request)
    return json_answer(await services.workers.light(decide, services, question, language))


def decide(services: Services, question: CheckQuestion, language: Language) -> DecisionDict | DecisionList:
    """The answer to a question about a person."""
    checker, day = services.checker, read_day(question.as_of)
    if question.card is None:
        if question.category is not None:
            raise InputError(
                "a category was given without a card.", "category", "Add a card, or leave it out."
            )
        found = every_card(checker, question.record, as_of=day, policy=question.policy, language=language)
        return {"decisions": [one.as_dict() for one in found]}
    return checker.check(
        question.record,
        question.card,
        question.category or "none",
        as_of=day,
        policy=question.policy,
        language=language,
    ).as_dict()
