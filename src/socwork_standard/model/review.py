"""Mapping decisions: what people confirmed, rejected or added when they read a curriculum against the standard."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from socwork_standard.model.base import Id, Model, Slug
from socwork_standard.text import nfc

Said = Literal["confirmed", "rejected", "added"]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(nfc)]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Origin(Model):
    """Another outcome with the same text, from which a decision was taken over."""

    programme: Words | None = Field(None, description="its programme, where it is another one")
    course: Words = Field(description="its course")
    outcome: Words | None = Field(None, description="its number; absent for a course that stands for itself")


class MappingDecision(Model):
    """One person's word on one outcome and one competency."""

    course: Words = Field(description="the course's code")
    outcome: Words | None = Field(
        None, description="the outcome's number; absent for a course that stands for itself"
    )
    competency: Slug = Field(description="the competency's slug")
    decision: Said = Field(
        description="confirmed or rejected: a suggestion of the program; added: the person's own finding"
    )
    by: Words = Field(description="who decided: an office, a role or initials, as the department agrees")
    on: date = Field(description="the day of the decision")
    why: Words | None = Field(None, description="the reason, in a sentence")
    edition: Id = Field(description="the edition whose competencies were decided on")
    text_sha256: Sha256 = Field(description="SHA-256 of the outcome's text that was read (UTF-8, NFC)")
    reused_from: Origin | None = Field(None, description="the outcome whose decision was taken over")


class MappingDecisions(Model):
    """A file of mapping decisions: one entry a decision, in the order of the curriculum."""

    programme: Words | None = Field(None, description="the programme's title")
    decisions: tuple[MappingDecision, ...] = Field((), description="the decisions")
