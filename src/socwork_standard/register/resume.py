"""Going on with a register that was interrupted: what was decided is kept beside the report and taken over.

The file is JSON Lines.  Its first line says of what the answers hold: the data, the question, the employer's names and
this program; its other lines hold one person each, under a hash of the record.  A file that was made for anything
else, or is damaged, is not used; a record that has changed since is decided anew.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

from socwork_standard.data.standard import Standard
from socwork_standard.eligibility.check import record_hash
from socwork_standard.model.record import StaffRecord
from socwork_standard.register.answered import Answered, Trouble
from socwork_standard.register.result import Question, Upcoming, Verdict
from socwork_standard.version import __version__
from socwork_standard.vocabulary.names import Aliases

FORMAT = 1
_DAYS = ("eligible_from", "day")
_LISTS = ("missing", "contested", "notes")


class Resume:
    """The answers of an earlier run, and those of this one to be kept for the next."""

    def __init__(self, before: Mapping[str, Answered] | None = None) -> None:
        self._before = before or {}
        self._now: list[tuple[str, StaffRecord, Answered]] = []
        self.taken = 0
        """So many people needed not be decided again."""

    def found(self, name: str, record: StaffRecord) -> Answered | None:
        """The answer of the earlier run for a record that has not changed."""
        return self._before.get(key_of(name, record)) if self._before else None

    def keep(self, name: str, record: StaffRecord, answer: Answered, *, taken: bool) -> None:
        """Keep an answer."""
        self._now.append((name, record, answer))
        self.taken += taken

    def save(self, path: Path, heading: Mapping[str, Any]) -> None:
        """Write the answers of this run; raises `OSError` where the file cannot be written."""
        lines = [
            json.dumps({"key": key_of(name, record), **_plain(answer)}, ensure_ascii=False, default=_day)
            for name, record, answer in self._now
        ]
        first = json.dumps({**heading, "lines_sha256": _hash(lines)}, ensure_ascii=False)
        path.write_text("\n".join((first, *lines)) + "\n", encoding="utf-8", newline="\n")


def load(path: Path, heading: Mapping[str, Any]) -> Resume | None:
    """The answers that a file holds; None where they are of another question, data or program, or damaged.

    Raises `OSError` where there is no such file.
    """
    try:
        first, *lines = path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
        if json.loads(first) != {**json.loads(json.dumps(heading)), "lines_sha256": _hash(lines)}:
            return None
        return Resume({one["key"]: _answered(one) for one in map(json.loads, lines)})
    except (ValueError, KeyError, TypeError):
        return None


def heading_of(standard: Standard, question: Question, aliases: Aliases | None) -> dict[str, Any]:
    """What the answers depend on beside the records."""
    policy = question.policy
    return {
        "format": FORMAT,
        "program": __version__,
        "data_sha256": standard.data_sha256,
        "asked": list(question.cards) if isinstance(question.cards, tuple) else question.cards,
        "as_of": question.as_of.isoformat(),
        "policy": policy.model_dump(mode="json", exclude_unset=True) if policy else None,
        "language": question.language,
        "aliases": {vocabulary: dict(names) for vocabulary, names in (aliases or {}).items()},
    }


def state_file(report: Path) -> Path:
    """The file beside a report that holds what was decided before an interruption."""
    return report.with_name(f"{report.name}.continue.jsonl")


def key_of(name: str, record: StaffRecord) -> str:
    """A record and the name that its answers carry, as one hash."""
    return hashlib.sha256(f"{name}\n{record_hash(record)}".encode()).hexdigest()


def _hash(lines: Iterable[str]) -> str:
    found = hashlib.sha256()
    for line in lines:
        found.update(line.encode() + b"\n")
    return found.hexdigest()


# -- one answer as plain data and back ----------------------------------------------------------------------------


def _plain(answer: Answered) -> dict[str, Any]:
    return {
        "verdicts": [_values(one) for one in answer.verdicts],
        "upcoming": [_values(one) for one in answer.upcoming],
        "trouble": None if answer.trouble is None else _values(answer.trouble),
    }


def _values(one: Verdict | Upcoming | Trouble) -> dict[str, Any]:
    return {field.name: getattr(one, field.name) for field in fields(one)}


def _day(value: date) -> str:
    return value.isoformat()


def _answered(line: Mapping[str, Any]) -> Answered:
    return Answered(
        tuple(Verdict(**_read(one)) for one in line["verdicts"]),
        tuple(Upcoming(**_read(one)) for one in line["upcoming"]),
        None if line["trouble"] is None else Trouble(**line["trouble"]),
    )


def _read(plain: Mapping[str, Any]) -> dict[str, Any]:
    found = dict(plain)
    for name in _DAYS:
        if found.get(name) is not None:
            found[name] = date.fromisoformat(found[name])
    for name in _LISTS:
        if name in found:
            found[name] = tuple(found[name])
    return found
