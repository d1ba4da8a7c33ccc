"""What an explanation hangs on, for many people at once: how each question of a rule is answered on the day.

Two people whose answers to the questions of a rule agree on the day of the check lack the same requirements and
the same kinds of facts, and the same readings are contested for them.  So that is worked out once for each pattern
of answers, by the very code that explains a single person; only the names of the facts are a person's own.
"""

from collections.abc import Sequence
from itertools import product
from typing import Any

import numpy as np

from socwork_standard.eligibility.columns.days import Flags, Ints
from socwork_standard.eligibility.columns.encode import NOTHING
from socwork_standard.eligibility.columns.evaluate import Evaluator, Question, status_codes
from socwork_standard.eligibility.columns.values import Values
from socwork_standard.eligibility.describe import Describer
from socwork_standard.eligibility.evaluate import STATUSES, trace
from socwork_standard.eligibility.explain import Explainer
from socwork_standard.eligibility.leaves import ALWAYS, NEVER, Leaves
from socwork_standard.eligibility.readings import disputed, with_settled
from socwork_standard.eligibility.tree import Ask
from socwork_standard.model.base import Language
from socwork_standard.model.decision import Contested, Missing
from socwork_standard.vocabulary.names import Names

Pattern = bytes
"""For each question of a rule: 1 where certainly met on the day, plus 2 where possibly met; or statuses."""


class Explaining:
    """Explains one question of an evaluator; what is found for one pattern of answers is kept for the next."""

    def __init__(self, evaluator: Evaluator, question: Question, language: Language) -> None:
        self._checker = evaluator.checker
        self._standard = self._checker.standard
        self._day = evaluator.day.toordinal()
        self._rule = evaluator.rule(question, evaluator.choices)
        plan = evaluator.plan
        self._columns = [(plan.column(ask, 0), plan.column(ask, 1)) for ask in self._rule.asks]
        self._whole = plan.add(self._rule)
        readings = self._standard.readings
        answers = [[one.id for one in readings[name].answers] for name in self._rule.open_readings]
        self._combinations = tuple(product(*answers)) if answers else ()
        self._sides = [
            plan.add(evaluator.rule(question, with_settled({**evaluator.choices, **chosen}, readings)))
            for chosen in (
                dict(zip(self._rule.open_readings, one, strict=True)) for one in self._combinations
            )
        ]
        held = self._standard.in_force(question.card, evaluator.day).held
        self._words = self._checker.describer(question.card, held, language)
        self._names = self._checker.names
        self._missing: dict[Pattern, tuple[Missing | tuple[str, Ask], ...]] = {}
        self._contested: dict[Pattern, tuple[Contested, ...]] = {}

    # -- patterns -------------------------------------------------------------------------------------------------

    def outcomes(self, values: Values, people: Ints) -> list[Pattern]:
        """How the questions of the rule are answered on the day, for each of these people."""
        return _rows(
            [
                values.met(sure)[people] + 2 * values.met(may)[people].view(np.int8)
                for sure, may in self._columns
            ],
            people.size,
        )

    def split(self, values: Values) -> Flags:
        """For whom do the open readings matter on the day?  The opposite of `Days.same_on`."""
        whole = self._whole
        sure = values.met(whole.lenient_certain) != values.met(whole.strict_certain)
        may = values.met(whole.lenient_possible) != values.met(whole.strict_possible)
        split: Flags = sure | may
        return split

    def combined(self, values: Values, people: Ints) -> list[Pattern]:
        """The status under each combination of open answers, for each of these people."""
        return _rows([status_codes(values, sides)[people] for sides in self._sides], people.size)

    # -- what they mean -------------------------------------------------------------------------------------------

    def missing(self, outcomes: Pattern, person: "Gaps") -> tuple[Missing, ...]:
        """As `Explainer.missing` for a person whose questions are answered so."""
        found = self._missing.get(outcomes)
        if found is None:
            found = self._missing[outcomes] = self._lacking(outcomes)
        listed: dict[tuple[str, str], Missing] = {}
        for one in found:
            if isinstance(one, dict):
                listed.setdefault((one["requirement"], one["what"]), one)
                continue
            requirement, ask = one
            for what, document in person.of(ask, self._words, self._day):
                if (requirement, what) not in listed:
                    listed[requirement, what] = Missing(
                        requirement=requirement, what=what, document=document, kind="fact"
                    )
        return tuple(listed.values())

    def _lacking(self, outcomes: Pattern) -> tuple[Missing | tuple[str, Ask], ...]:
        """What is missing; in place of facts the requirement and the question that they would answer."""
        answers = {id(ask): code for ask, code in zip(self._rule.asks, outcomes, strict=True)}
        leaves = _Answered(answers, self._names)
        words = _Marking(self._words, self._names)
        explainer = Explainer(self._rule, leaves, self._day, words, self._standard.readings)
        return tuple(
            (one["requirement"], words.marked[int(one["what"])]) if one["kind"] == "fact" else one
            for one in explainer.missing(trace(self._rule, leaves))
        )

    def contested(self, statuses: Pattern) -> tuple[Contested, ...]:
        """As the `contested` of a decision whose status under each combination of answers is this."""
        found = self._contested.get(statuses)
        if found is None:
            found = self._contested[statuses] = self._disputed(statuses)
        return found

    def _disputed(self, statuses: Pattern) -> tuple[Contested, ...]:
        readings, names = self._standard.readings, self._rule.open_readings
        table = {one: STATUSES[code] for one, code in zip(self._combinations, statuses, strict=True)}
        found, _ = disputed(self._rule, readings, lambda chosen: table[tuple(chosen[name] for name in names)])
        return tuple(
            Contested(
                reading=one["reading"],
                question=readings[one["reading"]].question.text(self._words.language),
                outcomes=one["outcomes"],
            )
            for one in found
        )


class Gaps:
    """The facts that one record leaves open, worked out once for each question, whatever the card."""

    def __init__(self, leaves: Leaves) -> None:
        self._leaves = leaves
        self._found: dict[int, list[tuple[str, str]]] = {}

    def of(self, ask: Ask, words: Describer, day: int) -> list[tuple[str, str]]:
        """What is not known about a question, each with the document to ask for."""
        found = self._found.get(id(ask))
        if found is None:
            found = self._found[id(ask)] = words.gaps(ask, self._leaves, day)
        return found


class _Answered(Leaves):
    """Leaves with given answers: met, perhaps met or not met on every day there is."""

    def __init__(self, answers: dict[int, int], names: Names) -> None:
        super().__init__(NOTHING, names, lambda _point: frozenset())
        self._codes = answers

    def days(self, ask: Ask) -> tuple[int, int]:
        """The days of the code."""
        code = self._codes[id(ask)]
        return ALWAYS if code & 1 else NEVER, ALWAYS if code & 2 else NEVER


class _Marking(Describer):
    """A describer that says for which question facts are missing, and leaves the facts to be filled in."""

    def __init__(self, words: Describer, names: Names) -> None:
        super().__init__(words.card, names, words.language)
        self.marked: list[Ask] = []

    def gaps(self, ask: Ask, leaves: Leaves, day: int) -> list[tuple[str, str]]:  # noqa: ARG002 - as given
        """The number of the question."""
        self.marked.append(ask)
        return [(str(len(self.marked) - 1), "")]


def _rows(columns: Sequence[Any], people: int) -> list[Pattern]:
    """The rows of a table of small codes, given by its columns."""
    if not columns:
        return [b""] * people
    width = len(columns)
    flat = np.ascontiguousarray(np.array(columns, np.uint8).T).tobytes()
    return [flat[place : place + width] for place in range(0, people * width, width)]
