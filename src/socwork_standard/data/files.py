"""Reading a file that a person named: what is wrong with it is said in one way everywhere."""

from pathlib import Path

from socwork_standard.errors import InputError, reason


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
