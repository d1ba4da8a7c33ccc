"""Mapping a whole curriculum."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from asking import STANDARD, programme
from pydantic import ValidationError

from socwork_standard import Curriculum, InputError, LookupFailure
from socwork_standard.curriculum.mapping import map_curriculum
from socwork_standard.data.strict_yaml import read_yaml


@pytest.fixture(scope="module")
def example(root: Path) -> Path:
    """Return the programme of the examples."""
    return root / "examples" / "programmes" / "social-work.yaml"


def test_order_of_the_input(example: Path) -> None:
    """Outcomes come back in the order of the file, each with its course."""
    curriculum = read_yaml(example, error=InputError).build(Curriculum)
    found = map_curriculum(curriculum).as_dict()["outcomes"]
    expected = [(one.course, one.outcome) for one in curriculum.outcomes()]
    assert [(one["course"], one["outcome"]) for one in found] == expected


def test_unrelated_courses_have_nothing_strong(example: Path) -> None:
    """Mathematics and sport get no strong suggestion."""
    mapping = map_curriculum(read_yaml(example, error=InputError).build(Curriculum))
    unrelated = [one for one in mapping.outcomes if one.course.startswith("GE")]
    assert unrelated
    assert all(each.confidence == "weak" for one in unrelated for each in one.suggestions)


def test_course_without_outcomes() -> None:
    """A course without outcomes is mapped by its title and description."""
    curriculum = programme(title="Супервизия", description="Организация групп супервизии")
    (one,) = map_curriculum(curriculum).outcomes
    assert one.outcome is None
    assert any("supervision" in each.competency for each in one.suggestions)


def test_coverage_sums_to_the_card(example: Path) -> None:
    """The four counts of a card sum to the number of its competencies, and a suggestion confirms nothing."""
    mapping = map_curriculum(read_yaml(example, error=InputError).build(Curriculum), standard=STANDARD)
    assert sorted(mapping.coverage) == list(STANDARD.points)
    for card, counts in mapping.coverage.items():
        printed = {
            one.id
            for one in STANDARD.competencies.values()
            if any(item.startswith(f"{card}.") for item in one.items)
        }
        assert counts.confirmed + counts.suggested + counts.rejected_only + counts.gap == len(printed)
        assert counts.confirmed == counts.rejected_only == 0
        assert counts.suggested > 0


def test_nothing_mapped_is_all_gap() -> None:
    """A programme without a match leaves every competency a gap."""
    coverage = map_curriculum(programme("Решает системы линейных уравнений")).coverage
    assert all(counts.suggested == 0 and counts.gap > 0 for counts in coverage.values())


def test_one_card() -> None:
    """With a card, only its competencies and its items come up, and only it is counted."""
    mapping = map_curriculum(
        programme("Оказывает доврачебную и первую помощь"), 10, STANDARD, card="case-manager"
    )
    assert list(mapping.coverage) == [14]
    (one,) = mapping.outcomes
    assert all(item.startswith("14.") for each in one.suggestions for item in each.items)
    assert all(each.items for each in one.suggestions)


def test_top_limits() -> None:
    """No outcome gets more suggestions than asked for; nonsense is refused."""
    curriculum = programme("Мүгедектігі бар адамдармен қарым-қатынас орнатады")
    assert len(map_curriculum(curriculum, 2).outcomes[0].suggestions) == 2
    with pytest.raises(InputError, match="out of range"):
        map_curriculum(curriculum, 0)
    with pytest.raises(LookupFailure):
        map_curriculum(curriculum, card="99")


def test_language_declared_and_ruled_out() -> None:
    """A declared language is used, unless the script of the text rules it out."""
    curriculum = programme("Alle lernen hier", "Basics of supervision", language="kk")
    assert [one.language for one in map_curriculum(curriculum).outcomes] == ["en", "en"]
    assert map_curriculum(programme("Помощь", language="kk")).outcomes[0].language == "kk"


def test_same_code_twice_is_refused() -> None:
    """Two courses of one code, or two outcomes of one number, are refused with the name."""
    course = {"code": "C1", "title": "C"}
    with pytest.raises(ValidationError, match="course 'C1' stands 2 times"):
        Curriculum.model_validate({"programme": {"title": "P"}, "courses": [course, course]})
    outcome = {"id": "LO1", "text": "T"}
    with pytest.raises(ValidationError, match="outcome 'LO1' stands 2 times"):
        programme(outcomes=[outcome, outcome])


def _run(*arguments: str, seed: str = "0") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "socwork_standard", *arguments],
        check=False,
        capture_output=True,
        env={**os.environ, "PYTHONHASHSEED": seed},
    )


def test_same_bytes_every_time(example: Path) -> None:
    """The command prints the same bytes whatever the seed of hashes is."""
    outputs = {_run("map", str(example), "--format", "json", seed=seed).stdout for seed in ("0", "1", "77")}
    assert len(outputs) == 1
    content = json.loads(outputs.pop())
    assert content["outcomes"][0]["state"] == "suggested"
    assert set(content["coverage"]["13"]) == {"confirmed", "suggested", "rejected_only", "gap"}


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_page(example: Path, language: str) -> None:
    """The page says in each language that suggestions are no coverage, and shows no percentage."""
    done = _run("map", str(example), "--lang", language, "--format", "markdown")
    assert done.returncode == 0
    text = done.stdout.decode()
    assert "%" not in text
    assert "SW2201" in text


def test_bad_curriculum(tmp_path: Path) -> None:
    """A wrong key is bad input, named with file and line."""
    file = tmp_path / "programme.yaml"
    file.write_text(
        "programme: {title: P}\ncourses:\n  - {code: A, title: B, outcome: C}\n", encoding="utf-8"
    )
    done = _run("map", str(file))
    assert done.returncode == 2
    assert b"programme.yaml:3" in done.stderr
    assert b"'outcome' is not known" in done.stderr
