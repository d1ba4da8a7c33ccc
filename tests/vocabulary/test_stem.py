"""Stems: the forms of one word have one stem, different words have different ones."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socwork_standard.data.load import load_standard
from socwork_standard.model.base import LANGUAGES, Language
from socwork_standard.text import fold, normalise
from socwork_standard.vocabulary.stem import folded_stem, stem, stems

KAZAKH_FORMS = {
    "қызмет": "қызметтер қызметі қызметін қызметіне қызметтерді қызметтерінің қызметпен қызметтен",
    "бала": "балалар баланың балаларға балалармен баласы балада",
    "көрсет": "көрсету көрсетуді көрсетуге көрсетудің көрсеткен",
    "мүгедектік": "мүгедектігі мүгедектігін мүгедектіктің",
    "кітап": "кітабы кітаптар кітаптан",
    "дағды": "дағдылар дағдылары дағдыларын дағдыны",
    "технология": "технологиялар технологиялары технологиясы технологияларын",
    "отбасы": "отбасылар отбасына отбасының отбасымен",
    "адам": "адамдар адамға адамдардың адамдармен",
    "жұмыс": "жұмысы жұмысқа жұмыстар жұмыстағы жұмысында",
    "сала": "саласы саласындағы салада саланың",
    "көмекші": "көмекшіге көмекшілер көмекшінің көмекшісі",
    "орган": "органдар органның органдарымен",
    "бағала": "бағалау бағалауды бағалаудың бағалаған",
    "қамқорлық": "қамқорлығы қамқорлыққа",
    "ұйым": "ұйымымыз ұйымдарымыз ұйымыңыз",
}


@pytest.mark.parametrize(("wanted", "forms"), KAZAKH_FORMS.items())
def test_kazakh_forms_have_one_stem(wanted: str, forms: str) -> None:
    """Plural, possessive, case and verbal-noun endings go, in front and in back words."""
    assert {stem(form, "kk") for form in (wanted, *forms.split())} == {wanted}


@pytest.mark.parametrize("forms", KAZAKH_FORMS.values())
def test_kazakh_letters_typed_as_russian(forms: str) -> None:
    """A word typed without Kazakh letters has the stem of the word with them."""
    for form in forms.split():
        assert folded_stem(fold(form), "kk") == folded_stem(form, "kk")
    assert len({folded_stem(form, "kk") for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "word",
    ["үш", "су", "мен", "маман", "қазақстан", "туралы", "тұлға", "кесте", "бала", "сала", "мба"],
)
def test_kazakh_words_that_only_look_inflected(word: str) -> None:
    """A word without endings stays whole."""
    assert stem(word, "kk") == word


@pytest.mark.parametrize(
    ("word", "kept"), [("қалалер", "қалалер"), ("бөлмелар", "бөлмелар"), ("отлар", "отлар")]
)
def test_vowel_harmony(word: str, kept: str) -> None:
    """An ending whose vowel or first letter does not go with the word is none."""
    assert stem(word, "kk") == kept


def test_stems_tell_words_apart() -> None:
    """The words of the first forms are different words, and stay so."""
    for one, other in combinations(KAZAKH_FORMS, 2):
        assert stem(one, "kk") != stem(other, "kk")


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("ru", "навык навыки навыков навыками навыкам"),
        ("ru", "социальный социальная социального социальных"),
        ("ru", "услуга услуги услуг услугами"),
        ("en", "skill skills"),
        ("en", "service services"),
        ("en", "assessing assessed"),
    ],
)
def test_russian_and_english_forms(language: Language, forms: str) -> None:
    """Snowball gives the forms of a Russian or English word one stem."""
    assert len({stem(form, language) for form in forms.split()}) == 1


def test_stems_of_a_text() -> None:
    """A text gives its stems in its order; a hyphen parts words."""
    assert stems("Әлеуметтік-тұрмыстық қызметтер көрсету", "kk") == [
        "әлеуметтік",
        "тұрмыстық",
        "қызмет",
        "көрсет",
    ]


def test_the_standard_has_fewer_stems_than_words() -> None:
    """Over all Kazakh competencies a third of the word forms fall together, and hardly two words do."""
    forms = {form for one in load_standard().competencies.values() for form in one.kk.lower().split()}
    found = {stem(form, "kk") for form in forms}
    assert len(found) < 0.75 * len(forms)
    assert len(found) > 0.4 * len(forms)


@given(st.text(max_size=40), st.sampled_from(LANGUAGES))
def test_any_text_has_a_stem(word: str, language: Language) -> None:
    """A stem is hardly longer than its word (Snowball adds an e to some), and the same each time."""
    found = stem(word, language)
    assert len(found) <= 2 + len(normalise(word))
    assert stem(word, language) == found
    assert isinstance(folded_stem(word, language), str)


@given(st.text(alphabet="абгғдеіқлмнңөсттруыү", min_size=4, max_size=12))
def test_kazakh_stems_begin_their_words(word: str) -> None:
    """A Kazakh stem is the beginning of its word but for a last letter made hard (кітабы, кітап)."""
    found = stem(word, "kk")
    assert word.startswith(found[:-1])
    assert len(found) >= min(3, len(word))
