"""What is asked of a person in a form: card, category, day, policy; and which fields that needs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from socwork_standard.eligibility.check import read_policy
from socwork_standard.eligibility.needs import needs
from socwork_standard.errors import LookupFailure
from socwork_standard.i18n import text
from socwork_standard.model.base import CATEGORIES, Language
from socwork_standard.model.card import Card
from socwork_standard.model.policy import Policy
from socwork_standard.model.reading import Reading
from socwork_standard.text import day_of as written_day
from socwork_standard.web.answers import day_of
from socwork_standard.web.forms import FACTS, FIELDS, WITH, PersonForm
from socwork_standard.web.services import Services

Option = tuple[str, str]
"""A value and what is shown for it."""


@dataclass(frozen=True)
class Question:
    """Card, category, day and policy as they stand in a form."""

    services: Services
    given: Mapping[str, str]

    def value(self, name: str) -> str:
        """What stands in a field of the question."""
        return self.given.get(name, "").strip()

    @property
    def card(self) -> Card | None:
        """The card asked about; None for all."""
        key = self.value("card")
        if not key or key == "all":
            return None
        if len(key) > 300:  # noqa: PLR2004 - no name is that long
            raise LookupFailure("there is no such card.", "card")
        return self.services.standard.card(key, self.day_or_today)

    @property
    def day(self) -> date:
        """The day asked about; today where none is given."""
        return day_of(self.value("day"), "day")

    @property
    def day_or_today(self) -> date:
        """The day asked about; today also where what stands there is no day."""
        try:
            return written_day(self.value("day"))
        except ValueError:
            return date.today()  # noqa: DTZ011 - the day at the user's place is meant

    @property
    def category(self) -> str:
        """The category asked about; `none` where the card has not the one given."""
        card, given = self.card, self.value("category")
        return given if card is not None and given in card.categories else "none"

    @property
    def policy(self) -> Policy | None:
        """The answers chosen; None where nothing was."""
        readings = {
            name: self.value(f"reading.{name}")
            for name in self.services.standard.readings
            if self.value(f"reading.{name}")
        }
        preset = self.value("preset") or None
        if not readings and preset is None:
            return None
        chosen: dict[str, object] = {"readings": readings, **({"preset": preset} if preset else {})}
        said = {name: self.value(name) for name in ("decided_by", "reason")}
        return read_policy({**chosen, **{name: value for name, value in said.items() if value}})

    def open_readings(self) -> list[Reading]:
        """The open readings that concern the card."""
        card = self.card
        return [
            one
            for one in self.services.standard.readings.values()
            if one.standing == "open" and (card is None or card.point in one.cards)
        ]

    def asked(self, *, everything: bool = False) -> frozenset[str]:
        """The fields of a record that the card's rule looks at, with those beside them."""
        card = self.card
        if everything or card is None:
            return frozenset(f"{fact}.{name}" for fact in FACTS for name in FIELDS[fact])
        found = {
            name
            for one in needs(card.point, self.category, checker=self.services.checker, on=self.day_or_today)
            for name in one.fields
        }
        return frozenset(found | {name for name, beside in WITH.items() if beside in found})


def choices(services: Services, language: Language) -> dict[str, list[Option]]:
    """The options of every list to choose from, and the names that are proposed while typing."""
    standard = services.standard
    values = {
        field: [(term.id, term.text(language)) for term in standard.values[field]]
        for field in ("category", "qualification-level", "training-kind", "country")
    }
    return {
        "level": [(term.id, term.text(language)) for term in standard.vocabulary("education-levels").entries],
        "category": values["category"],
        "qualification_level": values["qualification-level"],
        "kind": values["training-kind"],
        "country": [(one.upper(), name) for one, name in values["country"]],
        "speciality": _names(services, "specialities", language),
        "qualification": _names(services, "qualifications", language),
        "position": _names(services, "posts", language),
        "social_protection": _yes_no(language),
        "recognised": _yes_no(language),
    }


def _names(services: Services, vocabulary: str, language: Language) -> list[Option]:
    names = sorted(
        {term.text(language) for term in services.standard.vocabulary(vocabulary).entries}, key=str.casefold
    )
    return [(name, name) for name in names]


def _yes_no(language: Language) -> list[Option]:
    return [("yes", text(language, "web.yes")), ("no", text(language, "web.no"))]


def named_values(form: PersonForm, services: Services) -> PersonForm:
    """The form with words for levels, categories and kinds turned into the ids that the lists offer."""
    names, values = services.checker.names, dict(form.values)
    for key, value in form.values.items():
        field = key.rpartition(".")[2]
        if field == "level":
            known = names.levels.by_name(value).ids if value else ()
            values[key] = known[0] if len(known) == 1 else value
        elif field in {"category", "qualification_level", "kind"}:
            group = {"kind": "training-kind"}.get(field, field.replace("_", "-"))
            ids = [term.id for term in services.standard.values[group]]
            values[key] = next((one for one in ids if names.is_value(group, one, value)), value)
        elif field == "end" and names.is_value("ongoing", "ongoing", value):
            values[key] = ""
            values[f"{key.removesuffix('end')}ongoing"] = "yes"
        elif field == "country":
            values[key] = value.upper() if len(value) == 2 else value  # noqa: PLR2004 - a country's code
    return PersonForm(values)


def categories_of(card: Card | None) -> tuple[str, ...]:
    """The categories that may be asked for."""
    return card.categories if card is not None else CATEGORIES
