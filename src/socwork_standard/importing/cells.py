"""What stands inside the fields of a card: education rows, sentences of experience, other names, links, levels."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from socwork_standard.importing.fields import Cells, FieldFound
from socwork_standard.importing.labels import EDUCATION_CELL, LINK_CELL
from socwork_standard.importing.numbered import split_numbered
from socwork_standard.importing.rows import Row
from socwork_standard.model.base import CategoryName

Column = Literal["level", "speciality", "qualification"]
COLUMNS: tuple[Column, ...] = ("level", "speciality", "qualification")
CODE = re.compile(r"\b\d{4}-\d{1,2}-\d{3}\b")
_LEVELS = re.compile(r"[1-8]")
_LEVEL_CELL = re.compile(r"^[1-8](?:\s*[-–—]\s*[1-8]|\.\d)?$")
CATEGORY: tuple[tuple[CategoryName, re.Pattern[str]], ...] = (
    ("none", re.compile(r"^(?:санаты\s+(?:жоқ|жоқтар)|санатсыз|без\s+категории)", re.IGNORECASE)),
    ("highest", re.compile(r"^(?:жоғары\s+санат|высш\w+\s+категори)", re.IGNORECASE)),
    ("first", re.compile(r"^(?:бірінші\s+санат|(?:перв\w+|I)\s+категори)", re.IGNORECASE)),
    ("second", re.compile(r"^(?:екінші\s+санат|(?:втор\w+|II)\s+категори)", re.IGNORECASE)),
)


@dataclass(slots=True)
class EducationFound:
    """A row of education: for each of its three cells the label and the words."""

    row: Row
    labels: dict[Column, str] = field(default_factory=dict)
    parts: dict[Column, list[str]] = field(default_factory=dict)

    def text(self, column: Column) -> str:
        """The words of a cell."""
        return " ".join(self.parts.get(column, ()))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or entry with the number printed before it."""

    printed: int | None
    text: str


def education_rows(found: FieldFound) -> list[EducationFound]:
    """The rows of education; a row that a page has torn in two is one again."""
    rows: list[EducationFound] = []
    torn: EducationFound | None = None
    for row, cells in found.values:
        one = _education_row(row, cells)
        if "level" in one.labels or not rows:
            if torn is not None:
                _merge(torn, one)
            rows.append(torn or one)
            torn = None
        elif one.labels and not any(one.parts.values()):
            torn = one
        else:
            _merge(rows[-1], one)
    if torn is not None:
        _merge(rows[-1], torn)
    return rows


def _education_row(row: Row, cells: Cells) -> EducationFound:
    found = EducationFound(row)
    for at, paragraphs in enumerate(cells):
        column: Column = COLUMNS[min(max(at - 1, 0), 2)]
        for paragraph in paragraphs:
            label = EDUCATION_CELL.match(paragraph)
            text = paragraph
            if label is not None:
                column = label.lastgroup  # type: ignore[assignment] # the groups are named after the columns
                found.labels[column] = label.group().strip()
                text = paragraph[label.end() :]
            if text:
                found.parts.setdefault(column, []).append(text)
    return found


def _merge(first: EducationFound, second: EducationFound) -> None:
    for column in COLUMNS:
        if column in second.labels:
            first.labels.setdefault(column, second.labels[column])
        first.parts.setdefault(column, []).extend(second.parts.get(column, ()))


def experience_clauses(found: FieldFound) -> list[tuple[CategoryName | None, Sentence]]:
    """The requirements of experience: one for each category, or numbered, or parted by semicolons."""
    sentences: list[Sentence] = []
    for one in entries(found.paragraphs):
        pieces = [one.text] if one.printed is not None else split_at_semicolons(one.text)
        sentences += [Sentence(one.printed, piece) for piece in pieces]
    return [(_category(one.text), one) for one in sentences]


def _category(text: str) -> CategoryName | None:
    return next((name for name, pattern in CATEGORY if pattern.match(text)), None)


