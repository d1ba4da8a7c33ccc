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
    kind: StepKind = Field(description="what kind of step; `wait`: time does it alone")
    text: str = Field(description="what is done, in the plan's language")
    start: str = Field(description="its first day")
    end: str = Field(description="the day on which the result counts")
    after: tuple[int, ...] = Field((), description="steps whose end makes this the earliest start")
    months: int | None = Field(None, description="assumed length of study or course, in months")
    assumption: str | None = Field(None, description="id of the assumption on which the length rests")
    card: int | None = Field(None, description="the card whose post is held or applied for")
    category: str | None = Field(None, description="the category held or applied for")
    asked_by: str = Field(description="the card and category whose rule asks for it, e.g. 15:first")
    words: tuple[str, ...] = Field(description="ids of the order's words")
    quote: str = Field(description="those words, in Kazakh")
    asks: str = Field(description="what the rule asks for, in the plan's language")
    readings: tuple[str, ...] = Field((), description="open readings on which the step hangs")
    in_force: bool = Field(description="is the wording in force on the day the step's result counts?")


class Milestone(Model):
    """A post whose requirements are met on the way."""

    card: int = Field(description="the card's point")
    category: str = Field(description="none, second, first or highest")
    day: str = Field(description="the first day on which the post may be held")


class Way(Model):
    """One way, with the day of arrival and what it costs."""

    number: int = Field(description="from 1, quickest first")
    arrival: str = Field(description="the first day on which check says `eligible` if the way is followed")
    in_force: bool = Field(description="is the target's wording in force on that day?")
    length: tuple[int, int, int] = Field(description="years, months and days until the arrival")
    learning_months: int = Field(description="effort: months of study and courses")
    attestations: int = Field(description="effort: how many attestations")
    study_beside_work: bool = Field(
        description="does the way count on studying and working at the same time?"
    )
    steps: tuple[PlanStep, ...] = Field(description="what is done, in order of time")
    milestones: tuple[Milestone, ...] = Field((), description="posts that may be held on the way")
    record: StaffRecord = Field(description="the record as it will be once the way was followed")


class PlanAssumption(Model):
    """A length that is not in the order."""

    id: str = Field(description="its id; steps name it under `assumption`")
    text: str = Field(description="what is assumed, in the plan's language")
    months: int = Field(description="the length, in months")
    confirmed: bool = Field(description="does a public text confirm it?")
    source: str = Field(description="where it comes from, or whom to ask")


class ReadingEffect(Model):
    """What one answer to an open reading would change."""

    reading: str = Field(description="the reading (readings.yaml)")
    question: str = Field(description="its question, in the plan's language")
    answer: str = Field(description="the answer")
    arrival: str | None = Field(description="the quickest arrival under that answer; null if none")


class Reached(Model):
    """A position that can be reached, with its day."""

    card: int = Field(description="the card's point")
    category: str = Field(description="none, second, first or highest")
    name: str = Field(description="the profession's name, in the plan's language")
    arrival: str = Field(description="the first day on which the post may be held")


class Plan(Model):
    """The answer: how, by which ways and by when a person gets to a post."""

    format: Literal[1] = Field(1, description="version of this format")
    standard: str = Field(description="code of the standard")
    data_sha256: str = Field(description="hash of the data that the plan rests on")
    record: str | None = Field(description="the record's id; null where it has none")
    record_sha256: str = Field(description="hash of the record that was planned for")
    language: str = Field(description="language of the texts: kk, ru or en")
    card: int = Field(description="the card whose post is the target")
    category: str = Field(description="the category that is the target")
    as_of: str = Field(description="the day on which the plan begins")
    status: Literal["reachable", "held", "unreachable"] = Field(description="can the target be reached?")
    in_force: bool = Field(description="is every wording that the plan uses in force on its day?")
    draft: bool = Field(
        default=False,
        description="are rules that the plan uses proposals that nobody has reviewed?",
    )
    policy: dict[str, Any] | None = Field(
        None, description="the policy applied, with the keys of its own format; null where none was"
    )
    ways: tuple[Way, ...] = Field((), description="quickest first")
    assumptions: tuple[PlanAssumption, ...] = Field((), description="the lengths that the ways rest on")
    readings: tuple[ReadingEffect, ...] = Field(
        (), description="answers that would change the quickest arrival"
    )
    evidence: tuple[str, ...] = Field((), description="facts not known that might shorten the way")
    why: tuple[str, ...] = Field((), description="why the target cannot be reached, or since when it is held")
    nearest: tuple[Reached, ...] = Field((), description="what can be reached instead")
    notes: tuple[str, ...] = Field((), description="what is taken for granted, and what is not covered")

    def as_dict(self) -> dict[str, Any]:
        """The plan as plain data."""
        content: dict[str, Any] = self.model_dump(mode="json")
        for way, given in zip(content["ways"], self.ways, strict=True):
            way["record"] = given.record.model_dump(mode="json", exclude_none=True, exclude_unset=True)
        return content

    def to_json(self) -> str:
        """The plan as JSON text; the same input always gives the same bytes."""
        return json.dumps(self.as_dict(), ensure_ascii=False, indent=1) + "\n"
