"""Fuzz the readers, each in a process of its own, and write what came out as a table.

    python tests/fuzz/run.py [--reader NAME …] [--inputs N] [--seed S] [--engine atheris|random] [-o FILE]

A process that ends or hangs is a fault as well; the rest of its inputs go to a new one.  Progress goes to standard
error, the table in Markdown to standard output or to FILE, in which the rows of readers that were not run are kept.
Inputs that failed are written to --faults DIR.  Exit code: 0, or 1 where a fault was found.
"""

import argparse
import hashlib
import json
import mmap
import platform
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from engines import Tally, by_chance, led, prepare_led

HANGING = 180.0
"""An input that is worked on for so many seconds of the clock hangs, whatever the processor does."""

_ROOM = 1 << 20
_HEAD = struct.Struct("<QQ")
_TELL = 10.0
_LOOK = 0.2


@dataclass
class Run:
    """What a run of one reader gave."""

    reader: str
    engine: str
    inputs: int = 0
    read: int = 0
    refused: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    memory: int = 0
    faults: dict[str, str] = field(default_factory=dict)
    """What went wrong → the name of the file with the input."""


# -- the process of one reader ---------------------------------------------------------------------------------------


class Board:
    """A piece of memory that two processes see: how many inputs there were, and the one that is worked on."""

    def __init__(self, path: Path, *, new: bool = False) -> None:
        if new:
            path.write_bytes(bytes(_ROOM))
        with path.open("r+b") as file:
            self._memory = mmap.mmap(file.fileno(), _ROOM)

    def write(self, number: int, raw: bytes) -> None:
        """Take down the input that comes next."""
        self._memory[: _HEAD.size + len(raw)] = _HEAD.pack(number, len(raw)) + raw

    def read(self) -> tuple[int, bytes]:
        """How many inputs there were, and the last of them."""
        number, length = _HEAD.unpack(self._memory[: _HEAD.size])
        return number, self._memory[_HEAD.size : _HEAD.size + length]


def work(name: str, engine: str, inputs: int, seed: int, folder: Path) -> None:
    """Give one reader its inputs, in this process, and write what came out into the folder."""
    atheris = prepare_led(name) if engine == "atheris" else None
    from readers import BY_NAME
    from verdict import limit_memory, peak_memory

    reader, board, tally = BY_NAME[name], Board(folder / "board"), Tally()
    reader.seeds()
    limit_memory()
    began = time.monotonic()
    told = began

    def save() -> None:
        faults = {
            fault: {"trace": trace, "file": _keep(folder, raw)}
            for fault, (raw, trace) in tally.faults.items()
        }
        known = {"counts": tally.counts, "faults": faults, "slowest": tally.slowest, "memory": peak_memory()}
        (folder / "tally.new").write_text(
            json.dumps({**known, "seconds": time.monotonic() - began}), encoding="utf-8"
        )
        (folder / "tally.new").replace(folder / "tally.json")

    def watch(raw: bytes) -> None:
        nonlocal told
        board.write(tally.inputs + 1, raw)
        if time.monotonic() - told > 1:
            told = time.monotonic()
            save()

    if atheris is not None:
        led(atheris, reader, inputs, seed, watch, tally, save)
    else:
        by_chance(reader, inputs, seed, watch, tally)
        save()


def _keep(folder: Path, raw: bytes) -> str:
    """Write an input that failed; its name comes back."""
    name = hashlib.sha256(raw).hexdigest()[:12]
    (folder / name).write_bytes(raw)
    return name


# -- the process that watches ----------------------------------------------------------------------------------------


def run(name: str, engine: str, inputs: int, seed: int, faults: Path | None) -> Run:
    """Fuzz one reader in processes of its own, until it has had all its inputs."""
    found = Run(name, engine)
    began = time.monotonic()
    while found.inputs < inputs:
        with tempfile.TemporaryDirectory(prefix="socwork-fuzz-run-") as place:
            folder = Path(place)
            before = found.inputs
            end = _watch(found, engine, inputs - found.inputs, seed, folder)
            seed += 1
            if end:
                _, raw = Board(folder / "board").read()
                found.faults.setdefault(end, _keep(folder, raw))
            if faults is not None:
                _copy(folder, faults / name, found)
            if found.inputs == before:
                break
    found.seconds = found.seconds or time.monotonic() - began
    return found


def _watch(found: Run, engine: str, inputs: int, seed: int, folder: Path) -> str:
    """Start a process and wait for its end; what is wrong with it comes back, nothing where all is well."""
    board = Board(folder / "board", new=True)
    asked = ("--reader", found.reader, "--engine", engine, "--inputs", str(inputs), "--seed", str(seed))
    with (folder / "said").open("wb") as said:
        child = subprocess.Popen(
            [sys.executable, __file__, *asked, "--work", str(folder)], stdout=said, stderr=said
        )
        seen, since, told, end = 0, time.monotonic(), time.monotonic(), ""
        while _runs(child):
            number, now = board.read()[0], time.monotonic()
            if number != seen:
                seen, since = number, now
            if now - told > _TELL:
                told = now
                sys.stderr.write(f"{found.reader}: {found.inputs + number} inputs\n")
            if now - since > HANGING:
                child.kill()
                end = "hangs"
        child.wait()
    if not end and child.returncode != 0:
        said_last = (folder / "said").read_text("utf-8", "replace").strip().splitlines()[-1:]
        end = f"ends with {child.returncode}: {''.join(said_last)[:120]}"
    _add(found, folder)
    return end


