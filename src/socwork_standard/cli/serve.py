"""`socwork serve`: start the server, or say clearly why it cannot start."""

import errno
import os
import socket
from importlib.util import find_spec
from pathlib import Path

from socwork_standard.cli.support import Lang, language_of, notice
from socwork_standard.errors import InputError, MissingExtra
from socwork_standard.i18n import text

SHORTEST_TOKEN = 16
_NEEDED = ("fastapi", "uvicorn", "jinja2", "python_multipart")


def start(
    host: str, port: int, token_file: str | None, names: list[str], lang: Lang | None, *, open_browser: bool
) -> None:
    """Serve until Ctrl-C."""
    for name in _NEEDED:
        if find_spec(name) is None:
            raise MissingExtra(
                "the web page needs {name}, which is not installed.",
                "serve",
                'Install it: pip install "socwork-standard[web]".',
                name=name,
            )
    from socwork_standard.web.settings import LOCAL, Settings

    language = language_of(lang)
    if lang is not None:
        os.environ["SOCWORK_LANG"] = language
    own = () if host in LOCAL else (socket.gethostname().lower(),)
    settings = Settings(host, port, _token(token_file), frozenset((*map(str.lower, names), *own)))
    if not settings.local and settings.token is None:
        raise InputError(
            "{host} can be reached from other machines, so a token is needed.",
            "--host",
            "Add --token-file FILE with a secret of at least {n} letters in it, or leave --host out.",
            host=host,
            n=SHORTEST_TOKEN,
        )
    listener = _listen(host, port)
    address = _address(host, listener.getsockname()[1])
    if not settings.local:
        notice(text(language, "web.serve.warning", host=host))
    notice(text(language, "web.serve.started", address=address))
    if open_browser:
        _open(address, language_of(lang))
    from socwork_standard.web.server import serve

    serve(settings, listener)
    notice(text(language, "web.serve.ended"))


def _token(name: str | None) -> str | None:
    if name is None:
        return None
    try:
        lines = Path(name).read_text(encoding="utf-8").split()
    except (OSError, UnicodeDecodeError):
        raise InputError("the file with the token cannot be read.", name, "Check the path.") from None
    if not lines or len(lines[0]) < SHORTEST_TOKEN:
        raise InputError(
            "the token is shorter than {n} letters.",
            name,
            "Write a longer secret into the first line of the file.",
            n=SHORTEST_TOKEN,
        )
    return lines[0]


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    if os.name == "posix":  # elsewhere it would let a second server take the same port
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(128)
    except OSError as failure:
        listener.close()
        if isinstance(failure, socket.gaierror) or failure.errno == errno.EADDRNOTAVAIL:
            raise InputError(
                "{host!r} is no address and no name of this machine.",
                "--host",
                "Use 127.0.0.1 for this machine alone, 0.0.0.0 for all its addresses, or one of them.",
                host=host,
            ) from None
        raise InputError(
            "the server cannot listen on {host}, port {port} ({reason}).",
            "--port",
            "If it runs already, open it; otherwise choose another port, as --port {other}, or 0 for any.",
            host=host,
            port=port,
            reason=failure.strerror or type(failure).__name__,
            other=port + 1 if port < 65535 else 8100,  # noqa: PLR2004 - the highest port
        ) from None
    except OverflowError:
        listener.close()
        raise InputError("{port} is no port.", "--port", "Use 1 to 65535, or 0 for any.", port=port) from None
    return listener


def _address(host: str, port: int) -> str:
    shown = {"0.0.0.0": socket.gethostname(), "::": socket.gethostname()}.get(host, host)  # noqa: S104 - compared
    return f"http://[{shown}]:{port}/" if ":" in shown else f"http://{shown}:{port}/"


def _open(address: str, language: str) -> None:
    """Open the browser; where there is none, say the address once more."""
    import webbrowser
    from threading import Thread

    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        notice(text(language_of(Lang(language)), "web.serve.no_browser", address=address))
        return
    Thread(target=browser.open, args=(address,), daemon=True).start()
