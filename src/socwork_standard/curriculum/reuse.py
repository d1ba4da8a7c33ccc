"""Earlier decisions on the same text elsewhere: offered to the person who decides, never taken over silently."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from socwork_standard.curriculum.links import latest, text_sha256, word_of
from socwork_standard.model.curriculum import Asked, Curriculum
from socwork_standard.model.review import MappingDecision, MappingDecisions, Origin
from socwork_standard.text import fold


@dataclass(frozen=True, slots=True)
class Earlier:
    """What was decided on the same text at another place, one decision a competency.

    `text` is the text there, where it is known; it may differ in case, white space, quotes, hyphens, full stops and in
    Kazakh letters typed as Russian ones, in nothing else.
    """

    origin: Origin
    text: str | None
    decisions: tuple[MappingDecision, ...]


class Reuse:
    """Finds earlier decisions on the text of an outcome."""

    def __init__(self, curriculum: Curriculum, edition: str, others: Sequence[MappingDecisions] = ()) -> None:
        """`others` are decisions of other programmes, found by the hash of the text they were made on."""
        self._edition = edition
        self._same: dict[str, list[Asked]] = {}
        for asked in curriculum.outcomes():
            self._same.setdefault(fold(asked.text), []).append(asked)
        self._others: dict[str, list[tuple[Origin, MappingDecision]]] = {}
        for other in others:
            for one in other.decisions:
                origin = Origin(programme=other.programme, course=one.course, outcome=one.outcome)
                self._others.setdefault(one.text_sha256, []).append((origin, one))

    def earlier(self, asked: Asked, decisions: Iterable[MappingDecision]) -> tuple[Earlier, ...]:
        """The places where the same text was decided on; those of this curriculum first, in its order."""
        twins = [one for one in self._same.get(fold(asked.text), ()) if _place(one) != _place(asked)]
        found = []
        if twins:
            by_place: dict[tuple[str, str | None], list[MappingDecision]] = {}
            for one in decisions:
                by_place.setdefault((one.course, one.outcome), []).append(one)
            for twin in twins:
                hashed = text_sha256(twin.text)
                here = [one for one in by_place.get(_place(twin), ()) if one.text_sha256 == hashed]
                origin = Origin(programme=None, course=twin.course, outcome=twin.outcome)
                found.append(Earlier(origin, twin.text, self._clear(here)))
        elsewhere: dict[Origin, list[MappingDecision]] = {}
        for origin, one in self._others.get(text_sha256(asked.text), ()):
            elsewhere.setdefault(origin, []).append(one)
        found += [Earlier(origin, None, self._clear(said)) for origin, said in elsewhere.items()]
        return tuple(one for one in found if one.decisions)

    def _clear(self, said: Iterable[MappingDecision]) -> tuple[MappingDecision, ...]:
        """One decision for each competency on which nobody disagrees, made on this edition."""
        by_competency: dict[str, list[MappingDecision]] = {}
        for one in said:
            if one.edition == self._edition:
                by_competency.setdefault(one.competency, []).append(one)
        clear = []
        for listed in by_competency.values():
            last = latest(listed)
            if len({word_of(one.decision) for one in last}) == 1:
                clear.append(last[-1])
        return tuple(clear)


def taken_over(
    earlier: Earlier, asked: Asked, by: str, on: date, wanted: Callable[[str], bool]
) -> list[MappingDecision]:
    """The decisions of another place as this person's own, each saying where it comes from.

    Only for the competencies that `wanted` says are still open here.
    """
    hashed = text_sha256(asked.text)
    return [
        one.model_copy(
            update={
                "course": asked.course,
                "outcome": asked.outcome,
                "by": by,
                "on": on,
                "text_sha256": hashed,
                "reused_from": earlier.origin,
            }
        )
        for one in earlier.decisions
        if wanted(one.competency)
    ]


def _place(asked: Asked) -> tuple[str, str | None]:
    return asked.course, asked.outcome
