"""Names out of words: slugs by transliteration, and vocabulary terms for the words of an education row."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from socwork_standard.model.vocabulary import Term
from socwork_standard.text import normalise, words
from socwork_standard.vocabulary.index import TermIndex

_LATIN = {
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z",
    "и": "i", "й": "i", "к": "k", "қ": "q", "л": "l", "м": "m", "н": "n", "ң": "ng", "о": "o", "ө": "o", "п": "p",
    "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u", "ү": "u", "ф": "f", "х": "kh", "һ": "h", "ц": "ts", "ч": "ch",
    "ш": "sh", "щ": "sh", "ы": "y", "і": "i", "э": "e", "ю": "iu", "я": "ia", "ъ": "", "ь": "",
}  # fmt: skip
MOST_LETTERS = 48
_BRACKETS = re.compile(r"\(([^()]*)\)")
_PARTS = re.compile(r"\s*[;,]\s*|\s+(?:немесе|или|және|и)\s+|\s*/\s*", re.IGNORECASE)
ANY = ("", "-", "–", "—")


class Slugs:
    """Slugs that have been given, so that none is given twice."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)
        self._numbers: dict[str, int] = {}

    def new(self, text: str) -> str:
        """A slug of the words, in Latin letters."""
        found = ""
        for word in re.split(r"[\s-]+", " ".join(words(text))):
            part = re.sub(r"[^a-z0-9]+", "", "".join(_LATIN.get(letter, letter) for letter in word))
            if part and len(found) + len(part) < MOST_LETTERS:
                found += f"-{part}" if found else part
        base = slug = found or "text"
        number = self._numbers.get(base, 1)
        while slug in self._taken:
            number += 1
            slug = f"{base}-{number}"
        self._numbers[base] = number
        self._taken.add(slug)
        return slug


@dataclass(slots=True)
class Words:
    """What the words of education cells mean, by vocabularies; specialities not known yet become terms of the draft.

    `short`: the abbreviations of point 3 with what they stand for.
    """

    levels: TermIndex
    specialities: TermIndex
    qualifications: TermIndex
    short: Mapping[str, str]
    added: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict)

    def level(self, text: str) -> list[str]:
        """The education levels that the words name; brackets that name levels say it more exactly."""
        inner = [one for found in _BRACKETS.findall(text) for one in self._levels_in(found)]
        return list(
            dict.fromkeys(inner or self._levels_in(_BRACKETS.sub(" ", text)) or self._levels_in(text))
        )

    def _levels_in(self, text: str) -> list[str]:
        if one := self._one_level(text):
            return one
        return [found for part in _PARTS.split(text) for found in self._one_level(part)]

    def _one_level(self, text: str) -> list[str]:
        for form in (text, self.short.get(normalise(text), "")):
            if normalise(form):
                found = self.levels.by_name(form)
                if found.ids:
                    return list(found.ids)
        return []

    def terms(self, vocabulary: str, text: str) -> tuple[list[str], bool]:
        """The terms that the words name, and whether all were known; a dash means any and gives none."""
        if text.strip(" .;") in ANY:
            return [], True
        index = self.specialities if vocabulary == "specialities" else self.qualifications
        if found := index.by_name(text).id:
            return [found], True
        known, ids = True, []
        for part in (one.strip(" .") for one in text.split(";")):
            if part:
                one = index.by_name(part).id
                known = known and one is not None
                ids.append(one or self._add(vocabulary, part, index))
        return ids, known

    def _add(self, vocabulary: str, text: str, index: TermIndex) -> str:
        added = self.added.setdefault(vocabulary, {})
        key = normalise(text)
        if key not in added:
            slug = Slugs([*index.terms, *(one["id"] for one in added.values())]).new(text)
            added[key] = {
                "id": slug,
                "kk": text,
                "ru": text,
                "en": text,
                "note": "from the order; to be reviewed",
            }
        return str(added[key]["id"])


def plain_term(term: Term) -> dict[str, Any]:
    """A vocabulary term as a file holds it, without what it says of the cards of another standard."""
    return term.model_dump(
        mode="json",
        by_alias=True,
        exclude_defaults=True,
        exclude={"card", "cards", "of_cards", "own_of", "other_of"},
    )
