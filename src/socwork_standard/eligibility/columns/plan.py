"""Compiled rule trees as one set of expressions over columns, each worked out once however many rules share it."""

from dataclasses import dataclass

from socwork_standard.eligibility.columns.leaves import Which
from socwork_standard.eligibility.tree import (
    Ask,
    CompiledRule,
    GroupNode,
    LeafNode,
    ReadingNode,
    ServiceAsk,
    TreeNode,
)


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
