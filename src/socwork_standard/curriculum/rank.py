"""Ranking the competencies for one text, with the words that carry each suggestion.

A score is a sum over the words of the text: BM25 of the stem, TF-IDF of the word's pieces, and BM25 of the terms of
the field that words name.  So each word's part is computed once and remembered.  A competency that is only the name of
an act counts little: acts are printed on nearly every card.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from socwork_standard.curriculum.index import Index
from socwork_standard.curriculum.postings import unpack
from socwork_standard.curriculum.terms import Hit
from socwork_standard.curriculum.tokens import Token
from socwork_standard.model.base import Language
from socwork_standard.model.curriculum import Confidence, Evidence

STRONG_WORDS = 2
STRONG_SHARE = 0.35
"""Strong: so many specific stems or terms in common, not all of them at home in any subject, and words in common that
are this share of what the text says."""

KNOWN_SHARE = 0.5
"""Nothing is strong for a text of which less than this share stands anywhere in the standard."""


SecondOpinion = Callable[[str, Language, Sequence[int]], Sequence[float]]
"""Gives, for a text, its language and the scores of the words, the scores to rank by."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A competency (its number in the index) with the words that carry it."""

    number: int
    evidence: tuple[Evidence, ...]
    specific: int
    confidence: Confidence


class Question:
    """One text with what it is made of, ready to be compared with every competency."""

    __slots__ = ("_index", "_known", "_labels", "_terms", "_total", "hits", "tokens", "words")

    def __init__(self, index: Index, text: str, language: Language) -> None:
        self._index = index
        self._labels = index.labels[language]
        self.tokens: list[Token] = index.tokens(text, language)
        self.hits: list[Hit] = index.finder.find(self.tokens, language)
        self.words = [index.word(token, language) for token in self.tokens]
        self._terms: list[list[tuple[str, bool]]] = [[] for _ in self.tokens]
        for hit in self.hits:
            specific = index.terms.held_by(hit.term) <= index.rare_enough
            for terms in self._terms[hit.start : hit.end]:
                terms.append((hit.term, specific))
        self._total = sum(word.weight for word in self.words)
        self._known = sum(
            word.weight for word, terms in zip(self.words, self._terms, strict=True) if word.known or terms
        )

    def scores(self) -> list[int]:
        """The score of every competency; 0 where nothing at all is shared."""
        index = self._index
        total = 0
        for token in self.tokens:
            for part, stem in zip(token.parts, token.stems, strict=True):
                total += index.word_scores(part, stem)
        for term in dict.fromkeys(hit.term for hit in self.hits):
            total += index.term_scores(term)
        return unpack(total, len(index.competencies))

    def evidence(self, number: int) -> Candidate:
        """The words of the text that a competency's labels share, and how much they say."""
        label = self._labels[number]
        found: list[Evidence] = []
        specific: set[str] = set()
        of_the_field = False
        shared = 0.0
        for word, terms in zip(self.words, self._terms, strict=True):
            one, what = word.match(label, terms)
            if one is None:
                continue
            found.append(one)
            if one.by != "spelling":
                shared += word.weight
            if what:
                specific.add(what)
                of_the_field = of_the_field or not word.anywhere
        strong = (
            len(specific) >= STRONG_WORDS
            and of_the_field
            and shared >= STRONG_SHARE * self._total
            and self._known >= KNOWN_SHARE * self._total
        )
        return Candidate(number, tuple(found), len(specific), "strong" if strong else "weak")


def rank(
    index: Index,
    text: str,
    language: Language,
    top: int,
    among: frozenset[int] | None = None,
    second: SecondOpinion | None = None,
) -> list[Candidate]:
    """At most `top` competencies for a text, best first; none where it shares nothing specific with any of them.

    `among` limits the competencies to these numbers.  Equal scores stand in the order of the slugs.  A `second` opinion
    gives scores of its own from those of the words, where these found something; the words still tell what is strong.
    """
    question = Question(index, text, language)
    if not question.tokens:
        return []
    scores = question.scores()
    found = _best(question, scores, top, among, bare=False)
    if second is None or not found:
        return found
    return _best(question, second(text, language, scores), top, among, bare=True)


def _best(
    question: Question, scores: Sequence[float], top: int, among: frozenset[int] | None, *, bare: bool
) -> list[Candidate]:
    """The best candidates; `bare`: also those that share no word."""
    order = sorted(range(len(scores)), key=scores.__getitem__, reverse=True)
    found: list[Candidate] = []
    specific = False
    for number in order:
        if len(found) == top or scores[number] <= 0:
            break
        if among is not None and number not in among:
            continue
        candidate = question.evidence(number)
        if candidate.evidence or bare:
            found.append(candidate)
            specific = specific or candidate.specific > 0
    return found if specific or bare else []
