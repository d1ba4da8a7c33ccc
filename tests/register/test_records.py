"""Records in YAML, JSON and folders, rows of databases and Parquet: the same people, and the same care."""

from __future__ import annotations

import io
import json
import sqlite3
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Self

import pyarrow as pa  # type: ignore[import-untyped]
import pytest
from pyarrow import parquet

from socwork_standard.eligibility.record import read_records
from socwork_standard.errors import InputError
from socwork_standard.register.read import read_register
from socwork_standard.register.sql import parse_connection, quoted, without_password
from socwork_standard.sheets.cells import as_cell

ROWS: list[dict[str, str | None]] = [
    {"id": "1", "fact": "education", "level": "higher", "completed": "2015"},
    {"id": "1", "fact": "training", "level": "нет", "completed": None},
]


def test_the_example_people_are_read_as_the_checker_reads_them(root: Path) -> None:
    """A folder of records gives what each file gives alone, values aside that mean the same."""
    folder = root / "examples" / "people"
    register = read_register(folder)
    assert [one.id for one in register.records] == [
        read_records(file)[0].id for file in sorted(folder.glob("*.yaml"))
    ]
    assert not register.errors


def test_a_bad_file_in_a_folder_stops_nothing(tmp_path: Path) -> None:
    """It is reported with its name and line, and the others are read."""
    (tmp_path / "a.yaml").write_text("id: 1\neducation: []\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("id: 2\n\tx: y\n", encoding="utf-8")
    (tmp_path / "c.json").write_text('[{"id": "3"}, 4]', encoding="utf-8")
    register = read_register(tmp_path)
    assert [one.id for one in register.records] == ["1", "3"]
    assert [(one.code, one.sheet) for one in register.problems] == [("R207", "b.yaml"), ("R207", "c.json")]
    assert (register.rows_read, register.rows_used) == (4, 2)
    assert register.places["1"] == ("a.yaml", 1)


def test_a_wrong_field_of_a_record_is_not_known(tmp_path: Path) -> None:
    """Unknown keys, wrong words and wrong kinds are reported with their line; the record stays."""
    path = tmp_path / "staff.yaml"
    path.write_text(
        "staff:\n"
        "  - id: 1\n"
        "    name: x\n"
        "    education:\n"
        "      - level: nothing known\n"
        "        completed: 31.02.2015\n"
        "        colour: red\n"
        "      - text\n"
        "    experience: many\n"
        "    attested: {category: second, on: 2024-05-20, by: x}\n",
        encoding="utf-8",
    )
    register = read_register(path)
    (record,) = register.records
    assert record.education is not None
    assert record.education[0].level is None
    assert record.education_complete is False
    assert record.experience is None
    assert record.attested is not None
    assert (record.attested.category, record.attested.on) == ("second", "2024-05-20")
    found = {(one.code, one.row, one.column) for one in register.problems}
    assert found == {
        ("R208", 3, "name"),
        ("R405", 5, "education[1].level"),
        ("R401", 5, "education[1].completed"),
        ("R208", 7, "education[1].colour"),
        ("R210", 8, "education[2]"),
        ("R210", 9, "experience"),
        ("R208", 10, "attested.by"),
    }


def test_values_of_a_database_become_cells(tmp_path: Path) -> None:
    """Numbers with a scale, bytes and lists are text, and nothing breaks."""
    path = tmp_path / "staff.parquet"
    table = pa.table(
        {
            "id": pa.array([Decimal("417.00")], pa.decimal128(10, 2)),
            "education_1_level": pa.array([b"higher"]),
            "education_1_completed": pa.array([date(2015, 6, 30)]),
        }
    )
    parquet.write_table(table, path)
    (record,) = read_register(path).records
    assert record.id == "417"
    assert record.education is not None
    assert (record.education[0].level, record.education[0].completed) == ("higher", "2015-06-30")
    assert as_cell(["a"]) == "['a']"


def test_two_records_with_one_id_are_put_together_and_reported(tmp_path: Path) -> None:
    """An id stands once."""
    path = tmp_path / "staff.json"
    path.write_text('[{"id": "1", "education": []}, {"id": "1", "training": []}]', encoding="utf-8")
    register = read_register(path)
    assert len(register.records) == 1
    assert [one.code for one in register.problems] == ["R302"]


def test_records_without_id_are_named_by_their_place(tmp_path: Path) -> None:
    """They are decided all the same."""
    path = tmp_path / "staff.json"
    path.write_text('[{"education": []}, {"education": []}]', encoding="utf-8")
    register = read_register(path)
    assert len(register.records) == 2
    assert [one.code for one in register.problems] == ["R305", "R305"]


def test_json_lines_are_records_and_a_bad_line_stops_nothing(tmp_path: Path) -> None:
    """Each line is a record of its own."""
    path = tmp_path / "staff.jsonl"
    path.write_text('{"id": "1", "education": []}\n{"id": \n{"id": "2"}\n', encoding="utf-8")
    register = read_register(path)
    assert [one.id for one in register.records] == ["1", "2"]
    assert [(one.code, one.row) for one in register.problems] == [("R207", 2)]


def test_parquet_is_read_flat_and_nested(tmp_path: Path) -> None:
    """Columns of a table, or lists of a record: both are known."""
    flat, nested = tmp_path / "flat.parquet", tmp_path / "nested.parquet"
    parquet.write_table(pa.Table.from_pylist(ROWS), flat)
    parquet.write_table(
        pa.Table.from_pylist([{"id": "1", "education": [{"level": "higher", "completed": "2015"}]}]), nested
    )
    one, other = read_register(flat), read_register(nested)
    assert one.records[0].education == other.records[0].education
    assert one.records[0].training == ()
    assert other.records[0].training is None
    assert one.places == {"1": (None, 1)}


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Return a SQLite file with two tables."""
    path = tmp_path / "staff.db"
    with sqlite3.connect(path) as base:
        base.execute("CREATE TABLE staff (id, fact, level, completed)")
        base.executemany("INSERT INTO staff VALUES (?, ?, ?, ?)", [tuple(one.values()) for one in ROWS])
        base.execute("CREATE TABLE other (x)")
    base.close()
    return path


def test_a_table_and_a_query_of_sqlite_are_read(database: Path) -> None:
    """The connection string names either."""
    one = read_register(f"sqlite:///{database}?table=staff")
    query = "SELECT id, fact, level FROM staff WHERE level = 'higher'"
    other = read_register(f"sqlite:///{database}?query={query}")
    assert one.records[0].training == ()
    assert other.records[0].training is None
    assert not one.problems


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("", "2 tables"),
        ("?table=nothing", "There are: other, staff"),
        ("?query=DROP TABLE staff", "readonly"),
        ("?query=SELECT", "database says"),
        ("?table=", "empty"),
        ("?table=a&query=b", "both"),
    ],
)
def test_a_wrong_request_to_a_database_is_explained(database: Path, what: str, said: str) -> None:
    """It is only read, and what is wrong is said."""
    with pytest.raises(InputError, match=said):
        read_register(f"sqlite:///{database}{what}")
    with sqlite3.connect(database) as base:
        assert base.execute("SELECT count(*) FROM staff").fetchone() == (2,)
    base.close()


def test_a_password_is_shown_nowhere() -> None:
    """Neither in the name of the source nor in an error."""
    source = "postgresql://staff:very-secret@host:5432/base?sslmode=require&password=also-secret&table=a.b"
    assert "secret" not in without_password(source)
    connection = parse_connection(source)
    assert "secret" not in repr(connection)
    assert connection.target.startswith("postgresql://staff:very-secret@host:5432/base?sslmode=require")
    assert (connection.table, quoted("a.b")) == ("a.b", '"a"."b"')


class FakeCursor:
    """A cursor over `ROWS`."""

    description = tuple((name,) for name in ROWS[0])

    def __init__(self) -> None:
        self.rows = [tuple(one.values()) for one in ROWS]
        self.asked = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def execute(self, query: bytes) -> None:
        """Keep what was asked."""
        self.asked = query

    def fetchmany(self, _: int) -> list[tuple[Any, ...]]:
        """Return all rows, then none."""
        rows, self.rows = self.rows, []
        return rows


class FakePostgres:
    """The parts of psycopg that are used, and a record of how."""

    Error = OSError

    def __init__(self) -> None:
        self.made = FakeCursor()
        self.read_only = False

    def connect(self, target: str, **_: object) -> FakePostgres:
        """Refuse one host, take the others."""
        if "@nowhere/" in target:
            raise self.Error(f"cannot reach {target}")
        return self

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def cursor(self, name: str) -> FakeCursor:
        """Return the only cursor; it must have a name, so that rows stay at the server."""
        assert name
        assert self.read_only
        return self.made


def test_a_table_of_postgresql_is_read_in_a_transaction_that_cannot_write(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The query is the quoted table, and its rows are people."""
    fake = FakePostgres()
    monkeypatch.setitem(sys.modules, "psycopg", fake)
    register = read_register("postgresql://staff@host/base?table=hr.staff")
    assert register.records[0].training == ()
    assert fake.made.asked == b'SELECT * FROM "hr"."staff"'
    with pytest.raises(InputError, match="what to read"):
        read_register("postgresql://staff@host/base")
    with pytest.raises(InputError, match="cannot reach") as failure:
        read_register("postgresql://staff:secret@nowhere/base?table=x")
    assert "secret" not in str(failure.value)


@pytest.mark.parametrize(
    "content",
    [b"id;fact;level\n1;education;higher", b"id: 1\neducation: [{level: higher}]",
     b'[{"id": 1, "education": [{"level": "higher"}]}]',
     b'{"id": "1", "education": [{"level": "higher"}]}\n{"id": "2"}\n'],
)  # fmt: skip
def test_standard_input_is_recognised_by_what_it_holds(
    content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A table or a record, whichever comes."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    record = read_register("-").records[0]
    assert record.id == "1"
    assert record.education is not None
    assert record.education[0].level == "higher"


def test_progress_is_told_and_ends_with_the_whole(tmp_path: Path) -> None:
    """The last call says that everything was read."""
    path = tmp_path / "staff.json"
    path.write_text(json.dumps([{"id": str(n)} for n in range(2500)]), encoding="utf-8")
    seen: list[tuple[int, int | None]] = []
    read_register(path, progress=lambda done, total: seen.append((done, total)))
    assert [done for done, _ in seen] == [1000, 2000, 2500]
    assert seen[-1] == (2500, 2500)
