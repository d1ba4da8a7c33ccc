"""What the command line says where something is wrong, in each language."""

from pathlib import Path

import pytest

from socwork_standard.cli import main
from socwork_standard.model.base import Language

WRONG = [
    (("card", "99"), ("there is no card '99'.", "'99' карточкасы жоқ.", "карточки '99' нет.")),
    (
        ("card", "13", "--on", "2025-02-30"),
        ("no day of the calendar", "күнтізбеде жоқ күн", "в календаре нет"),
    ),
    (("card", "13", "14"), ("one word too many: 14", "бұл сөз артық: 14", "это слово лишнее: 14")),
    (("card", "--foo"), ("there is no option --foo", "--foo параметрі жоқ", "параметра --foo нет")),
    (("crad",), ("there is no command 'crad'", "'crad' пәрмені жоқ", "команды 'crad' нет")),
    (
        ("check",),
        ("the argument RECORD is missing", "RECORD аргументі берілмеген", "не указан аргумент RECORD"),
    ),
    (
        ("card", "13", "--format", "cvs"),
        ("'cvs' cannot stand here", "'cvs' мұнда тұра алмайды", "'cvs' здесь стоять"),
    ),
    (("search", "x", "--limit", "x"), ("a whole number", "бүтін сан", "целое число")),
    (("search", "x", "--limit", "-1"), ("must be 0 or more", "0 немесе одан көп", "не меньше 0")),
    (("check", "no-such-file.yaml"), ("there is no such file.", "мұндай файл жоқ.", "такого файла нет.")),
]


@pytest.fixture(autouse=True)
def _no_language(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SOCWORK_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(("arguments", "said"), WRONG)
@pytest.mark.parametrize(("language", "place"), [("en", 0), ("kk", 1), ("ru", 2)])
def test_a_wrong_call_is_told_in_the_language_asked_for(
    arguments: tuple[str, ...],
    said: tuple[str, str, str],
    language: Language,
    place: int,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A mistake in what is asked, or in how, ends with 2 and one message in the language of SOCWORK_LANG."""
    monkeypatch.setenv("SOCWORK_LANG", language)
    assert main(arguments) == 2
    shown = capsys.readouterr().err
    assert said[place] in shown
    assert len(shown.splitlines()) == 1


def test_the_option_decides_before_the_environment(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--lang` counts for errors too, also where the command is not understood."""
    monkeypatch.setenv("SOCWORK_LANG", "ru")
    assert main(["crad", "--lang=kk"]) == 2
    assert "пәрмені жоқ" in capsys.readouterr().err


def test_the_locale_decides_where_nothing_else_does(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A Russian locale gives Russian errors."""
    monkeypatch.setenv("LANG", "ru_KZ.UTF-8")
    assert main(["card", "99"]) == 2
    assert "карточки '99' нет" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("kk", "'education' тізім болуы тиіс ('3'). Әр жазбаны жеке жолға"),
        ("ru", "'education': должен стоять список ('3'). Пишите каждую запись"),
    ],
)
def test_what_a_model_refuses_is_told_in_the_language(
    language: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A wrong value of a staff record is told with file and line, in the language."""
    record = tmp_path / "person.yaml"
    record.write_text("id: '1'\neducation: 3\n", encoding="utf-8")
    assert main(["check", str(record), "--lang", language]) == 2
    assert f"person.yaml:2: {said}" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("language", "said"), [("kk", "«,» немесе «]» табылмады"), ("ru", "не найдено «,» или «]»")]
)
def test_what_the_yaml_reader_says_is_told_in_the_language(
    language: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that is no YAML is told with the line and the reader's reason, in the language."""
    record = tmp_path / "person.yaml"
    record.write_text("a: [1\nb: 2\n", encoding="utf-8")
    assert main(["check", str(record), "--lang", language]) == 2
    assert (
        f"person.yaml:2: {'бұл YAML емес' if language == 'kk' else 'это не YAML'}: {said}"
        in capsys.readouterr().err
    )


@pytest.mark.parametrize(
    ("language", "said"),
    [("kk", "мұнда белгісіз. (D102)"), ("ru", "здесь неизвестен. (D102)")],
)
def test_a_problem_of_the_data_is_told_in_the_language(
    language: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`data validate` words what it finds in the language."""
    (tmp_path / "editions.yaml").write_text("zzz: 1\n", encoding="utf-8")
    assert main(["data", "validate", str(tmp_path), "--lang", language]) == 1
    assert said in capsys.readouterr().out


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "kk",
            ("Қолданылуы: socwork check", "Параметрлер:", "Осы анықтаманы көрсетіп, аяқтау.", "[міндетті]"),
        ),
        (
            "ru",
            ("Использование: socwork check", "Параметры:", "Показать эту справку и выйти.", "[обязательно]"),
        ),
        ("en", ("Usage: socwork check", "Options:", "Show this message and exit.", "[required]")),
    ],
)
def test_help_is_in_the_language(
    language: str, words: tuple[str, ...], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Help is asked for in a language as answers are."""
    monkeypatch.setenv("SOCWORK_LANG", language)
    assert main(["check", "--help"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert all(one in shown for one in words)
