"""Texts that people see, in Kazakh, Russian and English.

One JSON file a language beside this module; each key stands in all three with the same placeholders (a test says so).
A text may have plural forms, chosen by the value `n`.  Only the language asked for is read.

Errors, problems of the data and the help of commands are different: their English words stand where they are raised or
declared, and are the key of the translations in errors.kk.json, errors.ru.json, help.kk.json and help.ru.json.
"""

from __future__ import annotations

import contextlib
import json
import locale
import os
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from socwork_standard.errors import Located, Said, SocworkError, filled, joined

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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


@lru_cache(maxsize=4)
def translations(kind: Literal["errors", "help"], language: Language) -> dict[str, str]:
    """The translations of errors, or of the help of commands, by their English words; none for English."""
    if language == DEFAULT:
        return {}
    raw = Path(__file__).with_name(f"{kind}.{language}.json").read_text(encoding="utf-8")
    texts: dict[str, str] = json.loads(raw)
    return texts


def say(language: Language, template: str, values: Mapping[str, object]) -> str:
    """Words kept apart from their values (`errors.Said`, a part of an error), in a language.

    English where there is no translation.
    """
    words = translations("errors", language).get(template, template)
    return filled(words, {name: _said(language, value) for name, value in values.items()})


def _said(language: Language, value: object) -> object:
    """A value of a message: words in the language, anything else as it is."""
    if isinstance(value, Said):
        return say(language, value.template, value.values)
    return value


def failure(language: Language, error: SocworkError) -> str:
    """An error in a language: where, what, how to mend it."""
    if not isinstance(error, Located):
        return str(error)
    what, mend = said(language, error)
    return joined(what, place(language, error.where), mend)


def said(language: Language, error: Located) -> tuple[str, str]:
    """What is wrong and how to mend it, in a language."""
    return say(language, error.template, error.values), say(language, error.mend_template, error.values)


def place(language: Language, where: str) -> str:
    """Where something stands: its first part is translated if it is a word of ours (`standard input:3`)."""
    head, colon, rest = where.partition(":")
    return f"{translations('errors', language).get(head, head)}{colon}{rest}"


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


def language_in(arguments: Sequence[str]) -> Language:
    """The language of a command line before it is understood: the last `--lang`, else as `choose_language` says."""
    asked = None
    for number, word in enumerate(arguments):
        if word == "--":
            break
        if word == "--lang" and number + 1 < len(arguments):
            asked = arguments[number + 1]
        elif word.startswith("--lang="):
            asked = word.partition("=")[2]
    return choose_language(asked if asked in _LANGUAGES else None)


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
