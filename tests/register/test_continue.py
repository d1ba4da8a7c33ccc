"""A register that was interrupted: what was done is kept, and a second run goes on from there."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path
from typing import Any

import pytest

from socwork_standard.cli import main
from socwork_standard.cli.patience import ProgressLine
from socwork_standard.register import check
from socwork_standard.register.one_by_one import one_by_one
from socwork_standard.register.resume import state_file

COUNT, STOP = 12, 5
DAY = "2025-06-01"
ENDINGS = [".json", ".jsonl", ".csv", ".xlsx"]


def person(number: int) -> dict[str, Any]:
    """Return a record; some hold a post, some none, some cannot be decided."""
    spell = {"position": "social-worker", "category": "second", "start": f"{2010 + number}-05-02"}
    held = [] if number % 4 == 3 else [{**spell, "end": "ongoing" if number != 2 else "2001-01-01"}]
    training = [{"kind": "short_course", "completed": "2024-01-15"}] if number % 2 else []
    return {"id": str(number), "unit": "№ 1", "experience": held, "training": training}


PEOPLE = [person(number) for number in range(COUNT)]


@pytest.fixture
def staff(tmp_path: Path) -> Path:
    """Write the list as JSON."""
    path = tmp_path / "staff.json"
    write(path, PEOPLE)
    return path


def write(path: Path, people: list[dict[str, Any]]) -> None:
    """Write people as JSON."""
    path.write_text(json.dumps({"staff": people}), encoding="utf-8")


@pytest.fixture
def decided(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that fills with the names of those whom a run has to decide."""
    names: list[str] = []

    def noted(asking: Any, people: Any) -> Any:  # noqa: ANN401
        names.extend(name for name, _ in people)
        return one_by_one(asking, people)

    monkeypatch.setattr(check, "one_by_one", noted)
    return names


def run(staff: Path, out: Path, *more: str, stop: int | None = None) -> int:
    """Run the command; with `stop` the program is sent SIGINT when so many people are done."""

    def people(_line: ProgressLine, done: int, _total: int | None) -> None:
        if done == stop:
            os.kill(os.getpid(), signal.SIGINT)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ProgressLine, "people", people)
        return main(["register", str(staff), "-o", str(out), "--as-of", DAY, "--lang", "en", *more])


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_rerun_makes_what_one_run_would_have_made(
    ending: str, staff: Path, tmp_path: Path, decided: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """SIGINT leaves a report that says so; with --continue it becomes, to the byte, that of a single run."""
    part, whole = tmp_path / f"part{ending}", tmp_path / f"whole{ending}"
    assert run(staff, whole) == 0
    assert run(staff, part, stop=STOP) == 130
    said = capsys.readouterr().err
    assert f"{STOP} of {COUNT}" in said
    assert "--continue" in said
    assert part.exists()
    assert part.read_bytes() != whole.read_bytes()
    decided.clear()
    assert run(staff, part, "--continue") == 0
    assert decided == [str(number) for number in range(STOP, COUNT)]
    assert f"{STOP} people" in capsys.readouterr().err
    assert part.read_bytes() == whole.read_bytes()
    assert not state_file(part).exists()


def test_the_report_of_interrupted_work_is_whole(staff: Path, tmp_path: Path) -> None:
    """It names those who are left, and holds the answers of the others."""
    part = tmp_path / "part.json"
    run(staff, part, stop=STOP)
    found = json.loads(part.read_text(encoding="utf-8"))
    assert found["undecided"] == [str(number) for number in range(STOP, COUNT)]
    assert found["summary"]["complete"] is False


def test_work_may_be_interrupted_again(staff: Path, tmp_path: Path, decided: list[str]) -> None:
    """A second interruption keeps what both runs did."""
    part, whole = tmp_path / "part.json", tmp_path / "whole.json"
    run(staff, whole)
    run(staff, part, stop=3)
    run(staff, part, "--continue", stop=8)
    decided.clear()
    assert run(staff, part, "--continue") == 0
    assert decided == [str(number) for number in range(8, COUNT)]
    assert part.read_bytes() == whole.read_bytes()


def test_a_record_that_has_changed_is_decided_anew(staff: Path, tmp_path: Path, decided: list[str]) -> None:
    """What was kept of it is stale; the others are taken over."""
    part = tmp_path / "part.json"
    run(staff, part, stop=STOP)
    write(staff, [{**one, "training": []} if one["id"] == "1" else one for one in PEOPLE])
    decided.clear()
    run(staff, part, "--continue")
    assert decided == ["1", *(str(number) for number in range(STOP, COUNT))]


@pytest.mark.parametrize(
    "more", [("--every-card",), ("--card", "13"), ("--as-of", "2026-01-01"), ("--lang", "kk")]
)
def test_another_question_takes_nothing_over(
    more: tuple[str, ...], staff: Path, tmp_path: Path, decided: list[str]
) -> None:
    """Answers to another question, or for another day or language, are not used."""
    part = tmp_path / "part.json"
    run(staff, part, stop=STOP)
    decided.clear()
    assert run(staff, part, "--continue", *more) == 0
    assert len(decided) == COUNT


@pytest.mark.parametrize("damage", ["", "{}\n", "\xff", "cut"])
def test_a_damaged_file_is_not_used(
    damage: str, staff: Path, tmp_path: Path, decided: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Everybody is decided anew, and it is said."""
    part = tmp_path / "part.json"
    run(staff, part, stop=STOP)
    kept = state_file(part).read_bytes()
    state_file(part).write_bytes(kept[:-40] if damage == "cut" else damage.encode("latin-1"))
    decided.clear()
    capsys.readouterr()
    assert run(staff, part, "--continue") == 0
    assert len(decided) == COUNT
    assert "decided anew" in capsys.readouterr().err


def test_without_an_interrupted_run_there_is_nothing_to_go_on_with(
    staff: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The message says what to do instead, with a report and without one."""
    assert run(staff, tmp_path / "out.json", "--continue") == 2
    assert "Leave --continue out" in capsys.readouterr().err
    assert main(["register", str(staff), "--continue", "--lang", "en"]) == 2
    assert "Add -o" in capsys.readouterr().err


def test_a_run_to_the_end_leaves_nothing_behind(staff: Path, tmp_path: Path) -> None:
    """What an interrupted run kept is taken away by the next whole one."""
    part = tmp_path / "part.json"
    run(staff, part, stop=STOP)
    assert run(staff, part, "--force") == 0
    assert not state_file(part).exists()
