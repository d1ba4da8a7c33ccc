"""A process that keeps answers: it ends when told to, when nobody asks, when it takes too long or too much."""

from __future__ import annotations

import gc
import logging
import os
import sys
import threading

import pytest
from desks import Broken, Desk
from staff_asking import LIST, checked, finish, kept, send, services, serving

from socwork_standard.errors import InputError
from socwork_standard.web.kept import Kept
from socwork_standard.web.problems import Problem, Refused
from socwork_standard.web.settings import Limits
from socwork_standard.web.staff_desk import Sent
from socwork_standard.web.work import Workers

WORKERS = Workers(Limits())


def desk(idle: float = 60, memory: int = 4_000_000_000) -> Kept:
    """Give a kept desk."""
    return Kept(WORKERS, idle, memory, Desk)


def test_a_desk_answers_from_a_process_of_its_own() -> None:
    """Two questions are answered by one process, which is not this one."""
    held = desk()
    assert held.ask(60, "number") == held.ask(60, "number") != os.getpid()
    held.forget()


def test_forgetting_ends_the_process() -> None:
    """Afterwards there is no such process, and no question is answered."""
    held = desk()
    number = held.ask(60, "number")
    assert isinstance(number, int)
    held.forget()
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)
    with pytest.raises(Refused, match="forgotten"):
        held.ask(60, "number")


def test_forgetting_ends_work_that_goes_on() -> None:
    """Work that would never end is given up at once."""
    held, told = desk(), threading.Event()
    outcome: list[Problem] = []

    def ask() -> None:
        try:
            held.ask(600, "hang", progress=lambda _: told.set())
        except Refused as refused:
            outcome.append(refused.problem)

    thread = threading.Thread(target=ask)
    thread.start()
    assert told.wait(60)
    held.forget()
    thread.join()
    assert [one.kind for one in outcome] == ["forgotten"]
    assert held.process is None


def test_a_desk_that_nobody_asks_ends_by_itself() -> None:
    """Without any help of the server the process is gone when its time is over."""
    held = desk(idle=0.05)
    held.ask(60, "number")
    held.process.join(60)
    assert not held.process.is_alive()
    with pytest.raises(Refused, match="forgotten"):
        held.ask(60, "number")


def test_a_desk_that_cannot_be_made_is_a_mistake_of_the_program(capfd: pytest.CaptureFixture[str]) -> None:
    """It is not told as forgotten, and what the error says about people is told nowhere."""
    held = Kept(WORKERS, 60, 4_000_000_000, Broken)
    with pytest.raises(Refused, match="mistake"):
        held.ask(60, "number")
    assert "secret" not in "".join(capfd.readouterr())


def test_work_that_takes_too_long_is_ended() -> None:
    """The time that a question may take is a limit."""
    held = desk()
    with pytest.raises(Refused, match="too-long"):
        held.ask(0.2, "hang", progress=lambda _: None)
    assert held.process is None


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not limit memory in this way")
def test_work_that_takes_too_much_memory_is_ended() -> None:
    """More memory than allowed gives a problem of its own, not a machine that stands still."""
    held = desk(memory=1_000_000_000)
    with pytest.raises(Refused, match="too-big"):
        held.ask(60, "swell")
    assert held.process is None


def test_errors_of_the_package_come_through() -> None:
    """An error that says what is wrong in the list is raised again, and the desk goes on."""
    held = desk()
    with pytest.raises(InputError, match="nobody"):
        held.ask(60, "refuse")
    assert held.ask(60, "number")
    held.forget()


def test_a_mistake_tells_nothing_about_people(
    capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """What an unexpected error says reaches neither the log nor the standard streams."""
    held = desk()
    with caplog.at_level(logging.DEBUG), pytest.raises(Refused, match="mistake"):
        held.ask(60, "fail")
    assert "secret" not in caplog.text + "".join(capfd.readouterr())


def test_nothing_of_a_list_stays_in_the_server() -> None:
    """Once its process has begun, the server holds neither the file nor anything read from it."""
    with serving() as client:
        address = checked(client)
        gc.collect()
        assert [one for one in gc.get_objects() if isinstance(one, Sent)] == []
        number = kept(client, address).kept.process.pid
        client.post(f"{address}/forget")
        with pytest.raises(ProcessLookupError):
            os.kill(number, 0)
        assert services(client).staff._lists == {}


def test_a_list_is_forgotten_after_its_time() -> None:
    """When the time stated is over the page says so, and the process is gone."""
    with serving(kept_seconds=0.05) as client:
        address = send(client)
        one = finish(client, address)
        process = one.kept.process
        if process is not None:
            process.join(60)
        one.looked -= 1
        assert client.get(address).status_code == 404
        assert "forgotten" in client.get(address, headers={"accept-language": "en"}).text


def test_room_is_made_for_a_new_list() -> None:
    """Where as many are kept as may be, the one not looked at for longest goes."""
    with serving(kept=2) as client:
        first, second = checked(client), checked(client)
        client.get(first)
        third = checked(client)
        assert [client.get(one).status_code for one in (first, second, third)] == [200, 404, 200]


def test_lists_beyond_the_limit_are_refused() -> None:
    """Where no further list may wait, the answer says so, and when to come again."""
    with serving(processes=0, waiting=0) as client:
        answer = client.post("/api/v1/register", files={"file": ("staff.csv", LIST)})
    assert answer.status_code == 503
    assert answer.headers["retry-after"]
