"""A profession card on a page: what it requires, what its people do, must be able to do and must know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from socwork_standard.i18n import text
from socwork_standard.reports.page import Entry, Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from socwork_standard.data.standard import InForce
    from socwork_standard.model.base import Language

    Plain = Mapping[str, Any]

PARTS = ("requirements", "functions", "personal", "links", "names", "defects")


@dataclass(frozen=True, slots=True)
class CardView:
    """A card as plain JSON with what is needed to read it: competencies, vocabularies, defects, days."""

    card: Plain
    day: date
    force: InForce
    competencies: Mapping[str, Plain]
    terms: Mapping[str, Mapping[str, Plain]]
    defects: list[Plain]


def card_page(view: CardView, parts: Iterable[str], language: Language) -> Page:
    """The parts of a card that were asked for, after a warning where its wording is not in force."""
    return _CardPage(view, language).build(tuple(parts))


def words(of: Plain, language: Language) -> str:
    """The text to show in `language`: the repair before damaged words, Kazakh where no translation stands."""
    kazakh = of.get("kk_repaired") or of.get("kk") or ""
    if language == "kk":
        return str(kazakh)
    official = of.get("ru_official") if language == "ru" else None
    return str(official or of.get(language) or kazakh)


class _CardPage:
    def __init__(self, view: CardView, language: Language) -> None:
        self._view = view
        self._card = view.card
        self._language: Language = language
        self._page = Page()

    def build(self, parts: tuple[str, ...]) -> Page:
        self._warn()
        card = self._card
        self._page.heading(f"{card['point']}. {self._words(card['name'])}", 1)
        self._page.paragraph(self._subtitle())
        if self._language != "kk":
            self._page.paragraph(self._say("report.card.unofficial"), "quiet")
        for part in PARTS:
            if part in parts:
                getattr(self, f"_{part}")()
        return self._page

    def _say(self, key: str, **values: object) -> str:
        return text(self._language, key, **values)

    def _words(self, of: Plain) -> str:
        return words(of, self._language)

    def _warn(self) -> None:
        force, day = self._view.force, self._view.day.isoformat()
        if force.draft:
            self._page.paragraph(self._say("advisory.draft", held=force.held), "loud")
        if force.in_force:
            return
        values = {"point": self._card["point"], "day": day, "held": force.held}
        if force.actual is None:
            self._page.paragraph(self._say("report.card.before", start=force.valid_from, **values), "loud")
        else:
            values |= {"until": force.valid_to, "actual": force.actual}
            self._page.paragraph(self._say("report.card.superseded", **values), "loud")

    def _subtitle(self) -> str:
        card = self._card
        code = card["occupation_code"].get("kk", "")
        levels = "–".join(str(level) for level in card["level"]["levels"])
        return self._say("report.card.subtitle", slug=card["slug"], code=code, levels=levels)

    # -- requirements --------------------------------------------------------------------------------------------

    def _requirements(self) -> None:
        card, page = self._card, self._page
        page.heading(self._say("report.card.education"))
        for row in card["education"]["rows"]:
            self._row(row)
        page.heading(self._say("report.card.experience"))
        for clause in card["experience"]["clauses"]:
            self._clause(clause)
        if card["nonformal"].get("kk"):
            page.heading(self._say("report.card.nonformal"))
            self._clause(card["nonformal"])
        if card["reference_qualification"].get("kk"):
            page.heading(self._say("report.card.reference"))
            page.entry(self._words(card["reference_qualification"]))

    def _row(self, row: Plain) -> None:
        cells = [
            self._cell(row["level"], "education-levels"),
            self._cell(row["speciality"], "specialities"),
            self._cell(row["qualification"], "qualifications"),
        ]
        empty = self._say("report.card.any")
        said = self._say(
            "report.card.row", level=cells[0], speciality=cells[1] or empty, qualification=cells[2] or empty
        )
        kazakh = "; ".join(row[name].get("kk", "") for name in ("level", "speciality", "qualification"))
        self._page.add(Entry(said, quotes=((kazakh, row["id"]),)))

    def _cell(self, cell: Plain, vocabulary: str) -> str:
        shown = cell.get(self._language)
        if self._language == "kk" or shown:
            kazakh = shown or cell.get("kk", "")
            return "" if kazakh == "-" else str(kazakh)
        known = self._view.terms[vocabulary]
        return " / ".join(str(known.get(term, {}).get(self._language, term)) for term in cell.get("is", []))

    def _clause(self, clause: Plain, depth: int = 0) -> None:
        said, kazakh = self._words(clause), clause.get("kk", "")
        if said == kazakh:
            self._page.entry(f"{said} ({clause['id']})", "", "", depth)
        else:
            self._page.add(Entry(said, depth=depth, quotes=((kazakh, clause["id"]),)))

    # -- functions -----------------------------------------------------------------------------------------------

    def _functions(self) -> None:
        self._page.heading(self._say("report.card.functions"))
        for function in self._card["functions"]:
            kind = self._say(f"report.card.{function['kind']}")
            title = self._say("report.card.function", n=function["number"], kind=kind)
            self._page.heading(f"{title}. {self._words(function)} ({function['id']})", 3)
            for skill in function["skills"]:
                self._skill(skill)

    def _skill(self, skill: Plain) -> None:
        abilities, knowledge = skill["abilities"]["items"], skill["knowledge"]["items"]
        counts = self._say("report.card.skill_counts", abilities=len(abilities), knowledge=len(knowledge))
        title = self._say("report.card.skill", n=skill["number"])
        self._page.entry(f"{title}. {self._words(skill)} ({skill['id']}; {counts})")
        for label, items in (("abilities", abilities), ("knowledge", knowledge)):
            if items:
                self._page.entry(self._say(f"report.card.{label}"), "", "", 1)
            for item in items:
                self._page.entry(f"{self._item(item)} ({item['id']})", "", "", 2)

    def _item(self, item: Plain) -> str:
        """An item in the language; its translation stands on its competency."""
        if self._language == "kk" or item.get(self._language):
            return self._words(item)
        slugs = [one for one in (item.get("competency"), *item.get("also", [])) if one]
        found = [self._view.competencies[slug] for slug in slugs if slug in self._view.competencies]
        return "; ".join(self._words(one) for one in found) or self._words(item)

    # -- the rest ------------------------------------------------------------------------------------------------

    def _personal(self) -> None:
        self._page.heading(self._say("report.card.personal"))
        self._clause(self._card["personal_competencies"])

    def _links(self) -> None:
        entries = self._card["links"]["entries"]
        if not entries:
            return
        self._page.heading(self._say("report.card.links"))
        for link in entries:
            said = self._say(
                "report.card.link", level=link["level"].get("kk", ""), name=self._words(link["name"])
            )
            meant = link.get("card") or link.get("probably")
            key = "report.card.link_to" if link.get("card") else "report.card.link_probably"
            lines = (self._say(key, card=meant),) if meant else (self._say("report.card.link_nowhere"),)
            self._page.add(Entry(f"{said} ({link['id']})", lines=lines))

    def _names(self) -> None:
        card = self._card
        self._page.heading(self._say("report.card.purpose"))
        self._clause(card["purpose"])
        if card["other_names"]["entries"]:
            self._page.heading(self._say("report.card.other_names"))
            for entry in card["other_names"]["entries"]:
                self._clause(entry)

    def _defects(self) -> None:
        if not self._view.defects:
            return
        self._page.heading(self._say("report.card.defects"))
        for defect in self._view.defects:
            kind = self._say(f"report.defect.{defect['kind']}")
            self._page.entry(f"{defect['summary'][self._language]} ({defect['id']}; {kind})")
