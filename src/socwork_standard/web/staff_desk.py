"""What the process of a staff list does: it reads and decides the list, and answers the pages that show it.

Everything here runs in a process of its own; what goes in and out are plain values.
"""

import io
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import cached_property
from time import monotonic
from typing import Any

from socwork_standard.errors import InputError, LookupFailure
from socwork_standard.model.base import Language
from socwork_standard.register.check import Chosen, check_register
from socwork_standard.register.read import read_register
from socwork_standard.register.result import RegisterResult
from socwork_standard.register.sources import open_bytes
from socwork_standard.register.summary import by_card, by_status, by_unit, summary
from socwork_standard.reports.decision import Words, short_title
from socwork_standard.reports.page import Blank, Page
from socwork_standard.reports.paperwork import Person, file_names, people
from socwork_standard.reports.register import RegisterReport
from socwork_standard.web import jobs
from socwork_standard.web.staff_rows import Filter, Shown, Sift

Report = Callable[[object], None]
_EVERY = 0.2
"""Seconds between two reports of progress."""
_UNITS = 200
"""Rows of the table by unit; the workbook has them all."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A staff list as it was sent, and what is asked of it; `names` is a filled-in list of unrecognised names."""

    name: str
    content: bytes
    cards: Chosen
    as_of: str
    policy: dict[str, Any] | None
    sheet: str | None = None
    names: tuple[str, bytes] | None = None


