"""The words of a report on a register: names of cards and statuses, notes, and the rows of its tables."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from heapq import merge
from typing import Literal

from socwork_standard.model.decision import Contested, Status
from socwork_standard.register.answered import name_of
from socwork_standard.register.result import RegisterResult, Verdict
from socwork_standard.register.summary import Unanswered, drafts, not_in_force, unanswered
from socwork_standard.reports.decision import Words
from socwork_standard.sheets.report import Column, Tone

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


class RegisterWords:
    """Words a result: the cells of every output come from here."""

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
                f"{self.words.preset(name)}: {self.status(status)}"
                for name, status in verdict.by_preset.items()
            )
            found.append(self.say("staff.note.presets", presets=presets))
        if verdict.eligible_from_in_force is False and verdict.in_force:
            found.append(self.say("staff.note.from_not_in_force"))
        return found

    def loud(self) -> list[str]:
        """What must not be overlooked: rules nobody reviewed, a wording not in force, people not looked at."""
        day = self.result.question.as_of
        cards = not_in_force(self.result)
        early = [card for card in cards if self.result.standard.in_force(card, day).actual is None]
        late = [card for card in cards if card not in early]
        found = self.draft()
        for key, some in (("staff.advisory.before", early), ("staff.advisory", late)):
            if some:
                found.append(self.say(key, n=min(len(some), 2), cards=numbers(some), day=day.isoformat()))
        return [*found, *self.partial()]

    def draft(self) -> list[str]:
        """That nobody has reviewed the rules, where that is so."""
        found = drafts(self.result)
        return [self.say("advisory.draft", held=", ".join(found))] if found else []

    def partial(self) -> list[str]:
        """That people were not looked at, where that is so."""
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
            listed(
                [f"{self.words.entries(missing['what'])} ({missing['document']})" for missing in one.missing]
            ),
            listed([self.reading(contested) for contested in one.contested]),
            listed(self.notes(one)),
        )

    def verdicts(self) -> Iterator[tuple[tuple[str | int | date | None, ...], Tone]]:
        """The cells and the tone of each verdict, and of everybody without one, in the order of the register."""
        order = {name_of(one, n): n for n, one in enumerate(self.result.register.records, 1)}
        rows: tuple[Iterable[Verdict | Unanswered], ...] = (self.result.verdicts, self.unanswered)
        for one in merge(*rows, key=lambda one: order.get(one.record, 0)):
            if isinstance(one, Verdict):
                yield self.verdict(one), TONES[one.status]
            else:
                yield self._silent(one), "quiet"

    @cached_property
    def unanswered(self) -> list[Unanswered]:
        """Those without an answer."""
        return unanswered(self.result)

    def _silent(self, one: Unanswered) -> tuple[str | None, ...]:
        reason = f"{one.reason} ({one.code}) {one.mend}"
        return (one.record, one.unit, None, None, None, self.say("staff.unanswered"), *(None,) * 4, reason)

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
            yield (
                severity,
                one.code,
                one.sheet,
                one.row,
                one.column,
                one.record,
                one.value,
                one.message,
                one.mend,
            )


def numbers(cards: Sequence[int]) -> str:
    """Numbers of cards as one text."""
    return ", ".join(map(str, cards))


def listed(texts: Sequence[str]) -> str | None:
    """Several texts in one cell, each on a line of its own."""
    return "\n".join(f"• {one}" for one in texts) if len(texts) > 1 else (texts[0] if texts else None)
