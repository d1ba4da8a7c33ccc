"""Compiling the rule of a card: reading its nodes under the chosen answers, with the open ones kept apart."""

from collections.abc import Mapping
from typing import Any

from socwork_standard.eligibility.tree import (
    Ask,
    CompiledRule,
    DiplomaAsk,
    FixedAsk,
    GroupNode,
    LeafNode,
    ReadingNode,
    RowAsk,
    ServiceAsk,
    TrainingAsk,
    TreeNode,
    UnreadAsk,
    requirement,
)
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
    Unread,
)

Choices = Mapping[str, str]
"""Chosen answers, by reading."""
Form = dict[str, str]
"""Answers under which a leaf asks one question, by reading."""


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
                    "the rule of card {card} has no branch for the category {category!r}.",
                    mend="Add it under by_category.",
                    card=self._card.point,
                    category=self._category,
                )
            return self._node(child, f"{path}.{self._category}")
        if isinstance(node, ByReading):
            return self._by_reading(node, path)
        if isinstance(node, Always | Never | Unread):
            return self._fixed(node, path)
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
                raise DataError(
                    "the rule lacks the answer {chosen!r} of the reading {reading_id!r}.",
                    chosen=chosen,
                    reading_id=reading_id,
                )
            return (chosen,)
        self._open[reading_id] = None
        reading = self._readings.get(reading_id)
        order = [answer.id for answer in reading.answers] if reading else list(given)
        return tuple(answer for answer in order if answer in given)

    def _fixed(self, node: Always | Never | Unread, path: str) -> LeafNode:
        """A leaf that no record answers: met by everybody, by nobody, or not known of anybody."""
        if isinstance(node, Unread):
            kind, ask, words = "unread", self._number(UnreadAsk(node.words)), node.words
        else:
            met = isinstance(node, Always)
            kind, ask = "always" if met else "never", self._number(FixedAsk(met))
            words = (node.words or ()) if isinstance(node, Always) else ()
        return LeafNode(self._id(words), path, kind, (ask,), words, ())

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
                "the rule of card {card} names {name!r}, which asks for no education.",
                card=self._card.point,
                name=missing[0],
            )
        return tuple(self._rows[one] for one in ids)


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
