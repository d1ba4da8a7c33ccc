"""Compiled data: the same content as the YAML, never stale, never needed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from socwork_standard.data.compiled import compile_data, load_compiled, write_compiled
from socwork_standard.data.parts import read_parts
from socwork_standard.errors import DataError
from socwork_standard.model.card import Card

CARD = "2024-125/card/09-personal-assistant"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return a copy of the small standard of the tests, free to change."""
    source = Path(__file__).parent.parent / "checks" / "small"
    return Path(shutil.copytree(source, tmp_path / "standard"))


def test_compiled_data_holds_every_part_as_its_model(small: Path) -> None:
    """Each part read back from the compiled form equals the part read from YAML."""
    compiled = load_compiled(small, [], None)
    parts = {name: model for name, _, model in read_parts(small)}
    assert list(compiled.parts) == list(parts)
    for name, model in parts.items():
        assert type(model).model_validate_json(compiled.parts[name]) == model


def test_compiling_twice_gives_the_same_bytes(small: Path) -> None:
    """Same files, same bytes."""
    assert compile_data(small) == compile_data(small)


def test_a_fresh_compiled_file_is_taken(small: Path, tmp_path: Path) -> None:
    """A compiled file of these very sources is used instead of parsing."""
    target = tmp_path / "out" / "compiled.json"
    write_compiled(small, target)
    header, rest = target.read_bytes().split(b"\n", 1)
    marked = json.loads(header) | {"data_sha256": "from the file"}
    target.write_bytes(json.dumps(marked).encode() + b"\n" + rest)
    assert load_compiled(small, [target], None).header["data_sha256"] == "from the file"


def test_a_stale_compiled_file_is_not_taken(small: Path, tmp_path: Path) -> None:
    """After a change of one word the compiled file of before is passed over."""
    target = tmp_path / "compiled.json"
    write_compiled(small, target)
    before = load_compiled(small, [target], None)
    path = next(small.glob("editions/*/cards/09-*.yaml"))
    path.write_text(path.read_text(encoding="utf-8").replace("Күнделікті", "Күн сайын"), encoding="utf-8")
    after = load_compiled(small, [target], None)
    assert after.header["data_sha256"] != before.header["data_sha256"]
    assert Card.model_validate_json(after.parts[CARD]).purpose.kk == "Күн сайын көмек көрсету."


@pytest.mark.parametrize("content", [b"", b"{", b"[]\n", b'{"format": 1}\n', b"\xff\xfe"])
def test_a_damaged_compiled_file_is_not_taken(content: bytes, small: Path, tmp_path: Path) -> None:
    """A compiled file that is cut off or of another make is passed over."""
    target = tmp_path / "compiled.json"
    target.write_bytes(content)
    assert CARD in load_compiled(small, [target], None).parts


def test_a_compiled_file_with_a_part_missing_is_not_taken(small: Path, tmp_path: Path) -> None:
    """A compiled file whose last lines are gone is passed over."""
    target = tmp_path / "compiled.json"
    target.write_bytes(compile_data(small).rpartition(b"\n")[0])
    assert CARD in load_compiled(small, [target], None).parts


def test_the_cache_is_written_and_read(small: Path, tmp_path: Path) -> None:
    """The first load writes the cache, and the next takes it."""
    cache = tmp_path / "cache"
    first = load_compiled(small, [], cache)
    (file,) = cache.iterdir()
    assert first.header["source"] in file.name
    assert load_compiled(small, [], cache).parts == first.parts


def test_a_cache_that_cannot_be_written_is_no_error(small: Path, tmp_path: Path) -> None:
    """Where the cache's folder is a file, the data is loaded all the same."""
    cache = tmp_path / "cache"
    cache.write_text("not a folder", encoding="utf-8")
    assert CARD in load_compiled(small, [], cache).parts


def test_comments_do_not_change_the_hash_of_the_content(small: Path) -> None:
    """`data_sha256` is over the loaded data, so a comment in a file leaves it as it is."""
    before = load_compiled(small, [], None).header
    path = small / "readings.yaml"
    path.write_text("# a remark\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    after = load_compiled(small, [], None).header
    assert after["data_sha256"] == before["data_sha256"]
    assert after["source"] != before["source"]


def test_a_wrong_file_is_told_with_its_line(small: Path) -> None:
    """Compiling wrong data stops at the first mistake, with file and line."""
    path = small / "readings.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("standing: open", "standing: ajar"), encoding="utf-8"
    )
    with pytest.raises(DataError, match=r"readings\.yaml:12"):
        compile_data(small)
