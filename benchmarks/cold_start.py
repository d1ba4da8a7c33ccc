"""How long `socwork card 13` takes from nothing, beside the least that a program of its kind can take.

    python benchmarks/cold_start.py [RUNS]

The two are started in alternation, so that a busy machine slows both; the medians are compared.  The goal is a
ratio of at most 1.5.  It is printed, never asserted: a benchmark is read by a person.
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

GOAL = 1.5
RUNS = 15
LEAST = 10
BARE: tuple[str, ...] = ("-c", "from pydantic import BaseModel; import typer")
CARD: tuple[str, ...] = ("-m", "socwork_standard", "card", "13")
MEMORY = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def environment() -> dict[str, str]:
    """The environment of this process, with the checkout's package first where there is one."""
    source = Path(__file__).resolve().parent.parent / "src"
    paths = [str(source), os.environ.get("PYTHONPATH", "")] if source.is_dir() else []
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))} if paths else dict(os.environ)


def seconds(arguments: tuple[str, ...]) -> float:
    """Wall-clock seconds of one run."""
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, env=environment(), check=True)  # noqa: S603
    return time.perf_counter() - start


def megabytes(arguments: tuple[str, ...]) -> float:
    """The most memory that one run held, in MB."""
    command = [sys.executable, "-c", MEMORY, sys.executable, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, env=environment(), check=True)  # noqa: S603
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return int(done.stdout) / unit


def main() -> int:
    """Measure and print."""
    runs = max(LEAST, int(sys.argv[1])) if len(sys.argv) > 1 else RUNS
    for arguments in (BARE, CARD):  # the first runs compile modules and fill the cache of the data
        seconds(arguments)
    times: dict[tuple[str, ...], list[float]] = {BARE: [], CARD: []}
    for _ in range(runs):
        for arguments, found in times.items():
            found.append(seconds(arguments))
    print(f"{runs} runs each, in alternation, Python {sys.version.split()[0]}")
    for name, arguments in (("pydantic and typer alone", BARE), ("socwork card 13", CARD)):
        found = times[arguments]
        median, least = statistics.median(found) * 1000, min(found) * 1000
        print(f"{name:26} median {median:6.1f} ms   least {least:6.1f} ms   {megabytes(arguments):5.1f} MB")
    ratio = statistics.median(times[CARD]) / statistics.median(times[BARE])
    print(f"ratio of the medians {ratio:.2f} (goal: at most {GOAL})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
