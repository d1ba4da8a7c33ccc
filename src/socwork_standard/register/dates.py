"""Dates as people and spreadsheets write them, turned into the forms of a staff record."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final, Literal

from socwork_standard.eligibility.calendar import parse_date
from socwork_standard.sheets.cells import Cell, cell_text
from socwork_standard.sheets.lookalikes import mend
from socwork_standard.text import fold

_MONTHS: Final = (
    ("қаңтар", "январь", "января", "january", "jan"),
    ("ақпан", "февраль", "февраля", "february", "feb"),
    ("наурыз", "март", "марта", "march", "mar"),
    ("сәуір", "апрель", "апреля", "april", "apr"),
    ("мамыр", "май", "мая", "may"),
    ("маусым", "июнь", "июня", "june", "jun"),
    ("шілде", "июль", "июля", "july", "jul"),
    ("тамыз", "август", "августа", "august", "aug"),
    ("қыркүйек", "сентябрь", "сентября", "september", "sep"),
    ("қазан", "октябрь", "октября", "october", "oct"),
    ("қараша", "ноябрь", "ноября", "november", "nov"),
    ("желтоқсан", "декабрь", "декабря", "december", "dec"),
)
_MONTH_OF: Final = {fold(name): number for number, names in enumerate(_MONTHS, 1) for name in names}
_YEAR_WORDS: Final = re.compile(r"(?<=\d)\s*(?:жылгы|жылы|жыл|года|годы|год|ж|г)\b\.?", re.IGNORECASE)
_TIME: Final = re.compile(r"(?<=\d)[ t]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:z|[+-]\d{2}:?\d{2})?$")
_SLASHED: Final = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})")
_YEAR_SLASHED: Final = re.compile(r"(\d{4})[/.](\d{1,2})(?:[/.](\d{1,2}))?")
_MONTH_SLASHED: Final = re.compile(r"(\d{1,2})[/-](\d{4})")
_WORD: Final = re.compile(r"[^\W\d_]+")
_NUMBER: Final = re.compile(r"\d+")
_EXCEL_DAY_0: Final = date(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = 3_654, 73_415
_LAST_MONTH: Final = 12
_YEAR_DIGITS: Final = 4
_MOST_SIGNS: Final = 60


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date as a record holds it, or why there is none; `serial`: it was one of Excel's day numbers."""

    text: str | None = None
    wrong: Literal["unreadable", "unclear"] | None = None
    serial: bool = False


def read_date(cell: Cell) -> DateFound:
    """The date of a cell: a day, a month or a year; nothing for a blank cell."""
    if isinstance(cell, datetime | date):
        return _checked((cell.date() if isinstance(cell, datetime) else cell).isoformat())
    if isinstance(cell, int | float) and not isinstance(cell, bool) and _FIRST_SERIAL <= cell <= _LAST_SERIAL:
        day = _EXCEL_DAY_0 + timedelta(days=int(cell))
        return DateFound(day.isoformat(), serial=True)
    written = cell_text(cell)
    return DateFound() if written is None else _from_text(written)


@lru_cache(maxsize=1 << 16)
def _from_text(written: str) -> DateFound:
    found = _checked(written)
    if found.text is not None or len(written) > _MOST_SIGNS:
        return found
    form = _TIME.sub("", _YEAR_WORDS.sub("", fold(mend(written)))).strip(" .,")
    if slashed := _SLASHED.fullmatch(form):
        return _day_and_month(*map(int, slashed.groups()))
    if slashed := _YEAR_SLASHED.fullmatch(form):
        return _checked("-".join(part for part in slashed.groups() if part))
    if slashed := _MONTH_SLASHED.fullmatch(form):
        return _checked(f"{slashed[1]}.{slashed[2]}")
    return _checked(_named_month(form) or form)


def _day_and_month(first: int, second: int, year: int) -> DateFound:
    """A day written with slashes or hyphens, where it is clear which number is the month."""
    if first != second and max(first, second) <= _LAST_MONTH:
        return DateFound(wrong="unclear")
    day, month = (first, second) if second <= _LAST_MONTH else (second, first)
    return _checked(f"{day}.{month}.{year}")


def _named_month(form: str) -> str | None:
    """`30 июня 2015`, `2015 30 маусым`, `june 2015` as numbers; None where it is none of these."""
    names = [word for word in _WORD.findall(form) if word in _MONTH_OF]
    words = _WORD.findall(form)
    numbers = _NUMBER.findall(form)
    years = [number for number in numbers if len(number) == _YEAR_DIGITS]
    days = [number for number in numbers if len(number) != _YEAR_DIGITS]
    if len(words) != 1 or len(names) != 1 or len(years) != 1 or len(days) > 1:
        return None
    month = _MONTH_OF[names[0]]
    return f"{days[0]}.{month}.{years[0]}" if days else f"{month}.{years[0]}"


def _checked(text: str) -> DateFound:
    try:
        parse_date(text)
    except ValueError:
        return DateFound(wrong="unreadable")
    return DateFound(text.strip())
