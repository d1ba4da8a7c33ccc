"""Whole decisions against an oracle that shares nothing with the program: plain tables, and single days in a set.

Everything in the records is known and every reading is chosen, so that each decision is a plain yes or no.  Set
SOCWORK_ORACLE_RECORDS to compare more records than the usual few thousand.
"""

import os
from collections.abc import Callable
from datetime import date, timedelta

import oracle
from tables import (
    FIELDS,
    LADDER,
    POSTS,
    RANK,
    READINGS,
    ROWS,
    SOCIAL_SCIENTISTS,
    SOCIAL_WORKERS,
    STEP,
    THIS_WORK,
    Choices,
    Entry,
    Maker,
)

from socwork_standard.eligibility.check import Checker

RECORDS = int(os.environ.get("SOCWORK_ORACLE_RECORDS", "3000"))

# ---- the oracle --------------------------------------------------------------------------------


class Person:
    """One record as it stands on a day: diplomas and courses completed, days worked before it."""

    def __init__(self, record: Entry, day: date) -> None:
        self.day = day
        self.diplomas = [one for one in record["education"] if date.fromisoformat(one["completed"]) <= day]
        self.courses = {
            one["kind"] for one in record["training"] if date.fromisoformat(one["completed"]) <= day
        }
        self.spells: list[Entry] = record["experience"]

    def worked(self, years: int, counts: Callable[[Entry], bool], since: date | None = None) -> bool:
        """Whether the days of the spells that count make so many years."""
        days: set[int] = set()
        for one in filter(counts, self.spells):
            last = (
                self.day
                if one["end"] == "ongoing"
                else min(self.day, date.fromisoformat(one["end"]) + timedelta(1))
            )
            days.update(range(date.fromisoformat(one["start"]).toordinal(), last.toordinal()))
        first = since.toordinal() if since else 0
        return oracle.reached({one for one in days if one >= first}, years)


def decide(person: Person, card: int, category: str, chosen: Choices) -> bool:
    """Whether the requirements of a card and category are met."""
    if card in {9, 10, 11}:
        return practice(person, card, chosen)
    if card in {12, 13, 14, 15}:
        trained = "retraining" in person.courses or chosen["nonformal-row"] == "informative"
        if not any(answers(card, one, chosen, trained=trained) for one in person.diplomas):
            return False
        if card == 14 and chosen["retraining-14"] == "everyone" and not trained:
            return False
        return category == "none" or ladder(person, card, category, chosen)
    if card in {16, 17}:
        return head(person, chosen)
    return doctor(person, chosen)


def practice(person: Person, card: int, chosen: Choices) -> bool:
    """Cards 9 to 11: schooling, and work or a short course."""
    least = RANK["primary"] if card == 9 else RANK["basic_secondary"]
    if all(RANK[one["level"]] < least for one in person.diplomas):
        return False
    this = chosen["practice-kind"] == "this_work"
    served = person.worked(0 if card == 9 else 1, lambda one: not this or one["position"] in THIS_WORK[card])
    return served or "short_course" in person.courses


def answers(card: int, one: Entry, chosen: Choices, *, trained: bool) -> bool:
    """Whether a diploma answers cards 12 to 15, with the retraining that it asks for."""
    level, fields = one["level"], FIELDS[one["speciality"]]
    higher = chosen["higher-diploma"] == "accept"
    if card == 12:
        return "social-work" in fields and (
            level == "tve_worker" or (higher and RANK[level] > RANK["tve_worker"])
        )
    if card == 15:
        return answers_15(level, fields, chosen, higher=higher, trained=trained)
    named = {13: ("tve_worker", "tve_specialist"), 14: ("post_secondary",)}[card]
    own = level in named and not (
        card == 13 and level == "tve_worker" and chosen["tve-kind-13"] == "specialist_only"
    )
    above = higher and level not in named and RANK[level] > min(RANK[name] for name in named)
    for field in fields & ROWS[card].keys():
        agrees = (
            chosen["qualification-named"] == "speciality_enough" or one["qualification"] in ROWS[card][field]
        )
        if not above and not (own and agrees):
            continue
        waived = card == 13 and above and chosen["retraining-above"] == "not_required"
        if field == "social-work" or trained or waived:
            return True
    return False


