"""Whatever is sent as a staff list, the server answers with a reason, and does what the file asks in nothing."""

from __future__ import annotations

import io
import zipfile

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from staff_asking import DAY, LIST, RU, finish

REGISTER = "/api/v1/register?wait=60&lang=en"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504
ENDINGS = ("csv", "xlsx", "xlsm", "json", "jsonl", "yaml", "parquet", "txt", "xls", "db")


def bomb() -> bytes:
    """Give a workbook of a few kilobytes that would unpack to hundreds of megabytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w") as part:
            for _ in range(200):
                part.write(bytes(1_000_000))
    return stream.getvalue()


def many() -> bytes:
    """Give an archive with far more entries than a workbook has."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("xl/workbook.xml", b"<workbook/>")
        for number in range(6_000):
            archive.writestr(f"xl/{number}", b"")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("blank.csv", b"\n \n", "empty"),
        ("locked.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("old.xls", OLE + "Workbook".encode("utf-16-le"), ".xls"),
        ("page.xls", b"<html><body><table><tr><td>1</td></tr></table>", "web page"),
        ("list.pdf", b"%PDF-1.7 ...", "PDF"),
        ("photo.png", b"\x89PNG\r\n\x1a\n" + bytes(100), ""),
        ("cut.xlsx", b"PK\x03\x04 cut off", "damaged"),
        ("staff.zip", b"PK\x05\x06" + bytes(18), "not an .xlsx workbook"),
        ("staff.gz", b"\x1f\x8b\x08", "archive"),
        ("cut.parquet", b"PAR1 cut", "Parquet"),
        ("staff.db", b"SQLite format 3\x00", "database"),
        ("bomb.xlsx", bomb(), "zip bomb"),
        ("many.xlsx", many(), "archive of 6001 files"),
        ("aliases.yaml", b"a: &a [1]\nb: *a\n", ""),
        ("deep.json", b"[" * 100_000, ""),
        ("sqlite:///etc/passwd", b"x", "headings"),
        ("../../staff.csv", b"a;b\n1;2", "headings"),
    ],
    ids=lambda value: repr(value[:8]) if isinstance(value, bytes) else None,  # an archive holds the time
)
def test_a_bad_file_is_answered_with_a_reason(
    client: TestClient, name: str, content: bytes, said: str
) -> None:
    """The answer is a problem with the reason, at status 422."""
    answer = client.post(REGISTER, files={"file": (name, content)})
    assert answer.status_code == 422, answer.text
    assert said in answer.json()["detail"]


def test_an_empty_file_is_told(client: TestClient) -> None:
    """A file of no bytes is refused at once."""
    answer = client.post(REGISTER, files={"file": ("staff.csv", b"")})
    assert (answer.status_code, answer.json()["where"]) == (422, "file")


def test_formulas_are_not_worked_out(client: TestClient) -> None:
    """A formula counts as the value stored with it, and asks nothing of any other machine."""
    xlsxwriter = pytest.importorskip("xlsxwriter", reason="the extra `xlsx` is not installed")
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet("staff")
        for number, line in enumerate(LIST.splitlines()):
            sheet.write_row(number, 0, line.split(","))
        sheet.write_formula(1, 0, '=WEBSERVICE("http://127.0.0.1:9/")', None, "0417")
        sheet.write_formula(2, 0, "='[http://127.0.0.1:9/other.xlsx]s'!A1", None, "0417")
    answer = client.post(
        REGISTER, data={"day": DAY}, files={"file": ("staff.xlsx", stream.getvalue())}
    ).json()
    plain = client.post(REGISTER, data={"day": DAY}, files={"file": ("staff.csv", LIST)}).json()
    assert answer["verdicts"] == plain["verdicts"]


def test_texts_like_formulas_do_no_harm_on_their_way_out(client: TestClient) -> None:
    """What begins like a formula is a text in the CSV that is taken away."""
    listed = LIST.replace("0419", "=1+1")
    answer = client.post(
        "/staff", data={"day": DAY}, files={"file": ("staff.csv", listed)}, follow_redirects=False
    )
    address = answer.headers["location"]
    finish(client, address)
    assert ";'=1+1;" in ";" + client.get(f"{address}/files/verdicts.csv").text.replace("\r\n", "\r\n;")


def test_what_a_list_says_is_text_on_the_page(client: TestClient) -> None:
    """A script in a cell is shown as letters."""
    listed = LIST.replace("0419,education,1", "0419,education,<script>alert(1)</script>")
    answer = client.post(
        "/staff", data={"day": DAY}, files={"file": ("staff.csv", listed)}, follow_redirects=False
    )
    finish(client, answer.headers["location"])
    page = client.get(answer.headers["location"] + "/list/verdicts").text
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page


WORKBOOK = RU.read_bytes()
damaged = st.tuples(st.integers(0, len(WORKBOOK) - 1), st.binary(min_size=1, max_size=30)).map(
    lambda given: WORKBOOK[: given[0]] + given[1] + WORKBOOK[given[0] + len(given[1]) :]
)
texts = st.text(max_size=300).map(lambda given: given.encode("utf-8", "surrogatepass"))
FUZZ = {"deadline": None, "derandomize": True, "suppress_health_check": [HealthCheck.function_scoped_fixture]}


@pytest.mark.slow
@settings(max_examples=60, **FUZZ)  # type: ignore[arg-type]
@given(st.sampled_from(ENDINGS), st.binary(max_size=400) | texts | damaged)
@example("json", b'{"staff": [null]}')
@example("csv", b"id;fact\n1;education")
def test_no_upload_is_a_mistake_of_the_server(client: TestClient, ending: str, content: bytes) -> None:
    """Bytes of no sense, and a workbook with some bytes changed, under every ending: answered or refused."""
    answer = client.post(REGISTER, files={"file": (f"staff.{ending}", content)})
    assert answer.status_code in {200, 422}, answer.text


@settings(max_examples=150, **FUZZ)  # type: ignore[arg-type]
@given(
    st.sampled_from(
        ["multipart/form-data; boundary=b", "multipart/form-data", "application/json", "text/plain", ""]
    ),
    st.binary(max_size=300)
    | st.text(max_size=200).map(lambda given: f"--b\r\n{given}\r\n--b--\r\n".encode()),
    st.sampled_from(["/staff", "/api/v1/register"]),
)
@example(
    "multipart/form-data; boundary=b",
    b'--b\r\nContent-Disposition: form-data; name="file"\r\n\r\nx\r\n--b--',
    "/staff",
)
def test_no_body_is_a_mistake_of_the_server(client: TestClient, kind: str, body: bytes, path: str) -> None:
    """A body that is no form is refused."""
    answer = client.post(path, content=body, headers={"content-type": kind})
    assert answer.status_code == 422, answer.text
