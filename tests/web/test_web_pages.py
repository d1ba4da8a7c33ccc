"""The pages, as a browser without scripts sees them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from web_asking import DAY, FORM, in_language

from socwork_standard.i18n import catalogue, text
from socwork_standard.model.base import LANGUAGES, Language

PAGES = [
    "/",
    "/cards",
    *(f"/cards/{point}" for point in range(9, 19)),
    "/compare?first=12&second=13",
    "/search?q=кейс-менеджмент",
    "/check",
    "/check?card=13&category=highest",
    "/plan",
    "/ladder",
    "/ladder?from=13&to=17",
    "/vacancy?card=13&category=first&full=yes",
    "/api",
]
TEMPLATES = Path(__file__).resolve().parents[2] / "src" / "socwork_standard" / "web" / "templates"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_every_page_in_every_language(client: TestClient, path: str, language: Language) -> None:
    """Each page is there in each language, says so, and has one first heading and no empty label."""
    answer = client.get(in_language(path, language))
    assert answer.status_code == 200
    assert answer.headers["content-language"] == language
    assert f'<html lang="{language}">' in answer.text
    assert answer.text.count("<h1") == 1
    assert "<label></label>" not in answer.text


def test_ids_are_unique(client: TestClient) -> None:
    """No page gives one id to two things."""
    for path in ("/cards/13", "/check?card=13", "/plan", "/ladder", "/api"):
        found = re.findall(r'\sid="([^"]+)"', client.get(path).text)
        assert len(found) == len(set(found)), path


def test_keys_in_templates_exist() -> None:
    """Every text that a template asks for by its full name is there."""
    asked = {
        key
        for file in TEMPLATES.glob("*.html")
        for key in re.findall(r"\bt\([\"']([a-z_.]+[a-z_])[\"'][,)]", file.read_text(encoding="utf-8"))
    }
    assert len(asked) > 100
    assert asked <= set(catalogue("en"))


def test_the_language_is_remembered(client: TestClient) -> None:
    """The address chooses, the cookie remembers, and the browser's wish counts where neither does."""
    assert '<html lang="ru">' in client.get("/", headers={"accept-language": "de, ru;q=0.8, en;q=0.5"}).text
    assert '<html lang="kk">' in client.get("/?lang=kk").text
    assert '<html lang="kk">' in client.get("/cards", headers={"accept-language": "ru"}).text


def test_a_card_shows_the_words_and_where_they_stand(client: TestClient) -> None:
    """A card's page gives the order's own words with their ids, and says that a translation is unofficial."""
    page = client.get("/cards/13?lang=ru&on=2025-06-01").text
    assert "жоғары санат - біліктілігі орта деңгейдегі" in page
    assert "13.experience.highest" in page
    assert "неофициальный перевод" in page
    assert text("ru", "web.advisory") not in page


def test_a_superseded_wording_is_advisory(client: TestClient) -> None:
    """On a day on which the wording is not in force, the page says so first."""
    page = client.get("/cards/13?on=2026-11-21").text
    assert page.index(text("en", "web.advisory")) < page.index("<h1")


def test_defects_are_marked_where_they_sit(client: TestClient) -> None:
    """Every mark on a card leads to a note, and every note says what was done."""
    page = client.get("/cards/13").text
    marks = set(re.findall(r'class="mark" href="#(defect-\d+)"', page))
    assert marks
    assert all(f'id="{mark}"' in page for mark in marks)


@pytest.mark.parametrize("key", ["9", "case-manager", "3412-0-008"])
def test_a_card_is_found_by_any_of_its_names(client: TestClient, key: str) -> None:
    """Number, slug and code all lead to a card."""
    assert client.get(f"/cards/{key}").status_code == 200


def test_what_is_not_there_is_a_page(client: TestClient) -> None:
    """A wrong address gives a page in the language, not JSON."""
    answer = client.get("/cards/99?lang=kk")
    assert answer.status_code == 404
    assert "<h1" in answer.text
    assert answer.headers["content-type"].startswith("text/html")


