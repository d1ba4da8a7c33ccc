"""The index of the competencies: their labels in three languages, as stems, terms and pieces of words."""

from collections.abc import Iterator
from functools import lru_cache

from socwork_standard.curriculum.common import anywhere_stems, generic_stems
from socwork_standard.curriculum.labels import Label, Parsed, Word
from socwork_standard.curriculum.postings import Lanes, Postings, bm25, tf_idf
from socwork_standard.curriculum.terms import terms_of
from socwork_standard.curriculum.tokens import Abbreviations, Token, abbreviations_of, tokenise
from socwork_standard.data.standard import Standard
from socwork_standard.model.base import LANGUAGES, Language
from socwork_standard.model.competency import Competency
from socwork_standard.text import fold

PIECES = (3, 5)
"""Pieces of words are so many letters long, the spaces around the word counted."""

COMMON_PIECE = 0.3
"""Pieces that more than this share of the competencies holds are left out."""

STEM_WEIGHT, PIECE_WEIGHT, TERM_WEIGHT = 1.0, 2.0, 3.0
"""What the three measures count beside each other, chosen on the odd half of benchmarks/mapping/outcomes.yaml."""

ACT = 0.5
"""What a competency counts that only names an act."""

SPECIFIC = 0.10
"""A stem or term is specific if at most this share of the competencies holds it, or one alone."""

GENERIC = 1.0
"""What a word says that outcomes of any subject use; the rarest words say about six times as much."""

MOST_WORDS_KEPT = 8_000
"""So many words and their scores are remembered (2.5 kB each)."""


def pieces(word: str) -> list[str]:
    """The pieces of a word, folded."""
    padded = f" {fold(word)} "
    low, high = PIECES
    return [padded[at : at + size] for size in range(low, high + 1) for at in range(len(padded) - size + 1)]


class Index:
    """Every competency that is not retired, in the order of the slugs, with what its labels are made of."""

    def __init__(self, standard: Standard) -> None:
        self.competencies: tuple[Competency, ...] = tuple(
            sorted(
                (one for one in standard.competencies.values() if one.items and not one.replaced_by),
                key=lambda one: one.id,
            )
        )
        self.numbers = {one.id: number for number, one in enumerate(self.competencies)}
        self.abbreviations: Abbreviations = abbreviations_of(standard)
        self.finder = terms_of(standard)
        parsed = [self._parsed(one) for one in self.competencies]
        self.labels: dict[Language, list[Label]] = {
            language: [Label(each[one] for one in _first(language)) for each in parsed]
            for language in LANGUAGES
        }
        self.stems: Postings = bm25((_stems(each) for each in parsed), self._weights(STEM_WEIGHT))
        self.terms: Postings = bm25((_terms(each) for each in parsed), self._weights(TERM_WEIGHT))
        self.pieces: Postings = tf_idf(
            (_pieces(each) for each in parsed), self._weights(PIECE_WEIGHT), COMMON_PIECE
        )
        self.rare_enough = max(1.0, SPECIFIC * len(self.competencies))
        self.word = lru_cache(maxsize=MOST_WORDS_KEPT)(self._word)
        self.word_scores = lru_cache(maxsize=MOST_WORDS_KEPT)(self._word_scores)
        self.term_scores = lru_cache(maxsize=MOST_WORDS_KEPT)(self._term_scores)

    def tokens(self, text: str, language: Language) -> list[Token]:
        """The words of a text that say something."""
        return tokenise(text, language, self.abbreviations)

    def _word(self, token: Token, language: Language) -> Word:
        """A word of a text with what the standard knows of it."""
        generic = generic_stems(language)
        rarest_first = sorted(token.stems, key=self.stems.rarity, reverse=True)
        stems = (
            (one, self.stems.held_by(one) <= self.rare_enough and one not in generic) for one in rarest_first
        )
        weight = self.stems.rarity(rarest_first[0]) if generic.isdisjoint(token.stems) else GENERIC
        known = any(self.stems.held_by(stem) for stem in token.stems)
        anywhere = not (generic | anywhere_stems(language)).isdisjoint(token.stems)
        return Word(token.surface, tuple(stems), token.prefixes, weight, known, anywhere)

    def _parsed(self, competency: Competency) -> dict[Language, Parsed]:
        found: dict[Language, Parsed] = {}
        for language in LANGUAGES:
            tokens = self.tokens(str(getattr(competency, language)), language)
            found[language] = (tokens, self.finder.find(tokens, language))
        return found

    def _weights(self, measure: float) -> list[float]:
        """What each competency counts in a measure."""
        return [measure * (ACT if one.act else 1.0) for one in self.competencies]

    def _word_scores(self, word: str, stem: str) -> Lanes:
        """What one word says for each competency, by its stem and its pieces."""
        return self.pieces.scores(pieces(word)) + self.stems.weights(stem)

    def _term_scores(self, term: str) -> Lanes:
        """What a term of the field says for each competency."""
        return self.terms.weights(term)


def _first(language: Language) -> list[Language]:
    return [language, *(other for other in LANGUAGES if other != language)]


def _stems(labels: dict[Language, Parsed]) -> list[str]:
    return [stem for tokens, _ in labels.values() for token in tokens for stem in token.stems]


def _terms(labels: dict[Language, Parsed]) -> list[str]:
    return sorted({hit.term for _, hits in labels.values() for hit in hits})


def _pieces(labels: dict[Language, Parsed]) -> Iterator[str]:
    words = (part for tokens, _ in labels.values() for token in tokens for part in token.parts)
    return (piece for word in words for piece in pieces(word))


@lru_cache(maxsize=2)
def index_of(standard: Standard) -> Index:
    """The index of a standard, built when first used."""
    return Index(standard)
