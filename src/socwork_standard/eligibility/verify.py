"""Does a stored decision still follow from its record, and what changed if not?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from socwork_standard.eligibility.check import Checker, record_hash
from socwork_standard.errors import InputError
from socwork_standard.model.base import LANGUAGES
from socwork_standard.model.record import StaffRecord

_NEEDED = ("format", "card", "category", "as_of", "status", "record_sha256", "data_sha256")
_KINDS: dict[str, tuple[type, ...]] = {
    "card": (int, str),
    "category": (str,),
    "as_of": (str,),
    "policy": (Mapping, type(None)),
    "language": (str,),
}
"""What stands under the keys of a decision that are asked again."""
_REASONS = ("record_sha256", "data_sha256", "edition", "format")


@dataclass(frozen=True, slots=True)
class Verification:
    """`follows` is true where the answer is the same again; `changed` lists the keys that differ with both values.

    `reasons` names what the difference comes from: another record, other data, another edition.
    """

    follows: bool
    changed: dict[str, tuple[Any, Any]]
    reasons: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        """The verification as plain data."""
        changed = {key: {"stored": old, "now": new} for key, (old, new) in self.changed.items()}
        return {"follows": self.follows, "reasons": list(self.reasons), "changed": changed}


def verify(decision: Mapping[str, Any], record: StaffRecord, checker: Checker) -> Verification:
    """Decide the record again as the stored decision asks, and compare everything that it says."""
    missing = [key for key in _NEEDED if key not in decision]
    if missing:
        raise InputError(
            "this is no decision: the key {name!r} is missing.",
            "decision",
            "Give the JSON of `socwork check`.",
            name=missing[0],
        )
    for name, kinds in _KINDS.items():
        if name in decision and not isinstance(decision[name], kinds):
            raise InputError(
                "this is no decision: {value!r} cannot stand under {name!r}.",
                f"decision.{name}",
                "Give the JSON of `socwork check`.",
                name=name,
                value=decision[name],
            )
    language = decision.get("language", "en")
    if language not in LANGUAGES:
        raise InputError(
            "{language!r} is no language.",
            "decision.language",
            "Use one of: {listed}.",
            language=language,
            listed=", ".join(LANGUAGES),
        )
    again = checker.check(
        record,
        decision["card"],
        decision["category"],
        as_of=decision["as_of"],
        policy=decision.get("policy"),
        language=language,
    ).as_dict()
    now: dict[str, Any] = dict(again)
    changed = {key: (decision.get(key), now[key]) for key in now if decision.get(key) != now[key]}
    reasons = tuple(key for key in _REASONS if key in changed)
    answer = {key for key in changed if key not in {"data_sha256", "record", "record_sha256"}}
    same_record = decision["record_sha256"] == record_hash(record)
    return Verification(follows=not answer and same_record, changed=changed, reasons=reasons)
