"""How long a curriculum is held in memory, and that nothing reaches a disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from curriculum_asking import BY, PROGRAMME

from socwork_standard.curriculum.decisions import parse_decisions
from socwork_standard.data.load import load_standard
from socwork_standard.errors import InputError
from socwork_standard.web.held import Answers, Review, Shelf
from socwork_standard.web.jobs_curriculum import Given, read
from socwork_standard.web.pages.curriculum_words import marked


@pytest.fixture
def review() -> Review:
    """Return a review of the example programme with nothing decided."""
    found = read(Given(file=(PROGRAMME.read_bytes(), PROGRAMME.name)))
    return Review(load_standard(), found, PROGRAMME.name)


def test_what_is_not_used_is_forgotten(review: Review) -> None:
    """Looking keeps a curriculum for the whole time again; after that time without a look it is gone."""
    now = [0.0]
    shelf = Shelf(2, 10.0, lambda: now[0])
    key = shelf.put(review)
    assert key is not None
    now[0] = 9.0
    assert shelf.get(key) is review
    now[0] = 18.0
    assert shelf.get(key) is review
    now[0] = 28.0
    assert shelf.get(key) is None


def test_room_is_made_by_forgetting(review: Review) -> None:
    """A full shelf takes nothing more until something is forgotten or its time has passed."""
    now = [0.0]
    shelf = Shelf(1, 10.0, lambda: now[0])
    first = shelf.put(review)
    assert first is not None
    assert shelf.put(review) is None
    shelf.forget(first)
    assert shelf.put(review) is not None
    now[0] = 11.0
    assert shelf.put(review) is not None


def test_decisions_stay_in_memory(review: Review, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Deciding writes no file; the text to take away is a decisions file that reads back as the same decisions."""
    monkeypatch.chdir(tmp_path)
    slug = review.session.rows(0)[0].link.competency
    review.save(0, Answers(BY, ((slug, True),), why="so"))
    assert list(tmp_path.iterdir()) == []
    assert parse_decisions(review.file.text(), "decisions.yaml")[1] == review.file.read()


def test_saving_counts_before_and_after(review: Review) -> None:
    """What was saved last knows the coverage before and after it."""
    slug = review.session.rows(0)[0].link.competency
    review.save(0, Answers(BY, ((slug, True),)))
    saved = review.saved
    assert saved is not None
    assert saved.after.counts.confirmed - saved.before.counts.confirmed == 1


def test_nothing_is_taken_over_from_nowhere(review: Review) -> None:
    """To take over decisions that are not there is refused."""
    with pytest.raises(InputError):
        review.take_over(0, 7, BY)


def test_words_are_marked_and_escaped() -> None:
    """Whole words stand out, whatever their case, and signs of HTML are no HTML."""
    assert marked("Отбасы <b> отбасының", ["отбасы"]) == "<mark>Отбасы</mark> &lt;b&gt; отбасының"
    assert marked("a & b", []) == "a &amp; b"
