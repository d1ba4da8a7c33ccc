"""Finding the wordings of the data in the words of a text whose tables were flattened.

Cells may stand in the wrong order, rows may be split and list numbers may stand between.  So each wording is first
looked for as one unbroken run of words, the longest wordings first; what is left is put together from pieces; and
what still has no place is a difference.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from socwork_standard.checks.tokens import Token, has_letter
from socwork_standard.checks.wordings import Wording

State = Literal["unbroken", "broken", "differing", "absent"]
_LONG = 3
"""A piece of so many words is its own proof; a shorter one must stand near another piece."""
_PASSES = ((_LONG, False), (1, True), (2, False), (1, False))
"""How short a piece may be and whether it must stand near another, pass by pass."""
_NEAR = 60
"""How many words away from another piece a short piece may stand."""
_BESIDE = 3
"""How many words around the pieces are shown as what the text has instead."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where one printing of a wording stands: the positions of its words in the text, None where it has none."""

    wording: Wording
    state: State
    positions: tuple[int | None, ...]

    @property
    def lacking(self) -> tuple[str, ...]:
        """Its words that have no place in the text."""
        pairs = zip(self.wording.words, self.positions, strict=True)
        return tuple(word for word, position in pairs if position is None)

    @property
    def span(self) -> tuple[int, int] | None:
        """First and last position of its words."""
        found = [position for position in self.positions if position is not None]
        return (min(found), max(found)) if found else None


@dataclass(slots=True)
class Alignment:
    """The wordings of one part, placed in its text."""

    tokens: Sequence[Token]
    placed: list[Placed] = field(default_factory=list)
    free: list[bool] = field(default_factory=list)
    set_aside: list[int] = field(default_factory=list)

    def left_over(self) -> Iterator[int]:
        """Positions of the text that no wording took."""
        return (position for position, free in enumerate(self.free) if free)

    def counts(self, position: int) -> bool:
        """Is this a word or number of the text, and not only the number of a list entry?"""
        return not self.tokens[position].marker or not self.free[position]

    def instead(self, placed: Placed) -> list[int]:
        """Free positions within and beside a placed wording: what the text has where the words differ."""
        if placed.span is None:
            return []
        low, high = placed.span
        around = range(max(0, low - _BESIDE), min(len(self.tokens), high + _BESIDE + 1))
        return [position for position in around if self.free[position] and not self.tokens[position].marker]


def align(tokens: Sequence[Token], wordings: Sequence[Wording]) -> Alignment:
    """Place every printing of every wording; no word of the text is taken twice."""
    worker = _Aligner(tokens)
    printings = [one for one in _printings(wordings) if one.words]
    starts: dict[int, int] = {}
    groups: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, wording in enumerate(printings):
        groups[wording.words].append(number)
    for words, numbers in sorted(groups.items(), key=lambda group: -len(group[0])):
        starts |= dict(zip(numbers, worker.runs(words, len(numbers)), strict=False))
    for words, numbers in groups.items():
        if len(numbers) > 1:
            _settle_equal(numbers, len(words), starts, groups, printings)
    placed: dict[int, Placed] = {}
    for number, start in starts.items():
        words = printings[number].words
        placed[number] = Placed(printings[number], "unbroken", tuple(range(start, start + len(words))))
    for number in sorted(
        set(range(len(printings))) - set(starts), key=lambda one: -len(printings[one].words)
    ):
        placed[number] = worker.pieces(printings[number])
    return Alignment(tokens, [placed[number] for number in sorted(placed)], worker.free)


def _settle_equal(
    numbers: list[int],
    length: int,
    starts: dict[int, int],
    groups: dict[tuple[str, ...], list[int]],
    printings: Sequence[Wording],
) -> None:
    """Give the places of equal wordings to those whose neighbours stand nearest, so that a gap gets the right id."""
    places = [starts.pop(number) for number in numbers if number in starts]
    anchors = {number: start for number, start in starts.items() if len(groups[printings[number].words]) == 1}
    costs = sorted(
        (_distance(number, place, length, anchors), number, place) for number in numbers for place in places
    )
    free = set(places)
    for _, number, place in costs:
        if number not in starts and place in free:
            starts[number] = place
            free.remove(place)


