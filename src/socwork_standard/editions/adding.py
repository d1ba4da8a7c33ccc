"""Adding an edition as data: a copy of a standard directory with the new texts, in force from their day.

What was in force for the same points ends the day before.  Nothing is written unless the whole is sound.
"""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from socwork_standard.checks.validate import Problem, validate_data
from socwork_standard.checks.walk import unreviewed
from socwork_standard.data.locate import data_directory
from socwork_standard.data.strict_yaml import read_yaml
from socwork_standard.editions.texts import NewTexts
from socwork_standard.editions.yaml_files import inline, load, merge, save
from socwork_standard.errors import InputError, reason
from socwork_standard.model.edition import Edition, Editions, Wording

EDITIONS = "editions.yaml"
COMPETENCIES = "competencies.yaml"
ACTS = "vocabularies/legal-acts.yaml"


@dataclass(frozen=True, slots=True)
class NewEdition:
    """What is said of an edition that is to be added.

    `points` are those that it words; where there are none, the points of its cards.  `act` is an entry of the
    vocabulary of legal acts, and `adopted` its day; both may be absent where the edition is in editions.yaml already.
    """

    id: str
    valid_from: date
    points: tuple[str, ...] = ()
    act: str | None = None
    adopted: date | None = None


@dataclass(frozen=True, slots=True)
class Ended:
    """A wording that ends because the new one begins."""

    edition: str
    points: tuple[str, ...]
    last_day: date


@dataclass(frozen=True, slots=True)
class Added:
    """What adding an edition did; where a problem is an error, nothing was written and `directory` is None."""

    edition: str
    valid_from: date
    points: tuple[str, ...]
    ended: tuple[Ended, ...]
    new_competencies: tuple[str, ...]
    problems: tuple[Problem, ...]
    directory: Path | None

    @property
    def sound(self) -> bool:
        """Is the data with the new edition free of errors?"""
        return not any(one.severity == "error" for one in self.problems)

    def as_dict(self) -> dict[str, Any]:
        """The result as plain data."""
        return {
            "edition": self.edition,
            "valid_from": self.valid_from.isoformat(),
            "points": list(self.points),
            "ended": [
                {"edition": one.edition, "points": list(one.points), "last_day": one.last_day.isoformat()}
                for one in self.ended
            ],
            "new_competencies": list(self.new_competencies),
            "problems": [one.as_dict() for one in self.problems],
            "directory": str(self.directory) if self.directory else None,
        }


def add_edition(
    texts: Sequence[str | Path],
    new: NewEdition,
    target: str | Path | None = None,
    *,
    data: str | Path | None = None,
) -> Added:
    """Add an edition to a copy of a standard directory.

    `texts` is a folder (its cards, and whatever else of a standard directory the edition changes) or card files.
    `target` is the folder that is made; without it the edition is only tried.  `data` is the directory to copy; that
    in use where absent.  Raises `InputError` where the texts, the edition or the target cannot be used.
    """
    source = data_directory(data)
    goal = None if target is None else Path(target)
    if goal is not None and goal.exists():
        raise InputError("the folder exists already.", str(goal), "Name a folder that is not there yet.")
    given = NewTexts(texts)
    with TemporaryDirectory(prefix="socwork-edition-") as place:
        copy = Path(place) / "data"
        shutil.copytree(source, copy)
        work = _Adding(copy, given, new)
        work.run()
        problems = tuple(validate_data(copy))
        sound = not any(one.severity == "error" for one in problems)
        if goal is not None and sound:
            _move(copy, goal)
        return Added(
            new.id,
            new.valid_from,
            work.points,
            tuple(work.ended),
            tuple(work.new_competencies),
            problems,
            goal if sound else None,
        )


def _move(copy: Path, goal: Path) -> None:
    try:
        shutil.copytree(copy, goal)
    except OSError as failure:
        raise InputError(
            "the folder cannot be made ({reason}).",
            str(goal),
            "Check the path and its permissions.",
            reason=reason(failure),
        ) from None


