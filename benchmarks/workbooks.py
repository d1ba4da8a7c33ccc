"""Staff lists as Excel workbooks: reading one beside openpyxl, writing a report beside XlsxWriter alone.

The list is of invented people, in the columns of the template.  The peer of reading gives the cells and nothing else;
here they become records, with every word looked at.  The peer of writing writes the cells of the same report and
nothing else: no widths, heights or colours.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import xlsxwriter
from generate import AS_OF
from measure import Comparison, Size, Work, main, people_file

from socwork_standard.cli.checking import words_of
from socwork_standard.eligibility.check import Checker
from socwork_standard.model.record import Education, Experience, Training
from socwork_standard.register.check import check_register
from socwork_standard.register.read import read_register
from socwork_standard.reports.register import RegisterReport
from socwork_standard.sheets.report import Sheet, write_workbook
from socwork_standard.sheets.xlsx import read_workbook

PEOPLE = (2_000, 200)
FIELDS = {
    "education": tuple(Education.model_fields),
    "experience": tuple(Experience.model_fields),
    "training": tuple(Training.model_fields),
}
HEADINGS = ("id", "fact", *dict.fromkeys(name for names in FIELDS.values() for name in names))
LISTS = ("pyarrow", "xlsxwriter", "python_calamine=python-calamine")


def _rows(people: Path) -> Iterator[list[Any]]:
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


def _bare(path: Path, tables: Iterable[tuple[str, list[list[Any]]]]) -> None:
    """Write cells and nothing else."""
    with xlsxwriter.Workbook(path, {"constant_memory": True, "default_date_format": "yyyy-mm-dd"}) as book:
        for title, lines in tables:
            page = book.add_worksheet(title)
            for number, line in enumerate(lines):
                for column, value in enumerate(line):
                    page.write(number, column, value)


def _staff(size: Size, side: str) -> Path:
    """The staff list as a workbook, made by each side for itself."""
    people = people_file(size.pick(*PEOPLE))
    path = people.with_name(f"{people.stem}-{side}.xlsx")
    if not path.exists():
        _bare(path, [("staff", [list(HEADINGS), *_rows(people)])])
    return path


# -- reading ------------------------------------------------------------------------------------------------------


def cells_read(size: Size) -> Work:
    """Every cell of the list, guarded against workbooks that would fill the memory."""
    path = _staff(size, "cells")

    def call() -> int:
        return sum(len(row.cells) > 0 for table in read_workbook(path, "staff") for row in table.rows())

    return Work(call, per=size.pick(*PEOPLE) / 1_000)


def records_read(size: Size) -> Work:
    """The list as records: headings found, words and dates looked at, problems with their places."""
    path, checker = _staff(size, "records"), Checker()
    return Work(
        lambda: len(read_register(path, standard=checker.standard).records), per=size.pick(*PEOPLE) / 1_000
    )


def openpyxl_read(size: Size) -> Work:
    """Every cell of the list with openpyxl, in the mode for reading only."""
    import openpyxl

    path = _staff(size, "openpyxl")

    def call() -> int:
        book = openpyxl.load_workbook(path, read_only=True)
        return sum(len(row) > 0 for row in book.worksheets[0].iter_rows(values_only=True))

    return Work(call, per=size.pick(*PEOPLE) / 1_000)


# -- writing ------------------------------------------------------------------------------------------------------


def _report(size: Size, side: str) -> RegisterReport:
    checker = Checker()
    register = read_register(_staff(size, side), standard=checker.standard)
    result = check_register(register, as_of=AS_OF, standard=checker.standard)
    return RegisterReport(result, words_of(checker, "ru"))


def report_written(size: Size) -> Work:
    """The report of everybody's post, in Russian."""
    report = _report(size, "report")
    target = people_file(size.pick(*PEOPLE)).with_name("report.xlsx")
    return Work(
        lambda: write_workbook(target, report.sheets(), title="report", made=AS_OF),
        per=size.pick(*PEOPLE) / 1_000,
    )


def cells_written(size: Size) -> Work:
    """The cells of that report."""
    tables = _cells(_report(size, "bare").sheets())
    target = people_file(size.pick(*PEOPLE)).with_name("bare.xlsx")
    return Work(lambda: _bare(target, tables), per=size.pick(*PEOPLE) / 1_000)


def _cells(sheets: Iterable[Sheet]) -> list[tuple[str, list[list[Any]]]]:
    return [
        (
            sheet.name,
            [[column.heading for column in sheet.columns], *(list(line.cells) for line in sheet.rows)],
        )
        for sheet in sheets
    ]


def answered(size: Size) -> Work:
    """A staff list from the workbook to the report, the file of an employer to the file for an employer."""
    path, checker = _staff(size, "answered"), Checker()
    target = path.with_name("answered.xlsx")

    def call() -> None:
        register = read_register(path, standard=checker.standard)
        result = check_register(register, as_of=AS_OF, standard=checker.standard)
        report = RegisterReport(result, words_of(checker, "ru"))
        write_workbook(target, report.sheets(), title="report", made=AS_OF)

    return Work(call, per=size.pick(*PEOPLE) / 1_000)


COMPARISONS = (
    Comparison(
        "The cells of 1,000 people's workbook read",
        "cells_read",
        "openpyxl_read",
        "openpyxl, read only",
        (*LISTS, "openpyxl"),
        PEOPLE,
    ),
    Comparison(
        "1,000 people's workbook read into records",
        "records_read",
        "openpyxl_read",
        "openpyxl, read only, the cells alone",
        (*LISTS, "openpyxl"),
        PEOPLE,
    ),
    Comparison(
        "The report on 1,000 people written as a workbook",
        "report_written",
        "cells_written",
        "XlsxWriter, the same cells without widths and colours",
        LISTS,
        PEOPLE,
    ),
    Comparison(
        "1,000 people from workbook to report: read, decided, written",
        "answered",
        "cells_written",
        "XlsxWriter, the cells of the report alone",
        LISTS,
        PEOPLE,
    ),
)

if __name__ == "__main__":
    sys.exit(main(__file__, COMPARISONS))
