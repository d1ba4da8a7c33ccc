"""Whatever a file holds, a reader reads it or refuses it in our own words, in bounded time and memory."""

import json
import sys
from pathlib import Path

import pytest
from engines import Tally, by_chance
from found_faults import FAULTS
from minimise import minimised
from readers import BY_NAME, READERS, Reader
from run import kept_rows, row, run, table
from seeds import STAFF, workbook
from shaking import chance, text_changed
from verdict import judge

from socwork_standard.errors import InputError

FOUND = Path(__file__).parent / "found"
LONG = {
    "record-yaml": lambda: (
        b"staff:\n" + b"- {id: '1', education: [{level: bachelor}], experience: []}\n" * 8_000
    ),
    "record-json": lambda: json.dumps([{"id": "1", "education": [{"level": "bachelor"}]}] * 8_000).encode(),
    "curriculum-csv": lambda: (
        b"course code;description;learning outcomes\n"
        + b"".join(b"C1;words %d and so on;Plan services %d\n" % (number, number) for number in range(10_000))
    ),
    "staff-xlsx": lambda: workbook({"Staff": STAFF}, pairs=20_000),
}
"""Long files, by the reader that once took far too long for them."""
ONCE = sorted(path for path in FOUND.glob("*/*") if path.is_file())


@pytest.mark.slow
@pytest.mark.parametrize("reader", READERS, ids=lambda one: one.name)
def test_changed_files_are_read_or_refused(reader: Reader) -> None:
    """Files changed by chance are read, or refused with a place and a mend; sound ones are read."""
    tally = by_chance(reader, reader.few, seed=2024)
    assert not tally.faults, {fault: trace for fault, (_, trace) in tally.faults.items()}
    assert tally.counts["read"] >= len(reader.seeds())


@pytest.mark.parametrize("path", ONCE, ids=lambda one: f"{one.parent.name}-{one.name}")
def test_what_failed_once_fails_no_more(path: Path) -> None:
    """An input that once brought a reader down is read or refused now."""
    verdict = judge(BY_NAME[path.parent.name].call, path.read_bytes())
    assert verdict.kind != "fault", f"{verdict.fault}\n{verdict.trace}"


def test_every_fault_that_was_found_is_told_and_kept() -> None:
    """Each reader with a fault in the list has inputs in its folder, or a long one here, and the other way round."""
    told = {name for one in FAULTS if not one.long for name in one.readers}
    assert told == {path.parent.name for path in ONCE}
    assert told <= set(BY_NAME)
    assert {name for one in FAULTS if one.long for name in one.readers} == set(LONG)


@pytest.mark.slow
@pytest.mark.parametrize("name", LONG)
def test_long_files_are_read_within_the_bounds(name: str) -> None:
    """A file of thousands of entries takes time in proportion, not many times more."""
    verdict = judge(BY_NAME[name].call, LONG[name]())
    assert (verdict.kind, verdict.trace) == ("read", "")


# -- the runner finds what is planted ---------------------------------------------------------------------------------


def _planted(raw: bytes) -> object:
    """A reader with a mistake: a line without a colon has no key."""
    if not raw.strip():
        raise InputError("the file is empty.", "a.txt", "Fill it.")
    return {"a": 1, "b": 2}[raw.split(b":")[0].decode("utf-8", "replace")]


PLANTED = Reader("planted", lambda: [b"a: 1", b"b: 2"], text_changed, _planted)


def test_a_planted_fault_is_found_and_made_small() -> None:
    """A reader that raises a KeyError is found out, and its input is cut down to what shows the fault."""
    tally = by_chance(PLANTED, 200, seed=1)
    fault = next(one for one in tally.faults if one.startswith("KeyError"))
    raw, trace = tally.faults[fault]
    assert "KeyError" in trace
    assert tally.counts["read"] >= 2
    small = minimised(PLANTED, raw)
    assert judge(PLANTED.call, small).fault == fault
    assert len(small) <= len(raw)


def test_the_same_seed_gives_the_same_inputs() -> None:
    """What was found once can be found again."""
    seen: list[list[bytes]] = [[], []]
    for one in seen:
        by_chance(PLANTED, 50, seed=3, watch=one.append)
    assert seen[0] == seen[1]
    assert len(set(seen[0])) > 25


@pytest.mark.parametrize(
    ("failure", "fault"),
    [
        (InputError("a.", "a.txt", ""), "no place or no mend"),
        (InputError("a.", "", "Mend it."), "no place or no mend"),
        (InputError("{a!r}", "a.txt", "Mend it.", a=1).at("b"), ""),
        (MemoryError(), "MemoryError"),
        (RecursionError(), "RecursionError"),
        (SystemExit(1), "SystemExit"),
    ],
)
def test_only_whole_refusals_pass(failure: BaseException, fault: str) -> None:
    """A refusal without a place or a mend is a fault, as is every other exception."""

    def call(_raw: bytes) -> object:
        raise failure

    verdict = judge(call, b"")
    assert verdict.fault.startswith(fault) if fault else verdict.kind == "refused"


def test_an_input_that_takes_too_long_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that never ends is stopped, though it catches every exception."""
    monkeypatch.setattr("verdict.MOST_SECONDS", 0.05)

    def call(_raw: bytes) -> object:
        while True:
            try:
                while True:
                    pass
            except Exception:  # noqa: BLE001, S112 - as careless as a reader may be
                continue

    assert judge(call, b"").fault.startswith("slow")


def test_changes_are_bounded_and_differ() -> None:
    """A change gives other bytes most of the time, and never more than an input may have."""
    raw = b"a: 1\nb: 2\n"
    changed = {text_changed(raw, chance(number)) for number in range(200)}
    assert len(changed) > 100


# -- the page ---------------------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="a process is watched through a file of its memory")
def test_a_run_gives_a_row_of_the_table(tmp_path: Path) -> None:
    """A reader is run in a process of its own; its row can be read back from the page."""
    found = run("aliases-yaml", "random", 60, 1, tmp_path)
    assert (found.inputs, found.faults) == (60, {})
    assert found.read + found.refused == 60
    assert found.memory > 10_000_000
    assert list(kept_rows(table({"aliases-yaml": row(found)}))) == [row(found)]


def test_a_tally_keeps_the_first_input_of_each_fault() -> None:
    """Many inputs that fail alike are one fault."""
    tally = Tally()
    for raw in (b"c", b"d", b"e"):
        tally.take(raw, judge(PLANTED.call, raw), 0.0)
    assert tally.counts["fault"] == 3
    assert [raw for raw, _ in tally.faults.values()] == [b"c"]
