"""Tables and queries of SQLite and PostgreSQL, named by a connection string.

`sqlite:///staff.db?table=staff`, `postgresql://user@host/base?query=SELECT …`.  A database is only read: SQLite is
opened read-only, and PostgreSQL in a transaction that cannot write.
"""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

from socwork_standard.errors import InputError, MissingExtra, Said
from socwork_standard.sheets.cells import Row, Table, as_cell

INSTALL = 'pip install "socwork-standard[postgres]"'
_BATCH = 5_000
_PASSWORD = re.compile(r"(?<=:)[^:/@]+(?=@)")
_PASSWORD_OPTION = re.compile(r"(?i)(password=)[^&\s]*")


def is_connection(source: str) -> bool:
    """Is this a connection string rather than a path?"""
    return source.split("://", 1)[0].lower() in {"sqlite", "postgresql", "postgres"} and "://" in source


def without_password(source: str) -> str:
    """A connection string as it may be shown."""
    return _PASSWORD_OPTION.sub(r"\1…", _PASSWORD.sub("…", source, count=1))


@dataclass(frozen=True, slots=True)
class Connection:
    """The parts of a connection string: `table` or `query` says what to read, `shown` hides the password."""

    scheme: str
    path: str = field(repr=False)
    target: str = field(repr=False)
    table: str | None
    query: str | None
    shown: str


def parse_connection(source: str) -> Connection:
    """Take a connection string apart."""
    shown = without_password(source)
    try:
        parts = urlsplit(source)
        options = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        raise InputError("the connection string cannot be read.", shown, _FORMS) from None
    named = {key: value for key, value in options if key in {"table", "query"}}
    rest = urlencode([(key, value) for key, value in options if key not in {"table", "query"}])
    if len(named) == len({"table", "query"}):
        raise InputError("both a table and a query are named.", shown, "Keep one of the two.")
    if any(not value.strip() for value in named.values()):
        raise InputError("the name of the table, or the query, is empty.", shown, _FORMS)
    target = urlunsplit(("postgresql", parts.netloc, parts.path, rest, ""))
    path = unquote(f"{parts.netloc}{parts.path}")
    path = path[1:] if not parts.netloc else path
    return Connection(parts.scheme.lower(), path, target, named.get("table"), named.get("query"), shown)


_FORMS = "Write sqlite:///file.db?table=NAME or postgresql://user@host/base?table=NAME (or ?query=SELECT …)."


def read_database(source: str) -> Table:
    """The table or query that a connection string names."""
    connection = parse_connection(source)
    if connection.scheme == "sqlite":
        return read_sqlite(Path(connection.path), connection.table, connection.query, connection.shown)
    return _read_postgres(connection)


def quoted(name: str) -> str:
    """The name of a table, with its schema where one stands before a point, quoted for SQL."""
    return ".".join('"' + part.replace('"', '""') + '"' for part in name.split("."))


def read_sqlite(path: Path, table: str | None, query: str | None, shown: str) -> Table:
    """A table or query of a SQLite file; where neither is named, its only table."""
    if not path.is_file():
        raise InputError(
            "there is no such file.", str(path), "Check the path; three slashes stand before it."
        )
    try:
        with closing(_open(path)) as base:
            query = query or _select(base, table, shown)
            if base.execute(query).description is None:
                raise sqlite3.OperationalError("the query gives no rows")
    except _FAILURES as failure:
        raise _failed(shown, failure) from None

    def rows() -> Iterator[Row]:
        try:
            with closing(_open(path)) as base:
                yield from _numbered(base.execute(query))
        except _FAILURES as failure:
            raise _failed(shown, failure) from None

    return Table(table, rows, headings_first=True)


_TABLES = (
    "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND typeof(name) = 'text' "
    "AND name NOT LIKE 'sqlite_%' ORDER BY name"
)
_FAILURES = (sqlite3.Error, UnicodeError)
"""What a damaged file brings sqlite3 to; names of columns, and its own words, that are no UTF-8 among it."""


def _open(path: Path) -> sqlite3.Connection:
    """A connection that cannot write."""
    base = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    base.text_factory = lambda raw: raw.decode("utf-8", "replace")
    return base


def _select(base: sqlite3.Connection, table: str | None, shown: str) -> str:
    """The query for a table, or for the only one."""
    names = [name for (name,) in base.execute(_TABLES)]
    table = table or _only(names, shown)
    if table not in names:
        listed = ", ".join(names) or Said("none")
        raise InputError(
            "there is no table {table!r}.", shown, "There are: {listed}.", table=table, listed=listed
        )
    doubled = table.replace('"', '""')
    return f'SELECT * FROM "{doubled}"'  # noqa: S608 - quoted, and listed above


def _only(names: list[str], shown: str) -> str:
    if len(names) == 1:
        return names[0]
    listed = ", ".join(names) or Said("none")
    raise InputError(
        "the database has {n} tables.",
        shown,
        "Add ?table=NAME; there are: {listed}.",
        n=len(names),
        listed=listed,
    )


def _numbered(cursor: Any) -> Iterator[Row]:  # noqa: ANN401 - a cursor of any database
    yield Row(0, tuple(one[0] for one in cursor.description))
    number = 0
    while rows := cursor.fetchmany(_BATCH):
        for cells in rows:
            number += 1
            yield Row(number, tuple(map(as_cell, cells)))


def _failed(shown: str, failure: Exception) -> InputError:
    reason = without_password(" ".join(str(failure).split()))[:300]
    return InputError(
        "the database says: {reason}.",
        shown,
        "Check the connection, the table or the query.",
        reason=Said(reason),
    )


def _read_postgres(connection: Connection) -> Table:
    if connection.table is None and connection.query is None:
        raise InputError("it is not said what to read.", connection.shown, _FORMS)
    try:
        import psycopg
    except ImportError:
        raise MissingExtra(
            "PostgreSQL needs psycopg, which is not installed.", mend="Type: {install}", install=INSTALL
        ) from None
    query = connection.query or f"SELECT * FROM {quoted(connection.table or '')}"  # noqa: S608 - quoted

    def rows() -> Iterator[Row]:
        try:
            with psycopg.connect(connection.target, connect_timeout=15) as base:
                base.read_only = True
                # A cursor with a name stays at the server: rows come in batches, not all at once.
                with base.cursor(name="socwork") as cursor:
                    cursor.execute(query.encode())
                    yield from _numbered(cursor)
        except psycopg.Error as failure:
            raise _failed(connection.shown, failure) from None

    return Table(connection.table, rows, headings_first=True)
