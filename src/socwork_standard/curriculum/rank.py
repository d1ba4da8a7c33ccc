"""Ranking the competencies for one text, with the words that carry each suggestion.

Three measures are added, each divided by its best score: BM25 over stems, TF-IDF over pieces of words, and BM25 over
terms of the field.  A competency that is only the name of an act counts little: acts are printed on nearly every card.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import mul

from socwork_standard.curriculum.index import PREFIX, Index, Label
from socwork_standard.curriculum.terms import Hit
from socwork_standard.curriculum.tokens import Token
from socwork_standard.model.base import LANGUAGES, Language
from socwork_standard.model.curriculum import Confidence, Evidence
from socwork_standard.text import fold

STEMS, PIECES, TERMS = 0.3, 0.7, 0.35
"""The weights of the three measures, chosen on the odd half of benchmarks/mapping/outcomes.yaml."""

SPECIFIC = 0.10
"""A stem or term is specific if at most this share of the competencies holds it."""

STRONG_WORDS = 2
STRONG_SHARE = 0.30
"""Strong: so many specific stems or terms in common, which are together this share of what the text says."""

ENOUGH_SHARE = 0.0
"""A specific word in common must be this share of what the text says, else the text has no match."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A competency (its number in the index) with the words that carry it."""

    number: int
    evidence: tuple[Evidence, ...]
    specific: int
    share: float

    @property
    def confidence(self) -> Confidence:
        """`strong` only where several specific words agree and make up a good part of the text."""
        return "strong" if self.specific >= STRONG_WORDS and self.share >= STRONG_SHARE else "weak"


class Question:
    """One text with what it is made of, ready to be compared with every competency."""

    __slots__ = ("_by_token", "_index", "_language", "_others", "_weights", "hits", "tokens")

    def __init__(self, index: Index, text: str, language: Language) -> None:
        self._index = index
        self._language = language
        self._others = tuple(one for one in LANGUAGES if one != language)
        self.tokens: list[Token] = index.tokens(text, language)
        self.hits: list[Hit] = index.finder.find(self.tokens, language)
        self._weights = [max(index.stems.rarity(stem) for stem in token.stems) for token in self.tokens]
        self._by_token: list[list[str]] = [[] for _ in self.tokens]
        for hit in self.hits:
            for at in range(hit.start, hit.end):
                self._by_token[at].append(hit.term)

    def scores(self) -> list[float]:
        """The score of every competency; 0 where nothing at all is shared."""
        index = self._index
        size = len(index.competencies)
        stems, terms = [0.0] * size, [0.0] * size
        for token in self.tokens:
            for stem in token.stems:
                index.stems.add(stem, stems)
        for term in dict.fromkeys(hit.term for hit in self.hits):
            index.terms.add(term, terms)
        words = [index.word_scores(part) for token in self.tokens for part in token.parts]
        spelled = list(map(sum, zip(*words, strict=True))) if words else [0.0] * size
        a, b, c = (
            weight / (max(measure) or 1.0)
            for weight, measure in ((STEMS, stems), (PIECES, spelled), (TERMS, terms))
        )
        total = [a * x + b * y + c * z for x, y, z in zip(stems, spelled, terms, strict=True)]
        return list(map(mul, total, index.importance))

    def evidence(self, number: int) -> Candidate:
        """The words of the text that a competency's label shares, and how much they say."""
        label = self._index.labels[number][self._language]
        others = [self._index.labels[number][other] for other in self._others]
        found: list[Evidence] = []
        specific: set[str] = set()
        shared = 0.0
        for at, token in enumerate(self.tokens):
            one, is_specific = self._match(at, token, label, others)
            if one is not None:
                found.append(one)
                if one.by != "spelling":
                    shared += self._weights[at]
                if is_specific:
                    specific.add(is_specific)
        total = sum(self._weights)
        return Candidate(number, tuple(found), len(specific), shared / total if total else 0.0)

    def _match(self, at: int, token: Token, label: Label, others: Sequence[Label]) -> tuple[Evidence | None, str]:
        """What the word at a place shares with a label; and, where that is specific, the stem or term it is."""
        index = self._index
        limit = SPECIFIC * len(index.competencies)
        best: tuple[int, Evidence, str] | None = None
        for stem in token.stems:
            word = label.by_stem.get(stem) or next((w for o in others if (w := o.by_stem.get(stem))), None)
            if word is not None and (best is None or index.stems.held_by[stem] < best[0]):
                best = (index.stems.held_by[stem], Evidence(token.surface, word, "stem"), stem)
        if best is not None and best[0] <= limit:
            return best[1], best[2]
        for term in self._by_token[at]:
            word = label.by_term.get(term) or next((w for o in others if (w := o.by_term.get(term))), None)
            if word is not None:
                specific = f"term {term}" if index.terms.held_by[term] <= limit else ""
                if specific or best is None:
                    return Evidence(token.surface, word, "term"), specific
        if best is not None:
            return best[1], ""
        return self._alike(token, label), ""

    @staticmethod
    def _alike(token: Token, label: Label) -> Evidence | None:
        for part in token.parts:
            if len(part) >= PREFIX and (word := label.by_prefix.get(fold(part)[:PREFIX])):
                return Evidence(token.surface, word, "spelling")
        return None


def rank(index: Index, text: str, language: Language, top: int, among: frozenset[int] | None = None) -> list[Candidate]:
    """At most `top` competencies for a text, best first; none where it shares nothing specific with any of them.

    `among` limits the competencies to these numbers.  Equal scores stand in the order of the slugs.
    """
    question = Question(index, text, language)
    if not question.tokens:
        return []
    scores = question.scores()
    order = sorted(range(len(scores)), key=scores.__getitem__, reverse=True)
    found: list[Candidate] = []
    specific = False
    for number in order:
        if len(found) == top or scores[number] <= 0:
            break
        if among is not None and number not in among:
            continue
        candidate = question.evidence(number)
        if candidate.evidence:
            found.append(candidate)
            specific = specific or (candidate.specific > 0 and candidate.share >= ENOUGH_SHARE)
    return found if specific else []
