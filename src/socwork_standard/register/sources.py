"""What a register is read from: tables to find headings in, or records."""

import sys
from dataclasses import dataclass, field
from pathlib import Path

from socwork_standard.errors import InputError
from socwork_standard.register import sql
from socwork_standard.register.heading_words import FACTS
from socwork_standard.register.records import ENDINGS
from socwork_standard.sheets.cells import Table
from socwork_standard.sheets.delimited import read_delimited
from socwork_standard.sheets.guard import head_of, kind_of
from socwork_standard.sheets.parquet import read_parquet
from socwork_standard.sheets.xlsx import read_workbook

STDIN = "-"
_HEAD = 4_096
_TABLE_ENDINGS = (".csv", ".tsv", ".txt", ".tab")


@dataclass(slots=True)
class Source:
    """A source as opened: its tables, or the folder or text of records with the ending that says how to read it."""

    name: str
    tables: list[Table] = field(default_factory=list)
    folder: Path | None = None
    text: bytes | None = None
    ending: str = ""
    records: list[dict[str, object]] | None = None


def open_bytes(raw: bytes, name: str) -> Source:
    """Open what a file named `name` holds; nothing is read from a disk.  Raises `InputError` as `open_source` does."""
    kind = kind_of(raw[:_HEAD], name, raw)
    if kind == "sqlite":
        raise InputError(
            "a database is not read from a file that was sent.", name, "Save its table as CSV or .xlsx."
        )
    return _text(raw, name, Path(name).suffix.lower()) if kind == "text" else _binary(kind, raw, name)


def open_source(given: str | Path) -> Source:
    """Open a file, a folder, standard input (`-`) or a database; an `InputError` says what cannot be read."""
    if isinstance(given, str) and sql.is_connection(given):
        return Source(sql.without_password(given), [sql.read_database(given)])
    if given == STDIN:
        return _bytes(sys.stdin.buffer.read(), "standard input")
    path = Path(given)
    if "\x00" in str(path):
        raise InputError("a path cannot hold a NUL.", mend="Check the path.")
    if path.is_dir():
        return Source(str(path), folder=path)
    head = head_of(path)
    kind = kind_of(head, str(path), head)
    if kind == "sqlite":
        return Source(str(path), [sql.read_sqlite(path, None, None, f"sqlite:///{path}")])
    if kind == "text":
        return _text(path.read_bytes(), str(path), path.suffix.lower())
    return _binary(kind, path, str(path))


def _bytes(raw: bytes, name: str) -> Source:
    kind = kind_of(raw[:_HEAD], name, raw)
    if kind == "sqlite":
        raise InputError("a database cannot be read from standard input.", name, "Give the path of its file.")
    return _text(raw, name, "") if kind == "text" else _binary(kind, raw, name)


def _binary(kind: str, source: Path | bytes, name: str) -> Source:
    if kind == "workbook":
        return Source(name, read_workbook(source, name))
    found = read_parquet(source, name, FACTS)
    return Source(name, [found]) if isinstance(found, Table) else Source(name, records=list(found))


def _text(raw: bytes, name: str, ending: str) -> Source:
    if not raw.strip(b"\xef\xbb\xbf\x00 \t\r\n"):
        raise InputError(
            "the file is empty.", name, "Fill it; `socwork template staff` writes one to begin with."
        )
    if ending not in (*ENDINGS, *_TABLE_ENDINGS):
        ending = _guess(raw)
    if ending in ENDINGS:
        return Source(name, text=raw, ending=ending)
    return Source(name, [read_delimited(raw, name)])


def _guess(raw: bytes) -> str:
    """The ending that a text should have, by how it begins."""
    start = raw.removeprefix(b"\xef\xbb\xbf").lstrip()
    first = start.split(b"\n", 1)[0].strip()
    if start[:1] in {b"{", b"["}:
        whole = first.endswith(b"}") and start[:1] == b"{" and b"\n" in start.strip()
        return ".jsonl" if whole else ".json"
    plain = not any(sign in first for sign in (b";", b"\t", b","))
    yaml = first.startswith((b"#", b"- ", b"---")) or first.endswith(b":") or b": " in first
    return ".yaml" if yaml and plain else ".csv"
