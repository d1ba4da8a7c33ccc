"""All benchmarks in one table: everything beside its peer, measured in turns, as ratios and with memory.

    python benchmarks/table.py                  measure all, print the table, write docs/reference/benchmarks.md
    python benchmarks/table.py --quick          small inputs and few turns: does all of it run?  Writes nothing
    python benchmarks/table.py --only plan      the rows whose words hold this
    python benchmarks/table.py -o FILE          write the page somewhere else

The same as `make bench`.  A peer that is not installed is left out with the reason.  SOCWORK_OFFICIAL_TEXT may name the
file with the official text of the order.
"""

import argparse
import importlib
import os
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path

from measure import HERE, ROOT, Comparison, Row, markdown, run, shown

SCRIPTS = (
    "cold_start",
    "decision",
    "register_columns",
    "workbooks",
    "mapping_quality",
    "plans",
    "exchange",
    "http_load",
)
PAGE = ROOT / "docs" / "reference" / "benchmarks.md"
HEAD = """# Benchmarks

What the parts of the program cost, each beside a peer that does the same or the nearest thing. `make bench` measures
again and writes this page.

- **Ratio** is the program's time by its peer's: below 1 the program is quicker. In brackets stand the least and the
  greatest ratio of single turns, which tell how far other work on the machine disturbed them. For scores the ratio is
  the program's score by its peer's, and more is better.
- The two sides run in processes of their own and take turns ({turns}); shown
  are the medians. What both do once (loading the data, reading the input) is outside the clock, unless the line says
  "from nothing".
- **Memory** is the most that the process of a side held, with the interpreter and all libraries.
- A peer often does less: where it gives a verdict without explanation, or writes cells without widths, its column says
  so. Where both can give the same answer, the run stops unless they are equal.

{machine}

"""


def all_comparisons() -> tuple[list[tuple[Path, Comparison]], list[Row]]:
    """The comparisons of all scripts, in the order of the table, and rows for scripts that lack a library."""
    found: list[tuple[Path, Comparison]] = []
    without: list[Row] = []
    for name in SCRIPTS:
        try:
            module = importlib.import_module(name)
        except ImportError as failure:
            nothing = Comparison(f"All of {name}.py", "", "", "–")
            without.append(Row(nothing, left_out=f"{failure.name} is not installed"))
            continue
        found += [(HERE / f"{name}.py", one) for one in module.COMPARISONS]
    return found, without


def load() -> float:
    """How many programs ran at once during the last minute; 0 where the machine does not tell."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0


def machine(before: float, *, quick: bool) -> str:
    """Where and when the table was measured, with the load before it began."""
    day = datetime.now(UTC).date().isoformat()
    cores = os.cpu_count()
    size = ", with the small inputs of a quick run: the figures say nothing" if quick else ""
    return (
        f"Measured on {day}, {platform.system()} {platform.machine()}, {cores} cores, "
        f"Python {platform.python_version()}{size}. Before it began, {before:.0f} other programs were at work: the "
        "more of them, the longer the times and the wider the ratios' range."
    )


def page(rows: list[Row], before: float, *, quick: bool) -> str:
    """The page with the table."""
    turns = "one turn" if quick else "five turns, each of at least 0.3 seconds"
    return HEAD.format(turns=turns, machine=machine(before, quick=quick)) + markdown(rows)


def main() -> int:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description="All benchmarks in one table.")
    parser.add_argument("--quick", action="store_true", help="small inputs and few turns; writes no page")
    parser.add_argument("--only", default="", help="rows whose words hold this; writes no page")
    parser.add_argument("-o", "--output", help="where to write the page")
    asked = parser.parse_args()
    found, without = all_comparisons()
    chosen = [one for one in found if asked.only.casefold() in f"{one[1].what} {one[1].against}".casefold()]
    before = load()
    rows = [*run(chosen, quick=asked.quick), *without]
    code = shown(rows)
    target = asked.output or (None if asked.quick or asked.only else PAGE)
    if target:
        Path(target).write_text(page(rows, before, quick=asked.quick), encoding="utf-8")
        print(f"Written: {target}", file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
