"""Everything that can go wrong, told twice: RFC 9457 for programs, a readable page for people."""

import json
from dataclasses import dataclass, field
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from socwork_standard.errors import DataError, InputError, Located, LookupFailure, MissingExtra, SocworkError
from socwork_standard.i18n import place, said, text
from socwork_standard.model.base import Language

KINDS: dict[str, int] = {
    "bad-input": 422,
    "not-found": 404,
    "method": 405,
    "not-installed": 501,
    "wrong-host": 421,
    "token": 401,
    "other-site": 403,
    "too-large": 413,
    "too-slow": 408,
    "too-long": 503,
    "busy": 503,
    "not-ready": 409,
    "forgotten": 404,
    "too-big": 422,
    "data": 500,
    "mistake": 500,
}
"""Every kind of problem with its status; the page of the API explains each."""
RETRY_SECONDS = 5


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem: what, where, how to mend it."""

    kind: str
    detail: str = ""
    where: str = ""
    mend: str = ""
    errors: tuple[dict[str, str], ...] = field(default=())
    status: int = 0

    @property
    def code(self) -> int:
        """The HTTP status."""
        return self.status or KINDS[self.kind]

    def title(self, language: Language) -> str:
        """The kind in words."""
        return text(language, f"web.problem.{self.kind}")

    def as_dict(self, language: Language, path: str) -> dict[str, Any]:
        """The problem as RFC 9457 asks, with `where` and `mend` beside it."""
        content: dict[str, Any] = {
            "type": f"/api#problem-{self.kind}",
            "title": self.title(language),
            "status": self.code,
            "detail": self.detail or text(language, f"web.problem.{self.kind}.why"),
            "instance": path,
        }
        for key in ("where", "mend"):
            if getattr(self, key):
                content[key] = getattr(self, key)
        if self.errors:
            content["errors"] = list(self.errors)
        return content


class Refused(Exception):
    """A request that is not answered, with its problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.kind)
        self.problem = problem


def problem_of(failure: SocworkError, language: Language) -> Problem:
    """The problem that one of the package's own errors is."""
    kind = "mistake"
    for family, name in (
        (InputError, "bad-input"),
        (LookupFailure, "not-found"),
        (MissingExtra, "not-installed"),
        (DataError, "data"),
    ):
        if isinstance(failure, family):
            kind = name
    if not isinstance(failure, Located):
        return Problem(kind, str(failure))
    what, mend = said(language, failure)
    return Problem(kind, what, place(language, failure.where), mend)


def answer(request: Request, problem: Problem) -> Response:
    """The answer to a request that has a problem: JSON under /api/, else a page."""
    from socwork_standard.web.languages import language_of

    language = language_of(request)
    path = request.url.path
    headers = {"Cache-Control": "no-store", "Content-Language": language}
    if problem.kind in {"busy", "too-long"}:
        headers["Retry-After"] = str(RETRY_SECONDS)
    if problem.kind == "token":
        headers["WWW-Authenticate"] = 'Bearer realm="socwork"'
    if path.startswith("/api/"):
        body = json.dumps(problem.as_dict(language, path), ensure_ascii=False, indent=1) + "\n"
        return Response(body, problem.code, headers, media_type="application/problem+json")
    from socwork_standard.web.render import render

    name = "token.html" if problem.kind == "token" else "problem.html"
    page = render(request, name, status=problem.code, problem=problem)
    page.headers.update(headers)
    return page
