"""What pages and end points share about a list: the filter that an address asks for, and the files to take away."""

from collections.abc import Mapping

from starlette.responses import Response

from socwork_standard.eligibility.evaluate import STATUSES
from socwork_standard.register.result import HORIZONS
from socwork_standard.web.answers import XLSX, download
from socwork_standard.web.problems import Problem, Refused
from socwork_standard.web.staff_lists import StaffList, StaffLists
from socwork_standard.web.staff_rows import Filter

_LONGEST = 200
FILES: dict[str, tuple[str, tuple[str, ...], str]] = {
    "report.xlsx": ("workbook", (), XLSX),
    "verdicts.csv": ("separated", ("verdicts",), "text/csv; charset=utf-8"),
    "problems.csv": ("separated", ("problems",), "text/csv; charset=utf-8"),
    "verdicts.jsonl": ("lines", ("verdicts",), "application/x-ndjson"),
    "problems.jsonl": ("lines", ("problems",), "application/x-ndjson"),
    "report.json": ("everything", (), "application/json"),
}
"""Files to take away: the method of the desk that makes each, what it is given, and the media type."""


def filter_of(given: Mapping[str, str]) -> Filter:
    """The filter that stands in an address; what cannot be one is taken for none."""
    named = {
        name: given.get(name, "").strip()[:_LONGEST]
        for name in ("unit", "card", "severity", "code", "record")
    }
    status, within = given.get("status", ""), given.get("within", "")
    return Filter(
        status=status if status in STATUSES else "",
        text=given.get("q", "").strip()[:_LONGEST],
        within=int(within) if within in map(str, HORIZONS) else 0,
        **named,
    )


async def file_answer(staff: StaffLists, one: StaffList, name: str) -> Response:
    """A file of the answers, by its name."""
    if name not in FILES:
        raise Refused(Problem("not-found"))
    method, given, media = FILES[name]
    return download(await staff.ask(one, method, *given), name, media)
