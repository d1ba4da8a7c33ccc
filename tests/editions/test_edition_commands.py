"""The commands data add-edition, diff and impact."""

import json
from pathlib import Path

import pytest

from socwork_standard.cli import main


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Return exit code, standard output and standard error of a command."""
    code = main(list(arguments))
    shown = capsys.readouterr()
    return code, shown.out, shown.err


ADD = (
    "--id",
    "2027-example",
    "--valid-from",
    "2027-01-01",
    "--act",
    "example-order-2027",
    "--adopted",
    "2026-12-01",
)


def test_an_edition_is_added(example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`data add-edition` writes a folder, and says in JSON what ended."""
    target = str(tmp_path / "data")
    code, out, _ = run(capsys, "data", "add-edition", str(example), *ADD, "-o", target, "--format", "json")
    found = json.loads(out)
    assert code == 0
    assert found["directory"] == target
    assert found["ended"] == [{"edition": "2026-109", "points": ["13"], "last_day": "2026-12-31"}]


def test_problems_give_exit_1(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A card without its new competencies is not sound: exit 1, with file and line."""
    card = str(example / "cards/13-social-worker.yaml")
    code, out, _ = run(
        capsys, "data", "add-edition", card, *ADD[:4], "--act", "order-109-2026", "--adopted", "2026-12-01"
    )
    assert code == 1
    assert "editions/2027-example/cards/13-social-worker.yaml:" in out


def test_a_diff_as_json_and_by_edition(
    second_data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`data diff` takes editions of the data in use as well as folders."""
    _, by_folder, _ = run(capsys, "data", "diff", "standard_data", str(second_data), "--format", "json")
    monkeypatch.setenv("SOCWORK_STANDARD_DATA", str(second_data))
    _, by_edition, _ = run(
        capsys, "data", "diff", "2024-125", "2027-example", "--card", "13", "--format", "json"
    )
    assert json.loads(by_folder)["cards"] == json.loads(by_edition)["cards"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("diff", "2024-125", "nothing"), "no edition"),
        (("diff", "2024-125", "2026-109"), "not held"),
        (("impact", "2024-125", "2024-125"), "nothing to look at"),
        (("impact", "2024-125", "2024-125", "--register", "x", "--decisions", "y"), "need their curriculum"),
        (("add-edition", "nowhere", "--id", "x", "--valid-from", "2027-01-01"), "no such file"),
        (("add-edition", "nowhere", "--id", "x", "--valid-from", "soon"), "no day"),
    ],
)
def test_bad_input_gives_exit_2(
    arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Bad input gives one message and exit 2."""
    code, out, err = run(capsys, "data", *arguments, "--lang", "en")
    assert (code, out) == (2, "")
    assert said in err
    assert "Traceback" not in err
