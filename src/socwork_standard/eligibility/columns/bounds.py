"""Which people have enough service, or never will, as seen without adding up a single stretch.

Enough is one spell of so many years of 366 days: what joins it only adds.  Too little are fewer days in all than the
years have, even where each month has 28 of them and every gap is used as well as it can be.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from socwork_standard.eligibility.columns.bits import Truth, packed
from socwork_standard.eligibility.columns.days import Flags, Ints
from socwork_standard.eligibility.columns.service import Span, Spells
from socwork_standard.eligibility.columns.stretches import YEAR

Lengths = npt.NDArray[np.float64]
"""Days, whole numbers all: in this form numpy adds them up fastest."""

_LONGEST_YEAR: Final = 366
_EDGE: Final = 60
"""Two months of 30 days."""


@dataclass(frozen=True, slots=True)
class Extents:
    """For each spell how long it certainly and possibly lasts, up to the first and the last day of a span."""

    person: Ints
    sure: Lengths
    may: Lengths
    sure_ever: Lengths
    may_ever: Lengths

    def judged(self, rows: Ints, certain: Flags, years: int, people: int) -> tuple[Truth, Truth]:
        """Who has so many years in these spells certainly, and who possibly.

        `certain` marks the spells that count for certain.  Of a person without any of the spells the answer is no.
        """
        person = self.person[rows]
        sure, may = np.where(certain, self.sure[rows], 0.0), self.may[rows]
        if self.sure_ever is self.sure:
            return _judged(person, sure, sure, years, people), _judged(person, may, may, years, people)
        sure_ever, may_ever = np.where(certain, self.sure_ever[rows], 0.0), self.may_ever[rows]
        return _judged(person, sure, sure_ever, years, people), _judged(person, may, may_ever, years, people)


def _judged(person: Ints, now: Lengths, ever: Lengths, years: int, people: int) -> Truth:
    """Enough is one spell of so many of the longest years.

    Too little are units, at most 15 for 14 days, that miss the years even with two months won beside each spell.
    """
    longest = np.zeros(people)
    np.maximum.at(longest, person, now)
    yes = longest >= max(_LONGEST_YEAR * years, 1)
    in_all = np.bincount(person, 15 * ever + 14 * _EDGE, people)
    no = in_all < max(14 * (YEAR * years - _EDGE), 1)
    return Truth(packed(yes), packed(no))


def extents(spells: Spells, span: Span) -> Extents:
    """The lengths of spells."""

    def lengths(until: int) -> tuple[Lengths, Lengths]:
        sure = np.minimum(spells.end_earliest, until) - spells.start_latest
        may = np.minimum(spells.end, until) - spells.start
        return np.maximum(sure, 0).astype(np.float64), np.maximum(may, 0).astype(np.float64)

    by = lengths(span.by)
    return Extents(spells.person, *by, *(by if span.until == span.by else lengths(span.until)))


__all__ = ["Extents", "extents"]
