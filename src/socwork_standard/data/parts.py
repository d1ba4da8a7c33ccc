"""The files of a standard directory and the model of each: the parts that compiled data is made of.

editions.yaml  readings.yaml  defects.yaml  competencies.yaml  study-lengths.yaml  legal-acts.yaml
vocabularies/*.yaml
crosswalks/*.yaml
editions/EDITION/order.yaml
editions/EDITION/cards/NN-slug.yaml
"""

from __future__ import annotations

import hashlib
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pydantic import BaseModel

    from socwork_standard.data.strict_yaml import Document

TOP: dict[str, tuple[str, str]] = {
    "editions": ("edition", "Editions"),
    "readings": ("reading", "Readings"),
    "defects": ("defect", "Defects"),
    "competencies": ("competency", "Competencies"),
    "study-lengths": ("study", "StudyLengths"),
}
"""Parts at the top, each with the module and name of its model: models are imported only where one is built."""


def part_files(directory: Path) -> Iterator[tuple[str, Path]]:
    """Every part's name with its file, in a fixed order."""
    for name in TOP:
        if (file := directory / f"{name}.yaml").is_file():
            yield name, file
    for file in sorted(directory.glob("vocabularies/*.yaml")):
        yield f"vocabulary/{file.stem}", file
    for file in sorted(directory.glob("crosswalks/*.yaml")):
        yield f"crosswalk/{file.stem}", file
    for folder in sorted(path for path in directory.glob("editions/*") if path.is_dir()):
        if (file := folder / "order.yaml").is_file():
            yield f"{folder.name}/order", file
        for file in sorted(folder.glob("cards/*.yaml")):
            yield f"{folder.name}/card/{file.stem}", file


def part_model(name: str) -> type[BaseModel]:
    """The model of a part, from its name."""
    module, model = _model_of(name)
    found: type[BaseModel] = getattr(import_module(f"socwork_standard.model.{module}"), model)
    return found


def _model_of(name: str) -> tuple[str, str]:
    if name in TOP:
        return TOP[name]
    if name.startswith("vocabulary/"):
        return "vocabulary", "Values" if name == "vocabulary/values" else "Vocabulary"
    if name.startswith("crosswalk/"):
        return "crosswalk", "Crosswalk"
    return ("order", "Order") if name.endswith("/order") else ("card", "Card")


def read_parts(directory: Path) -> Iterator[tuple[str, Document, BaseModel]]:
    """Every part read strictly from its YAML file."""
    from socwork_standard.data.strict_yaml import read_yaml

    for name, file in part_files(directory):
        document = read_yaml(file)
        yield name, document, document.build(part_model(name))


def source_hash(directory: Path) -> str:
    """SHA-256 over the names and bytes of all files of a standard directory."""
    digest = hashlib.sha256()
    for name, file in part_files(directory):
        content = file.read_bytes()
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()
