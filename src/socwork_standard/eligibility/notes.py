"""What every decision says besides its answer: advisory, conventions, and what the standard does not cover."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Protocol

from socwork_standard.eligibility.calendar import FOREVER
from socwork_standard.eligibility.evaluate import evaluate
from socwork_standard.eligibility.facts import TERMS, Facts, Warned
from socwork_standard.eligibility.leaves import Leaves
from socwork_standard.i18n import text
from socwork_standard.model.record import own_id
from socwork_standard.vocabulary.names import Names

if TYPE_CHECKING:
    from socwork_standard.data.standard import InForce
    from socwork_standard.eligibility.tree import CompiledRule
    from socwork_standard.model.base import Language
    from socwork_standard.model.card import Card
    from socwork_standard.model.decision import Status
    from socwork_standard.model.record import StaffRecord


class _Checker(Protocol):
    @property
    def names(self) -> Names:
        """The names of the vocabularies."""

    def leaves(self, known: Facts) -> Leaves:
        """The answerer of questions for some facts."""


class Decided(Protocol):
    """One record, one card, one category, one day, and the answer."""

    @property
    def person(self) -> "StaffRecord":
        """Whose record it is."""

    @property
    def checker(self) -> _Checker:
        """What answers questions about records."""

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
    """The warnings that nobody has reviewed the rules, and that the wording is not the one in force on the day."""
    found = [draft_warning(case.language, case.force.held)] if case.force.draft else []
    return [*found, *_not_in_force(case)]


def draft_warning(language: "Language", edition: str) -> str:
    """The warning that the rules of an edition are proposals that nobody has reviewed."""
    return text(language, "advisory.draft", held=edition)


def _not_in_force(case: Decided) -> list[str]:
    if case.force.in_force:
        return []
    values = {"point": case.card.point, "day": case.day.isoformat(), "held": case.force.held}
    if case.force.actual is None:
        return [text(case.language, "advisory.before", start=case.force.valid_from.isoformat(), **values)]
    since = case.force.valid_to.isoformat() if case.force.valid_to else "?"
    return [text(case.language, "advisory.superseded", until=since, actual=case.force.actual, **values)]


def notes(case: Decided) -> list[str]:
    """Conventions of counting, limits of the answer, and what lies around the standard."""
    keys = ["note.iin"] if own_id(case.person) != case.person.id else []
    if case.category != "none":
        keys.append("note.attestation")
    if case.rule.has_years:
        keys.append("note.counting")
    found = [text(case.language, key) for key in keys]
    if len(case.card.level.levels) > 1 and case.category == "none":
        levels = ", ".join(str(level) for level in case.card.level.levels)
        found.append(text(case.language, "note.levels", levels=levels))
    found.extend(warning(case.language, one, case.checker.names) for one in case.facts.warnings)
    found.extend(_resting(case))
    if _began_before(case, case.force.valid_from):
        found.append(text(case.language, "note.before", start=case.force.valid_from.isoformat()))
    found.append(text(case.language, "note.around"))
    return found


def warning(language: "Language", one: Warned, names: Names) -> str:
    """A thing in the record that a person should look at, in words."""
    key, values = one
    shown = {
        name: names.label("specialities", value, language) if name in TERMS and value else value or "–"
        for name, value in values.items()
    }
    return text(language, key, **shown)


def _resting(case: Decided) -> list[str]:
    """A no that rests on a list being complete says so: with more in the list it might be none."""
    if case.status != "not_eligible":
        return []
    facts, day = case.facts, case.day.toordinal()
    opened = (
        ("education", facts.diplomas and not facts.diplomas_open, replace(facts, diplomas_open=True)),
        ("experience", facts.spells and not facts.spells_open, replace(facts, spells_open=True)),
        ("training", facts.courses and not facts.courses_open, replace(facts, courses_open=True)),
    )
    resting = [
        text(case.language, f"list.{name}")
        for name, complete, more in opened
        if complete and evaluate(case.rule, case.checker.leaves(more)).status(day) != "not_eligible"
    ]
    return [text(case.language, "note.complete", lists=", ".join(resting))] if resting else []


def _began_before(case: Decided, start: date) -> bool:
    day = start.toordinal()
    return any(one.spell.start[0] < day for one in case.facts.spells if one.start_known and day < FOREVER)
