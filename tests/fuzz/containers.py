"""Changing what stands inside of a file with a shape of its own.

Values of JSON and YAML, parts of a zip, objects of a PDF, columns of Parquet, tags of XML.  The shape stays sound most
of the time, so that a change gets past the door.
"""

import io
import json
import re
import zipfile
import zlib
from collections.abc import Callable
from random import Random
from typing import Any

import yaml
from shaking import WORDS, Change, bytes_changed, text_changed, value_changed

_TAG = re.compile(r"<[^<>]+>")
_ATTRIBUTE = re.compile(r'="([^"]*)"')
_WHOLE = re.compile(r"<(\w[\w:]*)(?:\s[^<>]*)?>[^<>]*</\1>")
_OBJECT = re.compile(rb"(\d+) 0 obj\b(.*?)\bendobj", re.DOTALL)
_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
_NAME = re.compile(rb"/[A-Za-z]\w*")
_PACKED = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_NUMBERS = (
    b"0",
    b"-1",
    b"1e9",
    b"99999999999",
    b"0.00001",
    b"-32769",
    b"4294967296",
    b"null",
    b"[ ]",
    b"(a)",
)


def json_changed(raw: bytes, rng: Random) -> bytes:
    """The JSON with a value changed; what is no JSON, as a text."""
    try:
        value = json.loads(raw)
    except (ValueError, RecursionError):
        return text_changed(raw, rng)
    return json.dumps(value_changed(value, rng), ensure_ascii=rng.random() < 0.2).encode("utf-8", "replace")


def yaml_changed(raw: bytes, rng: Random) -> bytes:
    """The YAML with a value changed; what is no YAML, as a text."""
    try:
        value = yaml.load(raw, Loader=yaml.CBaseLoader)  # noqa: S506 - texts alone, nothing is built
    except (yaml.YAMLError, ValueError, RecursionError, TypeError):
        return text_changed(raw, rng)
    return yaml.dump(
        value_changed(value, rng), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False
    ).encode()


def lines_changed(one: Change) -> Change:
    """A change of one line of a file of lines."""

    def change(raw: bytes, rng: Random) -> bytes:
        lines = raw.split(b"\n")
        at = rng.randrange(len(lines))
        lines[at] = one(lines[at], rng).replace(b"\n", b" ")
        return b"\n".join(lines)

    return change


def xml_changed(raw: bytes, rng: Random) -> bytes:
    """XML or HTML with a tag, an attribute or a text changed; it stays well-formed about half of the time."""
    text = raw.decode("utf-8", "surrogateescape")
    for _ in range(rng.randint(1, 3)):
        text = _markup_changed(text, rng)
    return text.encode("utf-8", "surrogateescape")


def _markup_changed(text: str, rng: Random) -> str:
    pattern, change = rng.choice(
        (
            (_ATTRIBUTE, _attribute_changed),
            (_WHOLE, _element_changed),
            (_WHOLE, _element_changed),
            (_TAG, _tag_changed),
        )
    )
    found = [one.span() for one in pattern.finditer(text)]
    if found:
        return change(text, found, rng)
    return text_changed(text.encode("utf-8", "surrogateescape"), rng).decode("utf-8", "surrogateescape")


Spans = list[tuple[int, int]]
_NOT_IN_XML = {**dict.fromkeys((*range(9), *range(11, 32))), **dict.fromkeys(map(ord, '"&<'), " ")}


def _attribute_changed(text: str, found: Spans, rng: Random) -> str:
    at, to = rng.choice(found)
    word = rng.choice(WORDS)
    sound = word.translate(_NOT_IN_XML)
    return f'{text[:at]}="{rng.choice((sound, sound, word, str(rng.randrange(2_000_000))))}"{text[to:]}'


def _element_changed(text: str, found: Spans, rng: Random) -> str:
    """An element without children taken out, repeated elsewhere, or with another text."""
    at, to = rng.choice(found)
    where, times = rng.choice(found)[0], rng.choice((1, 2, 40))
    inside, end = text.index(">", at) + 1, text.rindex("<", at, to)
    ways = (
        text[:at] + text[to:],
        text[:where] + text[at:to] * times + text[where:],
        text[:inside] + rng.choice(WORDS).translate(_NOT_IN_XML) + text[end:],
    )
    return rng.choice(ways)


def _tag_changed(text: str, found: Spans, rng: Random) -> str:
    """A tag taken out, or another one in its place: the nesting is broken mostly."""
    at, to = rng.choice(found)
    other, end = rng.choice(found)
    return text[:at] + rng.choice((rng.choice(WORDS), "", text[other:end])) + text[to:]


def zip_changed(raw: bytes, rng: Random) -> bytes:
    """The archive with a part changed: its XML mostly, seldom its bytes or its name, or the archive's own bytes."""
    if rng.random() < 0.06:
        return bytes_changed(raw, rng)
    parts = members(raw)
    if not parts:
        return bytes_changed(raw, rng)
    names = list(parts)
    name = rng.choices(names, [_weight(one) for one in names])[0]
    kind = rng.random()
    if kind < 0.03:
        del parts[name]
    elif kind < 0.06:
        parts[rng.choice((*names, "a", "../a", "xl/a.xml"))] = parts.pop(name)
    elif kind < 0.14:
        parts[name] = bytes_changed(parts[name], rng)
    else:
        parts[name] = xml_changed(parts[name], rng)
    return zipped(parts)


