"""Evaluating a compiled rule for one record: four days say everything.

For a node: the first day on which it is certainly met and on which it is possibly met, with all open readings at
their most lenient answer, and the same with all at their strictest.  `all_of` takes the later of its children,
`any_of` the earlier.  Since every reading is ordered, any other choice of answers lies between the two.
"""

from dataclasses import dataclass
from typing import Literal

from socwork_standard.eligibility.leaves import Leaves
from socwork_standard.eligibility.tree import (
    CompiledRule,
    FourDays,
    GroupNode,
    LeafNode,
    ReadingNode,
    TreeNode,
    leaf_days,
)

Outcome = Literal["met", "not_met", "unknown", "contested"]
Status = Literal["eligible", "not_eligible", "needs_evidence", "needs_ruling"]
STATUSES: tuple[Status, ...] = ("eligible", "needs_ruling", "needs_evidence", "not_eligible")
_STATUS: dict[Outcome, Status] = {
    "met": "eligible",
    "not_met": "not_eligible",
    "unknown": "needs_evidence",
    "contested": "needs_ruling",
}


@dataclass(frozen=True, slots=True)
class Days:
    """First days on which a node is certainly and possibly met, lenient and strict."""

    lenient_certain: int
    lenient_possible: int
    strict_certain: int
    strict_possible: int

    def outcome(self, day: int) -> Outcome:
        """The node's outcome asked on `day`."""
        if self.strict_certain <= day:
            return "met"
        if self.lenient_possible > day:
            return "not_met"
        if self.lenient_certain <= day and self.strict_possible > day:
            return "contested"
        return "unknown"

    def status(self, day: int) -> Status:
        """The status of a decision whose rule has these days, asked on `day`."""
        return _STATUS[self.outcome(day)]

    def same_on(self, day: int) -> bool:
        """Do the lenient and the strict side say the same on `day`?"""
        lenient = (self.lenient_certain <= day, self.lenient_possible <= day)
        return lenient == (self.strict_certain <= day, self.strict_possible <= day)


@dataclass(frozen=True, slots=True)
class Result:
    """A node with its days and its children's results."""

    node: TreeNode
    days: Days
    children: tuple["Result", ...]


def evaluate(rule: CompiledRule, leaves: Leaves) -> Days:
    """The days of the whole rule."""
    return Days(*rule.formula([leaves.days(ask) for ask in rule.asks]))


def trace(rule: CompiledRule, leaves: Leaves) -> Result:
    """The days of every node, for an explanation."""
    return _trace(rule.root, [leaves.days(ask) for ask in rule.asks])


def _combine(node: GroupNode | ReadingNode, children: list[FourDays]) -> FourDays:
    if isinstance(node, ReadingNode):
        first, last = children[0], children[-1]
        return first[0], first[1], last[2], last[3]
    pick = max if node.kind == "all_of" else min
    one, two, three, four = zip(*children, strict=True)
    return pick(one), pick(two), pick(three), pick(four)


def _trace(node: TreeNode, answers: list[tuple[int, int]]) -> Result:
    if isinstance(node, LeafNode):
        return Result(node, Days(*leaf_days(node, answers)), ())
    children = tuple(_trace(child, answers) for child in node.children)
    return Result(node, Days(*_combine(node, [_tuple(child.days) for child in children])), children)


def _tuple(days: Days) -> FourDays:
    return days.lenient_certain, days.lenient_possible, days.strict_certain, days.strict_possible
