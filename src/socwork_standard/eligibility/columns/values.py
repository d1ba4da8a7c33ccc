"""What the expressions of a plan come to for many people.

`all_of` takes the later day of its parts and `any_of` the earlier, as in `eligibility.evaluate`.  Where only the day of
the check is asked about, "is it met on that day?" is taken to the leaves first: then the later of two days becomes
*and*, the earlier *or*, over bits.  Service, the dearest of all answers, is added up only for the people for whom
a status or a first day hangs on it, when everything else is known.
"""

from functools import reduce

import numpy as np

from socwork_standard.eligibility.columns.bits import Bits, Truth, every, unpacked
from socwork_standard.eligibility.columns.days import DayColumn, Flags
from socwork_standard.eligibility.columns.leaves import ColumnLeaves
from socwork_standard.eligibility.columns.plan import AskColumn, Combined, Plan
from socwork_standard.eligibility.tree import ServiceAsk


class Values:
    """The expressions of a plan for the people of one set of records."""

    def __init__(self, plan: Plan, leaves: ColumnLeaves) -> None:
        self._expressions = tuple(plan.expressions)
        self._roots = frozenset(plan.roots)
        self._served = [number for number in range(len(self._expressions)) if number in plan.served]
        self._leaves = leaves
        self._days: dict[int, DayColumn] = {}
        leaves.judge_papers(one.ask for one in self._expressions if isinstance(one, AskColumn))
        self._truths = [Truth(every(0), every(0))] * len(self._expressions)
        for number in range(len(self._expressions)):
            self._judge(number)

    def met(self, number: int) -> Flags:
        """Is the expression met on the day of the check?"""
        return unpacked(self.bits(number), self._leaves.people)

    def bits(self, number: int) -> Bits:
        """Is the expression met on the day of the check?  A bit for each person."""
        return self._truths[number].yes

    def days(self, number: int) -> DayColumn:
        """The first day on which the expression is certainly met; a day before that of the check stands for others."""
        known = self._days.get(number)
        if known is None:
            known = self._days[number] = self._days_by(self._expressions[number])
        return known

    def answer_service(self, *, everything: bool = False) -> None:
        """Answer the questions about service, each for the people for whom a status or a first day hangs on it.

        With `everything`, every question is answered for everybody.
        """
        for find_out in (self._leaves.bound_service, self._leaves.answer_service):
            find_out(self._everything() if everything else self._open())
            for number in self._served:
                self._judge(number)

    def _judge(self, number: int) -> None:
        """Join what is known of the parts; what is combined comes before its whole."""
        expression = self._expressions[number]
        if isinstance(expression, AskColumn):
            self._truths[number] = self._leaves.judged(expression.ask, expression.which)
            return
        parts = [self._truths[part] for part in expression.parts]
        yes, no = [part.yes for part in parts], [part.no for part in parts]
        if expression.kind == "all_of":
            self._truths[number] = Truth(reduce(np.bitwise_and, yes), reduce(np.bitwise_or, no))
        else:
            self._truths[number] = Truth(reduce(np.bitwise_or, yes), reduce(np.bitwise_and, no))

    def _open(self) -> dict[ServiceAsk, Bits]:
        """For each question about service the people for whom an open rule hangs on it.

        Where another part of an `all_of` is never met, or another of an `any_of` is met by the day of the check,
        service changes nothing that is asked for.
        """
        asked: dict[ServiceAsk, Bits] = {}
        matters = dict.fromkeys(self._roots, every(self._leaves.people))
        for number in reversed(self._served):
            if number not in matters:
                continue
            expression = self._expressions[number]
            marks = matters.pop(number) & self._unknown(number)
            if isinstance(expression, Combined):
                for part in expression.parts:
                    matters[part] = matters[part] | marks if part in matters else marks
            elif isinstance(expression.ask, ServiceAsk):
                _mark(asked, expression.ask, marks)
        return asked

    def _everything(self) -> dict[ServiceAsk, Bits]:
        """For each question about service the people of whom its answer is not known."""
        asked: dict[ServiceAsk, Bits] = {}
        for number in self._served:
            expression = self._expressions[number]
            if isinstance(expression, AskColumn) and isinstance(expression.ask, ServiceAsk):
                _mark(asked, expression.ask, self._unknown(number))
        return asked

    def _unknown(self, number: int) -> Bits:
        truth = self._truths[number]
        return ~(truth.yes | truth.no)

    def _days_by(self, expression: AskColumn | Combined) -> DayColumn:
        if isinstance(expression, AskColumn):
            return self._leaves.first_day(expression.ask)
        pick = np.maximum if expression.kind == "all_of" else np.minimum
        return reduce(pick, map(self.days, expression.parts))


def _mark(asked: dict[ServiceAsk, Bits], ask: ServiceAsk, marks: Bits) -> None:
    asked[ask] = asked[ask] | marks if ask in asked else marks


__all__ = ["Values"]
