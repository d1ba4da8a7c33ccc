"""The fields of a card: each label with the cells that belong to it, however pages have parted them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from socwork_standard.importing.functions import Doubt
from socwork_standard.importing.labels import (
    AT_START,
    EDUCATION_CELL,
    LINK_CELL,
    Field,
    Label,
    Tongue,
    label_of,
)
from socwork_standard.importing.rows import Row

Cells = tuple[tuple[str, ...], ...]
HALF_LABEL_WORDS = 8
_LEVEL = re.compile(r"^\s*[1-8](?:\s*[-–—.]\s*[1-8])?\s*$")
_CODED_NAME = re.compile(r"^\s*\d{4}-\d-\d{3}\b")
_TAIL: tuple[Field, ...] = ("personal_competencies", "technical_regulations", "links")
_LISTS: tuple[Field, ...] = ("mandatory", "optional")


@dataclass(slots=True)
class FieldFound:
    """A field: its label as printed, and for each of its rows the cells; the first is the label's own."""

    label: str
    row: Row
    values: list[tuple[Row, Cells]] = field(default_factory=list)

    @property
    def paragraphs(self) -> list[str]:
        """The paragraphs of all its cells."""
        return [one for _, cells in self.values for cell in cells for one in cell]

    @property
    def text(self) -> str:
        """All its words as one text."""
        return " ".join(self.paragraphs)


@dataclass(slots=True)
class CardRows:
    """The rows of a card, sorted: its fields, and the rows of its functions."""

    fields: dict[Field, FieldFound] = field(default_factory=dict)
    functions: list[Row] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    tongues: list[tuple[Tongue, Row]] = field(default_factory=list)


def sort_rows(rows: Sequence[Row]) -> CardRows:
    """The rows of a card (without its heading) as fields and functions."""
    return _Sorter(rows).sort()


class _Sorter:
    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows
        self.found = CardRows()
        self.current: FieldFound | None = None
        self.field: Field | None = None
        self.waiting: list[Row] = []

    def sort(self) -> CardRows:
        at = 0
        while at < len(self.rows):
            at += self._row(at)
        for row in self.waiting:
            self._value(row, row.cells)
        return self.found

    def _row(self, at: int) -> int:
        """Sort a row; how many rows are done."""
        row = self.rows[at]
        label = self._label(row)
        if label is not None:
            self._begin(label, row, row.cells[1:])
            return 1
        if self._in_functions(row):
            self.found.functions.append(row)
            return 1
        if row.tabbed and not row.cells[0] and (listed := self._list_label(row.cells[1:])):
            self._begin(listed[0], row, listed[1])
            return 1
        if (half := self._half_label(at)) is not None:
            self._begin(half, row, row.cells[1:])
            self._value(self.rows[at + 1], ((), *self.rows[at + 1].cells[1:]))
            return 2
        if self.current is not None and self._ends_label(row):
            self.current.label += f" {row.texts[0]}"
            self._value(row, ((), *row.cells[1:]))
            return 1
        self._without_label(at)
        return 1

    def _label(self, row: Row) -> Label | None:
        head = row.texts[0]
        if not head:
            return None
        if self.field == "links" and (LINK_CELL.match(head) or _LEVEL.match(head)):
            return None
        label = label_of(head)
        if label is None or (self._in_functions(row) and label.field not in _TAIL):
            return None
        if AT_START.match(head) or (row.tabbed and label.field in _LISTS and self.field is None):
            return None
        return label

    def _in_functions(self, row: Row) -> bool:
        """Have the functions begun, and not ended?"""
        if any(one in self.found.fields for one in _TAIL):
            return False
        if self.found.functions:
            return True
        return any(AT_START.match(paragraph) for cell in row.cells for paragraph in cell)

    def _begin(self, label: Label, row: Row, cells: Cells) -> None:
        self.found.tongues.append((label.tongue, row))
        rest = (label.rest,) if label.rest else ()
        name = self._name_of(label, " ".join(one for cell in cells for one in cell) or label.rest)
        if name in self.found.fields and name != "links":
            self.found.doubts.append(Doubt("label_again", row, label.printed))
        self.field = name
        self.current = self.found.fields.setdefault(name, FieldFound(label.printed, row))
        for before in self.waiting:
            self._value(before, before.cells)
        self.waiting = []
        if name == "function_list" and (listed := self._list_label(cells)):
            self._begin(listed[0], row, listed[1])
        else:
            self._value(row, (rest, *cells))

    def _name_of(self, label: Label, value: str) -> Field:
        """The field of a label; codes with names under the label of another field are the other names."""
        fields = self.found.fields
        if label.field == "purpose" and "other_names" not in fields and _CODED_NAME.match(value):
            return "other_names"
        return label.field

    @staticmethod
    def _list_label(cells: Cells) -> tuple[Label, Cells] | None:
        """The label of the mandatory or the optional functions in the first cell that holds anything."""
        for at, paragraphs in enumerate(cells):
            if paragraphs:
                label = label_of(paragraphs[0])
                if label is None or label.field not in _LISTS:
                    return None
                rest = (label.rest, *paragraphs[1:]) if label.rest else paragraphs[1:]
                return Label(label.field, label.tongue, label.printed, ""), (rest, *cells[at + 1 :])
        return None

    def _half_label(self, at: int) -> Label | None:
        """A label of which a page break has left the second half in the next row."""
        if at + 1 >= len(self.rows):
            return None
        row, following = self.rows[at], self.rows[at + 1]
        halves = (row.texts[0], following.texts[0])
        if not (row.tabbed and all(halves) and following.after_break):
            return None
        if any(len(half.split()) > HALF_LABEL_WORDS for half in halves):
            return None
        label = label_of(" ".join(halves))
        return None if label is None or label.rest else label

    def _ends_label(self, row: Row) -> bool:
        """Is this the rest of a label whose first half, before the page break, is one by itself?"""
        head = row.texts[0]
        short = head.endswith(":") and len(head.split()) <= HALF_LABEL_WORDS
        goes_on = self.current is not None and not self.current.label.endswith(":")
        return row.after_break and row.tabbed and short and goes_on and head[:1].islower()

    def _without_label(self, at: int) -> None:
        row = self.rows[at]
        following = self.rows[at + 1] if at + 1 < len(self.rows) else None
        is_last = following is not None and following.after_break and self._label(following) is not None
        known_shape = any(EDUCATION_CELL.match(text) for text in row.texts)
        if self.field == "education" and known_shape:
            self._value(row, row.cells)
        elif self._is_link(row):
            self.field = "links"
            self.current = self.found.fields.setdefault("links", FieldFound("", row))
            self._value(row, row.cells)
        elif row.tabbed and is_last and not row.after_break and self.field != "links":
            self.waiting.append(row)
        else:
            self._value(row, row.cells)

    def _is_link(self, row: Row) -> bool:
        if self.field != "technical_regulations":
            return False
        return any(_LEVEL.match(text) for text in row.texts)

    def _value(self, row: Row, cells: Cells) -> None:
        if self.current is None:
            self.found.doubts.append(Doubt("unplaced", row, " ".join(one for cell in cells for one in cell)))
        elif any(cells):
            self.current.values.append((row, cells))
