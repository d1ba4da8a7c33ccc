"""Which facts a check of a card will ask for, before anyone collects papers."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import product
from typing import Literal

from socwork_standard.eligibility.check import Checker
from socwork_standard.eligibility.describe import Describer, quote
from socwork_standard.eligibility.readings import with_settled
from socwork_standard.eligibility.tree import (
    Ask,
    CompiledRule,
    DiplomaAsk,
    FixedAsk,
    LeafNode,
    ReadingNode,
    ServiceAsk,
    TrainingAsk,
    TreeNode,
    UnreadAsk,
    requirement,
)
from socwork_standard.i18n import text
from socwork_standard.model.base import Language


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that a check looks at."""

    requirement: str
    quote: str
    asks: str
    fields: tuple[str, ...]
    """Fields of a staff record, e.g. `education.speciality`."""
    document: str


@dataclass(frozen=True, slots=True)
class Way:
    """What a rule asks for with what goes together: one need, all or one of several parts, or as a reading decides.

    The parts of `by_reading` stand for the answers to the `readings`, the most lenient first: each names in `given`
    the answers that lead to it, reading by reading.  An `all` without parts asks nothing, an `any` without parts can
    never be met.
    """

    kind: Literal["need", "all", "any", "by_reading"]
    need: Need | None = None
    parts: tuple["Way", ...] = ()
    readings: tuple[str, ...] = ()
    given: tuple[tuple[str, ...], ...] = ()


def needs(
    card: int | str,
    category: str = "none",
    *,
    checker: Checker,
    on: date | None = None,
    language: Language = "en",
) -> list[Need]:
    """The facts that a check of this card and category will ask for, each requirement in turn."""
    asked = _Asked(card, category, checker, on, language)
    wanted: dict[tuple[str, str], Need] = {}
    for node in _leaves(asked.rule.root):
        for number in dict.fromkeys((node.strict, node.lenient)):
            ask = asked.rule.asks[number]
            if not isinstance(ask, FixedAsk):
                need = asked.need(ask, node)
                wanted.setdefault((need.requirement, need.asks), need)
    return list(wanted.values())


def ways(
    card: int | str,
    category: str = "none",
    *,
    checker: Checker,
    on: date | None = None,
    language: Language = "en",
) -> Way:
    """The same facts as the rule groups them: alternatives, what goes together, and where a reading splits them."""
    asked = _Asked(card, category, checker, on, language)
    return asked.way(asked.rule.root)


class _Asked:
    """The rule of a card and category with every open question left open, and the words for what it asks."""

    def __init__(
        self, card: int | str, category: str, checker: Checker, on: date | None, language: Language
    ) -> None:
        self._card = checker.standard.card(card, on)
        self._held = checker.standard.in_force(self._card.point, on).held
        self._category = checker.category(self._card, category)
        self._checker = checker
        self._settled = with_settled({}, checker.standard.readings)
        self._language: Language = language
        self._describer = Describer(self._card, checker.names, language)
        self.rule = self._rule({})

    def _rule(self, chosen: dict[str, str]) -> CompiledRule:
        return self._checker.rule(self._card, self._held, self._category, {**self._settled, **chosen})

    def need(self, ask: Ask, node: LeafNode) -> Need:
        """A question of a leaf as something to be shown."""
        return Need(
            requirement=requirement(node.words[0]) if node.words else str(self._card.point),
            quote=quote(self._card, node.words),
            asks=self._describer.ask(ask),
            fields=tuple(_fields(ask)),
            document=text(self._language, f"document.{_document(ask)}"),
        )

    def way(self, node: TreeNode) -> Way:
        """What a node asks for."""
        if isinstance(node, ReadingNode):
            merged: dict[Way, list[tuple[str, ...]]] = {}
            for child, answer in zip(node.children, node.answers, strict=True):
                merged.setdefault(self.way(child), []).append((answer,))
            return _by_reading(merged, (node.reading,))
        if isinstance(node, LeafNode):
            return self._leaf(node)
        kind: Literal["all", "any"] = "all" if node.kind == "all_of" else "any"
        empty = Way("any" if kind == "all" else "all")
        flat: dict[Way, None] = {}
        for part in map(self.way, node.children):
            if part == empty:
                return empty
            flat |= dict.fromkeys(part.parts if part.kind == kind else (part,))
        return next(iter(flat)) if len(flat) == 1 else Way(kind, parts=tuple(flat))

    def _leaf(self, node: LeafNode) -> Way:
        if len(node.forms) == 1:
            return self._one(self.rule.asks[node.lenient], node)
        orders = [
            [answer.id for answer in self._checker.standard.readings[one].answers] for one in node.readings
        ]
        found: dict[Way, list[tuple[str, ...]]] = {}
        for answers in product(*orders):
            rule = self._rule(dict(zip(node.readings, answers, strict=True)))
            same = next((one for one in _leaves(rule.root) if one.path == node.path), None)
            if same is not None:
                found.setdefault(self._one(rule.asks[same.lenient], node), []).append(answers)
        return _by_reading(found, node.readings)

    def _one(self, ask: Ask, node: LeafNode) -> Way:
        if isinstance(ask, FixedAsk):
            return Way("all" if ask.met else "any")
        return Way("need", self.need(ask, node))


def _by_reading(found: dict[Way, list[tuple[str, ...]]], readings: tuple[str, ...]) -> Way:
    """What the answers lead to; the one way itself where all lead to the same."""
    if len(found) == 1:
        return next(iter(found))
    parts = tuple(replace(way, given=tuple(given)) for way, given in found.items())
    return Way("by_reading", parts=parts, readings=readings)


def _leaves(node: TreeNode) -> Iterable[LeafNode]:
    if isinstance(node, LeafNode):
        yield node
    else:
        for child in node.children:
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
    if isinstance(ask, UnreadAsk):
        return "unread"
    return "experience" if isinstance(ask, ServiceAsk) else "education"
