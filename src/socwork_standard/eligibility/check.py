"""May this person hold this post, in this category, on this day?  Under which words, what is missing, from when?"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

from socwork_standard.data.load import load_standard
from socwork_standard.data.standard import InForce, Standard, other_name
from socwork_standard.eligibility.calendar import FOREVER
from socwork_standard.eligibility.compiled import Compiler
from socwork_standard.eligibility.decision import Decision
from socwork_standard.eligibility.describe import Describer
from socwork_standard.eligibility.evaluate import Days, Result, Status, evaluate, trace
from socwork_standard.eligibility.explain import Explainer
from socwork_standard.eligibility.facts import Facts, facts
from socwork_standard.eligibility.leaves import Leaves
from socwork_standard.eligibility.notes import advisory, notes
from socwork_standard.eligibility.readings import disputed, policy_choices, with_preset, with_settled
from socwork_standard.eligibility.record import read_record
from socwork_standard.eligibility.tree import Ask, CompiledRule
from socwork_standard.errors import InputError
from socwork_standard.model.base import Language
from socwork_standard.model.card import Card
from socwork_standard.model.decision import Assumed, DecisionDict
from socwork_standard.model.policy import Policy
from socwork_standard.model.record import StaffRecord, own_id
from socwork_standard.text import day_of as written_day
from socwork_standard.vocabulary.names import Aliases, Names

FORMAT = 1


class Checker:
    """Decides records against the cards of one standard; keep one for many checks."""

    def __init__(self, standard: Standard | None = None, *, aliases: Aliases | None = None) -> None:
        self.standard = standard or load_standard()
        self.names = Names(self.standard, aliases)
        self._asks: dict[Ask, Ask] = {}
        self._rule_for = lru_cache(maxsize=4096)(self._find_rule)
        self._rule = lru_cache(maxsize=None)(self._compile)
        self.describer = lru_cache(maxsize=None)(self._describer)
        self._own = lru_cache(maxsize=None)(self._own_posts)

    def check(
        self,
        record: StaffRecord | Mapping[str, Any],
        card: int | str,
        category: str = "none",
        *,
        as_of: date | str | None = None,
        policy: Policy | Mapping[str, Any] | None = None,
        language: Language = "en",
    ) -> Decision:
        """Decide one record for one card and category on one day (today where absent)."""
        person = read_record(record)
        return self.case(person, self.read_facts(person), card, category, as_of, policy, language).decision()

    def read_facts(self, person: StaffRecord) -> Facts:
        """The record as the rules see it; raises `InputError` that names the field."""
        return facts(person, self.names)

    def case(
        self,
        person: StaffRecord,
        known: Facts,
        card: int | str,
        category: str = "none",
        as_of: date | str | None = None,
        policy: Policy | Mapping[str, Any] | None = None,
        language: Language = "en",
    ) -> "Case":
        """One question, ready to be answered."""
        day = read_day(as_of)
        found = self.standard.card(card, day)
        return Case(
            self, person, known, found, self.category(found, category), day, read_policy(policy), language
        )

    def category(self, card: Card, asked: str) -> str:
        """The category asked for; one that the card does not know is an `InputError`."""
        category = self.names.value("category", asked, "category")
        if category not in card.categories:
            if card.categories == ("none",):
                raise InputError(
                    "card {card} {slug} has no categories, but {asked!r} was asked for.",
                    "category",
                    "Leave the category out.",
                    card=card.point,
                    slug=card.slug,
                    asked=asked,
                )
            raise InputError(
                "card {card} {slug} has no category {asked!r}.",
                "category",
                "Use one of: {listed}.",
                card=card.point,
                slug=card.slug,
                asked=asked,
                listed=", ".join(card.categories),
            )
        return category

    # -- compiled rules ------------------------------------------------------------------------------------------

    def rule(self, card: Card, edition: str, category: str, choices: Mapping[str, str]) -> CompiledRule:
        """The compiled rule of a card, cached by edition, category and chosen answers."""
        return self._rule_for(card.point, edition, category, tuple(choices.items()))

    def _find_rule(
        self, point: int, edition: str, category: str, choices: tuple[tuple[str, str], ...]
    ) -> CompiledRule:
        relevant = tuple(sorted((r, a) for r, a in choices if point in self._cards_of(r)))
        return self._rule(point, edition, category, relevant)

    def _cards_of(self, reading: str) -> tuple[int, ...]:
        return self.standard.readings[reading].cards

    def _compile(
        self, point: int, edition: str, category: str, choices: tuple[tuple[str, str], ...]
    ) -> CompiledRule:
        card = self.standard.card_of(point, edition)
        return Compiler(card, category, self.standard.readings, dict(choices), self._asks).compile()

    def _describer(self, point: int, edition: str, language: Language) -> Describer:
        return Describer(self.standard.card_of(point, edition), self.names, language)

    def leaves(self, known: Facts) -> Leaves:
        """The answerer of leaf questions for a record's facts."""
        return Leaves(known, self.names, self._own)

    def _own_posts(self, point: int) -> frozenset[str]:
        """The posts that are this card's work: its own, and its other possible names in any text held."""
        index = self.names.posts
        found = {term.id for term in index.terms.values() if term.card == point or point in term.of_cards}
        for entry in (one for card in self.standard.texts_of(point) for one in card.other_names.entries):
            if entry.code:
                found.update(index.by_code(entry.code).ids)
            if other_name(entry.kk):
                found.update(index.by_name(other_name(entry.kk)).ids)
        return frozenset(found)


