"""Comparing the headings of columns as people write them, and finding the known one that is nearly the same."""

import difflib
import re
from collections.abc import Mapping
from typing import NamedTuple

from socwork_standard.model.base import Language
from socwork_standard.sheets.lookalikes import mend
from socwork_standard.text import fold

LONGEST = 120
"""So many signs a heading may have."""

_NEAR = 0.8
_SIGNS = re.compile(r"[_.:;,/\\()\[\]*\"'|–—?!]+")
_SPACES = re.compile(r"\s+")


class Field(NamedTuple):
    """One field of a table: the part of the whole that it belongs to, its key there, and the words that head it.

    The first word of each language is the one that a template prints.
    """

    owner: str
    key: str
    kk: tuple[str, ...]
    ru: tuple[str, ...]
    en: tuple[str, ...]

    def label(self, language: Language) -> str:
        """The heading that the template prints."""
        words: tuple[str, ...] = getattr(self, language)
        return words[0]


def heading_form(written: str) -> str:
    """A heading as it is compared: one script, no case, no signs, Kazakh letters as on a Russian keyboard."""
    spread = _SIGNS.sub(" ", fold(mend(written[:LONGEST])).replace("-", " - "))
    return _SPACES.sub(" ", spread.replace(" - ", "-")).strip(" -")


def nearest(written: str, known: Mapping[str, str]) -> str | None:
    """The known heading that is nearly this one, as the catalogue writes it; `known`: form → as written."""
    form = heading_form(written)
    close = difflib.get_close_matches(form, known, n=1, cutoff=_NEAR)
    return known.get(close[0]) if close and form else None
