"""The documentation is built without a warning."""

import subprocess
import sys
from pathlib import Path

import pytest
from documented import ROOT


@pytest.mark.slow
def test_the_pages_are_built_without_a_warning(tmp_path: Path) -> None:
    """Every page is reached from the front page, every link inside the pages leads somewhere."""
    pytest.importorskip("sphinx")
    pytest.importorskip("myst_parser")
    pytest.importorskip("furo")
    command = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-b", "html"]
    done = subprocess.run(
        [*command, "-d", str(tmp_path / "trees"), str(ROOT / "docs"), str(tmp_path / "html")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    front = (tmp_path / "html" / "index.html").read_text(encoding="utf-8")
    assert "https://" not in "".join(
        line for line in front.splitlines() if "<script" in line or "<link" in line
    )
    assert '<html class="no-js" lang="kk"' in (tmp_path / "html" / "tutorials" / "hr.kk.html").read_text(
        "utf-8"
    )
