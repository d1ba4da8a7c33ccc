"""One card and category in OpenFisca, for people of whom everything is known: a yardstick with equal answers.

OpenFisca knows persons and no lists, so it gets for each question of the rule what its tables would hold: the day of
the earliest diploma or course that answers it, and up to eight spells that count, in order of their start.  The union
of the spells, the years by the calendar and the tree of the rule are its formulas.
"""

from typing import Any

import numpy as np
from openfisca_core import entities, periods, simulations, taxbenefitsystems, variables
from subset import DAY, EPOCH, YEAR, Subset, folded

from socwork_standard.eligibility.columns.leaves import Matches
from socwork_standard.eligibility.columns.tables import Records
from socwork_standard.eligibility.tree import Ask, DiplomaAsk, FixedAsk, ServiceAsk

SLOTS = 8
NONE = 4_000_000
PERIOD = "2025-06-01"
"""The day of the check, as OpenFisca writes a period."""

Inputs = dict[str, Any]
"""A column for each input variable."""


def inputs(of: Subset, people: Any) -> Inputs:  # noqa: ANN401 - flags
    """What OpenFisca is given of these people."""
    columns: Inputs = {}
    rows = of.records.spells
    for number, ask in enumerate(of.rule.asks):
        if isinstance(ask, FixedAsk):
            columns[f"day{number}"] = np.full(int(people.sum()), 0 if ask.met else NONE, np.int32)
        elif isinstance(ask, ServiceAsk):
            some = np.flatnonzero((of.matches.spells(ask)[rows.key] == 2) & (rows.start < DAY))
            slots = _places(rows.person[some])
            for name, column in (("start", rows.start), ("end", np.minimum(rows.end, DAY))):
                table = np.zeros((of.records.people, SLOTS), np.int32)
                table[rows.person[some], slots] = column[some]
                columns |= {f"{name}{number}_{slot}": table[people, slot] for slot in range(SLOTS)}
        else:
            columns[f"day{number}"] = _earliest(of.records, of.matches, ask)[people]
    return columns


def _earliest(records: Records, matches: Matches, ask: Ask) -> Any:  # noqa: ANN401 - an array
    found = np.full(records.people, NONE, np.int32)
    if isinstance(ask, DiplomaAsk):
        rows: Any = records.diplomas
        some = matches.diplomas(ask)[rows.key] == 2
    else:
        rows = records.courses
        some = rows.kind == matches.kind(getattr(ask, "kind", ""))
    np.minimum.at(found, rows.person[some], rows.first[some])
    return found


def _places(person: Any) -> Any:  # noqa: ANN401 - arrays
    marks = np.ones(person.size, np.bool_)
    marks[1:] = person[1:] != person[:-1]
    places = np.arange(person.size)
    return places - np.maximum.accumulate(np.where(marks, places, 0))


def system(of: Subset, given: Inputs) -> Any:  # noqa: ANN401 - OpenFisca's own
    """The rule as OpenFisca's variables."""
    person = entities.build_entity(key="person", plural="persons", label="a person", is_person=True)
    made = taxbenefitsystems.TaxBenefitSystem([person])

    def add(name: str, kind: type, formula: Any = None) -> None:  # noqa: ANN401 - a function of OpenFisca's form
        body = {
            "value_type": kind,
            "entity": person,
            "definition_period": periods.DateUnit.DAY if formula else periods.DateUnit.ETERNITY,
            "label": name,
        }
        made.add_variable(type(name, (variables.Variable,), body | ({"formula": formula} if formula else {})))

    for name in given:
        add(name, int)
    for number, ask in enumerate(of.rule.asks):
        counted = _service(number, ask.years) if isinstance(ask, ServiceAsk) else _dated(number, DAY)
        add(f"ask{number}", bool, counted)

    def tree(persons: Any, period: Any) -> Any:  # noqa: ANN401 - OpenFisca's own
        return folded(
            of.rule.root,
            lambda ask: persons(f"ask{ask}", period),
            np.logical_and.reduce,
            np.logical_or.reduce,
        )

    add("met", bool, tree)
    return made


def simulation(made: Any, given: Inputs) -> Any:  # noqa: ANN401 - OpenFisca's own
    """A simulation with these people as inputs."""
    people = len(next(iter(given.values())))
    found = simulations.SimulationBuilder().build_default_simulation(made, people)
    for name, column in given.items():
        found.set_input(name, periods.DateUnit.ETERNITY, column)
    return found


def met(made: Any) -> Any:  # noqa: ANN401 - a simulation; flags
    """Is the rule met?  One truth for each person."""
    return made.calculate("met", PERIOD)


def _dated(number: int, day: int) -> Any:  # noqa: ANN401 - a formula
    return lambda persons, period: persons(f"day{number}", period) <= day


def _service(number: int, years: int) -> Any:  # noqa: ANN401 - a formula
    def formula(persons: Any, period: Any) -> Any:  # noqa: ANN401 - OpenFisca's own
        starts = [persons(f"start{number}_{slot}", period).astype(np.int64) for slot in range(SLOTS)]
        ends = [persons(f"end{number}_{slot}", period).astype(np.int64) for slot in range(SLOTS)]
        units = months = count = np.zeros(starts[0].size, np.int64)
        begin, stop = starts[0], ends[0]
        for slot in range(1, SLOTS + 1):
            last = slot == SLOTS
            start, end = (begin * 0 + NONE, begin * 0) if last else (starts[slot], ends[slot])
            apart = (start > stop) | (end == 0) & last
            apart = apart if last else apart & (end > 0)
            whole, days = _length(begin, stop)
            done = apart & (begin < stop)
            months = np.where(done, months + whole, months)
            units = np.where(done, units + 30 * whole + days, units)
            count = count + done
            begin = np.where(apart, start, begin)
            stop = np.where(apart, end, np.maximum(stop, end))
        return (count > 0) & np.where(count == 1, months >= 12 * years, units >= YEAR * years)

    return formula


def _length(start: Any, end: Any) -> tuple[Any, Any]:  # noqa: ANN401 - arrays
    """Whole months by the calendar, and the days left over."""
    first, last = _date(start).astype("datetime64[M]"), _date(end).astype("datetime64[M]")
    place = (_date(start) - first.astype("datetime64[D]")).astype(np.int64)
    months = (last - first).astype(np.int64)
    months = months - (_on(last, place) > _date(end))
    mark = _on(first + months, place)
    return months, (_date(end) - mark).astype(np.int64)


def _date(day: Any) -> Any:  # noqa: ANN401 - arrays
    return (day - EPOCH).astype("datetime64[D]")


def _on(month: Any, place: Any) -> Any:  # noqa: ANN401 - arrays
    """The day at a place of a month; one that does not exist is the first of the next month."""
    return np.minimum(month.astype("datetime64[D]") + place, (month + 1).astype("datetime64[D]"))
