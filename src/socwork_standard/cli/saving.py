"""Putting an answer into a file, in the form that its ending names (no typer here)."""

import json
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from socwork_standard.cli.support import Format, Lang, language_of, notice
from socwork_standard.errors import InputError, reason

if TYPE_CHECKING:
    from socwork_standard.model.base import Language
    from socwork_standard.reports.page import Page

ENDINGS = (".pdf", ".docx", ".md", ".txt", ".json")


@dataclass(frozen=True, slots=True)
class Saving:
    """The file that an answer goes to; its ending names the form."""

    path: Path
    language: "Language"

    @property
    def ending(self) -> str:
        """The ending, in small letters."""
        return self.path.suffix.lower()

    @property
    def as_data(self) -> bool:
        """Is the answer wanted for a program?"""
        return self.ending == ".json"

    def save(self, page: "Callable[[], Page]", data: Callable[[], Any]) -> None:
        """Write the answer and say so."""
        write_whole(self.path, self._content(page, data))
        say_written(self.path, self.language)

    def _content(self, page: "Callable[[], Page]", data: Callable[[], Any]) -> bytes:
        if self.as_data:
            return as_json(data())
        return rendered(page(), self.ending, self.language, self.path.stem)


Form = Format | Saving
"""How an answer is printed, or the file that it goes to."""


def form_of(form: Format, output: str | None, lang: Lang | None, *, force: bool) -> Form:
    """The form asked for: the file where one is named.  Refused at once where it cannot be written."""
    if output is None:
        return form
    return Saving(new_file(output, ENDINGS, force=force), language_of(lang))


def wants_data(form: Form) -> bool:
    """Is the answer wanted for a program?"""
    return form.as_data if isinstance(form, Saving) else form is Format.json


def rendered(page: "Page", ending: str, language: "Language", name: str) -> bytes:
    """The page in the form that the ending names; `name` is the title where the page has none."""
    from socwork_standard.reports.page import Heading

    title = next((block.text for block in page if isinstance(block, Heading)), name)
    if ending == ".pdf":
        from socwork_standard.reports.pdf import as_pdf

        return as_pdf(page, language=language, title=title)
    if ending == ".docx":
        from socwork_standard.reports.docx import as_docx

        return as_docx(page, language=language, title=title)
    if ending == ".md":
        from socwork_standard.reports.markdown import as_markdown

        return as_markdown(page).encode()
    from socwork_standard.reports.layout import as_text

    return as_text(page).encode()


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
