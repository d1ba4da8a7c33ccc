"""Two reviewers: how far they agree on the links that both judged, and where they differ."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

from socwork_standard.curriculum.links import latest, word_of
from socwork_standard.model.review import MappingDecision

Key = tuple[str, str | None, str]
"""Course, outcome, competency."""

Word = Literal["confirmed", "rejected"]


def cohen_kappa(pairs: Iterable[tuple[Hashable, Hashable]]) -> Fraction | None:
    """Cohen's kappa of two judges: the agreement beyond what chance alone would give, exactly.

    (po - pe) / (1 - pe): po is the share of cases in which both said the same, pe what it would be if each gave the
    same words to cases drawn by lot.  1 is full agreement, 0 that of chance.  None where it is not defined: without
    cases, or where both put every case into one and the same class (J. Cohen, A coefficient of agreement for nominal
    scales, 1960).
    """
    listed = list(pairs)
    n = len(listed)
    if not n:
        return None
    same = sum(first == second for first, second in listed)
    firsts, seconds = Counter(first for first, _ in listed), Counter(second for _, second in listed)
    chance = Fraction(sum(times * seconds[word] for word, times in firsts.items()), n * n)
    return None if chance == 1 else (Fraction(same, n) - chance) / (1 - chance)


@dataclass(frozen=True, slots=True)
class Difference:
    """A link on which the two said different things, with the last decision on either side."""

    first: MappingDecision
    second: MappingDecision


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two sets of decisions side by side.

    `both_confirmed`, `both_rejected`, `only_first_confirmed` and `only_second_confirmed` sum to the links that both
    judged.  `only_first` and `only_second` were judged on one side; `other_text` on different texts or editions;
    `unclear` are links on which one side holds two people of different minds.
    """

    both_confirmed: int
    both_rejected: int
    only_first_confirmed: int
    only_second_confirmed: int
    only_first: int
    only_second: int
    other_text: int
    unclear: int
    differences: tuple[Difference, ...]

    @property
    def both(self) -> int:
        """The links that both judged."""
        return (
            self.both_confirmed + self.both_rejected + self.only_first_confirmed + self.only_second_confirmed
        )

    @property
    def same(self) -> int:
        """The links on which both said the same."""
        return self.both_confirmed + self.both_rejected

    @property
    def kappa(self) -> Fraction | None:
        """Cohen's kappa over the links that both judged; None where it is not defined."""
        cells: tuple[tuple[tuple[Word, Word], int], ...] = (
            (("confirmed", "confirmed"), self.both_confirmed),
            (("rejected", "rejected"), self.both_rejected),
            (("confirmed", "rejected"), self.only_first_confirmed),
            (("rejected", "confirmed"), self.only_second_confirmed),
        )
        return cohen_kappa(pair for pair, times in cells for _ in range(times))

    def as_dict(self) -> dict[str, Any]:
        """The agreement as JSON holds it; `kappa` is null where it is not defined."""
        kappa = self.kappa
        return {
            "kappa": None if kappa is None else round(float(kappa), 6),
            "both": self.both,
            "same": self.same,
            "both_confirmed": self.both_confirmed,
            "both_rejected": self.both_rejected,
            "only_first_confirmed": self.only_first_confirmed,
            "only_second_confirmed": self.only_second_confirmed,
            "only_first": self.only_first,
            "only_second": self.only_second,
            "other_text": self.other_text,
            "unclear": self.unclear,
            "differences": [
                {
                    "course": one.first.course,
                    "outcome": one.first.outcome,
                    "competency": one.first.competency,
                    "first": one.first.model_dump(mode="json", exclude_none=True),
                    "second": one.second.model_dump(mode="json", exclude_none=True),
                }
                for one in self.differences
            ],
        }


def agreement(first: Sequence[MappingDecision], second: Sequence[MappingDecision]) -> Agreement:
    """How far two sets of decisions agree; a competency that somebody added counts as confirmed."""
    one, other = _judged(first), _judged(second)
    cells: Counter[tuple[str, str]] = Counter()
    differences = []
    other_text = unclear = 0
    for key, said in one.items():
        if key not in other:
            continue
        word, against = _word(said), _word(other[key])
        if word is None or against is None:
            unclear += 1
        elif _read(said[-1]) != _read(other[key][-1]):
            other_text += 1
        else:
            cells[word, against] += 1
            if word != against:
                differences.append(Difference(said[-1], other[key][-1]))
    return Agreement(
        cells["confirmed", "confirmed"],
        cells["rejected", "rejected"],
        cells["confirmed", "rejected"],
        cells["rejected", "confirmed"],
        len(one.keys() - other.keys()),
        len(other.keys() - one.keys()),
        other_text,
        unclear,
        tuple(differences),
    )


def _judged(decisions: Iterable[MappingDecision]) -> dict[Key, tuple[MappingDecision, ...]]:
    """The links of one side, each with the last decision of each person."""
    found: dict[Key, list[MappingDecision]] = {}
    for one in decisions:
        found.setdefault((one.course, one.outcome, one.competency), []).append(one)
    return {key: latest(said) for key, said in found.items()}


def _word(said: tuple[MappingDecision, ...]) -> str | None:
    """What one side says of a link; None where its people differ, or read different texts."""
    words = {word_of(one.decision) for one in said}
    read = {_read(one) for one in said}
    return words.pop() if len(words) == 1 and len(read) == 1 else None


def _read(one: MappingDecision) -> tuple[str, str]:
    """What was read: text and edition."""
    return one.text_sha256, one.edition
