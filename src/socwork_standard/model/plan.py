"""Plans: ways from what a person has to a post, as JSON.

Every day is an ISO date.  A step lasts from `start` up to, not including, `end`: on `end` its result counts.
"""

import json
from typing import Any, Literal

from pydantic import Field

from socwork_standard.model.base import Model
from socwork_standard.model.record import StaffRecord

StepKind = Literal["study", "course", "service", "attestation", "wait"]


class PlanStep(Model):
    """One thing to do, with the words of the order that ask for it."""

    number: int = Field(description="from 1, in order of time")
    kind: StepKind
    text: str = Field(description="what is done, in the plan's language")
    start: str
    end: str = Field(description="the day on which the result counts")
    after: tuple[int, ...] = Field((), description="steps whose end makes this the earliest start")
    months: int | None = Field(None, description="assumed length of study or course, in months")
    assumption: str | None = Field(None, description="id of the assumption on which the length rests")
    card: int | None = Field(None, description="the card whose post is held or applied for")
    category: str | None = None
    asked_by: str = Field(description="the card and category whose rule asks for it, e.g. 15:first")
    words: tuple[str, ...] = Field(description="ids of the order's words")
    quote: str = Field(description="those words, in Kazakh")
    asks: str = Field(description="what the rule asks for, in the plan's language")
    readings: tuple[str, ...] = Field((), description="open readings on which the step hangs")
    in_force: bool = Field(description="is the wording in force on the day the step's result counts?")


class Milestone(Model):
    """A post whose requirements are met on the way."""

    card: int
    category: str
    day: str


class Way(Model):
    """One way, with the day of arrival and what it costs."""

    number: int
    arrival: str = Field(description="the first day on which check says `eligible` if the way is followed")
    in_force: bool = Field(description="is the target's wording in force on that day?")
    length: tuple[int, int, int] = Field(description="years, months and days until the arrival")
    learning_months: int = Field(description="effort: months of study and courses")
    attestations: int
    study_beside_work: bool = Field(description="does the way count on studying and working at the same time?")
    steps: tuple[PlanStep, ...]
    milestones: tuple[Milestone, ...] = ()
    record: StaffRecord = Field(description="the record as it will be once the way was followed")


class PlanAssumption(Model):
    """A length that is not in the order."""

    id: str
    text: str
    months: int
    confirmed: bool
    source: str


class ReadingEffect(Model):
    """What one answer to an open reading would change."""

    reading: str
    question: str
    answer: str
    arrival: str | None = Field(description="the quickest arrival under that answer; null if none")


class Reached(Model):
    """A position that can be reached, with its day."""

    card: int
    category: str
    name: str
    arrival: str


class Plan(Model):
    """The answer: how, by which ways and by when a person gets to a post."""

    format: int = 1
    standard: str
    data_sha256: str
    record: str | None
    record_sha256: str
    language: str
    card: int
    category: str
    as_of: str
    status: Literal["reachable", "held", "unreachable"]
    in_force: bool = Field(description="is every wording that the plan uses in force on its day?")
    policy: dict[str, Any] | None = None
    ways: tuple[Way, ...] = Field((), description="quickest first")
    assumptions: tuple[PlanAssumption, ...] = ()
    readings: tuple[ReadingEffect, ...] = Field((), description="answers that would change the quickest arrival")
    evidence: tuple[str, ...] = Field((), description="facts not known that might shorten the way")
    why: tuple[str, ...] = Field((), description="why the target cannot be reached, or since when it is held")
    nearest: tuple[Reached, ...] = Field((), description="what can be reached instead")
    notes: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The plan as plain data."""
        content: dict[str, Any] = self.model_dump(mode="json")
        for way, given in zip(content["ways"], self.ways, strict=True):
            way["record"] = given.record.model_dump(mode="json", exclude_none=True, exclude_unset=True)
        return content

    def to_json(self) -> str:
        """The plan as JSON text; the same input always gives the same bytes."""
        return json.dumps(self.as_dict(), ensure_ascii=False, indent=1) + "\n"
