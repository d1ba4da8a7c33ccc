"""One decision from a plain dict, against the rule engine GoRules ZEN evaluating the same card, in one run.

The peer gets the card of one reading (what is practised) as a decision of ZEN's own format, with the record as it is.
It gives a verdict only: no explanation, no unknowns, no union of overlapping service (one spell must reach the years
alone), so it has less to do.  Figures are medians of microseconds; each line is measured in turns with its peer.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import Any

from socwork_standard.eligibility.check import Checker
from socwork_standard.eligibility.decision import Decision

DAY = "2025-06-01"
ROUNDS, CALLS = 15, 200


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
    kind = {
        9: "short_course",
        10: "short_course",
        11: "short_course",
        13: "retraining",
        14: "retraining",
    }.get(point)
    kind = "management_certificate" if point == 18 else kind
    joined = "or" if point <= 11 else "and"
    trained = f" {joined} some(training, #.kind == '{kind}' and d(#.completed) <= d(asOf))" if kind else ""
    return f"some(education, {taught}) and (some(experience, {served}){trained})"


def zen_decision(point: int) -> Callable[[dict[str, Any]], Any]:
    """A ZEN decision of one expression node."""
    try:
        import zen
    except ImportError:
        sys.exit("The peer is not installed. Type: .venv/bin/python -m pip install zen-engine")
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


def timed(work: Callable[[], object]) -> float:
    """Microseconds of one call, over a round of calls."""
    start = time.perf_counter()
    for _ in range(CALLS):
        work()
    return (time.perf_counter() - start) / CALLS * 1e6


def ask(
    checker: Checker, person: dict[str, Any], point: int, category: str, policy: dict[str, str]
) -> Decision:
    """One decision of the program from a plain dict."""
    return checker.check(person, point, category, as_of=DAY, policy=policy)


def explained(decide: Callable[[], Decision]) -> object:
    """One decision with its full explanation tree."""
    return decide().as_dict()


def main() -> None:
    """Print the figures for all ten cards."""
    checker = Checker()
    print(
        f"{'card':>4}  {'verdict':>9}  {'explained':>9}  {'ZEN':>9}  {'verdict/ZEN':>11}  {'explained/ZEN':>13}   (µs)"
    )
    for point, (category, person, _) in PEOPLE.items():
        peer = zen_decision(point)
        policy = {"preset": "practice"}
        status = checker.check(person, point, category, as_of=DAY, policy=policy).status
        answer = peer(person)["result"]["eligible"]
        assert (status == "eligible") == answer, (point, status, answer)
        verdicts = partial(ask, checker, person, point, category, policy)
        rounds = [
            (timed(verdicts), timed(partial(explained, verdicts)), timed(partial(peer, person)))
            for _ in range(ROUNDS)
        ]
        verdict, whole, zen = (statistics.median(column) for column in zip(*rounds, strict=True))
        print(
            f"{point:>4}  {verdict:9.1f}  {whole:9.1f}  {zen:9.1f}  {verdict / zen:11.2f}  {whole / zen:13.2f}"
        )


if __name__ == "__main__":
    main()
