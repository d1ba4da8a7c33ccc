"""Days and numbers that an order states: when it was adopted, its number, from when it is in force."""

import re
from datetime import date

_KK = (
    "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек",
    "қазан", "қараша", "желтоқсан",
)  # fmt: skip
_RU = (
    "январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр",
)  # fmt: skip
_KK_DAY = re.compile(rf"(\d{{4}})\s*жыл\w*\s+(\d{{1,2}})\s*-?\s*({'|'.join(_KK)})\w*", re.IGNORECASE)
_RU_DAY = re.compile(rf"(\d{{1,2}})\s+({'|'.join(_RU)})\w*\s+(\d{{4}})", re.IGNORECASE)
_FIGURES = re.compile(r"\b(\d{1,2})\.(\d{2})\.(\d{4})\b")
_NUMBER = re.compile(r"№\s*([\w/-]*\d[\w/-]*)")
_IN_FORCE = re.compile(r"қолданысқа\s+енгізіледі|вводится\s+в\s+действие", re.IGNORECASE)


def day_in(text: str) -> date | None:
    """The first day that a text names, in Kazakh, in Russian or in figures."""
    if found := _KK_DAY.search(text):
        return _day(int(found[1]), _KK.index(found[3].casefold()) + 1, int(found[2]))
    if found := _RU_DAY.search(text):
        return _day(int(found[3]), _RU.index(found[2].casefold()) + 1, int(found[1]))
    if found := _FIGURES.search(text):
        return _day(int(found[3]), int(found[2]), int(found[1]))
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def number_in(text: str) -> str | None:
    """The number of an act, as printed after №."""
    found = _NUMBER.search(text)
    return found[1] if found else None


def in_force_from(text: str) -> date | None:
    """The first day in force, where a sentence states it as a day; None where it counts from publication."""
    return day_in(text) if _IN_FORCE.search(text) else None
