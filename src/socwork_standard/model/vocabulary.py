"""Vocabularies: the words that records and curricula use, in three languages, with codes and wider terms."""

from typing import Literal

from pydantic import Field

from socwork_standard.model.base import Id, Language, Model, Slug, Translated


class Aliases(Model):
    """Other names of a term: older names and spellings that documents really print."""

    kk: tuple[str, ...] = ()
    ru: tuple[str, ...] = ()
    en: tuple[str, ...] = ()

    def all(self) -> tuple[str, ...]:
        """The names in all languages."""
        return self.kk + self.ru + self.en


class Code(Model):
    """A classifier code of a term; a code that nobody could verify only suggests."""

    code: str
    act: Slug = Field(description="the act that defines the code (acts of the same file)")
    verified: bool
    source: str | None = Field(None, description="the public text that confirms it")
    note: str | None = None


class Term(Model):
    """One term of a vocabulary."""

    id: Slug
    kind: Slug | None = None
    kk: str
    ru: str
    en: str
    aliases: Aliases = Aliases()
    broader: tuple[Slug, ...] = ()
    codes: tuple[Code, ...] = ()
    code: str | None = Field(None, description="the term's own code, where it is one of an official list")
    note: str | None = None
    rank: int | None = Field(None, description="education levels: height on the ladder")
    proves: tuple[Slug, ...] = Field((), description="education levels: the general levels that it contains")
    speciality: Slug | None = Field(None, description="qualifications: the speciality that awards it")
    card: int | None = Field(None, description="posts: the card whose post it is")
    of_cards: tuple[int, ...] = Field((), description="posts: cards that list it as another possible name")
    qualification_level: Literal["mid", "high", "none"] | None = Field(
        None,
        description="posts: level of the specialist post; `none` where it has none; absent where not known",
    )
    isco08: str | None = Field(
        None, description="occupations: ISCO-08 unit group, only where it truly is one"
    )
    group: str | None = Field(None, description="occupations: code of the group")
    own_of: tuple[int, ...] = Field((), description="occupations: cards whose own code it is")
    other_of: tuple[int, ...] = Field(
        (), description="occupations: cards that list it as another possible name"
    )
    cards: tuple[int, ...] = Field((), description="the cards concerned")
    source: Id | None = Field(None, description="where the term was found")

    def text(self, language: Language) -> str:
        """The term's name in `language`."""
        return str(getattr(self, language))

    def names(self) -> tuple[str, ...]:
        """Every name of the term."""
        return (self.kk, self.ru, self.en, *self.aliases.all())


class Ambiguous(Model):
    """Words that may mean several terms: never decided, always asked back."""

    words: tuple[str, ...]
    may_be: tuple[Slug, ...]


class Vocabulary(Model):
    """A list of terms."""

    vocabulary: Slug
    about: Translated
    acts: dict[Slug, Translated] = Field(default_factory=dict)
    ambiguous: tuple[Ambiguous, ...] = ()
    entries: tuple[Term, ...]


class ValueGroup(Model):
    """Words for the values of one field of a staff record."""

    id: Slug
    kk: str
    ru: str
    en: str
    entries: tuple[Term, ...]


class Values(Model):
    """Words for values of records, by field."""

    vocabulary: Slug
    about: Translated
    groups: tuple[ValueGroup, ...]
