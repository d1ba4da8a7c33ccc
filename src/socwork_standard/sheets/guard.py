"""What a file really is, by its first bytes, and whether it is safe to open."""

import re
import zipfile
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path
from typing import IO, Literal

from socwork_standard.errors import InputError, reason
from socwork_standard.sheets.cells import MOST_COLUMNS, column_index

Kind = Literal["workbook", "parquet", "sqlite", "text"]
Fault = Literal["formula", "uncounted"]
"""What is wrong with a formula: it gives an error, or the value that it gives was never kept."""

MOST_BYTES = 2_000_000_000
"""So many bytes a workbook may unpack to."""

MOST_CELLS = 60_000_000
"""So many cells the used part of a sheet may span, empty ones included: about two gigabytes of memory."""

_SUSPICIOUS_BYTES = 50_000_000
_MOST_RATIO = 250
_MOST_ENTRIES = 5_000
_CHUNK = 1 << 20
_OVERLAP = 16_384
"""More than a cell with the longest formula takes, so that each stands whole in one piece."""
_HEAD = 4_096
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_BOOK_STREAMS = ("Workbook\0".encode("utf-16-le"), "Book\0".encode("utf-16-le"))
_ROW = re.compile(rb'<(?:\w+:)?row [^>]*?\br="(\d{1,9})"')
_COLUMN = re.compile(rb' r="([A-Z]{1,3})\d')
_FAR = re.compile(rb' r="[A-Z]{1,3}(\d{7})"')
_PLACED = re.compile(rb"<(?:\w+:)?(?:c|row)\s")
_PLAIN = re.compile(rb'<(?:c|row) r="[A-Z]{0,3}[0-9]{1,7}"(?: [a-qs-z][\w:]*="[^"<>]*")*/?>')
"""How programs write cells and rows: what stands so needs no closer look."""
_ODD = re.compile(
    rb"<(?:\w+:)?(?:c|row)\s(?:(?:[^<>]*\s)?r(?:\s+=|=(?!\"[A-Z]{0,3}[0-9]{1,7}\"))"
    rb"|(?:[^<>\"']|\"[^\"<>]*\"|'[^'<>]*')*[\"'][^\"'<>]*>)"
)
"""A reference to a cell or row that no program writes, or one after a `>` within quotes.

The library makes room for wherever it may lead, and ends the program where the machine has not so much.
"""
_ERROR = re.compile(rb'<(?:\w+:)?c (?=[^>]*\bt="e")[^>]*?\br="([A-Z]{1,3})(\d{1,9})"')
_FORMULA = re.compile(
    rb"<(?:\w+:)?c (?P<cell>[^>]*)>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?P<value><(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
"""A formula without a value: a program wrote the file and no spreadsheet has counted it since."""
_HAS_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>]")
_PLACE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,9})"')
_SHEET = re.compile(r'<(?:\w+:)?sheet [^>]*?name="([^"]*)"[^>]*?\br?:?id="([^"]*)"')
_RELATION = re.compile(r"<(?:\w+:)?Relationship [^>]*>")
_ATTRIBUTE = re.compile(r'\b(Id|Target)="([^"]*)"')
_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    OSError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,  # an entry said to stand before the beginning of the file
)
"""What a damaged archive brings zipfile to, beside zlib's own error."""
_SAVE = "Open it in Excel or LibreOffice and save it as .xlsx (Excel workbook) or as CSV UTF-8."


