"""What README and docs show is what the program does; see the module `documented` for how pages are read."""

import json
import re
import shutil
from pathlib import Path

import pytest
from documented import ADDRESS, ROOT, blocks, language, needs_server, pages, play

PLAYED = [page for page in pages() if any(block.kind in {"console", "python"} for block in blocks(page))]
WRITES_SAMPLES = "$ socwork examples\n"
IN_BROWSER = [page for page in pages() if page.name.startswith("browser-")]
_BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)


@pytest.mark.parametrize("page", PLAYED, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_page_shows_what_happens(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """Every command and every program of a page gives what the page shows, from the first to the last."""
    if WRITES_SAMPLES not in page.read_text(encoding="utf-8"):
        shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("SOCWORK_LANG", language(page))
    wrong = play(page, request.getfixturevalue("server") if needs_server(page) else ADDRESS)
    assert not wrong, "\n\n".join(wrong)


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_page_says_where_its_samples_come_from(page: Path) -> None:
    """Whoever has only the installed program can follow every page."""
    text = page.read_text(encoding="utf-8")
    typed = [block.text for block in blocks(page) if block.kind in {"console", "python"}]
    if page.parent.name in {"how-to", "tutorials"} and any("examples/" in one for one in typed):
        assert "socwork examples" in text


@pytest.mark.parametrize("page", IN_BROWSER, ids=lambda page: page.stem)
def test_what_stands_in_bold_is_read_on_the_screen(page: Path) -> None:
    """Every button and label that a page about the browser names is one of the interface."""
    catalogue = ROOT / "src" / "socwork_standard" / "i18n" / f"{language(page)}.json"
    texts = {
        one for one in json.loads(catalogue.read_text(encoding="utf-8")).values() if isinstance(one, str)
    }
    named = {" ".join(one.split()) for one in _BOLD.findall(page.read_text(encoding="utf-8"))}
    assert named - texts == set()
    assert named
