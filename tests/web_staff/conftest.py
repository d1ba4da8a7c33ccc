"""What the tests of staff lists on the web share: a server in this process."""

from collections.abc import Iterator

import pytest

pytest.importorskip("fastapi", reason="the extra `web` is not installed")
pytest.importorskip("httpx2", reason="the test client of starlette needs httpx2")

from fastapi.testclient import TestClient
from staff_asking import BASE

from socwork_standard.web.app import create_app


@pytest.fixture(scope="module")
def served() -> Iterator[TestClient]:
    """Return a client of one server for a module."""
    with TestClient(create_app(), base_url=BASE) as client:
        yield client


@pytest.fixture
def client(served: TestClient) -> TestClient:
    """Return the client without cookies, asking in English."""
    served.cookies.clear()
    served.headers["accept-language"] = "en"
    return served
