"""Terms of the field in a text: several ways to say one thing (кейс-менеджмент, ведение случая, casework)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from socwork_standard.curriculum.tokens import Abbreviations, Token, abbreviations_of, tokenise
from socwork_standard.data.standard import Standard
from socwork_standard.model.base import LANGUAGES, Language
from socwork_standard.model.vocabulary import Term

VOCABULARY = "terms"


@dataclass(frozen=True, slots=True)
class Hit:
    """A term found in a text, with the tokens that name it (`end` is not among them)."""

    term: str
    start: int
    end: int


class TermFinder:
    """Finds the names of terms in texts, in whatever form their words stand there; longest names first."""

    def __init__(self, terms: Iterable[Term], abbreviations: Abbreviations) -> None:
        self._names: dict[Language, dict[str, dict[tuple[str, ...], tuple[str, ...]]]] = {}
        for language in LANGUAGES:
            self._names[language] = {}
        for term in terms:
            for language in LANGUAGES:
                for name in (term.text(language), *getattr(term.aliases, language)):
                    self._add(term.id, name, language, abbreviations)

    def _add(self, term: str, name: str, language: Language, abbreviations: Abbreviations) -> None:
        stems = tuple(stem for token in tokenise(name, language, abbreviations) for stem in token.stems)
        if stems:
            names = self._names[language].setdefault(stems[0], {})
            names[stems] = tuple(dict.fromkeys((*names.get(stems, ()), term)))

    def find(self, tokens: Sequence[Token], language: Language) -> list[Hit]:
        """Every term named in the text, where it is named; names inside a longer name are not looked for."""
        stems = [(stem, number) for number, token in enumerate(tokens) for stem in token.stems]
        found: list[Hit] = []
        names = self._names[language]
        past = 0
        for at, (first, start) in enumerate(stems):
            if at < past or first not in names:
                continue
            fitting = [
                (len(name), ids)
                for name, ids in names[first].items()
                if tuple(stem for stem, _ in stems[at : at + len(name)]) == name
            ]
            if fitting:
                length, ids = max(fitting, key=lambda one: one[0])
                past = at + length
                end = stems[past - 1][1] + 1
                found.extend(Hit(term, start, end) for term in ids)
        return found


@lru_cache(maxsize=4)
def terms_of(standard: Standard) -> TermFinder:
    """The terms that a standard's vocabulary `terms` holds; none where it has no such vocabulary."""
    terms = standard.vocabulary(VOCABULARY).entries if VOCABULARY in standard.vocabulary_names else ()
    return TermFinder(terms, abbreviations_of(standard))
