"""What every decision says besides its answer: advisory, conventions, and what the standard does not cover."""

from datetime import date
from typing import TYPE_CHECKING, Protocol

from socwork_standard.eligibility.calendar import FOREVER
from socwork_standard.i18n import text

if TYPE_CHECKING:
    from socwork_standard.data.standard import InForce
    from socwork_standard.eligibility.facts import Facts
    from socwork_standard.eligibility.tree import CompiledRule
    from socwork_standard.model.base import Language
    from socwork_standard.model.card import Card
    from socwork_standard.model.decision import Status
    from socwork_standard.model.record import StaffRecord


class Decided(Protocol):
    """One record, one card, one category, one day, and the answer."""

    @property
    def person(self) -> "StaffRecord":
        """Whose record it is."""

    @property
    def facts(self) -> "Facts":
        """What the record says, read."""

    @property
    def card(self) -> "Card":
        """The card asked about."""

    @property
    def category(self) -> str:
        """The category asked about."""

    @property
    def day(self) -> date:
        """The day asked about."""

    @property
    def language(self) -> "Language":
        """The language of the answer."""

    @property
    def force(self) -> "InForce":
        """What is in force on the day."""

    @property
    def rule(self) -> "CompiledRule":
        """The rule asked."""

    @property
    def status(self) -> "Status":
        """The answer."""


def advisory(case: Decided) -> list[str]:
    """The warning that the wording used is not the one in force on the day; empty where it is."""
    if case.force.in_force:
        return []
    values = {"point": case.card.point, "day": case.day.isoformat(), "held": case.force.held}
    if case.force.actual is None:
        return [text(case.language, "advisory.before", start=case.force.valid_from.isoformat(), **values)]
    since = case.force.valid_to.isoformat() if case.force.valid_to else "?"
    return [text(case.language, "advisory.superseded", until=since, actual=case.force.actual, **values)]


def notes(case: Decided) -> list[str]:
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


def _resting(case: Decided) -> list[str]:
    """A no that rests on a list being complete says so."""
    if case.status != "not_eligible":
        return []
    record = case.person
    lists = [name for name in ("education", "experience", "training") if getattr(record, name)]
    complete = [name for name in lists if getattr(record, f"{name}_complete")]
    names = ", ".join(text(case.language, f"list.{name}") for name in complete)
    return [text(case.language, "note.complete", lists=names)] if complete else []


def _began_before(case: Decided, start: date) -> bool:
    day = start.toordinal()
    return any(one.spell.start[0] < day for one in case.facts.spells if one.start_known and day < FOREVER)
