"""Compiled rule trees as one set of expressions over columns, each worked out once however many rules share it.

`all_of` takes the later day of its children and `any_of` the earlier, as in `eligibility.evaluate`.  Where only the
day of the check is asked about, "is it met on that day?" is taken to the leaves first: then the later of two days
becomes *and*, the earlier *or*.
"""

from dataclasses import dataclass
from functools import reduce
from typing import Literal

import numpy as np

from socwork_standard.eligibility.columns.days import NEVER, DayColumn, Flags
from socwork_standard.eligibility.columns.leaves import ColumnLeaves
from socwork_standard.eligibility.columns.service import Span
from socwork_standard.eligibility.tree import (
    Ask,
    CompiledRule,
    GroupNode,
    LeafNode,
    ReadingNode,
    ServiceAsk,
    TreeNode,
)

Which = Literal[0, 1]
"""The day certainly met, or the day possibly met."""


@dataclass(frozen=True, slots=True)
class AskColumn:
    """A column of answers to a question."""

    ask: Ask
    which: Which


@dataclass(frozen=True, slots=True)
class Combined:
    """The later (`all_of`) or the earlier (`any_of`) of some expressions."""

    kind: str
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sides:
    """The numbers of a rule's four expressions: certainly and possibly met, at its most lenient and strictest."""

    lenient_certain: int
    lenient_possible: int
    strict_certain: int
    strict_possible: int


class Plan:
    """The expressions of many rules."""

    def __init__(self) -> None:
        self.expressions: list[AskColumn | Combined] = []
        self._numbers: dict[AskColumn | Combined, int] = {}
        self.roots: set[int] = set()
        self.served: set[int] = set()
        """The expressions that hang on service, the dearest of all answers."""

    def add(self, rule: CompiledRule) -> Sides:
        """Add a rule; rules that share parts share their expressions."""
        sides = Sides(
            self._add(rule, rule.root, 0, lenient=True),
            self._add(rule, rule.root, 1, lenient=True),
            self._add(rule, rule.root, 0, lenient=False),
            self._add(rule, rule.root, 1, lenient=False),
        )
        self.roots.update(
            (sides.lenient_certain, sides.lenient_possible, sides.strict_certain, sides.strict_possible)
        )
        return sides

    def column(self, ask: Ask, which: Which) -> int:
        """The number of the column of answers to a question."""
        return self._number(AskColumn(ask, which))

    def _add(self, rule: CompiledRule, node: TreeNode, which: Which, *, lenient: bool) -> int:
        if isinstance(node, LeafNode):
            return self._leaf(rule, node, which, lenient=lenient)
        if isinstance(node, ReadingNode):
            return self._add(rule, node.children[0 if lenient else -1], which, lenient=lenient)
        return self._group(rule, node, which, lenient=lenient)

    def _leaf(self, rule: CompiledRule, node: LeafNode, which: Which, *, lenient: bool) -> int:
        """Lenient takes the earliest day of all forms of the question, strict the latest."""
        parts = {self.column(rule.asks[form], which) for form in node.forms}
        if len(parts) == 1:
            return parts.pop()
        return self._number(Combined("any_of" if lenient else "all_of", tuple(sorted(parts))))

    def _group(self, rule: CompiledRule, node: GroupNode, which: Which, *, lenient: bool) -> int:
        parts = {self._add(rule, child, which, lenient=lenient) for child in node.children}
        return parts.pop() if len(parts) == 1 else self._number(Combined(node.kind, tuple(sorted(parts))))

    def _on_service(self, expression: AskColumn | Combined) -> bool:
        if isinstance(expression, AskColumn):
            return isinstance(expression.ask, ServiceAsk)
        return not self.served.isdisjoint(expression.parts)

    def _number(self, expression: AskColumn | Combined) -> int:
        number = self._numbers.setdefault(expression, len(self.expressions))
        if number == len(self.expressions):
            self.expressions.append(expression)
            if self._on_service(expression):
                self.served.add(number)
        return number


class Values:
    """The expressions of a plan for the people of one set of records, each worked out when it is first asked for."""

    def __init__(self, plan: Plan, leaves: ColumnLeaves, day: int, *, later: bool = True) -> None:
        """Without `later`, only what is met on the day is asked for, and no first day after it."""
        self._plan = plan
        self._leaves = leaves
        self._day = day
        self._later = later
        self._span = Span(day, NEVER if later else day)
        self._met: dict[int, Flags] = {}
        self._days: dict[int, DayColumn] = {}

    def met(self, number: int) -> Flags:
        """Is the expression met on the day of the check?"""
        known = self._met.get(number)
        if known is None:
            known = self._met[number] = self._met_by(self._plan.expressions[number])
        return known

    def days(self, number: int) -> DayColumn:
        """The first day on which the expression is met."""
        known = self._days.get(number)
        if known is None:
            known = self._days[number] = self._days_by(self._plan.expressions[number])
        return known

    def answer_service(self, *, everything: bool = False) -> None:
        """Answer the questions about service, each for the people for whom a status or a first day hangs on it.

        With `everything`, every question is answered for everybody.

        Where another part of an `all_of` is never met, or another of an `any_of` is met by the day of the check,
        service changes nothing that is asked for.
        """
        if everything:
            everybody = np.ones(self._leaves.people, np.bool_)
            asks = (one.ask for one in self._plan.expressions if isinstance(one, AskColumn))
            self._leaves.answer_service(
                {ask: everybody for ask in asks if isinstance(ask, ServiceAsk)}, self._span
            )
            return
        matters: dict[int, Flags] = {
            root: np.ones(self._leaves.people, np.bool_) for root in self._plan.roots
        }
        asked: dict[ServiceAsk, Flags] = {}
        for number in range(
            len(self._plan.expressions) - 1, -1, -1
        ):  # what is combined comes before its whole
            if number not in self._plan.served or number not in matters:
                continue
            expression, marks = self._plan.expressions[number], matters.pop(number)
            if isinstance(expression, Combined):
                marks = self._open_beside(expression, marks)
                for part in expression.parts:
                    matters[part] = matters[part] | marks if part in matters else marks
            elif isinstance(expression.ask, ServiceAsk):
                before = asked.get(expression.ask)
                asked[expression.ask] = marks if before is None else before | marks
        self._leaves.answer_service(asked, self._span)

    def _open_beside(self, whole: Combined, marks: Flags) -> Flags:
        """For whom do the parts without service leave the whole open?"""
        for part in whole.parts:
            if part not in self._plan.served:
                if whole.kind == "any_of":
                    marks = marks & ~self.met(part)
                else:
                    marks = marks & (self.days(part) < NEVER if self._later else self.met(part))
        return marks

    def _met_by(self, expression: AskColumn | Combined) -> Flags:
        if isinstance(expression, AskColumn):
            flags: Flags = self._leaves.days(expression.ask)[expression.which] <= self._day
            return flags
        join = np.logical_and if expression.kind == "all_of" else np.logical_or
        return reduce(join, map(self.met, expression.parts))

    def _days_by(self, expression: AskColumn | Combined) -> DayColumn:
        if isinstance(expression, AskColumn):
            return self._leaves.days(expression.ask)[expression.which]
        pick = np.maximum if expression.kind == "all_of" else np.minimum
        return reduce(pick, map(self.days, expression.parts))
