"""Reviewing in the terminal, with the keys piped in as a program would."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reviewing import YAML, curriculum, session

from socwork_standard.cli.review_terminal import understood
from socwork_standard.curriculum.decisions import DecisionsFile
from socwork_standard.model.review import MappingDecision


@pytest.fixture
def programme(tmp_path: Path) -> Path:
    """Return the small programme as a file."""
    path = tmp_path / "programme.yaml"
    path.write_text(YAML, encoding="utf-8")
    return path


def review(programme: Path, keys: str, *more: str, by: str = "one") -> subprocess.CompletedProcess[str]:
    """Review with these keys, one a line."""
    file = programme.with_name("d.yaml")
    arguments = ["review", str(programme), "--decisions", str(file), "--by", by, "--lang", "en"]
    return subprocess.run(
        [sys.executable, "-m", "socwork_standard", *arguments, *more],
        input=keys,
        check=False,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )


def decided(programme: Path) -> tuple[MappingDecision, ...]:
    """What the file holds."""
    return DecisionsFile(programme.with_name("d.yaml"), curriculum()).read().decisions


def test_every_answer_is_saved_at_once(programme: Path) -> None:
    """The end of the input leaves cleanly, and what was answered before it stays."""
    done = review(programme, "1: the very words\n")
    assert done.returncode == 0, done.stderr
    assert "outcome 1 of 4, 3 left" in done.stdout
    (one,) = decided(programme)
    assert (one.competency, one.decision, one.by) == ("develop-resource-map", "confirmed", "one")
    assert one.why == "the very words"


def test_leaving_and_coming_back(programme: Path) -> None:
    """Whoever comes back begins where something is open, and finds the earlier answers."""
    review(programme, "1\na\nq\n")
    first = decided(programme)
    done = review(programme, "q\n")
    assert "outcome 2 of 4, 2 left" in done.stdout
    assert decided(programme) == first
    assert {one.decision for one in first} == {"confirmed", "rejected"}


def test_keys_of_another_keyboard(programme: Path) -> None:
    """The keys work where a Russian or Kazakh keyboard is switched on."""
    done = review(programme, "т\nи\nф\nй\n")
    assert done.returncode == 0
    assert {one.decision for one in decided(programme)} == {"rejected"}
    assert {one.outcome for one in decided(programme)} == {"LO1"}


def test_adding_by_words(programme: Path) -> None:
    """A competency is found by words, shown, and added by its number."""
    done = review(programme, "+ first aid\n1\nq\n")
    (one,) = decided(programme)
    assert one.decision == "added"
    assert one.competency in done.stdout
    assert "first" in one.competency


@pytest.mark.parametrize("line", ["99", "1 -1", "maybe", "+", "+ qqqqq", "=", "=7", "0", "a b"])
def test_what_is_not_understood_changes_nothing(programme: Path, line: str) -> None:
    """A wrong answer saves nothing and says so."""
    done = review(programme, f"{line}\nq\n")
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    assert decided(programme) == ()


def test_taking_back(programme: Path) -> None:
    """One's own decision can be taken back."""
    review(programme, "1 -2\nx1\nq\n")
    assert [one.decision for one in decided(programme)] == ["rejected"]


def test_a_changed_text_comes_up_again(programme: Path) -> None:
    """A decision on a text that has changed is told when the review begins, and asked anew."""
    review(programme, "1\na\nq\n")
    programme.write_text(
        YAML.replace("Develops a resource map of", "Makes a resource map for"), encoding="utf-8"
    )
    done = review(programme, "q\n")
    assert "has changed since one decided" in done.stderr
    assert "look again: one: confirmed" in done.stdout
    review(programme, "1\na\nq\n")
    assert "has changed" not in review(programme, "q\n").stderr


def test_the_same_text_is_offered_openly(programme: Path) -> None:
    """A text decided on elsewhere offers its decisions; taken over, they name their source."""
    review(programme, "1\na\nn\nq\n")
    untouched = review(programme, "n\nq\n")
    assert "Nearly the same text stands in A1 LO1" in untouched.stdout
    assert all(one.course == "A1" for one in decided(programme))
    review(programme, "n\n=1\nq\n")
    taken = [one for one in decided(programme) if one.course == "B2"]
    assert {one.reused_from.course for one in taken if one.reused_from} == {"A1"}
    assert len(taken) == len([one for one in decided(programme) if one.course == "A1"])


def test_other_words_are_never_offered(tmp_path: Path) -> None:
    """A text that differs in a word is another text."""
    of = curriculum(B2_LO1="Develops a resource map of the person")
    one = session(tmp_path / "d.yaml", of=of)
    one.decide(0, [("develop-resource-map", True)])
    assert one.earlier(2) == ()


def test_everything_shows_the_rest_too(programme: Path) -> None:
    """With --all an outcome without suggestions comes up as well."""
    assert "Solves systems" not in review(programme, "n\nn\nn\n").stdout
    done = review(programme, "n\nn\nn\n", "--all")
    assert "Solves systems" in done.stdout
    assert "no match" in done.stdout


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_help_in_three_languages(programme: Path, language: str) -> None:
    """The keys are explained in each language."""
    done = review(programme, "?\nq\n", "--lang", language)
    assert done.returncode == 0
    assert "1 3 –" in done.stdout


def test_who_must_be_said(programme: Path) -> None:
    """Without a person there is no decision."""
    done = subprocess.run(
        [sys.executable, "-m", "socwork_standard", "review", str(programme), "--decisions", "d.yaml"],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "SOCWORK_LANG": "en", "PYTHONIOENCODING": "utf-8"},
        cwd=programme.parent,
    )
    assert done.returncode == 2
    assert "--by" in done.stderr


@given(st.text(max_size=30), st.integers(0, 9))
def test_any_line_is_understood_or_refused(line: str, most: int) -> None:
    """Whatever is typed, the numbers understood are among those shown, and none twice."""
    answer = understood(line, most)
    if answer is not None:
        numbers = [*answer.confirm, *answer.reject, *answer.back]
        assert numbers
        assert len(set(numbers)) == len(numbers)
        assert all(0 <= one < most for one in numbers)


def test_leaving_at_once_writes_nothing_and_says_so(programme: Path) -> None:
    """Who leaves at once is not told that something was saved."""
    found = review(programme, "q\n")
    assert "Nothing was written" in found.stdout
    assert "Saved" not in found.stdout
    assert not programme.with_name("d.yaml").exists()
