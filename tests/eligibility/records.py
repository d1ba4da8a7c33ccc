"""Strategies for staff records in which much may be unknown, and ways in which the unknown turns out."""

import calendar
from datetime import date, timedelta
from typing import Any, Protocol, TypeVar

from hypothesis import strategies as st

from socwork_standard.eligibility.check import Checker

Entry = dict[str, Any]
OneT = TypeVar("OneT")
Question = tuple[int, str]

CHECKER = Checker()
NAMES = CHECKER.names
QUESTIONS = [(card.point, category) for card in CHECKER.standard.cards for category in card.categories]
LEVELS = list(NAMES.levels.terms)
AMBIGUOUS = {one.words[0]: one.may_be for one in CHECKER.standard.vocabulary("education-levels").ambiguous}
SPECIALITIES = [
    "social-work",
    "nursing",
    "preschool-education",
    "pedagogy-and-psychology",
    "sociology",
    "law",
    "journalism",
]
WIDE = ["services", "health-care", "pedagogical-sciences", "social-sciences-journalism-information"]
QUALIFICATIONS = [
    "social-worker",
    "applied-bachelor-social-work",
    "master-of-social-work",
    "general-practice-nurse",
    "lawyer",
]
OTHERS = ["cook", "nurse", "personal-care-worker"]
POSTS = {
    term.id: term.qualification_level
    for term in NAMES.posts.terms.values()
    if term.card is not None or term.id in OTHERS
}
CATEGORIES = ["none", "second", "first", "highest"]
KINDS = ["short_course", "retraining", "management_certificate", "other"]
UNKNOWN = "жжж ъъъ"
FIRST, LAST = date(2012, 1, 1), date(2027, 12, 31)

READINGS = {name: [answer.id for answer in one.answers] for name, one in CHECKER.standard.readings.items()}

questions = st.sampled_from(QUESTIONS)
ask_days = st.dates(date(2025, 1, 1), date(2026, 7, 11))
days = st.dates(FIRST, LAST)
chosen = st.fixed_dictionaries(
    {}, optional={name: st.sampled_from(answers) for name, answers in READINGS.items()}
)
presets = st.sampled_from([one.id for one in CHECKER.standard.readings_file.presets])
policies = st.none() | chosen.map(lambda one: {"readings": one}) | presets.map(lambda one: {"preset": one})


def dates(when: date) -> st.SearchStrategy[str]:
    """A day as a day, a month or a year."""
    return st.sampled_from([when.isoformat()] * 4 + [f"{when:%Y-%m}", f"{when:%Y}"])


some_dates = days.flatmap(dates)


def without_nothing(one: Entry) -> Entry:
    """An entry without the fields that are None."""
    return {key: value for key, value in one.items() if value is not None}


diplomas = st.fixed_dictionaries(
    {
        "level": st.sampled_from([*LEVELS, *LEVELS, *AMBIGUOUS, None]),
        "speciality": st.sampled_from([*SPECIALITIES * 3, *WIDE, UNKNOWN, None]),
        "qualification": st.sampled_from([*QUALIFICATIONS * 3, UNKNOWN, None]),
        "completed": st.one_of(some_dates, some_dates, some_dates, st.none()),
        "country": st.sampled_from([None, None, None, "KZ", "RU"]),
        "recognised": st.sampled_from([None, True, False]),
    }
).map(without_nothing)


@st.composite
def spells(draw: st.DrawFn) -> Entry:
    """Draw one spell, most of them long."""
    start = draw(days)
    last = start + timedelta(
        days=draw(st.sampled_from([0, 29, 364, 365, 730, 1095, 1826, 2600]) | st.integers(0, 2600))
    )
    position = draw(st.sampled_from([*POSTS, *POSTS, UNKNOWN, None]))
    begin = draw(dates(start))
    return without_nothing(
        {
            "position": position,
            "qualification_level": draw(st.sampled_from([None, None, "mid", "high"])),
            "category": draw(st.sampled_from([*CATEGORIES * 2, None])),
            "social_protection": draw(st.sampled_from([True, True, False, None])),
            "start": draw(st.sampled_from([begin, begin, begin, None])),
            "end": draw(st.sampled_from(["ongoing", "ongoing", draw(dates(last)), None])),
        }
    )


courses = st.fixed_dictionaries(
    {"kind": st.sampled_from([*KINDS * 2, None]), "completed": st.one_of(some_dates, some_dates, st.none())}
).map(without_nothing)


@st.composite
def records(draw: st.DrawFn) -> Entry:
    """Draw a record in which anything may be unknown."""
    found: Entry = {}
    lists: tuple[tuple[str, st.SearchStrategy[Entry]], ...] = (
        ("education", diplomas),
        ("experience", spells()),
        ("training", courses),
    )
    for field, entries in lists:
        if draw(st.integers(0, 7)) == 0:
            continue
        found[field] = draw(st.lists(entries, max_size=3))
        if draw(st.integers(0, 5)) == 0:
            found[f"{field}_complete"] = False
    return found


def counting(question: Question, start: date, end: date | None) -> Entry:
    """A spell that counts for every question on service of a card and category."""
    point, category = question
    below = {"second": "none", "first": "second", "highest": "first"}.get(category, "highest")
    own = next(term.id for term in NAMES.posts.terms.values() if term.card == point)
    return {
        "position": own,
        "category": below,
        "social_protection": True,
        "start": start.isoformat(),
        "end": end.isoformat() if end else "ongoing",
    }