def members(raw: bytes) -> dict[str, bytes] | None:
    """The parts of an archive; None where it is none, or a damaged one."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, EOFError, zlib.error):
        return None


def zipped(parts: dict[str, bytes]) -> bytes:
    """An archive of these parts, the same bytes each time."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _weight(name: str) -> float:
    """Parts that hold what people wrote are changed more often than the rest."""
    if re.search(r"document\.xml|sheet\d+\.xml$|sharedStrings|footnotes|header|footer", name):
        return 8
    return 3 if re.search(r"workbook\.xml|styles\.xml|\.rels$|numbering|Content_Types", name) else 0.5


# -- PDF --------------------------------------------------------------------------------------------------------------


def pdf_changed(raw: bytes, rng: Random) -> bytes:
    """The PDF with an object changed: its keys, or what its stream draws; the table of objects fits it mostly."""
    objects = objects_of(raw)
    if rng.random() < 0.1 or not objects:
        return bytes_changed(raw, rng)
    for _ in range(rng.randint(1, 3)):
        number = rng.choice(list(objects))
        objects[number] = _object_changed(objects[number], rng)
    if rng.random() < 0.05:
        del objects[rng.choice(list(objects))]
    return pdf_of(objects, raw)


def objects_of(raw: bytes) -> dict[int, bytes]:
    """The objects of a PDF by their numbers."""
    return {int(one[1]): one[2] for one in _OBJECT.finditer(raw)}


def _object_changed(body: bytes, rng: Random) -> bytes:
    packed = _PACKED.search(body)
    if packed is None or rng.random() < 0.4:
        return _tokens_changed(body, rng)
    try:
        drawn = zlib.decompress(packed[1]) if b"FlateDecode" in body else packed[1]
    except zlib.error:
        return bytes_changed(body, rng)
    drawn = _tokens_changed(drawn, rng) if rng.random() < 0.7 else bytes_changed(drawn, rng)
    again = zlib.compress(drawn) if b"FlateDecode" in body else drawn
    head = re.sub(rb"/Length \d+(?: 0 R)?", b"/Length %d" % len(again), body[: packed.start()])
    return head + b"stream\n" + again + b"\nendstream" + body[packed.end() :]


def _tokens_changed(body: bytes, rng: Random) -> bytes:
    kind = rng.random()
    pattern = _NUMBER if kind < 0.6 else _NAME
    found = [one.span() for one in pattern.finditer(body)]
    if not found or kind > 0.9:
        return bytes_changed(body, rng)
    at, to = rng.choice(found)
    other = rng.choice(found)
    new = rng.choice(_NUMBERS) if pattern is _NUMBER and rng.random() < 0.6 else body[other[0] : other[1]]
    return body[:at] + new + body[to:]


def pdf_of(objects: dict[int, bytes], before: bytes) -> bytes:
    """A PDF of these objects with a table of where they stand; its trailer is that of the PDF before."""
    trailer = before.rfind(b"trailer")
    end = before.find(b"startxref", trailer)
    head = before[trailer + 7 : end].strip() if 0 <= trailer < end else b"<< /Root 1 0 R >>"
    file, places = bytearray(b"%PDF-1.4\n"), {}
    for number, body in objects.items():
        places[number] = len(file)
        file += b"%d 0 obj\n%s\nendobj\n" % (number, body.strip())
    start = len(file)
    size = max(places, default=0) + 1
    file += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        file += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n"
    return bytes(file + b"trailer\n" + head + b"\nstartxref\n%d\n%%%%EOF\n" % start)


# -- Parquet ----------------------------------------------------------------------------------------------------------


def parquet_changed(raw: bytes, rng: Random) -> bytes:
    """The table with its rows, names or types put otherwise, or bytes of its foot changed."""
    if rng.random() < 0.5:
        foot = rng.randrange(8, min(len(raw), 2_000)) if len(raw) > 16 else 0
        return raw[: len(raw) - foot] + _same_length(raw[len(raw) - foot :], rng)
    import pyarrow as pa  # type: ignore[import-untyped]
    from pyarrow import parquet

    try:
        rows = parquet.read_table(io.BytesIO(raw)).to_pylist()
        return parquet_of(value_changed(rows[:20], rng))
    except (pa.ArrowException, OSError, ValueError, TypeError, AttributeError, KeyError, OverflowError):
        return bytes_changed(raw, rng)


def _same_length(raw: bytes, rng: Random) -> bytes:
    body = bytearray(raw)
    for _ in range(rng.randint(1, 4)):
        if body:
            body[rng.randrange(len(body))] = rng.choice(
                (0, 1, 2, 0x15, 0x18, 0x7F, 0x80, 0xFF, rng.randrange(256))
            )
    return bytes(body)


def parquet_of(rows: list[dict[str, Any]]) -> bytes:
    """A Parquet file of these rows."""
    import pyarrow as pa
    from pyarrow import parquet

    file = io.BytesIO()
    parquet.write_table(pa.Table.from_pylist(rows), file)
    return file.getvalue()


def either(one: Change, other: Change, test: Callable[[bytes], bool]) -> Change:
    """The first change for inputs that pass the test, the second for the others."""

    def change(raw: bytes, rng: Random) -> bytes:
        return (one if test(raw) else other)(raw, rng)

    return change
