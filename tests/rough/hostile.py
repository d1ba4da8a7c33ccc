"""Files made to exhaust a machine: small to make, endless to read for a reader without bounds."""

from __future__ import annotations

import io
import zipfile
from itertools import pairwise
from pathlib import Path

MILLION = 1_000_000
_SHEET = (
    '<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    "{dimension}<sheetData>{rows}</sheetData></worksheet>"
)
_WORKBOOK = {
    "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    "_rels/.rels": '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Target="xl/workbook.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>',
    "xl/workbook.xml": '<?xml version="1.0"?>'
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<?xml version="1.0"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Target="worksheets/sheet1.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/></Relationships>',
}
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _zip(parts: dict[str, str | bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return held.getvalue()


def workbook(rows: str, dimension: str = "") -> bytes:
    """A workbook of one sheet with these rows as XML."""
    return _zip({**_WORKBOOK, "xl/worksheets/sheet1.xml": _SHEET.format(rows=rows, dimension=dimension)})


def word(body: str, head: str = "") -> bytes:
    """A Word document with this body as XML; `head` stands before its root."""
    types = _WORKBOOK["[Content_Types].xml"].replace("xl/workbook.xml", "word/document.xml")
    types = types.replace("spreadsheetml.sheet.main", "wordprocessingml.document.main")
    relations = _WORKBOOK["_rels/.rels"].replace("xl/workbook.xml", "word/document.xml")
    document = (
        f'<?xml version="1.0"?>{head}<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    )
    return _zip({"[Content_Types].xml": types, "_rels/.rels": relations, "word/document.xml": document})


def _cell(reference: str) -> str:
    return f'<row r="{reference.lstrip("ABCDEFX")}"><c r="{reference}" t="inlineStr"><is><t>id</t></is></c></row>'


def _pdf(objects: int) -> bytes:
    body = b"".join(b"%d 0 obj\n<< /Type /Page /Parent 2 0 R >>\nendobj\n" % n for n in range(3, objects))
    kids = b" ".join(b"%d 0 R" % n for n in range(3, objects))
    pages = b"2 0 obj\n<< /Type /Pages /Count %d /Kids [%s] >>\nendobj\n" % (objects - 3, kids)
    head = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    return head + pages + body + b"trailer\n<< /Root 1 0 R >>\n%%EOF\n"


def laughs(root: str) -> str:
    """A declaration whose entity would be a billion times as long as it looks."""
    names = "abcdefghij"
    steps = "".join(f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in pairwise(names))
    return f'<!DOCTYPE {root} [<!ENTITY a "ha">{steps}]>'


def hostile_files(folder: Path) -> dict[str, tuple[str, ...]]:
    """Write the files; each with the commands that would read it, as their words before the file."""
    register = ("register",)
    map_ = ("map",)
    cv = ("record import",)
    check = ("check",)
    made: dict[str, tuple[bytes, tuple[str, ...]]] = {
        "one-line.csv": (b"id,fact\n1," + b"x" * (200 * MILLION), (*register, *map_)),
        "columns.csv": (b"id" + b",a" * MILLION * 2 + b"\n" + b"1" + b",2" * MILLION * 2, (*register, *map_)),
        "rows.xlsx": (
            workbook(_cell("A1") + _cell("XFD1048576"), '<dimension ref="A1:XFD10000000"/>'),
            (*register, *map_),
        ),
        "bomb.xlsx": (workbook(" " * (100 * MILLION)), (*register, *map_)),
        "bomb.docx": (word(" " * (310 * MILLION)), map_),
        "laughs.docx": (word("<w:p><w:r><w:t>&j;</w:t></w:r></w:p>", laughs("w:document")), map_),
        "laughs.xml": (f'<?xml version="1.0"?>{laughs("Candidate")}<Candidate>&j;</Candidate>'.encode(), cv),
        "wide.docx": (
            word(
                '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'
            ),
            map_,
        ),
        "wide.html": (b"<html><table><tr><td colspan=999999999 rowspan=999999999>a</td></tr></table>", map_),
        "deep.html": (b"<html>" + b"<div>" * (2 * MILLION), map_),
        "deep.docx": (word("<w:tbl><w:tr><w:tc>" * 20_000 + "</w:tc></w:tr></w:tbl>" * 20_000), map_),
        "deep.yaml": (b"a: " + b"[" * (3 * MILLION), (*check, *map_, *register)),
        "deep.json": (b'{"a":' * (2 * MILLION), (*check, *map_, *register, *cv, "verify --record {person}")),
        "digits.json": (b'{"id": ' + b"9" * (5 * MILLION) + b"}", (*check, *map_, *register, *cv)),
        "laughs.yaml": (
            b"a: &a [x]\n"
            + b"".join(b"%c: &%c [%s]\n" % (n, n, b"*%c," % (n - 1) * 9) for n in range(98, 122)),
            (*check, *map_),
        ),
        "objects.pdf": (_pdf(200_000), map_),
        "loop.pdf": (_pdf(10).replace(b"3 0 R", b"2 0 R"), map_),
        "long.txt": (b"a " * (29 * MILLION), (*map_, "data verify-source", "data import -o {out}")),
        "lines.txt": (b"a\n" * (29 * MILLION), (*map_, "data import -o {out}")),
    }
    found = {}
    for name, (content, commands) in made.items():
        (folder / name).write_bytes(content)
        found[name] = commands
    return found
