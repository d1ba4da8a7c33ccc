"""Checks of files: missing, unknown, wrong text form; and of the real data."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from changing import SMALL, change, copied

from socwork_standard.checks.problem import Problem
from socwork_standard.checks.validate import validate_data
from socwork_standard.errors import DataError


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return a copy of the small standard, free to change."""
    return copied(SMALL, tmp_path)


@pytest.fixture
def whole(tmp_path: Path, root: Path) -> Path:
    """Return a copy of the real data, free to change."""
    return copied(root / "standard_data", tmp_path)


def codes(problems: list[Problem]) -> list[tuple[str, str]]:
    """Return code and file of each problem."""
    return [(one.code, one.file) for one in problems]


def test_the_data_is_sound(root: Path) -> None:
    """The data of this project has no problem."""
    assert [str(one) for one in validate_data(root / "standard_data")] == []


def test_a_missing_file_is_told(small: Path) -> None:
    """A vocabulary that others need and that is not there is one problem."""
    (small / "vocabularies/specialities.yaml").unlink()
    assert codes(validate_data(small)) == [("D105", "vocabularies/specialities.yaml")]


def test_a_missing_order_is_told(small: Path) -> None:
    """A standard whose order.yaml is nowhere is told so."""
    (small / "editions/2024-125/order.yaml").unlink()
    assert ("D105", "editions") in codes(validate_data(small))


def test_a_missing_card_file_is_told(small: Path) -> None:
    """An edition that holds a card without its file is told so."""
    next(small.glob("editions/*/cards/09-*.yaml")).unlink()
    assert ("D804", "editions.yaml") in codes(validate_data(small))


def test_a_missing_list_of_competencies_is_no_problem(small: Path) -> None:
    """Without competencies.yaml the competencies of items are not checked."""
    (small / "competencies.yaml").unlink()
    assert validate_data(small) == []


def test_a_misspelt_file_is_a_warning(small: Path) -> None:
    """A YAML file that nothing reads is told as a warning."""
    (small / "defcts.yaml").write_text("defects: []\n", encoding="utf-8")
    (found,) = validate_data(small)
    assert (found.code, found.severity, found.file) == ("D106", "warning", "defcts.yaml")


def test_a_directory_without_editions_is_refused(tmp_path: Path) -> None:
    """A directory that is no standard at all is an error, not a list of problems."""
    with pytest.raises(DataError, match=r"editions\.yaml"):
        validate_data(tmp_path)


def test_text_in_form_nfd_is_told_once(small: Path) -> None:
    """A file saved in form NFD gives one problem with the first line that is not NFC."""
    path = small / "vocabularies/legal-acts.yaml"
    path.write_text(unicodedata.normalize("NFD", path.read_text(encoding="utf-8")), encoding="utf-8")
    (found,) = validate_data(small)
    assert (found.code, found.line) == ("D103", 4)


@pytest.mark.parametrize("encoding", ["cp1251", "utf-16"])
def test_another_encoding_is_told(encoding: str, small: Path) -> None:
    """A file that is not UTF-8 gives one problem that says so."""
    path = small / "vocabularies/technologies.yaml"
    path.write_text("vocabulary: technologies\nabout: текст\n", encoding=encoding)
    (found,) = validate_data(small)
    assert found.code == "D101"
    assert "UTF-8" in found.message
    assert found.line


def test_windows_line_ends_and_a_mark_at_the_start_are_no_problem(small: Path) -> None:
    """CRLF and a byte order mark, as Windows editors write them, change nothing."""
    path = small / "readings.yaml"
    text = path.read_text(encoding="utf-8").replace("\n", "\r\n")
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert validate_data(small) == []


def test_a_reading_with_a_card_that_does_not_use_it_is_told(whole: Path) -> None:
    """The cards of a reading are exactly those whose rules use it."""
    before = {one for one in validate_data(whole) if one.code == "D404"}
    change(whole / "readings.yaml", "cards: [12, 13, 14, 15]", "cards: [12, 13, 14]")
    (found,) = {one for one in validate_data(whole) if one.code == "D404"} - before
    assert found.file == "readings.yaml"
    assert "12, 13, 14, 15" in found.message


def test_a_changed_word_of_the_order_is_told_by_the_defect_that_quotes_it(small: Path) -> None:
    """Words that a defect quotes cannot change unnoticed."""
    change(next(small.glob("editions/*/cards/09-*.yaml")), "тілі тарту", "тілі тартылу")
    assert [one.code for one in validate_data(small)] == ["D702"]


def test_a_problem_is_one_line_for_people_and_a_mapping_for_programs(small: Path) -> None:
    """The text of a problem holds where, code, what and mend; its mapping the same parts."""
    change(small / "readings.yaml", "settled: wide", "settled: tight")
    (found,) = validate_data(small)
    assert str(found).startswith("readings.yaml:23: error D403: 'tight' is no answer of way.")
    assert found.as_dict() == {
        "code": "D403",
        "severity": "error",
        "message": "'tight' is no answer of way.",
        "file": "readings.yaml",
        "line": 23,
        "mend": "Correct `settled` or `standing`.",
    }
