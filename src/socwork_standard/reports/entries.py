"""The entries of a record in words: `education[1]` is for programs, people read of the first document of education."""

import re

from socwork_standard.i18n import text
from socwork_standard.model.base import Language

ENTRY = re.compile(r"\b(education|experience|training)\[(\d+)\]")


def in_words(language: Language, said: str) -> str:
    """A sentence about a record with its entries in words."""
    return ENTRY.sub(lambda found: text(language, f"paper.entry.{found[1]}", n=int(found[2])), said)
