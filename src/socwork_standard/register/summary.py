"""The figures of a checked register: statuses by card and unit, problems by code, papers that are missing."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from socwork_standard.eligibility.evaluate import STATUSES
from socwork_standard.model.base import CATEGORIES
from socwork_standard.model.decision import Status
from socwork_standard.register.answered import name_of
from socwork_standard.register.problems import DECIDING
from socwork_standard.register.result import HORIZONS, RegisterResult, Verdict

Key = TypeVar("Key")
Counts = Mapping[Status, int]
_DECIDING = frozenset(kind.code for kind in DECIDING)


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that a person lacks, once for each paper: what it is about, and the verdicts that wait for it."""

    record: str
    unit: str | None
    document: str
    what: tuple[str, ...]
    kind: str
    """`fact`: not known, a paper would tell; `requirement`: known not to be met."""
    waits: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Somebody about whom nothing could be asked, or who could not be decided: the code and words of the problem."""

    record: str
    unit: str | None
    code: str
    """R501 to R505"""
    reason: str
    mend: str


def by_status(verdicts: Iterable[Verdict]) -> Counts:
    """How many verdicts have each status; every status is there."""
    found = Counter(one.status for one in verdicts)
    return {status: found[status] for status in STATUSES}


def by_card(result: RegisterResult) -> list[tuple[tuple[int, str], Counts]]:
    """The statuses of each card and category that was asked of anybody."""
    groups = _grouped(result.verdicts, lambda one: (one.card, one.category))
    order = sorted(groups, key=lambda key: (key[0], CATEGORIES.index(key[1])))
    return [(key, by_status(groups[key])) for key in order]


def by_unit(result: RegisterResult) -> list[tuple[tuple[str, int], Counts]]:
    """The statuses of each unit and card; the unit is empty where a record names none."""
    groups = _grouped(result.verdicts, lambda one: (one.unit or "", one.card))
    return [(key, by_status(groups[key])) for key in sorted(groups)]


def _grouped(verdicts: Iterable[Verdict], key: Callable[[Verdict], Key]) -> dict[Key, list[Verdict]]:
    groups: dict[Key, list[Verdict]] = {}
    for one in verdicts:
        groups.setdefault(key(one), []).append(one)
    return groups


def problem_counts(result: RegisterResult) -> dict[str, int]:
    """How many problems of each code there are."""
    return dict(sorted(Counter(one.code for one in result.problems).items()))


def not_in_force(result: RegisterResult) -> list[int]:
    """The cards whose wording used is not the one in force on the day."""
    return sorted({one.card for one in result.verdicts if not one.in_force})


def drafts(result: RegisterResult, cards: Iterable[int] | None = None) -> list[str]:
    """The editions whose rules nobody has reviewed and that answered for these cards (all verdicts where absent)."""
    asked = {one.card for one in result.verdicts} if cards is None else set(cards)
    forces = (result.standard.in_force(card, result.question.as_of) for card in sorted(asked))
    return list(dict.fromkeys(force.held for force in forces if force.draft))


def decided(result: RegisterResult) -> int:
    """How many people have a verdict."""
    return len({one.record for one in result.verdicts})


def unanswered(result: RegisterResult) -> list[Unanswered]:
    """Everybody who was looked at and has no verdict, in the order of the register, with the reason."""
    have = {one.record for one in result.verdicts} | set(result.undecided)
    why = {one.record: one for one in result.problems if one.code in _DECIDING}
    found = []
    for number, record in enumerate(result.register.records, 1):
        name = name_of(record, number)
        if name not in have and name in why:
            found.append(Unanswered(name, record.unit, why[name].code, why[name].message, why[name].mend))
    return found


def upcoming_counts(result: RegisterResult) -> dict[int, int]:
    """How many people become eligible for something within 12, 24 and 36 months, counted from the day."""
    return {
        months: len({one.record for one in result.upcoming if one.within <= months}) for months in HORIZONS
    }


def lacking(result: RegisterResult) -> list[Lack]:
    """What is missing, by person and document, in the order of the register.

    Where every card was asked, only facts that are not known are listed: nobody meets every card, and what a card
    asks for stands in the verdicts.
    """
    facts_only = result.question.cards == "all"
    found: dict[tuple[str, str, str], tuple[str | None, dict[str, None], dict[tuple[int, str], None]]] = {}
    for one in result.verdicts:
        for missing in one.missing:
            if facts_only and missing["kind"] != "fact":
                continue
            key = (one.record, missing["kind"], missing["document"])
            _, what, waits = found.setdefault(key, (one.unit, {}, {}))
            what[missing["what"]] = None
            waits[one.card, one.category] = None
    return [
        Lack(record, unit, document, tuple(what), kind, tuple(waits))
        for (record, kind, document), (unit, what, waits) in found.items()
    ]


def summary(result: RegisterResult) -> dict[str, Any]:
    """The summary as plain data."""
    register, asked = result.register, result.question
    return {
        "source": register.source,
        "standard": result.standard.code,
        "data_sha256": result.standard.data_sha256,
        "as_of": asked.as_of.isoformat(),
        "asked": list(asked.cards) if isinstance(asked.cards, tuple) else asked.cards,
        "policy": asked.policy.model_dump(mode="json", exclude_unset=True) if asked.policy else None,
        "complete": result.complete,
        "rows_read": register.rows_read,
        "rows_used": register.rows_used,
        "persons": len(register.records),
        "persons_decided": decided(result),
        "persons_without_answer": len(unanswered(result)),
        "persons_left": len(result.undecided),
        "verdicts": len(result.verdicts),
        "statuses": dict(by_status(result.verdicts)),
        "by_card": [
            {"card": card, "category": category, **counts} for (card, category), counts in by_card(result)
        ],
        "becoming_eligible": {str(months): n for months, n in upcoming_counts(result).items()},
        "not_in_force": not_in_force(result),
        **({"drafts": found} if (found := drafts(result)) else {}),
        "problems": problem_counts(result),
        "unrecognised": len(register.unrecognised),
    }
