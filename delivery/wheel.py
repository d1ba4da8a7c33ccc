"""Build the package twice, compare the bytes, install it in every way, and use it from an empty folder."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from pathlib import Path

from delivery.common import (
    ROOT,
    StepFailed,
    attempt,
    build,
    install,
    main,
    make_environment,
    program,
    run,
    say,
    tool,
    with_extras,
)
from delivery.types_seen import types_seen

EXTRAS = ("xlsx", "pdf", "web")
"""The extras of the lines that the pages show."""
_LEFT = shutil.ignore_patterns(
    ".git",
    ".venv",
    "build",
    "dist",
    "demo",
    "_build",
    "__pycache__",
    ".*_cache",
    ".hypothesis",
    ".schemathesis",
)


def wheel() -> None:
    """Do all of it in a temporary folder."""
    with tempfile.TemporaryDirectory(prefix="socwork-wheel-check-") as name:
        folder = Path(name)
        (folder / "empty").mkdir()
        say("Building the source distribution, and the wheel from it")
        built, distribution = build(folder / "dist")
        same_bytes(folder, built, distribution)
        by_pip(folder, built, distribution)
        by_pipx_and_uv(folder, built)
        say("Looking at the types as a project that uses the wheel")
        types_seen(make_environment(folder / "types", with_extras(built)), folder)
    say("Every way to install works.")


def same_bytes(folder: Path, *built: Path) -> None:
    """Build once more, elsewhere, with other times, other rights and another zone: the bytes are the same."""
    say("Building both again in another place, at another time, with other rights and another zone")
    copy = folder / "somewhere" / "else"
    shutil.copytree(ROOT, copy, ignore=_LEFT, symlinks=True)
    for path in copy.rglob("*"):
        if path.is_file():
            os.utime(path, (1_000_000_000, 1_000_000_000))
            path.chmod(0o600)
    for one, other in zip(
        built, build(folder / "again", copy, {"TZ": "Asia/Almaty", "LC_ALL": "C"}), strict=True
    ):
        first, second = (hashlib.sha256(path.read_bytes()).hexdigest() for path in (one, other))
        if first != second:
            raise StepFailed(f"two builds of {one.name} differ: {first} and {second}")
        say(f"  {one.name}  sha256 {first}")


def by_pip(folder: Path, built: Path, distribution: Path) -> None:
    """Install the wheel, the source distribution, the checkout and the last commit, and use each."""
    ways: list[tuple[str, tuple[str | Path, ...]]] = [
        ("the wheel", (built,)),
        ("the source distribution", (distribution,)),
        ("the checkout as editable", ("--editable", ROOT)),
    ]
    if attempt("git", "-C", ROOT, "rev-parse", "--verify", "HEAD").returncode == 0:
        ways.append(("from git", (f"git+{ROOT.as_uri()}",)))
    for way, target in ways:
        say(f"Installing {way} and using it from an empty folder")
        environment = folder / way.replace(" ", "-")
        python = make_environment(environment)
        install(python, *target)
        run(tool("uv"), "pip", "check", "--python", python)
        use(program(environment, "socwork"), folder / "empty")
        run(python, "-c", "import socwork_standard as sw; sw.load_standard()", folder=folder / "empty")


def by_pipx_and_uv(folder: Path, built: Path) -> None:
    """Install the wheel with extras as programs are: by pipx, and by uv tool; each in a home of its own."""
    wanted = with_extras(built, *EXTRAS)
    for name, line in (("pipx", ("install",)), ("uv", ("tool", "install"))):
        say(f"{name} {' '.join(line)} of the wheel with {', '.join(EXTRAS)}")
        home = folder / name
        places = {
            "PIPX_HOME": str(home),
            "PIPX_BIN_DIR": str(home / "bin"),
            "PIPX_MAN_DIR": str(home / "man"),
            "UV_TOOL_DIR": str(home),
            "UV_TOOL_BIN_DIR": str(home / "bin"),
        }
        run(tool(name), *line, wanted, folder=folder / "empty", variables=places)
        use(home / "bin" / ("socwork.exe" if os.name == "nt" else "socwork"), folder / "empty")


def use(socwork: Path, folder: Path) -> None:
    """Ask the installed program something from an empty folder."""
    cards = json.loads(run(socwork, "cards", "--format", "json", folder=folder))
    if not cards:
        raise StepFailed(f"{socwork} knows no cards")


if __name__ == "__main__":
    main(wheel)
