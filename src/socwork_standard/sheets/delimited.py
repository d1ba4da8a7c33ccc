"""Reading separated text (CSV) as Excel and others write it in Kazakhstan: semicolons, cp1251, broken quotes."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from socwork_standard.data.files import read_bytes
from socwork_standard.errors import InputError
from socwork_standard.sheets.cells import Row, Table, Trouble, check_width

SEPARATORS = ";,\t|"
MOST_LINES = 12
"""So many lines a quoted cell may run over; a quote that stays open longer was never meant to open."""

_SAMPLE_LINES = 30
_MANY_NULS = 0.05
_NEITHER_KAZAKH_NOR_RUSSIAN = re.compile("[ЂЃѓЉЊЌЋЏђљњќћџЎўЈҐЄЇґєїј]")
_LOST_LETTER = re.compile(r"\?\w|\w\?\w|\ufffd")
_CYRILLIC = range(0x0400, 0x0500)
_SHOWN = 200


def read_delimited(source: Path | bytes, name: str) -> Table:
    """The table of a text file; encoding and separator are found from what it holds."""
    raw = source if isinstance(source, bytes) else read_bytes(source, name)
    text, lost = decode(raw, name)
    if not text.strip():
        raise InputError(
            "the file is empty.", name, "Fill it; `socwork template staff` writes one to begin with."
        )
    lines = io.StringIO(text, newline="").readlines()
    first, separator = _separator(lines)
    table = Table(None, lambda: _rows(lines, first, separator, lost, table, name), total=len(lines))
    return table


def decode(raw: bytes, name: str) -> tuple[str, bool]:
    """The text of a file, and whether letters may be lost: UTF-8, UTF-16 with its mark, else cp1251 or KZ-1048.

    cp1251 has no Ә, Ғ, Қ, Ң, Ө, Ұ, Ү, Һ: a program that saves them there writes question marks.
    """
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", "replace"), False
    if raw.count(0) > _MANY_NULS * len(raw):
        raise InputError(
            "the file is not text: it is full of NUL bytes.", name, "Save the table as .xlsx or as CSV UTF-8."
        )
    try:
        return raw.decode("utf-8-sig"), False
    except UnicodeDecodeError:
        pass
    broken = raw.decode("utf-8-sig", "replace")
    letters = sum(ord(sign) in _CYRILLIC for sign in broken)
    if letters > 10 * broken.count("\ufffd"):
        return broken, True  # UTF-8 with a damaged place, for it is full of whole Cyrillic letters
    text = raw.decode("cp1251", "replace")
    if _NEITHER_KAZAKH_NOR_RUSSIAN.search(text):
        text = raw.decode("kz1048", "replace")
    return text, True


def _separator(lines: list[str]) -> tuple[int, str]:
    """The first line of data, and the sign between columns; `sep=;` on the first line decides, as in Excel."""
    first = lines[0].strip().lower()
    if first.startswith("sep=") and len(first) == len("sep=;"):
        return 1, first[-1]
    sample = [line for line in lines[: _SAMPLE_LINES * 10] if line.strip()][:_SAMPLE_LINES]
    best = max(SEPARATORS, key=lambda sign: (_worth(sample, sign), -SEPARATORS.index(sign)))
    return 0, best


def _worth(sample: list[str], sign: str) -> tuple[int, int]:
    """How well a sign splits: lines that have as many of it as most lines have, then how many there are."""
    counts = [_outside_quotes(line, sign) for line in sample]
    positive = [count for count in counts if count]
    if not positive:
        return 0, 0
    common = max(set(positive), key=positive.count)
    return positive.count(common), common


def _outside_quotes(line: str, sign: str) -> int:
    return sum(part.count(sign) for part in line.split('"')[::2])


def _rows(
    lines: list[str],
    first: int,
    separator: str,
    lost: bool,  # noqa: FBT001 - always given, and read once
    table: Table,
    name: str,
) -> Iterator[Row]:
    index = first
    width: int | None = None
    while index < len(lines):
        cells, used, trouble = _record(lines, index, separator, width)
        number = index + 1
        if trouble:
            table.troubles.append(trouble)
        if cells is not None:
            check_width(len(cells), f"{name}:{number}")
            if width is None and len(cells) > 1:
                width = len(cells)
            yield Row(number, _clean(cells, number, lost, table))
        index += used


def _clean(cells: list[str], number: int, lost: bool, table: Table) -> tuple[str, ...]:  # noqa: FBT001
    """The cells without NUL bytes; what was lost on the way is noted."""
    for column, cell in enumerate(cells):
        if "\x00" in cell:
            cells[column] = cell.replace("\x00", "")
            table.troubles.append(Trouble("nul", number, column, cells[column][:_SHOWN]))
        if lost and _LOST_LETTER.search(cell):
            table.troubles.append(Trouble("undecoded", number, column, cell[:_SHOWN]))
    return tuple(cells)


def _record(
    lines: list[str], index: int, separator: str, width: int | None
) -> tuple[list[str] | None, int, Trouble | None]:
    """The cells of the record that begins on a line, how many lines it takes, and what was wrong with it."""
    line = lines[index]
    if '"' not in line:
        return line.rstrip("\r\n").split(separator), 1, None
    for used in range(1, min(MOST_LINES, len(lines) - index) + 1):
        cells, unfinished = _parse("".join(lines[index : index + used]), separator)
        if cells is not None and (used == 1 or width in {None, len(cells)}):
            return cells, used, None
        if not unfinished:
            break
    # The quotes do not close, or do not stand at the ends of cells: take them as they are, where the columns agree.
    shown = line.strip()[:_SHOWN]
    plain = [cell.strip('"').replace('""', '"') for cell in line.rstrip("\r\n").split(separator)]
    if width is None or len(plain) == width:
        return plain, 1, Trouble("quotes_mended", index + 1, None, shown)
    return None, 1, Trouble("quotes", index + 1, None, shown)


def _parse(text: str, separator: str) -> tuple[list[str] | None, bool]:
    """The cells of one record; else whether it may go on on the next line."""
    try:
        found = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as failure:
        return None, "unexpected end" in str(failure)
    return (found[0] if len(found) == 1 else None), False
