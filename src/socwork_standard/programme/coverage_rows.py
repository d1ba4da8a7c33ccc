"""The rows of the views of coverage: a group of competencies, one competency, a course, a semester."""

from dataclasses import dataclass

from socwork_standard.model.coverage import (
    CompetencyDict,
    CourseCellDict,
    CourseDict,
    CoverState,
    GroupDict,
    OutcomesDict,
    OverTaughtDict,
    SemesterDict,
)
from socwork_standard.programme.coverage_cells import Counts, Credits, Links, plain, state_of, unseen


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A card, function, skill, technology or kind of service, with its competencies."""

    id: str
    competencies: tuple[str, ...]
    counts: Counts
    courses: tuple[str, ...]
    open_courses: tuple[str, ...]
    credits: Credits

    def as_dict(self) -> GroupDict:
        """The row as JSON holds it."""
        return {
            "id": self.id,
            "competencies": len(self.competencies),
            "counts": self.counts.as_dict(),
            "courses": list(self.courses),
            "open_courses": list(self.open_courses),
            "credits": self.credits.as_dict(),
        }


@dataclass(frozen=True, slots=True)
class CourseCell:
    """A course that has to do with a competency."""

    course: str
    links: Links

    @property
    def state(self) -> CoverState:
        """Confirmed, suggested or rejected_only."""
        return state_of(self.links)

    def outcomes(self, *states: str) -> tuple[str | None, ...]:
        """The outcomes whose links have one of these states."""
        return tuple(link.outcome for link in self.links if link.state in states)

    def as_dict(self) -> CourseCellDict:
        """The cell as JSON holds it."""
        return {
            "course": self.course,
            "state": self.state,
            "not_reviewed": unseen(self.links),
            "outcomes": [link.outcome for link in self.links if state_of((link,)) == self.state],
        }


@dataclass(frozen=True, slots=True)
class CompetencyRow:
    """A competency with the courses that have to do with it."""

    competency: str
    items: tuple[str, ...]
    state: CoverState
    not_reviewed: bool
    courses: tuple[CourseCell, ...]
    credits: Credits

    @property
    def confirmed_in(self) -> int:
        """In how many courses it is confirmed."""
        return sum(one.state == "confirmed" for one in self.courses)

    def as_dict(self) -> CompetencyDict:
        """The row as JSON holds it."""
        return {
            "competency": self.competency,
            "items": list(self.items),
            "state": self.state,
            "not_reviewed": self.not_reviewed,
            "courses": [one.as_dict() for one in self.courses],
            "credits": self.credits.as_dict(),
        }


@dataclass(frozen=True, slots=True)
class OutcomeCounts:
    """How far outcomes are reviewed; the four sum to their number."""

    reviewed: int
    begun: int
    not_reviewed: int
    no_match: int

    @property
    def number(self) -> int:
        """How many outcomes there are."""
        return self.reviewed + self.begun + self.not_reviewed + self.no_match

    def as_dict(self) -> OutcomesDict:
        """The counts as JSON holds them."""
        return {
            "number": self.number,
            "reviewed": self.reviewed,
            "begun": self.begun,
            "not_reviewed": self.not_reviewed,
            "no_match": self.no_match,
        }


@dataclass(frozen=True, slots=True)
class CourseRow:
    """A course against all competencies asked for."""

    code: str
    title: str
    semester: int | None
    credits: float | None
    counts: Counts
    outcomes: OutcomeCounts

    @property
    def touches(self) -> bool:
        """Is anything of the standard confirmed or open in it?"""
        return bool(self.counts.confirmed or self.counts.suggested)

    def as_dict(self) -> CourseDict:
        """The row as JSON holds it."""
        return {
            "course": self.code,
            "title": self.title,
            "semester": self.semester,
            "credits": None if self.credits is None else plain(self.credits),
            "counts": self.counts.as_dict(),
            "outcomes": self.outcomes.as_dict(),
        }


@dataclass(frozen=True, slots=True)
class SemesterRow:
    """A semester against all competencies asked for; `semester` is None where the courses do not say it."""

    semester: int | None
    courses: tuple[str, ...]
    credits: float
    counts: Counts
    first_confirmed: int
    confirmed_so_far: int

    def as_dict(self) -> SemesterDict:
        """The row as JSON holds it."""
        return {
            "semester": self.semester,
            "courses": list(self.courses),
            "credits": plain(self.credits),
            "counts": self.counts.as_dict(),
            "first_confirmed": self.first_confirmed,
            "confirmed_so_far": self.confirmed_so_far,
        }


@dataclass(frozen=True, slots=True)
class OverTaught:
    """Competencies confirmed in `least_courses` courses or more: three at least, and more than twice the median."""

    median: float
    least_courses: int
    competencies: tuple[str, ...]

    def as_dict(self) -> OverTaughtDict:
        """The finding as JSON holds it."""
        return {
            "median": plain(self.median),
            "least_courses": self.least_courses,
            "competencies": list(self.competencies),
        }
