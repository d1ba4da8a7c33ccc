"""The head of a draft: editions.yaml, the cited order, and empty readings and defects."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from socwork_standard.errors import InputError
from socwork_standard.importing.amendments import Amendment, later_wordings, speaks_of_change
from socwork_standard.importing.around import CODE, POINTS, Around
from socwork_standard.importing.card import CardDraft
from socwork_standard.importing.dates import day_in, in_force_from, number_in
from socwork_standard.importing.rows import Row

_NOTE = {
    "kk": "Жоба: мәтіндер аударылмаған; орысша және ағылшынша жолдарда ресми мәтіннің сөздері тұр.",
    "ru": "Черновик: тексты не переведены; в русских и английских строках стоят слова официального текста.",
    "en": "A draft: nothing is translated; the Russian and English lines hold the words of the official text.",
}
_PRESETS = (
    ("practice", "тәжірибе бойынша", "по практике", "as practice has it"),
    ("literal", "сөзбе-сөз", "буквально", "to the letter"),
)


@dataclass(frozen=True, slots=True)
class EditionAsked:
    """What the user says of the edition; what is absent is read from the text."""

    code: str | None = None
    edition: str | None = None
    valid_from: date | None = None


def edition_files(
    asked: EditionAsked, around: Around, cards: Sequence[CardDraft], name: str
) -> tuple[str, dict[str, Any], list[tuple[Amendment, Row]]]:
    """The id of the edition, the files at the top of the draft, and the amendments that fit none of its points."""
    order = around.order
    act = order["act"]["kk"] or order["annex"]["kk"]
    adopted, number = day_in(act), number_in(act)
    valid_from = asked.valid_from or _in_force(order)
    if valid_from is None:
        raise InputError(
            "the text does not state the first day in force as a day.",
            name,
            "Add --valid-from, e.g. 2025-01-01.",
        )
    code = asked.code or _code(order)
    if code is None:
        raise InputError(
            "the code of the standard (point 5) was not found.", name, "Add --code, e.g. M00000001."
        )
    day = adopted or valid_from
    plain = re.sub(r"[^0-9a-z]+", "-", (number or "draft").casefold()).strip("-") or "draft"
    edition = asked.edition or f"{day.year}-{plain}"
    slug = f"order-{plain}-{day.year}"
    title = dict.fromkeys(("kk", "ru", "en"), act or order["annex_title"]["kk"] or code)
    called = dict.fromkeys(("kk", "ru", "en"), order["name"]["kk"].strip(' "«»“”.') or code)
    points = [order[key]["id"] for key in POINTS if order[key]["kk"] or order[key].get("label")]
    points += [str(one.point) for one in cards]
    points += [one["id"] for one in order["technical"] if one["id"] not in points]
    used, unused = _fitting(around.amendments, edition, points, valid_from)
    wordings = later_wordings(points, edition, valid_from, used)
    followers = _followers(used, day)
    head = {
        "standard": code,
        "name": called,
        "namespace": str(uuid5(NAMESPACE_URL, f"socwork-standard:{code}")),
        "translations_note": _NOTE,
        "editions": [
            {
                "id": edition,
                "act": slug,
                "adopted": day.isoformat(),
                "title": title,
                "held": "true",
                "draft": "true",
                "wordings": wordings[edition],
            },
            *({**one, "wordings": wordings[one["id"]]} for one in followers),
        ],
    }
    return (
        edition,
        {
            "editions.yaml": head,
            "readings.yaml": {
                "presets": [
                    {"id": key, "label": {"kk": kk, "ru": ru, "en": en}} for key, kk, ru, en in _PRESETS
                ],
                "readings": [],
            },
            "defects.yaml": {"defects": []},
            "vocabularies/legal-acts.yaml": {
                "vocabulary": "legal-acts",
                "about": dict.fromkeys(
                    ("kk", "ru", "en"), "Legal acts of this standard. A draft: add those that it cites."
                ),
                "entries": [
                    {"id": slug, "kind": "order", **title},
                    *(
                        {"id": one["act"], "kind": "order", **one["title"]}
                        for one in followers
                        if one["act"] != slug
                    ),
                ],
            },
        },
        unused,
    )


def _fitting(
    amendments: Sequence[tuple[Amendment, Row]], edition: str, points: Sequence[str], valid_from: date
) -> tuple[list[Amendment], list[tuple[Amendment, Row]]]:
    """The amendments that change points of the edition after its first day; and the others."""
    fits = {
        at: one.edition != edition
        and one.first_day > valid_from
        and all(point in points or point.rpartition(".")[0] in points for point in one.points)
        for at, (one, _) in enumerate(amendments)
    }
    return (
        [one for at, (one, _) in enumerate(amendments) if fits[at]],
        [one for at, one in enumerate(amendments) if not fits[at]],
    )


def _followers(amendments: Sequence[Amendment], adopted: date) -> list[dict[str, Any]]:
    """The editions that follow, without their text, oldest first."""
    found: dict[str, dict[str, Any]] = {}
    for one in sorted(amendments, key=lambda one: (one.adopted or one.first_day, one.first_day)):
        entry = {
            "id": one.edition,
            "act": f"order-{one.edition.partition('-')[2]}-{one.edition.partition('-')[0]}",
            "adopted": max(adopted, one.adopted or one.first_day).isoformat(),
            "title": dict.fromkeys(("kk", "ru", "en"), one.act),
            "held": "false",
        }
        found.setdefault(one.edition, entry)
    return list(found.values())


def _in_force(order: Mapping[str, Any]) -> date | None:
    notes = (one for one in order["notes"] if not speaks_of_change(one["kk"]))
    texts = [one["kk"] for one in chain(order["clauses"], notes)]
    return next((day for text in texts if (day := in_force_from(text))), None)


def _code(order: Mapping[str, Any]) -> str | None:
    found = CODE.search(order["code"]["kk"])
    return found[0] if found else None
