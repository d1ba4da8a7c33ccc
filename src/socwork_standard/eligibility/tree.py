"""A rule tree compiled for one card, category and set of chosen readings: its questions, its nodes, its formula.

Every leaf has its forms, from all open readings at their most lenient answer to all at their strictest; where no open
reading touches it, there is one.  Leaves that ask the same thing share a number, so that a record answers each
question once.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from socwork_standard.model.card import Card


@dataclass(frozen=True, slots=True)
class RowAsk:
    """What one education row asks: vocabulary ids; an empty set of specialities or qualifications means any."""

    id: str
    levels: frozenset[str]
    specialities: frozenset[str]
    qualifications: frozenset[str]
    or_specialities: frozenset[str]


@dataclass(frozen=True, slots=True)
class DiplomaAsk:
    """A diploma that answers one of the rows.

    `level` is `row` for every level that a row names, or those of them that count; `above` lets higher ones in.
    At the levels of `any_speciality` the speciality is not asked; `qualification` is asked at a row's own levels.
    """

    rows: tuple[RowAsk, ...]
    level: Literal["row"] | tuple[str, ...]
    above: bool
    any_speciality: tuple[str, ...]
    qualification: bool
    memo: dict[object, int] = field(default_factory=dict, compare=False, repr=False)
    """How surely diplomas seen so far answer the question, by what matters of them."""
    rows_at: dict[str, list[tuple[RowAsk, bool]]] = field(default_factory=dict, compare=False, repr=False)
    """For levels seen so far, the rows that a diploma of the level may answer: is it of a level that counts there?"""
    rows_alone: list["DiplomaAsk"] = field(default_factory=list, compare=False, repr=False)
    """The same question for each row alone, filled when first asked."""

    def for_each_row(self) -> list["DiplomaAsk"]:
        """The same question for each row alone, in the order of the rows."""
        if not self.rows_alone:
            alone = (
                DiplomaAsk((row,), self.level, self.above, self.any_speciality, self.qualification)
                for row in self.rows
            )
            self.rows_alone.extend(alone)
        return self.rows_alone


@dataclass(frozen=True, slots=True)
class ServiceAsk:
    """Years of service (0: any length) in the posts described."""

    years: int
    posts: str
    level: str | None
    categories: frozenset[str]
    category: str | None
    social_protection: bool
    after: DiplomaAsk | None
    card: int


@dataclass(frozen=True, slots=True)
class TrainingAsk:
    """A completed course of a kind."""

    kind: str


@dataclass(frozen=True, slots=True)
class FixedAsk:
    """Met by everybody, or by nobody."""

    met: bool


@dataclass(frozen=True, slots=True)
class UnreadAsk:
    """What the words ask, which nobody has read into a rule yet: whether it is met is not known of anybody."""

    words: tuple[str, ...]


Ask = DiplomaAsk | ServiceAsk | TrainingAsk | FixedAsk | UnreadAsk


@dataclass(frozen=True, slots=True)
class LeafNode:
    """A leaf: the numbers of the questions that it may ask, from the most lenient to the strictest, and its words.

    For service every combination of open answers is asked: filling a gap between two stretches can lose days of
    carry, so that no order of the answers holds for every record.  Elsewhere the two ends are enough.
    """

    id: str
    path: str
    kind: str
    forms: tuple[int, ...]
    words: tuple[str, ...]
    readings: tuple[str, ...]

    @property
    def lenient(self) -> int:
        """The most lenient question."""
        return self.forms[0]

    @property
    def strict(self) -> int:
        """The strictest question."""
        return self.forms[-1]


@dataclass(frozen=True, slots=True)
class GroupNode:
    """`all_of` or `any_of`, with the words that it quotes itself and those of everything under it."""

    id: str
    path: str
    kind: str
    children: tuple["TreeNode", ...]
    own_words: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadingNode:
    """A question left open, with one child for each answer still possible, lenient first."""

    id: str
    path: str
    reading: str
    answers: tuple[str, ...]
    children: tuple["TreeNode", ...]
    words: tuple[str, ...]


TreeNode = LeafNode | GroupNode | ReadingNode
Answers = Sequence[tuple[int, int]]
"""For each question, the first day certainly met and the first day possibly met."""
FourDays = tuple[int, int, int, int]
"""First days certainly and possibly met, lenient; then the same, strict."""
Formula = Callable[[Answers], FourDays]


@dataclass(frozen=True)
class CompiledRule:
    """The compiled tree with its questions and the readings that it leaves open or takes as chosen."""

    card: Card
    category: str
    root: TreeNode
    asks: tuple[Ask, ...]
    open_readings: tuple[str, ...]
    used: tuple[str, ...]

    @cached_property
    def formula(self) -> Formula:
        """The whole rule as one function of the answers to its questions."""
        return _formula(self.root)

    @cached_property
    def has_years(self) -> bool:
        """Does any question count years of service?"""
        return any(isinstance(ask, ServiceAsk) for ask in self.asks)


def _formula(node: TreeNode) -> Formula:
    """The function of a node: `all_of` takes the latest of its children's days, `any_of` the earliest."""
    if isinstance(node, LeafNode):
        return lambda answers: leaf_days(node, answers)
    if isinstance(node, ReadingNode):
        first, last = _formula(node.children[0]), _formula(node.children[-1])
        return lambda answers: (*first(answers)[:2], *last(answers)[2:])
    children = tuple(_formula(child) for child in node.children)
    if len(children) == 1:
        return children[0]
    pick = max if node.kind == "all_of" else min

    def combined(answers: Answers) -> FourDays:
        one, two, three, four = zip(*[child(answers) for child in children], strict=True)
        return pick(one), pick(two), pick(three), pick(four)

    return combined


def leaf_days(node: LeafNode, answers: Answers) -> FourDays:
    """Lenient takes the earliest days of all forms of the question, strict the latest."""
    if len(node.forms) == 1:
        return answers[node.forms[0]] * 2
    certain, possible = zip(*[answers[form] for form in node.forms], strict=True)
    return min(certain), min(possible), max(certain), max(possible)


def requirement(words_id: str) -> str:
    """The requirement that a wording belongs to: `13.education` for `13.education.7`."""
    return ".".join(words_id.split(".")[:2])
