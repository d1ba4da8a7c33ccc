"""`socwork template curriculum`: the workbook, and reading it back."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from socwork_standard.cli.app import app
from socwork_standard.data.load import load_standard
from socwork_standard.errors import InputError
from socwork_standard.model.base import LANGUAGES, Language
from socwork_standard.programme.read_template import curriculum_template
from socwork_standard.programme.reading import read_curriculum
from socwork_standard.sheets.template import template_bytes

openpyxl = pytest.importorskip("openpyxl")


def _template(language: Language) -> bytes:
    return template_bytes(curriculum_template(load_standard(), language))


def _filled(language: Language) -> bytes:
    """Return the template with its own examples in the table and a programme in its sheet."""
    book: Any = openpyxl.load_workbook(io.BytesIO(_template(language)))
    table, form, _, examples = book.worksheets[:4]
    for row in examples.iter_rows(min_row=2):
        for cell in row:
            table.cell(cell.row, cell.column, cell.value)
    level = next(
        term.text(language)
        for term in load_standard().vocabulary("education-levels").entries
        if term.id == "higher"
    )
    for row, value in ((2, "Әлеуметтік жұмыс"), (3, level), (7, "kk")):
        form.cell(row, 2, value)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_filled_template_is_read_back_whole(language: Language) -> None:
    """What is written into the template in any language comes back, without a problem or a note."""
    found = read_curriculum(_filled(language), "a.xlsx")
    programme = found.curriculum.programme
    assert (programme.title, programme.level, programme.language) == ("Әлеуметтік жұмыс", "higher", "kk")
    assert [(one.code, len(one.outcomes)) for one in found.curriculum.courses] == [
        ("SW2201", 2),
        ("SW2203", 2),
        ("SW4403", 0),
    ]
    assert found.problems == ()
    assert found.notes == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_template_has_no_course(language: Language) -> None:
    """The template as it comes is refused for having no rows, not for its examples."""
    with pytest.raises(InputError, match="no course below"):
        read_curriculum(_template(language), "a.xlsx")


def test_the_template_offers_lists() -> None:
    """Semester, language, level, speciality and qualification have lists to choose from."""
    book: Any = openpyxl.load_workbook(io.BytesIO(_template("en")))
    lists = [
        len([one for one in sheet.data_validations.dataValidation if one.type == "list"])
        for sheet in book.worksheets[:2]
    ]
    assert lists == [2, 4]


def test_the_same_template_gives_the_same_bytes() -> None:
    """Two templates of one language do not differ."""
    assert _template("kk") == _template("kk")


def test_the_command_writes_a_file_that_map_takes(tmp_path: Path) -> None:
    """The template is written once, and a filled one is mapped with its problems in JSON."""
    target = tmp_path / "a.xlsx"
    run = CliRunner()
    assert run.invoke(app, ["template", "curriculum", "-o", str(target), "--lang", "kk"]).exit_code == 0
    assert isinstance(run.invoke(app, ["template", "curriculum", "-o", str(target)]).exception, InputError)
    target.write_bytes(_filled("kk"))
    found = run.invoke(app, ["map", str(target), "--format", "json", "--lang", "en"])
    answer = json.loads(found.stdout)
    assert [one["course"] for one in answer["outcomes"]] == ["SW2201", "SW2201", "SW2203", "SW2203", "SW4403"]
    assert answer["problems"] == []


def test_map_tells_problems_on_standard_error(tmp_path: Path) -> None:
    """Problems go to standard error in the language asked for, and into the JSON."""
    source = tmp_path / "a.csv"
    source.write_text("Код;Дисциплина;Кредиты\nA1;Тарих;көп\n", encoding="utf-8")
    found = CliRunner().invoke(app, ["map", str(source), "--format", "json", "--lang", "ru"])
    (problem, _) = json.loads(found.stdout)["problems"]
    assert (problem["code"], problem["place"]) == ("C205", {"row": 2, "column": 3})
    assert "строка 2, столбец C: C205 «көп» не читается" in found.stderr
