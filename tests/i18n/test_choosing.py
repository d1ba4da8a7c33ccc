"""Choosing the language: what is asked for, else the environment, else the locale, else English."""

from __future__ import annotations

import pytest

from socwork_standard.cli import main
from socwork_standard.i18n import choose_language, text
from socwork_standard.model.base import LANGUAGES, Language

NAMES = ("SOCWORK_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture(autouse=True)
def _no_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take every language out of the environment."""
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("locale.getlocale", lambda: (None, None))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_asked_for_comes_first(language: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    """The language asked for is taken, whatever the environment says."""
    monkeypatch.setenv("SOCWORK_LANG", "en" if language == "kk" else "kk")
    assert choose_language(language) == language


def test_own_variable_before_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    """SOCWORK_LANG comes before the locale."""
    monkeypatch.setenv("LC_ALL", "ru_RU.UTF-8")
    monkeypatch.setenv("SOCWORK_LANG", "kk")
    assert choose_language() == "kk"


@pytest.mark.parametrize(
    ("name", "value"), [("LC_ALL", "kk_KZ.UTF-8"), ("LC_MESSAGES", "ru_KZ"), ("LANG", "ru")]
)
def test_locale_chooses(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without anything said, the locale chooses."""
    monkeypatch.setenv(name, value)
    assert choose_language() == value[:2]


@pytest.mark.parametrize("value", ["C", "C.UTF-8", "POSIX", "de_DE.UTF-8", ""])
def test_other_locales_give_english(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A locale of another language, or none, gives English."""
    monkeypatch.setenv("LANG", value)
    assert choose_language() == "en"


def test_messages_before_lang(monkeypatch: pytest.MonkeyPatch) -> None:
    """LC_ALL comes before LC_MESSAGES, and that before LANG, as everywhere."""
    monkeypatch.setenv("LANG", "kk_KZ.UTF-8")
    monkeypatch.setenv("LC_MESSAGES", "ru_RU.UTF-8")
    assert choose_language() == "ru"
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert choose_language() == "en"


@pytest.mark.parametrize("language", LANGUAGES)
def test_option_of_the_command_line(language: Language, capsys: pytest.CaptureFixture[str]) -> None:
    """`--lang` chooses the language of an answer."""
    assert main(["cards", "--lang", language]) == 0
    assert text(language, "report.cards.name") in capsys.readouterr().out


def test_locale_of_the_command_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without `--lang` the command line answers in the language of the locale."""
    monkeypatch.setenv("LANG", "kk_KZ.UTF-8")
    assert main(["cards"]) == 0
    assert text("kk", "report.cards.name") in capsys.readouterr().out
