"""The loaded standard: cards by any of their names, editions by day, parts by name."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from socwork_standard.data.load import load_standard
from socwork_standard.data.standard import Standard
from socwork_standard.errors import DataError, LookupFailure


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return a copy of the small standard of the tests, free to change."""
    source = Path(__file__).parent.parent / "checks" / "small"
    return Path(shutil.copytree(source, tmp_path / "standard"))


@pytest.fixture(scope="module")
def standard(root: Path) -> Standard:
    """Return the real standard."""
    return load_standard(root / "standard_data")


def test_the_ten_cards(standard: Standard) -> None:
    """The cards are points 9 to 18, in this order."""
    assert standard.points == tuple(range(9, 19))
    assert [card.point for card in standard.cards] == list(range(9, 19))


@pytest.mark.parametrize(
    "key",
    [
        13,
        "13",
        "social-worker",
        "3412-0-008",
        "Әлеуметтік жұмыскер",
        "ӘЛЕУМЕТТІК  ЖҰМЫСКЕР",
        "Алеуметтик жумыскер",
    ],
)
def test_a_card_is_found_by_any_of_its_names(key: int | str, standard: Standard) -> None:
    """A number, slug, own code or name finds the card, however the name is typed."""
    assert standard.card(key).point == 13


def test_every_card_is_found_by_its_names_in_three_languages(standard: Standard) -> None:
    """The name of a card in Kazakh, Russian and English finds that card."""
    for card in standard.cards:
        for name in (card.name.kk, card.name.ru, card.name.en):
            if name:
                assert standard.card(name).point == card.point


def test_other_names_are_tried_only_where_nothing_else_matches(standard: Standard) -> None:
    """5320-2-003 is card 9's own code, though other cards list it among other names."""
    assert standard.card("5320-2-003").point == 9


def test_a_name_of_several_cards_is_refused_with_the_list(standard: Standard) -> None:
    """Another possible name that several cards print is an error that lists them."""
    with pytest.raises(
        LookupFailure, match="names several cards: 16 head-of-unit, 18 social-work-manager"
    ) as failure:
        standard.card("1344-0-002")
    assert failure.value.mend


@pytest.mark.parametrize("key", ["8", 19, "nobody", "", "13.1"])
def test_an_unknown_card_is_refused_with_all_cards(key: int | str, standard: Standard) -> None:
    """What is no card is an error that lists the cards."""
    with pytest.raises(LookupFailure, match="13 social-worker"):
        standard.card(key)


@pytest.mark.parametrize(
    ("point", "day", "in_force", "actual"),
    [
        (13, date(2024, 12, 31), False, None),
        (13, date(2025, 1, 1), True, "2024-125"),
        (13, date(2026, 7, 11), True, "2024-125"),
        (13, date(2026, 7, 12), False, "2026-109"),
        (9, date(2026, 7, 12), True, "2024-125"),
        (18, date(2040, 1, 1), True, "2024-125"),
        ("3.9", date(2026, 7, 12), False, "2026-109"),
    ],
)
def test_what_is_in_force_on_a_day(
    point: int | str,
    day: date,
    in_force: bool,  # noqa: FBT001
    actual: str | None,
    standard: Standard,
) -> None:
    """The text held is the newest for an earlier day; whether it is the one in force is said with it."""
    found = standard.in_force(point, day)
    assert (found.in_force, found.actual, found.held) == (in_force, actual, "2024-125")


def test_the_next_change_of_a_point(standard: Standard) -> None:
    """Card 13 changes first on its first day, then on the day after its last; card 9 only once."""
    assert standard.next_change(13, date(2024, 1, 1)) == date(2025, 1, 1)
    assert standard.next_change(13, date(2025, 1, 1)) == date(2026, 7, 12)
    assert standard.next_change(9, date(2025, 1, 1)) is None


def test_an_unknown_point_is_refused(standard: Standard) -> None:
    """A point that no edition words is an error."""
    with pytest.raises(LookupFailure, match="no edition words point 99"):
        standard.in_force(99)


def test_categories_of_cards(standard: Standard) -> None:
    """Cards 12 to 15 know four categories, the others none."""
    ladder = [card.point for card in standard.cards if len(card.categories) == 4]
    assert ladder == [12, 13, 14, 15]
    assert {card.categories for card in standard.cards if card.point not in ladder} == {("none",)}


def test_an_edition_or_vocabulary_that_is_not_there_is_refused_with_the_list(standard: Standard) -> None:
    """A wrong name lists the right ones."""
    with pytest.raises(LookupFailure, match="2024-125, 2026-109"):
        standard.edition("2023-1")
    with pytest.raises(LookupFailure, match="specialities"):
        standard.vocabulary("specialties")


def test_another_directory_is_loaded(small: Path) -> None:
    """A standard of another directory is loaded with its own code and parts."""
    standard = load_standard(small)
    assert (standard.code, standard.points) == ("Q00000000", (9,))
    assert standard.location == str(small)
    assert set(standard.competencies) == {"builds-contact", "uses-phones", "knows-rules", "old-rules"}
    assert standard.data_sha256 != load_standard().data_sha256


def test_a_standard_without_defects_and_competencies_has_none(small: Path) -> None:
    """Files that may be absent leave empty lists; a file that is needed is an error when it is asked for."""
    (small / "defects.yaml").unlink()
    (small / "competencies.yaml").unlink()
    (small / "readings.yaml").unlink()
    standard = load_standard(small)
    assert (standard.defects, standard.competencies) == ((), {})
    with pytest.raises(DataError, match="readings"):
        _ = standard.readings


def test_a_card_file_that_is_gone_is_told(small: Path) -> None:
    """A new edition is data alone: one that says it holds a card without a file is told so when asked."""
    path = small / "editions.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("held: false", "held: true"), encoding="utf-8")
    standard = load_standard(small)
    assert standard.card(9, date(2025, 6, 1)).point == 9
    with pytest.raises(DataError, match="2026-109 holds point 9"):
        standard.card(9, date(2026, 8, 1))


def test_a_new_edition_is_added_as_data(small: Path) -> None:
    """A held text of a later edition is used from its first day, and the older text before it."""
    path = small / "editions.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("held: false", "held: true"), encoding="utf-8")
    old = next(small.glob("editions/2024-125/cards/*.yaml"))
    new = small / "editions/2026-109/cards" / old.name
    new.parent.mkdir(parents=True)
    new.write_text(
        old.read_text(encoding="utf-8").replace("Күнделікті көмек", "Күнделікті қолдау"), encoding="utf-8"
    )
    standard = load_standard(small)
    assert standard.card(9, date(2026, 7, 11)).purpose.kk == "Күнделікті көмек көрсету."
    assert standard.card(9, date(2026, 7, 12)).purpose.kk == "Күнделікті қолдау көрсету."
    assert standard.in_force(9, date(2026, 7, 12)).in_force
