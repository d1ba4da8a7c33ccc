"""Every state of a record that a card can tell apart, built from the data alone, with its completions.

A *part* is one state of one list of a record (education, experience or training).  A *known* part leaves nothing
open; a *completion* of a part is a known part that it may turn out to be.  What a rule sees of a part on one day is
its *signature*: for each question, whether it is certainly and whether it is possibly met.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import product
from typing import Any

import oracle

from socwork_standard.eligibility.check import Checker
from socwork_standard.eligibility.compiled import Ask, CompiledRule, DiplomaAsk, ServiceAsk, TrainingAsk
from socwork_standard.eligibility.leaves import Leaves
from socwork_standard.eligibility.readings import with_settled
from socwork_standard.model.reading import Reading

Entry = tuple[tuple[str, str | bool], ...]
List = tuple[Entry, ...]
Signature = tuple[tuple[bool, bool], ...]
Choices = tuple[tuple[str, str], ...]

UNKNOWN_NAME = "жжж ъъъ"
PAST, FAR = "2010-06-30", "9999-12-31"
ONE_DAY = timedelta(days=1)
LEVELS = ("mid", "high")
CATEGORIES = ("none", "second", "first", "highest")


def entry(**values: str | bool | None) -> Entry:
    """One diploma, spell or course; a value of None is left out."""
    return tuple((key, value) for key, value in sorted(values.items()) if value is not None)


def ends(text: str) -> list[str]:
    """The first and the last day that a date may mean."""
    if len(text) == 10:
        return [text]
    if len(text) == 7:
        later = oracle.month_later(date.fromisoformat(f"{text}-01"), 1)
        return [f"{text}-01", (later - ONE_DAY).isoformat()]
    return [f"{text}-01-01", f"{text}-12-31"]


@dataclass(frozen=True, slots=True)
class Part:
    """One state of one list: its entries (None: not known at all), and whether there may be more."""

    field: str
    entries: tuple[Entry, ...] | None
    complete: bool = True

    def content(self) -> dict[str, Any]:
        """The part's fields of a staff record."""
        if self.entries is None:
            return {}
        whole = {} if self.complete else {f"{self.field}_complete": False}
        return {self.field: [dict(one) for one in self.entries], **whole}


def record(*parts: Part) -> dict[str, Any]:
    """A staff record of these parts."""
    return {key: value for part in parts for key, value in part.content().items()}


