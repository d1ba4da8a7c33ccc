"""What the changing begins with: sound files of every kind, small, from the examples, the data and the tests."""

import io
import json
import re
import runpy
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from containers import parquet_of, pdf_of, zipped

from socwork_standard.curriculum.decisions import DecisionsFile
from socwork_standard.curriculum.session import Reviewer, Session
from socwork_standard.data.load import load_standard
from socwork_standard.eligibility.check import Checker
from socwork_standard.eligibility.record import read_records
from socwork_standard.i18n import text
from socwork_standard.model.base import LANGUAGES
from socwork_standard.programme.reading import read_curriculum
from socwork_standard.register.unrecognised import COLUMNS, column_titles, sheet_title

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
SMALL = ROOT / "tests" / "checks" / "small"
PEOPLE = EXAMPLES / "people"
_HEAD = 30
_UNREAD = re.compile(r"theme|thumbnail|stylesWithEffects|customXml/item")

CURRICULUM = """programme: {title: Social work, level: bachelor}
courses:
  - code: SW101
    title: Theory of social work
    credits: 5
    semester: 1
    outcomes:
      - {id: LO1, text: Assess the needs of a person in a difficult life situation.}
      - {id: LO2, text: Plan special social services for a family.}
  - code: SW102
    title: Law
    description: Rights of persons with disabilities.
    outcomes:
      - {id: LO1, text: Отбасының қажеттіліктерін бағалау}
""".encode()
SYLLABUS = (
    "# Social work\n\nСтепень: бакалавр\n\n3 семестр\n\n## SW101 Теория социальной работы (5 кредитов)\n\n"
    "Результаты обучения:\n1) Оценивать потребности семьи.\n2) Планировать социальные услуги.\nПК-3. Вести случай.\n\n"
    "Пән: SW102 Құқық негіздері\nКредит саны: 5\nОқыту нәтижелері:\n- Отбасының қажеттіліктерін бағалау\n"
    "ON2 Арнаулы әлеуметтік қызметтерді жоспарлау\n\nCourse: SW103 Ethics\nLearning outcomes\nLO1. Keep to the code.\n"
)
COURSES = (
    ("course code", "course title", "credits", "semester", "id", "learning outcomes"),
    ("SW101", "Theory of social work", "5", "1", "LO1", "Assess the needs of a person."),
    ("", "", "", "", "LO2", "Plan services for a family."),
    ("SW102", "Law", "3/90", "2", "", "1) Know rights. 2) Apply the law."),
)
STAFF = (
    (
        "табельный №",
        "факт",
        "уровень образования",
        "специальность",
        "должность",
        "категория",
        "начало",
        "окончание",
    ),
    ("0417", "образование", "высшее", "Социальная работа", "", "", "", "30.06.2015"),
    ("0417", "опыт работы", "", "", "Специалист по социальной работе", "вторая", "01.09.2015", "по н.в."),
    ("0418", "образование", "ТиПО", "Педагогика", "", "", "", "2010"),
    ("0418", "опыт работы", "", "", "сиделка", "", "06.2011", "12.2019"),
    ("0419", "обучение", "нет", "", "", "", "", ""),
)
FORM = {
    "card": "13", "category": "highest", "day": "2025-06-01", "id": "0417", "unit": "2", "education.state": "list",
    "education.0.level": "bachelor", "education.0.speciality": "Социальная работа",
    "education.0.completed": "30.06.2015",
    "education.0.recognised": "yes", "experience.state": "list", "experience.more": "yes", "do": "check",
    "experience.0.position": "Social worker", "experience.0.start": "09.2015", "experience.0.ongoing": "yes",
    "training.state": "none", "attested.category": "first", "attested.on": "2022-06-20",
    "reading.higher-diploma": "accept", "preset": "practice",
}  # fmt: skip


def files(*patterns: str, under: Path = ROOT, most: int = 40_000) -> list[bytes]:
    """The files of the checkout that fit, those that are not too long."""
    found = (path for pattern in patterns for path in sorted(under.glob(pattern)))
    return [path.read_bytes() for path in found if path.stat().st_size <= most]


def encoded(*values: object) -> list[bytes]:
    """Each value as JSON."""
    return [json.dumps(one, ensure_ascii=False, indent=1).encode() for one in values]


def texts(*given: str) -> list[bytes]:
    """Each text in UTF-8."""
    return [one.encode() for one in given]


def people() -> list[dict[str, Any]]:
    """The records of the examples, as plain data."""
    return [
        one.model_dump(mode="json", exclude_unset=True)
        for path in sorted(PEOPLE.glob("*.yaml"))
        for one in read_records(path)
    ]


