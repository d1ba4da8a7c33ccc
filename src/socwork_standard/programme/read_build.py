"""Putting a curriculum together from what the readers find, and keeping account of what they do not use."""

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from socwork_standard.documents.place import Place
from socwork_standard.model.base import Language
from socwork_standard.model.curriculum import Course, Curriculum, Outcome, Programme
from socwork_standard.programme.problems import CurriculumProblem
from socwork_standard.programme.read_model import Note, ReadCurriculum
from socwork_standard.programme.read_values import (
    read_credits,
    read_language,
    read_semester,
    split_outcomes,
)
from socwork_standard.text import normalise


@dataclass(slots=True)
class Draft:
    """A course while it is read."""

    code: str
    title: str
    place: Place
    credits: float | None = None
    semester: int | None = None
    descriptions: list[str] = field(default_factory=list)
    described: str = ""
    language: Language | None = None
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    filled: set[str] = field(default_factory=set)
    texts: dict[str, str] = field(default_factory=dict)
    taken: Counter[str] = field(default_factory=Counter)

    def course(self) -> Course:
        """The course."""
        return Course(
            code=self.code,
            title=self.title,
            credits=self.credits,
            semester=self.semester,
            description=" ".join(self.descriptions) or None,
            language=self.language,
            outcomes=tuple(self.outcomes.values()),
        )


_NUMBERS = re.compile(r"\d+(?:[.,]\d+)?")


def _stands_in(mark: str | None, written: str) -> bool:
    """Does the id of an outcome stand in its words as it is (and not as `1)`, which is read as LO1)?"""
    return mark is not None and "".join(written.split()).startswith(mark)


_READ = {"credits": read_credits, "semester": read_semester, "language": read_language}
_WRONG = {"credits": "C205", "semester": "C206", "language": "C207"}


