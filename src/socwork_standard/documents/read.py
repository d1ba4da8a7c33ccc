"""Reading a document of any known kind."""

from pathlib import Path

from socwork_standard.documents.guard import kind_of
from socwork_standard.documents.html import read_html
from socwork_standard.documents.model import Document
from socwork_standard.documents.pdf import read_pdf
from socwork_standard.documents.plain import read_plain
from socwork_standard.documents.word import read_word
from socwork_standard.errors import InputError, reason

_READERS = {"docx": read_word, "pdf": read_pdf, "html": read_html, "text": read_plain}


def read_document(source: str | Path | bytes, name: str | None = None) -> Document:
    """Read DOCX, PDF, HTML or plain text from a path, or from bytes (`name` then stands for the file in messages).

    What the file is, its bytes say, not its name.  Raises `InputError` for what cannot be read (locked, damaged, an
    old format, a scan without text, far too large) and `MissingExtra` where a library is not installed.
    """
    shown = name or ("the document" if isinstance(source, bytes) else str(source))
    raw = source if isinstance(source, bytes) else _bytes(Path(source), shown)
    return _READERS[kind_of(raw, shown)](raw, shown)


def _bytes(path: Path, name: str) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError("there is no such file.", name, "Check the path.") from None
    except OSError as failure:
        raise InputError(
            "the file cannot be read ({reason}).",
            name,
            "Check the path and its permissions.",
            reason=reason(failure),
        ) from None
