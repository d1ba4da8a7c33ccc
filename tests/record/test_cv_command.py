"""`socwork record import` as a user types it."""

import json
from pathlib import Path

import pytest
import yaml
from cvs import PERSONAL, raw, resume

from socwork_standard.cli import main


@pytest.fixture
def cv(tmp_path: Path) -> str:
    """A JSON Resume on disk."""
    path = tmp_path / "cv.json"
    path.write_bytes(raw(resume()))
    return str(path)


def test_the_record_goes_to_standard_output(cv: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a file the record alone stands on standard output, and what is told of it on standard error."""
    assert main(["record", "import", cv, "--id", "0417", "--lang", "ru"]) == 0
    out, err = capsys.readouterr()
    assert yaml.safe_load(out)["id"] == "0417"
    assert "Личное не взято" in err
    assert not [one for one in PERSONAL if one in out + err]


@pytest.mark.parametrize("ending", ["yaml", "json"])
def test_the_record_is_written_and_can_be_checked(cv: str, tmp_path: Path, ending: str) -> None:
    """The file is one that `socwork check` takes; it is not replaced without --force."""
    path = tmp_path / f"record.{ending}"
    command = ["record", "import", cv, "-o", str(path), "--id", "0417"]
    assert main(command) == 0
    assert main(["check", str(path), "--card", "13", "--as-of", "2025-06-01"]) == 0
    assert main(command) == 2
    assert main([*command, "--force"]) == 0


def test_the_record_as_json(cv: str, capsys: pytest.CaptureFixture[str]) -> None:
    """As JSON the record stands beside all that was not placed, each with its code, reason and mend."""
    assert main(["record", "import", cv, "--format", "json", "--complete", "education"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["from"] == "json-resume"
    assert "education_complete" not in found["record"]
    assert found["not_read"]
    assert all(one["code"] and one["path"] and one["why"] and one["mend"] for one in found["unplaced"])


@pytest.mark.parametrize(
    "wrong", [["--complete", "hobbies"], ["--from", "pdf"], ["-o", "record.txt"], ["--id", "900506400001"]]
)
def test_wrong_options_are_refused(cv: str, wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong option gives exit code 2 and one message that names it."""
    assert main(["record", "import", cv, *wrong]) == 2
    assert capsys.readouterr().err.strip()


def test_a_missing_file_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is not there gives exit code 2."""
    assert main(["record", "import", "nowhere.json"]) == 2
    assert "nowhere.json" in capsys.readouterr().err
