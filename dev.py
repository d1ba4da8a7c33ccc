"""Set up, run, test and check the project from a fresh checkout, with nothing installed but Python.

`python3 dev.py help` lists the commands. Only the standard library is used, and a Python as old as 3.8 can
read this file, so that it can be told what is wrong. Exit 0 when all went well, 1 when a step failed, 2 when
the machine lacks something (the message ends with the line to type), 130 when interrupted.
"""

from __future__ import annotations

import hashlib
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
STAMP = ENVIRONMENT / "installed.txt"
OLDEST = (3, 11)
PYTHONS = ("python3.14", "python3.13", "python3.12", "python3.11", "python3", "python")

_PROGRAMME = "examples/programmes/social-work.yaml --decisions examples/programmes/social-work.decisions.yaml"

# What `demo` types for you; the program is the one in .venv.
DEMO = (
    "socwork cards",
    "socwork check examples/people/0417.yaml --card 13 --category highest --as-of 2025-06-01",
    "socwork check examples/people/0418.yaml --card 13 --as-of 2025-06-01",
    "socwork register examples/register/staff-ru.xlsx --as-of 2025-06-01 -o demo/report.xlsx --force",
    "socwork register examples/register/staff-kk.csv --as-of 2025-06-01 --lang kk --pdf demo/sheets --force",
    "socwork map examples/programmes/social-work.yaml --top 1 --card 15",
    f"socwork coverage {_PROGRAMME} -o demo/matrix.xlsx --force",
    f"socwork coverage {_PROGRAMME} -o demo/heat-map.svg --force",
    "socwork plan examples/people/0419.yaml --to head-of-unit --as-of 2025-06-01 --ways 1",
    "socwork ladder --as svg -o demo/ladder.svg --force",
)
PLACES = (
    ("standard_data/", "the standard, one file a card"),
    ("schemas/", "the JSON Schemas of every file format"),
    ("examples/", "the people, the staff list and the programme used above"),
    ("demo/report.xlsx", "the report on the staff list, with what is missing and who comes next"),
    ("demo/sheets/", "a page for everybody's file, in Kazakh"),
    ("demo/matrix.xlsx", "the programme against the standard, competency by competency"),
    ("demo/heat-map.svg", "the same as a picture"),
    ("demo/ladder.svg", "the career ladder as a picture"),
    ("docs/tutorials/", "the first hour for HR, for a university, for a programmer"),
    ("docs/architecture.md", "how it works inside"),
)

# What `check` runs: all of them, even where an earlier one fails.
CHECKS = ("ruff format --check .", "ruff check .", "mypy", "lint-imports", "socwork data validate")


class MachineLacksError(Exception):
    """This machine lacks something; the message says what, why, and ends with the line to type."""


class StepFailedError(Exception):
    """A program that was run said that something is wrong; it has printed what."""


# ---- finding Python, making the environment ---------------------------------------------------


def find_python() -> list[str]:
    """Return the command of a Python that is new enough and can make environments, the running one first."""
    paths = dict.fromkeys([sys.executable, *filter(None, map(shutil.which, PYTHONS))])
    commands = [[path] for path in paths] + ([["py", "-3"]] if shutil.which("py") else [])
    versions = [(command, version_of(command)) for command in commands]
    new_enough = [(command, version) for command, version in versions if version >= OLDEST]
    if not new_enough:
        seen = ", ".join(f"{command[0]} is {dotted(version)}" for command, version in versions if version)
        message = f"Python {dotted(OLDEST)} or newer is needed, and there is none here ({seen}). Type:\n    "
        raise MachineLacksError(message + how_to_get_python())
    for command, _ in new_enough:
        if answer([*command, "-c", "import ensurepip, venv; print('yes')"]):
            return command
    command, version = new_enough[0]
    raise MachineLacksError(
        f"{command[0]} cannot make an environment: Debian and Ubuntu keep that part apart. Type:\n"
        f"    sudo apt-get install python{dotted(version)}-venv"
    )


def how_to_get_python() -> str:
    """Return the line that installs Python on this kind of system."""
    if os.name == "nt":
        return "winget install Python.Python.3.13"
    return (
        "brew install python@3.13"
        if shutil.which("brew")
        else "sudo apt-get install python3.11 python3.11-venv"
    )


