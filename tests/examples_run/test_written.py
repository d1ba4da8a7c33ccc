"""`socwork examples`: whoever has only the installed program gets the sample files of the documentation."""

from pathlib import Path

import pytest

from socwork_standard.cli import main
from socwork_standard.data import locate
from socwork_standard.data.locate import examples_directory
from socwork_standard.errors import DataError


def test_the_files_are_those_of_the_project(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is written is, byte for byte, what the pages are tested with."""
    monkeypatch.chdir(tmp_path)
    assert main(["examples", "--lang", "en"]) == 0
    written = {
        path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()
    }
    kept = [
        path for path in (root / "examples").rglob("*") if path.is_file() and "__pycache__" not in path.parts
    ]
    assert written == {path.relative_to(root): path.read_bytes() for path in kept}
    assert capsys.readouterr().err == f"{len(kept)} files written: examples\n"


def test_a_file_that_is_there_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Changed samples are not written over unless that is asked for; then nothing else is lost."""
    mine = tmp_path / "policy.yaml"
    mine.write_text("preset: literal\n", encoding="utf-8")
    assert main(["examples", "-o", str(tmp_path), "--lang", "en"]) == 2
    assert "policy.yaml" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["policy.yaml"]
    assert main(["examples", "-o", str(tmp_path), "--force"]) == 0
    assert mine.read_bytes() == (examples_directory() / "policy.yaml").read_bytes()


def test_a_package_without_samples_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where neither a wheel nor a checkout holds them, the message names the place and the mend."""
    monkeypatch.setattr(locate, "_INSTALLED", tmp_path)
    monkeypatch.setattr(locate, "_CHECKOUT", tmp_path)
    with pytest.raises(DataError, match="Install the package again"):
        examples_directory()
