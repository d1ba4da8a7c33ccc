"""Reading the tables of a curriculum: a table of courses, of outcomes, or of labels with their values."""

from collections.abc import Callable
from dataclasses import dataclass, field

from socwork_standard.documents.model import Cell
from socwork_standard.programme.read_build import Builder, Draft
from socwork_standard.programme.read_headings import (
    field_of,
    is_running_number,
    is_total,
    label_of,
    near_field,
)
from socwork_standard.programme.read_values import course_line, is_semester

ROWS_SEARCHED = 30
"""The headings stand in one of so many first rows that hold anything."""

_LEAST_FIELDS = 2
_SHORT = 6
_COURSE = {"course_code", "course_title"}
_COLUMNS = _COURSE | {"credits", "semester", "description", "goal", "language", "outcome_id", "outcome_text"}

Row = tuple[Cell, ...]


@dataclass(slots=True)
class Layout:
    """What the columns of a table are: its headings, column → field, and the columns that only count."""

    headings: tuple[str, ...]
    columns: dict[int, str]
    counting: set[int] = field(default_factory=set)

    def has_courses(self) -> bool:
        """Does each row name its course?"""
        return bool(_COURSE & set(self.columns.values()))


def filled(row: Row) -> list[Cell]:
    """The cells of a row that hold anything, each merged one once."""
    kept: list[Cell] = []
    for cell in row:
        if cell.text and not cell.repeated and not (kept and _same(kept[-1], cell)):
            kept.append(cell)
    return kept


def _same(one: Cell, other: Cell) -> bool:
    """Neighbours of equal text: a workbook gives merged cells so; short ones (5, 5) are two values."""
    return one.text == other.text and len(one.text) > _SHORT


def find_layout(rows: list[Row], *, least: int = _LEAST_FIELDS) -> tuple[int, Layout] | None:
    """The row of headings, and what its columns are; None where no row looks like headings."""
    best: tuple[int, int, Layout] | None = None
    seen = 0
    for index, row in enumerate(rows):
        if not filled(row):
            continue
        seen += 1
        if seen > ROWS_SEARCHED:
            break
        layout = _layout(row)
        known = set(layout.columns.values())
        useful = _COURSE & known or "outcome_text" in known
        if useful and len(known) >= least and (best is None or len(known) > best[0]):
            best = len(known), index, layout
    return best and (best[1], best[2])


def _layout(row: Row) -> Layout:
    layout = Layout(tuple(cell.text for cell in row), {})
    for index, cell in enumerate(row):
        text = " ".join(cell.text.split())
        key = field_of(text)
        if key in _COLUMNS and key not in layout.columns.values():
            layout.columns[index] = key
        elif key is None and is_running_number(text):
            layout.counting.add(index)
    return layout


