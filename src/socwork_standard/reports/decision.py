"""A decision on a page: the answer first, then under which words, what is missing, and from when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from socwork_standard.i18n import text
from socwork_standard.model.base import Language
from socwork_standard.model.decision import (
    Contested,
    DecisionDict,
    Finding,
    Missing,
    Outcome,
    Status,
    warnings_first,
)
from socwork_standard.model.reading import Reading
from socwork_standard.reports.entries import in_words
from socwork_standard.reports.page import Entry, Page, Tone

SIGNS: dict[Outcome, str] = {"met": "✓", "not_met": "✗", "unknown": "?", "contested": "≠"}
_OUTCOME_TONES: dict[Outcome, Tone] = {
    "met": "good",
    "not_met": "bad",
    "unknown": "open",
    "contested": "open",
}
STATUS_SIGNS: dict[Status, str] = {
    "eligible": "✓",
    "not_eligible": "✗",
    "needs_evidence": "?",
    "needs_ruling": "≠",
}
STATUS_TONES: dict[Status, Tone] = {
    "eligible": "good",
    "not_eligible": "bad",
    "needs_evidence": "open",
    "needs_ruling": "open",
}


LONGEST_TITLE = 60
"""Names of professions that are longer are shown without their brackets."""


@dataclass(frozen=True, slots=True)
class Words:
    """The names that a decision only refers to: the title of each card, and the readings."""

    language: Language
    titles: Mapping[int, str]
    readings: Mapping[str, Reading]

    def say(self, key: str, **values: object) -> str:
        """The text of `key`."""
        return text(self.language, key, **values)

    def entries(self, said: str) -> str:
        """A sentence about a record with its entries in words."""
        return in_words(self.language, said)

    def status(self, status: Status) -> str:
        """A status with its sign."""
        return f"{STATUS_SIGNS[status]} {self.say(f'status.{status}')}"

    def answer(self, reading: str, answer: str) -> str:
        """The label of an answer to a reading."""
        known = self.readings.get(reading)
        for one in known.answers if known else ():
            if one.id == answer:
                return one.label.text(self.language)
        return answer

    def preset(self, preset: str) -> str:
        """The name of a preset."""
        return self.say(f"report.preset.{preset}") if preset in {"practice", "literal"} else preset


def decision_page(decision: DecisionDict, words: Words, *, full: bool = False) -> Page:
    """One decision in full; `full` also shows the ways that were not needed."""
    return _DecisionPage(decision, words, full=full).build()


def differing(decision: DecisionDict, words: Words) -> str:
    """What the presets say, where one of them differs from the status; else nothing."""
    if set(decision["by_preset"].values()) <= {decision["status"]}:
        return ""
    parts = [
        f"{words.preset(name)} – {words.status(status)}" for name, status in decision["by_preset"].items()
    ]
    return "; ".join(parts)


def from_when(decision: DecisionDict, words: Words) -> str:
    """From which day the answer is yes."""
    day = decision["eligible_from"]
    if day is None:
        return words.say("report.decision.never")
    if decision["status"] == "eligible":
        return ""
    key = (
        "report.decision.from" if decision["eligible_from_in_force"] else "report.decision.from_not_in_force"
    )
    return words.say(key, day=day)


class _DecisionPage:
    def __init__(self, decision: DecisionDict, words: Words, *, full: bool) -> None:
        self._decision = decision
        self._words = words
        self._full = full
        self._page = Page()

    def build(self) -> Page:
        first = warnings_first(self._decision)
        notes = self._decision["notes"][first:]
        for warning in self._decision["notes"][:first]:
            self._page.paragraph(warning, "loud")
        self._verdict()
        self._findings()
        self._missing()
        self._contested()
        self._changes()
        self._policy()
        self._assumed()
        if notes:
            self._page.heading(self._say("report.decision.notes"))
            for note in notes:
                self._page.entry(self._words.entries(note))
        self._page.paragraph(self._origin(), "quiet")
        return self._page

    def _say(self, key: str, **values: object) -> str:
        return self._words.say(key, **values)

    # -- the answer ----------------------------------------------------------------------------------------------

    def _verdict(self) -> None:
        decision, words, page = self._decision, self._words, self._page
        page.heading(words.status(decision["status"]).upper(), 1)
        page.entry(question(decision, words))
        differs = differing(decision, words)
        if differs:
            page.entry(self._say("report.decision.presets", presets=differs))
        when = from_when(decision, words)
        if when:
            page.entry(when)

    def _origin(self) -> str:
        decision = self._decision
        return self._say(
            "report.decision.origin",
            standard=decision["standard"],
            edition=decision["edition"],
            data=decision["data_sha256"][:12],
        )

    # -- findings ------------------------------------------------------------------------------------------------

    def _findings(self) -> None:
        self._page.heading(self._say("report.decision.findings"))
        for finding in self._decision["findings"]:
            self._finding(finding, 0)

    def _finding(self, finding: Finding, depth: int, lead: str = "") -> None:
        if not finding["children"]:
            self._leaf(finding, depth, lead)
        elif finding["kind"] == "any_of":
            self._any_of(finding, depth, lead)
        elif finding["kind"] == "by_reading":
            self._by_reading(finding, depth, lead)
        else:
            self._sign(finding, depth, lead)
            for child in finding["children"]:
                self._finding(child, depth + 1)

    def _leaf(self, finding: Finding, depth: int, lead: str) -> None:
        quotes = ((finding["quote"], finding["id"]),) if finding["quote"] else ()
        lines = tuple(self._words.entries(line) for line in finding.get("found", ()))
        self._page.add(self._entry(finding, depth, lead, quotes, lines))

    def _sign(self, finding: Finding, depth: int, lead: str = "", *lines: str) -> None:
        quotes = ((finding["quote"], finding["id"]),) if finding["quote"] else ()
        self._page.add(self._entry(finding, depth, lead, quotes, lines))

    def _entry(
        self,
        finding: Finding,
        depth: int,
        lead: str,
        quotes: tuple[tuple[str, str], ...],
        lines: tuple[str, ...],
    ) -> Entry:
        outcome = finding["outcome"]
        sign = f"{SIGNS[outcome]} {self._say(f'outcome.{outcome}')}:"
        return Entry(f"{lead}{finding['text']}", sign, _OUTCOME_TONES[outcome], depth, quotes, lines)

    def _any_of(self, finding: Finding, depth: int, lead: str) -> None:
        children = finding["children"]
        if not self._full:
            children = [child for child in children if child["kind"] != "never"] or children
            if len(children) == 1:
                self._finding(children[0], depth, lead)
                return
        if finding["outcome"] == "met" and not self._full:
            best = next(child for child in children if child["outcome"] == "met")
            self._finding(best, depth, lead)
            if len(children) > 1:
                said = self._say("report.decision.other_ways", n=len(children) - 1)
                self._page.entry(said, "…", "quiet", depth + 1)
            return
        self._sign(finding, depth, lead)
        for child in children:
            if child["outcome"] == "not_met" and finding["outcome"] != "not_met" and not self._full:
                self._folded(child, depth + 1)
            else:
                self._finding(child, depth + 1)

    def _by_reading(self, finding: Finding, depth: int, lead: str) -> None:
        children, reading = finding["children"], finding.get("reading", "")
        if finding["outcome"] != "contested" and not self._full:
            if finding["outcome"] == "not_met":
                self._folded(finding, depth)
            else:
                self._finding(children[0], depth, lead)
            return
        self._sign(finding, depth, lead)
        known = self._words.readings.get(reading)
        answers = [answer.id for answer in known.answers] if known else []
        for number, child in enumerate(children):
            label = self._words.answer(reading, answers[number]) if len(answers) == len(children) else ""
            self._finding(child, depth + 1, self._say("report.decision.if", answer=label) if label else "")

    def _folded(self, finding: Finding, depth: int) -> None:
        """A way that is not met and does not matter: one line."""
        sign = f"{SIGNS['not_met']} {self._say('outcome.not_met')}:"
        said = _brief(finding)
        self._page.add(Entry(f"{said} ({finding['id']})", sign, "quiet", depth))

    # -- what to do ----------------------------------------------------------------------------------------------

    def _missing(self) -> None:
        facts = [one for one in self._decision["missing"] if one["kind"] == "fact"]
        unmet = [one for one in self._decision["missing"] if one["kind"] != "fact"]
        for title, found in (("report.decision.missing_facts", facts), ("report.decision.missing", unmet)):
            if found:
                self._page.heading(self._say(title))
            for one in found:
                self._lack(one)

    def _lack(self, one: Missing) -> None:
        document = (
            (self._say("report.decision.document", document=one["document"]),) if one["document"] else ()
        )
        self._page.add(Entry(f"{self._words.entries(one['what'])} ({one['requirement']})", lines=document))

    def _contested(self) -> None:
        contested = self._decision["contested"]
        if not contested:
            return
        self._page.heading(self._say("report.decision.contested"))
        for one in contested:
            self._page.add(Entry(f"{one['question']} ({one['reading']})", lines=tuple(self._outcomes(one))))
        if self._decision["settles"]:
            choices = [self._choice(choice) for choice in self._decision["settles"]]
            said = self._say(
                "report.decision.settles", n=len(choices), choices=f" {self._say('report.or')} ".join(choices)
            )
            self._page.entry(said, "→")

    def _outcomes(self, one: Contested) -> Sequence[str]:
        lines = []
        for answer, statuses in one["outcomes"].items():
            said = " / ".join(self._words.status(status) for status in statuses)
            lines.append(f"{self._words.answer(one['reading'], answer)} ({answer}): {said}")
        return lines

    def _choice(self, choice: Mapping[str, str]) -> str:
        return " + ".join(f"{reading}: {answer}" for reading, answer in choice.items())

    def _changes(self) -> None:
        changes = self._decision["changes"]
        if not changes:
            return
        self._page.heading(self._say("report.decision.changes"))
        for number, change in enumerate(changes, 1):
            day = change["from"]
            head = self._say("report.decision.change_from", day=day) if day else ""
            steps = change["steps"]
            if len(steps) == 1:
                self._page.entry(f"{steps[0]}{head}", f"({number})")
            else:
                said = self._say("report.decision.change_all")
                self._page.add(Entry(f"{said}{head}", f"({number})", lines=tuple(steps)))

    def _policy(self) -> None:
        policy = self._decision["policy"]
        if policy is None:
            return
        self._page.heading(self._say("report.decision.policy"))
        preset = policy.get("preset")
        if preset:
            self._page.entry(
                self._say("report.decision.policy_preset", preset=self._words.preset(str(preset)))
            )
        readings = policy.get("readings")
        for reading, answer in readings.items() if isinstance(readings, dict) else ():
            self._page.entry(f"{reading}: {self._words.answer(reading, answer)} ({answer})")
        for key in ("decided_by", "reason"):
            if policy.get(key):
                self._page.entry(self._say(f"report.decision.{key}", value=policy[key]))

    def _assumed(self) -> None:
        assumed = self._decision["assumed"]
        if not assumed:
            return
        self._page.heading(self._say("report.decision.assumed"))
        for one in assumed:
            known = self._words.readings.get(one["reading"])
            asked = known.question.text(self._words.language) if known else one["reading"]
            said = f"{asked} – {self._words.answer(one['reading'], one['answer'])} ({one['reading']})"
            self._page.add(Entry(said, lines=(one["why"],) if one["matters"] else ()))


def question(decision: DecisionDict, words: Words) -> str:
    """Who was asked about, for which card and category, on which day."""
    key = "report.decision.question" if decision["record"] else "report.decision.question_nobody"
    return words.say(
        key,
        record=decision["record"],
        card=decision["card"],
        title=words.titles.get(decision["card"], ""),
        category=words.say(f"category.{decision['category']}"),
        day=decision["as_of"],
    )


def short_title(title: str) -> str:
    """A long name of a profession without what stands in brackets."""
    if len(title) <= LONGEST_TITLE:
        return title
    kept, depth = [], 0
    for letter in title:
        depth += (letter == "(") - (letter == ")")
        if depth == 0 and letter != ")":
            kept.append(letter)
    return " ".join("".join(kept).split())


def _brief(finding: Finding) -> str:
    """The shortest honest name of a way: its own words, or those of its first leaf."""
    node = finding
    while node["children"]:
        node = next((child for child in node["children"] if child["kind"] != "never"), node["children"][0])
    return node["text"]
