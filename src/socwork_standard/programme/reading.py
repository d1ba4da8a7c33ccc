"""Reading a curriculum from whatever file holds it: YAML, JSON, CSV, XLSX, DOCX, PDF, HTML or plain text."""

import re
from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from socwork_standard.data.files import BLANK, check_size, read_bytes
from socwork_standard.data.strict_yaml import parse_yaml
from socwork_standard.documents.read import read_document
from socwork_standard.errors import InputError
from socwork_standard.model.curriculum import Curriculum
from socwork_standard.programme.read_build import Builder
from socwork_standard.programme.read_lines import LineReader
from socwork_standard.programme.read_model import ReadCurriculum, nothing_found

if TYPE_CHECKING:
    from socwork_standard.documents.model import Document
    from socwork_standard.sheets.cells import Table

MOST_BYTES = 60_000_000
"""So large a curriculum's file may be."""

MOST_LINES = 100_000
"""So many lines a curriculum that is plain text may have."""

MOST_LETTERS = 100_000
"""So long a line or paragraph of it may be."""

_RECORDS = {".yaml", ".yml", ".json"}
_TABLES = {".csv", ".tsv", ".tab"}
_YAML = re.compile(rb"^\s*(?:\{|(?:---[^\n]*\n)?(?:\s*#[^\n]*\n)*\s*(?:programme|courses)\s*:)")
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_STEM = re.compile(r"[^\w-]+")


def read_curriculum(source: str | Path | bytes, name: str | None = None) -> ReadCurriculum:
    """Read a curriculum from a file, or from its bytes (`name` then stands for the file in messages).

    What the file is, its bytes say; the ending of the name decides between kinds of text.  `InputError` for what
    cannot be read, and where no course is found; `MissingExtra` where a library is not installed.  What was not
    understood is in `problems`, and what was not used in `notes`.
    """
    shown = name or ("the curriculum" if isinstance(source, bytes) else str(source))
    raw = source if isinstance(source, bytes) else read_bytes(Path(source), shown)
    ending = PurePath(shown).suffix.lower()
    check_size(raw, shown, MOST_BYTES)
    if not raw.strip(BLANK):
        raise InputError(
            "the file is empty.", shown, "Fill it; `socwork template curriculum` writes one to begin with."
        )
    if ending in _RECORDS or (_YAML.match(raw.removeprefix(b"\xef\xbb\xbf")) and ending not in _TABLES):
        return ReadCurriculum(parse_yaml(raw, shown, error=InputError).build(Curriculum))
    if _is_workbook(raw):
        return _tables(_workbook(raw, shown), shown)
    return _text_or_document(raw, shown, ending)


def _is_workbook(raw: bytes) -> bool:
    """Is this an .xlsx, or an .xls by its old format?"""
    old = raw.startswith(b"\xd0\xcf\x11\xe0") and "Workbook".encode("utf-16-le") in raw
    return old or (raw.startswith(b"PK") and b"xl/" in raw)


def _workbook(raw: bytes, name: str) -> "Sequence[Table]":
    from socwork_standard.sheets.guard import kind_of
    from socwork_standard.sheets.xlsx import read_workbook

    kind_of(raw[:4096], name, raw)
    return read_workbook(raw, name)


def _text_or_document(raw: bytes, name: str, ending: str) -> ReadCurriculum:
    from socwork_standard.documents.guard import kind_of

    if _ODS in raw[:200]:
        raise InputError("this is a workbook in the format .ods.", name, "Save it as .xlsx or as CSV UTF-8.")
    if kind_of(raw, name) == "text":
        from socwork_standard.sheets.delimited import read_delimited

        if (n := max(raw.count(b"\n"), raw.count(b"\r"))) > MOST_LINES:
            raise InputError(
                "the text has {n} lines; a curriculum has at most {most}.",
                name,
                "Check that it is the curriculum.",
                n=n,
                most=MOST_LINES,
            )
        if ending in _TABLES:
            return _tables([read_delimited(raw, name)], name)
        from socwork_standard.programme.read_sheets import looks_like_courses

        table = read_delimited(raw, name)
        if looks_like_courses(table):
            return _tables([table], name)
    return _document(read_document(raw, name))


def _tables(tables: "Sequence[Table]", name: str) -> ReadCurriculum:
    from socwork_standard.programme.read_sheets import read_sheets

    builder = Builder()
    read_sheets(builder, tables, name)
    return builder.build(_stem(name))


def _document(document: "Document") -> ReadCurriculum:
    longest = max((len(one.text) for one in document.lines()), default=0)
    if longest > MOST_LETTERS:
        raise InputError(
            "a line of the text has {n} letters; a curriculum has none longer than {most}.",
            document.name,
            "Check that it is the curriculum, with each outcome on a line of its own.",
            n=longest,
            most=MOST_LETTERS,
        )
    builder = Builder()
    for gap in document.gaps:
        builder.problem("C105" if gap.kind == "scan" else "C106", gap.place)
    LineReader(builder, document).read()
    if not builder.courses and document.kind == "text" and document.blocks:
        return _bare_lines(document)
    if not builder.courses:
        first = next((one.text for one in document.lines()), "")
        raise nothing_found(document.name, first)
    return builder.build(_stem(document.name))


def _bare_lines(document: "Document") -> ReadCurriculum:
    """A text in which nothing heads anything: every line is an outcome of one course."""
    from socwork_standard.programme.read_values import marked

    builder = Builder()
    lines = list(document.lines())
    stem = _stem(document.name)
    draft = builder.course("1", stem, lines[0].place)
    builder.problem("C107", lines[0].place, lines[0].text)
    for line in lines:
        found = marked(line.text)
        builder.outcome(draft, found[0] if found else None, found[1] if found else line.text, line.place)
    return builder.build(stem)


def _stem(name: str) -> str:
    return _STEM.sub(" ", PurePath(name).stem).strip() or "curriculum"
