"""Bad input gives one message that says what, where and how to mend it, and exit 2."""

import io
from itertools import pairwise
from pathlib import Path

import pytest

from shell import Run

BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in pairwise("abcde")
)

RECORDS = {
    "no YAML": (b"education: [level: {\n", "this is not YAML"),
    "empty": (b"", "the file is empty"),
    "only a comment": (b"# nothing\n", "the file is empty"),
    "no such day": (
        b"education:\n  - completed: 2025-02-30\n",
        "r.yaml:2: education[1].completed: '2025-02-30'",
    ),
    "unknown level": (
        "education:\n  - level: институт благородных девиц\n".encode(),
        "tve_specialist, post_secondary",
    ),
    "end before start": (b"experience:\n  - {start: 2020-01-01, end: 2019-01-01}\n", "lies before the start"),
    "year 20115": (b"experience:\n  - start: 20115-01-01\n", "year 20115"),
    "unknown key": (b"educatoin: []\n", "r.yaml:1: the key 'educatoin' is not known"),
    "unknown category": ("experience:\n  - category: третья\n".encode(), "none, second, first, highest"),
    "bomb": (BOMB.encode(), "r.yaml:1: anchors and aliases"),
    "alias": (b"education: &a []\nexperience: *a\n", "alias"),
    "deep": (b"education: " + b"[" * 500 + b"]" * 500, "nested"),
    "two documents": (b"id: a\n---\nid: b\n", "more than one document"),
    "twice": (b"id: a\nid: b\n", "stands twice"),
    "not UTF-8": ("id: Әлия".encode("utf-16"), "not UTF-8"),
    "only text": (b"nothing else", "must hold keys"),
    "no list": (b"education: higher\n", "must be a list"),
    "no people": (b"staff: []\n", "holds no list of records"),
    "second person": (b"staff:\n  - id: a\n  - education:\n    - level: x\n", "r.yaml:4: education[1].level"),
}


def _one_message(err: str) -> None:
    assert err.startswith("socwork: ")
    assert len(err.strip().splitlines()) == 1
    assert "Traceback" not in err


@pytest.mark.parametrize("name", RECORDS)
def test_bad_record(socwork: Run, tmp_path: Path, name: str) -> None:
    """A wrong record is one message with file and line."""
    content, expected = RECORDS[name]
    file = tmp_path / "r.yaml"
    file.write_bytes(content)
    ran = socwork("check", file, "--card", "13")
    assert (ran.code, ran.out) == (2, "")
    _one_message(ran.err)
    assert expected in ran.err
    assert "r.yaml" in ran.err


