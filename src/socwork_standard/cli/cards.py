"""`socwork cards` and `socwork card`: quick, because they read the compiled data without building every model."""

import json
import os
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from socwork_standard.cli.answering import Form, emit, wants_data
from socwork_standard.cli.support import Format, Lang, day_of, language_of
from socwork_standard.data.compiled import Compiled, load_compiled
from socwork_standard.data.locate import cache_directory, compiled_file, data_directory, is_default
from socwork_standard.data.standard import InForce, Standard
from socwork_standard.errors import InputError
from socwork_standard.reports.card import PARTS, CardView, card_page

if TYPE_CHECKING:
    from socwork_standard.model.edition import Edition

_VOCABULARIES = ("education-levels", "specialities", "qualifications")


def show_cards(form: Format, lang: Lang | None) -> None:
    """Print the list of cards."""
    from socwork_standard.data.load import load_standard
    from socwork_standard.reports.answers import card_rows
    from socwork_standard.reports.lists import cards_page

    language = language_of(lang)
    standard = load_standard()
    emit(
        form,
        lambda: cards_page(standard.cards, standard.in_force, language),
        lambda: card_rows(standard),
    )


def show_card(key: str, parts: list[str], on: str | None, form: Form, lang: Lang | None) -> None:
    """Print one card."""
    for part in parts:
        if part not in PARTS:
            raise InputError(
                "a card has no part {part!r}.",
                "--part",
                "Use one of: {listed}.",
                part=part,
                listed=", ".join(PARTS),
            )
    day = day_of(on, "--on") or date.today()  # noqa: DTZ011 - the day at the user's place is meant
    reader = _Reader()
    point = reader.point(key, day)
    force = reader.standard.in_force(point, day)
    if wants_data(form):
        emit(form, _no_page, lambda: _as_data(reader.standard, point, day, force))
        return
    view = reader.view(point, day, force)
    language = language_of(lang)
    emit(form, lambda: card_page(view, tuple(parts) or PARTS, language), dict)


def _no_page() -> Any:  # noqa: ANN401 - never called: JSON has no page
    raise AssertionError


def _as_data(standard: Standard, point: int, day: date, force: InForce) -> dict[str, Any]:
    from socwork_standard.reports.answers import card_content

    return card_content(standard.card(point, day), force, day)


class _Wording(NamedTuple):
    """The days of some points, as `Standard.in_force` reads them."""

    points: list[str]
    valid_from: date
    valid_to: date | None


class _PlainEdition(NamedTuple):
    """An edition, as `Standard.in_force` reads it."""

    id: str
    held: bool
    wordings: list[_Wording]
    draft: bool


class _QuickStandard(Standard):
    """A standard whose editions are read from JSON that was validated when it was compiled: no model is built."""

    def __init__(self, compiled: Compiled, location: str) -> None:
        super().__init__(compiled, location)
        self._editions_json: bytes = compiled.parts["editions"]

    @cached_property
    def _plain(self) -> tuple[_PlainEdition, ...]:
        return tuple(
            _PlainEdition(
                one["id"],
                one["held"],
                [_wording(wording) for wording in one["wordings"]],
                one.get("draft", False),
            )
            for one in json.loads(self._editions_json)["editions"]
        )

    @property
    def editions(self) -> "tuple[Edition, ...]":
        """All editions, oldest first: only what a question about days needs."""
        return cast("tuple[Edition, ...]", self._plain)


def _wording(given: dict[str, Any]) -> _Wording:
    until = given.get("valid_to")
    return _Wording(
        given["points"], date.fromisoformat(given["valid_from"]), date.fromisoformat(until) if until else None
    )


class _Reader:
    """Compiled data read as plain JSON: one card needs no models."""

    def __init__(self) -> None:
        directory = data_directory()
        cache = None if os.environ.get("SOCWORK_NO_CACHE") == "1" else cache_directory()
        candidates = [compiled_file()] if is_default(directory) else []
        self._compiled: Compiled = load_compiled(directory, candidates, cache)
        self.standard: Standard = _QuickStandard(self._compiled, str(directory))

    def _part(self, name: str) -> Any:  # noqa: ANN401 - JSON
        return json.loads(self._compiled.parts[name]) if name in self._compiled.parts else {}

    def point(self, key: str, day: date) -> int:
        """The number of the card meant; only names and codes need more than the names of the files."""
        slugs = {name.rpartition("/")[2] for name in self._compiled.parts if "/card/" in name}
        for slug in slugs:
            number, _, name = slug.partition("-")
            if key == name or (key.isdecimal() and int(key) == int(number)):
                return int(number)
        return self.standard.card(key, day).point

    def view(self, point: int, day: date, force: InForce) -> CardView:
        """Everything that a page on the card shows."""
        start = f"{force.held}/card/{point:02}-"
        card = next(self._part(name) for name in self._compiled.parts if name.startswith(start))
        own = (f"{point}.", str(point))
        defects = self._part("defects").get("defects", [])
        return CardView(
            card=card,
            day=day,
            force=force,
            competencies={one["id"]: one for one in self._part("competencies").get("competencies", [])},
            terms={
                name: {term["id"]: term for term in self._part(f"vocabulary/{name}").get("entries", [])}
                for name in _VOCABULARIES
            },
            defects=[
                one
                for one in defects
                if any(place["id"] == own[1] or place["id"].startswith(own[0]) for place in one["places"])
            ],
        )
