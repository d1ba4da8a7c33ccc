"""Fixtures that make small files as people's programs write them."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest


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
