"""The text of a vacancy made from a card: duties, requirements, what must be able to be done and known."""

from collections.abc import Iterator
from datetime import date

from socwork_standard.data.standard import Standard
from socwork_standard.i18n import text
from socwork_standard.model.base import Language
from socwork_standard.model.card import Card, EducationRow, Item, NamedEducation
from socwork_standard.reports.decision import short_title
from socwork_standard.reports.page import Entry, Heading, Page, Paragraph


def vacancy_page(
    standard: Standard,
    card: Card,
    category: str,
    language: Language,
    *,
    day: date,
    full: bool = False,
) -> Page:
    """The text of a vacancy for a card's post in a category; `full` lists each ability and knowledge too."""
    return _Vacancy(standard, card, category, language, day).build(full=full)


def as_plain(page: Page) -> str:
    """The text without any marks, to copy into a letter or an advertisement."""
    lines: list[str] = []
    for block in page:
        if isinstance(block, Heading | Paragraph):
            lines += ["", block.text] if lines else [block.text]
        elif isinstance(block, Entry):
            lines.append(f"{'  ' * block.depth}– {block.text}")
    return "\n".join(lines) + "\n"


class _Vacancy:
    def __init__(self, standard: Standard, card: Card, category: str, language: Language, day: date) -> None:
        self._standard = standard
        self._card = card
        self._category = category
        self._language: Language = language
        self._day = day
        self._page = Page()

    def _say(self, key: str, **values: object) -> str:
        return text(self._language, key, **values)

    def build(self, *, full: bool) -> Page:
        card, page = self._card, self._page
        self._warn()
        title = short_title(card.name.text(self._language))
        if len(card.categories) > 1:
            title = f"{title}, {self._say(f'category.{self._category}')}"
        page.heading(self._say("vacancy.title", title=title), 1)
        page.paragraph(_sentence(card.purpose.text(self._language)))
        self._duties()
        self._requirements()
        self._skills(full=full)
        personal = card.personal_competencies.text(self._language)
        if personal:
            page.heading(self._say("report.card.personal"))
            for one in _split(personal):
                page.entry(one)
        page.paragraph(self._origin(), "quiet")
        return page

    def _warn(self) -> None:
        """First of all: rules that nobody reviewed, and a wording that is not in force on the day."""
        force = self._standard.in_force(self._card.point, self._day)
        if force.draft:
            self._page.paragraph(self._say("advisory.draft", held=force.held), "loud")
        if not force.in_force:
            self._page.paragraph(self._say("vacancy.not_in_force", day=self._day.isoformat()), "loud")

    def _duties(self) -> None:
        listed = self._card.function_list
        for key, found in (("duties", listed.mandatory), ("optional", listed.optional)):
            if found.entries:
                self._page.heading(self._say(f"vacancy.{key}"))
            for entry in found.entries:
                self._page.entry(_sentence(entry.text(self._language)))

    # -- requirements --------------------------------------------------------------------------------------------

    def _requirements(self) -> None:
        card, page = self._card, self._page
        page.heading(self._say("vacancy.education"))
        for one in dict.fromkeys(self._row(row) for row in card.education.rows):
            page.entry(one)
        page.heading(self._say("report.card.experience"))
        for said in self._experience():
            page.entry(_sentence(said))
        if card.nonformal.kk.strip(" -"):
            page.heading(self._say("report.card.nonformal"))
            page.entry(_sentence(card.nonformal.text(self._language)))

    def _row(self, row: EducationRow) -> str:
        cells = [
            self._cell(row.level, "education-levels"),
            self._cell(row.speciality, "specialities"),
            self._cell(row.qualification, "qualifications"),
        ]
        return "; ".join(cell.strip(" ;.") for cell in cells if cell)

    def _cell(self, cell: NamedEducation, vocabulary: str) -> str:
        own = cell.text("kk") if self._language == "kk" else getattr(cell, self._language)
        if own is not None:
            return "" if own == "-" else str(own)
        terms = self._standard.terms(vocabulary)
        return " / ".join(terms[one].text(self._language) for one in cell.is_ if one in terms)

    def _experience(self) -> Iterator[str]:
        """The clause of the category asked for; all clauses where the card words none for it."""
        clauses = self._card.experience.clauses
        own = [one for one in clauses if one.id.endswith(f".{self._category}")]
        for clause in own or clauses:
            if clause.kk.strip(" -"):
                yield clause.text(self._language)

    # -- skills --------------------------------------------------------------------------------------------------

    def _skills(self, *, full: bool) -> None:
        page, skills = self._page, list(self._card.skills())
        page.heading(self._say("vacancy.skills"))
        for skill in skills:
            page.entry(_sentence(skill.text(self._language)))
        if not full:
            return
        for key, lists in (
            ("abilities", [skill.abilities for skill in skills]),
            ("knowledge", [skill.knowledge for skill in skills]),
        ):
            page.heading(self._say(f"report.card.{key}"))
            for one in dict.fromkeys(self._item(item) for items in lists for item in items):
                page.entry(_sentence(one))

    def _item(self, item: Item) -> str:
        own = item.text("kk") if self._language == "kk" else getattr(item, self._language)
        if own:
            return str(own)
        known = self._standard.competencies
        slugs = [one for one in (item.competency, *item.also) if one in known]
        return "; ".join(getattr(known[one], self._language) for one in slugs) or item.text("kk")

    def _origin(self) -> str:
        """What the text rests on."""
        force = self._standard.in_force(self._card.point, self._day)
        name = self._standard.editions_file.name.text(self._language)
        edition = self._standard.edition(force.held).title.text(self._language)
        said = self._say(
            "vacancy.origin",
            name=name,
            code=self._standard.code,
            point=self._card.point,
            act=edition,
            level="–".join(str(level) for level in self._card.level.levels),
        )
        if self._language != "kk":
            said += " " + self._say("report.card.unofficial")
        return said


def _split(words: str) -> list[str]:
    """A list printed in one sentence, entry by entry."""
    return [_sentence(part.strip()) for part in words.replace(";", "\n").splitlines() if part.strip()]


def _sentence(words: str) -> str:
    """A clause of the order as an entry of its own: a capital, and no semicolon after it."""
    said = " ".join(words.split()).strip(" ;.,-–")
    return said[:1].upper() + said[1:]
