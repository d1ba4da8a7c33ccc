"""Proof by exhaustion: every state of a record that a card can tell apart, with every way it may turn out.

The parts of a record (education, experience, training) meet only in the rule, so that parts which the rules see
alike and which may turn out alike are decided once; that the whole program says the same is tested on a sample.
"""

import random
from collections.abc import Iterator
from functools import cache
from itertools import combinations, product
from typing import Any

import pytest
from lattice import Lattice
from lattice_base import Part, record
from proof import CHECKER, DAY, Class, Proof

from socwork_standard.eligibility.tree import ServiceAsk

QUESTIONS = [(card.point, category) for card in CHECKER.standard.cards for category in card.categories]
CARDS = [card.point for card in CHECKER.standard.cards]
SAMPLE, BIG_SAMPLE = 12, 400


@cache
def education(point: int) -> list[Class]:
    """Classes of education, the same for every category of a card."""
    return Proof(point, CHECKER.standard.card(point).categories[0]).education


@cache
def proof(point: int, category: str) -> Proof:
    """The proof of a card and category."""
    found = Proof(point, category)
    found.__dict__["education"] = education(point)
    return found


def size(point: tuple[Class, ...]) -> int:
    """The length of an example, to show the smallest."""
    return len(str(record(*(one.example for one in point))))


@pytest.mark.parametrize("point", CARDS)
def test_every_point(point: int) -> None:
    """No definite answer is contradicted, and evidence or a ruling is asked for only where it would decide."""
    shown = [one for category in CHECKER.standard.card(point).categories for one in faults(point, category)]
    assert not shown, "\n".join(shown)


def faults(point: int, category: str) -> list[str]:
    """Each fact that fails somewhere, with the shortest record where it does."""
    asked = proof(point, category)
    found: dict[str, tuple[Class, ...]] = {}
    for one in asked.points():
        for fault in asked.faults(one):
            if fault not in found or size(one) < size(found[fault]):
                found[fault] = one
    return [f"{category}: {fault}: {record(*(part.example for part in one))}" for fault, one in found.items()]


# ---- the order of answers ----------------------------------------------------------------------


class EveryReading(Lattice):
    """A lattice that takes settled readings as open too, save service after a diploma."""

    @property
    def listed(self) -> list[str]:
        """The readings taken as open."""
        return [name for name in self.readings if name != "service-after-diploma"]

    def rules(self, category: str) -> list[Any]:
        """The rule of a category under every choice of answers."""
        one = (
            self if category == self.category else EveryReading(self.checker, self.point, category, self.day)
        )
        return [one.rule_of(chosen) for chosen in one.choices(one.listed)]


@pytest.mark.parametrize(("point", "category"), QUESTIONS)
def test_answers_are_ordered(point: int, category: str) -> None:
    """A stricter answer to one reading never makes a rule met or possible (service that breaks by carry apart)."""
    asked = proof(point, category)
    lattice = asked.lattice = EveryReading(CHECKER, point, category, DAY)
    try:
        signed = [
            dict.fromkeys(lattice.signature(Part(field, one)) for one in (*lists, None, ()))
            for field, lists in (
                ("education", [(one,) for one in lattice.diplomas]),
                ("experience", [*((one,) for one in lattice.spells), *lattice.broken]),
                ("training", [(one,) for one in lattice.courses]),
            )
        ]
        best = [tuple((True, True) for _ in next(iter(one))) for one in signed]
        points = {*product(signed[0], (best[1],), signed[2]), *product((best[0],), signed[1], (best[2],))}
        rules = [lattice.rule_of(chosen) for chosen in lattice.choices(lattice.listed)]
        for parts in points:
            seen = [asked.days(rule, parts) for rule in rules]
            for lenient, strict, name in _flips(lattice):
                one, other = seen[lenient], seen[strict]
                assert one.strict_certain <= other.strict_certain, (name, parts)
                assert one.strict_possible <= other.strict_possible, (name, parts)
    finally:
        asked.lattice = Lattice(CHECKER, point, category, DAY)


def _flips(lattice: EveryReading) -> Iterator[tuple[int, int, str]]:
    """Pairs of choices, by number, that differ in one reading by one step of strictness."""
    sizes = [len(lattice.readings[name].answers) for name in lattice.listed]
    numbers = {one: place for place, one in enumerate(product(*(range(size) for size in sizes)))}
    for one, place in numbers.items():
        for at, name in enumerate(lattice.listed):
            stricter = (*one[:at], one[at] + 1, *one[at + 1 :])
            if stricter in numbers:
                yield place, numbers[stricter], name


# ---- the whole program -------------------------------------------------------------------------


