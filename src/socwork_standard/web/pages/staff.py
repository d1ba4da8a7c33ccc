"""`/staff`: a staff list is sent, decided in a process of its own, and its answers are looked at until forgotten."""

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from socwork_standard.errors import InputError, LookupFailure, SocworkError
from socwork_standard.i18n import text
from socwork_standard.model.base import CATEGORIES
from socwork_standard.web.answers import XLSX, download
from socwork_standard.web.forms import Upload, read_uploads
from socwork_standard.web.languages import language_of
from socwork_standard.web.problems import Refused, problem_of
from socwork_standard.web.questions import Question
from socwork_standard.web.render import render
from socwork_standard.web.services import services_of
from socwork_standard.web.staff_lists import StaffList
from socwork_standard.web.staff_question import WHAT, sent_of
from socwork_standard.web.wording import sentence, told

router = APIRouter()
ACCEPTED = ".xlsx,.xlsm,.csv,.tsv,.txt,.json,.jsonl,.yaml,.yml,.parquet"
MINUTE = 60


@router.get("/staff")
async def staff_form(request: Request) -> Response:
    """Show the form."""
    return _form(request, dict(request.query_params))


@router.get("/staff/template.xlsx")
async def staff_template(request: Request) -> Response:
    """Give the empty, explained spreadsheet to fill in, as `socwork template staff` writes it."""
    from socwork_standard.register.template import staff_template as template
    from socwork_standard.sheets.template import template_bytes

    services, language = services_of(request), language_of(request)
    content = await services.workers.light(lambda: template_bytes(template(services.standard, language)))
    return download(content, "staff.xlsx", XLSX)


@router.post("/staff")
async def staff(request: Request) -> Response:
    """Take a list and begin with it, or show the form again in another language."""
    given: Mapping[str, str] = {}
    try:
        given, files = await read_uploads(request)
        if given.get("lang"):
            request.state.lang = given["lang"]
            return _form(request, given)
        return _begin(request, given, files)
    except (InputError, LookupFailure) as failure:
        return _form(request, given, failure)


def _begin(request: Request, given: Mapping[str, str], files: Mapping[str, Upload]) -> Response:
    services = services_of(request)
    one = services.staff.add(sent_of(services, given, files), language_of(request))
    return RedirectResponse(f"/staff/{one.id}", 303)


def _form(
    request: Request, given: Mapping[str, str], failure: InputError | LookupFailure | None = None
) -> Response:
    services, language = services_of(request), language_of(request)
    asked = Question(services, given)
    limits = services.settings.limits
    wrong = None
    if failure is not None:
        what, mend = told(language, failure)
        named = f"{text(language, 'web.field.day')}: {what}" if failure.where == "day" else sentence(what)
        wrong = {"message": f"{named} {mend}".strip(), "field": failure.where}
    return render(
        request,
        "staff.html",
        status=422 if wrong else 200,
        form="staff",
        asked=asked,
        what=asked.value("what") if asked.value("what") in WHAT else "held",
        kinds=WHAT,
        titles=services.titles(language),
        categories=CATEGORIES,
        category=asked.value("category") or "none",
        readings=[one for one in services.standard.readings.values() if one.standing == "open"],
        presets=services.standard.readings_file.presets,
        accepted=ACCEPTED,
        wrong=wrong,
        forgotten="forgotten" in given,
        **limits_shown(limits),
    )


def limits_shown(limits: Any) -> dict[str, Any]:  # noqa: ANN401 - the settings' own limits
    """The limits as the pages state them."""
    return {
        "megabytes": limits.upload // 1_000_000,
        "rows": f"{limits.rows:,}".replace(",", "\u00a0"),
        "minutes": max(1, round(limits.kept_seconds / MINUTE)),
        "at_once": limits.processes,
        "kept": limits.kept,
    }


# -- how far it is ------------------------------------------------------------------------------------------------


async def found_list(request: Request, identifier: str) -> StaffList:
    """The list of an address; where a page is asked for in another language, it is worded anew."""
    services = services_of(request)
    one = services.staff.get(identifier)
    services.staff.in_language(one, language_of(request))
    return one


@router.get("/staff/{identifier}/state")
async def staff_state(request: Request, identifier: str) -> Response:
    """Say how far the work is, for the script of the page that waits."""
    one = services_of(request).staff.get(identifier)
    return JSONResponse(
        {"state": one.state, "done": one.done, "total": one.total, "text": progress_text(request, one)},
        headers={"Cache-Control": "no-store"},
    )


def progress_text(request: Request, one: StaffList) -> str:
    """How far the work is, in words."""
    language = language_of(request)
    total = "?" if one.total is None else f"{one.total:,}".replace(",", "\u00a0")
    done = f"{one.done:,}".replace(",", "\u00a0")
    return text(language, f"web.staff.state.{one.state}", done=done, total=total)


def waiting_page(request: Request, one: StaffList) -> Response:
    """The page of a list that is worked on, or that could not be read."""
    language = language_of(request)
    problem = None
    if isinstance(one.failure, Refused):
        problem = one.failure.problem
    elif isinstance(one.failure, SocworkError):
        problem = problem_of(one.failure, language)
    return unkept(
        render(
            request,
            "staff_wait.html",
            status=problem.code if problem else 200,
            one=one,
            problem=problem,
            progress=progress_text(request, one),
        )
    )


def unkept(response: Response) -> Response:
    """A page about people: no browser keeps it."""
    response.headers["Cache-Control"] = "no-store"
    return response


@router.post("/staff/{identifier}/forget")
async def forget(request: Request, identifier: str) -> Response:
    """Forget a list at once, also while it is worked on."""
    staff = services_of(request).staff
    await staff.forget(staff.get(identifier))
    return RedirectResponse("/staff?forgotten=yes", 303)
