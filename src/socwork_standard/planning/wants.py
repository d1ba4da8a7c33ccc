"""What a rule wants, as alternatives: sets of strict questions of which one set, answered whole, is enough.

The strict side of every open reading is taken, so that a plan holds whichever way readings are answered; each want
remembers the readings on which it hangs.
"""

from dataclasses import dataclass
from itertools import product

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
)

Position = tuple[int, str]
"""A card's point and a category."""


@dataclass(frozen=True)
class Want:
    """One strict question, the ids of its words, and the open readings on which it hangs."""

    ask: Ask
    words: tuple[str, ...]
    readings: tuple[str, ...]
    of: Position
    """The card and category whose rule asks it."""


Alternative = tuple[Want, ...]


def alternatives(rule: CompiledRule) -> tuple[Alternative, ...]:
    """Every set of wants that makes the rule certainly met; none where a strict answer shuts every way."""
    found = _alternatives(rule.root, rule, ())
    return tuple(dict.fromkeys(found))


def _alternatives(node: TreeNode, rule: CompiledRule, readings: tuple[str, ...]) -> list[Alternative]:
    if isinstance(node, LeafNode):
        return _leaf(node, rule, readings)
    if isinstance(node, ReadingNode):
        return _alternatives(node.children[-1], rule, (*readings, node.reading))
    parts = [_alternatives(child, rule, readings) for child in node.children]
    if node.kind == "any_of":
        return [one for part in parts for one in part]
    return [_joined(choice) for choice in product(*parts)]


def _leaf(node: LeafNode, rule: CompiledRule, readings: tuple[str, ...]) -> list[Alternative]:
    ask = rule.asks[node.strict]
    if isinstance(ask, FixedAsk):
        return [()] if ask.met else []
    hangs = (*readings, *node.readings)
    return [(Want(ask, node.words, tuple(dict.fromkeys(hangs)), (rule.card.point, rule.category)),)]


def _joined(choice: tuple[Alternative, ...]) -> Alternative:
    return tuple(dict.fromkeys(want for part in choice for want in part))


def orders(alternative: Alternative) -> list[Alternative]:
    """The orders worth trying: study first, and service first (so that it may go on beside later study).

    Service in this profession itself asks for the same study before, so there study always comes first.
    """
    study = [want for want in alternative if isinstance(want.ask, DiplomaAsk)]
    courses = [want for want in alternative if isinstance(want.ask, TrainingAsk)]
    service = [want for want in alternative if isinstance(want.ask, ServiceAsk)]
    unread = [
        want for want in alternative if isinstance(want.ask, UnreadAsk)
    ]  # told first: nothing answers it
    first = (*unread, *study, *courses, *service)
    second = (*unread, *service, *study, *courses)
    own = any(want.ask.posts == "own_profession" for want in service if isinstance(want.ask, ServiceAsk))
    return [first] if own or first == second else [first, second]
