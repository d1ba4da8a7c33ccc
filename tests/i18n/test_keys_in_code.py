"""Keys in the code and keys in the catalogues: each has the other."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from socwork_standard.i18n import catalogue

SOURCE = Path(__file__).resolve().parents[2] / "src" / "socwork_standard"
KEYS = frozenset(catalogue("en"))
SAYING = frozenset({"text", "say", "_say"})
"""Functions whose key is their first or second argument."""
KEY = re.compile(r"[a-z_]+(?:\.[a-z_0-9]+)+")


PIECES = re.compile(
    r"""["']([a-z_.]+)["'] \+|headings\(t, "([a-z_.]+)"|\+ ["'](\.[a-z_.]+)["']|["']([a-z_]+(?:\.[a-z_0-9-]+)+)["']"""
)
"""In a template: the beginning of a key that is put together, its end, or a whole key."""


@cache
def templates() -> tuple[tuple[str, ...], tuple[str, ...], frozenset[str]]:
    """Give what the templates of the pages ask for: beginnings of keys, endings, and whole keys."""
    files = sorted(SOURCE.rglob("*.html"))
    found = [one for file in files for one in PIECES.findall(file.read_text(encoding="utf-8"))]
    starts, headings, ends, whole = zip(*found, strict=True)
    return (
        tuple(filter(None, (*starts, *headings))),
        tuple(filter(None, ends)),
        frozenset(filter(None, whole)),
    )


def in_templates(key: str) -> bool:
    """Does a template ask for this key?"""
    starts, ends, whole = templates()
    return key in whole or key.startswith(starts) or (key.startswith("web.") and key.endswith(ends))


@cache
def trees() -> dict[str, ast.Module]:
    """Give every module of the package, parsed."""
    files = sorted(SOURCE.rglob("*.py"))
    return {
        file.relative_to(SOURCE).as_posix(): ast.parse(file.read_text(encoding="utf-8")) for file in files
    }


def pattern(joined: ast.JoinedStr) -> str:
    """Give the pattern of the keys that an f-string can make."""
    parts = (re.escape(str(one.value)) if isinstance(one, ast.Constant) else ".+" for one in joined.values)
    return "".join(parts)


def literals() -> Iterator[tuple[str, str]]:
    """Give every plain string of the code with its module."""
    for name, tree in trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield name, node.value


def patterns() -> Iterator[tuple[str, str]]:
    """Give every f-string that begins like a key, as a pattern, with its module."""
    heads = {key.split(".")[0] for key in KEYS}
    for name, tree in trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                head, dot, _ = str(node.values[0].value).partition(".")
                if dot and head in heads:
                    yield name, pattern(node)


def asked() -> Iterator[tuple[str, str]]:
    """Give every key that the code asks for by its full name, with its module."""
    for name, tree in trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                called = (
                    node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                )
                if called in SAYING:
                    for argument in node.args[:2]:
                        if isinstance(argument, ast.Constant) and KEY.fullmatch(str(argument.value)):
                            yield name, str(argument.value)


def test_the_scan_finds_keys() -> None:
    """The scan is not blind: it finds keys asked for by name and by pattern."""
    assert len(set(asked())) > 50
    assert len(set(patterns())) > 20


@pytest.mark.parametrize(("module", "key"), sorted(set(asked())))
def test_every_key_asked_for_exists(module: str, key: str) -> None:
    """A text that the code asks for by name is there."""
    assert key in KEYS, module


@pytest.mark.parametrize(("module", "made"), sorted(set(patterns())))
def test_every_made_key_exists(module: str, made: str) -> None:
    """A key that the code puts together can be one that is there."""
    assert any(re.fullmatch(made, key) for key in KEYS), module


def test_every_key_is_used() -> None:
    """No text stands in the catalogues that the code never shows."""
    named = {value for _, value in literals()}
    made = re.compile("|".join(f"(?:{one})" for _, one in sorted(set(patterns()))))
    asked_for = {key for key in KEYS if key in named or made.fullmatch(key) or in_templates(key)}
    assert sorted(KEYS - asked_for) == []
