"""What a document really is, by its bytes, and whether it is safe to open."""

import io
import re
import zipfile
import zlib

from socwork_standard.data.files import BLANK, check_size
from socwork_standard.documents.model import Kind
from socwork_standard.errors import InputError, MissingExtra
from socwork_standard.sheets.guard import is_old_workbook, old_workbook, unpacks_to

MOST_BYTES = 60_000_000
"""So large a document may be."""

MOST_UNPACKED = 300_000_000
"""So many bytes the parts of a DOCX, or the texts of a PDF, may unpack to."""

MOST_OBJECTS = 100_000
"""So many objects a PDF may list unpacked: a library looks at each of them before the first page."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PDF_HEAD = 1_024
_HTML = (
    b"<!doctype",
    b"<html",
    b"<head",
    b"<body",
    b"<table",
    b"<meta",
    b"<style",
    b"<div",
    b"<p>",
    b"<?xml",
)
_STREAM = re.compile(rb"stream\r?\n")
_TWICE = re.compile(rb"/(?:FlateDecode|Fl)\s*/(?:FlateDecode|Fl)\b")
_WIDE = re.compile(rb"/(?:Columns|Colors)\s+(\d{6,})")
_DICTIONARY = 4_000
_AS_DOCX = "Open it in Word or LibreOffice and save it as .docx."


def kind_of(raw: bytes, name: str) -> Kind:
    """What a document is; an `InputError` for what is none, is locked, or would unpack to far too much."""
    check_size(raw, name, MOST_BYTES)
    if not raw.strip(BLANK):
        raise InputError("the file is empty.", name, "Check that it was saved and copied whole.")
    if raw.startswith(_OLE):
        raise _old_or_locked(raw, name)
    if raw.startswith(b"PK"):
        _check_archive(raw, name)
        return "docx"
    if b"%PDF-" in raw[:_PDF_HEAD]:
        _check_streams(raw, name)
        return "pdf"
    if raw.startswith(b"{\\rtf"):
        raise InputError("this is a document in the format RTF.", name, _AS_DOCX)
    if raw.startswith((b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf", b"\x89PNG", b"\xff\xd8\xff", b"PAR1", b"SQLite")):
        raise InputError(
            "this is an archive, a picture or a database, not a document.", name, "Give the text itself."
        )
    start = raw.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower()
    return "html" if start.startswith(_HTML) else "text"


def _old_or_locked(raw: bytes, name: str) -> InputError:
    if _ENCRYPTED in raw:
        return InputError(
            "the document is protected with a password, so nothing in it can be read.",
            name,
            "Open it, remove the password, and save it again.",
        )
    if is_old_workbook(raw, name):
        return old_workbook(name)
    return InputError("this is a document in the old format .doc.", name, _AS_DOCX)


def _check_archive(raw: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, NotImplementedError, ValueError) as failure:
        raise damaged(name, failure) from None
    whole = unpacks_to(entries)
    size = sum(entry.file_size for entry in entries)
    if whole is not None or size > MOST_UNPACKED:
        raise InputError(
            "the document would unpack to {size} MB, far more than its size suggests (a zip bomb does that); "
            "it was not opened.",
            name,
            "If it is honest, copy its text to a new document.",
            size=size // 1_000_000,
        )
    names = {entry.filename for entry in entries}
    if "[Content_Types].xml" not in names or not any(one.startswith("word/") for one in names):
        raise InputError(
            "this is an archive or another kind of document, not a .docx.",
            name,
            _AS_DOCX,
        )
    if any(entry.flag_bits & 1 for entry in entries):
        raise InputError("the archive is protected with a password.", name, "Save it without one.")


def _check_streams(raw: bytes, name: str) -> None:
    """Unpack the texts of a PDF once without keeping them, so that a bomb is found before a library opens it."""
    if _TWICE.search(raw):
        raise InputError(
            "the PDF is packed several times over (a bomb does that); it was not opened.",
            name,
            "Print it to a new PDF.",
        )
    if (n := raw.count(b" obj")) > MOST_OBJECTS:
        raise InputError(
            "the PDF has {n} parts; at most {most} are read.",
            name,
            "Give the part that matters, or print it to a new PDF.",
            n=n,
            most=MOST_OBJECTS,
        )
    if wide := _WIDE.search(raw):
        raise InputError(
            "a packed part of the PDF says that its lines are {n} long (a bomb does that); it was not opened.",
            name,
            "Print it to a new PDF.",
            n=wide[1][:20].decode(),
        )
    whole = 0
    view = memoryview(raw)
    for found in _STREAM.finditer(raw):
        before = raw[max(0, found.start() - _DICTIONARY) : found.start()]
        dictionary = before[before.rfind(b" obj") + 1 :]
        if b"/Image" in dictionary or not re.search(rb"/(FlateDecode|Fl)\b", dictionary):
            continue
        whole += _unpacked(view[found.end() :], MOST_UNPACKED - whole)
        if whole >= MOST_UNPACKED:
            raise InputError(
                "the PDF would unpack to more than {size} MB (a bomb does that); it was not opened.",
                name,
                "Print it to a new PDF.",
                size=MOST_UNPACKED // 1_000_000,
            )


def _unpacked(packed: memoryview, most: int) -> int:
    """So many bytes a stream unpacks to, counted up to `most`; a damaged one counts as far as it goes."""
    unpack, size, at = zlib.decompressobj(), 0, 0
    step = 1 << 16
    try:
        while size < most and not unpack.eof and (at < len(packed) or unpack.unconsumed_tail):
            given = unpack.unconsumed_tail or packed[at : at + step]
            at += 0 if unpack.unconsumed_tail else step
            size += len(unpack.decompress(given, 1 << 20))
    except zlib.error:
        pass
    return size


def damaged(name: str, failure: Exception) -> InputError:
    """The error for a file that a library cannot read."""
    reason = " ".join(str(failure).split())[:120] or type(failure).__name__
    return InputError(
        "the document is damaged or was not copied whole ({reason}).",
        name,
        "Open it, save it again, and try that file.",
        reason=reason,
    )


def missing_library(library: str) -> MissingExtra:
    """The error that says how to install what documents need."""
    return MissingExtra(
        "documents need {library}, which is not installed.",
        mend='Type: pip install "socwork-standard[pdf]"',
        library=library,
    )
