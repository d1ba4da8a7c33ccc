"""Write what the wheel brings with it: a CycloneDX list for the bare package and for each extra, into dist/.

Each list is made from an environment in which that is installed, by cyclonedx-bom, and read back by its own validator.
The list says versions of the day it is made; the wheel itself asks for ranges.
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import Any

from delivery.common import (
    BUILD,
    ROOT,
    StepFailed,
    attempt,
    build,
    extras,
    main,
    make_environment,
    run,
    say,
    tool,
    version,
)
from delivery.common import with_extras as with_

DIST = ROOT / "dist"
UNLISTED = ("dev", "docs", "spark")
"""Extras without a list: two are for those who change the project; Spark needs a JVM, which is no Python package."""
_VALIDATE = """
import sys
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
wrong = JsonStrictValidator(SchemaVersion.V1_6).validate_str(open(sys.argv[1], encoding="utf-8").read())
sys.exit(str(wrong) if wrong else 0)
"""


def sbom() -> None:
    """Build the wheel and write every list."""
    wheel, _ = build(DIST)
    for name in ("", *extras(*UNLISTED)):
        python = make_environment(BUILD / "sbom", with_(wheel, *filter(None, [name])))
        target = DIST / f"socwork-standard-{version()}{'+' if name else ''}{name}.cdx.json"
        listed = write(python, wheel, target)
        say(f"{target.relative_to(ROOT)}  {len(listed['components'])} packages")


def write(python: Path, wheel: Path, target: Path) -> dict[str, Any]:
    """Write the list of what is installed for this Python, validated; return it."""
    how = ("--pyproject", ROOT / "pyproject.toml", "--mc-type", "library", "--sv", "1.6", "--of", "JSON")
    day = {"SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH") or _day_of_the_last_change()}
    run(
        tool("cyclonedx-py"),
        "environment",
        *how,
        "--output-reproducible",
        "-o",
        target,
        python,
        variables=day,
    )
    listed: dict[str, Any] = json.loads(target.read_text(encoding="utf-8"))
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    listed["metadata"]["component"]["hashes"] = [{"alg": "SHA-256", "content": digest}]
    target.write_text(json.dumps(listed, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    run(tool("python"), "-c", _VALIDATE, target)
    missing = [one["name"] for one in listed["components"] if not one.get("version") or not one.get("purl")]
    if missing or not listed["components"]:
        raise StepFailed(f"{target}: packages without a version or an address: {missing}")
    return listed


def _day_of_the_last_change() -> str:
    """The time of the last commit; where there is no git, that of a file of the source distribution."""
    committed = attempt("git", "-C", ROOT, "log", "-1", "--format=%ct")
    if committed.returncode == 0:
        return committed.stdout.strip()
    return str(int((ROOT / "pyproject.toml").stat().st_mtime))


if __name__ == "__main__":
    main(sbom)
