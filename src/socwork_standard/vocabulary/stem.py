"""Stems of words: what stays of a word when its endings go, in Kazakh, Russian and English.

Russian and English are stemmed by Snowball.  Kazakh endings are taken off by rule: case, possessive and plural of
nouns, then the endings of verbal nouns and participles.  An ending goes only where it fits the word: its vowel
agrees with the last vowel before it (vowel harmony), and its first letter with the last letter before it (қызмет-тер,
бала-лар, топ-қа).  What is left is no dictionary word, only the same for the forms of one word.
"""

import re
from functools import lru_cache
from typing import Any

from socwork_standard.model.base import Language
from socwork_standard.text import fold, normalise, words

SHORTEST = 3
"""A stem keeps at least so many letters, one of them a vowel."""

_BACK, _FRONT = frozenset("аоұыя"), frozenset("әөүіеэ")
_VOWELS = _BACK | _FRONT | frozenset("иуюё")  # и, у, ю and ё go with both
_VOICELESS = frozenset("пфкқтсшщчцхһ")
_VOICED_BACK = {"г": "к", "ғ": "қ", "б": "п"}
"""The last letter of a word before a possessive vowel, and what it is without one (кітабы – кітап)."""

_CASES = (
    "ндағы ндегі дағы дегі тағы тегі"
    " ның нің дың дің тың тің нан нен дан ден тан тен нда нде да де та те"
    " мен бен пен ға ге қа ке на не ны ні ды ді ты ті н"
)
_POSSESSIVES = "ымыз іміз ыңыз іңіз мыз міз ңыз ңіз сы сі ы і"
_PLURALS = "лар лер дар дер тар тер"
_VERBALS = "ған ген қан кен у"
_INSTRUMENTAL = frozenset(["мен", "бен", "пен"])
"""The endings that ask for no vowel harmony."""
_AFTER_POSSESSIVE = frozenset(["нан", "нен", "нда", "нде", "на", "не", "н", "ндағы", "ндегі"])
"""Case endings that stand only after a possessive of the third person, that is after ы or і."""

_WHOLE_WORDS = (
    "дағды отбасы тұлға пайда кесте қорытынды маман мазмұн процес қазақстан үшін туралы бойынша сондай"
)
_WHOLE = frozenset(_WHOLE_WORDS.split())
"""Words whose own end looks like an ending."""


class KazakhStemmer:
    """Takes Kazakh endings off; with `folded`, off words typed without Kazakh letters (кызметтери)."""

    def __init__(self, *, folded: bool = False) -> None:
        form = fold if folded else str
        self._whole = frozenset(map(form, _WHOLE))
        self._after_possessive = frozenset(map(form, _AFTER_POSSESSIVE))
        self._groups = [
            sorted(set(form(group).split()), key=lambda one: (-len(one), one))
            for group in (_CASES, _POSSESSIVES, _PLURALS, _VERBALS)
        ]
        cases, possessives, plurals, _ = ("|".join(group) for group in self._groups)
        self._tail = re.compile(f"(?:{plurals})?(?:{possessives})?(?:{cases})?")
        # Once folded, а, о, у and и may each be a back or a front vowel.
        self._back = frozenset("ыя") if folded else _BACK
        self._front = frozenset("еэ") if folded else _FRONT
        self._narrow = frozenset("ыи") if folded else frozenset("ыі")
        self._hardened = {"г": "к", "б": "п"} if folded else _VOICED_BACK

    def stem(self, word: str) -> str:
        """The stem of one word in lower case."""
        for length in range(len(word), SHORTEST, -1):
            if word[:length] in self._whole and self._tail.fullmatch(word[length:]):
                return word[:length]
        for endings in self._groups:
            word = self._without(word, endings)
        return word

    def _without(self, word: str, endings: list[str]) -> str:
        rests = [(word.removesuffix(one), one) for one in endings if word.endswith(one)]
        fitting = [(rest, ending) for rest, ending in rests if self._fits(rest, ending)]
        if not fitting:
            return word
        rest, ending = fitting[0]
        if ending[0] in self._narrow:
            return rest[:-1] + self._hardened.get(rest[-1], rest[-1])
        return rest

    def _fits(self, rest: str, ending: str) -> bool:
        """Can this ending stand after `rest`?"""
        enough = len(rest) >= SHORTEST and bool(_VOWELS & set(rest))
        return enough and self._in_harmony(rest, ending) and self._meets(rest, ending)

    def _meets(self, rest: str, ending: str) -> bool:
        """Does the ending's first letter go with the last one before it?"""
        last, first = rest[-1], ending[0]
        if ending in self._after_possessive:
            return last in self._narrow
        if first in "ткқп":
            return last in _VOICELESS or last in "бвгд"
        if first in self._narrow:  # not жұмысш-ы: -шы and -ші make names of people
            return last == "у" or (last not in _VOWELS and last != "ш")
        if first == "с":  # not жұмы-сы: after ы or і it is the word's own с, but for жұмысшы-сы
            return last in _VOWELS and (last not in self._narrow or rest[-2] == "ш")
        if first in "лмн":
            return last not in _VOICELESS
        return first not in "дғгб" or last not in _VOICELESS

    def _in_harmony(self, rest: str, ending: str) -> bool:
        if ending in _INSTRUMENTAL:
            return True
        mine, its = self._harmony(ending), self._harmony(rest)
        return mine is None or its is None or mine == its

    def _harmony(self, letters: str) -> bool | None:
        """True for a back, False for a front vowel, by the last vowel; None where it goes with both."""
        last = next((letter for letter in reversed(letters) if letter in _VOWELS), None)
        if last in self._back:
            return True
        return False if last in self._front else None


_KAZAKH = {folded: KazakhStemmer(folded=folded) for folded in (False, True)}


@lru_cache(maxsize=1)
def _russian() -> Any:  # noqa: ANN401 - the package has no types
    from snowballstemmer.russian_stemmer import RussianStemmer  # type: ignore[import-untyped]

    return RussianStemmer()


@lru_cache(maxsize=1)
def _english() -> Any:  # noqa: ANN401 - the package has no types
    from snowballstemmer.english_stemmer import EnglishStemmer  # type: ignore[import-untyped]

    return EnglishStemmer()


@lru_cache(maxsize=100_000)
def stem(word: str, language: Language) -> str:
    """The stem of one word of a language: тапсырмаларды → тапсырма, навыками → навык, skills → skill."""
    form = normalise(word)
    if language == "kk":
        return _KAZAKH[False].stem(form)
    stemmer = _russian() if language == "ru" else _english()
    return str(stemmer.stemWord(form))


@lru_cache(maxsize=100_000)
def folded_stem(word: str, language: Language) -> str:
    """The stem of a word however its Kazakh letters are typed: қызметтері and кызметтери give the same."""
    if language == "kk":
        return _KAZAKH[True].stem(fold(word))
    return fold(stem(word, language))


def stems(text: str, language: Language) -> list[str]:
    """The stems of a text, in its order; a hyphen parts two words."""
    return [stem(part, language) for word in words(text) for part in word.split("-") if part]
