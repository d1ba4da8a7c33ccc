"""Small programmes and decisions for the tests of coverage."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from socwork_standard.curriculum.links import held_edition, text_sha256
from socwork_standard.curriculum.mapping import map_curriculum
from socwork_standard.data.load import load_standard
from socwork_standard.model.curriculum import Course, Curriculum, MappedOutcome
from socwork_standard.model.review import MappingDecision, Said
from socwork_standard.programme.coverage import Coverage, coverage_of

if TYPE_CHECKING:
    from collections.abc import Sequence

STANDARD = load_standard()
EDITION = held_edition(STANDARD)
DAY = date(2026, 11, 21)
SLUGS = sorted(STANDARD.competencies)
TEXTS = (
    "Works out an individual plan of work with the family",
    "Оказывает доврачебную помощь, измеряет артериальное давление и пульс",
    "Супервизия топтарының жұмысын ұйымдастырады",
    "Организует лечебное и диетическое питание с соблюдением санитарных норм",
    "Solves systems of linear equations",
)


@dataclass(frozen=True, slots=True)
class Made:
    """A curriculum, its mapped outcomes and the decisions on them."""

    curriculum: Curriculum
    outcomes: tuple[MappedOutcome, ...]
    decisions: tuple[MappingDecision, ...]

    def coverage(self, card: int | None = None) -> Coverage:
        """The coverage on a fixed day."""
        return coverage_of(self.curriculum, self.outcomes, self.decisions, STANDARD, card=card, on=DAY)

    def also(self, *news: MappingDecision) -> Made:
        """The same with further decisions."""
        return replace(self, decisions=(*self.decisions, *news))


def made(courses: Sequence[Course], decisions: Sequence[MappingDecision] = (), level: str = "higher") -> Made:
    """A programme of these courses; each text is mapped once for all tests."""
    programme = {"title": "A programme", "level": level}
    curriculum = Curriculum.model_validate({"programme": programme, "courses": courses})
    outcomes = tuple(
        replace(mapped(asked.text), course=asked.course, outcome=asked.outcome)
        for asked in curriculum.outcomes()
    )
    return Made(curriculum, outcomes, tuple(decisions))


@cache
def mapped(words: str) -> MappedOutcome:
    """The suggestions for a text."""
    course = {"code": "A", "title": "A", "outcomes": [{"id": "1", "text": words}]}
    curriculum = Curriculum.model_validate({"programme": {"title": "A"}, "courses": [course]})
    return map_curriculum(curriculum, standard=STANDARD).outcomes[0]


def course(code: str, *texts: str, credits_: float | None = 5, semester: int | None = 1) -> Course:
    """A course with an outcome for each text."""
    outcomes = [{"id": f"LO{number}", "text": words} for number, words in enumerate(texts, start=1)]
    return Course.model_validate(
        {
            "code": code,
            "title": f"Course {code}",
            "credits": credits_,
            "semester": semester,
            "outcomes": outcomes,
        }
    )


def said(
    where: Course, number: int, competency: str, decision: Said = "confirmed", by: str = "first reader"
) -> MappingDecision:
    """A decision on an outcome of a course (numbered from 0) as it is worded now."""
    outcome = where.outcomes[number]
    return MappingDecision(
        course=where.code,
        outcome=outcome.id,
        competency=competency,
        decision=decision,
        by=by,
        on=date(2026, 11, 20),
        edition=EDITION,
        text_sha256=text_sha256(outcome.text),
    )


@st.composite
def programmes(draw: st.DrawFn) -> Made:
    """A programme with decisions: on suggestions and on others, by two people, some on an older text."""
    found = []
    for number in range(draw(st.integers(1, 4))):
        texts = draw(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=3))
        credit = draw(st.sampled_from((None, 2.5, 4, 5)))
        semester = draw(st.sampled_from((None, 1, 2, 3)))
        found.append(course(f"C{number}", *texts, credits_=credit, semester=semester))
    decisions = draw(st.lists(_decisions(found), max_size=12))
    unique = {(one.course, one.outcome, one.competency, one.by): one for one in decisions}
    return made(found, tuple(unique.values()))


@st.composite
def _decisions(draw: st.DrawFn, courses: list[Course]) -> MappingDecision:
    where = draw(st.sampled_from(courses))
    number = draw(st.integers(0, len(where.outcomes) - 1))
    suggested = [one.competency for one in mapped(where.outcomes[number].text).suggestions]
    competency = draw(st.sampled_from(suggested or SLUGS) | st.sampled_from(SLUGS))
    word: Said = draw(st.sampled_from(("confirmed", "rejected", "added")))
    one = said(where, number, competency, word, draw(st.sampled_from(("first reader", "second reader"))))
    old = draw(st.sampled_from((False, False, False, True)))
    return one.model_copy(update={"text_sha256": "0" * 64}) if old else one
