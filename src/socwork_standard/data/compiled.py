"""Compiled data: the parts of a standard as JSON lines, so that a start does not parse YAML.

The first line is a header (format, hash of the sources, hash of the content, names of the parts), each further line
one part.  A compiled file is used only where its source hash is that of the directory, so it can never be stale.
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from socwork_standard.data.parts import read_parts, source_hash

if TYPE_CHECKING:
    from pydantic import BaseModel

FORMAT = 1


class Header(TypedDict):
    """First line of a compiled file."""

    format: int
    source: str
    data_sha256: str
    parts: list[str]


class Compiled:
    """Compiled data in memory: each part is bytes of JSON until somebody wants its model."""

    __slots__ = ("header", "parts")

    def __init__(self, header: Header, lines: list[bytes]) -> None:
        self.header = header
        self.parts: dict[str, bytes] = dict(zip(header["parts"], lines, strict=True))

    def with_parts(self, parts: dict[str, bytes], editions: BaseModel) -> Compiled:
        """Other data made of some of these parts and another editions.yaml, with its own hash."""
        lines = {**parts, "editions": canonical(editions)}
        header = Header(format=FORMAT, source="", data_sha256=_content_hash(lines), parts=list(lines))
        return Compiled(header, list(lines.values()))


def compile_data(directory: Path) -> bytes:
    """Read every YAML file of `directory` and give the compiled form."""
    source = source_hash(directory)
    parts = {name: canonical(model) for name, _, model in read_parts(directory)}
    header = Header(format=FORMAT, source=source, data_sha256=_content_hash(parts), parts=list(parts))
    return b"\n".join([json.dumps(header).encode(), *parts.values()])


def _content_hash(parts: dict[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name, line in parts.items():
        digest.update(name.encode() + b"\0" + line + b"\n")
    return digest.hexdigest()


def canonical(model: BaseModel) -> bytes:
    """Canonical JSON of a part: keys in the model's order, absent values left out, no spaces, UTF-8."""
    value = model.model_dump(mode="json", by_alias=True, exclude_unset=True)
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def write_compiled(data_dir: Path, target: Path) -> None:
    """Compile `data_dir` into the file `target` (called when a wheel is built)."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(compile_data(data_dir))


def load_compiled(directory: Path, candidates: list[Path], cache: Path | None) -> Compiled:
    """Compiled data of `directory`: from a candidate file or the cache where fresh, else compiled and cached."""
    source = source_hash(directory)
    cached = cache / f"{source}-{FORMAT}.json" if cache else None
    for file in [*candidates, *([cached] if cached else [])]:
        if (found := _read(file, source)) is not None:
            return found
    content = compile_data(directory)
    if cached is not None:
        _store(cached, content)
    header, *lines = content.split(b"\n")
    return Compiled(json.loads(header), lines)


def _read(file: Path, source: str) -> Compiled | None:
    try:
        head, *lines = file.read_bytes().split(b"\n")
        header: Header = json.loads(head)
        fresh = header["format"] == FORMAT and header["source"] == source
        return Compiled(header, lines) if fresh else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _store(file: Path, content: bytes) -> None:
    """Write the cache in one move; a home that cannot be written is no error."""
    import tempfile

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=file.parent)
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(name).replace(file)
    except OSError:
        return
