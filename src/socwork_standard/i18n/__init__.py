"""Texts that people see, in Kazakh, Russian and English.

One JSON file a language beside this module; each key stands in all three with the same placeholders (a test says so).
A text may have plural forms, chosen by the value `n`.  Only the language asked for is read.
"""

from __future__ import annotations

import contextlib
import json
import locale
import os
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from socwork_standard.model.base import Language

DEFAULT: Language = "en"
_LANGUAGES: tuple[Language, ...] = ("kk", "ru", "en")
"""The languages of `model.base`, written out so that a text can be looked up without building models."""


@lru_cache(maxsize=3)
def catalogue(language: Language) -> dict[str, Any]:
    """All texts of a language by key."""
    raw = Path(__file__).with_name(f"{language}.json").read_text(encoding="utf-8")
    texts: dict[str, Any] = json.loads(raw)
    return texts


def text(language: Language, key: str, /, **values: object) -> str:
    """The text of `key` in `language` with its placeholders filled."""
    entry = catalogue(language)[key]
    if isinstance(entry, dict):
        entry = entry[_plural(language, int(str(values["n"])))]
    return entry.format(**values) if values else str(entry)


def has(key: str) -> bool:
    """Is there a text of this key?"""
    return key in catalogue(DEFAULT)


def _plural(language: Language, n: int) -> str:
    """The plural form for `n`, after the rules of Unicode CLDR."""
    if language == "ru":
        if n % 10 == 1 and n % 100 != 11:  # noqa: PLR2004 - the rule itself
            return "one"
        return "few" if 2 <= n % 10 <= 4 and not 12 <= n % 100 <= 14 else "many"  # noqa: PLR2004
    return "one" if n == 1 else "many"


def duration(language: Language, length: tuple[int, int, int]) -> str:
    """Years, months and days in words; `0 days` where there are none."""
    units = zip(("years", "months", "days"), length, strict=True)
    parts = [text(language, f"duration.{unit}", n=n) for unit, n in units if n]
    return " ".join(parts) or text(language, "duration.days", n=0)


def choose_language(asked: str | None = None) -> Language:
    """The language asked for; else that of `SOCWORK_LANG`, else of the locale, else English."""
    candidates = [asked, os.environ.get("SOCWORK_LANG"), *_locale_names()]
    for candidate in candidates:
        code = (candidate or "")[:2].lower()
        for language in _LANGUAGES:
            if language == code:
                return language
    return DEFAULT


def _locale_names() -> list[str]:
    names = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    with contextlib.suppress(ValueError):  # a locale that Python does not know
        names.append(locale.getlocale()[0] or "")
    return names
