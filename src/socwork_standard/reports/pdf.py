"""A page as PDF on A4, set with typst; its fonts are those that typst carries, so every machine prints the same."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from socwork_standard.errors import MissingExtra
from socwork_standard.model.base import Language
from socwork_standard.reports.page import Block, Page

if TYPE_CHECKING:
    import typst

INSTALL = 'pip install "socwork-standard[pdf]"'


def as_pdf(page: Page, *, language: Language, title: str, landscape: bool = False) -> bytes:
    """The page as PDF, with page numbers; the same page gives the same bytes.

    A `Break` begins a new sheet, and tables run over sheets with their headings repeated.  Raises `MissingExtra`
    where typst is not installed.
    """
    return _compiled([page], language, title, landscape=landscape, one=False)


def as_one_sheet(pages: Sequence[Page], *, language: Language, title: str) -> bytes:
    """The first of these pages that fits on one sheet of A4, as PDF; give the longest first.

    Where none fits, the last is made smaller until it does.  Raises `MissingExtra` where typst is not installed.
    """
    return _compiled(pages, language, title, landscape=False, one=True)


def _compiled(pages: Iterable[Page], language: Language, title: str, *, landscape: bool, one: bool) -> bytes:
    given = {
        "title": title,
        "language": language,
        "landscape": landscape,
        "one": one,
        "pages": [[_data(block) for block in page] for page in pages],
    }
    compiler, template = _compiler()
    written = compiler.compile(
        template,
        format="pdf",
        sys_inputs={"page": json.dumps(given, ensure_ascii=False).encode("utf-8", "replace").decode()},
        timestamp=0,
    )
    if not isinstance(written, bytes):  # pragma: no cover - a PDF is always one file
        raise TypeError(type(written))
    return written


@cache
def _compiler() -> "tuple[typst.Compiler, bytes]":
    """The typesetter with its template, made once; fonts of the machine are left aside, so that all machines agree."""
    try:
        import typst
    except ImportError:
        raise MissingExtra(
            "PDF files need {library}, which is not installed.",
            mend="Type: {install}",
            library="typst",
            install=INSTALL,
        ) from None
    template = (files("socwork_standard.reports") / "page.typ").read_bytes()
    return typst.Compiler(ignore_system_fonts=True), template


def _data(block: Block) -> dict[str, Any]:
    """A block as the template reads it."""
    return {"kind": type(block).__name__.lower(), **asdict(block)}
