"""Rows and records as contributions to people: what was written, with its place, before any value is read."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from socwork_standard.register.heading_words import FACTS
from socwork_standard.register.layouts import Found, Layout, only_fact
from socwork_standard.register.lookup import Lookup
from socwork_standard.register.problems import Problems, Spot
from socwork_standard.sheets.cells import Cell, Row, blank, cell_text, column_letter, raw_text

Written = tuple[str, Cell]
"""What stands in a field: the column (or key) as messages name it, and the cell."""


@dataclass(slots=True)
class RawFact:
    """One diploma, job or course as written."""

    fact: str
    cells: dict[str, Written]
    sheet: str | None
    row: int | None
    end: str | None = None
    """The column in which the end of an employment would stand, where it is blank."""

    def spot(self, key: str) -> Spot:
        """The place of a field; of the row where the field is not filled."""
        blank_column = self.end if key == "end" else None
        return Spot(self.sheet, self.row, self.cells[key][0] if key in self.cells else blank_column)


@dataclass(slots=True)
class Entry:
    """What one row or record says of one person.

    `none` names the facts that it says there are none of.  `lost` names the facts of which something written could
    not be used, so that their list is not complete.  `used`: something of the entry was used.  `whole`: the entry is
    the whole person, so that a second one with the same id is unexpected.
    """

    id: str | None
    sheet: str | None
    row: int | None
    person: dict[str, Written] = field(default_factory=dict)
    facts: list[RawFact] = field(default_factory=list)
    none: list[str] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)
    used: bool = True
    whole: bool = False


class Rows:
    """The rows of a table as entries."""

    def __init__(self, found: Found, layout: Layout, words: Lookup, problems: Problems) -> None:
        self._sheet = found.table.name
        self._rows = found.rows
        self._layout = layout
        self._words = words
        self._problems = problems
        self._id = layout.index("id")
        self._fact = layout.index("fact")
        self._person = {index: key for index, key in layout.person.items() if key not in {"id", "fact"}}
        self._known = {*layout.person, *layout.facts, *layout.targets}
        self._label = {index: layout.column(index) for index in self._known}
        self._ends = {number: index for index, (_, key, number) in layout.targets.items() if key == "end"}
        self._ends.update(
            (1, index) for index, keys in layout.facts.items() if keys.get("experience") == "end"
        )

    def entries(self) -> Iterator[Entry | None]:
        """An entry for each row; None for one that cannot be used, which has been reported."""
        for row in self._rows:
            yield self._entry(row)

    def _spot(self, row: Row, index: int | None = None) -> Spot:
        return Spot(self._sheet, row.number, None if index is None else self._layout.column(index))

    def _end_column(self, number: int) -> str | None:
        return self._label.get(self._ends.get(number, -1))

    def _cell(self, row: Row, index: int | None) -> Cell:
        return row.cells[index] if index is not None and index < len(row.cells) else None

    def _entry(self, row: Row) -> Entry | None:
        self._beyond(row)
        identifier = cell_text(self._cell(row, self._id))
        if identifier is None:
            shown = " | ".join(filter(None, map(cell_text, row.cells)))
            self._problems.add("R201", self._spot(row, self._id), value=shown)
            return None
        entry = Entry(identifier, self._sheet, row.number, whole=not self._layout.by_fact)
        entry.person = {
            key: (self._label[index], cell)
            for index, key in self._person.items()
            if not blank(cell := self._cell(row, index))
        }
        if self._layout.by_fact:
            self._one_fact(row, entry)
        else:
            self._numbered(row, entry)
        return entry

    def _beyond(self, row: Row) -> None:
        """Values to the right of the last heading, or under an empty one."""
        headings = self._layout.headings
        for index, cell in enumerate(row.cells):
            if (index >= len(headings) or not headings[index]) and not blank(cell):
                self._problems.add(
                    "R209", Spot(self._sheet, row.number, column_letter(index)), value=raw_text(cell)
                )

    # -- one row, one fact -------------------------------------------------------------------------------------------

    def _one_fact(self, row: Row, entry: Entry) -> None:
        filled = [index for index in self._layout.facts if not blank(self._cell(row, index))]
        fact = self._fact_of(row, entry, filled)
        if fact is None:
            return
        if not filled:
            self._problems.add("R211", self._spot(row, self._fact), value=fact, record=entry.id)
            entry.lost.add(fact)
            return
        cells: dict[str, Written] = {}
        for index in filled:
            key = self._layout.facts[index].get(fact)
            if key is not None:
                cells[key] = (self._label[index], row.cells[index])
            elif not self._words.none(row.cells[index]):
                shown = raw_text(row.cells[index])
                self._problems.add("R205", self._spot(row, index), value=shown, record=entry.id)
                entry.lost.add(fact)
        # A word for none may stand in any column of the row, whichever fact that column belongs to.
        if not cells and filled and all(self._words.none(row.cells[index]) for index in filled):
            entry.none.append(fact)
        elif cells:
            self._add(entry, RawFact(fact, cells, self._sheet, row.number, self._end_column(1)))

    def _fact_of(self, row: Row, entry: Entry, filled: list[int]) -> str | None:
        """The kind of fact of a row; None where it has none, or none that can be told (which is reported)."""
        written = cell_text(self._cell(row, self._fact))
        if written is not None:
            fact = self._words.fact(written)
            if fact is None:
                self._problems.add("R202", self._spot(row, self._fact), value=written, record=entry.id)
                entry.lost, entry.used = set(FACTS), False
            return fact
        if not filled:
            return None
        fact = only_fact(self._layout, filled)
        if fact is None:
            shown = " | ".join(raw_text(row.cells[index]) for index in filled)
            self._problems.add("R204", self._spot(row, self._fact), value=shown, record=entry.id)
            entry.lost, entry.used = set(FACTS), False
        else:
            self._problems.add("R203", self._spot(row, self._fact), value=fact, record=entry.id)
        return fact

    # -- one row, one person -----------------------------------------------------------------------------------------

    def _numbered(self, row: Row, entry: Entry) -> None:
        found: dict[tuple[str, int], dict[str, Written]] = {}
        for index, (fact, key, number) in self._layout.targets.items():
            cell = self._cell(row, index)
            if not blank(cell):
                found.setdefault((fact, number), {})[key] = (self._label[index], cell)
        for fact, number in sorted(found, key=lambda one: (FACTS.index(one[0]), one[1])):
            cells = found[fact, number]
            self._add(entry, RawFact(fact, cells, self._sheet, row.number, self._end_column(number)))

    # -- known to have none ------------------------------------------------------------------------------------------

    def _add(self, entry: Entry, raw: RawFact) -> None:
        """Add a fact to an entry, or the knowledge that there is none."""
        if says_none(raw, self._words):
            entry.none.append(raw.fact)
            return
        if all(self._words.none(cell) for _, cell in raw.cells.values()):
            self._problems.add(
                "R206",
                Spot(raw.sheet, raw.row),
                value=raw_text(next(iter(raw.cells.values()))[1]),
                record=entry.id,
            )
        entry.facts.append(raw)


_ALSO_A_VALUE = {"category", "social_protection", "recognised", "end"}
"""Fields in which a word for none is a value of its own (no category, not an organisation of social protection)."""


def says_none(raw: RawFact, words: Lookup) -> bool:
    """Does a fact only say that there is none?"""
    return any(key not in _ALSO_A_VALUE for key in raw.cells) and all(
        words.none(cell) for _, cell in raw.cells.values()
    )