def _distance(number: int, place: int, length: int, anchors: dict[int, int]) -> int:
    """How far `place` is from the nearest wordings of the data before and after wording `number`."""
    before = max((one for one in anchors if one < number), default=None)
    after = min((one for one in anchors if one > number), default=None)
    gaps = [abs(place - anchors[before])] if before is not None else []
    gaps += [abs(anchors[after] - place - length)] if after is not None else []
    return min(gaps, default=place)


def _printings(wordings: Sequence[Wording]) -> Iterator[Wording]:
    for wording in wordings:
        for _ in range(wording.printed):
            yield wording


class _Aligner:
    """The words of a text and which of them are still free."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.words = [token.word for token in tokens]
        self.markers = [token.marker for token in tokens]
        self.free = [True] * len(tokens)
        self._starts: dict[str, list[int]] = defaultdict(list)
        for position, word in enumerate(self.words):
            self._starts[word].append(position)

    def runs(self, words: tuple[str, ...], most: int) -> Iterator[int]:
        """Take up to `most` unbroken runs of `words` that are free; where each begins."""
        only_numbers = not any(map(has_letter, words))
        for start in self._starts.get(words[0], ()):
            if (
                most
                and not (only_numbers and self.markers[start])
                and self._length(start, words) == len(words)
            ):
                self.take(start, len(words))
                most -= 1
                yield start

    def take(self, start: int, length: int) -> tuple[int, ...]:
        positions = tuple(range(start, start + length))
        for position in positions:
            self.free[position] = False
        return positions

    def _length(self, start: int, words: Sequence[str]) -> int:
        length = 0
        for word, found, free in zip(
            words, self.words[start : start + len(words)], self.free[start:], strict=False
        ):
            if word != found or not free:
                break
            length += 1
        return length

    def pieces(self, wording: Wording) -> Placed:
        """Put a wording together: long pieces first, then short ones near them."""
        positions: list[int | None] = [None] * len(wording.words)
        for shortest, near in _PASSES:
            start = 0
            while start < len(positions):
                start += self._place(wording.words, positions, start, shortest, near=near) or 1
        return Placed(wording, self._state(positions), tuple(positions))

    def _place(
        self, words: tuple[str, ...], positions: list[int | None], start: int, shortest: int, *, near: bool
    ) -> int:
        """Place the longest piece that begins with word `start`; its length, 0 where there is none."""
        if positions[start] is not None:
            return 1
        end = next((at for at in range(start, len(words)) if positions[at] is not None), len(words))
        wanted = words[start:end]
        best, length = self._longest(wanted, self._window(positions) if near else None)
        piece = wanted[:length]
        if length < min(shortest, len(words)) or not any(map(has_letter, piece)):
            return 0
        positions[start : start + length] = self.take(best, length)
        return length

    def _window(self, positions: Sequence[int | None]) -> range | None:
        known = [position for position in positions if position is not None]
        return range(min(known) - _NEAR, max(known) + _NEAR) if known else range(0)

    def _longest(self, wanted: tuple[str, ...], window: range | None) -> tuple[int, int]:
        best, length = 0, 0
        for at in self._starts.get(wanted[0], ()):
            if (window is None or at in window) and (found := self._length(at, wanted)) > length:
                best, length = at, found
        return best, length

    @staticmethod
    def _state(positions: Sequence[int | None]) -> State:
        known = [position for position in positions if position is not None]
        if not known:
            return "absent"
        if len(known) < len(positions):
            return "differing"
        shuffled = known != sorted(known)
        in_one_place = max(known) - min(known) + 1 == len(known)
        return "differing" if shuffled and in_one_place else "broken"
