"""People without an answer are counted and listed, and no page speaks of a command line."""

from __future__ import annotations

import csv
import io
from html import unescape
from zipfile import ZipFile

import pytest
from fastapi.testclient import TestClient
from staff_asking import HEADINGS, checked, finish, send

LIST = HEADINGS + (
    "1,education,2,13,tve_specialist,social-work,social-worker,2015-06-30,,,,,\n"
    "2,education,1,,tve_specialist,social-work,social-worker,2015-06-30,,,,,\n"
    "3,experience,1,,,,,,social-worker,first,yes,2022-07-01,\n"
)
"""The second states no post (R501); the end of the third one's work is blank (R504)."""
LANGUAGES = ("kk", "ru", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_people_without_an_answer_are_a_figure_of_their_own(client: TestClient, language: str) -> None:
    """The figures of the summary add up to everybody, and the last leads to the reasons."""
    address = checked(client, LIST)
    one = client.get(f"{address}?lang={language}").text
    finish(client, address)
    one = client.get(f"{address}?lang={language}").text
    tiles = one.partition('<ul class="counts"')[2].partition("</ul>")[0]
    figures = [int(part.partition("</strong>")[0]) for part in tiles.split("<strong>")[1:]]
    assert (len(figures), figures[-1], sum(figures)) == (5, 2, 3)
    assert f"{address}/list/unanswered" in tiles
    listed = unescape(client.get(f"{address}/list/unanswered?lang={language}").text)
    assert "R501" in listed
    assert "R504" in listed


def test_files_hold_people_without_an_answer(client: TestClient) -> None:
    """The verdicts as CSV and the sheet of verdicts have a row for everybody, in the order of the list."""
    address = checked(client, LIST)
    text = client.get(f"{address}/files/verdicts.csv").content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))[1:]
    assert [row[0] for row in rows] == ["1", "2", "3"]
    assert rows[1][5] == "without an answer"
    assert "R501" in rows[1][10]
    with ZipFile(io.BytesIO(client.get(f"{address}/files/report.xlsx").content)) as book:
        strings = book.read("xl/sharedStrings.xml").decode()
    assert strings.count("R504") >= 1
    everything = client.get(f"{address}/files/report.json").json()
    assert [one["code"] for one in everything["unanswered"]] == ["R501", "R504"]
    assert everything["summary"]["persons_without_answer"] == 2


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("content", ["a;b\n1;2", "\n\n", "id;fact\n1;education\n"])
def test_a_page_speaks_of_no_command_line(client: TestClient, language: str, content: str) -> None:
    """What mends a list is told with the fields and buttons of the page."""
    address = send(client, content)
    finish(client, address)
    said = unescape(client.get(f"{address}?lang={language}").text)
    alert = said.partition('role="alert"')[2].partition("</p>")[0]
    assert ".xlsx" in alert
    assert "socwork" not in alert
    assert "--" not in alert


def test_the_name_of_the_file_stands_before_the_sentence(client: TestClient) -> None:
    """A problem begins with the file, then says what is wrong in a sentence of its own."""
    address = send(client, "a;b\n1;2")
    finish(client, address)
    assert "<strong>staff.csv:</strong> No row has the headings" in client.get(f"{address}?lang=en").text