class StaffDesk:
    """Holds one staff list with its answers in one language."""

    def __init__(self, sent: Sent, rows: int, sheets: int) -> None:
        self._sent = sent
        self._rows = rows
        self._most_sheets = sheets
        self._report: RegisterReport | None = None

    # -- the work ----------------------------------------------------------------------------------------------------

    def decide(self, report: Report, language: Language) -> dict[str, Any]:
        """Read and decide the list, wording everything in `language`; the figures of the summary come back."""
        self._report = None
        self.__dict__.pop("_people", None)
        self.__dict__.pop("_sift", None)
        tell, sent = _Telling(report, self._rows), self._sent
        report(("reading", 0, None))
        standard = jobs.checker().standard
        aliases = self._aliases()
        register = read_register(
            open_bytes(sent.content, sent.name),
            standard=standard,
            aliases=aliases,
            sheet=sent.sheet,
            language=language,
            progress=tell.reading,
        )
        result = check_register(
            register,
            cards=sent.cards,
            as_of=sent.as_of,
            policy=sent.policy,
            standard=standard,
            aliases=aliases,
            language=language,
            progress=tell.deciding,
        )
        titles = {card.point: short_title(card.name.text(language)) for card in standard.cards}
        self._report = RegisterReport(result, Words(language, titles, standard.readings))
        return summary(result)

    def _aliases(self) -> Any:  # noqa: ANN401 - names by vocabulary
        if self._sent.names is None:
            return None
        from socwork_standard.register.aliases import read_report_aliases

        name, content = self._sent.names
        return read_report_aliases(content, jobs.checker().standard, name)

    @property
    def _made(self) -> RegisterReport:
        if self._report is None:  # pragma: no cover - the server asks only after `decide`
            raise LookupFailure("the list is not decided yet.", "")
        return self._report

    @property
    def _result(self) -> RegisterResult:
        return self._made.result

    # -- what pages show ---------------------------------------------------------------------------------------------

    def overview(self) -> dict[str, Any]:
        """The summary as a page shows it: figures, statuses by card and by unit, what must not be overlooked."""
        report, result = self._made, self._result
        units = by_unit(result)
        return {
            "title": report.say("staff.title", day=result.question.as_of.isoformat()),
            "loud": report.loud(),
            "figures": report.figures(),
            "statuses": dict(by_status(result.verdicts)),
            "by_card": [
                (card, category, report.card(card, category), dict(counts))
                for (card, category), counts in by_card(result)
            ],
            "by_unit": [
                (unit, card, report.card(card), dict(counts)) for (unit, card), counts in units[:_UNITS]
            ],
            "units_left": max(0, len(units) - _UNITS),
            "problems": summary(result)["problems"],
            "errors": sum(one.severity == "error" for one in result.problems),
            "unrecognised": len(result.register.unrecognised),
            "upcoming": len(result.upcoming),
            "unanswered": len(report.unanswered),
            "persons": len(result.register.records),
        }

    @cached_property
    def _sift(self) -> Sift:
        return Sift(self._made)

    def verdicts(self, asked: Filter, first: int, most: int) -> Shown:
        """Some of the verdicts that a filter leaves, worded."""
        return self._sift.verdicts(asked, first, most)

    def problems(self, asked: Filter, first: int, most: int) -> Shown:
        """Some of the problems that a filter leaves."""
        return self._sift.problems(asked, first, most)

    def upcoming(self, asked: Filter, first: int, most: int) -> Shown:
        """Some of those who become eligible."""
        return self._sift.upcoming(asked, first, most)

    def unanswered(self, asked: Filter, first: int, most: int) -> Shown:
        """Some of those without an answer."""
        return self._sift.unanswered(asked, first, most)

    def names(self, asked: Filter, first: int, most: int) -> Shown:
        """Some of the names that were not recognised."""
        return self._sift.names(asked, first, most)

    # -- one person --------------------------------------------------------------------------------------------------

    @cached_property
    def _people(self) -> dict[str, Person]:
        return {one.name: one for one in people(self._made)}

    def _person(self, record: str) -> Person:
        found = self._people.get(record)
        if found is None:
            raise LookupFailure("the list has nobody with the number {number!r}.", "record", number=record)
        return found

    def person(self, record: str) -> dict[str, Any]:
        """What the page of a person shows: the sheet for the file, papers that are missing, problems."""
        one, sheets = self._person(record), self._sheets()
        page = Page()
        for number, block in enumerate(sheets.wordings(one)[0]):
            if number and not isinstance(block, Blank):
                page.add(block)
        papers: dict[tuple[str, str], tuple[list[str], list[str]]] = {}
        for verdict in one.verdicts:
            for lack in verdict.missing:
                what, waits = papers.setdefault((lack["document"], lack["kind"]), ([], []))
                _once(what, lack["what"])
                _once(waits, self._made.card(verdict.card, verdict.category))
        return {
            "name": one.name,
            "title": sheets.title(one),
            "page": page,
            "papers": [(*key, *found) for key, found in papers.items()],
            "posts": len(one.verdicts),
            "problems": [asdict(problem) for problem in one.problems],
        }

    def _sheets(self) -> Any:  # noqa: ANN401 - imported here: only people's pages need it
        from socwork_standard.reports.person import PersonSheets

        return PersonSheets(self._made)

    def person_pdf(self, record: str) -> bytes:
        """The sheet of a person, one page of A4."""
        return self._pdf(self._person(record), self._sheets())

    def _pdf(self, one: Person, sheets: Any) -> bytes:  # noqa: ANN401
        from socwork_standard.reports.pdf import as_one_sheet

        return as_one_sheet(sheets.wordings(one), language=self._made.words.language, title=sheets.title(one))

    # -- what is taken away ------------------------------------------------------------------------------------------

    def workbook(self) -> bytes:
        """The report as a workbook."""
        from socwork_standard.sheets.report import workbook_bytes

        report, day = self._made, self._result.question.as_of
        title = report.say("staff.title", day=day.isoformat())
        return workbook_bytes(report.sheets(), title=title, made=day)

    def separated(self, what: str) -> bytes:
        """Verdicts or problems as separated text, as the command line writes it."""
        from socwork_standard.reports.register_files import separated, verdict_rows

        report = self._made
        columns = report.verdict_columns if what == "verdicts" else report.problem_columns
        rows: Iterator[Any] = verdict_rows(report) if what == "verdicts" else report.problems()
        stream = io.StringIO(newline="")
        separated(stream, [column.heading for column in columns], rows)
        return stream.getvalue().encode("utf-8-sig", "replace")

    def lines(self, what: str) -> bytes:
        """Verdicts or problems as JSON Lines."""
        from socwork_standard.reports.register_files import lines, problem_data, verdict_data

        result = self._result
        rows = (
            (verdict_data(one, result) for one in result.verdicts)
            if what == "verdicts"
            else (problem_data(one) for one in result.problems)
        )
        return "".join(lines(rows)).encode("utf-8", "replace")

    def everything(self) -> bytes:
        """Everything as JSON, as `socwork register -o report.json` writes it."""
        import json

        from socwork_standard.reports.register_files import all_data

        content = json.dumps(all_data(self._result), ensure_ascii=False, indent=1) + "\n"
        return content.encode("utf-8", "replace")

    def page(self, what: str, asked: Filter, first: int, most: int) -> dict[str, Any]:
        """Some verdicts, problems or upcoming people that a filter leaves, as plain data."""
        total, found = self._sift.plain(what, asked, first, most)
        return {"total": total, "offset": first, what: found}

    def sheets(self, asked: Filter) -> bytes:
        """The one-page PDFs of the people whose verdicts a filter leaves, in one archive."""
        import zipfile

        wanted = self._sift.people(asked)
        if len(wanted) > self._most_sheets:
            raise InputError(
                "sheets of {n} people were asked for; at most {most} are made at once.",
                "",
                "Choose a unit, a card or an answer first.",
                n=len(wanted),
                most=self._most_sheets,
            )
        listed, sheets = [self._person(one) for one in wanted], self._sheets()
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for one, name in zip(listed, file_names([one.name for one in listed]), strict=True):
                day = self._result.question.as_of
                entry = zipfile.ZipInfo(f"{name}.pdf", (max(day.year, 1980), day.month, day.day, 0, 0, 0))
                archive.writestr(entry, self._pdf(one, sheets))
        return stream.getvalue()


class _Telling:
    """Reports progress now and then, and refuses a list with too many rows."""

    def __init__(self, report: Report, rows: int) -> None:
        self._report = report
        self._rows = rows
        self._last = 0.0

    def reading(self, done: int, total: int | None) -> None:
        """So many rows were read."""
        if max(done, total or 0) > self._rows:
            raise InputError(
                "the list has more than {most:,} rows.",
                "",
                "Split it, and send the parts one after another.",
                most=self._rows,
            )
        self._tell("reading", done, total)

    def deciding(self, done: int, total: int | None) -> None:
        """So many people were decided."""
        self._tell("deciding", done, total)

    def _tell(self, step: str, done: int, total: int | None) -> None:
        now = monotonic()
        if now - self._last >= _EVERY:
            self._last = now
            self._report((step, done, total))


def _once(found: list[str], one: str) -> None:
    if one not in found:
        found.append(one)