class TestCheck:
    """Checking a person."""

    def test_only_what_is_needed_is_asked(self, client: TestClient) -> None:
        """The form of a card shows the fields of its `needs` and no others."""
        assert "social_protection" not in client.get("/check?card=13").text
        assert "social_protection" in client.get("/check?card=17").text
        assert "training.state" not in client.get("/check?card=17").text

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_a_decision_is_shown(self, client: TestClient, language: Language) -> None:
        """The answer comes with the order's words, in the language asked for, and is not kept anywhere."""
        answer = client.post("/check", data=FORM, params={"lang": language})
        assert answer.status_code == 200
        assert text(language, "status.eligible") in answer.text
        assert "13.education.1" in answer.text
        assert answer.headers["cache-control"] == "no-store"

    def test_what_was_typed_is_kept(self, client: TestClient) -> None:
        """Another card is chosen: what it does not ask for stays in the form, hidden."""
        typed = {**FORM, "do": "ask", "card": "17", "training.state": "list", "training.0.title": "Курс 1"}
        page = client.post("/check", data=typed).text
        assert '<input type="hidden" name="training.0.title" value="Курс 1">' in page
        assert 'value="30.06.2015"' in page

    def test_rows_without_scripts(self, client: TestClient) -> None:
        """The buttons that add and remove a row work as plain submits."""
        page = client.post("/check", data={**FORM, "do": "add:education"}).text
        assert page.count('data-row="education"') == 2
        page = client.post("/check", data={**FORM, "do": "remove:education:0"}).text
        assert 'value="30.06.2015"' not in page

    def test_every_card_at_once(self, client: TestClient) -> None:
        """Without a card every card and category is answered, and one of them can be shown."""
        page = client.post("/check", data={**FORM, "card": "all"}).text
        assert page.count('value="show:') == 22
        shown = client.post("/check", data={**FORM, "card": "all", "do": "show:13:second"}).text
        assert 'class="verdict' in shown
        assert '<option value="second" selected>' in shown

    @pytest.mark.parametrize(
        ("change", "field"),
        [
            ({"education.0.completed": "soon"}, "education.0.completed"),
            ({"education.0.level": "zzz"}, "education.0.level"),
            ({"day": "soon"}, "day"),
            ({"card": "99"}, "card"),
            ({"preset": "Not a preset!"}, ""),
            ({"reading.higher-diploma": "perhaps"}, "policy"),
            ({"training.state": "list"}, "training"),
        ],
    )
    def test_a_mistake_is_shown_at_its_field(
        self, client: TestClient, change: dict[str, str], field: str
    ) -> None:
        """What is wrong is said once, with a link to the field, and the rest of the form stays."""
        answer = client.post("/check", data={**FORM, **change})
        assert answer.status_code == 422
        assert 'role="alert"' in answer.text
        if field not in {"card", ""}:
            assert f'href="#{field}"' in answer.text
        assert "0417" in answer.text

    def test_a_policy_is_chosen(self, client: TestClient) -> None:
        """The preset chosen stands in the decision with its reason."""
        answer = client.post("/check", data={**FORM, "preset": "literal", "reason": "order 7"})
        assert "order 7" in answer.text
        assert text("en", "report.decision.policy") in answer.text

    def test_a_record_goes_out_and_comes_back(self, client: TestClient) -> None:
        """The record typed is downloaded as YAML and JSON, and loaded into an empty form again."""
        content = client.post("/check/record.yaml", data=FORM)
        assert content.headers["content-disposition"] == 'attachment; filename="record.yaml"'
        plain = yaml.safe_load(content.text)
        assert plain == client.post("/check/record.json", data=FORM).json()
        assert plain["experience"] == []
        form = {"do": "load", "card": "13", "category": "second"}
        page = client.post("/check", data=form, files={"file": content.content}).text
        assert 'value="Әлеуметтік жұмыскер"' in page
        assert re.search(r'name="experience.state" value="none" checked', page)

    @pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"a: [", b"name: x", b"staff: [{id: 1}, {id: 2}]"])
    def test_a_file_that_is_no_record(self, client: TestClient, content: bytes) -> None:
        """What is no record of one person is refused with a reason."""
        answer = client.post("/check", data={"do": "load", "card": "13"}, files={"file": content})
        assert answer.status_code == 422
        assert 'role="alert"' in answer.text
        assert 'href="#standard' not in answer.text

    def test_one_of_several_people_is_chosen(self, client: TestClient) -> None:
        """Of a file with several people the one with the number given is loaded."""
        content = b"staff: [{id: 1, education: []}, {id: 2, education: []}]"
        form = {"do": "load", "card": "13", "person": "2"}
        page = client.post("/check", data=form, files={"file": content}).text
        assert 'id="id" name="id" value="2"' in page

    def test_the_decision_is_taken_away(self, client: TestClient) -> None:
        """The JSON downloaded is the decision of the API."""
        found = json.loads(client.post("/check/decision.json", data=FORM).text)
        assert (found["card"], found["as_of"], found["status"]) == (13, DAY, "eligible")

    def test_the_decision_as_pdf(self, client: TestClient) -> None:
        """The decision comes as a PDF."""
        pytest.importorskip("typst", reason="the extra `pdf` is not installed")
        answer = client.post("/check/decision.pdf", data=FORM)
        assert answer.content.startswith(b"%PDF-")

    def test_what_is_typed_is_escaped(self, client: TestClient) -> None:
        """Nothing typed becomes part of the page's own code."""
        page = client.post("/check", data={**FORM, "id": '"><script>1</script>', "do": "ask"}).text
        assert "<script>1" not in page

    def test_the_language_button_keeps_the_answer(self, client: TestClient) -> None:
        """Choosing another language where an answer is shown gives the answer in that language."""
        form = {key: value for key, value in FORM.items() if key != "do"}
        page = client.post("/check", data={**form, "shown": "check", "lang": "kk"}).text
        assert text("kk", "status.eligible") in page


