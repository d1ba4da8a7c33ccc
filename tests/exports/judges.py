"""What judges the exports from outside: official schemas and shapes in a folder that an environment variable names."""

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from socwork_standard import load_standard
from socwork_standard.exports.formats import Asked, Files, export_format
from socwork_standard.exports.framework import framework
from socwork_standard.exports.identifiers import Identifiers

CONFORMANCE = "SOCWORK_CONFORMANCE"
"""The folder with the official schemas of CASE and the shapes of SKOS."""


def official(name: str) -> Path:
    """A file of the folder; the test is skipped where it is not at hand."""
    folder = os.environ.get(CONFORMANCE)
    path = Path(folder or ".") / name
    if not folder or not path.is_file():
        pytest.skip(f"set {CONFORMANCE} to a folder that holds {name}")
    return path


def official_json(name: str) -> Any:  # noqa: ANN401 - JSON
    """The same, read as JSON."""
    return json.loads(official(name).read_text(encoding="utf-8"))


@cache
def asked() -> Asked:
    """The whole standard in three languages."""
    standard = load_standard()
    return Asked(framework(standard), Identifiers(standard.editions_file.namespace))


@cache
def written(name: str) -> Files:
    """The files of a format."""
    return export_format(name).write(asked())
