"""What a competency's labels hold, and what a word of an outcome shares with them."""

from collections.abc import Iterable
from dataclasses import dataclass

from socwork_standard.curriculum.terms import Hit
from socwork_standard.curriculum.tokens import Token
from socwork_standard.model.curriculum import Evidence

Parsed = tuple[list[Token], list[Hit]]
"""A label's words, and the terms found among them."""


class Label:
    """What a competency's labels hold: their words by stem, by term and by how they begin.

    Words of the label in the language asked for come first; what only the other languages hold stands in for them.
    """

    __slots__ = ("by_prefix", "by_stem", "by_term")

    def __init__(self, labels: Iterable[Parsed]) -> None:
        self.by_stem: dict[str, str] = {}
        self.by_term: dict[str, str] = {}
        self.by_prefix: dict[str, str] = {}
        for tokens, hits in labels:
            for token in tokens:
                for stem in token.stems:
                    self.by_stem.setdefault(stem, token.surface)
                for prefix in token.prefixes:
                    self.by_prefix.setdefault(prefix, token.surface)
            for hit in hits:
                named = " ".join(token.surface for token in tokens[hit.start : hit.end])
                self.by_term.setdefault(hit.term, named)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of an outcome as it is compared with labels.

    `stems` stand rarest first, each with whether it is specific; `weight` is how much the word says; `known` tells
    whether it stands anywhere in the standard.
    """

    surface: str
    stems: tuple[tuple[str, bool], ...]
    prefixes: tuple[str, ...]
    weight: float
    known: bool
    anywhere: bool
    """At home in any subject: what it shares never makes a suggestion strong by itself."""

    def match(self, label: Label, terms: Iterable[tuple[str, bool]]) -> tuple[Evidence | None, str]:
        """What the word shares with a label; and, where that is specific, the stem or term it is.

        `terms` are the terms that the word is part of, each with whether it is specific.
        """
        common: Evidence | None = None
        for stem, specific in self.stems:
            word = label.by_stem.get(stem)
            if word is not None:
                if specific:
                    return Evidence(self.surface, word, "stem"), stem
                common = common or Evidence(self.surface, word, "stem")
        for term, specific in terms:
            word = label.by_term.get(term)
            if word is not None and (specific or common is None):
                return Evidence(self.surface, word, "term"), f"term {term}" if specific else ""
        if common is not None:
            return common, ""
        for prefix in self.prefixes:
            word = label.by_prefix.get(prefix)
            if word is not None:
                return Evidence(self.surface, word, "spelling"), ""
        return None, ""