def test_a_plan_is_shown_on_the_ladder(client: TestClient) -> None:
    """A plan gives its steps and the picture with the way on it."""
    page = client.post("/plan", data={**FORM, "do": "plan", "card": "14"}).text
    assert 'id="plan"' in page
    assert "<svg" in page
    assert client.post("/plan/plan.json", data={**FORM, "card": "14"}).json()["card"] == 14


def test_a_plan_needs_a_post(client: TestClient) -> None:
    """Without a post aimed at, the form says so."""
    answer = client.post("/plan", data={**FORM, "do": "plan", "card": ""})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text


def test_every_card_of_the_picture_is_a_link(client: TestClient) -> None:
    """The ladder links each card to its page, with its name for a screen reader."""
    page = client.get("/ladder").text
    assert len(re.findall(r'<a href="/cards/\d+" aria-label="[^"]+"><rect', page)) == 10


def test_search_leads_to_the_place(client: TestClient) -> None:
    """A hit leads to the item on its card's page."""
    page = client.get("/search?q=кейс-менеджмент құралын қолдану").text
    target = re.search(r'href="(/cards/14)#([^"]+)"', page)
    assert target is not None
    assert f'id="{target[2]}"' in client.get(target[1]).text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_vacancy_in_each_language(client: TestClient, language: Language) -> None:
    """The text of a vacancy is in the language chosen, whatever the page's, and can be had as a file."""
    page = client.get(f"/vacancy?card=13&category=second&text={language}&lang=en").text
    assert text(language, "vacancy.duties") in page
    file = client.get(f"/vacancy?card=13&category=second&text={language}&as=txt")
    assert file.headers["content-type"] == "text/plain; charset=utf-8"
    assert text(language, "category.second") in file.text


NAMES = st.sampled_from(
    [*FORM, "preset", "reason", "reading.higher-diploma", "education.7.country", "lang", "shown"]
)
VALUES = (
    st.sampled_from([*FORM.values(), "all", "show:13:second", "load", "ask", "add:training", "kk"])
    | st.text()
)

POSTED = ["/check", "/check/decision.json", "/check/record.yaml"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    st.dictionaries(NAMES, VALUES, max_size=12),
    st.sampled_from(["/check", "/check/decision.json", "/check/record.yaml"]),
)
def test_no_form_breaks_the_server(client: TestClient, form: dict[str, str], path: str) -> None:
    """Whatever stands in a form, the answer is a page, a file or a problem, never a mistake of ours."""
    clean = {name: value.encode("utf-8", "ignore").decode() for name, value in form.items()}
    assert client.post(path, data=clean).status_code in {200, 404, 422}
