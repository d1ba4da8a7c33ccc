"""The decision object: its status at once, its explanation when it is first looked at."""

import json
from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import Any

from socwork_standard.model.decision import DecisionDict, Status


class Decision:
    """The answer for one record, one card, one category, one day.

    `status` is one of `eligible`, `not_eligible`, `needs_evidence`, `needs_ruling`.  `as_dict()` is the JSON of the
    contract; its keys can be read as attributes too (`decision.missing`, `decision.eligible_from` …).
    """

    def __init__(
        self, status: Status, card: int, category: str, as_of: date, render: Callable[[], DecisionDict]
    ) -> None:
        self.status: Status = status
        self.card = card
        self.category = category
        self.as_of = as_of
        self._render = render

    @cached_property
    def _content(self) -> DecisionDict:
        return self._render()

    def as_dict(self) -> DecisionDict:
        """The decision as a plain dict."""
        return self._content

    def to_json(self) -> str:
        """The decision as JSON text; the same input always gives the same bytes."""
        return json.dumps(self._content, ensure_ascii=False, indent=1) + "\n"

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - the keys of the decision have many types
        if name.startswith("_"):
            raise AttributeError(name)
        try:
            return self._content[name]  # type: ignore[literal-required]
        except KeyError:
            raise AttributeError(name) from None

    def __repr__(self) -> str:
        """Card, category, day and status."""
        return f"<Decision card {self.card} {self.category} on {self.as_of}: {self.status}>"
