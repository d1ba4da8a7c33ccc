"""The HTTP API: the same answers as the command line, problems, ETags, and a true description of itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from web_asking import DAY, QUESTION, in_language

from socwork_standard.cli import main

READING = [
    "/api/v1/standard",
    "/api/v1/editions",
    "/api/v1/readings",
    "/api/v1/cards",
    "/api/v1/cards/13",
    "/api/v1/cards/social-worker",
    "/api/v1/cards/13/needs?category=highest",
    "/api/v1/compare?first=12&second=13",
    "/api/v1/search?q=кейс-менеджмент",
    "/api/v1/ladder",
    "/api/v1/ladder.svg?from=13&to=17",
]


@pytest.mark.parametrize("path", READING)
def test_the_standard_is_answered_with_an_etag(client: TestClient, path: str) -> None:
    """Each answer about the standard carries an ETag, and is not sent again to whoever has it."""
    first = client.get(path)
    assert first.status_code == 200, first.text
    again = client.get(path, headers={"If-None-Match": f'W/"other", {first.headers["etag"]}'})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]


def test_another_language_is_another_etag(client: TestClient) -> None:
    """An answer in another language is not taken for the one that the client has."""
    tag = client.get("/api/v1/cards/13/needs?lang=kk").headers["etag"]
    assert client.get("/api/v1/cards/13/needs?lang=ru", headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("card", [13, None])
def test_check_answers_as_the_command_line(
    client: TestClient,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    language: str,
    card: int | None,
) -> None:
    """A decision over HTTP is byte for byte that of `socwork check --format json`."""
    file = tmp_path / "person.json"
    file.write_text(json.dumps(QUESTION["record"]), encoding="utf-8")
    arguments = ["check", str(file), "--as-of", DAY, "--format", "json", "--lang", language]
    assert main([*arguments, *(["--card", str(card)] if card else [])]) == 0
    asked = {"record": QUESTION["record"], "as_of": DAY, "card": card}
    answer = client.post(f"/api/v1/check?lang={language}", json=asked)
    assert answer.text == capsys.readouterr().out
    assert answer.headers["cache-control"] == "no-store"


SAME = [
    ("/api/v1/cards", ["cards"]),
    ("/api/v1/cards/13?on=2025-06-01", ["card", "13", "--on", DAY]),
    (
        "/api/v1/cards/13/needs?category=highest&on=2025-06-01",
        ["needs", "13", "--category", "highest", "--on", DAY],
    ),
    ("/api/v1/compare?first=12&second=13", ["card", "12", "--compare", "13"]),
    ("/api/v1/search?q=кейс-менеджмент&card=14", ["search", "кейс-менеджмент", "--card", "14"]),
    ("/api/v1/ladder", ["ladder"]),
]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize(("path", "command"), SAME)
def test_the_standard_is_answered_as_on_the_command_line(
    client: TestClient, capsys: pytest.CaptureFixture[str], path: str, command: list[str], language: str
) -> None:
    """What the API says of the standard is what `--format json` prints."""
    assert main([*command, "--format", "json", "--lang", language]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert client.get(in_language(path, language)).json() == printed


def test_a_policy_is_applied(client: TestClient) -> None:
    """The answers that a policy chooses stand in the decision."""
    policy = {"preset": "literal", "reason": "as written"}
    found = client.post("/api/v1/check", json={**QUESTION, "policy": policy}).json()
    assert found["policy"] == policy


def test_needs_name_fields(client: TestClient) -> None:
    """The facts that a check will ask for name fields of a record."""
    found = client.get("/api/v1/cards/13/needs?category=second").json()
    assert {"education.level", "experience.start"} <= {
        one for need in found["needs"] for one in need["fields"]
    }


def test_a_plan_arrives(client: TestClient) -> None:
    """A plan over HTTP is worked out in a process of its own and says when the post is reached."""
    found = client.post("/api/v1/plan", json={"record": QUESTION["record"], "to": 13, "as_of": DAY}).json()
    assert found["status"] in {"held", "reachable"}
    assert found["record"] == "0417"


def test_a_plan_without_education_is_bad_input(client: TestClient) -> None:
    """An error inside the process of a heavy job comes back as a problem with its words."""
    answer = client.post("/api/v1/plan", json={"record": {}, "to": 13, "as_of": DAY})
    assert answer.status_code == 422
    assert "education" in answer.json()["where"]


BAD: list[tuple[str, str, object, int, str]] = [
    ("GET", "/api/v1/cards/99", None, 404, "not-found"),
    ("GET", "/api/v1/nothing", None, 404, "not-found"),
    ("DELETE", "/api/v1/cards", None, 405, "method"),
    ("GET", "/api/v1/cards/13?on=2025-13-01", None, 422, "bad-input"),
    ("GET", "/api/v1/cards/13/needs?category=zzz", None, 422, "bad-input"),
    ("GET", "/api/v1/search", None, 422, "bad-input"),
    ("GET", "/api/v1/ladder.svg?from=13&to=13:zzz", None, 404, "not-found"),
    ("POST", "/api/v1/check", {"record": {"education": [{"level": "zzz"}]}, "card": 13}, 422, "bad-input"),
    ("POST", "/api/v1/check", {"record": {"name": "x"}, "card": 13}, 422, "bad-input"),
    ("POST", "/api/v1/check", {"record": {}, "card": 99}, 404, "not-found"),
    ("POST", "/api/v1/check", {"record": {}, "category": "first"}, 422, "bad-input"),
    ("POST", "/api/v1/check", {"record": {}, "card": 13, "as_of": "soon"}, 422, "bad-input"),
    ("POST", "/api/v1/check", [], 422, "bad-input"),
]


@pytest.mark.parametrize(("method", "path", "body", "status", "kind"), BAD)
def test_a_problem_says_what_and_how_to_mend_it(
    client: TestClient, method: str, path: str, body: object, status: int, kind: str
) -> None:
    """What cannot be answered comes back as RFC 9457 asks."""
    answer = client.request(method, path, json=body)
    found = answer.json()
    assert (answer.status_code, found["status"]) == (status, status)
    assert answer.headers["content-type"] == "application/problem+json"
    assert found["type"] == f"/api#problem-{kind}"
    assert found["detail"]
    assert found["instance"] == path.partition("?")[0]


def test_an_unknown_key_is_named(client: TestClient) -> None:
    """The problem points to the key of the request that is wrong."""
    found = client.post("/api/v1/check", json={"record": {"name": "x"}, "card": 13}).json()
    assert found["errors"][0]["pointer"] == "body/record/name"


def test_problems_are_told_in_the_language_asked_for(client: TestClient) -> None:
    """The title of a problem is in the language of the request."""
    titles = {client.get(f"/api/v1/nothing?lang={one}").json()["title"] for one in ("kk", "ru", "en")}
    assert len(titles) == 3


def test_the_description_is_complete(client: TestClient) -> None:
    """Every end point says what it does, and every question about a person has an example that is answered."""
    description = client.get("/api/v1/openapi.json").json()
    assert description["openapi"].startswith("3.1")
    for path, methods in description["paths"].items():
        for method, found in methods.items():
            assert found["description"], path
            if method == "post":
                body = found["requestBody"]["content"]["application/json"]
                listed = body.get("examples") or body["schema"]["examples"]
                example = listed[0] if isinstance(listed, list) else listed.popitem()[1]["value"]
                assert client.post(path, json=example).is_success, path


def test_the_documentation_names_every_end_point(client: TestClient) -> None:
    """The page of the API shows each path, and asks nothing of another host."""
    page = client.get("/api").text
    for path in client.get("/api/v1/openapi.json").json()["paths"]:
        assert path in page
    for example in ("ОН1", "experience"):
        assert example in page
    assert "//" not in page.replace("<!doctype html>", "").replace("http://127.0.0.1", "")
