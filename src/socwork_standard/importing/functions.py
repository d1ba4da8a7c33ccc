"""Labour functions, skills and their lists, put together again from rows that pages have torn apart.

Three streams are read side by side: headings of functions, headings of skills, lists.  A page break may move a heading
behind its lists, but each stream keeps its own order; so the streams are joined by order, and by place only where their
numbers disagree.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from socwork_standard.importing.labels import AT_START, INSIDE, Mark
from socwork_standard.importing.numbered import Part, split_numbered
from socwork_standard.importing.rows import Row
from socwork_standard.text import words

_NUMBERED_HEADING = re.compile(r"^(\d{1,2})[.)]\s+(?=\S)")
Kind = Literal["abilities", "knowledge"]


@dataclass(slots=True)
class Heading:
    """The heading of a function or a skill, as far as it has been read; `row` is where its label stands."""

    number: int
    label: str
    row: Row
    parts: list[str] = field(default_factory=list)
    printed: str | None = None

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(self.parts)

    def add(self, text: str) -> None:
        """Go on with it."""
        if not self.parts and (found := _NUMBERED_HEADING.match(text)):
            self.printed, text = found[1], text[found.end() :]
        self.parts.append(text)


@dataclass(slots=True)
class Entry:
    """An entry of a list with the number printed before it."""

    printed: int | None
    parts: list[str]
    row: Row

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(self.parts)


@dataclass(slots=True)
class Section:
    """A list of abilities or of knowledge; `skills`: so many headings of skills stood before its label."""

    kind: Kind
    label: str
    row: Row
    skills: int
    entries: list[Entry] = field(default_factory=list)
    times: int = 1
    last: int = 0
    """The number printed last; 0 where none has been."""

    def add(self, part: Part, row: Row) -> None:
        """Begin an entry, or go on with the last one."""
        if part.starts or not self.entries or (not self.last and part.text[:1].isupper()):
            self.entries.append(Entry(part.printed, [part.text], row))
            self.last = part.printed or self.last
        else:
            self.entries[-1].parts.append(part.text)


@dataclass(slots=True)
class Recognition:
    """The label on recognition of a skill, with its words, and how many headings of skills stood before it."""

    label: str
    row: Row
    skills: int
    parts: list[str] = field(default_factory=list)

    def add(self, text: str) -> None:
        """Go on with it."""
        self.parts.append(text)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that was placed by a guess, or not at all: `key` names it, `row` is where it stands."""

    key: str
    row: Row
    text: str


Target = Heading | Recognition | Section | None


