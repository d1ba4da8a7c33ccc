"""A curriculum: a programme, its courses and their learning outcomes; and what a mapping of it says."""

from collections import Counter
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, model_validator

from socwork_standard.model.base import Language, Model
from socwork_standard.model.mapping import CoverageDict, MappedOutcomeDict, MappingDict, SuggestionDict
from socwork_standard.text import nfc

State = Literal["suggested", "no_match"]
Confidence = Literal["strong", "weak"]


def _known(value: Any) -> Any:  # noqa: ANN401 - a validator sees whatever the file holds
    """An empty cell or key is not known."""
    return None if isinstance(value, str) and not value.strip() else value


Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(nfc)]
Key = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(nfc)]
Optional = Annotated[Words | None, BeforeValidator(_known)]
MaybeLanguage = Annotated[Language | None, BeforeValidator(_known)]


class Outcome(Model):
    """What a student can do or knows after a course."""

    id: Key = Field(description="the outcome's number, unique in its course")
    text: Words = Field(description="the outcome's words")
    language: MaybeLanguage = Field(None, description="kk, ru or en; else that of the course, or detected")


class Course(Model):
    """One course with its outcomes; a course without outcomes is mapped by its title and description."""

    code: Key = Field(description="the course's code, unique in the programme")
    title: Words = Field(description="the course's title")
    credits: Annotated[float | None, BeforeValidator(_known)] = Field(
        None, ge=0, description="academic credits"
    )
    semester: Annotated[int | None, BeforeValidator(_known)] = Field(
        None, ge=1, description="the semester in which it is taught, counted from 1"
    )
    description: Optional = Field(None, description="what the course is about")
    language: MaybeLanguage = Field(None, description="kk, ru or en; else that of the programme, or detected")
    outcomes: tuple[Outcome, ...] = Field((), description="its learning outcomes, each mapped by itself")

    @model_validator(mode="after")
    def _once(self) -> "Course":
        _unique("outcome", [one.id for one in self.outcomes], f"course {self.code}")
        return self


class Programme(Model):
    """The programme that the courses belong to, and what its graduates receive."""

    title: Words = Field(description="the programme's title")
    level: Optional = Field(None, description="education level of the award (vocabulary)")
    speciality: Optional = Field(None, description="speciality of the award, as on the diploma, or a slug")
    speciality_code: Optional = Field(
        None, description="classifier code of the speciality or group of programmes"
    )
    qualification: Optional = Field(None, description="qualification awarded, as on the diploma, or a slug")
    language: MaybeLanguage = Field(None, description="kk, ru or en; a course or outcome may say otherwise")


class Curriculum(Model):
    """A programme with its courses, in the order of the file."""

    programme: Programme = Field(description="the programme")
    courses: tuple[Course, ...] = Field(min_length=1, description="its courses, in the order of the file")

    @model_validator(mode="after")
    def _once(self) -> "Curriculum":
        _unique("course", [course.code for course in self.courses], "the programme")
        return self

    def outcomes(self) -> "list[Asked]":
        """What is to be mapped, in the order of the file; a course without outcomes stands for itself."""
        found = []
        for course in self.courses:
            spoken = course.language or self.programme.language
            if not course.outcomes:
                said = " ".join(part for part in (course.title, course.description) if part)
                found.append(Asked(course.code, None, said, spoken))
            found.extend(
                Asked(course.code, one.id, one.text, one.language or spoken) for one in course.outcomes
            )
        return found


def _unique(what: str, names: list[str], where: str) -> None:
    twice = [name for name, times in Counter(names).items() if times > 1]
    if twice:
        message = (
            f"the {what} {twice[0]!r} stands {names.count(twice[0])} times in {where}; give each its own"
        )
        raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Asked:
    """One text to be mapped: an outcome, or a course without outcomes (then `outcome` is None)."""

    course: str
    outcome: str | None
    text: str
    language: Language | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A word of the outcome, as it stands there, with the word of the competency's label that it matches.

    `by` says how: the same stem, two words of one term of the field (vocabulary `terms`), or a like spelling.
    """

    word: str
    label_word: str
    by: Literal["stem", "term", "spelling"]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A competency that an outcome may form.  Only a person can confirm it."""

    competency: str
    items: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    confidence: Confidence

    def as_dict(self) -> SuggestionDict:
        """The suggestion as JSON holds it."""
        return {
            "competency": self.competency,
            "items": list(self.items),
            "evidence": list(dict.fromkeys(one.word for one in self.evidence)),
            "matches": [
                {"word": one.word, "label_word": one.label_word, "by": one.by} for one in self.evidence
            ],
            "confidence": self.confidence,
        }


@dataclass(frozen=True, slots=True)
class MappedOutcome:
    """An outcome with its suggestions, best first; none where it shares nothing specific with the standard."""

    course: str
    outcome: str | None
    text: str
    language: Language
    suggestions: tuple[Suggestion, ...]

    @property
    def state(self) -> State:
        """`suggested`, or `no_match` where there is no suggestion."""
        return "suggested" if self.suggestions else "no_match"

    def as_dict(self) -> MappedOutcomeDict:
        """The outcome as JSON holds it."""
        return {
            "course": self.course,
            "outcome": self.outcome,
            "language": self.language,
            "state": self.state,
            "suggestions": [one.as_dict() for one in self.suggestions],
        }


@dataclass(frozen=True, slots=True)
class CardCoverage:
    """How many of a card's competencies stand where; the four counts sum to the number of its competencies."""

    confirmed: int
    suggested: int
    rejected_only: int
    gap: int

    def as_dict(self) -> CoverageDict:
        """The counts as JSON holds them."""
        return {
            "confirmed": self.confirmed,
            "suggested": self.suggested,
            "rejected_only": self.rejected_only,
            "gap": self.gap,
        }


@dataclass(frozen=True, slots=True)
class Mapping:
    """A mapped curriculum: every outcome in the order of the input, and the coverage of each card."""

    standard: str
    data_sha256: str
    outcomes: tuple[MappedOutcome, ...]
    coverage: dict[int, CardCoverage]

    def as_dict(self) -> MappingDict:
        """The mapping as JSON holds it."""
        return {
            "format": 1,
            "standard": self.standard,
            "data_sha256": self.data_sha256,
            "outcomes": [one.as_dict() for one in self.outcomes],
            "coverage": {str(card): counts.as_dict() for card, counts in self.coverage.items()},
        }
