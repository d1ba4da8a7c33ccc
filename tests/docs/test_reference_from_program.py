"""What is made from the program has not drifted: the pages of commands and names, the picture of the layers."""

import runpy

import pytest
from documented import ROOT

import socwork_standard
from socwork_standard.cli.pages import COMMAND, generate_pages

PAGES = generate_pages()


@pytest.mark.parametrize("name", PAGES)
def test_the_committed_page_is_the_generated_one(name: str) -> None:
    """A page that has drifted is written again with one command."""
    path = ROOT / "docs" / "reference" / name
    assert path.is_file(), f"run {COMMAND}"
    assert path.read_text(encoding="utf-8") == PAGES[name], f"run {COMMAND}"


def test_every_public_name_stands_on_the_page() -> None:
    """The page of Python names leaves none out and adds none."""
    titles = {line[4:] for line in PAGES["python.md"].splitlines() if line.startswith("### ")}
    assert titles == set(socwork_standard.__all__)


def test_the_picture_of_the_layers_is_drawn_from_the_contract() -> None:
    """The picture shows the layers that the contract in pyproject.toml holds the code to."""
    drawn = runpy.run_path(str(ROOT / "docs" / "layers.py"))
    assert drawn["PICTURE"].read_text(encoding="utf-8") == drawn["picture"](), "run python docs/layers.py"
