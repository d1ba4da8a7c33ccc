"""The pages of a staff list: the form, the answers in tables, one person, files to take away."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from fastapi.testclient import TestClient
from staff_asking import DAY, KK, LIST, RU, checked, finish, kept, send, services, serving

from socwork_standard.i18n import text
from socwork_standard.model.base import LANGUAGES, Language
from socwork_standard.register.check import check_register
from socwork_standard.register.read import read_register
from socwork_standard.register.summary import by_status
from socwork_standard.web.kept import Kept
from socwork_standard.web.staff_lists import StaffList


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_tells_what_is_kept(client: TestClient, language: Language) -> None:
    """Before anything is sent the form says how long a list is kept, and its limits."""
    page = client.get(f"/staff?lang={language}").text
    assert text(language, "web.staff.private", minutes=15, kept=4) in page
    assert text(language, "web.staff.limits", megabytes=30, rows="500\u00a0000", at_once=2) in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_is_the_one_of_the_command_line(client: TestClient, language: Language) -> None:
    """The template to download is that of `socwork template staff`, and can be sent as it is."""
    content = client.get(f"/staff/template.xlsx?lang={language}").content
    assert content.startswith(b"PK")
    address = send(client, content, "staff.xlsx")
    assert finish(client, address).state == "failed"
    assert "There is nobody in it" in client.get(f"{address}?lang=en").text


@pytest.mark.parametrize("file", [RU, KK], ids=["xlsx", "csv"])
def test_the_summary_counts_as_the_package_does(client: TestClient, file: object) -> None:
    """The numbers on the page are those of `check_register`."""
    path = RU if file is RU else KK
    address = checked(client, path.read_bytes(), path.name)
    page = client.get(address).text
    result = check_register(read_register(path), as_of=DAY)
    for status, number in by_status(result.verdicts).items():
        assert f"<strong>{number}</strong> {text('en', f'status.{status}')}" in page


def rows(page: str) -> int:
    """Count the rows of the table of a page."""
    return page.count('<tr role="row">') - 1


@pytest.mark.parametrize(
    "given", ["status=eligible", "card=13", "card=9:none", "q=1001", "status=not_eligible&card=16"]
)
def test_a_filter_leaves_what_it_says(client: TestClient, given: str) -> None:
    """Filtered by the address alone, the table has just the rows that the package's own answers have."""
    address = checked(client, RU.read_bytes(), RU.name)
    wanted = dict(part.split("=") for part in given.split("&"))
    left = [
        one
        for one in check_register(read_register(RU), as_of=DAY).verdicts
        if one.status == wanted.get("status", one.status)
        and f"{one.card}:{one.category}".startswith(wanted.get("card", ""))
        and wanted.get("q", "") in one.record
    ]
    page = client.get(f"{address}/list/verdicts?{given}").text
    assert rows(page) == len(left) > 0
    assert text("en", "web.staff.found", n=len(left)) in page


def test_a_unit_is_chosen_from_those_in_the_list(client: TestClient) -> None:
    """The filter offers each unit of the list, and leaves its people."""
    address = checked(client)
    page = client.get(f"{address}/list/verdicts").text
    assert '<option value="2">2</option>' in page
    page = client.get(f"{address}/list/verdicts?unit=2").text
    assert "record=0417" in page
    assert "record=0418" not in page


def test_long_tables_have_pages(client: TestClient) -> None:
    """More rows than one page holds are reached by next and previous, with the filter kept."""
    lines = LIST.splitlines(keepends=True)
    many = lines[0] + "".join(lines[3].replace("0418", str(number)) for number in range(1000, 1120))
    address = checked(client, many)
    first = client.get(f"{address}/list/verdicts?card=10").text
    assert rows(first) == 50
    following = re.search(r'rel="next" href="([^"]+)"', first)
    assert following is not None
    last = client.get(following[1].replace("&amp;", "&").replace("page=2", "page=3")).text
    assert rows(last) == 20
    assert "card=10" in following[1]
    assert 'rel="next"' not in last


@pytest.mark.parametrize("page", ["99999", "0", "-1", "x", "1" * 400])
def test_a_page_that_is_not_there_is_no_mistake(client: TestClient, page: str) -> None:
    """A page number of no sense gives a page all the same."""
    assert client.get(f"{checked(client)}/list/verdicts?page={page}").status_code == 200


def test_problems_stand_with_their_cell(client: TestClient) -> None:
    """A problem names row, column, what stands there, and how to mend it."""
    page = client.get(f"{checked(client)}/list/problems?severity=error").text
    assert "31.02.2016" in page
    assert "row 6, H (completed)" in page
    assert text("en", "register.R401.mend") in page


def test_names_that_were_not_recognised_are_listed(client: TestClient) -> None:
    """A name that no vocabulary holds stands on its page."""
    assert "мобильная психотерапия" in client.get(f"{checked(client)}/list/names").text


def test_who_comes_next_is_limited_to_the_months_asked(client: TestClient) -> None:
    """Those within 24 months are all there, those later are not."""
    address = checked(client, RU.read_bytes(), RU.name)
    coming = check_register(read_register(RU), as_of=DAY).upcoming
    assert (
        rows(client.get(f"{address}/list/upcoming?within=24").text)
        == sum(one.within <= 24 for one in coming)
        > 0
    )


