"""What the steps of delivery share: running programs, the environment with their tools, other environments.

The tools (`[dependency-groups] delivery` in pyproject.toml) live in `build/tools`, apart from `.venv`: they bring
many packages that the project itself must not lean on.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
TOOLS = BUILD / "tools"
_INDEX = {"PIP_INDEX_URL": "UV_DEFAULT_INDEX", "PIP_EXTRA_INDEX_URL": "UV_INDEX"}
"""uv reads other variables than pip; what is set for pip is meant for both."""


class StepFailed(Exception):
    """A step did not go well; the message says what, and holds what the program printed."""


def say(text: str) -> None:
    """Print a line at once, so that it stands before what the next program prints."""
    print(text, flush=True)


@cache
def settings() -> dict[str, Any]:
    """What pyproject.toml says."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def version() -> str:
    """The version of the package."""
    return str(settings()["project"]["version"])


def extras(*without: str) -> list[str]:
    """The names of the extras that users choose from, in the order of pyproject.toml."""
    return [name for name in settings()["project"]["optional-dependencies"] if name not in without]


def run(*command: str | Path, folder: Path = ROOT, variables: Mapping[str, str] | None = None) -> str:
    """Run a program and return its standard output; raises `StepFailed` with all it printed where it fails."""
    done = attempt(*command, folder=folder, variables=variables)
    if done.returncode:
        raise StepFailed(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout


def attempt(
    *command: str | Path, folder: Path = ROOT, variables: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a program, well or not; `variables` are added to those of this process."""
    given = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHONPATH", "SOCWORK_"))
    }
    given.update({other: os.environ[name] for name, other in _INDEX.items() if name in os.environ})
    given.update({"PYTHONUTF8": "1", **(variables or {})})
    return subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def program(environment: Path, name: str) -> Path:
    """The path of a program of an environment."""
    windows = os.name == "nt"
    return environment / ("Scripts" if windows else "bin") / (f"{name}.exe" if windows else name)


def tool(name: str) -> Path:
    """The path of a tool of delivery; all are installed at the first question."""
    _install_tools()
    return program(TOOLS, name)


@cache
def _install_tools() -> None:
    wanted = settings()["dependency-groups"]["delivery"]
    stamp = TOOLS / "installed.txt"
    mark = hashlib.sha256("\n".join([sys.version, str(TOOLS), *wanted]).encode()).hexdigest()
    if stamp.exists() and stamp.read_text(encoding="utf-8") == mark:
        return
    say("Installing the tools of delivery into build/tools")
    run(sys.executable, "-m", "venv", "--clear", TOOLS)
    pip = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    run(program(TOOLS, "python"), *pip, *wanted)
    stamp.write_text(mark, encoding="utf-8")


def make_environment(folder: Path, *packages: str | Path, arguments: tuple[str, ...] = ()) -> Path:
    """Make a new environment of the running Python with these packages; return its Python."""
    run(tool("uv"), "venv", "--quiet", "--clear", "--python", sys.executable, folder)
    python = program(folder, "python")
    if packages:
        install(python, *packages, arguments=arguments)
    return python


def install(python: Path, *packages: str | Path, arguments: tuple[str, ...] = ()) -> None:
    """Install packages for this Python, with what `uv pip install` is told besides."""
    run(tool("uv"), "pip", "install", "--quiet", "--python", python, *arguments, *packages)


def with_extras(wheel: Path, *names: str) -> str:
    """A wheel with extras, as pip and uv take it."""
    wanted = f"[{','.join(names)}]" if names else ""
    return f"socwork-standard{wanted} @ {wheel.as_uri()}"


def build(target: Path, source: Path = ROOT, variables: Mapping[str, str] | None = None) -> tuple[Path, Path]:
    """Build the source distribution of a folder, and the wheel from it, into `target`; return wheel, distribution."""
    run(tool("uv"), "build", "--quiet", "--out-dir", target, source, variables=variables)
    (wheel,), (distribution,) = target.glob("*.whl"), target.glob("*.tar.gz")
    return wheel, distribution


def main(step: Any) -> None:  # noqa: ANN401 - a function without arguments
    """Run a step; end with 1, and its message, where it fails."""
    try:
        step()
    except StepFailed as failure:
        print(f"This did not go well: {failure}", file=sys.stderr)
        sys.exit(1)
