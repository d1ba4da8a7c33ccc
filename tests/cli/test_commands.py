"""Every command answers in every format and language."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from shell import Run

LANGUAGES = ("en", "ru", "kk")
ASKED = "2025-06-01"
READING = [
    ("cards",),
    ("card", "13"),
    ("card", "social-worker", "--on", ASKED, "--part", "requirements"),
    ("needs", "13", "--category", "highest"),
    ("policy", "init"),
    ("data", "counts"),
    ("data", "defects", "--card", "13"),
]
PEOPLE = [
    ("check", "0417.yaml", "--card", "13", "--category", "highest", "--as-of", ASKED),
    ("check", "0417.yaml", "--as-of", ASKED),
    ("check", "0418.yaml", "--card", "13", "--as-of", "2026-11-21"),
    ("policy", "compare", "0419.yaml", "--card", "13", "--as-of", ASKED),
]


def _with_paths(arguments: tuple[str, ...], people: Path) -> list[str]:
    return [str(people / one) if one.endswith(".yaml") else one for one in arguments]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["text", "markdown"])
@pytest.mark.parametrize("arguments", READING + PEOPLE, ids=" ".join)
def test_text_and_markdown(
    socwork: Run, people: Path, arguments: tuple[str, ...], form: str, language: str
) -> None:
    """Each command prints something readable, exits 0, and leaves no key or placeholder unfilled."""
    ran = socwork(*_with_paths(arguments, people), "--format", form, "--lang", language)
    assert (ran.code, ran.err) == (0, "")
    assert len(ran.out) > 60
    assert "report." not in ran.out
    assert "{" not in ran.out.replace("readings: {}", "")


@pytest.mark.parametrize("arguments", READING + PEOPLE, ids=" ".join)
def test_json(socwork: Run, people: Path, arguments: tuple[str, ...]) -> None:
    """Each command prints one JSON object."""
    ran = socwork(*_with_paths(arguments, people), "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    assert isinstance(json.loads(ran.out), dict)


def test_cards_lists_ten(socwork: Run) -> None:
    """The list has the ten cards with their own codes."""
    found = json.loads(socwork("cards", "--format", "json").out)["cards"]
    assert [one["card"] for one in found] == list(range(9, 19))
    assert found[4]["code"] == "3412-0-008"


def test_card_says_first_that_it_is_not_in_force(socwork: Run) -> None:
    """A wording that is not in force on the day is announced before anything else."""
    later = socwork("card", "13", "--on", "2026-08-01").out
    assert "NOT IN FORCE" in later.split("13. Social worker", maxsplit=1)[0]
    assert "NOT IN FORCE" not in socwork("card", "13", "--on", ASKED).out
    assert "NOT IN FORCE" in socwork("card", "9", "--on", "2024-05-01").out


def test_card_json_holds_the_data(socwork: Run) -> None:
    """The JSON of a card has the model's own keys and what is in force."""
    found = json.loads(socwork("card", "3412-0-008", "--on", ASKED, "--format", "json").out)
    assert found["slug"] == "social-worker"
    assert found["functions"][0]["skills"][0]["abilities"]["items"]
    assert found["in_force"]["in_force"] is True


def test_quick_and_full_ways_agree(socwork: Run) -> None:
    """The short cut for `card` prints what the full command line prints."""
    assert socwork("card", "13", "--lang", "ru").out == socwork("card", "13", "--lang=ru").out


def test_card_shows_item_translations(socwork: Run) -> None:
    """Items in Russian and English come from their competencies, with the ids of the items."""
    shown = socwork("card", "13", "--part", "functions").out
    assert "(13.1.2.a3)" in shown
    assert "(13.3.2.k17)" in shown


def test_check_of_the_contract(socwork: Run, people: Path) -> None:
    """The example of the contract: not on 2025-06-01, from 2025-07-01 on."""
    asked = ("check", people / "0417.yaml", "--card", "13", "--category", "highest")
    june = json.loads(socwork(*asked, "--as-of", ASKED, "--format", "json").out)
    assert (june["status"], june["eligible_from"]) == ("not_eligible", "2025-07-01")
    july = json.loads(socwork(*asked, "--as-of", "2025-07-01", "--format", "json").out)
    assert july["status"] == "eligible"
    assert "2025-07-01" in "".join(socwork(*asked, "--as-of", ASKED).out.splitlines()[:6])


@pytest.mark.parametrize(
    ("name", "card", "day", "status"),
    [
        ("0418", 13, ASKED, "needs_evidence"),
        ("0419", 13, ASKED, "needs_ruling"),
        ("0420", 9, "2026-11-02", "eligible"),
        ("0421", 10, "2026-11-02", "eligible"),
        ("0422", 16, "2025-09-01", "eligible"),
    ],
)
def test_example_people(socwork: Run, people: Path, name: str, card: int, day: str, status: str) -> None:
    """Each example person gives the status that their file announces."""
    ran = socwork("check", people / f"{name}.yaml", "--card", card, "--as-of", day, "--format", "json")
    assert json.loads(ran.out)["status"] == status


