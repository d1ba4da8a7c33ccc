"""Small documents made by the libraries that people's programs resemble."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FONT = "DejaVu Sans"


@pytest.fixture
def pdf() -> Callable[[str], bytes]:
    """Return a maker of PDF files from the text of a typst document."""
    typst = pytest.importorskip("typst")

    def made(source: str) -> bytes:
        content = typst.compile(source.encode())
        assert isinstance(content, bytes)
        return content

    return made
