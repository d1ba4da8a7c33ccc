"""Many people at once: the column-wise evaluator beside the explaining checker, polars and OpenFisca; equal answers.

The evaluator and the checker answer every card and category with the presets and first days.  Polars and OpenFisca
know neither doubts nor readings: they get one card, category and preset, the people of whom everything is known, and
the same tables of which diploma or post answers which question.
"""

import sys
from collections.abc import Callable
from typing import Any

import numpy as np
from generate import AS_OF
from measure import Comparison, Size, Work, main, people_file
from subset import CARD, CATEGORY, PRESET, Subset, subset

from socwork_standard.eligibility.check import Checker
from socwork_standard.eligibility.columns.arrow import ArrowEncoder, without_nulls
from socwork_standard.eligibility.columns.evaluate import Evaluator
from socwork_standard.eligibility.columns.stream import evaluate_batches, parquet_batches
from socwork_standard.eligibility.record import read_record

PEOPLE = (50_000, 2_000)
ASKED, QUICKLY_ASKED = 200, 10
"""So many people are asked of the explaining checker, and compared."""
VIEWS = ("practice", "literal")


def by_columns(size: Size) -> Work:
    """Everybody, every card and category, column by column, once the facts are encoded."""
    checker = Checker()
    evaluator = Evaluator(checker, as_of=AS_OF)
    records = ArrowEncoder(checker.names, evaluator.keys).encode(
        next(parquet_batches(people_file(size.pick(*PEOPLE))))
    )

    def answer() -> list[object]:
        answers = evaluator.decide(records)
        return [
            (
                answers.status(person, question),
                [answers.status(person, question, view) for view in VIEWS],
                answers.first_day(person, question),
            )
            for person in range(size.pick(ASKED, QUICKLY_ASKED))
            for question in evaluator.questions
        ]

    return Work(
        lambda: evaluator.decide(records), per=records.people * len(evaluator.questions), answer=answer
    )


def by_checker(size: Size) -> Work:
    """Some people, every card and category, with the checker that explains, in plain Python."""
    checker = Checker()
    evaluator = Evaluator(checker, as_of=AS_OF)
    batch = next(parquet_batches(people_file(size.pick(*PEOPLE))))
    asked = batch.slice(0, size.pick(ASKED, QUICKLY_ASKED)).to_pylist()
    people = [read_record(without_nulls(one)) for one in asked]

    def call() -> list[object]:
        found: list[object] = []
        for record in people:
            known = checker.read_facts(record)
            for question in evaluator.questions:
                case = checker.case(record, known, question.card, question.category, AS_OF)
                presets = case.by_preset()
                found.append((case.status, [presets[view] for view in VIEWS], case.eligible_from()))
        return found

    return Work(call, per=len(people) * len(evaluator.questions), answer=call)


def streamed(size: Size) -> Work:
    """A Parquet file of everybody, from the disk to the statuses of every card and category."""
    path = people_file(size.pick(*PEOPLE))

    def call() -> int:
        evaluator = Evaluator(as_of=AS_OF, presets=False, first_days=False)
        return sum(batch.num_rows for batch in evaluate_batches(parquet_batches(path), evaluator))

    return Work(call, per=size.pick(*PEOPLE) / 1_000)


def read_only(size: Size) -> Work:
    """The same file read into Python's own objects, and nothing decided."""
    path = people_file(size.pick(*PEOPLE))
    return Work(
        lambda: sum(len(batch.to_pylist()) for batch in parquet_batches(path)), per=size.pick(*PEOPLE) / 1_000
    )


def _subset(size: Size) -> Subset:
    return subset(people_file(size.pick(*PEOPLE)))


def one_card(size: Size) -> Work:
    """The four categories of one card for everybody, doubts included, column by column."""
    of = _subset(size)
    verdicts = of.records.people * len(of.evaluator.questions)
    return Work(lambda: of.evaluator.decide(of.records), verdicts, lambda: of.statuses().tolist())


def in_polars(size: Size) -> Work:
    """One category of the card for those of whom all is known, in polars."""
    import polars_subset

    of = _subset(size)
    return Work(lambda: polars_subset.met(of), int(of.known.sum()), lambda: polars_subset.met(of).tolist())


def in_openfisca(size: Size) -> Work:
    """The same in OpenFisca: its calculation and the setting of its inputs."""
    import openfisca_subset as openfisca

    of = _subset(size)
    given = openfisca.inputs(of, of.known)
    system = openfisca.system(of, given)

    def call() -> Any:  # noqa: ANN401 - flags
        return openfisca.met(openfisca.simulation(system, given))

    return Work(call, int(of.known.sum()), lambda: call().tolist())


def one_person(size: Size) -> Work:
    """One card and category for one person at a time, from a record that was read."""
    of = _subset(size)
    number = _first(of)
    checker = Checker()
    batch = next(parquet_batches(people_file(size.pick(*PEOPLE))))
    record = read_record(without_nulls(batch.slice(number, 1).to_pylist()[0]))

    def call() -> bool:
        asked = checker.check(record, CARD, CATEGORY, as_of=AS_OF, policy={"preset": PRESET})
        return asked.status == "eligible"

    return Work(call, answer=call)


def openfisca_person(size: Size) -> Work:
    """The same person in OpenFisca."""
    import openfisca_subset as openfisca

    of = _subset(size)
    alone = np.zeros(of.records.people, np.bool_)
    alone[_first(of)] = True
    given = openfisca.inputs(of, alone)
    system = openfisca.system(of, given)
    call: Callable[[], bool] = lambda: bool(openfisca.met(openfisca.simulation(system, given))[0])  # noqa: E731
    return Work(call, answer=call)


def _first(of: Subset) -> int:
    return int(np.flatnonzero(of.known)[0])


COLUMNS = ("pyarrow", "numpy")
COMPARISONS = (
    Comparison(
        "A verdict with presets and first day, many people by columns",
        "by_columns",
        "by_checker",
        "the explaining checker in plain Python",
        COLUMNS,
        PEOPLE,
    ),
    Comparison(
        "A verdict of one card, many people by columns",
        "one_card",
        "in_polars",
        "polars, one category, only people of whom all is known",
        (*COLUMNS, "polars"),
        PEOPLE,
    ),
    Comparison(
        "A verdict of one card, many people by columns",
        "one_card",
        "in_openfisca",
        "OpenFisca, one category, only people of whom all is known",
        (*COLUMNS, "openfisca_core=openfisca-core"),
        PEOPLE,
    ),
    Comparison(
        "One decision, the verdict, one person",
        "one_person",
        "openfisca_person",
        "OpenFisca, its system ready, words and dates already turned into columns",
        (*COLUMNS, "openfisca_core=openfisca-core"),
        PEOPLE,
    ),
    Comparison(
        "1,000 people of a Parquet file decided on all cards and categories",
        "streamed",
        "read_only",
        "the file read into Python objects, nothing decided",
        COLUMNS,
        PEOPLE,
    ),
)

if __name__ == "__main__":
    sys.exit(main(__file__, COMPARISONS))
