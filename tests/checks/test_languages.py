"""Every text stands in three languages, and they agree in what a program can compare."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from changing import SMALL, copied

from socwork_standard.checks.languages import completeness
from socwork_standard.checks.naming import ActNames
from socwork_standard.checks.parity import (
    Difference,
    Exceptions,
    Parity,
    Rule,
    compare_languages,
    held_exceptions,
)
from socwork_standard.checks.texts import error_texts, messages
from socwork_standard.checks.translated import GROUPS, Text, texts
from socwork_standard.checks.validate import validate_data
from socwork_standard.cli import main
from socwork_standard.cli.texts import help_words
from socwork_standard.data.load import load_standard
from socwork_standard.model.base import LANGUAGES, Language
from socwork_standard.model.vocabulary import Aliases, Term
from socwork_standard.reports.languages import languages_page
from socwork_standard.reports.layout import as_text

LAW = Term(
    id="language-law",
    kind="law",
    kk="«Тіл туралы» Қазақстан Республикасының Заңы",
    ru="Закон Республики Казахстан «О языке»",
    en='Law of the Republic of Kazakhstan "On Language"',
    aliases=Aliases(ru=("Закон о языке",)),
)


def compare(kk: str, ru: str, en: str, group: str = "clauses") -> tuple[Difference, ...]:
    """Compare one text."""
    one = Text(group, "1", kk, ru, en)  # type: ignore[arg-type]
    return compare_languages([one], [LAW]).differences


# -- the data ---------------------------------------------------------------------------------------------------------


def test_every_text_stands_in_three_languages() -> None:
    """Nothing is missing in any language."""
    of_programs = (*messages("errors", error_texts()), *messages("help", help_words()))
    found = completeness((*texts(load_standard()), *of_programs))
    assert found.missing == ()
    assert all(group.total > 0 for group in found.groups)
    assert {found.present(language) for language in LANGUAGES} == {found.total}


def test_ids_of_texts_are_unique() -> None:
    """Every text is counted once, under an id of its own."""
    ids = [(text.group, text.id) for text in texts(load_standard())]
    assert len(ids) == len(set(ids))


@pytest.fixture(scope="module")
def parity() -> Parity:
    """Compare all texts, with the exceptions that the data hold."""
    standard = load_standard()
    exceptions = held_exceptions(Path(standard.location))
    return compare_languages(texts(standard), standard.vocabulary("legal-acts").entries, exceptions)


@pytest.mark.parametrize("rule", ["figures", "levels", "acts", "lists", "letters", "form"])
def test_languages_agree(parity: Parity, rule: Rule) -> None:
    """Figures, levels, acts, lists, letters and form agree in all texts, but for the exceptions listed here."""
    assert [(one.group, one.id, one.found) for one in parity.differences if one.rule == rule] == []


def test_no_exception_is_left_over(parity: Parity) -> None:
    """Every exception is needed."""
    assert parity.unused == ()


def test_competencies_of_acts_name_them() -> None:
    """A competency about a law names it in every language, by a name of the register."""
    standard = load_standard()
    acts = standard.terms("legal-acts")
    names = ActNames(acts.values())
    for one in standard.competencies.values():
        if one.act and acts[one.act].kind in {"constitution", "code", "law"}:
            for language in LANGUAGES:
                said: str = getattr(one, language)
                assert one.act in names.named_in(said, language), (one.id, language)


# -- the rules --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "kk", "ru", "en"),
    [
        ("figures", "кемінде 2 жыл", "не менее 3 лет", "at least 2 years"),
        ("figures", "2024 жылғы 30 сәуір", "30 мая 2024 года", "30 April 2024"),
        ("levels", "жоғары санат", "первая категория", "highest category"),
        ("levels", "магистратура", "магистратура", "bachelor's degree"),
        ("acts", "«Тіл туралы» Заң", "Закон о речи", 'Law "On Language"'),
        ("lists", "әже, ата, бала", "бабушка и дедушка", "grandmother, grandfather, child"),
        ("lists", "үй (тамақ, киім)", "дом (еда, одежда)", "home (food)"),
        ("lists", "бір; екі; үш", "один; два; три", "one; two, three"),
        ("letters", "бала", "әке", "child"),
        ("letters", "бала", "дитя", "дитя"),
        ("letters", "Планирование выполнения сурдоперевода и его проверка", "План", "Plan"),
        ("form", "бала  мен", "дитя", "child"),
        ("form", "бала", "дитя и\u0306", "child"),
    ],
)
def test_a_rule_sees_its_mistake(rule: Rule, kk: str, ru: str, en: str) -> None:
    """Each rule finds a mistake of its own kind, and the others stay silent."""
    assert {one.rule for one in compare(kk, ru, en)} == {rule}


@pytest.mark.parametrize(
    ("kk", "ru", "en"),
    [
        ("2024 жылғы 30 сәуірдегі № 125", "от 30.04.2024 № 125", "No. 125 of 30 April 2024"),
        ("жоғары, бірінші санаттар", "высшая и первая категории", "highest and first categories"),
        (
            "Қазақстан Республикасының «Тіл туралы» Заңына сәйкес",
            "по Закону о языке",
            'by the Law "On Language"',
        ),
        ("ата, әже және бала", "дед, бабушка и ребёнок", "grandfather, grandmother, and child"),
        ("үй (ас, киім және т.б.)", "дом (еда, одежда и др.)", "home (food, clothing, etc.)"),
        ("анасы жоқ бала", "ребёнок, у которого нет матери", "child without a mother"),
    ],
)
def test_right_translations_are_silent(kk: str, ru: str, en: str) -> None:
    """What languages are free to do otherwise is no difference."""
    assert compare(kk, ru, en) == ()


def test_quotes_of_the_order_in_defects() -> None:
    """A defect may quote the order's Kazakh in every language, but only in quotes."""
    kk = "«Дағды» деген сөз орнында емес."
    assert compare(kk, "Слово «дағды» лишнее.", 'The word "дағды" is out of place.', "defects") == ()
    assert compare(kk, "Слово дағды лишнее.", "The word is out of place.", "defects")


