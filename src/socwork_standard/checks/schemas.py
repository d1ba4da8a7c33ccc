"""JSON Schemas of all formats, generated from the models.

`python -m socwork_standard.checks.schemas` writes them into `schemas/` (or the directory named behind it).
"""

import json
import sys
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from socwork_standard.checks.formats import FORMATS, Format
from socwork_standard.data.locate import schema_directory

COMMAND = "python -m socwork_standard.checks.schemas"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
_COMMENT = (
    "In this project's YAML every plain scalar is text and the model gives the type. So a value that looks like a "
    "number or a truth value is taken where text is asked for, and the other way round."
)
_RULE_NODES = frozenset({"AllOf", "AnyOf", "Always", "Never", "Diploma", "Service", "Training", "Unread"})
_FIRST = ("$schema", "$id", "$ref", "title", "description", "$comment", "type", "const", "enum")
_PLACES = {key: place for place, key in enumerate(_FIRST)}
_BY_NAME = frozenset({"properties", "$defs", "mapping"})
_YES_NO: tuple[bool | str, ...] = (True, False, "true", "false", "yes", "no")


class _Untitled(GenerateJsonSchema):
    """Fields without the titles that only repeat their names."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ANN401 - pydantic's internal types
        del schema
        return False


def model_schema(one: Format) -> dict[str, Any]:
    """The schema of a format's model as pydantic gives it, with readable names of its parts."""
    schema = _rooted(
        one.model.model_json_schema(by_alias=True, mode="validation", schema_generator=_Untitled)
    )
    switches = sorted(name for name in schema.get("$defs", {}) if name.startswith("Switch"))
    text = json.dumps(schema, ensure_ascii=False)
    for number, name in reversed(list(enumerate(switches, start=1))):
        text = text.replace(f'"{name}"', f'"Switch{number}"').replace(
            f'"#/$defs/{name}"', f'"#/$defs/Switch{number}"'
        )
    result: dict[str, Any] = json.loads(text)
    for number in range(1, len(switches) + 1):
        result["$defs"][f"Switch{number}"]["title"] = f"Switch{number}"
    return result


def _rooted(schema: dict[str, Any]) -> dict[str, Any]:
    """A schema whose top is written out, where it only refers to one of its parts."""
    parts = schema.get("$defs", {})
    if "$ref" not in schema:
        return schema
    top = parts.pop(schema["$ref"].rpartition("/")[2])
    return {**top, "$defs": parts}


def generate_schemas() -> dict[str, dict[str, Any]]:
    """File name → schema, for every format."""
    return {f"{one.name}.schema.json": _schema(one) for one in FORMATS}


def schema_text(schema: dict[str, Any]) -> str:
    """A schema as its file holds it; releases of pydantic differ in the order of keys, the file does not."""
    return json.dumps(_ordered(schema), ensure_ascii=False, indent=2) + "\n"


def _ordered(node: Any, *, named: bool = False) -> Any:  # noqa: ANN401 - any part of a schema
    """A schema with its keywords in one order; under `named` stand parts by their own names, which keep theirs."""
    if isinstance(node, list):
        return [_ordered(one) for one in node]
    if not isinstance(node, dict):
        return node
    keys = list(node) if named else sorted(node, key=lambda key: (_PLACES.get(key, len(_PLACES)), key))
    return {key: _ordered(node[key], named=not named and key in _BY_NAME) for key in keys}


def write_schemas(directory: Path) -> list[Path]:
    """Write every schema into `directory`; the files written."""
    directory.mkdir(parents=True, exist_ok=True)
    written = []
    for name, schema in generate_schemas().items():
        path = directory / name
        path.write_text(schema_text(schema), encoding="utf-8", newline="\n")
        written.append(path)
    return written


def _schema(one: Format) -> dict[str, Any]:
    body = model_schema(one)
    parts = body.pop("$defs", {})
    if not one.written:
        parts = {name: _opened(part, rule=_is_rule(name, part)) for name, part in parts.items()}
        body = _opened(body, rule=False)
    head = {
        "$schema": DIALECT,
        "$id": f"urn:socwork-standard:schema:{one.name}",
        "title": one.title,
        "description": one.about,
    }
    if not one.written:
        head["$comment"] = _COMMENT
    if one.several is None:
        kept = {key: value for key, value in body.items() if key not in {"title", "description"}}
        return {**head, **kept, "$defs": parts} if parts else {**head, **kept}
    name = one.model.__name__
    parts[name] = body
    reference = {"$ref": f"#/$defs/{name}"}
    several = {
        "type": "object",
        "properties": {one.several: {"type": "array", "items": reference}},
        "required": [one.several],
        "additionalProperties": False,
    }
    return {**head, "anyOf": [reference, several], "$defs": parts}


def _is_rule(name: str, part: dict[str, Any]) -> bool:
    """Whether a part is a node or a switch of a rule, where one id may stand without its list."""
    return name.startswith("Switch") or (
        name in _RULE_NODES
        and bool(
            part.get("properties", {}).keys()
            & {"all_of", "any_of", "always", "never", "diploma", "service", "training", "unread"}
        )
    )


def _opened(schema: Any, *, rule: bool) -> Any:  # noqa: ANN401 - a schema nests anything
    """A schema that also takes what our strict YAML takes: text for numbers, numbers for text."""
    if isinstance(schema, list):
        return [_opened(one, rule=rule) for one in schema]
    if not isinstance(schema, dict):
        return schema
    opened = {key: _opened_value(key, value, rule=rule) for key, value in schema.items()}
    kind = schema.get("type")
    if kind == "array":
        return _opened_array(opened, schema, rule=rule)
    if kind == "boolean":
        opened.pop("type")
        opened["enum"] = list(_YES_NO)
    elif kind == "integer":
        opened |= {"type": ["integer", "string"], "pattern": "^-?[0-9]+$"}
    elif kind == "number":
        opened |= {"type": ["number", "string"], "pattern": r"^-?[0-9]+(\.[0-9]+)?$"}
    elif kind == "string" and {"yes", "no"} & set(schema.get("enum", ())):
        opened.pop("type")
        opened["enum"] = [*schema["enum"], True, False]
    elif kind == "string" and not schema.keys() & {"enum", "const", "format"}:
        opened["type"] = ["string", "number", "boolean"]
    elif schema.get("const") in {"yes", "no"}:
        opened.pop("type", None)
        opened.pop("const")
        opened["enum"] = [schema["const"], schema["const"] == "yes"]
    return opened


def _opened_value(key: str, value: Any, *, rule: bool) -> Any:  # noqa: ANN401
    if key == "properties":
        return {name: _opened(one, rule=rule) for name, one in value.items()}
    return value if key in {"enum", "const", "default", "required"} else _opened(value, rule=rule)


def _opened_array(opened: dict[str, Any], schema: dict[str, Any], *, rule: bool) -> dict[str, Any]:
    if "minLength" in opened:
        opened["minItems"] = opened.pop("minLength")
    items = schema.get("items", {})
    if not rule or items.get("type") != "string":
        return opened
    described: dict[str, Any] = {key: opened.pop(key) for key in ("description", "default") if key in opened}
    return {**described, "anyOf": [opened, opened["items"]]}


def main(arguments: list[str]) -> None:
    """Write the schemas and say which."""
    target = Path(arguments[0]) if arguments else schema_directory()
    sys.stdout.writelines(f"{path}\n" for path in write_schemas(target))


if __name__ == "__main__":
    main(sys.argv[1:])
