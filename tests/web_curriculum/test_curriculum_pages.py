"""The pages of a curriculum as a browser without scripts sees them, and what the server keeps."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from curriculum_asking import BY, DECISIONS, PROGRAMME, PROGRAMMES, TABLE, begun, confirmed, slugs
from fastapi.testclient import TestClient

from serving import BASE
from socwork_standard.cli import main
from socwork_standard.i18n import text
from socwork_standard.model.base import LANGUAGES, Language
from socwork_standard.web.app import create_app
from socwork_standard.web.pages.curriculum import sample_bytes
from socwork_standard.web.settings import Limits, Settings

if TYPE_CHECKING:
    from pathlib import Path


def answered(client: TestClient, address: str, do: str = "save", **given: str) -> Any:  # noqa: ANN401 - a response
    """Send the form of an outcome; by default its reviewer is named."""
    form = {"by": BY, "do": do, **{key.replace("__", "."): value for key, value in given.items()}}
    return client.post(address, data=form)


def said(slug: str, choice: str, was: str = "open") -> dict[str, str]:
    """Give the fields that choose something for a competency."""
    return {f"say.{slug}": choice, f"was.{slug}": was}


def test_the_sample_is_the_example() -> None:
    """The sample that comes with the pages is the programme of the examples."""
    assert sample_bytes() == PROGRAMME.read_bytes()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["rehabilitation-ru.xlsx", "syllabus-kk.docx"])
def test_what_was_read_and_what_was_not(client: TestClient, name: str, language: Language) -> None:
    """After a file the page says how much was read, and what was not used, each with its place."""
    page = client.get(f"{begun(client, file=PROGRAMMES / name)}?lang={language}").text
    assert name in page
    assert f'<html lang="{language}">' in page
    noticed = text(language, "web.curriculum.noticed") in page
    assert noticed or text(language, "web.curriculum.all_understood") in page


def test_problems_stand_with_their_places(client: TestClient, tmp_path: Path) -> None:
    """What the reader did not understand is on the page with its cell."""
    file = tmp_path / "courses.csv"
    file.write_text(
        "course code,course title,credits,learning outcome\nA1,Law,five,Explains the law\n", "utf-8"
    )
    page = client.get(begun(client, file=file)).text
    assert "C205" in page
    assert "five" in page


def test_coverage_grows_with_decisions(client: TestClient) -> None:
    """Confirming raises the confirmed count, rejecting does not, and taking back lowers it again."""
    address = begun(client) + "/1"
    first, second, *_ = slugs(client.get(address).text)
    page = answered(client, address, **said(first, "yes"), **said(second, "no"), why="бір сөйлем").text
    assert confirmed(page) == 1
    assert "+1" in page
    assert "бір сөйлем" in page
    page = answered(client, address, **said(first, "open", "yes")).text
    assert confirmed(page) == 0


def test_saving_leads_to_the_next_open_outcome(client: TestClient) -> None:
    """Save and go on leads to the next outcome with something to decide; the rest can be rejected at once."""
    address = begun(client)
    assert answered(client, f"{address}/1", "rest").url.path == f"{address}/2"
    assert 'class="suggestion suggested"' not in client.get(f"{address}/1").text
    assert answered(client, f"{address}/2", "next").url.path == f"{address}/3"
    found = slugs(client.get(f"{address}/2").text)
    later = answered(client, f"{address}/2", "next", **said(found[0], "yes"))
    assert later.url.path == f"{address}/3"


def test_nothing_typed_is_lost_where_something_is_missing(client: TestClient) -> None:
    """Without a reviewer nothing is saved; what was chosen and typed stands there still, and the field is named."""
    address = begun(client) + "/1"
    slug = slugs(client.get(address).text)[0]
    answer = answered(client, address, by="", why="because", **said(slug, "yes"))
    assert answer.status_code == 422
    assert 'href="#by"' in answer.text
    assert 'value="because"' in answer.text
    assert confirmed(answer.text) == 0
    assert re.search(rf'name="say\.{slug}" value="yes" checked', answer.text)
    assert answered(client, address, why="because").status_code == 422


def test_a_competency_is_searched_and_added(client: TestClient) -> None:
    """Enter searches where new words stand in the field; what is ticked is added when the form is saved."""
    address = begun(client) + "/3"
    page = answered(client, address, "enter", q="кейс-менеджмент").text
    found = re.findall(r'name="add\.([\w-]+)"', page)
    assert found
    page = answered(client, address, "next", **{f"add.{found[0]}": "yes", "add.no-such": "yes"}).text
    assert confirmed(page) == 1
    decisions = client.get(address[: address.rindex("/")] + "/decisions.yaml").text
    assert decisions.count("decision: added") == 1


def test_switching_the_language_keeps_what_was_chosen(client: TestClient) -> None:
    """A language button saves nothing and loses nothing."""
    address = begun(client) + "/1"
    slug = slugs(client.get(address).text)[0]
    page = client.post(address, data={"lang": "ru", "by": BY, **said(slug, "no")}).text
    assert '<html lang="ru">' in page
    assert re.search(rf'name="say\.{slug}" value="no" checked', page)


def test_another_reviewer_has_an_own_word(client: TestClient) -> None:
    """What one person confirmed another may reject: the link is disputed, and counts as open."""
    address = begun(client) + "/1"
    slug = slugs(client.get(address).text)[0]
    answered(client, address, **said(slug, "yes"))
    page = answered(client, address, by="second", **said(slug, "no")).text
    assert 'class="suggestion disputed"' in page
    assert confirmed(page) == 0


def test_the_decisions_file_is_the_lasting_form(client: TestClient, tmp_path: Path) -> None:
    """The file holds what was decided: a new review goes on from it, and the command line reads it."""
    address = begun(client)
    slug = slugs(client.get(f"{address}/1").text)[0]
    answered(client, f"{address}/1", **said(slug, "yes"))
    file = tmp_path / "decisions.yaml"
    file.write_bytes(client.get(f"{address}/decisions.yaml").content)
    client.post(address, data={"do": "forget"})
    again = begun(client, file=PROGRAMME, decisions=file)
    page = client.get(again).text
    assert confirmed(page) == 1
    assert client.get(f"{again}/decisions.yaml").content == file.read_bytes()
    assert main(["review", str(PROGRAMME), "--decisions", str(file), "--status", "--format", "json"]) == 0


def test_downloads_are_those_of_the_commands(
    client: TestClient, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Mapping and coverage with the decisions loaded are byte for byte those of the commands."""
    monkeypatch.chdir(PROGRAMMES)
    address = begun(client, file=PROGRAMME)
    files = {"decisions": (DECISIONS.name, DECISIONS.read_bytes())}
    assert client.post(address, data={"do": "load"}, files=files).status_code == 200
    for command in ("map", "coverage"):
        asked = [command, PROGRAMME.name, "--decisions", DECISIONS.name, "--format", "json", "--lang", "en"]
        assert main(asked) == 0
        name = {"map": "mapping", "coverage": "coverage"}[command]
        assert client.get(f"{address}/{name}.json").text == capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("matrix.xlsx", b"PK"),
        ("heat-map.svg", b"<svg"),
        ("heat-map.png", b"\x89PNG"),
        ("accreditation.pdf", b"%PDF-"),
        ("accreditation.docx", b"PK"),
    ],
)
def test_reports_are_taken_away(client: TestClient, name: str, head: bytes) -> None:
    """Matrix, heat map and report come as files of their kind, and are not kept by the browser."""
    answer = client.get(f"{begun(client, file=TABLE)}/{name}")
    assert answer.content.startswith(head)
    assert name in answer.headers["content-disposition"]
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("language", LANGUAGES)
def test_graduates_of_the_programme(client: TestClient, language: Language) -> None:
    """The page says what graduates may apply for on a day; a day that is none is told."""
    address = f"{begun(client)}/graduate?lang={language}"
    page = client.get(f"{address}&day=2025-06-30").text
    assert text(language, "graduate.first.not_eligible") in page
    assert client.get(f"{address}&day=never").status_code == 422


