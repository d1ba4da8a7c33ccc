"""Records in YAML, JSON and JSON Lines, one file or a folder of them, as entries."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from socwork_standard.data.strict_yaml import MAX_BYTES, Document, parse_yaml
from socwork_standard.errors import InputError, Said, reason
from socwork_standard.i18n import said, say
from socwork_standard.register.entries import Entry, RawFact
from socwork_standard.register.heading_words import FACTS, FIELDS, PERSON
from socwork_standard.register.problems import Problems, Spot
from socwork_standard.sheets.cells import Cell, as_cell, blank, cell_text
from socwork_standard.sheets.delimited import decode
from socwork_standard.text import has_half_letter

ENDINGS = (".yaml", ".yml", ".json", ".jsonl", ".ndjson")
_KEYS = {fact: {field.key for field in FIELDS if field.owner == fact} for fact in (PERSON, *FACTS)}
_ATTESTED = {"category": "attested_category", "on": "attested_on"}
_SHOWN = 120

Loc = tuple[str | int, ...]


class Reader:
    """Turns records into entries and notes what is no record; `read` counts everything that stood there."""

    def __init__(self, problems: Problems) -> None:
        self._problems = problems
        self.read = 0

    # -- files -------------------------------------------------------------------------------------------------------

    def folder(self, path: Path) -> Iterator[Entry]:
        """The records of every file of a folder and of those in it; a file that cannot be read is reported."""
        files = sorted(one for one in path.rglob("*") if one.suffix.lower() in ENDINGS and one.is_file())
        if not files:
            endings = ", ".join(ENDINGS)
            raise InputError(
                "the folder holds no records ({endings}).",
                str(path),
                "Give a folder of records, or one table.",
                endings=endings,
            )
        for file in files:
            name = file.relative_to(path).as_posix()
            try:
                entries = list(self.file(file.read_bytes(), name, file.suffix.lower(), sheet=name))
            except (InputError, OSError) as failure:
                self.read += 1
                line = _line_of(failure)
                self._problems.add("R207", Spot(name, line), value=name, reason=self._reason(failure))
                continue
            yield from entries

    def file(self, raw: bytes, name: str, ending: str, *, sheet: str | None = None) -> Iterator[Entry]:
        """The records of one file."""
        if ending in {".jsonl", ".ndjson"}:
            yield from self._lines(raw, name, sheet)
        elif ending == ".json" and len(raw) > MAX_BYTES:
            yield from self.document(Document(_json(raw, name), {}, name, InputError), sheet)
        else:
            yield from self.document(parse_yaml(raw, name, error=InputError), sheet)

    def _lines(self, raw: bytes, name: str, sheet: str | None) -> Iterator[Entry]:
        text, _ = decode(raw, name)
        for number, line in enumerate(text.split("\n"), 1):
            if not line.strip():
                continue
            try:
                value = json.loads(line, parse_float=str, parse_int=str, parse_constant=str)
                _check_letters(line, value)
            except (ValueError, RecursionError) as failure:
                self.read += 1
                self._problems.add(
                    "R207", Spot(sheet, number), value=line.strip()[:_SHOWN], reason=self._reason(failure)
                )
                continue
            yield from self._record(value, Document(value, {}, name, InputError), (), sheet, number)

    # -- values ------------------------------------------------------------------------------------------------------

    def document(self, document: Document, sheet: str | None) -> Iterator[Entry]:
        """The records of a parsed file: one person, a list, or `staff:` with a list."""
        value = document.value
        base: Loc = ()
        if isinstance(value, dict) and set(value) == {"staff"}:
            value, base = value["staff"], ("staff",)
        if not isinstance(value, list):
            if not isinstance(value, dict) or base:
                raise InputError(
                    "the file holds no staff record.",
                    document.where(base),
                    "Write one person, or a list of them under `staff:`.",
                )
            yield from self._record(value, document, base, sheet, document.lines.get(base))
            return
        for index, one in enumerate(value):
            loc = (*base, index)
            yield from self._record(one, document, loc, sheet, document.lines.get(loc, index + 1))

    def mappings(self, records: list[dict[str, Any]], name: str) -> Iterator[Entry]:
        """Records that a program already holds, such as the nested rows of a Parquet file."""
        yield from self.document(Document(records, {}, name, InputError), None)

    def _reason(self, failure: Exception) -> str:
        """Why it cannot be read, in the language of the problems."""
        what = str(failure)
        if isinstance(failure, InputError):
            what, _ = said(self._problems.language, failure)
        elif isinstance(failure, json.JSONDecodeError):
            what = say(self._problems.language, "this is no JSON ({reason}).", {"reason": Said(failure.msg)})
        elif isinstance(failure, RecursionError):
            what = say(self._problems.language, "the file is nested too deeply.", {})
        elif isinstance(failure, OSError):
            what = say(
                self._problems.language, "the file cannot be read ({reason}).", {"reason": reason(failure)}
            )
        return " ".join(what.split()).rstrip(".")[:_SHOWN]

    def _record(
        self,
        value: object,
        document: Document,
        loc: Loc,
        sheet: str | None,
        row: int | None,
    ) -> Iterator[Entry]:
        self.read += 1
        if not isinstance(value, Mapping):
            self._problems.add("R207", Spot(sheet, row), value=str(value)[:_SHOWN], reason="–")
            return
        identifier = value.get("id")
        shown = None if isinstance(identifier, dict | list) else cell_text(as_cell(identifier))
        entry = Entry(shown, sheet, row, whole=True)
        for key, part in value.items():
            place = Spot(sheet, document.lines.get((*loc, key), row), str(key))
            if key in FACTS:
                self._list(entry, str(key), part, document, (*loc, key), place)
            elif key == "attested" and isinstance(part, Mapping):
                for name, one in part.items():
                    self._person(entry, _ATTESTED.get(str(name)), one, place, f"attested.{name}")
            elif key != "id":
                known = str(key) if key in _KEYS[PERSON] and key != "fact" else None
                self._person(entry, known, part, place, str(key))
        yield entry

    def _person(self, entry: Entry, name: str | None, value: object, place: Spot, shown: str) -> None:
        if value is None:
            return
        if name is None:
            self._problems.add("R208", Spot(place.sheet, place.row, shown), value=shown, record=entry.id)
        elif isinstance(value, dict | list | tuple):
            self._problems.add("R210", place, value=str(value)[:_SHOWN], record=entry.id)
        else:
            entry.person[name] = (shown, as_cell(value))

    def _list(
        self, entry: Entry, fact: str, value: object, document: Document, loc: Loc, place: Spot
    ) -> None:
        if value is None:
            return
        if not isinstance(value, list | tuple):
            self._problems.add("R210", place, value=str(value)[:_SHOWN], record=entry.id)
            entry.lost.add(fact)
            return
        if not value:
            entry.none.append(fact)
        for index, one in enumerate(value):
            row = document.lines.get((*loc, index), place.row)
            column = f"{fact}[{index + 1}]"
            if not isinstance(one, Mapping):
                self._problems.add(
                    "R210", Spot(place.sheet, row, column), value=str(one)[:_SHOWN], record=entry.id
                )
                entry.lost.add(fact)
                continue
            cells: dict[str, Cell] = {}
            columns: dict[str, str] = {}
            for key, part in one.items():
                spot = Spot(place.sheet, document.lines.get((*loc, index, key), row), f"{column}.{key}")
                if key not in _KEYS[fact]:
                    self._problems.add("R208", spot, value=str(key), record=entry.id)
                elif isinstance(part, dict | list | tuple):
                    self._problems.add("R210", spot, value=str(part)[:_SHOWN], record=entry.id)
                elif not blank(as_cell(part)):
                    cells[str(key)], columns[str(key)] = as_cell(part), f"{column}.{key}"
            entry.facts.append(RawFact(fact, cells, columns, place.sheet, row))


def _check_letters(text: str, value: object) -> None:
    """Refuse half a character, which JSON can write as an escape and no file in UTF-8 can hold."""
    if "\\u" in text and has_half_letter(json.dumps(value, ensure_ascii=False)):
        raise InputError("the text holds half a character (a lone surrogate).")


def _json(raw: bytes, name: str) -> Any:  # noqa: ANN401 - JSON holds anything
    text, _ = decode(raw, name)
    try:
        value = json.loads(text, parse_float=str, parse_int=str, parse_constant=str)
        _check_letters(text, value)
    except json.JSONDecodeError as failure:
        raise InputError(
            "this is no JSON ({reason}).",
            f"{name}:{failure.lineno}",
            "Correct that line.",
            reason=Said(failure.msg),
        ) from None
    except InputError as failure:
        raise failure.at(name) from None
    except RecursionError:
        raise InputError("the file is nested too deeply.", name, "Flatten it.") from None
    return value


def _line_of(failure: Exception) -> int | None:
    line = str(getattr(failure, "where", "")).rpartition(":")[2]
    return int(line) if line.isdecimal() else None
