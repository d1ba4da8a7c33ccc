"""`socwork data import` on the command line."""

import json
from pathlib import Path

import pytest
from inventing import invent
from typer.testing import CliRunner

from socwork_standard.cli.app import app


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """Return a file with an invented standard."""
    path = tmp_path / "order.txt"
    path.write_text(invent(9).text, encoding="utf-8")
    return path


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_a_text_is_imported(text: Path, tmp_path: Path, lang: str) -> None:
    """The command writes a draft with its review and prints what was read in each language."""
    folder = tmp_path / "draft"
    result = CliRunner().invoke(app, ["data", "import", str(text), "-o", str(folder), "--lang", lang])
    assert result.exit_code == 0, result.output
    assert (folder / "review.md").is_file()
    assert json.loads((folder / "review.json").read_text(encoding="utf-8"))["rules"]
    assert "importing." not in result.output
    shown = CliRunner().invoke(app, ["cards"], env={"SOCWORK_STANDARD_DATA": str(folder)})
    assert shown.exit_code == 0, shown.output


def test_what_is_left_to_review_is_no_failure(text: Path, tmp_path: Path) -> None:
    """`data validate` lists a draft's proposals as notices and ends with 0."""
    run("data", "import", str(text), "-o", str(tmp_path / "draft"))
    said = run("data", "validate", str(tmp_path / "draft"), "--lang", "en")
    assert "nothing is wrong" in said
    assert "Notices: " in said


def test_a_guess_that_is_not_used_is_shown(tmp_path: Path) -> None:
    """The list for review shows what was guessed of a requirement that the draft leaves unread."""
    order = invent(9, damaged=False).text
    path = tmp_path / "order.txt"
    sentence = "ұйымда кемінде 4 жыл тәжірибе" if "жыл" in order else "не менее 4 лет в организации"
    label = next(one for one in ("тәжірибесіне", "өтіліне", "опыту", "стажу") if one in order)
    lines = [
        f"{one.split(chr(9))[0]}\t{sentence}" if f"{label} " in one and chr(9) in one else one
        for one in order.split("\n")
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    run("data", "import", str(path), "-o", str(tmp_path / "draft"))
    assert '"service": "4y"' in (tmp_path / "draft" / "review.md").read_text(encoding="utf-8")


def test_json_holds_the_review(text: Path, tmp_path: Path) -> None:
    """As JSON the answer holds the files written and everything to review."""
    arguments = [
        "data",
        "import",
        str(text),
        "-o",
        str(tmp_path / "draft"),
        "--format",
        "json",
        "--edition",
        "mine-1",
    ]
    answer = json.loads(CliRunner().invoke(app, arguments).output)
    assert answer["edition"] == "mine-1"
    assert "editions.yaml" in answer["files"]
    assert answer["rules"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["--edition", "../up"], "--edition"),
        (["--code", "a b"], "--code"),
        (["--valid-from", "soon"], "--valid-from"),
    ],
)
def test_wrong_options_are_named(text: Path, tmp_path: Path, given: list[str], said: str) -> None:
    """A wrong option is bad input, and nothing is written."""
    result = CliRunner().invoke(app, ["data", "import", str(text), "-o", str(tmp_path / "draft"), *given])
    assert result.exit_code != 0
    assert not (tmp_path / "draft").exists()
    assert said in str(result.exception) + result.output


def test_a_draft_is_compared_with_the_data_in_use(text: Path, tmp_path: Path) -> None:
    """With --compare a text imported again over its own draft shows no difference, and over other data many."""
    first, again = tmp_path / "first", tmp_path / "again"
    other = json.loads(run("data", "import", str(text), "-o", str(first), "--compare", "--format", "json"))
    assert other["compared"]["differences"]
    same = json.loads(
        run("data", "import", str(text), "-o", str(again), "--compare", "--format", "json", data=first)
    )
    assert same["compared"]["differences"] == []


def run(*arguments: str, data: Path | None = None) -> str:
    """What a command prints, with the data of a folder."""
    result = CliRunner().invoke(
        app, list(arguments), env={"SOCWORK_STANDARD_DATA": str(data)} if data else None
    )
    assert result.exit_code == 0, result.output
    return result.stdout
