"""Who may ask, from where, how much and how many at once; and what every answer carries."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable

import anyio
import pytest
import web_jobs
from fastapi.testclient import TestClient
from web_asking import FORM, QUESTION

from serving import BASE
from socwork_standard.web import work
from socwork_standard.web.app import create_app
from socwork_standard.web.guard import HEADERS
from socwork_standard.web.problems import Problem, Refused
from socwork_standard.web.settings import Limits, Settings
from socwork_standard.web.work import Workers

TOKEN = "a-secret-of-some-length"  # noqa: S105 - of no server but those of these tests


def server(settings: Settings) -> TestClient:
    """Give a client of a server with these settings."""
    return TestClient(create_app(settings), base_url=BASE)


@pytest.mark.parametrize("path", ["/", "/cards/13", "/api/v1/cards", "/static/style.css", "/nothing"])
def test_every_answer_carries_the_headers(client: TestClient, path: str) -> None:
    """Pages, data, files and problems all forbid what comes from outside."""
    found = client.get(path).headers
    assert {name: found[name] for name in HEADERS} == HEADERS


@pytest.mark.parametrize(
    "path", ["/", "/cards/13", "/check?card=13", "/ladder", "/plan", "/vacancy?card=13", "/api"]
)
def test_no_page_needs_what_the_policy_forbids(client: TestClient, path: str) -> None:
    """No page holds inline script or style, or asks anything of another host."""
    page = client.get(path).text
    assert "<style" not in page
    assert " style=" not in page
    assert " on" + "click" not in page
    assert page.count("<script") == page.count('<script type="module" src="/static/')
    assert 'src="http' not in page
    assert 'href="http' not in page


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8100", 200),
        ("localhost:8100", 200),
        ("[::1]:8100", 200),
        ("10.0.0.5", 200),
        ("evil.example", 421),
        ("127.0.0.1.evil.example:8100", 421),
        ("", 421),
        ("[", 421),
    ],
)
def test_only_known_names_are_answered(client: TestClient, host: str, status: int) -> None:
    """A name that the server was not given is refused: DNS rebinding finds nothing."""
    assert client.get("/", headers={"host": host}).status_code == status


def test_a_name_can_be_allowed() -> None:
    """A name given at the start is answered."""
    with server(Settings(hosts=frozenset({"office-pc"}))) as client:
        assert client.get("/", headers={"host": "office-pc:8100"}).status_code == 200


@pytest.mark.parametrize("path", ["/check", "/plan", "/api/v1/check", "/api/v1/plan", "/check/record.json"])
@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site", "origin": BASE},
    ],
)
def test_other_sites_can_send_nothing(client: TestClient, path: str, headers: dict[str, str]) -> None:
    """A form or script of another site is refused."""
    assert client.post(path, headers=headers).status_code == 403


def test_our_own_forms_are_taken(client: TestClient) -> None:
    """A form of the server's own pages is answered."""
    for headers in ({"origin": BASE}, {"sec-fetch-site": "same-origin"}):
        assert client.post("/check", data=FORM, headers=headers).status_code == 200


@pytest.mark.parametrize("path", ["/check", "/api/v1/check"])
def test_what_is_too_large_is_refused(client: TestClient, path: str) -> None:
    """A body over the limit is refused, said to be so long or not."""

    def endless() -> object:
        for _ in range(30):
            yield b"x" * 50_000

    assert client.post(path, content=b"x" * 1_000_001).status_code == 413
    assert client.post(path, content=endless()).status_code == 413  # type: ignore[arg-type]


def test_too_many_requests_are_told_so() -> None:
    """A server at its limit says that it is busy and when to ask again."""
    with server(Settings(limits=Limits(requests=0))) as client:
        answer = client.get("/api/v1/cards")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    assert answer.json()["type"] == "/api#problem-busy"


def test_too_many_heavy_jobs_are_told_so() -> None:
    """Where no heavy job may wait, the next is refused at once."""
    with server(Settings(limits=Limits(processes=0, waiting=0))) as client:
        answer = client.post("/api/v1/plan", json={"record": QUESTION["record"], "to": 13})
    assert answer.json()["type"] == "/api#problem-busy"


def test_a_heavy_job_that_takes_too_long_is_ended() -> None:
    """A plan that is not done in its time is ended, and said to have taken too long."""
    with server(Settings(limits=Limits(heavy_seconds=0.0))) as client:
        answer = client.post("/api/v1/plan", json={"record": QUESTION["record"], "to": 17})
    assert answer.json()["type"] == "/api#problem-too-long"


def test_a_mistake_of_ours_tells_nothing(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """An unforeseen error gives a problem, and neither answer nor log says what was typed."""
    from socwork_standard.web.api import people

    def fail(*_: object) -> None:
        raise RuntimeError("0417 secret")

    monkeypatch.setattr(people, "decide", fail)
    answer = client.post("/api/v1/check", json=QUESTION)
    assert answer.status_code == 500
    assert "secret" not in answer.text + caplog.text
    assert "RuntimeError" in caplog.text


@pytest.mark.parametrize("job", [web_jobs.fail, web_jobs.lock, web_jobs.swell])
def test_a_mistake_in_a_heavy_job_tells_nothing(
    job: Callable[[], object], caplog: pytest.LogCaptureFixture
) -> None:
    """A job that fails says what kind of mistake it made and where, without the values that it worked on."""
    here, there = multiprocessing.Pipe()
    with here, there:
        work.run_job(there, job, (), reports=False)
        assert here.recv() == ("problem", "mistake")
    assert "a mistake of the program" in caplog.text
    assert "secret" not in caplog.text


def test_who_asked_is_told_of_a_mistake_in_a_heavy_job() -> None:
    """The process of a job that fails ends, and the caller gets a problem that says whose mistake it is."""
    with pytest.raises(Refused) as refused:
        anyio.run(Workers(Limits()).heavy, web_jobs.fail)
    assert refused.value.problem == Problem("mistake")


class TestToken:
    """A server that asks for a token."""

    @pytest.fixture
    def locked(self) -> TestClient:
        """Return a client of a server with a token."""
        return server(Settings(host="0.0.0.0", token=TOKEN))  # noqa: S104 - never bound: the tests call it directly

    def test_without_it_nothing_is_answered(self, locked: TestClient) -> None:
        """Pages show a form for the token, the API a problem."""
        page = locked.get("/cards")
        assert page.status_code == 401
        assert 'action="/token"' in page.text
        assert locked.get("/api/v1/cards").headers["www-authenticate"].startswith("Bearer")

    def test_programs_send_it_as_a_header(self, locked: TestClient) -> None:
        """The right token opens the API, a wrong one does not."""
        for given, status in ((TOKEN, 200), (TOKEN + "x", 401), ("", 401)):
            answer = locked.get("/api/v1/cards", headers={"authorization": f"Bearer {given}"})
            assert answer.status_code == status

    def test_browsers_keep_a_cookie(self, locked: TestClient) -> None:
        """The form sets a cookie that scripts cannot read and that is not the token itself."""
        assert locked.post("/token", data={"token": "wrong"}).status_code == 401
        answer = locked.post("/token", data={"token": TOKEN}, follow_redirects=False)
        kept = answer.headers["set-cookie"]
        assert answer.status_code == 303
        assert TOKEN not in kept
        assert "HttpOnly" in kept
        assert locked.get("/cards").status_code == 200
