"""Letters to the people of a register: what is missing, and by which document it can be shown (Kazakh and Russian).

A letter names the person by the employer's number only, and leaves lines for what the employer fills in.
"""

from collections.abc import Iterator

from socwork_standard.model.decision import Missing
from socwork_standard.register.result import Verdict
from socwork_standard.reports.page import Blank, Entry, Page
from socwork_standard.reports.paperwork import Person, Plain, advisories, shown_day
from socwork_standard.reports.register import RegisterReport

LANGUAGES = ("kk", "ru")
"""The languages of letters: those of official papers in Kazakhstan."""


class Letters:
    """Writes the letters of a register in one language."""

    def __init__(self, report: RegisterReport) -> None:
        self._report = report
        self._plain = Plain(report)
        self._say = report.say

    def title(self) -> str:
        """The title of every letter."""
        return self._say("paper.letter.title")

    def letter(self, person: Person) -> Page | None:
        """The letter to one person; None where nothing is missing."""
        verdicts = tuple(one for one in person.verdicts if one.missing)
        if not verdicts:
            return None
        page = Page()
        page.add(Blank((self._say("paper.letter.employer"), self._say("paper.letter.number"))))
        page.paragraph(self._addressed(person))
        page.add(Blank((self._say("paper.letter.name"),)))
        page.heading(self.title(), 1)
        for line in advisories(self._report, verdicts):
            page.paragraph(line, "loud")
        page.paragraph(self._say("paper.letter.dear"))
        for verdict in verdicts:
            self._about(page, person, verdict)
        for key in ("deadline", "copies", "nature"):
            page.paragraph(self._say(f"paper.letter.{key}"))
        page.paragraph(self._say("paper.letter.closing"))
        page.add(Blank(tuple(self._say(f"paper.letter.{one}") for one in ("post", "signature", "signed"))))
        return page

    def _addressed(self, person: Person) -> str:
        said = self._say("paper.letter.to", record=person.name)
        return f"{said}, {person.unit}" if person.unit else said

    def _about(self, page: Page, person: Person, verdict: Verdict) -> None:
        result, language = self._report.result, self._report.words.language
        standard, day = result.standard, result.question.as_of
        page.paragraph(
            self._say(
                "paper.letter.about",
                card=self._post(verdict),
                name=standard.editions_file.name.text(language),
                code=standard.code,
                act=standard.edition(standard.in_force(verdict.card, day).held).title.text(language),
                day=shown_day(day),
            )
        )
        for kind, key in (("fact", "paper.letter.facts"), ("requirement", "paper.letter.unmet")):
            lacks = [one for one in verdict.missing if one["kind"] == kind]
            if lacks:
                page.paragraph(self._say(key))
            for entry in self._listed(lacks, person):
                page.add(entry)
        if verdict.eligible_from is not None and verdict.eligible_from > day:
            page.paragraph(self._say("paper.letter.from", day=shown_day(verdict.eligible_from)))

    def _post(self, verdict: Verdict) -> str:
        """The post as an official letter names it: without the number of its card."""
        title = self._report.words.titles[verdict.card].rstrip(".")
        category = "" if verdict.category == "none" else f", {self._report.category(verdict.category)}"
        return f"{title}{category}"

    def _listed(self, lacks: list[Missing], person: Person) -> Iterator[Entry]:
        """What is missing, gathered by the document that shows it."""
        by_document: dict[str, list[str]] = {}
        for one in lacks:
            by_document.setdefault(one["document"], []).append(self._plain.of(one["what"], person.record))
        for number, (document, what) in enumerate(by_document.items(), 1):
            if document:
                yield Entry(document, f"{number}.", lines=tuple(dict.fromkeys(what)))
            else:
                yield Entry("; ".join(dict.fromkeys(what)), f"{number}.")
