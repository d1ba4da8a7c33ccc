"""The server beside a bare FastAPI application that returns an answer of the same size, on loopback.

    python benchmarks/http_load.py [--quick]                the rows of the table
    python benchmarks/http_load.py PEOPLE [SECONDS]         checks while a staff list of so many is worked on

Each runs in a process of its own under uvicorn; the clients are threads, each with one connection kept open.  The
second form prints answers a second and their times alone, during the list and for the bare application, and the
memory of the server, of the process of the list, and after the list was forgotten.
"""

import http.client
import json
import multiprocessing
import os
import socket
import statistics
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any

from measure import Comparison, Size, Work, main

CLIENTS = 8
HEADERS = {"Content-Type": "application/json", "Accept-Language": "en"}
LINE = "{0},education,{1},13,tve_specialist,social-work,social-worker,2015-06-30,,,,,\n"
SPELL = "{0},experience,,,,,,,social-worker,first,yes,20{1:02}-07-01,ongoing\n"
HEADINGS = "id,fact,unit,post,level,speciality,qualification,completed,position,category,social_protection,start,end\n"


@dataclass(frozen=True, slots=True)
class Load:
    """What the clients saw."""

    answers: int
    seconds: float
    times: list[float]

    @property
    def rate(self) -> float:
        """Answers a second."""
        return self.answers / self.seconds

    def at(self, percent: int) -> float:
        """The time (milliseconds) within which so many percent were answered."""
        return statistics.quantiles(self.times, n=100)[percent - 1] * 1000


def ours(listener: socket.socket) -> None:
    """Run the server."""
    import uvicorn

    from socwork_standard.web.app import create_app

    config = uvicorn.Config(create_app(), log_level="error", access_log=False, server_header=False, ws="none")
    uvicorn.Server(config).run(sockets=[listener])


def bare(listener: socket.socket, content: dict[str, Any]) -> None:
    """Run an application that returns a constant."""
    import uvicorn
    from fastapi import FastAPI, Request

    app = FastAPI()

    @app.post("/api/v1/check")
    async def check(request: Request) -> dict[str, Any]:
        await request.body()
        return content

    config = uvicorn.Config(app, log_level="error", access_log=False, server_header=False, ws="none")
    uvicorn.Server(config).run(sockets=[listener])


@contextmanager
def running(target: Callable[..., None], *given: object) -> Iterator[tuple[int, int]]:
    """Run a server in a process of its own; its port and the process's number."""
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen(128)
    process = multiprocessing.get_context("fork").Process(target=target, args=(listener, *given))
    process.start()
    assert process.pid is not None
    port = listener.getsockname()[1]
    try:
        _wait(port)
        yield port, process.pid
    finally:
        process.terminate()
        process.join()
        listener.close()


def _wait(port: int) -> None:
    while True:
        try:
            ask(port, "GET", "/")
        except OSError:
            time.sleep(0.1)
        else:
            return


