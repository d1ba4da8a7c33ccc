"""The report on a whole register as sheets of a workbook."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import Literal

from socwork_standard.eligibility.evaluate import STATUSES
from socwork_standard.model.decision import Contested, Status
from socwork_standard.register.model import Unrecognised
from socwork_standard.register.result import HORIZONS, RegisterResult, Upcoming, Verdict
from socwork_standard.register.summary import (
    Counts,
    Lack,
    by_card,
    by_unit,
    decided,
    lacking,
    not_in_force,
    problem_counts,
    upcoming_counts,
)
from socwork_standard.register.unrecognised import column_titles, sheet_title
from socwork_standard.reports.decision import Words
from socwork_standard.sheets.report import Chart, Column, Line, Part, Sheet, Tone

TONES: dict[Status, Tone] = {
    "eligible": "good",
    "not_eligible": "bad",
    "needs_evidence": "open",
    "needs_ruling": "ruling",
}
_SHORT = 36
"""Letters of a card's name where space is short."""


_ALIGNED: dict[str, Literal["left", "center"]] = {
    "card": "center",
    "row": "center",
    "within": "center",
    "number": "left",
}


class RegisterReport:
    """Words a result; every cell of every output comes from here."""

    def __init__(self, result: RegisterResult, words: Words) -> None:
        self.result = result
        self.words = words
        self.say = words.say

    # -- words -------------------------------------------------------------------------------------------------------

    def status(self, status: Status) -> str:
        """A status without a sign."""
        return self.say(f"status.{status}")

    def category(self, category: str) -> str:
        """The name of a category; a dash where none was asked."""
        return "–" if category == "none" else self.say(f"category.{category}")

    def card(self, card: int, category: str = "none") -> str:
        """A card by number and name, with the category where one was asked."""
        key = "staff.card" if category == "none" else "staff.card_category"
        return self.say(key, card=card, name=self.words.titles[card], category=self.category(category))

    def short_card(self, card: int, category: str) -> str:
        """A card where space is short: beside a chart, in a table on a terminal."""
        name = self.words.titles[card]
        name = name if len(name) <= _SHORT else name[: _SHORT - 1].rstrip() + "…"
        return f"{card} {name}" + ("" if category == "none" else f", {self.category(category)}")

    def yes(self, *, value: bool) -> str:
        """Yes, or a NO that cannot be overlooked."""
        return self.say("staff.yes" if value else "staff.no")

    def reading(self, one: Contested) -> str:
        """A contested reading: its question, and what each answer would give."""
        answers = "; ".join(
            f"{self.words.answer(one['reading'], answer)} → {' / '.join(self.status(status) for status in statuses)}"
            for answer, statuses in one["outcomes"].items()
        )
        return f"{one['question']} {answers}"

    def notes(self, verdict: Verdict) -> list[str]:
        """The notes of a verdict, those on presets and on the day of becoming eligible included."""
        found = list(verdict.notes)
        if any(status != verdict.status for status in verdict.by_preset.values()):
            presets = "; ".join(
                f"{self.words.preset(name)}: {self.status(status)}" for name, status in verdict.by_preset.items()
            )
            found.append(self.say("staff.note.presets", presets=presets))
        if verdict.eligible_from_in_force is False and verdict.in_force:
            found.append(self.say("staff.note.from_not_in_force"))
        return found

    def loud(self) -> list[str]:
        """What must not be overlooked: a wording not in force, people not looked at."""
        day = self.result.question.as_of
        cards = not_in_force(self.result)
        early = [card for card in cards if self.result.standard.in_force(card, day).actual is None]
        late = [card for card in cards if card not in early]
        found = []
        for key, some in (("staff.advisory.before", early), ("staff.advisory", late)):
            if some:
                found.append(self.say(key, cards=_numbers(some), day=day.isoformat()))
        return [*found, *self._partial()]

    def _partial(self) -> list[str]:
        left = self.result.undecided
        total = len(self.result.register.records)
        return [self.say("staff.partial", n=len(left), total=total, first=left[0])] if left else []

    # -- columns and rows --------------------------------------------------------------------------------------------

    def column(self, name: str, width: int, *, wrap: bool = False) -> Column:
        """A column with its heading."""
        return Column(self.say(f"staff.column.{name}"), width, wrap, _ALIGNED.get(name, "right"))

    @cached_property
    def verdict_columns(self) -> tuple[Column, ...]:
        """The columns of the verdicts."""
        return (
            self.column("record", 12),
            self.column("unit", 18, wrap=True),
            self.column("card", 10),
            self.column("profession", 26, wrap=True),
            self.column("category", 16, wrap=True),
            self.column("status", 19, wrap=True),
            self.column("from", 15),
            self.column("in_force", 12),
            self.column("missing", 52, wrap=True),
            self.column("reading", 52, wrap=True),
            self.column("note", 44, wrap=True),
        )

    def verdict(self, one: Verdict) -> tuple[str | int | date | None, ...]:
        """The cells of a verdict."""
        return (
            one.record,
            one.unit,
            one.card,
            self.words.titles[one.card],
            self.category(one.category),
            self.status(one.status),
            one.eligible_from,
            self.yes(value=one.in_force),
            _list([f"{missing['what']} ({missing['document']})" for missing in one.missing]),
            _list([self.reading(contested) for contested in one.contested]),
            _list(self.notes(one)),
        )

    @cached_property
    def problem_columns(self) -> tuple[Column, ...]:
        """The columns of the problems."""
        return (
            self.column("severity", 11),
            self.column("code", 8),
            self.column("sheet", 16, wrap=True),
            self.column("row", 8),
            self.column("column", 20, wrap=True),
            self.column("record", 12),
            self.column("value", 26, wrap=True),
            self.column("message", 60, wrap=True),
            self.column("mend", 60, wrap=True),
        )

    def problems(self) -> Iterator[tuple[str | int | None, ...]]:
        """The cells of each problem, errors first, in the order of the register."""
        for one in sorted(self.result.problems, key=lambda one: one.severity != "error"):
            severity = self.say(f"staff.severity.{one.severity}")
            yield severity, one.code, one.sheet, one.row, one.column, one.record, one.value, one.message, one.mend

    # -- sheets ------------------------------------------------------------------------------------------------------

    def sheets(self) -> list[Sheet]:
        """All sheets of the workbook."""
        return [
            self._verdicts(),
            self._missing(),
            self._upcoming(),
            self._summary(),
            self._problems(),
            self._unrecognised(),
        ]

    def _verdicts(self) -> Sheet:
        verdicts = self.result.verdicts
        return Sheet(
            self.say("staff.sheet.verdicts"),
            self.verdict_columns,
            (Line(self.verdict(one), TONES[one.status]) for one in verdicts),
            len(verdicts),
            loud=tuple(self.loud()),
            toned=5,
        )

    def _missing(self) -> Sheet:
        lacks = lacking(self.result)
        quiet = [self.say("staff.missing.note")]
        if self.result.question.cards == "all":
            quiet.append(self.say("staff.missing.facts_only"))
        columns = (
            self.column("record", 12),
            self.column("unit", 18, wrap=True),
            self.column("document", 46, wrap=True),
            self.column("kind", 15),
            self.column("what", 70, wrap=True),
            self.column("waits", 46, wrap=True),
        )
        rows = (self._lack(one) for one in lacks)
        return Sheet(
            self.say("staff.sheet.missing"), columns, rows, len(lacks), tuple(self.loud()), tuple(quiet), toned=3
        )

    def _lack(self, one: Lack) -> Line:
        waits = [self.card(card, category) for card, category in one.waits]
        kind = self.say(f"staff.kind.{one.kind}")
        cells = (one.record, one.unit, one.document, kind, _list(one.what), _list(waits))
        return Line(cells, "open" if one.kind == "fact" else "bad")

    def _upcoming(self) -> Sheet:
        found = self.result.upcoming
        day = self.result.question.as_of.isoformat()
        doubtful = sorted({one.card for one in found if not one.in_force})
        loud = [self.say("staff.advisory.upcoming", cards=_numbers(doubtful))] if doubtful else []
        loud.extend(self._partial())
        columns = (
            self.column("within", 13),
            self.column("day", 13),
            self.column("record", 12),
            self.column("unit", 18, wrap=True),
            self.column("card", 10),
            self.column("profession", 36, wrap=True),
            self.column("category", 18),
            self.column("now", 28, wrap=True),
            self.column("in_force", 12),
        )
        return Sheet(
            self.say("staff.sheet.upcoming"),
            columns,
            (self._coming(one) for one in found),
            len(found),
            tuple(loud),
            (self.say("staff.upcoming.note", day=day),),
            toned=7,
        )

    def _coming(self, one: Upcoming) -> Line:
        cells = (
            one.within,
            one.day,
            one.record,
            one.unit,
            one.card,
            self.words.titles[one.card],
            self.category(one.category),
            self.status(one.status),
            self.yes(value=one.in_force),
        )
        return Line(cells, TONES[one.status])

    def _problems(self) -> Sheet:
        rows = list(self.problems())
        error = self.say("staff.severity.error")
        lines = (Line(cells, "bad" if cells[0] == error else "open") for cells in rows)
        return Sheet(self.say("staff.sheet.problems"), self.problem_columns, lines, len(rows), toned=0)

    def _unrecognised(self) -> Sheet:
        found = self.result.register.unrecognised
        titles = column_titles(self.words.language)
        widths = (18, 50, 12, 30, 30)
        columns = [Column(title, width, wrap=True) for title, width in zip(titles, widths, strict=True)]
        lines = (Line(self._unknown(one)) for one in found)
        return Sheet(
            sheet_title(self.words.language),
            (*columns, self.column("label", 50, wrap=True)),
            lines,
            len(found),
            quiet=(self.say("staff.unrecognised.note", use=titles[-1]),),
        )

    def _unknown(self, one: Unrecognised) -> tuple[str | int | None, ...]:
        vocabulary = self.say(f"register.unrecognised.{one.vocabulary}")
        return vocabulary, one.written, one.count, one.suggestion, None, one.label

    # -- the summary -------------------------------------------------------------------------------------------------

    def figures(self) -> list[tuple[str, str | int]]:
        """What was asked, of what, and how much came out."""
        register, asked = self.result.register, self.result.question
        cards = asked.cards
        what = self.card(*cards) if isinstance(cards, tuple) else self.say(f"staff.asked.{cards}")
        standard = self.result.standard
        held = sorted({standard.in_force(point, asked.as_of).held for point in standard.points})
        origin = f"{standard.code}, {', '.join(held)}, {standard.data_sha256[:12]}"
        about: list[tuple[str, str | int]] = [
            ("asked", what),
            ("as_of", asked.as_of.isoformat()),
            ("policy", self._policy()),
            ("source", register.source or "–"),
            ("data", origin),
            ("rows_read", register.rows_read),
            ("rows_used", register.rows_used),
            ("persons", len(register.records)),
            ("decided", decided(self.result)),
            ("verdicts", len(self.result.verdicts)),
        ]
        coming = upcoming_counts(self.result)
        ends: list[tuple[str, str | int]] = [
            ("problems", len(self.result.problems)),
            ("unrecognised", len(register.unrecognised)),
        ]
        return [
            *((self.say(f"staff.about.{key}"), value) for key, value in about),
            *((self.say("staff.about.upcoming", n=months), coming[months]) for months in HORIZONS),
            *((self.say(f"staff.about.{key}"), value) for key, value in ends),
        ]

    def _policy(self) -> str:
        policy = self.result.question.policy
        if policy is None:
            return self.say("staff.about.no_policy")
        parts = [f"{reading}: {answer}" for reading, answer in policy.readings.items()]
        if policy.preset:
            parts.append(self.words.preset(policy.preset))
        return "; ".join([*parts, *(one for one in (policy.decided_by, policy.reason) if one)])

    def _summary(self) -> Sheet:
        # a chart needs room to the right of the table, so the tables share the widths of its columns
        columns = (Column(self.say("staff.column.figure"), 46, wrap=True), self.column("number", 40, wrap=True))
        lines = [Line((name, value)) for name, value in self.figures()]
        parts = (self._card_part(), self._unit_part(), self._code_part())
        return Sheet(
            self.say("staff.sheet.summary"), columns, lines, len(lines), loud=tuple(self.loud()), parts=parts
        )

    def status_columns(self) -> tuple[Column, ...]:
        """A column for each status, and their sum."""
        names = [self.status(status).partition(":")[0] for status in STATUSES]
        return (*(Column(name, 13) for name in names), self.column("sum", 10))

    def _card_part(self) -> Part:
        rows = [
            Line((self.short_card(card, category), self.words.titles[card], *_figures(counts)))
            for (card, category), counts in by_card(self.result)
        ]
        names = self.column("card", 46, wrap=True)
        figures = tuple((2 + number, TONES[status]) for number, status in enumerate(STATUSES))
        chart = Chart(self.say("staff.by_card"), 0, figures)
        columns = (names, self.column("profession", 40, wrap=True), *self.status_columns())
        return Part(self.say("staff.by_card"), columns, rows, chart)

    def _unit_part(self) -> Part:
        rows = [
            Line((unit or self.say("staff.unit.none"), self.card(card), *_figures(counts)))
            for (unit, card), counts in by_unit(self.result)
        ]
        columns = (self.column("unit", 46, wrap=True), self.column("card", 40, wrap=True), *self.status_columns())
        return Part(self.say("staff.by_unit"), columns, rows)

    def _code_part(self) -> Part:
        rows = [Line((code, number)) for code, number in problem_counts(self.result).items()]
        columns = (self.column("code", 46), self.column("number", 40))
        return Part(self.say("staff.by_code"), columns, rows)


def _numbers(cards: Sequence[int]) -> str:
    return ", ".join(map(str, cards))


def _figures(counts: Counts) -> tuple[int, ...]:
    return (*(counts[status] for status in STATUSES), sum(counts.values()))


def _list(texts: Sequence[str]) -> str | None:
    """Several texts in one cell, each on a line of its own."""
    return "\n".join(f"• {one}" for one in texts) if len(texts) > 1 else (texts[0] if texts else None)
