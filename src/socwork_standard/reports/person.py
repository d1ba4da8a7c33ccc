"""One sheet of A4 for a person's file: the answer, the order's words for what is not met, papers, first day."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from socwork_standard.eligibility.evaluate import STATUSES
from socwork_standard.eligibility.service import NO
from socwork_standard.model.decision import Finding, Missing
from socwork_standard.register.result import Verdict
from socwork_standard.reports.decision import STATUS_TONES
from socwork_standard.reports.page import Blank, Entry, Page, Table
from socwork_standard.reports.paperwork import Person, Plain, advisories, grounds, order_words, shortened
from socwork_standard.reports.register import RegisterReport

MOST_EXPLAINED = 2
"""So many posts are explained in full; more of them are listed in a table."""


@dataclass(frozen=True, slots=True)
class _Room:
    """How much is said: entries of a list, and letters of a text."""

    entries: int
    letters: int


_ROOMS = tuple(
    _Room(*one) for one in ((99, 4000), (20, 900), (12, 500), (8, 300), (6, 200), (4, 140), (2, 100), (1, 80))
)


class PersonSheets:
    """Writes the sheets of a register's people."""

    def __init__(self, report: RegisterReport) -> None:
        self._report = report
        self._plain = Plain(report)

    def title(self, person: Person) -> str:
        """The title of the sheet."""
        return self._report.say("paper.sheet.title", record=person.name)

    def wordings(self, person: Person) -> list[Page]:
        """The sheet, from the fullest wording to the shortest; print the first that fits."""
        return [_Sheet(self._report, self._plain, person, room).build(self.title(person)) for room in _ROOMS]


