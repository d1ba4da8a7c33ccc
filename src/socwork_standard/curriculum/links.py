"""Links between outcomes and competencies: what the program suggests, joined with what people decided."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from socwork_standard.model.curriculum import Confidence, MappedOutcome
from socwork_standard.model.review import MappingDecision

LinkState = Literal["confirmed", "rejected", "suggested", "stale", "disputed"]
"""`suggested`: nobody decided yet.  `stale`: decided on another text or edition, to be looked at again.
`disputed`: two people decided differently.  Only `confirmed` is coverage; suggested, stale and disputed are open."""

OPEN: frozenset[LinkState] = frozenset(("suggested", "stale", "disputed"))
"""The states in which somebody still has to decide."""


@dataclass(frozen=True, slots=True)
class Link:
    """One outcome and one competency; `confidence` is None where the program does not suggest it."""

    course: str
    outcome: str | None
    competency: str
    state: LinkState
    confidence: Confidence | None
    decisions: tuple[MappingDecision, ...] = ()


def text_sha256(words: str) -> str:
    """The hash of an outcome's text (already NFC), as decisions keep it."""
    return hashlib.sha256(words.encode()).hexdigest()


def links(
    outcomes: Iterable[MappedOutcome], decisions: Sequence[MappingDecision], edition: str
) -> tuple[Link, ...]:
    """Every link, in the order of the outcomes: suggestions first, as ranked, then what people added.

    Decisions on an outcome that is not in the curriculum make no link.
    """
    decided: dict[tuple[str, str | None], dict[str, list[MappingDecision]]] = {}
    for one in decisions:
        decided.setdefault((one.course, one.outcome), {}).setdefault(one.competency, []).append(one)
    found: list[Link] = []
    for outcome in outcomes:
        of_outcome = decided.get((outcome.course, outcome.outcome), {})
        suggested = {one.competency: one.confidence for one in outcome.suggestions}
        hashed = text_sha256(outcome.text) if of_outcome else ""
        for competency in dict.fromkeys((*suggested, *of_outcome)):
            said = tuple(of_outcome.get(competency, ()))
            state = _state(said, hashed, edition)
            found.append(
                Link(outcome.course, outcome.outcome, competency, state, suggested.get(competency), said)
            )
    return tuple(found)


def _state(said: tuple[MappingDecision, ...], hashed: str, edition: str) -> LinkState:
    """What the decisions of one link come to; a person's later decision replaces that person's earlier one."""
    if not said:
        return "suggested"
    last = {one.by: one for one in sorted(said, key=lambda one: one.on)}.values()
    if any(one.text_sha256 != hashed or one.edition != edition for one in last):
        return "stale"
    words = {"rejected" if one.decision == "rejected" else "confirmed" for one in last}
    if len(words) > 1:
        return "disputed"
    return "confirmed" if "confirmed" in words else "rejected"
