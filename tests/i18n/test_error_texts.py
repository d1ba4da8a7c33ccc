"""Errors, problems of the data and help stand in three languages."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer.main

from socwork_standard import i18n
from socwork_standard.checks.texts import OTHERS, SOURCE, error_texts, faults, raised
from socwork_standard.cli.app import app
from socwork_standard.cli.helping import in_language
from socwork_standard.cli.texts import all_findings, help_words
from socwork_standard.errors import DataError, InputError, LookupFailure, MissingExtra, Said, reason
from socwork_standard.model.base import LANGUAGES, Language

FAMILIES = {one.__name__ for one in (DataError, InputError, LookupFailure, MissingExtra, Said)}


def calls() -> Iterator[tuple[Path, ast.Call]]:
    """Every place of the source that makes an error or words one."""
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in FAMILIES:
                yield path, node


def test_every_text_stands_in_kazakh_and_russian_and_looks_right() -> None:
    """No error and no help text lacks a translation, and none differs in placeholders, letters or Latin words."""
    assert list(all_findings()) == []


def test_the_words_of_errors_are_no_f_strings() -> None:
    """The words of an error keep their values apart, so that they can be looked up in another language."""
    wrong = [
        f"{path.name}:{call.lineno}"
        for path, call in calls()
        for place, words in enumerate(call.args)
        if place != 1 and isinstance(words, ast.JoinedStr) and not _only_placeholders(words)
    ]
    assert wrong == []


def _only_placeholders(words: ast.JoinedStr) -> bool:
    """A template put together from placeholders alone, or from what a library said, holds no words of ours."""
    text = "".join(str(part.value) for part in words.values if isinstance(part, ast.Constant))
    return not any(letter.isalpha() for letter in text)


def test_the_scan_sees_the_texts() -> None:
    """Texts of raised errors, of a validator, of a table of templates, of checks and of the system are found."""
    texts = set(error_texts())
    assert {
        "there is no such file.",
        "must be true",
        "{field} must be a list{shown}.",
        "the file is empty.",
        "{name!r} is no education row of card {card}.",
        "Permission denied",
        "Give the path of a file.",
    } <= texts
    assert len(raised()) > len(FAMILIES)


def test_the_scan_of_help_sees_commands_options_and_remarks() -> None:
    """A command, an option, an argument, a remark beside an example and the command line's own words are found."""
    assert {
        "Count functions, skills, abilities and knowledge lines of every card.",
        "Show also the ways that were not needed.",
        "Staff record, YAML or JSON; one person or several; - for standard input.",
        "the ten professions",
        "Usage:",
    } <= set(help_words())


@pytest.mark.parametrize(
    ("language", "english", "translation", "fault"),
    [
        ("kk", "there is no card {point}.", "{card}-карточка жоқ.", "placeholders"),
        ("kk", "there is no card {point!r}.", "{point}-карточка жоқ.", "placeholders"),
        ("kk", "a long text", "карточка карточка карточка карточка карточка карточка", "letters"),
        ("ru", "the file is empty.", "файл бос, ұстаңыз.", "letters"),
        ("ru", "the file is empty.", "файл is пуст.", "latin"),
    ],
)
def test_faults_of_a_translation_are_seen(
    language: Language, english: str, translation: str, fault: str
) -> None:
    """A lost or changed placeholder, missing letters of the language and words left in English are told."""
    assert list(faults(language, english, translation)) == [fault]


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_inside_words_are_translated(language: Language) -> None:
    """A part of a message that is itself words is shown in the same language."""
    error = InputError(
        "the file cannot be read ({reason}).", "f", reason=reason(PermissionError(13, "Permission denied"))
    )
    shown = i18n.failure(language, error)
    assert (
        shown
        == {
            "en": "f: the file cannot be read (Permission denied).",
            "kk": "f: файлды оқу мүмкін емес (рұқсат жоқ).",
            "ru": "f: файл не читается (нет доступа).",
        }[language]
    )


def test_an_unknown_template_is_shown_in_english() -> None:
    """A message without a translation is better than none."""
    assert i18n.failure("kk", InputError("zzz {n}.", "here", n=3)) == "here: zzz 3."


def test_braces_without_values_are_left_alone() -> None:
    """A message with braces and no values is no template."""
    assert i18n.failure("ru", InputError("an {odd} message.")) == "an {odd} message."


@pytest.mark.parametrize("language", OTHERS)
def test_help_of_every_command_is_in_the_language(language: Language) -> None:
    """No paragraph, option or argument of any command is left in English."""
    english = {one for one in help_words() if len(one.split()) > 1}
    left = [one for one in _help(in_language(app, language)) if one in english]
    assert left == []


def _help(command: object) -> Iterator[str]:
    for text in (getattr(command, "help", None), *(getattr(one, "help", None) for one in _params(command))):
        yield from (" ".join(one.split()) for one in (text or "").split("\n\n"))
    for child in getattr(command, "commands", {}).values():
        yield from _help(child)


def _params(command: object) -> list[object]:
    return list(getattr(command, "params", []))


def test_english_help_is_not_touched() -> None:
    """Help in one language does not change the commands that the next run builds."""
    before = typer.main.get_command(app).help
    in_language(app, "kk")
    assert typer.main.get_command(app).help == before
