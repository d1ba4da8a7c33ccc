"""What a suggestion shows, and when there is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from asking import INDEX, mapped
from hypothesis import given
from hypothesis import strategies as st

from socwork_standard.curriculum.rank import rank
from socwork_standard.data.strict_yaml import read_yaml
from socwork_standard.text import nfc

OUTCOMES = (
    "Кейс-менеджмент құралын пайдаланып, отбасының қажеттіліктерін кешенді бағалайды",
    "Оказывает доврачебную помощь, измеряет артериальное давление и пульс",
    "Uses digital tools and mobile apps to deliver social services to people in a DLS",
    "МБА-ны көлікке отырғызу қауіпсіздігі",
)


@pytest.mark.parametrize("text", OUTCOMES)
def test_evidence_stands_in_the_outcome(text: str) -> None:
    """Every word of evidence stands in the outcome as it is written there, and there always is one."""
    suggestions = mapped(text, 10).suggestions
    assert suggestions
    for one in suggestions:
        assert one.evidence
        assert all(each.word in text and each.label_word for each in one.evidence)


@pytest.mark.parametrize(
    "text",
    [
        "Рассчитывает прочность железобетонных конструкций",
        "Analyses the thermodynamic cycles of combustion engines",
        "Дифференциалдық теңдеулерді шешеді",
        "и в на",
        "12345 67",
        "!!!",
    ],
)
def test_nothing_specific_is_no_match(text: str) -> None:
    """An outcome that shares nothing specific with the standard has no match and no suggestion."""
    outcome = mapped(text)
    assert (outcome.state, outcome.suggestions) == ("no_match", ())


def test_general_words_are_not_strong() -> None:
    """Words that outcomes of any subject use make nothing strong."""
    found = mapped("Анализирует и применяет современные методы и технологии", 10).suggestions
    assert all(one.confidence == "weak" for one in found)


def test_unrelated_outcomes_have_nothing_strong(root: Path) -> None:
    """None of the unrelated outcomes of the development set gets a strong suggestion."""
    value = read_yaml(root / "benchmarks" / "mapping" / "outcomes.yaml").value
    unrelated = [one for one in value["outcomes"] if not one["competencies"]]
    assert len(unrelated) >= 12
    for one in unrelated:
        found = rank(INDEX, one["text"], one["id"][:2], 10)
        assert all(each.confidence == "weak" for each in found)


def test_specific_words_are_strong() -> None:
    """An outcome that says what a label says is strong."""
    first = mapped("Develops a resource map of the family").suggestions[0]
    assert (first.competency, first.confidence) == ("develop-resource-map", "strong")


def test_nothing_is_shown_as_a_number() -> None:
    """A suggestion carries no score and no percentage."""
    for one in mapped(OUTCOMES[0]).as_dict()["suggestions"]:
        assert set(one) == {"competency", "items", "evidence", "matches", "confidence", "decision"}
        assert not any(isinstance(value, float) for value in one.values())


@given(st.text(max_size=200))
def test_any_text_is_taken(text: str) -> None:
    """Whatever an outcome holds, it is mapped, and evidence stands in it."""
    if not text.strip():
        return
    outcome = mapped(text)
    assert all(each.word in nfc(text) for one in outcome.suggestions for each in one.evidence)


@given(st.lists(st.sampled_from(" ".join(OUTCOMES).split()), min_size=1, max_size=15))
def test_any_words_of_the_field_are_taken(words: list[str]) -> None:
    """Words of outcomes in any order and mixture are mapped with evidence."""
    outcome = mapped(" ".join(words), 10)
    assert all(one.evidence for one in outcome.suggestions)
    assert len({one.competency for one in outcome.suggestions}) == len(outcome.suggestions) <= 10
