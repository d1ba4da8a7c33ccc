"""A case: a staff record, a question, and what must come out, with the words of the order and the reason."""

from datetime import date
from typing import Literal

from pydantic import Field

from socwork_standard.model.base import Id, Model, Slug
from socwork_standard.model.policy import Policy
from socwork_standard.model.record import StaffRecord

Status = Literal["eligible", "not_eligible", "needs_evidence", "needs_ruling"]


class CaseQuestion(Model):
    """What is asked."""

    card: str = Field(description="the card: number, slug, occupation code or name")
    category: str = Field("none", description="none, second, first or highest, in any of the three languages")
    as_of: date = Field(description="the day asked about")
    policy: Policy | None = Field(None, description="the employer's choices, where the case has any")


class CaseExpectation(Model):
    """What must come out; only the keys given are compared."""

    status: Status = Field(description="the answer")
    by_preset: dict[Slug, Status] | None = Field(None, description="preset: the answer under it")
    in_force: bool | None = Field(None, description="is the wording used the one in force on the day?")
    eligible_from: date | Literal["never"] | None = Field(
        None, description="the first day with a yes; `never`: time alone does not do it"
    )
    missing: tuple[Id, ...] | None = Field(None, description="exactly the requirements named in `missing`")
    contested: tuple[Slug, ...] | None = Field(None, description="exactly the readings in `contested`")
    settles: tuple[dict[Slug, Slug], ...] | None = Field(None, description="exactly the smallest choices")
    outcomes: dict[Id, Literal["met", "not_met", "unknown", "contested"]] | None = Field(
        None, description="outcome of findings by their id (the first finding of that id)"
    )


class Case(Model):
    """One case that a lawyer can write and read."""

    name: str = Field(description="what is special about the case; no two of a file share it")
    words: tuple[Id, ...] = Field(min_length=1, description="ids of the words of the order at stake")
    reason: str = Field(description="one sentence: why this must come out")
    ask: CaseQuestion = Field(description="the question")
    record: StaffRecord = Field(description="the staff record, in its own format")
    expect: CaseExpectation = Field(description="what must come out")


class Cases(Model):
    """A file of cases."""

    cases: tuple[Case, ...] = Field(min_length=1, description="the cases, one by one")
