"""A person on the way: the record as it will be, the steps that made it so, and the days until which time is taken."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from socwork_standard.model.record import Education, Experience, StaffRecord, Training
from socwork_standard.planning.wants import Position, Want
from socwork_standard.vocabulary.names import Names

ONGOING = "ongoing"


@dataclass(frozen=True)
class Draft:
    """A step before it is put into words.  It lasts from `start` up to, not including, `end` (day numbers)."""

    kind: str
    start: int
    end: int
    want: Want
    months: int | None = None
    assumption: str | None = None
    subject: tuple[str, ...] = ()
    """Study: level, speciality, qualification ('' where none).  Course: its kind."""
    post: Position | None = None
    """Service, attestation: the position; None for the present post or one outside the standard."""
    new: bool = False
    """Service: does an employment begin with it?"""
    beside: bool = True
    """Study: does employment go on while it lasts?"""

    @property
    def learning(self) -> int:
        """Months of study or course."""
        return self.months or 0 if self.kind in {"study", "course"} else 0

    @property
    def key(self) -> tuple[object, ...]:
        """What the step is, without its days."""
        waits_for = self.want.ask if self.kind == "wait" else None
        return (self.kind, self.subject, self.post, self.new, self.beside, waits_for)

    @cached_property
    def name(self) -> str:
        """What the step is, as a text."""
        waits_for = self.want.words if self.kind == "wait" else ()
        return repr((self.kind, self.subject, self.post, self.new, self.beside, waits_for))


@dataclass(frozen=True)
class State:
    """Where a plan has got to."""

    record: StaffRecord
    drafts: tuple[Draft, ...]
    work: int
    """The day from which the person may change post."""
    study: int
    """The day from which the person may begin to study."""

    @cached_property
    def learning(self) -> int:
        """Months of study and courses so far."""
        return sum(draft.learning for draft in self.drafts)

    @cached_property
    def key(self) -> tuple[object, ...]:
        """The steps without their days, in order of time."""
        return tuple(draft.key for draft in ordered(self.drafts))

    @cached_property
    def name(self) -> str:
        """The steps as one text, by which equals are put in order."""
        return " ".join(draft.name for draft in ordered(self.drafts))

    def after(self, before: "tuple[Draft, ...]") -> "State":
        """The state with earlier steps before its own; what one of them waits for need not be waited for again."""
        if not before:
            return self
        ends = {draft.end for draft in before}
        own = (draft for draft in self.drafts if draft.kind != "wait" or draft.end not in ends)
        return replace(self, drafts=(*before, *own))

    def with_draft(self, draft: Draft) -> "State":
        """The state with one more step that changes nothing in the record."""
        return replace(self, drafts=(*self.drafts, draft))

    def studied(self, one: Education, draft: Draft, names: Names) -> "State":
        """The state after a study; unless it goes beside work, employment stops while it lasts."""
        record = self.record if draft.beside else stop_work(self.record, draft.start, names)
        return replace(
            self,
            record=_add(record, "education", one),
            drafts=(*self.drafts, draft),
            study=draft.end,
            work=self.work if draft.beside else max(self.work, draft.end),
        )

    def trained(self, one: Training, draft: Draft) -> "State":
        """The state after a course."""
        return replace(self, record=_add(self.record, "training", one), drafts=(*self.drafts, draft))

    def employed(self, one: Experience, start: int, names: Names) -> "State":
        """The state with a new employment that lasts from `start`; those that lasted end on the day before."""
        return replace(self, record=_add(stop_work(self.record, start, names), "experience", one))


def ordered(drafts: tuple[Draft, ...]) -> list[Draft]:
    """Steps in order of time."""
    rank = {"wait": 0, "study": 1, "course": 2, "attestation": 3, "service": 4}
    return sorted(drafts, key=lambda one: (one.start, one.end, rank[one.kind]))


def iso(day: int) -> str:
    """A day number as an ISO date."""
    return date.fromordinal(day).isoformat()


def _add(record: StaffRecord, name: str, one: Education | Experience | Training) -> StaffRecord:
    """The record with one more entry; a list that was not known stays open."""
    known = getattr(record, name)
    update: dict[str, object] = {name: (*(known or ()), one)}
    if known is None:
        update[f"{name}_complete"] = False
    return record.model_copy(update=update)


def is_ongoing(one: Experience, names: Names) -> bool:
    """Does the employment last?"""
    return one.end == ONGOING or (one.end is not None and names.is_value("ongoing", "ongoing", one.end))


def stop_work(record: StaffRecord, day: int, names: Names) -> StaffRecord:
    """The record with all employment that lasts ended on the day before `day`."""
    if not any(is_ongoing(one, names) for one in record.experience or ()):
        return record
    kept = []
    for one in record.experience or ():
        if not is_ongoing(one, names):
            kept.append(one)
        elif one.start is None or one.start < iso(day):
            kept.append(one.model_copy(update={"end": iso(day - 1)}))
    return record.model_copy(update={"experience": tuple(kept)})
