"""Proof by exhaustion: every state of a record that a card can tell apart, with every way it may turn out.

The parts of a record (education, experience, training) meet only in the rule, so that parts which the rules see
alike and which may turn out alike are decided once; that this is so is tested too.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from itertools import product
from typing import cast

import pytest
from lattice import Lattice, Part, Signature, completions, record

from socwork_standard.eligibility.check import Checker
from socwork_standard.eligibility.compiled import Ask, CompiledRule, DiplomaAsk, ServiceAsk, TrainingAsk
from socwork_standard.eligibility.evaluate import STATUSES, Days, Status, evaluate
from socwork_standard.eligibility.leaves import ALWAYS, NEVER, Leaves
from socwork_standard.eligibility.readings import disputed

DAY = date(2025, 6, 1)
CHECKER = Checker()
QUESTIONS = [(card.point, category) for card in CHECKER.standard.cards for category in card.categories]
SAMPLE = 60
RANK = {"not_eligible": 0, "needs_evidence": 1, "eligible": 2}

Mask = int
"""A set of choices of answers, one bit each."""


@dataclass(frozen=True)
class Class:
    """Parts that the rules see alike and that may turn out alike, with one of them."""

    seen: Signature
    ways: frozenset[Signature]
    example: Part
    size: int


class Answers:
    """Answers to the questions of a rule, from the signatures of the three parts."""

    def __init__(self, proof: "Proof", parts: tuple[Signature, ...]) -> None:
        self._days: dict[int, tuple[int, int]] = {}
        for kind, part in zip((DiplomaAsk, ServiceAsk, TrainingAsk), parts, strict=True):
            for ask, (sure, may) in zip(proof.lattice.asks[kind], part, strict=True):
                self._days[id(ask)] = (ALWAYS if sure else NEVER, ALWAYS if may else NEVER)

    def days(self, ask: Ask) -> tuple[int, int]:
        """First days certainly and possibly met: always or never."""
        known = self._days.get(id(ask))
        met = getattr(ask, "met", None)
        return known if known is not None else (ALWAYS, ALWAYS) if met else (NEVER, NEVER)


class Proof:
    """One card and category: classes of parts, statuses, and what the completions give."""

    def __init__(self, point: int, category: str) -> None:
        self.lattice = Lattice(CHECKER, point, category, DAY)
        self.open_choices = self.lattice.choices(self.lattice.open)
        self.chosen = [*self.open_choices, *self.lattice.presets.values()]
        self.rules = [self.lattice.rule_of(one) for one in self.chosen]
        every = CHECKER.standard.readings
        settled = {name: one.settled for name, one in every.items() if one.settled}
        self.default = self.lattice.rule_of(cast("dict[str, str]", settled))
        self._asked: dict[tuple[Signature, ...], tuple[Status, ...]] = {}
        self._known: dict[tuple[Signature, ...], Mask] = {}

    # -- parts -----------------------------------------------------------------------------------

    @cached_property
    def education(self) -> list[Class]:
        """Classes of education."""
        lattice = self.lattice
        of_entry = {one: lattice.complete_diploma(one) for one in lattice.diplomas}
        known = {entry for found in of_entry.values() for entry in found}
        lists = {
            whole: lattice.signature(Part("education", whole))
            for one in sorted(known)
            for whole in lattice.with_higher((one,))
        }
        more = _shortest(lists)
        options = [Part("education", (one,), whole) for one in lattice.diplomas for whole in (True, False)]
        pairs = [one for one in _representatives(lattice, "education", lattice.diplomas)]
        options += [Part("education", pair) for pair in product(pairs, repeat=2) if pair[0] != pair[1]]
        options += [Part("education", None), Part("education", ()), Part("education", (), complete=False)]

        def ways(part: Part) -> Iterator[Signature]:
            for found in completions(part, of_entry, more):
                for whole in lattice.with_higher(found):
                    yield lattice.signature(Part("education", whole))

        return _classes(lattice, options, ways)

    @cached_property
    def experience(self) -> list[Class]:
        """Classes of experience."""
        lattice = self.lattice
        if not lattice.asks[ServiceAsk]:
            return [Class((), frozenset([()]), Part("experience", ()), len(lattice.spells))]
        broken = lattice.broken
        single = [*lattice.spells, *(one for three in broken for one in three)]
        of_entry = {one: lattice.complete_spell(one) for one in single}
        known = {(one,): lattice.signature(Part("experience", (one,))) for found in of_entry.values() for one in found}
        more = [*_shortest(known), *((filler,) for _, _, filler in broken)]
        options = [Part("experience", (one,), whole) for one in lattice.spells for whole in (True, False)]
        options += [Part("experience", None), Part("experience", ()), Part("experience", (), complete=False)]
        options += [Part("experience", (one, other), whole) for one, other, _ in broken for whole in (True, False)]
        for one, other, filler in broken:
            for doubt in lattice.doubted(filler):
                of_entry[doubt] = lattice.complete_spell(doubt)
                options.append(Part("experience", (one, other, doubt)))

        def ways(part: Part) -> Iterator[Signature]:
            for found in completions(part, of_entry, more):
                yield lattice.signature(Part("experience", found))

        return _classes(lattice, options, ways)

    @cached_property
    def training(self) -> list[Class]:
        """Classes of training."""
        lattice = self.lattice
        of_entry = {one: lattice.complete_course(one) for one in lattice.courses}
        more = [(one,) for one in sorted({entry for found in of_entry.values() for entry in found})]
        options = [Part("training", (one,), whole) for one in lattice.courses for whole in (True, False)]
        options += [Part("training", None), Part("training", ()), Part("training", (), complete=False)]

        def ways(part: Part) -> Iterator[Signature]:
            for found in completions(part, of_entry, more):
                yield lattice.signature(Part("training", found))

        return _classes(lattice, options, ways)

    def points(self) -> Iterator[tuple[Class, Class, Class]]:
        """Every point of the lattice, parts that are alike taken once."""
        yield from product(self.education, self.experience, self.training)

    # -- answers ---------------------------------------------------------------------------------

    def answers(self, parts: tuple[Signature, ...]) -> Leaves:
        """The parts as the program's evaluation takes them."""
        return cast("Leaves", Answers(self, parts))

    def days(self, rule: CompiledRule, parts: tuple[Signature, ...]) -> Days:
        """The program's evaluation."""
        return evaluate(rule, self.answers(parts))

    def asked(self, parts: tuple[Signature, ...]) -> tuple[Status, ...]:
        """The status with nothing chosen, then under each choice of answers, then under each preset."""
        found = self._asked.get(parts)
        if found is None:
            leaves, day = self.answers(parts), DAY.toordinal()
            found = tuple(evaluate(rule, leaves).status(day) for rule in (self.default, *self.rules))
            self._asked[parts] = found
        return found

    def met(self, parts: tuple[Signature, ...]) -> Mask:
        """Under which choices known parts are met; they must be definite under each."""
        found = self._known.get(parts)
        if found is None:
            statuses = self.asked(parts)[1:]
            assert set(statuses) <= {"eligible", "not_eligible"}, (parts, statuses)
            found = sum(1 << place for place, status in enumerate(statuses) if status == "eligible")
            self._known[parts] = found
        return found

    @cached_property
    def everywhere(self) -> Mask:
        """All choices of answers to open readings."""
        return (1 << len(self.open_choices)) - 1

    @cache  # noqa: B019 - a proof is kept as long as the tests run
    def turned_out(self, *ways: frozenset[Signature]) -> tuple[Mask, Mask]:
        """Under which choices all completions are met, and under which one is."""
        masks = [self.met(known) for known in product(*ways)]
        every, some = -1, 0
        for one in set(masks):
            every, some = every & one, some | one
        return every, some


def _shortest(lists: dict[tuple[tuple[tuple[str, str | bool], ...], ...], Signature]) -> list[
    tuple[tuple[tuple[str, str | bool], ...], ...]
]:
    """One list for each signature."""
    found: dict[Signature, tuple[tuple[tuple[str, str | bool], ...], ...]] = {}
    for one, seen in lists.items():
        found.setdefault(seen, one)
    return list(found.values())