def ask(port: int, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None) -> Any:  # noqa: ANN401
    """Ask once; status, headers and content of the answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    connection.request(method, path, body, headers or {})
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer.status, dict(answer.getheaders()), content


def load(port: int, body: bytes, seconds: float, goes_on: Callable[[], bool] = lambda: True) -> Load:
    """Ask with all clients at once for some seconds, or until `goes_on` says no."""
    times: list[list[float]] = [[] for _ in range(CLIENTS)]
    start = time.perf_counter()

    def client(own: list[float]) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        while time.perf_counter() - start < seconds and goes_on():
            before = time.perf_counter()
            connection.request("POST", "/api/v1/check", body, HEADERS)
            answer = connection.getresponse()
            answer.read()
            assert answer.status == 200, answer.status
            own.append(time.perf_counter() - before)
        connection.close()

    threads = [threading.Thread(target=client, args=(own,)) for own in times]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    together = [one for own in times for one in own]
    return Load(len(together), time.perf_counter() - start, together)


def memory(number: int) -> list[int]:
    """Megabytes of a process and of those below it that hold more than 70, where /proc tells."""
    import psutil

    whole = psutil.Process(number)
    below = [one.memory_info().rss >> 20 for one in whole.children(recursive=True)]
    return [whole.memory_info().rss >> 20, *(one for one in below if one > 70)]


def staff(people: int) -> tuple[bytes, dict[str, str]]:
    """A staff list as the body of a form, and its headers."""
    lines = "".join(
        LINE.format(number, number % 40) + SPELL.format(number, number % 20 + 2)
        for number in range(100_000, 100_000 + people)
    )
    head = '--b\r\nContent-Disposition: form-data; name="file"; filename="staff.csv"\r\n\r\n'
    asked = '--b\r\nContent-Disposition: form-data; name="day"\r\n\r\n2025-06-01\r\n'
    whole = f"{asked}{head}{HEADINGS}{lines}\r\n--b--\r\n"
    return whole.encode(), {"Content-Type": "multipart/form-data; boundary=b"}


# -- sides --------------------------------------------------------------------------------------------------------


def _body() -> bytes:
    from socwork_standard.web.api.people import EXAMPLE

    return json.dumps(EXAMPLE).encode()


def _served(size: Size, target: Callable[..., None], *given: object) -> Work:
    stack = ExitStack()
    port, number = stack.enter_context(running(target, *given))
    body, each = _body(), size.pick(50, 5)

    def client() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        for _ in range(each):
            connection.request("POST", "/api/v1/check", body, HEADERS)
            answer = connection.getresponse()
            answer.read()
            assert answer.status == 200, answer.status
        connection.close()

    def call() -> None:
        threads = [threading.Thread(target=client) for _ in range(CLIENTS)]
        for one in threads:
            one.start()
        for one in threads:
            one.join()

    return Work(
        call,
        per=each * CLIENTS / 1_000,
        megabytes=lambda: float(sum(memory(number))),
        close=stack.close,
    )


def checks(size: Size) -> Work:
    """Checks with their whole explanation."""
    return _served(size, ours)


def constant(size: Size) -> Work:
    """The same bytes, kept ready."""
    with running(ours) as (port, _):
        content = json.loads(ask(port, "POST", "/api/v1/check", _body(), HEADERS)[2])
    return _served(size, bare, content)


COMPARISONS = (
    Comparison(
        "1,000 checks over HTTP, 8 clients at once",
        "checks",
        "constant",
        "a bare FastAPI application that returns the same answer, kept ready",
        ("fastapi", "uvicorn", "psutil"),
    ),
)

# -- under a list -------------------------------------------------------------------------------------------------


def under_a_list(people: int, seconds: float) -> int:
    """Measure and print."""
    body = _body()
    found: dict[str, Load] = {}
    with running(ours) as (port, number):
        content = ask(port, "POST", "/api/v1/check", body, HEADERS)[2]
        load(port, body, 1)
        before = memory(number)
        found["checks"] = load(port, body, seconds)
        sent, headers = staff(people)
        begun = time.perf_counter()
        status, given, _ = ask(port, "POST", "/api/v1/register", sent, headers)
        assert status == 202, status
        job, most, over = given["location"], [0], threading.Event()

        def watch() -> None:
            while json.loads(ask(port, "GET", job)[2])["state"] not in {"done", "failed"}:
                most[:] = max(most, memory(number), key=sum)
                over.wait(0.3)
            over.set()

        watcher = threading.Thread(target=watch)
        watcher.start()
        found[f"checks, a list of {people:,} at work"] = load(port, body, 600, lambda: not over.is_set())
        watcher.join()
        took = time.perf_counter() - begun
        assert json.loads(ask(port, "GET", job)[2])["state"] == "done"
        ask(port, "DELETE", job)
        after = memory(number)
    with running(bare, json.loads(content)) as (port, _):
        load(port, body, 1)
        found["bare FastAPI, a constant"] = peer = load(port, body, seconds)
    print(f"{CLIENTS} clients at once, {os.cpu_count()} cores, an answer of {len(content):,} bytes")
    for name, one in found.items():
        print(
            f"  {name:36}{one.rate:8.0f} a second ({one.rate / peer.rate:.2f} of the bare one), "
            f"p50 {one.at(50):7.1f} ms ({one.at(50) / peer.at(50):.1f} ×), p99 {one.at(99):7.1f} ms "
            f"({one.at(99) / peer.at(99):.1f} ×)"
        )
    print(f"  the list was decided in {took:.1f} s meanwhile")
    print(
        f"  memory, MB (server, then processes): {before} before, at most {most}, {after} after it was forgotten"
    )
    return 0


if __name__ == "__main__":
    numbers = [one for one in sys.argv[1:] if one != "--quick"]
    if numbers:
        sys.exit(under_a_list(int(numbers[0]), float(numbers[1]) if numbers[1:] else 10.0))
    sys.exit(main(__file__, COMPARISONS))
