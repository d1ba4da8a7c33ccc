"""The official text against the data: what agrees, and that no changed word goes unnoticed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from changing import SMALL, change, copied
from flattening import NAME, flattened
from hypothesis import given
from hypothesis import strategies as st

from socwork_standard.checks.report import PartReport, SourceReport
from socwork_standard.checks.source import decode_source, verify_source
from socwork_standard.data.load import load_standard
from socwork_standard.data.standard import Standard
from socwork_standard.errors import InputError
from socwork_standard.model.base import Language
from socwork_standard.reports.data import source_page
from socwork_standard.reports.layout import as_text

STANDARD = load_standard(SMALL)
TEXT = flattened(STANDARD)
WORD = re.compile(r"\w+(?:-\w+)*")
PLACES = [found.span() for found in WORD.finditer(TEXT) if found[0] not in NAME]
KAZAKH = st.text("әғқңөұүһіабвгдежз", min_size=12, max_size=16)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return a copy of the small standard, free to change."""
    return copied(SMALL, tmp_path)


@pytest.fixture(scope="module")
def standard(root: Path) -> Standard:
    """Return the real standard, loaded from the checkout."""
    return load_standard(root / "standard_data")


def part(report: SourceReport, name: str) -> PartReport:
    """Return the report of one part."""
    return next(one for one in report.parts if one.part == name)


def changed(old: str, new: str) -> SourceReport:
    """Return the report of the small text with one place changed."""
    assert old in TEXT
    return verify_source(TEXT.replace(old, new, 1), STANDARD)


def test_the_data_s_own_words_agree() -> None:
    """A text made of the data's words is clean, part by part, with every word found and none invented."""
    report = verify_source(TEXT, STANDARD)
    assert report.clean
    assert report.language == "kk"
    assert report.words_found == report.words_in_text > 100
    assert [one.part for one in report.parts] == ["order", "9"]
    assert {one.percent for one in report.parts} == {100.0}


def test_the_real_data_s_own_words_agree(standard: Standard) -> None:
    """The same holds for all ten cards of the real data."""
    report = verify_source(flattened(standard), standard)
    assert report.clean
    assert len(report.parts) == 11


@given(place=st.sampled_from(PLACES), word=KAZAKH)
def test_no_single_changed_word_goes_unnoticed(place: tuple[int, int], word: str) -> None:
    """Whichever word of the text is changed, the report is not clean and gives the new word with its line."""
    start, end = place
    report = verify_source(TEXT[:start] + word + TEXT[end:], STANDARD)
    told = [(one.word, one.line) for one_part in report.parts for one in one_part.missing]
    assert not report.clean
    assert (word, TEXT.count("\n", 0, start) + 1) in told or not all(
        one.heading_found for one in report.parts
    )


@given(place=st.sampled_from(PLACES))
def test_no_single_missing_word_goes_unnoticed(place: tuple[int, int]) -> None:
    """Whichever word is taken out of the text, the report is not clean."""
    start, end = place
    assert not verify_source(TEXT[:start] + TEXT[end:], STANDARD).clean


@given(place=st.sampled_from(PLACES), word=KAZAKH)
def test_no_single_added_word_goes_unnoticed(place: tuple[int, int], word: str) -> None:
    """Wherever a word is added to the text, the report is not clean and gives it."""
    report = verify_source(f"{TEXT[: place[0]]}{word} {TEXT[place[0] :]}", STANDARD)
    assert word in {one.word for one_part in report.parts for one in one_part.missing}


def test_a_changed_word_is_shown_with_the_id_and_both_wordings() -> None:
    """The difference names the wording of the data, its word, the text's word and the line."""
    (found,) = part(changed("Күнделікті көмек", "Күнделікті қолдау"), "9").differing
    assert (found.id, found.data_words, found.text_words) == ("9.purpose", ("көмек",), ("қолдау",))
    assert TEXT.split("\n")[found.lines[0] - 1].startswith("Күнделікті")


def test_a_changed_number_of_years_is_noticed() -> None:
    """A number inside a sentence counts as a word does."""
    report = part(changed("кемінде 2 жыл", "кемінде 3 жыл"), "9")
    assert [one.word for one in report.missing_numbers] == ["3"]
    assert [(one.id, one.words) for one in report.invented_numbers] == [("9.experience.1", ("2",))]
    assert not report.clean


