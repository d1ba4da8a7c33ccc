"""Lengths of study, courses and attestation: assumptions of plans, since the order does not give them."""

from typing import Annotated

from pydantic import Field

from socwork_standard.model.base import Model, Slug, Translated

Months = Annotated[int, Field(ge=0, le=240)]


class Assumption(Model):
    """A length in months with where it comes from."""

    months: Months = Field(description="whole months")
    confirmed: bool = Field(description="does the source state this very length?")
    source: Translated = Field(description="the public text that states it, or whom to ask")
    note: str | None = None


class Study(Assumption):
    """How long a level of education takes after one of certain others."""

    level: Slug = Field(description="the level reached (vocabulary of education levels)")
    after: tuple[Slug, ...] = Field(description="levels of which one must be held before; empty: none")
    beside_work: bool = Field(description="can a person work at the same time?")


class Course(Assumption):
    """How long a course takes."""

    kind: Slug = Field(description="short_course, retraining or management_certificate")


class StudyLengths(Model):
    """All assumed lengths."""

    about: Translated
    studies: tuple[Study, ...]
    courses: tuple[Course, ...]
    attestation: Assumption = Field(description="from meeting the condition for a category to holding it")
