"""Rows and records as contributions to people: what was written, with its place, before any value is read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from socwork_standard.register.heading_words import FACTS
from socwork_standard.register.layouts import Found, Layout, only_fact
from socwork_standard.register.lookup import MOST_KEPT, Lookup
from socwork_standard.register.problems import Problems, Spot
from socwork_standard.sheets.cells import Cell, Row, blank, cell_text, column_letter, raw_text

Written = tuple[str, Cell]
"""What stands in a field: the column (or key) as messages name it, and the cell."""


@dataclass(slots=True)
class RawFact:
    """One diploma, job or course as written: the cell of each field, and the field's column as messages name it."""

    fact: str
    cells: dict[str, Cell]
    columns: Mapping[str, str]
    sheet: str | None
    row: int | None
    end: str | None = None
    """The column in which the end of an employment would stand, where it is blank."""

    def spot(self, key: str) -> Spot:
        """The place of a field; of the row where the field is not filled."""
        blank_column = self.end if key == "end" else None
        return Spot(self.sheet, self.row, self.columns[key] if key in self.cells else blank_column)


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


@dataclass(frozen=True, slots=True)
class _Part:
    """Where the cells of one diploma, job or course stand in a row, and which of its fields they are."""

    fact: str
    places: tuple[int, ...]
    keys: tuple[str, ...]
    columns: Mapping[str, str]
    end: str | None


@dataclass(frozen=True, slots=True)
class _Shape:
    """What is the same in all rows that fill the same columns and name the same kind of fact.

    A long register has a few dozen shapes, and so each row only picks its cells.  `beyond`: something stands under no
    heading; `parts` is None where something else must be reported of each such row.
    """

    person: tuple[tuple[str, int], ...]
    parts: tuple[_Part, ...] | None
    beyond: bool


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
        self._shapes: dict[tuple[tuple[int, ...], str | None], _Shape] = {}

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
        cells = row.cells
        filled = tuple([index for index, cell in enumerate(cells) if cell is not None and not blank(cell)])
        shape = self._shape(filled, cell_text(self._cell(row, self._fact)))
        if shape.beyond:
            self._beyond(row, filled)
        identifier = cell_text(self._cell(row, self._id))
        if identifier is None:
            shown = " | ".join(filter(None, map(cell_text, row.cells)))
            self._problems.add("R201", self._spot(row, self._id), value=shown)
            return None
        entry = Entry(identifier, self._sheet, row.number, whole=not self._layout.by_fact)
        for key, index in shape.person:
            entry.person[key] = (self._label[index], cells[index])
        if shape.parts is None:
            self._one_fact(row, entry, filled)
            return entry
        for part in shape.parts:
            found = {key: cells[index] for key, index in zip(part.keys, part.places, strict=True)}
            self._add(entry, RawFact(part.fact, found, part.columns, self._sheet, row.number, part.end))
        return entry

    def _beyond(self, row: Row, filled: tuple[int, ...]) -> None:
        """Report the values to the right of the last heading, or under an empty one."""
        for index in filled:
            if self._headless(index):
                spot = Spot(self._sheet, row.number, column_letter(index))
                self._problems.add("R209", spot, value=raw_text(row.cells[index]))

    def _headless(self, index: int) -> bool:
        return index >= len(self._layout.headings) or not self._layout.headings[index]

    # -- rows alike --------------------------------------------------------------------------------------------------

    def _shape(self, filled: tuple[int, ...], fact: str | None) -> _Shape:
        """The shape of the rows that fill these columns and write this in the column of facts."""
        shape = self._shapes.get((filled, fact))
        if shape is None:
            parts = self._fact_part(filled, fact) if self._layout.by_fact else self._numbered(filled)
            person = tuple((key, index) for index, key in self._person.items() if index in filled)
            shape = _Shape(person, parts, any(map(self._headless, filled)))
            if len(self._shapes) < MOST_KEPT:
                self._shapes[filled, fact] = shape
        return shape

    def _fact_part(self, filled: tuple[int, ...], written: str | None) -> tuple[_Part] | None:
        """One row, one fact: its columns; None where the kind is not known or a column is that of another."""
        fact = None if written is None else self._words.fact(written)
        places = tuple(index for index in self._layout.facts if index in filled)
        if fact is None or not places or any(fact not in self._layout.facts[index] for index in places):
            return None
        return (self._part(fact, {index: self._layout.facts[index][fact] for index in places}, 1),)

    def _numbered(self, filled: tuple[int, ...]) -> tuple[_Part, ...]:
        """One row, one person: the columns of each numbered fact."""
        found: dict[tuple[str, int], dict[int, str]] = {}
        for index, (fact, key, number) in self._layout.targets.items():
            if index in filled:
                found.setdefault((fact, number), {})[index] = key
        order = sorted(found, key=lambda one: (FACTS.index(one[0]), one[1]))
        return tuple(self._part(fact, found[fact, number], number) for fact, number in order)

    def _part(self, fact: str, keys: dict[int, str], number: int) -> _Part:
        columns = {key: self._label[index] for index, key in keys.items()}
        return _Part(fact, tuple(keys), tuple(keys.values()), columns, self._end_column(number))

    # -- one row, one fact, with something to report -----------------------------------------------------------------

    def _one_fact(self, row: Row, entry: Entry, anywhere: tuple[int, ...]) -> None:
        filled = [index for index in self._layout.facts if index in anywhere]
        fact = self._fact_of(row, entry, filled)
        if fact is None:
            return
        if not filled:
            self._problems.add("R211", self._spot(row, self._fact), value=fact, record=entry.id)
            entry.lost.add(fact)
            return
        cells: dict[str, Cell] = {}
        columns: dict[str, str] = {}
        for index in filled:
            key = self._layout.facts[index].get(fact)
            if key is not None:
                cells[key], columns[key] = row.cells[index], self._label[index]
            elif not self._words.none(row.cells[index]):
                shown = raw_text(row.cells[index])
                self._problems.add("R205", self._spot(row, index), value=shown, record=entry.id)
                entry.lost.add(fact)
        # A word for none may stand in any column of the row, whichever fact that column belongs to.
        if not cells and filled and all(self._words.none(row.cells[index]) for index in filled):
            entry.none.append(fact)
        elif cells:
            self._add(entry, RawFact(fact, cells, columns, self._sheet, row.number, self._end_column(1)))

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

    # -- known to have none ------------------------------------------------------------------------------------------

    def _add(self, entry: Entry, raw: RawFact) -> None:
        """Add a fact to an entry, or the knowledge that there is none."""
        if all(map(self._words.none, raw.cells.values())):
            if not _ALSO_A_VALUE.issuperset(raw.cells):
                entry.none.append(raw.fact)
                return
            shown = raw_text(next(iter(raw.cells.values())))
            self._problems.add("R206", Spot(raw.sheet, raw.row), value=shown, record=entry.id)
        entry.facts.append(raw)


_ALSO_A_VALUE = frozenset({"category", "social_protection", "recognised", "end"})
"""Fields in which a word for none is a value of its own (no category, not an organisation of social protection)."""