class _Sheet:
    """One wording of one sheet."""

    def __init__(self, report: RegisterReport, plain: Plain, person: Person, room: _Room) -> None:
        self._report = report
        self._plain = plain
        self._person = person
        self._room = room
        self._page = Page()
        self._say = report.say

    def build(self, title: str) -> Page:
        """The page."""
        page, asked = self._page, self._report.result.question
        page.heading(title, 1)
        about = [self._say("paper.sheet.day", day=asked.as_of.isoformat())]
        if self._person.unit:
            about.insert(0, self._say("paper.sheet.unit", unit=shortened(self._person.unit, 120)))
        if asked.policy is not None:
            about.append(self._say("paper.sheet.policy", policy=self._cut(self._report.policy())))
        page.paragraph(" · ".join(about))
        verdicts = self._person.verdicts
        few = len(verdicts) <= MOST_EXPLAINED
        for line in advisories(self._report, verdicts) if few else self._report.loud():
            page.paragraph(line, "loud")
        if not verdicts:
            self._undecided()
        elif few:
            for verdict in verdicts:
                self._explained(verdict)
        else:
            self._table()
        self._foot()
        return page

    def _cut(self, text: str) -> str:
        return shortened(text, self._room.letters)

    def _some(self, lines: list[Entry]) -> None:
        """The lines for which there is room, and how many more there are."""
        for line in lines[: self._room.entries]:
            self._page.add(line)
        left = len(lines) - self._room.entries
        if left > 0:
            self._page.entry(self._say("paper.more", n=left), _MORE, "quiet")

    # -- what is said ------------------------------------------------------------------------------------------------

    def _undecided(self) -> None:
        self._page.paragraph(self._say("paper.sheet.undecided"), "loud")
        self._some([Entry(self._cut(f"{one.message} {one.mend}")) for one in self._person.problems])

    def _explained(self, verdict: Verdict) -> None:
        words, page = self._report.words, self._page
        page.heading(self._report.card(verdict.card, verdict.category))
        status = words.status(verdict.status).partition(" ")
        page.add(Entry(status[2], status[0], STATUS_TONES[verdict.status], lines=tuple(self._when(verdict))))
        if verdict.status == "eligible":
            self._grounds(verdict)
        unmet = [one for one in verdict.missing if one["kind"] != "fact"]
        facts = [one for one in verdict.missing if one["kind"] == "fact"]
        parts: tuple[tuple[str, list[Missing], Callable[[Missing, Verdict], Entry]], ...] = (
            ("report.decision.missing", unmet, self._unmet),
            ("report.decision.missing_facts", facts, self._fact),
        )
        for key, lacks, entry in parts:
            if lacks:
                page.heading(self._say(key), 3)
                self._some([entry(one, verdict) for one in lacks])
        if verdict.contested:
            page.heading(self._say("report.decision.contested"), 3)
            self._some([Entry(self._cut(self._report.reading(one))) for one in verdict.contested])
        notes = self._report.notes(verdict)
        if notes:
            page.heading(self._say("report.decision.notes"), 3)
            self._some([Entry(self._cut(one)) for one in notes])

    def _grounds(self, verdict: Verdict) -> None:
        """Which diploma, service or course met which words of the order."""
        found = grounds(self._report.result, self._person.record, verdict)
        if found:
            self._page.heading(self._say("paper.sheet.grounds"), 3)
        self._some([self._ground(one) for one in found])

    def _ground(self, one: Finding) -> Entry:
        other = self._say(f"found.match.{NO}")
        lines = [line for line in one.get("found", ()) if other not in line.split(_REMARK)]
        quotes = ((self._cut(one["quote"]), one["id"]),) if one["quote"] else ()
        shown = [self._cut(self._plain.of(line, self._person.record)) for line in lines[: self._room.entries]]
        return Entry(self._cut(one["text"]), "✓", "good", quotes=quotes, lines=tuple(shown))

    def _when(self, verdict: Verdict) -> Iterator[str]:
        day = verdict.eligible_from
        if day is None:
            yield self._say("report.decision.never")
        elif verdict.status != "eligible":
            key = "from" if verdict.eligible_from_in_force else "from_not_in_force"
            yield self._say(f"report.decision.{key}", day=day.isoformat())

    def _unmet(self, one: Missing, verdict: Verdict) -> Entry:
        result = self._report.result
        words = order_words(result.standard, one["requirement"], verdict, result.question.as_of)
        few = [(self._cut(quote), place) for quote, place in words[: max(1, self._room.entries // 2)]]
        lines = [self._say("report.decision.document", document=one["document"])] if one["document"] else []
        if len(words) > len(few):
            lines.insert(0, self._say("paper.more", n=len(words) - len(few)))
        return Entry(self._what(one), "✗", "bad", quotes=tuple(few), lines=tuple(lines))

    def _fact(self, one: Missing, _verdict: Verdict) -> Entry:
        lines = (self._say("report.decision.document", document=one["document"]),) if one["document"] else ()
        return Entry(self._what(one), "?", "open", lines=lines)

    def _what(self, one: Missing) -> str:
        return self._cut(self._plain.of(one["what"], self._person.record))

    def _table(self) -> None:
        """Every post in one line, those that are open to the person first."""
        report = self._report
        order = sorted(self._person.verdicts, key=lambda one: STATUSES.index(one.status))
        shown = order[: max(self._room.entries, 8)]
        headings = [self._say(f"staff.column.{name}") for name in ("status", "card", "from", "in_force")]
        rows = tuple(
            (
                report.words.status(one.status),
                report.card(one.card, one.category),
                one.eligible_from.isoformat() if one.eligible_from else "–",
                report.yes(value=one.in_force),
            )
            for one in shown
        )
        self._page.add(Table(tuple(headings), rows, tuple(STATUS_TONES[one.status] for one in shown)))
        if len(order) > len(shown):
            self._page.entry(self._say("paper.more", n=len(order) - len(shown)), _MORE, "quiet")

    def _foot(self) -> None:
        result, page = self._report.result, self._page
        day = result.question.as_of
        cards = [one.card for one in self._person.verdicts] or list(result.standard.points)
        held = sorted({result.standard.in_force(card, day).held for card in cards})
        page.paragraph(self._say("paper.sheet.limits"), "quiet")
        origin = {"standard": result.standard.code, "edition": ", ".join(held)}
        page.paragraph(
            self._say("report.decision.origin", data=result.standard.data_sha256[:12], **origin), "quiet"
        )
        page.add(Blank(tuple(self._say(f"paper.sign.{one}") for one in ("who", "seen", "day"))))


_MORE = "…"
_REMARK = " – "
"""What stands between the parts of a line on what the record holds (eligibility.describe)."""
