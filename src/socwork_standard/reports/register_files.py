"""The answers on a register as separated text, JSON and JSON Lines, and the summary on a page."""

import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from socwork_standard.eligibility.evaluate import STATUSES
from socwork_standard.errors import MissingExtra
from socwork_standard.register.model import RegisterProblem
from socwork_standard.register.result import RegisterResult, Upcoming, Verdict
from socwork_standard.register.summary import by_card, by_status, problem_counts, summary, unanswered
from socwork_standard.reports.page import Entry, Page, Table, Tone
from socwork_standard.reports.register import RegisterReport
from socwork_standard.sheets.parquet import INSTALL

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]

MOST_PROBLEMS = 20
"""So many problems are shown with their places; a report holds all."""
_PROBLEM_SIGNS: dict[str, tuple[str, Tone]] = {"error": ("✗", "bad"), "notice": ("!", "open")}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def verdict_data(one: Verdict, result: RegisterResult) -> dict[str, Any]:
    """A verdict with the keys of a decision (contract, section 5), and the unit."""
    first = one.eligible_from
    return {
        "record": one.record,
        "unit": one.unit,
        "card": one.card,
        "category": one.category,
        "as_of": result.question.as_of.isoformat(),
        "status": one.status,
        "by_preset": dict(one.by_preset),
        "in_force": one.in_force,
        "eligible_from": first.isoformat() if first else None,
        "eligible_from_in_force": one.eligible_from_in_force,
        "missing": list(one.missing),
        "contested": list(one.contested),
        "notes": list(one.notes),
    }


def problem_data(one: RegisterProblem) -> dict[str, Any]:
    """A problem as plain data."""
    return asdict(one)


def upcoming_data(one: Upcoming) -> dict[str, Any]:
    """Somebody who becomes eligible, as plain data."""
    return {**asdict(one), "day": one.day.isoformat()}


def all_data(result: RegisterResult) -> dict[str, Any]:
    """Everything as plain data."""
    return {
        "format": 1,
        "summary": summary(result),
        "verdicts": [verdict_data(one, result) for one in result.verdicts],
        "upcoming": [upcoming_data(one) for one in result.upcoming],
        "problems": [problem_data(one) for one in result.problems],
        "unanswered": [asdict(one) for one in unanswered(result)],
        "undecided": list(result.undecided),
        "unrecognised": [asdict(one) for one in result.register.unrecognised],
    }


# -- files --------------------------------------------------------------------------------------------------------


