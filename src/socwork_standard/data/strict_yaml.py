"""YAML read strictly: every plain scalar is text, and every mistake is one message with file and line.

Refused, because each has hidden a mistake somewhere: duplicate keys, anchors and aliases (also the means of a
"YAML bomb"), tags, several documents in one file, nesting deeper than any file of ours, text that is not NFC.
"""

import json
import re
import unicodedata
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from socwork_standard.data.refusals import Loc, known_place, placed, refusal
from socwork_standard.errors import DataError, InputError, Said, reason
from socwork_standard.text import has_half_letter

ModelT = TypeVar("ModelT", bound=BaseModel)
Lines = dict[Loc, int]
MAX_DEPTH = 60
MAX_BYTES = 20_000_000

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_NULL = frozenset({"null", "~", "Null", "NULL"})


class Document:
    """A parsed YAML file: its value, and the line on which each part of it stands."""

    __slots__ = ("error", "lines", "name", "value")

    def __init__(self, value: Any, lines: Lines, name: str, error: type[DataError | InputError]) -> None:  # noqa: ANN401
        self.value = value
        self.lines = lines
        self.name = name
        self.error = error

    def where(self, loc: Loc = ()) -> str:
        """`file:line` of the part at `loc`, or of the nearest part above it."""
        for length in range(len(loc), -1, -1):
            if (line := self.lines.get(loc[:length])) is not None:
                return f"{self.name}:{line}"
        return self.name

    def build(self, model: type[ModelT]) -> ModelT:
        """The value as `model`; the first mistake is raised with its line and the mend."""
        try:
            return model.model_validate(self.value)
        except ValidationError as failure:
            raise self.problems(failure)[0] from None

    def problems(self, failure: ValidationError) -> list[DataError | InputError]:
        """Every mistake of a failed validation as an error of its own."""
        found = []
        for one in map(placed, failure.errors(include_url=False)):
            where = self.where(known_place(one["loc"], self.lines))
            found.append(refusal(one, where, self.lines, self.error))
        return found


def read_yaml(path: Path, *, error: type[DataError | InputError] = DataError) -> Document:
    """Read one YAML file strictly."""
    try:
        raw = path.read_bytes()
    except OSError as failure:
        raise error(
            "the file cannot be read ({reason}).", str(path), "Check the path.", reason=reason(failure)
        ) from None
    return parse_yaml(raw, str(path), error=error)


def parse_yaml(raw: bytes | str, name: str, *, error: type[DataError | InputError] = DataError) -> Document:
    """Parse YAML text strictly; `name` stands in messages for the file."""
    text = _decode(raw, name, error)
    try:
        _refuse(text, _Place(name, error))
        root = _compose(text)
    except yaml.YAMLError as failure:
        raise _json_error(text, name, error) or _yaml_error(failure, name, error) from None
    except RecursionError:
        raise error("the file is nested too deeply.", name, "Flatten it.") from None
    if root is None:
        raise error("the file is empty.", name, "Fill it, or start from a template.")
    lines: Lines = {}
    value = _value(root, (), lines, _Place(name, error))
    return Document(value, lines, name, error)