class Streams:
    """The three streams of one card, read row by row."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.functions: list[Heading] = []
        self.skills: list[Heading] = []
        self.sections: list[Section] = []
        self.recognitions: list[Recognition] = []
        self.doubts: list[Doubt] = []
        self._last: Target = None
        for at, row in enumerate(rows):
            for column, paragraphs in enumerate(row.cells):
                target: Target = None
                for paragraph in paragraphs:
                    target = self._paragraph(paragraph, rows, at, column, target)
        for section in self.sections:
            _count_reprints(section)

    def _paragraph(self, text: str, rows: Sequence[Row], at: int, column: int, target: Target) -> Target:
        for mark, printed, number, words_after in _segments(text):
            if mark is None:
                target = self._loose(words_after, rows, at, column, target)
            else:
                target = self._open(mark, printed, number, rows[at], words_after)
                if words_after:
                    self._add(target, words_after, rows[at])
            self._last = target or self._last
        return target

    def _open(self, mark: Mark, printed: str, number: int, row: Row, after: str) -> Target:
        if mark == "recognition":
            self.recognitions.append(Recognition(printed, row, len(self.skills)))
            return self.recognitions[-1]
        if mark in ("function", "skill"):
            stream = self.functions if mark == "function" else self.skills
            stream.append(Heading(number, printed, row))
            return stream[-1]
        kind: Kind = "abilities" if mark == "abilities" else "knowledge"
        if self._goes_on(kind, after):
            self.doubts.append(Doubt("label_again", row, printed))
        else:
            self.sections.append(Section(kind, printed, row, len(self.skills)))
        return self.sections[-1]

    def _goes_on(self, kind: Kind, after: str) -> bool:
        """Is this label the same list's, printed again on the next page?"""
        if not self.sections or self.sections[-1].kind != kind:
            return False
        section = self.sections[-1]
        first = next(split_numbered(after, 0), None)
        number = first.printed if first else None
        return number is not None and number > 1 and number == section.last + 1

    # -- words without a label ------------------------------------------------------------------------------------

    def _loose(self, text: str, rows: Sequence[Row], at: int, column: int, target: Target) -> Target:
        row = rows[at]
        section = self.sections[-1] if self.sections else None
        parts = list(split_numbered(text, section.last if section else 0))
        first = parts[0]
        if first.starts and section is not None and not (isinstance(target, Heading) and not target.parts):
            self._add(section, text, row)
            return section
        found = target or self._by_place(text, rows, at, column)
        if found is None:
            self.doubts.append(Doubt("unplaced", row, text))
            return None
        if isinstance(found, Section) or len(parts) == 1:
            self._add(found, text, row)
            return found
        self._add(found, first.text, row)  # words of a heading, and the list goes on behind them
        rest = text[text.index(first.text) + len(first.text) :].strip()
        return self._loose(rest, rows, at, column, found)

    def _by_place(self, text: str, rows: Sequence[Row], at: int, column: int) -> Target:
        row, last = rows[at], self._last
        if row.tabbed and isinstance(last, Recognition) and last.row is row and text[:1].isupper():
            return last
        if row.tabbed and column == 0:
            return self.functions[-1] if self.functions else None
        if row.tabbed and column == 1 and self.skills:
            return self.skills[-1]
        if row.tabbed:
            return self.sections[-1] if self.sections else None
        return self._in_lines(text, rows, at)

    def _in_lines(self, text: str, rows: Sequence[Row], at: int) -> Target:
        """Where a line of its own goes: cells printed one after the other come in the order of the columns."""
        last, row = self._last, rows[at]
        if isinstance(last, Heading) and (not last.parts or not row.after_break):
            return last
        goes_on = text[:1].islower()
        following = next((one for one in rows[at + 1 : at + 2] if one.texts[0]), None)
        mark = AT_START.match(following.texts[0]) if following else None
        before_skill = mark is not None and mark.lastgroup == "skill"
        if row.after_break and goes_on and before_skill and self.functions and isinstance(last, Section):
            self.doubts.append(Doubt("guessed", row, text))
            return self.functions[-1]
        if row.after_break and not isinstance(last, Section) and self.sections:
            self.doubts.append(Doubt("guessed", row, text))
        return self.sections[-1] if self.sections else None

    def _add(self, target: Target, text: str, row: Row) -> None:
        if isinstance(target, Heading | Recognition):
            target.add(text)
        elif target is not None:
            for part in split_numbered(text, target.last):
                target.add(part, row)


def _segments(text: str) -> Iterator[tuple[Mark | None, str, int, str]]:
    """A paragraph cut at its labels: label, how it is printed, its number, the words after it."""
    found = AT_START.match(text)
    marks = [found] if found else []
    marks += list(INSIDE.finditer(text, found.end() if found else 0))
    first = marks[0].start() if marks else len(text)
    if head := text[:first].strip():
        yield None, "", 0, head
    for at, mark in enumerate(marks):
        end = marks[at + 1].start() if at + 1 < len(marks) else len(text)
        name: Mark = mark.lastgroup  # type: ignore[assignment] # the groups are named after the marks
        number = int(mark[name]) if name in ("function", "skill") else 0
        yield name, mark.group().strip(), number, text[mark.end() : end].strip()


def _count_reprints(section: Section) -> None:
    """A list that is printed again, word for word, is one list printed twice."""
    starts = [at for at, one in enumerate(section.entries) if at and one.printed == 1]
    for start in reversed(starts):
        again = section.entries[start:]
        first = section.entries[: len(again)]
        if start == len(again) and [words(one.text) for one in first] == [words(one.text) for one in again]:
            del section.entries[start:]
            section.times += 1
