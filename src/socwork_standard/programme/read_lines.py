"""Reading a syllabus: lines and tables in their order, with labels, headings and lists of outcomes."""

from dataclasses import dataclass
from typing import Literal

from socwork_standard.documents.model import Block, Cell, Document, Line, Table
from socwork_standard.documents.place import Place
from socwork_standard.programme.read_build import Builder, Draft
from socwork_standard.programme.read_headings import field_of, is_section, label_of
from socwork_standard.programme.read_tables import TableReader, is_labels, label_pairs
from socwork_standard.programme.read_values import (
    course_line,
    credits_behind,
    is_semester,
    labelled_course,
    marked,
    split_outcomes,
)

_PROGRAMME = {"title", "level", "speciality", "speciality_code", "qualification", "programme_language"}
_LONGEST_TITLE = 160
_ENDS = (".", ";", ":", ",", "!", "?")

Section = Literal["none", "outcomes", "description"]


@dataclass(slots=True)
class _Pending:
    """A line that may be the title of the course whose fields follow."""

    text: str
    place: Place
    heading: bool


class LineReader:
    """Reads a document into a builder, one block after the other."""

    def __init__(self, builder: Builder, document: Document) -> None:
        self._builder = builder
        self._document = document
        self._tables = TableReader(builder)
        self._course: Draft | None = None
        self._section: Section = "none"
        self._last: str | None = None
        self._marks = False
        self._label: tuple[str, Place] | None = None
        self._pending: _Pending | None = None
        self._titled: Literal["title", "course_title"] | None = None
        self._guessed: Draft | None = None

    def read(self) -> None:
        """Read everything."""
        blocks = self._document.blocks
        for index, block in enumerate(blocks):
            if isinstance(block, Table):
                self._table(block)
            else:
                self._line(block, blocks[index + 1] if index + 1 < len(blocks) else None)
        self._drop_pending()
        if self._label is not None:
            self._builder.note(self._label[1], self._label[0])

    # -- lines -------------------------------------------------------------------------------------------------------

    def _line(self, line: Line, after: Block | None) -> None:
        if line.place.part is not None:
            self._builder.note(line.place, line.text)
            return
        if self._value_of_label(line) or self._rest_of_value(line):
            return
        found = label_of(line.text)
        own_mark = marked(line.text) if self._section == "outcomes" else None
        if found is not None and not (own_mark and own_mark[2]):
            self._labelled(*found, line)
        elif is_section(line.text):
            self._end_section()
            self._drop_pending()
            self._builder.note(line.place, line.text)
        elif (course := course_line(line.text)) and not line.item and len(line.text) <= _LONGEST_TITLE:
            self._open(*course, line.place)
        elif is_semester(line.text):
            self._builder.semester_follows(line.text, line.place)
        else:
            self._plain(line, after)

    def _value_of_label(self, line: Line) -> bool:
        """Is this the value of a label that stood alone on the line before?"""
        if self._label is None:
            return False
        key, place = self._label
        self._label = None
        if label_of(line.text) is not None or is_section(line.text):
            self._builder.note(place, key)
            return False
        self._set(key, line.text, line.place)
        return True

    def _rest_of_value(self, line: Line) -> bool:
        """Is this the second line of a title that runs over two?  Paragraphs of a DOCX or HTML page are whole."""
        key, self._titled = self._titled, None
        runs_on = line.text[:1].islower() and label_of(line.text) is None and not is_section(line.text)
        if key is None or self._document.kind in {"docx", "html"} or not runs_on:
            return False
        if key == "title":
            self._builder.programme["title"] += f" {line.text}"
        elif self._course is not None:
            self._builder.rename(self._course, title=f"{self._course.title} {line.text}")
        return True

    def _labelled(self, key: str, value: str, line: Line) -> None:
        if key == "outcome_text":
            self._need_course(key, line.place)
            self._section, self._last, self._marks = "outcomes", None, False
            if value:
                self._plain(Line(value, line.place), None)
        elif key in {"description", "goal"}:
            self._need_course(key, line.place)
            self._section = "description"
            if value:
                self._set(key, value, line.place)
        elif key == "outcome_id":
            self._builder.note(line.place, line.text)
        elif value:
            self._set(key, value, line.place)
        else:
            self._end_section()
            self._label = (key, line.place)

    def _set(self, key: str, value: str, place: Place) -> None:
        """Take the value of a label."""
        if key not in {"description", "goal"}:
            self._end_section()
        if key in _PROGRAMME:
            self._drop_pending()
            self._builder.set_programme(key, value, place)
            self._titled = "title" if self._builder.programme.get("title") == value else None
        elif key == "course_title":
            self._title(value, place)
            self._titled = "course_title"
        elif key == "course_code":
            self._code(value, place)
        elif key == "language" and self._course is None and self._pending is None:
            self._builder.set_programme("programme_language", value, place)
        else:
            self._builder.set_field(self._need_course(key, place), key, value, place)

    def _title(self, value: str, place: Place) -> None:
        code, title = labelled_course(value)
        if self._course is not None and self._course is self._guessed and not self._course.outcomes:
            self._builder.note(self._course.place, self._course.title)
            self._builder.rename(self._course, code=code, title=credits_behind(title)[0])
            self._guessed = None
            return
        if self._course is not None and self._course.title == self._course.code and not self._course.outcomes:
            self._builder.rename(self._course, code=code, title=credits_behind(title)[0])
            return
        self._open(code, title, place)

    def _code(self, value: str, place: Place) -> None:
        code = " ".join(value.split())
        draft = self._course
        if self._pending is not None and (self._pending.heading or draft is None):
            guess = not self._pending.heading
            title, where = self._take_pending()
            self._open(code, title, where)
            self._guessed = self._course if guess else None
        elif draft is not None and draft.code.isdigit() and not draft.outcomes:
            if not self._builder.rename(draft, code=code):
                self._builder.problem("C202", place, code, code=code, first=draft.title, made=draft.code)
        elif draft is None or draft.code != code:
            self._open(code, None, place, quiet=True)

    # -- courses -----------------------------------------------------------------------------------------------------

    def _open(self, code: str | None, title: str | None, place: Place, *, quiet: bool = False) -> None:
        """Begin a course."""
        self._end_section()
        self._drop_pending()
        credit = None
        if title is not None:
            title, credit = credits_behind(title)
        problems = len(self._builder.problems)
        draft = self._builder.course(code, title, place)
        if quiet and title is None:
            del self._builder.problems[problems:]  # its title may stand on the next line
        if credit is not None and draft.credits is None:
            draft.credits = credit
        self._builder.in_semester(draft)
        self._course = self._tables.current = draft

    def _need_course(self, key: str, place: Place) -> Draft:
        """The course that a field belongs to: a new one where a title stands above it or the field is there already."""
        draft, pending = self._course, self._pending
        had = draft is not None and (
            bool(draft.outcomes) if key == "outcome_text" else key in draft.filled and key != "description"
        )
        if pending is not None and (draft is None or pending.heading or had or draft.outcomes):
            self._open(None, *self._take_pending())
        elif draft is None:
            title = (
                self._builder.programme.get("title") or self._document.name.rsplit("/", 1)[-1].split(".")[0]
            )
            self._open(None, title, place)
        draft = self._course
        if draft is None:  # the line above has opened one
            raise AssertionError
        return draft

    def _take_pending(self) -> tuple[str, Place]:
        found, self._pending = self._pending, None
        return (found.text, found.place) if found else ("", Place())

    def _drop_pending(self) -> None:
        """The line that might have been a title was none: at the top it may be the programme's, else it is a note."""
        if self._pending is None:
            return
        text, place = self._take_pending()
        if self._course is None:
            self._builder.guess_title(text, place)
        else:
            self._builder.note(place, text)

    def _end_section(self) -> None:
        self._section, self._last = "none", None

    # -- plain lines -------------------------------------------------------------------------------------------------

    def _plain(self, line: Line, after: Block | None) -> None:
        found = marked(line.text)
        if line.heading is not None and not (found and found[2]):
            self._end_section()
            self._hold(line)
        elif self._section == "outcomes" and self._course is not None and not self._is_title(line, after):
            self._outcome(line)
        elif self._section == "description" and self._course is not None and not self._is_title(line, after):
            self._builder.set_field(self._course, "description", line.text, line.place)
        elif found and found[2] and found[1]:
            if self._course is None:
                self._builder.problem("C301", line.place, line.text)
            else:
                self._section, self._marks = "outcomes", True
                self._outcome(line)
        else:
            self._hold(line)

    def _is_title(self, line: Line, after: Block | None) -> bool:
        """May this be the title of the next course: a short line with a field of a course below it?"""
        if len(line.text) > _LONGEST_TITLE or line.text.endswith(_ENDS) or line.item or marked(line.text):
            return False
        found = label_of(after.text) if isinstance(after, Line) else None
        return found is not None and found[0] not in _PROGRAMME | {"outcome_id"}

    def _hold(self, line: Line) -> None:
        """Keep a line as a possible title, or note it."""
        self._drop_pending()
        words = not marked(line.text) or line.heading is not None
        if words and len(line.text) <= _LONGEST_TITLE and not line.item and not line.text.endswith(_ENDS):
            self._pending = _Pending(line.text, line.place, line.heading is not None)
        else:
            self._builder.note(line.place, line.text)

    def _outcome(self, line: Line) -> None:
        """A line of the list of outcomes: a new one, the rest of the one above it, an introduction, or the end."""
        draft = self._course
        found = marked(line.text)
        if draft is None:
            return
        if found is not None:
            self._marks = True
            pieces = split_outcomes(line.text)
            for ident, text in pieces or [(found[0], found[1])]:
                self._last = self._builder.outcome(draft, ident, text, line.place) or self._last
        elif line.item:
            self._last = self._builder.outcome(draft, None, line.text.rstrip(" ;"), line.place) or self._last
        elif line.text.endswith(":"):
            self._builder.note(line.place, line.text)
        elif self._last is not None and self._runs_on(line, draft.outcomes[self._last].text):
            self._builder.extend_outcome(draft, self._last, line.text.rstrip(" ;"))
        elif self._marks and self._last is not None:
            self._end_section()
            self._hold(line)
        else:
            self._last = self._builder.outcome(draft, None, line.text.rstrip(" ;"), line.place) or self._last

    def _runs_on(self, line: Line, before: str) -> bool:
        """Is this the rest of the line above it?  Paragraphs of a DOCX or HTML page are whole."""
        if self._document.kind in {"docx", "html"}:
            return False
        return line.text[:1].islower() or (self._marks and not before.endswith((".", "!")))

    # -- tables ------------------------------------------------------------------------------------------------------

    def _table(self, table: Table) -> None:
        rows = list(table.rows)
        if self._pending is not None and self._pending.heading and self._course is None:
            self._drop_pending()
        if self._tables.read(rows, self._cell):
            self._end_section()
        elif is_labels(rows):
            for row in rows:
                for label, value in label_pairs(row):
                    self._pair(label, value)
            self._end_section()
        else:
            in_outcomes = self._section == "outcomes"
            for row in rows:
                for cell in row:
                    if cell.text and not cell.repeated:
                        self._loose(cell, outcomes=in_outcomes)

    def _pair(self, label: Cell, value: Cell | None) -> None:
        if value is None:
            self._cell(label)
            return
        key = field_of(" ".join(label.text.split()).rstrip(" :")) or ""
        if key == "outcome_text":
            self._builder.outcomes(self._need_course(key, value.place), value.text, value.place)
        elif key == "outcome_id":
            self._builder.note(value.place, value.text)
        else:
            self._set(key, " ".join(value.text.split()), value.place)

    def _cell(self, cell: Cell) -> None:
        """A cell outside the columns: its lines are read like any other."""
        for text in cell.text.split("\n"):
            self._line(Line(text, cell.place), None)

    def _loose(self, cell: Cell, *, outcomes: bool) -> None:
        """A cell of a table that is not understood: in a list of outcomes its marked lines are outcomes."""
        if outcomes or any(label_of(text) for text in cell.text.split("\n")):
            self._cell(cell)
        else:
            self._builder.note(cell.place, cell.text)
