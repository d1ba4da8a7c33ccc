"""Telling the language of an outcome."""

from __future__ import annotations

import pytest
from asking import INDEX

from socwork_standard.curriculum.language import detect_language
from socwork_standard.model.base import LANGUAGES, Language
from socwork_standard.text import fold


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_are_told(language: Language) -> None:
    """The language of every label is told."""
    wrong = [
        text for one in INDEX.competencies if detect_language(text := getattr(one, language)) != language
    ]
    assert wrong == []


def test_kazakh_without_letters_is_told() -> None:
    """Kazakh typed without its letters is told from Russian nearly always."""
    wrong = [one.kk for one in INDEX.competencies if detect_language(fold(one.kk)) != "kk"]
    assert len(wrong) <= 5


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("", "en"),
        ("Создаёт приложения на JavaScript", "ru"),
        ("Знает программу «Қамқорлық» и умеет применять её в работе с детьми", "ru"),
        ("Python тілінде бағдарлама жазады", "kk"),
    ],
)
def test_mixed_texts(text: str, language: str) -> None:
    """Foreign names inside a text do not change its language."""
    assert detect_language(text) == language
