"""`socwork card 13` and `socwork check` from nothing, beside the least that a program of their kind can take."""

import subprocess
import sys

from measure import HERE, ROOT, Comparison, Size, Work, environment, main

BARE = ("-c", "from pydantic import BaseModel; import typer")
CARD = ("-m", "socwork_standard", "card", "13")
PERSON = ROOT / "examples" / "people" / "0417.yaml"
MEMORY = f"""
import runpy, sys
sys.path.append({str(HERE)!r})
kind, what, *rest = sys.argv[1:]
sys.argv[1:] = rest
try:
    runpy.run_module(what, run_name="__main__") if kind == "-m" else exec(what)
except SystemExit:
    pass
import measure
print(measure.most_memory(), file=sys.stderr)
"""
"""Does the same inside this program, so that it can be asked at its end what it held."""
CHECK = ("-m", "socwork_standard", "check", str(PERSON), "--card", "13", "--as-of", "2025-06-01")


def _command(arguments: tuple[str, ...]) -> Work:
    def call() -> None:
        subprocess.run(  # noqa: S603 - this Python
            [sys.executable, *arguments], stdout=subprocess.DEVNULL, env=environment(), check=True
        )

    def megabytes() -> float:
        program = [sys.executable, "-c", MEMORY, *arguments]
        done = subprocess.run(program, capture_output=True, text=True, env=environment(), check=True)  # noqa: S603
        return float(done.stderr.split()[-1])

    return Work(call, megabytes=megabytes)


def card(_: Size) -> Work:
    """A card printed, by a program just started."""
    return _command(CARD)


def check(_: Size) -> Work:
    """A person checked, by a program just started."""
    return _command(CHECK)


def bare(_: Size) -> Work:
    """Python with the two libraries that every command of such a program loads."""
    return _command(BARE)


COMPARISONS = (
    Comparison(
        "`socwork card 13` from nothing", "card", "bare", "import of pydantic and typer, nothing more"
    ),
    Comparison("`socwork check` from nothing", "check", "bare", "import of pydantic and typer, nothing more"),
)

if __name__ == "__main__":
    sys.exit(main(__file__, COMPARISONS))