def test_a_person_has_a_page_and_a_sheet(client: TestClient) -> None:
    """The page of a person lists the missing documents, and leads to one page of PDF."""
    address = checked(client, what="one", card="14", category="first")
    page = client.get(f"{address}/person?record=0418").text
    assert f'<h2 id="documents">{text("en", "web.staff.documents")}</h2>' in page
    assert rows(page) > 0
    sheet = client.get(f"{address}/person.pdf?record=0418")
    assert sheet.content.startswith(b"%PDF")
    assert "no-store" in sheet.headers["cache-control"]


def test_nobody_of_that_number(client: TestClient) -> None:
    """A number that is not in the list is told so."""
    answer = client.get(f"{checked(client)}/person?record=9999")
    assert answer.status_code == 404
    assert "9999" in answer.text


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("report.xlsx", b"PK"),
        ("verdicts.csv", b"\xef\xbb\xbf"),
        ("problems.csv", b"\xef\xbb\xbf"),
        ("verdicts.jsonl", b'{"record": "0417"'),
        ("problems.jsonl", b'{"code"'),
        ("report.json", b'{\n "format": 1'),
    ],
)
def test_files_are_taken_away(client: TestClient, name: str, start: bytes) -> None:
    """Each file begins as its kind does, and no browser keeps it."""
    answer = client.get(f"{checked(client)}/files/{name}")
    assert answer.content.startswith(start)
    assert f'filename="{name}"' in answer.headers["content-disposition"]
    assert answer.headers["cache-control"] == "no-store"


def test_sheets_of_those_filtered_are_in_one_archive(client: TestClient) -> None:
    """The archive holds one PDF for each person whom the filter leaves."""
    content = client.get(f"{checked(client)}/sheets.zip?unit=1").content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.namelist() == ["person-0418.pdf", "person-0419.pdf"]


def test_too_many_sheets_are_refused() -> None:
    """An archive of more people than the limit is refused with the mend."""
    with serving(sheets=2) as client:
        answer = client.get(f"{checked(client)}/sheets.zip", headers={"accept-language": "en"})
    assert answer.status_code == 422
    assert "at most 2" in answer.text


def test_another_language_words_the_answers_anew(client: TestClient) -> None:
    """Asked for in Kazakh, problems that were worded in English stand there in Kazakh."""
    address = checked(client)
    assert client.get(f"{address}/list/problems?lang=kk").status_code == 200
    finish(client, address)
    assert text("kk", "register.R401.mend") in client.get(f"{address}/list/problems").text


def test_no_page_about_people_is_kept_by_a_browser(client: TestClient) -> None:
    """Every page and file about a list forbids to keep it."""
    address = checked(client)
    for part in (
        "",
        "/state",
        "/list/verdicts",
        "/list/problems",
        "/list/upcoming",
        "/list/names",
        "/person?record=0417",
    ):
        assert client.get(address + part).headers["cache-control"] == "no-store", part


def test_the_page_that_waits_refreshes_without_scripts(client: TestClient) -> None:
    """While the work goes on, the page says how far it is, offers to stop, and asks again by itself."""
    staff = services(client).staff
    one = StaffList("working", "en", Kept(services(client).workers, 1, 1 << 30, dict))
    one.state, one.done, one.total = "deciding", 3, 10
    staff._lists["working"] = one
    page = client.get("/staff/working").text
    assert text("en", "web.staff.state.deciding", done=3, total=10) in page
    assert '<noscript><meta http-equiv="refresh" content="3"></noscript>' in page
    assert client.get("/staff/working/state").json()["done"] == 3
    assert client.get("/staff/working/files/report.xlsx").status_code == 409
    assert client.post("/staff/working/forget", follow_redirects=False).status_code == 303
    assert client.get("/staff/working").status_code == 404


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"what": "one"}, "card was chosen"),
        ({"what": "one", "card": "10", "category": "first"}, "no categories"),
        ({"what": "none"}, "not what can be checked"),
        ({"day": "yesterday"}, "no day"),
        ({"preset": "mine"}, "preset"),
        ({"what": "one", "card": "99"}, "99"),
    ],
)
def test_a_wrong_question_is_told_at_once(client: TestClient, fields: dict[str, str], said: str) -> None:
    """What is wrong in the form is told before any work is done."""
    answer = client.post("/staff", data=fields, files={"file": ("staff.csv", LIST)})
    assert answer.status_code == 422
    assert said in answer.text


def test_no_file(client: TestClient) -> None:
    """A form without a file asks for one."""
    answer = client.post("/staff", data={"what": "held"}, files={"file": ("", b"")})
    assert answer.status_code == 422
    assert "No file was chosen" in answer.text


def test_filled_in_names_are_used(client: TestClient) -> None:
    """A report whose sheet of unrecognised names was filled in, sent with the list, makes the names known."""
    xlsxwriter = pytest.importorskip("xlsxwriter", reason="the extra `xlsx` is not installed")
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet(text("en", "register.unrecognised.sheet"))
        columns = ("vocabulary", "written", "count", "suggestion", "use")
        sheet.write_row(0, 0, [text("en", f"register.unrecognised.{one}") for one in columns])
        vocabulary = text("en", "register.unrecognised.specialities")
        sheet.write_row(1, 0, [vocabulary, "мобильная психотерапия", 1, "", "psychology"])
    answer = client.post(
        "/staff",
        data={"day": DAY},
        files={"file": ("staff.csv", LIST), "names": ("report.xlsx", stream.getvalue())},
        follow_redirects=False,
    )
    address = answer.headers["location"]
    assert finish(client, address).failure is None
    assert kept(client, address).summary["unrecognised"] == 0
