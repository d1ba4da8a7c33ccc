"""Lists as a text prints them: `1. … 2. … 3. …`, run together or line by line, with skips and repeats."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_AT_START = re.compile(r"^(\d{1,2})\s*[.)]\s*(?=[^\W\d]|[\"«“„'(])")
_INSIDE = re.compile(r"(?<=\s)(\d{1,2})[.)]\s*(?=[^\W\d]|[\"«“„'(])")
_BULLET = re.compile(r"^[-–—•·●▪*]\s*(?=\S)")
_MOST_SKIPPED = 3


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a list: an entry with the number printed before it, or words that go on from before."""

    printed: int | None
    text: str
    starts: bool
    """Does an entry begin here?"""


def split_numbered(paragraph: str, last: int) -> Iterator[Part]:
    """The parts of a paragraph; `last` is the number printed before it (0 where none was).

    A number at the start of a paragraph begins an entry.  Within it, a number does where it is the next one, or
    begins a sentence and is one of the few after that, or 1.
    """
    cuts: list[tuple[int, int, int]] = []
    if found := _AT_START.match(paragraph):
        last = int(found[1])
        cuts.append((0, found.end(), last))
    for found in _INSIDE.finditer(paragraph, cuts[0][1] if cuts else 0):
        number = int(found[1])
        if _begins(paragraph, found, number, last):
            cuts.append((found.start(), found.end(), number))
            last = number
    first = cuts[0][0] if cuts else len(paragraph)
    if head := paragraph[:first].strip():
        bullet = _BULLET.match(head)
        yield Part(None, head[bullet.end() :] if bullet else head, bool(bullet))
    for at, (_, start, number) in enumerate(cuts):
        end = cuts[at + 1][0] if at + 1 < len(cuts) else len(paragraph)
        yield Part(number, paragraph[start:end].strip(), starts=True)


def _begins(paragraph: str, found: re.Match[str], number: int, last: int) -> bool:
    before = paragraph[: found.start()].rstrip()[-1:]
    if before == "№":
        return False
    if number == last + 1:
        return True
    after = paragraph[found.end()]
    ended = before in ".;:"
    if last < number <= last + _MOST_SKIPPED:
        return after.isupper() or (ended and not after.isalpha())
    return number == 1 and ended and (after.isupper() or not after.isalpha())
