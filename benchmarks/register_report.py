"""A staff list of invented people from an Excel workbook to a report in one, and what its cells alone would cost.

    python benchmarks/register_report.py [PEOPLE]          (default: 50000)

The list is written in the columns of the template, read, decided (the post that each person holds), and written as a
report.  Beside it: the cells of that report written with XlsxWriter and nothing else: no widths, heights or colours.
"""

import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import xlsxwriter
from generate import AS_OF, write

from socwork_standard.cli.checking import words_of
from socwork_standard.eligibility.check import Checker
from socwork_standard.model.record import Education, Experience, Training
from socwork_standard.register.check import check_register
from socwork_standard.register.read import read_register
from socwork_standard.reports.register import RegisterReport
from socwork_standard.sheets.report import Sheet, write_workbook

FIELDS = {
    "education": tuple(Education.model_fields),
    "experience": tuple(Experience.model_fields),
    "training": tuple(Training.model_fields),
}
HEADINGS = ("id", "fact", *dict.fromkeys(name for names in FIELDS.values() for name in names))
RUNS = 3


def rows(people: Path) -> Iterator[list[Any]]:
    """One row for each fact of each person, as the template has them."""
    with pq.ParquetFile(people) as file:
        for batch in file.iter_batches(batch_size=10_000):
            for person in batch.to_pylist():
                for fact, names in FIELDS.items():
                    entries = person.get(fact)
                    if entries == []:
                        yield [person["id"], fact, "none"]
                    for entry in entries or ():
                        given = {name: entry.get(name) for name in names}
                        yield [person["id"], fact, *(_cell(given.get(name)) for name in HEADINGS[2:])]


def _cell(value: Any) -> Any:  # noqa: ANN401 - what a cell may hold
    return ("yes" if value else "no") if isinstance(value, bool) else value


def bare(path: Path, tables: list[tuple[str, list[list[Any]]]]) -> None:
    """Write cells and nothing else."""
    with xlsxwriter.Workbook(path, {"constant_memory": True, "default_date_format": "yyyy-mm-dd"}) as book:
        for title, lines in tables:
            page = book.add_worksheet(title)
            for number, line in enumerate(lines):
                for column, value in enumerate(line):
                    page.write(number, column, value)


def cells_of(sheets: list[Sheet]) -> list[tuple[str, list[list[Any]]]]:
    """The cells of a report."""
    return [
        (
            sheet.name,
            [[column.heading for column in sheet.columns], *(list(line.cells) for line in sheet.rows)],
        )
        for sheet in sheets
    ]


def main() -> int:
    """Generate, measure, print."""
    count = int(sys.argv[1]) if sys.argv[1:] else 50_000
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        write(count, here / "staff.parquet")
        bare(here / "staff.xlsx", [("staff", [list(HEADINGS), *rows(here / "staff.parquet")])])
        took: dict[str, list[float]] = {}

        def step(name: str, start: float) -> None:
            took.setdefault(name, []).append(time.perf_counter() - start)

        for _ in range(RUNS):
            checker = Checker()
            start = whole = time.perf_counter()
            register = read_register(here / "staff.xlsx", standard=checker.standard)
            step("read the workbook", start)
            start = time.perf_counter()
            result = check_register(register, as_of=AS_OF, standard=checker.standard)
            step("decide everybody", start)
            start = time.perf_counter()
            report = RegisterReport(result, words_of(checker, "ru"))
            write_workbook(here / "report.xlsx", report.sheets(), title="report", made=AS_OF)
            step("write the report", start)
            step("in all", whole)
        tables = cells_of(report.sheets())
        for _ in range(RUNS):
            start = time.perf_counter()
            bare(here / "bare.xlsx", tables)
            step("its cells alone, written bare", start)
        alone = min(took["its cells alone, written bare"])
        cells = sum(len(line) for _, lines in tables for line in lines)
        print(
            f"{count:,} people, {register.rows_read:,} rows, {len(result.verdicts):,} verdicts; {cells:,} cells"
        )
        for name, times in took.items():
            print(f"  {name:32}{min(times):8.2f} s{min(times) / alone:8.1f} ×")
    return 0


if __name__ == "__main__":
    sys.exit(main())
