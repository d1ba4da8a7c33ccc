"""`/plan`: the ways of a person to a post, and the quickest of them on the ladder."""

from fastapi import APIRouter
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from socwork_standard.errors import InputError, LookupFailure
from socwork_standard.model.plan import Plan
from socwork_standard.planning.career import Options
from socwork_standard.reports.plan import plan_page
from socwork_standard.web import jobs
from socwork_standard.web.answers import download, json_text
from socwork_standard.web.forms import PersonForm, read_form
from socwork_standard.web.languages import language_of
from socwork_standard.web.pages.check import (
    Wrong,
    loaded,
    person_context,
    record_of,
    remember_language,
    wrong_in,
)
from socwork_standard.web.pages.ladder import picture
from socwork_standard.web.questions import Question
from socwork_standard.web.render import blocks, render
from socwork_standard.web.routes import route_of
from socwork_standard.web.services import services_of

router = APIRouter()


@router.get("/plan")
async def plan_form(request: Request) -> Response:
    """Show the form."""
    return _page(request, Question(services_of(request), dict(request.query_params)), PersonForm())


@router.post("/plan")
async def plan(request: Request) -> Response:
    """Do what the button says: add or remove a row, load a record, or plan."""
    given = await read_form(request)
    remember_language(request, given)
    command = given.get("do") or given.get("shown", "ask")
    services = services_of(request)
    asked, form = Question(services, given), PersonForm.of(given)
    try:
        if form.change(command) or command == "ask":
            return _page(request, asked, form)
        if command == "load":
            return _page(request, asked, loaded(given, services))
        found = await _plan(request, asked, form)
    except (InputError, LookupFailure) as failure:
        return _page(request, asked, form, wrong=wrong_in(failure, form, language_of(request)))
    return _page(request, asked, form, found)


@router.post("/plan/plan.json")
async def plan_json(request: Request) -> Response:
    """Give the plan as JSON, as `socwork plan --format json` prints it."""
    given = await read_form(request)
    found = await _plan(request, Question(services_of(request), given), PersonForm.of(given))
    return download(json_text(found.as_dict()), "plan.json", "application/json")


async def _plan(request: Request, asked: Question, form: PersonForm) -> Plan:
    services = services_of(request)
    record, card, policy = record_of(form, asked, everything=True), asked.card, asked.policy
    if card is None:
        raise InputError("no post was chosen to plan for.", "card", "Choose a card.")
    return await services.workers.heavy(
        jobs.plan,
        record.model_dump(mode="json", exclude_unset=True),
        card.point,
        asked.category,
        asked.day.isoformat(),
        policy.model_dump(mode="json", exclude_unset=True) if policy else None,
        language_of(request),
        Options(),
    )


def _page(
    request: Request,
    asked: Question,
    form: PersonForm,
    found: Plan | None = None,
    wrong: Wrong | None = None,
) -> Response:
    services, language = asked.services, language_of(request)
    titles = services.titles(language)
    page, drawn = None, Markup()
    if found is not None:
        page = blocks(plan_page(found, lambda point: titles[point], services.standard.readings, language))
        drawn = picture(services.standard, language, route_of(found))
    return render(
        request,
        "plan.html",
        status=422 if wrong else 200,
        form="person",
        plan=found,
        page=page,
        picture=drawn,
        **person_context(request, asked, form, wrong, everything=True),
    )
