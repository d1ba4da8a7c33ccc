"""Which answers are chosen for the readings, and what the open ones change."""

from collections.abc import Callable, Iterable, Mapping
from itertools import combinations, product
from typing import Any

from socwork_standard.eligibility.evaluate import STATUSES, Status
from socwork_standard.eligibility.tree import CompiledRule
from socwork_standard.errors import InputError
from socwork_standard.model.policy import Policy
from socwork_standard.model.reading import Preset, Reading

MOST_SETTLES = 6
"""At most so many smallest sets of choices are listed."""


def policy_choices(
    policy: Policy | None, readings: Mapping[str, Reading], presets: Iterable[Preset]
) -> dict[str, str]:
    """The answers that a policy chooses; raises `InputError` for a reading, answer or preset that does not exist."""
    if policy is None:
        return {}
    names = [preset.id for preset in presets]
    if policy.preset is not None and policy.preset not in names:
        raise InputError(
            "there is no preset {preset!r}.",
            "policy",
            "Use one of: {listed}.",
            preset=policy.preset,
            listed=", ".join(names),
        )
    chosen = {r.id: r.presets[policy.preset] for r in readings.values()} if policy.preset else {}
    for reading_id, answer in policy.readings.items():
        reading = readings.get(reading_id)
        if reading is None:
            raise InputError(
                "there is no reading {reading_id!r}.",
                "policy",
                "There are: {listed}.",
                reading_id=reading_id,
                listed=", ".join(readings),
            )
        answers = [one.id for one in reading.answers]
        if answer not in answers:
            raise InputError(
                "{answer!r} is no answer to the reading {reading_id!r}.",
                "policy",
                "Use one of: {listed}.",
                answer=answer,
                reading_id=reading_id,
                listed=", ".join(answers),
            )
        chosen[reading_id] = answer
    return chosen


def with_settled(chosen: Mapping[str, str], readings: Mapping[str, Reading]) -> dict[str, str]:
    """The chosen answers, and the settled ones where nothing was chosen."""
    settled = {r.id: r.settled for r in readings.values() if r.standing == "settled" and r.settled}
    return {**settled, **chosen}


def with_preset(preset: str, policy: Policy | None, readings: Mapping[str, Reading]) -> dict[str, str]:
    """The answers of a preset, overturned where the policy chose by name."""
    return {**{r.id: r.presets[preset] for r in readings.values()}, **(policy.readings if policy else {})}


def disputed(
    rule: CompiledRule, readings: Mapping[str, Reading], status_with: Callable[[dict[str, str]], Status]
) -> tuple[list[dict[str, Any]], list[dict[str, str]]]:
    """The `contested` and `settles` of a decision, from the status under every combination of open answers."""
    names = rule.open_readings
    answers = [[answer.id for answer in readings[name].answers] for name in names]
    table = {combo: status_with(dict(zip(names, combo, strict=True))) for combo in product(*answers)}
    mattering = [index for index in range(len(names)) if _matters(table, index)]
    contested = [
        {
            "reading": names[index],
            "outcomes": {
                answer: _reachable(status for combo, status in table.items() if combo[index] == answer)
                for answer in answers[index]
            },
        }
        for index in mattering
    ]
    return contested, _settles(table, names, mattering)


def _matters(table: Mapping[tuple[str, ...], Status], index: int) -> bool:
    by_rest: dict[tuple[str, ...], Status] = {}
    for combo, status in table.items():
        rest = combo[:index] + combo[index + 1 :]
        if by_rest.setdefault(rest, status) != status:
            return True
    return False


def _reachable(statuses: Iterable[Status]) -> list[Status]:
    found = set(statuses)
    return [status for status in STATUSES if status in found]


def _settles(
    table: Mapping[tuple[str, ...], Status], names: tuple[str, ...], mattering: list[int]
) -> list[dict[str, str]]:
    """The smallest choices that give a yes whatever the other open readings are answered."""
    found: list[dict[str, str]] = []
    for size in range(1, len(mattering) + 1):
        for indexes in combinations(mattering, size):
            for answers in sorted({tuple(combo[i] for i in indexes) for combo in table}):
                choice = {names[i]: answer for i, answer in zip(indexes, answers, strict=True)}
                if any(known.items() <= choice.items() for known in found):
                    continue
                agreeing = (
                    s
                    for c, s in table.items()
                    if all(c[i] == a for i, a in zip(indexes, answers, strict=True))
                )
                if all(status == "eligible" for status in agreeing):
                    found.append(choice)
    return found[:MOST_SETTLES]
