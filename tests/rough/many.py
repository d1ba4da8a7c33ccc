"""Run many commands in one process whose surroundings are rough, and tell how each ended.

    python many.py < REQUEST.json > ANSWER.json

The request holds `commands` (each a list of words, or an object with `words`, `stdin` and `encoding`) and perhaps
`no_network` and `no_temporary_files`.  Each command runs as a user's would: with its own
standard streams, in the encoding named.
"""

import io
import json
import sys
import traceback
from typing import Any

PROGRAM = "socwork_standard.cli"


REACHING = (
    "socket.connect",
    "socket.bind",
    "socket.send",
    "socket.get",
    "urllib.Request",
    "ftplib.",
    "http.client.",
)
"""The beginnings of the names of what Python tells its auditors before it reaches for the network."""


class NetworkError(BaseException):
    """Something tried to reach the network; no part of a program catches this by the way."""


def _forbid_network() -> None:
    """Let every attempt to reach the network fail, also one made by a library."""

    def refuse(event: str, _: object) -> None:
        if event.startswith(REACHING):
            raise NetworkError(event)

    sys.addaudithook(refuse)


def _forbid_temporary_files() -> None:
    """Let there be no folder for temporary files."""
    import tempfile

    def none() -> str:
        message = "No usable temporary directory found"
        raise FileNotFoundError(2, message)

    tempfile._get_default_tempdir = none  # type: ignore[attr-defined]


def _stream(encoding: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="strict")


def _content(stream: io.TextIOWrapper) -> str:
    stream.flush()
    held = stream.buffer
    assert isinstance(held, io.BytesIO)
    return held.getvalue().decode("utf-8")


def _run(asked: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    from importlib import import_module

    request: dict[str, Any] = {"words": asked} if isinstance(asked, list) else asked
    given = io.BytesIO(request.get("stdin", "").encode("latin-1"))
    kept = sys.stdin, sys.stdout, sys.stderr
    encoding = request.get("encoding", "ascii")
    sys.stdin = io.TextIOWrapper(given, encoding=encoding)
    out, err = _stream(encoding), _stream(encoding)
    sys.stdout, sys.stderr = out, err
    escaped = ""
    try:
        code: object = import_module(PROGRAM).main(request["words"])
    except BaseException:  # noqa: BLE001 - what escapes from the program is what is looked for
        code, escaped = None, traceback.format_exc()
    finally:
        sys.stdin, sys.stdout, sys.stderr = kept
    return {"words": request["words"], "code": code, "out": _content(out), "err": _content(err) + escaped}


def main() -> None:
    """Answer the request on standard input."""
    request = json.load(sys.stdin)
    if request.get("no_network"):
        _forbid_network()
    if request.get("no_temporary_files"):
        _forbid_temporary_files()
    answers = [_run(one) for one in request["commands"]]
    sys.stdout.write(json.dumps(answers))


if __name__ == "__main__":
    main()
