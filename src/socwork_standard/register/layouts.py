"""Finding the row of headings in a table, and what each of its columns is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from socwork_standard.register.heading_words import FACTS
from socwork_standard.register.headings import (
    Heading,
    is_personal,
    is_running_number,
    near_heading,
    read_heading,
)
from socwork_standard.register.problems import Problems, Spot
from socwork_standard.sheets.cells import Row, Table, cell_text, column_letter

ROWS_SEARCHED = 30
"""The headings stand in one of so many first rows that hold anything."""

_LEAST_COLUMNS = 2
_MOST_NAMED = 20

Target = tuple[str, str, int]
"""A fact, its field, and which of the row's diplomas, jobs or courses it is."""


@dataclass(slots=True)
class Layout:
    """What the columns of a table are.

    `by_fact`: one row is one fact, told by the column `fact`; otherwise one row is one person.  `person` maps
    columns to fields of the person; `facts` maps columns to a field for each kind of fact (`by_fact`), `targets`
    to one field of one numbered fact (otherwise).
    """

    row: int
    headings: tuple[str, ...]
    by_fact: bool
    person: dict[int, str] = field(default_factory=dict)
    facts: dict[int, dict[str, str]] = field(default_factory=dict)
    targets: dict[int, Target] = field(default_factory=dict)

    def column(self, index: int) -> str:
        """A column as messages name it: its letter and its heading."""
        heading = self.headings[index] if index < len(self.headings) else ""
        return f"{column_letter(index)} ({heading})" if heading else column_letter(index)

    def index(self, name: str) -> int | None:
        """The column of a field of the person."""
        return next((column for column, one in self.person.items() if one == name), None)


@dataclass(slots=True)
class Found:
    """A table with its headings found, and the rows below them."""

    table: Table
    headings: Row
    texts: tuple[str, ...]
    above: int
    rows: Iterator[Row]
    has_data: bool


def find_headings(table: Table) -> Found | None:
    """The headings of a table and the rows below; None where no row looks like headings."""
    rows = table.rows()
    first: list[Row] = []
    for row in rows:
        first.append(row)
        if len(first) > ROWS_SEARCHED or table.headings_first:
            break
    best, score = -1, 0
    texts: tuple[str, ...] = ()
    for index in range(min(len(first), ROWS_SEARCHED)):
        for candidate in _candidates(first, index):
            worth = _worth(candidate)
            if worth > score:
                best, score, texts = index, worth, candidate
    if score < _LEAST_COLUMNS:
        return None
    below = first[best + 1 :]
    after = next(rows, None) if not below else None
    rest = chain(below, [after] if after else [], rows)
    return Found(table, first[best], texts, best, rest, bool(below or after))


def _candidates(rows: list[Row], index: int) -> Iterator[tuple[str, ...]]:
    """The texts of a row as headings: alone, and below those of the row above, where facts may stand for several."""
    own = [cell_text(cell) or "" for cell in rows[index].cells]
    yield tuple(own)
    if index == 0 or rows[index - 1].number != rows[index].number - 1:
        return
    above = [cell_text(cell) or "" for cell in rows[index - 1].cells]
    group, joined = "", []
    for column in range(max(len(own), len(above))):
        upper = above[column] if column < len(above) else ""
        lower = own[column] if column < len(own) else ""
        group = upper or group
        same = upper == lower or not lower
        joined.append(
            upper if same else f"{group} {lower}".strip() if read_heading(f"{group} {lower}") else lower
        )
    yield tuple(joined)


def _worth(texts: tuple[str, ...]) -> int:
    """How many different columns of a register a row names; one that names no person counts half."""
    known = {heading for one in texts if (heading := read_heading(one)) is not None}
    has_id = any(heading.person == "id" for heading in known)
    return 2 * len(known) if has_id else len(known)


def has_id(found: Found) -> bool:
    """Is there a column for the person's number?"""
    return any(one is not None and one.person == "id" for one in map(read_heading, found.texts))


