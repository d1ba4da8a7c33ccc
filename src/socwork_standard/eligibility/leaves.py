"""Answering the leaf questions of a rule from the facts of a record.

An answer is two days: the first on which the question is *certainly* met and the first on which it is *possibly*
met (`NEVER` where there is none).  Facts only accumulate, so asked on a day, the question is met where the first is
not later, unknown where only the second is not later, and not met otherwise.
"""

from collections.abc import Callable
from typing import Final

from socwork_standard.eligibility.calendar import FOREVER, DayRange
from socwork_standard.eligibility.facts import DiplomaFact, Facts, SpellFact
from socwork_standard.eligibility.service import CERTAINLY, NEVER_BEFORE, NO, POSSIBLY, Spell, first_days
from socwork_standard.eligibility.tree import (
    Ask,
    DiplomaAsk,
    FixedAsk,
    RowAsk,
    ServiceAsk,
    TrainingAsk,
    UnreadAsk,
)
from socwork_standard.model.base import CATEGORIES
from socwork_standard.vocabulary.index import Found
from socwork_standard.vocabulary.names import Names

NEVER: Final = FOREVER + 1
ALWAYS: Final = 0
NOT_LISTED: Final = Spell((NEVER_BEFORE, FOREVER - 1), (NEVER_BEFORE + 1, FOREVER), POSSIBLY)
"""What an incomplete list may leave out: service at any time."""
Days = tuple[int, int]
"""First day certainly met, first day possibly met."""