def entries(paragraphs: Sequence[str]) -> list[Sentence]:
    """Numbered entries, or paragraphs; words that go on from the one before belong to it."""
    found: list[tuple[int | None, list[str]]] = []
    last = 0
    for paragraph in paragraphs:
        for part in split_numbered(paragraph, last):
            goes_on = not part.starts and found and (last or part.text[:1].islower())
            if goes_on and not found[-1][1][-1].endswith(";"):
                found[-1][1].append(part.text)
            else:
                found.append((part.printed, [part.text]))
            last = part.printed or last
    return [Sentence(printed, " ".join(parts)) for printed, parts in found]


def split_at_semicolons(text: str) -> list[str]:
    """A text cut after its semicolons, those within brackets left alone."""
    pieces, start, depth = [], 0, 0
    for at, sign in enumerate(text):
        depth = max(0, depth + (sign == "(") - (sign == ")"))
        if sign == ";" and not depth:
            pieces.append(text[start : at + 1].strip())
            start = at + 1
    pieces.append(text[start:].strip())
    return [piece for piece in pieces if piece]


def other_names(found: FieldFound) -> list[tuple[str, str | None]]:
    """The other possible names, each with its code where one is printed."""
    pieces = [
        piece
        for one in entries(found.paragraphs)
        for piece in _named(split_at_semicolons(one.text), one.text)
    ]
    return [(piece, code[0] if (code := CODE.match(piece)) else None) for piece in pieces if piece]


def _named(pieces: list[str], text: str) -> list[str]:
    if len(pieces) == 1 and len(codes := list(CODE.finditer(text))) > 1:
        cuts = [0, *(code.start() for code in codes[1:]), len(text)]
        return [text[start:end].strip() for start, end in pairwise(cuts)]
    if len(pieces) == 1 and not CODE.search(text):
        return _at_commas(text)
    return pieces


def _at_commas(text: str) -> list[str]:
    pieces, start, depth = [], 0, 0
    for at, sign in enumerate(text):
        depth = max(0, depth + (sign == "(") - (sign == ")"))
        if sign == "," and not depth:
            pieces.append(text[start : at + 1].strip())
            start = at + 1
    return [*pieces, text[start:].strip()]


@dataclass(slots=True)
class LinksFound:
    """The links to other professions, with the labels of their two columns."""

    level_label: str | None = None
    name_label: str | None = None
    entries: list[tuple[list[str], list[str]]] = field(default_factory=list)


def links(found: FieldFound) -> LinksFound:
    """The links; one that a page has torn in two is one again."""
    links_found = LinksFound()
    for _, cells in found.values:
        level, name, labels = _link_row(cells, links_found)
        if not level and not name:
            continue
        last = links_found.entries[-1] if links_found.entries else None
        torn = last is not None and not labels and (not last[0] or not level)
        if torn and last is not None:
            last[0].extend(level)
            last[1].extend(name)
        else:
            links_found.entries.append((level, name))
    return links_found


def _link_row(cells: Cells, found: LinksFound) -> tuple[list[str], list[str], bool]:
    level: list[str] = []
    name: list[str] = []
    labels = False
    for paragraph in (one for cell in cells for one in cell):
        label = LINK_CELL.match(paragraph)
        text = paragraph
        is_level = bool(_LEVEL_CELL.match(paragraph))
        if label is not None:
            labels, is_level = True, label.lastgroup == "level"
            if is_level:
                found.level_label = found.level_label or label.group().strip()
            else:
                found.name_label = found.name_label or label.group().strip()
            text = paragraph[label.end() :]
        if text:
            (level if is_level else name).append(text)
    return level, name, labels


def levels_of(text: str) -> list[int]:
    """The levels that a text names: 3-4 are 3 and 4; 7.1 is 7."""
    found = [int(one) for one in _LEVELS.findall(re.sub(r"(\d)\.\d", r"\1", text))]
    if len(found) == 2 and found[0] < found[1]:  # noqa: PLR2004 - from one to the other
        return list(range(found[0], found[1] + 1))
    return sorted(set(found))
