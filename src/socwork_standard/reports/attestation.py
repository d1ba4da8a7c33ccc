"""The list of who is due for attestation, on a page and as a sheet."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from socwork_standard.i18n import text
from socwork_standard.model.base import CATEGORIES, Language
from socwork_standard.register.attestation import TERMS, Due, Term
from socwork_standard.reports.page import Page, Table
from socwork_standard.reports.page import Tone as PageTone
from socwork_standard.sheets.report import Column, Line, Sheet, Tone

_TONES: dict[Term, Tone] = {
    "overdue": "bad",
    "within_3": "bad",
    "within_6": "open",
    "within_12": "open",
    "later": "good",
    "unknown": "ruling",
    "no_categories": "",
}
_PAGE_TONES: dict[Tone, PageTone] = {
    "bad": "bad",
    "open": "open",
    "good": "good",
    "ruling": "loud",
    "": "quiet",
}
_COLUMNS = {
    "term": 26,
    "due": 14,
    "record": 14,
    "unit": 28,
    "post": 46,
    "category": 20,
    "attested": 18,
    "note": 50,
}


class AttestationList:
    """Words the list; `every` counts all people, `listed` are those to be shown."""

    def __init__(
        self,
        listed: Sequence[Due],
        every: Sequence[Due],
        as_of: date,
        titles: Mapping[int, str],
        language: Language,
    ) -> None:
        self._listed = listed
        self._every = every
        self._as_of = as_of
        self._titles = titles
        self._language: Language = language

    def _say(self, key: str, **values: object) -> str:
        return text(self._language, f"attestation.{key}", **values)

    @property
    def title(self) -> str:
        """The title of the list."""
        return self._say("title", day=self._as_of.isoformat())

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings of the columns."""
        return tuple(self._say(f"column.{name}") for name in _COLUMNS)

    def rows(self) -> list[tuple[str | date | None, ...]]:
        """The cells of everybody shown."""
        return [self._row(one) for one in self._listed]

    def _row(self, one: Due) -> tuple[str | date | None, ...]:
        posts = "; ".join(f"{card} {self._titles[card]}" for card in one.cards)
        known = one.category in CATEGORIES
        category = text(self._language, f"category.{one.category}") if known else one.category
        note = None
        if one.due is not None and not one.exact:
            note = self._say("inexact")
        elif one.due is None and one.attested:
            note = self._say("unusable")
        return (
            self._say(f"term.{one.term}"),
            one.due,
            one.record,
            one.unit,
            posts,
            category,
            one.attested,
            note,
        )

    def page(self) -> Page:
        """The list as a page."""
        page = Page()
        page.heading(self.title, 1)
        page.paragraph(self._say("law"))
        counts = Counter(one.term for one in self._every)
        for term in TERMS:
            page.entry(f"{self._say(f'term.{term}')}: {counts[term]}")
        if self._listed:
            page.add(self._table())
        return page

    def _table(self) -> Table:
        """The people without the columns in which nothing stands."""
        rows = [["" if cell is None else str(cell) for cell in row] for row in self.rows()]
        filled = [at for at in range(len(_COLUMNS)) if any(row[at] for row in rows)]
        return Table(
            tuple(self.headings[at] for at in filled),
            tuple(tuple(row[at] for at in filled) for row in rows),
            tuple(_PAGE_TONES[_TONES[one.term]] for one in self._listed),
        )

    def sheet(self) -> Sheet:
        """The list as a sheet of a workbook."""
        columns = tuple(
            Column(heading, width, wrap=width > 20)  # noqa: PLR2004 - wide ones hold texts
            for heading, width in zip(self.headings, _COLUMNS.values(), strict=True)
        )
        lines = (Line(row, _TONES[one.term]) for row, one in zip(self.rows(), self._listed, strict=True))
        return Sheet(
            self._say("sheet"), columns, lines, len(self._listed), quiet=(self._say("law"),), toned=0
        )
