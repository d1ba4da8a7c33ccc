"""Documents that must not be opened, or cannot be: one clear error each."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socwork_standard.documents import guard
from socwork_standard.documents.read import read_document
from socwork_standard.errors import InputError, SocworkError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TYPES = b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def _archive(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return file.getvalue()


def _pdf_with(stream: bytes, dictionary: bytes = b"/Filter /FlateDecode") -> bytes:
    return b"%PDF-1.4\n1 0 obj <<" + dictionary + b">>\nstream\n" + stream + b"\nendstream endobj\n%%EOF"


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "empty"),
        (b" \n\x00", "empty"),
        (_OLE + b"x" * 600, r"\.doc\b"),
        (_OLE + b"EncryptedPackage".decode().encode("utf-16-le"), "password"),
        (b"{\\rtf1 a}", "RTF"),
        (b"PK\x03\x04broken", "damaged"),
        (_archive(), "another kind"),
        (_archive(document=b"<w"), "damaged"),
        (b"\x89PNG\r\n", "picture"),
        (b"%PDF-1.4\nbroken", "damaged|no text"),
        (b"a\x00" * 400, "NUL"),
    ],
    ids=lambda value: repr(value[:8]) if isinstance(value, bytes) else None,  # an archive holds the time
)
def test_what_is_no_readable_document_is_refused(raw: bytes, said: str) -> None:
    """Each wrong file gets one InputError that names the file and says what it is."""
    with pytest.raises(InputError, match=said) as failure:
        read_document(raw, "file.docx")
    assert failure.value.where == "file.docx"
    assert failure.value.mend


def test_a_zip_bomb_is_not_opened() -> None:
    """A part that unpacks to far more than its size is refused before a library sees it."""
    with pytest.raises(InputError, match="zip bomb"):
        read_document(_archive(document=b"<a>" + b" " * 60_000_000), "a.docx")


def test_a_pdf_bomb_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """Streams that unpack to too much, or are packed twice, are refused before a library sees them."""
    monkeypatch.setattr(guard, "MOST_UNPACKED", 1_000_000)
    with pytest.raises(InputError, match="bomb"):
        read_document(_pdf_with(zlib.compress(b" " * 2_000_000)), "a.pdf")
    with pytest.raises(InputError, match="several times"):
        read_document(_pdf_with(b"", b"/Filter [/FlateDecode /FlateDecode]"), "a.pdf")


def test_a_file_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit of size is told with the size."""
    monkeypatch.setattr(guard, "MOST_BYTES", 3_000_000)
    with pytest.raises(InputError, match="4 MB"):
        read_document(b"a" * 4_000_000, "a.txt")


def test_a_missing_file_is_told() -> None:
    """A path without a file is an InputError."""
    with pytest.raises(InputError, match="no such file"):
        read_document("absent.docx")


def _never_a_traceback(raw: bytes, name: str) -> None:
    try:
        read_document(raw, name)
    except SocworkError as failure:
        said = str(failure)
    else:
        said = "read"
    assert said


@given(st.binary(max_size=400), st.sampled_from([b"", b"<html>", b"%PDF-1.4\n", b"PK\x03\x04"]))
@settings(max_examples=150)
def test_any_bytes_give_a_document_or_a_clear_error(raw: bytes, start: bytes) -> None:
    """No bytes raise anything but the package's own errors."""
    _never_a_traceback(start + raw, "file")


@given(
    st.text(max_size=300), st.sampled_from(["<table>", "<table><tr><td rowspan=3 colspan=2>", "<ul><li>", ""])
)
def test_any_page_is_read(text: str, tags: str) -> None:
    """Whatever stands in a page, reading it gives blocks or a clear error."""
    _never_a_traceback(f"<html>{tags}{text}{tags}{text}".encode("utf-8", "replace"), "a.html")


@given(st.data())
@settings(max_examples=60)
def test_a_damaged_docx_never_gives_a_traceback(data: st.DataObject) -> None:
    """A .docx whose main part is cut or changed is read or refused."""
    docx = pytest.importorskip("docx")
    document: Any = docx.Document()
    document.add_table(2, 2).cell(0, 0).text = "a"
    file = io.BytesIO()
    document.save(file)
    with zipfile.ZipFile(file) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    name = data.draw(st.sampled_from(sorted(parts)))
    at = data.draw(st.integers(0, max(0, len(parts[name]) - 1)))
    parts[name] = parts[name][:at] + data.draw(st.binary(max_size=4)) + parts[name][at + 1 :]
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as target:
        for one, content in parts.items():
            target.writestr(one, content)
    _never_a_traceback(made.getvalue(), "a.docx")


@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=6))
@settings(max_examples=40)
def test_a_damaged_pdf_never_gives_a_traceback(at: int, more: bytes) -> None:
    """A PDF with changed bytes is read or refused."""
    raw = _small_pdf()
    at %= len(raw)
    _never_a_traceback(raw[:at] + more + raw[at + len(more) :], "a.pdf")


_MADE: list[bytes] = []


def _small_pdf() -> bytes:
    if not _MADE:
        typst: Any = pytest.importorskip("typst")
        _MADE.append(typst.compile(b"a #table(columns: 2, [b], [c])"))
    return _MADE[0]


def test_a_broken_archive_of_fonts_is_not_a_reason_to_fail(word: Callable[..., bytes]) -> None:
    """A .docx without any text gives no blocks and no error."""
    assert read_document(word(lambda _: None), "a.docx").blocks == ()


@pytest.mark.parametrize(
    ("stream", "name", "said"),
    [
        ("Workbook\0", "x.doc", ".xls"),
        ("WordDocument", "x.xls", ".doc"),
        ("", "x.xls", ".xls"),
        ("", "x.doc", ".doc"),
    ],
)
def test_an_old_workbook_is_told_from_an_old_document(stream: str, name: str, said: str) -> None:
    """The list of streams says which it is; where it says nothing, the ending does."""
    raw = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + stream.encode("utf-16-le")
    with pytest.raises(InputError) as failure:
        guard.kind_of(raw, name)
    assert f"old format {said}." in failure.value.what
