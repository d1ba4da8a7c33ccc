"""One decision from a plain dict, against GoRules ZEN and against OpenFisca with the same cards.

Both peers get the card of one reading (what is practised).  ZEN gets it as a decision of its own format, with the
record as it is.  It gives a verdict only: no explanation, no unknowns, no union of overlapping service (one spell must
reach the years alone), so it has less to do.  OpenFisca is handed the answers to the questions on diplomas and the
spells that count as columns, and computes the rest for one person.
"""

import json
import sys
from collections.abc import Callable
from typing import Any

from measure import Comparison, Size, Work, main

from socwork_standard.eligibility.check import Checker
from socwork_standard.eligibility.decision import Decision

DAY = "2025-06-01"
PRACTICE = {"preset": "practice"}


def record(level: str, speciality: str, **spell: object) -> dict[str, Any]:
    """A record that answers a card, with one diploma, one spell and one course of each kind."""
    kinds = ("short_course", "retraining", "management_certificate")
    return {
        "id": "1",
        "education": [{"level": level, "speciality": speciality, "completed": "2010-06-30", "country": "KZ"}],
        "experience": [{"position": "Әлеуметтік жұмыскер", "start": "2012-01-10", "end": "ongoing", **spell}],
        "training": [{"kind": kind, "completed": "2016-03-01"} for kind in kinds],
    }


LADDER = {"category": "first", "qualification_level": "mid", "social_protection": True}
HIGH = {
    **LADDER,
    "qualification_level": "high",
    "position": "Әлеуметтік жұмыс жөніндегі маман (жалпы профиль)",
}
TOP = {**HIGH, "category": "highest"}
PEOPLE: dict[int, tuple[str, dict[str, Any], str]] = {
    9: ("none", record("general_secondary", "-"), "years(0)"),
    10: ("none", record("general_secondary", "-"), "years(1)"),
    11: ("none", record("general_secondary", "-"), "years(1)"),
    12: ("highest", record("tve_worker", "Әлеуметтік жұмыс", **LADDER), "years(3)"),
    13: ("highest", record("tve_specialist", "Мейіргер ісі", **LADDER), "years(3)"),
    14: ("highest", record("post_secondary", "Мейіргер ісі", **HIGH), "years(3)"),
    15: ("highest", record("higher", "Әлеуметтік жұмыс", **HIGH), "years(3)"),
    16: ("none", record("master", "Әлеуметтік жұмыс", **TOP), "years(3)"),
    17: ("none", record("master", "Әлеуметтік жұмыс", **TOP), "years(3)"),
    18: ("none", record("phd", "Әлеуметтік жұмыс", **TOP), "years(7)"),
}


COURSES = {
    9: "short_course",
    10: "short_course",
    11: "short_course",
    13: "retraining",
    14: "retraining",
    18: "management_certificate",
}


def zen_rule(point: int) -> str:
    """The card in ZEN's expression language, for the readings of practice."""
    _, person, years = PEOPLE[point]
    diploma, spell = person["education"][0], person["experience"][0]
    count = years.removeprefix("years(").removesuffix(")")
    served = f"d(#.start).add({count}, 'years') <= d(asOf)" if count != "0" else "d(#.start) < d(asOf)"
    if "category" in spell:
        served += f" and #.category == '{spell['category']}' and #.social_protection == true"
    taught = f"#.level == '{diploma['level']}' and d(#.completed) <= d(asOf)"
    if diploma["speciality"] != "-":
        taught += f" and #.speciality == '{diploma['speciality']}'"
    kind = COURSES.get(point)
    joined = "or" if point <= 11 else "and"
    trained = f" {joined} some(training, #.kind == '{kind}' and d(#.completed) <= d(asOf))" if kind else ""
    return f"some(education, {taught}) and (some(experience, {served}){trained})"


def zen_decision(point: int) -> Callable[[dict[str, Any]], Any]:
    """A ZEN decision of one expression node."""
    import zen

    expression = {"id": "1", "key": "eligible", "value": zen_rule(point)}
    nodes = [
        {"id": "in", "name": "in", "type": "inputNode", "position": {"x": 0, "y": 0}},
        {
            "id": "rule",
            "name": "rule",
            "type": "expressionNode",
            "position": {"x": 0, "y": 0},
            "content": {"expressions": [expression]},
        },
        {"id": "out", "name": "out", "type": "outputNode", "position": {"x": 0, "y": 0}},
    ]
    edges = [
        {"id": "a", "sourceId": "in", "targetId": "rule", "type": "edge"},
        {"id": "b", "sourceId": "rule", "targetId": "out", "type": "edge"},
    ]
    decision = zen.ZenEngine().create_decision(json.dumps({"nodes": nodes, "edges": edges}))
    return lambda person: decision.evaluate({**person, "asOf": DAY})


def _decisions(checker: Checker) -> list[Decision]:
    return [
        checker.check(person, point, category, as_of=DAY, policy=PRACTICE)
        for point, (category, person, _) in PEOPLE.items()
    ]


def verdicts(_: Size) -> Work:
    """The verdicts of the ten cards."""
    checker = Checker()
    return Work(
        lambda: _decisions(checker),
        per=len(PEOPLE),
        answer=lambda: [decision.status == "eligible" for decision in _decisions(checker)],
    )


def explained(_: Size) -> Work:
    """The ten decisions with everything that explains them."""
    checker = Checker()
    return Work(
        lambda: [decision.as_dict() for decision in _decisions(checker)],
        per=len(PEOPLE),
        answer=lambda: [decision.status == "eligible" for decision in _decisions(checker)],
    )


def zen_engine(_: Size) -> Work:
    """The verdicts of the ten cards in ZEN."""
    asked = [(zen_decision(point), person) for point, (_, person, _) in PEOPLE.items()]

    def call() -> list[bool]:
        return [decide(person)["result"]["eligible"] for decide, person in asked]

    return Work(call, per=len(PEOPLE), answer=call)


COMPARISONS = (
    Comparison(
        "One decision, the verdict (mean of ten cards)",
        "verdicts",
        "zen_engine",
        "GoRules ZEN",
        ("zen=zen-engine",),
    ),
    Comparison(
        "One decision with its whole explanation",
        "explained",
        "zen_engine",
        "GoRules ZEN, the verdict alone",
        ("zen=zen-engine",),
    ),
)

if __name__ == "__main__":
    sys.exit(main(__file__, COMPARISONS))
