"""The order around the cards: points 1 to 8, chapter 4, and the editorial notes."""

from pydantic import Field

from socwork_standard.model.base import Id, Model
from socwork_standard.model.words import Clause, LabelledClause, Words


class Term(Model):
    """A term (point 2) or an abbreviation (point 3) with what it stands for."""

    id: Id
    printed: str | None = None
    term: Words
    meaning: Words


class Activity(Words):
    """One line of an OKED block: section, division, group, class or subclass."""

    id: Id
    code: str = Field(description="the code as printed, without its closing full stop")


class ActivityBlock(Model):
    """One of the OKED blocks of point 6, from section to subclass."""

    lines: tuple[Activity, ...]


class CardEntry(Clause):
    """An entry of the list of cards (point 8) with the card and the levels it states."""

    card: int
    levels: tuple[int, ...]


class Note(Clause):
    """An editorial note of the publisher inside the text."""

    about: tuple[Id, ...] = Field((), description="the points that it speaks of")


class Omission(Model):
    """Words of the order that are left out on purpose; what they say is not repeated here."""

    id: Id
    after: str = Field(description="the words of the order directly before the omitted ones")
    what: str = Field(description="what is left out and why, in English")


class Order(Model):
    """The order and its annex, without the cards."""

    title: Clause
    act: Clause
    notes: tuple[Note, ...]
    preamble: Clause
    clauses: tuple[Clause, ...] = Field(description="points and sub-points of the order itself")
    signature: Clause
    annex: Clause
    annex_title: Clause
    chapters: tuple[Clause, ...]
    scope: LabelledClause = Field(description="point 1")
    terms_intro: Clause = Field(description="point 2")
    terms: tuple[Term, ...]
    abbreviations_intro: Clause = Field(description="point 3")
    abbreviations: tuple[Term, ...]
    name: LabelledClause = Field(description="point 4")
    code: LabelledClause = Field(description="point 5")
    activities_intro: Clause = Field(description="point 6")
    activities: tuple[ActivityBlock, ...]
    summary: LabelledClause = Field(description="point 7")
    cards_intro: Clause = Field(description="point 8")
    cards: tuple[CardEntry, ...]
    cards_heading: Clause
    technical: tuple[LabelledClause, ...] = Field(description="chapter 4: points 19 to 25")
    omissions: tuple[Omission, ...] = ()