def sample(point: int, category: str, most: int) -> list[tuple[Class, ...]]:
    """Points of the lattice drawn by chance, half of them such that the answer is not the same for all."""
    asked, chance = proof(point, category), random.Random(f"{point} {category}")  # noqa: S311 - no secret
    parts = (asked.education, asked.experience, asked.training)
    found: list[tuple[Class, ...]] = []
    plain = 0
    for _ in range(50 * most):
        one = tuple(chance.choice(part) for part in parts)
        definite = asked.asked(tuple(part.seen for part in one)).status in {"eligible", "not_eligible"}
        if definite and plain >= most // 2:
            continue
        plain += definite
        found.append(one)
        if len(found) == most:
            break
    return found


def check(given: dict[str, Any], point: int, category: str, **policy: Any) -> dict[str, Any]:  # noqa: ANN401 - any key
    """A decision as JSON."""
    return dict(CHECKER.check(given, point, category, as_of=DAY, policy=policy or None).as_dict())


def assert_whole(point: int, category: str, most: int) -> None:
    """Assert that decisions say what the proof says, and that what they say of readings and presets is true."""
    asked = proof(point, category)
    chance = random.Random(f"{category} {point}")  # noqa: S311 - no secret
    open_readings = asked.lattice.open
    for one in sample(point, category, most):
        given = record(*(chance.choice(part.parts) for part in one))
        decision = check(given, point, category)
        said = asked.asked(tuple(part.seen for part in one))
        assert decision["status"] == said.status, given
        assert sum(decision["status"] == status for status in STATUSES) == 1
        for preset, status in decision["by_preset"].items():
            assert check(given, point, category, preset=preset)["status"] == status, (given, preset)
        table = {
            tuple(chosen[name] for name in open_readings): check_status(given, point, category, chosen)
            for chosen in asked.choices
        }
        assert_contested(decision, open_readings, table, given)
        assert_settles(decision, open_readings, table, given)


STATUSES = ("eligible", "not_eligible", "needs_evidence", "needs_ruling")


def check_status(given: dict[str, Any], point: int, category: str, chosen: dict[str, str]) -> str:
    """The status under a policy that chooses these answers."""
    return CHECKER.check(given, point, category, as_of=DAY, policy={"readings": chosen}).status


def assert_contested(
    decision: dict[str, Any], names: list[str], table: dict[tuple[str, ...], str], given: dict[str, Any]
) -> None:
    """Assert that `contested` names the readings that matter, with exactly the statuses that answers reach."""
    contested = {one["reading"]: one["outcomes"] for one in decision["contested"]}
    for at, name in enumerate(names):
        rest: dict[tuple[str, ...], set[str]] = {}
        for chosen, status in table.items():
            rest.setdefault(chosen[:at] + chosen[at + 1 :], set()).add(status)
        assert (name in contested) == any(len(one) > 1 for one in rest.values()), (name, given)
        for answer, statuses in contested.get(name, {}).items():
            reached = {status for chosen, status in table.items() if chosen[at] == answer}
            assert set(statuses) == reached, (name, answer, given)


def assert_settles(
    decision: dict[str, Any], names: list[str], table: dict[tuple[str, ...], str], given: dict[str, Any]
) -> None:
    """Assert that each choice in `settles` gives a yes, and that no part of it would."""

    def decides(choice: dict[str, str]) -> bool:
        return all(
            status == "eligible"
            for chosen, status in table.items()
            if choice.items() <= dict(zip(names, chosen, strict=True)).items()
        )

    for choice in decision["settles"]:
        assert decides(choice), (choice, given)
        for smaller in combinations(choice.items(), len(choice) - 1):
            assert not decides(dict(smaller)), (choice, given)
    if decision["status"] != "eligible" and "eligible" in table.values():
        assert decision["settles"], given


@pytest.mark.parametrize("point", CARDS)
def test_whole_decisions(point: int) -> None:
    """Decisions say what the proof says, and what they say of presets, contested readings and settling is true."""
    for category in CHECKER.standard.card(point).categories:
        assert_whole(point, category, SAMPLE)


@pytest.mark.slow
@pytest.mark.parametrize(("point", "category"), QUESTIONS)
def test_many_whole_decisions(point: int, category: str) -> None:
    """The same holds for a larger sample."""
    assert_whole(point, category, BIG_SAMPLE)


def test_lattice_is_large() -> None:
    """The lattice of a card with categories holds more than a hundred million records."""
    asked = proof(13, "highest")
    parts = (asked.education, asked.experience, asked.training)
    sizes = [sum(len(one.parts) for one in classes) for classes in parts]
    assert sizes[0] * sizes[1] * sizes[2] > 10**8
    assert asked.lattice.asks[ServiceAsk]
