"""What cannot be imported is refused in one clear message that says where."""

import pytest
from importing_helpers import drafted
from inventing import invent

from socwork_standard.errors import InputError
from socwork_standard.importing.draft import EditionAsked


def refused(text: str | bytes, asked: EditionAsked | None = None) -> InputError:
    """The error that a text is refused with."""
    with pytest.raises(InputError) as caught:
        drafted(text) if asked is None else drafted(text, asked)
    return caught.value


@pytest.mark.parametrize("text", ["", "\n\n \t\n"])
def test_an_empty_file(text: str) -> None:
    """An empty file is said to be empty."""
    assert "empty" in refused(text).what


def test_a_foreign_law() -> None:
    """A law with articles is named as another act, with the line of its first article."""
    failure = refused("Қазақстан Республикасының Заңы\n\n1-бап. Негізгі ұғымдар\nмәтін\n")
    assert "another legal act" in failure.what
    assert failure.where == "order.txt:3"


def test_any_other_text() -> None:
    """A text that is neither is said to be no standard."""
    assert "no professional standard" in refused("Құрметті әріптестер!\nБүгін жиналыс болады.\n").what


def test_an_order_without_its_cards() -> None:
    """A standard whose cards are missing is told apart from a foreign text."""
    assert "no profession card" in refused("Кәсіптік стандартты бекіту туралы\n1. Жалпы ережелер\n").what


@pytest.mark.parametrize(
    "line", ["Задача 1: Делать", "Міндет 1: Жасау", "1\tТапсырма 2. Жасау".partition("\t")[2]]
)
def test_the_layout_before_2023(line: str) -> None:
    """A standard with tasks in place of skills is recognised as older and refused politely."""
    text = f"Паспорт профессионального стандарта\nКАРТОЧКА ПРОФЕССИИ: Кто-то\n\t\n{line}\tУмения: 1. Одно\n"
    failure = refused(text)
    assert "layout before 2023" in failure.what
    assert failure.where.startswith("order.txt:")


def test_the_layout_before_2016() -> None:
    """A standard with cards of kinds of work is recognised as older still."""
    text = "Профессиональный стандарт\n2. Карточка вида трудовой деятельности\nтекст\n"
    assert "layout before 2016" in refused(text).what


def test_half_a_card() -> None:
    """A text that breaks off within a card names the card, its line and what it lacks."""
    lines = invent(5, damaged=False).text.split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith("9. ") and "арточка" in line)
    failure = refused("\n".join(lines[: at + 5]))
    assert failure.where == f"order.txt:{at + 1}"
    assert "not whole" in failure.what


def test_a_card_without_functions() -> None:
    """A card that ends before its functions is said to break off there."""
    lines = invent(5, damaged=False).text.split("\n")
    functions = next(
        number for number, line in enumerate(lines) if line.startswith(("Еңбек функция", "Описание"))
    )
    assert "breaks off" in refused("\n".join(lines[:functions])).what


def test_two_languages() -> None:
    """A text that goes on in another language is refused with the lines of both."""
    kazakh, russian = invent(3, tongue="kk").text, invent(4, tongue="ru").text
    failure = refused(kazakh + russian)
    assert "two languages" in failure.what
    assert int(failure.values["kazakh"]) < int(failure.values["russian"])  # type: ignore[call-overload]


def test_twenty_megabytes() -> None:
    """A text far longer than any standard is refused before it is read."""
    assert "characters" in refused("сөз " * 5_000_000).what


def test_a_text_without_a_day() -> None:
    """Where the text states no first day in force, the option that gives it is named."""
    text = invent(3, tongue="kk").text.replace("2024 жылғы 1 мамырдан бастап", "жарияланған күнінен бастап")
    assert "--valid-from" in refused(text, EditionAsked()).mend
