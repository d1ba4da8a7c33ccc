"""Pages from templates: every value is escaped, every text comes from the catalogues."""

from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from socwork_standard.i18n import has, text
from socwork_standard.model.base import LANGUAGES
from socwork_standard.reports.page import Page
from socwork_standard.version import __version__
from socwork_standard.web.languages import COOKIE, language_of

HERE = Path(__file__).parent
NAVIGATION = (
    ("/cards", "web.nav.standard"),
    ("/check", "web.nav.check"),
    ("/staff", "web.staff.nav"),
    ("/curriculum", "web.curriculum.nav"),
    ("/plan", "web.nav.plan"),
    ("/ladder", "web.nav.ladder"),
    ("/vacancy", "web.nav.vacancy"),
    ("/search", "web.nav.search"),
)
"""The pages in the head of every page, in order."""
LANGUAGE_NAMES = {"kk": "Қазақша", "ru": "Русский", "en": "English"}
YEAR = 365 * 24 * 3600


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates of the package."""
    found = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.globals.update(
        navigation=NAVIGATION,
        language_names=LANGUAGE_NAMES,
        languages=LANGUAGES,
        version=__version__,
        has_text=has,
        kind_of=lambda block: type(block).__name__.lower(),
    )
    return found


def render(
    request: Request, template: str, /, *, status: int = 200, form: str | None = None, **context: object
) -> HTMLResponse:
    """The page of a template; `form` names the form that the language buttons submit, so that nothing typed is lost."""
    language = language_of(request)
    content = (
        environment()
        .get_template(template)
        .render(
            t=partial(text, language),
            lang=language,
            path=request.url.path,
            drafts=_drafts(request),
            other_language=partial(_other_language, request),
            form=form,
            today=date.today().isoformat(),  # noqa: DTZ011 - the day at the user's place is meant
            **context,
        )
    )
    response = HTMLResponse(
        content, status, {"Content-Language": language, "Vary": "Cookie, Accept-Language"}
    )
    if request.query_params.get("lang") == language or getattr(request.state, "lang", None) == language:
        response.set_cookie(COOKIE, language, max_age=YEAR, httponly=True, samesite="lax")
    return response


def _drafts(request: Request) -> list[str]:
    """The editions in use whose rules nobody has reviewed; every page says so."""
    services = getattr(request.app.state, "services", None)
    return [one.id for one in services.standard.editions if one.held and one.draft] if services else []


def _other_language(request: Request, language: str) -> str:
    """The address of the same page in another language."""
    kept = [(key, value) for key, value in request.query_params.multi_items() if key != "lang"]
    return f"{request.url.path}?{urlencode([*kept, ('lang', language)])}"


def blocks(page: Page) -> Markup:
    """The blocks of a report as HTML."""
    macro: Any = environment().get_template("_blocks.html").module
    return Markup(macro.blocks(list(page)))  # noqa: S704 - made by a template that escapes every value
