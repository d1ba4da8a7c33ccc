"""The rows of a decided staff list: filtered, cut into pages, worded for a page or as plain data."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any, TypeVar

from socwork_standard.model.base import CATEGORIES
from socwork_standard.register.model import RegisterProblem, Unrecognised
from socwork_standard.register.result import Upcoming, Verdict
from socwork_standard.register.summary import Unanswered
from socwork_standard.reports.register import RegisterReport

Row = TypeVar("Row")
NO_UNIT = "-"
"""Stands in a filter for people whose record names no unit."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What rows are wanted; empty means all.

    `card` is a number with or without category (`13`, `13:first`); `unit` is the unit's name, or `-` for those
    without; `text` is looked for in numbers, units, and all that is said.
    """

    status: str = ""
    unit: str = ""
    card: str = ""
    text: str = ""
    severity: str = ""
    code: str = ""
    within: int = 0
    record: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """Some rows, how many the filter leaves in all, and what the filters offer."""

    rows: list[dict[str, Any]]
    total: int
    choices: dict[str, list[tuple[str, str]]]


class Sift:
    """Finds rows in the answers on one list."""

    def __init__(self, report: RegisterReport) -> None:
        self._report = report
        self._result = report.result
        verdicts = self._result.verdicts
        named = {one.unit or "" for one in verdicts} | {one.unit or "" for one in report.unanswered}
        units = sorted(named - {""})
        unknown = [(NO_UNIT, report.say("staff.unit.none"))] if "" in named else []
        cards = sorted(
            {(one.card, one.category) for one in verdicts}, key=lambda key: (key[0], CATEGORIES.index(key[1]))
        )
        self._choices = {
            "unit": [*((one, one) for one in units), *unknown],
            "card": [(f"{card}:{category}", report.card(card, category)) for card, category in cards],
        }

    # -- for pages ---------------------------------------------------------------------------------------------------

    def verdicts(self, asked: Filter, first: int, most: int) -> Shown:
        """Verdicts in the order of the list."""
        return self._shown(self._verdicts(asked), self._verdict, first, most)

    def problems(self, asked: Filter, first: int, most: int) -> Shown:
        """Problems, errors first."""
        codes = sorted({one.code for one in self._result.problems})
        choices = {"code": [(one, one) for one in codes]}
        return self._shown(self._problems(asked), asdict, first, most, choices)

    def upcoming(self, asked: Filter, first: int, most: int) -> Shown:
        """Those who become eligible, the earliest first."""
        return self._shown(self._upcoming(asked), self._coming, first, most)

    def unanswered(self, asked: Filter, first: int, most: int) -> Shown:
        """Those without an answer, with the reason."""
        return self._shown(self._unanswered(asked), asdict, first, most)

    def names(self, asked: Filter, first: int, most: int) -> Shown:
        """Names that were not recognised."""
        text = asked.text.casefold()
        found = [
            one
            for one in self._result.register.unrecognised
            if text in f"{one.written} {one.label or ''}".casefold()
        ]
        return self._shown(found, self._name, first, most)

    def _shown(
        self,
        found: Sequence[Row],
        word: Callable[[Row], dict[str, Any]],
        first: int,
        most: int,
        choices: dict[str, list[tuple[str, str]]] | None = None,
    ) -> Shown:
        rows = [word(one) for one in found[first : first + most]]
        return Shown(rows, len(found), self._choices if choices is None else choices)

    def _verdict(self, one: Verdict) -> dict[str, Any]:
        report = self._report
        return {
            "record": one.record,
            "unit": one.unit or "",
            "card": report.card(one.card, one.category),
            "status": one.status,
            "from": one.eligible_from.isoformat() if one.eligible_from else "",
            "in_force": one.in_force,
            "missing": [(lack["what"], lack["document"]) for lack in one.missing],
            "contested": [contested["question"] for contested in one.contested],
            "notes": report.notes(one),
        }

    def _coming(self, one: Upcoming) -> dict[str, Any]:
        return {
            "record": one.record,
            "unit": one.unit or "",
            "card": self._report.card(one.card, one.category),
            "day": one.day.isoformat(),
            "within": one.within,
            "status": one.status,
            "in_force": one.in_force,
        }

    def _name(self, one: Unrecognised) -> dict[str, Any]:
        return {**asdict(one), "vocabulary": self._report.say(f"register.unrecognised.{one.vocabulary}")}

    # -- as plain data -----------------------------------------------------------------------------------------------

    def plain(self, what: str, asked: Filter, first: int, most: int) -> tuple[int, list[dict[str, Any]]]:
        """How many rows the filter leaves, and some of them with the keys of the report's JSON."""
        from socwork_standard.reports.register_files import problem_data, upcoming_data, verdict_data

        if what == "verdicts":
            verdicts = self._verdicts(asked)
            return len(verdicts), [verdict_data(one, self._result) for one in verdicts[first : first + most]]
        if what == "problems":
            problems = self._problems(asked)
            return len(problems), [problem_data(one) for one in problems[first : first + most]]
        if what == "unanswered":
            silent = self._unanswered(asked)
            return len(silent), [asdict(one) for one in silent[first : first + most]]
        upcoming = self._upcoming(asked)
        return len(upcoming), [upcoming_data(one) for one in upcoming[first : first + most]]

    def people(self, asked: Filter) -> list[str]:
        """Whose verdicts the filter leaves, each once."""
        return list(dict.fromkeys(one.record for one in self._verdicts(asked)))

    # -- finding -----------------------------------------------------------------------------------------------------

    def _verdicts(self, asked: Filter) -> list[Verdict]:
        words = asked.text.casefold().split()
        return [
            one
            for one in self._result.verdicts
            if (not asked.status or one.status == asked.status)
            and _of(one, asked)
            and (not words or _holds(words, self._said(one)))
        ]

    def _said(self, one: Verdict) -> Iterator[str]:
        yield one.record
        yield one.unit or ""
        yield self._report.card(one.card, one.category)
        for lack in one.missing:
            yield lack["what"]
            yield lack["document"]
        yield from one.notes

    def _problems(self, asked: Filter) -> list[RegisterProblem]:
        words = asked.text.casefold().split()
        found = [
            one
            for one in self._result.problems
            if (not asked.severity or one.severity == asked.severity)
            and (not asked.code or one.code == asked.code)
            and (not asked.record or one.record == asked.record)
            and (not words or _holds(words, _told(one)))
        ]
        return sorted(found, key=lambda one: one.severity != "error")

    def _upcoming(self, asked: Filter) -> list[Upcoming]:
        words = asked.text.casefold().split()
        return [
            one
            for one in self._result.upcoming
            if (not asked.within or one.within <= asked.within)
            and _of(one, asked)
            and (not words or _holds(words, (one.record, one.unit or "")))
        ]

    def _unanswered(self, asked: Filter) -> list[Unanswered]:
        words = asked.text.casefold().split()
        return [
            one
            for one in self._report.unanswered
            if (not asked.unit or (one.unit or NO_UNIT) == asked.unit)
            and (not asked.code or one.code == asked.code)
            and (not asked.record or one.record == asked.record)
            and (not words or _holds(words, (one.record, one.unit or "", one.code, one.reason)))
        ]


def _of(one: Verdict | Upcoming, asked: Filter) -> bool:
    """Is a row of the unit, card and person asked for?"""
    if asked.record and one.record != asked.record:
        return False
    if asked.unit and (one.unit or NO_UNIT) != asked.unit:
        return False
    return not asked.card or asked.card in {str(one.card), f"{one.card}:{one.category}"}


def _told(one: RegisterProblem) -> Iterator[str]:
    yield from (one.code, one.sheet or "", str(one.row or ""), one.column or "", one.value)
    yield from (one.record or "", one.message, one.mend)


def _holds(words: list[str], texts: Iterator[str] | tuple[str, ...]) -> bool:
    """Does each word stand somewhere in the texts?"""
    whole = "\n".join(texts).casefold()
    return all(one in whole for one in words)
