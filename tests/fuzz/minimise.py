"""Make an input that fails as small as it goes: `python tests/fuzz/minimise.py READER FILE`.

The small one is written to found/.  What is taken away is put back where the fault is then another one or none.
Archives and PDF files are made smaller part by part, so that they stay archives and PDF files.
"""

import hashlib
import sys
from collections.abc import Callable
from pathlib import Path

from containers import members, objects_of, pdf_of, zipped
from readers import BY_NAME, Reader
from verdict import judge, limit_memory

FOUND = Path(__file__).parent / "found"
_MOST_TRIES = 3_000

Parts = dict[str, bytes]


def minimised(reader: Reader, raw: bytes, tries: int = _MOST_TRIES) -> bytes:
    """The smallest input found that fails as the given one does."""
    fault = judge(reader.call, raw).fault
    left = [tries]

    def fails(parts: Parts) -> bool:
        left[0] -= 1
        return left[0] > 0 and judge(reader.call, join(parts)).fault == fault

    parts, join = _parts(raw)
    if not fault or not fails(parts):
        return raw
    for name in list(parts):
        fewer = {other: one for other, one in parts.items() if other != name}
        parts = fewer if fewer and fails(fewer) else parts
    for name in list(parts):
        parts = _shorter(parts, name, fails)
    return join(parts)


def _shorter(parts: Parts, name: str, fails: Callable[[Parts], bool]) -> Parts:
    """The parts with one of them shortened: by halves, quarters and so on, down to single bytes."""
    size = max(len(parts[name]) // 2, 1)
    while size:
        at = 0
        while at < len(parts[name]):
            fewer = {**parts, name: parts[name][:at] + parts[name][at + size :]}
            if fails(fewer):
                parts = fewer
            else:
                at += size
        size //= 2
    return parts


def _parts(raw: bytes) -> tuple[Parts, Callable[[Parts], bytes]]:
    """The parts of an input, and how they are put together again."""
    if (inside := members(raw)) is not None:
        return inside, zipped
    if raw.startswith(b"%PDF") and (objects := objects_of(raw)):
        known = {str(number): body for number, body in objects.items()}
        return known, lambda parts: pdf_of({int(number): body for number, body in parts.items()}, raw)
    return {"": raw}, lambda parts: b"".join(parts.values())


def main(name: str, file: str) -> None:
    """Write the small input into found/."""
    raw = Path(file).read_bytes()
    limit_memory()
    small = minimised(BY_NAME[name], raw)
    target = FOUND / name / hashlib.sha256(small).hexdigest()[:12]
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(small)
    sys.stderr.write(f"{len(raw)} → {len(small)} bytes: {target}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
