"""Postings: which documents a feature stands in, and how much it says there.

Weights are whole numbers (`UNIT` stands for 1), so that sums are exact and come out the same on every machine in
whatever order they are taken.  The scores of all documents are one long integer with a lane of 64 bits for each
document: adding two such integers adds every document's score at once.  No sum comes near the end of its lane, which
would take a text of a hundred million words.
"""

import itertools
import math
import sys
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

DIGITS = 9
"""Logarithms are rounded to so many digits, so that no platform ranks otherwise than another."""

K1, B = 1.2, 0.75
"""The usual saturation and length parameters of BM25."""

UNIT = 2**32
"""The whole number that stands for a weight of 1."""

FREQUENT = 16
"""Features that so many documents hold are added for all documents at once, the others document by document."""

Lanes = int
"""A score for every document: 64 bits each."""


class Counts:
    """How often each document holds each feature; documents and features are numbered from 0."""

    def __init__(self, documents: Iterable[Iterable[str]]) -> None:
        numbers = defaultdict[str, int](itertools.count().__next__)
        self.documents: list[Counter[int]] = [
            Counter(map(numbers.__getitem__, features)) for features in documents
        ]
        self.numbers: dict[str, int] = dict(numbers)
        self.held_by = array("H", bytes(2 * len(self.numbers)))
        for held, times in Counter(itertools.chain.from_iterable(self.documents)).items():
            self.held_by[held] = times


class Postings:
    """For each feature the documents that hold it, with a weight each."""

    def __init__(self, counts: Counts, weight_of: Callable[[int, int], float]) -> None:
        """`weight_of` gives, for a number of documents that hold a feature among all, how much the feature says."""
        self.size = len(counts.documents)
        self._numbers = counts.numbers
        self._held_by = counts.held_by
        self._rarity = [round(weight_of(held, self.size), DIGITS) for held in range(self.size + 1)]
        self._ends = array("L", bytes(array("L").itemsize * len(counts.held_by)))
        begin = 0
        for feature, held in enumerate(counts.held_by):
            self._ends[feature] = begin
            begin += held
        self._documents = array("H", bytes(2 * begin))
        self._weights = array("Q", bytes(8 * begin))
        self._packed: dict[int, Lanes] = {}

    def put(self, number: int, feature: int, weight: float) -> None:
        """Note that a document holds a feature, once for each of those counted; documents in their order."""
        at = self._ends[feature]
        self._documents[at] = number
        self._weights[at] = round(weight * UNIT)
        self._ends[feature] = at + 1

    def held_by(self, feature: str) -> int:
        """How many documents hold a feature."""
        number = self._numbers.get(feature)
        return 0 if number is None else self._held_by[number]

    def rarity(self, feature: str) -> float:
        """How much a feature says by being rare; one that no document holds says most."""
        return self._rarity[self.held_by(feature)]

    def rarity_of(self, feature: int) -> float:
        """The same of a feature by its number."""
        return self._rarity[self._held_by[feature]]

    def weights(self, feature: str) -> Lanes:
        """The weight of one feature, for every document."""
        number = self._numbers.get(feature)
        return 0 if number is None else self._whole(number)

    def scores(self, features: Iterable[str]) -> Lanes:
        """The sum of the weights of features, for every document."""
        numbers, held_by, packed = self._numbers, self._held_by, self._packed
        total = 0
        lanes = array("Q", bytes(8 * self.size))
        for feature in features:
            number = numbers.get(feature)
            if number is None:
                continue
            if held_by[number] < FREQUENT:
                self._add(number, lanes)
                continue
            if number not in packed:
                packed[number] = self._whole(number)
            total += packed[number]
        return total + _pack(lanes)

    def _whole(self, number: int) -> Lanes:
        lanes = array("Q", bytes(8 * self.size))
        self._add(number, lanes)
        return _pack(lanes)

    def _add(self, number: int, lanes: "array[int]") -> None:
        end = self._ends[number]
        begin = end - self._held_by[number]
        for document, weight in zip(self._documents[begin:end], self._weights[begin:end], strict=True):
            lanes[document] += weight


def _pack(lanes: "array[int]") -> Lanes:
    return int.from_bytes(lanes.tobytes(), sys.byteorder)


def unpack(lanes: Lanes, size: int) -> list[int]:
    """The scores of `size` documents, in their order."""
    return memoryview(lanes.to_bytes(8 * size, sys.byteorder)).cast("Q").tolist()


def bm25(documents: Iterable[Iterable[str]], weights: Sequence[float]) -> Postings:
    """Weights of BM25 over documents given as features, times each document's own weight."""
    counts = Counts(documents)
    postings = Postings(counts, lambda held, size: math.log(1 + (size - held + 0.5) / (held + 0.5)))
    mean = sum(count.total() for count in counts.documents) / max(1, postings.size) or 1.0
    for number, (count, own) in enumerate(zip(counts.documents, weights, strict=True)):
        length = K1 * (1 - B + B * count.total() / mean)
        for feature, times in count.items():
            says = postings.rarity_of(feature) * times * (K1 + 1) / (times + length)
            postings.put(number, feature, own * says)
    return postings


def tf_idf(documents: Iterable[Iterable[str]], weights: Sequence[float], most: float) -> Postings:
    """Weights of TF-IDF (cosine on the documents' side), multiplied by what the feature says in a question.

    Each is multiplied by its document's own weight too.  Features that more than the share `most` of the documents
    hold say nearly nothing and weigh nothing.
    """
    counts = Counts(documents)
    postings = Postings(counts, lambda held, size: math.log((1 + size) / (1 + held)) + 1)
    limit = most * postings.size
    rarity = [postings.rarity_of(feature) for feature in range(len(counts.held_by))]
    asked = [rare if held <= limit else 0.0 for rare, held in zip(rarity, counts.held_by, strict=True)]
    for number, (count, own) in enumerate(zip(counts.documents, weights, strict=True)):
        says = {feature: times * rarity[feature] for feature, times in count.items()}
        length = math.sqrt(sum(weight * weight for weight in says.values()))
        for feature, weight in says.items():
            postings.put(number, feature, own * weight * asked[feature] / length)
    return postings
