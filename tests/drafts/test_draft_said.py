"""Every answer on a draft edition says first, and loudly, that nobody has reviewed its rules."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from socwork_standard import validate_data
from socwork_standard.cli.app import app
from socwork_standard.data.standard import Standard
from socwork_standard.eligibility.check import Checker

SAID = {"en": "DRAFT", "ru": "ЧЕРНОВИК", "kk": "ЖОБА"}
RECORD = {
    "id": "1",
    "post": "social-helper",
    "education": [{"level": "general_secondary", "completed": "2010-06-30"}],
    "experience": [{"position": "social-helper", "start": "2015-01-01", "end": "ongoing"}],
    "training": [],
}
PROGRAMME = """programme: {title: A, level: higher, language: en, speciality: social-work}
courses:
  - {code: A1, title: Social work, credits: 5, outcomes: [{id: L1, text: Counsel families}]}
"""


@pytest.fixture
def record(tmp_path: Path) -> str:
    """Return a file with one record."""
    path = tmp_path / "one.json"
    path.write_text(json.dumps(RECORD), encoding="utf-8")
    return str(path)


def run(data: Path, *arguments: str) -> str:
    """What a command prints with the data of a folder."""
    result = CliRunner().invoke(app, list(arguments), env={"SOCWORK_STANDARD_DATA": str(data)})
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.mark.parametrize("lang", SAID)
@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "RECORD", "--card", "10", "--as-of", "2026-06-01"),
        ("check", "RECORD", "--card", "13", "--as-of", "2026-09-01"),
        ("check", "RECORD", "--as-of", "2026-06-01"),
        ("plan", "RECORD", "--to", "11", "--as-of", "2026-06-01"),
        ("plan", "RECORD", "--to", "10", "--as-of", "2026-06-01"),
        ("needs", "10"),
        ("cards",),
        ("card", "10"),
    ],
    ids=" ".join,
)
def test_a_page_says_it_first(draft: Path, record: str, arguments: tuple[str, ...], lang: str) -> None:
    """The first line with letters is the warning."""
    given = [record if one == "RECORD" else one for one in arguments]
    lines = [one for one in run(draft, *given, "--lang", lang).splitlines() if re.search(r"\w", one)]
    assert SAID[lang] in lines[0]


def test_a_programme_of_graduates_says_it_first(draft: Path, tmp_path: Path) -> None:
    """What graduates may apply for begins with the warning."""
    path = tmp_path / "programme.yaml"
    path.write_text(PROGRAMME, encoding="utf-8")
    said = run(draft, "programme", "graduate", str(path), "--as-of", "2026-06-01", "--lang", "en")
    assert "DRAFT" in next(line for line in said.splitlines() if re.search(r"\w", line))


def test_a_register_says_it(draft: Path, tmp_path: Path) -> None:
    """The summary of a staff list, its spreadsheet and its figures say it."""
    openpyxl = pytest.importorskip("openpyxl")
    staff, out = tmp_path / "staff.json", tmp_path / "out.xlsx"
    staff.write_text(json.dumps({"staff": [RECORD]}), encoding="utf-8")
    said = run(draft, "register", str(staff), "-o", str(out), "--as-of", "2026-06-01", "--lang", "en")
    assert "DRAFT" in said
    book = openpyxl.load_workbook(out)
    loud = [
        sheet.title
        for sheet in book
        for row in sheet.iter_rows(max_row=8)
        for cell in row
        if "DRAFT" in str(cell.value)
    ]
    assert len(loud) >= 3


def test_the_decision_says_it(standard: Standard) -> None:
    """The JSON has `draft`, and the warning comes before that on the wording."""
    found = Checker(standard).check(RECORD, 13, as_of="2026-09-01").as_dict()
    assert found["draft"] is True
    assert found["notes"][0].startswith("DRAFT")
    assert found["notes"][1].startswith("ADVISORY")


def test_other_editions_say_nothing(root: Path) -> None:
    """An answer on an edition that is no draft has neither the key nor the warning."""
    found: dict[str, Any] = dict(Checker().check(RECORD, 10, as_of="2026-06-01").as_dict())
    assert "draft" not in found
    assert not any("DRAFT" in note for note in found["notes"])
    assert "DRAFT" not in run(root / "standard_data", "cards", "--lang", "en")


def test_every_page_of_the_server_says_it(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each page of the web begins with the warning, and a decision repeats it."""
    pytest.importorskip("fastapi", reason="the extra `web` is not installed")
    pytest.importorskip("httpx2", reason="the test client of starlette needs httpx2")
    from fastapi.testclient import TestClient

    from socwork_standard.web.app import create_app

    monkeypatch.setenv("SOCWORK_STANDARD_DATA", str(draft))
    with TestClient(create_app(), base_url="http://127.0.0.1:8100") as client:
        for address in ("/", "/cards", "/cards/10", "/check", "/plan", "/staff", "/ladder"):
            page = client.get(address, params={"lang": "en"}).text
            assert "DRAFT" in page.partition("<main")[2][:600], address
        answer = client.post("/api/v1/check", json={"record": RECORD, "card": "10", "as_of": "2026-06-01"})
        assert answer.json()["draft"] is True


def test_validate_lists_what_is_left(draft: Path) -> None:
    """Each node that nobody has reviewed is a notice with its line, and so is the draft."""
    notices = [one for one in validate_data(draft) if one.severity == "notice"]
    assert sorted(one.code for one in notices) == ["D310"] * 3 + ["D311"] * 3 + ["D807"]
    assert all(one.line for one in notices)
