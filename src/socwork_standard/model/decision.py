"""The decision as JSON: the answer for one record, one card, one category, one day (contract, section 5).

These are plain dicts with types: the checker writes thousands of them a second, and nothing is validated on the way.
The words under the keys are their meanings on the format's page and in its schema.
"""

from typing import Annotated, Literal, NotRequired

from pydantic import Field
from typing_extensions import TypedDict  # pydantic reads typing's own only from Python 3.12 on

Status = Literal["eligible", "not_eligible", "needs_evidence", "needs_ruling"]
Outcome = Literal["met", "not_met", "unknown", "contested"]


class Assumed(TypedDict):
    """A settled reading that was applied."""

    reading: str
    """the reading (readings.yaml)"""
    answer: str
    """the answer that was applied"""
    why: str
    """why this answer holds, in the decision's language"""
    matters: bool
    """would another answer change anything for this record?"""


class Missing(TypedDict):
    """Something that the record lacks: a fact that is not known, or a requirement that is not met."""

    requirement: str
    """the requirement, by the id of its words"""
    what: str
    """what is missing, in the decision's language"""
    document: str
    """the paper that would show it, in the decision's language"""
    kind: Literal["fact", "requirement"]
    """`fact`: not known, ask for it; `requirement`: known not to be met"""


class Contested(TypedDict):
    """An open reading that matters: for each answer, every status still reachable."""

    reading: str
    """the reading (readings.yaml)"""
    question: str
    """its question, in the decision's language"""
    outcomes: dict[str, list[Status]]
    """for each answer, every status that can still come out with it"""


Change = TypedDict(
    "Change",
    {
        "steps": Annotated[list[str], Field(description="what would have to change, all of it together")],
        "from": Annotated[
            str | None, Field(description="the day from which it makes a yes; null where no day can be told")
        ],
    },
)
"""A smallest set of changes that would make the answer yes; `from` is null where no day can be told."""


class Finding(TypedDict):
    """One node of the explanation tree."""

    id: str
    """id of the requirement or of its words; several nodes may have one id"""
    kind: str
    """what the rule asks here: all_of, any_of, by_reading, diploma, service, training, unread, always or never"""
    outcome: Outcome
    """whether it is met on the day; `contested`: that hangs on an open reading"""
    quote: str
    """the words of the order, in Kazakh; empty where the node has none of its own"""
    point: str
    """the point of the order"""
    text: str
    """what is asked, in the decision's language"""
    found: NotRequired[list[str]]
    """what the record holds on it, in the decision's language"""
    reading: NotRequired[str]
    """the open reading whose answers the children are"""
    children: list["Finding"]
    """the findings below"""


class DecisionDict(TypedDict):
    """A decision."""

    format: Annotated[int, Field(json_schema_extra={"const": 1})]
    """version of this format; it changes only where a key is renamed or removed"""
    standard: str
    """code of the standard"""
    edition: str
    """the edition whose wording was used"""
    data_sha256: str
    """hash of the data that decided"""
    record: str | None
    """the record's id; null where it has none"""
    record_sha256: str
    """hash of the record that was decided on"""
    language: str
    """language of the texts: kk, ru or en"""
    card: int
    """the card's point, 9 to 18"""
    category: str
    """the category asked for: none, second, first or highest"""
    as_of: str
    """the day asked about, YYYY-MM-DD"""
    status: Status
    """the answer, open readings taken both ways"""
    by_preset: dict[str, Status]
    """the answer under each preset of readings"""
    in_force: bool
    """is the wording used the one in force on the day? If not, the decision is advisory"""
    draft: NotRequired[Literal[True]]
    """the rules are a program's proposals that nobody has reviewed: decide nothing by the answer; else absent"""
    eligible_from: str | None
    """the first day with the status `eligible`, YYYY-MM-DD; null where time alone does not do it"""
    eligible_from_in_force: bool | None
    """is the wording used in force on that day? null where there is no such day"""
    policy: dict[str, object] | None
    """the policy applied, with the keys of its own format; null where none was"""
    assumed: list[Assumed]
    """the settled readings that were applied"""
    missing: list[Missing]
    """everything that the record lacks"""
    contested: list[Contested]
    """the open readings that matter for this record and that no policy has chosen"""
    settles: list[dict[str, str]]
    """the smallest choices that give a yes, each as reading: answer"""
    changes: list[Change]
    """the smallest changes that would give a yes, cheapest first; at most three"""
    findings: list[Finding]
    """one finding for each requirement, with all that it consists of"""
    notes: list[str]
    """warnings, conventions of counting, and what the answer does not cover"""


def warnings_first(decision: DecisionDict) -> int:
    """How many of the first notes are warnings that every output shows before anything else."""
    return ("draft" in decision) + (not decision["in_force"])
