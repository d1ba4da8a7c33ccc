"""Strict YAML: plain scalars are text, every mistake is one message with file, line and mend."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socwork_standard.data.strict_yaml import MAX_BYTES, parse_yaml, read_yaml
from socwork_standard.errors import DataError, InputError
from socwork_standard.model.edition import Wording
from socwork_standard.model.policy import Policy

BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{new}: &{new} [{','.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("id: 0417", "0417"),
        ("id: no", "no"),
        ("id: on", "on"),
        ("id: 7.1", "7.1"),
        ("id: 1e3", "1e3"),
        ("id: 0x1F", "0x1F"),
        ("id: 12:30:45", "12:30:45"),
        ("id: 2025-01-01", "2025-01-01"),
        ("id: =", "="),
        ("id:", ""),
        ('id: "null"', "null"),
        ("id: null", None),
        ("id: ~", None),
    ],
)
def test_a_plain_scalar_is_what_it_looks_like(written: str, value: str | None) -> None:
    """Nothing is turned into a number, a day or a truth value; only null is nothing."""
    assert parse_yaml(written, "file").value == {"id": value}


@pytest.mark.parametrize(
    ("text", "where", "says"),
    [
        ("a: 1\nb: 2\na: 3\n", "file:3", "the key 'a' stands twice"),
        ("a:\n  - {b: 1, b: 2}\n", "file:2", "the key 'b' stands twice"),
        ("a: &x [1]\nb: *x\n", "file:1", "anchors and aliases"),
        ("a: &x 1\n", "file:1", "anchors and aliases"),
        ("a: 1\nb: *x\n", "file:2", "anchors and aliases"),
        (BOMB, "file:1", "anchors and aliases"),
        ("- &a [*a]\n", "file:1", "anchors and aliases"),
        ("a: !!python/object:os.system x\n", "file:1", "tag"),
        ("a: !!int 1\n", "file:1", "tag"),
        ("a: !own 1\n", "file:1", "tag"),
        ("<<: {a: 1}\n", "file:1", "merge keys"),
        ("? [a, b]\n: c\n", "file:1", "a key must be plain text"),
        ("a: 1\n---\nb: 2\n", "file:2", "more than one document"),
        ("a:\n\tb: 1\n", "file:2", "not YAML"),
        ("a: [1, 2\n", "file:2", "not YAML"),
        ("a: 'open\n", "file:2", "not YAML"),
        ("a: b: c\n", "file:1", "not YAML"),
        ("", "file", "the file is empty"),
        ("# a comment\n", "file", "the file is empty"),
        ("a: \x07\n", "file", "not YAML"),
        ("[" * 70 + "]" * 70, "file:1", "nested more than"),
    ],
)
def test_each_mistake_is_one_message(text: str, where: str, says: str) -> None:
    """What is refused is told with the file, the line and the mend."""
    with pytest.raises(DataError) as failure:
        parse_yaml(text, "file")
    assert failure.value.where == where
    assert says in failure.value.what
    assert failure.value.mend


def test_a_lone_surrogate_is_refused() -> None:
    """Half of a character, as broken programs leave it, is an error of ours."""
    with pytest.raises(DataError):
        parse_yaml("a: \ud800", "file")


def test_nesting_of_any_depth_is_an_error_and_no_crash() -> None:
    """A text that opens a hundred thousand lists ends in a message, not in the end of the program."""
    code = (
        "from socwork_standard.data.strict_yaml import parse_yaml\n"
        "from socwork_standard.errors import DataError\n"
        "for text in ('[' * 100_000, '{a: ' * 100_000, '- ' * 100_000):\n"
        "    try:\n"
        "        parse_yaml(text, 'file')\n"
        "    except DataError:\n"
        "        continue\n"
        "    raise SystemExit('not refused')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("encoding", ["cp1251", "utf-16", "koi8-r"])
def test_another_encoding_is_told_with_its_line(encoding: str) -> None:
    """Bytes that are not UTF-8 are refused with the line of the first wrong one."""
    with pytest.raises(DataError, match=r"file:\d+: the text is not UTF-8"):
        parse_yaml("a: 1\nb: текст\n".encode(encoding), "file")


def test_a_byte_order_mark_is_no_part_of_the_first_key() -> None:
    """A file that Windows saved with a mark at its start is read like any other."""
    assert parse_yaml(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n", "file").value == {"a": "1", "b": "2"}


def test_text_becomes_nfc() -> None:
    """Letters typed with a separate mark come out as one sign."""
    assert parse_yaml("a: и\u0306", "file").value == {"a": "й"}


def test_a_huge_file_is_refused_before_it_is_parsed() -> None:
    """A file above the limit is refused by its size."""
    with pytest.raises(DataError, match="larger than 20 MB"):
        parse_yaml(b"a" * (MAX_BYTES + 1), "file")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """A missing file is an error of the family asked for."""
    with pytest.raises(InputError, match="cannot be read"):
        read_yaml(tmp_path / "absent.yaml", error=InputError)


def test_every_part_knows_its_line() -> None:
    """Keys and entries of lists are found again by line; an unknown place gives the nearest part above it."""
    document = parse_yaml("a: 1\nb:\n  - c: 2\n    d: 3\n", "file")
    assert document.where(("b", 0, "d")) == "file:4"
    assert document.where(("b", 0, "d", "e")) == "file:4"
    assert document.where(("z",)) == "file:1"


def test_a_model_s_first_mistake_is_raised_with_its_line() -> None:
    """What the model refuses is told as an error of the file."""
    document = parse_yaml("preset: practice\nreadngs: {}\n", "policy.yaml", error=InputError)
    with pytest.raises(InputError, match=r"policy\.yaml:2: the key 'readngs' is not known here"):
        document.build(Policy)


def test_a_day_that_no_calendar_has_is_told_with_its_line() -> None:
    """A wrong value names its key, what is wrong and what stands there."""
    document = parse_yaml("points: [9]\nvalid_from: 2025-02-30\n", "file")
    with pytest.raises(DataError, match=r"file:2: 'valid_from' must be a day .*'2025-02-30'"):
        document.build(Wording)


SCALAR = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=8)
YAMLISH = st.lists(
    st.one_of(
        SCALAR,
        st.sampled_from([*"[]{}:,-?&*!|>'\"%@#\n\t ", "- ", ": ", "\n  ", "---\n", "&a", "*a", "<<"]),
    ),
    max_size=40,
).map("".join)


@given(YAMLISH)
def test_whatever_text_comes_only_our_errors_come_out(text: str) -> None:
    """No text, however odd, gives anything but a document or one of our errors."""
    try:
        document = parse_yaml(text, "file", error=InputError)
    except InputError as failure:
        assert failure.what  # noqa: PT017 - any other error is what the test is after
        assert failure.mend  # noqa: PT017
    else:
        assert document.lines[()] >= 1


@given(st.binary(max_size=200))
def test_whatever_bytes_come_only_our_errors_come_out(raw: bytes) -> None:
    """The same holds for bytes of any kind."""
    try:
        parse_yaml(raw, "file")
    except DataError as failure:
        assert str(failure).startswith("file")  # noqa: PT017
