"""Postings: exact sums of weights, for all documents at once."""

from __future__ import annotations

from itertools import permutations

from asking import INDEX, mapped
from hypothesis import given
from hypothesis import strategies as st

from socwork_standard.curriculum.postings import FREQUENT, UNIT, bm25, tf_idf, unpack

features = st.lists(st.sampled_from("abcdef"), max_size=6)
documents = st.lists(features, min_size=1, max_size=3 * FREQUENT)


@given(held=documents, asked=features)
def test_a_sum_is_the_sum_of_its_features(held: list[list[str]], asked: list[str]) -> None:
    """The scores of several features are the sums of the weights of each, document by document."""
    postings = bm25(held, [1.0] * len(held))
    each = [unpack(postings.weights(one), len(held)) for one in asked]
    assert unpack(postings.scores(asked), len(held)) == [sum(some) for some in zip(*each, strict=True)] or (
        not asked and not any(unpack(postings.scores(asked), len(held)))
    )


@given(held=documents)
def test_only_documents_that_hold_a_feature_have_a_weight(held: list[list[str]]) -> None:
    """A feature weighs something in exactly the documents that hold it."""
    postings = bm25(held, [1.0] * len(held))
    for one in "abcdefg":
        weights = unpack(postings.weights(one), len(held))
        assert [weight > 0 for weight in weights] == [one in features for features in held]


def test_bm25_by_hand() -> None:
    """One of two equally long documents holds the word: its weight is ln 2, in units."""
    postings = bm25([["a"], ["b"]], [1.0, 1.0])
    assert unpack(postings.weights("a"), 2) == [round(0.693147181 * UNIT), 0]


def test_common_features_weigh_nothing() -> None:
    """A feature that more than the share given holds is left out."""
    postings = tf_idf([["a", "b"], ["a"], ["a"]], [1.0] * 3, 0.5)
    assert unpack(postings.weights("a"), 3) == [0, 0, 0]
    assert unpack(postings.weights("b"), 3)[0] > 0


def test_the_order_of_words_changes_no_score() -> None:
    """Sums are exact: the same words in another order are suggested the same competencies in the same order."""
    texts = {" ".join(some) for some in permutations(("отбасының", "кейс-менеджмент", "жанжал", "әдіптеу"))}
    assert len({tuple(one.competency for one in mapped(text, 50).suggestions) for text in texts}) == 1


def test_a_latin_schwa_is_read_as_the_kazakh_letter() -> None:
    """Texts taken from PDF have a Latin ə for ә: they are mapped alike, and the evidence shows what is written."""
    text = "Отбасының әлеуметтік қажеттіліктерін кешенді бағалайды"
    right, taken = mapped(text), mapped(text.replace("ә", "ə"))
    assert [one.competency for one in right.suggestions] == [one.competency for one in taken.suggestions]
    assert any("ə" in one.word for each in taken.suggestions for one in each.evidence)


def test_no_score_leaves_its_lane() -> None:
    """The greatest score of one word, times a million words, still fits a lane of 64 bits."""
    greatest = max(unpack(INDEX.word_scores("отбасы", "отбасы"), len(INDEX.competencies)))
    assert greatest * 1_000_000 < 2**64
