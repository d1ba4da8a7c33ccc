"""Decisions files: read strictly, written whole, in an order that diffs well."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reviewing import EDITION, STANDARD, curriculum, decision

from socwork_standard import InputError
from socwork_standard.curriculum.decisions import DecisionsFile, in_order, parse_decisions, problems, written
from socwork_standard.model.curriculum import Curriculum
from socwork_standard.model.review import MappingDecision, MappingDecisions

TEXTS = st.text(min_size=1, max_size=30).filter(lambda text: text.strip() and text.isprintable())


@given(TEXTS, TEXTS, st.one_of(st.none(), TEXTS))
def test_what_is_written_is_read_back(by: str, course: str, why: str | None) -> None:
    """Any words come back as they were: YAML's own words (no, null, 1:20) too."""
    whole = MappingDecisions(programme=course, decisions=(decision(by=by, course=course, why=why),))
    assert parse_decisions(written(whole), "file")[1] == whole


@given(st.permutations(range(6)))
def test_the_order_does_not_depend_on_history(order: list[int]) -> None:
    """The same decisions make the same file, in whatever order they were taken."""
    all_six = [
        decision("b"),
        decision("a"),
        decision("a", by="two"),
        decision("c", outcome="LO2"),
        decision("c", course="Z9"),
        decision("c", course="B2"),
    ]
    found = in_order([all_six[one] for one in order], curriculum())
    assert [(one.course, one.outcome, one.competency, one.by) for one in found] == [
        ("A1", "LO1", "a", "one"),
        ("A1", "LO1", "a", "two"),
        ("A1", "LO1", "b", "one"),
        ("A1", "LO2", "c", "one"),
        ("B2", "LO1", "c", "one"),
        ("Z9", "LO1", "c", "one"),
    ]


def test_one_decision_more_is_some_lines_more(tmp_path: Path) -> None:
    """A new decision adds its own lines and leaves all others as they are, the comment at the top too."""
    path = tmp_path / "d.yaml"
    path.write_text("# ours\n" + written(MappingDecisions(decisions=(decision("b"),))), encoding="utf-8")
    DecisionsFile(path, curriculum()).decide([decision("a")])
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "# ours"
    assert sum("competency:" in line for line in lines) == 2


def test_a_crash_while_saving_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the new file cannot be put in place, the old one stays whole and nothing half done is left."""
    path = tmp_path / "d.yaml"
    file = DecisionsFile(path, curriculum())
    file.decide([decision("a")])
    before = path.read_bytes()

    def crash(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", crash)
    with pytest.raises(InputError, match="No space left"):
        file.decide([decision("b")])
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["d.yaml"]


def test_two_people_who_take_turns_lose_nothing(tmp_path: Path) -> None:
    """Each change is made on what the file holds by then."""
    path = tmp_path / "d.yaml"
    one, two = DecisionsFile(path, curriculum()), DecisionsFile(path, curriculum())
    one.decide([decision("a")])
    two.decide([decision("b", by="two")])
    one.decide([decision("c")])
    assert [each.competency for each in two.read().decisions] == ["a", "b", "c"]


def test_a_file_that_went_away_is_said(tmp_path: Path) -> None:
    """Decisions that are suddenly gone are not begun anew silently."""
    path = tmp_path / "d.yaml"
    file = DecisionsFile(path, curriculum())
    file.decide([decision("a")])
    path.unlink()
    with pytest.raises(InputError, match="not there any more"):
        file.decide([decision("b")])


def test_a_person_has_one_word_on_a_link(tmp_path: Path) -> None:
    """A person's new decision replaces the old one; taking it back leaves the others' alone."""
    file = DecisionsFile(tmp_path / "d.yaml", curriculum())
    file.decide([decision("a"), decision("a", by="two")])
    file.decide([decision("a", decision="rejected", on=date(2026, 11, 17))])
    assert [(one.by, one.decision) for one in file.read().decisions] == [
        ("one", "rejected"),
        ("two", "confirmed"),
    ]
    file.take_back(("A1", "LO1"), ["a"], "one")
    assert [one.by for one in file.read().decisions] == ["two"]


@pytest.mark.parametrize(
    ("change", "line", "what"),
    [
        (("confirmed", "perhaps"), 6, "decision"),
        (("2026-11-16", "yesterday"), 8, "on"),
        (("by: one", "by: one\n    who: two"), 8, "who"),
        (("develop-resource-map", "Develop Map"), 5, "competency"),
    ],
)
def test_mistakes_are_named_with_their_line(change: tuple[str, str], line: int, what: str) -> None:
    """A wrong word, day, key or slug is bad input, with file and line."""
    text = written(MappingDecisions(programme="P", decisions=(decision(),))).replace(*change)
    with pytest.raises(InputError, match=what) as caught:
        parse_decisions(text, "d.yaml")
    assert caught.value.where == f"d.yaml:{line}"


def test_two_words_of_one_person_on_one_day_are_refused() -> None:
    """What a careless merge leaves behind is named with both lines."""
    whole = MappingDecisions(decisions=(decision(), decision(decision="rejected")))
    with pytest.raises(InputError, match="decided twice") as caught:
        parse_decisions(written(whole), "d.yaml")
    assert caught.value.where == "d.yaml:10"
    assert "line 2" in str(caught.value)


@pytest.mark.parametrize(
    ("wrong", "what"),
    [
        (decision("no-such-competency"), "no competency"),
        (decision(course="Z9"), "no course"),
        (decision(outcome="LO9"), "no outcome"),
        (decision(edition="2019-1"), "edition 2019-1"),
        (decision(text_sha256="0" * 64), "has changed since one decided"),
    ],
)
def test_what_does_not_fit_is_reported(wrong: MappingDecision, what: str) -> None:
    """A decision on what is not there, or no longer so, is reported with its place and the mend."""
    whole = MappingDecisions(decisions=(decision(), wrong))
    (found,) = problems(whole, curriculum(), STANDARD, EDITION, lambda number: f"d.yaml:{number}")
    assert what in found.what
    assert found.where == "d.yaml:1"
    assert found.mend


def test_decisions_on_another_edition_are_told_once() -> None:
    """Many decisions on one other edition are one message with their number and the lines where they begin."""
    slugs = [slug for slug, one in STANDARD.competencies.items() if not one.replaced_by][:5]
    editions = ("1999-1", "1999-1", EDITION, "1999-1", "1998-1")
    given_ = tuple(decision(slug, edition=one) for slug, one in zip(slugs, editions, strict=True))
    whole = MappingDecisions(decisions=given_)
    found = problems(whole, curriculum(), STANDARD, EDITION, lambda number: f"d.yaml:{number * 10}")
    assert [one.where for one in found] == ["d.yaml:0", "d.yaml:40"]
    assert "3 decisions were taken on edition 1999-1" in found[0].what
    assert "lines 0–10, 30" in found[0].what
    assert "decided on edition 1998-1" in found[1].what


def test_a_changed_text_without_outcome_leaves_no_gap() -> None:
    """A course that stands for itself is named without a space behind it."""
    of = Curriculum.model_validate({"programme": {"title": "P"}, "courses": [{"code": "B", "title": "T"}]})
    whole = MappingDecisions(decisions=(decision(course="B", outcome=None, text_sha256="0" * 64),))
    (found,) = problems(whole, of, STANDARD, EDITION, lambda _: "d.yaml:1")
    assert "the text of B has changed" in found.what