def test_what_is_forgotten_is_gone(client: TestClient) -> None:
    """After `forget now` neither pages nor files of the curriculum are there, and it is said why."""
    address = begun(client)
    page = client.post(address, data={"do": "forget"})
    assert "neither the curriculum nor the decisions" in page.text
    for path in ("", "/1", "/decisions.yaml", "/matrix.xlsx", "/graduate"):
        answer = client.get(address + path)
        assert answer.status_code == 404
        assert "forgotten" in answer.text


def test_addresses_cannot_be_guessed(client: TestClient) -> None:
    """Each review has an address of its own of at least 192 random bits."""
    keys = {begun(client).rpartition("/")[2] for _ in range(3)}
    assert len(keys) == 3
    assert all(len(one) >= 32 for one in keys)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.csv", b""),
        ("picture.pdf", b"\x89PNG...."),
        ("bad.yaml", b"courses: [}"),
        ("none.txt", b"hello"),
    ],
)
def test_files_that_cannot_be_read_are_told(client: TestClient, name: str, content: bytes) -> None:
    """A file that is no curriculum brings the form back with what is wrong, or a curriculum of its lines."""
    answer = client.post("/curriculum", data={"do": "file"}, files={"file": (name, content)})
    assert answer.status_code == (200 if name == "none.txt" else 422)
    assert name in answer.text


def test_limits_are_told() -> None:
    """Too many outcomes, too many curricula at once and too long a PDF each have a clear answer."""
    limits = Limits(outcomes=10, curricula=1, pdf_pages=0)
    with TestClient(create_app(Settings(limits=limits)), base_url=BASE) as client:
        files = {"file": (PROGRAMME.name, PROGRAMME.read_bytes())}
        large = client.post("/curriculum", data={"do": "file"}, files=files)
        assert (large.status_code, "at most 10" in large.text) == (422, True)
        small = {"file": ("a.csv", b"course code,course title\nA1,Law\n")}
        assert client.post("/curriculum", data={"do": "file"}, files=small).status_code == 200
        full = client.post("/curriculum", data={"do": "file"}, files=small)
        assert (full.status_code, "no room" in full.text) == (503, True)


def test_wrong_places_are_not_found(client: TestClient) -> None:
    """An outcome or a file that is not there is 404."""
    address = begun(client)
    for path in ("/0", "/4711", "/other.bin", "/1/2"):
        assert client.get(address + path).status_code == 404
