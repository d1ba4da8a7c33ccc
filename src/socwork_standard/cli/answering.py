"""Giving an answer: printed as text, Markdown or JSON, or put into a file in the form that its ending names."""

import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from socwork_standard.cli.saving import as_json, new_file, say_written, write_whole
from socwork_standard.cli.support import Format, Lang, language_of

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


def emit(form: "Form", page: "Callable[[], Page]", data: Callable[[], Any]) -> None:
    """Print an answer on standard output, or save it: `page` is built for people, `data` for programs."""
    if not isinstance(form, Format):
        form.save(page, data)
    elif form is Format.json:
        sys.stdout.write(json.dumps(data(), ensure_ascii=False, indent=1, default=str) + "\n")
    elif form is Format.markdown:
        from socwork_standard.reports.markdown import as_markdown

        sys.stdout.write(as_markdown(page()))
    else:
        from socwork_standard.reports.layout import as_text

        terminal = sys.stdout.isatty()
        sys.stdout.write(as_text(page(), width=_width(), colour=terminal and not os.environ.get("NO_COLOR")))


def _width() -> int:
    """The width of the terminal; 100 where there is none."""
    from shutil import get_terminal_size

    return get_terminal_size((100, 24)).columns
