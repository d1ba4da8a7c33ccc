"""Walking over the rule of a card: each node and each switch with its place in the file."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from socwork_standard.data.refusals import Loc
from socwork_standard.model.rules import (
    AllOf,
    AnyOf,
    ByCategory,
    ByReading,
    Diploma,
    Node,
    Service,
    Switch,
    Unread,
)


class ReadingUse(NamedTuple):
    """A place where a rule asks a reading, with the answers it gives, in their order."""

    loc: Loc
    reading: str
    answers: tuple[str, ...]


def nodes(node: Node, loc: Loc = ("rule",)) -> Iterator[tuple[Loc, Node]]:
    """Every node of a rule, the outermost first."""
    yield loc, node
    if isinstance(node, AllOf):
        for index, child in enumerate(node.all_of):
            yield from nodes(child, (*loc, "all_of", index))
    elif isinstance(node, AnyOf):
        for index, child in enumerate(node.any_of):
            yield from nodes(child, (*loc, "any_of", index))
    elif isinstance(node, ByCategory):
        for category, child in node.by_category.items():
            yield from nodes(child, (*loc, "by_category", category))
    elif isinstance(node, ByReading):
        for answer, child in node.answers.items():
            yield from nodes(child, (*loc, "answers", answer))


def unreviewed(rule: Node) -> Iterator[tuple[Loc, Node]]:
    """Every node that nobody has reviewed: it is marked as a proposal, or its words were not read."""
    return ((loc, node) for loc, node in nodes(rule) if node.proposed or isinstance(node, Unread))


def with_conditions(rule: Node) -> Iterator[tuple[Loc, Node]]:
    """Every node of a rule, and the diplomas that its leaves of service ask to come first."""
    for loc, node in nodes(rule):
        yield loc, node
        if isinstance(node, Service):
            for place, value in values(node, "after_diploma", loc):
                if isinstance(value, Diploma):
                    yield place, value


def values(node: Node, key: str, loc: Loc) -> Iterator[tuple[Loc, Any]]:
    """The values that a leaf's `key` can take: its own, or one for each answer of a switch."""
    value = getattr(node, key, None)
    if isinstance(value, Switch):
        for answer, one in value.answers.items():
            yield (*loc, key, "answers", answer), one
    elif value is not None:
        yield (*loc, key), value


def reading_uses(rule: Node) -> Iterator[ReadingUse]:
    """Every place of a rule that depends on a reading."""
    for loc, node in with_conditions(rule):
        if isinstance(node, ByReading):
            yield ReadingUse(loc, node.by_reading, tuple(node.answers))
        for key in type(node).model_fields:
            value = getattr(node, key)
            if isinstance(value, Switch):
                yield ReadingUse((*loc, key), value.by_reading, tuple(value.answers))
