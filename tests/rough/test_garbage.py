"""No garbage brings a traceback to a user: every command, with arguments, options and files that mean nothing."""

from __future__ import annotations

from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from commands import PERSON, Answer, run_many
from leaves import SERVING, bad_files, leaves

pytestmark = pytest.mark.slow

GARBAGE = ("", "-", "--", "%s{}{0}", "9" * 400, "\udcff")
ENDINGS = {0, 1, 2}
"""What a command may end with: the work was done, it found something, or the input was bad."""


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> list[Answer]:
    """Return how every command ends with every kind of garbage, one process for all."""
    folder = tmp_path_factory.mktemp("garbage")
    files = tuple(bad_files(folder).values())
    commands: list[Any] = []
    for leaf in leaves():
        if leaf.words == SERVING:
            continue
        commands += [[*leaf.words], [*leaf.words, "--no-such-option"], [*leaf.words, "--help"]]
        commands += [leaf.base(value) for value in (*files, *GARBAGE)]
        values = cycle((files[1], "zzz"))
        commands += [[*leaf.base(PERSON), option.opts[0], next(values)] for option in leaf.options]
    return run_many(commands, folder=folder, no_network=True)


def test_every_ending_is_one_of_the_contract(answers: list[Answer]) -> None:
    """No garbage ends a command with a mistake of the program, or with a traceback."""
    wrong = [one.shown for one in answers if one.code not in ENDINGS or "Traceback" in one.err]
    assert not wrong, "\n\n".join(wrong[:5])


def test_bad_input_is_one_message(answers: list[Answer]) -> None:
    """Bad input prints no answer and ends with one message; a group without a command shows its help."""
    for one in answers:
        if one.code == 2:
            messages = [line for line in one.err.splitlines() if line.startswith("socwork: ")]
            assert len(messages) == 1 or "Usage:" in one.err + one.out, one.shown


def test_every_command_was_tried(answers: list[Answer]) -> None:
    """Each command refused something."""
    for leaf in leaves():
        length = len(leaf.words)
        refused = [one for one in answers if one.code == 2 and one.words[:length] == leaf.words]
        assert refused or leaf.words == SERVING, leaf.words


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--port", "x"), "--port"),
        (("--port", "99999999"), "--port"),
        (("--token-file", "missing"), "missing"),
        (("--host", "0.0.0.0"), "token"),  # noqa: S104 - it must be refused
    ],
)
def test_serving_begins_with_sound_options_alone(words: tuple[str, ...], said: str, tmp_path: Path) -> None:
    """The page is not served where an option is wrong, or where others could reach it without a token."""
    (answer,) = run_many([["serve", *words]], folder=tmp_path)
    assert answer.code == 2, answer.shown
    assert said in answer.err