class Builder:
    """The courses, problems and notes found so far."""

    def __init__(self) -> None:
        self.courses: list[Draft] = []
        self.problems: list[CurriculumProblem] = []
        self.notes: list[Note] = []
        self.programme: dict[str, str] = {}
        self.title_guess: tuple[Place, str] | None = None
        self._semester: tuple[str, Place] | None = None
        self._semester_used = False
        self._by_code: dict[str, Draft] = {}
        self._by_title: dict[str, Draft] = {}
        self._numbers: dict[str, int] = {}

    def problem(self, code: str, place: Place, value: str = "", /, **values: Any) -> None:  # noqa: ANN401
        """Note something that a person should look at."""
        self.problems.append(CurriculumProblem(code, place, value, values))

    def note(self, place: Place, text: str) -> None:
        """Note a line or cell that is not used."""
        if text:
            self.notes.append(Note(place, text))

    # -- the programme -----------------------------------------------------------------------------------------------

    def set_programme(self, key: str, value: str, place: Place) -> None:
        """Take a field of the programme; one that says something else than before is a problem."""
        known = self.programme.get(key)
        if known is not None and normalise(known) != normalise(value):
            self.problem("C402", place, value, field=key, first=known)
        else:
            self.programme.setdefault(key, value)

    def guess_title(self, text: str, place: Place) -> None:
        """A line at the top that may be the programme's title; the first one is kept, the others are notes."""
        if self.title_guess is None:
            self.title_guess = (place, text)
        else:
            self.note(place, text)

    def semester_follows(self, text: str, place: Place) -> None:
        """A line such as `3 semester`: the courses below it are taught then, unless they say otherwise."""
        self._drop_semester()
        self._semester = (text, place)
        self._semester_used = False

    def in_semester(self, draft: Draft) -> None:
        """Give a course the semester of the line above it."""
        if self._semester is not None and draft.semester is None:
            draft.semester = read_semester(self._semester[0])
            self._semester_used = True

    def _drop_semester(self) -> None:
        if self._semester is not None and not self._semester_used:
            self.note(self._semester[1], self._semester[0])

    # -- courses -----------------------------------------------------------------------------------------------------

    def course(self, code: str | None, title: str | None, place: Place) -> Draft:
        """The course of a code or title: the one known already, or a new one."""
        if code:
            return self._of_code(code, title, place)
        known = self._by_title.get(normalise(title or ""))
        if known is not None:
            return known
        number = len(self.courses) + 1
        while (made := str(number)) in self._by_code:
            number += 1
        self.problem("C203", place, title or "", code=made)
        return self._add(made, title or made, place)

    def _of_code(self, code: str, title: str | None, place: Place) -> Draft:
        known = self._by_code.get(code)
        if known is None:
            if title is None:
                self.problem("C204", place, code)
            return self._add(code, title or code, place)
        if title is None or normalise(title) == normalise(known.title):
            return known
        again = self._by_title.get(normalise(title))
        if again is not None and again.code.startswith(f"{code}-"):
            return again
        if known.title == known.code:
            known.title = title
            return known
        number = self._numbers.get(code, 2)
        while (made := f"{code}-{number}") in self._by_code:
            number += 1
        self._numbers[code] = number + 1
        self.problem("C202", place, f"{code} {title}", code=code, first=known.title, made=made)
        return self._add(made, title, place)

    def _add(self, code: str, title: str, place: Place) -> Draft:
        draft = Draft(code, title, place)
        self.courses.append(draft)
        self._by_code[code] = draft
        self._by_title.setdefault(normalise(title), draft)
        return draft

    def rename(self, draft: Draft, *, code: str | None = None, title: str | None = None) -> bool:
        """Give a course the code or title that stands further down; False where another course has that code."""
        if code and code != draft.code:
            if code in self._by_code:
                return False
            self._by_code[code] = self._by_code.pop(draft.code)
            self.problems = [one for one in self.problems if (one.code, one.place) != ("C203", draft.place)]
            if draft.title == draft.code:
                draft.title = code
            draft.code = code
        if title:
            draft.title = title
            self._by_title.setdefault(normalise(title), draft)
        return True

    def set_field(self, draft: Draft, key: str, value: str, place: Place) -> None:
        """Take a field of a course; what cannot be read, or contradicts what stands before, is a problem."""
        if key in {"description", "goal"}:
            self._describe(draft, value)
            return
        read = _READ[key](value)
        if read is None:
            self.problem(_WRONG[key], place, value)
            return
        if key == "credits" and len(_NUMBERS.findall(value)) > 1:
            self.note(place, value)  # `5/150`: the hours are no field of a course
        if getattr(draft, key) is None:
            setattr(draft, key, read)
            draft.filled.add(key)
        elif getattr(draft, key) != read:
            self.problem("C208", place, value, field=key, code=draft.code, first=_told(getattr(draft, key)))

    def _describe(self, draft: Draft, value: str) -> None:
        """Add to the description; the same words again (as merged cells give them) are not added."""
        text = " ".join(value.split())
        if not draft.descriptions or normalise(text) not in draft.described:
            draft.descriptions.append(text)
            plain = normalise(f"|{text}|")[1:-1]  # between bars, a full stop at its end is kept
            draft.described = f"{draft.described} {plain}"
        draft.filled.add("description")

    # -- outcomes ----------------------------------------------------------------------------------------------------

    def outcomes(
        self, draft: Draft, written: str, place: Place, ident: str | None = None, language: str | None = None
    ) -> None:
        """Take the outcomes of a cell."""
        spoken = read_language(language) if language else None
        if language and spoken is None:
            self.problem("C207", place, language)
        found = split_outcomes(written)
        if ident and (len(found) > 1 or any(own != ident and _stands_in(own, written) for own, _ in found)):
            found = [(None, " ".join(written.split()))]
        taken = False
        for index, (own, text) in enumerate(found):
            if text.endswith(":") and len(found) > 1 and index < len(found) - 1:
                self.note(place, " ".join(filter(None, (own, text))))
            else:
                taken = self.outcome(draft, ident or own, text, place, spoken) is not None or taken
        if spoken and not taken:
            self.note(place, language or "")

    def outcome(
        self, draft: Draft, ident: str | None, text: str, place: Place, language: Language | None = None
    ) -> str | None:
        """Take one outcome, and say under which id; an id that is taken already gets a number behind it."""
        if not text:
            self.problem("C304", place, ident or "")
            return None
        if (same := draft.texts.get(text)) is not None:
            self.problem("C303", place, f"{ident or ''} {text}".strip(), course=draft.code, first=same)
            return None
        ident = self._free_id(draft, ident, text, place)
        draft.texts[text] = ident
        draft.outcomes[ident] = Outcome(id=ident, text=text, language=language)
        return ident

    def _free_id(self, draft: Draft, ident: str | None, text: str, place: Place) -> str:
        """The id of a new outcome: its own, else a number; one that is taken already gets a number behind it."""
        if ident is None:
            number = len(draft.outcomes) + 1
            while f"LO{number}" in draft.outcomes:
                number += 1
            return f"LO{number}"
        if ident not in draft.outcomes:
            return ident
        draft.taken[ident] += 1
        while (made := f"{ident}-{draft.taken[ident] + 1}") in draft.outcomes:
            draft.taken[ident] += 1
        self.problem("C302", place, f"{ident} {text}", course=draft.code, id=ident, made=made)
        return made

    def extend_outcome(self, draft: Draft, ident: str, more: str) -> None:
        """Add the next line of an outcome that runs over several."""
        before = draft.outcomes[ident]
        draft.outcomes[ident] = before.model_copy(update={"text": f"{before.text} {more}"})

    # -- the end -----------------------------------------------------------------------------------------------------

    def build(self, stem: str) -> ReadCurriculum:
        """The curriculum; its title is that of the file where none stands in it."""
        self._drop_semester()
        title = self.programme.get("title")
        if title is None and self.title_guess is not None:
            title = self.title_guess[1]
        elif self.title_guess is not None and normalise(self.title_guess[1]) != normalise(title or ""):
            self.note(*self.title_guess)
        if title is None:
            title = stem
            self.problem("C401", Place(), stem)
        programme = Programme(
            title=title,
            level=self._level(),
            speciality=self.programme.get("speciality"),
            speciality_code=self.programme.get("speciality_code"),
            qualification=self.programme.get("qualification"),
            language=self._language(),
        )
        courses = tuple(draft.course() for draft in self.courses)
        return ReadCurriculum(
            Curriculum(programme=programme, courses=courses), tuple(self.problems), tuple(self.notes)
        )

    def _level(self) -> str | None:
        written = self.programme.get("level")
        if written is None:
            return None
        from socwork_standard.data.load import load_standard
        from socwork_standard.vocabulary.names import Names

        found = Names(load_standard()).levels.by_name(written)
        if len(found.ids) == 1:
            return found.ids[0]
        self.problem("C403", Place(), written)
        return None

    def _language(self) -> Language | None:
        written = self.programme.get("programme_language")
        if written is None:
            return None
        found = read_language(written)
        if found is None:
            self.problem("C207", Place(), written)
        return found


def _told(value: object) -> str:
    """A value as a message says it: credits without `.0`."""
    return f"{value:.15g}" if isinstance(value, float) else str(value)
