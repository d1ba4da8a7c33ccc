"""The words of a text as somebody saved it from a page: no tags, no punctuation, each word with its line."""

import html
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from socwork_standard.text import nfc

_HIDDEN = re.compile(r"<(script|style)\b.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"</?[A-Za-z!][^<>]*>")
_TOKEN = re.compile(r"\d+(?:[.-]\d+)+(?![\w-])|\w+(?:-\w+)*")
_LETTER = re.compile(r"[^\W\d_]")
_MARKER = re.compile(r"\d{1,2}")
_AFTER_MARKER = re.compile(r"\s*[.)](?!\d)")
_MARKS: dict[int, str | None] = {
    **dict.fromkeys(map(ord, "‐‑‒–—―−"), "-"),
    **dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\ufeff")),
    0x00A0: " ",
}


class Token(NamedTuple):
    """One word or number of a text.

    `marker` says that it looks like the number of a list entry: `3.` or `3)`.
    """

    word: str
    line: int
    marker: bool = False

    @property
    def is_number(self) -> bool:
        """Whether it has no letter."""
        return not has_letter(self.word)


def has_letter(word: str) -> bool:
    """Whether `word` is a content word, with at least one letter."""
    return _LETTER.search(word) is not None


def plain_lines(text: str) -> list[str]:
    """The lines of `text` without tags and scripts; line numbers stay what they are in the file."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for pattern in (_HIDDEN, _TAG):
        text = pattern.sub(lambda found: " " + "\n" * found[0].count("\n"), text)
    return html.unescape(text).split("\n")


def tokenise(lines: Iterable[str]) -> Iterator[Token]:
    """Every word and number, in lower case, NFC, with hyphens alike; lines count from 1."""
    for number, raw in enumerate(lines, start=1):
        line = nfc(raw).casefold().translate(_MARKS)
        for found in _TOKEN.finditer(line):
            marker = bool(_MARKER.fullmatch(found[0]) and _AFTER_MARKER.match(line, found.end()))
            yield Token(found[0], number, marker)


def words_of(text: str) -> tuple[str, ...]:
    """The words and numbers of one wording."""
    return tuple(token.word for token in tokenise(text.split("\n")))
