"""Tables with merged cells as a plain grid: every cell that a merged one covers gives its text again."""

from dataclasses import dataclass

from socwork_standard.documents.model import Cell
from socwork_standard.documents.place import Place

MOST_COLUMNS = 1_000
"""So many columns a table of a document may have; what goes beyond stands in the last one."""


@dataclass(frozen=True, slots=True)
class Span:
    """A cell as a file holds it; `above`: it goes on with the cell above it; `height`: it covers so many rows."""

    text: str
    width: int = 1
    height: int = 1
    above: bool = False


def expand(rows: list[list[Span]], place: Place) -> tuple[tuple[Cell, ...], ...]:
    """The grid of a table; rows are made equally long, and rows and columns without any text are kept."""
    grid: list[list[Cell]] = []
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
    width = max(map(len, grid), default=0)
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
