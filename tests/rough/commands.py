"""The main commands over the examples, and the ways to run them where the surroundings are rough."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
PERSON = str(EXAMPLES / "people" / "0417.yaml")
PROGRAMME = str(EXAMPLES / "programmes" / "social-work.yaml")
DECISIONS = str(EXAMPLES / "programmes" / "social-work.decisions.yaml")
SYLLABUS = str(EXAMPLES / "programmes" / "syllabus-kk.docx")
STAFF_CSV = str(EXAMPLES / "register" / "staff-kk.csv")
STAFF_XLSX = str(EXAMPLES / "register" / "staff-ru.xlsx")
EDITION = str(EXAMPLES / "editions" / "2027-example")
CASES = str(ROOT / "tests" / "cases" / "09-personal-assistant.yaml")
HANG = 120
"""Seconds after which a run counts as hanging: far more than the slowest takes on a busy machine."""


@dataclass(frozen=True, slots=True)
class Answer:
    """How a command ended."""

    words: tuple[str, ...]
    code: int | None
    out: str
    err: str

    @property
    def shown(self) -> str:
        """The command and how it ended, for the message of a test that fails."""
        return f"socwork {' '.join(self.words)}\n-> {self.code}\n{self.out[-400:]}\n{self.err[-2000:]}"


def main_commands(folder: Path) -> list[list[str]]:
    """Every main command once, over the examples; what is written goes into `folder`."""
    out = str(folder)
    return [
        ["cards", "--lang", "kk"],
        ["card", "13", "--lang", "kk"],
        ["card", "12", "--compare", "13", "--format", "markdown"],
        ["search", "кейс-менеджмент", "--format", "json"],
        ["check", PERSON, "--card", "13", "--as-of", "2025-06-01", "--format", "json"],
        ["check", PERSON, "--as-of", "2025-06-01", "--lang", "ru"],
        ["check", PERSON, "--card", "13", "--as-of", "2025-06-01", "-o", f"{out}/жауап.pdf"],
        ["check", PERSON, "--card", "13", "--as-of", "2025-06-01", "-o", f"{out}/жауап.docx"],
        ["needs", "13", "--category", "highest"],
        ["policy", "init"],
        ["policy", "compare", PERSON, "--card", "13"],
        ["test", CASES],
        ["register", STAFF_CSV, "-o", f"{out}/тізім.xlsx", "--as-of", "2025-06-01"],
        ["register", STAFF_XLSX, "-o", f"{out}/тізім.csv", "--as-of", "2025-06-01", "--every-card"],
        ["compare-registers", STAFF_CSV, STAFF_XLSX, "--as-of", "2025-06-01"],
        ["letters", STAFF_CSV, "-o", f"{out}/letters", "--card", "13", "--as-of", "2025-06-01"],
        ["attestation", STAFF_CSV, "--as-of", "2025-06-01"],
        ["anonymise", STAFF_CSV, "-o", f"{out}/anonymous.csv", "--salt-file", f"{out}/salt"],
        ["template", "staff", "-o", f"{out}/staff.xlsx"],
        ["template", "curriculum", "-o", f"{out}/curriculum.xlsx"],
        ["map", PROGRAMME, "--lang", "kk"],
        ["map", SYLLABUS, "-o", f"{out}/suggestions.xlsx"],
        ["coverage", PROGRAMME, "--decisions", DECISIONS],
        ["programme", "graduate", PROGRAMME, "--decisions", DECISIONS],
        ["programme", "what-if", PROGRAMME, "--drop", "SW2201", "--decisions", DECISIONS],
        ["review", PROGRAMME, "--decisions", DECISIONS, "--status"],
        ["ladder", "--from", "12", "--to", "16"],
        ["ladder", "--as", "svg", "-o", f"{out}/ladder.svg"],
        ["plan", PERSON, "--to", "14", "--as-of", "2025-06-01"],
        ["vacancy", "13"],
        ["export"],
        ["export", "skos", "-o", f"{out}/standard.ttl"],
        ["export", "case", "-o", f"{out}/case"],
        ["examples", "-o", f"{out}/examples"],
        ["report-mistake", "13.2.1.k4", "--lang", "ru"],
        ["data", "validate"],
        ["data", "counts"],
        ["data", "defects", "--card", "13"],
        ["data", "languages"],
        ["data", "diff", "2024-125", "2024-125"],
        ["--help"],
        ["check", "--help", "--lang", "kk"],
    ]


def surroundings(**changed: str | None) -> dict[str, str]:
    """The environment of this process with changes; None takes a variable away."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("SOCWORK_")}
    kept = {
        **kept,
        "SOCWORK_LANG": "en",
        **{key: value for key, value in changed.items() if value is not None},
    }
    return {key: value for key, value in kept.items() if key not in changed or changed[key] is not None}


def run_many(
    commands: list[Any],
    options: tuple[str, ...] = (),
    environment: dict[str, str] | None = None,
    folder: Path | None = None,
    *,
    no_network: bool = False,
    no_temporary_files: bool = False,
    memory: int | None = None,
) -> list[Answer]:
    """Run commands in one fresh process, with these options of Python and so many bytes of memory; how each ended."""
    request = {"commands": commands, "no_network": no_network, "no_temporary_files": no_temporary_files}
    ran = subprocess.run(
        [sys.executable, *options, str(Path(__file__).with_name("many.py"))],
        input=json.dumps(request).encode(),
        capture_output=True,
        timeout=HANG * 5,
        check=False,
        cwd=folder,
        env=environment if environment is not None else surroundings(),
        preexec_fn=None if memory is None else partial(_limit_memory, memory),
    )
    said = ran.stderr.decode(errors="replace")
    assert ran.returncode == 0, said
    assert not said, said
    return [
        Answer(tuple(one["words"]), one["code"], one["out"], one["err"]) for one in json.loads(ran.stdout)
    ]


def _limit_memory(most: int) -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (most, most))
