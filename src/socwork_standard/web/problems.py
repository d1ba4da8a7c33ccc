"""Everything that can go wrong, told twice: RFC 9457 for programs, a readable page for people."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from socwork_standard.data.refusals import placed, refusal
from socwork_standard.errors import (
    DataError,
    InputError,
    Located,
    LookupFailure,
    MissingExtra,
    Said,
    SocworkError,
)
from socwork_standard.i18n import place, said, text
from socwork_standard.model.base import Language
from socwork_standard.web.wording import sentence, told

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


def problem_of(failure: SocworkError, language: Language, *, api: bool = False) -> Problem:
    """The problem that one of the package's own errors is; `api` says that a program asked, not a page."""
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
    what, mend = told(language, failure, api=api)
    return Problem(kind, sentence(what), place(language, failure.where), mend)


def invalid(found: Sequence[Mapping[str, Any]], body: object, language: Language) -> Problem:
    """The problem that a request has as pydantic found it: each mistake with its place, in words of ours."""
    errors = []
    for one in map(placed, found):
        what, mend = said(language, _refusal(one, body))
        pointer = "/".join(map(str, one["loc"]))
        errors.append({"pointer": pointer, "detail": sentence(what), "mend": mend})
    first = errors[0]
    return Problem("bad-input", first["detail"], first["pointer"], first["mend"], tuple(errors))


def _refusal(one: Mapping[str, Any], body: object) -> DataError | InputError:
    if one["type"] == "json_invalid":
        why = str(one.get("ctx", {}).get("error", one["msg"]))
        return InputError("this is no JSON ({reason}).", "", "Correct that line.", reason=Said(why))
    failure = refusal({**one, "loc": _own_part(one, body)}, "", {}, InputError)
    if failure.template == "{field} must be a list{shown}.":
        mend = "Give a list: in JSON between [ and ]."
        return InputError(failure.template, "", mend, **failure.values)
    return failure


def _own_part(one: Mapping[str, Any], body: object) -> tuple[str | int, ...]:
    """The place that is meant, in a body without the names of the forms that were tried on it."""
    steps = tuple(one["loc"])
    if steps[:1] in {("query",), ("path",)}:
        return steps[1:]
    steps = steps[1:] if steps[:1] == ("body",) else steps
    place: list[str | int] = []
    here: Any = body
    for step in steps:
        within = isinstance(here, Mapping) and step in here
        if within or (isinstance(here, list) and isinstance(step, int) and step < len(here)):
            here = here[step]
        elif one["type"] != "missing" or step != steps[-1]:
            break
        place.append(step)
    return tuple(place or steps[-1:])


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
        return Response(
            body.encode("utf-8", "replace"), problem.code, headers, media_type="application/problem+json"
        )
    from socwork_standard.web.render import render

    name = "token.html" if problem.kind == "token" else "problem.html"
    page = render(request, name, status=problem.code, problem=problem)
    page.headers.update(headers)
    return page
