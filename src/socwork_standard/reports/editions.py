"""Editions on a page: what was added, how two differ, and what that changes for people and programmes."""

from socwork_standard.data.standard import Standard
from socwork_standard.editions.adding import Added
from socwork_standard.editions.impact import CoverageImpact, Impact, Moved
from socwork_standard.editions.model import CardDiff, Change, Diff, RuleChange
from socwork_standard.i18n import duration, text
from socwork_standard.model.base import Language
from socwork_standard.programme.coverage_cells import Counts
from socwork_standard.reports.data import problems_page
from socwork_standard.reports.decision import STATUS_TONES
from socwork_standard.reports.page import Page, Table, Tone

SHOWN = 40
"""At most so many people, competencies and decisions stand on a page; JSON holds all."""

_TONES: dict[str, Tone] = {"added": "good", "removed": "bad", "reworded": "open", "moved": "quiet"}
_DEPTHS = {"skill": 1, "ability": 2, "knowledge": 2}


def added_page(found: Added, language: Language) -> Page:
    """What adding an edition did, or the problems for which nothing was written."""
    page = Page()

    def say(key: str, **values: object) -> str:
        return text(language, key, **values)

    page.heading(say("editions.added.title", edition=found.edition), 1)
    page.entry(say("editions.added.from", points=", ".join(found.points), day=found.valid_from.isoformat()))
    for one in found.ended:
        points = ", ".join(one.points)
        page.entry(
            say("editions.added.ended", edition=one.edition, points=points, day=one.last_day.isoformat())
        )
    if found.new_competencies:
        page.entry(say("editions.added.competencies", listed=", ".join(found.new_competencies)))
    if found.problems:
        page.extend(problems_page(found.problems, found.edition, language))
    if not found.sound:
        page.paragraph(say("editions.added.nothing"), "loud")
    elif found.directory is None:
        page.paragraph(say("editions.added.tried"))
    else:
        page.paragraph(say("editions.added.written", directory=found.directory))
    return page


