"""What `socwork report-mistake` prints for every kind of id: the place, the words, their hash, and what is known."""

import contextlib
import hashlib
import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import socwork_standard as sw
from shell import Run
from socwork_standard.cli import mistake as command
from socwork_standard.data.places import Place, find_place, lines_of

ITEM = "13.2.1.k4"


def _data(socwork: Run, *arguments: str) -> dict[str, Any]:
    ran = socwork("report-mistake", *arguments, "--format", "json")
    assert ran.code == 0, ran.err
    found: dict[str, Any] = json.loads(ran.out)
    return found


def _same(left: Place, right: Place) -> bool:
    return (left.id, left.file, left.line) == (right.id, right.file, right.line)


def test_an_item_is_reported_with_its_words(socwork: Run) -> None:
    """The words of an item are the order's, its translations those of its competency, and the hash is of the words."""
    standard = sw.load_standard()
    item = next(one for one in standard.card(13).items() if one.id == ITEM)
    competency = standard.competencies[str(item.competency)]
    found = _data(socwork, ITEM)
    (line,) = found["words"]
    assert (line["kk"], line["ru"], line["en"]) == (item.kk, competency.ru, competency.en)
    assert found["words_sha256"] == hashlib.sha256(item.kk.encode()).hexdigest()
    assert (found["points"], found["edition"], found["kind"]) == (["13"], "2024-125", "knowledge")
    assert found["data_sha256"] == standard.data_sha256


def test_the_line_is_where_the_id_stands(socwork: Run, root: Path) -> None:
    """The file and line named are those on which the id is written."""
    found = _data(socwork, ITEM)
    lines = (root / found["file"]).read_text(encoding="utf-8").splitlines()
    assert f"id: {ITEM}" in lines[found["line"] - 1]


def test_every_id_of_the_cards_is_found() -> None:
    """Every item, skill and function of every card is found under its own id, with its own words."""
    standard = sw.load_standard()
    for card in standard.cards:
        for clause in (*card.functions, *card.skills(), *card.items()):
            place = find_place(clause.id, standard)
            assert [line.kk for line in lines_of(place)] == [clause.kk]


@pytest.mark.parametrize(
    ("asked", "id_", "kind"),
    [
        ("13", "13", "card"),
        ("social-worker", "13", "card"),
        ("3412-0-008", "13", "card"),
        ("Социальный работник", "13", "card"),
        ("13.1", "13.1", "function"),
        ("13.1.2", "13.1.2", "skill"),
        ("13.1.2.а3", "13.1.2.a3", "ability"),
        ("2024-125/13.2.1.k4", "13.2.1.k4", "knowledge"),
        ("13.education.7", "13.education.7", "requirement"),
        ("13.experience.second", "13.experience.second", "requirement"),
        ("13.rule", "13.rule", "rule"),
        ("13.heading", "13.heading", "words"),
        ("3.9", "3.9", "words"),
        ("order.title", "order.title", "words"),
        (
            "help-with-communication-and-documents",
            "competency/help-with-communication-and-documents",
            "competency",
        ),
        ("specialities/social-work", "specialities/social-work", "term"),
        ("values/category/none", "values/category/none", "term"),
        ("higher-diploma", "reading/higher-diploma", "reading"),
        ("defects/level-without-at-least", "defect/level-without-at-least", "defect"),
        ("edition/2024-125", "edition/2024-125", "edition"),
    ],
)
def test_what_may_be_asked_for(asked: str, id_: str, kind: str) -> None:
    """Ids, cards, competencies and terms are taken as people write them."""
    place = find_place(asked, sw.load_standard())
    assert (place.id, place.kind) == (id_, kind)


def test_the_card_may_stand_apart() -> None:
    """An id that begins after the card means the same as the whole one."""
    standard = sw.load_standard()
    whole = find_place(ITEM, standard)
    for asked in ("2.1.k4", ITEM):
        assert _same(find_place(asked, standard, "social-worker"), whole)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("13.2.1.k99", "13.2.1.k"),
        ("use-digital-mobile-aplications", "use-digital-mobile-applications"),
        ("specialities/social-wrok", "specialities/social-work"),
        ("no such thing at all", "socwork search"),
        ("", "socwork search"),
        ("social-work", "qualifications/social-work, specialities/social-work"),
    ],
)
def test_an_id_that_is_not_there(socwork: Run, asked: str, said: str) -> None:
    """An id that means nothing, or several things, is bad input that names what may be meant."""
    ran = socwork("report-mistake", asked)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


@given(st.text(max_size=30))
def test_any_text_is_an_id_or_is_refused(asked: str) -> None:
    """Whatever is asked for, a place comes back or a refusal that can be shown."""
    found: Place | None = None
    with contextlib.suppress(sw.LookupFailure):
        found = find_place(asked, sw.load_standard())
    assert found is None or found.line > 0


def test_known_defects_are_named(socwork: Run) -> None:
    """A defect that is known at the place is listed, so that nobody reports it again."""
    assert "misspelt-words" in [one["id"] for one in _data(socwork, ITEM)["known_defects"]]


def test_what_is_told_stands_in_the_report(socwork: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the finder says is kept word for word, also from standard input, and the place of it is no data of ours."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("әріп түсіп қалған\n".encode())))
    found = _data(socwork, ITEM, "--what", "-", "--words", "дұрысы", "--source", "бұйрық")
    assert (found["what"], found["should_be"], found["source"]) == ("әріп түсіп қалған", "дұрысы", "бұйрық")


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_page_says_that_nothing_is_sent(socwork: Run, language: str) -> None:
    """In every language the page warns of people's data, and the notice says that nothing was sent."""
    texts = json.loads(
        (Path(command.__file__).parents[1] / "i18n" / f"{language}.json").read_text(encoding="utf-8")
    )
    ran = socwork("report-mistake", "13.1.2", "--lang", language, "--format", "markdown")
    assert texts["mistake.no_people"] in ran.out
    assert texts["mistake.not_sent"] in ran.err


def test_an_address_comes_from_the_package_alone(socwork: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the package names an address it is printed; where it names none, the reader is sent to who gave it."""
    monkeypatch.setattr(command, "addresses", tuple)
    assert "whoever gave you the program" in socwork("report-mistake", "13").out
    monkeypatch.setattr(command, "addresses", lambda: (("Issues", "https://example.org/issues"),))
    assert "Issues: https://example.org/issues" in socwork("report-mistake", "13").out


def test_a_long_text_is_refused(socwork: Run) -> None:
    """A text longer than a report needs is bad input."""
    ran = socwork("report-mistake", "13", "--what", "я" * 20_001)
    assert ran.code == 2
    assert "--what" in ran.err
