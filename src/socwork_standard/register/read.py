"""Reading a whole register: every row is used or reported, and one bad row stops nothing."""

from collections.abc import Callable, Iterator
from pathlib import Path

from socwork_standard.data.load import load_standard
from socwork_standard.data.standard import Standard
from socwork_standard.errors import InputError
from socwork_standard.model.base import Language
from socwork_standard.register.entries import Entry, Rows
from socwork_standard.register.headings import is_running_number
from socwork_standard.register.layouts import Found, Layout, find_headings, has_id, read_layout
from socwork_standard.register.lookup import Lookup
from socwork_standard.register.model import Register, RegisterProblem
from socwork_standard.register.paused import without_collector
from socwork_standard.register.people import People
from socwork_standard.register.problems import Problems, Spot
from socwork_standard.register.records import Reader
from socwork_standard.register.sources import Source, open_source
from socwork_standard.register.template import own_sheets
from socwork_standard.register.unrecognised import Unknown
from socwork_standard.register.values import Values
from socwork_standard.sheets.cells import Table
from socwork_standard.text import normalise
from socwork_standard.vocabulary.names import Aliases, Names

Progress = Callable[[int, int | None], None]
"""Called now and then with the rows read so far, and their number where it is known."""

_EVERY = 1_000
_MANY = 4
_TROUBLES = {
    "quotes": "R112",
    "quotes_mended": "R113",
    "nul": "R110",
    "undecoded": "R111",
    "merged": "R108",
    "formula": "R109",
    "uncounted": "R115",
    "nested": "R116",
}


def read_register(
    source: str | Path | Source,
    *,
    standard: Standard | None = None,
    aliases: Aliases | None = None,
    sheet: str | None = None,
    language: Language = "en",
    progress: Progress | None = None,
) -> Register:
    """Read a staff register.

    `source` is a workbook, separated text, Parquet, JSON, YAML, a SQLite file, a folder of records, a connection
    string, `-` for standard input, or a source opened already.  `sheet` chooses one of several sheets.  Problems are
    worded in `language`.
    Raises `InputError` where the source as a whole cannot be read.
    """
    return _Reading(standard or load_standard(), aliases, language, progress).read(
        source if isinstance(source, Source) else open_source(source), sheet
    )


