"""`socwork search` as it is typed."""

from __future__ import annotations

import json

import pytest

from socwork_standard.cli import main
from socwork_standard.model.base import LANGUAGES, Language


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """Run `socwork search` and give exit code, output and notices."""
    code = main(["search", *words])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    """JSON gives kind, id, score, labels, the text that matched and every place."""
    code, out, _ = run(capsys, "ымдау", "тілі", "--card", "11", "--kind", "competency", "--format", "json")
    found = json.loads(out)
    assert code == 0
    assert found["query"] == "ымдау тілі"
    first = next(hit for hit in found["hits"] if hit["id"] == "sign-language")
    assert first["kind"] == "competency"
    assert (
        first["labels"]["en"] == first["label"] or first["labels"]["ru"] == first["label"] or first["label"]
    )
    assert {place["card"] for place in first["places"]} == {11}
    assert first["places"][0].keys() == {"card", "function", "skill", "item"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_in_the_language_asked_for(language: Language, capsys: pytest.CaptureFixture[str]) -> None:
    """Labels come in the language asked for, whatever language the words are in."""
    _, out, _ = run(capsys, "социальный работник", "--lang", language, "--format", "json")
    hit = json.loads(out)["hits"][0]
    assert hit["label"] == hit["labels"][language]


def test_text_names_the_place(capsys: pytest.CaptureFixture[str]) -> None:
    """Text output names card, function, skill and item."""
    _, out, _ = run(capsys, "13.1.2.a3", "--card", "13", "--lang", "en")
    assert "card 13 Social worker › function 13.1 › skill 13.1.2" in " ".join(out.split())


def test_markdown(capsys: pytest.CaptureFixture[str]) -> None:
    """Markdown output begins with a heading."""
    _, out, _ = run(capsys, "супервизия", "--format", "markdown", "--lang", "ru")
    assert out.startswith("# «супервизия»")


@pytest.mark.parametrize(
    "words", [["дети", "--kind", "book"], ["дети", "--card", "99"], [" "], ["дети", "--limit", "-1"]]
)
def test_bad_input(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A kind or card that does not exist, and no words at all, are bad input: exit 2, one message, no data."""
    code, out, err = run(capsys, *words)
    assert code == 2
    assert out == ""
    assert err


def test_nothing_found_is_no_failure(capsys: pytest.CaptureFixture[str]) -> None:
    """Finding nothing is an answer: exit 0, and the unknown word is named."""
    code, out, _ = run(capsys, "абракадабра", "--lang", "en")
    assert code == 0
    assert "абракадабра" in out


def test_same_words_same_bytes(capsys: pytest.CaptureFixture[str]) -> None:
    """The same search prints the same bytes."""
    assert run(capsys, "мүгедектік", "--format", "json") == run(capsys, "мүгедектік", "--format", "json")
