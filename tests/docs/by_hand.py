"""What the pages ask a reader to do in a spreadsheet, done with a library that the project does not use."""

from openpyxl import load_workbook  # type: ignore[import-untyped]

_FIRST = 3
"""The rows above hold a sentence and the headings."""
_EXAMPLES = 2
"""The place of the sheet of examples in the template."""


def copy_the_examples() -> None:
    """Copy the rows of the sheet of examples into the first sheet of the template of a staff list."""
    book = load_workbook("staff.xlsx")
    examples = book.worksheets[_EXAMPLES]
    for number, row in enumerate(examples.iter_rows(min_row=2, values_only=True), start=2):
        for column, value in enumerate(row, start=1):
            book.worksheets[0].cell(number, column).value = value
    book.save("staff.xlsx")


def take_the_suggestions() -> None:
    """Write each suggestion of the sheet of unrecognised names beside it, as what is meant."""
    book = load_workbook("report.xlsx")
    sheet = book.worksheets[-1]
    for row in range(_FIRST, sheet.max_row + 1):
        sheet.cell(row, 5).value = sheet.cell(row, 4).value
    book.save("report.xlsx")


def decide_two_rows() -> None:
    """Confirm one suggestion of the sheet of decisions and reject another."""
    book = load_workbook("sheet.xlsx")
    sheet = book.worksheets[0]
    choices = str(sheet.data_validations.dataValidation[0].formula1).strip('"').split(",")
    wanted = {"stages-of-case-management-accompaniment": 1, "professional-values-of-social-work": 0}
    for row in range(_FIRST, sheet.max_row + 1):
        choice = wanted.get(str(sheet.cell(row, 5).value))
        if choice is not None:
            sheet.cell(row, 10).value = choices[choice]
            sheet.cell(row, 11).value = "кафедра"
    book.save("sheet.xlsx")