def write_json(path: Path, result: RegisterResult) -> None:
    """Everything in one JSON file."""
    path.write_text(
        json.dumps(all_data(result), ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n"
    )


def write_lines(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    """JSON Lines: one object a line."""
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        stream.writelines(lines(rows))


def lines(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    """The lines of JSON Lines."""
    return (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def write_separated(
    path: Path, headings: Iterable[str], rows: Iterable[Iterable[str | int | date | None]]
) -> None:
    """Text as Excel in Kazakhstan opens it: UTF-8 with a mark, semicolons.

    A text that begins like a formula gets an apostrophe in front, so that no program takes it for one.
    """
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        separated(stream, headings, rows)


def separated(
    stream: TextIO, headings: Iterable[str], rows: Iterable[Iterable[str | int | date | None]]
) -> None:
    """Write separated text to a stream that was opened without a change of line ends."""
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow(list(headings))
    writer.writerows([_plain(cell) for cell in row] for row in rows)


def _plain(cell: str | int | date | None) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_FORMULA) else cell
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def verdict_parquet(result: RegisterResult) -> "pa.Table":
    """The verdicts with the keys of JSON; days are dates, lists are lists."""
    pa = _arrow()
    missing = pa.struct([(key, pa.string()) for key in ("requirement", "what", "document", "kind")])
    outcomes = pa.map_(pa.string(), pa.list_(pa.string()))
    contested = pa.struct([("reading", pa.string()), ("question", pa.string()), ("outcomes", outcomes)])
    schema = pa.schema(
        [
            ("record", pa.string()),
            ("unit", pa.string()),
            ("card", pa.int8()),
            ("category", pa.string()),
            ("as_of", pa.date32()),
            ("status", pa.string()),
            ("by_preset", pa.map_(pa.string(), pa.string())),
            ("in_force", pa.bool_()),
            ("eligible_from", pa.date32()),
            ("eligible_from_in_force", pa.bool_()),
            ("missing", pa.list_(missing)),
            ("contested", pa.list_(contested)),
            ("notes", pa.list_(pa.string())),
        ]
    )
    rows = [_typed(one, result) for one in result.verdicts]
    return pa.Table.from_pylist(rows, schema=schema)


def _typed(one: Verdict, result: RegisterResult) -> dict[str, Any]:
    """The data of a verdict with days as dates, and maps as Arrow takes them."""
    return {
        **verdict_data(one, result),
        "as_of": result.question.as_of,
        "eligible_from": one.eligible_from,
        "by_preset": list(one.by_preset.items()),
        "contested": [{**each, "outcomes": list(each["outcomes"].items())} for each in one.contested],
    }


def problem_parquet(result: RegisterResult) -> "pa.Table":
    """The problems with the keys of JSON."""
    pa = _arrow()
    keys = ("code", "severity", "sheet", "row", "column", "value", "record", "message", "mend")
    schema = pa.schema([(key, pa.int64() if key == "row" else pa.string()) for key in keys])
    return pa.Table.from_pylist([problem_data(one) for one in result.problems], schema=schema)


def write_parquet(path: Path, table: "pa.Table") -> None:
    """A table as Parquet."""
    from pyarrow import parquet

    parquet.write_table(table, path)


def _arrow() -> Any:  # noqa: ANN401 - pyarrow has no types
    try:
        import pyarrow as pa
    except ImportError:
        raise MissingExtra(
            "Parquet needs pyarrow, which is not installed.", mend="Type: {install}", install=INSTALL
        ) from None
    return pa


def verdict_rows(report: RegisterReport) -> Iterator[Iterable[str | int | date | None]]:
    """The cells of every verdict, and of everybody without one."""
    return (cells for cells, _ in report.verdicts())


# -- the summary on a page ----------------------------------------------------------------------------------------


def summary_page(report: RegisterReport) -> Page:
    """What was read, how many answers of each kind there are, and the problems by code."""
    result = report.result
    page = Page()
    page.heading(report.say("staff.title", day=result.question.as_of.isoformat()), 1)
    for line in report.loud():
        page.paragraph(line, "loud")
    for name, value in report.figures():
        page.entry(f"{name}: {value}")
    counts = by_card(result)
    if counts:
        page.heading(report.say("staff.by_card"))
        headings = (report.say("staff.column.card"), *(column.heading for column in report.status_columns()))
        rows = [(report.short_card(*key), *_figures(found)) for key, found in counts]
        if len(rows) > 1:
            rows.append((report.say("staff.column.sum"), *_figures(by_status(result.verdicts))))
        page.add(Table(headings, tuple(rows)))
    problems = problem_counts(result)
    if problems:
        page.heading(report.say("staff.by_code"))
        examples = {one.code: one for one in reversed(result.problems)}
        headings = tuple(report.say(f"staff.column.{name}") for name in ("code", "number", "message"))
        page.add(
            Table(headings, tuple((code, str(n), examples[code].message) for code, n in problems.items()))
        )
        _first_problems(page, report)
    return page


def _first_problems(page: Page, report: RegisterReport) -> None:
    """The first problems with their places and mends, errors before notices, and where all of them are."""
    found = sorted(report.result.problems, key=lambda one: one.severity != "error")
    page.heading(report.say("staff.first_problems"))
    for one in found[:MOST_PROBLEMS]:
        sign, tone = _PROBLEM_SIGNS[one.severity]
        page.add(Entry(f"{one.code} {_place(one, report)}", sign, tone, lines=(one.message, one.mend)))
    left = len(found) - MOST_PROBLEMS
    if left > 0:
        page.entry(report.say("staff.more_problems", n=left), "…", "quiet")


def _place(one: RegisterProblem, report: RegisterReport) -> str:
    """Sheet, row, column and value of a problem, those that it has."""
    cells = (one.sheet, one.row, one.column, one.value or None)
    names = ("sheet", "row", "column", "value")
    parts = [
        f"{report.say(f'staff.column.{name}')}: {cell}"
        for name, cell in zip(names, cells, strict=True)
        if cell is not None
    ]
    return ", ".join(parts) or report.result.register.source


def _figures(counts: Any) -> tuple[str, ...]:  # noqa: ANN401 - counts by status
    return (*(str(counts[status]) for status in STATUSES), str(sum(counts.values())))
