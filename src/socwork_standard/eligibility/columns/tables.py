"""Many staff records as columns: diplomas, spells of work and courses, each row with the number of its person.

What the vocabularies say of a row is one number, its *key*: rows with the same key answer every question alike, so
that a question is put once to each key and not to each row.  Days are ranges, as in the facts of a single record.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from socwork_standard.eligibility.columns.days import DayColumn, Flags, Numbers
from socwork_standard.eligibility.facts import CourseFact, DiplomaFact, SpellFact


@dataclass(frozen=True, slots=True)
class Diplomas:
    """One row for each diploma, in order of person: the first and last day that its date may mean."""

    person: Numbers
    key: Numbers
    first: DayColumn
    last: DayColumn
    dated: Flags


@dataclass(frozen=True, slots=True)
class SpellRows:
    """One row for each spell of work, in order of person and earliest start; `end` is the day after the last."""

    person: Numbers
    key: Numbers
    start: DayColumn
    start_latest: DayColumn
    end_earliest: DayColumn
    end: DayColumn


@dataclass(frozen=True, slots=True)
class Courses:
    """One row for each course, in order of person; `kind` is a number of `Keys.kinds`."""

    person: Numbers
    kind: Numbers
    first: DayColumn
    last: DayColumn
    dated: Flags


@dataclass(frozen=True, slots=True)
class Records:
    """The facts of so many people; the `…_open` flags say that a person may have more than is listed.

    `problems` holds the people whose record cannot be decided, each with the message that says why.
    """

    people: int
    diplomas: Diplomas
    diplomas_open: Flags
    spells: SpellRows
    spells_open: Flags
    courses: Courses
    courses_open: Flags
    problems: Mapping[int, str] = field(default_factory=dict)


class Keys:
    """Numbers for what matters of diplomas and spells, each with one row that stands for all like it.

    Numbers are only ever added, so that records encoded earlier stay right.
    """

    def __init__(self) -> None:
        self.diplomas: list[DiplomaFact] = []
        self.spells: list[SpellFact] = []
        self.kinds: list[str | None] = [None]
        self._diplomas: dict[tuple[object, ...], int] = {}
        self._spells: dict[tuple[object, ...], int] = {}
        self._kinds: dict[str | None, int] = {None: 0}

    def diploma(self, one: DiplomaFact) -> int:
        """The number of diplomas like this one."""
        number = self._diplomas.get(one.key)
        if number is None:
            self.diplomas.append(one)
            number = self._diplomas[one.key] = len(self.diplomas) - 1
        return number

    def spell(self, one: SpellFact) -> int:
        """The number of spells like this one, whatever their days."""
        key = (one.post.ids, one.levels, one.category, one.social_protection)
        number = self._spells.get(key)
        if number is None:
            self.spells.append(one)
            number = self._spells[key] = len(self.spells) - 1
        return number

    def course(self, one: CourseFact) -> int:
        """The number of courses of this kind; 0 where the kind is not known."""
        number = self._kinds.get(one.kind)
        if number is None:
            self.kinds.append(one.kind)
            number = self._kinds[one.kind] = len(self.kinds) - 1
        return number


def in_order(rows: SpellRows) -> SpellRows:
    """The spells of each person in order of their earliest start."""
    places = rows.person.astype(np.int64) << 22 | rows.start
    if not (places[1:] < places[:-1]).any():
        return rows
    order = np.argsort(places, kind="stable")
    return SpellRows(
        rows.person[order],
        rows.key[order],
        rows.start[order],
        rows.start_latest[order],
        rows.end_earliest[order],
        rows.end[order],
    )


__all__ = ["Courses", "Diplomas", "Keys", "Numbers", "Records", "SpellRows", "in_order"]