def kind_of(head: bytes, name: str, whole: bytes | None = None) -> Kind:
    """What a file is, by its first bytes; an `InputError` for what cannot be read.

    `whole` is all of the file where `head` is only its beginning: to tell a locked workbook from an old one.
    """
    if head.startswith(_OLE):
        raise _old_or_locked(whole if whole is not None else head, name)
    if head.startswith(b"PK"):
        return "workbook"
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith(b"SQLite format 3\x00"):
        return "sqlite"
    if head.startswith(b"%PDF"):
        raise InputError(
            "this is a PDF, not a table.", name, "Give the spreadsheet from which it was printed."
        )
    if head.startswith((b"{\\rtf", b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf")):
        raise InputError(
            "this is an archive or a document, not a table.", name, "Unpack it, and give the table."
        )
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower()
    if start.startswith((b"<!doctype", b"<html", b"<table", b"<?xml", b"<meta", b"<style")):
        raise InputError("this is a web page or XML under the name of a table.", name, _SAVE)
    return "text"


def _old_or_locked(content: bytes, name: str) -> InputError:
    if _ENCRYPTED in content:
        return InputError(
            "the workbook is protected with a password, so nothing in it can be read.",
            name,
            "Open it, remove the password (File, Info, Protect Workbook, Encrypt with Password), and save it again.",
        )
    if is_old_document(content, name):
        return InputError(
            "this is a document in the old format .doc, not a table.", name, "Give the spreadsheet itself."
        )
    return old_workbook(name)


def is_old_document(content: bytes, name: str) -> bool:
    """Is a file of the old binary kind a text document (.doc)?"""
    return _WORD_STREAM in content and not is_old_workbook(content, name)


def is_old_workbook(content: bytes, name: str) -> bool:
    """Is a file of the old binary kind a workbook (.xls)?  Its list of streams says so, else the ending of its name."""
    known = _WORD_STREAM in content
    return any(one in content for one in _BOOK_STREAMS) or (not known and name.lower().endswith(".xls"))


def old_workbook(name: str) -> InputError:
    """The error for a workbook in the format .xls."""
    return InputError("this is a workbook in the old format .xls.", name, _SAVE)


def head_of(path: Path) -> bytes:
    """The first bytes of a file; of an old or locked workbook, all that is needed to tell which."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
            return head + file.read(_SUSPICIOUS_BYTES) if head.startswith(_OLE) else head
    except FileNotFoundError:
        raise InputError("there is no such file.", str(path), "Check the path.") from None
    except OSError as failure:
        raise InputError(
            "the file cannot be read ({reason}).",
            str(path),
            "Check the path and its permissions.",
            reason=reason(failure),
        ) from None


def unpacks_to(entries: Iterable[zipfile.ZipInfo]) -> int | None:
    """So many bytes an archive would unpack to, where that is far more than its size suggests; else None."""
    known = list(entries)
    whole = sum(entry.file_size for entry in known)
    for entry in known:
        size, packed = entry.file_size, max(entry.compress_size, 1)
        if whole > MOST_BYTES or (size > _SUSPICIOUS_BYTES and size > _MOST_RATIO * packed):
            return whole
    return None


def _leads_astray(chunk: bytes) -> bool:
    """Has a piece of a sheet an odd reference?  What is cut off at its end stands whole in the next piece."""
    end = chunk.rfind(b">") + 1
    plain = len(_PLAIN.findall(chunk, 0, end))
    return plain != len(_PLACED.findall(chunk, 0, end)) and _ODD.search(chunk, 0, end) is not None


def _fault(place: tuple[bytes, bytes], kind: Fault) -> tuple[int, int, Fault]:
    """A cell given as letters and number, as row (from 1) and column (from 0)."""
    return int(place[1]), column_index(place[0].decode()), kind


def _uncounted(chunk: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The cells whose formula has no value kept; an empty text is a value (`t="str"`)."""
    if not _HAS_FORMULA.search(chunk):
        return
    for one in _FORMULA.finditer(chunk):
        place = _PLACE.search(one["cell"])
        if place and not (one["value"] and b't="str"' in one["cell"]):
            yield place[1], place[2]


class Workbook:
    """What can be learnt of an .xlsx file before a library opens it."""

    def __init__(self, file: str | IO[bytes], name: str) -> None:
        self._name = name
        try:
            self._zip = zipfile.ZipFile(file)
            self._check_sizes()
            self._paths = self._sheet_paths()
        except InputError:
            raise
        except _BROKEN as failure:
            raise self._damaged(failure) from None

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()

    def _damaged(self, failure: Exception) -> InputError:
        if isinstance(failure, RuntimeError) and "password" in str(failure):
            return InputError("the archive is protected with a password.", self._name, "Save it without one.")
        return InputError(
            "the workbook is damaged or was not copied whole.", self._name, "Save or download it again."
        )

    def _check_sizes(self) -> None:
        entries = self._zip.infolist()
        if len(entries) > _MOST_ENTRIES:
            raise InputError(
                "the workbook is an archive of {n} files; a real one has a few dozen.",
                self._name,
                _SAVE,
                n=len(entries),
            )
        if (size := unpacks_to(entries)) is not None:
            raise InputError(
                "the workbook would unpack to {size} MB, far more than its size suggests (a zip "
                "bomb does that); it was not opened.",
                self._name,
                "If it is honest, copy the cells with data to a new workbook, or save the sheet as CSV UTF-8.",
                size=size // 1_000_000,
            )
        names = {entry.filename for entry in entries}
        if "xl/workbook.xml" not in names:
            raise InputError(
                "this is an archive or another kind of document, not an .xlsx workbook.", self._name, _SAVE
            )

    def _text(self, entry: str) -> str:
        try:
            return self._zip.read(entry).decode("utf-8", "replace")
        except EOFError as failure:
            raise self._damaged(failure) from None
        except Exception as failure:
            if type(failure).__module__ != "zlib":
                raise
            raise self._damaged(failure) from None

    def _sheet_paths(self) -> dict[str, str]:
        """Sheet name → path of its part."""
        relations = "xl/_rels/workbook.xml.rels"
        if relations not in self._zip.namelist():
            return {}
        targets = {}
        for relation in _RELATION.findall(self._text(relations)):
            found = dict(_ATTRIBUTE.findall(relation))
            targets[found.get("Id", "")] = found.get("Target", "")
        paths = {}
        for name, relation in _SHEET.findall(self._text("xl/workbook.xml")):
            target = targets.get(relation, "")
            path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            if path in self._zip.namelist():
                paths[unescape(name)] = path
        return paths

    def check_parts(self) -> None:
        """Unpack the shared texts once, without keeping them, so that a part that lies about its size is found."""
        for _ in self._chunks("xl/sharedStrings.xml"):
            pass

    def scan(self, sheet: str) -> list[tuple[int, int, Fault]]:
        """Go through a sheet's part: refuse one that spans too much; row, column and fault of bad formulas.

        Rows count from 1 and columns from 0.
        """
        rows, columns = 0, 0
        found: set[tuple[int, int, Fault]] = set()
        for chunk in self._chunks(self._paths.get(sheet, "")):
            if _leads_astray(chunk):
                raise self._damaged(ValueError())
            rows = max([rows, *map(int, {*_ROW.findall(chunk), *_FAR.findall(chunk)})])
            widest = max(set(_COLUMN.findall(chunk)), key=lambda one: (len(one), one), default=b"A")
            columns = max(columns, column_index(widest.decode()) + 1)
            if b't="e"' in chunk:
                found |= {_fault(place, "formula") for place in _ERROR.findall(chunk)}
            found |= {_fault(place, "uncounted") for place in _uncounted(chunk)}
            if columns > MOST_COLUMNS or rows * columns > MOST_CELLS:
                raise InputError(
                    "the sheet spans {rows:,} rows and {columns:,} columns, most of them empty.",
                    f"{self._name}, {sheet}",
                    "Delete the cells far below and to the right of the data, or save the sheet as CSV UTF-8.",
                    rows=rows,
                    columns=columns,
                )
        return sorted(found)

    def _chunks(self, path: str) -> Iterator[bytes]:
        if path not in self._zip.namelist():
            return
        try:
            with self._zip.open(path) as part:
                rest = b""
                while chunk := part.read(_CHUNK):
                    yield rest + chunk
                    rest = chunk[-_OVERLAP:]
        except _BROKEN as failure:
            raise self._damaged(failure) from None
        except Exception as failure:
            if type(failure).__module__ != "zlib":
                raise
            raise self._damaged(failure) from None
