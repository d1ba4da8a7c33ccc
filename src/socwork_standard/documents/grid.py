"""Tables with merged cells as a plain grid: every cell that a merged one covers gives its text again."""

from dataclasses import dataclass

from socwork_standard.documents.model import Cell
from socwork_standard.documents.place import Place
from socwork_standard.errors import InputError

MOST_COLUMNS = 1_000
"""So many columns a table of a document may have; what goes beyond stands in the last one."""

MOST_CELLS = 400_000
"""So many cells the tables of a document may have, those that merged ones cover included: about 0.1 GB of memory."""


@dataclass(frozen=True, slots=True)
class Span:
    """A cell as a file holds it; `above`: it goes on with the cell above it; `height`: it covers so many rows."""

    text: str
    width: int = 1
    height: int = 1
    above: bool = False


@dataclass(slots=True)
class Room:
    """How many cells the tables of one document may still have."""

    cells: int = MOST_CELLS


def expand(rows: list[list[Span]], place: Place, room: Room) -> tuple[tuple[Cell, ...], ...]:
    """The grid of a table; rows are made equally long, and rows and columns without any text are kept.

    Raises `InputError`, without a place, where the tables of the document span far more cells than anybody has written.
    """
    grid: list[list[Cell]] = []
    width = 0
    below: dict[int, tuple[int, str]] = {}  # column → rows still covered from above, and the text
    for number, spans in enumerate(rows, 1):
        cells: list[Cell] = []
        for span in spans:
            _covered(cells, below, place, number)
            for step in range(min(span.width, MOST_COLUMNS)):
                column = len(cells)
                text = _above(grid, column) if span.above and not span.text else span.text
                cells.append(Cell(text, place.at(number, column + 1), repeated=step > 0 or span.above))
                if span.height > 1:
                    below[column] = (span.height - 1, span.text)
        _covered(cells, below, place, number)
        grid.append(cells)
        width = max(width, len(cells))
        if width * number > room.cells:
            raise InputError(
                "the tables of the document have more than {most} cells.",
                "",
                "Give the part that matters.",
                most=MOST_CELLS,
            )
    room.cells -= width * len(grid)
    return tuple(
        tuple(row + [Cell("", place.at(number, column + 1)) for column in range(len(row), width)])
        for number, row in enumerate(grid, 1)
    )


def _covered(cells: list[Cell], below: dict[int, tuple[int, str]], place: Place, number: int) -> None:
    """Add the cells that a higher one of an earlier row covers, up to the next free column."""
    while len(cells) in below and below[len(cells)][0] > 0:
        column = len(cells)
        left, text = below[column]
        cells.append(Cell(text, place.at(number, column + 1), repeated=True))
        below[column] = (left - 1, text)


def _above(grid: list[list[Cell]], column: int) -> str:
    return grid[-1][column].text if grid and column < len(grid[-1]) else ""
