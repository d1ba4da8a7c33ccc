"""Reading plain text: UTF-8, UTF-16, cp1251 or KZ-1048."""

from socwork_standard.documents.model import Document, Gap, Line, clean
from socwork_standard.documents.place import Place
from socwork_standard.sheets.delimited import decode


def read_plain(raw: bytes, name: str) -> Document:
    """The lines of a text that hold anything; Markdown's signs of headings are understood."""
    text, lost = decode(raw, name)
    lines = []
    for number, written in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        line = clean(written)
        marks = len(line) - len(line.lstrip("#"))
        heading = marks if 0 < marks <= 6 and line[marks : marks + 1] == " " else None  # noqa: PLR2004
        if heading:
            line = line[marks:].strip(" #")
        if line:
            lines.append(Line(line, Place(line=number), heading))
    gaps = (Gap("letters", Place()),) if lost and "?" in text else ()
    return Document(name, "text", tuple(lines), gaps)
