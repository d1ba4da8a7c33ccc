"""The words of a text as the index sees them: abbreviations written out, words that say nothing left out.

Letters that only look right (a Latin ə in a Kazakh word, as in texts taken from PDF) are read as what they look like.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from socwork_standard.curriculum.common import stop_words
from socwork_standard.data.standard import Standard
from socwork_standard.model.base import LANGUAGES, Language
from socwork_standard.sheets.lookalikes import mend
from socwork_standard.text import fold, nfc, normalise, words
from socwork_standard.vocabulary.stem import folded_stem

_WORD = re.compile(r"\w+(?:[-‐‑–]\w+)*")
_HYPHEN = re.compile(r"[-‐‑–]")
SHORTEST_WITHOUT_CASE = 3
"""Shorter abbreviations are taken for one only where the text is not in capitals throughout (IS, is)."""

PREFIX = 5
"""Words that begin with the same so many letters are spelled alike."""


@lru_cache(maxsize=50_000)
def stem_of(word: str, language: Language) -> str:
    """The folded stem of one word; empty for a number or a word that says nothing."""
    if fold(word) in stop_words(language) or not any(map(str.isalpha, word)):
        return ""
    return folded_stem(word, language)


@dataclass(frozen=True, slots=True)
class Token:
    """A word as it stands in a text, with the words it stands for (an abbreviation written out).

    `stems` and `prefixes` are those of these words.
    """

    surface: str
    parts: tuple[str, ...]
    stems: tuple[str, ...]
    prefixes: tuple[str, ...]


class Abbreviations:
    """The abbreviations of the order with what they mean, also as typed without Kazakh letters."""

    def __init__(self, meanings: Mapping[str, str]) -> None:
        self._meanings: dict[str, tuple[str, ...]] = {}
        for short, meaning in meanings.items():
            parts = tuple(part for word in words(meaning) for part in word.split("-"))
            self._meanings.setdefault(short, parts)
            if len(short) >= SHORTEST_WITHOUT_CASE:
                self._meanings.setdefault(_folded_capitals(short), parts)

    def parts(self, surface: str, *, capitals: bool) -> tuple[str, ...]:
        """The words of an abbreviation (with an ending: МБА-ны), else the parts of the word itself.

        `capitals`: the whole text is in capitals.
        """
        pieces = [piece for piece in _HYPHEN.split(surface) if piece]
        found = self._meanings.get(pieces[0]) if pieces else None
        if found is None or (capitals and len(pieces[0]) < SHORTEST_WITHOUT_CASE):
            return tuple(normalise(piece) for piece in pieces)
        return found


def _folded_capitals(short: str) -> str:
    """An abbreviation without Kazakh letters, its capitals kept (ТжКБ has a small letter)."""
    return "".join(fold(letter).upper() if letter.isupper() else fold(letter) for letter in short)


@lru_cache(maxsize=4)
def abbreviations_of(standard: Standard) -> Abbreviations:
    """The abbreviations that the order defines, in its own and in the other languages (point 3)."""
    meanings: dict[str, str] = {}
    for one in standard.order.abbreviations:
        for language in LANGUAGES:
            meanings.setdefault(one.term.text(language), one.meaning.text(language))
    return Abbreviations(meanings)


def tokenise(text: str, language: Language, abbreviations: Abbreviations) -> list[Token]:
    """The words of a text that say something, in its order."""
    text = nfc(text)
    capitals = text.isupper()
    found = []
    for surface in _WORD.findall(text):
        token = _token(surface, language, abbreviations, capitals)
        if token.stems:
            found.append(token)
    return found


@lru_cache(maxsize=20_000)
def _token(surface: str, language: Language, abbreviations: Abbreviations, capitals: bool) -> Token:  # noqa: FBT001
    parts = abbreviations.parts(mend(surface), capitals=capitals)
    pairs = [(part, stem) for part in parts if part and (stem := stem_of(part, language))]
    prefixes = (fold(part)[:PREFIX] for part, _ in pairs if len(part) >= PREFIX)
    return Token(surface, tuple(part for part, _ in pairs), tuple(stem for _, stem in pairs), tuple(prefixes))
