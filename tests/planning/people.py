"""People for the tests of plans: ready ones and generated ones."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

DAY = date(2025, 7, 1)
BACHELOR: dict[str, Any] = {
    "id": "1",
    "education": [{"level": "higher", "speciality": "social-work", "completed": "2025-06-30"}],
    "experience": [],
    "training": [],
}
MASTER: dict[str, Any] = {
    "id": "2",
    "education": [
        {"level": "higher", "speciality": "social-work", "completed": "2023-06-30"},
        {
            "level": "master",
            "speciality": "social-work",
            "qualification": "social-work",
            "completed": "2025-06-30",
        },
    ],
    "experience": [],
    "training": [],
}
ASSISTANT: dict[str, Any] = {
    "id": "3",
    "education": [{"level": "general_secondary", "completed": "2020-06-30"}],
    "experience": [
        {
            "position": "personal-assistant",
            "social_protection": True,
            "start": "2023-01-01",
            "end": "ongoing",
        }
    ],
    "training": [{"kind": "short_course", "completed": "2022-12-01"}],
}
LEVELS = (
    "primary",
    "basic_secondary",
    "general_secondary",
    "tve_worker",
    "tve_specialist",
    "post_secondary",
    "higher",
    "master",
)
SPECIALITIES = ("social-work", "nursing", "pedagogy-and-psychology", "sociology", "law", None)
POSTS = (
    "personal-assistant",
    "social-worker-assistant",
    "social-worker",
    "case-manager",
    "social-work-specialist",
    "accountant",
)
TARGETS = (
    (9, "none"),
    (10, "none"),
    (12, "second"),
    (13, "none"),
    (13, "first"),
    (14, "second"),
    (15, "none"),
    (15, "highest"),
    (16, "none"),
    (17, "none"),
    (18, "none"),
)


def _days(first: date = date(2008, 1, 1), last: date = DAY + timedelta(days=400)) -> st.SearchStrategy[date]:
    return st.dates(first, last)


@st.composite
def _diploma(draw: st.DrawFn) -> dict[str, Any]:
    level = draw(st.sampled_from(LEVELS))
    entry: dict[str, Any] = {"level": level}
    if level not in LEVELS[:3]:
        speciality = draw(st.sampled_from(SPECIALITIES))
        if speciality:
            entry["speciality"] = speciality
    shape = draw(st.sampled_from(("day", "day", "year", "none")))
    if shape != "none":
        day = draw(_days())
        entry["completed"] = day.isoformat() if shape == "day" else str(day.year)
    return entry


@st.composite
def _work(draw: st.DrawFn) -> dict[str, Any]:
    start = draw(_days(last=DAY))
    entry: dict[str, Any] = {"position": draw(st.sampled_from(POSTS)), "start": start.isoformat()}
    category = draw(st.sampled_from(("none", "second", "first", "highest", None)))
    if category:
        entry["category"] = category
    known = draw(st.sampled_from((True, True, False, None)))
    if known is not None:
        entry["social_protection"] = known
    ending = draw(st.sampled_from(("ongoing", "day", "day", "none")))
    if ending == "ongoing":
        entry["end"] = "ongoing"
    elif ending == "day":
        entry["end"] = (start + timedelta(days=draw(st.integers(0, 3000)))).isoformat()
    return entry


_COURSES = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(("short_course", "retraining", "management_certificate", "other")),
        "completed": _days().map(date.isoformat),
    }
)


@st.composite
def people(draw: st.DrawFn) -> dict[str, Any]:
    """Return a staff record with exact and inexact facts, some of them not known."""
    record: dict[str, Any] = {"id": "x", "education": draw(st.lists(_diploma(), max_size=3))}
    if draw(st.booleans()):
        record["experience"] = draw(st.lists(_work(), max_size=3))
    if draw(st.booleans()):
        record["training"] = draw(st.lists(_COURSES, max_size=2))
    return record
