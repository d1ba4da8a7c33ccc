"""Every command of the program, from the program itself, with the ways in which its words can be garbage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer.main

from socwork_standard.cli.app import app

SERVING = ("serve",)
"""What would go on for ever: tested apart."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A command with its words and what may stand after them."""

    words: tuple[str, ...]
    parameters: tuple[Any, ...]

    @property
    def arguments(self) -> tuple[Any, ...]:
        """The arguments that must be given."""
        return tuple(one for one in self.parameters if one.param_type_name == "argument")

    @property
    def options(self) -> tuple[Any, ...]:
        """The options that take a value."""
        options = (one for one in self.parameters if one.param_type_name == "option")
        return tuple(one for one in options if not one.is_flag)

    def base(self, value: str) -> list[str]:
        """The command with `value` for everything that must be given."""
        needed = [word for one in self.options if one.required for word in (one.opts[0], value)]
        return [*self.words, *(value for _ in self.arguments), *needed]


def leaves() -> tuple[Leaf, ...]:
    """Every command that does something."""
    return tuple(_leaves(typer.main.get_command(app), ()))


def _leaves(command: Any, words: tuple[str, ...]) -> Iterator[Leaf]:  # noqa: ANN401 - typer keeps its classes private
    commands = getattr(command, "commands", None)
    if commands is None:
        yield Leaf(words, tuple(command.params))
        return
    for name, one in commands.items():
        yield from _leaves(one, (*words, name))


def bad_files(folder: Path) -> dict[str, str]:
    """Files that are none, or are not what any command wants, by what is wrong with them."""
    made = {
        "empty.yaml": b"",
        "binary.yaml": bytes(range(256)) * 8,
        "binary.xlsx": b"PK\x03\x04" + bytes(range(256)) * 8,
        "binary.csv": b"\x00\xff\xfe\x00;\n" * 50,
        "binary.json": b"\xff\xfe{\x00",
        "binary.docx": b"PK\x05\x06" + bytes(18),
        "binary.pdf": b"%PDF-1.7\n" + bytes(range(256)) * 8,
        "binary.parquet": b"PAR1" + bytes(64) + b"PAR1",
        "list.json": b"[1, [2], {}]",
        "null.json": b"null",
        "text.yaml": "тек мәтін".encode(),
        "deep.json": b"[" * 100_000,
        "bomb.yaml": b"a: &a [x]\nb: [*a, *a]\n",
    }
    for name, content in made.items():
        (folder / name).write_bytes(content)
    found = {name: str(folder / name) for name in made}
    return {**found, "missing": str(folder / "жоқ.yaml"), "a folder": str(folder), "a long name": "x" * 300}