def test_exceptions_excuse_one_rule_of_one_text() -> None:
    """An exception excuses its own rule only, and is reported where it excuses nothing."""
    one = Text("clauses", "1", "2 әке", "3 отца", "2 fathers")
    exceptions = Exceptions.model_validate(
        {
            "exceptions": [
                {"id": f"clauses:{name}", "rule": "figures", "reason": "a reason here"} for name in "12"
            ]
        }
    ).exceptions
    found = compare_languages([one], [], exceptions)
    assert found.differences == ()
    assert found.excepted == 1
    assert [left.id for left in found.unused] == ["clauses:2"]
    assert not found.agrees


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_text_is_counted(language: Language) -> None:
    """A text that one language lacks is counted, and named with the language."""
    whole = Text("skills", "13.1.1", "дағды", "навык", "skill")
    said = {one: None if one == language else "дағды" for one in LANGUAGES}
    found = completeness([whole, Text("skills", "13.1.2", said["kk"], said["ru"], said["en"])])
    assert found.missing == (("skills", "13.1.2", language),)
    assert not found.complete
    assert found.present(language) == 1


# -- the command ------------------------------------------------------------------------------------------------------


def test_command_counts(capsys: pytest.CaptureFixture[str]) -> None:
    """`data languages` counts every kind and exits 0 where all is there."""
    assert main(["data", "languages", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["complete"] is True
    assert tuple(found["kinds"]) == GROUPS
    assert "parity" not in found


def test_command_finds_differences(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With no exceptions `--parity` finds the differences that they excuse and exits 1."""
    file = tmp_path / "none.yaml"
    file.write_text("exceptions: []\n", encoding="utf-8")
    assert main(["data", "languages", "--parity", "--except", str(file), "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)["parity"]
    assert found["differences"]
    assert found["excepted"] == 0


def test_command_takes_the_exceptions_of_the_data(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a file `--parity` takes the exceptions that the data hold, and exits 0 where nothing is left."""
    assert main(["data", "languages", "--parity", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["parity"]["excepted"] > 10


def test_command_refuses_a_wrong_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An exception without a reason is bad input: exit 2."""
    file = tmp_path / "except.yaml"
    file.write_text("exceptions:\n  - {id: 'clauses:1', rule: figures}\n", encoding="utf-8")
    assert main(["data", "languages", "--except", str(file)]) == 2
    assert "reason" in capsys.readouterr().err


def test_the_data_excuse_their_own_differences() -> None:
    """Asked for parity without a file, the command takes the exceptions of the data and finds nothing."""
    standard = load_standard()
    held = held_exceptions(Path(standard.location))
    assert len(held) > 10
    assert held_exceptions(Path(standard.location) / "vocabularies") == ()


def test_the_heading_says_that_languages_differ() -> None:
    """Where texts are there and differ, the first line says both."""
    standard = load_standard()
    found = tuple(texts(standard))
    compared = compare_languages(found, standard.vocabulary("legal-acts").entries)
    assert compared.differences
    first = as_text(languages_page(completeness(found), compared, "en"), width=200).splitlines()[0]
    assert f"the languages differ: {len(compared.differences)}" in first


def test_a_broken_file_of_exceptions_is_a_problem(tmp_path: Path) -> None:
    """The data are not sound where their exceptions cannot be read, and a sound file is no stray one."""
    target = copied(SMALL, tmp_path)
    file = target / "parity-exceptions.yaml"
    file.write_text("exceptions: []\n", encoding="utf-8")
    assert validate_data(target) == []
    file.write_text("exceptions:\n  - {id: a, rule: nothing, reason: because it is so}\n", encoding="utf-8")
    (problem,) = validate_data(target)
    assert (problem.code, problem.file, problem.line) == ("D102", "parity-exceptions.yaml", 2)
