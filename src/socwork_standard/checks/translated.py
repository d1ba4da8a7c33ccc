"""Every text that should stand in Kazakh, Russian and English, wherever it is kept.

Left out on purpose: the printed labels of the order's tables (the interface has its own words for them), the items
(their competency speaks for them), codes and cells without words.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from socwork_standard.data.standard import Standard
from socwork_standard.i18n import catalogue
from socwork_standard.model.base import LANGUAGES, Language, Translated
from socwork_standard.model.card import Card, NamedEducation
from socwork_standard.model.order import Order
from socwork_standard.model.vocabulary import Term
from socwork_standard.model.words import Clause, Words

Group = Literal[
    "cards",
    "functions",
    "skills",
    "clauses",
    "competencies",
    "vocabularies",
    "readings",
    "defects",
    "editions",
    "interface",
    "errors",
    "help",
]
GROUPS: tuple[Group, ...] = get_args(Group)


@dataclass(frozen=True, slots=True)
class Text:
    """One text in its languages; None where a language lacks it.  `id` says where it stands."""

    group: Group
    id: str
    kk: str | None
    ru: str | None
    en: str | None

    def text(self, language: Language) -> str | None:
        """The text in `language`."""
        found: str | None = getattr(self, language)
        return found

    @property
    def missing(self) -> tuple[Language, ...]:
        """The languages that lack it."""
        return tuple(language for language in LANGUAGES if not (self.text(language) or "").strip())


def texts(standard: Standard) -> Iterator[Text]:
    """Every text that should be translated, in a fixed order."""
    terms = {
        name: {term.id: term for term in standard.vocabulary(name).entries}
        for name in ("education-levels", "specialities", "qualifications")
        if name in standard.vocabulary_names
    }
    for card in standard.cards:
        yield from _card(card)
        for row in card.education.rows:
            yield from _cell(f"{row.id}.level", row.level, terms.get("education-levels", {}))
            yield from _cell(f"{row.id}.speciality", row.speciality, terms.get("specialities", {}))
            yield from _cell(f"{row.id}.qualification", row.qualification, terms.get("qualifications", {}))
    yield from _order(standard.order)
    for one in standard.competencies.values():
        yield Text("competencies", one.id, one.kk, one.ru, one.en)
    yield from _vocabularies(standard)
    yield from _readings(standard)
    for defect in standard.defects:
        yield _translated("defects", f"{defect.id}.summary", defect.summary)
        yield _translated("defects", f"{defect.id}.done", defect.done)
    for name, crosswalk in standard.crosswalks.items():
        yield _translated("vocabularies", f"crosswalk.{name}.about", crosswalk.about)
        for match in crosswalk.rows:
            yield _translated("vocabularies", f"crosswalk.{name}.{match.card}.{match.object}", match.reason)
    yield _translated("editions", "name", standard.editions_file.name)
    yield _translated("editions", "translations_note", standard.editions_file.translations_note)
    for edition in standard.editions:
        yield _translated("editions", f"{edition.id}.title", edition.title)
    yield from interface_texts()


def interface_texts() -> Iterator[Text]:
    """The texts of reports and messages; each plural form is one."""
    catalogues = {language: _flat(language) for language in LANGUAGES}
    keys = dict.fromkeys(key for language in LANGUAGES for key in catalogues[language])
    for key in keys:
        if not key.endswith(".few"):  # Russian alone has this form
            yield Text("interface", key, *(catalogues[language].get(key) for language in LANGUAGES))


def _flat(language: Language) -> dict[str, str]:
    flat: dict[str, str] = {}
    for key, entry in catalogue(language).items():
        if isinstance(entry, dict):
            flat |= {f"{key}.{form}": text for form, text in entry.items()}
        else:
            flat[key] = entry
    return flat


def _has_words(text: str) -> bool:
    return any(letter.isalpha() for letter in text)


def _translated(group: Group, name: str, text: Translated) -> Text:
    return Text(group, name, text.kk, text.ru, text.en)


def _words(group: Group, name: str, words: Words | None) -> Iterator[Text]:
    """Words of the order with their translations; nothing where the cell holds no words."""
    if words is not None and _has_words(words.kk):
        yield Text(group, name, words.text("kk"), words.ru_official or words.ru, words.en)


def _clauses(group: Group, clauses: Iterable[Clause]) -> Iterator[Text]:
    for clause in clauses:
        yield from _words(group, clause.id, clause)


def _card(card: Card) -> Iterator[Text]:
    point = card.point
    yield from _words("cards", f"{point}.heading", card.heading)
    yield from _words("cards", f"{point}.reference_qualification", card.reference_qualification)
    yield from _clauses("cards", (card.name, card.purpose, card.personal_competencies, card.nonformal))
    yield from _clauses("cards", card.other_names.entries)
    for link in card.links.entries:
        yield from _words("cards", link.id, link.name)
    yield from _clauses("clauses", card.experience.clauses)
    yield from _clauses(
        "functions", (*card.function_list.mandatory.entries, *card.function_list.optional.entries)
    )
    yield from _clauses("functions", card.functions)
    yield from _clauses("skills", card.skills())


def _cell(name: str, cell: NamedEducation, terms: dict[str, Term]) -> Iterator[Text]:
    """A cell of the table of education: its own translation, or the labels of the terms that it means."""
    if not _has_words(cell.kk):
        return
    meant = [terms[one] for one in cell.is_ if one in terms]
    labels = {language: "; ".join(term.text(language) for term in meant) for language in LANGUAGES}
    if cell.ru is None and cell.en is None:
        yield Text("clauses", name, labels["kk"] or cell.text("kk"), labels["ru"], labels["en"])
    else:
        yield from _words("clauses", name, cell)


def _order(order: Order) -> Iterator[Text]:
    single = (order.title, order.act, order.preamble, order.signature, order.annex, order.annex_title)
    points = (order.scope, order.terms_intro, order.abbreviations_intro, order.name, order.code)
    rest = (order.activities_intro, order.summary, order.cards_intro, order.cards_heading)
    yield from _clauses("clauses", (*single, *points, *rest))
    for clauses in (order.notes, order.clauses, order.chapters, order.cards, order.technical):
        yield from _clauses("clauses", clauses)
    for term in (*order.terms, *order.abbreviations):
        yield from _words("clauses", f"{term.id}.term", term.term)
        yield from _words("clauses", f"{term.id}.meaning", term.meaning)
    for block in order.activities:
        for line in block.lines:
            yield from _words("clauses", line.id, line)


def _vocabularies(standard: Standard) -> Iterator[Text]:
    for name in standard.vocabulary_names:
        vocabulary = standard.vocabulary(name)
        yield _translated("vocabularies", f"{name}.about", vocabulary.about)
        for act, text in vocabulary.acts.items():
            yield _translated("vocabularies", f"{name}.acts.{act}", text)
        for term in vocabulary.entries:
            yield Text("vocabularies", f"{name}.{term.id}", term.kk, term.ru, term.en)
    for field, values in standard.values.items():
        for term in values:
            yield Text("vocabularies", f"values.{field}.{term.id}", term.kk, term.ru, term.en)


def _readings(standard: Standard) -> Iterator[Text]:
    for preset in standard.readings_file.presets:
        yield _translated("readings", f"preset.{preset.id}", preset.label)
    for reading in standard.readings.values():
        yield _translated("readings", f"{reading.id}.question", reading.question)
        yield _translated("readings", f"{reading.id}.why", reading.why)
        for answer in reading.answers:
            yield _translated("readings", f"{reading.id}.{answer.id}", answer.label)
