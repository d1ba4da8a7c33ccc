"""`/api/v1/exports` and `/api/v1/vacancy`, and what the pages of the standard offer to download."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from socwork_standard.cli import main
from socwork_standard.exports.formats import FORMATS
from socwork_standard.model.base import LANGUAGES

if TYPE_CHECKING:
    from fastapi.testclient import TestClient


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("arguments", "path"),
    [
        (["export"], "/api/v1/exports"),
        (["vacancy", "13"], "/api/v1/vacancy/13"),
        (["vacancy", "13", "--category", "first", "--full"], "/api/v1/vacancy/13?category=first&full=true"),
    ],
)
def test_answers_are_those_of_the_command(
    client: TestClient, capsys: pytest.CaptureFixture[str], arguments: list[str], path: str, language: str
) -> None:
    """The list of formats and the text of a vacancy are byte for byte those of the command line."""
    assert main([*arguments, "--format", "json", "--lang", language]) == 0
    answer = client.get(path, headers={"accept-language": language})
    assert answer.text == capsys.readouterr().out


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written_as_by_the_command(client: TestClient, tmp_path: Path, name: str) -> None:
    """Each format over HTTP holds the files of `socwork export`, alone or in an archive, byte for byte."""
    assert main(["export", name, "--card", "13", "-o", str(tmp_path / "out")]) == 0
    out = tmp_path / "out"
    expected = {str(one.relative_to(out)): one.read_bytes() for one in out.rglob("*") if one.is_file()}
    expected = expected or {"": out.read_bytes()}
    answer = client.get(f"/api/v1/exports/{name}?card=13")
    assert answer.status_code == 200
    if answer.headers["content-type"] == "application/zip":
        with zipfile.ZipFile(BytesIO(answer.content)) as archive:
            found = {one: archive.read(one) for one in archive.namelist()}
    else:
        found = {next(iter(expected)): answer.content}
    assert found == expected


def test_the_same_question_gives_the_same_bytes_or_none(client: TestClient) -> None:
    """An archive is the same every time, and is not sent again to whoever has it; another language is another one."""
    first, again = (client.get("/api/v1/exports/case?card=13") for _ in range(2))
    assert first.content == again.content
    tag = first.headers["etag"]
    known = client.get("/api/v1/exports/case?card=13", headers={"If-None-Match": tag})
    assert (known.status_code, known.content) == (304, b"")
    other = client.get("/api/v1/exports/case?card=13&lang=kk", headers={"If-None-Match": tag})
    assert other.status_code == 200


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/v1/exports/word", 404),
        ("/api/v1/exports/skos?card=99", 404),
        ("/api/v1/exports/skos?base_uri=here", 422),
        ("/api/v1/vacancy/99", 404),
        ("/api/v1/vacancy/9?category=first", 422),
        ("/api/v1/vacancy/13?on=soon", 422),
    ],
)
def test_what_is_not_there_is_told(client: TestClient, path: str, status: int) -> None:
    """An unknown format, card, category or day is a problem with its status."""
    answer = client.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_standard_is_downloaded(client: TestClient, language: str) -> None:
    """The list of cards offers every format, and a card offers itself as PDF and Word."""
    page = client.get(f"/cards?lang={language}").text
    assert all(f'href="/api/v1/exports/{name}"' in page for name in FORMATS)
    card = client.get(f"/cards/13?lang={language}").text
    for ending, head in (("pdf", b"%PDF-"), ("docx", b"PK")):
        assert f"/cards/13/card.{ending}" in card
        assert client.get(f"/cards/13/card.{ending}?lang={language}").content.startswith(head)
