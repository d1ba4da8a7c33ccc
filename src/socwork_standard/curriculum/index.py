"""The index of the competencies: their labels in three languages, as stems, terms and pieces of words."""

from array import array
from functools import lru_cache

from socwork_standard.curriculum.postings import Postings
from socwork_standard.curriculum.terms import TermFinder, terms_of
from socwork_standard.curriculum.tokens import Abbreviations, Token, abbreviations_of, tokenise
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

PREFIX = 5
"""Words that begin with the same so many letters are spelled alike."""

MOST_WORDS_KEPT = 8_000
"""The scores of so many words are remembered (2.5 kB each)."""


def pieces(word: str) -> list[str]:
    """The pieces of a word, folded."""
    padded = f" {fold(word)} "
    low, high = PIECES
    return [padded[at : at + size] for size in range(low, high + 1) for at in range(len(padded) - size + 1)]


class Label:
    """The label of a competency in one language: its words by stem, by term and by how they begin."""

    __slots__ = ("by_prefix", "by_stem", "by_term", "tokens")

    def __init__(self, tokens: list[Token], finder: TermFinder, language: Language) -> None:
        self.tokens = tokens
        self.by_stem: dict[str, str] = {}
        self.by_term: dict[str, str] = {}
        self.by_prefix: dict[str, str] = {}
        for token in tokens:
            for part, stem in zip(token.parts, token.stems, strict=True):
                self.by_stem.setdefault(stem, token.surface)
                if len(part) >= PREFIX:
                    self.by_prefix.setdefault(fold(part)[:PREFIX], token.surface)
        for hit in finder.find(tokens, language):
            self.by_term.setdefault(hit.term, " ".join(token.surface for token in tokens[hit.start : hit.end]))


class Index:
    """Every competency that is not retired, in the order of the slugs, with what its labels are made of."""

    def __init__(self, standard: Standard) -> None:
        self.competencies: tuple[Competency, ...] = tuple(
            sorted((one for one in standard.competencies.values() if not one.replaced_by), key=lambda one: one.id)
        )
        self.numbers = {one.id: number for number, one in enumerate(self.competencies)}
        self.abbreviations: Abbreviations = abbreviations_of(standard)
        self.finder = terms_of(standard)
        self.labels: list[dict[Language, Label]] = [self._labels(one) for one in self.competencies]
        self.stems: Postings[str] = Postings.bm25([self._stems(labels) for labels in self.labels])
        self.terms: Postings[str] = Postings.bm25([self._terms(labels) for labels in self.labels])
        self.pieces: Postings[str] = Postings.tf_idf([self._pieces(labels) for labels in self.labels], COMMON_PIECE)
        self.importance = [ACT if one.act else 1.0 for one in self.competencies]
        self.word_scores = lru_cache(maxsize=MOST_WORDS_KEPT)(self._word_scores)

    def tokens(self, text: str, language: Language) -> list[Token]:
        """The words of a text that say something."""
        return tokenise(text, language, self.abbreviations)

    def _labels(self, competency: Competency) -> dict[Language, Label]:
        return {
            language: Label(self.tokens(str(getattr(competency, language)), language), self.finder, language)
            for language in LANGUAGES
        }

    @staticmethod
    def _stems(labels: dict[Language, Label]) -> list[str]:
        return [stem for label in labels.values() for token in label.tokens for stem in token.stems]

    @staticmethod
    def _terms(labels: dict[Language, Label]) -> list[str]:
        return sorted({term for label in labels.values() for term in label.by_term})

    @staticmethod
    def _pieces(labels: dict[Language, Label]) -> list[str]:
        words = (part for label in labels.values() for token in label.tokens for part in token.parts)
        return [piece for word in words for piece in pieces(word)]

    def _word_scores(self, word: str) -> "array[float]":
        """What the pieces of one word say for each competency."""
        scores = [0.0] * len(self.competencies)
        for piece in pieces(word):
            self.pieces.add(piece, scores)
        return array("d", scores)


@lru_cache(maxsize=2)
def index_of(standard: Standard) -> Index:
    """The index of a standard, built when first used."""
    return Index(standard)
