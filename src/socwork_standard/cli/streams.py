"""The standard streams, in whatever state they were left: closed, full, of another encoding."""

import codecs
import os
import sys
from typing import TextIO

_ERRORS = "socwork"
_MODES = (("stdin", "r"), ("stdout", "w"), ("stderr", "w"))


def prepare() -> None:
    """Make all three usable: UTF-8 whatever the locale is, since Kazakh has no place in most others.

    One that is closed reads nothing, or writes nowhere; no file that is opened later can take its place.
    """
    codecs.register_error(_ERRORS, _unencodable)
    for name, mode in _MODES:
        if getattr(sys, name) is None:
            nowhere = os.open(os.devnull, os.O_RDWR)
            setattr(sys, name, open(nowhere, mode, encoding="utf-8", closefd=False))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors=_ERRORS)


def let_go(stream: TextIO) -> None:
    """Send what is still to be written nowhere, so that closing the stream is no second failure."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
    except (OSError, ValueError):
        return


def _unencodable(failure: UnicodeError) -> tuple[str | bytes, int]:
    """What is no text: the letters that were meant, where a locale without them hid them, else their numbers."""
    if not isinstance(failure, UnicodeEncodeError):
        raise failure
    piece = failure.object[failure.start : failure.end]
    try:
        hidden = piece.encode("utf-8", "surrogateescape")
        hidden.decode("utf-8")
    except UnicodeError:
        return codecs.backslashreplace_errors(failure)
    return hidden, failure.end
