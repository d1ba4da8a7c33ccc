"""`/api/v1/map` and `/api/v1/coverage`: the answers of the command line, and problems that say what to mend."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from curriculum_asking import DECISIONS, PROGRAMME, PROGRAMMES, TABLE, as_json
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socwork_standard.cli import main
from socwork_standard.model.base import LANGUAGES
from socwork_standard.model.curriculum import Curriculum
from socwork_standard.model.review import MappingDecisions

if TYPE_CHECKING:
    from fastapi.testclient import TestClient

MAP, COVERAGE = "/api/v1/map", "/api/v1/coverage"
DAY = "2025-06-01"


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of the example programmes, in which the commands run."""
    monkeypatch.chdir(PROGRAMMES)
    return PROGRAMMES


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Give what a command prints as JSON."""
    assert main([*arguments, "--format", "json"]) == 0
    return capsys.readouterr().out


def sent(*paths: Path) -> dict[str, tuple[str, bytes]]:
    """Give files as a form sends them: the curriculum, then decisions."""
    return {
        name: (path.name, path.read_bytes()) for name, path in zip(("file", "decisions"), paths, strict=False)
    }


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_is_mapped_as_by_the_command(
    client: TestClient, capsys: pytest.CaptureFixture[str], language: str
) -> None:
    """The mapping of a spreadsheet over HTTP is byte for byte that of `socwork map --format json`."""
    expected = printed(capsys, "map", TABLE.name, "--card", "11", "--top", "3", "--lang", language)
    answer = client.post(f"{MAP}?card=11&top=3&lang={language}", files=sent(TABLE))
    assert answer.text == expected
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.usefixtures("here")
def test_json_is_mapped_as_by_the_command(client: TestClient, capsys: pytest.CaptureFixture[str]) -> None:
    """A curriculum sent as JSON with decisions gives the mapping of the command with both files."""
    expected = printed(capsys, "map", PROGRAMME.name, "--decisions", DECISIONS.name)
    question = {
        "curriculum": as_json(PROGRAMME, Curriculum),
        "decisions": [as_json(DECISIONS, MappingDecisions)],
    }
    assert client.post(MAP, json=question).text == expected


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("language", LANGUAGES)
def test_coverage_is_that_of_the_command(
    client: TestClient, capsys: pytest.CaptureFixture[str], language: str
) -> None:
    """The coverage over HTTP, from files and from JSON, is byte for byte that of `socwork coverage --format json`."""
    expected = printed(
        capsys, "coverage", PROGRAMME.name, "--decisions", DECISIONS.name, "--on", DAY, "--lang", language
    )
    address = f"{COVERAGE}?on={DAY}&lang={language}"
    assert client.post(address, files=sent(PROGRAMME, DECISIONS)).text == expected
    question = {
        "curriculum": as_json(PROGRAMME, Curriculum),
        "decisions": [as_json(DECISIONS, MappingDecisions)],
    }
    assert client.post(address, json=question).text == expected


WRONG: list[tuple[Any, str]] = [
    ({}, "curriculum"),
    ({"curriculum": {"programme": {"title": "x"}, "courses": []}}, "curriculum/courses"),
    ({"curriculum": {"programme": {"title": "x"}, "courses": [{"code": "1"}]}}, "curriculum/courses/0/title"),
    ({"curriculum": as_json(PROGRAMME, Curriculum), "cards": 13}, "cards"),
]


@pytest.mark.parametrize(("question", "pointer"), WRONG)
def test_wrong_json_is_told_with_its_place(client: TestClient, question: Any, pointer: str) -> None:  # noqa: ANN401 - JSON
    """A body that is no question is refused with the pointer to what is wrong."""
    answer = client.post(MAP, json=question)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["errors"][0]["pointer"] == pointer


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"\xff\xfe", b'{"curriculum": 1e999}'])
def test_what_is_no_json_is_refused(client: TestClient, body: bytes) -> None:
    """Bytes that are no JSON are a problem of the input, not of the server."""
    answer = client.post(COVERAGE, content=body, headers={"content-type": "application/json"})
    assert answer.status_code == 422


@pytest.mark.parametrize("credit", ["1e999", "NaN", "-1"])
def test_credits_are_a_number(client: TestClient, credit: str) -> None:
    """Credits that are no finite number are refused at their place; the answer could not hold them as JSON."""
    course = f'{{"code": "1", "title": "x", "credits": {credit}}}'
    body = f'{{"curriculum": {{"programme": {{"title": "x"}}, "courses": [{course}]}}}}'
    answer = client.post(MAP, content=body, headers={"content-type": "application/json"})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] in {"curriculum/courses/0/credits", ""}


def test_one_person_says_one_thing(client: TestClient) -> None:
    """Two words of one person on one link and day are refused in JSON as they are in files."""
    one = as_json(DECISIONS, MappingDecisions)["decisions"][0]
    question = {"curriculum": as_json(PROGRAMME, Curriculum), "decisions": [{"decisions": [one, one]}]}
    answer = client.post(COVERAGE, json=question)
    assert answer.status_code == 422
    assert "decisions[0]" in answer.json()["where"]


def test_wrong_files_are_told(client: TestClient) -> None:
    """No file, an empty one, a picture and a file of decisions in the wrong place are each refused with the mend."""
    nothing = client.post(MAP, files={"other": ("a.yaml", b"x")}).json()
    assert "file" in nothing["mend"]
    for name, content in (("a.csv", b""), ("a.docx", b"\x89PNG1234"), ("a.yaml", b"courses: [}")):
        answer = client.post(MAP, files={"file": (name, content)})
        assert (answer.status_code, answer.json()["type"]) == (422, "/api#problem-bad-input")
    assert client.post(MAP, files=sent(DECISIONS)).status_code == 422


def test_unknown_cards_and_numbers_out_of_range_are_refused(client: TestClient) -> None:
    """A card that is not there is 404; a number of suggestions out of range and a day that is none are 422."""
    files = sent(PROGRAMME)
    assert client.post(f"{MAP}?card=99", files=files).status_code == 404
    assert client.post(f"{MAP}?top=0", files=files).status_code == 422
    assert client.post(f"{COVERAGE}?on=yesterday", files=files).status_code == 422


def test_bodies_have_models_and_examples(client: TestClient) -> None:
    """The description names the model of the JSON, both kinds of body, and an example that is answered."""
    description = client.get("/api/v1/openapi.json").json()
    assert {"Curriculum", "MappingDecisions"} <= set(description["components"]["schemas"])
    for path in (MAP, COVERAGE):
        content = description["paths"][path]["post"]["requestBody"]["content"]
        assert set(content) == {"application/json", "multipart/form-data"}
        example = content["application/json"]["schema"]["examples"][0]
        assert client.post(path, json=example).status_code == 200


@settings(max_examples=12, suppress_health_check=list(HealthCheck), derandomize=True)
@given(
    st.sampled_from(["a.xlsx", "a.docx", "a.pdf", "a.csv", "a.html", "a.txt", "a.yaml"]),
    st.sampled_from([b"", b"PK\x03\x04", b"%PDF-1.7\n", b"\xd0\xcf\x11\xe0", b"<html>"]),
    st.binary(max_size=200),
)
def test_any_bytes_are_answered(client: TestClient, name: str, head: bytes, rest: bytes) -> None:
    """Whatever is sent as a curriculum, the answer is a mapping or a problem of the input."""
    answer = client.post(MAP, files={"file": (name, head + rest)})
    assert answer.status_code in {200, 422}
    json.loads(answer.text)
