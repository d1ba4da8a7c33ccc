"""Writing a template: a table to fill in with lists to choose from, examples, and explanations in three languages."""

import io
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from socwork_standard.sheets.cells import column_letter
from socwork_standard.sheets.xlsx import missing_xlsx

ROWS = 5_000
"""So many rows get the lists and formats."""

_DAY = "dd.mm.yyyy"
_TITLE_SIGNS, _MESSAGE_SIGNS = 32, 255
_COLOURS = {
    "person": "#DDE3EA",
    "education": "#D5E8D4",
    "experience": "#FFE6CC",
    "training": "#E1D5E7",
    "programme": "#DDE3EA",
    "course": "#D5E8D4",
    "outcome": "#FFE6CC",
}
_GREY = "#F0F0F0"
_FRAME = "#B0B0B0"
_WIDE = 62

Value = str | date | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, whose group it is, and how it is filled.

    `list`: one of `choices` only; `suggest`: one of them or anything else; `date`: a day; `text`: anything, kept as
    written.
    """

    heading: str
    group: str
    kind: Literal["list", "suggest", "date", "text"]
    help: str
    width: float
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Template:
    """Everything that a template holds.

    `names`: the names of its four sheets (table, explanations, examples, lists).  `facts`: group → the word of the
    column of facts (`fact_column`, from 0) that makes it the one to fill in.  `intro`: paragraphs, each in three
    languages; `meanings`: heading and its meaning in three languages.
    """

    names: tuple[str, str, str, str]
    columns: tuple[Column, ...]
    fact_column: int
    facts: dict[str, str]
    titles: tuple[str, str, str]
    intro: tuple[tuple[str, str, str], ...]
    languages: tuple[str, str, str, str]
    meanings: tuple[tuple[str, str, str, str], ...]
    examples: tuple[tuple[Value, ...], ...]
    form: "Form | None" = None


@dataclass(frozen=True, slots=True)
class Form:
    """A further sheet with one value a row: the label on the left, the cell to fill in beside it.

    `headings`: those above the two columns; `fields`: what is asked, each as a column of the table would be.
    """

    name: str
    headings: tuple[str, str]
    fields: tuple[Column, ...]


def template_bytes(template: Template) -> bytes:
    """The workbook of a template."""
    try:
        import xlsxwriter  # type: ignore[import-untyped]
    except ImportError:
        raise missing_xlsx("XlsxWriter") from None
    file = io.BytesIO()
    # A fixed day of making: the same template gives the same bytes.
    with xlsxwriter.Workbook(
        file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        book.set_properties({"created": _made()})
        _Writer(book, template).write()
    return file.getvalue()


def _made() -> Any:  # noqa: ANN401 - what the library takes
    from datetime import datetime

    return datetime(2025, 1, 1)  # noqa: DTZ001 - a mark, not a moment


class _Writer:
    def __init__(self, book: Any, template: Template) -> None:  # noqa: ANN401 - the library has no types
        self._book = book
        self._template = template
        self._heads = {group: book.add_format(_head(colour)) for group, colour in _COLOURS.items()}
        self._text = book.add_format({"num_format": "@", "valign": "top"})
        self._day = book.add_format({"num_format": _DAY, "align": "left", "valign": "top"})
        self._wrapped = book.add_format(
            {"text_wrap": True, "valign": "top", "border": 1, "border_color": _FRAME}
        )
        self._bold = book.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "border": 1, "border_color": _FRAME}
        )
        self._title = book.add_format({"bold": True, "font_size": 14, "text_wrap": True, "valign": "vcenter"})
        self._plain = book.add_format({"text_wrap": True, "valign": "top"})

    def write(self) -> None:
        """Write the sheets."""
        names = self._template.names
        table = self._book.add_worksheet(names[0])
        form = self._template.form
        if form is not None:
            self._form(self._book.add_worksheet(form.name), form)
        explain, examples, lists = map(self._book.add_worksheet, names[1:])
        self._lists(lists)
        self._table(table, filled=False)
        self._table(examples, filled=True)
        self._explain(explain)
        table.activate()

    # -- the table ---------------------------------------------------------------------------------------------------

    def _table(self, sheet: Any, *, filled: bool) -> None:  # noqa: ANN401
        columns = self._template.columns
        sheet.freeze_panes(1, self._template.fact_column + 1)
        sheet.set_row(0, 48)
        for index, column in enumerate(columns):
            sheet.set_column(index, index, column.width, self._day if column.kind == "date" else self._text)
            sheet.write_string(0, index, column.heading, self._heads[column.group])
            if not filled:
                sheet.data_validation(1, index, ROWS, index, self._validation(index, column))
        self._grey(sheet)
        sheet.set_landscape()
        sheet.set_paper(8)
        sheet.set_margins(0.3, 0.3, 0.4, 0.4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        for number, row in enumerate(self._template.examples if filled else (), 1):
            for index, value in enumerate(row):
                if isinstance(value, date):
                    sheet.write_datetime(number, index, value, self._day)
                elif value is not None:
                    sheet.write_string(number, index, value, self._text)

    def _validation(self, index: int, column: Column) -> dict[str, Any]:
        found: dict[str, Any] = {
            "validate": "any",
            "input_title": column.heading[:_TITLE_SIGNS],
            "input_message": column.help[:_MESSAGE_SIGNS],
        }
        if column.choices:
            letter = column_letter(index)
            source = f"='{self._template.names[3]}'!${letter}$2:${letter}${len(column.choices) + 1}"
            found |= {"validate": "list", "source": source, "error_type": "warning"}
            found["show_error"] = column.kind == "list"
        return found

    def _form(self, sheet: Any, form: Form) -> None:  # noqa: ANN401
        sheet.set_column(0, 0, 36)
        sheet.set_column(1, 1, _WIDE, self._text)
        for index, heading in enumerate(form.headings):
            sheet.write_string(0, index, heading, self._heads["programme"])
        for row, field in enumerate(form.fields, 1):
            sheet.write_string(row, 0, field.heading, self._bold)
            sheet.write_blank(row, 1, None, self._wrapped)
            sheet.data_validation(
                row, 1, row, 1, self._validation(len(self._template.columns) + row - 1, field)
            )
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)

    def _grey(self, sheet: Any) -> None:  # noqa: ANN401
        """Make grey what a row of another kind of fact does not need."""
        grey = self._book.add_format({"bg_color": _GREY})
        fact = f"${column_letter(self._template.fact_column)}2"
        shared = self._template.facts
        for index, column in enumerate(self._template.columns):
            if column.group not in shared:
                continue
            words = [shared[column.group]]
            if column.kind == "date" and column.group == "education":
                words.append(shared["training"])
            others = ",".join(f'{fact}<>"{word}"' for word in words)
            rule = {"type": "formula", "criteria": f'=AND({fact}<>"",{others})', "format": grey}
            sheet.conditional_format(1, index, ROWS, index, rule)

    # -- the other sheets --------------------------------------------------------------------------------------------

    def _lists(self, sheet: Any) -> None:  # noqa: ANN401
        form = self._template.form
        for index, column in enumerate((*self._template.columns, *(form.fields if form else ()))):
            if column.choices:
                sheet.set_column(index, index, 34)
                sheet.write_string(0, index, column.heading, self._heads[column.group])
                for number, choice in enumerate(column.choices, 1):
                    sheet.write_string(number, index, choice)
            else:
                sheet.set_column(index, index, 3)
        sheet.freeze_panes(1, 0)

    def _explain(self, sheet: Any) -> None:  # noqa: ANN401
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, 36)
        sheet.set_column(1, 3, _WIDE)
        for index, title in enumerate(self._template.titles, 1):
            sheet.write_string(0, index, title, self._title)
        sheet.set_row(0, 26)
        row = 1
        for paragraph in self._template.intro:
            for index, text in enumerate(paragraph, 1):
                sheet.write_string(row, index, text, self._plain)
            sheet.set_row(row, _height(paragraph))
            row += 1
        row += 1
        for index, title in enumerate(self._template.languages):
            sheet.write_string(row, index, title, self._heads["person"])
        for heading, *meanings in self._template.meanings:
            row += 1
            sheet.write_string(row, 0, heading, self._bold)
            for index, text in enumerate(meanings, 1):
                sheet.write_string(row, index, text, self._wrapped)
            sheet.set_row(row, _height(meanings))
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)


def _head(colour: str) -> dict[str, Any]:
    return {
        "bold": True,
        "bg_color": colour,
        "text_wrap": True,
        "valign": "vcenter",
        "border": 1,
        "border_color": _FRAME,
    }


def _height(texts: tuple[str, ...] | list[str]) -> float:
    """The height of a row of wrapped texts, in points: neither Excel nor LibreOffice finds it by itself."""
    lines = max(len(text) // (_WIDE - 4) + 1 + text.count("\n") for text in texts)
    return 15.0 * lines + 2
