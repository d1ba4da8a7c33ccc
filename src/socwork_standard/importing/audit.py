"""The last look: is every word of the text in the draft, or listed for review?"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from socwork_standard.importing.functions import Doubt
from socwork_standard.importing.rows import Row
from socwork_standard.text import words

_KEYS = ("kk", "label", "level_label", "name_label", "printed", "code", "point")
SHOWN = ("unplaced", "label_again", "recognition_again")
"""Doubts whose words stand in the list and not in the draft."""

_LETTER = re.compile(r"[^\W\d_]")


def said_words(text: str) -> Iterator[str]:
    """The words of a text that are compared: those with a letter, and numbers of two figures and more."""
    return (word for word in words(text) if len(word) > 1 or _LETTER.search(word))


def drafted_words(content: Any) -> Counter[str]:  # noqa: ANN401 - a file's content is made of dictionaries and lists
    """How often each word stands in what a draft holds of the text."""
    found: Counter[str] = Counter()
    if isinstance(content, dict):
        for key, value in content.items():
            if isinstance(value, str):
                if key in _KEYS:
                    found.update(said_words(value))
            else:
                again = int(content.get("printed_times", "1")) if key == "items" else 1
                for word, times in drafted_words(value).items():
                    found[word] += times * again
    elif isinstance(content, list):
        for value in content:
            found.update(drafted_words(value))
    return found


def lost_words(
    rows: Sequence[Row], contents: Iterable[Any], listed: Iterable[Doubt], hidden: Iterable[str]
) -> list[Doubt]:
    """Rows with words that are neither in the draft, nor listed, nor hidden on purpose, each with those words alone."""
    held: Counter[str] = Counter()
    for content in contents:
        held.update(drafted_words(content))
    for doubt in listed:
        if doubt.key in SHOWN:
            held.update(said_words(doubt.text))
    for text in hidden:
        held.update(said_words(text))
    lacking = Counter(word for row in rows for word in said_words(row.text)) - held
    found = []
    for row in reversed(rows):
        gone = [word for word in said_words(row.text) if lacking[word] > 0]
        for word in gone:
            lacking[word] -= 1
        if gone:
            found.append(Doubt("lost", row, " ".join(gone)))
    return list(reversed(found))
