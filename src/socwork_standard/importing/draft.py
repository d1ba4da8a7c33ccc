"""A draft standard out of an official text: files that load, and a list of what a person must look at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from socwork_standard.data.standard import Standard
from socwork_standard.importing import recognise
from socwork_standard.importing.around import CHAPTER, Around, Reader, notes_of
from socwork_standard.importing.audit import lost_words
from socwork_standard.importing.card import CardDraft, CardFound, CardWriter, link_cards
from socwork_standard.importing.edition import EditionAsked, edition_files
from socwork_standard.importing.fields import sort_rows
from socwork_standard.importing.functions import Doubt, Streams
from socwork_standard.importing.join import join
from socwork_standard.importing.labels import Tongue
from socwork_standard.importing.naming import Slugs, Words
from socwork_standard.importing.rows import Row, read_rows
from socwork_standard.importing.vocabularies import vocabulary_files
from socwork_standard.text import normalise, words
from socwork_standard.vocabulary.names import Names

__all__ = ["Draft", "EditionAsked", "import_text"]
_FIRST_POINT = 9
_ORDER_NEEDS = (
    ("title", "order.title"), ("act", "order.act"), ("preamble", "order.preamble"), ("signature", "order.signature"),
    ("annex", "annex"), ("annex_title", "annex.title"), ("scope", "1"), ("terms_intro", "2"),
    ("abbreviations_intro", "3"), ("name", "4"), ("code", "5"), ("activities_intro", "6"), ("summary", "7"),
    ("cards_intro", "8"), ("cards_heading", "chapter.3"),
)  # fmt: skip
Files = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Draft:
    """The files of a draft by path, and what is to be reviewed."""

    name: str
    edition: str
    code: str
    tongue: Tongue
    files: Mapping[str, Any]
    cards: tuple[CardDraft, ...]
    doubts: tuple[Doubt, ...]
    omissions: tuple[Mapping[str, str], ...]
    lost: tuple[Doubt, ...]
    competencies: int = 0
    added: Mapping[str, Sequence[str]] = field(default_factory=dict)


def import_text(raw: bytes, name: str, asked: EditionAsked, base: Standard) -> Draft:
    """A draft of the standard that an official text words.

    `base` lends the vocabularies that no profession owns (levels of education, specialities, words for values).
    Raises `InputError` for anything but a whole standard of the layout since 2023 in one language.
    """
    return _Importer(read_rows(raw, name), name, base).draft(asked)


class _Importer:
    def __init__(self, rows: tuple[Row, ...], name: str, base: Standard) -> None:
        self.rows = rows
        self.name = name
        self.base = base
        self.starts = recognise.headings(rows)
        recognise.refuse_others(rows, name, self.starts)
        self.end = _technical_start(rows, self.starts[-1][0])
        self.notes: list[tuple[str, Row]] = []
        self.found = self._cards()
        self.tongue = recognise.tongue_of([one.sorted for one in self.found], name)
        self.competencies: dict[tuple[str, str], dict[str, Any]] = {}
        self.slugs = Slugs()

    def _cards(self) -> list[CardFound]:
        ends = [at for at, _, _ in self.starts[1:]] + [self.end]
        found: list[CardFound] = []
        for (at, printed, heading), end in zip(self.starts, ends, strict=True):
            before = found[-1].point if found else _FIRST_POINT - 1
            point = printed if printed is not None and printed > before else before + 1
            rows, notes = notes_of(self.rows[at + 1 : end])
            self.notes += notes
            card = sort_rows(rows)
            if point != printed:
                card.doubts.append(Doubt("point_number", self.rows[at], f"{printed} / {point}"))
            streams = Streams(card.functions)
            card.doubts += streams.doubts
            recognise.refuse_half(point, self.rows[at], card, len(streams.skills), self.name)
            found.append(CardFound(point, heading, self.rows[at], card, join(streams, card.doubts)))
        return found

    def worded(self, text: str) -> dict[str, Any]:
        """Words of the order as the data holds them; a Russian text is the official Russian one too."""
        return {"kk": text, "ru_official": text} if self.tongue == "ru" and text else {"kk": text}

    def draft(self, asked: EditionAsked) -> Draft:
        around = self._around()
        names = self._names(around)
        slugs = Slugs()
        cards = []
        for found in self.found:
            field_found = found.sorted.fields["name"]
            writer = CardWriter(found, slugs.new(field_found.text or found.heading), self.worded, names)
            cards.append(writer.draft(self._competency))
        link_cards(cards, normalise)
        _link_entries(around, cards, self.rows[0])
        edition, head, unused = edition_files(asked, around, cards, self.name)
        around.doubts += [Doubt("amendment", row, one.act) for one, row in unused]
        files: Files = {
            **head,
            "competencies.yaml": {"competencies": list(self.competencies.values())},
            **vocabulary_files(self.base, names.added, [one.content for one in cards]),
        }
        if self.starts[0][0] or self.end < len(self.rows):
            files[f"editions/{edition}/order.yaml"] = around.order
        files.update({f"editions/{edition}/cards/{one.file}": one.content for one in cards})
        omissions = tuple(around.omissions)
        listed = [*around.doubts, *(doubt for one in cards for doubt in one.doubts)]
        lost = lost_words(self.rows, (around.order, *(one.content for one in cards)), listed, around.hidden)
        return Draft(
            self.name,
            edition,
            head["editions.yaml"]["standard"],
            self.tongue,
            files,
            tuple(cards),
            tuple(listed),
            omissions,
            tuple(lost),
            len(self.competencies),
            {key: [one["kk"] for one in terms.values()] for key, terms in names.added.items()},
        )

    def _around(self) -> Around:
        reader = Reader(self.tongue, self.worded)
        reader.front(self.rows[: self.starts[0][0]])
        technical, notes = notes_of(self.rows[self.end :])
        for text, row in (*self.notes, *notes):
            reader.note(text, row)
        reader.technical(technical)
        order = reader.found.order
        for key, identity in _ORDER_NEEDS:
            if key not in order:
                order[key] = {"id": identity, **self.worded("")}
                reader.found.doubts.append(Doubt("absent", self.rows[0], identity))
        if reader.found.omissions:
            order["omissions"] = list(reader.found.omissions)
        return reader.found

    def _names(self, around: Around) -> Words:
        names = Names(self.base)
        short = {normalise(one["term"]["kk"]): one["meaning"]["kk"] for one in around.order["abbreviations"]}
        return Words(names.levels, names.specialities, names.qualifications, short)

    def _competency(self, kind: Literal["ability", "knowledge"], text: str, item: str) -> str:
        key = (kind, " ".join(words(text)))
        if key not in self.competencies:
            self.competencies[key] = {
                "id": self.slugs.new(text),
                "kind": kind,
                "kk": text,
                "ru": text,
                "en": text,
                **({"ru_official": text} if self.tongue == "ru" else {}),
                "items": [],
            }
        self.competencies[key]["items"].append(item)
        return str(self.competencies[key]["id"])


def _technical_start(rows: Sequence[Row], last_card: int) -> int:
    """Where the technical data begins: at the chapter after the last card; the end where there is none."""
    for at in range(last_card + 1, len(rows)):
        if rows[at].alone is not None and CHAPTER.match(rows[at].text):
            return at
    return len(rows)


def _link_entries(around: Around, cards: Sequence[CardDraft], row: Row) -> None:
    """Give each entry of the list of cards (point 8) the point of its card."""
    entries = around.order["cards"]
    for at, entry in enumerate(entries):
        text = normalise(entry["kk"])
        named = [one.point for one in cards if text.startswith(normalise(one.content["name"]["kk"]) or "-")]
        in_turn = cards[min(at, len(cards) - 1)].point
        if len(entries) != len(cards) and len(named) != 1:
            around.doubts.append(Doubt("card_entry", row, entry["kk"]))
        entry["card"] = str(in_turn if len(entries) == len(cards) or len(named) != 1 else named[0])
        entry["levels"] = [str(one) for one in entry["levels"]]


def edition_days(draft: Draft) -> tuple[date, date]:
    """The day on which the edition was adopted, and its first day in force."""
    edition = draft.files["editions.yaml"]["editions"][0]
    return date.fromisoformat(edition["adopted"]), date.fromisoformat(edition["wordings"][0]["valid_from"])
