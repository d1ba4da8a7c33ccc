"""Fonts of a PDF within bounds: a few bytes can name billions of signs, which pdfminer would write out one by one."""

import re
import struct
from collections.abc import Iterator, Mapping
from typing import Any

from socwork_standard.errors import InputError

MOST_SIGNS = 1 << 18
"""So many signs a font may give widths or letters for; the largest fonts there are have a quarter of it."""

_BY_SEGMENTS, _BY_GROUPS = 4, 12
"""The formats of TrueType's lists of signs that hold ranges."""
_RANGES = re.compile(rb"begin(?:bf|cid)range(.*?)end", re.DOTALL)
_TOKEN = re.compile(rb"<[^<>]*>|\[[^\]]*\]|[^\s<>\[\]]+")
_NO_FIGURE = re.compile(rb"[^0-9A-Fa-f]")


def bounded_fonts() -> Any:  # noqa: ANN401 - pdfminer's own class
    """The keeper of fonts that pdfminer asks; it raises `InputError` for a font that names far too many signs."""
    from pdfminer.pdfinterp import PDFResourceManager

    class Fonts(PDFResourceManager):
        def get_font(self, objid: object, spec: Mapping[str, object]) -> Any:  # noqa: ANN401
            if sum(_counts(spec)) > MOST_SIGNS:
                raise InputError(
                    "a font of the PDF names more than {most} signs (a bomb does that); it was not read.",
                    "",
                    "Print it to a new PDF.",
                    most=MOST_SIGNS,
                )
            return super().get_font(objid, spec)

    return Fonts()


def _counts(spec: Mapping[str, object]) -> Iterator[int]:
    """How many signs each part of a font would be written out to."""
    from pdfminer.pdftypes import PDFStream, resolve1

    for name, length in (("W", 3), ("W2", 5)):
        widths = resolve1(spec.get(name))
        if isinstance(widths, list):
            yield _widths([resolve1(one) for one in widths], length)
    for name in ("ToUnicode", "Encoding"):
        letters = resolve1(spec.get(name))
        if isinstance(letters, PDFStream):
            yield sum(map(_letters, _RANGES.findall(letters.get_data())))
    described = resolve1(spec.get("FontDescriptor"))
    program = resolve1(described.get("FontFile2")) if isinstance(described, dict) else None
    if isinstance(program, PDFStream) and "ToUnicode" not in spec:
        yield _glyphs(program.get_data())


def _widths(values: list[object], length: int) -> int:
    """The signs of `first last width` (five numbers where text runs down), and of `first [width …]`."""
    count, group = 0, 0
    first: object = 0
    second: object = 0
    for one in values:
        if isinstance(one, list):
            count, group = count + len(one), 0
        elif isinstance(one, int | float):
            first, second = (one, second) if group == 0 else (first, one) if group == 1 else (first, second)
            group += 1
            if group == length:
                count, group = count + _between(first, second), 0
    return count


def _between(first: object, last: object) -> int:
    return max(0, last - first + 1) if isinstance(first, int) and isinstance(last, int) else 0


def _letters(rows: bytes) -> int:
    """The signs of lines `<first> <last> <letter>`."""
    tokens = _TOKEN.findall(rows)
    return sum(
        _between(_code(first), _code(last)) for first, last in zip(tokens[::3], tokens[1::3], strict=False)
    )


def _code(token: bytes) -> int:
    return int(_NO_FIGURE.sub(b"", token)[-8:] or b"0", 16)


def _glyphs(program: bytes) -> int:
    """The signs that the table `cmap` of a TrueType font lists, in its formats 4 and 12: those with ranges."""
    try:
        tables = (
            struct.unpack_from(">4sLLL", program, 12 + 16 * at) for at in range(_number(">H", program, 4))
        )
        start = next((place for tag, _, place, _ in tables if tag == b"cmap"), None)
        if start is None:
            return 0
        count = 0
        for at in range(_number(">H", program, start + 2)):
            count += _listed(program, start + _number(">L", program, start + 8 + 8 * at))
            if count > MOST_SIGNS:
                break
    except struct.error:
        return 0  # it breaks off, and pdfminer will not get further either
    return count


def _listed(program: bytes, at: int) -> int:
    kind = _number(">H", program, at)
    if kind == _BY_SEGMENTS:
        length = _number(">H", program, at + 6) // 2
        last = struct.unpack_from(f">{length}H", program, at + 14)
        first = struct.unpack_from(f">{length}H", program, at + 16 + 2 * length)
        return sum(map(_between, first, last))
    if kind == _BY_GROUPS:
        count = 0
        for group in range(_number(">L", program, at + 12)):
            count += _between(*struct.unpack_from(">LL", program, at + 16 + 12 * group))
            if count > MOST_SIGNS:
                break
        return count
    return 0


def _number(form: str, program: bytes, at: int) -> int:
    found: int = struct.unpack_from(form, program, at)[0]
    return found
