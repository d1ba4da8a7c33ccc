"""Readings: answers, presets, standing, and the cards and words that they name."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from socwork_standard.checks.context import Data, Part
from socwork_standard.checks.problem import Problem
from socwork_standard.checks.walk import reading_uses
from socwork_standard.data.refusals import Loc
from socwork_standard.errors import Said
from socwork_standard.model.reading import Reading, Readings


def check_readings(data: Data) -> Iterator[Problem]:
    """Everything in readings.yaml."""
    found = data.get("readings", Readings)
    if found is None:
        return
    part, readings = found
    yield from repeated(part, "D401", ("presets",), (preset.id for preset in readings.presets))
    yield from repeated(part, "D401", ("readings",), (reading.id for reading in readings.readings))
    presets = tuple(preset.id for preset in readings.presets)
    uses: dict[str, set[int]] = defaultdict(set)
    for _, card in data.cards:
        for use in reading_uses(card.rule):
            uses[use.reading].add(card.point)
    for index, reading in enumerate(readings.readings):
        loc: Loc = ("readings", index)
        yield from repeated(part, "D401", (*loc, "answers"), (answer.id for answer in reading.answers))
        yield from _presets(part, loc, reading, presets)
        yield from _standing(part, loc, reading)
        yield from _cards(data, part, loc, reading, uses[reading.id])
        for number, name in enumerate(reading.words):
            if not data.knows(name):
                yield part.problem(
                    "D406",
                    (*loc, "words", number),
                    Said("there are no words with the id {name!r}.", name=name),
                )


def repeated(part: Part, code: str, loc: Loc, names: Iterable[str]) -> Iterator[Problem]:
    """A problem for each id of a list that has stood there before."""
    seen: set[str] = set()
    for index, name in enumerate(names):
        if name in seen:
            yield part.problem(code, (*loc, index, "id"), Said("the id {name!r} stands twice.", name=name))
        seen.add(name)


def _presets(part: Part, loc: Loc, reading: Reading, presets: tuple[str, ...]) -> Iterator[Problem]:
    answers = [answer.id for answer in reading.answers]
    lacking = [preset for preset in presets if preset not in reading.presets]
    if lacking:
        yield part.problem(
            "D402",
            (*loc, "presets"),
            Said("{reading} has no answer for {listed}.", reading=reading.id, listed=", ".join(lacking)),
        )
    for preset, answer in reading.presets.items():
        if preset not in presets:
            yield part.problem(
                "D402", (*loc, "presets", preset), Said("there is no preset {preset!r}.", preset=preset)
            )
        elif answer not in answers:
            message = Said(
                "{answer!r} is no answer of {reading}; its answers are {listed}.",
                answer=answer,
                reading=reading.id,
                listed=", ".join(answers),
            )
            yield part.problem("D402", (*loc, "presets", preset), message)


def _standing(part: Part, loc: Loc, reading: Reading) -> Iterator[Problem]:
    if reading.standing == "open":
        if reading.settled is not None:
            yield part.problem(
                "D403",
                (*loc, "settled"),
                Said("{reading} is open and names a settled answer.", reading=reading.id),
            )
    elif reading.settled is None:
        yield part.problem(
            "D403", (*loc, "standing"), Said("{reading} is settled and names no answer.", reading=reading.id)
        )
    elif reading.settled not in {answer.id for answer in reading.answers}:
        yield part.problem(
            "D403",
            (*loc, "settled"),
            Said("{answer!r} is no answer of {reading}.", answer=reading.settled, reading=reading.id),
        )


def _cards(data: Data, part: Part, loc: Loc, reading: Reading, used: set[int]) -> Iterator[Problem]:
    unknown = [point for point in reading.cards if point not in data.card_points]
    if unknown:
        yield part.problem(
            "D205", (*loc, "cards"), Said("there is no card {listed}.", listed=", ".join(map(str, unknown)))
        )
        return
    readable = {card.point for _, card in data.cards}
    unreadable = data.card_points - readable
    if not used and not unreadable & set(reading.cards):
        yield part.problem("D405", (*loc, "id"), Said("no rule uses {reading}.", reading=reading.id))
    elif used != set(reading.cards) & readable:
        wanted = ", ".join(map(str, sorted(used | (unreadable & set(reading.cards)))))
        yield part.problem(
            "D404",
            (*loc, "cards"),
            Said("the cards whose rules use {reading} are {wanted}.", reading=reading.id, wanted=wanted),
        )