class _Reading:
    def __init__(
        self, standard: Standard, aliases: Aliases | None, language: Language, progress: Progress | None
    ) -> None:
        names = Names(standard, aliases)
        self._words = Lookup(names)
        self._problems = Problems(language)
        self._unknown = Unknown(names, language)
        values = Values(standard, self._words, self._problems, self._unknown)
        self._people = People(values, self._problems)
        self._progress = progress or (lambda _rows, _total: None)
        self._read = 0
        self._used = 0

    def read(self, source: Source, sheet: str | None) -> Register:
        """Read everything and build the records."""
        with without_collector():
            if source.tables:
                self._table(self._choose(source, sheet), source.name)
            else:
                self._records(source)
            records, places = tuple(self._people.records()), self._people.places()
        if not records and not self._problems.found:
            raise InputError(
                "there is nobody in it.", source.name, "Fill in at least one row below the headings."
            )
        return Register(
            source=source.name,
            records=records,
            problems=tuple(sorted(self._problems.found, key=_order)),
            rows_read=self._read,
            rows_used=self._used,
            unrecognised=self._unknown.listed(),
            places=places,
        )

    def _take(self, entries: Iterator[Entry | None], total: int | None) -> None:
        for entry in entries:
            self._read += 1
            if entry is not None:
                self._people.add(entry)
                self._used += entry.used
            if self._read % _EVERY == 0:
                self._progress(self._read, total)
        self._progress(self._read, self._read)

    # -- tables ------------------------------------------------------------------------------------------------------

    def _table(self, found: Found, name: str) -> None:
        layout = read_layout(found, self._problems)
        if layout.by_fact and not layout.facts:
            raise InputError(
                "there is a column for the kind of fact, but none for what the facts say.",
                _place(found, name),
                "Add columns such as level, position, start; `socwork template staff` writes them all.",
            )
        self._take(Rows(found, layout, self._words, self._problems).entries(), found.table.total)
        self._tell_running_number(layout, found)
        self._tell_troubles(found, layout)

    def _tell_running_number(self, layout: Layout, found: Found) -> None:
        """Point out that every row of facts has an id of its own, under a heading that may number the rows."""
        index = layout.index("id")
        if not layout.by_fact or index is None or not is_running_number(layout.headings[index]):
            return
        if self._used >= _MANY and len(self._people) == self._used:
            spot = Spot(found.table.name, layout.row, layout.column(index))
            self._problems.add("R307", spot, value=layout.headings[index])

    def _tell_troubles(self, found: Found, layout: Layout) -> None:
        for one in found.table.troubles:
            column = None if one.column is None else layout.column(one.column)
            spot = Spot(found.table.name, one.row or None, column)
            self._problems.add(_TROUBLES[one.kind], spot, value=one.value)
            if one.kind == "quotes":
                self._read += 1

    def _choose(self, source: Source, sheet: str | None) -> Found:
        """The table to read: the one asked for, or the only one with headings and rows."""
        tables = source.tables
        if sheet is not None:
            tables = [
                one for one in tables if one.name is not None and normalise(one.name) == normalise(sheet)
            ]
            if not tables:
                names = ", ".join(one.name or "–" for one in source.tables)
                raise InputError(
                    "there is no sheet {sheet!r}.",
                    source.name,
                    "There are: {names}.",
                    sheet=sheet,
                    names=names,
                )
        own = own_sheets() if len(tables) > 1 else frozenset()
        candidates = [one for one in tables if one.name is None or normalise(one.name) not in own]
        found = [one for one in map(find_headings, candidates) if one is not None and has_id(one)]
        filled = [one for one in found if one.has_data] or found[:1]
        if sheet is None:
            filled = [one for one in filled if not one.table.hidden] or filled
        if len(filled) > 1:
            names = ", ".join(str(one.table.name) for one in filled)
            raise InputError(
                "several sheets hold a register: {names}.",
                source.name,
                "Choose one with --sheet NAME.",
                names=names,
            )
        if not filled:
            raise _no_headings(source, candidates or tables)
        for other in source.tables:
            if sheet is None and other is not filled[0].table and normalise(other.name or "") not in own:
                code = "R114" if other.hidden else "R101"
                self._problems.add(code, Spot(other.name), value=other.name or "–")
        return filled[0]

    # -- records -----------------------------------------------------------------------------------------------------

    def _records(self, source: Source) -> None:
        reader = Reader(self._problems)
        if source.folder is not None:
            entries = reader.folder(source.folder)
        elif source.records is not None:
            entries = reader.mappings(source.records, source.name)
        elif source.text is not None:
            entries = reader.file(source.text, source.name, source.ending)
        else:
            raise InputError("the workbook has no sheets.", source.name, "Give a workbook with a table.")
        self._take(iter(entries), None)
        self._read = reader.read


def _order(problem: RegisterProblem) -> tuple[str, int]:
    return problem.sheet or "", problem.row or 0


def _place(found: Found, name: str) -> str:
    sheet = f", {found.table.name}" if found.table.name else ""
    return f"{name}{sheet}:{found.headings.number}"


def _no_headings(source: Source, tables: list[Table]) -> InputError:
    """The error for a table in which no row looks like headings, with what its first row says."""
    first = next((row for table in tables for row in table.rows()), None)
    if first is None:
        return InputError(
            "the table is empty.", source.name, "Fill it; `socwork template staff` writes one to begin with."
        )
    shown = " | ".join(str(cell) for cell in first.cells if cell is not None and str(cell).strip())[:200]
    return InputError(
        "no row has the headings of a register, among them one for the person's number (id, "
        "табельный номер, табель нөмірі). The first row that holds anything is: {shown}",
        source.name,
        "Write headings as `socwork template staff` does, in Kazakh, Russian or English.",
        shown=shown,
    )
