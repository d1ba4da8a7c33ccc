"""Understanding the heading of a column: which field of a staff record it is, in whatever language and order."""

import re
from dataclasses import dataclass
from functools import lru_cache

from socwork_standard.model.base import LANGUAGES
from socwork_standard.register.heading_words import FACT_WORDS, FIELDS, PERSON, PERSONAL_DATA, RUNNING_NUMBER
from socwork_standard.sheets.headings import LONGEST, heading_form, nearest

MOST_NUMBER = 99
"""So many diplomas, jobs or courses one row may have."""

_NUMBER = re.compile(
    r"(?<![\w-])(\d{1,3})(?:\s*-?\s*(?:е|я|й|ое|ая|ый|ши|шi|инши|шы|ыншы|st|nd|rd|th))?(?![\w])"
)
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading means.

    `person`: a field of the person; otherwise `fields` gives, for each fact that it may belong to, the field there,
    and `number` which diploma, job or course of a row it is (None where no number stands).
    """

    person: str | None = None
    fields: tuple[tuple[str, str], ...] = ()
    number: int | None = None


def read_heading(written: str | None) -> Heading | None:
    """What a heading means; None where it is no known one."""
    if not written or len(written) > LONGEST:
        return None
    return _read(heading_form(written))


@lru_cache(maxsize=4096)
def _read(form: str) -> Heading | None:
    if found := _index().get(form):
        return found
    numbers = list(_NUMBER.finditer(form))
    if len(numbers) > 1:
        return None
    number: int | None = None
    if numbers:
        number = int(numbers[0][1])
        if not 1 <= number <= MOST_NUMBER:
            return None
        form = _SPACES.sub(" ", form[: numbers[0].start()] + " " + form[numbers[0].end() :]).strip(" -")
    fields = _of_fact(form) or (_index().get(form, Heading()).fields if number else ())
    return Heading(None, fields, number) if fields else None


def _of_fact(form: str) -> tuple[tuple[str, str], ...]:
    """The field named beside a word for its fact: `образование специальность`, `speciality of education`."""
    for fact, words in _fact_words():
        for word in words:
            for rest in (form.removeprefix(f"{word} "), form.removesuffix(f" {word}")):
                if rest != form and (key := dict(_index().get(rest.strip(" -"), Heading()).fields).get(fact)):
                    return ((fact, key),)
    return ()


@lru_cache(maxsize=1)
def _fact_words() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (fact, tuple(sorted(map(heading_form, words), key=len, reverse=True)))
        for fact, words in FACT_WORDS.items()
    )


@lru_cache(maxsize=1)
def _index() -> dict[str, Heading]:
    """Form → what it means; the words of several facts are kept together."""
    found: dict[str, Heading] = {}
    for field in FIELDS:
        own = () if field.owner == PERSON else (f"{field.owner} {field.key}",)
        for name in (field.key, *own, *(word for language in LANGUAGES for word in getattr(field, language))):
            form = heading_form(name)
            known = found.get(form, Heading())
            if field.owner == PERSON:
                found[form] = Heading(person=known.person or field.key)
            elif known.person is None and field.owner not in dict(known.fields):
                found[form] = Heading(fields=(*known.fields, (field.owner, field.key)))
    return found


def near_heading(written: str) -> str | None:
    """A known heading that is nearly this one, as the catalogue writes it."""
    return nearest(written, _written())


@lru_cache(maxsize=1)
def _written() -> dict[str, str]:
    names = [field.key for field in FIELDS]
    names += [word for field in FIELDS for language in LANGUAGES for word in getattr(field, language)]
    return {heading_form(name): name for name in names}


@lru_cache(maxsize=1)
def _personal() -> frozenset[str]:
    return frozenset(map(heading_form, PERSONAL_DATA))


def is_personal(written: str) -> bool:
    """Does a heading name personal data that a register must not have?"""
    return heading_form(written) in _personal()


@lru_cache(maxsize=1)
def _running() -> frozenset[str]:
    return frozenset(map(heading_form, RUNNING_NUMBER))


def is_running_number(written: str) -> bool:
    """May a heading be that of the row's number rather than of the person's?"""
    return heading_form(written) in _running()
