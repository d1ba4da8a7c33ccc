"""Ranking the competencies for one text, with the words that carry each suggestion.

Three measures are added, each divided by its best score: BM25 over stems, TF-IDF over pieces of words, and BM25 over
terms of the field.  A competency that is only the name of an act counts little: acts are printed on nearly every card.
"""

from dataclasses import dataclass
from operator import mul

from socwork_standard.curriculum.index import Index, Label
from socwork_standard.curriculum.terms import Hit
from socwork_standard.curriculum.tokens import Token
from socwork_standard.model.base import Language
from socwork_standard.model.curriculum import Confidence, Evidence

STEMS, PIECES, TERMS = 0.3, 0.7, 0.35
"""The weights of the three measures, chosen on the odd half of benchmarks/mapping/outcomes.yaml."""

STRONG_WORDS = 2
STRONG_SHARE = 0.35
"""Strong: so many specific stems or terms in common, and words in common that are this share of what the text says."""

KNOWN_SHARE = 0.5
"""Nothing is strong for a text of which less than this share stands anywhere in the standard: it speaks of other things."""

@dataclass(frozen=True, slots=True)
class Candidate:
    """A competency (its number in the index) with the words that carry it."""

    number: int
    evidence: tuple[Evidence, ...]
    specific: int
    confidence: Confidence


class Word:
    """A word of the text as it is compared with labels: its stems, rarest first, and the terms it is part of."""

    __slots__ = ("in_standard", "prefixes", "stems", "surface", "terms", "weight")

    def __init__(self, token: Token, index: Index, language: Language) -> None:
        self.surface = token.surface
        self.prefixes = token.prefixes
        self.weight = index.weight(token, language)
        rarest_first = sorted(token.stems, key=index.stems.rarity, reverse=True)
        self.in_standard = any(index.stems.held_by[stem] for stem in token.stems)
        self.stems = [(stem, index.is_specific(stem, language)) for stem in rarest_first]
        self.terms: list[tuple[str, bool]] = []

    @property
    def known(self) -> bool:
        """Does the word, or a term that it is part of, stand anywhere in the standard?"""
        return bool(self.terms) or self.in_standard

    def match(self, label: Label) -> tuple[Evidence | None, str]:
        """What the word shares with a label; and, where that is specific, the stem or term it is."""
        common: Evidence | None = None
        for stem, specific in self.stems:
            word = label.by_stem.get(stem)
            if word is not None:
                if specific:
                    return Evidence(self.surface, word, "stem"), stem
                common = common or Evidence(self.surface, word, "stem")
        for term, specific in self.terms:
            word = label.by_term.get(term)
            if word is not None and (specific or common is None):
                return Evidence(self.surface, word, "term"), f"term {term}" if specific else ""
        if common is not None:
            return common, ""
        for prefix in self.prefixes:
            word = label.by_prefix.get(prefix)
            if word is not None:
                return Evidence(self.surface, word, "spelling"), ""
        return None, ""


class Question:
    """One text with what it is made of, ready to be compared with every competency."""

    __slots__ = ("_index", "_known", "_labels", "_total", "hits", "tokens", "words")

    def __init__(self, index: Index, text: str, language: Language) -> None:
        self._index = index
        self._labels = index.labels[language]
        self.tokens: list[Token] = index.tokens(text, language)
        self.hits: list[Hit] = index.finder.find(self.tokens, language)
        self.words = [Word(token, index, language) for token in self.tokens]
        for hit in self.hits:
            specific = index.terms.held_by[hit.term] <= index.rare_enough
            for word in self.words[hit.start : hit.end]:
                word.terms.append((hit.term, specific))
        self._total = sum(word.weight for word in self.words)
        self._known = sum(word.weight for word in self.words if word.known)

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
        """The words of the text that a competency's labels share, and how much they say."""
        label = self._labels[number]
        found: list[Evidence] = []
        specific: set[str] = set()
        shared = 0.0
        for word in self.words:
            one, what = word.match(label)
            if one is None:
                continue
            found.append(one)
            if one.by != "spelling":
                shared += word.weight
            if what:
                specific.add(what)
        strong = (
            len(specific) >= STRONG_WORDS
            and shared >= STRONG_SHARE * self._total
            and self._known >= KNOWN_SHARE * self._total
        )
        return Candidate(number, tuple(found), len(specific), "strong" if strong else "weak")


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
            specific = specific or candidate.specific > 0
    return found if specific else []
