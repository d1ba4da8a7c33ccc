"""The API passes nothing over in silence: unknown keys, halves of characters, methods, and what a client has."""

from __future__ import annotations

import json

import pytest
from fastapi.testclient import TestClient
from web_asking import QUESTION, in_language

UNKNOWN_IN_THE_ADDRESS = [
    ("GET", "/api/v1/ladder?from=99", "from"),
    ("GET", "/api/v1/cards?on=2025-06-01", "on"),
    ("GET", "/api/v1/cards/13?day=2025-06-01", "day"),
    ("POST", "/api/v1/register?as_of=2025-06-01", "as_of"),
    ("POST", "/api/v1/check?card=13", "card"),
]


@pytest.mark.parametrize(("method", "path", "name"), UNKNOWN_IN_THE_ADDRESS)
def test_an_unknown_key_of_an_address_is_refused(
    client: TestClient, method: str, path: str, name: str
) -> None:
    """A key that the end point does not know is named, with those that it knows."""
    answer = client.request(method, path, json={} if method == "POST" else None)
    assert answer.status_code == 422
    found = answer.json()
    assert repr(name) in found["detail"]
    assert "lang" in found["mend"]


def test_a_page_passes_unknown_keys_over(client: TestClient) -> None:
    """Addresses of pages are shared with keys that others add to them."""
    assert client.get("/ladder?utm_source=letter").status_code == 200


FORMS = [
    ("/api/v1/map", {"bogus": "1"}, "bogus"),
    ("/api/v1/coverage", {"on": "2025-06-01"}, "on"),
    ("/api/v1/register", {"as_off": "2025-06-01"}, "as_off"),
    ("/api/v1/register", {"reading.nothing": "x"}, "reading.nothing"),
    ("/api/v1/map", {"decisions": "text"}, "decisions"),
    ("/api/v1/register", {"what": "held", "card": "13"}, "card"),
    ("/api/v1/register", {"what": "all", "category": "first"}, "category"),
    ("/api/v1/register", {"category": "first"}, "category"),
    ("/api/v1/register", {"as_of": "2025-06-01", "day": "2024-06-01"}, "as_of"),
    ("/api/v1/register", {"as_of": "soon"}, "as_of"),
]


@pytest.mark.parametrize(("path", "fields", "where"), FORMS)
def test_a_field_of_a_form_is_not_passed_over(
    client: TestClient, path: str, fields: dict[str, str], where: str
) -> None:
    """A field that is not known, or contradicts another, is refused at its place."""
    answer = client.post(path, data=fields, files={"file": ("list.csv", b"id\n1\n")})
    assert (answer.status_code, answer.json()["where"]) == (422, where)


def test_a_text_sent_as_a_file_is_refused(client: TestClient) -> None:
    """A day in a file is no day."""
    files = {"file": ("list.csv", b"id\n1\n"), "as_of": ("day.txt", b"2025-06-01")}
    assert client.post("/api/v1/register", files=files).json()["where"] == "as_of"


def test_forms_are_described_as_closed(client: TestClient) -> None:
    """The description says that forms take no further fields, and names `as_of`."""
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    for path in ("/api/v1/register", "/api/v1/map", "/api/v1/coverage"):
        content = paths[path]["post"]["requestBody"]["content"]
        assert content["multipart/form-data"]["schema"]["additionalProperties"] is False
    form = paths["/api/v1/register"]["post"]["requestBody"]["content"]["multipart/form-data"]["schema"]
    assert "as_of" in form["properties"]


HALVES = [
    ({"record": {"id": "\ud800"}, "card": 13}, "body/record/id"),
    ({"record": {"unit": "a\udc00"}, "card": 13}, "body/record/unit"),
    ({"record": {"education": [{"speciality": "\ud800"}]}, "card": 13}, "body/record/education/0/speciality"),
    ({"record": {}, "card": "\ud800"}, "body/card"),
    ({"record": {}, "card": 13, "policy": {"reason": "\ud800"}}, "body/policy/reason"),
]


