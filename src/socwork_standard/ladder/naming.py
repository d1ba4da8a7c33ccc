"""Names short enough for a picture; apart from the graph, since most who shorten a name need no graph."""

import re

_BRACKETS = re.compile(r"\s*\((?:[^()]|\([^()]*\))*\)")
_LONG = 70


def short_name(name: str) -> str:
    """A long name without what stands in brackets: one card's name lists a dozen kinds of centre."""
    return _BRACKETS.sub("", name).strip(" .") if len(name) > _LONG else name
