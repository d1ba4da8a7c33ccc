"""The sample curricula of the project."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from socwork_standard.programme.reading import read_curriculum

SAMPLES = ("rehabilitation-ru.xlsx", "syllabus-kk.docx")


@pytest.mark.parametrize(("name", "courses", "outcomes"), [(SAMPLES[0], 5, 12), (SAMPLES[1], 2, 5)])
def test_a_sample_is_read_without_problems(root: Path, name: str, courses: int, outcomes: int) -> None:
    """All courses and outcomes of a sample are found."""
    found = read_curriculum(root / "examples" / "programmes" / name)
    assert (len(found.curriculum.courses), len(found.curriculum.outcomes())) == (courses, outcomes)
    assert found.problems == ()


def test_the_samples_are_those_of_their_script(root: Path, tmp_path: Path) -> None:
    """Running the script again gives samples that read the same."""
    folder = root / "examples" / "programmes"
    subprocess.run([sys.executable, folder / "make.py", tmp_path], check=True)
    for name in SAMPLES:
        assert read_curriculum(tmp_path / name) == read_curriculum(
            (folder / name).read_bytes(), name=str(tmp_path / name)
        )
