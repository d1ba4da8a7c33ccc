"""Links between outcomes and competencies: what the program suggests, joined with what people decided."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from socwork_standard.data.standard import Standard
from socwork_standard.model.curriculum import Confidence, LinkState, MappedOutcome
from socwork_standard.model.review import MappingDecision, Said

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


def held_edition(standard: Standard) -> str:
    """The newest edition whose text is held: its competencies are what outcomes are compared with."""
    return [one.id for one in standard.editions if one.held][-1]


def carried(decisions: Iterable[MappingDecision], standard: Standard) -> tuple[MappingDecision, ...]:
    """The decisions with those on an older edition taken as made on the newest, where the words are still printed.

    A decision on a competency that the newest texts print in other words stays what it is, and is stale.
    """
    edition = held_edition(standard)
    return tuple(
        one.model_copy(update={"edition": edition})
        if one.edition != edition and standard.still_printed(one.competency, one.edition)
        else one
        for one in decisions
    )


def word_of(said: Said) -> LinkState:
    """What a decision makes of its link: an added competency is a confirmed one."""
    return "rejected" if said == "rejected" else "confirmed"


def latest(said: Iterable[MappingDecision]) -> tuple[MappingDecision, ...]:
    """The last decision of each person: by day, and of one day the last in the file."""
    return tuple({one.by: one for one in sorted(said, key=lambda one: one.on)}.values())


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
    """What the decisions of one link come to.

    A person's later decision replaces that person's earlier one.  What was decided on another text or edition counts
    no more; it makes the link stale where nobody has decided since.
    """
    if not said:
        return "suggested"
    current = [one for one in latest(said) if one.text_sha256 == hashed and one.edition == edition]
    words = {word_of(one.decision) for one in current}
    if len(words) > 1:
        return "disputed"
    return words.pop() if words else "stale"
