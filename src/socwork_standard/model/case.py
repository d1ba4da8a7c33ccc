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

    card: str
    category: str = "none"
    as_of: date
    policy: Policy | None = None


class CaseExpectation(Model):
    """What must come out; only the keys given are compared."""

    status: Status
    by_preset: dict[Slug, Status] | None = None
    in_force: bool | None = None
    eligible_from: date | Literal["never"] | None = Field(
        None, description="`never`: time alone does not do it"
    )
    missing: tuple[Id, ...] | None = Field(None, description="exactly the requirements named in `missing`")
    contested: tuple[Slug, ...] | None = Field(None, description="exactly the readings in `contested`")
    settles: tuple[dict[Slug, Slug], ...] | None = Field(None, description="exactly the smallest choices")
    outcomes: dict[Id, Literal["met", "not_met", "unknown", "contested"]] | None = Field(
        None, description="outcome of findings by their id (the first finding of that id)"
    )


class Case(Model):
    """One case that a lawyer can write and read."""

    name: str
    words: tuple[Id, ...] = Field(min_length=1, description="ids of the words of the order at stake")
    reason: str = Field(description="one sentence: why this must come out")
    ask: CaseQuestion
    record: StaffRecord
    expect: CaseExpectation


class Cases(Model):
    """A file of cases."""

    cases: tuple[Case, ...] = Field(min_length=1)
