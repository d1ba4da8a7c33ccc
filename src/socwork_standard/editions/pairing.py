"""What of the old text is what of the new one: pairs, found by ids, words and competencies."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, TypeVar

OneT = TypeVar("OneT")
Key = Callable[[OneT], Hashable]


class Pairs(Generic[OneT]):
    """Pairs of old and new parts; each part is in one pair at most."""

    def __init__(self, old: Sequence[OneT], new: Sequence[OneT]) -> None:
        self._old = list(old)
        self._new = list(new)
        self.of_new: dict[int, OneT] = {}
        """By place among the new parts, the old part that it was."""

    @property
    def removed(self) -> list[OneT]:
        """The old parts that nothing new continues."""
        return self._old

    def left(self) -> list[tuple[int, OneT]]:
        """The new parts that continue nothing, with their places."""
        return [(place, one) for place, one in enumerate(self._new) if place not in self.of_new]

    def by_key(self, old_key: Key[OneT], new_key: Key[OneT]) -> None:
        """Pair what has the same key, in order; parts whose key is None are passed over."""
        waiting: dict[Hashable, list[OneT]] = defaultdict(list)
        for one in self._old:
            if (key := old_key(one)) is not None:
                waiting[key].append(one)
        for place, one in self.left():
            key = new_key(one)
            if key is not None and waiting.get(key):
                self._pair(place, waiting[key].pop(0))

    def by_score(self, score: Callable[[OneT, OneT], float], least: float) -> None:
        """Pair what scores highest first, as long as it scores `least`."""
        scored = [
            (-found, place, number)
            for place, new in self.left()
            for number, old in enumerate(self._old)
            if (found := score(old, new)) >= least
        ]
        before = list(self._old)
        used: set[int] = set()
        for _, place, number in sorted(scored):
            if place not in self.of_new and number not in used:
                used.add(number)
                self._pair(place, before[number])

    def _pair(self, place: int, old: OneT) -> None:
        self.of_new[place] = old
        self._old = [one for one in self._old if one is not old]


def out_of_order(places: Iterable[int]) -> set[int]:
    """The fewest of these places that must be taken out for the rest to rise."""
    tails: list[int] = []
    before: dict[int, int | None] = {}
    listed = list(places)
    for place in listed:
        at = bisect_left(tails, place)
        before[place] = tails[at - 1] if at else None
        tails[at : at + 1] = [place]
    kept: set[int] = set()
    last = tails[-1] if tails else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return {place for place in listed if place not in kept}
