"""Prove that the folder runs where there is no Python: no PATH, no home, and nothing loaded from outside."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from delivery.common import ROOT, StepFailed, say

EXAMPLES = ROOT / "examples"
_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/")
_LIBRARY = re.compile(r"/\S+\.so(?:\.[\d.]+)?$")
_OF_THE_SYSTEM = re.compile(r"/(?:ld-linux[^/]*|lib(?:c|m|dl|rt|util|pthread|resolv|nss_\w+))\.so\.\d+$")
_BOUNDARY = "a1b2c3d4"
_CARDS = 10
_PEOPLE = 40
_PATIENCE = 120
"""Seconds for one program on a busy machine."""


def prove(folder: Path) -> None:
    """Do with the folder what its users do; raises `StepFailed` at the first thing that is not as it must be."""
    socwork = folder / ("socwork.exe" if sys.platform == "win32" else "socwork")
    with tempfile.TemporaryDirectory(prefix="socwork-folder-") as name:
        away = Path(name)
        moved = (
            away / "moved here" / folder.name
        )  # whoever unpacks it chooses the place, with blanks in its name
        shutil.copytree(folder, moved)
        socwork = moved / socwork.name
        variables = nothing_at_hand(away)
        cards = json.loads(ran(variables, away, socwork, "cards", "--format", "json"))
        expect("socwork cards", len(cards["cards"] if isinstance(cards, dict) else cards), _CARDS)
        person = (EXAMPLES / "people" / "0417.yaml", "--card", "13", "--category", "highest")
        asked = ("check", *person, "--as-of", "2025-06-01", "--format", "json")
        decision = json.loads(ran(variables, away, socwork, *asked))
        expect(
            "socwork check", (decision["status"], decision["eligible_from"]), ("not_eligible", "2025-07-01")
        )
        staff = (EXAMPLES / "register" / "staff-ru.xlsx", "--as-of", "2025-06-01")
        ran(variables, away, socwork, "register", *staff, "-o", "report.xlsx", "--pdf", "sheets")
        expect("a workbook", (away / "report.xlsx").read_bytes()[:2], b"PK")
        expect("a PDF", next((away / "sheets").glob("*.pdf")).read_bytes()[:5], b"%PDF-")
        programme = EXAMPLES / "programmes" / "social-work.yaml"
        ran(variables, away, socwork, "coverage", programme, "-o", "heat-map.png")
        expect("a picture", (away / "heat-map.png").read_bytes()[1:4], b"PNG")
        with page(moved, variables, away) as (address, process):
            with urllib.request.urlopen(address, timeout=_PATIENCE) as answer:  # noqa: S310 - our own address
                expect("the page", answer.read().count(b"<html"), 1)
            expect("a staff list sent to the page", len(sent(address)["verdicts"]), _PEOPLE)
            nothing_from_outside(process.pid, moved)
    say(
        "Proved without PATH and home: cards, a decision, a staff list, its PDF, a picture, the page, an upload."
    )


def nothing_at_hand(away: Path) -> dict[str, str]:
    """The variables of a machine on which nothing is installed and nothing can be kept."""
    (away / "no-programs").mkdir()
    variables = {"PATH": str(away / "no-programs"), "HOME": os.path.join(os.devnull, "home"), "LANG": "C"}  # noqa: PTH118
    if sys.platform == "win32":  # without these Windows starts no program
        kept = {name: os.environ[name] for name in ("SYSTEMROOT", "WINDIR", "TEMP") if name in os.environ}
        variables = {**kept, "PATH": str(Path(kept["SYSTEMROOT"], "System32")), "USERPROFILE": str(away)}
    return variables


def ran(variables: dict[str, str], away: Path, *command: str | Path) -> str:
    """Run the program with these variables and no others; return what it prints."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=away,
        env=variables,
        capture_output=True,
        check=False,
        timeout=_PATIENCE,
    )
    if done.returncode:
        printed = (done.stdout + done.stderr).decode("utf-8", "replace")
        raise StepFailed(f"{' '.join(map(str, command))} in the folder without Python:\n{printed}")
    return done.stdout.decode("utf-8")


def expect(what: str, found: object, wanted: object) -> None:
    """Compare what the folder did with what it must do."""
    if found != wanted:
        raise StepFailed(f"the folder without Python: {what}: {found!r} instead of {wanted!r}")


@contextmanager
def page(folder: Path, variables: dict[str, str], away: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Start the page as a double click does, on a free port; stop it as Ctrl-C does."""
    (starter,) = folder.glob("start-page.*")
    process = subprocess.Popen(
        [str(starter), "--port", "0"],
        cwd=away,
        env=variables,
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
    )
    assert process.stderr is not None
    try:
        said = []
        for line in process.stderr:
            said.append(line)
            if found := _ADDRESS.search(line):
                yield found[0], process
                break
        else:
            raise StepFailed(f"{starter.name} did not start the page:\n{''.join(said)}")
    finally:
        stop(process)


def stop(process: subprocess.Popen[str]) -> None:
    """End the page and its starter; raises `StepFailed` where it does not end well."""
    if sys.platform == "win32":
        process.terminate()
        process.wait(_PATIENCE)
        return
    os.killpg(process.pid, signal.SIGINT)
    expect("the end of the page", process.wait(_PATIENCE), 0)


def sent(address: str) -> dict[str, Any]:
    """Send the sample staff list as the page does; return the report."""
    file = EXAMPLES / "register" / "staff-ru.xlsx"
    lines = [
        f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="as_of"\r\n\r\n2025-06-01\r\n'.encode(),
        f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="{file.name}"\r\n\r\n'.encode(),
        file.read_bytes(),
        f"\r\n--{_BOUNDARY}--\r\n".encode(),
    ]
    kind = {"Content-Type": f"multipart/form-data; boundary={_BOUNDARY}"}
    asked = urllib.request.Request(f"{address}api/v1/register?wait=60", b"".join(lines), kind)  # noqa: S310 - our own
    with urllib.request.urlopen(asked, timeout=_PATIENCE) as answer:  # noqa: S310 - our own address
        report: dict[str, Any] = json.loads(answer.read())
    return report


def nothing_from_outside(starter: int, folder: Path) -> None:
    """Where the system tells (Linux): every library that the page has loaded is the folder's, or the C library's."""
    maps = [path for path in _family(starter) if path.is_file()]
    lines = [line.partition("/") for path in maps for line in path.read_text(encoding="utf-8").splitlines()]
    loaded = {f"/{rest}" for _, slash, rest in lines if slash and _LIBRARY.search(f"/{rest}")}
    outside = sorted(
        one for one in loaded if not one.startswith(f"{folder}/") and not _OF_THE_SYSTEM.search(one)
    )
    expect("libraries loaded from outside", outside, [])
    if sys.platform == "linux" and not any(one.startswith(f"{folder}/") for one in loaded):
        raise StepFailed("the folder without Python: no library of its own is loaded")


def _family(starter: int) -> list[Path]:
    """The maps of the starter's children, which are the program, and of theirs."""
    children = Path(f"/proc/{starter}/task/{starter}/children")
    if not children.is_file():
        return []
    own = [int(one) for one in children.read_text(encoding="ascii").split()]
    return [Path(f"/proc/{one}/maps") for one in own] + [path for one in own for path in _family(one)]
