"""A mapping as JSON: what the outcomes of a curriculum may form, and how far each card is covered (section 6)."""

from typing import Annotated, Literal, NotRequired

from pydantic import Field
from typing_extensions import TypedDict  # pydantic reads typing's own only from Python 3.12 on

from socwork_standard.model.base import Language


class MatchDict(TypedDict):
    """A word of the outcome with the word of the competency that it matches."""

    word: str
    """the word as the outcome has it"""
    label_word: str
    """the word as the competency's label has it"""
    by: Literal["stem", "term", "spelling"]
    """how: the same stem, two words of one term of the field, or a like spelling"""


class SuggestionDict(TypedDict):
    """A competency that an outcome may form.  Only a person can confirm it."""

    competency: str
    """the competency's slug"""
    items: list[str]
    """the items of the cards that print it"""
    evidence: list[str]
    """the words of the outcome that carried the suggestion, each once"""
    matches: list[MatchDict]
    """the same words with what they match"""
    confidence: Literal["strong", "weak"]
    """`strong`: several telling words match; `weak`: look twice"""
    decision: Literal["confirmed", "rejected", "suggested", "stale", "disputed"]
    """what people decided; `suggested`: nothing yet, `stale`: on another text or edition, `disputed`: not the same"""


class AdditionDict(TypedDict):
    """A competency that people decided on although it is not among the suggestions asked for."""

    competency: str
    """the competency's slug"""
    items: list[str]
    """the items of the cards that print it"""
    decision: Literal["confirmed", "rejected", "suggested", "stale", "disputed"]
    """what people decided, as with suggestions"""


class MappedOutcomeDict(TypedDict):
    """An outcome with its suggestions."""

    course: str
    """the course's code"""
    outcome: str | None
    """the outcome's number; null for a course that is mapped by its title and description"""
    language: Language
    """the language in which the text was read, given or detected"""
    state: Literal["suggested", "no_match"]
    """`no_match`: it shares nothing telling with the standard"""
    suggestions: list[SuggestionDict]
    """the suggestions, best first"""
    added: list[AdditionDict]
    """what people decided on beside the suggestions, in the order of the decisions"""


class CoverageDict(TypedDict):
    """How many of a card's competencies stand where.  The four sum to their number."""

    confirmed: int
    """confirmed by a person; only these are covered"""
    suggested: int
    """with an open suggestion only"""
    rejected_only: int
    """with rejected suggestions only"""
    gap: int
    """with nothing"""


class EncoderDict(TypedDict):
    """The sentence encoder that had a say in the ranking."""

    sha256: str
    """hash of the encoder's folder"""
    weight: float
    """what it counted beside the words: 0 nothing, 1 all"""


class MappingDict(TypedDict):
    """A mapped curriculum."""

    format: Annotated[int, Field(json_schema_extra={"const": 1})]
    """version of this format; it changes only where a key is renamed or removed"""
    standard: str
    """code of the standard"""
    data_sha256: str
    """hash of the data that was mapped to"""
    edition: str
    """the newest edition whose text is held"""
    as_of: str
    """the day for which it is said whether the wording is in force"""
    superseded: list[int]
    """cards asked for whose wording held here is not in force on that day"""
    outcomes: list[MappedOutcomeDict]
    """every outcome, in the order of the curriculum"""
    coverage: dict[str, CoverageDict]
    """the card's point: how far its competencies are covered"""
    encoder: NotRequired[EncoderDict]
    """the sentence encoder that was named; absent where the words alone spoke"""
