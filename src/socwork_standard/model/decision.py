"""The decision as JSON: the answer for one record, one card, one category, one day (contract, section 5)."""

from typing import Literal, NotRequired, TypedDict

Status = Literal["eligible", "not_eligible", "needs_evidence", "needs_ruling"]
Outcome = Literal["met", "not_met", "unknown", "contested"]


class Assumed(TypedDict):
    """A settled reading that was applied."""

    reading: str
    answer: str
    why: str
    matters: bool
    """Would another answer change anything for this record?"""


class Missing(TypedDict):
    """Something that the record lacks: a fact that is not known, or a requirement that is not met."""

    requirement: str
    what: str
    document: str
    kind: Literal["fact", "requirement"]


class Contested(TypedDict):
    """An open reading that matters: for each answer, every status still reachable."""

    reading: str
    question: str
    outcomes: dict[str, list[Status]]


Change = TypedDict("Change", {"steps": list[str], "from": str | None})
"""A smallest set of changes that would make the answer yes; `from` is null where no day can be told."""


class Finding(TypedDict):
    """One node of the explanation tree."""

    id: str
    kind: str
    outcome: Outcome
    quote: str
    point: str
    text: str
    found: NotRequired[list[str]]
    reading: NotRequired[str]
    children: list["Finding"]


class DecisionDict(TypedDict):
    """A decision."""

    format: int
    standard: str
    edition: str
    data_sha256: str
    record: str | None
    record_sha256: str
    language: str
    card: int
    category: str
    as_of: str
    status: Status
    by_preset: dict[str, Status]
    in_force: bool
    eligible_from: str | None
    eligible_from_in_force: bool | None
    policy: dict[str, object] | None
    assumed: list[Assumed]
    missing: list[Missing]
    contested: list[Contested]
    settles: list[dict[str, str]]
    changes: list[Change]
    findings: list[Finding]
    notes: list[str]