class Leaves:
    """Answers leaf questions for one record; each question is answered once."""

    def __init__(self, facts: Facts, names: Names, own_posts: Callable[[int], frozenset[str]]) -> None:
        self.facts = facts
        self._names = names
        self._own_posts = own_posts
        self._answers: dict[int, tuple[Ask, Days]] = {}

    def days(self, ask: Ask) -> Days:
        """When the question is certainly and possibly met."""
        known = self._answers.get(id(ask))
        if known is None:
            known = self._answers[id(ask)] = (ask, self._answer(ask))
        return known[1]

    def _answer(self, ask: Ask) -> Days:
        if isinstance(ask, DiplomaAsk):
            return self._diploma(ask)
        if isinstance(ask, ServiceAsk):
            return self._service(ask)
        if isinstance(ask, TrainingAsk):
            return self._training(ask)
        if isinstance(ask, UnreadAsk):
            return NEVER, ALWAYS
        return (ALWAYS, ALWAYS) if ask.met else (NEVER, NEVER)

    # -- diplomas ------------------------------------------------------------------------------------------------

    def _diploma(self, ask: DiplomaAsk) -> Days:
        certain = NEVER
        possible = ALWAYS if self.facts.diplomas_open else NEVER
        for one in self.facts.diplomas:
            match = self.match(one, ask)
            if match == CERTAINLY and one.dated:
                certain = min(certain, one.completed[1])
            if match:
                possible = min(possible, one.completed[0])
        return certain, possible

    def match(self, one: DiplomaFact, ask: DiplomaAsk) -> int:
        """Does the diploma answer the question: `CERTAINLY`, `POSSIBLY` or `NO`?"""
        match = ask.memo.get(one.key)
        if match is None:
            match = ask.memo[one.key] = min(one.valid, self._match(one, ask))
        return match

    def _match(self, one: DiplomaFact, ask: DiplomaAsk) -> int:
        """Certain where every level that the diploma may be of answers, possible where one does."""
        by_level = [self._match_level(one, level, ask) for level in one.levels]
        return CERTAINLY if min(by_level) == CERTAINLY else POSSIBLY if max(by_level) else NO

    def _match_level(self, one: DiplomaFact, level: str, ask: DiplomaAsk) -> int:
        rows = ask.rows_at.get(level)
        if rows is None:
            levels = [(row, *self._level(level, row, ask)) for row in ask.rows]
            rows = ask.rows_at[level] = [(row, own) for row, own, above in levels if own or above]
        return max((self._match_row(one, level, row, ask, own=own) for row, own in rows), default=NO)

    def _match_row(self, one: DiplomaFact, level: str, row: RowAsk, ask: DiplomaAsk, *, own: bool) -> int:
        result = (
            CERTAINLY if level in ask.any_speciality else self.speciality(one.speciality, row.specialities)
        )
        if own and result and ask.qualification:
            result = min(result, self.qualification(one, row))
        return result

    def _level(self, level: str, row: RowAsk, ask: DiplomaAsk) -> tuple[bool, bool]:
        """Is the level one of the row's that count, or one above them?"""
        terms = self._names.levels.terms
        counting = row.levels if ask.level == "row" else row.levels.intersection(ask.level)
        own = level in counting or any(proved in counting for proved in terms[level].proves)
        if own or not ask.above or level in row.levels:
            return own, False
        return False, (terms[level].rank or 0) > min(terms[name].rank or 0 for name in row.levels)

    def speciality(self, found: Found, wanted: frozenset[str]) -> int:
        """Is the speciality one of those wanted, or narrower than one of them?"""
        if not wanted:
            return CERTAINLY
        if not found.ids:
            return POSSIBLY
        results = [self._term_fits(term, wanted) for term in found.ids]
        return CERTAINLY if min(results) == CERTAINLY else POSSIBLY if max(results) else NO

    def _term_fits(self, term: str, wanted: frozenset[str]) -> int:
        index = self._names.specialities
        if not wanted.isdisjoint(index.and_wider(term)):
            return CERTAINLY
        return POSSIBLY if any(term in index.and_wider(one) for one in wanted) else NO

    def qualification(self, one: DiplomaFact, row: RowAsk) -> int:
        """Does the qualification agree with the row?  A speciality that already is what it names agrees too."""
        if not row.qualifications and not row.or_specialities:
            return CERTAINLY
        by_speciality = self.speciality(one.speciality, row.or_specialities) if row.or_specialities else NO
        if by_speciality == CERTAINLY:
            return CERTAINLY
        found = one.qualification
        if found is None or not found.ids:
            return POSSIBLY
        results = [self._qualification_fits(term, row) for term in found.ids]
        own = CERTAINLY if min(results) == CERTAINLY else POSSIBLY if max(results) else NO
        return max(own, by_speciality)

    def _qualification_fits(self, term: str, row: RowAsk) -> int:
        if term in row.qualifications:
            return CERTAINLY
        speciality = self._names.qualifications.terms[term].speciality
        if row.or_specialities and speciality:
            return self._term_fits(speciality, row.or_specialities)
        return NO

    # -- service -------------------------------------------------------------------------------------------------

    def _service(self, ask: ServiceAsk) -> Days:
        certain, possible = first_days(self.spells(ask), ask.years)
        return (NEVER if certain is None else certain), (NEVER if possible is None else possible)

    def spells(self, ask: ServiceAsk) -> list[Spell]:
        """The spells of the record with how surely each counts for the question."""
        counted = []
        after = self._after(ask.after) if ask.after else None
        if self.facts.spells_open:
            counted.extend(_cut(NOT_LISTED, after))
        for one in self.facts.spells:
            match = self.match_spell(one, ask)
            if match:
                counted.extend(_cut(Spell(one.spell.start, one.spell.end, match), after))
        return counted

    def match_spell(self, one: SpellFact, ask: ServiceAsk) -> int:
        """Does the spell count for the question: `CERTAINLY`, `POSSIBLY` or `NO`?"""
        result = self._post(one, ask)
        if result and ask.categories and len(ask.categories) < len(CATEGORIES):
            result = min(result, POSSIBLY if one.category is None else 2 * (one.category in ask.categories))
        if result and ask.social_protection:
            result = min(result, POSSIBLY if one.social_protection is None else 2 * one.social_protection)
        return result

    def _post(self, one: SpellFact, ask: ServiceAsk) -> int:
        if ask.posts == "any":
            return CERTAINLY
        level = CERTAINLY
        if ask.level is not None:
            level = POSSIBLY if not one.levels or one.levels != (ask.level,) else CERTAINLY
            if one.levels and ask.level not in one.levels:
                return NO
        if ask.posts == "named_level":
            return level
        if not one.post.ids:
            return min(level, POSSIBLY)
        terms = self._names.posts.terms
        own = ask.card if ask.posts == "own_profession" else None
        fits = [terms[t].card == own if own else t in self._own_posts(ask.card) for t in one.post.ids]
        return min(level, CERTAINLY if all(fits) else POSSIBLY if any(fits) else NO)

    def _after(self, ask: DiplomaAsk) -> DayRange:
        """Earliest and latest first day of a diploma that answers the question."""
        certain, possible = self.days(ask)
        return possible, certain

    # -- training ------------------------------------------------------------------------------------------------

    def _training(self, ask: TrainingAsk) -> Days:
        certain = NEVER
        possible = ALWAYS if self.facts.courses_open else NEVER
        for one in self.facts.courses:
            if one.kind == ask.kind and one.dated:
                certain = min(certain, one.completed[1])
            if one.kind in {ask.kind, None}:
                possible = min(possible, one.completed[0])
        return certain, possible


def _cut(spell: Spell, after: DayRange | None) -> list[Spell]:
    """The spell from a diploma on: certainly from its latest possible day, possibly from its earliest."""
    if after is None:
        return [spell]
    earliest, latest = max(after[0], NEVER_BEFORE), after[1]
    if earliest >= NEVER or earliest >= spell.end[1]:
        return []
    start = (max(spell.start[0], earliest), min(max(spell.start[1], latest), FOREVER - 1))
    sure = latest < spell.end[0]
    return [Spell(start, spell.end, spell.match if sure else min(spell.match, POSSIBLY))]


__all__ = ["ALWAYS", "NEVER", "Days", "FixedAsk", "Leaves"]
