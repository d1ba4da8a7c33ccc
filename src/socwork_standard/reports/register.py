"""The report on a whole register as sheets of a workbook."""

from socwork_standard.eligibility.evaluate import STATUSES
from socwork_standard.register.model import Unrecognised
from socwork_standard.register.result import HORIZONS, Upcoming
from socwork_standard.register.summary import (
    Counts,
    Lack,
    by_card,
    by_unit,
    decided,
    lacking,
    problem_counts,
    upcoming_counts,
)
from socwork_standard.register.unrecognised import column_titles, sheet_title
from socwork_standard.reports.register_words import TONES, RegisterWords, listed, numbers
from socwork_standard.sheets.report import Chart, Column, Line, Part, Sheet


class RegisterReport(RegisterWords):
    """Lays a result out in sheets."""

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
        return Sheet(
            self.say("staff.sheet.verdicts"),
            self.verdict_columns,
            (Line(*one) for one in self.verdicts()),
            len(self.result.verdicts) + len(self.unanswered),
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
            self.say("staff.sheet.missing"),
            columns,
            rows,
            len(lacks),
            tuple(self.loud()),
            tuple(quiet),
            toned=3,
        )

    def _lack(self, one: Lack) -> Line:
        waits = [self.card(card, category) for card, category in one.waits]
        kind = self.say(f"staff.kind.{one.kind}")
        cells = (
            one.record,
            one.unit,
            one.document,
            kind,
            listed([self.words.entries(what) for what in one.what]),
            listed(waits),
        )
        return Line(cells, "open" if one.kind == "fact" else "bad")

    def _upcoming(self) -> Sheet:
        found = self.result.upcoming
        day = self.result.question.as_of.isoformat()
        doubtful = sorted({one.card for one in found if not one.in_force})
        loud = self.draft()
        if doubtful:
            loud.append(self.say("staff.advisory.upcoming", n=min(len(doubtful), 2), cards=numbers(doubtful)))
        loud.extend(self.partial())
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
            ("policy", self.policy()),
            ("source", register.source or "–"),
            ("data", origin),
            ("rows_read", register.rows_read),
            ("rows_used", register.rows_used),
            ("persons", len(register.records)),
            ("decided", decided(self.result)),
            ("unanswered", len(self.unanswered)),
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

    def policy(self) -> str:
        """The policy that was followed, in a sentence; empty where there was none."""
        policy = self.result.question.policy
        if policy is None:
            return self.say("staff.about.no_policy")
        parts = [f"{reading}: {answer}" for reading, answer in policy.readings.items()]
        if policy.preset:
            parts.append(self.words.preset(policy.preset))
        return "; ".join([*parts, *(one for one in (policy.decided_by, policy.reason) if one)])

    def _summary(self) -> Sheet:
        # a chart needs room to the right of the table, so the tables share the widths of its columns
        columns = (
            Column(self.say("staff.column.figure"), 46, wrap=True),
            self.column("number", 40, wrap=True),
        )
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
        columns = (
            self.column("unit", 46, wrap=True),
            self.column("card", 40, wrap=True),
            *self.status_columns(),
        )
        return Part(self.say("staff.by_unit"), columns, rows)

    def _code_part(self) -> Part:
        rows = [Line((code, number)) for code, number in problem_counts(self.result).items()]
        columns = (self.column("code", 46), self.column("number", 40))
        return Part(self.say("staff.by_code"), columns, rows)


def _figures(counts: Counts) -> tuple[int, ...]:
    return (*(counts[status] for status in STATUSES), sum(counts.values()))
