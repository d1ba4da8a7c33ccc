"""Asking for mappings briefly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from socwork_standard import Curriculum, load_standard
from socwork_standard.curriculum.index import index_of
from socwork_standard.curriculum.mapping import map_curriculum

if TYPE_CHECKING:
    from socwork_standard.model.curriculum import MappedOutcome

STANDARD = load_standard()
INDEX = index_of(STANDARD)


def programme(*texts: str, **course: Any) -> Curriculum:  # noqa: ANN401 - any key of a course
    """A programme with one course and these outcomes."""
    outcomes = [{"id": f"LO{number}", "text": text} for number, text in enumerate(texts, 1)]
    return Curriculum.model_validate(
        {
            "programme": {"title": "P"},
            "courses": [{"code": "C1", "title": "C", "outcomes": outcomes, **course}],
        }
    )


def mapped(text: str, top: int = 5) -> MappedOutcome:
    """One outcome, mapped."""
    return map_curriculum(programme(text), top).outcomes[0]


def slugs(text: str, top: int = 5) -> list[str]:
    """The competencies suggested for a text, best first."""
    return [one.competency for one in mapped(text, top).suggestions]