class DiffReport:
    """Words what differs between two editions."""

    def __init__(self, language: Language, standards: tuple[Standard, Standard]) -> None:
        self.language: Language = language
        self._standards = standards

    def say(self, key: str, **values: object) -> str:
        """A text of editions."""
        return text(self.language, key, **values)

    def page(self, found: Diff) -> Page:
        """The comparison as a page."""
        page = Page()
        page.heading(self.title("editions.diff.title", found), 1)
        if not found.cards:
            page.paragraph(self.say("editions.diff.same"))
            return page
        self._figures(page, found)
        for card in found.cards:
            self._card(page, card)
        self._competencies(page, found)
        return page

    def title(self, key: str, found: Diff) -> str:
        """A title that names both sides."""
        old, new = (f"{side.standard} {side.edition}" for side in (found.old, found.new))
        return self.say(key, old=old, new=new)

    def _figures(self, page: Page, found: Diff) -> None:
        parts = ("order", "text", "function", "skill", "ability", "knowledge")
        kinds = ("moved", "reworded", "added", "removed")
        rows = [
            (self.say(f"editions.part.{part}"), *(str(found.count(part, kind) or "–") for kind in kinds))  # type: ignore[arg-type]
            for part in parts
        ]
        headings = (self.say("editions.column.part"), *(self.say(f"editions.kind.{kind}") for kind in kinds))
        page.add(Table(headings, tuple(row for row in rows if set(row[1:]) != {"–"})))
        rules = len(list(found.rules))
        page.entry(self.say("editions.diff.rules", n=rules))

    def _card(self, page: Page, card: CardDiff) -> None:
        name = card.name[self.language]
        page.heading(self.say("editions.part.order") if card.point is None else f"{card.point} {name}")
        if card.kind != "changed":
            page.paragraph(self.say(f"editions.card.{card.kind}"))
            return
        for rule in card.rules:
            page.entry(self.rule(rule), "!", "loud", 0, *self.rule_lines(rule))
        for change in card.changes:
            self._change(page, change)
        if card.renumbered:
            listed = ", ".join(f"{old} → {new}" for old, new in card.renumbered)
            page.entry(
                self.say("editions.diff.renumbered", n=len(card.renumbered), listed=listed), "", "quiet"
            )

    # -- requirements ---------------------------------------------------------------------------------------------

    def rule(self, one: RuleChange) -> str:
        """A changed requirement in one sentence."""
        key = "editions.rule.category" if one.category != "none" else "editions.rule.card"
        category = text(self.language, f"category.{one.category}")
        return self.say(key, category=category, what=self._rule(one))

    def _rule(self, one: RuleChange) -> str:
        if one.kind in {"changed", "joined"}:
            return self.say(f"editions.rule.{one.kind}")
        if one.kind in {"added", "removed"}:
            texts = one.new if one.kind == "added" else one.old
            return self.say(f"editions.rule.{one.kind}", what=texts[self.language] if texts else "")
        if one.kind in {"levels", "specialities"}:
            return self._sets(one)
        old, new = (self._value(one.kind, values) for values in (one.old_values, one.new_values))
        return self.say(
            "editions.rule.served" if one.kind == "category" else f"editions.rule.{one.kind}",
            old=old,
            new=new,
        )

    def _value(self, kind: str, values: tuple[str, ...]) -> str:
        if kind == "years":
            years = int(values[0]) if values else 0
            key = "ask.service.any_length"
            return duration(self.language, (years, 0, 0)) if years else text(self.language, key)
        if kind == "category":
            known = values and values[0]
            return (
                text(self.language, f"category.{values[0]}")
                if known
                else self.say("editions.rule.any_category")
            )
        return ", ".join(self.say(f"editions.post.{one}") for one in values if one)

    def _sets(self, one: RuleChange) -> str:
        vocabulary = "education-levels" if one.kind == "levels" else "specialities"
        names = [
            {term.id: term.text(self.language) for term in standard.terms(vocabulary).values()}
            for standard in self._standards
        ]
        come = [names[1].get(slug, slug) for slug in one.new_values if slug not in one.old_values]
        gone = [names[0].get(slug, slug) for slug in one.old_values if slug not in one.new_values]
        parts = []
        if come:
            parts.append(self.say("editions.rule.come", listed="; ".join(come)))
        if gone:
            parts.append(self.say("editions.rule.gone", listed="; ".join(gone)))
        return self.say(f"editions.rule.{one.kind}", what=", ".join(parts))

    def rule_lines(self, one: RuleChange) -> list[str]:
        """What was asked and what is asked, whole."""
        if one.old is None or one.new is None or one.kind != "changed":
            return []
        old, new = one.old[self.language], one.new[self.language]
        return (
            [self.say("editions.rule.was", what=old), self.say("editions.rule.is", what=new)]
            if old != new
            else []
        )

    # -- texts ----------------------------------------------------------------------------------------------------

    def _change(self, page: Page, one: Change) -> None:
        kinds = ", ".join(self.say(f"editions.kind.{kind}") for kind in one.kinds)
        place = one.new or one.old
        if one.old is not None and one.new is not None and one.old != one.new:
            place = f"{one.old} → {one.new}"
        shown = self._shown(one)
        part = self.say(f"editions.part.{one.part}")
        page.entry(f"{part} {place}: {kinds}", "", _TONES[one.kinds[-1]], _DEPTHS.get(one.part, 0), *shown)

    def _shown(self, one: Change) -> list[str]:
        if "reworded" not in one.kinds:
            texts = one.new_texts or one.old_texts
            return [texts[self.language]] if texts else []
        languages: list[Language] = [self.language]
        if one.old_texts and one.new_texts and one.old_texts[self.language] == one.new_texts[self.language]:
            languages = ["kk"]
        return [_marked(one, language) for language in languages]

    def _competencies(self, page: Page, found: Diff) -> None:
        if not (found.competencies_added or found.competencies_gone or found.replaced):
            return
        page.heading(self.say("editions.diff.competencies"))
        for kind, slugs in (("added", found.competencies_added), ("gone", found.competencies_gone)):
            known = self._standards[kind == "added"].competencies
            for slug in slugs:
                said = getattr(known[slug], self.language)
                tone: Tone = "good" if kind == "added" else "bad"
                page.entry(self.say(f"editions.competency.{kind}", slug=slug), "", tone, 0, said)
        for old, new in found.replaced:
            page.entry(self.say("editions.competency.replaced", old=old, new=new))


def _marked(one: Change, language: Language) -> str:
    """A text with the words taken out in [-…-] and those put in in {+…+}."""
    marks = {"same": "{}", "out": "[-{}-]", "in": "{{+{}+}}"}
    return " ".join(marks[piece.op].format(piece.words) for piece in one.pieces(language))


