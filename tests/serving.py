"""Fixtures of the tests of the web: a server in this process, one that really listens, and a real browser.

The browser is Chromium, at /usr/bin/chromium or where SOCWORK_CHROMIUM says.
"""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from fastapi.testclient import TestClient
    from playwright.sync_api import Browser, Page

BASE = "http://127.0.0.1:8100"
"""The address that the server in this process believes to have."""
CHROMIUM = os.environ.get("SOCWORK_CHROMIUM", "/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def served() -> Iterator[TestClient]:
    """Return a client of one server for a module."""
    pytest.importorskip("fastapi", reason="the extra `web` is not installed")
    pytest.importorskip("httpx2", reason="the test client of starlette needs httpx2")
    from fastapi.testclient import TestClient

    from socwork_standard.web.app import create_app

    with TestClient(create_app(), base_url=BASE) as client:
        yield client


@pytest.fixture
def client(served: TestClient) -> TestClient:
    """Return the client without cookies, asking in English."""
    served.cookies.clear()
    served.headers["accept-language"] = "en"
    return served


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Return the address of a server that really listens."""
    uvicorn = pytest.importorskip("uvicorn", reason="the extra `web` is not installed")
    from socwork_standard.web.app import create_app

    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen()  # who asks before the server is up waits, and is not refused
    config = uvicorn.Config(create_app(), log_level="error", access_log=False, ws="none")
    running = uvicorn.Server(config)
    thread = threading.Thread(target=running.run, args=([listener],))
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    running.should_exit = True
    thread.join()
    listener.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return Chromium; skip where the machine has none."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not Path(CHROMIUM).exists():
        pytest.skip(f"there is no Chromium at {CHROMIUM}: name it in SOCWORK_CHROMIUM")
    with playwright.sync_playwright() as running:
        # As everybody's browser has it, pages left are kept whole for the back button.
        without = ["--disable-back-forward-cache"]
        found = running.chromium.launch(executable_path=CHROMIUM, args=FLAGS, ignore_default_args=without)
        yield found
        found.close()


@pytest.fixture
def tab(browser: Browser, server: str) -> Iterator[Page]:
    """Return an empty tab in English in which every complaint of the browser is a failure."""
    context = browser.new_context(base_url=server, locale="en-GB")
    page = context.new_page()
    page.set_default_timeout(30_000)
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "request", lambda asked: complaints.append(asked.url) if not asked.url.startswith(server) else None
    )
    yield page
    context.close()
    assert [one for one in complaints if "status of 4" not in one] == []


def faults(tab: Page) -> list[str]:
    """Give the serious faults that axe finds on the page."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    found: list[dict[str, Any]] = axe.Axe().run(tab).response["violations"]
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:200]}"
        for one in found
        if one["impact"] in {"serious", "critical"}
    ]
