"""Whatever a file holds, only our own errors come out, and no row is lost without a word."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from socwork_standard.eligibility.check import Checker
from socwork_standard.errors import SocworkError
from socwork_standard.register.heading_words import FIELDS
from socwork_standard.register.headings import is_personal, near_heading, read_heading
from socwork_standard.register.model import Register
from socwork_standard.register.read import read_register
from socwork_standard.sheets.headings import heading_form

CHECKER = Checker()
HEADINGS = [word for field in FIELDS for word in (field.key, *field.kk, *field.ru, *field.en)]
WORDS = [
    "1", "0417", "нет", "жоқ", "-", "", " ", "education", "опыт работы", "оқыту", "высшее", "магистр", "вторая", "да",
    "Социальная работа", "31.12.2019", "2020", "12.2021", "по н.в.", "05/06/2020", "ерунда", '"', "a\nb", "#N/A",
    "\x00", "Қазақстан",
]  # fmt: skip
words = st.sampled_from(WORDS) | st.text(max_size=12)
headings = (
    st.sampled_from(HEADINGS) | st.sampled_from(HEADINGS).map(lambda one: f"{one} 1") | st.text(max_size=12)
)


def read_or_refuse(content: bytes, name: str) -> Register | None:
    """Read a file; an error that is not ours fails the test."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        try:
            register = read_register(path)
        except SocworkError as failure:
            assert str(failure)  # noqa: PT017 - whether it is raised is not the question
            return None
    for record in register.records:
        CHECKER.read_facts(record)
    return register


@given(st.binary(max_size=400))
@example(b"\xff\xfe")
@example(b"\xff\xfea")
@example(b"id;\x00fact\n\x001;x")
@example(b'sep=;\nid;fact\n"')
@example(b"PK\x05\x06" + b"\x00" * 18)
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    """Bytes of no sense, under the ending of each kind."""
    for name in ("a.csv", "a.xlsx", "a.json", "a.jsonl", "a.yaml", "a"):
        read_or_refuse(content, name)


@given(st.text(max_size=400), st.sampled_from(["utf-8", "utf-16", "cp1251"]))
def test_any_text_is_read_or_refused(content: str, encoding: str) -> None:
    """Text of no sense."""
    read_or_refuse(content.encode(encoding, "replace"), "a.csv")


@given(
    st.lists(headings, max_size=8), st.lists(st.lists(words, max_size=9), max_size=8), st.sampled_from(";,\t")
)
@settings(max_examples=200)
def test_any_table_is_read_or_refused(heads: list[str], rows: list[list[str]], separator: str) -> None:
    """Headings and values thrown together, quotes and all."""
    lines = [separator.join(["id", "fact", *heads]), *(separator.join(row) for row in rows)]
    read_or_refuse("\n".join(lines).encode("utf-8", "replace"), "a.csv")


plain = st.sampled_from([one for one in WORDS if "\n" not in one and '"' not in one and "\x00" not in one])


@given(st.sets(st.sampled_from([field.key for field in FIELDS if field.key not in {"id", "fact"}])),
       st.lists(st.lists(plain, min_size=12, max_size=12), min_size=1, max_size=6), st.booleans())  # fmt: skip
def test_every_row_is_used_or_reported(keys: set[str], rows: list[list[str]], by_fact: bool) -> None:  # noqa: FBT001
    """A row with anything in it makes or feeds a record, or a problem names it."""
    heads = ["id", *(["fact"] if by_fact else []), "unit", *sorted(keys - {"unit"})]
    cells = [(row * 3)[: len(heads)] for row in rows]
    lines = [";".join(heads), *(";".join(row) for row in cells)]
    register = read_or_refuse("\n".join(lines).encode(), "a.csv")
    if register is None:
        return
    reported = {one.row for one in register.problems}
    people = {one.id for one in register.records}
    filled = [(number, row) for number, row in enumerate(cells, 2) if any(cell.strip() for cell in row)]
    assert register.rows_read == len(filled)
    assert register.rows_used <= register.rows_read
    for number, row in filled:
        assert row[0].strip() in people or number in reported
    unused = sum(one.code in {"R201", "R202", "R204"} for one in register.problems)
    assert register.rows_read - register.rows_used == unused


@given(st.text(max_size=150))
def test_any_heading_is_understood_or_not(written: str) -> None:
    """No heading breaks the reader, and what is understood is understood again from its own form."""
    found = read_heading(written)
    near_heading(written)
    is_personal(written)
    if found is not None:
        assert read_heading(heading_form(written)) == found


keys = st.sampled_from(
    ["id", "education", "experience", "training", "level", "start", "end", "attested", "on", "staff"]
)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=12,
)


@given(values)
def test_any_json_is_read_or_refused(value: object) -> None:
    """Values of every shape where a record should stand."""
    content = json.dumps(value).encode()
    read: Callable[[str], Register | None] = lambda name: read_or_refuse(content, name)  # noqa: E731
    read("a.json")
    read("a.jsonl")