def _decode(raw: bytes | str, name: str, error: type[DataError | InputError]) -> str:
    if len(raw) > MAX_BYTES:
        raise error("the file is larger than {limit} MB.", name, "Split it.", limit=MAX_BYTES // 1_000_000)
    if isinstance(raw, bytes):
        try:
            raw = raw.decode("utf-8-sig")
        except UnicodeDecodeError as failure:
            line = failure.object[: failure.start].count(b"\n") + 1
            raise error("the text is not UTF-8.", f"{name}:{line}", "Save the file as UTF-8.") from None
    if has_half_letter(raw):
        raise error("the text holds half a character (a lone surrogate).", name, "Save the file as UTF-8.")
    if not unicodedata.is_normalized("NFC", raw):
        raw = unicodedata.normalize("NFC", raw)
    return raw


def _refuse(text: str, place: "_Place") -> None:
    """Refuse anchors, aliases, tags and deep nesting before anything is built: events come one by one."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise place.fail(
                event, "anchors and aliases (&name, *name) are not allowed.", "Write the part out."
            )
        if tag := getattr(event, "tag", None):
            raise place.fail(
                event, "the tag {tag} is not allowed.", "Remove it: the model gives the type.", tag=tag
            )
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                raise place.fail(
                    event, "the file is nested more than {limit} deep.", "Flatten it.", limit=MAX_DEPTH
                )
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _compose(text: str) -> yaml.Node | None:
    loader = _Loader(text)
    try:
        node: yaml.Node | None = loader.get_single_node()
    finally:
        loader.dispose()
    return node


class _Place:
    """Where a parse stands, to word its errors."""

    __slots__ = ("error", "name")

    def __init__(self, name: str, error: type[DataError | InputError]) -> None:
        self.name = name
        self.error = error

    def fail(
        self, node: yaml.Node | yaml.Event, what: str, mend: str, **values: object
    ) -> DataError | InputError:
        line = node.start_mark.line + 1 if node.start_mark else 1
        return self.error(what, f"{self.name}:{line}", mend, **values)


def _value(node: yaml.Node, loc: Loc, lines: Lines, place: _Place) -> Any:  # noqa: ANN401 - YAML holds anything
    lines[loc] = node.start_mark.line + 1
    if isinstance(node, yaml.ScalarNode):
        plain = not node.style  # None from the Python parser, "" from the C one
        return None if plain and node.value in _NULL else node.value
    if isinstance(node, yaml.SequenceNode):
        return [_value(child, (*loc, index), lines, place) for index, child in enumerate(node.value)]
    return _mapping(node, loc, lines, place)


def _mapping(node: yaml.Node, loc: Loc, lines: Lines, place: _Place) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key_node, child in node.value:
        if not isinstance(key_node, yaml.ScalarNode):
            raise place.fail(key_node, "a key must be plain text.", "Put the key in quotes.")
        key = key_node.value
        if key == "<<":
            raise place.fail(key_node, "merge keys (<<) are not allowed.", "Write the keys out.")
        if key in result:
            raise place.fail(key_node, "the key {key!r} stands twice.", "Keep one of the two.", key=key)
        result[key] = _value(child, (*loc, key), lines, place)
        lines[(*loc, key)] = key_node.start_mark.line + 1
    return result


_CONTEXT = re.compile(r"\s+")


def _json_error(text: str, name: str, error: type[DataError | InputError]) -> DataError | InputError | None:
    """What is wrong with a file that calls itself JSON, in the words of JSON; None where it is no such fault."""
    if not name.lower().endswith(".json"):
        return None
    try:
        value = json.loads(text)
    except json.JSONDecodeError as failure:
        return error(
            "this is no JSON ({reason}).",
            f"{name}:{failure.lineno}",
            "Correct that line.",
            reason=Said(failure.msg),
        )
    except RecursionError:
        return error("the file is nested too deeply.", name, "Flatten it.")
    if has_half_letter(json.dumps(value, ensure_ascii=False)):
        return error("the text holds half a character (a lone surrogate).", name, "Save the file as UTF-8.")
    return None


def _yaml_error(
    failure: yaml.YAMLError, name: str, error: type[DataError | InputError]
) -> DataError | InputError:
    mark = getattr(failure, "problem_mark", None) or getattr(failure, "context_mark", None)
    where = f"{name}:{mark.line + 1}" if mark else name
    problem = getattr(failure, "problem", None) or getattr(failure, "reason", None) or "it cannot be parsed"
    what = _CONTEXT.sub(" ", str(problem))
    if "single document" in str(failure):
        return error("the file holds more than one document (a second ---).", where, "Keep one of them.")
    if "undefined alias" in what or "alias" in what:
        return error("anchors and aliases (&name, *name) are not allowed.", where, "Write the part out.")
    return error(
        "this is not YAML: {problem}.",
        where,
        "Check indentation, colons and quotes on that line.",
        problem=Said(what),
    )
