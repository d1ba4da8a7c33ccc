"""Letters to the people of a register, in Kazakh and Russian."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from socwork_standard.cli import main
from socwork_standard.model.base import Language
from socwork_standard.reports.letters import Letters
from socwork_standard.reports.markdown import as_markdown
from socwork_standard.reports.paperwork import people
from socwork_standard.reports.register import RegisterReport

ReportOf = Callable[..., RegisterReport]
WordsOn = Callable[[bytes], list[str]]
STAFF = (
    "id;fact;post;level;completed;position;start;end\n"
    "7;education;16;master;2019;;;\n"
    "8;education;9;общее среднее;2001;;;\n"
    "8;experience;;;;Индивидуальный помощник;2020;по настоящее время\n"
)


def letters(report: RegisterReport) -> dict[str, str]:
    """Return the letters by person."""
    found = {one.name: Letters(report).letter(one) for one in people(report)}
    return {name: as_markdown(page) for name, page in found.items() if page is not None}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ru", ("Уважаемый(-ая)", "табельный номер 7002", "подпись")),
        ("kk", ("Құрметті", "табель нөмірі 7002", "қолы")),
    ],
)
def test_a_letter_names_papers_and_leaves_lines(
    report_of: ReportOf, language: Language, words: tuple[str, ...]
) -> None:
    """It is addressed by the employer's number and names the act."""
    letter = letters(report_of(language=language))["7002"]
    for one in (*words, "№ 125", "Q88100061", "01.06.2025"):
        assert one in letter
    assert "education[" not in letter


def test_nobody_gets_a_letter_to_whom_nothing_is_missing(report_of: ReportOf) -> None:
    """Neither who is eligible, nor who was not asked about."""
    assert not {"7003", "7004"} & set(letters(report_of()))


def test_a_wording_not_in_force_is_told_in_the_letter(report_of: ReportOf) -> None:
    """Loudly, as in every answer."""
    assert "> **ВНИМАНИЕ, СПРАВОЧНО" in letters(report_of(day="2026-09-01"))["7002"]


@pytest.fixture
def staff(tmp_path: Path) -> Path:
    """Return a staff list in which one person lacks papers."""
    path = tmp_path / "staff.csv"
    path.write_text(STAFF, encoding="utf-8")
    return path


def test_the_command_writes_one_file_a_person_in_both_languages(
    staff: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And counts who got none."""
    folder = tmp_path / "letters"
    asked = ["letters", str(staff), "-o", str(folder), "--as-of", "2025-06-01", "--format", "json"]
    assert main(asked) == 0
    assert json.loads(capsys.readouterr().out) == {"written": 1, "without": 1}
    (file,) = folder.iterdir()
    assert file.name == "person-7.docx"
    words = " ".join(one.text for one in docx.Document(io.BytesIO(file.read_bytes())).paragraphs)
    assert words.index("Құрметті") < words.index("Уважаемый")


def test_all_letters_go_into_one_pdf(staff: Path, tmp_path: Path, words_on: WordsOn) -> None:
    """One language where one is named."""
    target = tmp_path / "letters.pdf"
    assert main(["letters", str(staff), "-o", str(target), "--lang", "kk", "--as-of", "2025-06-01"]) == 0
    (page,) = words_on(target.read_bytes())
    assert "Құрметті" in page


def test_letters_in_english_are_refused(
    staff: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Official letters are in the two languages."""
    assert main(["letters", str(staff), "-o", str(tmp_path / "x"), "--lang", "en"]) == 2
    assert capsys.readouterr().err
    assert not (tmp_path / "x").exists()
