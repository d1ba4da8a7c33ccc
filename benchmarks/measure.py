"""What all benchmarks share: two sides measured in turns, each in a process of its own.

A script of this folder lists its comparisons: a side of the project's own, and its peer.  A side is a function that
makes everything ready and returns a `Work`.  The two processes are started, run their work once unmeasured, and then
take turns, so that a busy machine slows both; each turn gives one ratio.  Reported are the medians, their ratio with
the least and the greatest of the turns' own ratios, and the most memory that each process held.

    python benchmarks/SCRIPT.py [--quick]        the comparisons of one script
    python benchmarks/table.py [--quick]         all of them
"""

import argparse
import hashlib
import importlib
import importlib.util
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, Self

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
FOLDER = "SOCWORK_BENCHMARK_FOLDER"
"""The variable that names the folder of files made for a run."""
TURNS, QUICK_TURNS = 5, 1
LEAST, QUICK_LEAST = 0.3, 0.01
"""A turn lasts at least so many seconds: the work is repeated until then."""


@dataclass(frozen=True)
class Size:
    """How much a side is asked to do."""

    quick: bool

    def pick(self, full: int, small: int) -> int:
        """The first number in a full run, the second in a quick one."""
        return small if self.quick else full


@dataclass(frozen=True)
class Work:
    """A side, ready to be measured."""

    call: Callable[[], object]
    """What is measured; the score itself where scores are compared."""
    per: float = 1
    """So many units are done in one call; times are shown for one unit."""
    answer: Callable[[], object] = lambda: None
    """What both sides must agree on; asked once, unmeasured."""
    megabytes: Callable[[], float] | None = None
    """The memory held, where it is not this process's."""
    close: Callable[[], None] = lambda: None
    """Ends what was started."""


@dataclass(frozen=True)
class Comparison:
    """One line of the table."""

    what: str
    """What is done, and what one unit of it is."""
    ours: str
    """The name of the function of the script that makes the project's side."""
    peer: str
    """The name of the function that makes the peer's side."""
    against: str
    """The peer in words."""
    needs: tuple[str, ...] = ()
    """Packages without which the comparison is left out: the name to import, or `import=the name to install`."""
    people: tuple[int, int] | None = None
    """How many invented people the sides find in `people_file`; the second number is for a quick run."""
    kind: Literal["time", "score"] = "time"
    variable: str = ""
    """An environment variable without which the comparison is left out: it names a file."""


@dataclass(frozen=True)
class Side:
    """What one process measured."""

    values: tuple[float, ...]
    megabytes: float

    @property
    def median(self) -> float:
        """The median of the turns."""
        return statistics.median(self.values)


@dataclass(frozen=True)
class Row:
    """A comparison measured, or the reason why it was left out."""

    of: Comparison
    ours: Side | None = None
    peer: Side | None = None
    left_out: str = ""
    spread: tuple[float, float] = field(default=(0.0, 0.0))

    @property
    def ratio(self) -> float:
        """The project's median by the peer's."""
        assert self.ours is not None
        assert self.peer is not None
        return self.ours.median / self.peer.median


class SideFailedError(Exception):
    """A side ended before it was measured; what it said stands on standard error."""


# -- a side, in a process of its own ------------------------------------------------------------------------------


def most_memory() -> float:
    """The most memory (MB) that this process has held.

    Linux counts into `ru_maxrss` what the process that started this one held, so there it is asked elsewhere.
    """
    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text(encoding="ascii", errors="replace").splitlines()
        return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)


def _turn(work: Work, calls: int) -> float:
    start = time.perf_counter()
    for _ in range(calls):
        work.call()
    return (time.perf_counter() - start) / (calls * work.per)


def _serve(script: str, name: str, *, quick: bool, score: bool) -> None:
    """Make a side ready, then take a turn for each line read; what is measured is written as lines of JSON."""
    told = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # whatever the work prints must not stand among the figures
    found = importlib.util.spec_from_file_location(Path(script).stem, script)
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    sys.modules[Path(script).stem] = module
    found.loader.exec_module(module)

    def tell(value: object) -> None:
        told.write(json.dumps(value) + "\n")
        told.flush()

    work: Work = getattr(module, name)(Size(quick))
    try:
        once = 0.0 if score else _turn(work, 1) * work.per
        if once < LEAST and not quick:  # the first call may have loaded what later ones find ready
            once = 1.0 if score else _turn(work, 1) * work.per
        calls = max(1, int((QUICK_LEAST if quick else LEAST) / max(once, 1e-9)))
        answer = json.dumps(work.answer(), sort_keys=True, default=str)
        tell(hashlib.sha256(answer.encode()).hexdigest())
        for line in sys.stdin:
            if line.strip() == "end":
                tell(work.megabytes() if work.megabytes else most_memory())
            else:
                tell(work.call() if score else _turn(work, calls))
    finally:
        work.close()


class _Process:
    """The process of a side, seen from the one that compares."""

    def __init__(self, script: Path, name: str, of: Comparison, *, quick: bool) -> None:
        self._name = f"{script.name}: {name}"
        command = [sys.executable, str(HERE / "measure.py"), str(script), name, of.kind]
        self._process = subprocess.Popen(  # noqa: S603 - this very file
            [*command, *(["--quick"] if quick else [])],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment(),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):  # the process may be gone already
                    pipe.close()
        self._process.wait()

    def say(self, line: str) -> None:
        """Ask for a turn, or for the end."""
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def hear(self) -> Any:  # noqa: ANN401 - JSON
        """What the process tells next."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise SideFailedError(f"{self._name} ended with code {self._process.wait()}")
        return json.loads(line)


# -- comparing ----------------------------------------------------------------------------------------------------


def environment() -> dict[str, str]:
    """The environment of this process, with the checkout's package first where there is one."""
    source = ROOT / "src"
    paths = [str(source), os.environ.get("PYTHONPATH", "")] if source.is_dir() else []
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))} if paths else dict(os.environ)


