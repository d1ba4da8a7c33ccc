"""Plans and succession on a page."""

from collections.abc import Callable, Mapping, Sequence

from socwork_standard.i18n import duration, text
from socwork_standard.model.base import Language
from socwork_standard.model.plan import Plan, PlanStep, Way
from socwork_standard.model.reading import Reading
from socwork_standard.planning.succession import WHEN, Successor
from socwork_standard.reports.page import Entry, Page, Table, Tone

Title = Callable[[int], str]
"""The name of a card."""


def plan_page(plan: Plan, title: Title, readings: Mapping[str, Reading], language: Language) -> Page:
    """A plan: the answer, the ways compared, each way step by step, and what all of it rests on."""
    return _PlanPage(plan, title, readings, language).build()


class _PlanPage:
    def __init__(self, plan: Plan, title: Title, readings: Mapping[str, Reading], language: Language) -> None:
        self._plan = plan
        self._title = title
        self._readings = readings
        self._language: Language = language
        self._page = Page()

    def _say(self, key: str, **values: object) -> str:
        return text(self._language, key, **values)

    def build(self) -> Page:
        """The whole page."""
        plan, page = self._plan, self._page
        notes = list(plan.notes)
        for _ in range(plan.draft + (not plan.in_force and bool(plan.ways))):
            page.paragraph(notes.pop(0), "loud")
        category = self._say(f"category.{plan.category}")
        names = {"card": plan.card, "name": self._title(plan.card), "category": category}
        page.heading(self._say("plan.title", record=plan.record or "?", day=plan.as_of, **names), 1)
        arrival = plan.ways[0].arrival if plan.ways else ""
        tone: Tone = "bad" if plan.status == "unreachable" else "good"
        page.entry(self._say(f"plan.status.{plan.status}", day=arrival), "→", tone)
        self._why()
        if len(plan.ways) > 1:
            self._compare()
        for way in plan.ways:
            self._way(way)
        self._list("plan.readings", [self._reading(number) for number in range(len(plan.readings))])
        self._list("plan.evidence", list(plan.evidence))
        self._assumptions()
        self._list("plan.notes", notes)
        return page

    def _list(self, heading: str, lines: Sequence[str]) -> None:
        if lines:
            self._page.heading(self._say(heading))
            for line in lines:
                self._page.entry(line)

    def _why(self) -> None:
        self._list("plan.why", list(self._plan.why))
        nearest = [
            self._say(
                "plan.nearest.one",
                card=one.card,
                name=self._title(one.card),
                category=self._say(f"category.{one.category}"),
                day=one.arrival,
            )
            for one in self._plan.nearest
        ]
        self._list("plan.nearest", nearest)

    def _compare(self) -> None:
        columns = ("way", "arrival", "time", "learning", "attestations", "beside")
        rows = tuple(
            (
                str(way.number),
                way.arrival,
                duration(self._language, way.length),
                str(way.learning_months),
                str(way.attestations),
                self._say("plan.yes" if way.study_beside_work else "plan.no"),
            )
            for way in self._plan.ways
        )
        self._page.heading(self._say("plan.compare"))
        self._page.add(Table(tuple(self._say(f"plan.column.{name}") for name in columns), rows))

    def _way(self, way: Way) -> None:
        self._page.heading(self._say("plan.way", n=way.number, day=way.arrival))
        for step in way.steps:
            self._step(step)
        if way.milestones:
            listed = "; ".join(f"{one.card} {self._title(one.card)} ({one.day})" for one in way.milestones)
            self._page.paragraph(self._say("plan.milestones", list=listed), "quiet")

    def _step(self, step: PlanStep) -> None:
        key = "plan.step.day" if step.start == step.end else "plan.step.days"
        said = self._say(key, start=step.start, end=step.end, text=step.text)
        lines = [self._say("plan.step.asked", card=step.asked_by.partition(":")[0], asks=step.asks)]
        if step.after:
            lines.append(self._say("plan.step.after", steps=", ".join(map(str, step.after))))
        if step.readings:
            asked = "; ".join(map(self._question, dict.fromkeys(step.readings)))
            lines.append(self._say("plan.step.readings", readings=asked))
        if not step.in_force:
            lines.append(self._say("plan.step.not_in_force"))
        quotes = ((step.quote, ", ".join(step.words)),) if step.quote and len(step.words) == 1 else ()
        self._page.add(Entry(said, f"{step.number}.", quotes=quotes, lines=tuple(lines)))

    def _question(self, reading: str) -> str:
        known = self._readings.get(reading)
        return f"{known.question.text(self._language)} ({reading})" if known else reading

    def _reading(self, number: int) -> str:
        one = self._plan.readings[number]
        known = self._readings.get(one.reading)
        labels = {answer.id: answer.label.text(self._language) for answer in known.answers} if known else {}
        return self._say(
            "plan.reading",
            reading=one.reading,
            answer=labels.get(one.answer, one.answer),
            day=one.arrival or "–",
            question=one.question,
        )

    def _assumptions(self) -> None:
        lines = [
            self._say(
                "plan.assumption" if one.confirmed else "plan.assumption.unconfirmed",
                text=one.text,
                length=duration(self._language, (one.months // 12, one.months % 12, 0)),
                source=one.source,
            )
            for one in self._plan.assumptions
        ]
        self._list("plan.assumptions", lines)


def succession_page(
    found: Sequence[Successor], card: int, category: str, day: str, title: Title, language: Language
) -> Page:
    """Who could fill a post now, in one year, in three."""
    page = Page()
    said = text(language, f"category.{category}")
    page.heading(
        text(language, "plan.succession.title", card=card, name=title(card), category=said, day=day), 1
    )
    for when in WHEN:
        page.heading(text(language, f"plan.succession.{when}"))
        people = [one for one in found if one.when == when]
        if not people:
            page.paragraph(text(language, "plan.succession.nobody"), "quiet")
        for one in people:
            lines = [text(language, "plan.succession.status", status=text(language, f"status.{one.status}"))]
            if one.steps:
                lines.append(text(language, "plan.succession.steps", steps="; ".join(one.steps)))
            if one.reason:
                lines.append(one.reason)
            head = text(language, "plan.succession.person", record=one.record, day=one.arrival or "–")
            page.add(Entry(head, lines=tuple(lines)))
    return page