def read_layout(found: Found, problems: Problems) -> Layout:
    """What each column is; headings that are not understood are noted."""
    meant = [read_heading(one) for one in found.texts]
    by_fact = any(one is not None and one.person == "fact" for one in meant)
    layout = Layout(found.headings.number, found.texts, by_fact)
    running = _running_columns(found.texts, meant)
    unknown: list[int] = []
    taken: dict[object, int] = {}
    for index, (written, heading) in enumerate(zip(found.texts, meant, strict=True)):
        if not written or index in running:
            continue
        if heading is None:
            unknown.append(index)
            continue
        _place(layout, index, heading, taken, problems, found)
    _settle(layout, problems, found)
    _tell_unknown(layout, unknown, problems, found)
    if found.above and not found.table.headings_first:
        problems.add("R105", Spot(found.table.name, found.headings.number), n=found.above)
    return layout


def _running_columns(texts: Iterable[str], meant: list[Heading | None]) -> set[int]:
    """Columns that only number the rows: there is a better one for the id."""
    ids = [index for index, one in enumerate(meant) if one is not None and one.person == "id"]
    written = list(texts)
    weak = {index for index in ids if is_running_number(written[index])}
    return weak if len(weak) < len(ids) else set()


def _place(
    layout: Layout, index: int, heading: Heading, taken: dict[object, int], problems: Problems, found: Found
) -> None:
    spot = Spot(found.table.name, layout.row, layout.column(index))
    if heading.person is not None:
        if _free(heading.person, index, layout, taken, problems, spot):
            layout.person[index] = heading.person
    elif layout.by_fact:
        if heading.number not in {None, 1}:
            problems.add("R102", spot, value=layout.headings[index])
        elif _free(heading.fields, index, layout, taken, problems, spot):
            layout.facts[index] = dict(heading.fields)
    else:
        fields = heading.fields
        if len(fields) > 1:
            fields = _only_possible(fields, layout, index)
        if len(fields) != 1:
            problems.add("R107", spot, value=layout.headings[index])
            return
        (fact, key), number = fields[0], heading.number or 1
        if _free((fact, key, number), index, layout, taken, problems, spot):
            layout.targets[index] = (fact, key, number)


def _settle(layout: Layout, problems: Problems, found: Found) -> None:
    """Where two columns may be one field of a fact, give it to the one that means fewer things."""
    for index in sorted(layout.facts, key=lambda one: (len(layout.facts[one]), one), reverse=True):
        mine = layout.facts[index]
        others = [columns for other, columns in layout.facts.items() if other != index]
        kept = {fact: key for fact, key in mine.items() if all(one.get(fact) != key for one in others)}
        if kept:
            layout.facts[index] = kept
            continue
        del layout.facts[index]
        same = next(other for other, columns in layout.facts.items() if columns.items() & mine.items())
        spot = Spot(found.table.name, layout.row, layout.column(index))
        problems.add("R104", spot, value=layout.headings[index], first=layout.column(same))


def _only_possible(
    fields: tuple[tuple[str, str], ...], layout: Layout, index: int
) -> tuple[tuple[str, str], ...]:
    """Of a heading such as `date`, the one meaning whose fact its nearest neighbour on the left belongs to."""
    left = [target for column, target in layout.targets.items() if column < index]
    return tuple(one for one in fields if left and one[0] == left[-1][0])


def _free(
    key: object, index: int, layout: Layout, taken: dict[object, int], problems: Problems, spot: Spot
) -> bool:
    if key in taken:
        first = layout.column(taken[key])
        problems.add("R104", spot, value=layout.headings[index], first=first)
        return False
    taken[key] = index
    return True


def _tell_unknown(layout: Layout, unknown: list[int], problems: Problems, found: Found) -> None:
    named = 0
    for count, index in enumerate(unknown):
        written = layout.headings[index]
        spot = Spot(found.table.name, layout.row, layout.column(index))
        if is_personal(written):
            problems.add("R106", spot, value=written)
        elif near := near_heading(written):
            problems.add("R103", spot, value=written, near=near)
        elif named < _MOST_NAMED:
            named += 1
            problems.add("R102", spot, value=written)
        else:
            rest = ", ".join(layout.column(one) for one in unknown[count:])
            problems.add("R102", Spot(found.table.name, layout.row, layout.column(index)), value=rest)
            return


def only_fact(layout: Layout, columns: Iterable[int]) -> str | None:
    """The one kind of fact to which all these columns may belong; None where there are several or none."""
    fitting = [fact for fact in FACTS if all(fact in layout.facts[column] for column in columns)]
    return fitting[0] if len(fitting) == 1 else None
