"""Postings: which documents a feature stands in, and how much it says there."""

import math
from array import array
from collections import Counter
from collections.abc import Hashable, Sequence
from typing import Generic, TypeVar

FeatureT = TypeVar("FeatureT", bound=Hashable)

DIGITS = 9
"""Logarithms are rounded to so many digits, so that no platform ranks otherwise than another."""

K1, B = 1.2, 0.75
"""The usual saturation and length parameters of BM25."""


def rounded_log(value: float) -> float:
    """The natural logarithm, the same on every platform."""
    return round(math.log(value), DIGITS)


class Postings(Generic[FeatureT]):
    """For each feature the documents that hold it, with a weight each; documents are numbered from 0."""

    def __init__(self, documents: int) -> None:
        self.documents = documents
        self.held_by: dict[FeatureT, int] = {}
        self._where: dict[FeatureT, tuple[array[int], array[float]]] = {}

    def _put(self, counts: Sequence[Counter[FeatureT]], weigh: "Weigher[FeatureT]", most: float = 1.0) -> None:
        held: Counter[FeatureT] = Counter()
        for count in counts:
            held.update(count.keys())
        self.held_by = dict(held)
        for number, count in enumerate(counts):
            for feature, weight in weigh(count, held).items():
                if held[feature] > most * self.documents:
                    continue
                where = self._where.get(feature)
                if where is None:
                    where = self._where[feature] = (array("H"), array("d"))
                where[0].append(number)
                where[1].append(weight)

    def rarity(self, feature: FeatureT) -> float:
        """How much a feature says by being rare; one that no document holds says most."""
        held = self.held_by.get(feature, 0)
        return rounded_log(1 + (self.documents - held + 0.5) / (held + 0.5))

    def add(self, feature: FeatureT, scores: list[float]) -> None:
        """Add the feature's weights to the scores of the documents that hold it."""
        where = self._where.get(feature)
        if where is not None:
            for number, weight in zip(*where, strict=True):
                scores[number] += weight

    @classmethod
    def bm25(cls, documents: Sequence[Sequence[FeatureT]]) -> "Postings[FeatureT]":
        """Weights of BM25 over documents given as lists of features."""
        postings = cls(len(documents))
        counts = [Counter(features) for features in documents]
        mean = sum(map(len, documents)) / max(1, len(documents)) or 1.0

        def weigh(count: Counter[FeatureT], _: Counter[FeatureT]) -> dict[FeatureT, float]:
            length = K1 * (1 - B + B * count.total() / mean)
            return {one: postings.rarity(one) * times * (K1 + 1) / (times + length) for one, times in count.items()}

        postings._put(counts, weigh)
        return postings

    @classmethod
    def tf_idf(cls, documents: Sequence[Sequence[FeatureT]], most: float) -> "Postings[FeatureT]":
        """Weights of TF-IDF (cosine on the documents' side), multiplied by what the feature says in a question.

        Features that more than the share `most` of the documents hold say nearly nothing and are left out.
        """
        postings = cls(len(documents))
        size = 1 + len(documents)

        def weigh(count: Counter[FeatureT], held: Counter[FeatureT]) -> dict[FeatureT, float]:
            rarity = {one: rounded_log(size / (1 + held[one])) + 1 for one in count}
            length = math.sqrt(sum((times * rarity[one]) ** 2 for one, times in count.items()))
            return {one: times * rarity[one] ** 2 / length for one, times in count.items()}

        postings._put([Counter(features) for features in documents], weigh, most)
        return postings
