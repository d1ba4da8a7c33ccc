"""A rule tree compiled for one card, category and set of chosen readings.

Every leaf has two forms, one with all open readings at their most lenient answer and one at their strictest; where no
open reading touches it, they are the same object.  Leaves that ask the same thing share a number, so that a record
answers each question once.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from socwork_standard.errors import DataError
from socwork_standard.model.card import Card, EducationRow
from socwork_standard.model.reading import Reading
from socwork_standard.model.rules import (
    AllOf,
    Always,
    AnyOf,
    ByCategory,
    ByReading,
    Diploma,
    Never,
    Node,
    Service,
    Switch,
    Training,
)

Choices = Mapping[str, str]
"""Chosen answers, by reading."""
Form = dict[str, str]
"""Answers under which a leaf asks one question, by reading."""


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


Ask = DiplomaAsk | ServiceAsk | TrainingAsk | FixedAsk


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


class Compiler:
    """Compiles the rule of one card."""

    def __init__(
        self,
        card: Card,
        category: str,
        readings: Mapping[str, Reading],
        choices: Choices,
        interned: dict[Ask, Ask] | None = None,
    ) -> None:
        self._card = card
        self._category = category
        self._readings = readings
        self._choices = choices
        self._interned = {} if interned is None else interned
        self._numbers: dict[Ask, int] = {}
        self._open: dict[str, None] = {}
        self._used: dict[str, None] = {}
        self._rows = {row.id: _row_ask(row) for row in card.education.rows}
        for clause in card.experience.clauses:
            if clause.education is not None:
                named = clause.education
                levels, fields = frozenset(named.levels), frozenset(named.specialities)
                self._rows[clause.id] = RowAsk(clause.id, levels, fields, frozenset(), frozenset())

    def compile(self) -> CompiledRule:
        """The compiled rule."""
        root = self._node(self._card.rule, "rule")
        return CompiledRule(
            card=self._card,
            category=self._category,
            root=root,
            asks=tuple(self._numbers),
            open_readings=tuple(self._open),
            used=tuple(self._used),
        )

    # -- nodes ---------------------------------------------------------------------------------------------------

    def _node(self, node: Node, path: str) -> TreeNode:
        if isinstance(node, AllOf):
            return self._group(node.all_of, "all_of", node.words, path)
        if isinstance(node, AnyOf):
            return self._group(node.any_of, "any_of", node.words, path)
        if isinstance(node, ByCategory):
            child = node.by_category.get(self._category)  # type: ignore[call-overload]
            if child is None:
                raise DataError(
                    f"the rule of card {self._card.point} has no branch for the category {self._category!r}.",
                    mend="Add it under by_category.",
                )
            return self._node(child, f"{path}.{self._category}")
        if isinstance(node, ByReading):
            return self._by_reading(node, path)
        if isinstance(node, Always | Never):
            return self._fixed(node, path, met=isinstance(node, Always))
        return self._leaf(node, path)

    def _group(
        self, nodes: tuple[Node, ...], kind: str, words: tuple[str, ...] | None, path: str
    ) -> GroupNode:
        children = tuple(self._node(child, f"{path}.{index}") for index, child in enumerate(nodes, 1))
        under = _words(children, words or ())
        return GroupNode(self._id(under), path, kind, children, words or (), under)

    def _by_reading(self, node: ByReading, path: str) -> TreeNode:
        answers = self._answers(node.by_reading, node.answers)
        children = tuple(self._node(node.answers[answer], f"{path}.{answer}") for answer in answers)
        if len(children) == 1:
            return children[0]
        under = _words(children)
        return ReadingNode(self._id(under), path, node.by_reading, answers, children, under)

    def _id(self, words: tuple[str, ...]) -> str:
        """The id of a node: its one wording, or the requirement that the first of its words belongs to."""
        if len(words) == 1:
            return words[0]
        return requirement(words[0]) if words else str(self._card.point)

    def _answers(self, reading_id: str, given: Mapping[str, Any]) -> tuple[str, ...]:
        """The answers still possible for a reading, lenient first; note that it was used."""
        self._used[reading_id] = None
        chosen = self._choices.get(reading_id)
        if chosen is not None:
            if chosen not in given:
                raise DataError(f"the rule lacks the answer {chosen!r} of the reading {reading_id!r}.")
            return (chosen,)
        self._open[reading_id] = None
        reading = self._readings.get(reading_id)
        order = [answer.id for answer in reading.answers] if reading else list(given)
        return tuple(answer for answer in order if answer in given)

    def _fixed(self, node: Always | Never, path: str, *, met: bool) -> LeafNode:
        number = self._number(FixedAsk(met))
        words = (node.words or ()) if isinstance(node, Always) else ()
        return LeafNode(self._id(words), path, "always" if met else "never", (number,), words, ())

    def _leaf(self, node: Diploma | Service | Training, path: str) -> LeafNode:
        forms = self._forms(node)
        readings = dict.fromkeys(name for form in forms for name in form)
        ends = list(forms) if isinstance(node, Service) else [forms[0], forms[-1]]
        numbers = dict.fromkeys(self._number(self._ask(node, form, {})) for form in ends)
        if isinstance(node, Diploma):
            words, kind = node.words or node.diploma, "diploma"
        else:
            words, kind = node.words, "service" if isinstance(node, Service) else "training"
        return LeafNode(self._id(words), path, kind, tuple(numbers), words, tuple(readings))

    def _forms(self, node: Diploma | Service | Training) -> list[Form]:
        """Every combination of answers to the open readings of a leaf, the most lenient first, the strictest last."""
        found: list[Form] = []
        todo: list[Form] = [{}]
        while todo:
            form = todo.pop(0)
            open_now: dict[str, tuple[str, ...]] = {}
            self._ask(node, form, open_now)
            if not open_now:
                found.append(form)
            for name, answers in list(open_now.items())[:1]:
                todo[:0] = [{**form, name: answer} for answer in answers]
        return found

    def _number(self, ask: Ask) -> int:
        return self._numbers.setdefault(self._interned.setdefault(ask, ask), len(self._numbers))

    # -- questions -----------------------------------------------------------------------------------------------

    def _ask(self, node: Diploma | Service | Training, form: Form, open_now: dict[str, Any]) -> Ask:
        """The question of a leaf under the answers of `form`; open readings not answered there go to `open_now`."""

        def value(given: Any) -> Any:  # noqa: ANN401 - a switch may hold any value
            if not isinstance(given, Switch):
                return given
            answers = self._answers(given.by_reading, given.answers)
            if len(answers) > 1 and given.by_reading not in form:
                open_now[given.by_reading] = answers
            return given.answers[form.get(given.by_reading, answers[0])]

        if isinstance(node, Training):
            return TrainingAsk(node.training)
        if isinstance(node, Diploma):
            level, waived, above = value(node.level), value(node.any_speciality), value(node.above) == "yes"
            if level == "none" and not above:
                return FixedAsk(met=False)  # no level is left that could answer
            return DiplomaAsk(
                rows=self._find_rows(node.diploma),
                level=() if level == "none" else level,
                above=above,
                any_speciality=() if waived == "no" else waived,
                qualification=value(node.qualification) == "row",
            )
        after, posts = value(node.after_diploma), value(node.posts)
        diploma = None if after == "no" else self._ask(after, form, open_now)
        return ServiceAsk(
            years=0 if node.service == "any" else int(node.service[:-1]),
            posts=posts,
            level=node.level if posts in {"named_level", "own_profession"} else None,
            categories=_categories(node.category, higher=value(node.higher_category) == "yes"),
            category=node.category,
            social_protection=node.organisation == "social_protection",
            after=diploma if isinstance(diploma, DiplomaAsk) else None,
            card=self._card.point,
        )

    def _find_rows(self, ids: tuple[str, ...]) -> tuple[RowAsk, ...]:
        missing = [one for one in ids if one not in self._rows]
        if missing:
            raise DataError(
                f"the rule of card {self._card.point} names {missing[0]!r}, which asks for no education."
            )
        return tuple(self._rows[one] for one in ids)


def requirement(words_id: str) -> str:
    """The requirement that a wording belongs to: `13.education` for `13.education.7`."""
    return ".".join(words_id.split(".")[:2])


def _words(children: tuple[TreeNode, ...], own: tuple[str, ...] = ()) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*own, *(one for child in children for one in child.words))))


_LADDER = ("none", "second", "first", "highest")


def _categories(category: str | None, *, higher: bool) -> frozenset[str]:
    if category is None:
        return frozenset()
    return frozenset(_LADDER[_LADDER.index(category) :]) if higher else frozenset((category,))


def _row_ask(row: EducationRow) -> RowAsk:
    return RowAsk(
        row.id,
        frozenset(row.level.is_),
        frozenset(row.speciality.is_),
        frozenset(row.qualification.is_),
        frozenset(row.qualification.or_speciality),
    )
