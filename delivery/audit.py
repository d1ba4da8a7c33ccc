"""Look at the packages that ours brings: do they fit together, may they be used, is something known against them?

The first two are answered everywhere. The third needs a service that knows advisories; where none can be asked, the
step says so in so many words and does not fail, for that is no finding.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from delivery.common import (
    BUILD,
    StepFailed,
    attempt,
    build,
    extras,
    main,
    make_environment,
    run,
    say,
    tool,
    with_extras,
)
from delivery.sbom import UNLISTED, write

HERE = BUILD / "audit"
SERVICES = ("pypi", "osv")
"""Those that pip-audit can ask; one answer is enough."""
ALLOWED = frozenset(
    {
        "0BSD",
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "BSL-1.0",
        "CC-BY-4.0",
        "CC0-1.0",
        "HPND",
        "ISC",
        "MIT",
        "MIT-0",
        "MIT-CMU",
        "MPL-2.0",
        "PSF-2.0",
        "Python-2.0",
        "Unlicense",
        "Zlib",
    }
)
"""Licences under which a package may be used and passed on beside ours; see docs/explanation/supply-chain.md."""
WITHOUT_PASSING_ON = {"psycopg": "LGPL-3.0-only", "psycopg-binary": "LGPL-3.0-only"}
"""Packages of extras that are installed by the user and never carried in the folder without Python."""
SAID_ELSEWHERE = {
    "protobuf": "BSD-3-Clause",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",  # and those of what PDFium is made of, in licenses/ of its wheel
    "resvg-py": "MIT",
}
"""Licences of packages whose metadata says them in words of its own, read in the texts that they carry."""
NAMES = {
    "License :: OSI Approved :: BSD License": "BSD-3-Clause",
    "License :: OSI Approved :: MIT License": "MIT",
    "License :: OSI Approved :: Apache Software License": "Apache-2.0",
}
"""Licences that old metadata says in other words."""


def audit() -> None:
    """Install the wheel with its extras, and look."""
    wheel, _ = build(HERE / "dist")
    python = make_environment(HERE / "environment", with_extras(wheel, *extras("all", *UNLISTED)))
    run(tool("uv"), "pip", "check", "--python", python)
    listed = write(python, wheel, HERE / "all.cdx.json")["components"]
    say(f"Packages that the package brings with all its extras: {len(listed)}; they fit together.")
    wrong = list(not_allowed(listed))
    if wrong:
        raise StepFailed("licences that are not on the list in delivery/audit.py:\n  " + "\n  ".join(wrong))
    say(
        "Licences: all on the list; of those installed by the user alone: "
        + ", ".join(sorted(WITHOUT_PASSING_ON))
    )
    advisories(listed)


def not_allowed(listed: list[dict[str, Any]]) -> Iterator[str]:
    """The packages with a licence that is not on the list, each with what it says."""
    for one in listed:
        name = one["purl"].removeprefix("pkg:pypi/").partition("@")[0]
        said = [NAMES.get(line, line) for line in _said(one)] or [SAID_ELSEWHERE.get(name, "")]
        allowed = ALLOWED | {WITHOUT_PASSING_ON.get(name, "")} - {""}
        if not any(_fits(line, allowed) for line in said):
            yield f"{name} {one['version']}: {', '.join(said) or 'says nothing'}"


def _said(component: dict[str, Any]) -> list[str]:
    each = component.get("licenses", [])
    said = [
        one.get("expression") or one["license"].get("id") or one["license"].get("name", "") for one in each
    ]
    return [str(line) for line in said]


def _fits(expression: str, allowed: frozenset[str]) -> bool:
    """Whether an SPDX expression can be met with these licences: each part of an AND, one part of an OR."""
    if " OR " in expression and "(" not in expression:
        return any(_fits(part.strip(), allowed) for part in expression.split(" OR "))
    words = (
        expression.replace("(", " ").replace(")", " ").replace(" AND ", " ").replace(" WITH ", " ").split()
    )
    return bool(words) and all(word in allowed for word in words)


def advisories(listed: list[dict[str, Any]]) -> None:
    """Ask a service what is known against each package; raises `StepFailed` where something is."""
    pins = HERE / "pins.txt"
    pins.write_text("".join(f"{one['name']}=={one['version']}\n" for one in listed), encoding="utf-8")
    for service in SERVICES:
        asked = ask(service, pins)
        known = [one for one in asked if "vulns" in one]
        if not known:
            continue
        found = [f"{one['name']} {one['version']}: {bug['id']}" for one in known for bug in one["vulns"]]
        if found:
            raise StepFailed("known advisories:\n  " + "\n  ".join(found))
        left = sorted(one["name"] for one in asked if "vulns" not in one)
        say(
            f"Advisories ({service}): none against {len(known)} packages; not known there: {', '.join(left) or 'none'}"
        )
        return
    say(
        f"NOT CHECKED: advisories. None of the services that pip-audit asks ({', '.join(SERVICES)}) answers from here."
    )


def ask(service: str, pins: Path) -> list[dict[str, Any]]:
    """What a service says of each package; empty where it cannot be asked.

    A package that the service does not know comes back with a reason and without `vulns`. pip-audit then ends well and
    says that nothing is known: of everything, when its own index does not answer. So its words are not taken for it.
    """
    how = ("--disable-pip", "--no-deps", "--format", "json", "--progress-spinner", "off", "--timeout", "20")
    done = attempt(tool("pip-audit"), *how, "--vulnerability-service", service, "--requirement", pins)
    try:
        answered: list[dict[str, Any]] = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        return []
    return answered


if __name__ == "__main__":
    main(audit)
