"""Reading a document of any known kind."""

from pathlib import Path

from socwork_standard.data.files import read_bytes
from socwork_standard.documents.guard import kind_of
from socwork_standard.documents.html import read_html
from socwork_standard.documents.model import Document
from socwork_standard.documents.pdf import read_pdf
from socwork_standard.documents.plain import read_plain
from socwork_standard.documents.word import read_word

_READERS = {"docx": read_word, "pdf": read_pdf, "html": read_html, "text": read_plain}


def read_document(source: str | Path | bytes, name: str | None = None) -> Document:
    """Read DOCX, PDF, HTML or plain text from a path, or from bytes (`name` then stands for the file in messages).

    What the file is, its bytes say, not its name.  Raises `InputError` for what cannot be read (locked, damaged, an
    old format, a scan without text, far too large) and `MissingExtra` where a library is not installed.
    """
    shown = name or ("the document" if isinstance(source, bytes) else str(source))
    raw = source if isinstance(source, bytes) else read_bytes(Path(source), shown)
    return _READERS[kind_of(raw, shown)](raw, shown)