class _Adding:
    """Changes a copy of a standard directory."""

    def __init__(self, directory: Path, given: NewTexts, new: NewEdition) -> None:
        self._directory = directory
        self._given = given
        self._new = new
        cards = tuple(str(card.point) for card in given.cards.values())
        self._known = read_yaml(directory / EDITIONS).build(Editions)
        self._filled = next((one for one in self._known.editions if one.id == new.id), None)
        if self._filled is not None:
            self._may_be_filled(self._filled)
        self.points = new.points or self._points_of(cards)
        self.ended: list[Ended] = []
        self.new_competencies: list[str] = []
        missing = [point for point in cards if point not in self.points]
        if missing:
            raise InputError(
                "the cards {listed} are given, but the edition does not word these points.",
                "--points",
                "Name them too, or leave the cards out.",
                listed=", ".join(missing),
            )

    def run(self) -> None:
        """Put everything in its place."""
        self._merge_tables()
        self._write_texts()
        self._list_items()
        self._write_editions()

    # -- texts ----------------------------------------------------------------------------------------------------

    def _write_texts(self) -> None:
        folder = self._directory / "editions" / self._new.id
        (folder / "cards").mkdir(parents=True, exist_ok=True)
        for path, card in self._given.cards.items():
            shutil.copyfile(path, folder / "cards" / f"{card.point:02d}-{card.slug}.yaml")
        if self._given.order is not None:
            shutil.copyfile(self._given.order, folder / "order.yaml")

    def _merge_tables(self) -> None:
        for name, path in self._given.tables.items():
            goal = self._directory / name
            if not goal.is_file():
                goal.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, goal)
                continue
            content, more = load(goal), load(path)
            if name == COMPETENCIES:
                known = {one["id"] for one in content["competencies"]}
                added = [one["id"] for one in more.get("competencies") or () if one["id"] not in known]
                self.new_competencies.extend(added)
                _keep_items(content, more)
            merge(content, more)
            save(goal, content)

    def _list_items(self) -> None:
        """Every competency lists the items of the new cards that print it."""
        path = self._directory / COMPETENCIES
        if not path.is_file():
            return
        content = load(path)
        known = {str(one["id"]): one for one in content["competencies"]}
        changed = False
        for card in self._given.cards.values():
            for item in card.items():
                for name in (item.competency, *item.also):
                    one = known.get(name or "")
                    if one is not None and item.id not in one["items"]:
                        one["items"] = inline([*one["items"], item.id])
                        changed = True
        if changed:
            save(path, content)

    def _may_be_filled(self, edition: Edition) -> None:
        """An edition that is listed without its text must not be held yet, and begin on the day given."""
        if edition.held:
            raise InputError(
                "the text of edition {edition} is held already.",
                "--id",
                "Give the new edition another id.",
                edition=edition.id,
            )
        begins = sorted({one.valid_from for one in edition.wordings})
        if self._new.valid_from not in begins:
            raise InputError(
                "edition {edition} is in force from {days}, not from {day}.",
                "--valid-from",
                "Give the day that editions.yaml has, or correct it there.",
                edition=edition.id,
                days=", ".join(map(str, begins)),
                day=self._new.valid_from,
            )

    # -- editions.yaml --------------------------------------------------------------------------------------------

    def _points_of(self, cards: tuple[str, ...]) -> tuple[str, ...]:
        """The points of an edition that is listed and not held yet, else those of the cards."""
        if self._filled is None:
            return cards
        return tuple(
            point
            for wording in self._filled.wordings
            if wording.valid_from == self._new.valid_from
            for point in wording.points
        )

    def _write_editions(self) -> None:
        path = self._directory / EDITIONS
        content = load(path)
        for entry, edition in zip(content["editions"], self._known.editions, strict=True):
            if edition is self._filled:
                continue
            wordings = [part for wording in edition.wordings for part in self._cut(edition, wording)]
            if wordings != list(edition.wordings):
                entry["wordings"] = [_plain(one) for one in wordings]
        if self._filled is not None:
            own = content["editions"][self._known.editions.index(self._filled)]
            own["held"] = True  # written as true
        else:
            own = self._entry()
            content["editions"].append(own)
            content["editions"].sort(key=lambda one: str(one["adopted"]))
        if any(True for card in self._given.cards.values() for _ in unreviewed(card.rule)):
            own["draft"] = True
        save(path, content)

    def _cut(self, edition: Edition, wording: Wording) -> Iterator[Wording]:
        """What is left of a wording beside the new one: the same, or two, of which one ends the day before."""
        new = self._new
        touched = tuple(point for point in wording.points if point in self.points)
        over = wording.valid_to is not None and wording.valid_to < new.valid_from
        if not touched or over or wording.valid_from > new.valid_from:
            yield wording
        elif wording.valid_from == new.valid_from:
            raise InputError(
                "edition {edition} words points {listed} from the same day, {day}.",
                "--valid-from",
                "Give another day; if this is its text, give --id {edition}.",
                edition=edition.id,
                listed=", ".join(touched),
                day=new.valid_from,
            )
        else:
            rest = tuple(point for point in wording.points if point not in touched)
            last = new.valid_from - timedelta(days=1)
            if rest:
                yield wording.model_copy(update={"points": rest})
            yield Wording(points=touched, valid_from=wording.valid_from, valid_to=last, replaced_by=new.id)
            self.ended.append(Ended(edition.id, touched, last))

    def _entry(self) -> dict[str, Any]:
        new = self._new
        if new.act is None or new.adopted is None:
            raise InputError(
                "edition {edition} is new: its act and the day of its adoption are not known.",
                "--act" if new.act is None else "--adopted",
                "Give --act (an entry of legal-acts.yaml) and --adopted.",
                edition=new.id,
            )
        names = next((one for one in load(self._directory / ACTS)["entries"] if one["id"] == new.act), None)
        if names is None:
            raise InputError(
                "legal-acts has no act {act!r}.",
                "--act",
                "Add it: put vocabularies/legal-acts.yaml with this entry into the folder.",
                act=new.act,
            )
        until = self._until()
        wording = Wording(
            points=self.points, valid_from=new.valid_from, valid_to=until[0], replaced_by=until[1]
        )
        return {
            "id": new.id,
            "act": new.act,
            "adopted": new.adopted,
            "title": {language: str(names[language]) for language in ("kk", "ru", "en")},
            "held": True,
            "wordings": [_plain(wording)],
        }

    def _until(self) -> tuple[date | None, str | None]:
        """The last day of the new wording and what follows, where editions.yaml has a later wording of its points."""
        later = [
            (wording.valid_from, edition.id, set(wording.points))
            for edition in self._known.editions
            for wording in edition.wordings
            if wording.valid_from > self._new.valid_from and set(wording.points) & set(self.points)
        ]
        if not later:
            return None, None
        first, follower, points = min(later, key=lambda one: one[0])
        if not set(self.points) <= points:
            raise InputError(
                "edition {edition} words only some of these points from {day} on.",
                "--points",
                "Add the points that it words and the others as two editions.",
                edition=follower,
                day=first,
            )
        return first - timedelta(days=1), follower


def _keep_items(content: Any, more: Any) -> None:  # noqa: ANN401 - files of ruamel.yaml
    """A competency that is given again keeps the items that it lists."""
    known = {one["id"]: one for one in content["competencies"]}
    for one in more.get("competencies") or ():
        listed = list(known[one["id"]]["items"]) if one["id"] in known else []
        one["items"] = inline(list(dict.fromkeys((*listed, *one.get("items", ())))))


def _plain(wording: Wording) -> dict[str, Any]:
    """A wording as editions.yaml writes it."""
    points = inline([_number(one) for one in wording.points])
    plain: dict[str, Any] = {"points": points, "valid_from": wording.valid_from}
    if wording.valid_to is not None:
        plain["valid_to"] = wording.valid_to
    if wording.replaced_by is not None:
        plain["replaced_by"] = wording.replaced_by
    return plain


def _number(point: str) -> int | float | str:
    """A point without quotes where YAML reads it back as it is: 13, 3.9, but not 3.10."""
    if point.isdecimal():
        return int(point)
    whole, _, part = point.partition(".")
    plain = whole.isdecimal() and part.isdecimal() and not part.endswith("0")
    return float(point) if plain else point


__all__ = ["Added", "Ended", "NewEdition", "add_edition"]
