"""The template: it is understood by its own reader, and holds what a person needs."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
import python_calamine as calamine
from typer.testing import CliRunner

from socwork_standard.cli.register import template_app
from socwork_standard.data.load import load_standard
from socwork_standard.model.base import LANGUAGES, Language
from socwork_standard.register.headings import read_heading
from socwork_standard.register.read import read_register
from socwork_standard.register.template import staff_template
from socwork_standard.sheets.template import template_bytes


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_examples_are_read_without_a_problem(language: Language, tmp_path: Path) -> None:
    """Two people, in each language the same."""
    template = staff_template(load_standard(), language)
    path = tmp_path / "staff.xlsx"
    path.write_bytes(template_bytes(template))
    register = read_register(path, sheet=template.names[2])
    assert not register.problems
    assert not register.unrecognised
    first, second = register.records
    assert (first.id, second.id) == ("0417", "0418")
    assert first.post == "social-worker"
    assert [one.end for one in first.experience or ()] == ["2022-06-30", "ongoing"]
    assert second.experience == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_heading_is_understood(language: Language) -> None:
    """What the template prints, the reader knows."""
    for column in staff_template(load_standard(), language).columns:
        assert read_heading(column.heading) is not None


def test_every_choice_of_a_list_is_a_value_that_is_read(tmp_path: Path) -> None:
    """No word of a drop-down list is unknown."""
    for language in LANGUAGES:
        template = staff_template(load_standard(), language)
        heads = [column.heading for column in template.columns]
        lines = [";".join(heads)]
        facts = {"education": 0, "experience": 1, "training": 2}
        words = list(template.facts.values())
        for index, column in enumerate(template.columns):
            if column.group not in facts:
                continue
            for number, choice in enumerate(column.choices):
                cells = [""] * len(heads)
                cells[0], cells[1], cells[index] = f"{index}-{number}", words[facts[column.group]], choice
                lines.append(";".join(f'"{cell}"' for cell in cells))
        path = tmp_path / f"{language}.csv"
        path.write_text("\n".join(lines), encoding="utf-8")
        register = read_register(path)
        assert {one.code for one in register.problems} <= {"R404", "R206"}
        assert not [one for one in register.unrecognised if one.label is None or " / " not in one.label]


def test_the_same_template_is_the_same_bytes() -> None:
    """No moment of writing is kept."""
    template = staff_template(load_standard(), "kk")
    assert template_bytes(template) == template_bytes(template)


def test_the_explanations_are_in_three_languages() -> None:
    """Whatever language the headings are in."""
    template = staff_template(load_standard(), "en")
    book = calamine.CalamineWorkbook.from_object(io.BytesIO(template_bytes(template)))
    words = " ".join(
        str(cell) for row in book.get_sheet_by_name(template.names[1]).to_python() for cell in row
    )
    for said in ("A blank cell means", "Пустая ячейка", "Бос ұяшық"):
        assert said in words


def test_the_command_writes_the_file_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is there is only replaced when asked to."""
    monkeypatch.chdir(tmp_path)
    runner = CliRunner()
    assert runner.invoke(template_app, ["staff", "-o", "a.xlsx"]).exit_code == 0
    assert Path("a.xlsx").read_bytes().startswith(b"PK")
    again = runner.invoke(template_app, ["staff", "-o", "a.xlsx"])
    assert "exists already" in str(again.exception)
    assert runner.invoke(template_app, ["staff", "-o", "a.xlsx", "--force"]).exit_code == 0
    assert "Use: .xlsx" in str(runner.invoke(template_app, ["staff", "-o", "a.csv"]).exception)