@dataclass(frozen=True)
class Case:
    """One record, one card, one category, one day."""

    checker: Checker
    person: StaffRecord
    facts: Facts
    card: Card
    category: str
    day: date
    policy: Policy | None
    language: Language

    # -- the answer ----------------------------------------------------------------------------------------------

    @cached_property
    def chosen(self) -> dict[str, str]:
        """The answers that the policy chooses."""
        standard = self.checker.standard
        return policy_choices(self.policy, standard.readings, standard.readings_file.presets)

    @cached_property
    def force(self) -> InForce:
        """What is in force on the day, and which text is used."""
        return self.checker.standard.in_force(self.card.point, self.day)

    @cached_property
    def rule(self) -> CompiledRule:
        """The rule with settled and chosen answers applied, the others open."""
        return self._rule_with(with_settled(self.chosen, self.checker.standard.readings))

    def _rule_with(self, choices: Mapping[str, str]) -> CompiledRule:
        return self.checker.rule(self.card, self.force.held, self.category, choices)

    @cached_property
    def leaves(self) -> Leaves:
        """Answers to leaf questions, shared by all evaluations of this case."""
        return self.checker.leaves(self.facts)

    @cached_property
    def ordinal(self) -> int:
        """The day as a number."""
        return self.day.toordinal()

    @cached_property
    def days(self) -> Days:
        """First days on which the rule is certainly and possibly met."""
        return evaluate(self.rule, self.leaves)

    @cached_property
    def status(self) -> Status:
        """The status of the decision."""
        return self.days.status(self.ordinal)

    @cached_property
    def result(self) -> Result:
        """The traced rule."""
        return trace(self.rule, self.leaves)

    def status_with(self, choices: Mapping[str, str]) -> Status:
        """The status with these answers chosen as well."""
        settled = with_settled({**self.chosen, **choices}, self.checker.standard.readings)
        return evaluate(self._rule_with(settled), self.leaves).status(self.ordinal)

    def by_preset(self) -> dict[str, Status]:
        """The status under each preset, the policy's named choices kept."""
        standard = self.checker.standard
        return {
            preset.id: evaluate(
                self._rule_with(with_preset(preset.id, self.policy, standard.readings)), self.leaves
            ).status(self.ordinal)
            for preset in standard.readings_file.presets
        }

    def eligible_from(self) -> date | None:
        """The first day, from the day asked on, with the status `eligible`; None if time alone does not do it."""
        standard = self.checker.standard
        start: date | None = self.day
        while start is not None:
            change = standard.next_text(self.card.point, start)
            days = self._days_on(start)
            first = max(days.strict_certain, start.toordinal())
            if first <= FOREVER and (change is None or first < change.toordinal()):
                return date.fromordinal(first)
            start = change
        return None

    def _days_on(self, day: date) -> Days:
        if day == self.day:
            return self.days
        held = self.checker.standard.in_force(self.card.point, day).held
        choices = with_settled(self.chosen, self.checker.standard.readings)
        card = self.checker.standard.card_of(self.card.point, held)
        category = self.category if self.category in card.categories else "none"
        return evaluate(self.checker.rule(card, held, category, choices), self.leaves)

    # -- the decision --------------------------------------------------------------------------------------------

    def decision(self) -> Decision:
        """The decision with its explanation, which is worked out when it is first looked at."""
        return Decision(self.status, self.card.point, self.category, self.day, self.as_dict)

    def explainer(self) -> Explainer:
        """The explainer of this case."""
        words = self.checker.describer(self.card.point, self.force.held, self.language)
        return Explainer(self.rule, self.leaves, self.ordinal, words, self.checker.standard.readings)

    def as_dict(self) -> DecisionDict:
        """The decision as JSON (contract, section 5)."""
        standard, explainer = self.checker.standard, self.explainer()
        first = self.eligible_from()
        contested, settles = self._disputed()
        found = DecisionDict(
            format=FORMAT,
            standard=standard.code,
            edition=self.force.held,
            data_sha256=standard.data_sha256,
            record=own_id(self.person),
            record_sha256=record_hash(self.person),
            language=self.language,
            card=self.card.point,
            category=self.category,
            as_of=self.day.isoformat(),
            status=self.status,
            by_preset=self.by_preset(),
            in_force=self.force.in_force,
            eligible_from=first.isoformat() if first else None,
            eligible_from_in_force=standard.in_force(self.card.point, first).in_force if first else None,
            policy=self.policy.model_dump(mode="json", exclude_unset=True) if self.policy else None,
            assumed=self._assumed(),
            missing=explainer.missing(self.result),
            contested=contested,
            settles=settles,
            changes=[] if self.status == "eligible" else explainer.changes(),
            findings=explainer.findings(self.result),
            notes=[*advisory(self), *notes(self)],
        )
        if self.force.draft:
            found["draft"] = True
        return found

    def _assumed(self) -> list[Assumed]:
        readings = self.checker.standard.readings
        return [
            Assumed(
                reading=name,
                answer=readings[name].settled or "",
                why=readings[name].why.text(self.language),
                matters=self._matters(name),
            )
            for name in self.rule.used
            if readings[name].standing == "settled" and name not in self.chosen
        ]

    def _matters(self, name: str) -> bool:
        """Would another answer to a settled reading change when the rule is met?"""
        readings = self.checker.standard.readings
        choices = with_settled(self.chosen, readings)
        others = (answer.id for answer in readings[name].answers if answer.id != choices[name])
        return any(
            evaluate(self._rule_with({**choices, name: other}), self.leaves) != self.days for other in others
        )

    def _disputed(self) -> tuple[list[Any], list[dict[str, str]]]:
        if self.days.same_on(self.ordinal):
            return [], []
        readings = self.checker.standard.readings
        contested, settles = disputed(self.rule, readings, self.status_with)
        for one in contested:
            one["question"] = readings[one["reading"]].question.text(self.language)
        return contested, settles


