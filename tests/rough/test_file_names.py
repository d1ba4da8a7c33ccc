"""Names of files: those that are shipped and those that are written can lie on any usual disk, Windows' too."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterable
from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

import socwork_standard as sw
from socwork_standard.exports.formats import FORMATS, Asked
from socwork_standard.exports.framework import framework
from socwork_standard.exports.identifiers import Identifiers, checked_base
from socwork_standard.reports.paperwork import file_names

FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f\\]')
LONGEST_PATH = 150
"""Signs of a path inside the checkout: Windows takes 260 in all, and the folder of the checkout needs its part."""
LONGEST_NAME = 255
AWKWARD = [
    "CON",
    "nul",
    "COM1.",
    "a/b",
    "a\\b",
    "../../etc/passwd",
    "C:\\x",
    "a:b",
    "what?*",
    "x" * 4000,
    "ұ" * 4000,
    "𠀀" * 200,
    " ",
    "",
    ".",
    "Ab",
    "aB",
    "AB",
    "й",
    "й",
    "0417",
    "\x00\n",
    "-o",
    "~",
]


def _sound(name: str) -> bool:
    """Can Windows, macOS and Linux hold a file of this name?"""
    return (
        not FORBIDDEN.search(name)
        and "/" not in name
        and not PureWindowsPath(name).is_reserved()
        and name == name.rstrip(". ")
        and name not in {"", ".", ".."}
        and len(name.encode()) <= LONGEST_NAME
    )


def _alike(names: Iterable[str]) -> list[str]:
    """Names that a disk without regard to case takes for one another."""
    return [name for name, n in Counter(name.casefold() for name in names).items() if n > 1]


def test_shipped_files_can_be_checked_out_anywhere(root: Path) -> None:
    """No file of the project has a name that Windows cannot hold, and no two differ in case alone."""
    git = shutil.which("git")
    if git is None or not (root / ".git").exists():
        pytest.skip("this is no checkout of git")
    listed = subprocess.run([git, "ls-files", "-z"], cwd=root, capture_output=True, check=True).stdout
    paths = [one for one in listed.decode().split("\0") if one]
    assert paths
    assert [path for path in paths if not all(_sound(part) for part in path.split("/"))] == []
    assert [path for path in paths if len(path) > LONGEST_PATH] == []
    folders = {path.rpartition("/")[0] for path in paths}
    assert _alike(paths) == []
    assert _alike(folders) == []


def _check_written(names: list[str]) -> None:
    written = [f"{name}.docx" for name in file_names(names)]
    assert len(written) == len(names)
    assert all(_sound(name) for name in written), written
    beside = [f".{name}.4194304.part" for name in written]
    assert all(len(name.encode()) <= LONGEST_NAME for name in beside)
    assert _alike(written) == []


def test_papers_of_people_with_awkward_ids() -> None:
    """A person's id never makes a path, a reserved name, or the name of somebody else's paper."""
    _check_written(AWKWARD)


@given(st.lists(st.text(max_size=300), max_size=20))
def test_papers_of_people_with_any_ids(names: list[str]) -> None:
    """The same for any ids."""
    _check_written(names)


def test_many_people_with_one_name() -> None:
    """Ten thousand ids that are the same in a file's name still get ten thousand names."""
    assert len(set(file_names(["/"] * 10_000))) == 10_000


@pytest.mark.slow
@pytest.mark.parametrize("form", sorted(FORMATS))
def test_exported_files_have_sound_names(form: str) -> None:
    """The files of every export format have names that any disk can hold."""
    standard = sw.load_standard()
    ids = Identifiers(standard.editions_file.namespace, checked_base("https://example.org/"))
    try:
        files = FORMATS[form].write(Asked(framework(standard, [9]), ids))
    except sw.MissingExtra as missing:
        pytest.skip(str(missing))
    assert files
    assert [name for name in files if not all(_sound(part) for part in name.split("/"))] == []
    assert _alike(files) == []
