"""Putting the rows of each person together, finding what contradicts, and building the records."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from socwork_standard.model.record import Attested, Education, Experience, StaffRecord, Training
from socwork_standard.register.entries import Entry, RawFact, Written
from socwork_standard.register.heading_words import FACTS
from socwork_standard.register.lookalikes import skeleton
from socwork_standard.register.problems import Problems, Spot
from socwork_standard.register.values import Values
from socwork_standard.sheets.cells import raw_text
from socwork_standard.text import normalise

_IIN = re.compile(r"\d{12}")
_IIN_CENTURY = "0123456"


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
        self._ids: set[str] = set()

    def add(self, entry: Entry) -> None:
        """Add what a row or record says."""
        spot = Spot(entry.sheet, entry.row)
        key = entry.id
        if key is None:
            key = _place_name(entry)
            self._problems.add("R305", spot, record=key, value=key)
        person = self._people.get(key)
        if person is None:
            person = self._people[key] = self._new(key, entry)
        elif entry.whole:
            self._problems.add("R302", spot, value=person.id, record=person.id, first=person.row or "–")
        for name, written in entry.person.items():
            self._field(person, name, written, entry)
        person.facts.extend(entry.facts)
        person.none.update((fact, entry.row) for fact in entry.none)
        person.lost |= entry.lost

    def _new(self, key: str, entry: Entry) -> _Person:
        shown = key
        if looks_like_iin(key):
            shown = _place_name(entry)
            self._problems.add("R304", Spot(entry.sheet, entry.row), value=f"{key[:2]}…", record=shown)
        return _Person(shown, entry.sheet, entry.row)

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

    def records(self) -> Iterable[StaffRecord]:
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
                self._problems.add("R306", spot, value=person.id, record=person.id, other=other.id, first=first)

    def _record(self, person: _Person) -> StaffRecord:
        education: list[Education] = []
        experience: list[Experience] = []
        training: list[Training] = []
        for raw in person.facts:
            if raw.fact == "education":
                education.append(self._values.education(raw, person.id))
            elif raw.fact == "experience":
                experience.append(self._values.experience(raw, person.id))
            else:
                training.append(self._values.training(raw, person.id))
        listed = {"education": education, "experience": experience, "training": training}
        complete = {fact: self._complete(person, fact, filled=bool(listed[fact])) for fact in FACTS}
        return StaffRecord(
            id=person.id,
            unit=self._text(person, "unit"),
            post=self._text(person, "post"),
            education=_known(education, person, "education"),
            education_complete=complete["education"],
            experience=_known(experience, person, "experience"),
            experience_complete=complete["experience"],
            training=_known(training, person, "training"),
            training_complete=complete["training"],
            attested=self._attested(person),
        )

    def _complete(self, person: _Person, fact: str, *, filled: bool) -> bool:
        complete = person.fact_open(fact) if False else True  # placeholder
        return complete
