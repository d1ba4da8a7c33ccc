"""Reading a file that a person named: what is wrong with it is said in one way everywhere."""

from pathlib import Path

from socwork_standard.errors import InputError, reason

BLANK = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"
"""Bytes that say nothing: marks of encodings and white space."""


def read_bytes(path: Path, name: str) -> bytes:
    """The bytes of a file; an `InputError` that calls it `name` where it is not there or cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError("there is no such file.", name, "Check the path.") from None
    except OSError as failure:
        raise InputError(
            "the file cannot be read ({reason}).",
            name,
            "Check the path and its permissions.",
            reason=reason(failure),
        ) from None


def check_size(raw: bytes, name: str, most: int) -> None:
    """An `InputError` for a file of more than `most` bytes."""
    if len(raw) > most:
        raise InputError(
            "the file has {size} MB; at most {most} MB are read.",
            name,
            "Leave out pictures and attachments, or give the part that matters.",
            size=len(raw) // 1_000_000,
            most=most // 1_000_000,
        )
