"""The report on a register: every answer in it, texts that stay texts, the same bytes, and the loud line."""

from __future__ import annotations

import csv
import json
import signal
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from shell import Run
from socwork_standard.cli.checking import words_of
from socwork_standard.cli.patience import ProgressLine, interruptible
from socwork_standard.cli.registering import write_report
from socwork_standard.eligibility.check import Checker
from socwork_standard.model.base import LANGUAGES, Language
from socwork_standard.register.check import check_register
from socwork_standard.register.read import read_register
from socwork_standard.register.result import RegisterResult
from socwork_standard.register.unrecognised import sheet_title
from socwork_standard.reports.register import RegisterReport
from socwork_standard.sheets import report as sheets

EVIL = ('=HYPERLINK("http://x")', "+1", "-2", "@SUM(A1)", "\tx")


def checked(language: Language = "en", **more: Any) -> RegisterResult:  # noqa: ANN401
    """Return a result with texts that begin like formulas."""
    people = [
        {
            "id": f"{number}",
            "unit": unit,
            "experience": [{"position": unit, "start": "2020", "end": "ongoing"}],
        }
        for number, unit in enumerate(EVIL)
    ]
    post = {"id": "post", "unit": "=1+1", "post": "social-worker", "education": []}
    return check_register([*people, post], **{"as_of": "2025-06-01", "language": language, **more})


def report(result: RegisterResult) -> RegisterReport:
    """Return the report in the language of the result."""
    return RegisterReport(result, words_of(Checker(), result.question.language))


def rows(path: Path, sheet: int = 0) -> list[list[Any]]:
    """Return the cells of one sheet."""
    return list(CalamineWorkbook.from_path(str(path)).get_sheet_by_index(sheet).to_python())


def separated(path: Path) -> list[str]:
    """Return all cells of a file of separated text."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return [cell for row in csv.reader(stream, delimiter=";") for cell in row]


def test_a_text_that_begins_like_a_formula_stays_a_text(tmp_path: Path) -> None:
    """No sheet holds a formula or a link, and the texts stand as they were written."""
    path = tmp_path / "out.xlsx"
    write_report(path, report(checked()), force=False)
    with zipfile.ZipFile(path) as book:
        names = [name for name in book.namelist() if "worksheets/" in name]
        content = "".join(book.read(name).decode() for name in names)
    assert "<f>" not in content
    assert "hyperlink" not in content
    problems = {row[6] for row in rows(path, 4)}
    assert set(EVIL) <= problems


def test_separated_text_disarms_formulas(tmp_path: Path) -> None:
    """Such texts get an apostrophe; the file has a mark, semicolons, and a second file of problems beside it."""
    path = tmp_path / "out.csv"
    written = write_report(path, report(checked()), force=False)
    assert [one.name for one in written] == ["out.csv", "out.problems.csv"]
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    for one in written:
        cells = separated(one)
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t"))]


@pytest.mark.parametrize("ending", ["xlsx", "csv", "json", "jsonl"])
def test_every_record_is_in_the_report(tmp_path: Path, ending: str) -> None:
    """Each id stands among the verdicts or the problems of every format."""
    result = checked()
    written = write_report(tmp_path / f"out.{ending}", report(result), force=False)
    ids = {one.id for one in result.register.records}
    if ending == "xlsx":
        found = {str(row[0]) for row in rows(written[0])} | {str(row[5]) for row in rows(written[0], 4)}
    elif ending == "csv":
        found = {cell for one in written for cell in separated(one)}
    else:
        text = "".join(one.read_text(encoding="utf-8") for one in written)
        found = {one for one in map(str, ids) if json.dumps(one) in text}
    assert {str(one) for one in ids} <= found


def test_json_lines_hold_the_keys_of_a_decision(tmp_path: Path) -> None:
    """One object a verdict, with the names of the contract."""
    result = checked(cards="all")
    path = tmp_path / "out.jsonl"
    write_report(path, report(result), force=False)
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert len(lines) == len(result.verdicts)
    keys = {
        "record",
        "card",
        "category",
        "as_of",
        "status",
        "by_preset",
        "in_force",
        "eligible_from",
        "missing",
    }
    assert keys <= set(lines[0])


@pytest.mark.parametrize("ending", ["xlsx", "csv", "json", "jsonl"])
def test_the_same_input_gives_the_same_bytes(tmp_path: Path, ending: str) -> None:
    """Nothing in a report depends on when it was written."""
    one, other = tmp_path / f"one.{ending}", tmp_path / f"other.{ending}"
    write_report(one, report(checked(cards="all")), force=False)
    write_report(other, report(checked(cards="all")), force=False)
    assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wording_not_in_force_is_said_on_top(tmp_path: Path, language: Language) -> None:
    """The first cell of the sheet is the advisory, and every such row is marked."""
    path = tmp_path / "out.xlsx"
    made = report(checked(language, as_of="2024-06-01"))
    write_report(path, made, force=False)
    first, _headings, *rest = rows(path)
    verdict = next(row for row in rest if row[0] == "post")
    assert first[0] == made.loud()[0]
    assert verdict[7] == made.say("staff.no")


def test_a_partial_report_is_whole_and_says_so(tmp_path: Path) -> None:
    """A report on interrupted work opens, and its first line says how many were not looked at."""
    path = tmp_path / "out.xlsx"
    write_report(path, report(checked(cards="all", progress=lambda done, _total: done < 2)), force=False)
    found = rows(path)
    assert found[0][0].startswith("NOT COMPLETE")
    assert {row[0] for row in found[2:]} == {"0", "1"}
    assert [one.name for one in tmp_path.iterdir()] == ["out.xlsx"]


def test_a_full_sheet_goes_on_in_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No row is lost where a sheet has no room left."""
    monkeypatch.setattr(sheets, "MOST_ROWS", 10)
    lines = [sheets.Line((f"{number}",)) for number in range(25)]
    sheet = sheets.Sheet("list", (sheets.Column("id"),), lines, len(lines))
    sheets.write_workbook(tmp_path / "out.xlsx", [sheet], title="list")
    found = [row[0] for number in range(3) for row in rows(tmp_path / "out.xlsx", number)[1:]]
    assert found == [f"{number}" for number in range(25)]


