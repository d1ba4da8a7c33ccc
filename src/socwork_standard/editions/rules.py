"""How the requirements of two texts of a card differ, category by category, in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from socwork_standard.editions.model import RuleChange, RuleKind, Texts
from socwork_standard.eligibility.check import Checker
from socwork_standard.eligibility.evaluate import Result, trace
from socwork_standard.eligibility.facts import facts
from socwork_standard.eligibility.readings import with_settled
from socwork_standard.eligibility.tree import (
    Ask,
    DiplomaAsk,
    FixedAsk,
    LeafNode,
    ReadingNode,
    ServiceAsk,
    TrainingAsk,
    TreeNode,
)
from socwork_standard.model.base import CATEGORIES, LANGUAGES
from socwork_standard.model.card import Card
from socwork_standard.model.record import StaffRecord

CHANGED: RuleKind = "changed"


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that a rule asks for, under its most lenient and its strictest reading."""

    words: tuple[str, ...]
    lenient: Ask
    strict: Ask
    texts: Texts
    lenient_texts: Texts


class Rules:
    """The requirements of one side."""

    def __init__(self, checker: Checker) -> None:
        self.checker = checker

    def asked(self, card: Card, edition: str, category: str) -> list[Asked]:
        """What the rule of a card asks of a category, each thing once, in the rule's order."""
        choices = with_settled({}, self.checker.standard.readings)
        rule = self.checker.rule(card, edition, category, choices)
        nothing = self.checker.leaves(facts(StaffRecord(), self.checker.names))
        say = {language: self.checker.describer(card.point, edition, language) for language in LANGUAGES}
        found: dict[tuple[tuple[str, ...], Ask, Ask], Asked] = {}
        for leaf in _leaves(trace(rule, nothing)):
            lenient, strict = rule.asks[leaf.lenient], rule.asks[leaf.strict]
            if not isinstance(strict, FixedAsk):
                strictly: Texts = {language: one.ask(strict) for language, one in say.items()}
                mildly: Texts = {language: one.ask(lenient) for language, one in say.items()}
                one = Asked(leaf.words, lenient, strict, strictly, mildly)
                found.setdefault((leaf.words, lenient, strict), one)
        return list(found.values())

    def shape(self, card: Card, edition: str, category: str) -> object:
        """How the things asked are joined."""
        choices = with_settled({}, self.checker.standard.readings)
        rule = self.checker.rule(card, edition, category, choices)
        return _shape(rule.root, rule.asks)


def rule_changes(old: tuple[Rules, Card, str], new: tuple[Rules, Card, str]) -> Iterator[RuleChange]:
    """Every requirement of a card that differs; each side is its rules, the card and the edition of its text."""
    point = new[1].point
    for category in CATEGORIES:
        sides = [
            rules.asked(card, edition, category) if category in card.categories else []
            for rules, card, edition in (old, new)
        ]
        found = list(_compare(point, category, *sides))
        yield from found
        if not found and all(category in card.categories for _, card, _ in (old, new)):
            shapes = [rules.shape(card, edition, category) for rules, card, edition in (old, new)]
            if shapes[0] != shapes[1]:
                yield RuleChange(point, category, (), "joined", None, None)


def _compare(point: int, category: str, old: list[Asked], new: list[Asked]) -> Iterator[RuleChange]:
    gone = [one for one in old if not _holds(new, one)]
    come = [one for one in new if not _holds(old, one)]
    for one in come:
        before = next((each for each in gone if _same_place(each, one)), None)
        if before is None:
            yield RuleChange(point, category, one.words, "added", None, one.texts)
            continue
        gone.remove(before)
        yield from _differences(point, category, before, one)
    for one in gone:
        yield RuleChange(point, category, one.words, "removed", one.texts, None)


def _holds(side: list[Asked], one: Asked) -> bool:
    wanted = (_plain(one.lenient), _plain(one.strict))
    return any((_plain(each.lenient), _plain(each.strict)) == wanted for each in side)


def _plain(ask: Ask) -> object:
    """What is asked, without the ids of the rows that say so."""
    if isinstance(ask, DiplomaAsk):
        rows = frozenset(
            (row.levels, row.specialities, row.qualifications, row.or_specialities) for row in ask.rows
        )
        return (rows, ask.level, ask.above, ask.any_speciality, ask.qualification)
    if isinstance(ask, ServiceAsk):
        after = _plain(ask.after) if ask.after else None
        return (ask.years, ask.posts, ask.level, ask.categories, ask.social_protection, after)
    return ask


def _same_place(old: Asked, new: Asked) -> bool:
    return type(old.strict) is type(new.strict) and bool(set(old.words) & set(new.words))


def _differences(point: int, category: str, old: Asked, new: Asked) -> Iterator[RuleChange]:
    before, after = _values(old.strict), _values(new.strict)
    texts = (old.texts, new.texts)
    if texts[0] == texts[1]:  # only the lenient reading differs
        before, after = _values(old.lenient), _values(new.lenient)
        texts = (old.lenient_texts, new.lenient_texts)
    different = [kind for kind in after if before.get(kind) != after[kind]]
    for kind in different or [CHANGED]:
        values = (before.get(kind, ()), after.get(kind, ()))
        yield RuleChange(point, category, new.words, kind, *texts, *values)


def _values(ask: Ask) -> dict[RuleKind, tuple[str, ...]]:
    """The values of a question that can be told apart in words."""
    if isinstance(ask, DiplomaAsk):
        levels = {one for row in ask.rows for one in row.levels if ask.level == "row" or one in ask.level}
        return {
            "levels": tuple(sorted(levels)),
            "specialities": tuple(sorted({one for row in ask.rows for one in row.specialities})),
        }
    if isinstance(ask, ServiceAsk):
        return {
            "years": (str(ask.years),),
            "category": (ask.category or "",),
            "posts": (ask.posts, ask.level or "", "social_protection" if ask.social_protection else ""),
        }
    return {"changed": (ask.kind,)} if isinstance(ask, TrainingAsk) else {}


def _shape(node: TreeNode, asks: Sequence[Ask]) -> object:
    if isinstance(node, LeafNode):
        return tuple(_plain(asks[form]) for form in node.forms)
    kind = node.reading if isinstance(node, ReadingNode) else node.kind
    return (kind, tuple(_shape(child, asks) for child in node.children))


def _leaves(result: Result) -> Iterator[LeafNode]:
    if isinstance(result.node, LeafNode):
        yield result.node
    for child in result.children:
        yield from _leaves(child)
