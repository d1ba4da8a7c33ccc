"""`/staff/…`: the answers on a list: summary, verdicts, problems, people, names, who comes next, files to take away."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from socwork_standard.eligibility.evaluate import STATUSES
from socwork_standard.register.result import HORIZONS
from socwork_standard.reports.register_words import TONES
from socwork_standard.web.answers import download
from socwork_standard.web.pages.staff import found_list, limits_shown, unkept, waiting_page
from socwork_standard.web.problems import Problem, Refused
from socwork_standard.web.render import blocks, render
from socwork_standard.web.services import services_of
from socwork_standard.web.staff_files import FILES, file_answer, filter_of
from socwork_standard.web.staff_lists import StaffList
from socwork_standard.web.staff_rows import Shown

router = APIRouter()
SIZE = 50
"""Rows of one page."""
LISTS = ("verdicts", "unanswered", "problems", "upcoming", "names")
_MOST = 1_000_000


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a long table: which is shown, and the addresses of its neighbours."""

    number: int
    last: int
    before: str
    after: str


@router.get("/staff/{identifier}")
async def overview(request: Request, identifier: str) -> Response:
    """Show the summary; how far the work is where it is not done."""
    one = await found_list(request, identifier)
    if one.state != "done":
        return waiting_page(request, one)
    found = await services_of(request).staff.ask(one, "overview")
    return unkept(
        render(
            request,
            "staff_overview.html",
            found=found,
            statuses=STATUSES,
            files=FILES,
            **_shared(request, one, "overview"),
        )
    )


@router.get("/staff/{identifier}/list/{what}")
async def table(request: Request, identifier: str, what: str) -> Response:
    """Show a filtered table, a page of it at a time."""
    one = await found_list(request, identifier)
    if what not in LISTS:
        raise Refused(Problem("not-found"))
    if one.state != "done":
        return waiting_page(request, one)
    given = dict(request.query_params)
    asked = filter_of(given)
    number = int(given["page"]) if given.get("page", "").isdecimal() else 1
    number = max(1, min(number, _MOST))
    shown: Shown = await services_of(request).staff.ask(one, what, asked, (number - 1) * SIZE, SIZE)
    return unkept(
        render(
            request,
            f"staff_{what}.html",
            shown=shown,
            asked=asked,
            statuses=STATUSES,
            horizons=HORIZONS,
            pages=_pages(request, number, shown.total),
            **_shared(request, one, what),
        )
    )


def _pages(request: Request, number: int, total: int) -> Pages:
    last = max(1, -(-total // SIZE))
    kept = [(key, value) for key, value in request.query_params.multi_items() if key not in {"page", "lang"}]

    def address(page: int) -> str:
        return f"{request.url.path}?{urlencode([*kept, ('page', page)])}"

    before = address(min(number - 1, last)) if number > 1 else ""
    return Pages(number, last, before, address(number + 1) if number < last else "")


@router.get("/staff/{identifier}/person")
async def person(request: Request, identifier: str) -> Response:
    """Show what was found about one person."""
    one = await found_list(request, identifier)
    if one.state != "done":
        return waiting_page(request, one)
    found = await services_of(request).staff.ask(one, "person", request.query_params.get("record", ""))
    return unkept(
        render(
            request,
            "staff_person.html",
            found=found,
            page=blocks(found["page"]),
            record=urlencode({"record": found["name"]}),
            **_shared(request, one, "person"),
        )
    )


def _shared(request: Request, one: StaffList, shown: str) -> dict[str, Any]:
    return {
        "one": one,
        "tab": shown,
        "tabs": ("overview", *LISTS),
        "tones": {status: "open" if tone == "ruling" else tone for status, tone in TONES.items()},
        "link": lambda **values: urlencode(values),
        **limits_shown(services_of(request).settings.limits),
    }


# -- what can be taken away ---------------------------------------------------------------------------------------


@router.get("/staff/{identifier}/person.pdf")
async def person_pdf(request: Request, identifier: str) -> Response:
    """Give the one-page sheet of a person."""
    staff = services_of(request).staff
    one = await found_list(request, identifier)
    content = await staff.ask(one, "person_pdf", request.query_params.get("record", ""))
    return download(content, "person.pdf", "application/pdf")


@router.get("/staff/{identifier}/sheets.zip")
async def sheets(request: Request, identifier: str) -> Response:
    """Give the one-page sheets of the people whom a filter leaves, in one archive."""
    staff = services_of(request).staff
    one = await found_list(request, identifier)
    content = await staff.ask(one, "sheets", filter_of(dict(request.query_params)))
    return download(content, "sheets.zip", "application/zip")


@router.get("/staff/{identifier}/files/{name}")
async def file(request: Request, identifier: str, name: str) -> Response:
    """Give the report, or the verdicts or problems alone."""
    staff = services_of(request).staff
    one = await found_list(request, identifier)
    return await file_answer(staff, one, name)
