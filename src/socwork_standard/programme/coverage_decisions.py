"""What the decisions on a curriculum come to: who decided, and which decisions are taken as they are."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from socwork_standard.curriculum.links import Link, latest, text_sha256
from socwork_standard.model.coverage import DecidedDict, PersonDict
from socwork_standard.model.curriculum import MappedOutcome
from socwork_standard.model.review import MappingDecision

Fate = Literal["counted", "stale", "disputed", "replaced", "unplaced"]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who decided, with the first and the last day."""

    by: str
    decisions: int
    first: date
    last: date

    def as_dict(self) -> PersonDict:
        """The person as JSON holds them."""
        return {
            "by": self.by,
            "decisions": self.decisions,
            "first": self.first.isoformat(),
            "last": self.last.isoformat(),
        }


@dataclass(frozen=True, slots=True)
class Decided:
    """Every decision with its fate, in the order given."""

    decisions: tuple[tuple[MappingDecision, Fate], ...]

    def count(self, fate: Fate) -> int:
        """How many decisions have this fate."""
        return sum(found == fate for _, found in self.decisions)

    @property
    def people(self) -> tuple[Person, ...]:
        """Who decided, by name."""
        numbers = Counter(one.by for one, _ in self.decisions)
        days = {by: sorted(one.on for one, _ in self.decisions if one.by == by) for by in numbers}
        return tuple(Person(by, numbers[by], days[by][0], days[by][-1]) for by in sorted(numbers))

    def as_dict(self) -> DecidedDict:
        """The decisions as JSON sums them up."""
        return {
            "number": len(self.decisions),
            "counted": self.count("counted"),
            "stale": self.count("stale"),
            "disputed": self.count("disputed"),
            "replaced": self.count("replaced"),
            "unplaced": self.count("unplaced"),
            "people": [one.as_dict() for one in self.people],
        }


def decided(
    decisions: Sequence[MappingDecision],
    found: Iterable[Link],
    outcomes: Iterable[MappedOutcome],
    edition: str,
) -> Decided:
    """The fate of every decision, by the link that it went into and the text that it was made on."""
    links = {(link.course, link.outcome, link.competency): link for link in found}
    texts = {(one.course, one.outcome): text_sha256(one.text) for one in outcomes}

    def fate(one: MappingDecision) -> Fate:
        link = links.get((one.course, one.outcome, one.competency))
        if link is None or one not in link.decisions:
            return "unplaced"
        if one not in latest(link.decisions):
            return "replaced"
        if one.text_sha256 != texts[one.course, one.outcome] or one.edition != edition:
            return "stale"
        return "disputed" if link.state == "disputed" else "counted"

    return Decided(tuple((one, fate(one)) for one in decisions))