class Lattice:
    """The lattice of one card and category, asked on one day."""

    def __init__(self, checker: Checker, point: int, category: str, day: date) -> None:
        self.checker, self.point, self.category, self.day = checker, point, category, day
        self.card = checker.standard.card(point, day)
        self.held = checker.standard.in_force(point, day).held
        self.names = checker.names
        self._signatures: dict[Part, Signature] = {}

    # -- rules -----------------------------------------------------------------------------------

    @cached_property
    def readings(self) -> dict[str, Reading]:
        """The readings that the rule of this card and category uses."""
        return {name: self.checker.standard.readings[name] for name in self.rule_of({}).open_readings}

    def rule_of(self, choices: dict[str, str]) -> CompiledRule:
        """The rule with exactly these answers chosen."""
        return self.checker.rule(self.card, self.held, self.category, choices)

    def choices(self, names: Iterable[str]) -> list[dict[str, str]]:
        """Every choice of answers to these readings, the settled answers applied to the others; lenient first."""
        listed = list(names)
        answers = [[answer.id for answer in self.readings[name].answers] for name in listed]
        every = self.checker.standard.readings
        return [with_settled(dict(zip(listed, one, strict=True)), every) for one in product(*answers)]

    @cached_property
    def open(self) -> list[str]:
        """The open readings of the rule."""
        return [name for name, one in self.readings.items() if one.standing == "open"]

    @cached_property
    def presets(self) -> dict[str, dict[str, str]]:
        """The answers of each preset."""
        every = self.checker.standard.readings
        listed = self.checker.standard.readings_file.presets
        return {one.id: {name: r.presets[one.id] for name, r in every.items()} for one in listed}

    @cached_property
    def default(self) -> CompiledRule:
        """The rule with nothing chosen."""
        return self.rule_of(with_settled({}, self.checker.standard.readings))

    def rules(self, category: str) -> list[CompiledRule]:
        """The rule of a category under every choice of answers to open readings, every preset, and none."""
        one = self if category == self.category else Lattice(self.checker, self.point, category, self.day)
        return [one.rule_of(chosen) for chosen in (*one.choices(one.open), *one.presets.values())] + [one.default]

    @cached_property
    def asks(self) -> dict[type[Ask], list[Ask]]:
        """Every question of these rules by kind, those on education and training of all categories together."""
        own = self.rules(self.category)
        every = [rule for category in self.card.categories for rule in self.rules(category)]
        kinds: dict[type[Ask], list[CompiledRule]] = {DiplomaAsk: every, ServiceAsk: own, TrainingAsk: every}
        return {
            kind: list({id(ask): ask for rule in rules for ask in rule.asks if isinstance(ask, kind)}.values())
            for kind, rules in kinds.items()
        }

    def signature(self, part: Part) -> Signature:
        """What the rules see of a part on the day."""
        known = self._signatures.get(part)
        if known is None:
            kind = {"education": DiplomaAsk, "experience": ServiceAsk, "training": TrainingAsk}[part.field]
            leaves, day = self.leaves(part), self.day.toordinal()
            days = [leaves.days(ask) for ask in self.asks[kind]]
            known = self._signatures[part] = tuple((sure <= day, may <= day) for sure, may in days)
        return known

    def leaves(self, part: Part) -> Leaves:
        """The program's answers about a part, read through a whole record."""
        from socwork_standard.eligibility.record import read_record

        return self.checker.leaves(self.checker.read_facts(read_record(part.content())))

    def completions(self, part: Part, ways: dict[Entry, list[Entry]], more: list[List]) -> Iterator[List]:
        """The known lists that a part may be; `more` are the lists that an open part may hold besides."""
        beside = [(), *more] if part.entries is None or not part.complete else [()]
        for chosen in product(*(ways[one] for one in part.entries or ())):
            for extra in beside:
                found = (*chosen, *extra)
                yield from self.with_higher(found) if part.field == "education" else [found]

    def around(self, years: int, days: int = 0) -> str:
        """The day so many years before the day asked on, and some days later."""
        return (self.day.replace(year=self.day.year - years) + timedelta(days=days)).isoformat()

    @cached_property
    def future(self) -> str:
        """A day after the day asked on."""
        return self.around(-1)

    # -- education -------------------------------------------------------------------------------

    @cached_property
    def _diploma_asks(self) -> list[DiplomaAsk]:
        return [ask for ask in self.asks[DiplomaAsk] if isinstance(ask, DiplomaAsk)]

    @cached_property
    def specialities(self) -> dict[str, tuple[int, ...]]:
        """One speciality for each way of fitting the rows: fits (2), may fit when narrower (1), does not (0)."""
        rows = {row.id: row for ask in self._diploma_asks for row in ask.rows}
        wanted = [row.specialities for row in rows.values()] + [row.or_specialities for row in rows.values()]
        leaves = self.leaves(Part("education", ()))
        found: dict[tuple[int, ...], str] = {}
        for term in self.names.specialities.terms:
            if self.names.specialities.by_name(term).id == term:
                found.setdefault(tuple(leaves._term_fits(term, one) for one in wanted), term)
        return {term: fits for fits, term in found.items()}

    @cached_property
    def qualifications(self) -> dict[str, tuple[int, ...]]:
        """One qualification for each way of agreeing with the rows; none where no question looks at them."""
        rows = {row.id: row for ask in self._diploma_asks if ask.qualification for row in ask.rows}
        if not rows:
            return {}
        leaves = self.leaves(Part("education", ()))
        found: dict[tuple[int, ...], str] = {}
        for term in self.names.qualifications.terms:
            fits = tuple(leaves._qualification_fits(term, row) for row in rows.values())
            found.setdefault(fits, term)
        return {term: fits for fits, term in found.items()}

    @cached_property
    def _ambiguous_levels(self) -> dict[str, tuple[str, ...]]:
        listed = self.checker.standard.vocabulary("education-levels").ambiguous
        return {one.words[0]: one.may_be for one in listed}

    @cached_property
    def levels(self) -> dict[str, tuple[object, ...]]:
        """One level for each way of standing to the rows."""
        found: dict[tuple[object, ...], str] = {}
        for term in self.names.levels.terms:
            found.setdefault(self._stands(term), term)
        return {term: stands for stands, term in found.items()}

    def _stands(self, level: str) -> tuple[object, ...]:
        leaves, terms = self.leaves(Part("education", ())), self.names.levels.terms
        above = (terms[level].rank or 0) - (terms["higher"].rank or 0)
        rows = [(row, ask) for ask in self._diploma_asks for row in ask.rows]
        stands = [(leaves._level(level, row, ask), level in ask.any_speciality) for row, ask in rows]
        return (above == 0, above > 0, *stands)

    @cached_property
    def _mixed_levels(self) -> list[str]:
        """One ambiguous word for each set of such levels."""
        found: dict[frozenset[object], str] = {}
        for word, terms in self._ambiguous_levels.items():
            found.setdefault(frozenset(self._stands(term) for term in terms), word)
        return list(found.values())

    @cached_property
    def diplomas(self) -> list[Entry]:
        """Every single diploma that the card can tell apart."""
        levels = [*self.levels, *self._mixed_levels, None]
        mixed = [
            group.words[0]
            for group in self.checker.standard.vocabulary("specialities").ambiguous
            if len({self._fits(term) for term in group.may_be}) > 1
        ]
        names = [*self.specialities, *mixed[:1], UNKNOWN_NAME, None]
        agreeing = [*self.qualifications, UNKNOWN_NAME, None] if self.qualifications else [None]
        found = [
            entry(level=level, speciality=name, qualification=words, completed=PAST)
            for level, name, words in product(levels, names, agreeing)
        ]
        dates = (self.day.isoformat(), self.future, self.day.isoformat()[:7], self.day.isoformat()[:4], None)
        first = next(iter(self.qualifications), None)
        for level, name, when in product(levels, names, dates):
            found.append(entry(level=level, speciality=name, qualification=first, completed=when))
        for level, name, valid in product(levels, names, (True, False, None)):
            abroad = entry(level=level, speciality=name, completed=PAST, country="RU", recognised=valid)
            found.append(abroad)
        return list(dict.fromkeys(found))

    def _fits(self, term: str) -> tuple[int, ...]:
        leaves = self.leaves(Part("education", ()))
        return tuple(leaves._term_fits(term, row.specialities) for ask in self._diploma_asks for row in ask.rows)

    @cached_property
    def known_specialities(self) -> list[str]:
        """The specialities that fit or do not, whatever narrower one may be meant."""
        return [term for term, fits in self.specialities.items() if 1 not in fits]

    @cached_property
    def known_qualifications(self) -> list[str | None]:
        """The qualifications that agree or do not."""
        return [term for term, fits in self.qualifications.items() if 1 not in fits] or [None]

    def _speciality(self, given: str | None) -> list[str]:
        if given is None or given == UNKNOWN_NAME:
            return self.known_specialities
        found = self.names.specialities.by_name(given)
        if len(found.ids) > 1:
            alike = {self._fits(term): term for term in reversed(self.known_specialities)}
            return [alike[self._fits(term)] for term in found.ids]
        if 1 not in self.specialities.get(given, ()):
            return [given]
        above, fits = self.names.specialities.and_wider, self.specialities
        narrower = [term for term in self.known_specialities if given in above(term)]
        outside = tuple(fit if fit == 2 else 0 for fit in fits[given])  # narrower, and not in the vocabulary
        return list(dict.fromkeys([*narrower, *(term for term in self.known_specialities if fits[term] == outside)]))

    def _qualification(self, given: str | None) -> list[str | None]:
        fits = self.qualifications.get(given or "")
        if fits is None:
            return self.known_qualifications
        kept = [one for one in self.qualifications if 1 not in self.qualifications[one]]
        may = [(one, zip(fits, self.qualifications[one], strict=True)) for one in kept]
        return [one for one, pairs in may if all(seen in {1, real} for seen, real in pairs)]

    def complete_diploma(self, one: Entry) -> list[Entry]:
        """The known diplomas that a diploma may be."""
        given = dict(one)
        level, when = given.get("level"), given.get("completed")
        levels = self._ambiguous_levels.get(str(level), (str(level),)) if level else tuple(self.levels)
        abroad = given.get("country")
        return [
            entry(level=lv, speciality=sp, qualification=q, completed=at, country=abroad, recognised=valid)
            for lv, sp, q, at, valid in product(
                levels,
                self._speciality(str(given["speciality"]) if "speciality" in given else None),
                self._qualification(str(given.get("qualification"))),
                ends(str(when)) if when else [PAST, self.future],
                [given["recognised"]] if "recognised" in given else [True, False] if abroad else [None],
            )
        ]

    def with_higher(self, diplomas: List) -> list[List]:
        """A diploma above higher education proves that there is one, in a field not known."""
        terms = self.names.levels.terms
        above = terms["higher"].rank or 0
        listed = [dict(one) for one in diplomas]
        before = min((str(one["completed"]) for one in listed if one["level"] == "higher"), default=FAR)
        proofs = [
            str(one["completed"])
            for one in listed
            if (terms[str(one["level"])].rank or 0) > above and one.get("recognised") is not False
        ]
        lacking = [when for when in proofs if before > when]
        if not lacking:
            return [diplomas]
        words = self.known_qualifications[-1]
        return [
            (*diplomas, entry(level="higher", speciality=name, qualification=words, completed=when))
            for name, when in product(self.known_specialities, dict.fromkeys((PAST, min(lacking))))
        ]

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
        dates: list[tuple[str | None, str | None]] = [(None, "ongoing"), (self.future, "ongoing"), (None, None)]
        for years in sorted({ask.years for ask in asks}):
            begin = self.around(years)
            before = self.around(0, -1)
            dates += [(begin, "ongoing"), (self.around(years, 1), "ongoing"), (self.around(years, -1), before)]
            dates += [(begin, before), (begin, self.around(0, -2)), (begin, None), (begin[:4], "ongoing")]
            dates += [(begin[:7], before), (None, before), (self.around(years + 1), begin[:4]), (before, before)]
        dates = [(s, e) for s, e in dates if s is None or e is None or e == "ongoing" or s <= ends(e)[-1]]
        return [
            entry(
                position=post, qualification_level=level, category=category, social_protection=sp, start=s, end=e
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
            position=own, qualification_level=level, category=category, social_protection=True, start=start, end=end
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
                    days = [date.fromordinal(one).isoformat() for one in (begin, gap - 1, gap, gap + 1, stop - 1)]
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
        lasts = [*self._days, self.future, "ongoing"] if end is None else [end] if end == "ongoing" else ends(str(end))
        when = [(s, e) for s in starts for e in (*lasts, *([s] if end is None else ())) if str(e) >= s]
        return [
            entry(position=post, qualification_level=level, category=category, social_protection=sp, start=s, end=e)
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
        return [PAST, *(self.around(y, d) for y in years for d in (-1, 0, 1)), self.around(0, -2), self.around(0, -1)]

    def _post(self, post: object, level: object, *, has_level: bool) -> list[tuple[str | None, str | None]]:
        known = str(post) if post in self.posts else None
        if not has_level:
            return [(known, None)] if known else [(one, None) for one in self.posts]
        stated = str(level) if level else None
        if known and stated and self.posts[known] not in {None, stated}:  # they contradict each other: one is wrong
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
        dates = (PAST, self.day.isoformat(), self.future, self.day.isoformat()[:7], self.day.isoformat()[:4], None)
        return [entry(kind=kind, completed=when) for kind, when in product((*kinds, "other", None), dates)]

    def complete_course(self, one: Entry) -> list[Entry]:
        """The known courses that a course may be."""
        given = dict(one)
        kinds = [str(given["kind"])] if "kind" in given else ["short_course", "retraining", "management_certificate", "other"]
        when = ends(str(given["completed"])) if "completed" in given else [PAST, self.future]
        return [entry(kind=kind, completed=at) for kind, at in product(kinds, when)]
