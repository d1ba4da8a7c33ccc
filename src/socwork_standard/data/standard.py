"""The loaded standard: its cards, order, editions, readings, defects and vocabularies, each built when first used."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any

from socwork_standard.data.parts import part_model
from socwork_standard.data.printed import PrintedWords
from socwork_standard.errors import DataError, LookupFailure
from socwork_standard.text import fold, normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from socwork_standard.data.compiled import Compiled
    from socwork_standard.model.card import Card
    from socwork_standard.model.competency import Competency
    from socwork_standard.model.crosswalk import Crosswalk
    from socwork_standard.model.defect import Defect
    from socwork_standard.model.edition import Edition, Editions, Wording
    from socwork_standard.model.order import Order
    from socwork_standard.model.reading import Reading, Readings
    from socwork_standard.model.study import StudyLengths
    from socwork_standard.model.vocabulary import Term, Vocabulary


@dataclass(frozen=True, slots=True)
class InForce:
    """What is in force for a point on a day, and which held text answers for it.

    `held` is the edition whose text is used; `actual` the edition whose wording is in force on the day (None before
    the first); `in_force` says whether they are one and the same.  `draft`: the rules of the text used are a
    program's proposals that nobody has reviewed.
    """

    in_force: bool
    held: str
    actual: str | None
    valid_from: date
    valid_to: date | None
    draft: bool = False


class Standard:
    """A professional standard as loaded from its directory."""

    def __init__(self, compiled: Compiled, location: str, *, cut: bool = False) -> None:
        self._compiled = compiled
        self._parts = compiled.parts
        self._cut = cut
        self.data_sha256: str = compiled.header["data_sha256"]
        self.location = location
        self._cards: dict[tuple[str, int], Card] = {}
        self._in_force: dict[tuple[str, date], InForce] = {}
        self._vocabularies: dict[str, Vocabulary] = {}

    def __repr__(self) -> str:
        """Code of the standard and where it was loaded from."""
        return f"<Standard {self.code} from {self.location}>"

    # -- parts ---------------------------------------------------------------------------------------------------

    def _part(self, name: str) -> Any:  # noqa: ANN401 - each part has a model of its own
        try:
            raw = self._parts[name]
        except KeyError:
            raise DataError(
                "the part {name!r} is missing.", self.location, "Restore its file.", name=name
            ) from None
        return part_model(name).model_validate_json(raw)

    @cached_property
    def editions_file(self) -> Editions:
        """editions.yaml: the editions with their days, the standard's code and names."""
        found: Editions = self._part("editions")
        return found

    @property
    def code(self) -> str:
        """Code of the standard, e.g. Q88100061 (point 5)."""
        return self.editions_file.standard

    @property
    def editions(self) -> tuple[Edition, ...]:
        """All editions, held or not, oldest first."""
        return self.editions_file.editions

    def edition(self, edition_id: str) -> Edition:
        """The edition with this id."""
        for edition in self.editions:
            if edition.id == edition_id:
                return edition
        raise LookupFailure(
            "there is no edition {edition_id!r}.",
            mend="There are: {listed}.",
            edition_id=edition_id,
            listed=", ".join(e.id for e in self.editions),
        )

    @cached_property
    def order(self) -> Order:
        """The order around the cards, in the newest text held."""
        held = [part.removesuffix("/order") for part in self._parts if part.endswith("/order")]
        if not held:
            raise DataError("no edition holds order.yaml.", self.location, "Restore the file.")
        found: Order = self._part(f"{max(held, key=self._edition_rank)}/order")
        return found

    @cached_property
    def readings(self) -> dict[str, Reading]:
        """Readings by id, in the file's order."""
        return {reading.id: reading for reading in self.readings_file.readings}

    @cached_property
    def readings_file(self) -> Readings:
        """readings.yaml with its presets."""
        found: Readings = self._part("readings")
        return found

    @cached_property
    def defects(self) -> tuple[Defect, ...]:
        """Defects of the source."""
        return self._part("defects").defects if "defects" in self._parts else ()

    @cached_property
    def competencies(self) -> dict[str, Competency]:
        """Competencies by slug; `items` are those of the newest texts held, empty where none prints it any more."""
        if "competencies" not in self._parts:
            return {}
        listed: tuple[Competency, ...] = self._part("competencies").competencies
        if not self._cut and all(len(editions) == 1 for editions in self._card_parts.values()):
            return {one.id: one for one in listed}
        return {one.id: self._texts.listed(one) for one in listed}

    @cached_property
    def _texts(self) -> PrintedWords:
        """What the texts held print of each competency."""
        return PrintedWords(self.cards, self.editions[-1].id, self.cards_of)

    def still_printed(self, competency: str, edition_id: str) -> bool:
        """Do the newest texts held still print a competency in all the words that an edition printed it in?

        No where there is no such edition, or it printed nothing of the competency.
        """
        return edition_id in {e.id for e in self.editions} and self._texts.still(competency, edition_id)

    @cached_property
    def study_lengths(self) -> StudyLengths:
        """study-lengths.yaml: assumed lengths of study, which the order does not give."""
        found: StudyLengths = self._part("study-lengths")
        return found

    @property
    def vocabulary_names(self) -> tuple[str, ...]:
        """Names of the vocabularies held, without `values`."""
        prefix = "vocabulary/"
        return tuple(
            p.removeprefix(prefix) for p in self._parts if p.startswith(prefix) and p != "vocabulary/values"
        )

    def vocabulary(self, name: str) -> Vocabulary:
        """The vocabulary of this name, e.g. `specialities`."""
        if name not in self._vocabularies:
            if f"vocabulary/{name}" not in self._parts:
                raise LookupFailure(
                    "there is no vocabulary {name!r}.",
                    mend="There are: {listed}.",
                    name=name,
                    listed=", ".join(self.vocabulary_names),
                )
            self._vocabularies[name] = self._part(f"vocabulary/{name}")
        return self._vocabularies[name]

    @cached_property
    def crosswalks(self) -> dict[str, Crosswalk]:
        """Crosswalks with other classifications, by name, e.g. `isco08`."""
        prefix = "crosswalk/"
        return {p.removeprefix(prefix): self._part(p) for p in self._parts if p.startswith(prefix)}

    def terms(self, name: str) -> dict[str, Term]:
        """Terms of a vocabulary by id."""
        return {term.id: term for term in self.vocabulary(name).entries}

    @cached_property
    def values(self) -> dict[str, tuple[Term, ...]]:
        """Words for the values of record fields, by field."""
        return {group.id: group.entries for group in self._part("vocabulary/values").groups}

    # -- editions and days ---------------------------------------------------------------------------------------

    def _wordings(self, point: str) -> Iterator[tuple[Edition, Wording]]:
        for edition in self.editions:
            for wording in edition.wordings:
                if point in wording.points:
                    yield edition, wording

    def in_force(self, point: int | str, day: date | None = None) -> InForce:
        """What is in force for `point` on `day` (today where absent).

        The held text is the newest one valid from a day on or before `day`; before the first day, the first.
        """
        key = (str(point), day or date.today())  # noqa: DTZ011 - the day at the user's place is meant
        if key not in self._in_force:
            self._in_force[key] = self._find_in_force(*key)
        return self._in_force[key]

    def _find_in_force(self, point: str, day: date) -> InForce:
        wordings = sorted(self._wordings(point), key=lambda pair: pair[1].valid_from)
        if not wordings:
            raise LookupFailure(
                "no edition words point {point}.",
                mend="Ask for a point that editions.yaml names.",
                point=point,
            )
        actual = next(
            (e for e, w in wordings if w.valid_from <= day and (w.valid_to is None or day <= w.valid_to)),
            None,
        )
        held = [(e, w) for e, w in wordings if e.held]
        if not held:
            raise LookupFailure(
                "the text of point {point} is not held in any edition.", mend="Add an edition.", point=point
            )
        edition, wording = next(((e, w) for e, w in reversed(held) if w.valid_from <= day), held[0])
        return InForce(
            in_force=actual is not None and actual.id == edition.id,
            held=edition.id,
            actual=actual.id if actual else None,
            valid_from=wording.valid_from,
            valid_to=wording.valid_to,
            draft=edition.draft,
        )

    def next_change(self, point: int | str, day: date) -> date | None:
        """The first day after `day` on which the wording in force for `point` changes."""
        changes = sorted(
            change
            for _, wording in self._wordings(str(point))
            for change in (wording.valid_from, wording.valid_to and wording.valid_to + timedelta(days=1))
            if change is not None and change > day
        )
        return changes[0] if changes else None

    def next_text(self, point: int | str, day: date) -> date | None:
        """The first day after `day` from which another held text of `point` is used."""
        starts = sorted(wording.valid_from for edition, wording in self._wordings(str(point)) if edition.held)
        return next((start for start in starts[1:] if start > day), None)

    def until(self, edition_id: str) -> Standard:
        """This standard as it was before any edition after the one named was held.

        Raises `LookupFailure` where there is no such edition, or its text is not held.
        """
        if not self.edition(edition_id).held:
            raise LookupFailure(
                "the text of edition {edition_id!r} is not held.",
                mend="There are: {listed}.",
                edition_id=edition_id,
                listed=", ".join(one.id for one in self.editions if one.held),
            )
        later = {one.id for one in self.editions[self._edition_rank(edition_id) + 1 :]}
        held = [one.model_copy(update={"held": False}) if one.id in later else one for one in self.editions]
        editions = self.editions_file.model_copy(update={"editions": tuple(held)})
        kept = {name: raw for name, raw in self._parts.items() if name.partition("/")[0] not in later}
        return Standard(self._compiled.with_parts(kept, editions), self.location, cut=True)

    # -- cards ---------------------------------------------------------------------------------------------------

    @cached_property
    def _card_parts(self) -> dict[int, dict[str, str]]:
        """Point → edition → part name."""
        found: dict[int, dict[str, str]] = {}
        for part in self._parts:
            edition, _, name = part.partition("/card/")
            if name:
                found.setdefault(int(name.partition("-")[0]), {})[edition] = part
        return dict(sorted(found.items()))

    @property
    def points(self) -> tuple[int, ...]:
        """Numbers of the cards held."""
        return tuple(self._card_parts)

    @property
    def cards(self) -> tuple[Card, ...]:
        """Every card, in the newest text held."""
        return tuple(self._card(point, self.newest_edition_of(point)) for point in self.points)

    def cards_on(self, day: date | None = None) -> tuple[Card, ...]:
        """Every card, in the text held for a day (today where absent)."""
        return tuple(self.card(point, day) for point in self.points)

    def cards_of(self, edition_id: str) -> tuple[Card, ...]:
        """Every card in the newest text of this edition or of one before it; cards that came later are left out."""
        last = self._edition_rank(edition_id)
        held = {
            p: [e for e in texts if self._edition_rank(e) <= last] for p, texts in self._card_parts.items()
        }
        return tuple(self._card(p, max(of, key=self._edition_rank)) for p, of in held.items() if of)

    def newest_edition_of(self, point: int) -> str:
        """The newest edition that holds a text of a card."""
        return max(self._card_parts[point], key=self._edition_rank)

    def texts_of(self, point: int) -> tuple[Card, ...]:
        """Every text held of a card, oldest edition first."""
        editions = sorted(self._card_parts[point], key=self._edition_rank)
        return tuple(self._card(point, edition) for edition in editions)

    def _edition_rank(self, edition_id: str) -> int:
        return [edition.id for edition in self.editions].index(edition_id)

    def _card(self, point: int, edition_id: str) -> Card:
        key = (edition_id, point)
        if key not in self._cards:
            self._cards[key] = self._part(self._card_parts[point][edition_id])
        return self._cards[key]

    def card(self, key: int | str, on: date | None = None) -> Card:
        """The card with this number, slug, occupation code or name, in the text held for the day `on`.

        Other possible names and their codes are tried only where nothing else matches; several matches are an
        error that lists them.
        """
        point = self._point(key)
        edition = self.in_force(point, on).held
        if edition not in self._card_parts[point]:
            raise DataError(
                "editions.yaml says that edition {edition} holds point {point}, but its card file is missing.",
                self.location,
                "Restore the file, or correct editions.yaml.",
                edition=edition,
                point=point,
            )
        return self._card(point, edition)

    def card_of(self, point: int, edition_id: str) -> Card:
        """The card of a point in the text of one edition."""
        if edition_id not in self._card_parts.get(point, {}):
            raise LookupFailure(
                "edition {edition_id!r} holds no card {point}.",
                mend="Ask for another edition.",
                edition_id=edition_id,
                point=point,
            )
        return self._card(point, edition_id)

    def _point(self, key: int | str) -> int:
        text = str(key).strip()
        if text.isdecimal() and int(text) in self._card_parts:
            return int(text)
        wanted = normalise(text)
        slugs = {self._slug(point): point for point in self._card_parts}
        if text in slugs:
            return slugs[text]
        for names in (_own_names, _other_names):
            for form in (normalise, fold):
                matches = [c.point for c in self.cards if form(wanted) in {form(name) for name in names(c)}]
                if len(matches) == 1:
                    return matches[0]
                if matches:
                    listed = ", ".join(f"{point} {self._slug(point)}" for point in matches)
                    raise LookupFailure(
                        "{text!r} names several cards: {listed}.",
                        mend="Give the number of one.",
                        text=text,
                        listed=listed,
                    )
        listed = ", ".join(f"{point} {self._slug(point)}" for point in self.points)
        raise LookupFailure(
            "there is no card {text!r}.", mend="There are: {listed}.", text=text, listed=listed
        )

    def _slug(self, point: int) -> str:
        """The slug of a card, read from the name of its file."""
        part = next(iter(self._card_parts[point].values()))
        return part.rpartition("/")[2].partition("-")[2]


def _own_names(card: Card) -> Iterator[str]:
    yield card.slug
    yield card.occupation_code.kk
    yield from (name for name in (card.name.kk, card.name.ru, card.name.en) if name)


def _other_names(card: Card) -> Iterator[str]:
    for entry in card.other_names.entries:
        if entry.code:
            yield entry.code
        yield from (name for name in (other_name(entry.kk), entry.ru, entry.en) if name)


def other_name(printed: str) -> str:
    """The name inside a printed entry such as `5320-2-003 - жеке күтім …;`."""
    head, _, tail = printed.partition(" ")
    name = tail.lstrip("-–— ") if head[:1].isdigit() and "-" in head else printed
    return name.strip(" .,;")
