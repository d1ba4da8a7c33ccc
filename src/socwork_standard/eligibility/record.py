"""Reading staff records from plain dicts, YAML and JSON."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from socwork_standard.data.strict_yaml import Document, parse_yaml, read_yaml
from socwork_standard.errors import InputError
from socwork_standard.model.record import StaffRecord


def read_record(given: StaffRecord | Mapping[str, Any]) -> StaffRecord:
    """A record from a model or a plain dict; an `InputError` names the first wrong field."""
    if isinstance(given, StaffRecord):
        return given
    try:
        return StaffRecord.model_validate(given)
    except ValidationError as failure:
        raise Document(given, {}, "record", InputError).problems(failure)[0] from None


def read_records(path: Path | None, text: str | None = None) -> list[StaffRecord]:
    """The records of a YAML or JSON file (one person, a list, or `staff:` with a list); JSON is YAML too."""
    document = (
        read_yaml(path, error=InputError)
        if path
        else parse_yaml(text or "", "standard input", error=InputError)
    )
    value = document.value
    if isinstance(value, dict) and set(value) == {"staff"}:
        people = value["staff"]
        base: tuple[str | int, ...] = ("staff",)
    elif isinstance(value, list):
        people, base = value, ()
    else:
        return [document.build(StaffRecord)]
    if not isinstance(people, list) or not people:
        raise InputError(
            "`staff` holds no list of records.", document.where(base), "Write each person after a dash."
        )
    return [_one(document, person, (*base, index)) for index, person in enumerate(people)]


def _one(document: Document, person: Any, loc: tuple[str | int, ...]) -> StaffRecord:  # noqa: ANN401 - from a file
    try:
        return StaffRecord.model_validate(person)
    except ValidationError as failure:
        lines = {path[len(loc) :]: line for path, line in document.lines.items() if path[: len(loc)] == loc}
        raise Document(person, lines, document.name, InputError).problems(failure)[0] from None