def answering(point: int, when: str) -> Entry:
    """A diploma that answers the first row of a card."""
    row = CHECKER.standard.card(point).education.rows[0]
    words = [row.level.is_[-1], *row.speciality.is_[:1]]
    found = {"level": words[0], "speciality": words[-1] if len(words) > 1 else "law", "completed": when}
    return {**found, "qualification": row.qualification.is_[0]} if row.qualification.is_ else found


@st.composite
def cases(draw: st.DrawFn) -> tuple[Entry, Question]:
    """Draw a record and a question; many of the records hold what the card asks for."""
    record, question = draw(records()), draw(questions)
    found = dict(record)
    if draw(st.integers(0, 3)):
        spell = counting(question, draw(st.dates(date(2015, 1, 1), date(2024, 12, 31))), None)
        found["experience"] = [*record.get("experience", []), spell]
    if draw(st.integers(0, 3)):
        found["education"] = [*record.get("education", []), answering(question[0], draw(some_dates))]
    if draw(st.integers(0, 3)):
        found["training"] = [{"kind": kind, "completed": "2014-05-05"} for kind in KINDS]
    return found, question


# ---- how the unknown turns out -----------------------------------------------------------------


def last_day(text: str) -> date:
    """The last day that a date may mean."""
    parts = [int(one) for one in text.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return date(year, month, parts[2] if len(parts) == 3 else calendar.monthrange(year, month)[1])


def first_day(text: str) -> date:
    """The first day that a date may mean."""
    parts = [*(int(one) for one in text.split("-")), 1, 1]
    return date(*parts[:3])


class Draw(Protocol):
    """A value drawn from a strategy."""

    def __call__(self, strategy: st.SearchStrategy[OneT], /) -> OneT:
        """Draw it."""


def exact(draw: Draw, text: str | None, least: date = date(1950, 1, 1)) -> str:
    """A day that a date, or one not known, may turn out to be; none before `least` where that can be."""
    first, last = (least, LAST) if text is None else (first_day(text), last_day(text))
    first = max(first, least)
    return draw(st.sampled_from([first, max(first, last)]) | st.dates(first, max(first, last))).isoformat()


def complete_diploma(draw: Draw, one: Entry) -> Entry:
    """Draw a known diploma that this one may be."""
    found = dict(one)
    found["level"] = draw(
        st.sampled_from(
            AMBIGUOUS.get(one.get("level", ""), (one.get("level"),)) if "level" in one else LEVELS
        )
    )
    if one.get("speciality", UNKNOWN) == UNKNOWN:
        found["speciality"] = draw(st.sampled_from(SPECIALITIES))
    elif one["speciality"] in WIDE:
        above = NAMES.specialities.and_wider
        found["speciality"] = draw(
            st.sampled_from([x for x in SPECIALITIES if one["speciality"] in above(x)])
        )
    if one.get("qualification", UNKNOWN) == UNKNOWN:
        found["qualification"] = draw(st.sampled_from(QUALIFICATIONS))
    found["completed"] = exact(draw, one.get("completed"))
    if one.get("country") == "RU" and "recognised" not in one:
        found["recognised"] = draw(st.booleans())
    return found


def complete_spell(draw: Draw, one: Entry) -> Entry:
    """Draw a known spell that this one may be."""
    found = dict(one)
    stated = one.get("qualification_level")
    if one.get("position", UNKNOWN) == UNKNOWN:
        found["position"] = draw(
            st.sampled_from([x for x, own in POSTS.items() if own in {None, stated} or stated is None])
        )
    own = POSTS[found["position"]]
    if own is None and stated is None:
        found["qualification_level"] = draw(st.sampled_from(["mid", "high"]))
    elif own not in {None, stated}:
        found.pop("qualification_level", None)
    found.setdefault("category", draw(st.sampled_from(CATEGORIES)))
    found.setdefault("social_protection", draw(st.booleans()))
    ending = one.get("end")
    if "start" in one:
        found["start"] = exact(draw, one["start"])
        if ending not in {None, "ongoing"} and last_day(ending).isoformat() < found["start"]:
            found["start"] = first_day(one["start"]).isoformat()
    else:
        latest = LAST if ending in {None, "ongoing"} else last_day(str(ending))
        found["start"] = draw(st.dates(date(1950, 1, 1), latest)).isoformat()
    if ending is None and draw(st.booleans()):
        found["end"] = "ongoing"
    elif ending != "ongoing":
        found["end"] = exact(draw, ending, date.fromisoformat(found["start"]))
    return found


def complete_course(draw: Draw, one: Entry) -> Entry:
    """Draw a known course that this one may be."""
    kind = one.get("kind") or draw(st.sampled_from(KINDS))
    return {"kind": kind, "completed": exact(draw, one.get("completed"))}


def complete(draw: Draw, record: Entry) -> Entry:
    """Draw a record with more known: each list and entry may stay as it is, or turn out in some way."""
    found = dict(record)
    makers = {
        "education": (complete_diploma, diplomas),
        "experience": (complete_spell, spells()),
        "training": (complete_course, courses),
    }
    for field, (maker, strategy) in makers.items():
        listed = record.get(field)
        open_list = listed is None or not record.get(f"{field}_complete", True)
        if listed is None and draw(st.booleans()):
            continue
        made = [maker(draw, one) if draw(st.integers(0, 3)) else one for one in listed or ()]
        if open_list:
            made += [maker(draw, one) for one in draw(st.lists(strategy, max_size=2))]
            if draw(st.integers(0, 3)):
                found.pop(f"{field}_complete", None)
            else:
                found[f"{field}_complete"] = False
        found[field] = made
    return found
