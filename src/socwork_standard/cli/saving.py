"""Writing files: the place looked at before any work, the file there whole or not at all (no typer here)."""

import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from socwork_standard.cli.support import notice
from socwork_standard.errors import InputError, reason

if TYPE_CHECKING:
    from socwork_standard.model.base import Language

# -- files --------------------------------------------------------------------------------------------------------


def as_json(value: Any) -> bytes:  # noqa: ANN401 - whatever JSON can hold
    """A value as the content of a JSON file."""
    return (json.dumps(value, ensure_ascii=False, indent=1, default=str) + "\n").encode()


def new_file(name: str, endings: tuple[str, ...], *, force: bool, reads: Iterable[str | None] = ()) -> Path:
    """A file to be written with one of these endings, refused before any work where it cannot be (`new_place`)."""
    path = Path(name)
    if path.suffix.lower() not in endings:
        raise InputError(
            "nothing can be written as {ending!r} here.",
            "--output",
            "Use: {endings}.",
            ending=path.suffix or path.name,
            endings=", ".join(endings),
        )
    return new_place(path, force=force, reads=reads)


def new_place(path: Path, *, force: bool, reads: Iterable[str | None] = ()) -> Path:
    """The path of a file to be written, refused where it cannot be.

    `force` lets it replace another file, but never one of those that are read (`reads`).
    """
    if path.is_dir() or not path.parent.is_dir():
        raise InputError("this is no file in a folder that is there.", str(path), "Check the path.")
    there = [Path(given) for given in reads if given is not None]
    if path.exists() and any(one.exists() and path.samefile(one) for one in there):
        raise InputError("the report would replace what is read.", str(path), "Choose another name.")
    free([path], force=force)
    return path


def free(paths: Iterable[Path], *, force: bool) -> None:
    """Refuse to write where one of the files is there already, unless `force` lets it be replaced."""
    there = None if force else next((path for path in paths if path.exists()), None)
    if there is not None:
        raise InputError("the file exists already.", str(there), "Choose another name, or add --force.")


def new_folder(name: str) -> Path:
    """A folder to write into; it is made where it is not there."""
    path = Path(name)
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        raise InputError(
            "the folder cannot be made ({reason}).",
            name,
            "Check the path and its permissions.",
            reason=reason(failure),
        ) from None
    return path


def write_whole(path: Path, content: bytes) -> None:
    """Write a file that is there whole or not at all."""
    whole(path, lambda at: at.write_bytes(content))


def whole(path: Path, job: Callable[[Path], object]) -> None:
    """Write beside the place first, then put the file there; what is half done is taken away."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        job(part)
        part.replace(path)
    except OSError as failure:
        raise InputError(
            "the file cannot be written ({reason}).",
            str(path),
            "Check the path, its permissions, and whether another program has it open.",
            reason=reason(failure),
        ) from None
    finally:
        part.unlink(missing_ok=True)


def say_written(path: Path, language: "Language") -> None:
    """Tell where the answer is."""
    from socwork_standard.i18n import text

    notice(text(language, "cli.written", path=path))
