"""Small documents made by the libraries that people's programs resemble."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest

FONT = "DejaVu Sans"


@pytest.fixture
def word() -> Callable[[Callable[[Any], None]], bytes]:
    """Return a maker of .docx files: it gets what fills the document."""
    docx = pytest.importorskip("docx")

    def made(fill: Callable[[Any], None]) -> bytes:
        document = docx.Document()
        fill(document)
        file = io.BytesIO()
        document.save(file)
        return file.getvalue()

    return made


@pytest.fixture
def pdf() -> Callable[[str], bytes]:
    """Return a maker of PDF files from the text of a typst document."""
    typst = pytest.importorskip("typst")

    def made(source: str) -> bytes:
        content = typst.compile(source.encode())
        assert isinstance(content, bytes)
        return content

    return made
