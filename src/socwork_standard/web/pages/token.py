"""`/token`: takes the token that a server outside this machine asks for, once a browser."""

import hmac

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from socwork_standard.web.forms import read_form
from socwork_standard.web.guard import TOKEN_COOKIE, cookie_value
from socwork_standard.web.problems import Problem, answer
from socwork_standard.web.services import services_of

router = APIRouter()


@router.post("/token")
async def token(request: Request) -> Response:
    """Keep a cookie where the token is right; ask again where it is not."""
    wanted = services_of(request).settings.token
    if wanted is None:
        return RedirectResponse("/", 303)
    given = (await read_form(request)).get("token", "").strip()
    if not hmac.compare_digest(given.encode(), wanted.encode()):
        return answer(request, Problem("token"))
    response = RedirectResponse("/", 303)
    response.set_cookie(TOKEN_COOKIE, cookie_value(wanted), httponly=True, samesite="strict")
    return response
