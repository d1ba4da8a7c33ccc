"""From the facts of single records to columns."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from socwork_standard.eligibility.columns.tables import Courses, Diplomas, Keys, Records, SpellRows, in_order
from socwork_standard.eligibility.facts import Facts, facts
from socwork_standard.eligibility.record import read_record
from socwork_standard.errors import InputError
from socwork_standard.model.record import StaffRecord
from socwork_standard.vocabulary.names import Names

NOTHING = Facts((), diplomas_open=False, spells=(), spells_open=False, courses=(), courses_open=False)
"""Stands in for the facts of a record that cannot be read."""


def encode_records(records: Iterable[StaffRecord | Mapping[str, Any]], names: Names, keys: Keys) -> Records:
    """The columns of records; one that cannot be read is kept with its problem, and the rest go on."""
    people: list[Facts] = []
    problems: dict[int, str] = {}
    for number, record in enumerate(records):
        try:
            people.append(facts(read_record(record), names))
        except InputError as failure:
            problems[number] = str(failure)
            people.append(NOTHING)
    return encode_facts(people, keys, problems)


def encode_facts(people: Sequence[Facts], keys: Keys, problems: Mapping[int, str] | None = None) -> Records:
    """The columns of facts already read."""
    diplomas = [
        (number, keys.diploma(one), *one.completed, one.dated)
        for number, known in enumerate(people)
        for one in known.diplomas
    ]
    spells = [
        (number, keys.spell(one), *one.spell.start, *one.spell.end)
        for number, known in enumerate(people)
        for one in known.spells
    ]
    courses = [
        (number, keys.course(one), *one.completed, one.dated)
        for number, known in enumerate(people)
        for one in known.courses
    ]
    earned, worked, learned = _columns(diplomas, 5), _columns(spells, 6), _columns(courses, 5)
    return Records(
        people=len(people),
        diplomas=Diplomas(earned[0], earned[1], earned[2], earned[3], earned[4].astype(np.bool_)),
        diplomas_open=np.array([known.diplomas_open for known in people], np.bool_),
        spells=in_order(SpellRows(*worked)),
        spells_open=np.array([known.spells_open for known in people], np.bool_),
        courses=Courses(learned[0], learned[1], learned[2], learned[3], learned[4].astype(np.bool_)),
        courses_open=np.array([known.courses_open for known in people], np.bool_),
        problems=problems or {},
    )


def _columns(rows: Sequence[tuple[int, ...]], width: int) -> Any:  # noqa: ANN401 - rows of a matrix, one a column
    return np.array(rows, np.int32).reshape(len(rows), width).T.copy()
