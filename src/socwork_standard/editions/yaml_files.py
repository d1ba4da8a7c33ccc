"""Changing YAML files without touching what does not change: comments, order and quotes stay as they are."""

from io import StringIO
from pathlib import Path
from typing import Any

from socwork_standard.errors import MissingExtra

_WIDTH = 1_000_000
"""Lines are not wrapped anew."""


def load(path: Path) -> Any:  # noqa: ANN401 - YAML holds anything
    """A file with its comments, ready to be changed and written back."""
    return _yaml().load(path.read_text(encoding="utf-8-sig"))


def save(path: Path, content: Any) -> None:  # noqa: ANN401 - YAML holds anything
    """Write a file that was loaded and changed."""
    stream = StringIO()
    _yaml().dump(content, stream)
    path.write_text(stream.getvalue(), encoding="utf-8", newline="\n")


def merge(into: Any, new: Any) -> None:  # noqa: ANN401 - YAML holds anything
    """Put the entries of one file into another: an entry whose id is there replaces it, any other is added."""
    for key, value in new.items():
        if not (_entries(value) and _entries(into.get(key))):
            into[key] = value
            continue
        places = {one["id"]: place for place, one in enumerate(into[key])}
        for one in value:
            if one["id"] in places:
                into[key][places[one["id"]]] = one
            else:
                into[key].append(one)


def inline(values: list[Any]) -> Any:  # noqa: ANN401 - a list of ruamel.yaml
    """A list that is written on one line."""
    from ruamel.yaml.comments import CommentedSeq

    found = CommentedSeq(values)
    found.fa.set_flow_style()
    return found


def _entries(value: Any) -> bool:  # noqa: ANN401 - YAML holds anything
    return isinstance(value, list) and all(isinstance(one, dict) and "id" in one for one in value)


def _yaml() -> Any:  # noqa: ANN401 - the class of ruamel.yaml
    try:
        from ruamel.yaml import YAML
    except ImportError:
        raise MissingExtra(
            "changing YAML files needs ruamel.yaml.",
            mend='Install it: pip install "socwork-standard[editions]"',
        ) from None
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = _WIDTH
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.representer.ignore_aliases = lambda _: True
    return yaml
