"""Aliases: written by hand, or read back from the filled sheet of unrecognised names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from socwork_standard.data.load import load_standard
from socwork_standard.data.strict_yaml import parse_yaml
from socwork_standard.errors import InputError
from socwork_standard.model.aliases import Aliases
from socwork_standard.model.base import Language
from socwork_standard.register.aliases import read_aliases, read_report_aliases
from socwork_standard.register.read import read_register
from socwork_standard.register.unrecognised import column_titles, sheet_title

Xlsx = Callable[..., Path]
STAFF = (
    "id;fact;level;speciality;position;end\n"
    "1;education;вышка;Соцработа и право;;\n"
    "1;experience;;;Соцпомогатор;2020\n"
)


@pytest.fixture
def staff(tmp_path: Path) -> Path:
    """Return a register with names of the employer's own."""
    path = tmp_path / "staff.csv"
    path.write_text(STAFF, encoding="utf-8")
    return path


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_filled_sheet_of_a_report_is_read_back(staff: Path, xlsx: Xlsx, language: Language) -> None:
    """Ids, names and yes for the suggestion are taken; the next run recognises everything."""
    before = read_register(staff)
    assert {one.vocabulary for one in before.unrecognised} == {"specialities", "posts", "education-levels"}
    use = {"specialities": "social-work", "posts": "Социальный помощник", "education-levels": "higher"}
    rows = [
        [one.vocabulary, one.written, one.count, one.suggestion or "", use[one.vocabulary]]
        for one in before.unrecognised
    ]
    report = xlsx(
        {"1": [["x"]], sheet_title(language): [list(column_titles(language)), *rows]}, "report.xlsx"
    )
    aliases = read_report_aliases(report, load_standard())
    after = read_register(staff, aliases=aliases)
    assert not after.unrecognised
    assert not after.problems
    (record,) = after.records
    assert record.education is not None
    assert record.experience is not None
    assert (record.education[0].level, record.education[0].speciality) == ("higher", "social-work")
    assert record.experience[0].position == "social-helper"


def test_a_blank_cell_takes_nothing(xlsx: Xlsx) -> None:
    """An empty cell leaves the name as it is."""
    rows = [["должности", "Звездочёт", 1, "", ""], ["должности", "Помогатор", 1, "", "social-helper"]]
    path = xlsx({sheet_title("ru"): [list(column_titles("ru")), *rows]})
    assert read_report_aliases(path, load_standard()) == {"posts": {"Помогатор": "social-helper"}}


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (["posts", "x", 1, "", "никто такой"], "no one term of posts"),
        (["цвета", "x", 1, "", "social-work"], "no vocabulary"),
    ],
)
def test_a_wrong_cell_is_named(xlsx: Xlsx, row: list[str], said: str) -> None:
    """With its sheet and row."""
    path = xlsx({sheet_title("en"): [list(column_titles("en")), row]})
    with pytest.raises(InputError, match=said) as failure:
        read_report_aliases(path, load_standard())
    assert ", Unrecognised:2: " in str(failure.value)


def test_aliases_in_yaml_are_checked() -> None:
    """A vocabulary that takes none is refused with its line."""
    good = parse_yaml("specialities:\n  Соцработа и право: social-work\n", "aliases.yaml", error=InputError)
    assert good.build(Aliases).by_vocabulary() == {"specialities": {"Соцработа и право": "social-work"}}
    bad = parse_yaml("colours:\n  red: blue\n", "aliases.yaml", error=InputError)
    with pytest.raises(InputError, match=r"aliases.yaml:1: the key 'colours'"):
        bad.build(Aliases)


def test_a_yaml_file_and_a_report_are_read_the_same_way(tmp_path: Path, xlsx: Xlsx) -> None:
    """The ending tells which it is."""
    plain = tmp_path / "aliases.yaml"
    plain.write_text("posts:\n  Помогатор: social-helper\n", encoding="utf-8")
    report = xlsx(
        {sheet_title("ru"): [list(column_titles("ru")), ["posts", "Помогатор", 1, "", "social-helper"]]}
    )
    expected = {"posts": {"Помогатор": "social-helper"}}
    assert read_aliases(plain, load_standard()) == expected
    assert read_aliases(report, load_standard()) == expected


@pytest.mark.parametrize(
    ("name", "said"), [("nothing.yaml", "there is no such file"), (".", "cannot be read")]
)
def test_a_file_of_aliases_that_cannot_be_read_is_told(tmp_path: Path, name: str, said: str) -> None:
    """With its path."""
    with pytest.raises(InputError, match=said):
        read_aliases(tmp_path / name, load_standard())


def test_a_misspelt_word_for_several_levels_suggests_all_of_them(tmp_path: Path) -> None:
    """A college may have given either; the nearest one alone would be a guess."""
    path = tmp_path / "staff.csv"
    path.write_text("id;fact;level\n1;education;колеж\n", encoding="utf-8")
    register = read_register(path, language="ru")
    (unknown,) = register.unrecognised
    assert unknown.suggestion is None
    assert unknown.label is not None
    assert len(unknown.label.split(" / ")) > 1
    (problem,) = register.problems
    assert unknown.label in problem.message
