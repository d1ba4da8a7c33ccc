"""The index of the competencies: their labels in three languages, as stems, terms and pieces of words."""

from array import array
from collections.abc import Iterable
from functools import lru_cache

from socwork_standard.curriculum.postings import Postings, bm25, tf_idf
from socwork_standard.curriculum.terms import Hit, TermFinder, terms_of
from socwork_standard.curriculum.tokens import Abbreviations, Token, abbreviations_of, generic_stems, tokenise
from socwork_standard.data.standard import Standard
from socwork_standard.model.base import LANGUAGES, Language
from socwork_standard.model.competency import Competency
from socwork_standard.text import fold

PIECES = (3, 5)
"""Pieces of words are so many letters long, the spaces around the word counted."""

COMMON_PIECE = 0.5
"""Pieces that more than this share of the competencies holds are left out."""

ACT = 0.5
"""What a competency counts that only names an act."""

SPECIFIC = 0.10
"""A stem or term is specific if at most this share of the competencies holds it."""

GENERIC = 1.0
"""What a word says that outcomes of any subject use; the rarest words say about six times as much."""

MOST_WORDS_KEPT = 8_000
"""The scores of so many words are remembered (2.5 kB each)."""


def pieces(word: str) -> list[str]:
    """The pieces of a word, folded."""
    padded = f" {fold(word)} "
    low, high = PIECES
    return [padded[at : at + size] for size in range(low, high + 1) for at in range(len(padded) - size + 1)]


class Label:
    """What a competency's labels hold: their words by stem, by term and by how they begin.

    Words of the label in the language asked for come first; what only the other languages hold stands in for them.
    """

    __slots__ = ("by_prefix", "by_stem", "by_term")

    def __init__(self, labels: "Iterable[Parsed]") -> None:
        self.by_stem: dict[str, str] = {}
        self.by_term: dict[str, str] = {}
        self.by_prefix: dict[str, str] = {}
        for tokens, hits in labels:
            for token in tokens:
                for stem in token.stems:
                    self.by_stem.setdefault(stem, token.surface)
                for prefix in token.prefixes:
                    self.by_prefix.setdefault(prefix, token.surface)
            for hit in hits:
                named = " ".join(token.surface for token in tokens[hit.start : hit.end])
                self.by_term.setdefault(hit.term, named)


Parsed = tuple[list[Token], list[Hit]]
"""A label's words, and the terms found among them."""


class Index:
    """Every competency that is not retired, in the order of the slugs, with what its labels are made of."""

    def __init__(self, standard: Standard) -> None:
        self.competencies: tuple[Competency, ...] = tuple(
            sorted((one for one in standard.competencies.values() if not one.replaced_by), key=lambda one: one.id)
        )
        self.numbers = {one.id: number for number, one in enumerate(self.competencies)}
        self.abbreviations: Abbreviations = abbreviations_of(standard)
        self.finder = terms_of(standard)
        parsed = [self._parsed(one) for one in self.competencies]
        self.labels: dict[Language, list[Label]] = {
            language: [Label(each[one] for one in _first(language)) for each in parsed] for language in LANGUAGES
        }
        self.stems: Postings = bm25([_stems(each) for each in parsed])
        self.terms: Postings = bm25([_terms(each) for each in parsed])
        self.pieces: Postings = tf_idf([_pieces(each) for each in parsed], COMMON_PIECE)
        self.rare_enough = SPECIFIC * len(self.competencies)
        self.importance = [ACT if one.act else 1.0 for one in self.competencies]
        self.word_scores = lru_cache(maxsize=MOST_WORDS_KEPT)(self._word_scores)

    def tokens(self, text: str, language: Language) -> list[Token]:
        """The words of a text that say something."""
        return tokenise(text, language, self.abbreviations)

    def is_specific(self, stem: str, language: Language) -> bool:
        """Is the stem rare among the competencies, and no word of outcomes in general?"""
        return self.stems.held_by[stem] <= self.rare_enough and stem not in generic_stems(language)

    def weight(self, token: Token, language: Language) -> float:
        """How much a word of a text says: as much as its rarest stem; little where any subject would use it."""
        if not generic_stems(language).isdisjoint(token.stems):
            return GENERIC
        return max(map(self.stems.rarity, token.stems))

    def _parsed(self, competency: Competency) -> "dict[Language, Parsed]":
        found: dict[Language, Parsed] = {}
        for language in LANGUAGES:
            tokens = self.tokens(str(getattr(competency, language)), language)
            found[language] = (tokens, self.finder.find(tokens, language))
        return found

    def _word_scores(self, word: str) -> "array[float]":
        """What the pieces of one word say for each competency."""
        scores = [0.0] * len(self.competencies)
        for piece in pieces(word):
            self.pieces.add(piece, scores)
        return array("d", scores)


def _first(language: Language) -> list[Language]:
    return [language, *(other for other in LANGUAGES if other != language)]


def _stems(labels: dict[Language, Parsed]) -> list[str]:
    return [stem for tokens, _ in labels.values() for token in tokens for stem in token.stems]


def _terms(labels: dict[Language, Parsed]) -> list[str]:
    return sorted({hit.term for _, hits in labels.values() for hit in hits})


def _pieces(labels: dict[Language, Parsed]) -> list[str]:
    words = (part for tokens, _ in labels.values() for token in tokens for part in token.parts)
    return [piece for word in words for piece in pieces(word)]


@lru_cache(maxsize=2)
def index_of(standard: Standard) -> Index:
    """The index of a standard, built when first used."""
    return Index(standard)
