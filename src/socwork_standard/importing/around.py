"""The order around the cards: its own points, points 1 to 8 of the standard, and the technical data after the cards."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from socwork_standard.importing.amendments import Amendment, amendment_in, points_in, speaks_of_change
from socwork_standard.importing.cells import levels_of
from socwork_standard.importing.functions import Doubt
from socwork_standard.importing.labels import STANDARD, Tongue
from socwork_standard.importing.personal import Omitted, is_name, is_post, without_personal
from socwork_standard.importing.rows import Row

Text = dict[str, Any]
CHAPTER = re.compile(
    r"^(?:(\d+)\s*[-–]?\s*(?:ші|шы|нші|ыншы)?\s*[-–]?\s*(?:тарау|бөлім)\b|(?:Глава|Раздел)\s+(\d+)\b)",
    re.IGNORECASE,
)
ACT = re.compile(r"(?:бұйрығы\b.*|приказ\b.*№.*|№.*бұйрығы.*)", re.IGNORECASE)
_ORDERS = re.compile(r"БҰЙЫРАМЫН|ПРИКАЗЫВАЮ|бұйырамын|приказываю")
_NOTE = re.compile(r"^(?:ЗҚАИ-ның\s+ескертпесі|Примечание\s+ИЗПИ|Ескерту|Сноска)\b", re.IGNORECASE)
_POINT = re.compile(r"^[-–]?\s*(\d{1,2})\.\s+(?=\S)")
_SUB_POINT = re.compile(r"^[-–]?\s*(\d{1,2})\)\s*(?=\S)")
_ANNEX = re.compile(r"(?:^|\s)қосымша\s*$|^Приложение\b", re.IGNORECASE)
_CARDS_HEADING = re.compile(
    r"карточкалары\s*$|^(?:(?:Глава|Раздел)\s+\d+\s*[.:]?\s+)?карточки\s+професси", re.IGNORECASE
)
_CARD_NOTE = re.compile(
    r"^(?:ЗҚАИ-ның\s+ескертпесі|Примечание\s+ИЗПИ|(?:Ескерту|Сноска)\s*[.!:])", re.IGNORECASE
)
_OF_ANNEX = re.compile(r"қосымша|стандарт|приложени", re.IGNORECASE)
_ACTIVITY = re.compile(
    r"^(?:(?:Секция|Раздел|Группа|Класс|Подкласс|Бөлім|Топ|Сынып|Кіші\s+сынып)\s*:?\s*)?"
    r"(?P<code>[A-U](?=[\s.:–-])|\d{2}(?:\.\d{1,2})*(?:\.\d)?)\s*[.:–-]?\s+(?P<text>\S.*)$"
)
_DASH = re.compile(r"\s+[-–—]\s+")
POINTS = (
    "scope",
    "terms_intro",
    "abbreviations_intro",
    "name",
    "code",
    "activities_intro",
    "summary",
    "cards_intro",
)
_LABELLED = ("scope", "name", "code", "summary")
_MOST_LABEL_WORDS = 14
CODE = re.compile(r"\b[A-Z]\d{8}\b")


@dataclass(slots=True)
class Around:
    """The words around the cards, by the keys of order.yaml, with what could not be placed or was left out."""

    order: dict[str, Any] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    omissions: list[dict[str, str]] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list, repr=False)
    amendments: list[tuple[Amendment, Row]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    row: Row


class Reader:
    """Reads the words around the cards; `worded` makes a text of the data out of words."""

    def __init__(self, tongue: Tongue, worded: Callable[[str], Text]) -> None:
        self.tongue = tongue
        self.worded = worded
        self.found = Around()
        self._more: dict[str, list[str]] = {}
        self.found.order.update(notes=[], clauses=[], chapters=[], terms=[], abbreviations=[], activities=[])
        self.found.order.update(cards=[], technical=[])

    def front(self, rows: Sequence[Row]) -> None:
        """Everything before the first card."""
        pieces = self._without_notes([_Piece(one, row) for row in rows for cell in row.cells for one in cell])
        start = next((at for at, one in enumerate(pieces) if _begins_standard(one.text)), None)
        if start is None:
            self._unplaced(pieces)
            return
        self._order(pieces[:start])
        self._standard(pieces[start:])

    def _without_notes(self, pieces: Sequence[_Piece]) -> list[_Piece]:
        kept: list[_Piece] = []
        waiting = ""
        current, begun = None, False
        for piece in pieces:
            if waiting:
                self.note(f"{waiting} {piece.text}", piece.row, current, begun=begun)
                waiting = ""
            elif _NOTE.match(piece.text):
                waiting = piece.text if piece.text.rstrip().endswith("!") else ""
                if not waiting:
                    self.note(piece.text, piece.row, current, begun=begun)
            else:
                kept.append(piece)
                begun = begun or _begins_standard(piece.text)
                current = point[1] if (point := _POINT.match(piece.text)) else current
        if waiting:
            self.note(waiting, pieces[-1].row, current, begun=begun)
        return kept

    def note(self, text: str, row: Row, current: str | None = None, *, begun: bool = True) -> None:
        """A note of the publisher; `current` is the point in which it stands, `begun`: is that one of the standard?"""
        notes = self.found.order["notes"]
        own = begun or bool(_OF_ANNEX.search(text))
        points = points_in(text, current)
        about = list(points) if own else [f"order.{point}" for point in points]
        notes.append(
            {"id": f"note.{len(notes) + 1}", **self.worded(text), **({"about": about} if about else {})}
        )
        if found := amendment_in(text, current) if own else None:
            self.found.amendments.append((found, row))
        elif speaks_of_change(text):
            self.found.doubts.append(Doubt("amendment", row, text))

    # -- the order itself ------------------------------------------------------------------------------------------

    def _order(self, pieces: Sequence[_Piece]) -> None:
        order = self.found.order
        annex = self._annex_at(pieces)
        own, annexed = list(pieces[:annex]), list(pieces[annex:])
        if annexed:
            order["annex_title"] = self._clause("annex.title", annexed.pop().text)
            order["annex"] = self._clause("annex", " ".join(one.text for one in annexed))
        begun = signing = False
        for piece in own:
            point, sub = _POINT.match(piece.text), _SUB_POINT.match(piece.text)
            if begun and not point and not sub and (signing or is_post(piece.text)):
                self._signature(piece)
                signing = True
            elif point or sub:
                self._order_point(piece, point, sub)
                begun = True
            elif _ORDERS.search(piece.text):
                order["preamble"] = self._clause("order.preamble", piece.text)
                begun = True
            elif "title" not in order and STANDARD.search(piece.text):
                order["title"] = self._clause("order.title", piece.text)
            elif "act" not in order and ACT.search(piece.text):
                order["act"] = self._clause("order.act", piece.text)
            else:
                self._unplaced([piece])

    @staticmethod
    def _annex_at(pieces: Sequence[_Piece]) -> int:
        """Where the head of the annex begins; the end where there is none."""
        marked = next((at for at in range(len(pieces) - 1, -1, -1) if _ANNEX.search(pieces[at].text)), None)
        if marked is None:
            return (
                len(pieces) - 1
                if pieces and STANDARD.search(pieces[-1].text) and len(pieces) > 1
                else len(pieces)
            )
        if not pieces[marked].text.casefold().startswith("приложение"):
            for at in range(marked, max(-1, marked - 8), -1):
                if pieces[at].text.startswith("Қазақстан Республикасы"):
                    return at
        return marked

    def _order_point(self, piece: _Piece, point: re.Match[str] | None, sub: re.Match[str] | None) -> None:
        clauses = self.found.order["clauses"]
        found = point or sub
        assert found is not None
        above = next((one["printed"] for one in reversed(clauses) if one["id"].count(".") == 1), "0")
        identity = f"order.{found[1]}" if point else f"order.{above}.{found[1]}"
        clauses.append({"id": identity, "printed": found[1], **self.worded(piece.text[found.end() :])})

    def _signature(self, piece: _Piece) -> None:
        order = self.found.order
        before = order.get("signature", {}).get("kk", "")
        if before and is_name(piece.text) and not is_post(piece.text):
            what = "the signatory's name: personal data, left out on purpose"
            self._omit("order.signature", Omitted(before, what, piece.text))
            return
        text, omitted = without_personal(piece.text)
        for one in omitted:
            self._omit("order.signature", replace(one, after=one.after or before))
        if text:
            order["signature"] = self._clause("order.signature", f"{before} {text}".strip())

    def _omit(self, identity: str, omitted: Omitted) -> None:
        number = len(self.found.omissions) + 1
        place = {"id": f"{identity}.omitted.{number}", "after": omitted.after, "what": omitted.what}
        self.found.omissions.append(place)
        self.found.hidden.append(omitted.said)

    # -- points 1 to 8 ---------------------------------------------------------------------------------------------

    def _standard(self, pieces: Sequence[_Piece]) -> None:
        number = 0
        for piece in pieces:
            point = _POINT.match(piece.text)
            if CHAPTER.match(piece.text) and not _CARDS_HEADING.search(piece.text):
                self._chapter(piece.text)
            elif point and int(point[1]) == number + 1 <= len(POINTS):
                number += 1
                self._point(number, piece.text[point.end() :])
            elif (
                number == len(POINTS)
                and _CARDS_HEADING.search(piece.text)
                and not _SUB_POINT.match(piece.text)
            ):
                self.found.order["cards_heading"] = self._clause("chapter.3", piece.text)
            else:
                self._in_point(number, piece)
        for name, texts in self._more.items():
            whole = self.found.order[name]
            whole.update(self.worded(" ".join((whole["kk"], *texts)).strip()))

    def _chapter(self, text: str) -> None:
        found = CHAPTER.match(text)
        number = (found[1] or found[2]) if found else "0"
        self.found.order["chapters"].append(self._clause(f"chapter.{number}", text))

    def _point(self, number: int, text: str) -> None:
        name = POINTS[number - 1]
        found: Text = {"id": str(number), "printed": str(number)}
        label, colon, rest = text.partition(":")
        if name in _LABELLED and colon and len(label.split()) <= _MOST_LABEL_WORDS:
            found["label"] = label + colon
            text = rest.strip()
        self.found.order[name] = {**found, **self.worded(text)}

    def _in_point(self, number: int, piece: _Piece) -> None:
        name = POINTS[number - 1] if number else ""
        handlers = {"terms_intro": "terms", "abbreviations_intro": "abbreviations"}
        if name in handlers:
            self._term(number, handlers[name], piece)
        elif name == "activities_intro":
            self._activity(piece)
        elif name == "cards_intro":
            self._card_entry(piece)
        elif name:
            self._more.setdefault(name, []).append(piece.text)
        else:
            self._unplaced([piece])

    def _term(self, number: int, name: str, piece: _Piece) -> None:
        terms = self.found.order[name]
        found = _SUB_POINT.match(piece.text)
        text = piece.text[found.end() :] if found else piece.text
        parts = _DASH.split(text, maxsplit=1)
        if len(parts) == 1 and terms:
            terms[-1]["meaning"] = self.worded(f"{terms[-1]['meaning']['kk']} {text}".strip())
            return
        terms.append(
            {
                "id": f"{number}.{len(terms) + 1}",
                **({"printed": found[1]} if found else {}),
                "term": self.worded(parts[0]),
                "meaning": self.worded(parts[1] if len(parts) > 1 else ""),
            }
        )

    def _activity(self, piece: _Piece) -> None:
        blocks = self.found.order["activities"]
        found = _ACTIVITY.match(piece.text)
        if found is None:
            self._unplaced([piece])
            return
        if found["code"].isalpha() or not blocks:
            blocks.append({"lines": []})
        lines = blocks[-1]["lines"]
        lead = piece.text[: found.start("code")].strip()
        text = f"{lead} {found['text']}".strip()
        lines.append({"id": f"6.{len(blocks)}.{len(lines) + 1}", "code": found["code"], **self.worded(text)})

    def _card_entry(self, piece: _Piece) -> None:
        found = _SUB_POINT.match(piece.text) or _POINT.match(piece.text)
        entries = self.found.order["cards"]
        if found is None:
            self._unplaced([piece])
            return
        text = piece.text[found.end() :]
        tail = re.split(r"(?:СБШ|ОРК|[-–—])", text)
        stated = levels_of("-".join(tail[1:])) if len(tail) > 1 else []
        entries.append(
            {
                "id": f"8.{len(entries) + 1}",
                "printed": found[1],
                **self.worded(text),
                "card": len(entries),
                "levels": stated or levels_of(text[-20:]),
            }
        )

    # -- technical data --------------------------------------------------------------------------------------------

    def technical(self, rows: Sequence[Row]) -> None:
        """Everything after the last card."""
        points = self.found.order["technical"]
        for piece in (_Piece(one, row) for row in rows for cell in row.cells for one in cell):
            found = _POINT.match(piece.text)
            if CHAPTER.match(piece.text):
                self._chapter(piece.text)
            elif found:
                label, colon, rest = piece.text[found.end() :].partition(":")
                points.append(
                    {"id": found[1], "printed": found[1], "label": label + colon, **self.worded("")}
                )
                self._technical_words(points[-1], rest.strip())
            elif points:
                self._technical_words(points[-1], piece.text)
            else:
                self._unplaced([piece])

    def _technical_words(self, point: Text, text: str) -> None:
        kept, omitted = without_personal(text)
        for one in omitted:
            self._omit(point["id"], replace(one, after=one.after or point["kk"] or point["label"]))
        point.update(self.worded(f"{point['kk']} {kept}".strip()))

    def _clause(self, identity: str, text: str) -> Text:
        return {"id": identity, **self.worded(text)}

    def _unplaced(self, pieces: Sequence[_Piece]) -> None:
        self.found.doubts += [Doubt("unplaced", one.row, one.text) for one in pieces]


def _begins_standard(text: str) -> bool:
    """Is this the first line of the standard itself: its first chapter, or its point on the scope?"""
    chapter = CHAPTER.match(text)
    if chapter:
        return (chapter[1] or chapter[2]) == "1"
    point = _POINT.match(text)
    scope = re.search(r"қолданылу\s+саласы|қолдану\s+саласы|область\s+применения", text, re.IGNORECASE)
    return bool(point and point[1] == "1" and scope)


def notes_of(rows: Sequence[Row]) -> tuple[list[Row], list[tuple[str, Row]]]:
    """The rows of a card without the publisher's notes on amendments, and those notes."""
    kept: list[Row] = []
    notes: list[tuple[str, Row]] = []
    waiting: Row | None = None
    for row in rows:
        if waiting is not None:
            if speaks_of_change(row.text):
                notes.append((f"{waiting.text} {row.text}", row))
            else:
                kept += [waiting, row]
            waiting = None
        elif row.alone and _CARD_NOTE.match(row.alone) and row.alone.rstrip().endswith("!"):
            waiting = row
        elif row.alone and _CARD_NOTE.match(row.alone) and speaks_of_change(row.alone):
            notes.append((row.alone, row))
        else:
            kept.append(row)
    return [*kept, *([waiting] if waiting else [])], notes
