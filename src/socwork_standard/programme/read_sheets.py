"""Reading the sheets of a workbook, or a separated text, as a curriculum."""

from collections.abc import Sequence
from functools import lru_cache

from socwork_standard.documents.model import Cell, clean_lines
from socwork_standard.documents.place import Place
from socwork_standard.errors import InputError
from socwork_standard.i18n import text
from socwork_standard.model.base import LANGUAGES
from socwork_standard.programme.read_build import Builder
from socwork_standard.programme.read_headings import field_of, label_of, near_field
from socwork_standard.programme.read_tables import (
    Row,
    TableReader,
    filled,
    find_layout,
    is_labels,
    label_pairs,
)
from socwork_standard.sheets.cells import Table, cell_text
from socwork_standard.text import normalise

MOST_ROWS = 200_000
"""So many rows a sheet of a curriculum may have."""

_Sheet = tuple[Table, list[Row]]
_PROGRAMME = {"title", "level", "speciality", "speciality_code", "qualification", "programme_language"}
_FORM = ("field", "value")
_TROUBLES = {
    "formula": "C108",
    "uncounted": "C112",
    "nul": "C109",
    "undecoded": "C106",
    "quotes": "C110",
    "quotes_mended": "C111",
}


@lru_cache(maxsize=1)
def own_sheets() -> frozenset[str]:
    """The names of the template's sheets that hold no curriculum, in the form in which names are compared."""
    return frozenset(
        normalise(text(language, f"programme.template.sheet.{name}"))
        for language in LANGUAGES
        for name in ("explain", "examples", "lists")
    )


def looks_like_courses(table: Table) -> bool:
    """Has a separated text the headings of a table of courses?"""
    rows = []
    for row in table.rows():
        rows.append(tuple(Cell(clean_lines(str(one or "")), Place(row=row.number)) for one in row.cells))
        if len(rows) > 10 or len(row.cells) > 100:  # noqa: PLR2004 - enough to see what it is
            break
    return find_layout(rows) is not None


def read_sheets(builder: Builder, tables: Sequence[Table], name: str) -> None:
    """Read every sheet: of courses, of the programme; what is neither is named."""
    left: list[_Sheet] = []
    headed: str | None = None
    reader = TableReader(builder)
    for table, rows in _filled_sheets(tables, name):
        if not reader.read(rows, lambda cell: _above(builder, cell), new_sheet=True):
            left.append((table, rows))
        elif not builder.courses:
            headed = f"{name}, {table.name}" if table.name else name
        _troubles(builder, table)
    for table, rows in left:
        if _is_programme(rows):
            _programme(builder, rows)
        elif builder.courses:
            builder.problem("C101", Place(sheet=table.name), table.name or name)
            for cell in (cell for row in rows for cell in filled(row)):
                builder.note(cell.place, cell.text)
    if not builder.courses:
        raise _no_rows(headed) if headed else _nothing(left, name)


def _filled_sheets(tables: Sequence[Table], name: str) -> list[_Sheet]:
    """The sheets that hold anything, without those of the template that explain it."""
    own = own_sheets() if len(tables) > 1 else frozenset()
    known = [table for table in tables if normalise(table.name or "") not in own]
    return [(table, rows) for table in known if (rows := _rows(table, name))]


def _rows(table: Table, name: str) -> list[Row]:
    rows: list[Row] = []
    for row in table.rows():
        if len(rows) >= MOST_ROWS:
            raise InputError(
                "the sheet has more than {most} rows; a curriculum has far fewer.",
                f"{name}, {table.name}" if table.name else name,
                "Check that it is the curriculum.",
                most=MOST_ROWS,
            )
        rows.append(
            tuple(
                Cell(
                    clean_lines(one) if isinstance(one, str) else cell_text(one) or "",
                    Place(sheet=table.name, row=row.number, column=index),
                )
                for index, one in enumerate(row.cells, 1)
            )
        )
    width = max(map(len, rows), default=0)
    return [_wide(row, width) for row in rows if filled(row)]


def _wide(row: Row, width: int) -> Row:
    """Rows of a separated text may be shorter than others."""
    if len(row) == width:
        return row
    place = row[0].place
    return (*row, *(Cell("", place.at(place.row or 1, column)) for column in range(len(row) + 1, width + 1)))


def _troubles(builder: Builder, table: Table) -> None:
    for one in table.troubles:
        if one.kind in _TROUBLES:
            column = None if one.column is None else one.column + 1
            builder.problem(
                _TROUBLES[one.kind], Place(sheet=table.name, row=one.row, column=column), one.value
            )


def _above(builder: Builder, cell: Cell) -> None:
    """A cell above the headings or between the rows: a field of the programme, its title, or not used."""
    line = " ".join(cell.text.split())
    found = label_of(line)
    if found and found[0] in _PROGRAMME and found[1]:
        builder.set_programme(found[0], found[1], cell.place)
    elif not builder.courses and found is None:
        builder.guess_title(line, cell.place)
    else:
        builder.note(cell.place, line)


def _is_programme(rows: list[Row]) -> bool:
    known = [field_of(" ".join(cell.text.split()).rstrip(" :")) for row in rows for cell in filled(row)[:1]]
    return is_labels(rows) and any(key in _PROGRAMME | {"language", "course_title"} for key in known)


def _programme(builder: Builder, rows: list[Row]) -> None:
    """A sheet of the programme: a label and its value a row."""
    own = {
        normalise(text(language, f"programme.template.{name}")) for language in LANGUAGES for name in _FORM
    }
    for row in rows:
        if {normalise(cell.text) for cell in filled(row)} <= own:
            continue  # the headings of the template's form
        for label, value in label_pairs(row):
            key = field_of(" ".join(label.text.split()).rstrip(" :"))
            key = {"language": "programme_language", "course_title": "title"}.get(key or "", key)
            if value is None or key not in _PROGRAMME:
                for cell in (label, value):
                    if cell is not None and (cell is value or key is None):
                        builder.note(cell.place, cell.text)
            else:
                builder.set_programme(key or "", " ".join(value.text.split()), value.place)


def _no_rows(where: str) -> InputError:
    return InputError(
        "the table has the headings of courses and no course below them.",
        where,
        "Write one row for each learning outcome.",
    )


def _nothing(left: list[_Sheet], name: str) -> InputError:
    from socwork_standard.programme.read_model import nothing_found

    if not left:
        return InputError(
            "the table is empty.", name, "Fill it; `socwork template curriculum` writes one to begin with."
        )
    table, rows = left[0]
    first = [" ".join(cell.text.split()) for cell in filled(rows[0])]
    shown = f"{name}, {table.name}" if table.name else name
    for written in first:
        if near := near_field(written):
            return InputError(
                "no row has the headings of a table of courses; {written!r} is nearly {near!r}.",
                shown,
                "Correct the headings: course code or course title, and learning outcomes, must be among them.",
                written=written,
                near=near,
            )
    return nothing_found(shown, " | ".join(first))
