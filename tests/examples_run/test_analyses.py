"""The scripts of examples/analyses run from a checkout, as their own first lines say, and print what they promise."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "examples" / "analyses"
SCRIPTS = {
    "register_polars": ("polars", ["Answers by unit", "eligible", "What is missing", "18.experience"]),
    "compare_programmes": ("python_calamine", ["formed", "Only A touches", "Only B touches", "Both touch"]),
    "draw_ladder": ("networkx", ["24 positions", "stated", "18:none Social work manager"]),
    "standard_in_rdflib": ("rdflib", ["statements", "Social worker | broadMatch | C3412", "individual"]),
}
"""Script → the library that it needs, and words that it prints."""
MOST_LINES = 80


def run(name: str, *arguments: str) -> str:
    """What a script prints; warnings are errors."""
    command = [sys.executable, "-W", "error::DeprecationWarning", str(FOLDER / f"{name}.py"), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_script_is_run() -> None:
    """No script stands in the folder that no test runs."""
    assert {path.stem for path in FOLDER.glob("*.py")} == set(SCRIPTS)


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(SCRIPTS))
def test_a_script_runs_and_prints_what_it_promises(name: str) -> None:
    """Each script runs without arguments and answers its questions."""
    library, words = SCRIPTS[name]
    pytest.importorskip(library)
    if name == "register_polars":
        pytest.importorskip("pyarrow")
    printed = run(name)
    assert not [one for one in words if one not in printed]


@pytest.mark.parametrize("name", sorted(SCRIPTS))
def test_a_script_is_short_and_says_how_to_run_it(name: str) -> None:
    """Each script has at most 80 lines and names its own command at the top."""
    text = (FOLDER / f"{name}.py").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= MOST_LINES
    assert f"python examples/analyses/{name}.py" in text.split('"""')[1]


@pytest.mark.slow
def test_the_ladder_is_drawn_where_a_place_is_named(tmp_path: Path) -> None:
    """With a path the ladder is written as SVG."""
    target = tmp_path / "ladder.svg"
    run("draw_ladder", str(target))
    assert target.read_text(encoding="utf-8").startswith("<svg")


def test_the_sample_s_review_is_finished() -> None:
    """Nothing is open in the reviewed sample programme, and its two general courses touch nothing."""
    from datetime import date

    from socwork_standard import load_standard
    from socwork_standard.curriculum.decisions import parse_decisions
    from socwork_standard.programme.coverage import measure_coverage
    from socwork_standard.programme.reading import read_curriculum

    folder = ROOT / "examples" / "programmes"
    file = folder / "social-work.decisions.yaml"
    decisions = parse_decisions(file.read_bytes(), file.name)[1].decisions
    curriculum = read_curriculum(folder / "social-work.yaml").curriculum
    found = measure_coverage(curriculum, decisions, load_standard(), on=date(2025, 6, 1))
    assert not {one["state"] for one in found.as_dict()["by_competency"]} & {"suggested", "under_review"}
    assert found.counts.suggested == 0
    assert found.touch_nothing == ("GE1101", "GE1102")
    assert len(decisions) == found.as_dict()["decisions"]["counted"]
