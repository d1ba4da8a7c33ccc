"""The answers on a register as Parquet: what JSON Lines hold, with types."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet as pq  # type: ignore[import-untyped]
import pytest

from socwork_standard.cli import main

DANGEROUS = ("=1+1", "+7", "-5", "@SUM(A1)", '=HYPERLINK("x")')
ASKED = ("--card", "16", "--as-of", "2025-06-01", "--lang", "en")


@pytest.fixture
def staff(tmp_path: Path) -> Path:
    """Return a staff list with ids of every kind."""
    path = tmp_path / "staff.json"
    people = [{"id": one, "unit": one, "education": [], "experience": []} for one in DANGEROUS]
    path.write_text(json.dumps({"staff": people}), encoding="utf-8")
    return path


def test_parquet_holds_what_json_lines_hold(staff: Path, tmp_path: Path) -> None:
    """Verdicts and problems, row by row; days are dates."""
    lines, table = tmp_path / "out.jsonl", tmp_path / "out.parquet"
    for target in (lines, table):
        assert main(["register", str(staff), "-o", str(target), *ASKED]) == 0
    expected = [json.loads(one) for one in lines.read_text(encoding="utf-8").splitlines()]
    found = pq.read_table(table).to_pylist()
    assert len(found) == len(DANGEROUS)
    for one, other in zip(found, expected, strict=True):
        plain = {
            **one,
            "as_of": one["as_of"].isoformat(),
            "by_preset": dict(one["by_preset"]),
            "contested": [{**each, "outcomes": dict(each["outcomes"])} for each in one["contested"]],
        }
        assert plain == other
    assert pq.read_table(tmp_path / "out.problems.parquet").num_rows == 0


def test_parquet_needs_its_extra(
    staff: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without it, the message is the line to type, and nothing is written."""
    import sys

    monkeypatch.setitem(sys.modules, "pyarrow", None)
    target = tmp_path / "out.parquet"
    assert main(["register", str(staff), "-o", str(target), *ASKED]) == 2
    assert 'pip install "socwork-standard[bulk]"' in capsys.readouterr().err
    assert not target.exists()
