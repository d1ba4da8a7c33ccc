"""The language of a text: Kazakh, Russian or English, told by its letters, its frequent words and its endings."""

import re
from functools import lru_cache

from socwork_standard.model.base import Language
from socwork_standard.text import fold, words

_KAZAKH_LETTERS = frozenset("әғқңөұүһі")
_LATIN = re.compile(r"[a-z]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")

_KAZAKH_WORDS = frozenset(
    words(
        "жане мен бен пен ушин бойынша туралы бар жок болып осы сол ол оларды оны онын бул деген аркылы кезинде "
        "сайкес негизинде ету етеди жасау билу биледи билим куру турли ар оз жаткан алу алады сондай ак немесе кейин "
        "дейин комек корсету баскару талдау орнату негиздери тили"
    )
)
_RUSSIAN_WORDS = frozenset(
    words(
        "и в во на с со к ко по из от до о об для при под над не или а но их его ее что как чтобы также том числе "
        "между через без за у это том которые который"
    )
)
_KAZAKH_ENDS = re.compile(
    r"(?:йды|йди|ады|еди|лары|лери|дары|дери|тары|тери|лар|лер|дын|дин|нын|нин|тын|тин|лык|лик|дык|дик|тык|тик|"
    r"гын|ган|ген|кан|кен|ынын|инин|ына|ине|ынша|пен|мен|ып|шы|гы|ши|уди|уды|уге|уга|асын|есин|"
    r"сын|син|ясы|асы|еси|иси|ын|ин|лау|леу|дау|деу|тау|теу|ыру|иру|ету|ары|ери|ымен|имен)$"
)
"""Kazakh endings as they look when typed without Kazakh letters."""
_RUSSIAN_ENDS = re.compile(
    r"(?:ние|ния|нию|нием|ние|ний|ции|ция|цию|ций|цией|ость|ости|остью|ого|его|ому|ему|ыми|ими|ами|ями|ать|ять|ить|еть|"
    r"ует|ает|яет|ный|ные|ных|ной|ную|ная|ском|ские|ский|ская|ских|ской|скую|ого|тся|ться|ств|ства|ство|ах|ях|ов|ев)$"
)
_NOT_RUSSIAN = re.compile(r"[кгх]ы|[жш]ы")
"""Letters that Russian spelling never puts together."""
_ONLY_IN_LOANS = frozenset("вфцщъьэ")
"""Letters that Kazakh has in loans only."""


@lru_cache(maxsize=50_000)
def _votes(word: str) -> int:
    """How much a Cyrillic word speaks for Kazakh (above 0) or Russian (below)."""
    if _KAZAKH_LETTERS & set(word):
        return 3
    form = fold(word)
    votes = 2 * (form in _KAZAKH_WORDS) - 2 * (form in _RUSSIAN_WORDS)
    votes += bool(_KAZAKH_ENDS.search(form)) - bool(_RUSSIAN_ENDS.search(form))
    votes += 2 * bool(_NOT_RUSSIAN.search(form))
    return votes - bool(_ONLY_IN_LOANS & set(word))


def detect_language(text: str) -> Language:
    """The language of a text; Kazakh also where it is typed without its letters.  An empty text is English."""
    lower = text.casefold()
    if len(_LATIN.findall(lower)) >= len(_CYRILLIC.findall(lower)):
        return "en"
    return "kk" if sum(_votes(word) for word in words(lower)) > 0 else "ru"


def language_of(text: str, declared: Language | None) -> Language:
    """The declared language, unless the script of the text rules it out; else the detected one."""
    if declared is None:
        return detect_language(text)
    found = detect_language(text)
    return declared if (declared == "en") == (found == "en") else found
