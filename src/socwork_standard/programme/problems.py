"""Every code of a problem in a curriculum as it is read: the source of docs/reference/curriculum-problems.md.

The messages and the mends stand in the catalogues of texts under `programme.CODE` and `programme.CODE.mend`.
"""

from dataclasses import dataclass, field
from typing import Any

from socwork_standard.documents.place import Place
from socwork_standard.i18n import text
from socwork_standard.model.base import Language
from socwork_standard.model.problem import Kind, Severity

GROUPS = {"C1": "Files, sheets and columns", "C2": "Courses", "C3": "Outcomes", "C4": "The programme"}
_LONGEST = 200


KINDS = (
    Kind("C101", "notice", "a sheet was not read", "It holds no table of courses and nothing of the programme."),
    Kind(
        "C102", "notice", "a column was not read",
        "Its heading is no field of a curriculum in any of the three languages. Its cells are among what was not used.",
    ),
    Kind(
        "C103", "error", "a heading is nearly one that is known",
        "The column was not read; a letter may be wrong in its heading.",
    ),
    Kind("C104", "error", "two columns for one field", "The first column of the field was read, this one was not."),
    Kind("C105", "error", "a page is a picture", "The page of the PDF is a scan without text; nothing of it was read."),
    Kind(
        "C106", "error", "letters were lost in the encoding",
        "The text was saved in an encoding without Kazakh letters: question marks stand in their places.",
    ),
    Kind(
        "C107", "notice", "a text without headings",
        "No line names a course or a list of outcomes, so every line was taken as an outcome of one course.",
    ),
    Kind("C108", "error", "a formula gives an error", "The cell holds #N/A, #REF! or the like: it was read as empty."),
    Kind("C109", "error", "NUL bytes in a row", "The file was damaged; the bytes were left out, the rest was used."),
    Kind(
        "C110", "error", "a quote opens and never closes",
        "The columns of the row cannot be told apart. The row was not used.",
    ),
    Kind("C111", "notice", "quotes inside a cell are not doubled", "The row was read with its quotes left out."),
    Kind(
        "C112", "error", "a formula whose value the file does not keep",
        "No spreadsheet has counted the formulas of the file: the cell was read as empty.",
    ),
    Kind(
        "C202", "error", "one code for two courses",
        "Two courses have the same code and different titles. The second one was kept under a code of its own.",
    ),
    Kind("C203", "notice", "a course without a code", "It was numbered by its place in the file."),
    Kind("C204", "error", "a course without a title", "Its code stands for its title."),
    Kind("C205", "error", "no number of credits", "The credits cannot be read; they are not known."),
    Kind("C206", "error", "no semester", "One semester from 1 to 20 is expected; it is not known."),
    Kind("C207", "error", "an unknown language", "It is kk, ru or en; it is left to detection."),
    Kind(
        "C208", "error", "a course contradicts itself",
        "A later row gives another value for the same field of the course; the first one was kept.",
    ),
    Kind("C301", "error", "an outcome outside any course", "No course stands above it. It was not used."),
    Kind(
        "C302", "error", "one id for two outcomes of a course",
        "The second outcome was kept under an id of its own.",
    ),
    Kind("C303", "notice", "the same outcome twice in a course", "It was kept once."),
    Kind("C304", "error", "an outcome without words", "An id stands there and nothing else. It was not used."),
    Kind("C401", "notice", "the programme has no title", "The name of the file stands for it."),
    Kind(
        "C402", "error", "the programme contradicts itself",
        "Another value for the same field stands before; the first one was kept.",
    ),
    Kind("C403", "error", "an unknown education level", "The level of the award is not known."),
)  # fmt: skip

CATALOGUE: dict[str, Kind] = {kind.code: kind for kind in KINDS}


@dataclass(frozen=True, slots=True)
class CurriculumProblem:
    """One thing that a person should look at: where it stands, what stands there, and how to mend it."""

    code: str
    place: Place
    value: str = ""
    values: dict[str, Any] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        """Whether something written is not used as it stands (`error`), or only told (`notice`)."""
        return CATALOGUE[self.code].severity

    def message(self, language: Language) -> str:
        """What is wrong."""
        shown = self.value if len(self.value) <= _LONGEST else self.value[:_LONGEST] + "…"
        return text(language, f"programme.{self.code}", value=shown, **self.values)

    def mend(self, language: Language) -> str:
        """How to mend it."""
        return text(language, f"programme.{self.code}.mend")

    def line(self, language: Language) -> str:
        """One line of all that is known: place, code, message and mend."""
        where = self.place.words(language)
        said = f"{self.code} {self.message(language)} {self.mend(language)}".strip()
        return f"{where}: {said}" if where else said

    def as_dict(self, language: Language) -> dict[str, Any]:
        """The problem as JSON holds it."""
        return {
            "code": self.code,
            "severity": self.severity,
            "place": self.place.as_dict(),
            "value": self.value,
            "message": self.message(language),
            "mend": self.mend(language),
        }
