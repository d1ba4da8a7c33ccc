"""Staff records as the rows of a register, one row a fact, as `read_register` takes them again."""

from collections.abc import Iterable, Iterator
from typing import Any

from socwork_standard.model.record import StaffRecord
from socwork_standard.register.heading_words import FACTS, FIELDS, PERSON

_FIRST = {fact: next(one.key for one in FIELDS if one.owner == fact) for fact in FACTS}
_COMPLETE = tuple(f"{fact}_complete" for fact in FACTS)
_OF_FACTS = tuple(dict.fromkeys(one.key for one in FIELDS if one.owner != PERSON))
COLUMNS = ("id", "fact", "unit", "post", *_OF_FACTS, "attested_category", "attested_on", *_COMPLETE)
"""The headings: keys of a staff record."""


def fact_rows(records: Iterable[StaffRecord]) -> Iterator[tuple[str | None, ...]]:
    """The cells of every row; a person of whom no fact is listed has one row."""
    for record in records:
        rows = list(_facts(record)) or [{}]
        rows[0] = {**_person(record), **rows[0]}
        for row in rows:
            yield tuple(_cell(record.id if key == "id" else row.get(key)) for key in COLUMNS)


def _person(record: StaffRecord) -> dict[str, Any]:
    found: dict[str, Any] = {"unit": record.unit, "post": record.post}
    if record.attested is not None:
        found |= {"attested_category": record.attested.category, "attested_on": record.attested.on}
    return found | {key: False for key in _COMPLETE if not getattr(record, key)}


def _facts(record: StaffRecord) -> Iterator[dict[str, Any]]:
    for fact in FACTS:
        listed = getattr(record, fact)
        if listed == ():
            yield {"fact": fact, _FIRST[fact]: "none"}
        for one in listed or ():
            yield {"fact": fact, **one.model_dump()}


def _cell(value: Any) -> str | None:  # noqa: ANN401 - a text, yes, no or nothing
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if value is None else str(value)
