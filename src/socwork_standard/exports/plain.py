"""The data as JSON, file by file, in the shape that the schemas of the project describe."""

import json
from typing import Any

from pydantic import BaseModel

from socwork_standard.exports.framework import Framework


def json_files(framework: Framework) -> dict[str, bytes]:
    """Cards, competencies, readings, defects, editions, vocabularies and crosswalks by file name."""
    standard = framework.standard
    files = {f"cards/{card.point:02}-{card.slug}.json": _json(card) for card in framework.cards}
    files["editions.json"] = _json(standard.editions_file)
    files["readings.json"] = _json(standard.readings_file)
    files["defects.json"] = _listed("defects", standard.defects)
    files["competencies.json"] = _listed("competencies", tuple(standard.competencies.values()))
    for name in standard.vocabulary_names:
        files[f"vocabularies/{name}.json"] = _json(standard.vocabulary(name))
    for name, crosswalk in standard.crosswalks.items():
        files[f"crosswalks/{name}.json"] = _json(crosswalk)
    return files


def _listed(key: str, models: tuple[BaseModel, ...]) -> bytes:
    return _bytes({key: [_plain(one) for one in models]})


def _json(model: BaseModel) -> bytes:
    return _bytes(_plain(model))


def _plain(model: BaseModel) -> dict[str, Any]:
    return model.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_defaults=True)


def _bytes(value: dict[str, Any]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