def _runs(child: subprocess.Popen[bytes]) -> bool:
    """Wait for the end of a process until it is time to look again; does it still run?"""
    try:
        child.wait(_LOOK)
    except subprocess.TimeoutExpired:
        return True
    return False


def _add(found: Run, folder: Path) -> None:
    file = folder / "tally.json"
    if not file.exists():
        return
    told = json.loads(file.read_text(encoding="utf-8"))
    counts = told["counts"]
    found.inputs += sum(counts.values())
    found.read += counts.get("read", 0)
    found.refused += counts.get("refused", 0)
    found.seconds += told["seconds"]
    found.slowest = max(found.slowest, told["slowest"])
    found.memory = max(found.memory, told["memory"])
    for fault, one in told["faults"].items():
        found.faults.setdefault(fault, one["file"])
        sys.stderr.write(f"{found.reader}: {fault}\n{one['trace']}")


def _copy(folder: Path, target: Path, found: Run) -> None:
    for file in found.faults.values():
        if (folder / file).exists():
            target.mkdir(parents=True, exist_ok=True)
            (target / file).write_bytes((folder / file).read_bytes())


# -- the page --------------------------------------------------------------------------------------------------------


HEADINGS = (
    "reader", "engine", "inputs", "seconds", "inputs/s", "read", "refused", "slowest input", "peak memory",
    "faults open",
)  # fmt: skip


def row(one: Run) -> tuple[str, ...]:
    """A run as a row of the table."""
    speed = f"{one.inputs / one.seconds:,.0f}" if one.seconds else "–"
    return (
        one.reader, one.engine, f"{one.inputs:,}", f"{one.seconds:,.0f}", speed, f"{one.read:,}", f"{one.refused:,}",
        f"{one.slowest:.2f} s", f"{one.memory // 1_000_000:,} MB", str(len(one.faults)),
    )  # fmt: skip


def kept_rows(page: str) -> Iterator[tuple[str, ...]]:
    """The rows of a table that was written before."""
    for line in page.splitlines():
        cells = tuple(cell.strip() for cell in line.strip().strip("|").split("|"))
        if (
            len(cells) == len(HEADINGS)
            and cells[0] not in {"reader", "**all**"}
            and not cells[0].startswith("---")
        ):
            yield cells


def table(rows: dict[str, tuple[str, ...]]) -> str:
    """The table in Markdown, with a last row of sums."""
    whole = [sum(int(one[at].replace(",", "")) for one in rows.values()) for at in (2, 3, 5, 6, 9)]
    sums = (
        "**all**",
        "",
        f"{whole[0]:,}",
        f"{whole[1]:,}",
        "",
        f"{whole[2]:,}",
        f"{whole[3]:,}",
        "",
        "",
        str(whole[4]),
    )
    lines = [HEADINGS, ("---", "---", *("---:" for _ in HEADINGS[2:])), *rows.values(), sums]
    return "".join(f"| {' | '.join(one)} |\n" for one in lines)


def page(runs: list[Run], before: str) -> str:
    """The page of the documentation: how, what, the table, what was found."""
    from found_faults import FAULTS
    from readers import READERS
    from verdict import MOST_MEMORY, MOST_SECONDS

    rows = {cells[0]: cells for cells in kept_rows(before)} | {one.reader: row(one) for one in runs}
    rows = {one.name: rows[one.name] for one in READERS if one.name in rows}
    machine = f"Python {platform.python_version()}, {datetime.now(UTC).date().isoformat()}"
    found = "".join(f"| {', '.join(one.readers)} | {one.was} | {one.mended} |\n" for one in FAULTS)
    text = Path(__file__).with_name("page.md").read_text(encoding="utf-8")
    bounds = {"seconds": MOST_SECONDS, "memory": MOST_MEMORY // 1_000_000_000}
    return text.format(table=table(rows), machine=machine, found=found, **bounds)


def main() -> int:
    """Run what is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument(
        "--reader", action="append", default=[], help="a reader of readers.py, or the beginning of its name"
    )
    parser.add_argument("--inputs", type=int, help="so many inputs for each; else as readers.py says")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--engine", choices=("atheris", "random"), default="atheris")
    parser.add_argument("-o", "--output", type=Path, help="the page to write")
    parser.add_argument("--faults", type=Path, help="a folder for the inputs that failed")
    parser.add_argument("--work", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.work is not None:
        work(asked.reader[0], asked.engine, asked.inputs, asked.seed, asked.work)
        return 0
    from readers import READERS

    runs = []
    for reader in READERS:
        if asked.reader and not any(reader.name.startswith(one) for one in asked.reader):
            continue
        one = run(reader.name, asked.engine, asked.inputs or reader.inputs, asked.seed, asked.faults)
        runs.append(one)
        sys.stderr.write(f"{json.dumps(asdict(one))}\n")
        if asked.output is not None:
            before = asked.output.read_text(encoding="utf-8") if asked.output.exists() else ""
            asked.output.write_text(page(runs, before), encoding="utf-8")
    if asked.output is None:
        sys.stdout.write(table({one.reader: row(one) for one in runs}))
    return 1 if any(one.faults for one in runs) else 0


if __name__ == "__main__":
    sys.exit(main())
