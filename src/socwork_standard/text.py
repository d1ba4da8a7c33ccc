"""Comparing words as people type them: Unicode form, case, white space, quotes, hyphens, Kazakh letters."""

import re
import unicodedata
from datetime import date
from functools import lru_cache

_QUOTES = dict.fromkeys(map(ord, "\"'`´«»“”„‟‘’‚‹›ʺʹ"), " ")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_TABLE = {**_QUOTES, **_DASHES, 0x00A0: " ", 0x00AD: None, 0x200B: None, 0xFEFF: None, ord("ё"): "е"}
_KAZAKH = str.maketrans("әғқңөұүһі", "агкноууХи".lower())
_SPACES = re.compile(r"\s+")
_AROUND_HYPHEN = re.compile(r"\s*-\s*")
_HALF = re.compile("[\ud800-\udfff]")
_POINTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", re.ASCII)
_WORD = re.compile(r"\w+(?:-\w+)*", re.UNICODE)


def nfc(text: str) -> str:
    """`text` in Unicode form NFC."""
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=1 << 14)
def normalise(text: str) -> str:
    """The form in which names are compared: NFC, lower case, plain quotes, hyphens and spaces."""
    text = nfc(text).casefold().translate(_TABLE)
    text = _AROUND_HYPHEN.sub("-", text)
    return _SPACES.sub(" ", text).strip(" .,;:")


def fold(text: str) -> str:
    """`normalise`, with Kazakh letters as people type them on a Russian keyboard (ә→а, қ→к, і→и …)."""
    return normalise(text).translate(_KAZAKH)


def words(text: str) -> list[str]:
    """The words of a text, normalised; punctuation is no word."""
    return _WORD.findall(nfc(text).casefold().translate(_DASHES))


def day_of(written: str) -> date:
    """A day as 2025-06-01 or as 01.06.2025; raises `ValueError` for anything else."""
    if found := _POINTED.fullmatch(written.strip()):
        return date(int(found[3]), int(found[2]), int(found[1]))
    return date.fromisoformat(written)


def has_half_letter(text: str) -> bool:
    """Does a text hold half a character (a lone surrogate), which no file in UTF-8 can hold?"""
    return not text.isascii() and _HALF.search(text) is not None
