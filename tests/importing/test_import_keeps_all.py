"""Nothing of a text is dropped silently, and nothing personal is kept."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from importing_helpers import drafted
from inventing import invent

from socwork_standard.errors import InputError
from socwork_standard.importing.write import review

WORD = "ғажғажғаж"


def everything(text: str) -> str:
    """All that a draft and its list for review say."""
    draft = drafted(text)
    return json.dumps([draft.files, review(draft)], ensure_ascii=False, default=str)


@settings(max_examples=60)
@given(
    seed=st.integers(0, 40),
    at=st.floats(0, 0.999),
    lead=st.sampled_from(["", "\t", "\t\t", "3. ", "\t\t2. ", "- "]),
    word=st.sampled_from([WORD, WORD.capitalize()]),
)
def test_a_line_put_in_anywhere_is_in_the_draft_or_listed(seed: int, at: float, lead: str, word: str) -> None:
    """Whatever line stands in a text, its words stand in the draft or in the list for review."""
    lines = invent(seed).text.split("\n")
    lines.insert(int(at * len(lines)), lead + word)
    assert word in everything("\n".join(lines))


@settings(max_examples=40)
@given(seed=st.integers(0, 40), cuts=st.lists(st.floats(0, 0.999), min_size=1, max_size=6))
def test_lines_that_are_missing_break_nothing(seed: int, cuts: list[float]) -> None:
    """A text with lines lost is refused with a message, or gives a draft that holds or lists every word left."""
    lines = invent(seed).text.split("\n")
    for cut in cuts:
        del lines[int(cut * len(lines))]
    try:
        said = everything("\n".join(lines))
    except InputError as failure:
        assert failure.mend  # noqa: PT017 - either outcome is right
        return
    assert all(word in said for line in lines for word in line.split() if word.isalpha() and len(word) > 12)


@pytest.mark.parametrize("lead", ["- ", "\t- ", "\t\t• "])
def test_a_line_with_a_bullet_before_every_list(lead: str) -> None:
    """A bulleted line right after a skill's heading, before any list has begun, is kept."""
    lines = invent(1, damaged=False, tongue="kk").text.split("\n")
    at = next(
        number
        for number, line in enumerate(lines)
        if line.startswith(("Еңбек функциясы 1", "Енбек функциясы 1"))
    )
    lines.insert(at, lead + WORD)
    lines.insert(at, "Дағды 1: бастау")
    assert WORD in everything("\n".join(lines))


OFFICIALS = """
{point}. Мемлекеттік органның атауы:
Қазақстан Республикасы Министрлігі
орындаушы: Ойдантапқан Есімгер Жоқұлы;
E-mail: oidan@example.kz;
Телефон нөмірі: +7 (7172) 913375.
"""


def test_officials_are_left_out_and_named_by_place() -> None:
    """Names, addresses and telephone numbers in the technical data are in no file; the list says where they stood."""
    text = invent(2, tongue="kk").text + OFFICIALS.format(point=40)
    draft = drafted(text)
    said = everything(text)
    for personal in ("Ойдантапқан", "Есімгер", "Жоқұлы", "oidan", "913375"):
        assert personal not in said
    assert [one["after"] for one in draft.omissions] == ["орындаушы:", "E-mail:", "Телефон нөмірі:"]


@pytest.mark.parametrize(
    "signed", ["Министр\n\nО. Ойдантапқан", "Министр\tО. Ойдантапқан", "Министр\nОйдантапқан Есімгер"]
)
def test_the_signatory_is_left_out(signed: str) -> None:
    """Whoever signed the order is in no file, beside the office or on a line below it."""
    text = invent(2, tongue="kk").text.replace("\nМинистр\n", f"\n{signed}\n", 1)
    assert "Ойдантапқан" in text
    said = everything(text)
    assert "Ойдантапқан" not in said
    assert "order.signature.omitted.1" in said
