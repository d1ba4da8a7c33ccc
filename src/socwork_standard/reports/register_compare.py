"""What changed between two registers: on a page, as plain data, and as sheets of a workbook."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from socwork_standard.model.decision import Status
from socwork_standard.register.compare import Change, Comparison, ReadingChange
from socwork_standard.register.differences import FactChange
from socwork_standard.register.heading_words import FIELDS
from socwork_standard.register.result import RegisterResult
from socwork_standard.register.summary import summary
from socwork_standard.reports.decision import STATUS_SIGNS, STATUS_TONES, Words
from socwork_standard.reports.page import Page, Table
from socwork_standard.reports.register_words import TONES, RegisterWords
from socwork_standard.sheets.report import Column, Line, Sheet

SHOWN = 40
"""At most so many changes and people stand on a page; a workbook and JSON hold all."""


class CompareReport:
    """Words a comparison."""

    def __init__(self, found: Comparison, words: Words) -> None:
        self._found = found
        self._words = words
        self._say = words.say
        self._labels = {(one.owner, one.key): one.label(words.language) for one in FIELDS}

    # -- words ----------------------------------------------------------------------------------------------------

    def _status(self, status: Status | None, *, sign: bool = False) -> str:
        if status is None:
            return self._say("registers.not_asked")
        return self._words.status(status) if sign else self._say(f"status.{status}")

    def _category(self, category: str) -> str:
        return "–" if category == "none" else self._say(f"category.{category}")

    def _side(self, key: str, result: RegisterResult) -> str:
        policy = result.question.policy
        parts = [] if policy is None else [f"{name}: {answer}" for name, answer in policy.readings.items()]
        if policy is not None and policy.preset:
            parts.insert(0, self._words.preset(policy.preset))
        shown = ", ".join(parts) or self._say("registers.no_policy")
        source = result.register.source or "–"
        return self._say(key, source=source, day=result.question.as_of.isoformat(), policy=shown)

    def _loud(self) -> tuple[str, ...]:
        """What must not be overlooked on either side: wordings that are not in force."""
        sides = (RegisterWords(result, self._words).loud() for result in (self._found.old, self._found.new))
        return tuple(dict.fromkeys(line for lines in sides for line in lines))

    def _causes(self, one: Change) -> str:
        causes = ", ".join(self._say(f"registers.cause.{cause}") for cause in one.causes) or "–"
        return self._say("registers.together" if one.together else "registers.because", causes=causes)

    def _fact(self, one: FactChange) -> str:
        fact = self._say(f"registers.fact.{one.fact}")
        if one.field is not None:
            name = self._labels.get(("person", one.field), one.field) if one.fact == "person" else ""
            pair = f"{self._value(one.old)} → {self._value(one.new)}"
            entry = f"{name}: {pair}" if name else pair
        elif one.old is None or one.new is None:
            entry = self._value(one.new or one.old)
        else:
            entry = "; ".join(
                self._say(
                    "registers.value",
                    field=self._labels.get((one.fact, key), key),
                    old=self._value(one.old.get(key)),
                    new=self._value(one.new.get(key)),
                )
                for key in dict.fromkeys((*one.old, *one.new))
                if one.old.get(key) != one.new.get(key)
            )
            kept = [str(value) for key, value in one.old.items() if one.new.get(key) == value]
            entry = f"{', '.join(kept)} – {entry}" if kept else entry
        return self._say(f"registers.fact.{one.kind}", fact=fact, entry=entry)

    def _value(self, value: Any) -> str:  # noqa: ANN401 - whatever a record holds
        if value is None:
            return self._say("registers.unknown")
        if isinstance(value, bool):
            return self._say("staff.yes" if value else "staff.no").lower()
        if isinstance(value, Mapping):
            return ", ".join(self._value(one) for one in value.values() if one is not None)
        if isinstance(value, list):
            return " | ".join(self._value(one) for one in value) or self._say("registers.nothing")
        return str(value)

    def _reading(self, one: ReadingChange) -> str:
        question = self._words.readings[one.reading].question.text(self._words.language)
        old, new = (
            self._say("registers.open") if answer is None else self._words.answer(one.reading, answer)
            for answer in (one.old, one.new)
        )
        return self._say("registers.reading", question=question, old=old, new=new)

    def _others(self, one: Change) -> list[str]:
        found = [self._reading(reading) for reading in one.readings]
        if one.editions is not None:
            found.append(self._say("registers.edition", old=one.editions[0], new=one.editions[1]))
        return found

    def _figures(self) -> list[tuple[str, int]]:
        found = self._found
        return [
            ("people", found.same_people),
            ("added", len(found.added)),
            ("removed", len(found.removed)),
            ("not_compared", len(found.not_compared)),
            ("same", found.same_verdicts),
            ("changed", len(found.changes)),
        ]

    def _moves(self) -> list[tuple[str, str, int]]:
        order = (*STATUS_SIGNS, None)
        moves = sorted(
            self._found.moves.items(), key=lambda pair: (order.index(pair[0][0]), order.index(pair[0][1]))
        )
        return [(self._status(old), self._status(new), count) for (old, new), count in moves]

    def _people(self) -> list[tuple[str, str]]:
        """Everybody who stands on one side only, or was not compared, with which of these it is."""
        found = self._found
        groups = (("added", found.added), ("removed", found.removed), ("not_compared", found.not_compared))
        return [(name, self._say(f"registers.who.{what}")) for what, names in groups for name in names]

    # -- a page ---------------------------------------------------------------------------------------------------

    def page(self) -> Page:
        """The figures, then each change with its reasons."""
        page, found = Page(), self._found
        page.heading(self._say("registers.title"), 1)
        for line in self._loud():
            page.paragraph(line, "loud")
        for key, result in (("registers.old", found.old), ("registers.new", found.new)):
            page.entry(self._side(key, result))
        for key, count in self._figures():
            page.entry(self._say(f"registers.{key}", n=count))
        if found.changes:
            self._on_page(page)
        else:
            page.paragraph(self._say("registers.none"))
        people = self._people()
        if people:
            page.heading(self._say("registers.sheet.people"))
            headings = (self._say("staff.column.record"), self._say("registers.column.what"))
            page.add(Table(headings, tuple(people[:SHOWN])))
            self._rest(page, len(people))
        return page

    def _on_page(self, page: Page) -> None:
        page.heading(self._say("registers.moves"))
        headings = tuple(
            self._say(key) for key in ("registers.column.old", "registers.column.new", "staff.column.number")
        )
        page.add(Table(headings, tuple((old, new, str(count)) for old, new, count in self._moves())))
        page.heading(self._say("registers.each"))
        for one in self._found.changes[:SHOWN]:
            card = f"{one.card} {self._words.titles[one.card]}"
            if one.category != "none":
                card = f"{card}, {self._category(one.category)}"
            moved = f"{self._status(one.old, sign=True)} → {self._status(one.new, sign=True)}"
            lines = [self._causes(one), *map(self._fact, one.facts), *self._others(one)]
            tone = STATUS_TONES[one.new] if one.new else "quiet"
            page.entry(f"{one.record}, {card}: {moved}", "", tone, 0, *lines)
        self._rest(page, len(self._found.changes))

    def _rest(self, page: Page, count: int) -> None:
        if count > SHOWN:
            page.paragraph(self._say("registers.more", n=count - SHOWN), "quiet")

    # -- a workbook -----------------------------------------------------------------------------------------------

    def sheets(self) -> list[Sheet]:
        """The changes, the people of one side only, and the figures."""
        return [self._changes_sheet(), self._people_sheet(), self._summary_sheet()]

    def _changes_sheet(self) -> Sheet:
        def staff(name: str, width: int, *, wrap: bool = False) -> Column:
            return Column(self._say(f"staff.column.{name}"), width, wrap=wrap)

        def own(name: str, width: int) -> Column:
            return Column(self._say(f"registers.column.{name}"), width, wrap=True)

        columns = (
            staff("record", 12),
            staff("unit", 18, wrap=True),
            staff("card", 10),
            staff("profession", 30, wrap=True),
            staff("category", 16, wrap=True),
            own("old", 19),
            own("new", 19),
            own("old_from", 15),
            own("new_from", 15),
            own("causes", 30),
            own("facts", 60),
            own("readings", 60),
        )
        rows = (self._line(one) for one in self._found.changes)
        name, size = self._say("registers.sheet.changes"), len(self._found.changes)
        return Sheet(name, columns, rows, size, loud=self._loud(), toned=6)

    def _line(self, one: Change) -> Line:
        cells = (
            one.record,
            one.unit,
            one.card,
            self._words.titles[one.card],
            self._category(one.category),
            self._status(one.old),
            self._status(one.new),
            one.old_from,
            one.new_from,
            self._causes(one),
            _lines(map(self._fact, one.facts)),
            _lines(self._others(one)),
        )
        return Line(cells, TONES[one.new] if one.new else "")

    def _people_sheet(self) -> Sheet:
        people = self._people()
        columns = (
            Column(self._say("staff.column.record"), 20),
            Column(self._say("registers.column.what"), 30),
        )
        rows = (Line(pair) for pair in people)
        return Sheet(self._say("registers.sheet.people"), columns, rows, len(people))

    def _summary_sheet(self) -> Sheet:
        columns = (
            Column(self._say("staff.column.figure"), 70, wrap=True),
            Column(self._say("staff.column.number"), 12, align="left"),
        )
        lines = [
            Line((self._say(f"registers.{key}", n=count).partition(":")[0], count))
            for key, count in self._figures()
        ]
        lines.extend(Line((f"{old} → {new}", count)) for old, new, count in self._moves())
        quiet = (self._side("registers.old", self._found.old), self._side("registers.new", self._found.new))
        return Sheet(self._say("registers.sheet.summary"), columns, lines, len(lines), quiet=quiet)


def _lines(texts: Iterable[str]) -> str | None:
    return "\n".join(texts) or None


def comparison_data(found: Comparison) -> dict[str, Any]:
    """A comparison as plain data."""
    return {
        "format": 1,
        "old": summary(found.old),
        "new": summary(found.new),
        "added": list(found.added),
        "removed": list(found.removed),
        "not_compared": list(found.not_compared),
        "people_in_both": found.same_people,
        "same_verdicts": found.same_verdicts,
        "changes": [_change_data(one) for one in found.changes],
    }


def _change_data(one: Change) -> dict[str, Any]:
    return {
        **asdict(one),
        "old_from": one.old_from.isoformat() if one.old_from else None,
        "new_from": one.new_from.isoformat() if one.new_from else None,
    }
