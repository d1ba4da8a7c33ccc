"""Reading what a check needs: records, policies, aliases, stored decisions; every mistake with its file and line."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from socwork_standard.cli.support import Source
from socwork_standard.data.standard import Standard
from socwork_standard.eligibility.check import Checker, record_hash
from socwork_standard.eligibility.record import read_records
from socwork_standard.errors import InputError, Said
from socwork_standard.model.aliases import Aliases
from socwork_standard.model.policy import Policy
from socwork_standard.model.record import StaffRecord
from socwork_standard.vocabulary.names import Aliases as Names

_PLACE = re.compile(r"^(education|experience|training)\[(\d+)\](?:\.(\w+))?$")


class Records:
    """The people of a record file; mistakes found later still get the line on which they stand."""

    def __init__(self, name: str) -> None:
        self._source = Source(name)
        if self._source.path is not None:
            self.people = read_records(self._source.path)
        else:
            self.people = read_records(None, self._text())

    def _text(self) -> str:
        try:
            return self._source.raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise InputError("the text is not UTF-8.", self._source.name, "Save it as UTF-8.") from None

    @contextmanager
    def located(self, number: int) -> Iterator[None]:
        """Give every `InputError` about person `number` (from 0) the file and line of the field that it names."""
        try:
            yield
        except InputError as failure:
            place = _PLACE.match(failure.where)
            if place is None:
                raise
            raise failure.at(self._where(number, place)) from None

    def _where(self, number: int, place: re.Match[str]) -> str:
        kind, index, field = place.groups()
        document = self._source.document()
        base: tuple[str | int, ...] = ()
        if isinstance(document.value, list):
            base = (number,)
        elif isinstance(document.value, dict) and "staff" in document.value:
            base = ("staff", number)
        loc = (*base, kind, int(index) - 1, *([field] if field else []))
        return f"{document.where(loc)}: {place.group()}"

    def check(self, checker: Checker) -> None:
        """Read every person's facts once, so that a mistake is told before anything is printed."""
        for number, person in enumerate(self.people):
            with self.located(number):
                checker.read_facts(person)


def read_policy_file(name: str | None) -> Policy | None:
    """The policy of a file, if one is named."""
    return Source(name).document().build(Policy) if name else None


def read_aliases(name: str | None) -> Names | None:
    """An employer's own aliases: vocabulary, then the name as written with the id of the term meant."""
    return Source(name).document().build(Aliases).by_vocabulary() if name else None


def read_all_aliases(files: Sequence[str], standard: Standard) -> Names | None:
    """The aliases of every file named, YAML or a filled report; a later file overrides an earlier one."""
    from socwork_standard.register.aliases import WORKBOOKS, flat, merged, read_report_aliases

    read = (
        read_report_aliases(Path(name), standard) if name.lower().endswith(WORKBOOKS) else read_aliases(name)
        for name in files
    )
    return merged(one for found in read for one in flat(found or {})) or None


def read_decisions(name: str) -> list[dict[str, Any]]:
    """The stored decisions of a JSON file: one, or several under `decisions`."""
    source = Source(name)
    try:
        content = json.loads(source.raw.decode("utf-8-sig"))
    except json.JSONDecodeError as failure:
        raise InputError(
            "the file is no JSON ({reason}).",
            f"{source.name}:{failure.lineno}",
            "Give what `socwork check --format json` printed.",
            reason=Said(failure.msg),
        ) from None
    except (ValueError, RecursionError):  # no UTF-8, a number of thousands of figures, nested too deeply
        raise InputError("the file is no JSON.", source.name, "Give the JSON of `socwork check`.") from None
    found = content.get("decisions") if isinstance(content, dict) and "decisions" in content else [content]
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise InputError("the file holds no decision.", source.name, "Give the JSON of `socwork check`.")
    return found


def person_of(decision: Mapping[str, Any], people: list[StaffRecord], name: str) -> StaffRecord:
    """The person that a stored decision is about."""
    if len(people) == 1:
        return people[0]
    for person in people:
        if person.id is not None and person.id == decision.get("record"):
            return person
    for person in people:
        if record_hash(person) == decision.get("record_sha256"):
            return person
    raise InputError(
        "none of the {n} people has the id {id!r} that the decision names.",
        name,
        "Give the record that was checked.",
        n=len(people),
        id=decision.get("record"),
    )