def version_of(command: list[str]) -> tuple[int, ...]:
    """Return the version of a Python, such as (3, 11); empty where it does not run."""
    return tuple(map(int, answer([*command, "-c", "import sys; print(*sys.version_info[:2])"]).split()))


def dotted(version: tuple[int, ...]) -> str:
    """Return a version as people write it: 3.11."""
    return ".".join(map(str, version))


def answer(command: list[str]) -> str:
    """Return what a command prints; an empty text where it fails or cannot be started."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def program(environment: Path, name: str) -> str:
    """Return the path of a program of an environment."""
    folder = environment / ("Scripts" if os.name == "nt" else "bin")
    return shutil.which(name, path=str(folder)) or str(folder / name)


def make_environment(environment: Path) -> None:
    """Make an empty environment with pip in it, in place of what stands there."""
    command = [*find_python(), "-m", "venv", "--clear", str(environment)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise MachineLacksError(
            f"The environment {environment} could not be made:\n{done.stdout}{done.stderr}"
            "Mend that, then type:\n"
            f"    {sys.executable} dev.py setup"
        )


def setup() -> None:
    """Make .venv and install the project with its tools, unless that is done and still fits."""
    python = program(ENVIRONMENT, "python")
    if version_of([python]) < OLDEST or not answer([python, "-m", "pip", "--version"]):
        say("Making the environment .venv")
        make_environment(ENVIRONMENT)
        python = program(ENVIRONMENT, "python")
    wanted = fingerprint(python)
    done = STAMP.read_text(encoding="utf-8") if STAMP.exists() else ""
    if done == wanted and answer([python, "-c", "import socwork_standard; print('yes')"]):
        return
    say("Installing what pyproject.toml names into .venv (a minute or two the first time)")
    install = [
        python,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--editable",
        ".[dev]",
    ]
    if subprocess.run(install, cwd=ROOT, check=False).returncode:
        raise MachineLacksError(
            "pip could not install the packages; its own words stand above. Where the package index is\n"
            "out of reach, fetch them on a machine like this one that reaches it, in a copy of this folder:\n"
            '    python3 -m pip download --dest wheels ".[dev]"\n'
            "bring the folder wheels over, and type:\n"
            f"    {'set' if os.name == 'nt' else 'export'} PIP_NO_INDEX=1 PIP_FIND_LINKS={ROOT / 'wheels'}\n"
            f"    {sys.executable} dev.py setup"
        )
    STAMP.write_text(wanted, encoding="utf-8")


def fingerprint(python: str) -> str:
    """Return what an installation depends on: the place, the Python and pyproject.toml."""
    digest = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()
    return f"{ROOT}\nPython {dotted(version_of([python]))}\npyproject.toml {digest}\n"


# ---- running programs of the environment ------------------------------------------------------


def say(text: str) -> None:
    """Print a line of our own, at once, so that it stands before what the next program prints."""
    print(text, flush=True)


def run(line: str, environment: Path = ENVIRONMENT, folder: Path = ROOT, *, quiet: bool = False) -> bool:
    """Run one line as typed in a shell with the environment active; return whether it went well.

    With `quiet`, what the program prints is shown only where it fails.
    """
    name, *arguments = shlex.split(line)
    variables = {**os.environ, "VIRTUAL_ENV": str(environment), "PYTHONUTF8": "1"}
    variables["PATH"] = os.pathsep.join(
        [str(Path(program(environment, name)).parent), os.environ.get("PATH", "")]
    )
    command = [program(environment, name), *arguments]
    if not quiet:
        return subprocess.run(command, cwd=folder, env=variables, check=False).returncode == 0
    done = subprocess.run(
        command, cwd=folder, env=variables, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    if done.returncode:
        say(done.stdout.decode("utf-8", "replace"))
    return done.returncode == 0


def must(line: str, environment: Path = ENVIRONMENT, folder: Path = ROOT, *, quiet: bool = False) -> None:
    """Run one line and stop everything where it fails."""
    if not run(line, environment, folder, quiet=quiet):
        raise StepFailedError(line)


# ---- the commands -----------------------------------------------------------------------------


def demo() -> None:
    """Set up, then decide two people, a staff list, a programme and a career, showing what is typed."""
    setup()
    (ROOT / "demo").mkdir(exist_ok=True)
    for line in DEMO:
        say(f"\n$ {line}")
        must(line)
    say("\nIn this folder:")
    for place, what in PLACES:
        say(f"  {place:24}{what}")
    say(f"The program is {program(ENVIRONMENT, 'socwork')}; it explains itself with --help.")


def test(*arguments: str) -> None:
    """Set up, then run all tests on two cores; arguments go to pytest, such as: test -k ladder."""
    setup()
    must(shlex.join(["python", "-m", "pytest", "-n", "2", "--dist", "loadgroup", *arguments]))


def check() -> None:
    """Set up, then run the formatter, the linter, the types, the layers and the checks of the data."""
    setup()
    failed = []
    for line in CHECKS:
        say(f"$ {line}")
        if not run(line):
            failed.append(line)
    if failed:
        raise StepFailedError("; ".join(failed))


def wheel_check() -> None:
    """Set up, then build the package twice to the same bytes, install it in every way and use it elsewhere."""
    deliver("wheel")


def lowest() -> None:
    """Set up, then run tests with the lowest version of everything that pyproject.toml names."""
    deliver("lowest")


def audit() -> None:
    """Set up, then look at what the package brings: conflicts, licences, known advisories where they can be asked."""
    deliver("audit")


def sbom() -> None:
    """Set up, then write into dist/ what the wheel brings, bare and with each extra, as CycloneDX."""
    deliver("sbom")


def bundle() -> None:
    """Set up, then build into dist/ the folder that runs without Python, for this system, and prove it."""
    deliver("bundle")


def deliver(step: str) -> None:
    """Run a module of delivery/, which has its own tools in build/tools."""
    setup()
    must(f"python -m delivery.{step}")


def docs() -> None:
    """Set up, then build the documentation into docs/_build/; a warning is an error."""
    setup()
    must("sphinx-build -W --keep-going -q -b html docs docs/_build")
    say(f"Open {ROOT / 'docs' / '_build' / 'index.html'}")


def bench(*arguments: str) -> None:
    """Set up, then measure all parts beside their peers; arguments go to benchmarks/table.py, such as: --quick."""
    setup()
    must(shlex.join(["python", "benchmarks/table.py", *arguments]))


def clean() -> None:
    """Remove what can be made again: .venv, what was built, and what the tools leave behind."""
    left_behind = (".venv", "build", "dist", ".hypothesis", ".mypy_cache", ".pytest_cache", ".ruff_cache")
    folders = [ROOT / name for name in (*left_behind, ".import_linter_cache", "docs/_build")]
    for part in ("src", "tests", "benchmarks", "delivery"):
        folders.extend((ROOT / part).rglob("__pycache__"))
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


COMMANDS = {
    "setup": setup,
    "demo": demo,
    "test": test,
    "check": check,
    "wheel-check": wheel_check,
    "lowest": lowest,
    "audit": audit,
    "sbom": sbom,
    "bundle": bundle,
    "bench": bench,
    "docs": docs,
    "clean": clean,
}


def usage() -> str:
    """Return the list of commands with what each does."""
    lines = [f"  {name:12} {(command.__doc__ or '').splitlines()[0]}" for name, command in COMMANDS.items()]
    return "\n".join(["python3 dev.py COMMAND, or make COMMAND:", *lines])


def main(arguments: list[str]) -> int:
    """Run the command named first in `arguments`; return the exit code."""
    name, rest = (arguments[0], arguments[1:]) if arguments else ("help", [])
    if name in {"help", "-h", "--help"}:
        say(usage())
        return 0
    if name not in COMMANDS or (rest and name not in {"test", "bench"}):
        say(f"dev.py: no such command: {' '.join(arguments)}\n{usage()}")
        return 2
    try:
        COMMANDS[name](*rest)
    except MachineLacksError as lack:
        print(f"dev.py: {lack}", file=sys.stderr)
        return 2
    except StepFailedError as failure:
        if name != "test":  # pytest's own summary stays the last thing said
            print(f"dev.py: failed: {failure}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
