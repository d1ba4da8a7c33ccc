"""Finding things by words in Kazakh, Russian or English: forgiving about endings, typos and missing Kazakh letters.

Each word of a query is compared with the words of all texts: the same word, then the same letters with Kazakh ones
typed as Russian, then the same stem, then the beginning of a word, and, only where nothing of that was found, words
of one or two wrong letters.  Rare words weigh more than common ones.  The same query gives the same answer.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from math import log

from socwork_standard.data.standard import Standard
from socwork_standard.model.base import Language
from socwork_standard.text import fold, normalise
from socwork_standard.vocabulary.index import code_form
from socwork_standard.vocabulary.searchable import KINDS, Kind, Place, Searchable, Text, searchables
from socwork_standard.vocabulary.stem import folded_stem

SAME, SAME_FOLDED, SAME_STEM, NEARLY_SAME_STEM, BEGINNING, TYPO = 1.0, 0.97, 0.9, 0.8, 0.75, 0.65
"""What a match is worth, by its kind."""

ENOUGH = 0.4
"""A text whose words match less than two fifths as well as those of the best one is no hit."""

SHORTEST_BEGINNING = 3
SHORTEST_TYPO = 4
LONG = 7
"""Words are compared by their beginning from 3 letters on; from 4 one letter may be wrong, from 7 two."""

FIRST_HITS = 20
_SMALL = """
    және мен бен пен менен үшін туралы де да та те немесе
    и в во на по с со к ко из у о об для от до при или а но не без же ли бы
    and or of the a an in on at for to with by from as
