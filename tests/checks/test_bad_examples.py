"""Bad examples, picked up by folder: each file of bad/ changes the small standard and names what is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from changing import SMALL, change, copied

from socwork_standard.checks.catalogue import CATALOGUE
from socwork_standard.checks.validate import validate_data
from socwork_standard.data.strict_yaml import read_yaml

BAD = sorted((Path(__file__).parent / "bad").glob("*.yaml"))


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return a copy of the small standard, free to change."""
    return copied(SMALL, tmp_path)


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_each_bad_example_gives_its_problem_and_no_other(path: Path, small: Path) -> None:
    """One mistake gives one problem, with its file, its line and the way to mend it."""
    case: dict[str, Any] = read_yaml(path).value
    for edit in case["edits"]:
        change(small / edit["file"], edit["replace"], edit["by"])
    found = validate_data(small)
    assert [{"code": one.code, "where": one.where} for one in found] == case["problems"], case["says"]
    assert all(one.line and one.message and one.mend for one in found)


def test_the_small_standard_is_sound(small: Path) -> None:
    """Without a change the small standard has no problem, so that each change is what gives one."""
    assert validate_data(small) == []


def test_every_code_of_the_catalogue_has_a_bad_example() -> None:
    """No code can be printed that no test has shown; D103 to D106 and D404 are shown by tests of their own."""
    shown = {problem["code"] for path in BAD for problem in read_yaml(path).value["problems"]}
    assert shown | {"D103", "D105", "D106", "D404"} == set(CATALOGUE)


FILES = sorted(path.relative_to(SMALL).as_posix() for path in SMALL.rglob("*.yaml"))


@pytest.mark.parametrize(
    "content", ["key: [", "", "no: model knows this\n"], ids=["not-yaml", "empty", "not-model"]
)
@pytest.mark.parametrize("file", FILES)
def test_a_file_that_cannot_be_read_stops_no_other_check(file: str, content: str, small: Path) -> None:
    """A broken file is told by itself: what other files say about it is not held against them."""
    (small / file).write_text(content, encoding="utf-8")
    found = validate_data(small)
    assert {one.file for one in found} == {file}
    assert {one.code for one in found} <= {"D101", "D102"}


def test_two_mistakes_in_two_files_are_both_told(small: Path) -> None:
    """The checks go on behind the first mistake."""
    change(small / "readings.yaml", "settled: wide", "settled: tight")
    change(small / "defects.yaml", "quote: тарту", "quote: тартуы")
    assert [one.code for one in validate_data(small)] == ["D702", "D403"]


def test_every_wrong_key_of_a_file_is_told(small: Path) -> None:
    """All mistakes that a model finds in one file are told, not only the first."""
    path = small / "editions.yaml"
    change(path, "adopted: 2024-04-30", "adopted: soon")
    change(path, "held: false", "held: maybe")
    assert [one.code for one in validate_data(small)] == ["D102", "D102"]
