"""The main commands where the surroundings are rough: warnings as errors, another locale, no home, no network."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands import (
    CASES,
    DECISIONS,
    PERSON,
    PROGRAMME,
    STAFF_CSV,
    Answer,
    main_commands,
    run_many,
    surroundings,
)
from leaves import SERVING, leaves

pytestmark = pytest.mark.slow

NOWHERE = "/dev/null/nowhere"
"""A path that cannot be made, whoever tries."""
WITHOUT_HOME = {"HOME": NOWHERE, "XDG_CACHE_HOME": NOWHERE, "LOCALAPPDATA": NOWHERE, "USERPROFILE": NOWHERE}
LOCALE_C = {
    "LC_ALL": "C",
    "LANG": None,
    "PYTHONUTF8": "0",
    "PYTHONCOERCECLOCALE": "0",
    "PYTHONIOENCODING": None,
}


@pytest.fixture(scope="module")
def strict(tmp_path_factory: pytest.TempPathFactory) -> list[Answer]:
    """Return how the main commands end where each warning is an error and nothing may reach the network."""
    folder = tmp_path_factory.mktemp("strict")
    options = ("-W", "error", "-X", "warn_default_encoding")
    return run_many(
        main_commands(folder), options, surroundings(PYTHONWARNINGS=None), folder, no_network=True
    )


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> list[Answer]:
    """Return how they end in the locale C, with no home, no cache and no folder for temporary files."""
    folder = tmp_path_factory.mktemp("bare")
    environment = surroundings(**LOCALE_C, **WITHOUT_HOME)
    commands = [one for one in main_commands(folder) if folder.name not in " ".join(one)]
    return run_many(commands, (), environment, folder, no_temporary_files=True)


def test_every_command_is_a_main_one(tmp_path: Path) -> None:
    """The list of main commands names every command of the program but those named here with their reason."""
    elsewhere = {
        ("verify",): "needs a decision: run below",
        ("agreement",): "needs two files of decisions: run below",
        ("record", "import"): "needs a CV: run with garbage",
        ("data", "verify-source"): "needs the official text",
        ("data", "import"): "needs an official text",
        ("data", "add-edition"): "writes a data folder: run below",
        ("data", "impact"): "needs two data folders",
        ("programme", "fit"): "needs an encoder",
        SERVING: "goes on for ever",
    }
    run = main_commands(tmp_path)
    left = {
        leaf.words for leaf in leaves() if not any(one[: len(leaf.words)] == [*leaf.words] for one in run)
    }
    assert left == set(elsewhere)


def test_no_warning_and_no_network(strict: list[Answer]) -> None:
    """Every main command does its work with warnings as errors and without the network, and says nothing of either."""
    for answer in strict:
        assert answer.code == 0, answer.shown
        assert "Warning" not in answer.err, answer.shown
        assert "Traceback" not in answer.err, answer.shown


def test_the_bare_machine_is_enough(bare: list[Answer]) -> None:
    """Whatever prints its answer works in the locale C without home, cache and temporary files."""
    assert len(bare) > 20
    for answer in bare:
        assert answer.code == 0, answer.shown
        assert not answer.err.startswith("socwork:"), answer.shown


def test_kazakh_is_printed_in_any_locale(bare: list[Answer]) -> None:
    """Kazakh letters reach a pipe of another encoding whole."""
    (card,) = [one for one in bare if one.words[:2] == ("card", "13")]
    assert "Әлеуметтік жұмыскер" in card.out


def test_the_rest_of_the_commands(tmp_path: Path) -> None:
    """With warnings as errors a stored decision is verified, two reviewers are compared, and an edition is tried."""
    question = ["check", PERSON, "--card", "13", "--as-of", "2025-06-01", "--format", "json"]
    (asked,) = run_many([question])
    (tmp_path / "decision.json").write_text(asked.out, encoding="utf-8")
    other = DECISIONS.replace(".decisions.", ".decisions-2.")
    act = ["--act", "example-order-2027", "--adopted", "2026-12-01"]
    edition = str(Path(PERSON).parents[1] / "editions" / "2027-example")
    answers = run_many(
        [
            ["verify", str(tmp_path / "decision.json"), "--record", PERSON],
            ["agreement", DECISIONS, other, PROGRAMME],
            ["data", "add-edition", edition, *["--id", "2027-example", "--valid-from", "2027-01-01"], *act],
        ],
        ("-W", "error"),
    )
    assert [(one.code, "Warning" in one.err) for one in answers] == [(0, False)] * 3, [
        a.shown for a in answers
    ]


@pytest.mark.parametrize("kept", ["Қызметкер.yaml", "with space & % $.yaml", "-begins-with-hyphen.yaml"])
def test_files_with_awkward_names(tmp_path: Path, kept: str) -> None:
    """A file is read and written under a name of Kazakh letters, spaces and signs, in the locale C too."""
    (tmp_path / kept).write_bytes(Path(PERSON).read_bytes())
    answers = run_many(
        [
            ["check", f"./{kept}", "--card", "13", "-o", f"./{Path(kept).stem}{ending}"]
            for ending in (".md", ".json")
        ],
        environment=surroundings(**LOCALE_C),
        folder=tmp_path,
    )
    latin = kept.isascii()
    for answer in answers:
        # Python itself cannot name such a file where it is told to use ASCII alone; that is said, with the mend.
        assert answer.code == (0 if latin else 2), answer.shown
        assert latin or "PYTHONUTF8=1" in answer.err, answer.shown


def test_words_typed_in_a_locale_without_their_letters() -> None:
    """What arrives as bytes in hiding is searched for as the letters that were typed."""
    hidden = "супервизия".encode().decode("ascii", "surrogateescape")
    (found, told) = run_many(
        [
            ["search", hidden, "--limit", "1"],
            ["check", "жоқ.yaml".encode().decode("ascii", "surrogateescape")],
        ],
        environment=surroundings(**LOCALE_C),
    )
    assert found.code == 0, found.shown
    assert found.out.startswith('"супервизия"')
    assert "жоқ.yaml" in told.err


def test_a_folder_that_cannot_be_written() -> None:
    """Where nothing can be written, what prints works, and what writes says so and exits 2."""
    proc = Path("/proc")
    if not proc.is_dir():
        pytest.skip("only Linux has a folder in which nobody can make a file")
    answers = run_many(
        [
            ["card", "13"],
            ["template", "staff"],
            ["examples"],
            ["check", PERSON, "--card", "13", "-o", "a.pdf"],
            ["register", STAFF_CSV, "-o", "a.csv"],
            ["policy", "init", "-o", "policy.yaml"],
            ["test", CASES],
        ],
        folder=proc,
    )
    assert [one.code for one in answers] == [0, 2, 2, 2, 2, 2, 0], [one.shown for one in answers]
    assert not any("Traceback" in one.err for one in answers)


def test_a_list_without_a_folder_for_temporary_files(tmp_path: Path) -> None:
    """A staff list is answered where there is no place for temporary files."""
    (answer,) = run_many(
        [["register", STAFF_CSV, "-o", str(tmp_path / "a.xlsx")]], folder=tmp_path, no_temporary_files=True
    )
    assert answer.code == 0, answer.shown


def test_lines_ending_as_on_windows(tmp_path: Path) -> None:
    """Records, policies, lists and programmes saved with CRLF, or with a byte order mark, say what they said before."""
    commands = []
    for number, (name, before) in enumerate(
        (
            (PERSON, b""),
            (STAFF_CSV, b""),
            (PROGRAMME, b""),
            (PERSON, b"\xef\xbb\xbf"),
            (PROGRAMME, b"\xef\xbb\xbf"),
        )
    ):
        content = Path(name).read_bytes().replace(b"\r\n", b"\n")
        for kind, ending in (("unix", b"\n"), ("windows", b"\r\n")):
            folder = tmp_path / f"{kind}-{number}"
            folder.mkdir()
            given = before if kind == "windows" else b""
            (folder / Path(name).name).write_bytes(given + content.replace(b"\n", ending))
            file = str(folder / Path(name).name)
            words = {PERSON: ["check", file, "--card", "13"], PROGRAMME: ["map", file]}
            copy = ["anonymise", file, "-o", f"{folder}/out.csv", "--salt-file", __file__]
            commands.append(words.get(name, copy))
    answers = run_many(commands)
    for unix, windows in zip(answers[::2], answers[1::2], strict=True):
        assert unix.code == 0, unix.shown
        assert (unix.out, unix.code) == (windows.out, windows.code)
    read = [(tmp_path / f"{kind}-1" / "out.csv").read_bytes() for kind in ("unix", "windows")]
    assert read[0] == read[1]
