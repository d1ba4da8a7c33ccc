"""The real official text against the data; skipped where the machine has none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from socwork_standard.checks.source import compare_part, decode_source, verify_source
from socwork_standard.checks.splitting import ORDER, split
from socwork_standard.checks.tokens import Token, plain_lines, tokenise
from socwork_standard.checks.wordings import card_wordings
from socwork_standard.data.load import load_standard
from socwork_standard.data.standard import Standard

PLANTED = "жоқсөзқосылды"


@pytest.fixture(scope="module")
def standard(root: Path) -> Standard:
    """Return the real standard, loaded from the checkout."""
    return load_standard(root / "standard_data")


@pytest.fixture(scope="module")
def text(official_text: Path) -> str:
    """Return the official text."""
    return decode_source(official_text.read_bytes(), str(official_text))


def test_every_word_is_held_and_none_invented(text: str, standard: Standard) -> None:
    """Each part of the order is in the data word for word, and the data has no word of its own."""
    report = verify_source(text, standard)
    figures = {one.part: (one.percent, one.words_invented, len(one.missing_numbers)) for one in report.parts}
    assert figures == dict.fromkeys([ORDER, *map(str, range(9, 19))], (100.0, 0, 0))
    assert report.clean


def test_only_personal_data_is_left_out(text: str, standard: Standard) -> None:
    """The four omissions are found where the order names persons, and they are few words."""
    omitted = verify_source(text, standard).omitted
    assert {one.id for one in omitted} == {"order.signature.name", "19.official", "19.email", "19.telephone"}
    assert sum(one.words for one in omitted) < 20


@pytest.mark.slow
@pytest.mark.parametrize("point", range(9, 19))
def test_each_planted_word_is_noticed(point: int, text: str, standard: Standard) -> None:
    """Whichever word of a card is changed, added or taken away, the comparison notices it."""
    tokens = split(list(tokenise(plain_lines(text))), standard, "kk").parts[str(point)]
    wordings = card_wordings(standard.card(point))
    for at in range(2, len(tokens), 7):
        if tokens[at].is_number:
            continue
        planted = Token(PLANTED, tokens[at].line)
        found = compare_part("card", [*tokens[:at], planted, *tokens[at + 1 :]], wordings)
        assert [(one.word, one.line) for one in found.missing] == [(PLANTED, tokens[at].line)]
        assert [word for one in found.invented for word in one.words] == [tokens[at].word]
        assert not compare_part("card", [*tokens[:at], *tokens[at + 1 :]], wordings).clean
        assert not compare_part("card", [*tokens[:at], planted, *tokens[at:]], wordings).clean


@pytest.mark.parametrize("point", range(9, 19))
def test_a_planted_word_is_told_with_its_card_and_line(point: int, text: str, standard: Standard) -> None:
    """In the whole text, one changed word of a card is told in the part of that card, and nowhere else."""
    lines = text.split("\n")
    tokens = split(list(tokenise(plain_lines(text))), standard, "kk").parts[str(point)]
    chosen = next(
        token for token in tokens[len(tokens) // 2 :] if len(token.word) > 5 and token.word.isalpha()
    )
    line = lines[chosen.line - 1]
    place = re.search(rf"\b{chosen.word}\b", line, re.IGNORECASE)
    assert place is not None
    lines[chosen.line - 1] = line[: place.start()] + PLANTED + line[place.end() :]
    report = verify_source("\n".join(lines), standard)
    assert [one.part for one in report.parts if not one.clean] == [str(point)]
    (found,) = next(one for one in report.parts if not one.clean).missing
    assert (found.word, found.line) == (PLANTED, chosen.line)
