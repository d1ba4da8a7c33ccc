"""Invented records for hypothesis, out of the words of the vocabularies, with dates on the days that decide."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from socwork_standard.data.load import load_standard
from socwork_standard.eligibility.service import Spell, spell

AS_OF = date(2025, 6, 1)
UNKNOWN = "жжж ъъъ"


def _words(vocabulary: str) -> list[str]:
    terms = load_standard().vocabulary(vocabulary).entries
    return [UNKNOWN, *(name for term in terms for name in (term.id, term.kk, term.ru) if name)]


def _anniversaries() -> list[str]:
    days = [AS_OF.replace(year=AS_OF.year - years) for years in range(1, 9)]
    near = [day + timedelta(days=shift) for day in days for shift in (-31, -30, -2, -1, 0, 1, 29)]
    return [day.isoformat() for day in near] + ["2016-02-29", "29.02.2020", "2026-01-15"]


DATES = st.one_of(
    st.sampled_from(_anniversaries()),
    st.dates(date(2008, 1, 1), date(2027, 12, 31)).map(date.isoformat),
    st.sampled_from(["2016", "2019-05", "05.2021", "2024", "2025-06", " ", "2023-12"]),
)
POSTS = _words("posts")
CARDS = load_standard().cards
NAMED = [
    {"level": level, "speciality": speciality, "qualification": qualification}
    for card in CARDS
    for row in card.education.rows
    for level in row.level.is_[:1]
    for speciality in row.speciality.is_[:2] or (None,)
    for qualification in row.qualification.is_[:1] or (None,)
]


def _record(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=fields)


ANY_DIPLOMA = _record(
    level=st.sampled_from([t.id for t in load_standard().vocabulary("education-levels").entries]),
    speciality=st.sampled_from(_words("specialities")),
    speciality_code=st.sampled_from(["6B11401", "6В11", "7M11401", "0000", ""]),
    qualification=st.sampled_from(_words("qualifications")),
    completed=DATES,
    country=st.sampled_from(["KZ", "Қазақстан", "DE"]),
    recognised=st.booleans(),
)
NAMED_DIPLOMA = st.builds(
    lambda named, more: {key: value for key, value in {**named, **more}.items() if value is not None},
    st.sampled_from(NAMED),
    _record(completed=DATES),
)
SPELL = _record(
    position=st.sampled_from(POSTS),
    occupation_code=st.sampled_from([card.occupation_code.kk for card in CARDS] + ["9999-9-999"]),
    qualification_level=st.sampled_from(["mid", "high"]),
    category=st.sampled_from(["none", "second", "first", "highest", "жоғары"]),
    social_protection=st.booleans(),
    start=DATES,
    end=st.one_of(DATES, st.sampled_from(["ongoing", "по настоящее время"])),
)
LADDER_SPELL = st.builds(
    lambda post, category, start, end: {
        "position": post,
        "category": category,
        "social_protection": True,
        "start": start,
        "end": end,
    },
    st.sampled_from([card.slug for card in CARDS]),
    st.sampled_from(["none", "second", "first", "highest"]),
    DATES,
    st.one_of(DATES, st.just("ongoing")),
)
COURSE = _record(
    kind=st.sampled_from(["short_course", "retraining", "management_certificate", "other"]), completed=DATES
)
RECORDS = _record(
    education=st.lists(st.one_of(ANY_DIPLOMA, NAMED_DIPLOMA), max_size=4),
    education_complete=st.booleans(),
    experience=st.lists(st.one_of(SPELL, LADDER_SPELL, LADDER_SPELL), max_size=6),
    experience_complete=st.booleans(),
    training=st.lists(COURSE, max_size=2),
    training_complete=st.booleans(),
)
"""One record; a few of them hold an employment that ends before it starts."""


def _spell(start: int, width: int, length: int, slack: int, kind: int, match: int) -> Spell:
    first = (start, start + width)
    if kind == 1:
        return spell(first, None, ongoing=True, match=match)
    if kind in {2, 3}:
        return spell(None if kind == 2 else first, None, match=match)
    last = start + width + length
    return spell(first, (last, last + slack), match=match)


BEGIN = date(2012, 1, 1).toordinal()
SPELLS = st.lists(
    st.builds(
        _spell,
        st.one_of(st.integers(BEGIN, BEGIN + 1500), st.sampled_from([BEGIN + 59, BEGIN + 365, BEGIN + 730])),
        st.sampled_from([0, 0, 0, 0, 1, 30, 364]),
        st.sampled_from([0, 28, 29, 30, 58, 364, 365, 700, 1094, 1095]),
        st.sampled_from([0, 0, 0, 0, 1, 30, 364]),
        st.sampled_from([0, 0, 0, 0, 0, 0, 0, 1, 2, 3]),
        st.sampled_from([2, 2, 2, 1, 0]),
    ),
    max_size=9,
)
"""The spells of one person."""