"""
EVERYWHERE = frozenset(map(fold, _SMALL.split()))
"""Words that stand in most texts and tell nothing; they are passed over."""

_WORD = re.compile(r"\w+")
_CODE = re.compile(r"[^\W_]*\d[^\W_]*(?:[.-][^\W_]*\d[^\W_]*)+")
"""Figures joined by dots or hyphens: ids (`13.1.2.a3`) and codes (`3412-0-008`)."""
_MOST_LETTERS = 60
_MOST_WORDS = 30
_NEAR_ENOUGH = 0.55
_MOST_ENDING = 3


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found.

    `score` lies between 0 and 1; `found_in` is the text that matched best, in its own language; `places` are where
    it stands in the standard, only those in the cards asked for.
    """

    found: Searchable
    score: float
    found_in: Text
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The hits of a query, best first; `total` counts them before the limit.

    `unknown` words matched nothing; `passed_over` are words such as `and`, which stand everywhere.
    """

    hits: tuple[Hit, ...]
    total: int
    unknown: tuple[str, ...]
    passed_over: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Row:
    """One text of one thing, with its words."""

    owner: int
    text: Text
    length: int


class Search:
    """The words of everything that can be searched in a standard."""

    def __init__(self, standard: Standard) -> None:
        self._things = tuple(searchables(standard))
        self._rows: list[_Row] = []
        self._postings: dict[str, set[int]] = {}
        self._languages: dict[str, set[Language]] = {}
        self._codes: dict[str, list[int]] = {}
        for number, thing in enumerate(self._things):
            for code in thing.codes:
                self._codes.setdefault(code_form(code), []).append(number)
            for text in thing.texts:
                self._add(number, text)

    def _add(self, owner: int, text: Text) -> None:
        tokens = set(_tokens(text.text))
        for token in tokens:
            self._postings.setdefault(token, set()).add(len(self._rows))
            self._languages.setdefault(token, set()).add(text.language)
        self._rows.append(_Row(owner, text, len(tokens)))

    @cached_property
    def _by_beginning(self) -> dict[str, list[str]]:
        """The words of the texts by their first letters, Kazakh ones as Russian."""
        found: dict[str, list[str]] = {}
        for token in sorted(self._postings):
            found.setdefault(fold(token)[:SHORTEST_BEGINNING], []).append(token)
        return found

    def ask(
        self,
        query: str,
        *,
        kinds: Collection[Kind] = KINDS,
        card: int | None = None,
        limit: int | None = FIRST_HITS,
    ) -> Answer:
        """Everything that `query` finds, best first; only of these kinds, and of this card where one is given.

        An id or code typed in full is answered by what has it and nothing else; one that nothing has is `unknown`.
        """
        wanted = {
            number
            for number, thing in enumerate(self._things)
            if thing.kind in kinds and (card is None or card in thing.cards)
        }
        if _CODE.fullmatch(query.strip()):
            coded = self._codes.get(code_form(query), ())
            if coded or not self._stands_somewhere(query):
                found = [self._hit(at, 1.0, self._things[at].texts[0], card) for at in coded if at in wanted]
                found.sort(key=_order)
                return Answer(tuple(found[:limit]), len(found), () if coded else (query.strip(),))
        words = list(dict.fromkeys(_tokens(query)))
        asked = [word for word in words if fold(word) not in EVERYWHERE][:_MOST_WORDS]
        matches = {word: self._matches(word[:_MOST_LETTERS]) for word in asked}
        best = self._by_words({word: found for word, found in matches.items() if found}, wanted)
        by_code = wanted.intersection(self._codes.get(code_form(query), ()))
        best |= {number: (1.0, self._things[number].texts[0]) for number in by_code}
        hits = [self._hit(number, score, text, card) for number, (score, text) in best.items()]
        hits.sort(key=_order)
        unknown = tuple(word for word, found in matches.items() if not found and word.isalpha())
        passed_over = tuple(word for word in words if fold(word) in EVERYWHERE)
        return Answer(tuple(hits[:limit]), len(hits), unknown, passed_over)

    def _stands_somewhere(self, query: str) -> bool:
        """Do figures that look like a code, such as a date, stand in some text as they were typed?"""
        wanted = normalise(query)
        return any(wanted in normalise(row.text.text) for row in self._rows)

    def _hit(self, number: int, score: float, text: Text, card: int | None) -> Hit:
        thing = self._things[number]
        places = tuple(place for place in thing.places if card is None or place.card == card)
        return Hit(thing, round(score, 3), text, places)

    # -- one word ----------------------------------------------------------------------------------------------------

    def _matches(self, word: str) -> dict[str, float]:
        """The words of the texts that this one may mean, with what each match is worth."""
        found = dict(self._like(word)) if word.isalpha() else {}
        if word in self._postings:
            found[word] = SAME
        if not found and word.isalpha() and len(word) >= SHORTEST_TYPO:
            found = self._typos(word)
        return found

    def _like(self, word: str) -> Iterator[tuple[str, float]]:
        """Words with the same letters, stem or beginning."""
        folded = fold(word)
        for token in self._by_beginning.get(folded[:SHORTEST_BEGINNING], ()):
            worth = max(_alike(word, folded, token, language) for language in self._languages[token])
            if worth:
                yield token, worth

    def _typos(self, word: str) -> dict[str, float]:
        """Words with one or two letters wrong, and their other forms."""
        found: dict[str, float] = {}
        for token, worth in self._near(word):
            for form, alike in [(token, 1.0), *self._like(token)]:
                if alike >= SAME_STEM:
                    found[form] = max(found.get(form, 0.0), worth * alike)
        return found

    def _near(self, word: str) -> Iterator[tuple[str, float]]:
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        tokens = self._by_fold
        near = process.extract(
            fold(word),
            tokens.keys(),
            scorer=OSA.normalized_similarity,
            score_cutoff=_NEAR_ENOUGH,
            limit=None,
        )
        for folded, _, _ in near:
            for token in tokens[folded]:
                for language in self._languages[token]:
                    mine, its = folded_stem(word, language), folded_stem(token, language)
                    shorter = min(len(mine), len(its))
                    allowed = (shorter >= SHORTEST_TYPO) + (shorter >= LONG)
                    wrong = min(OSA.distance(mine, its), OSA.distance(fold(word), folded))
                    if wrong <= allowed:
                        yield token, TYPO - 0.1 * (wrong - 1)

    @cached_property
    def _by_fold(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for token in sorted(self._postings):
            if token.isalpha() and len(token) >= SHORTEST_TYPO:
                found.setdefault(fold(token), []).append(token)
        return found

    # -- all words ---------------------------------------------------------------------------------------------------

    def _by_words(
        self, matches: dict[str, dict[str, float]], wanted: set[int]
    ) -> dict[int, tuple[float, Text]]:
        """For each wanted thing found its score and the text that matched best."""
        weights: dict[str, float] = {}
        rows: dict[int, dict[str, float]] = {}
        for word, found in matches.items():
            touched: dict[int, float] = {}
            for token, worth in found.items():
                for row in self._postings[token]:
                    touched[row] = max(touched.get(row, 0.0), worth)
            # The other words that merely begin alike do not make a word common.
            meant = sum(worth >= SAME_STEM for worth in touched.values()) or len(touched)
            weights[word] = log(1 + len(self._rows) / meant)
            for row, worth in touched.items():
                if self._rows[row].owner in wanted:
                    rows.setdefault(row, {})[word] = worth
        whole = sum(weights.values())
        least = ENOUGH * max((sum(worths.values()) for worths in rows.values()), default=0.0)
        best: dict[int, tuple[float, Text]] = {}
        for number, worths in sorted(rows.items()):
            if sum(worths.values()) < least:
                continue
            one = self._rows[number]
            share = sum(weights[word] * worth for word, worth in worths.items()) / whole
            filled = min(1.0, len(worths) / one.length)
            score = share * one.text.worth * (0.75 + 0.25 * filled)
            if score > best.get(one.owner, (0.0, one.text))[0]:
                best[one.owner] = (score, one.text)
        return best


def _tokens(text: str) -> list[str]:
    """The words of a text, the parts of hyphened ones apart."""
    return _WORD.findall(normalise(text))


def _alike(word: str, folded: str, token: str, language: Language) -> float:
    """What it is worth that `token`, a word of this language, looks like `word`; 0 where it does not."""
    other = fold(token)
    if folded == other:
        return SAME_FOLDED
    mine, its = folded_stem(word, language), folded_stem(token, language)
    if mine == its:
        return SAME_STEM
    if min(len(mine), len(its)) < SHORTEST_BEGINNING:
        return 0.0
    if mine.startswith(its) and len(mine) - len(its) <= _MOST_ENDING:
        return NEARLY_SAME_STEM if len(mine) - len(its) == 1 else BEGINNING - 0.1
    if its.startswith(mine) and len(its) - len(mine) == 1:
        return NEARLY_SAME_STEM
    return BEGINNING if other.startswith((folded, mine)) else 0.0


def _order(hit: Hit) -> tuple[float, int, list[tuple[int, int | str]]]:
    """Best first; of equals cards before what stands inside them, and then by id, numbers as numbers."""
    parts: list[tuple[int, int | str]] = [
        (0, int(part)) if part.isdecimal() and part.isascii() else (1, part)
        for part in hit.found.id.split(".")
    ]
    return -hit.score, KINDS.index(hit.found.kind), parts
