"""What reading a curriculum gives: the curriculum, what a person should look at, and what was not used."""

from dataclasses import dataclass
from typing import Any

from socwork_standard.documents.place import Place
from socwork_standard.errors import InputError
from socwork_standard.model.base import Language
from socwork_standard.model.curriculum import Curriculum
from socwork_standard.programme.problems import CurriculumProblem


@dataclass(frozen=True, slots=True)
class Note:
    """A line or cell of the source that is in no course and no outcome: a title, a footer, an hour plan, …"""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class ReadCurriculum:
    """A curriculum with what was noticed on the way.

    Every line or cell of the source that holds anything is in `curriculum`, or named in `problems`, or in `notes`
    (not used).
    """

    curriculum: Curriculum
    problems: tuple[CurriculumProblem, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def errors(self) -> tuple[CurriculumProblem, ...]:
        """The problems because of which something written is not used as it stands."""
        return tuple(one for one in self.problems if one.severity == "error")

    def problems_as_list(self, language: Language) -> list[dict[str, Any]]:
        """The problems as JSON holds them."""
        return [one.as_dict(language) for one in self.problems]

    def notes_as_list(self) -> list[dict[str, Any]]:
        """What was not used, as JSON holds it."""
        return [{"place": one.place.as_dict(), "text": one.text} for one in self.notes]


def nothing_found(name: str, first: str) -> InputError:
    """The error for a file in which no course is found."""
    return InputError(
        "no course was found: no headings of a table of courses (course code, course title, credits, learning "
        "outcomes), no line that names a course, no list of learning outcomes. It begins with: {first}",
        name,
        "Write headings as `socwork template curriculum` does, in Kazakh, Russian or English.",
        first=first[:200] or "–",
    )
