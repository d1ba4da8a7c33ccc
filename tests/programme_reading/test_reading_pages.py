"""The generated pages about reading curricula."""

from __future__ import annotations

from pathlib import Path

import pytest

from socwork_standard.i18n import has
from socwork_standard.programme.problems import GROUPS, KINDS
from socwork_standard.programme.read_headings import field_of
from socwork_standard.programme.read_pages import COMMAND, generate_pages
from socwork_standard.programme.read_words import FIELDS


@pytest.mark.parametrize("name", sorted(generate_pages()))
def test_a_page_is_what_its_command_writes(root: Path, name: str) -> None:
    """The committed page is the generated one."""
    page = (root / "docs" / "reference" / name).read_text(encoding="utf-8")
    assert page == generate_pages()[name], f"write it again: {COMMAND}"


def test_every_code_has_its_message_and_mend() -> None:
    """Each code is in one group, stands once, and has both texts."""
    assert len({kind.code for kind in KINDS}) == len(KINDS)
    for kind in KINDS:
        assert sum(kind.code.startswith(group) for group in GROUPS) == 1
        assert has(f"programme.{kind.code}")
        assert has(f"programme.{kind.code}.mend")


def test_every_heading_of_the_catalogue_means_its_field() -> None:
    """No heading means two fields, but for those that stand in two rows of the catalogue on purpose."""
    wrong = [
        (word, field.key, field_of(word))
        for field in FIELDS
        for word in (*field.kk, *field.ru, *field.en)
        if field_of(word) != field.key
    ]
    assert wrong == []
