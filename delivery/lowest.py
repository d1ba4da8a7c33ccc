"""Run the tests with the lowest version of everything that pyproject.toml names.

The lower bounds are a promise: whoever has those versions can use the package. The Python is the lowest too, where
the machine has it. Tools of the tests come in their newest version that goes with these.
"""

from __future__ import annotations

import re
from pathlib import Path

from delivery.common import (
    BUILD,
    ROOT,
    StepFailed,
    attempt,
    extras,
    install,
    main,
    make_environment,
    run,
    say,
    settings,
    tool,
)

HERE = BUILD / "lowest"
UNTESTED = ("spark",)
"""Extras whose lowest versions are resolved and not run: Spark alone is larger than all else together."""
TOOLS = (
    "pytest",
    "pytest-xdist",
    "hypothesis",
    "openpyxl",
    "jsonschema",
    "pypdf",
    "httpx2",
    "httpx",
    "pillow",
)
"""What the tests below need; tests that need another tool skip."""
TESTS = (
    "checks",
    "cli",
    "columns",
    "curriculum",
    "data",
    "documents",
    "encoder",
    "exports",
    "graduate",
    "ladder",
    "papers",
    "programme_reading",
    "record",
    "register",
    "review",
    "vocabulary",
    "web",
    "web_curriculum",
    "web_staff",
)
"""The folders of tests in which a library is used; the rest is arithmetic of our own."""
# Old libraries warn of what newer ones did to them; that is no fault here. anyio's plugin knows no newer pytest.
PYTEST = (
    "-n",
    "2",
    "--dist",
    "loadgroup",
    "-m",
    "not slow",
    "-W",
    "default",
    "--disable-warnings",
    "-p",
    "no:anyio",
)
_NAME = re.compile(r"[A-Za-z0-9._-]+")


def lowest() -> None:
    """Resolve, install and test."""
    unbounded = [line for line in named() if ">=" not in line and not line.startswith("socwork-standard")]
    if unbounded:
        raise StepFailed(f"these have no lower bound in pyproject.toml: {', '.join(unbounded)}")
    pins = resolve(tuple(extras("all", "dev", *UNTESTED)))
    resolve(tuple(extras("all", "dev")))  # the rest at least fits together
    say(f"The lowest of what is named: {' '.join(pinned(pins))}")
    python = make_environment(HERE / "environment", "-r", pins)
    install(python, *TOOLS, arguments=("--constraints", str(pins)))
    build_pins = HERE / "build.txt"
    requires = [line.replace(">=", "==") for line in settings()["build-system"]["requires"]]
    build_pins.write_text("\n".join(requires) + "\n", encoding="utf-8")
    say(f"Installing the package, built with {' '.join(requires)}")
    install(python, "--editable", ROOT, arguments=("--no-deps", "--build-constraints", str(build_pins)))
    run(tool("uv"), "pip", "check", "--python", python)
    done = attempt(python, "-m", "pytest", *PYTEST, *(f"tests/{name}" for name in TESTS))
    if done.returncode:
        raise StepFailed(f"tests with the lowest versions:\n{shortened(done.stdout + done.stderr)}")
    say(f"With the lowest versions: {done.stdout.splitlines()[-1]}")


def named() -> list[str]:
    """Every requirement that pyproject.toml names."""
    project = settings()["project"]
    optional = [line for lines in project["optional-dependencies"].values() for line in lines]
    return [*project["dependencies"], *optional, *settings()["dependency-groups"]["delivery"]]


def resolve(names: tuple[str, ...]) -> Path:
    """Write a file with the lowest versions of the direct requirements of these extras, and what goes with them."""
    target = HERE / f"lowest{len(names)}.txt"
    target.parent.mkdir(parents=True, exist_ok=True)
    wanted = [part for name in names for part in ("--extra", name)]
    oldest = str(settings()["project"]["requires-python"]).removeprefix(">=")
    how = ("--quiet", "--resolution", "lowest-direct", "--python-version", oldest)
    run(tool("uv"), "pip", "compile", *how, *wanted, "--output-file", target, ROOT / "pyproject.toml")
    return target


def pinned(pins: Path) -> list[str]:
    """The lines of the file that answer to a requirement of ours."""
    ours = {_normal(match[0]) for line in named() if (match := _NAME.match(line))}
    lines = [line for line in pins.read_text(encoding="utf-8").splitlines() if "==" in line]
    return [line for line in lines if _normal(line.partition("==")[0]) in ours]


def shortened(printed: str) -> str:
    """The end of what pytest printed, without what does not fit on a screen."""
    return "\n".join(line[:200] for line in printed.splitlines()[-120:])


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    main(lowest)
