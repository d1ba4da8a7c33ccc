"""Running cases: YAML files in which a lawyer says what must come out (`socwork test`)."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from socwork_standard.data.strict_yaml import read_yaml
from socwork_standard.eligibility.check import Checker
from socwork_standard.eligibility.decision import Decision
from socwork_standard.errors import InputError, SocworkError
from socwork_standard.model.case import Case, Cases
from socwork_standard.model.decision import Finding


@dataclass(frozen=True, slots=True)
class CaseResult:
    """What came out of one case; `differences` is empty where it is as expected."""

    case: Case
    where: str
    differences: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Did all that was expected come out?"""
        return not self.differences


def case_files(paths: list[Path]) -> Iterator[Path]:
    """The YAML files among `paths`, folders searched through."""
    for path in paths:
        if path.is_dir():
            yield from sorted(path.rglob("*.yaml"))
        else:
            yield path


def read_cases(path: Path) -> list[tuple[str, Case]]:
    """The cases of a file, each with its file and line."""
    document = read_yaml(path, error=InputError)
    found = document.build(Cases)
    return [(document.where(("cases", index)), case) for index, case in enumerate(found.cases)]


def run_case(case: Case, checker: Checker, where: str = "") -> CaseResult:
    """Ask the case's question and compare; an error raised on purpose is a difference, never an end."""
    try:
        decision = checker.check(
            case.record, case.ask.card, case.ask.category, as_of=case.ask.as_of, policy=case.ask.policy
        )
        differences = tuple(_differences(case, decision))
    except SocworkError as failure:
        differences = (f"it could not be decided: {failure}",)
    return CaseResult(case, where, differences)


def _differences(case: Case, decision: Decision) -> Iterator[str]:
    expect, content = case.expect, decision.as_dict()
    pairs: list[tuple[str, Any, Any]] = [("status", expect.status, content["status"])]
    if expect.in_force is not None:
        pairs.append(("in_force", expect.in_force, content["in_force"]))
    if expect.eligible_from is not None:
        wanted = None if expect.eligible_from == "never" else expect.eligible_from.isoformat()
        pairs.append(("eligible_from", wanted, content["eligible_from"]))
    if expect.missing is not None:
        pairs.append(
            ("missing", sorted(expect.missing), sorted({one["requirement"] for one in content["missing"]}))
        )
    if expect.contested is not None:
        pairs.append(
            ("contested", sorted(expect.contested), sorted(one["reading"] for one in content["contested"]))
        )
    if expect.settles is not None:
        pairs.append(("settles", _sorted(expect.settles), _sorted(content["settles"])))
    for preset, status in (expect.by_preset or {}).items():
        pairs.append((f"by_preset.{preset}", status, content["by_preset"].get(preset)))
    for words, outcome in (expect.outcomes or {}).items():
        found = next((one["outcome"] for one in _walk(content["findings"]) if one["id"] == words), None)
        pairs.append((f"outcome of {words}", outcome, found))
    for name, wanted, came in pairs:
        if wanted != came:
            yield f"{name}: expected {wanted}, came {came}"


def _sorted(choices: Any) -> list[list[tuple[str, str]]]:  # noqa: ANN401 - tuples or lists of dicts
    return sorted(sorted(choice.items()) for choice in choices)


def _walk(findings: list[Finding]) -> Iterator[Finding]:
    for finding in findings:
        yield finding
        yield from _walk(finding["children"])