def test_a_text_too_long_for_a_cell_is_cut() -> None:
    """Excel would refuse the file or lose the cell."""
    assert len(sheets.safe("x" * 100_000)) == sheets.LONGEST
    assert sheets.safe("\ud800") == "?"


def test_a_report_with_filled_in_names_is_read_back(
    tmp_path: Path, socwork: Run, xlsx: Callable[..., Path]
) -> None:
    """The sheet of unrecognised names has an empty column; once filled in, the rerun knows the name."""
    staff = tmp_path / "staff.csv"
    staff.write_text(
        "id;fact;position;start;end\n1;experience;Помогатор;2020-01-01;ongoing\n", encoding="utf-8"
    )
    first = tmp_path / "first.xlsx"
    assert socwork("register", staff, "-o", first).code == 0
    note, titles, name = rows(first, 5)
    assert (titles[4], name[:3], name[4]) == ("use", ["posts", "Помогатор", 1.0], "")
    filled = xlsx({sheet_title("en"): [note, titles, [*name[:4], "social-helper", name[5]]]}, "filled.xlsx")
    ran = socwork("register", staff, "--aliases", filled, "--format", "json")
    assert [one["card"] for one in json.loads(ran.out)["by_card"]] == [10]


def test_ctrl_c_is_noted_first_and_ends_the_work_second() -> None:
    """The first interrupt lets the work end well; a second one ends it."""
    with interruptible() as asked:
        signal.raise_signal(signal.SIGINT)
        assert asked.asked
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)


def test_an_interrupted_run_keeps_its_report_and_ends_with_130(
    tmp_path: Path,
    socwork: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What was decided is written, standard error says so, and the exit code tells."""
    staff = tmp_path / "staff.csv"
    staff.write_text("id;fact;level\n1;education;higher\n2;education;higher\n", encoding="utf-8")
    monkeypatch.setattr(ProgressLine, "people", lambda *_: signal.raise_signal(signal.SIGINT))
    out = tmp_path / "out.xlsx"
    ran = socwork("register", staff, "-o", out, "--card", "13", "--as-of", "2025-06-01")
    assert ran.code == 130
    assert "Interrupted: 1 of 2" in ran.err
    assert rows(out)[0][0].startswith("NOT COMPLETE")


def test_a_status_that_must_not_come_up_fails_the_run(tmp_path: Path, socwork: Run) -> None:
    """Exit 1 with --fail-on, 0 without."""
    staff = tmp_path / "staff.csv"
    staff.write_text("id;fact;level\n1;education;none\n", encoding="utf-8")
    assert socwork("register", staff, "--card", "13").code == 0
    assert socwork("register", staff, "--card", "13", "--fail-on", "not_eligible").code == 1


def test_a_report_never_replaces_what_is_read(tmp_path: Path, socwork: Run) -> None:
    """Neither the register, even with --force, nor an earlier report without it."""
    staff = tmp_path / "staff.csv"
    staff.write_text("id;fact;level\n1;education;higher\n", encoding="utf-8")
    assert socwork("register", staff, "-o", staff, "--force").code == 2
    out = tmp_path / "out.json"
    assert socwork("register", staff, "-o", out).code == 0
    again = socwork("register", staff, "-o", out)
    assert again.code == 2
    assert "--force" in again.err


def test_a_place_is_told_for_everybody_without_a_post(tmp_path: Path) -> None:
    """A person who cannot be decided is found again by sheet and row."""
    staff = tmp_path / "staff.csv"
    staff.write_text("id;fact;level\n1;education;higher\n2;education;higher\n", encoding="utf-8")
    result = check_register(read_register(staff), as_of="2025-06-01")
    assert [(one.record, one.row) for one in result.problems] == [("1", 2), ("2", 3)]


def test_an_unknown_ending_is_refused(tmp_path: Path, socwork: Run) -> None:
    """The message lists the forms of a report."""
    staff = tmp_path / "staff.csv"
    staff.write_text("id;fact;level\n1;education;higher\n", encoding="utf-8")
    ran = socwork("register", staff, "-o", tmp_path / "out.doc")
    assert ran.code == 2
    assert ".xlsx" in ran.err
