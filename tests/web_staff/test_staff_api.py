"""`/api/v1/register`: a job, its state, its result, its end."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from staff_asking import DAY, LIST, RU, finish, services, serving

from socwork_standard.cli import main
from socwork_standard.web.api.register import JOB_EXAMPLE
from socwork_standard.web.kept import Kept
from socwork_standard.web.staff_lists import StaffList

REGISTER = "/api/v1/register"


def begin(client: TestClient, **fields: str) -> dict[str, Any]:
    """Send a list and wait until it is decided; the job's state comes back."""
    answer = client.post(REGISTER, data={"day": DAY, **fields}, files={"file": ("staff.csv", LIST)})
    assert answer.status_code == 202, answer.text
    address = answer.headers["location"]
    assert address == answer.json()["links"]["self"]
    finish(client, address)
    found: dict[str, Any] = client.get(address).json()
    return found


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_result_is_that_of_the_command_line(
    client: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """With `wait` the answer is byte for byte what `socwork register -o report.json` writes."""
    monkeypatch.chdir(tmp_path)
    Path("staff.xlsx").write_bytes(RU.read_bytes())
    assert main(["register", "staff.xlsx", "-o", "report.json", "--as-of", DAY, "--lang", language]) == 0
    answer = client.post(
        f"{REGISTER}?wait=60&lang={language}",
        data={"day": DAY},
        files={"file": ("staff.xlsx", RU.read_bytes())},
    )
    assert answer.status_code == 200
    assert answer.content == Path("report.json").read_bytes()
    assert services(client).staff._lists == {}


def test_a_job_is_asked_about_and_forgotten(client: TestClient) -> None:
    """The state leads to the result, its parts and files; after DELETE nothing is there."""
    job = begin(client)
    assert (job["state"], job["summary"]["persons"], job["problem"]) == ("done", 3, None)
    for name, address in job["links"].items():
        assert client.get(address).status_code == 200, name
    assert client.delete(job["links"]["self"]).status_code == 204
    for address in job["links"].values():
        gone = client.get(address)
        assert (gone.status_code, gone.json()["type"]) == (404, "/api#problem-forgotten")


def test_a_part_is_filtered_and_cut(client: TestClient) -> None:
    """Filters and pages of the parts work as on the pages."""
    links = begin(client)["links"]
    whole = client.get(links["verdicts"]).json()
    assert whole["total"] == len(whole["verdicts"]) == 3
    one = client.get(links["verdicts"], params={"offset": 1, "limit": 1}).json()
    assert one["verdicts"] == whole["verdicts"][1:2]
    assert client.get(links["verdicts"], params={"unit": "2"}).json()["verdicts"][0]["record"] == "0417"
    assert client.get(links["problems"], params={"code": "R401"}).json()["total"] == 1


def test_records_are_sent_as_json(client: TestClient) -> None:
    """The example of the documentation is answered."""
    answer = client.post(f"{REGISTER}?wait=60", json=JOB_EXAMPLE)
    assert answer.status_code == 200
    assert [(one["record"], one["card"], one["category"]) for one in answer.json()["verdicts"]] == [
        ("0417", 13, "first")
    ]


def test_a_policy_is_followed(client: TestClient) -> None:
    """A policy sent with records stands in the summary."""
    asked = {**JOB_EXAMPLE, "policy": {"preset": "practice"}}
    answer = client.post(f"{REGISTER}?wait=60", json=asked).json()
    assert answer["summary"]["policy"]["preset"] == "practice"


@pytest.mark.parametrize(
    "body",
    [b"", b"[]", b"{", b'{"records": 1}', b'{"records": [], "colour": 1}', b"\xff", b'{"what": "held"}'],
)
def test_a_body_of_no_sense(client: TestClient, body: bytes) -> None:
    """What is no question is refused as a problem that points to the example."""
    answer = client.post(REGISTER, content=body, headers={"content-type": "application/json"})
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["detail"]


def test_a_wrong_record_is_reported_and_not_refused(client: TestClient) -> None:
    """One bad record stops nobody else's answer."""
    records = [*JOB_EXAMPLE["records"], {"id": "2", "education": "none"}]
    found = client.post(f"{REGISTER}?wait=60", json={"records": records}).json()
    assert {one["record"] for one in found["verdicts"]} == {"0417"}
    assert any(one["record"] == "2" for one in found["problems"])


def test_the_result_is_not_there_before_it_is(client: TestClient) -> None:
    """Asked too early, the result is a problem of its own, and the state says how far the work is."""
    one = StaffList("early", "en", Kept(services(client).workers, 1, 1 << 30, dict))
    one.state, one.done = "reading", 7
    services(client).staff._lists["early"] = one
    early = client.get(f"{REGISTER}/early/result")
    assert (early.status_code, early.json()["type"]) == (409, "/api#problem-not-ready")
    assert client.get(f"{REGISTER}/early").json()["done"] == 7
    assert client.delete(f"{REGISTER}/early").status_code == 204


def test_a_failed_job_says_why(client: TestClient) -> None:
    """The state of a job that failed holds the problem, and asking for the result gives it."""
    answer = client.post(REGISTER, files={"file": ("staff.csv", "a;b\n1;2")})
    address = answer.headers["location"]
    finish(client, address)
    state = client.get(f"{address}?lang=en").json()
    assert (state["state"], state["problem"]["status"]) == ("failed", 422)
    assert "headings" in state["problem"]["detail"]
    assert client.get(f"{address}/result").status_code == 422


def test_rows_are_limited() -> None:
    """A list with more rows than the limit is refused with the limit."""
    with serving(rows=4) as client:
        answer = client.post(f"{REGISTER}?wait=60&lang=en", files={"file": ("staff.csv", LIST)})
    assert answer.status_code == 422
    assert "more than 4 rows" in answer.json()["detail"]


def test_bytes_are_limited() -> None:
    """A list with more bytes than the limit is refused before it is read."""
    with serving(upload=100) as client:
        answer = client.post(REGISTER, files={"file": ("staff.csv", LIST)})
    assert (answer.status_code, answer.json()["errors"]) == (413, [{"limit": "100"}])


def test_time_is_limited() -> None:
    """A list that takes longer than the limit is given up."""
    with serving(heavy_seconds=0.0) as client:
        answer = client.post(f"{REGISTER}?wait=60", files={"file": ("staff.csv", LIST)})
    assert (answer.status_code, answer.json()["type"]) == (503, "/api#problem-too-long")


def test_it_is_described(client: TestClient) -> None:
    """The description has both kinds of body, an example, and the limits."""
    found = client.get("/api/v1/openapi.json").json()["paths"][REGISTER]["post"]
    assert set(found["requestBody"]["content"]) == {"application/json", "multipart/form-data"}
    assert found["requestBody"]["content"]["application/json"]["examples"]
    assert "500,000 rows" in found["description"]
    assert json.dumps(found)


def test_another_site_cannot_send_a_list(client: TestClient) -> None:
    """A form on another site neither begins nor ends anything here."""
    there = {"sec-fetch-site": "cross-site"}
    assert client.post("/staff", files={"file": ("staff.csv", LIST)}, headers=there).status_code == 403
    assert client.delete(f"{REGISTER}/x", headers=there).status_code == 403