class ImpactReport:
    """Words what a new edition changes."""

    def __init__(self, language: Language, standards: tuple[Standard, Standard]) -> None:
        self._diff = DiffReport(language, standards)
        self._say = self._diff.say
        self._language: Language = language
        self._standards = standards

    def page(self, found: Impact) -> Page:
        """The impact as a page: the requirements that differ, then people, then the programme."""
        page = Page()
        page.heading(self._diff.title("editions.impact.title", found.diff), 1)
        self._advisory(page, found)
        rules = list(found.diff.rules)
        page.paragraph(
            self._say("editions.impact.differences", cards=len(found.diff.cards), rules=len(rules))
        )
        for rule in rules:
            page.entry(f"{rule.card} {self._name(rule.card)}, {self._diff.rule(rule)}", "!", "loud")
        if found.register is not None:
            self._register(page, found)
        if found.coverage is not None:
            self._coverage(page, found.coverage)
        return page

    def _name(self, point: int) -> str:
        standard = self._standards[1] if point in self._standards[1].points else self._standards[0]
        return standard.card(point).name.text(self._language)

    def _advisory(self, page: Page, found: Impact) -> None:
        """On which day is decided, and of which cards the text used is not the one in force then."""
        page.paragraph(self._say("editions.impact.day", day=found.as_of.isoformat()))
        for key, standard in zip(("old", "new"), self._standards, strict=True):
            late = [point for point in standard.points if not standard.in_force(point, found.as_of).in_force]
            if late:
                listed = ", ".join(map(str, late))
                page.paragraph(self._say(f"editions.impact.not_in_force.{key}", points=listed), "loud")

    # -- people ---------------------------------------------------------------------------------------------------

    def _register(self, page: Page, found: Impact) -> None:
        register = found.register
        assert register is not None
        page.heading(self._say("editions.impact.register"))
        page.entry(self._say("editions.impact.people", n=register.same_people))
        page.entry(self._say("editions.impact.same", n=register.same_verdicts))
        page.entry(self._say("editions.impact.changed", n=len(found.moved)))
        for one in found.moved[:SHOWN]:
            self._moved(page, one)
        self._rest(page, len(found.moved))

    def _moved(self, page: Page, one: Moved) -> None:
        change = one.change
        card = f"{change.card} {self._name(change.card)}"
        if change.category != "none":
            card = f"{card}, {text(self._language, f'category.{change.category}')}"
        lines = [
            self._say("editions.impact.requirement", id=name, old=self._outcome(old), new=self._outcome(new))
            for name, old, new in one.requirements
        ]
        lines += [self._say("editions.impact.because", what=self._diff.rule(rule)) for rule in one.rules]
        if change.new_from is not None and change.new != "eligible":
            lines.append(self._say("editions.impact.later", day=change.new_from.isoformat()))
        moved = f"{self._status(change.old)} → {self._status(change.new)}"
        tone: Tone = STATUS_TONES[change.new] if change.new else "quiet"
        page.entry(f"{change.record}, {card}: {moved}", "", tone, 0, *lines)

    def _status(self, status: str | None) -> str:
        return text(self._language, f"status.{status}" if status else "registers.not_asked")

    def _outcome(self, outcome: str | None) -> str:
        return (
            text(self._language, f"outcome.{outcome}") if outcome else self._say("editions.impact.not_asked")
        )

    # -- the programme --------------------------------------------------------------------------------------------

    def _coverage(self, page: Page, found: CoverageImpact) -> None:
        page.heading(self._say("editions.impact.coverage", programme=found.new.curriculum.programme.title))
        if not (found.groups or found.asked or found.dropped or found.stale):
            page.paragraph(self._say("editions.impact.no_coverage"))
        if found.groups:
            rows = tuple(
                (f"{self._say(f'editions.part.{one.kind}')} {one.id}", _covered(one.old), _covered(one.new))
                for one in found.groups
            )
            headings = tuple(
                self._say(f"editions.column.{name}") for name in ("part", "covered_old", "covered_new")
            )
            page.add(Table(headings, rows))
        new = self._standards[1].competencies
        if found.asked:
            page.heading(self._say("editions.impact.asked", n=len(found.asked)), 3)
            for slug, items, state in found.asked[:SHOWN]:
                said = str(getattr(new[slug], self._language))
                page.entry(f"{said} ({', '.join(items)}): {self._say(f'editions.state.{state}')}")
            self._rest(page, len(found.asked))
        old = self._standards[0].competencies
        self._list(
            page,
            "editions.impact.dropped",
            [str(getattr(old[slug], self._language)) for slug in found.dropped],
        )
        stale = [f"{one.course} {one.outcome or ''}: {one.competency} ({one.by})" for one in found.stale]
        self._list(page, "editions.impact.stale", stale)

    def _list(self, page: Page, key: str, entries: list[str]) -> None:
        if not entries:
            return
        page.heading(self._say(key, n=len(entries)), 3)
        for one in entries[:SHOWN]:
            page.entry(one)
        self._rest(page, len(entries))

    def _rest(self, page: Page, count: int) -> None:
        if count > SHOWN:
            page.paragraph(self._say("editions.impact.more", n=count - SHOWN), "quiet")


def _covered(counts: Counts | None) -> str:
    return "–" if counts is None else f"{counts.confirmed} / {counts.number}"


__all__ = ["DiffReport", "ImpactReport", "added_page"]
