"""`socwork programme graduate` and `what-if` as people run them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from socwork_standard.cli import main
from socwork_standard.i18n import text
from socwork_standard.model.base import LANGUAGES, Language

if TYPE_CHECKING:
    from pathlib import Path

SAMPLE = "examples/programmes/social-work.yaml"


@pytest.fixture
def sample(root: Path) -> str:
    """The sample programme."""
    return str(root / SAMPLE)


def run(*arguments: str) -> int:
    """The exit code of the command line."""
    return main(list(arguments))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_heading_is_in_the_language(
    sample: str, language: Language, capsys: pytest.CaptureFixture[str]
) -> None:
    """The page of graduates is written in the language asked for, in both forms."""
    for form in ("text", "markdown"):
        arguments = ("--as-of", "2025-06-30", "--lang", language, "--format", form)
        assert run("programme", "graduate", sample, *arguments) == 0
        printed = " ".join(capsys.readouterr().out.split())
        for key in ("graduate.first.eligible", "graduate.later", "graduate.coverage", "graduate.notes"):
            assert text(language, key) in printed


def test_json_of_graduates(sample: str, capsys: pytest.CaptureFixture[str]) -> None:
    """JSON holds every card and category once, and the same command gives the same bytes."""
    command = ("programme", "graduate", sample, "--as-of", "2025-06-30", "--format", "json")
    assert run(*command) == 0
    first = capsys.readouterr().out
    asked = [(one["card"], one["category"]) for one in json.loads(first)["first_day"]]
    assert len(asked) == len(set(asked)) == 22
    assert run(*command) == 0
    assert capsys.readouterr().out == first


def test_decisions_confirm(sample: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A decision of a person moves a competency from suggested to confirmed."""
    from socwork_standard.cli.curricula import read
    from socwork_standard.curriculum.links import text_sha256
    from socwork_standard.curriculum.mapping import map_curriculum

    mapped = map_curriculum(read(sample).curriculum).outcomes
    outcome = next(one for one in mapped if one.suggestions)
    decision = {
        "course": outcome.course,
        "outcome": outcome.outcome,
        "competency": outcome.suggestions[0].competency,
        "decision": "confirmed",
        "by": "office",
        "on": "2025-06-01",
        "edition": "2024-125",
        "text_sha256": text_sha256(outcome.text),
    }
    file = tmp_path / "decisions.json"
    file.write_text(json.dumps({"decisions": [decision]}), encoding="utf-8")
    command = ("programme", "what-if", sample, "--drop", outcome.course, "--format", "json")
    assert run(*command, "--decisions", str(file)) == 0
    found = json.loads(capsys.readouterr().out)
    assert [one["competency"] for one in found["lost_confirmed"]] == [decision["competency"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_if_page(sample: str, language: Language, capsys: pytest.CaptureFixture[str]) -> None:
    """The page of dropped courses names credits, cards and labour functions in the language asked for."""
    assert run("programme", "what-if", sample, "--drop", "SW2201", "--lang", language) == 0
    printed = capsys.readouterr().out
    for key in ("whatif.cards", "whatif.functions"):
        assert text(language, key) in printed


@pytest.mark.parametrize(
    "arguments",
    [
        ("what-if", SAMPLE, "--drop", "NONE"),
        ("what-if", SAMPLE),
        ("graduate", "nowhere.yaml"),
        ("graduate", SAMPLE, "--as-of", "yesterday"),
        ("graduate", SAMPLE, "--policy", "nowhere.yaml"),
        ("what-if", SAMPLE, "--drop", "SW2201", "--decisions", "nowhere.yaml"),
    ],
)
def test_bad_input_is_one_message(
    root: Path,
    arguments: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Bad input ends with exit code 2 and a message without a traceback."""
    monkeypatch.chdir(root)
    assert run("programme", *arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "Traceback" not in printed.err


def test_a_wrong_level_names_file_and_field(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A level of education that does not exist is told with file and field."""
    file = tmp_path / "p.yaml"
    file.write_text("programme: {title: P, level: x}\ncourses: [{code: A, title: Case}]\n", encoding="utf-8")
    assert run("programme", "graduate", str(file)) == 2
    assert "p.yaml: programme.level" in capsys.readouterr().err
