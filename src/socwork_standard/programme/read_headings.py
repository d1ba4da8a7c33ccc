"""Understanding the heading of a column, a line `Label: value`, and the heading of a section."""

import re
from functools import lru_cache

from socwork_standard.model.base import LANGUAGES
from socwork_standard.programme.read_words import FIELDS, RUNNING_NUMBER, SECTIONS, TOTALS
from socwork_standard.sheets.headings import LONGEST, heading_form, nearest

_AFTER_LABEL = re.compile(r"\s*(?::|\s[–—-]\s|\t)\s*")
_NUMBERED = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)]|\d{1,2}(?:\.\d{1,2}){1,2}|[IVX]{1,4}[.)])\s+")
_BRACKETS = re.compile(r"\s*[(\[][^)\]]{0,40}[)\]]\s*")


@lru_cache(maxsize=4096)
def field_of(written: str) -> str | None:
    """The key of the field that a heading names; None where it is no known one."""
    if not written or len(written) > LONGEST:
        return None
    known = _index()
    bare = _NUMBERED.sub("", written)
    for form in (heading_form(written), heading_form(bare), heading_form(_BRACKETS.sub(" ", bare))):
        if form in known:
            return known[form]
    return None


def label_of(line: str) -> tuple[str, str] | None:
    """The field that a line `Label: value` names, and its value; a label alone has an empty value."""
    if (key := field_of(line.rstrip(" :"))) is not None:
        return key, ""
    for found in _AFTER_LABEL.finditer(line[: LONGEST + 4]):
        if (key := field_of(line[: found.start()])) is not None:
            return key, line[found.end() :].strip()
    return None


def is_section(line: str) -> bool:
    """Is this the heading of a section of a syllabus that holds no outcomes?"""
    if len(line) > LONGEST:
        return False
    head = _NUMBERED.sub("", line).split(":")[0]
    return heading_form(head) in _sections()


def is_running_number(written: str) -> bool:
    """Does a column of this heading only count its rows?"""
    return heading_form(written) in _running() or written.strip() == "№"


def is_total(written: str) -> bool:
    """Does a row that begins so hold sums?"""
    words = heading_form(written).split()
    return bool(words) and words[0] in _totals()


def near_field(written: str) -> str | None:
    """A known heading that is nearly this one, as the catalogue writes it."""
    return nearest(written, _written()) if len(written) <= LONGEST else None


@lru_cache(maxsize=1)
def _index() -> dict[str, str]:
    found: dict[str, str] = {}
    for field in FIELDS:
        names = (field.key, *(word for language in LANGUAGES for word in getattr(field, language)))
        if field.owner == "programme" and field.key in {"title", "level"}:
            names = names[1:]  # `title` alone is a course's
        for name in names:
            found.setdefault(heading_form(name), field.key)
    return found


@lru_cache(maxsize=1)
def _written() -> dict[str, str]:
    names = [word for field in FIELDS for language in LANGUAGES for word in getattr(field, language)]
    return {heading_form(name): name for name in names}


@lru_cache(maxsize=1)
def _sections() -> frozenset[str]:
    return frozenset(map(heading_form, SECTIONS))


@lru_cache(maxsize=1)
def _running() -> frozenset[str]:
    return frozenset(form for one in RUNNING_NUMBER if (form := heading_form(one)))


@lru_cache(maxsize=1)
def _totals() -> frozenset[str]:
    return frozenset(map(heading_form, TOTALS))
