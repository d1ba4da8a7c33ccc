"""Invented records for hypothesis, out of the words of the vocabularies, with dates on the days that decide."""

import random
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from socwork_standard.data.load import load_standard
from socwork_standard.eligibility.calendar import FOREVER
from socwork_standard.eligibility.service import NEVER_BEFORE, Spell

AS_OF = date(2025, 6, 1)
UNKNOWN = "жжж ъъъ"


def _words(vocabulary: str) -> list[str]:
    terms = load_standard().vocabulary(vocabulary).entries
    return [UNKNOWN, *(name for term in terms for name in (term.id, term.kk, term.ru) if name)]


def _anniversaries() -> list[str]:
    days = [AS_OF.replace(year=AS_OF.year - years) for years in range(9)]
    near = [day + timedelta(days=shift) for day in days for shift in (-31, -30, -2, -1, 0, 1, 29)]
    return [day.isoformat() for day in near] + ["2016-02-29", "29.02.2020", "2026-01-15"]


DATES = st.one_of(
    st.sampled_from(_anniversaries()),
    st.dates(date(2008, 1, 1), date(2027, 12, 31)).map(date.isoformat),
    st.sampled_from(["2016", "2019-05", "05.2021", "2024", "2025-06", " ", "2023-12"]),
)
POSTS = _words("posts")
CARDS = load_standard().cards
NAMED: list[dict[str, str | None]] = [
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


FEW_POSTS = ["social-worker", "case-manager", "social-work-specialist", "personal-assistant", UNKNOWN]
HIGH: list[dict[str, str | None]] = [
    {"level": level, "speciality": "social-work"} for level in ("higher", "master", "phd", "residency")
]


def people_of(seed: int, count: int) -> list[dict[str, Any]]:
    """Return so many records, richer in doubts than hypothesis finds them; the same for the same seed."""
    rng = random.Random(seed)  # noqa: S311 - invented people, no secrets
    near, years = _anniversaries(), [str(year) for year in range(2012, 2027)]

    def some(**fields: list[Any]) -> dict[str, Any]:
        chosen = {name: rng.choice(values) for name, values in fields.items() if rng.random() < 0.85}
        return {name: value for name, value in chosen.items() if value is not None}

    def day() -> str:
        return rng.choice(years) if rng.random() < 0.2 else rng.choice(near)

    def diploma() -> dict[str, Any]:
        base = rng.choice(NAMED + HIGH * 8)
        more = some(
            completed=[day()],
            country=["KZ", None, None, None, "DE"],
            recognised=[True, False, None],
            speciality_code=["6B11401", "0000", None, None, None, None, None],
        )
        return {key: value for key, value in {**base, **more}.items() if value is not None}

    def work() -> dict[str, Any]:
        return some(
            position=FEW_POSTS,
            category=["none", "second", "first", "highest"],
            social_protection=[True, True, False],
            qualification_level=["mid", "high", None, None],
            start=[day()],
            end=[day(), "ongoing", "ongoing"],
        )

    def course() -> dict[str, Any]:
        return some(kind=["short_course", "retraining", "management_certificate"], completed=[day()])

    def person() -> dict[str, Any]:
        record: dict[str, Any] = {}
        for name, entry, most in (
            ("education", diploma, 3),
            ("experience", work, 5),
            ("training", course, 2),
        ):
            if rng.random() < 0.9:
                record[name] = [entry() for _ in range(rng.randint(0, most))]
                record[f"{name}_complete"] = rng.random() < 0.9
        return record

    return [person() for _ in range(count)]


BEGIN = date(2012, 1, 1).toordinal()


def spells_of(seed: int, count: int) -> list[list[Spell]]:
    """Return the spells of so many people: touching, overlapping, of months and years, in doubt."""
    rng = random.Random(seed)  # noqa: S311 - invented people, no secrets

    def day(low: int, high: int, exact: float) -> tuple[int, int]:
        first = rng.randint(low, high)
        return (first, first + (0 if rng.random() < exact else rng.choice([1, 5, 30, 31, 364])))

    def one(at: int, exact: float, surely: float) -> Spell:
        start = (
            day(BEGIN, BEGIN + 1500, exact)
            if rng.random() < 0.5
            else day(at, at + rng.choice([0, 0, 2, 40]), exact)
        )
        length = rng.choice([1, 3, 28, 29, 30, 31, 59, 180, 365, 366, 700, 1095, 1096])
        end = day(start[0] + max(1, length - 1), start[0] + length + 2, exact)
        if rng.random() < 0.1:
            end = (rng.choice([start[0] + 1, FOREVER]), FOREVER)
        if rng.random() < 0.03:
            start = (NEVER_BEFORE, FOREVER - 1)
        return Spell(start, end, rng.choice([0, 2, 2, 2]) if rng.random() < surely else 1)

    def person() -> list[Spell]:
        exact, surely, at = rng.choice([1, 1, 0.7, 0.3]), rng.choice([1, 0.8, 0.5]), BEGIN
        spells: list[Spell] = []
        for _ in range(rng.choice([0, 1, 1, 2, 3, 4, 5, 8, 12])):
            spells.append(one(at, exact, surely))
            at = min(spells[-1].end[0], BEGIN + 3000)
        return spells

    return [person() for _ in range(count)]