def delimited(rows: Iterable[Sequence[str]], sign: str) -> bytes:
    """Rows as separated text."""
    return "\n".join(
        sign.join(f'"{cell}"' if sign in cell else cell for cell in row) for row in rows
    ).encode()


def workbook(sheets: dict[str, Sequence[Sequence[Any]]], *, merged: bool = False, pairs: int = 0) -> bytes:
    """A workbook of these sheets; `merged`: with a merged cell, a formula and a day; `pairs` of merged cells below."""
    import xlsxwriter  # type: ignore[import-untyped]

    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"default_date_format": "dd.mm.yyyy"}) as book:
        for title, rows in sheets.items():
            sheet = book.add_worksheet(title)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
            for number in range(pairs):
                top = len(rows) + 2 * number
                sheet.merge_range(top, 0, top + 1, 0, f"{number}")
            if merged:
                sheet.merge_range(len(rows), 0, len(rows) + 1, 1, "0420")
                sheet.write_formula(len(rows), 2, "=1/0", None, "#DIV/0!")
                sheet.write_datetime(len(rows), 6, date(2020, 1, 2))
    return _packed_small(file.getvalue())


def _packed_small(raw: bytes) -> bytes:
    """A workbook or document in which the parts that no reader looks at are empty: themes, pictures."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return zipped({one: b"" if _UNREAD.search(one) else archive.read(one) for one in archive.namelist()})


def start_of(path: Path, lines: int = _HEAD) -> bytes:
    """The first lines of a file."""
    return b"\n".join(path.read_bytes().split(b"\n")[:lines])


# -- documents --------------------------------------------------------------------------------------------------------


def word(paragraphs: str, table: Sequence[Sequence[str]]) -> bytes:
    """A Word document of these lines and a table, with a header and a merged cell."""
    import docx

    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Social work"
    for line in paragraphs.split("\n"):
        document.add_heading(line.strip("# "), 1) if line.startswith("#") else document.add_paragraph(line)
    shape = document.add_table(len(table), len(table[0]))
    for row, cells in zip(shape.rows, table, strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    shape.cell(0, 0).merge(shape.cell(1, 0))
    file = io.BytesIO()
    document.save(file)
    return _packed_small(file.getvalue())


def page(paragraphs: str, table: Sequence[Sequence[str]]) -> bytes:
    """A web page of these lines and a table."""
    lines = "".join(
        f"<h2>{one.strip('# ')}</h2>" if one.startswith("#") else f"<p>{one}</p>"
        for one in paragraphs.split("\n")
    )
    rows = "".join(
        "<tr>" + "".join(f'<td rowspan="1" colspan="1">{cell}</td>' for cell in row) + "</tr>"
        for row in table
    )
    body = f"{lines}<ul><li>a</li></ul><table>{rows}</table>"
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>{body}</body></html>'.encode()


@cache
def prints() -> list[bytes]:
    """PDF files: one written by hand in Latin letters, one as a typesetting program writes it."""
    import typst
    from pypdf import PdfReader, PdfWriter

    rows = "".join(f"[{cell}]," for row in COURSES for cell in row)
    source = f"= Social work\n\n{SYLLABUS.replace('#', '')}\n#table(columns: 6, {rows})"
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(typst.compile(source.encode()))))
    file = io.BytesIO()
    writer.write(file)
    return [by_hand(), file.getvalue()]


def by_hand() -> bytes:
    """A PDF of one page with lines, a table with rules, and a picture."""
    lines = [
        b"BT /F1 12 Tf 72 740 Td (Course: SW101) Tj 0 -16 Td (Learning outcomes:) Tj 0 -16 Td (1. Plan) Tj ET"
    ]
    for row, cells in enumerate(COURSES):
        top = 640 - 20 * row
        lines += [b"%d %d 80 20 re S" % (40 + 90 * column, top) for column in range(6)]
        lines += [
            b"BT /F1 9 Tf %d %d Td (%s) Tj ET" % (44 + 90 * column, top + 6, cell[:14].encode())
            for column, cell in enumerate(cells)
        ]
    drawn = b"\n".join(lines)
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R /Resources "
        b"<< /Font << /F1 4 0 R >> /XObject << /I 6 0 R >> >> >>",
        4: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        5: b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
        6: b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray"
        b" /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream",
    }
    return pdf_of(objects, b"trailer\n<< /Root 1 0 R /Size 7 >>\nstartxref")


# -- official texts ---------------------------------------------------------------------------------------------------


@cache
def orders(kind: str) -> list[bytes]:
    """Invented professional standards as text, web page or Word document."""
    inventing = runpy.run_path(str(ROOT / "tests" / "importing" / "inventing.py"))
    found = [inventing["invent"](number, damaged=kind == "text").text for number in range(6)]
    found = sorted(found, key=len)[:3]
    if kind == "text":
        return texts(*found)
    return [
        inventing["as_html"](one).encode() if kind == "html" else _packed_small(inventing["as_docx"](one))
        for one in found
    ]


# -- what the program wrote -------------------------------------------------------------------------------------------


def aliases_book() -> bytes:
    """A report whose sheet of unrecognised names was filled in."""
    titles = column_titles("ru")
    rows = [titles, ("должности", "соцработник", 3, "", "social-worker"), ("posts", "a", 1, "", "")]
    assert len(titles) == len(COLUMNS)
    return workbook({"Report": [("a", "b")], sheet_title("ru"): rows})


@cache
def review_session() -> Session:
    """A review of a small curriculum."""
    curriculum = read_curriculum(CURRICULUM, "a.yaml").curriculum
    file = DecisionsFile(Path(tempfile.gettempdir()) / "there-is-no-such-file.yaml", curriculum)
    return Session(load_standard(), curriculum, file, Reviewer("Dean", date(2025, 6, 1)), top=2)


def review_book() -> bytes:
    """The workbook of a review, with some decisions filled in."""
    from socwork_standard.curriculum.sheet import ADDING
    from socwork_standard.curriculum.sheet import COLUMNS as ASKED

    session = review_session()
    rows: list[tuple[str, ...]] = [tuple(text("ru", f"review.sheet.{name}") for name in ASKED)]
    for number, one in enumerate(session.outcomes):
        for row in session.rows(number):
            known = {
                "course": one.course,
                "outcome": one.outcome or "",
                "text": one.text,
                "competency": row.link.competency,
            }
            rows.append(
                tuple(
                    {**known, "decision": "confirmed", "who": "Dean", "why": "-"}.get(name, "")
                    for name in ASKED
                )
            )
    added = [
        tuple(text("kk", f"review.sheet.{name}") for name in ADDING),
        ("SW101", "LO1", rows[1][4], "", "why"),
    ]
    return workbook({"Review": rows, "Add": added})


@cache
def decisions() -> list[bytes]:
    """What `socwork check --format json` prints: one decision, and several."""
    checker = Checker()
    found = [
        checker.check(one, 13, as_of="2025-06-01", policy={"preset": "practice"}, language=language).as_dict()
        for one, language in zip(people()[:3], LANGUAGES, strict=True)
    ]
    return [
        json.dumps(one, default=str, ensure_ascii=False).encode() for one in (found[0], {"decisions": found})
    ]


def database() -> bytes:
    """A SQLite file with a staff list."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.db"
        base = sqlite3.connect(path)
        with base:
            base.execute("PRAGMA page_size = 512")
            base.execute("CREATE TABLE staff (id TEXT, fact TEXT, level TEXT, completed TEXT, position TEXT)")
            base.executemany("INSERT INTO staff VALUES (?, ?, ?, ?, ?)", _staff_rows())
        base.close()
        return path.read_bytes()


def _staff_rows() -> Iterator[tuple[str, ...]]:
    for row in STAFF[1:]:
        yield row[0], row[1], row[2], row[7], row[4]


def columns() -> list[bytes]:
    """Parquet files: a table of facts, and nested records."""
    flat = [dict(zip(STAFF[0], row, strict=True)) for row in STAFF[1:]]
    return [parquet_of(flat), parquet_of(people()[:4])]


def forms() -> list[bytes]:
    """A submitted form in both encodings."""
    multi = "".join(
        f'--AaB\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'
        for key, value in FORM.items()
    )
    multi += '--AaB\r\nContent-Disposition: form-data; name="file"; filename="a.yaml"\r\n\r\nid: "1"\r\n--AaB--\r\n'
    return [urlencode(FORM).encode(), multi.encode()]


@cache
def cvs() -> dict[str, list[bytes]]:
    """CVs of invented people, in JSON and XML."""
    known = runpy.run_path(str(ROOT / "tests" / "record" / "cvs.py"))
    return {
        "json": encoded(known["resume"](), known["LEARNER_JSON"]),
        "xml": texts(known["LEARNER_XML"], known["CANDIDATE_XML"]),
    }
