"""What the peers of the column-wise evaluator share: one card, the people of whom everything is known, its rule.

Whoever is in doubt (inexact dates, incomplete lists, words that may mean a thing) is left to the evaluator: the peers
know yes and no only.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from generate import AS_OF

from socwork_standard.eligibility.check import Checker
from socwork_standard.eligibility.columns.arrow import ArrowEncoder
from socwork_standard.eligibility.columns.evaluate import Evaluator
from socwork_standard.eligibility.columns.leaves import Matches
from socwork_standard.eligibility.columns.stream import parquet_batches
from socwork_standard.eligibility.columns.tables import Records
from socwork_standard.eligibility.readings import with_preset
from socwork_standard.eligibility.tree import CompiledRule, DiplomaAsk, LeafNode, ServiceAsk, TreeNode

CARD, CATEGORY, PRESET = 13, "highest", "practice"
DAY = AS_OF.toordinal()
EPOCH = 719_163
"""The day number of 1970-01-01."""
YEAR = 360
"""Days of a year where stretches are added up, 30 to a month."""
Part = TypeVar("Part")


@dataclass(frozen=True)
class Subset:
    """The first people of a register as tables, and who of them is known."""

    evaluator: Evaluator
    records: Records
    matches: Matches
    rule: CompiledRule
    known: Any
    """A flag for each person."""

    def statuses(self) -> Any:  # noqa: ANN401 - flags
        """Who of the known meets the rule, by the column-wise evaluator."""
        answers = self.evaluator.decide(self.records)
        row = [question.category for question in self.evaluator.questions].index(CATEGORY)
        return answers.statuses["status"][row][self.known] == 0


def subset(path: Path) -> Subset:
    """The first batch of a register, ready for one card under one preset."""
    checker = Checker()
    evaluator = Evaluator(
        checker, as_of=AS_OF, cards=[CARD], presets=False, first_days=False, policy={"preset": PRESET}
    )
    records = ArrowEncoder(checker.names, evaluator.keys).encode(next(parquet_batches(path)))
    matches = evaluator._matches  # noqa: SLF001 - the peers shall have the same tables
    evaluator.decide(records)
    standard = checker.standard
    choices = with_preset(PRESET, None, standard.readings)
    held = standard.in_force(CARD, AS_OF).held
    rule = checker.rule(standard.card(CARD, AS_OF), held, CATEGORY, choices)
    return Subset(evaluator, records, matches, rule, known_people(records, matches, rule))


def known_people(records: Records, matches: Matches, rule: CompiledRule) -> Any:  # noqa: ANN401 - flags
    """Who has nothing in doubt that the rule asks about: exact dates, complete lists, no half matches?"""
    known = ~(records.diplomas_open | records.spells_open | records.courses_open)
    earned, worked, learned = records.diplomas, records.spells, records.courses
    known[earned.person[~earned.dated | (earned.first != earned.last)]] = False
    known[learned.person[~learned.dated | (learned.first != learned.last) | (learned.kind == 0)]] = False
    inexact = (worked.start != worked.start_latest) | (worked.end_earliest != worked.end)
    known[worked.person[inexact]] = False
    for ask in rule.asks:
        if isinstance(ask, DiplomaAsk):
            known[earned.person[matches.diplomas(ask)[earned.key] == 1]] = False
        elif isinstance(ask, ServiceAsk):
            known[worked.person[matches.spells(ask)[worked.key] == 1]] = False
    return known


def folded(
    node: TreeNode,
    leaf: Callable[[int], Part],
    every: Callable[[Sequence[Part]], Part],
    some: Callable[[Sequence[Part]], Part],
) -> Part:
    """The tree of a rule in a peer's own terms: `leaf` of a question's number, joined by `every` and `some`."""
    if isinstance(node, LeafNode):
        return leaf(node.lenient)
    parts = [folded(child, leaf, every, some) for child in node.children]
    return every(parts) if getattr(node, "kind", "") == "all_of" else some(parts)
