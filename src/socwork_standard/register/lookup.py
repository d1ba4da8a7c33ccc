"""Words of a register, each looked up once: a column repeats the same few words many thousand times."""

from functools import lru_cache

from socwork_standard.register.heading_words import FACTS
from socwork_standard.sheets.cells import Cell, cell_text
from socwork_standard.sheets.lookalikes import mend
from socwork_standard.vocabulary.names import Names

MOST_KEPT = 1 << 16
_DASHES = frozenset("-–—")


class Lookup:
    """What short words mean: none, ongoing, a kind of fact."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self._none = lru_cache(maxsize=MOST_KEPT)(self._is_none)
        self._ongoing = lru_cache(maxsize=MOST_KEPT)(self._is_ongoing)
        self._fact = lru_cache(maxsize=MOST_KEPT)(self._find_fact)

    def none(self, cell: Cell) -> bool:
        """Does a cell hold a word, or a dash, for none?"""
        return isinstance(cell, str) and self._none(cell)

    def ongoing(self, text: str) -> bool:
        """Does a text say that an employment lasts?"""
        return self._ongoing(text)

    def fact(self, text: str) -> str | None:
        """The kind of fact that a word names."""
        return self._fact(text)

    def _is_none(self, written: str) -> bool:
        text = cell_text(written)
        return text is not None and (
            _DASHES.issuperset(text) or self.names.is_value("known-none", "none", text)
        )

    def _is_ongoing(self, text: str) -> bool:
        return any(self.names.is_value("ongoing", "ongoing", one) for one in (text, mend(text)))

    def _find_fact(self, text: str) -> str | None:
        words = (text, mend(text))
        return next((fact for fact in FACTS for one in words if self.names.is_value("fact", fact, one)), None)
