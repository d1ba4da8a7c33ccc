"""Files that are no register: one clear message each, and never anything but our own errors."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from socwork_standard.errors import InputError, MissingExtra, SocworkError
from socwork_standard.register.read import read_register
from socwork_standard.sheets import guard

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504


def refused(path: Path | str) -> str:
    """Return the message with which a source is refused."""
    with pytest.raises(InputError) as failure:
        read_register(path)
    return str(failure.value)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.csv", b"", "empty"),
        ("blank.csv", b"\n \n", "empty"),
        ("empty.xlsx", b"", "empty"),
        ("locked.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("old.xls", OLE + "Workbook".encode("utf-16-le"), ".xls"),
        ("page.xls", b"<html><body><table><tr><td>1</td></tr></table>", "web page"),
        ("list.pdf", b"%PDF-1.7 ...", "PDF"),
        ("cut.xlsx", b"PK\x03\x04 cut off", "damaged"),
        ("nuls.csv", b"id;fact\n" + b"\x00" * 1000, "NUL"),
        ("words.csv", "просто текст\nбез заголовков".encode(), "headings"),
        ("words.txt", b"1;2;3\n4;5;6", "headings"),
        ("no-id.csv", b"fact;level\neducation;higher", "headings"),
        ("only-heads.csv", b"id;fact;level\n", "nobody"),
        ("no-columns.csv", b"id;fact\n1;education", "kind of fact"),
        ("cut.parquet", b"PAR1 cut", "Parquet"),
        ("broken.json", b'{"id": ', "JSON"),
        ("text.json", b'"only text"', "no staff record"),
        ("tabs.yaml", b"id: 1\n\tunit: x", "YAML"),
        ("cut.db", b"SQLite format 3\x00 cut", "database"),
    ],
)
def test_a_bad_file_is_refused_with_a_reason(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    """The message says what is wrong, where, and what to do."""
    path = tmp_path / name
    path.write_bytes(content)
    message = refused(path)
    assert said in message
    assert name in message


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    """There is no such file."""
    assert "no such file" in refused(tmp_path / "nothing.xlsx")


def test_a_folder_without_records_is_refused(tmp_path: Path) -> None:
    """An empty folder is told from an empty register."""
    assert "no records" in refused(tmp_path)


def test_a_zip_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    """A document or an archive under the name of a workbook."""
    path = tmp_path / "letter.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    assert "not an .xlsx workbook" in refused(path)


def workbook_with(path: Path, entry: str, content: bytes) -> None:
    """Write a workbook and replace one of its parts."""
    raw = io.BytesIO()
    with xlsxwriter.Workbook(raw) as book:
        sheet = book.add_worksheet("a")
        sheet.write_row(0, 0, ["id", "fact", "level"])
        sheet.write_row(1, 0, ["1", "education", "higher"])
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, content if name == entry else old.read(name))


def test_a_zip_bomb_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A part that unpacks to far more than its size suggests is refused before anything unpacks it."""
    monkeypatch.setattr(guard, "_SUSPICIOUS_BYTES", 1_000_000)
    path = tmp_path / "bomb.xlsx"
    workbook_with(path, "xl/sharedStrings.xml", b" " * 5_000_000)
    assert "zip bomb" in refused(path)


def test_a_part_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    """The size in the directory of the archive is not believed."""
    path = tmp_path / "liar.xlsx"
    workbook_with(path, "xl/sharedStrings.xml", b"<sst>" + b"x" * 100_000 + b"</sst>")
    raw = bytearray(path.read_bytes())
    size = (100_011).to_bytes(4, "little")
    place = raw.rfind(size)
    assert place > 0
    raw[place : place + 4] = (50).to_bytes(4, "little")
    path.write_bytes(bytes(raw))
    assert "damaged" in refused(path)


def test_one_cell_far_away_does_not_fill_the_memory(tmp_path: Path) -> None:
    """A sheet that spans seventeen thousand million cells is refused."""
    path = tmp_path / "far.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("a")
        sheet.write_row(0, 0, ["id", "fact", "level"])
        sheet.write(1_048_575, 16_383, "x")
    assert "16,384 columns" in refused(path)


