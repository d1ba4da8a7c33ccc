"""How far two reviewers agree."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from reviewing import STANDARD, decision

from socwork_standard.curriculum.agreement import agreement, cohen_kappa
from socwork_standard.reports.layout import as_text
from socwork_standard.reports.review import agreement_page

WORDS = st.sampled_from(["yes", "no", "perhaps"])
PAIRS = st.lists(st.tuples(WORDS, WORDS), max_size=40)


def test_kappa_of_a_textbook() -> None:
    """Table 18.1 of Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions (3rd ed.), gives 0.68."""
    table = {"pp": 75, "pn": 1, "po": 4, "np": 5, "nn": 4, "no": 1, "oo": 10}
    kappa = cohen_kappa((key[0], key[1]) for key, times in table.items() for _ in range(times))
    assert kappa == Fraction(23, 34)
    assert round(float(kappa), 2) == 0.68


def test_kappa_of_two_classes() -> None:
    """Twenty and fifteen agreements against five and ten differences make 0.4 (the usual example of 50 grants)."""
    pairs = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    assert cohen_kappa(pairs) == Fraction(2, 5)


def test_kappa_is_not_defined_without_cases_or_with_one_class() -> None:
    """Without cases, or where both gave one and the same answer throughout, there is no kappa."""
    assert cohen_kappa([]) is None
    assert cohen_kappa([("y", "y")] * 9) is None


@given(PAIRS)
def test_kappa_keeps_its_bounds(pairs: list[tuple[str, str]]) -> None:
    """Kappa lies between -1 and 1, is 1 only in full agreement, and does not care who is named first."""
    kappa = cohen_kappa(pairs)
    assert kappa == cohen_kappa([(second, first) for first, second in pairs])
    if kappa is not None:
        assert -1 <= kappa <= 1
        assert (kappa == 1) == all(first == second for first, second in pairs)


@given(PAIRS)
def test_kappa_does_not_depend_on_names_or_order(pairs: list[tuple[str, str]]) -> None:
    """Other names for the classes and another order of the cases give the same kappa."""
    renamed = [(f"{first}!", f"{second}!") for first, second in reversed(pairs)]
    assert cohen_kappa(renamed) == cohen_kappa(pairs)


def test_only_links_that_both_judged_count() -> None:
    """Links of one side only, of other texts, and of a divided side are counted apart; differences are listed."""
    first = [
        decision("a", by="x"),
        decision("b", by="x"),
        decision("c", by="x"),
        decision("d", by="x"),
        decision("e", by="x"),
        decision("e", by="z", decision="rejected"),
    ]
    second = [
        decision("a", by="y", decision="added"),
        decision("b", by="y", decision="rejected", why="too wide"),
        decision("c", by="y", text_sha256="0" * 64),
        decision("e", by="y"),
        decision("f", by="y"),
    ]
    found = agreement(first, second)
    assert (found.both, found.same, found.only_first_confirmed) == (2, 1, 1)
    assert (found.only_first, found.only_second, found.other_text, found.unclear) == (1, 1, 1, 1)
    assert [one.second.why for one in found.differences] == ["too wide"]
    assert found.as_dict()["kappa"] == 0


def test_nothing_in_common() -> None:
    """Two files without a common link have no kappa, and JSON says null."""
    found = agreement([decision("a")], [])
    assert found.both == 0
    assert found.as_dict()["kappa"] is None


def test_each_reason_stands_under_its_person() -> None:
    """Where two people differ, the reason of each follows the line of that person and names the person."""
    first = decision(why="it is the same thing")
    second = decision(decision="rejected", by="two", why="it is another thing")
    page = agreement_page(agreement([first], [second]), ("one", "two"), {}, STANDARD, "en")
    text = as_text(page, width=200)
    order = [
        text.index(part) for part in ("one: confirmed", "because (one): it is the same", "two: rejected")
    ]
    assert order == sorted(order)
    assert text.index("because (two): it is another") > order[-1]
