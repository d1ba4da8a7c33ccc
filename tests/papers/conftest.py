"""A checked register, and the words of a PDF."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from typing import Any

import pdfplumber
import pytest

from socwork_standard.cli.checking import words_of
from socwork_standard.eligibility.check import Checker
from socwork_standard.model.base import Language
from socwork_standard.register.check import check_register
from socwork_standard.reports.register import RegisterReport

STAFF: tuple[dict[str, Any], ...] = (
    {
        "id": "7001",
        "unit": "№ 1 бөлімше",
        "education": [{"level": "higher", "speciality": "Соцработа и что-то ещё", "country": "RU"}],
        "experience": [
            {
                "position": "social-work-specialist",
                "category": "second",
                "social_protection": True,
                "start": "2015-01-01",
                "end": "ongoing",
            }
        ],
        "training": [],
    },
    {"id": "7002", "post": "head-of-unit", "education": [], "experience": [], "training": []},
    {"id": "7003"},
    {
        "id": "7004",
        "post": "personal-assistant",
        "education": [{"level": "general_secondary", "completed": "2001"}],
        "training": [{"kind": "short_course", "completed": "2010"}],
    },
)


@pytest.fixture(scope="session")
def report_of() -> Callable[..., RegisterReport]:
    """Return a maker of reports on people."""
    checker = Checker()

    def make(
        staff: tuple[Mapping[str, Any], ...] = STAFF,
        language: Language = "ru",
        cards: Any = "held",  # noqa: ANN401
        day: str = "2025-06-01",
    ) -> RegisterReport:
        result = check_register(staff, cards=cards, as_of=day, language=language)
        return RegisterReport(result, words_of(checker, language))

    return make


@pytest.fixture(scope="session")
def words_on() -> Callable[[bytes], list[str]]:
    """Return a reader of a PDF: the words of each page."""

    def read(content: bytes) -> list[str]:
        with pdfplumber.open(io.BytesIO(content)) as book:
            return [" ".join(page.extract_text().split()) for page in book.pages]

    return read