def read_day(given: date | str | None) -> date:
    """The day of a check: today where absent; an `InputError` where it is no day."""
    if given is None:
        return date.today()  # noqa: DTZ011 - the day at the user's place is meant
    if isinstance(given, date):
        return given
    try:
        return written_day(given)
    except ValueError:
        raise InputError(
            "{given!r} is no day.", "as_of", "Write it as 2025-06-01 or 01.06.2025.", given=given
        ) from None


def read_policy(given: Policy | Mapping[str, Any] | None) -> Policy | None:
    """A policy from a model or plain keys."""
    if given is None or isinstance(given, Policy):
        return given
    from socwork_standard.data.strict_yaml import Document

    return Document(dict(given), {}, "policy", InputError).build(Policy)


def record_hash(person: StaffRecord) -> str:
    """SHA-256 over the canonical JSON of a record."""
    content = person.model_dump(mode="json", exclude_unset=True)
    return hashlib.sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


@lru_cache(maxsize=4)
def _checker(standard: Standard) -> Checker:
    return Checker(standard)


def check(
    record: StaffRecord | Mapping[str, Any],
    card: int | str,
    category: str = "none",
    *,
    as_of: date | str | None = None,
    policy: Policy | Mapping[str, Any] | None = None,
    standard: Standard | None = None,
    language: Language = "en",
) -> Decision:
    """Decide whether a person may hold a card's post, in a category, on a day.

    `record` is a staff record (model or plain dict; absent means not known, an empty list means known to have none).
    `card` is a number, slug, occupation code or name.  Raises `InputError` where the record, category or day is
    wrong, `LookupFailure` where there is no such card.
    """
    checker = _checker(standard or load_standard())
    return checker.check(record, card, category, as_of=as_of, policy=policy, language=language)