def test_a_changed_code_is_noticed() -> None:
    """A code of the classifier is one number, hyphens and dots included."""
    assert not changed("5320-2-004", "5320-2-005").clean
    assert not changed("88.99", "88.98").clean


def test_a_changed_order_of_words_is_noticed() -> None:
    """The same words in another order are a difference, though none is missing and none invented."""
    report = part(changed("Күнделікті көмек көрсету", "Көмек күнделікті көрсету"), "9")
    assert not report.clean
    assert [one.id for one in report.differing] == ["9.purpose"]
    assert not report.missing


def test_list_numbers_are_set_aside() -> None:
    """Numbers of list entries change nothing, in front of a line or between cells."""
    report = changed("Жауапкершілік, дербестік", "1. Жауапкершілік, дербестік")
    assert report.clean
    assert changed("Сүйемелдеуді ұйымдастыру.", "2) Сүйемелдеуді ұйымдастыру. 3.").clean


def test_tags_and_entities_are_no_words() -> None:
    """Remnants of HTML change nothing."""
    html = "<p>Күнделікті&nbsp;көмек</p>\n<ol start='3'><li>көрсету</li></ol><!-- жасырын -->"
    assert changed("Күнделікті көмек көрсету", html).clean
    assert changed("Министр", "<script>var сөз = 1;</script>Министр").clean


def test_a_row_that_was_split_is_broken_and_no_difference() -> None:
    """A wording with another cell between its words is listed as broken; nothing is missing."""
    text = TEXT.replace("\n\nбіліктілікті талап ететін жұмыс;", "").replace(
        "Күнделікті көмек көрсету.", "көмек көрсету."
    )
    text = text.replace("көмек көрсету.", "көмек көрсету.\tЖеке құзыреттер:\nКүнделікті", 1).replace(
        "\n\nЖеке құзыреттер:\n\n", "\n\n", 1
    )
    report = part(verify_source(text, STANDARD), "9")
    assert report.clean
    assert [one.id for one in report.broken] == ["9.purpose"]


def test_a_list_printed_twice_must_stand_twice() -> None:
    """Where the order prints a list twice, one printing that is gone is noticed."""
    line = "Ережелерді білуі мен ымдау тілі тарту\n\n"
    assert TEXT.count(line) == 2
    report = part(verify_source(TEXT.replace(line, "", 1), STANDARD), "9")
    assert {one.id for one in report.invented} == {"9.1.1.k1"}


def test_a_changed_heading_is_still_found() -> None:
    """One wrong word in a card's heading does not lose the card."""
    report = part(changed('көмекші" мамандығының карточкасы', 'көмекші" кәсібінің карточкасы'), "9")
    assert report.heading_found
    assert [one.word for one in report.missing] == ["кәсібінің"]


def test_a_changed_number_of_a_card_is_noticed() -> None:
    """A heading with another number is found by its words, and the number is told."""
    report = part(changed('9. "Жеке', '10. "Жеке'), "9")
    assert report.heading_found
    assert [one.words for one in report.invented_numbers] == [("9",)]


def test_a_lost_heading_is_told(standard: Standard) -> None:
    """A card whose heading is gone is reported as not found, and the other cards are still compared."""
    text = flattened(standard)
    heading = f"12. {standard.card(12).heading.kk}"
    report = verify_source(text.replace(heading, "", 1), standard)
    assert not part(report, "12").heading_found
    assert part(report, "12").percent == 0
    assert part(report, "10").clean
    assert not report.clean


def test_equal_wordings_keep_their_own_ids(standard: Standard) -> None:
    """Of a wording that a card prints several times, the changed printing is the one that is named."""
    text = flattened(standard)
    start = (
        text.index("15. Әлеуметтік жұмыс бойынша озық") if "15. Әлеуметтік жұмыс бойынша озық" in text else 0
    )
    card = text.index(f"13. {standard.card(13).heading.kk}")
    wanted = "Өрт қауіпсіздігі ережелері."
    second = text.index(wanted, text.index(wanted, max(card, start)) + 1)
    report = verify_source(
        text[:second] + "Өрт қауіпсіздігі қағидалары." + text[second + len(wanted) :], standard
    )
    assert [one.id for one in part(report, "13").differing] == ["13.3.1.k4"]


