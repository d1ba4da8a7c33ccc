"""Notes on amendments give the points their last day; those that cannot be read are listed."""

from datetime import date

import pytest
from importing_helpers import drafted
from inventing import invent

from socwork_standard.importing.amendments import amendment_in, points_in
from socwork_standard.importing.draft import Draft

KK = "ЗҚАИ-ның ескертпесі!"
DAY = "(12.07.2026 бастап қолданысқа енгізіледі)"
KK_TEXT = f"9, 10-тармақтар жаңа редакцияда көзделген – ҚР Министрінің 31.03.2026 № 109 {DAY} бұйрығымен."
RU_TEXT = (
    "Примечание ИЗПИ! Пункты 9 и 10 предусмотрены в новой редакции приказом Министра РК от 31.03.2026 № 109 "
    "(вводится в действие с 12.07.2026)."
)


@pytest.mark.parametrize(
    ("note", "current", "points"),
    [
        (
            "12, 13, 14, 15, 16-тармақтар жаңа редакцияда көзделген – 3-тармақ",
            None,
            ("12", "13", "14", "15", "16"),
        ),
        ("12-16-тармақтар жаңа редакцияда көзделген", None, ("12", "13", "14", "15", "16")),
        ("9) тармақша жаңа редакцияда көзделген", "3", ("3.9",)),
        ("3-тармақтың 8) және 9) тармақшалары жаңа редакцияда көзделген", "7", ("3.8", "3.9")),
        (
            "Пункты 12, 13 и 14 предусмотрены в новой редакции приказом от 1.1.2026, пункт 7",
            None,
            ("12", "13", "14"),
        ),
        ("Подпункт 9) пункта 3 предусмотрен в новой редакции", None, ("3.9",)),
        ("Подпункты 1), 2) предусмотрены в новой редакции", "2", ("2.1", "2.2")),
        ("Пункты 9–11 предусмотрены в новой редакции", None, ("9", "10", "11")),
    ],
)
def test_points_of_a_note(note: str, current: str | None, points: tuple[str, ...]) -> None:
    """Lists and ranges of points and sub-points are read in both languages, those of the act itself are not."""
    assert points_in(note, current) == points


@pytest.mark.parametrize("note", [f"{KK} {KK_TEXT}", RU_TEXT])
def test_an_amendment_is_read(note: str) -> None:
    """The points, the first day, the number and the day of the act are read in both languages."""
    found = amendment_in(note, None)
    assert found is not None
    assert (found.points, found.first_day) == (("9", "10"), date(2026, 7, 12))
    assert (found.number, found.adopted, found.edition) == ("109", date(2026, 3, 31), "2026-109")


@pytest.mark.parametrize(
    "note",
    [
        f"{KK} Қолданысқа енгізілу тәртібін 4-тармақтан қараңыз",
        "Ескерту. 9-тармақ жаңа редакцияда – ҚР Министрінің 01.02.2025 № 3 (01.03.2025 бастап қолданысқа енгізіледі).",
        f"{KK} 9-тармақ жаңа редакцияда көзделген – ҚР Министрінің 31.03.2026 № 109 бұйрығымен.",
        f"{KK} Мәтін жаңа редакцияда көзделген – ҚР Министрінің 31.03.2026 № 109 {DAY} бұйрығымен.",
    ],
)
def test_other_notes_are_no_amendment(note: str) -> None:
    """A note without a plan, a day or points gives none."""
    assert amendment_in(note, None) is None


def noted(*notes: str, before: str = "9. ", tongue: str = "kk") -> Draft:
    """The draft of an invented standard with notes before a line."""
    lines = invent(5, damaged=False, tongue=tongue).text.split("\n")
    heading = "карточк"
    at = next(n for n, one in enumerate(lines) if one.startswith(before) and heading in one.casefold())
    return drafted("\n".join([*lines[:at], *(part for one in notes for part in ("", one)), "", *lines[at:]]))


def days(draft: Draft) -> dict[str, tuple[str, str | None]]:
    """The edition and the last day of the wording held of each point."""
    edition = draft.files["editions.yaml"]["editions"][0]
    return {
        point: (edition["id"], wording.get("valid_to"))
        for wording in edition["wordings"]
        for point in wording["points"]
    }


def keys(draft: Draft) -> list[str]:
    """The kinds of doubt of a draft."""
    return [one.key for one in (*draft.doubts, *draft.lost)]


@pytest.mark.parametrize(("tongue", "notes"), [("kk", [KK, KK_TEXT]), ("ru", [RU_TEXT])])
def test_the_wording_of_noted_points_ends(tongue: str, notes: list[str]) -> None:
    """The points of the note end the day before, the edition that follows is there without its text."""
    draft = noted(*notes, tongue=tongue)
    found = days(draft)
    assert {point for point, (_, last) in found.items() if last} == {"9", "10"}
    assert found["9"][1] == "2026-07-11"
    own, other = draft.files["editions.yaml"]["editions"]
    assert (own["draft"], other["held"], other["id"]) == ("true", "false", "2026-109")
    assert other["wordings"] == [{"points": ["9", "10"], "valid_from": "2026-07-12"}]
    assert "amendment" not in keys(draft)


def test_a_note_between_cards_is_read() -> None:
    """A note above the second card is no part of the first one."""
    draft = noted(KK, KK_TEXT.replace("9, 10", "10"), before="10. ")
    assert days(draft)["10"][1] == "2026-07-11"
    assert days(draft)["9"][1] is None
    assert "lost" not in keys(draft)
    assert not any("көзделген" in str(card.content) for card in draft.cards)


def test_amendments_follow_one_another() -> None:
    """A point that is amended twice has a stretch of days for each wording."""
    later = KK_TEXT.replace("9, 10", "10").replace("12.07.2026", "01.01.2027").replace("109", "200")
    draft = noted(KK, KK_TEXT, KK, later)
    second, third = draft.files["editions.yaml"]["editions"][1:]
    assert {
        "points": ["10"],
        "valid_from": "2026-07-12",
        "valid_to": "2026-12-31",
        "replaced_by": third["id"],
    } in second["wordings"]
    assert third["wordings"] == [{"points": ["10"], "valid_from": "2027-01-01"}]


@pytest.mark.parametrize(
    "note",
    [
        "Ескерту. 9-тармақ жаңа редакцияда – ҚР Министрінің 01.02.2025 № 3 бұйрығымен.",
        f"{KK} 99-тармақ жаңа редакцияда көзделген – ҚР Министрінің 31.03.2026 № 109 {DAY} бұйрығымен.",
        f"{KK} 9-тармақ жаңа редакцияда көзделген – ҚР Министрінің 31.03.2026 № 109 бұйрығымен.",
        f"{KK} 9-1-тармақпен толықтыру көзделген – ҚР Министрінің 31.03.2026 № 109 {DAY} бұйрығымен.",
    ],
)
def test_an_amendment_that_cannot_be_read_is_listed(note: str) -> None:
    """A note on a change whose points or day cannot be used is a doubt, and no day is invented."""
    draft = noted(note)
    assert "amendment" in keys(draft)
    assert not any(last for _, last in days(draft).values())
