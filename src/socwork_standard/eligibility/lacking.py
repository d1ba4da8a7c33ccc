"""What would still have to be there under a part of a rule that is not met: alternatives, and what goes together."""

from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple

from socwork_standard.eligibility.evaluate import Result
from socwork_standard.eligibility.leaves import Leaves
from socwork_standard.eligibility.tree import Ask, CompiledRule, FixedAsk, LeafNode, ReadingNode


class Lack(NamedTuple):
    """What is lacking: one question, all of its parts, or one of them.

    An `all` without parts is met already; an `any` without parts can never be met.
    """

    kind: Literal["ask", "all", "any"]
    ask: Ask | None = None
    parts: tuple["Lack", ...] = ()

    def asks(self) -> tuple[Ask, ...]:
        """Every question, once, in the rule's order."""
        own = (self.ask,) if self.ask is not None else ()
        return tuple(dict.fromkeys((*own, *(ask for part in self.parts for ask in part.asks()))))

    def words(self, one: Callable[[Ask], str], both: str, either: str) -> str:
        """The lack in words: `one` words a question, `both` joins parts, `either` alternatives; brackets inside."""
        if self.ask is not None:
            return one(self.ask)
        return (both if self.kind == "all" else either).join(
            f"({words})" if part.kind == "any" else words
            for part in self.parts
            for words in [part.words(one, both, either)]
        )


MET = Lack("all")
NEVER = Lack("any")


def lacking(result: Result, rule: CompiledRule, leaves: Leaves, day: int) -> Lack:
    """What is lacking under a traced node on a day, on the lenient side of every open reading."""
    node = result.node
    if isinstance(node, LeafNode):
        ask = rule.asks[node.lenient]
        if leaves.days(ask)[0] <= day:
            return MET
        return NEVER if isinstance(ask, FixedAsk) else Lack("ask", ask)
    if isinstance(node, ReadingNode):
        return lacking(result.children[0], rule, leaves, day)
    parts = [lacking(child, rule, leaves, day) for child in result.children]
    return _all(parts) if node.kind == "all_of" else _any(parts)


def _all(parts: Iterable[Lack]) -> Lack:
    flat = _flat(parts, "all")
    return NEVER if NEVER in flat else flat[0] if len(flat) == 1 else Lack("all", parts=flat)


def _any(parts: Iterable[Lack]) -> Lack:
    flat = _flat(parts, "any")
    return MET if MET in flat else flat[0] if len(flat) == 1 else Lack("any", parts=flat)


def _flat(parts: Iterable[Lack], kind: Literal["all", "any"]) -> tuple[Lack, ...]:
    """The parts without doubles, those of the same kind opened: `all` within `all`, `any` within `any`."""
    opened = (inner for part in parts for inner in (part.parts if part.kind == kind else (part,)))
    return tuple(dict.fromkeys(opened))