def test_omitted_words_are_listed_and_never_shown() -> None:
    """Words that the data leaves out on purpose are no difference, and the report does not repeat them."""
    report = verify_source(TEXT, STANDARD)
    assert [(one.id, one.words) for one in report.omitted] == [
        ("order.signature.name", 2),
        ("19.official", 0),
    ]
    assert NAME.split()[1].casefold() not in json.dumps(report.as_dict(), ensure_ascii=False)


def test_words_behind_an_anchor_are_left_out_on_its_own_line_too() -> None:
    """A name behind its anchor on the same line is left out as well."""
    assert changed(f"Министр\n\n{NAME}", f"Министр {NAME}").clean
    assert changed("министрлік орындаушы:", "министрлік орындаушы: Б. Біреуов;").clean


def test_a_text_without_the_omitted_words_is_clean() -> None:
    """Where the saved page lacks the name, nothing else is taken for it."""
    assert changed(f"\n\n{NAME}", "").clean


def test_a_planted_number_lowers_the_share() -> None:
    """A number that the data lacks is counted: the part is not at 100, and the heading says one less."""
    report = changed("Күнделікті көмек", "Күнделікті 77 көмек")
    card = part(report, "9")
    assert [one.word for one in card.missing_numbers] == ["77"]
    assert card.words_in_text - card.words_found == 1
    assert card.percent < 100
    assert report.words_in_text - report.words_found == 1


@pytest.mark.parametrize(
    ("language", "title"), [("en", "Point 9: what differs"), ("ru", "Пункт 9: что различается")]
)
def test_the_heading_of_a_part_is_no_count(language: Language, title: str) -> None:
    """The heading over the differences of a part names the point."""
    page = as_text(source_page(changed("Күнделікті көмек", "Күнделікті қолдау"), language), width=200)
    assert title in page


def test_the_report_is_ready_for_json() -> None:
    """The report turns into JSON with the figures of each part."""
    report = json.loads(json.dumps(changed("Күнделікті көмек", "Күнделікті қолдау").as_dict()))
    assert report["clean"] is False
    card = report["parts"][1]
    assert (card["part"], card["words_in_text"] - card["words_found"], card["words_invented"]) == ("9", 1, 1)
    assert card["wordings"]["differing"][0]["id"] == "9.purpose"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "neither Kazakh nor Russian"),
        ("The order of the minister", "neither Kazakh nor Russian"),
        ("Приказ министра о профессиональном стандарте", "no official Russian text is held"),
        ("Әлеуметтік жұмыс туралы қазақша мәтін, бірақ бұйрық емес", "not the text of the order"),
    ],
)
def test_another_text_is_refused(text: str, says: str, standard: Standard) -> None:
    """A text that is not this order is refused with what it is not and what to give."""
    with pytest.raises(InputError, match=says) as failure:
        verify_source(text, standard)
    assert failure.value.mend


def test_an_official_russian_text_can_be_compared_once_it_is_held(small: Path) -> None:
    """With `ru_official` in the data a Russian text is compared with it."""
    card = next(small.glob("editions/*/cards/09-*.yaml"))
    heading = 'Карточка профессии "Индивидуальный помощник"'
    change(card, "мамандығының карточкасы'}", f"мамандығының карточкасы', ru_official: '{heading}'}}")
    change(card, "kk: Жеке көмекші, ru", "kk: Жеке көмекші, ru_official: Индивидуальный помощник, ru")
    text = f"9. {heading}\nНаименование: Индивидуальный помощник"
    report = verify_source(text, load_standard(small))
    assert report.language == "ru"
    assert [one.word for one in part(report, "9").missing] == ["наименование"]
    assert part(report, "9").words_invented == 0


def test_a_text_is_read_as_utf_8_or_utf_16() -> None:
    """UTF-8 with or without a mark and UTF-16 with one are read; any other encoding is refused with its line."""
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        assert decode_source(TEXT.encode(encoding), "page") == TEXT
    with pytest.raises(InputError, match=r"page:2: the text is not UTF-8"):
        decode_source("line\nтекст".encode("cp1251"), "page")
