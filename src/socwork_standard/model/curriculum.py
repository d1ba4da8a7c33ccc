"""A curriculum: a programme, its courses and their learning outcomes; and what a mapping of it says."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, model_validator

from socwork_standard.errors import Said
from socwork_standard.model.base import Language, Model
from socwork_standard.model.mapping import (
    AdditionDict,
    CoverageDict,
    EncoderDict,
    MappedOutcomeDict,
    MappingDict,
    SuggestionDict,
)
from socwork_standard.text import nfc

State = Literal["suggested", "no_match"]
Confidence = Literal["strong", "weak"]
LinkState = Literal["confirmed", "rejected", "suggested", "stale", "disputed"]
"""`suggested`: nobody decided yet.  `stale`: decided on another text or edition, to be looked at again.
`disputed`: two people decided differently.  Only `confirmed` is coverage; suggested, stale and disputed are open."""


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
        None, ge=0, allow_inf_nan=False, description="academic credits"
    )
    semester: Annotated[int | None, BeforeValidator(_known)] = Field(
        None, ge=1, description="the semester in which it is taught, counted from 1"
    )
    description: Optional = Field(None, description="what the course is about")
    language: MaybeLanguage = Field(None, description="kk, ru or en; else that of the programme, or detected")
    outcomes: tuple[Outcome, ...] = Field((), description="its learning outcomes, each mapped by itself")

    @model_validator(mode="after")
    def _once(self) -> "Course":
        ids = [one.id for one in self.outcomes]
        if (again := _repeated(ids)) is not None:
            said = Said(
                "the outcome {name!r} stands {n} times in course {course}; give each its own",
                name=ids[again],
                n=ids.count(ids[again]),
                course=self.code,
            )
            said.place = ("outcomes", again, "id")
            raise said
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
        codes = [course.code for course in self.courses]
        if (again := _repeated(codes)) is not None:
            said = Said(
                "the course {name!r} stands {n} times in the programme; give each its own",
                name=codes[again],
                n=codes.count(codes[again]),
            )
            said.place = ("courses", again, "code")
            raise said
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


def _repeated(names: list[str]) -> int | None:
    """The number of the first name that stands before it already; None where each stands once."""
    first: dict[str, int] = {}
    return next((at for at, name in enumerate(names) if first.setdefault(name, at) != at), None)


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
    """A competency that an outcome may form.  Only a person can confirm it; `decision` says whether one did."""

    competency: str
    items: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    confidence: Confidence
    decision: LinkState = "suggested"

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
            "decision": self.decision,
        }


@dataclass(frozen=True, slots=True)
class Addition:
    """A competency that people decided on although it is not among the suggestions asked for."""

    competency: str
    items: tuple[str, ...]
    decision: LinkState

    def as_dict(self) -> AdditionDict:
        """The addition as JSON holds it."""
        return {"competency": self.competency, "items": list(self.items), "decision": self.decision}


@dataclass(frozen=True, slots=True)
class MappedOutcome:
    """An outcome with its suggestions, best first; none where it shares nothing specific with the standard.

    `added` are the competencies that people decided on beside the suggestions.
    """

    course: str
    outcome: str | None
    text: str
    language: Language
    suggestions: tuple[Suggestion, ...]
    added: tuple[Addition, ...] = ()

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
            "added": [one.as_dict() for one in self.added],
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
    """A mapped curriculum: every outcome in the order of the input, and the coverage of each card.

    `superseded` are the cards asked for whose text in `edition` or before it is not the wording in force on `as_of`.
    """

    standard: str
    data_sha256: str
    edition: str
    as_of: date
    superseded: tuple[int, ...]
    outcomes: tuple[MappedOutcome, ...]
    coverage: dict[int, CardCoverage]
    encoder: EncoderDict | None = None
    """The sentence encoder that had a say; None where the words alone spoke."""

    def as_dict(self) -> MappingDict:
        """The mapping as JSON holds it."""
        found: MappingDict = {
            "format": 1,
            "standard": self.standard,
            "data_sha256": self.data_sha256,
            "edition": self.edition,
            "as_of": self.as_of.isoformat(),
            "superseded": list(self.superseded),
            "outcomes": [one.as_dict() for one in self.outcomes],
            "coverage": {str(card): counts.as_dict() for card, counts in self.coverage.items()},
        }
        if self.encoder is not None:
            found["encoder"] = self.encoder
        return found
