"""What stands in the template of a register: columns, lists to choose from, explanations, two examples."""

from datetime import date
from functools import lru_cache

from socwork_standard.data.standard import Standard
from socwork_standard.i18n import text
from socwork_standard.model.base import LANGUAGES, Language
from socwork_standard.register.heading_words import FIELDS
from socwork_standard.sheets.headings import Field
from socwork_standard.sheets.template import Column, Template, Value
from socwork_standard.text import normalise

_SHEETS = ("staff", "explain", "examples", "lists")
_PARAGRAPHS = 8
_LEFT_OUT = {"education_complete", "experience_complete", "training_complete"}
_DATES = {"completed", "start", "end", "attested_on"}
_GROUPS = {
    "level": "education-levels",
    "category": "category",
    "qualification_level": "qualification-level",
    "kind": "training-kind",
    "fact": "fact",
    "social_protection": "yes-no",
    "recognised": "yes-no",
    "attested_category": "category",
}
_SUGGESTED = {"speciality": "specialities", "qualification": "qualifications", "position": "posts"}
_WIDTHS = {
    "id": 11, "fact": 18, "unit": 20, "post": 32, "level": 54, "speciality": 32, "qualification": 28, "country": 12,
    "recognised": 12, "position": 32, "qualification_level": 30, "category": 18, "end": 26, "kind": 24, "title": 32,
}  # fmt: skip
_WIDTH = 16
_EXAMPLES: tuple[dict[str, str | date], ...] = (
    {
        "id": "0417", "fact": "education", "unit": "2", "post": "social-worker", "level": "tve_specialist",
        "speciality": "social-work", "qualification": "social-worker", "completed": date(2015, 6, 30),
    },
    {
        "id": "0417", "fact": "experience", "position": "social-worker", "category": "second",
        "social_protection": "yes", "qualification_level": "mid", "start": date(2016, 9, 1), "end": date(2022, 6, 30),
    },
    {
        "id": "0417", "fact": "experience", "position": "social-worker", "occupation_code": "3412-0-008",
        "category": "first", "social_protection": "yes", "qualification_level": "mid", "start": date(2022, 7, 1),
        "end": "ongoing",
    },
    {"id": "0417", "fact": "training", "kind": "short_course", "title": "Алғашқы көмек", "completed": date(2016, 3, 1)},
    {
        "id": "0418", "fact": "education", "unit": "1", "post": "social-helper", "level": "general_secondary",
        "completed": "2019",
    },
    {"id": "0418", "fact": "experience", "position": "none"},
    {"id": "0418", "fact": "training", "kind": "short_course", "completed": "05.2024"},
)  # fmt: skip


@lru_cache(maxsize=1)
def own_sheets() -> frozenset[str]:
    """The names of the template's sheets that hold no register, in the form in which names are compared."""
    return frozenset(
        normalise(text(language, f"register.template.sheet.{name}"))
        for language in LANGUAGES
        for name in _SHEETS[1:]
    )


def staff_template(standard: Standard, language: Language) -> Template:
    """The template with headings and lists in `language`; its explanations are in all three."""
    fields = _fields()
    words = _Words(standard, language)
    names = [text(language, f"register.template.sheet.{name}") for name in _SHEETS]
    return Template(
        names=(names[0], names[1], names[2], names[3]),
        columns=tuple(_column(field, words) for field in fields),
        fact_column=[field.key for field in fields].index("fact"),
        facts={fact: words.value("fact", fact) for fact in ("education", "experience", "training")},
        titles=_in_three("register.template.title"),
        intro=tuple(_in_three(f"register.template.intro.{number}") for number in range(1, _PARAGRAPHS + 1)),
        languages=(text(language, "register.template.column"), "Қазақша", "Русский", "English"),
        meanings=tuple((field.label(language), *_in_three(_help_key(field))) for field in fields),
        examples=tuple(tuple(_value(one, field.key, words) for field in fields) for one in _EXAMPLES),
    )


def _fields() -> list[Field]:
    """The fields of the template: the id and the kind of fact first, one column for the day of a diploma or course."""
    kept = [
        field
        for field in FIELDS
        if field.key not in _LEFT_OUT and (field.owner, field.key) != ("training", "completed")
    ]
    first = ("id", "fact")
    head = [next(field for field in kept if field.key == key) for key in first]
    return [*head, *(field for field in kept if field.key not in first)]


def _help_key(field: Field) -> str:
    return f"register.help.{field.key}"


def _in_three(key: str) -> tuple[str, str, str]:
    return text("kk", key), text("ru", key), text("en", key)


class _Words:
    """The words of values and terms in one language."""

    def __init__(self, standard: Standard, language: Language) -> None:
        self._standard = standard
        self.language = language

    def value(self, group: str, value: str) -> str:
        """A value of a closed group."""
        return next(
            (one.text(self.language) for one in self._standard.values[group] if one.id == value), value
        )

    def choices(self, field: Field) -> tuple[str, ...]:
        """What a column's list offers."""
        if field.key == "post":
            return tuple(card.name.text(self.language) for card in self._standard.cards)
        if field.key in _SUGGESTED:
            terms = self._standard.vocabulary(_SUGGESTED[field.key]).entries
            return tuple(sorted({one.text(self.language) for one in terms}, key=str.casefold))
        group = _GROUPS.get(field.key)
        if group is None:
            return ()
        entries = (
            self._standard.values[group]
            if group in self._standard.values
            else self._standard.vocabulary(group).entries
        )
        return tuple(one.text(self.language) for one in entries)

    def written(self, key: str, value: str) -> str:
        """A value of the examples as a person would write it; the first of its kind where the standard has no such."""
        if value == "none" and key == "position":
            return self.value("known-none", "none")
        if key == "post":
            cards = {card.slug: card for card in self._standard.cards}
            return cards.get(value, self._standard.cards[0]).name.text(self.language)
        if key == "end":
            return self.value("ongoing", value)
        if key in _SUGGESTED or key == "level":
            terms = self._standard.terms(_SUGGESTED.get(key, "education-levels"))
            return terms.get(value, next(iter(terms.values()))).text(self.language)
        return self.value(_GROUPS[key], value) if key in _GROUPS else value


def _column(field: Field, words: _Words) -> Column:
    choices = words.choices(field)
    kind = "date" if field.key in _DATES else "text"
    return Column(
        heading=field.label(words.language),
        group=field.owner,
        kind=("suggest" if field.key in _SUGGESTED else "list")
        if choices
        else "date"
        if kind == "date"
        else "text",
        help=text(words.language, _help_key(field)),
        width=_WIDTHS.get(field.key, _WIDTH),
        choices=choices,
    )


def _value(example: dict[str, str | date], key: str, words: _Words) -> Value:
    value = example.get(key)
    return words.written(key, value) if isinstance(value, str) else value
