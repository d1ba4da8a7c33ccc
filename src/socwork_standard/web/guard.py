"""What every request passes: who may ask, from where, how much, how many at once; and what every answer carries."""

import asyncio
import hmac
import ipaddress
import logging
from hashlib import sha256
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from socwork_standard.web.problems import Problem, Refused, answer
from socwork_standard.web.settings import Settings

TOKEN_COOKIE = "socwork_token"  # noqa: S105 - the name of the cookie, not what stands in it
OPEN_PATHS = ("/static/", "/token")
"""What may be asked for without a token: how the page looks, and the form that takes the token."""
_SAFE = frozenset({"GET", "HEAD"})
_HELD = ("/staff/", "/curriculum/")
"""Where pages show what somebody sent: lists of people, and programmes under review."""
_POLICY = "; ".join(
    (
        "default-src 'none'",
        *(f"{kind}-src 'self'" for kind in ("script", "style", "img", "font", "connect")),
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    # Not no-referrer: with that, browsers send `Origin: null` with our own forms.
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
_log = logging.getLogger("socwork")


def cookie_value(token: str) -> str:
    """What the browser keeps for a token: not the token itself."""
    return sha256(f"socwork {token}".encode()).hexdigest()


class Guard:
    """Refuses what must not be answered, and adds the headers of every answer."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings
        self._running = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            await self._http(scope, receive, send)
        else:
            await send({"type": "websocket.close", "code": 1008})

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = False
        head = scope["method"] == "HEAD"
        if head:  # answered as GET is, without the body
            scope = {**scope, "method": "GET"}

        async def sending(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                _finish(MutableHeaders(scope=message), scope)
            elif head:
                message = {**message, "body": b""}
            await send(message)

        request = Request(scope, receive)
        self._running += 1
        try:
            self._check(request)
            body = await self._body(request)
            await self._app(scope, _replay(body, receive), sending)
        except Refused as refused:
            if not started:
                await answer(request, refused.problem)(scope, receive, sending)
        except Exception as failure:  # noqa: BLE001 - the last line of defence; what it says may be about a person
            _log.error("a mistake of the program: %s at %s", type(failure).__name__, where_of(failure))
            if not started:
                await answer(request, Problem("mistake"))(scope, receive, sending)
        finally:
            self._running -= 1

    # -- who may ask ---------------------------------------------------------------------------------------------

    def _check(self, request: Request) -> None:
        if not self._known_host(request.headers.get("host", "")):
            raise Refused(Problem("wrong-host"))
        if self._running > self._settings.limits.requests:
            raise Refused(Problem("busy"))
        if request.method not in _SAFE and not _same_origin(request):
            raise Refused(Problem("other-site"))
        token = self._settings.token
        if token is not None and not request.url.path.startswith(OPEN_PATHS) and not _has(request, token):
            raise Refused(Problem("token"))

    def _known_host(self, header: str) -> bool:
        """Is the server called by a number, as localhost, or by a name given to it?"""
        try:
            name = urlsplit(f"//{header}").hostname or ""
        except ValueError:
            return False
        if name in {"localhost", self._settings.host, *self._settings.hosts}:
            return True
        try:
            ipaddress.ip_address(name)
        except ValueError:
            return False
        return True

    # -- how much ------------------------------------------------------------------------------------------------

    async def _body(self, request: Request) -> bytes:
        """The whole body, read within its limits; it stays in memory and is never written to a disk."""
        most = self._settings.body_limit(request.url.path)
        too_large = Refused(Problem("too-large", errors=({"limit": str(most)},)))
        given = request.headers.get("content-length", "0")
        if not given.isdecimal() or int(given) > most:
            raise too_large
        parts, size = [], 0
        try:
            async with asyncio.timeout(self._settings.limits.reading):
                async for part in request.stream():
                    size += len(part)
                    if size > most:
                        raise too_large
                    parts.append(part)
        except TimeoutError:
            raise Refused(Problem("too-slow")) from None
        return b"".join(parts)


def _same_origin(request: Request) -> bool:
    """Does a request that may change something come from a page of ours, or from no browser at all?"""
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("host")


def _has(request: Request, token: str) -> bool:
    """Does the request carry the token, as a header or as the cookie?"""
    kind, _, given = request.headers.get("authorization", "").partition(" ")
    if kind.lower() == "bearer" and hmac.compare_digest(given.strip().encode(), token.encode()):
        return True
    kept = request.cookies.get(TOKEN_COOKIE, "")
    return hmac.compare_digest(kept.encode(), cookie_value(token).encode())


def _finish(headers: MutableHeaders, scope: Scope) -> None:
    for name, value in HEADERS.items():
        headers[name] = value
    if "cache-control" not in headers:
        # A page about the standard may be kept and asked about again; an answer about what was sent may not be kept.
        public = scope["method"] in _SAFE and not scope["path"].startswith(_HELD)
        headers["Cache-Control"] = "no-cache" if public else "no-store"


def _replay(body: bytes, receive: Receive) -> Receive:
    """The body once more for the application; after it, whatever the client still says."""
    given = False

    async def again() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again


def where_of(failure: BaseException) -> str:
    """File and line of a mistake, without any of the values that were worked on."""
    trace = failure.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "?"
