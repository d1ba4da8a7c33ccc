"""A small curriculum and decisions on it, for the tests of reviews."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from socwork_standard import Curriculum, load_standard
from socwork_standard.curriculum.decisions import DecisionsFile
from socwork_standard.curriculum.links import held_edition, text_sha256
from socwork_standard.curriculum.session import Reviewer, Session
from socwork_standard.model.review import MappingDecision

STANDARD = load_standard()
EDITION = held_edition(STANDARD)
MAP = "Develops a resource map of the family"
TEAM = "Interacts with the multidisciplinary team"
NOTHING = "Solves systems of linear equations"
YAML = f"""\
programme: {{title: Small, language: en}}
courses:
  - code: A1
    title: Case work
    outcomes:
      - {{id: LO1, text: {MAP}}}
      - {{id: LO2, text: {TEAM}}}
  - code: B2
    title: Other course
    outcomes:
      - {{id: LO1, text: "{MAP.upper()}."}}
      - {{id: LO2, text: {NOTHING}}}
"""
PLACES = (("A1", "LO1", MAP), ("A1", "LO2", TEAM), ("B2", "LO1", MAP.upper() + "."), ("B2", "LO2", NOTHING))


def curriculum(**texts: str) -> Curriculum:
    """The small curriculum; `A1_LO1="…"` gives an outcome another text."""
    courses: dict[str, dict[str, Any]] = {}
    for course, outcome, words in PLACES:
        listed = courses.setdefault(course, {"code": course, "title": course, "outcomes": []})["outcomes"]
        listed.append({"id": outcome, "text": texts.get(f"{course}_{outcome}", words)})
    programme = {"title": "Small", "language": "en"}
    return Curriculum.model_validate({"programme": programme, "courses": list(courses.values())})


def decision(competency: str = "develop-resource-map", **other: Any) -> MappingDecision:  # noqa: ANN401
    """A decision on the first outcome; any key may be given another value."""
    value = {
        "course": "A1",
        "outcome": "LO1",
        "competency": competency,
        "decision": "confirmed",
        "by": "one",
        "on": date(2026, 11, 16),
        "edition": EDITION,
        "text_sha256": text_sha256(MAP),
    }
    return MappingDecision.model_validate({**value, **other})


def session(path: Path, by: str = "one", on: date = date(2026, 11, 16), **other: Any) -> Session:  # noqa: ANN401
    """A review of the small curriculum with its decisions in `path`."""
    of = other.pop("of", None) or curriculum()
    return Session(STANDARD, of, DecisionsFile(path, of), Reviewer(by, on), **other)
