"""`/api`: the documentation of the API, made from its own OpenAPI description; nothing comes from outside."""

import json
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from socwork_standard.web.problems import KINDS
from socwork_standard.web.render import render
from socwork_standard.web.services import services_of

router = APIRouter()


@router.get("/api")
async def documentation(request: Request) -> Response:
    """Show every end point with its parameters, an example, and the shape of its answer."""
    description = request.app.openapi()
    return render(
        request,
        "api.html",
        description=description,
        operations=[
            _operation(path, method, found, description)
            for path, methods in description["paths"].items()
            for method, found in methods.items()
        ],
        problems=KINDS,
        limits=services_of(request).settings.limits,
    )


def _operation(path: str, method: str, found: dict[str, Any], whole: dict[str, Any]) -> dict[str, Any]:
    body = found.get("requestBody", {}).get("content", {}).get("application/json", {})
    schema = body.get("schema", {})
    answers = found["responses"].get("200", {}).get("content", {})
    return {
        "id": found["operationId"],
        "path": path,
        "method": method.upper(),
        "says": found.get("description", ""),
        "parameters": found.get("parameters", []),
        "body": _name(schema),
        "example": "".join(json.dumps(one, ensure_ascii=False, indent=1) for one in _examples(body)[:1]),
        "answers": [
            {
                "media": media,
                "schema": _name(one.get("schema", {})),
                "keys": _keys(one.get("schema", {}), whole),
            }
            for media, one in answers.items()
        ],
        "statuses": sorted(found["responses"]),
    }


def _examples(body: dict[str, Any]) -> list[Any]:
    """The examples of a body: a schema lists them, a kind of content names each and keeps it under `value`."""
    listed = body.get("schema", {}).get("examples") or body.get("examples") or []
    return [one["value"] for one in listed.values()] if isinstance(listed, dict) else listed


def _name(schema: dict[str, Any]) -> str:
    """The name of a schema; of each where it is one of several."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    several = schema.get("anyOf") or schema.get("allOf") or []
    return " | ".join(filter(None, map(_name, several))) or str(schema.get("title", ""))


def _keys(schema: dict[str, Any], whole: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Key, type and meaning of each key of an answer."""
    for one in schema.get("anyOf", [schema]):
        name = _name(one)
        known = whole["components"]["schemas"].get(name, {})
        if known.get("properties"):
            return [
                (key, _type(value), str(value.get("description", "")))
                for key, value in known["properties"].items()
            ]
    return []


def _type(value: dict[str, Any]) -> str:
    if "$ref" in value:
        return _name(value)
    if "anyOf" in value:
        return " | ".join(map(_type, value["anyOf"]))
    if value.get("type") == "array":
        return f"[{_type(value.get('items', {}))}]"
    return str(value.get("type", value.get("const", "any")))
