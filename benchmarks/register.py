"""Whole registers through all ten cards and all categories, column by column, from Parquet in bounded memory.

    python benchmarks/register.py [PEOPLE ...]          (default: 10000 100000 1000000)

For each size: seconds, people a second and the most memory held, for the statuses alone, with the presets and the
two sides of the readings, and with first days as well, each in a process of its own with two workers (least of
several runs, and the seconds of work that both cores spent).  With `--once` a single size is run once, all answers:
that is for 10,000,000.  How the same answers fare with other tools is measured by `register_columns.py`.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from generate import AS_OF, write

from socwork_standard.eligibility.columns import service
from socwork_standard.eligibility.columns.evaluate import Evaluator
from socwork_standard.eligibility.columns.stream import evaluate_batches, parquet_batches

SIZES = (10_000, 100_000, 1_000_000)


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
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("people", nargs="*", type=int, help="sizes of the registers to invent and decide")
    parser.add_argument(
        "--once", metavar="PEOPLE", help="one size, or a file of people, once, with all answers"
    )
    asked = parser.parse_args()
    if asked.once is not None:
        return once(asked.once)
    sizes = sorted(asked.people) or list(SIZES)
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{people}.parquet" for people in sizes]
        for people, path in zip(sizes, paths, strict=True):
            spent, _ = seconds(lambda: write(people, path))  # noqa: B023 - called at once
            print(
                f"{people:>9,} people invented in {spent:.1f} s, {path.stat().st_size / 1e6:.1f} MB of Parquet"
            )
        for path in paths:
            report(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
