"""What the tests of the web share: where the server is called, a person, and forms about that person."""

from __future__ import annotations

from typing import Any

DAY = "2025-06-01"
QUESTION: dict[str, Any] = {
    "record": {
        "id": "0417",
        "education": [
            {
                "level": "tve_specialist",
                "speciality": "Әлеуметтік жұмыс",
                "qualification": "Әлеуметтік жұмыскер",
                "completed": "2015-06-30",
            }
        ],
        "experience": [],
        "training": [],
    },
    "card": 13,
    "category": "none",
    "as_of": DAY,
}
FORM: dict[str, str] = {
    "do": "check",
    "card": "13",
    "category": "none",
    "day": DAY,
    "id": "0417",
    "education.state": "list",
    "education.0.level": "tve_specialist",
    "education.0.speciality": "Әлеуметтік жұмыс",
    "education.0.qualification": "Әлеуметтік жұмыскер",
    "education.0.completed": "30.06.2015",
    "experience.state": "none",
    "training.state": "none",
}
"""The same person, as typed into the page."""


def in_language(path: str, language: str) -> str:
    """Give the address of a page in a language."""
    return f"{path}{'&' if '?' in path else '?'}lang={language}"
