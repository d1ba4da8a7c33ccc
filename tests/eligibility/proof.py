"""One card and category decided over its whole lattice: classes of parts, statuses, and what completions give.

Parts that the rules see alike and that may turn out alike are one class, decided once.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import combinations, product
from typing import TypeVar, cast

from lattice import Lattice
from lattice_base import Entry, List, Part, Signature, entry

from socwork_standard.eligibility.check import Checker
from socwork_standard.eligibility.evaluate import Days, Status, evaluate
from socwork_standard.eligibility.leaves import ALWAYS, NEVER, Leaves
from socwork_standard.eligibility.tree import Ask, CompiledRule, DiplomaAsk, ServiceAsk, TrainingAsk

DAY = date(2025, 6, 1)
CHECKER = Checker()

MOST_WAYS = 4
"""Two diplomas at once are taken from those with at most so many completions."""

OneT = TypeVar("OneT")
Signatures = tuple[Signature, ...]
Mask = int
"""A set of choices of answers, one bit each."""


@dataclass(frozen=True)
class Class:
    """Parts that the rules see alike and that may turn out alike."""

    seen: Signature
    ways: frozenset[Signature]
    parts: tuple[Part, ...]

    @property
    def example(self) -> Part:
        """One of them."""
        return self.parts[0]


@dataclass(frozen=True, slots=True)
class Asked:
    """A status with nothing chosen, and under which choices it is a yes and a no."""

    status: Status
    yes: Mask
    no: Mask


class Answers:
    """The three parts as the program's evaluation takes them."""

    def __init__(self, lattice: Lattice, parts: Signatures) -> None:
        self._days: dict[int, tuple[int, int]] = {}
        for kind, part in zip((DiplomaAsk, ServiceAsk, TrainingAsk), parts, strict=True):
            for ask, (sure, may) in zip(lattice.asks[kind], part, strict=True):
                self._days[id(ask)] = (ALWAYS if sure else NEVER, ALWAYS if may else NEVER)

    def days(self, ask: Ask) -> tuple[int, int]:
        """First days certainly and possibly met: always or never."""
        known = self._days.get(id(ask))
        if known is not None:
            return known
        return (ALWAYS, ALWAYS) if getattr(ask, "met", False) else (NEVER, NEVER)


