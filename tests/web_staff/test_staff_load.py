"""While a list of 50,000 people is worked on, others are answered; and nothing about people reaches a disk."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from fastapi.testclient import TestClient
from staff_asking import DAY, HEADINGS, KK, kept, send

from socwork_standard.web.api.people import EXAMPLE
from socwork_standard.web.settings import Limits
from socwork_standard.web.staff_desk import Sent, StaffDesk
from socwork_standard.web.staff_rows import Filter

PEOPLE, CHECKS = 50_000, 100
WRITES: list[str] = []
_watching = False


@pytest.mark.slow
def test_others_are_answered_meanwhile(client: TestClient) -> None:
    """A hundred checks and pages are all answered while the list is still being worked on."""
    lines = "".join(
        f"{number},education,{number % 40},13,tve_specialist,social-work,social-worker,2015-06-30,,,,,\n"
        f"{number},experience,,,,,,,social-worker,first,yes,20{number % 20 + 2:02}-07-01,ongoing\n"
        for number in range(100_000, 100_000 + PEOPLE)
    )
    address = send(client, HEADINGS + lines, what="all")
    for _ in range(CHECKS):
        assert client.post("/api/v1/check", json=EXAMPLE).status_code == 200
        assert client.get("/cards/13").status_code == 200
    one = kept(client, address)
    assert one.working
    assert client.post(f"{address}/forget", follow_redirects=False).status_code == 303
    assert one.kept.process is None


def _watch(event: str, given: tuple[Any, ...]) -> None:
    """Take down every file that is opened to be written, while it is being watched."""
    if _watching and event == "open":
        path, mode, flags = given
        if any(letter in (mode or "") for letter in "wax+") or (flags or 0) & 3:
            WRITES.append(str(path))


@contextmanager
def watching() -> Iterator[list[str]]:
    """Watch what is written to disks."""
    global _watching  # noqa: PLW0603 - an audit hook cannot be taken away again
    WRITES.clear()
    _watching = True
    try:
        yield WRITES
    finally:
        _watching = False


sys.addaudithook(_watch)


def test_nothing_is_written_to_a_disk() -> None:
    """Reading, deciding, and making each file leave no trace, not even a temporary file."""
    limits = Limits()
    desk = StaffDesk(Sent(KK.name, KK.read_bytes(), "held", DAY, None), limits.rows, limits.sheets)
    with watching() as writes:
        desk.decide(lambda _: None, "en")
        for what in ("verdicts", "problems"):
            desk.separated(what)
            desk.lines(what)
        desk.everything()
        desk.workbook()
        desk.sheets(Filter(status="not_eligible"))
    assert writes == []
