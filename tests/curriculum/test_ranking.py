"""Ranking competencies for outcomes."""

from __future__ import annotations

import pytest
from asking import INDEX, mapped, slugs

from socwork_standard.curriculum.rank import Question, rank
from socwork_standard.model.base import LANGUAGES, Language
from socwork_standard.text import fold


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_label_finds_itself(language: Language) -> None:
    """Nearly every competency is first for its own label; labels that other competencies share may tie."""
    first = 0
    for number, one in enumerate(INDEX.competencies):
        found = rank(INDEX, str(getattr(one, language)), language, 3)
        first += number in [each.number for each in found]
    assert first >= 0.9 * len(INDEX.competencies)


@pytest.mark.parametrize(
    "text",
    [
        "Супервизия топтарының жұмысын ұйымдастырады",
        "Организует работу групп супервизии",
        "Organises the work of supervision groups",
    ],
)
def test_all_languages_lead_to_the_same(text: str) -> None:
    """The same outcome in three languages finds the same competency first."""
    assert slugs(text, 3)[0] in {"organise-supervision-groups", "organising-supervision-groups"}


def test_kazakh_without_its_letters() -> None:
    """Kazakh typed on a Russian keyboard finds what properly typed Kazakh finds."""
    text = "Мүгедектігі бар адамдармен қарым-қатынас орнатады"
    assert slugs(fold(text))[:3] == slugs(text)[:3]
    assert mapped(fold(text)).language == "kk"


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("ӨҚЖ-ға тап болған отбасы", "өмірлік қиын жағдайға тап болған отбасы"),
        ("ОКЖ-га тап болган отбасымен жумыс", "омирлик киын жагдайга тап болган отбасымен жумыс"),
        ("семья, оказавшаяся в ТЖС", "семья, оказавшаяся в трудной жизненной ситуации"),
        ("МБА-ны сүйемелдеу", "мүгедектігі бар адамдарды сүйемелдеу"),
    ],
)
def test_abbreviations_are_written_out(short: str, long: str) -> None:
    """An abbreviation of the order, with or without an ending, finds what its words find."""
    assert set(slugs(short, 3)) & set(slugs(long, 3))


def test_an_act_counts_little() -> None:
    """An outcome about rights of the child in practice is not filled with the names of acts."""
    found = slugs("Қазақстан Республикасының заңнамасы негізінде бала мен отбасының құқықтарын қорғайды", 5)
    assert "child-and-family-rights-legislation" in found[:3]
    assert sum(slug.startswith("law-") for slug in found) < 3


def test_an_act_asked_for_is_found() -> None:
    """Whoever names an act finds it."""
    assert "law-social-code" in slugs("Знает Социальный кодекс Республики Казахстан", 3)


def test_a_competency_is_suggested_once() -> None:
    """A competency that many cards print is one suggestion, with all its items."""
    one = next(
        each
        for each in mapped("Works with the Constitution of the Republic of Kazakhstan", 10).suggestions
        if each.competency == "law-constitution"
    )
    assert len(one.items) > 10
    found = slugs("Works with the Constitution of the Republic of Kazakhstan", 10)
    assert len(found) == len(set(found))


def test_other_words_for_the_same_thing() -> None:
    """A term's synonym leads to competencies whose labels use another word."""
    assert {"prevent-burnout-of-team", "identify-burnout-and-teach-stress-resistance"} & set(
        slugs("Recognises compassion fatigue among colleagues", 5)
    )


def test_equal_scores_stand_by_slug() -> None:
    """Competencies whose labels are the same stand in the order of their slugs."""
    found = rank(INDEX, "Сүйемелдеу", "kk", 50)
    scores: dict[float, list[str]] = {}
    question = Question(INDEX, "Сүйемелдеу", "kk").scores()
    for one in found:
        scores.setdefault(question[one.number], []).append(INDEX.competencies[one.number].id)
    assert all(group == sorted(group) for group in scores.values())
