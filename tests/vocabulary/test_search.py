"""Search: what a user would type finds what a user means, in three languages, with its place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socwork_standard.data.load import load_standard
from socwork_standard.vocabulary.search import Answer, Search
from socwork_standard.vocabulary.searchable import KINDS, Kind, Searchable, searchables

SEARCH = Search(load_standard())


def ids(answer: Answer, first: int) -> list[tuple[Kind, str]]:
    """Give kind and id of the first hits."""
    return [(hit.found.kind, hit.found.id) for hit in answer.hits[:first]]


@pytest.mark.parametrize(
    ("query", "kind", "wanted"),
    [
        ("социальный работник", "card", "13"),
        ("ымдау тілі маманы", "card", "11"),
        ("case manager", "card", "14"),
        ("навыки супервизии", "competency", "basics-of-supervision"),
        ("қызметті жоспарлау", "skill", "16.1.1"),
        ("домашнее насилие", "competency", "law-domestic-violence-law"),
        ("алеуметтик жумыскер", "card", "13"),  # typed without Kazakh letters
        ("соцыальный роботник", "card", "13"),  # misspelt
        ("confidentality", "competency", "ethical-standards-and-confidentiality"),  # misspelt
        ("мүгідектігі бар балалр", "term", "children-with-disabilities"),  # misspelt
    ],
)
def test_ten_searches_of_a_user(query: str, kind: Kind, wanted: str) -> None:
    """What a user would type, misspelt or without Kazakh letters too, is among the first five of its kind."""
    assert (kind, wanted) in ids(SEARCH.ask(query, kinds=[kind]), 5)


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("13", ("card", "13")),
        ("social-worker", ("card", "13")),
        ("3412-0-008", ("card", "13")),
        ("13.1.2", ("skill", "13.1.2")),
        ("law-social-code", ("competency", "law-social-code")),
        ("13.1.2.a3", ("competency", "")),
    ],
)
def test_ids_and_codes_come_first(query: str, wanted: tuple[Kind, str]) -> None:
    """An id, a slug or a code typed in full finds its thing at once."""
    kind, name = ids(SEARCH.ask(query), 1)[0]
    assert kind == wanted[0]
    assert name.startswith(wanted[1])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("социальная услуга", "социальных услуг"),
        ("әлеуметтік қызмет", "әлеуметтік қызметтердің"),
        ("әлеуметтік қызмет", "алеуметтик кызмет"),
        ("social service", "social services"),
    ],
)
def test_endings_do_not_matter(one: str, other: str) -> None:
    """Forms of the same words find the same things."""
    found = [{hit.found.id for hit in SEARCH.ask(query, limit=None).hits} for query in (one, other)]
    assert len(found[0] & found[1]) >= 0.8 * len(found[0] | found[1])


def test_every_item_of_a_competency_is_a_place() -> None:
    """A competency is found with every card, function, skill and item where it stands."""
    hit = SEARCH.ask("use-digital-mobile-applications").hits[0]
    competency = load_standard().competencies["use-digital-mobile-applications"]
    assert tuple(place.item for place in hit.places) == competency.items
    first = hit.places[0]
    assert (first.card, first.function, first.skill, first.item) == (9, "9.1", "9.1.1", "9.1.1.a6")


def test_a_card_filters_hits_and_places() -> None:
    """With a card, only what stands in it is found, and only its places are named."""
    answer = SEARCH.ask("социальный", card=13, limit=None)
    assert answer.hits
    assert {place.card for hit in answer.hits for place in hit.places} == {13}


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_filters(kind: Kind) -> None:
    """With a kind, only things of it are found."""
    assert {hit.found.kind for hit in SEARCH.ask("әлеуметтік", kinds=[kind], limit=None).hits} == {kind}


def test_everything_is_searched() -> None:
    """Every card, function, skill, competency and term can be found by its Kazakh label."""
    standard = load_standard()
    things = list(searchables(standard))
    counted = {kind: sum(thing.kind == kind for thing in things) for kind in KINDS}
    assert counted["card"] == len(standard.cards)
    assert counted["function"] == sum(len(card.functions) for card in standard.cards)
    assert counted["skill"] == sum(1 for card in standard.cards for _ in card.skills())
    assert counted["competency"] == len(standard.competencies)
    assert counted["term"] == sum(
        len(standard.vocabulary(name).entries) for name in standard.vocabulary_names
    )


@pytest.mark.parametrize(
    "thing", [one for one in searchables(load_standard()) if one.kind in {"card", "skill"}]
)
def test_a_label_finds_its_thing(thing: Searchable) -> None:
    """A card or skill is found by its own Russian label, with the highest score."""
    answer = SEARCH.ask(thing.label("ru"), limit=None)
    best = {hit.found.id for hit in answer.hits if hit.score == answer.hits[0].score}
    assert thing.id in best


def test_unknown_words_are_told() -> None:
    """A word that stands nowhere is named; the others still find."""
    answer = SEARCH.ask("абракадабра супервизия")
    assert answer.unknown == ("абракадабра",)
    assert answer.hits


@pytest.mark.parametrize("query", ["", " ", "!?", "абракадабра"])
def test_nothing_found(query: str) -> None:
    """A query without known words finds nothing, without an error."""
    assert SEARCH.ask(query).hits == ()


def test_the_limit_counts_the_rest() -> None:
    """A limit shortens the hits, not their count."""
    answer = SEARCH.ask("әлеуметтік", limit=3)
    assert len(answer.hits) == 3
    assert answer.total == len(SEARCH.ask("әлеуметтік", limit=None).hits) > 3


def test_the_score_falls() -> None:
    """Hits come best first, each score between 0 and 1."""
    scores = [hit.score for hit in SEARCH.ask("социальный работник", limit=None).hits]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


@given(st.text(max_size=80))
def test_any_query_is_answered(query: str) -> None:
    """No text makes the search fail."""
    answer = SEARCH.ask(query)
    assert answer.total >= len(answer.hits)


@settings(max_examples=10)
@given(st.text(alphabet="әлеуметтікжұмысоцработник социалн", max_size=40))
def test_the_same_query_gives_the_same_answer(query: str) -> None:
    """Searching depends on nothing but the query: a fresh search says the same."""
    assert SEARCH.ask(query, limit=None) == Search(load_standard()).ask(query, limit=None)


@pytest.mark.parametrize(
    ("query", "wanted"),
    [("3412-0-008", {"13", "3412-0-008", "social-worker"}), ("13.1", {"13.1"}), ("13.1.2", {"13.1.2"})],
)
def test_a_code_typed_in_full_answers_alone(query: str, wanted: set[str]) -> None:
    """Only what has the id or code is found, and nothing that merely has like words."""
    found = {hit.found.id for hit in SEARCH.ask(query, limit=None).hits}
    assert wanted <= found
    assert all(query in hit.found.codes for hit in SEARCH.ask(query, limit=None).hits)


@pytest.mark.parametrize("query", ["3412-0-004", "13.9.9.a9"])
def test_a_code_that_nothing_has_is_said_to_be_unknown(query: str) -> None:
    """A code that is in no text brings no neighbours."""
    assert SEARCH.ask(query) == Answer((), 0, (query,))


@pytest.mark.parametrize("query", ["и", "және", "жане", "and the", "для"])
def test_words_that_stand_everywhere_are_passed_over(query: str) -> None:
    """Words that say nothing find nothing, and are named."""
    answer = SEARCH.ask(query)
    assert (answer.total, answer.unknown) == (0, ())
    assert answer.passed_over == tuple(query.split())


def test_a_small_word_among_others_changes_nothing() -> None:
    """The other words are searched for as if it were not there."""
    hits = [
        SEARCH.ask(query, limit=None).hits for query in ("опека и попечительство", "опека попечительство")
    ]
    assert hits[0] == hits[1]
