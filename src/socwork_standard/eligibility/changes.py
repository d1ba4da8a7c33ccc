"""Counterfactuals: the smallest sets of changes that would make the answer yes, cheapest first.

The strict side of the rule is taken, so that a yes holds whichever way open readings are answered.  A step is a fact
to prove, a course, more service, or a diploma; costs only rank them.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import product

from socwork_standard.eligibility.calendar import add_months, length
from socwork_standard.eligibility.leaves import NEVER, Leaves
from socwork_standard.eligibility.service import count_service
from socwork_standard.eligibility.tree import (
    Ask,
    CompiledRule,
    DiplomaAsk,
    FixedAsk,
    GroupNode,
    ReadingNode,
    ServiceAsk,
    TrainingAsk,
    TreeNode,
    UnreadAsk,
)

MOST = 3
"""At most so many sets are given."""
_KEPT = 16
_NOTHING = (0, 0, 0)
Found = tuple[str, int | None, tuple[int, int, int], int]
"""How, from when, how much service, at what cost: a step without its question."""


@dataclass(frozen=True, slots=True)
class Step:
    """One change: the question it answers, how (`prove`, `wait`, `serve`, `course`, `diploma`), and from when."""

    number: int
    """The question's number in the rule: steps are put in order by it."""
    ask: Ask
    how: str
    day: int | None
    months: tuple[int, int, int] = (0, 0, 0)
    cost: int = 0


Steps = frozenset[Step]


def smallest_changes(rule: CompiledRule, leaves: Leaves, day: int, rank: Callable[[str], int]) -> list[Steps]:
    """Up to three sets of steps that each make the rule certainly met; none where nothing would."""
    options = _options(rule.root, rule, leaves, day, rank)
    return [steps for steps in _cheapest(options) if steps][:MOST]


def first_day(steps: Steps, day: int) -> int | None:
    """The day from which a set of steps makes the answer yes; None where a step has no day of its own."""
    days = [step.day for step in steps]
    return (
        None
        if any(one is None for one in days)
        else max((one for one in days if one is not None), default=day)
    )


def _options(
    node: TreeNode, rule: CompiledRule, leaves: Leaves, day: int, rank: Callable[[str], int]
) -> list[Steps]:
    if isinstance(node, GroupNode):
        parts = [_options(child, rule, leaves, day, rank) for child in node.children]
        if node.kind == "any_of":
            return _cheapest(option for part in parts for option in part)
        combined: list[Steps] = [frozenset()]
        for part in parts:
            combined = _cheapest(one | other for one, other in product(combined, part))
        return combined
    if isinstance(node, ReadingNode):
        return _options(node.children[-1], rule, leaves, day, rank)
    ask = rule.asks[node.strict]
    certain, possible = leaves.days(ask)
    if certain <= day:
        return [frozenset()]
    steps = _steps(ask, leaves, day, certain, possible, rank)
    return [frozenset((Step(node.strict, ask, *step),)) for step in steps]


def _steps(
    ask: Ask, leaves: Leaves, day: int, certain: int, possible: int, rank: Callable[[str], int]
) -> list[Found]:
    if isinstance(ask, FixedAsk | UnreadAsk):  # nothing that the person does makes these a yes
        return []
    steps: list[Found] = [("wait", certain, length(day, certain), 3)] if certain < NEVER else []
    if possible <= day:
        steps.append(("prove", day, _NOTHING, 1))
    if steps:
        return steps
    if isinstance(ask, ServiceAsk):
        return _serve(ask, leaves, day)
    if isinstance(ask, TrainingAsk):
        return [("course", None, _NOTHING, 10)]
    return [("diploma", None, _NOTHING, 1000 + 100 * _lowest(ask, rank))]


def _serve(ask: ServiceAsk, leaves: Leaves, day: int) -> list[Found]:
    remaining = count_service(leaves.spells(ask), ask.years, day).remaining
    if remaining is None:
        return []
    years, months, days = remaining
    until = add_months(day, 12 * years + months) + days
    return [("serve", until, remaining, 20 + 12 * years + months)]


def _lowest(ask: DiplomaAsk, rank: Callable[[str], int]) -> int:
    named = [level for row in ask.rows for level in row.levels]
    counting = named if ask.level == "row" else ask.level
    return min(map(rank, counting)) if counting else 1 + max(map(rank, named))


def _cheapest(options: Iterable[Steps]) -> list[Steps]:
    """The cheapest options, without those that hold another one whole."""
    ordered = sorted(
        set(options), key=lambda steps: (sum(step.cost for step in steps), len(steps), _order(steps))
    )
    kept: list[Steps] = []
    for steps in ordered:
        if not any(one <= steps for one in kept):
            kept.append(steps)
        if len(kept) == _KEPT:
            break
    return kept


def _order(steps: Steps) -> list[int]:
    return sorted(step.number for step in steps)
