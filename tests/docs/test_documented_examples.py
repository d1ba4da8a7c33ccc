"""What README and docs show is what the program does; see the module `documented` for how pages are read."""

import shutil
from pathlib import Path

import pytest
from documented import ROOT, blocks, language, pages, play

PLAYED = [page for page in pages() if any(block.kind in {"console", "python"} for block in blocks(page))]


@pytest.mark.parametrize("page", PLAYED, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_page_shows_what_happens(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every command and every program of a page gives what the page shows, from the first to the last."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("SOCWORK_LANG", language(page))
    wrong = play(page)
    assert not wrong, "\n\n".join(wrong)
