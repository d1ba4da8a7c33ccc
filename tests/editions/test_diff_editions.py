"""Two editions are compared by card, function, skill, item and requirement."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from second_edition import Vary

from socwork_standard.data.load import load_standard
from socwork_standard.data.standard import Standard
from socwork_standard.editions.compare import diff_standards
from socwork_standard.editions.model import CardDiff, Diff
from socwork_standard.editions.pairing import out_of_order
from socwork_standard.editions.words import word_changes
from socwork_standard.reports.editions import DiffReport
from socwork_standard.reports.layout import as_text
from socwork_standard.reports.markdown import as_markdown

LINE = "kk: МБА-мен коммуникацияларды құру."


def card(found: Diff) -> CardDiff:
    """Return the differences of card 13, the only one that differs."""
    assert [one.point for one in found.cards] == [13]
    return found.cards[0]


def differing(standard: Standard) -> dict[str, tuple[str, ...]]:
    """Return the parts that differ, apart from what the example itself changes."""
    found = card(diff_standards(load_standard(), standard))
    return {
        f"{one.old or ''}>{one.new or ''}": one.kinds
        for one in found.changes
        if not (one.new or "").startswith(("13.3.3", "13.experience"))
    }


def test_a_standard_does_not_differ_from_itself() -> None:
    """Nothing differs between a standard and itself."""
    assert diff_standards(load_standard(), load_standard()).cards == ()


def test_the_example_raises_one_requirement_and_adds_one_skill(second: Standard) -> None:
    """The years rise from one to two for the second category alone, and a skill with its four items is added."""
    found = card(diff_standards(load_standard(), second))
    assert [(one.category, one.kind, one.old_values, one.new_values) for one in found.rules] == [
        ("second", "years", ("1",), ("2",))
    ]
    told = {(one.part, one.new): one.kinds for one in found.changes}
    assert told == {
        ("text", "13.experience.second"): ("reworded",),
        ("skill", "13.3.3"): ("added",),
        ("ability", "13.3.3.a1"): ("added",),
        ("ability", "13.3.3.a2"): ("added",),
        ("knowledge", "13.3.3.k1"): ("added",),
        ("knowledge", "13.3.3.k2"): ("added",),
    }


def test_two_editions_of_one_standard_differ_as_two_directories_do(second: Standard) -> None:
    """Editions of one directory give the same differences as the directories before and after."""
    one = diff_standards(second.until("2024-125"), second.until("2027-example"))
    two = diff_standards(load_standard(), second)
    assert [part.as_dict() for part in one.cards] == [part.as_dict() for part in two.cards]


def test_the_way_back_removes_what_the_way_there_adds(second: Standard) -> None:
    """From the new edition to the old one what was added is removed, and the rule falls again."""
    found = card(diff_standards(second, load_standard()))
    assert ("skill", "13.3.3", ("removed",)) in {(one.part, one.old, one.kinds) for one in found.changes}
    assert [(one.old_values, one.new_values) for one in found.rules] == [(("2",), ("1",))]


def test_a_reworded_item_is_told_word_by_word(vary: Vary) -> None:
    """A changed word is told as taken out and put in; the item keeps its identity through its competency."""
    standard = vary(LINE, "kk: МБА-мен тұрақты коммуникацияларды құру.")
    assert differing(standard) == {"13.1.1.a5>13.1.1.a5": ("reworded",)}
    change = next(
        one for one in card(diff_standards(load_standard(), standard)).changes if one.new == "13.1.1.a5"
    )
    assert [tuple(piece) for piece in change.pieces("kk")] == [
        ("same", "МБА-мен"),
        ("in", "тұрақты"),
        ("same", "коммуникацияларды құру."),
    ]


def test_a_line_put_in_only_renumbers_the_next(vary: Vary) -> None:
    """A line put in before others is added; those after it have another id and are not told as changed."""
    old = f"            - id: 13.1.1.a5\n              printed: 5\n              {LINE}\n"
    new = (
        "            - id: 13.1.1.a5\n              printed: 5\n              kk: Бейнебайланыс арқылы кеңес беру.\n"
        "              competency: example-advise-by-video\n"
        f"            - id: 13.1.1.a6\n              printed: 6\n              {LINE}\n"
    )
    standard = vary(old, new)
    assert differing(standard) == {">13.1.1.a5": ("added",)}
    assert card(diff_standards(load_standard(), standard)).renumbered == (("13.1.1.a5", "13.1.1.a6"),)


def test_two_lines_that_change_places_are_moved(vary: Vary) -> None:
    """Of two lines that change places, one is told as moved and the other keeps its order."""
    third = (
        'kk: Әлеуметтік қызметтер порталында және "Отбасының цифрлық картасы" АЖ-да жұмыс істеу.\n'
        "              competency: work-in-portal-and-family-card"
    )
    fourth = (
        "kk: Халықты әлеуметтік қорғау саласында цифрлық мобильді қосымшаларды пайдалану.\n"
        "              competency: use-digital-mobile-applications"
    )
    between = "\n            - id: 13.1.1.a4\n              printed: 4\n              "
    standard = vary(third + between + fourth, fourth + between + third)
    assert list(differing(standard).values()) == [("moved",)]


def test_another_line_in_the_place_of_one_is_no_rewording(vary: Vary) -> None:
    """A line with other words and another competency in the place of one is a loss and a gain."""
    old = (
        "kk: Қазақстан Республикасының Әлеуметтік кодексі.\n"
        "              competency: law-social-code\n    recognition"
    )
    new = (
        "kk: Еңбек заңнамасының негіздері;\n"
        "              competency: basics-of-labour-legislation\n    recognition"
    )
    standard = vary(old, new)
    before = diff_standards(standard, load_standard())
    assert all("reworded" not in one.kinds for one in card(before).changes if one.part == "knowledge")


def test_a_speciality_less_is_told_by_its_name(vary: Vary) -> None:
    """A speciality that a row no longer names is told as a rule change, with its name in each language."""
    standard = vary("is:\n          - additional-education\n", "is:\n          - preschool-education\n")
    rules = card(diff_standards(load_standard(), standard)).rules
    gone = {one for rule in rules for one in rule.old_values if rule.kind == "specialities"} - {
        one for rule in rules for one in rule.new_values if rule.kind == "specialities"
    }
    assert gone == {"additional-education"}
    names = load_standard().terms("specialities")["additional-education"]
    for language in ("kk", "ru", "en"):
        report = DiffReport(language, (load_standard(), standard))
        assert names.text(language) in as_text(report.page(diff_standards(load_standard(), standard)))


def test_the_same_asked_in_another_way_together_is_told(vary: Vary) -> None:
    """Where all and one change places over the same requirements, that is told for every category."""
    standard = vary("rule:\n  all_of:\n", "rule:\n  any_of:\n")
    kinds = {(one.category, one.kind) for one in card(diff_standards(load_standard(), standard)).rules}
    assert ("first", "joined") in kinds
    assert ("highest", "joined") in kinds


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_report_is_worded_in_every_language(second: Standard, language: str) -> None:
    """Text and Markdown hold the changed years, the new skill and no key without words."""
    sides = (load_standard(), second)
    page = DiffReport(language, sides).page(diff_standards(*sides))  # type: ignore[arg-type]
    for printed in (as_text(page), as_markdown(page)):
        assert "13.3.3" in printed
        assert "editions." not in printed


def test_a_card_that_nobody_has_is_refused(second: Standard) -> None:
    """An unknown card is refused with the list of cards."""
    with pytest.raises(LookupError, match="no card"):
        diff_standards(load_standard(), second, 99)


def test_two_standards_with_other_cards_differ_by_whole_cards(root: Path) -> None:
    """Compared with a standard of another profession, every card is added or removed."""
    other = load_standard(root / "tests" / "other_standard" / "data")
    found = diff_standards(load_standard(), other)
    kinds = {one.point: one.kind for one in found.cards if one.point is not None}
    assert {point for point, kind in kinds.items() if kind == "added"} == {1, 2, 3}
    assert {point for point, kind in kinds.items() if kind == "removed"} == set(range(9, 19))


WORDS = st.lists(st.sampled_from(["а", "б", "в", "г", "д"]), max_size=12).map(" ".join)


@given(WORDS, WORDS)
def test_the_pieces_make_up_both_texts(old: str, new: str) -> None:
    """Same and out give the old words, same and in the new ones."""
    pieces = word_changes(old, new)
    assert " ".join(piece.words for piece in pieces if piece.op != "in") == old
    assert " ".join(piece.words for piece in pieces if piece.op != "out") == new


@given(st.permutations(range(8)))
def test_what_is_left_rises(places: list[int]) -> None:
    """Without those out of order the places rise."""
    out = out_of_order(places)
    kept = [place for place in places if place not in out]
    assert kept == sorted(kept)
    assert bool(out) == (list(places) != sorted(places))
