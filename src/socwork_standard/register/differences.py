"""What differs between two records of one person: entries added, removed or changed, one by one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from socwork_standard.model.record import StaffRecord

LISTS = ("education", "experience", "training")
PERSON = "person"
Plain = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class FactChange:
    """One fact that is not the same in both records.

    `fact` is the list in which it stands, or `person` for a field of the person's own.  `old` and `new` hold the
    fields of the entry, or what stood before and stands now under `field`; None: there is none, or it is not known.
    """

    kind: Literal["added", "removed", "changed"]
    fact: str
    field: str | None
    old: Any
    new: Any

    def applied(self, record: Plain, *, back: bool = False) -> dict[str, Any]:
        """A record with this change made; `back` takes it back."""
        before, after = (self.new, self.old) if back else (self.old, self.new)
        made = dict(record)
        if self.field is not None:
            made.pop(self.field, None)
            return made if after is None else {**made, self.field: after}
        entries = list(made.get(self.fact) or ())
        place = next((at for at, one in enumerate(entries) if one == before), len(entries))
        entries[place : place + (before is not None)] = [] if after is None else [after]
        return {**made, self.fact: entries}


def plain(record: StaffRecord) -> dict[str, Any]:
    """A record as plain data, without what was never given."""
    return record.model_dump(mode="json", exclude_unset=True)


def differences(old: Plain, new: Plain) -> list[FactChange]:
    """The changes that make the new record of the old one; the id is not compared."""
    found: list[FactChange] = []
    for name in LISTS:
        before, after = old.get(name), new.get(name)
        if before is None or after is None:
            if before != after:  # a list that was not known, or is not any more
                found.append(FactChange("changed", name, name, before, after))
            continue
        found.extend(_entries(name, before, after))
    others = dict.fromkeys(name for name in (*old, *new) if name not in {*LISTS, "id"})
    found.extend(
        FactChange("changed", PERSON, name, old.get(name), new.get(name))
        for name in others
        if old.get(name) != new.get(name)
    )
    return found


def _entries(name: str, old: Sequence[Plain], new: Sequence[Plain]) -> list[FactChange]:
    """The changes of one list: what is alike in most fields is one entry that has changed."""
    gone, come = _without(old, new), _without(new, old)
    found: list[FactChange] = []
    for one in gone:
        near = max(come, key=lambda other: _alike(one, other), default=None)
        if near is not None and 2 * _alike(one, near) >= len({*one, *near}):
            come.remove(near)
            found.append(FactChange("changed", name, None, one, near))
        else:
            found.append(FactChange("removed", name, None, one, None))
    return found + [FactChange("added", name, None, None, one) for one in come]


def _without(entries: Sequence[Plain], others: Sequence[Plain]) -> list[Plain]:
    """The entries that stand in the one list more often than in the other."""
    rest, left = list(others), []
    for one in entries:
        if one in rest:
            rest.remove(one)
        else:
            left.append(one)
    return left


def _alike(one: Plain, other: Plain) -> int:
    return sum(key in other and value == other[key] for key, value in one.items())
