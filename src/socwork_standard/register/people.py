"""Putting the rows of each person together, finding what contradicts, and building the records."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from socwork_standard.i18n import text
from socwork_standard.model.record import Attested, StaffRecord, looks_like_iin
from socwork_standard.register.entries import Entry, RawFact, Written
from socwork_standard.register.heading_words import FACTS
from socwork_standard.register.problems import Problems, Spot
from socwork_standard.register.values import Values
from socwork_standard.sheets.cells import raw_text
from socwork_standard.sheets.lookalikes import skeleton
from socwork_standard.text import normalise

Read = TypeVar("Read")


@dataclass(slots=True)
class _Person:
    id: str
    sheet: str | None
    row: int | None
    fields: dict[str, tuple[Written, str | None, int | None]] = field(default_factory=dict)
    contradicted: set[str] = field(default_factory=set)
    facts: list[RawFact] = field(default_factory=list)
    none: dict[str, int | None] = field(default_factory=dict)
    lost: set[str] = field(default_factory=set)


class People:
    """The people of a register, by id, in the order in which they first stand."""

    def __init__(self, values: Values, problems: Problems) -> None:
        self._values = values
        self._problems = problems
        self._people: dict[str, _Person] = {}
        self._named: set[str] = set()

    def add(self, entry: Entry) -> None:
        """Add what a row or record says."""
        key = entry.id
        if key is None:
            key = self._place_name(entry)
            self._problems.add("R305", Spot(entry.sheet, entry.row), record=key, value=key)
        person = self._people.get(key)
        if person is None:
            person = self._people[key] = self._new(key, entry)
        elif entry.whole:
            spot, first = Spot(entry.sheet, entry.row), person.row or "–"
            self._problems.add(
                "R302", spot, value=person.id, record=person.id, first=first, elsewhere=person.sheet
            )
        for name, written in entry.person.items():
            self._field(person, name, written, entry)
        person.facts.extend(entry.facts)
        person.none.update(dict.fromkeys(entry.none, entry.row))
        person.lost |= entry.lost

    def _new(self, key: str, entry: Entry) -> _Person:
        shown = key
        if looks_like_iin(key):
            shown = self._place_name(entry)
            self._problems.add("R304", Spot(entry.sheet, entry.row), value=shown, record=shown)
        return _Person(shown, entry.sheet, entry.row)

    def _place_name(self, entry: Entry) -> str:
        """A name for somebody without a number of their own: where they stand."""
        name = f"{entry.sheet or 'row'}-{entry.row}" if entry.row is not None else str(entry.sheet)
        taken = {person.id for person in self._people.values()} if name in self._named else set()
        self._named.add(name)
        number, unique = 1, name
        while unique in taken:
            number += 1
            unique = f"{name}.{number}"
        return unique

    def _field(self, person: _Person, name: str, written: Written, entry: Entry) -> None:
        known = person.fields.get(name)
        if known is None:
            person.fields[name] = (written, entry.sheet, entry.row)
            return
        if name in person.contradicted or _same(known[0], written):
            return
        person.contradicted.add(name)
        self._problems.add(
            "R301",
            Spot(entry.sheet, entry.row, written[0]),
            value=raw_text(written[1]),
            record=person.id,
            other=raw_text(known[0][1]),
            first=known[2] or "–",
        )

    # -- building ----------------------------------------------------------------------------------------------------

    def records(self) -> Iterator[StaffRecord]:
        """The record of each person."""
        self._look_alikes()
        for person in self._people.values():
            yield self._record(person)

    def places(self) -> dict[str, tuple[str | None, int | None]]:
        """Sheet (or file) and first row of each record."""
        return {person.id: (person.sheet, person.row) for person in self._people.values()}

    def __len__(self) -> int:
        """How many people there are so far."""
        return len(self._people)

    def _look_alikes(self) -> None:
        seen: dict[str, _Person] = {}
        for person in self._people.values():
            other = seen.setdefault(skeleton(person.id), person)
            if other is not person:
                spot = Spot(person.sheet, person.row)
                first = other.row or "–"
                self._problems.add(
                    "R306",
                    spot,
                    value=person.id,
                    record=person.id,
                    other=other.id,
                    first=first,
                    elsewhere=other.sheet,
                )

    def _record(self, person: _Person) -> StaffRecord:
        of: dict[str, list[RawFact]] = {fact: [] for fact in FACTS}
        for raw in person.facts:
            of[raw.fact].append(raw)
        complete = {fact: self._complete(person, of[fact], fact) for fact in FACTS}
        education = tuple(self._values.education(raw, person.id) for raw in of["education"])
        experience = tuple(self._values.experience(raw, person.id) for raw in of["experience"])
        training = tuple(self._values.training(raw, person.id) for raw in of["training"])
        return StaffRecord(
            id=person.id,
            unit=self._read(person, "unit", self._values.unit),
            post=self._read(person, "post", self._values.post),
            education=education if education or _has_none(person, "education") else None,
            education_complete=complete["education"],
            experience=experience if experience or _has_none(person, "experience") else None,
            experience_complete=complete["experience"],
            training=training if training or _has_none(person, "training") else None,
            training_complete=complete["training"],
            attested=self._attested(person),
        )

    def _complete(self, person: _Person, facts: list[RawFact], fact: str) -> bool:
        """Is the list of a fact all there is?  Not where a row was lost, or another says that there is none."""
        said = self._read(person, f"{fact}_complete", self._values.flag)
        if facts and fact in person.none:
            spot = Spot(person.sheet, person.none[fact])
            first = facts[0].row or "–"
            named = text(self._problems.language, f"register.fact.{fact}")
            self._problems.add("R303", spot, value=named, record=person.id, first=first)
            return False
        return said is not False and fact not in person.lost

    def _attested(self, person: _Person) -> Attested | None:
        category = self._read(person, "attested_category", self._values.category)
        on = self._read(person, "attested_on", self._day)
        return Attested(category=category, on=on) if category or on else None

    def _day(self, written: Written, sheet: str | None, row: int | None, record: str) -> str | None:
        return self._values.date(written[1], Spot(sheet, row, written[0]), record)

    def _read(
        self, person: _Person, name: str, reader: Callable[[Written, str | None, int | None, str], Read]
    ) -> Read | None:
        """The value of a field of the person; not known where rows contradict each other."""
        if name not in person.fields or name in person.contradicted:
            return None
        written, sheet, row = person.fields[name]
        return reader(written, sheet, row, person.id)


def _has_none(person: _Person, fact: str) -> bool:
    return fact in person.none and fact not in person.lost


def _same(one: Written, other: Written) -> bool:
    return normalise(raw_text(one[1])) == normalise(raw_text(other[1]))