def test_differing_presets_stand_in_the_first_lines(socwork: Run, people: Path) -> None:
    """Where the presets differ from the status, the first lines say so."""
    out = socwork("check", people / "0419.yaml", "--card", "13", "--as-of", ASKED).out
    assert "as practised – ✓ eligible" in "\n".join(out.splitlines()[:6])


def test_policy_decides(socwork: Run, people: Path, root: Path) -> None:
    """A policy file turns an open reading into an answer, and stands in the decision."""
    asked = ("check", people / "0419.yaml", "--card", "13", "--as-of", ASKED)
    policy = ("--policy", root / "examples" / "policy.yaml")
    found = json.loads(socwork(*asked, *policy, "--format", "json").out)
    assert found["status"] == "eligible"
    assert found["policy"]["readings"]["higher-diploma"] == "accept"


def test_advisory_is_said_once_and_first(socwork: Run, people: Path) -> None:
    """A check on a wording that is not in force says so once, before the answer."""
    asked = ("check", people / "0417.yaml", "--card", "13", "--as-of", "2026-11-21")
    out = socwork(*asked).out
    assert out.count("ADVISORY") == 1
    assert out.index("ADVISORY") < out.index("ELIGIBLE")


def test_fail_on(socwork: Run, people: Path) -> None:
    """Exit 1 only where a status named with --fail-on came up."""
    asked = ("check", people / "0419.yaml", "--card", "13", "--as-of", ASKED)
    assert socwork(*asked, "--fail-on", "not_eligible").code == 0
    assert socwork(*asked, "--fail-on", "not_eligible", "--fail-on", "needs_ruling").code == 1


def test_several_people(socwork: Run, tmp_path: Path) -> None:
    """Several people give a list of decisions, in the order of the file."""
    file = tmp_path / "staff.yaml"
    file.write_text('staff:\n  - {id: "1", education: []}\n  - {id: "2"}\n', encoding="utf-8")
    found = json.loads(socwork("check", file, "--card", "9", "--as-of", ASKED, "--format", "json").out)
    assert [one["record"] for one in found["decisions"]] == ["1", "2"]
    assert [one["status"] for one in found["decisions"]] == ["not_eligible", "needs_evidence"]


def test_every_card_best_first(socwork: Run, people: Path) -> None:
    """Without a card every card and category is decided, best first."""
    found = json.loads(socwork("check", people / "0417.yaml", "--as-of", ASKED, "--format", "json").out)
    statuses = [one["status"] for one in found["decisions"]]
    order = ["eligible", "needs_ruling", "needs_evidence", "not_eligible"]
    assert len(statuses) == 22
    assert statuses[0] == "eligible"
    assert set(statuses) <= set(order)
    assert statuses[-1] == "not_eligible"


def test_verify(socwork: Run, people: Path, tmp_path: Path) -> None:
    """A stored decision follows from its own record, and not from another one."""
    stored = tmp_path / "decision.json"
    asked = ("--card", "13", "--as-of", ASKED, "--format", "json")
    stored.write_text(socwork("check", people / "0418.yaml", *asked).out, encoding="utf-8")
    assert socwork("verify", stored, "--record", people / "0418.yaml").code == 0
    other = socwork("verify", stored, "--record", people / "0419.yaml")
    assert other.code == 1
    assert "no longer follows" in " ".join(other.out.split())
    changed = stored.read_text(encoding="utf-8").replace("needs_evidence", "eligible", 1)
    stored.write_text(changed, encoding="utf-8")
    ran = socwork("verify", stored, "--record", people / "0418.yaml", "--format", "json")
    assert ran.code == 1
    assert "status" in json.loads(ran.out)["decisions"][0]["changed"]


CASE = """
cases:
  - name: nothing known
    words: [9.education.1]
    reason: What is not known is never taken as absent.
    ask: {card: 9, as_of: 2025-06-01}
    record: {id: "1"}
    expect: {status: STATUS}
"""


def test_test(socwork: Run, tmp_path: Path) -> None:
    """Cases that come out as expected exit 0; others are listed and exit 1."""
    file = tmp_path / "cases.yaml"
    file.write_text(CASE.replace("STATUS", "needs_evidence"), encoding="utf-8")
    assert socwork("test", file).code == 0
    file.write_text(CASE.replace("STATUS", "eligible"), encoding="utf-8")
    ran = socwork("test", tmp_path)
    assert ran.code == 1
    assert "expected eligible, came needs_evidence" in ran.out


