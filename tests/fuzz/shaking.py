"""Changing bytes, texts and values a little, by chance: what a wrong file looks like."""

from collections.abc import Callable, Sequence
from random import Random
from typing import Any

LONGEST = 200_000
"""No input is longer than so many bytes: a longer one tells nothing that a shorter one does not."""

Change = Callable[[bytes, Random], bytes]
"""A change of an input, decided by chance alone: the same chance gives the same bytes."""

WORDS = (
    "", " ", "-", "~", "null", "true", "no", "нет", "жоқ", "0", "1", "-1", "0013", "1e400", "-1e400", "NaN", "1_000",
    "9" * 25, "9" * 5_000, "1.5", "5/150", "2020", "12.2021", "31.12.2019", "2024-02-30", "0000-00-00", "9999-12-31",
    "99999-01-01", "2020-01-01T00:00:00", "по н.в.", "ongoing", "Қазақстан", "Социальная работа", "магистр", "вторая",
    "{}", "[]", "[[[[]]]]", "{a}", "{0}", "{a.b[c]!r:>9}", "%s", "%(a)s", "$1", "\\", "\\u0000", "'", '"', '""', "`",
    "#N/A", "=1+1", "=HYPERLINK(1)", "@", "&a", "*a", "!!python/object:a", "<<", "---", "...", "? ", ": ", "- ", "#",
    "|", ">", "\t", "\n", "\r\n", "\u2028", "\x00", "\x1b[2J", "\u00a0", "\u200b", "\u202e", "\ufeff", "\ufffd",
    "e\u0301", "й", "\U0001f600", "A" * 3_000, "1) ", "12. ", "ПК-1", "ОН1", "LO 1", "ПК 1.1.", "½", "²", "٣", "१",
    "Ⅳ", "ﬁ", "İ", "ß", "../../a", "CON", "a/b", "id", "fact", "level", "staff", "education", "courses",
    "§", "№ 1", "«", "<br>", "<b>", "</td>", "&amp;", "&#0;", "&#x110000;", "&lt;", "]]>", "<!--", "<![CDATA[",
)  # fmt: skip
"""Words that have broken some program."""

BYTES = (
    b"\x00",
    b"\xff",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xed\xa0\x80",
    b"\xc0\x80",
    b"\x80",
    b"\x7f",
    b"\x1a",
    b"\x0c",
)
_SIGNS = ":,;|\t\n\"'{}[]()<>=/-#&*!%@? .0159аәқ"
_MOST_CHANGES = 4


def chance(*seed: object) -> Random:
    """Chance that comes out the same for the same seed."""
    return Random(":".join(map(str, seed)))  # noqa: S311 - chance, no secret


def bytes_changed(raw: bytes, rng: Random) -> bytes:
    """The bytes with one place changed."""
    if not raw:
        return rng.choice(BYTES)
    at, to = sorted((rng.randrange(len(raw)), rng.randrange(len(raw) + 1)))
    ways = (
        raw[:at] + bytes((raw[at] ^ 1 << rng.randrange(8),)) + raw[at + 1 :],
        raw[:at] + rng.choice(BYTES) + raw[at:],
        raw[:at] + rng.randbytes(rng.randrange(1, 9)) + raw[at + rng.randrange(9) :],
        raw[:at] + raw[at + rng.randrange(1, 64) :],
        raw[:to] + raw[at:to][:64] + raw[to:],
        raw[:at],
        raw[:at] + rng.choice(WORDS).encode("utf-8", "replace") + raw[at:],
    )
    return rng.choice(ways)


def text_changed(raw: bytes, rng: Random) -> bytes:
    """A text with one to four places changed: signs, words, lines."""
    if rng.random() < 0.12:
        return bytes_changed(raw, rng)
    text = raw.decode("utf-8", "surrogateescape")
    for _ in range(rng.randint(1, _MOST_CHANGES)):
        text = _line_changed(text, rng) if rng.random() < 0.5 else _sign_changed(text, rng)
    return text.encode("utf-8", "surrogateescape")[:LONGEST]


def _sign_changed(text: str, rng: Random) -> str:
    at = rng.randrange(len(text) + 1)
    kind = rng.randrange(5)
    if kind == 0:
        return text[:at] + rng.choice(_SIGNS) + text[at + 1 :]
    if kind == 1:
        return text[:at] + rng.choice(_SIGNS) + text[at:]
    if kind == 2:
        return text[:at] + text[at + rng.randrange(1, 12) :]
    if kind == 3:
        return text[:at] + rng.choice(WORDS) + text[at:]
    end = next((to for to in range(at, min(at + 80, len(text))) if text[to] in _SIGNS), at)
    return text[:at] + rng.choice(WORDS) + text[end:]


def _line_changed(text: str, rng: Random) -> str:
    lines = text.split("\n")
    at, other = rng.randrange(len(lines)), rng.randrange(len(lines))
    kind = rng.randrange(6)
    if kind == 0:
        del lines[at]
    elif kind == 1:
        lines.insert(at, lines[other])
    elif kind == 2:
        lines[at], lines[other] = lines[other], lines[at]
    elif kind == 3:
        lines[at] = " " * rng.choice((1, 2, 4)) + lines[at]
    elif kind == 4:
        lines[at] = lines[at].lstrip() if rng.random() < 0.5 else lines[at][: len(lines[at]) // 2]
    else:
        head, sign, _ = lines[at].partition(rng.choice((":", ";", ",", "\t", " ")))
        lines[at] = f"{head}{sign}{rng.choice(WORDS)}"
    return "\n".join(lines)


def value_changed(value: Any, rng: Random) -> Any:  # noqa: ANN401 - what a file holds
    """A value of lists and keys with one of its parts put otherwise; the given one is left as it is."""
    parts = list(_parts(value, ()))
    return _put(value, rng.choice(parts), rng)


def _parts(value: Any, path: tuple[Any, ...]) -> Any:  # noqa: ANN401
    yield path
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _parts(one, (*path, key))
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from _parts(one, (*path, index))


def _put(value: Any, path: Sequence[Any], rng: Random) -> Any:  # noqa: ANN401
    if not path:
        return _other(value, rng)
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = _put(value[path[0]], path[1:], rng)
    return copy


def _other(value: Any, rng: Random) -> Any:  # noqa: ANN401
    plain: tuple[Any, ...] = (
        None,
        True,
        0,
        -1,
        10**20,
        1.5,
        1e308,
        rng.choice(WORDS),
        rng.choice(WORDS),
        [],
        {},
        [value],
        {"a": value},
    )
    if isinstance(value, dict) and value and rng.random() < 0.7:
        key = rng.choice(list(value))
        kind = rng.randrange(3)
        if kind == 0:
            return {name: one for name, one in value.items() if name != key}
        return {**value, rng.choice(WORDS) if kind == 1 else rng.choice(list(value)): value[key]}
    if isinstance(value, list) and value and rng.random() < 0.7:
        at = rng.randrange(len(value))
        return rng.choice(
            ([*value, value[at]], value[:at] + value[at + 1 :], value * 3, [rng.choice(plain), *value])
        )
    if isinstance(value, str) and rng.random() < 0.5:
        return text_changed(value.encode("utf-8", "replace"), rng).decode("utf-8", "replace")
    return rng.choice(plain)


def mixed(*ways: tuple[float, Change]) -> Change:
    """A change that takes one of several ways, by their weights."""
    weights = [weight for weight, _ in ways]
    changes = [change for _, change in ways]

    def change(raw: bytes, rng: Random) -> bytes:
        return rng.choices(changes, weights)[0](raw, rng)[:LONGEST]

    return change
