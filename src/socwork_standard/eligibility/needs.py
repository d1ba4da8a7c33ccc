"""Which facts a check of a card will ask for, before anyone collects papers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from socwork_standard.eligibility.check import Checker
from socwork_standard.eligibility.describe import Describer, quote
from socwork_standard.eligibility.evaluate import Result, trace
from socwork_standard.eligibility.facts import facts
from socwork_standard.eligibility.readings import with_settled
from socwork_standard.eligibility.tree import (
    Ask,
    DiplomaAsk,
    FixedAsk,
    LeafNode,
    ServiceAsk,
    TrainingAsk,
    requirement,
)
from socwork_standard.i18n import text
from socwork_standard.model.base import Language
from socwork_standard.model.record import StaffRecord


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that a check looks at."""

    requirement: str
    quote: str
    asks: str
    fields: tuple[str, ...]
    """Fields of a staff record, e.g. `education.speciality`."""
    document: str


def needs(
    card: int | str,
    category: str = "none",
    *,
    checker: Checker,
    on: date | None = None,
    language: Language = "en",
) -> list[Need]:
    """The facts that a check of this card and category will ask for, each requirement in turn."""
    found = checker.standard.card(card, on)
    held = checker.standard.in_force(found.point, on).held
    choices = with_settled({}, checker.standard.readings)
    rule = checker.rule(found, held, checker.category(found, category), choices)
    nothing_known = checker.leaves(facts(StaffRecord(), checker.names))
    describer = Describer(found, checker.names, language)
    wanted: dict[tuple[str, str], Need] = {}
    for node in _leaves(trace(rule, nothing_known)):
        for number in dict.fromkeys((node.strict, node.lenient)):
            ask = rule.asks[number]
            if isinstance(ask, FixedAsk):
                continue
            need = Need(
                requirement=requirement(node.words[0]),
                quote=quote(found, node.words),
                asks=describer.ask(ask),
                fields=tuple(_fields(ask)),
                document=text(language, f"document.{_document(ask)}"),
            )
            wanted.setdefault((need.requirement, need.asks), need)
    return list(wanted.values())


def _leaves(result: Result) -> Iterable[LeafNode]:
    if isinstance(result.node, LeafNode):
        yield result.node
    for child in result.children:
        yield from _leaves(child)


def _fields(ask: Ask) -> Iterable[str]:
    if isinstance(ask, DiplomaAsk):
        yield "education.level"
        if any(row.specialities for row in ask.rows):
            yield "education.speciality"
        if ask.qualification:
            yield "education.qualification"
        yield "education.completed"
    elif isinstance(ask, ServiceAsk):
        yield from ("experience.start", "experience.end")
        if ask.posts != "any":
            yield "experience.position"
        if ask.level is not None:
            yield "experience.qualification_level"
        if ask.categories:
            yield "experience.category"
        if ask.social_protection:
            yield "experience.social_protection"
    elif isinstance(ask, TrainingAsk):
        yield from ("training.kind", "training.completed")


def _document(ask: Ask) -> str:
    if isinstance(ask, TrainingAsk):
        return f"training.{ask.kind}"
    return "experience" if isinstance(ask, ServiceAsk) else "education"