class TableReader:
    """Reads the rows of tables into a builder."""

    def __init__(self, builder: Builder) -> None:
        self._builder = builder
        self._last: Layout | None = None
        self._row_course: Draft | None = None
        self.current: Draft | None = None

    def read(self, rows: list[Row], other: Callable[[Cell], None], *, new_sheet: bool = False) -> bool:
        """Read a table of courses or outcomes; False where it is neither, and nothing was taken.

        `other` takes the cells that are in no course: those above the headings, and rows between.
        """
        if new_sheet:
            self._last = None
            self._row_course = None
        found = find_layout(rows)
        if found is None:
            found = self._outcomes_alone(rows) or self._goes_on(rows)
        if found is None:
            return False
        index, layout = found
        if layout.has_courses():
            self._row_course = self._row_course if layout is self._last else None
        elif self.current is None and not self._builder.courses:
            return False
        for row in rows[: max(index, 0)]:
            for cell in filled(row):
                other(cell)
        self._tell_columns(rows[index] if index >= 0 else None, layout)
        self._last = layout
        for row in rows[index + 1 :]:
            if filled(row) and not _repeats(row, layout):
                self._row(row, layout, other)
        return True

    def _outcomes_alone(self, rows: list[Row]) -> tuple[int, Layout] | None:
        """A table under a course whose one known heading is that of the outcomes."""
        found = find_layout(rows, least=1) if self.current is not None else None
        return found if found and "outcome_text" in found[1].columns.values() else None

    def _goes_on(self, rows: list[Row]) -> tuple[int, Layout] | None:
        """A table without headings that goes on with the one before it, as on the next page."""
        last = self._last
        if last is None or not rows or len(rows[0]) != len(last.headings):
            return None
        return (-1, last)

    def _tell_columns(self, row: Row | None, layout: Layout) -> None:
        for index, cell in enumerate(row or ()):
            text = " ".join(cell.text.split())
            if not text or cell.repeated or index in layout.columns or index in layout.counting:
                continue
            key = field_of(text)
            if key in layout.columns.values():
                self._builder.problem("C104", cell.place, text)
            elif key is None and (near := near_field(text)):
                self._builder.problem("C103", cell.place, text, near=near)
            else:
                self._builder.problem("C102", cell.place, text)

    # -- rows --------------------------------------------------------------------------------------------------------

    def _row(self, row: Row, layout: Layout, other: Callable[[Cell], None]) -> None:
        cells = filled(row)
        first = " ".join(cells[0].text.split())
        if len(cells) == 1 and layout.has_courses() and self._banner(cells[0], layout, other):
            return
        if is_total(first) and len(cells) < len(layout.headings):
            for cell in cells:
                self._builder.note(cell.place, cell.text)
            return
        values = {key: row[index] for index, key in layout.columns.items() if row[index].text}
        for index, cell in enumerate(row):
            if cell.text and not cell.repeated and index not in layout.columns:
                self._builder.note(cell.place, cell.text)
        draft = (
            self._course(values, row) if layout.has_courses() else (self.current or self._builder.courses[-1])
        )
        if draft is not None:
            self._fields(draft, values)
        elif values:
            for cell in values.values():
                self._builder.problem("C301", cell.place, cell.text)

    def _banner(self, cell: Cell, layout: Layout, other: Callable[[Cell], None]) -> bool:
        """A row with one cell: the semester of what follows, a title of a block; an outcome is none."""
        text = " ".join(cell.text.split())
        if is_semester(text) and layout.columns.get((cell.place.column or 1) - 1) != "semester":
            self._builder.semester_follows(text, cell.place)
            return True
        if layout.columns.get((cell.place.column or 1) - 1) in {
            "outcome_text",
            "course_title",
            "course_code",
        }:
            return False
        other(cell)
        return True

    def _course(self, values: dict[str, Cell], row: Row) -> Draft | None:
        code, title = (self._plain(values.get(key)) for key in ("course_code", "course_title"))
        place = (values.get("course_code") or values.get("course_title") or row[0]).place
        if code is None and title is not None and (found := course_line(title)):
            code, title = found
        if code is None and title is None:
            return self._row_course
        before = self._row_course
        if code is None and before is not None and title == before.title:
            return before
        self._row_course = self._builder.course(code, title, place)
        return self._row_course

    def _plain(self, cell: Cell | None) -> str | None:
        return (" ".join(cell.text.split()) or None) if cell else None

    def _fields(self, draft: Draft, values: dict[str, Cell]) -> None:
        for key in ("credits", "semester", "description", "goal"):
            if key in values:
                self._builder.set_field(draft, key, self._plain(values[key]) or "", values[key].place)
        if "semester" not in values:
            self._builder.in_semester(draft)
        language, text = values.get("language"), values.get("outcome_text")
        ident = self._plain(values.get("outcome_id"))
        if text is not None and not text.repeated:
            place = text.place
            self._builder.outcomes(draft, text.text, place, ident, self._plain(language))
            return
        if ident and text is None:
            self._builder.problem("C304", values["outcome_id"].place, ident)
        if language and text is None:
            self._builder.set_field(draft, "language", self._plain(language) or "", language.place)


def _repeats(row: Row, layout: Layout) -> bool:
    """Are these the headings again, as on the next page, or the second row of headings?"""
    pairs = [(cell.text, heading) for cell, heading in zip(row, layout.headings, strict=False) if cell.text]
    if all(text == heading for text, heading in pairs):
        return True
    return len(pairs) > 1 and all(text == heading or field_of(text) in _COLUMNS for text, heading in pairs)


def is_labels(rows: list[Row]) -> bool:
    """Is this a table of labels with their values, as at the top of a syllabus?"""
    known = sum(any(_label(row, index) for index in range(len(row))) for row in rows)
    return known > 0 and 2 * known >= sum(bool(filled(row)) for row in rows)


def _label(row: Row, index: int) -> str | None:
    cell = row[index]
    return field_of(" ".join(cell.text.split()).rstrip(" :")) if cell.text and not cell.repeated else None


def label_pairs(row: Row) -> list[tuple[Cell, Cell | None]]:
    """The labels of a row, each with the cell of its value; a cell that is no label comes alone."""
    cells = filled(row)
    pairs: list[tuple[Cell, Cell | None]] = []
    index = 0
    while index < len(cells):
        cell = cells[index]
        text = " ".join(cell.text.split()).rstrip(" :")
        after = cells[index + 1] if index + 1 < len(cells) else None
        if field_of(text) is not None and label_of(text) == (field_of(text), "") and after is not None:
            pairs.append((cell, after))
            index += 2
        else:
            pairs.append((cell, None))
            index += 1
    return pairs
