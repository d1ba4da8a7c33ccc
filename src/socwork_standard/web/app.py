"""The application: `create_app` puts together the guard, the API and the pages."""

from fastapi import Depends, FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Match
from starlette.staticfiles import StaticFiles

from socwork_standard.data.load import load_standard
from socwork_standard.data.standard import Standard
from socwork_standard.eligibility.check import Checker
from socwork_standard.errors import InputError, SocworkError
from socwork_standard.version import __version__
from socwork_standard.web.api import about, career, curricula, exports, people, register
from socwork_standard.web.api import standard as standard_api
from socwork_standard.web.api.answers import describe_problems
from socwork_standard.web.api.strict import known_query, whole_letters
from socwork_standard.web.guard import Guard
from socwork_standard.web.languages import language_of
from socwork_standard.web.pages import (
    apidocs,
    check,
    curriculum,
    curriculum_review,
    curriculum_take,
    downloads,
    home,
    ladder,
    plan,
    staff,
    staff_answers,
    token,
    vacancy,
)
from socwork_standard.web.pages import standard as standard_pages
from socwork_standard.web.problems import Problem, Refused, answer, invalid, problem_of
from socwork_standard.web.render import HERE
from socwork_standard.web.services import Services
from socwork_standard.web.settings import Settings
from socwork_standard.web.work import Workers

MOST_ERRORS = 20
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
_API = (
    about.router,
    standard_api.router,
    people.router,
    register.router,
    career.router,
    curricula.router,
    exports.router,
)
_PAGES = (
    home,
    standard_pages,
    check,
    staff,
    staff_answers,
    curriculum,
    curriculum_review,
    curriculum_take,
    downloads,
    plan,
    ladder,
    vacancy,
    apidocs,
    token,
)


def create_app(settings: Settings | None = None, standard: Standard | None = None) -> FastAPI:
    """The application with the standard loaded."""
    chosen = settings or Settings()
    held = standard or load_standard()
    app = FastAPI(
        title="socwork-standard",
        version=__version__,
        summary="Kazakhstan's professional standard for social work (Q88100061)",
        description=about.DESCRIPTION,
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        license_info={"name": "MIT AND CC-BY-4.0"},
        separate_input_output_schemas=False,
    )
    app.state.services = Services(chosen, held, Checker(held), Workers(chosen.limits))
    for router in _API:
        app.include_router(
            router, prefix="/api/v1", dependencies=[Depends(known_query), Depends(whole_letters)]
        )
    for page in _PAGES:
        app.include_router(page.router, include_in_schema=False)
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    _handle_problems(app)
    plain = app.openapi
    app.openapi = lambda: describe_problems(plain())  # type: ignore[method-assign]
    app.add_middleware(Guard, settings=chosen)
    return app


def _handle_problems(app: FastAPI) -> None:
    @app.exception_handler(SocworkError)
    async def _own(request: Request, failure: Exception) -> Response:
        assert isinstance(failure, SocworkError)
        api = request.url.path.startswith("/api/")
        return answer(request, problem_of(failure, language_of(request), api=api))

    @app.exception_handler(Refused)
    async def _refused(request: Request, failure: Exception) -> Response:
        assert isinstance(failure, Refused)
        return answer(request, failure.problem)

    @app.exception_handler(RequestValidationError)
    async def _invalid(request: Request, failure: Exception) -> Response:
        assert isinstance(failure, RequestValidationError)
        return answer(request, invalid(failure.errors()[:MOST_ERRORS], failure.body, language_of(request)))

    @app.exception_handler(HTTPException)
    async def _http(request: Request, failure: Exception) -> Response:
        assert isinstance(failure, HTTPException)
        kind = {404: "not-found", 405: "method"}.get(failure.status_code)
        if kind is None:  # fastapi could not decode the body, or it is nested too deeply
            unread = InputError(
                "the body is no JSON in UTF-8.", "body", "Correct it; the page /api has an example."
            )
            return answer(request, problem_of(unread, language_of(request), api=True))
        response = answer(request, Problem(kind))
        if kind == "method":
            response.headers["Allow"] = ", ".join(allowed(request))
        return response


def allowed(request: Request) -> list[str]:
    """The methods that the address of a request takes."""
    path = request.url.path
    if path.startswith("/static/"):
        return ["GET", "HEAD"]
    asked = {"type": "http", "path": path, "root_path": "", "headers": []}
    routes = request.app.router.routes
    found = [
        method
        for method in METHODS
        if any(route.matches({**asked, "method": method})[0] is Match.FULL for route in routes)
    ]
    return ["GET", "HEAD", *found[1:]] if found[:1] == ["GET"] else found
