"""The language of a request: `?lang=`, else the cookie, else what the browser asks for."""

from starlette.requests import Request

from socwork_standard.i18n import choose_language
from socwork_standard.model.base import LANGUAGES, Language

COOKIE = "lang"


def language_of(request: Request) -> Language:
    """The language to answer in."""
    return _known(getattr(request.state, "lang", None)) or asked_for(request) or _accepted(request)


def asked_for(request: Request) -> Language | None:
    """The language that the address or the cookie names, if one does."""
    return _known(request.query_params.get("lang")) or _known(request.cookies.get(COOKIE))


def _known(name: str | None) -> Language | None:
    return next((one for one in LANGUAGES if one == name), None)


def _accepted(request: Request) -> Language:
    """The best of the languages that the browser accepts."""
    wanted = []
    for part in request.headers.get("accept-language", "").split(",")[:20]:
        name, _, quality = part.partition(";q=")
        try:
            wanted.append((-float(quality or 1), name.strip()[:2].lower()))
        except ValueError:
            continue
    for _, name in sorted(wanted, key=lambda one: one[0]):
        found = _known(name)
        if found:
            return found
    return choose_language()