def lacking(of: Comparison) -> str:
    """Why a comparison is left out; empty where nothing is missing."""
    for one in of.needs:
        name, _, package = one.partition("=")
        if importlib.util.find_spec(name) is None:
            return f"{name} is not installed (pip install {package or name})"
    if of.variable and not Path(os.environ.get(of.variable, "")).is_file():
        return f"{of.variable} names no file"
    return ""


def people_file(count: int) -> Path:
    """The Parquet file of so many invented people, made when it is first asked for."""
    path = Path(os.environ[FOLDER]) / f"{count}.parquet"
    if not path.exists():
        command = [sys.executable, str(HERE / "generate.py"), str(count), str(path)]
        subprocess.run(command, check=True, env=environment())  # noqa: S603 - a script of this folder
    return path


@contextmanager
def folder() -> Iterator[None]:
    """A folder for the files of a run, removed after it."""
    with tempfile.TemporaryDirectory(prefix="socwork-bench-") as name:
        os.environ[FOLDER] = name
        try:
            yield
        finally:
            del os.environ[FOLDER]


def compared(script: Path, of: Comparison, *, quick: bool) -> Row:
    """Measure one comparison."""
    missing = lacking(of)
    if missing:
        return Row(of, left_out=missing)
    if of.people:
        people_file(of.people[quick])
    turns = 1 if of.kind == "score" else QUICK_TURNS if quick else TURNS
    with ExitStack() as stack:
        sides = [stack.enter_context(_Process(script, one, of, quick=quick)) for one in (of.ours, of.peer)]
        answers = [side.hear() for side in sides]
        if answers[0] != answers[1]:
            raise SystemExit(f"{of.what}: the two sides give different answers")
        values: tuple[list[float], list[float]] = ([], [])
        for _ in range(turns):
            for side, found in zip(sides, values, strict=True):
                side.say("turn")
                found.append(side.hear())
        held = []
        for side in sides:
            side.say("end")
            held.append(side.hear())
    ratios = [one / other for one, other in zip(*values, strict=True)]
    ours, peer = (Side(tuple(found), most) for found, most in zip(values, held, strict=True))
    return Row(of, ours, peer, spread=(min(ratios), max(ratios)))


# -- printing -----------------------------------------------------------------------------------------------------

FAILED = "failed: "
HEADINGS = ("What", "Peer", "Here", "Peer's", "Ratio (least to greatest)", "Memory here", "Peer's memory")


def figure(value: float, kind: str) -> str:
    """A time in a fitting unit, or a score."""
    if kind == "score":
        return f"{value:.3f}"
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if value >= size or unit == "µs":
            scaled = value / size
            return f"{scaled:.{2 if scaled < 10 else 1 if scaled < 100 else 0}f} {unit}"
    raise AssertionError(value)


def _ratio(value: float) -> str:
    return f"{value:.3f}" if value < 0.1 else f"{value:.2f}" if value < 10 else f"{value:.0f}"


def cells(row: Row) -> tuple[str, ...]:
    """A row of the table."""
    if row.ours is None or row.peer is None:
        return (row.of.what, row.of.against, f"left out: {row.left_out}", "", "", "", "")
    least, most = map(_ratio, row.spread)
    spread = f"{_ratio(row.ratio)}" + (f" ({least} to {most})" if len(row.ours.values) > 1 else "")
    memory = (f"{side.megabytes:.0f} MB" for side in (row.ours, row.peer))
    times = (figure(side.median, row.of.kind) for side in (row.ours, row.peer))
    return (row.of.what, row.of.against, *times, spread, *memory)


def markdown(rows: Iterable[Row]) -> str:
    """The table."""
    lines = [HEADINGS, tuple("---" if number < 2 else "---:" for number in range(len(HEADINGS)))]
    return "\n".join(f"| {' | '.join(line)} |" for line in (*lines, *map(cells, rows))) + "\n"


def run(found: Sequence[tuple[Path, Comparison]], *, quick: bool) -> list[Row]:
    """Measure comparisons one after another; what is done is told on standard error."""
    rows = []
    with folder():
        for number, (script, one) in enumerate(found, 1):
            start = time.perf_counter()
            try:
                rows.append(compared(script, one, quick=quick))
            except SideFailedError as failure:
                rows.append(Row(one, left_out=f"{FAILED}{failure}"))
            said = rows[-1].left_out or f"{_ratio(rows[-1].ratio)} in {time.perf_counter() - start:.0f} s"
            print(f"[{number}/{len(found)}] {one.what}: {said}", file=sys.stderr, flush=True)
    return rows


def main(script: str, comparisons: Sequence[Comparison]) -> int:
    """Measure the comparisons of one script and print its rows."""
    parser = argparse.ArgumentParser(description="The comparisons of one script, as a table.")
    parser.add_argument(
        "--quick", action="store_true", help="small inputs and few turns: does it run at all?"
    )
    quick = parser.parse_args().quick
    return shown(run([(Path(script).resolve(), one) for one in comparisons], quick=quick))


def shown(rows: Sequence[Row]) -> int:
    """Print the table; the exit code is 1 where a side failed."""
    print(markdown(rows), end="")
    return int(any(row.left_out.startswith(FAILED) for row in rows))


if __name__ == "__main__":
    _serve(sys.argv[1], sys.argv[2], quick="--quick" in sys.argv, score=sys.argv[3] == "score")