def answers_15(level: str, fields: set[str], chosen: Choices, *, higher: bool, trained: bool) -> bool:
    """Whether a diploma answers card 15: social work; pedagogy and psychology; health care, there residency too."""
    above = higher and RANK[level] > RANK["higher"]
    if "social-work" in fields and (level == "higher" or above):
        return trained or chosen["retraining-15"] == "others_only"
    if "health-care" in fields and level == "residency":
        return trained or chosen["retraining-residency"] == "not_required"
    if {"pedagogy-and-psychology", "health-care"} & fields and (level == "higher" or above):
        return trained or (level != "higher" and chosen["retraining-above"] == "not_required")
    return False


def ladder(person: Person, card: int, category: str, chosen: Choices) -> bool:
    """Whether the years for a category are served in posts of the card's level."""
    below, years = STEP[category]
    counted = LADDER[LADDER.index(below) :] if chosen["higher-category-service"] == "counts" else (below,)
    wanted = "mid" if card in {12, 13} else "high"

    def counts(one: Entry) -> bool:
        level, own = POSTS[one["position"]]
        if chosen["counted-posts"] == "own_profession" and own != card:
            return False
        return (level or one["qualification_level"]) == wanted and one["category"] in counted

    return person.worked(years, counts)


def head(person: Person, chosen: Choices) -> bool:
    """Cards 16 and 17: higher education and five years, or a master's and three."""
    first = [one for one in person.diplomas if higher_answers(one, chosen)]
    second = [one for one in person.diplomas if master_answers(one, chosen)]
    if chosen["head-education"] == "education_row" and not second:
        return False
    after = chosen["service-after-diploma"] == "required"

    def served(years: int, diplomas: list[Entry]) -> bool:
        if not diplomas:
            return False
        since = min(date.fromisoformat(one["completed"]) for one in diplomas) if after else None
        return person.worked(
            years, lambda one: one["category"] == "highest" and one["social_protection"], since
        )

    return served(5, first) or served(3, second)


def higher_answers(one: Entry, chosen: Choices) -> bool:
    """Whether a diploma is higher education in one of the five fields."""
    wanted = {
        "social-work",
        "pedagogical-sciences",
        "social-sciences-journalism-information",
        "health-care",
        "services",
    }
    above = chosen["higher-diploma"] == "accept" and RANK[one["level"]] > RANK["higher"]
    return bool(FIELDS[one["speciality"]] & wanted) and (one["level"] == "higher" or above)


def master_answers(one: Entry, chosen: Choices) -> bool:
    """Whether a diploma is a master's in services or in social sciences, journalism and information."""
    fields = FIELDS[one["speciality"]]
    if not fields & {"services", "social-sciences-journalism-information"}:
        return False
    if one["level"] != "master":
        return chosen["higher-diploma"] == "accept" and RANK[one["level"]] > RANK["master"]
    if chosen["qualification-named"] == "speciality_enough":
        return True
    if "services" in fields:
        return "social-work" in fields or one["qualification"] in SOCIAL_WORKERS
    return "social-sciences" in fields or one["qualification"] in SOCIAL_SCIENTISTS


def doctor(person: Person, chosen: Choices) -> bool:
    """Card 18: a doctorate, seven years in social protection, and the certificate."""

    def answers_18(one: Entry) -> bool:
        if (
            one["level"] in {"candidate_of_science", "doctor_of_science"}
            and chosen["doctorate-field"] == "any_field"
        ):
            return True
        levels = {"phd", "candidate_of_science", "doctor_of_science"}
        if chosen["doctoral-studies"] == "enough":
            levels.add("doctoral_studies")
        return one["level"] in levels and one["speciality"] == "social-work"

    if not any(map(answers_18, person.diplomas)) or "management_certificate" not in person.courses:
        return False
    return person.worked(7, lambda one: bool(one["social_protection"]))


def test_the_oracle_agrees() -> None:
    """On known records with every reading chosen, the program decides as the oracle does."""
    checker, maker = Checker(), Maker(125)
    met = 0
    for _ in range(RECORDS):
        record, card, category, day, chosen = maker.question()
        expected = decide(Person(record, day), card, category, chosen)
        status = checker.check(record, card, category, as_of=day, policy={"readings": chosen}).status
        assert status == ("eligible" if expected else "not_eligible"), (
            record,
            card,
            category,
            str(day),
            chosen,
        )
        met += expected
    assert RECORDS // 10 < met < RECORDS, "too few of the records are met to prove anything"


def test_readings_are_those_of_the_data() -> None:
    """The oracle knows every reading of the data, with its answers in the same order."""
    readings = Checker().standard.readings
    assert {name: tuple(one.id for one in found.answers) for name, found in readings.items()} == READINGS
