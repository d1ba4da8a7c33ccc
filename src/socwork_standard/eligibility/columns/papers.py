"""Questions about diplomas and courses, many at once: a mask tells which of them a row answers."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from socwork_standard.eligibility.columns.bits import WIDTH, Masks, Truth, columns_of, masks
from socwork_standard.eligibility.columns.days import NEVER, Codes, DayColumn, Flags, Ints, Numbers
from socwork_standard.eligibility.columns.service import Span
from socwork_standard.eligibility.columns.stretches import starts_of
from socwork_standard.eligibility.leaves import ALWAYS
from socwork_standard.eligibility.service import CERTAINLY


@dataclass(frozen=True)
class Papers:
    """Diplomas or courses, in order of person; `open_` marks who may have more than is listed."""

    people: int
    person: Numbers
    key: Numbers
    first: DayColumn
    last: DayColumn
    dated: Flags
    open_: Flags

    def judged(self, matches: Sequence[Codes], span: Span) -> list[tuple[Truth, Truth]]:
        """Who meets each question certainly, and who possibly; `matches` tells how surely each key answers one."""
        found: list[tuple[Truth, Truth]] = []
        for begin in range(0, len(matches), WIDTH):
            found.extend(self._judged(matches[begin : begin + WIDTH], span))
        return found

    def _judged(self, matches: Sequence[Codes], span: Span) -> list[tuple[Truth, Truth]]:
        size = min(match.size for match in matches)  # another thread may add keys meanwhile
        cut = [match[:size] for match in matches]
        sure = masks([match == CERTAINLY for match in cut], size)[self.key]
        may = masks([match > 0 for match in cut], size)[self.key]
        sure[~self.dated] = 0
        all_ones = np.uint64(2**WIDTH - 1)
        halves = []
        for days, answering in ((self.last, sure), (self.first, may)):
            by = self._of_each(np.where(days <= span.by, answering, np.uint64(0)))
            until = by
            if span.until > span.by:
                until = self._of_each(np.where(days <= span.until, answering, np.uint64(0)))
            if answering is may:
                by[self.open_] = until[self.open_] = all_ones
            yes, no = columns_of(by, len(matches)), columns_of(~until, len(matches))
            halves.append([Truth(*both) for both in zip(yes, no, strict=True)])
        return list(zip(*halves, strict=True))

    def _of_each(self, answering: Masks) -> Masks:
        """The questions that some row of each person answers."""
        found = np.zeros(self.people, np.uint64)
        if answering.size:
            heads = np.flatnonzero(starts_of(self.person))
            found[self.person[heads]] = np.bitwise_or.reduceat(answering, heads)
        return found

    def days(self, match: Codes) -> tuple[DayColumn, DayColumn]:
        """The first day on which each person certainly, and possibly, meets a question."""
        matching = match[self.key]
        sure = np.flatnonzero((matching == CERTAINLY) & self.dated)
        may = np.flatnonzero(matching)
        certain, possible = np.full((2, self.people), NEVER, np.int32)
        np.minimum.at(certain, self.person[sure], self.last[sure])
        np.minimum.at(possible, self.person[may], self.first[may])
        possible[self.open_] = ALWAYS
        return certain, possible

    def put_later_days(self, match: Codes, span: Span, days: DayColumn) -> None:
        """Write the days after the day of the check on which a question comes to be met for certain."""
        rows = self._later(span)
        rows = rows[match[self.key[rows]] == CERTAINLY]
        np.minimum.at(days, self.person[rows], self.last[rows])

    def _later(self, span: Span) -> Ints:
        """The rows dated after the day of the check."""
        return np.flatnonzero((self.last > span.by) & self.dated)