def test_a_million_empty_rows_cost_nothing(tmp_path: Path) -> None:
    """A lone blank at the end of a sheet leaves the rows above it as they are."""
    path = tmp_path / "long.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("a")
        sheet.write_row(0, 0, ["id", "fact", "level"])
        sheet.write_row(1, 0, ["1", "education", "higher"])
        sheet.write(1_048_575, 0, " ")
    register = read_register(path)
    assert (register.rows_read, len(register.records), register.problems) == (1, 1, ())


def test_a_sheet_of_200_columns_is_read_with_what_it_has(tmp_path: Path) -> None:
    """Unknown columns are named, the first twenty one by one and the others together."""
    path = tmp_path / "wide.csv"
    extra = ";".join(f"показатель {n}" for n in range(198))
    path.write_text(f"id;education_1_level;{extra}\n1;higher{';' * 198}\n", encoding="utf-8")
    register = read_register(path)
    assert len(register.records) == 1
    assert [one.code for one in register.problems] == ["R102"] * 21
    assert "показатель 197" not in register.problems[0].value


def test_several_sheets_with_people_are_asked_back(xlsx: Callable[..., Path]) -> None:
    """Two registers in one workbook: the user chooses."""
    rows = [["id", "fact", "level"], ["1", "education", "higher"]]
    path = xlsx({"Алматы": rows, "Астана": rows})
    message = refused(path)
    assert "Алматы, Астана" in message
    assert "--sheet" in message
    assert len(read_register(path, sheet="астана").records) == 1
    with pytest.raises(InputError, match="no sheet"):
        read_register(path, sheet="Шымкент")


def test_missing_libraries_are_named_with_the_line_to_type(
    xlsx: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the extra, the message is the command that installs it."""
    import sys

    path = xlsx({"a": [["id"]]})
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    with pytest.raises(MissingExtra, match=r'pip install "socwork-standard\[xlsx\]"'):
        read_register(path)
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(MissingExtra, match=r'pip install "socwork-standard\[postgres\]"'):
        read_register("postgresql://staff@localhost/staff?table=staff")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    parquet = path.with_suffix(".parquet")
    parquet.write_bytes(b"PAR1")
    with pytest.raises(MissingExtra, match=r'pip install "socwork-standard\[bulk\]"'):
        read_register(parquet)


@pytest.mark.parametrize("value", [{"staff": {}}, {"staff": "x"}, {"staff": []}, 7])
def test_a_file_without_a_list_of_people_is_refused(tmp_path: Path, value: Any) -> None:  # noqa: ANN401
    """`staff` must hold a list with somebody in it."""
    import json

    path = tmp_path / "staff.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    with pytest.raises(SocworkError):
        read_register(path)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("locked.xlsx", OLE + "EncryptedPackage".encode("utf-16-le")),
        ("old.xls", OLE + "Workbook".encode("utf-16-le")),
        ("cut.xlsx", b"PK\x03\x04 cut off"),
        ("nuls.csv", b"id;fact\n" + b"\x00" * 1000),
        ("words.csv", "просто текст\nбез заголовков".encode()),
        ("cut.parquet", b"PAR1 cut"),
        ("broken.json", b'{"id": '),
    ],
)
@pytest.mark.parametrize("command", ["register", "letters", "attestation", "anonymise"])
def test_every_command_on_a_staff_list_refuses_it_with_one_message(
    tmp_path: Path, name: str, content: bytes, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2, one line that names the file, no traceback, nothing written."""
    from socwork_standard.cli import main

    path, salt = tmp_path / name, tmp_path / "salt"
    path.write_bytes(content)
    salt.write_bytes(b"0123456789abcdef")
    more = {
        "register": ["-o", tmp_path / "out.xlsx"],
        "letters": ["-o", tmp_path / "out.pdf"],
        "attestation": ["-o", tmp_path / "out.xlsx"],
        "anonymise": ["-o", tmp_path / "out.csv", "--salt-file", salt],
    }[command]
    assert main([command, str(path), *map(str, more)]) == 2
    printed = capsys.readouterr()
    assert name in printed.err
    assert "Traceback" not in printed.err
    assert printed.out == ""
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted([name, "salt"])


def test_nul_bytes_in_one_row_cost_only_themselves(tmp_path: Path) -> None:
    """The rest of the row and of the file is read."""
    path = tmp_path / "staff.csv"
    path.write_bytes(b"id;fact;level\n1;education;hi\x00gher\n2;education;higher\n")
    register = read_register(path)
    assert [one.id for one in register.records] == ["1", "2"]
    assert [one.code for one in register.errors] == ["R110"]
