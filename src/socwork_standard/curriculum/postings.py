"""Postings: which documents a feature stands in, and how much it says there."""

import math
from array import array
from collections import Counter
from collections.abc import Callable, Sequence

DIGITS = 9
"""Logarithms are rounded to so many digits, so that no platform ranks otherwise than another."""

K1, B = 1.2, 0.75
"""The usual saturation and length parameters of BM25."""


class Postings:
    """For each feature the documents that hold it, with a weight each; documents are numbered from 0."""

    def __init__(self, counts: Sequence[Counter[str]], weight_of: Callable[[int, int], float]) -> None:
        """`weight_of` gives, for a number of documents that hold a feature among all, how much the feature says."""
        self.documents = len(counts)
        self.held_by: Counter[str] = Counter()
        for count in counts:
            self.held_by.update(count.keys())
        self._rarity = [round(weight_of(held, self.documents), DIGITS) for held in range(self.documents + 1)]
        self._where: dict[str, tuple[array[int], array[float]]] = {}

    def put(self, number: int, feature: str, weight: float) -> None:
        """Note that a document holds a feature; documents in the order of their numbers."""
        where = self._where.get(feature)
        if where is None:
            where = self._where[feature] = (array("H"), array("d"))
        where[0].append(number)
        where[1].append(weight)

    def rarity(self, feature: str) -> float:
        """How much a feature says by being rare; one that no document holds says most."""
        return self._rarity[self.held_by.get(feature, 0)]

    def add(self, feature: str, scores: list[float]) -> None:
        """Add the feature's weights to the scores of the documents that hold it."""
        where = self._where.get(feature)
        if where is not None:
            for number, weight in zip(*where, strict=True):
                scores[number] += weight


def bm25(documents: Sequence[Sequence[str]]) -> Postings:
    """Weights of BM25 over documents given as lists of features."""
    counts = [Counter(features) for features in documents]
    postings = Postings(counts, lambda held, size: math.log(1 + (size - held + 0.5) / (held + 0.5)))
    mean = sum(map(len, documents)) / max(1, len(documents)) or 1.0
    for number, count in enumerate(counts):
        length = K1 * (1 - B + B * count.total() / mean)
        for feature, times in count.items():
            postings.put(number, feature, postings.rarity(feature) * times * (K1 + 1) / (times + length))
    return postings


def tf_idf(documents: Sequence[Sequence[str]], most: float) -> Postings:
    """Weights of TF-IDF (cosine on the documents' side), multiplied by what the feature says in a question.

    Features that more than the share `most` of the documents hold say nearly nothing and are left out.
    """
    counts = [Counter(features) for features in documents]
    postings = Postings(counts, lambda held, size: math.log((1 + size) / (1 + held)) + 1)
    limit = most * len(documents)
    for number, count in enumerate(counts):
        weights = {feature: times * postings.rarity(feature) for feature, times in count.items()}
        length = math.sqrt(sum(weight * weight for weight in weights.values()))
        for feature, weight in weights.items():
            if postings.held_by[feature] <= limit:
                postings.put(number, feature, weight * postings.rarity(feature) / length)
    return postings