class Proof:
    """One card and category."""

    def __init__(self, point: int, category: str, day: date = DAY) -> None:
        self.lattice = Lattice(CHECKER, point, category, day)
        self.day = day.toordinal()
        self.choices = self.lattice.choices(self.lattice.open)
        self.everywhere: Mask = (1 << len(self.choices)) - 1
        self.rules = [self.lattice.rule_of(one) for one in (*self.choices, *self.lattice.presets.values())]
        self.all_chosen: Mask = (1 << len(self.rules)) - 1
        self._asked: dict[Signatures, Asked] = {}
        self._turned: dict[tuple[frozenset[Signature], ...], tuple[Mask, Mask]] = {}

    # -- classes ---------------------------------------------------------------------------------

    @cached_property
    def education(self) -> list[Class]:
        """Classes of education."""
        lattice = self.lattice
        whole = {one: lattice.complete_diploma(one) for one in lattice.diplomas}
        ways = {one: _one_each(found, self._diploma_key) for one, found in whole.items()}
        known = _one_each((one for found in ways.values() for one in found), self._diploma_key)
        whole_lists = [full for one in known for full in lattice.with_higher((one,))]
        more = _one_each(whole_lists, lambda one: lattice.signature(Part("education", one)))
        few = _one_each((one for one in lattice.diplomas if len(ways[one]) <= MOST_WAYS), self._diploma_key)
        lists: list[List] = [*((one,) for one in lattice.diplomas), *combinations(few, 2)]
        return self._classes("education", lists, ways, more)

    def _diploma_key(self, one: Entry) -> Hashable:
        given = dict(one)
        proves = given.get("recognised") is not False and str(given.get("completed")) <= DAY.isoformat()
        higher = given.get("level") == "higher" and str(
            given.get("completed")
        )  # before or after another one?
        return self.lattice.signature(Part("education", (one,))), higher, proves

    @cached_property
    def experience(self) -> list[Class]:
        """Classes of experience."""
        lattice = self.lattice
        if not lattice.asks[ServiceAsk]:
            return [Class((), frozenset([()]), (Part("experience", ()),))]
        lists: list[List] = [(one,) for one in lattice.spells]
        for before, after, between in lattice.broken:
            doubts = [entry(**{**dict(between), key: None}) for key in dict(between)]
            lists += [(before, after), *((before, after, one) for one in (between, *doubts))]
        single = {one for listed in lists for one in listed}
        broken = {one for three in lattice.broken for one in three}
        ways = {}
        for one in single:
            found = lattice.complete_spell(one)
            ways[one] = found if one in broken else _one_each(found, self._spell_key)
        for listed in lists:
            for one in listed[2:]:
                ways[one] = [*ways[one], *lattice.complete_spell(one)]
        known = _one_each((one for found in ways.values() for one in found), self._spell_key)
        return self._classes(
            "experience", lists, ways, [*((one,) for one in known), *((b,) for _, _, b in lattice.broken)]
        )

    def _spell_key(self, one: Entry) -> Hashable:
        return self.lattice.signature(Part("experience", (one,)))

    @cached_property
    def training(self) -> list[Class]:
        """Classes of training."""
        lattice = self.lattice
        ways = {one: lattice.complete_course(one) for one in lattice.courses}
        more = [(one,) for one in dict.fromkeys(one for found in ways.values() for one in found)]
        return self._classes("training", [(one,) for one in lattice.courses], ways, more)

    def _classes(
        self, field: str, lists: Iterable[List], ways: dict[Entry, list[Entry]], more: Sequence[List]
    ) -> list[Class]:
        options = [Part(field, one, whole) for one in (*lists, ()) for whole in (True, False)]
        found: dict[tuple[Signature, frozenset[Signature]], list[Part]] = {}
        for part in (*options, Part(field, None)):
            turned = frozenset(
                self.lattice.signature(Part(field, known))
                for known in self.lattice.completions(part, ways, more)
            )
            found.setdefault((self.lattice.signature(part), turned), []).append(part)
        return [Class(seen, turned, tuple(parts)) for (seen, turned), parts in found.items()]

    def points(self) -> Iterator[tuple[Class, Class, Class]]:
        """Every point of the lattice, each mix of classes once."""
        yield from product(self.education, self.experience, self.training)

    # -- answers ---------------------------------------------------------------------------------

    def days(self, rule: CompiledRule, parts: Signatures) -> Days:
        """The program's evaluation of these parts."""
        return evaluate(rule, cast("Leaves", Answers(self.lattice, parts)))

    def asked(self, parts: Signatures) -> Asked:
        """What the program says of these parts with nothing chosen and under each choice and preset."""
        found = self._asked.get(parts)
        if found is None:
            leaves = cast("Leaves", Answers(self.lattice, parts))
            statuses = [evaluate(rule, leaves).status(self.day) for rule in self.rules]
            masks = [_mask(one == status for one in statuses) for status in ("eligible", "not_eligible")]
            default = evaluate(self.lattice.default, leaves).status(self.day)
            found = self._asked[parts] = Asked(default, masks[0], masks[1])
        return found

    def turned_out(self, point: tuple[Class, ...]) -> tuple[Mask, Mask]:
        """Under which choices all completions of a point are met, and under which at least one."""
        ways = tuple(one.ways for one in point)
        found = self._turned.get(ways)
        if found is None:
            every, some = self.all_chosen, 0
            for known in product(*ways):
                asked = self.asked(known)
                assert asked.yes | asked.no == self.all_chosen, f"not definite, though all is known: {known}"
                every, some = every & asked.yes, some | asked.yes
            found = self._turned[ways] = (every, some)
        return found

    def faults(self, point: tuple[Class, ...]) -> Iterator[str]:
        """Which facts fail at a point."""
        said = self.asked(tuple(one.seen for one in point))
        every, some = self.turned_out(point)
        if said.yes & ~every:
            yield "a yes under chosen answers is contradicted by a completion"
        if said.no & some:
            yield "a no under chosen answers is contradicted by a completion"
        unsure = self.all_chosen & ~said.yes & ~said.no
        if unsure & every or unsure & ~some:
            yield "under chosen answers evidence is asked for, but all completions agree"
        every, some = every & self.everywhere, some & self.everywhere
        if said.status == "eligible" and every != self.everywhere:
            yield "a yes is contradicted by a completion or an answer"
        if said.status == "not_eligible" and some:
            yield "a no is contradicted by a completion or an answer"
        if said.status == "needs_evidence" and every == some:
            yield "evidence is asked for, but for no choice of answers do two completions differ"
        if said.status == "needs_ruling" and (not every or some == self.everywhere):
            yield "a ruling is asked for, but no two choices of answers settle it differently"


def _mask(bits: Iterable[bool]) -> Mask:
    return sum(1 << place for place, bit in enumerate(bits) if bit)


def _one_each(entries: Iterable[OneT], key: Callable[[OneT], Hashable]) -> list[OneT]:
    found: dict[Hashable, OneT] = {}
    for one in entries:
        found.setdefault(key(one), one)
    return list(found.values())
