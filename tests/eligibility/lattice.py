"""Every state of a record that a card can tell apart, built from the data alone, with its completions.

A *part* is one state of one list of a record (education, experience or training).  A *known* part leaves nothing
open; a *completion* of a part is a known part that it may turn out to be.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import product

import oracle
from lattice_base import CATEGORIES, LEVELS, PAST, UNKNOWN_NAME, Entry, List, Part, ends, entry
from lattice_education import Diplomas

from socwork_standard.eligibility.tree import ServiceAsk, TrainingAsk


class Lattice(Diplomas):
    """The lattice of one card and category, asked on one day."""

    def completions(self, part: Part, ways: dict[Entry, list[Entry]], more: Sequence[List]) -> Iterator[List]:
        """The known lists that a part may be; `more` are the lists that an open part may hold besides."""
        beside = [(), *more] if part.entries is None or not part.complete else [()]
        for chosen in product(*(ways[one] for one in part.entries or ())):
            for extra in beside:
                found = (*chosen, *extra)
                yield from self.with_higher(found) if part.field == "education" else [found]

    # -- experience ------------------------------------------------------------------------------

    @cached_property
    def _service_asks(self) -> list[ServiceAsk]:
        return [ask for ask in self.asks[ServiceAsk] if isinstance(ask, ServiceAsk)]

    @cached_property
    def posts(self) -> dict[str, str | None]:
        """One post for each mix of level, own post of the card, and its kind of work; with its level."""
        looked = {ask.posts for ask in self._service_asks} - {"any"}
        own = self.checker._own(self.point)
        found: dict[tuple[object, ...], str] = {}
        for term in self.names.posts.terms.values():
            kind = (term.qualification_level, term.card == self.point, term.id in own) if looked else ()
            found.setdefault(kind, term.id)
        return {one: self.names.posts.terms[one].qualification_level for one in found.values()}

    @cached_property
    def spells(self) -> list[Entry]:
        """Every single spell that the card can tell apart."""
        asks = self._service_asks
        if not asks:
            return [entry(start=self.around(2), end="ongoing")]
        has_level = any(ask.posts == "named_level" for ask in asks)
        posts = [*self.posts, UNKNOWN_NAME, None] if any(ask.posts != "any" for ask in asks) else [None]
        categories = [*CATEGORIES, None] if any(ask.categories for ask in asks) else [None]
        social = (True, False, None) if any(ask.social_protection for ask in asks) else (None,)
        dates: list[tuple[str | None, str | None]] = [
            (None, "ongoing"),
            (self.future, "ongoing"),
            (None, None),
        ]
        for years in sorted({ask.years for ask in asks}):
            begin = self.around(years)
            before = self.around(0, -1)
            dates += [
                (begin, "ongoing"),
                (self.around(years, 1), "ongoing"),
                (self.around(years, -1), before),
            ]
            dates += [(begin, before), (begin, self.around(0, -2)), (begin, None), (begin[:4], "ongoing")]
            dates += [
                (begin[:7], before),
                (None, before),
                (self.around(years + 1), begin[:4]),
                (before, before),
            ]
        dates = [(s, e) for s, e in dates if s is None or e is None or e == "ongoing" or s <= ends(e)[-1]]
        return [
            entry(
                position=post,
                qualification_level=level,
                category=category,
                social_protection=sp,
                start=s,
                end=e,
            )
            for post, level, category, sp, (s, e) in product(
                posts, (*LEVELS, None) if has_level else (None,), categories, social, dict.fromkeys(dates)
            )
        ]

    def counted(self, start: str, end: str) -> Entry:
        """A spell that counts for every question of the card."""
        level = next((ask.level for ask in self._service_asks if ask.level), None)
        own = next((one.id for one in self.names.posts.terms.values() if one.card == self.point), None)
        category = next((ask.category for ask in self._service_asks if ask.category), None)
        return entry(
            position=own,
            qualification_level=level,
            category=category,
            social_protection=True,
            start=start,
            end=end,
        )

    @cached_property
    def broken(self) -> list[tuple[Entry, Entry, Entry]]:
        """Two spells that make the years by carry alone, and the day between them, with which they do not."""
        found = []
        stop = self.day.toordinal()
        for years in sorted({ask.years for ask in self._service_asks} - {0}):
            begin = date.fromisoformat(self.around(years, 1)).toordinal()
            for gap in range(begin + 1, stop - 1):
                one, other = oracle.measure(begin, gap), oracle.measure(gap + 1, stop)
                if one[0] + other[0] + (one[1] + other[1]) // 30 >= 12 * years:
                    days = [
                        date.fromordinal(one).isoformat() for one in (begin, gap - 1, gap, gap + 1, stop - 1)
                    ]
                    pair = self.counted(days[0], days[1]), self.counted(days[3], days[4])
                    found.append((*pair, self.counted(days[2], days[2])))
                    break
        return found

    def complete_spell(self, one: Entry) -> list[Entry]:
        """The known spells that a spell may be."""
        given = dict(one)
        has_level = any(ask.posts == "named_level" for ask in self._service_asks)
        start, end = given.get("start"), given.get("end")
        starts = ends(str(start)) if start else [*self._days, self.future]
        lasts = (
            [*self._days, self.future, "ongoing"]
            if end is None
            else [end]
            if end == "ongoing"
            else ends(str(end))
        )
        when = [(s, e) for s in starts for e in (*lasts, *([s] if end is None else ())) if str(e) >= s]
        return [
            entry(
                position=post,
                qualification_level=level,
                category=category,
                social_protection=sp,
                start=s,
                end=e,
            )
            for (post, level), category, sp, (s, e) in product(
                self._post(given.get("position"), given.get("qualification_level"), has_level=has_level),
                [given["category"]] if "category" in given else CATEGORIES,
                [given["social_protection"]] if "social_protection" in given else [True, False],
                dict.fromkeys(when),
            )
        ]

    @cached_property
    def _days(self) -> list[str]:
        years = sorted({ask.years for ask in self._service_asks} | {1})
        return [
            PAST,
            *(self.around(y, d) for y in years for d in (-1, 0, 1)),
            self.around(0, -2),
            self.around(0, -1),
        ]

    def _post(self, post: object, level: object, *, has_level: bool) -> list[tuple[str | None, str | None]]:
        known = str(post) if post in self.posts else None
        if not has_level:
            return [(known, None)] if known else [(one, None) for one in self.posts]
        stated = str(level) if level else None
        if (
            known and stated and self.posts[known] not in {None, stated}
        ):  # they contradict each other: one is wrong
            terms = self.names.posts.terms
            spare = [
                (one, stated)
                for one, own in self.posts.items()
                if own in {None, stated} and terms[one].card != self.point
            ]
            return [(known, None), *spare]
        found: list[tuple[str | None, str | None]] = []
        for one in [known] if known else list(self.posts):
            own = self.posts[one]
            if own is None:
                found.extend((one, side) for side in LEVELS if stated in {None, side})
            elif stated in {None, own}:
                found.append((one, None))
        return found

    # -- training --------------------------------------------------------------------------------

    @cached_property
    def courses(self) -> list[Entry]:
        """Every single course that the card can tell apart."""
        kinds = [ask.kind for ask in self.asks[TrainingAsk] if isinstance(ask, TrainingAsk)]
        dates = (
            PAST,
            self.day.isoformat(),
            self.future,
            self.day.isoformat()[:7],
            self.day.isoformat()[:4],
            None,
        )
        return [entry(kind=kind, completed=when) for kind, when in product((*kinds, "other", None), dates)]

    def complete_course(self, one: Entry) -> list[Entry]:
        """The known courses that a course may be."""
        given = dict(one)
        kinds = (
            [str(given["kind"])]
            if "kind" in given
            else ["short_course", "retraining", "management_certificate", "other"]
        )
        when = ends(str(given["completed"])) if "completed" in given else [PAST, self.future]
        return [entry(kind=kind, completed=at) for kind, at in product(kinds, when)]
