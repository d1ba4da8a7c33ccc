"""The rules of one card and category, and what they see of a part of a record on one day: its *signature*."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import product
from typing import Any

import oracle

from socwork_standard.eligibility.check import Checker
from socwork_standard.eligibility.leaves import Leaves
from socwork_standard.eligibility.readings import with_settled
from socwork_standard.eligibility.tree import Ask, CompiledRule, DiplomaAsk, ServiceAsk, TrainingAsk
from socwork_standard.model.reading import Reading

Entry = tuple[tuple[str, str | bool], ...]
List = tuple[Entry, ...]
Signature = tuple[tuple[bool, bool], ...]
Choices = tuple[tuple[str, str], ...]

UNKNOWN_NAME = "жжж ъъъ"
EARLY, PAST, LATE, FAR = "2000-06-30", "2010-06-30", "2040-06-30", "9999-12-31"
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


class Base:
    """The rules of one card and category, and what they see of a part on one day."""

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
        one = self if category == self.category else type(self)(self.checker, self.point, category, self.day)
        return [one.rule_of(chosen) for chosen in (*one.choices(one.open), *one.presets.values())] + [
            one.default
        ]

    @cached_property
    def asks(self) -> dict[type[Ask], list[Ask]]:
        """Every question of these rules by kind, those on education and training of all categories together."""
        own = self.rules(self.category)
        every = [rule for category in self.card.categories for rule in self.rules(category)]
        kinds: dict[type[Ask], list[CompiledRule]] = {DiplomaAsk: every, ServiceAsk: own, TrainingAsk: every}
        return {
            kind: list(
                {id(ask): ask for rule in rules for ask in rule.asks if isinstance(ask, kind)}.values()
            )
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

    def around(self, years: int, days: int = 0) -> str:
        """The day so many years before the day asked on, and some days later."""
        return (self.day.replace(year=self.day.year - years) + timedelta(days=days)).isoformat()

    @cached_property
    def future(self) -> str:
        """A day after the day asked on."""
        return self.around(-1)