@pytest.mark.parametrize(("question", "where"), HALVES)
def test_half_a_character_is_refused_at_its_place(
    client: TestClient, question: dict[str, object], where: str
) -> None:
    """A lone surrogate in JSON is bad input, wherever it stands."""
    answer = client.post(
        "/api/v1/check", content=json.dumps(question), headers={"content-type": "application/json"}
    )
    assert (answer.status_code, answer.json()["where"]) == (422, where)


def test_a_whole_character_written_in_halves_is_taken(client: TestClient) -> None:
    """Two surrogates that belong together are one character."""
    body = json.dumps({**QUESTION, "record": {"id": "\U0001f600"}})
    answer = client.post("/api/v1/check", content=body, headers={"content-type": "application/json"})
    assert answer.json()["record"] == "\U0001f600"


WRONG = [
    ("/api/v1/check", {"record": {"education": 1}, "card": 13}),
    ("/api/v1/check", {"record": {}, "card": 13, "as_of": 5}),
    ("/api/v1/check", [1]),
    ("/api/v1/plan", {"record": {}, "to": 13, "ways": 99}),
    ("/api/v1/register", {"records": 1}),
    ("/api/v1/map", {"curriculum": {"courses": 1}}),
]


@pytest.mark.parametrize(("path", "body"), WRONG)
def test_what_a_model_refuses_is_told_in_three_languages(client: TestClient, path: str, body: object) -> None:
    """No English sentence stands in a Kazakh or Russian answer, and each has its mend."""
    told = [client.post(in_language(path, one), json=body).json() for one in ("kk", "ru", "en")]
    for key in ("detail", "mend"):
        assert len({one[key] for one in told}) == 3
    assert all(one["errors"][0]["mend"] for one in told)


def test_broken_json_is_told_in_three_languages(client: TestClient) -> None:
    """Also a body that is no JSON at all."""
    kind = {"content-type": "application/json"}
    asked = [in_language("/api/v1/check", one) for one in ("kk", "ru", "en")]
    for body in (b"{", b'"\xff"'):
        answers = [client.post(one, content=body, headers=kind) for one in asked]
        assert [one.status_code for one in answers] == [422] * 3
        assert len({one.json()["detail"] for one in answers}) == 3


@pytest.mark.parametrize(
    "path", ["/", "/check", "/api/v1/cards", "/api/v1/openapi.json", "/static/style.css"]
)
def test_head_is_answered_as_get_without_a_body(client: TestClient, path: str) -> None:
    """HEAD has the status and the headers of GET."""
    whole, head = client.get(path), client.head(path)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == str(len(whole.content))


ALLOWED = [
    ("DELETE", "/api/v1/cards", "GET, HEAD"),
    ("PUT", "/check", "GET, HEAD, POST"),
    ("HEAD", "/api/v1/check", "POST"),
    ("PUT", "/api/v1/register/x", "GET, HEAD, DELETE"),
    ("POST", "/static/style.css", "GET, HEAD"),
]


@pytest.mark.parametrize(("method", "path", "allowed"), ALLOWED)
def test_a_method_that_is_not_taken_says_which_are(
    client: TestClient, method: str, path: str, allowed: str
) -> None:
    """A 405 carries `Allow`, as RFC 9110 asks."""
    answer = client.request(method, path)
    assert (answer.status_code, answer.headers["allow"]) == (405, allowed)


@pytest.mark.parametrize(
    ("path", "status"), [("/cards", 304), ("/cards/99", 404), ("/exports/skos", 304), ("/exports/zz", 404)]
)
def test_a_star_means_any_answer_that_there_is(client: TestClient, path: str, status: int) -> None:
    """`If-None-Match: *` gives 304 where there is an answer."""
    assert client.get(f"/api/v1{path}", headers={"If-None-Match": "*"}).status_code == status


def test_a_number_like_an_iin_is_not_printed_back(client: TestClient) -> None:
    """An id of twelve digits that may be an ИИН is carried into no answer; the answer warns of it."""
    number = "900101300123"
    question = {**QUESTION, "record": {**QUESTION["record"], "id": number}}
    for path, asked in (
        ("/api/v1/check", question),
        ("/api/v1/plan", {"record": question["record"], "to": 13, "as_of": question["as_of"]}),
    ):
        answer = client.post(path, json=asked)
        assert number not in answer.text
        assert answer.json()["record"] is None
        assert "looks like an IIN" in answer.json()["notes"][0]