def test_policy_init_writes_a_valid_policy(socwork: Run, people: Path, tmp_path: Path) -> None:
    """What `policy init` writes is a policy as it stands, and is not overwritten by chance."""
    file = tmp_path / "policy.yaml"
    for extra in ((), ("--preset", "literal")):
        first = socwork("policy", "init", "-o", file, "--force", *extra)
        assert (first.code, first.out) == (0, "")
        assert str(file) in first.err
        ran = socwork("check", people / "0419.yaml", "--card", "13", "--as-of", ASKED, "--policy", file)
        assert ran.code == 0
    again = socwork("policy", "init", "-o", file)
    assert again.code == 2
    assert "exists already" in again.err


def test_aliases(socwork: Run, tmp_path: Path) -> None:
    """An employer's own name for a speciality is understood once an alias says what it means."""
    record, aliases = tmp_path / "r.yaml", tmp_path / "a.yaml"
    record.write_text(
        "education:\n  - {level: tve_specialist, speciality: Соцработа-Ф, qualification: social-worker, "
        "completed: 2015}\n",
        encoding="utf-8",
    )
    aliases.write_text("specialities:\n  Соцработа-Ф: social-work\n", encoding="utf-8")
    asked = ("check", record, "--card", "13", "--as-of", ASKED, "--format", "json")
    assert json.loads(socwork(*asked).out)["status"] == "needs_evidence"
    assert json.loads(socwork(*asked, "--aliases", aliases).out)["status"] == "eligible"


def test_validate_finds_a_mistake(socwork: Run, root: Path, tmp_path: Path) -> None:
    """A broken file of the data is one problem with its place, and exit 1."""
    import shutil

    copy = tmp_path / "standard_data"
    shutil.copytree(root / "standard_data", copy)
    (copy / "readings.yaml").write_text("presets: [", encoding="utf-8")
    ran = socwork("data", "validate", copy)
    assert ran.code == 1
    assert "readings.yaml" in ran.out


def test_counts(socwork: Run) -> None:
    """The standard has 52 skills, 230 abilities and 295 knowledge lines, nine of them printed twice."""
    total = json.loads(socwork("data", "counts", "--format", "json").out)["total"]
    assert total == {"skills": 52, "abilities": 230, "knowledge": 295, "printed_again": 9}


def test_verify_source(socwork: Run, official_text: Path) -> None:
    """The official text is compared part by part."""
    ran = socwork("data", "verify-source", official_text, "--format", "json")
    assert ran.code in {0, 1}
    assert len(json.loads(ran.out)["parts"]) == 11


def test_defects_of_one_kind(socwork: Run) -> None:
    """Defects can be had by card and kind, and each has places with quotes."""
    ran = socwork("data", "defects", "--kind", "answer", "--card", "13", "--format", "json")
    found = json.loads(ran.out)["defects"]
    assert found
    assert {one["kind"] for one in found} == {"answer"}


def test_version_and_help(socwork: Run) -> None:
    """The version is printed alone; help lists only commands that exist."""
    ran = socwork("--version")
    assert (ran.code, ran.out) == (0, "socwork 0.1.0\n")
    shown = socwork("--help")
    assert shown.code == 0
    assert "check" in shown.out


def _process(*arguments: str, root: Path, **settings: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(root / "src"), **settings}
    command = [sys.executable, "-m", "socwork_standard", *arguments]
    return subprocess.run(command, capture_output=True, env=environment, check=False)


def test_utf8_in_locale_c(root: Path) -> None:
    """Kazakh letters are printed as UTF-8 even where the locale knows only ASCII."""
    done = _process("card", "9", "--lang", "kk", root=root, LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="")
    assert done.returncode == 0
    assert "Жеке көмекші" in done.stdout.decode("utf-8")


def test_the_language_of_the_environment(root: Path) -> None:
    """SOCWORK_LANG chooses the language, and --lang goes before it."""
    assert "Карточка" in _process("needs", "9", root=root, SOCWORK_LANG="ru").stdout.decode()
    assert "карточка" in _process("needs", "9", "--lang", "kk", root=root, SOCWORK_LANG="ru").stdout.decode()


def test_start_imports_nothing_heavy(root: Path) -> None:
    """`socwork card 13` imports neither rich, networkx, rapidfuzz nor jsonschema."""
    program = (
        "import sys; from socwork_standard.cli import main; main(['card', '13']); "
        "print([one for one in ('rich', 'networkx', 'rapidfuzz', 'jsonschema') if one in sys.modules], file=sys.stderr)"
    )
    environment = {**os.environ, "PYTHONPATH": str(root / "src")}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, env=environment, check=False)
    assert done.stderr.strip() == b"[]"


def test_policy_init_counts_the_people_of_a_list(socwork: Run, root: Path) -> None:
    """With a staff list, each open question says how many of its people hang on it."""
    staff = root / "examples" / "register" / "staff-kk.csv"
    counted = json.loads(socwork("policy", "init", staff, "--format", "json").out)
    assert counted["people"] == 24
    assert max(counted["hanging"].values()) > 0
    assert min(counted["hanging"].values()) >= 0
    assert "Of your 24 people" in socwork("policy", "init", staff, "--lang", "en").out