QUESTIONS = {
    "no such card": (("--card", "99"), "There are: 9 personal-assistant"),
    "card without categories": (("--card", "10", "--category", "first"), "has no categories"),
    "unknown category": (("--card", "13", "--category", "third"), "none, second, first, highest"),
    "category without card": (("--category", "first"), "Add --card"),
    "no such day": (("--card", "13", "--as-of", "2025-02-30"), "--as-of"),
    "year 20115": (("--card", "13", "--as-of", "20115-01-01"), "--as-of"),
    "unknown status": (("--card", "13", "--fail-on", "maybe"), "needs_ruling"),
    "missing policy": (("--card", "13", "--policy", "none.yaml"), "there is no such file"),
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_bad_question(socwork: Run, people: Path, name: str) -> None:
    """A wrong card, category, day or status is one message that lists what is taken."""
    options, expected = QUESTIONS[name]
    ran = socwork("check", people / "0417.yaml", *options)
    assert (ran.code, ran.out) == (2, "")
    _one_message(ran.err)
    assert expected in ran.err


def test_missing_file_and_folder(socwork: Run, tmp_path: Path) -> None:
    """A file that is not there and a folder are told apart."""
    missing = socwork("check", tmp_path / "none.yaml", "--card", "13")
    folder = socwork("check", tmp_path, "--card", "13")
    assert (missing.code, folder.code) == (2, 2)
    assert "there is no such file" in missing.err
    assert "this is a folder" in folder.err


def test_standard_input(socwork: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` reads standard input, and messages call it so."""
    monkeypatch.setattr("sys.stdin", io.StringIO('id: "1"\neducation: []\n'))
    assert socwork("check", "-", "--card", "9", "--as-of", "2025-06-01").code == 0
    monkeypatch.setattr("sys.stdin", io.StringIO("education: [{level: x}]\n"))
    ran = socwork("check", "-", "--card", "9")
    assert ran.code == 2
    assert "standard input:1: education[1].level" in ran.err


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("readings: {higher-diploma: maybe}\n", "Use one of: accept, reject"),
        ("readings: {unknown-one: accept}\n", "there is no reading"),
        ("preset: mine\n", "there is no preset"),
        ("reading: {}\n", "is not known here"),
    ],
)
def test_bad_policy(socwork: Run, people: Path, tmp_path: Path, content: str, expected: str) -> None:
    """A wrong policy is one message with its file."""
    file = tmp_path / "policy.yaml"
    file.write_text(content, encoding="utf-8")
    ran = socwork("check", people / "0419.yaml", "--card", "13", "--policy", file)
    assert ran.code == 2
    _one_message(ran.err)
    assert expected in ran.err
    assert "policy.yaml" in ran.err


@pytest.mark.parametrize(
    "content",
    ["colleges: {a: b}\n", "specialities: [a]\n", "specialities: {a: [b]}\n", "specialities: {a: no-term}\n"],
)
def test_bad_aliases(socwork: Run, people: Path, tmp_path: Path, content: str) -> None:
    """Wrong aliases are one message."""
    file = tmp_path / "aliases.yaml"
    file.write_text(content, encoding="utf-8")
    ran = socwork("check", people / "0417.yaml", "--card", "13", "--aliases", file)
    assert ran.code == 2
    _one_message(ran.err)


@pytest.mark.parametrize(
    "content", ["", "[", "[]", '"x"', "{}", '{"decisions": 5}', '{"format": 1, "card": 13}']
)
def test_bad_decision(socwork: Run, people: Path, tmp_path: Path, content: str) -> None:
    """What is no decision is one message."""
    file = tmp_path / "decision.json"
    file.write_text(content, encoding="utf-8")
    ran = socwork("verify", file, "--record", people / "0417.yaml")
    assert ran.code == 2
    _one_message(ran.err)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("chek",), "check"),
        (("data", "defect"), "defects"),
        (("check",), "RECORD"),
        (("cards", "--format", "xml"), "xml"),
        (("card", "13", "--lang", "de"), "de"),
        (("card", "13", "--crad", "9"), "--crad"),
    ],
)
def test_bad_usage(socwork: Run, arguments: tuple[str, ...], expected: str) -> None:
    """A command called wrongly exits 2, and a near command is suggested."""
    ran = socwork(*arguments)
    assert ran.code == 2
    assert expected in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("card", "социальный"), "there is no card"),
        (("card", "13", "--part", "everything"), "requirements"),
        (("card", "13", "--on", "yesterday"), "--on"),
        (("needs", "12345"), "there is no card"),
        (("needs", "9", "--category", "first"), "has no categories"),
        (("data", "defects", "--kind", "typo"), "extraction"),
        (("data", "validate", "/"), "no standard directory"),
        (("policy", "init", "--preset", "mine"), "practice"),
        (("test", "none.yaml"), "no such file"),
        (("verify", "-", "--record", "-"), "only once"),
    ],
)
def test_other_bad_input(socwork: Run, arguments: tuple[str, ...], expected: str) -> None:
    """Every other command tells bad input the same way."""
    ran = socwork(*arguments)
    assert (ran.code, ran.out) == (2, "")
    _one_message(ran.err)
    assert expected in ran.err


def test_mistake_of_the_program(socwork: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """An unexpected exception is one line that calls it a mistake of the program, and exit 70."""

    def broken(*_: object) -> int:
        message = "unforeseen"
        raise RuntimeError(message)

    monkeypatch.delenv("SOCWORK_DEBUG", raising=False)
    monkeypatch.setattr("socwork_standard.cli.app.run", broken)
    ran = socwork("cards")
    assert ran.code == 70
    assert "mistake of the program" in ran.err
    _one_message(ran.err)
    monkeypatch.setenv("SOCWORK_DEBUG", "1")
    assert "Traceback" in socwork("cards").err


def test_interrupted(socwork: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """An interruption is quiet and exits 130; a reader that has gone is no failure."""

    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("socwork_standard.cli.cards.show_cards", interrupted)
    ran = socwork("cards")
    assert (ran.code, ran.out, ran.err) == (130, "", "")
