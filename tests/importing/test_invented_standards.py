"""Invented standards, printed as damaged pages print them, are read back."""

from pathlib import Path

import pytest
from importing_helpers import compared, drafted
from inventing import as_docx, as_html, invent

from socwork_standard import validate_data
from socwork_standard.importing.draft import EditionAsked
from socwork_standard.importing.write import write_draft

MANY = 200
FEW = 12


def check(seed: int, folder: Path, tongue: str | None = None) -> None:
    """Fail where the draft differs from what was invented, or is no sound standard."""
    invented = invent(seed, tongue=tongue)
    draft = drafted(invented.text, EditionAsked())
    found = compared(draft, invented.cards)
    assert (draft.code, draft.tongue) == (invented.code, invented.tongue)
    assert found.differences == ()
    assert (found.structure, found.same_words, found.fields_found) == (1.0, 1.0, found.fields)
    assert draft.lost == ()
    for card in draft.cards:
        kinds = [one["kind"] for one in card.content["functions"]]
        assert kinds == [one["kind"] for one in invented.cards[card.point]["functions"]]
    write_draft(draft, folder / "draft")
    assert {one.severity for one in validate_data(folder / "draft")} == {"notice"}


@pytest.mark.parametrize("seed", range(FEW))
def test_an_invented_standard_is_read_back(seed: int, tmp_path: Path) -> None:
    """Fields, functions, skills and items of a damaged page come back in their places; the draft is sound."""
    check(seed, tmp_path)


@pytest.mark.parametrize("tongue", ["kk", "ru"])
@pytest.mark.parametrize("seed", range(3))
def test_a_standard_of_each_language_is_read_back(seed: int, tongue: str, tmp_path: Path) -> None:
    """The same holds in Kazakh and in Russian."""
    check(seed, tmp_path, tongue)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(FEW, MANY))
def test_two_hundred_invented_standards_are_read_back(seed: int, tmp_path: Path) -> None:
    """The same holds of two hundred standards with other names, other spellings and other damage."""
    check(seed, tmp_path)


@pytest.mark.parametrize("tongue", ["kk", "ru"])
@pytest.mark.parametrize("seed", range(4))
def test_a_page_with_tables_is_read_back(seed: int, tongue: str) -> None:
    """An HTML page with merged cells gives the same cards as were meant."""
    invented = invent(seed, damaged=False, tongue=tongue)
    assert compared(drafted(as_html(invented.text)), invented.cards).differences == ()


@pytest.mark.parametrize("tongue", ["kk", "ru"])
def test_a_word_document_is_read_back(tongue: str) -> None:
    """A DOCX with tables gives the same cards as were meant."""
    invented = invent(7, damaged=False, tongue=tongue)
    assert compared(drafted(as_docx(invented.text)), invented.cards).differences == ()


def test_a_planted_fault_is_seen() -> None:
    """The comparison used here finds two items that changed places."""
    invented = invent(1)
    draft = drafted(invented.text)
    first, second = next(
        one["skills"] for card in draft.cards for one in card.content["functions"] if len(one["skills"]) > 1
    )[:2]
    one, other = (skill["abilities"]["items"][0] for skill in (first, second))
    one["kk"], other["kk"] = other["kk"], one["kk"]
    found = compared(draft, invented.cards)
    assert found.structure < 1.0
    assert found.differences
