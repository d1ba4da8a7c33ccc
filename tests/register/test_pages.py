"""The pages of the reference about registers are generated, committed, and true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from socwork_standard.register.pages import COMMAND, generate_pages, register_page
from socwork_standard.register.read import read_register

PAGES = generate_pages()


@pytest.mark.parametrize("name", PAGES)
def test_the_committed_page_is_the_generated_one(name: str, root: Path) -> None:
    """A page that has drifted is written again with one command."""
    path = root / "docs" / "reference" / name
    assert path.is_file(), f"run {COMMAND}"
    assert path.read_text(encoding="utf-8") == PAGES[name], f"run {COMMAND}"


def test_the_examples_of_the_page_are_read_without_an_error(tmp_path: Path) -> None:
    """Both layouts, as the page shows them."""
    blocks = re.findall(r"```text\n(.*?)```", register_page(), re.DOTALL)
    assert len(blocks) == 2
    for block in blocks:
        path = tmp_path / "staff.csv"
        path.write_text(block, encoding="utf-8")
        assert {one.code for one in read_register(path).problems} <= {"R404"}


def test_every_code_of_deciding_stands_on_the_page() -> None:
    """What checking a register can add to the problems of reading it."""
    page = PAGES["register-problems.md"]
    assert all(f"| R50{number} |" in page for number in range(1, 6))
