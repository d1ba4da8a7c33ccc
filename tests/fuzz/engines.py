"""Two ways from one input to the next: by chance alone, or led by the lines of the program that were reached."""

import importlib
import os
import pkgutil
import shutil
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any

from shaking import LONGEST, bytes_changed, chance

if TYPE_CHECKING:
    from readers import Reader
    from verdict import Verdict

_OWN_CHANGES = 0.85
"""This share of the inputs of the led way is changed as the reader says, the rest as libFuzzer changes bytes."""

_FROM_SEEDS = 0.3
"""This share is made from a sound file, so that not all inputs stem from ones that are refused early."""

_PARTS = (
    *(
        "model",
        "i18n",
        "data",
        "vocabulary",
        "sheets",
        "documents",
        "checks",
        "curriculum",
        "eligibility",
        "importing",
    ),
    *("register", "programme"),
)


@dataclass
class Tally:
    """What became of the inputs so far; each fault with the first input that showed it."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: dict[str, tuple[bytes, str]] = field(default_factory=dict)
    slowest: float = 0.0

    @property
    def inputs(self) -> int:
        """How many inputs there were."""
        return self.counts.total()

    def take(self, raw: bytes, verdict: "Verdict", seconds: float) -> None:
        """Take an input down."""
        self.counts[verdict.kind] += 1
        self.slowest = max(self.slowest, seconds)
        if verdict.kind == "fault":
            self.faults.setdefault(verdict.fault, (raw, verdict.trace))


Watch = Callable[[bytes], None]
"""Called with every input before a reader gets it, so that one that ends the program is known."""


def _nothing(_raw: bytes) -> None:
    """Watch nothing."""


def by_chance(
    reader: "Reader", inputs: int, seed: int, watch: Watch = _nothing, tally: Tally | None = None
) -> Tally:
    """Give a reader its seeds, then so many changed ones in all; the same seed gives the same inputs."""
    tally = Tally() if tally is None else tally
    given = reader.seeds()
    for number in range(tally.inputs, inputs):
        rng = chance(seed, reader.name, number)
        raw = given[number] if number < len(given) else _changed(reader, rng.choice(given), rng)
        _one(reader, raw, watch, tally)
    return tally


def _changed(reader: "Reader", raw: bytes, rng: Random) -> bytes:
    for _ in range(rng.choice((1, 1, 2, 3))):
        raw = reader.change(raw, rng)
    return raw


def _one(reader: "Reader", raw: bytes, watch: Watch, tally: Tally) -> None:
    from verdict import judge

    watch(raw)
    began = time.process_time()
    verdict = judge(reader.call, raw)
    tally.take(raw, verdict, time.process_time() - began)


def prepare_led(reader: str) -> Any:  # noqa: ANN401 - atheris has no types
    """Load atheris, and under it the parts of the package that read, so that it sees which lines an input reaches."""
    try:
        atheris = importlib.import_module("atheris")
    except ImportError:
        sys.exit("atheris is not installed (Linux alone): pip install atheris, or take --engine random")
    with atheris.instrument_imports(include=["socwork_standard"]):
        import socwork_standard

        parts = (*_PARTS, "web") if reader.startswith("web") else _PARTS
        for part in parts:
            folder = [str(Path(one) / part) for one in socwork_standard.__path__]
            for one in pkgutil.iter_modules(folder, f"socwork_standard.{part}."):
                if not one.name.endswith((".spark", ".columns", ".preload", ".server")):
                    importlib.import_module(one.name)
    return atheris


def led(
    atheris: Any,  # noqa: ANN401 - a module without types
    reader: "Reader",
    inputs: int,
    seed: int,
    watch: Watch,
    tally: Tally,
    done: Callable[[], None],
) -> None:
    """Give a reader so many inputs, each made from one that reached something new; ends the program when it is done."""
    folder = Path(mkdtemp(prefix="socwork-fuzz-corpus-"))
    given = reader.seeds()
    for number, raw in enumerate(given):
        (folder / f"{number:03}").write_bytes(raw)

    def one(raw: bytes) -> None:
        _one(reader, raw, watch, tally)
        if tally.inputs >= inputs:
            done()
            shutil.rmtree(folder, ignore_errors=True)
            os._exit(0)  # libFuzzer knows no other way to stop at a number

    def change(raw: bytes, longest: int, number: int) -> bytes:
        rng = chance(seed, number)
        raw = rng.choice(given) if rng.random() < _FROM_SEEDS else raw
        changed = _changed(reader, raw, rng) if rng.random() < _OWN_CHANGES else atheris.Mutate(raw, longest)
        return bytes(changed[:longest]) or bytes_changed(b"", rng)

    options = (
        "-runs=-1",
        f"-seed={seed}",
        f"-max_len={LONGEST}",
        "-len_control=0",
        "-timeout=600",
        "-rss_limit_mb=0",
    )
    quiet = ("-verbosity=0", "-print_pcs=0", "-detect_leaks=0", "-use_value_profile=0", "-reload=0")
    atheris.Setup([sys.argv[0], str(folder), *options, *quiet], one, custom_mutator=change)
    atheris.Fuzz()
