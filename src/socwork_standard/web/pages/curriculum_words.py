"""What the pages of a curriculum show: coverage as bars, the list of outcomes, one outcome with its suggestions."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup, escape

from socwork_standard.curriculum.links import latest
from socwork_standard.curriculum.reuse import Earlier
from socwork_standard.curriculum.session import Row
from socwork_standard.data.standard import Standard
from socwork_standard.model.base import Language
from socwork_standard.model.curriculum import LinkState
from socwork_standard.programme.coverage import Coverage
from socwork_standard.programme.coverage_cells import Counts
from socwork_standard.reports.coverage_words import SHOWN, CoverageWords, Shown, figures
from socwork_standard.reports.mapping import carried
from socwork_standard.reports.review import label_of, origin, person
from socwork_standard.web.held import Review

Choice = Literal["yes", "no", "open"]
CHOICES: tuple[Choice, ...] = ("yes", "no", "open")


# -- coverage -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Bar:
    """The counts of a card, or of all: name, number of competencies, counts by state, what the last answers added."""

    card: int | None
    name: str
    number: int
    counts: dict[Shown, int]
    grown: int = 0

    @property
    def parts(self) -> list[tuple[Shown, float, float]]:
        """Each state with where its part of the bar begins and how long it is, in hundredths."""
        found, at = [], 0.0
        for state, count in self.counts.items():
            length = 100 * count / self.number if self.number else 0.0
            found.append((state, round(at, 2), round(length, 2)))
            at += length
        return found


class CoverageBars:
    """The coverage of all cards and of each one, with what the last answers of the reviewer added."""

    def __init__(
        self, coverage: Coverage, standard: Standard, language: Language, before: Coverage | None = None
    ) -> None:
        words = CoverageWords(coverage, standard, language)
        self.states: dict[Shown, str] = {state: words.state(state) for state in SHOWN}
        self.whole = self._bar(None, "", coverage.counts, before.counts if before else None)
        old = {one.id: one.counts for one in before.by_card} if before else {}
        self.cards = [
            self._bar(
                int(one.id),
                words.group("card", one.id),
                one.counts,
                old.get(one.id),
            )
            for one in coverage.by_card
        ]

    @staticmethod
    def _bar(card: int | None, name: str, counts: Counts, before: Counts | None) -> Bar:
        named = dict(zip(SHOWN, figures(counts), strict=True))
        grown = counts.confirmed - before.confirmed if before else 0
        return Bar(card, name, counts.number, named, grown)


# -- outcomes -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class OutcomeLine:
    """One outcome in the list: its number (from 1), its name and words, and whether something is open."""

    number: int
    name: str
    words: str
    open: bool
    suggestions: int


class OutcomeList:
    """The outcomes by course, and which of them still have something to decide."""

    def __init__(self, review: Review, language: Language) -> None:
        session = review.session
        self.language = language
        self.open = session.open_outcomes()
        self.total = len(session.outcomes)
        waiting = set(self.open)
        titles = {course.code: course.title for course in session.curriculum.courses}
        self.courses: list[tuple[str, str, list[OutcomeLine]]] = []
        for number, one in enumerate(session.outcomes):
            if not self.courses or self.courses[-1][0] != one.course:
                self.courses.append((one.course, titles[one.course], []))
            line = OutcomeLine(
                number + 1, one.outcome or "", one.text, number in waiting, len(one.suggestions)
            )
            self.courses[-1][2].append(line)

    @property
    def first(self) -> int:
        """The number of the outcome to begin with, from 1."""
        return self.open[0] + 1 if self.open else 1


@dataclass(frozen=True, slots=True)
class RowWords:
    """A competency of an outcome, in words."""

    slug: str
    label: Markup
    other: Markup | None
    """the label in the language of the outcome, where the page has another"""
    other_language: Language
    confidence: Literal["strong", "weak", "unsuggested"]
    carried: str
    cards: tuple[int, ...]
    state: LinkState
    said: tuple[tuple[str, str | None], ...]
    """who decided what, each with the reason"""
    mine: Choice
    """what the reviewer said before"""
    choice: Choice
    """what is chosen in the form now"""


class OutcomePage:
    """One outcome with its suggestions, as the reviewer sees it."""

    def __init__(
        self, review: Review, number: int, language: Language, by: str, typed: Mapping[str, str]
    ) -> None:
        self._review = review
        self._language: Language = language
        session = review.session
        one = session.outcomes[number]
        course = next(each for each in session.curriculum.courses if each.code == one.course)
        self.course, self.title = course.code, course.title
        self.description = course.description if one.outcome is None else None
        self.id = one.outcome or ""
        self.language = one.language
        rows = session.rows(number)
        words = {each.word for row in rows if row.suggestion for each in row.suggestion.evidence}
        self.words = marked(one.text, words)
        self.suggested = bool(one.suggestions)
        self.rows = [self._row(number, row, by, typed) for row in rows]
        self.earlier = [self._earlier(each, one.text) for each in session.earlier(number)]
        self.total = len(session.outcomes)
        self.open = session.open_outcomes()
        self.next_open = next((each + 1 for each in [*self.open, *self.open] if each > number), None)
        if self.next_open is None:
            self.next_open = next((each + 1 for each in self.open if each != number), None)

    def _row(self, number: int, row: Row, by: str, typed: Mapping[str, str]) -> RowWords:
        standard, slug = self._review.session.standard, row.link.competency
        evidence = row.suggestion.evidence if row.suggestion else ()
        same = self.language == self._language
        label = label_of(standard, slug, self._language)
        other = None if same else label_of(standard, slug, self.language)
        matched = {one.label_word for one in evidence}
        said = self._review.mine(number, row, by) if by else None
        mine: Choice = "open" if said is None else "yes" if said else "no"
        chosen = typed.get(f"say.{slug}")
        return RowWords(
            slug,
            marked(label, matched if same else ()),
            None if other is None else marked(other, matched),
            self.language,
            row.link.confidence or "unsuggested",
            carried(row.suggestion, self._language) if row.suggestion else "",
            cards_of(standard, slug),
            row.link.state,
            tuple((person(self._language, one), one.why) for one in latest(row.link.decisions)),
            mine,
            next((one for one in CHOICES if one == chosen), mine),
        )

    def _earlier(self, earlier: Earlier, words: str) -> tuple[str, str | None, list[str]]:
        """The place, its words where they differ, and what was decided there."""
        standard = self._review.session.standard
        lines = [
            f"{label_of(standard, one.competency, self._language)} – {person(self._language, one)}"
            for one in earlier.decisions
        ]
        other = earlier.text if earlier.text not in {None, words} else None
        return origin(earlier.origin), other, lines


def cards_of(standard: Standard, slug: str) -> tuple[int, ...]:
    """The cards that print a competency."""
    found = standard.competencies.get(slug)
    return tuple(sorted({int(item.partition(".")[0]) for item in found.items})) if found else ()


def marked(words: str, matched: Iterable[str]) -> Markup:
    """A text in which some words stand out."""
    some = sorted({one for one in matched if one}, key=len, reverse=True)
    if not some:
        return escape(words)
    pattern = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, some))})(?!\w)", re.IGNORECASE)
    parts = pattern.split(words)
    return Markup().join(
        Markup("<mark>{}</mark>").format(part) if at % 2 else escape(part) for at, part in enumerate(parts)
    )
