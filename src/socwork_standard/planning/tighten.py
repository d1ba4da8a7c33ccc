"""A way found is followed once more from the first day, and what it does not need is taken out of it."""

from collections.abc import Sequence
from dataclasses import replace

from socwork_standard.model.record import Training
from socwork_standard.planning.search import Arrival, Search
from socwork_standard.planning.state import Draft, State, iso, ordered
from socwork_standard.planning.studies import Diploma
from socwork_standard.planning.wants import Position


def follow(search: Search, drafts: Sequence[Draft]) -> State | None:
    """The person after these steps, each on its days; None where a study lacks what it must follow."""
    state = search.start()
    for draft in ordered(tuple(drafts)):
        if draft.kind == "study":
            if not search.may_begin(draft, state.record):
                return None
            done = Diploma(*draft.subject).education(iso(draft.end))
            state = state.studied(done, draft, search.checker.names)
        elif draft.kind == "course":
            state = state.trained(Training(kind=draft.subject[0], completed=iso(draft.end)), draft)
        else:
            if draft.new:
                post = search.ground.employment(draft.post, draft.start)
                state = state.employed(post, draft.start, search.checker.names)
            state = state.with_draft(draft)
    return state


def tightened(search: Search, goal: Position, state: State) -> Arrival | None:
    """The way without steps that it does not need, with its arrival; None where it does not hold after all."""
    day = _arrival(search, goal, follow(search, state.drafts))
    if day is None:
        return None
    drafts = _cut(state.drafts, day)
    for draft in reversed(ordered(drafts)):
        if draft.kind in {"study", "course"}:
            fewer = tuple(one for one in drafts if one is not draft)
            if _arrival(search, goal, follow(search, fewer)) == day:
                drafts = fewer
    turns = {day, *(draft.start for draft in drafts)}
    drafts = tuple(draft for draft in drafts if draft.kind != "wait" or draft.end in turns)
    drafts = _lasting(drafts, day)
    final = follow(search, drafts)
    return (day, final) if final is not None and _arrival(search, goal, final) == day else None


def _cut(drafts: Sequence[Draft], day: int) -> tuple[Draft, ...]:
    """What lies before the arrival; service ends with it."""
    return tuple(
        replace(one, end=min(one.end, day)) if one.kind == "service" else one
        for one in drafts
        if one.start < day and (one.kind == "service" or one.end <= day)
    )


def _lasting(drafts: tuple[Draft, ...], day: int) -> tuple[Draft, ...]:
    """Where a shorter service was all that a study taken out had asked for, the last service goes on to the arrival."""
    services = [one for one in drafts if one.kind == "service"]
    if not services or any(one.end >= day for one in drafts):
        return drafts
    last = max(services, key=lambda one: one.end)
    return tuple(replace(one, end=day) if one is last else one for one in drafts)


def _arrival(search: Search, goal: Position, state: State | None) -> int | None:
    """The first day on which the goal is met, if each post on the way may be held from its first day."""
    if state is None:
        return None
    for draft in state.drafts:
        if draft.new and draft.post is not None:
            allowed = search.first_day(state.record, draft.post)
            if allowed is None or allowed > draft.start:
                return None
    return search.first_day(state.record, goal)
