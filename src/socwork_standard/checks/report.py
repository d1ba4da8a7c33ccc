"""What `verify-source` found: per part of the order, the words that differ and where."""

from dataclasses import dataclass
from typing import Any

from socwork_standard.model.base import Language


@dataclass(frozen=True, slots=True)
class WordAt:
    """A word or number of the text with the line on which it stands."""

    word: str
    line: int


@dataclass(frozen=True, slots=True)
class Place:
    """A wording of the data by its id, some of its words, and the lines of the text on which they stand."""

    id: str
    words: tuple[str, ...]
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A wording that the text has otherwise.

    `data_words` are those that the text lacks here, `text_words` those that it has instead; both are empty where
    only the order of the words differs.
    """

    id: str
    wording: str
    data_words: tuple[str, ...]
    text_words: tuple[str, ...]
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words that the data leaves out on purpose; what they say is not repeated."""

    id: str
    what: str
    line: int
    words: int


@dataclass(frozen=True, slots=True)
class PartReport:
    """One card (`9` to `18`) or the order around the cards (`order`).

    Words of the text are counted with its numbers, those of list entries left out; what is missing or invented is
    listed apart: content words, with at least one letter, and numbers.
    """

    part: str
    heading_found: bool
    words_in_text: int
    missing: tuple[WordAt, ...]
    missing_numbers: tuple[WordAt, ...]
    invented: tuple[Place, ...]
    invented_numbers: tuple[Place, ...]
    unbroken: int
    broken: tuple[Place, ...]
    differing: tuple[Difference, ...]

    @property
    def words_found(self) -> int:
        """Words and numbers of the text that the data has."""
        return self.words_in_text - len(self.missing) - len(self.missing_numbers)

    @property
    def words_invented(self) -> int:
        """Content words of the data that the text lacks."""
        return sum(len(place.words) for place in self.invented)

    @property
    def percent(self) -> float:
        """Share of the text's words and numbers that the data has; 100 only where it has them all."""
        if not self.words_in_text:
            return 0.0
        return self.words_found * 10_000 // self.words_in_text / 100

    @property
    def clean(self) -> bool:
        """Whether text and data agree word for word."""
        differs = (
            self.missing or self.missing_numbers or self.invented or self.invented_numbers or self.differing
        )
        return self.heading_found and not differs

    def as_dict(self) -> dict[str, Any]:
        """The report of the part, ready for JSON."""
        return {
            "part": self.part,
            "clean": self.clean,
            "heading_found": self.heading_found,
            "words_in_text": self.words_in_text,
            "words_found": self.words_found,
            "percent": self.percent,
            "words_invented": self.words_invented,
            "missing": [_word(one) for one in self.missing],
            "missing_numbers": [_word(one) for one in self.missing_numbers],
            "invented": [_place(one) for one in self.invented],
            "invented_numbers": [_place(one) for one in self.invented_numbers],
            "wordings": {
                "unbroken": self.unbroken,
                "broken": [{"id": one.id, "lines": list(one.lines)} for one in self.broken],
                "differing": [
                    {
                        "id": one.id,
                        "wording": one.wording,
                        "data_words": list(one.data_words),
                        "text_words": list(one.text_words),
                        "lines": list(one.lines),
                    }
                    for one in self.differing
                ],
            },
        }


def _word(one: WordAt) -> dict[str, Any]:
    return {"word": one.word, "line": one.line}


def _place(one: Place) -> dict[str, Any]:
    return {"id": one.id, "words": list(one.words)}


@dataclass(frozen=True, slots=True)
class SourceReport:
    """The whole comparison: every part, and what is left out on purpose."""

    language: Language
    parts: tuple[PartReport, ...]
    omitted: tuple[LeftOut, ...]

    @property
    def clean(self) -> bool:
        """Whether every part agrees word for word."""
        return all(part.clean for part in self.parts)

    @property
    def words_in_text(self) -> int:
        """Words and numbers of all parts."""
        return sum(part.words_in_text for part in self.parts)

    @property
    def words_found(self) -> int:
        """Words and numbers of all parts that the data has."""
        return sum(part.words_found for part in self.parts)

    def as_dict(self) -> dict[str, Any]:
        """The report, ready for JSON."""
        return {
            "format": 1,
            "language": self.language,
            "clean": self.clean,
            "words_in_text": self.words_in_text,
            "words_found": self.words_found,
            "parts": [part.as_dict() for part in self.parts],
            "omitted": [
                {"id": one.id, "what": one.what, "line": one.line, "words": one.words} for one in self.omitted
            ],
        }
