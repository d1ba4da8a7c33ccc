"""The worked decisions of the example programme."""

from __future__ import annotations

from pathlib import Path

import pytest
from reviewing import EDITION, STANDARD

from socwork_standard import Curriculum
from socwork_standard.curriculum.agreement import agreement
from socwork_standard.curriculum.decisions import in_order, parse_decisions, problems
from socwork_standard.curriculum.mapping import map_curriculum
from socwork_standard.data.strict_yaml import read_yaml
from socwork_standard.model.review import MappingDecisions


@pytest.fixture(scope="module")
def programme(root: Path) -> Curriculum:
    """Return the programme of the examples."""
    return read_yaml(root / "examples" / "programmes" / "social-work.yaml").build(Curriculum)


def decisions(root: Path, name: str) -> MappingDecisions:
    """Return the decisions of one reviewer."""
    path = root / "examples" / "programmes" / f"social-work.{name}.yaml"
    return parse_decisions(path.read_bytes(), path.name)[1]


@pytest.mark.parametrize("name", ["decisions", "decisions-2"])
def test_they_fit_the_programme(root: Path, programme: Curriculum, name: str) -> None:
    """Every decision is on a text and a competency that are there, in the order in which they are written."""
    found = decisions(root, name)
    assert problems(found, programme, STANDARD, EDITION, str) == []
    assert in_order(found.decisions, programme) == found.decisions


def test_they_confirm_reject_and_add(root: Path, programme: Curriculum) -> None:
    """The first reviewer did all three on at least 25 outcomes, and said why something was added."""
    found = decisions(root, "decisions").decisions
    assert {one.decision for one in found} == {"confirmed", "rejected", "added"}
    assert len({(one.course, one.outcome) for one in found}) >= 25
    assert all(one.why for one in found if one.decision == "added")
    mapping = map_curriculum(programme, standard=STANDARD, decisions=found)
    assert all(counts.gap > 0 for counts in mapping.coverage.values())
    assert mapping.coverage[14].confirmed > 0


def test_the_two_differ_here_and_there(root: Path) -> None:
    """Two careful readers agree far beyond chance, and not on everything."""
    found = agreement(decisions(root, "decisions").decisions, decisions(root, "decisions-2").decisions)
    assert found.differences
    assert found.kappa is not None
    assert 0.6 < found.kappa < 1
