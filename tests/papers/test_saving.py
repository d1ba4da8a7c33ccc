"""`-o FILE`: the ending names the form; nothing is replaced, or half written."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from socwork_standard.cli import main

WordsOn = Callable[[bytes], list[str]]


@pytest.fixture
def person(tmp_path: Path) -> Path:
    """Return the file of a person."""
    path = tmp_path / "person.yaml"
    path.write_text("id: '1'\neducation: []\nexperience: []\ntraining: []\n", encoding="utf-8")
    return path


def socwork(*arguments: object) -> int:
    """Run the program."""
    return main([str(one) for one in arguments])


@pytest.mark.parametrize(
    ("ending", "begins"),
    [("pdf", b"%PDF"), ("docx", b"PK"), ("md", b"# "), ("txt", "✗".encode()), ("json", b"{")],
)
def test_a_decision_is_saved_in_the_form_of_the_ending(
    person: Path, tmp_path: Path, ending: str, begins: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    """The file is told on standard error; nothing goes to standard output."""
    target = tmp_path / f"decision.{ending}"
    asked = ("check", person, "--card", "16", "--as-of", "2025-06-01", "--lang", "kk", "-o", target)
    assert socwork(*asked) == 0
    assert target.read_bytes().startswith(begins)
    printed = capsys.readouterr()
    assert printed.out == ""
    assert str(target) in printed.err


def test_cards_needs_and_plans_are_saved_too(
    person: Path, tmp_path: Path, words_on: WordsOn, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same option at four commands."""
    card, needs, plan = (tmp_path / name for name in ("card.pdf", "needs.docx", "plan.json"))
    assert socwork("card", "13", "-o", card, "--lang", "kk", "--on", "2025-06-01") == 0
    assert "Әлеуметтік жұмыскер" in words_on(card.read_bytes())[0]
    assert socwork("needs", "13", "-o", needs) == 0
    assert needs.stat().st_size > 0
    assert socwork("plan", person, "--to", "9", "--as-of", "2025-06-01", "-o", plan) == 0
    assert json.loads(plan.read_text(encoding="utf-8"))
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("name", "said"), [("x.xls", "'.xls'"), ("no/x.pdf", "folder"), ("old.pdf", "--force")]
)
def test_a_file_that_cannot_be_written_is_refused(
    person: Path, tmp_path: Path, name: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """An unknown ending, a folder that is not there, a file that is."""
    (tmp_path / "old.pdf").write_bytes(b"old")
    assert socwork("check", person, "-o", tmp_path / name) == 2
    assert said in capsys.readouterr().err
    assert (tmp_path / "old.pdf").read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []
