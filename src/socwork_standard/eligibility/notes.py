"""What every decision says besides its answer: advisory, conventions, and what the standard does not cover."""

from datetime import date
from typing import TYPE_CHECKING

from socwork_standard.eligibility.calendar import FOREVER
from socwork_standard.i18n import text

if TYPE_CHECKING:
    from socwork_standard.eligibility.check import Case


def advisory(case: "Case") -> list[str]:
    """The warning that the wording used is not the one in force on the day; empty where it is."""
    if case.force.in_force:
        return []
    values = {"point": case.card.point, "day": case.day.isoformat(), "held": case.force.held}
    if case.force.actual is None:
        return [text(case.language, "advisory.before", start=case.force.valid_from.isoformat(), **values)]
    since = case.force.valid_to.isoformat() if case.force.valid_to else "?"
    return [text(case.language, "advisory.superseded", until=since, actual=case.force.actual, **values)]


def notes(case: "Case") -> list[str]:
    """Conventions of counting, limits of the answer, and what lies around the standard."""
    keys = []
    if case.category != "none":
        keys.append("note.attestation")
    if case.rule.has_years:
        keys.append("note.counting")
    found = [text(case.language, key) for key in keys]
    if len(case.card.level.levels) > 1 and case.category == "none":
        levels = ", ".join(str(level) for level in case.card.level.levels)
        found.append(text(case.language, "note.levels", levels=levels))
    found.extend(text(case.language, key, **values) for key, values in case.facts.warnings)
    found.extend(_resting(case))
    if _began_before(case, case.force.valid_from):
        found.append(text(case.language, "note.before", start=case.force.valid_from.isoformat()))
    found.append(text(case.language, "note.around"))
    return found


def _resting(case: "Case") -> list[str]:
    """A no that rests on a list being complete says so."""
    if case.status != "not_eligible":
        return []
    record = case.person
    lists = [name for name in ("education", "experience", "training") if getattr(record, name)]
    complete = [name for name in lists if getattr(record, f"{name}_complete")]
    names = ", ".join(text(case.language, f"list.{name}") for name in complete)
    return [text(case.language, "note.complete", lists=names)] if complete else []


def _began_before(case: "Case", start: date) -> bool:
    day = start.toordinal()
    return any(one.spell.start[0] < day for one in case.facts.spells if one.start_known and day < FOREVER)
