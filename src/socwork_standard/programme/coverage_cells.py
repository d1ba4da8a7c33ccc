"""The cells of coverage: the links between competencies and courses, and where they leave a competency."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from math import fsum

from socwork_standard.curriculum.links import OPEN, Link
from socwork_standard.model.coverage import CountsDict, CoverState, CreditsDict
from socwork_standard.model.curriculum import Course

Links = tuple[Link, ...]


def state_of(found: Links) -> CoverState:
    """Where links leave a competency: one confirmed covers it, else one open keeps it open."""
    states = {link.state for link in found}
    if "confirmed" in states:
        return "confirmed"
    if states & OPEN:
        return "suggested"
    return "rejected_only" if states else "gap"


def unseen(found: Links) -> bool:
    """Is there a suggestion about which nobody has said anything, and nothing else?"""
    return state_of(found) == "suggested" and not any(link.decisions for link in found)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many competencies stand where.  `not_reviewed` are those of `suggested` that nobody has looked at."""

    confirmed: int = 0
    suggested: int = 0
    not_reviewed: int = 0
    rejected_only: int = 0
    gap: int = 0

    @property
    def number(self) -> int:
        """How many competencies there are."""
        return self.confirmed + self.suggested + self.rejected_only + self.gap

    @property
    def begun(self) -> int:
        """How many are open and somebody has said something about them."""
        return self.suggested - self.not_reviewed

    def as_dict(self) -> CountsDict:
        """The counts as JSON holds them."""
        return {
            "confirmed": self.confirmed,
            "suggested": self.suggested,
            "not_reviewed": self.not_reviewed,
            "rejected_only": self.rejected_only,
            "gap": self.gap,
        }


@dataclass(frozen=True, slots=True)
class Credits:
    """Credits of whole courses: with something confirmed, and of the further ones with something open."""

    confirmed: float
    suggested: float
    courses_without_credits: int

    def as_dict(self) -> CreditsDict:
        """The credits as JSON holds them."""
        return {
            "confirmed": plain(self.confirmed),
            "suggested": plain(self.suggested),
            "courses_without_credits": self.courses_without_credits,
        }


def plain(number: float) -> float:
    """A whole number without its `.0`."""
    return int(number) if number == int(number) else number


def amount(number: float) -> str:
    """A number of credits in words: no `.0`, no exponent, at most two decimals."""
    return f"{number:.2f}".rstrip("0").rstrip(".")


class Grid:
    """The links of every competency with every course."""

    def __init__(self, courses: Iterable[Course], found: Iterable[Link]) -> None:
        self.courses: dict[str, Course] = {course.code: course for course in courses}
        self._cells: dict[str, dict[str, list[Link]]] = {}
        for link in found:
            self._cells.setdefault(link.competency, {}).setdefault(link.course, []).append(link)

    def cell(self, competency: str, course: str) -> Links:
        """The links of one competency with one course."""
        return tuple(self._cells.get(competency, {}).get(course, ()))

    def touched(self, competency: str) -> tuple[str, ...]:
        """The courses linked with a competency, in the order of the curriculum."""
        cells = self._cells.get(competency, {})
        return tuple(code for code in self.courses if code in cells)

    def links(self, competency: str, courses: Collection[str] | None = None) -> Links:
        """The links of a competency with some courses, or with all."""
        cells = self._cells.get(competency, {})
        if courses is None:
            codes: Iterable[str] = cells
        elif len(courses) < len(cells):
            codes = (code for code in courses if code in cells)
        else:
            codes = (code for code in cells if code in courses)
        return tuple(link for code in codes for link in cells[code])

    def counts(self, competencies: Iterable[str], courses: Collection[str] | None = None) -> Counts:
        """Where competencies stand by some courses, or by all."""
        numbers = dict.fromkeys(("confirmed", "suggested", "rejected_only", "gap"), 0)
        fresh = 0
        among = None if courses is None else dict.fromkeys(courses)
        for competency in competencies:
            found = self.links(competency, among)
            state = state_of(found) if found else "gap"
            numbers[state] += 1
            fresh += state == "suggested" and unseen(found)
        return Counts(**numbers, not_reviewed=fresh)

    def forming(self, competencies: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The courses with something confirmed of these, and the further ones with something open."""
        sure: set[str] = set()
        maybe: set[str] = set()
        for competency in competencies:
            for code in self._cells.get(competency, {}):
                state = state_of(self.cell(competency, code))
                (sure if state == "confirmed" else maybe if state == "suggested" else set()).add(code)
        return (
            tuple(code for code in self.courses if code in sure),
            tuple(code for code in self.courses if code in maybe - sure),
        )

    def credits(self, sure: Collection[str], maybe: Collection[str]) -> Credits:
        """The credits of courses with something confirmed, and of the further ones with something open."""
        unknown = sum(self.courses[code].credits is None for code in (*sure, *maybe))
        return Credits(self.sum_of(sure), self.sum_of(maybe), unknown)

    def sum_of(self, codes: Iterable[str]) -> float:
        """The credits of courses, as far as known."""
        return fsum(self.courses[code].credits or 0 for code in codes)
