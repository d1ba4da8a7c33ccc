"""The catalogues of texts that people see: complete, alike in all three languages, and clean."""

from __future__ import annotations

import string
import unicodedata
from typing import Any

import pytest

from socwork_standard.checks.languages import completeness
from socwork_standard.checks.parity import compare_languages
from socwork_standard.checks.translated import interface_texts
from socwork_standard.i18n import catalogue, duration, has, text
from socwork_standard.model.base import LANGUAGES, Language

FORMS = {"kk": {"one", "many"}, "ru": {"one", "few", "many"}, "en": {"one", "many"}}


def forms(entry: Any) -> list[str]:  # noqa: ANN401 - a text or its plural forms
    """Give the texts of an entry: itself, or its plural forms."""
    return list(entry.values()) if isinstance(entry, dict) else [entry]


def placeholders(one: str) -> set[str]:
    """Give the names of the placeholders of a text."""
    return {name for _, name, _, _ in string.Formatter().parse(one) if name is not None}


def test_every_key_stands_in_all_three() -> None:
    """No language lacks a key that another one has."""
    keys = {language: set(catalogue(language)) for language in LANGUAGES}
    assert keys["kk"] == keys["ru"] == keys["en"]


def test_no_text_is_empty() -> None:
    """Every text says something in every language."""
    assert not completeness(interface_texts()).missing


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_agree(language: Language) -> None:
    """A text takes the same values in every language, in each of its plural forms."""
    english = catalogue("en")
    for key, entry in catalogue(language).items():
        wanted = set().union(*(placeholders(one) for one in forms(english[key])))
        for one in forms(entry):
            assert placeholders(one) | {"n"} == wanted | {"n"}, key
            assert all(name.isidentifier() for name in placeholders(one)), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_forms_are_complete(language: Language) -> None:
    """A text with plural forms has all those of its language, and has them in all three languages."""
    for key, entry in catalogue(language).items():
        assert isinstance(entry, dict) == isinstance(catalogue("en")[key], dict), key
        if isinstance(entry, dict):
            assert set(entry) == FORMS[language], key


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_clean(language: Language) -> None:
    """Texts are NFC, without doubled spaces, tabs or spaces before punctuation."""
    for key, entry in catalogue(language).items():
        for one in forms(entry):
            assert unicodedata.is_normalized("NFC", one), key
            for wrong in ("  ", "\t", "\u00a0", " ,", " ;"):
                assert wrong not in one, key


def test_languages_keep_to_their_letters() -> None:
    """Kazakh texts have Kazakh letters, Russian ones none of them, English ones no Cyrillic; figures agree."""
    assert compare_languages(interface_texts(), ()).differences == ()


@pytest.mark.parametrize(
    ("n", "years"),
    [
        (1, "1 год"),
        (2, "2 года"),
        (5, "5 лет"),
        (11, "11 лет"),
        (21, "21 год"),
        (22, "22 года"),
        (112, "112 лет"),
    ],
)
def test_russian_plurals(n: int, years: str) -> None:
    """Russian counts one year, two years and five years by three forms."""
    assert text("ru", "duration.years", n=n) == years


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_time_at_all_is_said_in_days(language: Language) -> None:
    """A length of nothing is no days, not an empty text."""
    assert duration(language, (0, 0, 0)) == text(language, "duration.days", n=0)
    assert duration(language, (0, 0, 0)).startswith("0 ")


def test_has() -> None:
    """A key is known or not, whatever the language."""
    assert has("duration.days")
    assert not has("duration.weeks")
