"""Whole registers through all ten cards and all categories, column by column, from Parquet in bounded memory.

    python benchmarks/register.py [PEOPLE ...]          (default: 10000 100000 1000000)

For each size: seconds, people a second and the most memory held, for the statuses alone, with the presets and the
two sides of the readings, and with first days as well, each in a process of its own with two workers (least of
several runs, and the seconds of work that both cores spent).  With `--once` a single size is run once, all answers:
that is for 10,000,000.  Then, on the smallest register: the explaining checker for some people (equal answers, time
for a verdict), and polars and OpenFisca for one card and category for the people of whom everything is known (equal
answers, time).
What is printed is measured, nothing is asserted but that the answers are equal.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from generate import AS_OF, write

from socwork_standard.eligibility.check import Checker
from socwork_standard.eligibility.columns import service
from socwork_standard.eligibility.columns.arrow import ArrowEncoder, without_nulls
from socwork_standard.eligibility.columns.evaluate import Evaluator
from socwork_standard.eligibility.columns.stream import evaluate_batches, parquet_batches
from socwork_standard.eligibility.readings import with_preset
from socwork_standard.eligibility.record import read_record
from socwork_standard.eligibility.tree import CompiledRule

SIZES = (10_000, 100_000, 1_000_000)
SAMPLE = 400
EXPLAINED = 30
CARD, CATEGORY, PRESET = 13, "highest", "practice"
POLICY = {"preset": PRESET}


def seconds(work: Callable[[], Any]) -> tuple[float, Any]:
    """Wall-clock seconds of some work, and what came of it."""
    start = time.perf_counter()
    done = work()
    return time.perf_counter() - start, done


MODES: dict[str, dict[str, bool]] = {
    "statuses": {"presets": False, "first_days": False},
    "with presets": {"presets": True, "first_days": False},
    "with first days": {"presets": True, "first_days": True},
}
RUNS = 3


def run(path: Path, mode: str) -> dict[str, float]:
    """Decide a whole Parquet file in this process, from nothing."""
    counted = {"alone": 0, "doubtful": 0}
    alone, doubtful = service.Doubtful._by_itself, service.Doubtful.__init__  # noqa: SLF001 - to count how often

    def count_alone(self: service.Doubtful, person: int) -> tuple[int, int]:
        counted["alone"] += 1
        return alone(self, person)

    def count_doubtful(
        self: service.Doubtful,
        spells: service.Spells,
        years: Any,  # noqa: ANN401 - an array
        span: service.Span,
    ) -> None:
        doubtful(self, spells, years, span)
        counted["doubtful"] += self.people

    service.Doubtful._by_itself = count_alone  # type: ignore[method-assign]  # noqa: SLF001
    service.Doubtful.__init__ = count_doubtful  # type: ignore[method-assign]
    ready, evaluator = seconds(lambda: Evaluator(as_of=AS_OF, **MODES[mode]))
    statuses = evaluator.questions, evaluator.views

    def everybody() -> int:
        decided = evaluate_batches(parquet_batches(path), evaluator)
        return sum(batch.num_rows for batch in decided)

    busy = time.process_time()
    spent, people = seconds(everybody)
    return {
        "people": people,
        "ready": ready,
        "seconds": spent,
        "busy": time.process_time() - busy,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "answers": people * len(statuses[0]) * (len(statuses[1]) + evaluator.first_days),
        **counted,
    }


def report(path: Path, modes: Sequence[str] = tuple(MODES), runs: int = RUNS) -> None:
    """Decide a file in each way and print what it took."""
    for mode in modes:
        command = [sys.executable, __file__, "--run", str(path), mode]
        found = [
            json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)  # noqa: S603
            for _ in range(runs)
        ]
        least = {key: min(one[key] for one in found) for key in found[0]}
        people = least["people"]
        print(
            f"{people:>10,} people, {mode:15}: {least['seconds']:7.2f} s ({least['busy']:.2f} s of work), "
            f"{people / least['seconds']:>9,.0f} people/s, {least['megabytes']:5.0f} MB, "
            f"{least['answers']:,} answers, ready in {least['ready']:.2f} s; "
            f"{least['doubtful']:,} questions with doubts, {least['alone']} counted person by person",
            flush=True,
        )


def against_checker(path: Path) -> None:
    """Compare with the explaining checker, answer by answer, and print what a verdict takes in each."""
    checker = Checker()
    evaluator = Evaluator(checker, as_of=AS_OF)
    batch = next(parquet_batches(path))
    records = ArrowEncoder(checker.names, evaluator.keys).encode(batch)
    evaluator.decide(records)
    columnar, answers = seconds(lambda: evaluator.decide(records))
    people = [read_record(without_nulls(one)) for one in batch.slice(0, SAMPLE).to_pylist()]

    def one_by_one() -> list[Any]:
        found = []
        for record in people:
            known = checker.read_facts(record)
            for question in evaluator.questions:
                case = checker.case(record, known, question.card, question.category, AS_OF)
                found.append((case.status, case.by_preset(), case.eligible_from()))
        return found

    one_by_one()
    single, wanted = seconds(one_by_one)
    came = [
        (
            answers.status(person, question),
            {view: answers.status(person, question, view) for view in ("practice", "literal")},
            answers.first_day(person, question),
        )
        for person in range(len(people))
        for question in evaluator.questions
    ]
    if came != wanted:
        raise SystemExit("the column-wise evaluator and the checker differ")
    verdicts = len(people) * len(evaluator.questions)
    explained, _ = seconds(
        lambda: [
            checker.check(record, question.card, question.category, as_of=AS_OF).as_dict()
            for record in people[:EXPLAINED]
            for question in evaluator.questions
        ]
    )
    by_column = columnar / (records.people * len(evaluator.questions))
    by_one, in_full = single / verdicts, explained / (EXPLAINED * len(evaluator.questions))
    print(f"explaining checker, {verdicts:,} verdicts with presets and first days: all equal")
    for name, spent in (
        ("column-wise, facts encoded", by_column),
        ("checker, statuses", by_one),
        ("checker, in full", in_full),
    ):
        print(f"  {name:28}{1e6 * spent:10.2f} µs a verdict{spent / by_column:10.0f} ×")


def against_polars(path: Path) -> None:
    """Compare with polars for one card and category under one preset, where everything is known."""
    try:
        import polars as pl
        from polars_subset import known_people, met
    except ImportError:
        print("polars is not installed (pip install polars): not compared")
        return
    checker = Checker()
    evaluator = Evaluator(checker, as_of=AS_OF, cards=[CARD])
    encoder = ArrowEncoder(checker.names, evaluator.keys)
    rule = _rule(checker)
    spent, took, people, yes = 0.0, 0.0, 0, 0
    for batch in parquet_batches(path):
        records = encoder.encode(batch)
        matches = evaluator._matches  # noqa: SLF001 - polars shall have the same tables
        known = known_people(records, matches, rule)
        more, answers = seconds(lambda: evaluator.decide(records))  # noqa: B023 - called at once
        spent += more
        more, flags = seconds(lambda: met(records, matches, rule, known, AS_OF.toordinal()))  # noqa: B023
        took += more
        row = [question.category for question in evaluator.questions].index(CATEGORY)
        if not np.array_equal(answers.statuses[PRESET][row][known] == 0, flags):
            raise SystemExit("polars and the column-wise evaluator differ")
        people, yes = people + int(known.sum()), yes + int(flags.sum())
    print(
        f"polars {pl.__version__}, card {CARD} {CATEGORY} as '{PRESET}', {people:,} people of whom all is known, "
        f"{yes:,} met: all equal\n"
        f"  polars: that one status {took:.2f} s; column-wise, for everybody: the card's four categories in "
        f"every view, with first days {spent:.2f} s"
    )


def against_openfisca(path: Path) -> None:
    """Compare with OpenFisca on the same card, category, preset and people as polars."""
    try:
        import openfisca_subset as openfisca
        from polars_subset import known_people
    except ImportError:
        print("openfisca-core is not installed (pip install openfisca-core polars): not compared")
        return
    checker = Checker()
    evaluator = Evaluator(checker, as_of=AS_OF, cards=[CARD], presets=False, first_days=False, policy=POLICY)
    encoder = ArrowEncoder(checker.names, evaluator.keys)
    rule, day = _rule(checker), AS_OF.toordinal()
    row = [question.category for question in evaluator.questions].index(CATEGORY)
    spent, took, people, everybody = 0.0, 0.0, 0, 0
    for number, batch in enumerate(parquet_batches(path)):
        records = encoder.encode(batch)
        matches = evaluator._matches  # noqa: SLF001 - OpenFisca shall have the same tables
        known = known_people(records, matches, rule)
        given = openfisca.inputs(records, matches, rule, known, day)
        if number == 0:  # both find their feet once, outside the clock
            evaluator.decide(records)
            openfisca.met(openfisca.simulation(rule, given, day))
        more, answers = seconds(lambda: evaluator.decide(records))  # noqa: B023 - called at once
        spent += more
        made = openfisca.simulation(rule, given, day)
        more, flags = seconds(lambda: openfisca.met(made))  # noqa: B023
        took += more
        if not np.array_equal(answers.statuses["status"][row][known] == 0, flags):
            raise SystemExit("OpenFisca and the column-wise evaluator differ")
        people, everybody = people + int(known.sum()), everybody + records.people
    one, own = took / people, spent / (everybody * len(evaluator.questions))
    print(
        f"OpenFisca, card {CARD} {CATEGORY} as '{PRESET}', {people:,} people of whom all is known: all equal\n"
        f"  OpenFisca, its calculation alone: {1e6 * one:.2f} µs a verdict; column-wise, all four categories for "
        f"everybody, doubts included: {1e6 * own:.2f} µs a verdict ({one / own:.1f} ×)"
    )


def _rule(checker: Checker) -> CompiledRule:
    standard = checker.standard
    choices = with_preset(PRESET, None, standard.readings)
    held = standard.in_force(CARD, AS_OF).held
    return checker.rule(standard.card(CARD, AS_OF), held, CATEGORY, choices)


def once(given: str) -> int:
    """Generate so many people, or take a file of them, and decide everything once."""
    if not given.isdigit():
        report(Path(given), ["with first days"], 1)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "staff.parquet"
        write(int(given), path)
        report(path, ["with first days"], 1)
    return 0


def main() -> int:
    """Generate, measure, print."""
    if sys.argv[1:2] == ["--run"]:
        print(json.dumps(run(Path(sys.argv[2]), sys.argv[3])))
        return 0
    if sys.argv[1:2] == ["--once"]:
        return once(sys.argv[2])
    sizes = sorted(map(int, sys.argv[1:])) or list(SIZES)
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{people}.parquet" for people in sizes]
        for people, path in zip(sizes, paths, strict=True):
            spent, _ = seconds(lambda: write(people, path))  # noqa: B023 - called at once
            print(
                f"{people:>9,} people invented in {spent:.1f} s, {path.stat().st_size / 1e6:.1f} MB of Parquet"
            )
        for path in paths:
            report(path)
        against_checker(paths[0])
        against_polars(paths[min(1, len(paths) - 1)])
        against_openfisca(paths[min(1, len(paths) - 1)])
    return 0


if __name__ == "__main__":
    sys.exit(main())
