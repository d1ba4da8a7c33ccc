"""The words of a text as the index sees them: abbreviations written out, words that say nothing left out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from socwork_standard.data.standard import Standard
from socwork_standard.model.base import LANGUAGES, Language
from socwork_standard.text import fold, nfc, normalise, words
from socwork_standard.vocabulary.stem import folded_stem

_WORD = re.compile(r"\w+(?:[-‐‑–]\w+)*")
_HYPHEN = re.compile(r"[-‐‑–]")
SHORTEST_WITHOUT_CASE = 3
"""Shorter abbreviations are taken for one only where the text is not in capitals throughout (IS, is)."""

PREFIX = 5
"""Words that begin with the same so many letters are spelled alike."""

_STOP: dict[Language, str] = {
    "kk": "және мен бен пен үшін бойынша туралы бар болу болып болады ету етеді ететін оның өз ол бұл де да немесе мақсатында "
    "кезінде арқылы алу алады біледі білу білім түсінеді меңгерген меңгеру меңгереді студент білуші сондай ақ оларды олардың "
    "сияқты болған және т б әр түрлі беру береді істеу жасау жасайды игерген қабілетті тиіс керек қажет негізгі",
    "ru": "и в во за же ли бы уже еще все на по с со к ко из у о об для от до при их его ее том числе или а также как что это не но без через над под "
    "между умеет уметь знает знать знание владеет владеть способен студент обучающийся понимает понимать навык умение др т д "
    "п основной различный который",
    "en": "the of and in to for a an with on by is are as at or its their from into that able will be can student students "
    "learner graduate knows know understands understand has have how who when which what between such other "
    "it they them this these those do does using use uses various main",
}


@lru_cache(maxsize=3)
def _stop_words(language: Language) -> frozenset[str]:
    return frozenset(fold(word) for word in _STOP[language].split())


@lru_cache(maxsize=50_000)
def stem_of(word: str, language: Language) -> str:
    """The folded stem of one word; empty for a word that says nothing."""
    if fold(word) in _stop_words(language) or not word.strip("_"):
        return ""
    return folded_stem(word, language)


_GENERIC: dict[Language, str] = {
    "kk": "талдау талдайды анықтау анықтайды сипаттау сипаттайды түсіндіру түсіндіреді қолдану қолданады пайдалану пайдаланады "
    "салыстыру салыстырады ажырату ажыратады таңдау таңдайды әзірлеу әзірлейді құру құрады қалыптастыру есептеу есептейді "
    "көрсету көрсетеді зерттейді бағалайды бағалау дайындау жүргізу жүргізеді ұйымдастыру ұйымдастырады қамтамасыз ету шешу "
    "әдіс тәсіл технология жүйе түр заманауи қазіргі жаңа бағыт үдеріс процесс негіз принцип қағида теория тәжірибе практика "
    "ұғым мәселе міндет мақсат нәтиже деңгей рөл құрылым үлгі модель фактор жағдай ерекшелік қасиет салыстырмалы маңызды "
    "физикалық химиялық қазақ орыс ағылшын Қазақстан республика",
    "ru": "анализировать анализ определять определение описывать описание объяснять объяснение применять применение использовать "
    "использование сравнивать сравнение различать выбирать подбирать разрабатывать разработка создавать создание формировать "
    "формирование рассчитывать демонстрировать исследовать оценивать проводить проведение осуществлять осуществление организовать "
    "организация обеспечивать обеспечение решать решение выявлять выявление метод способ прием технология система вид тип форма "
    "современный новый направление процесс основа принцип теория практика понятие проблема задача цель результат уровень роль "
    "структура модель фактор условие особенность свойство общество сфера область деятельность характеризовать "
    "физический химический казахский русский английский Казахстан республика",
    "en": "analyse analyze analysis define definition determine describe description explain apply application employ compare "
    "comparison comparable distinguish choose select develop development create creation form calculate demonstrate explore "
    "investigate evaluate interpret provide perform carry organise ensure solve identify formulate discuss design method "
    "technique way technology system type kind modern current new direction process basis basic principle theory practice "
    "concept problem task goal aim result level role structure model factor condition feature property field area activity "
    "against internal external product cycle Kazakhstan republic",
}


@lru_cache(maxsize=3)
def generic_stems(language: Language) -> frozenset[str]:
    """Stems of words that outcomes of any subject use: they alone never show that two texts mean the same."""
    return frozenset(folded_stem(word, language) for word in _GENERIC[language].split())


@dataclass(frozen=True, slots=True)
class Token:
    """A word as it stands in a text, with the words it stands for (an abbreviation written out), their stems and beginnings."""

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
    parts = abbreviations.parts(surface, capitals=capitals)
    pairs = [(part, stem) for part in parts if part and (stem := stem_of(part, language))]
    prefixes = (fold(part)[:PREFIX] for part, _ in pairs if len(part) >= PREFIX)
    return Token(surface, tuple(part for part, _ in pairs), tuple(stem for _, stem in pairs), tuple(prefixes))
