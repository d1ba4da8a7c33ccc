"""Lists on a page: the cards, many decisions at once, what a check will ask for, policies, cases, verifications."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from socwork_standard.data.standard import InForce
from socwork_standard.eligibility.cases import CaseResult
from socwork_standard.eligibility.compare import Comparison
from socwork_standard.eligibility.needs import Need, Way
from socwork_standard.eligibility.verify import Verification
from socwork_standard.i18n import text
from socwork_standard.model.base import CATEGORIES, Language
from socwork_standard.model.card import Card
from socwork_standard.model.decision import DecisionDict
from socwork_standard.reports.decision import STATUS_TONES, Words, differing, short_title
from socwork_standard.reports.page import Entry, Page, Table, Tone


def cards_page(cards: Iterable[Card], in_force: Callable[[int], InForce], language: Language) -> Page:
    """The cards in a table; a mark stands at those whose wording is not in force today."""
    columns = ("card", "slug", "code", "level", "categories", "name")
    rows, marked = [], False
    drafts: dict[str, None] = {}
    for card in cards:
        force = in_force(card.point)
        drafts |= {force.held: None} if force.draft else {}
        marked = marked or not force.in_force
        categories = str(len(card.categories)) if len(card.categories) > 1 else "–"
        rows.append(
            (
                f"{card.point}{'' if force.in_force else ' !'}",
                card.slug,
                card.occupation_code.kk,
                "–".join(str(level) for level in card.level.levels),
                categories,
                short_title(card.name.text(language)),
            )
        )
    page = Page()
    for edition in drafts:
        page.paragraph(text(language, "advisory.draft", held=edition), "loud")
    if marked:
        page.paragraph(text(language, "report.cards.not_in_force"), "loud")
    page.add(Table(tuple(text(language, f"report.cards.{name}") for name in columns), tuple(rows)))
    return page


def decisions_page(decisions: Sequence[DecisionDict], words: Words, record: str | None) -> Page:
    """Many decisions on one person in a table, in the order given."""
    page = Page()
    day = decisions[0]["as_of"] if decisions else ""
    for edition in dict.fromkeys(one["edition"] for one in decisions if "draft" in one):
        page.paragraph(words.say("advisory.draft", held=edition), "loud")
    if any(not one["in_force"] for one in decisions):
        page.paragraph(words.say("report.decisions.advisory", day=day), "loud")
    page.heading(words.say("report.decisions.title", record=record or "?", day=day), 1)
    columns = ("status", "card", "category", "from", "name")
    page.add(
        Table(
            tuple(words.say(f"report.decisions.{name}") for name in columns),
            tuple(_decision_row(one, words) for one in decisions),
            tuple(STATUS_TONES[one["status"]] for one in decisions),
        )
    )
    differs = [one for one in decisions if differing(one, words)]
    if differs:
        page.paragraph(words.say("report.decisions.presets_note"))
    page.paragraph(words.say("report.decisions.more"), "quiet")
    return page


def _decision_row(one: DecisionDict, words: Words) -> tuple[str, ...]:
    mark = "" if one["in_force"] else " !"
    star = " *" if differing(one, words) else ""
    return (
        words.status(one["status"]) + star,
        f"{one['card']}{mark}",
        words.say(f"category.{one['category']}"),
        one["eligible_from"] or "–",
        words.titles.get(one["card"], ""),
    )


def needs_page(found: Way, card: Card, category: str, force: InForce, words: Words, advised: str) -> Page:
    """What a check of a card will ask for: alternatives, what goes together, and where a reading splits them.

    `advised` is the warning that the wording is not in force, empty where it is.
    """
    page, language = Page(), words.language
    if force.draft:
        page.paragraph(text(language, "advisory.draft", held=force.held), "loud")
    if advised:
        page.paragraph(advised, "loud")
    named = text(language, f"category.{category}")
    page.heading(
        text(
            language,
            "report.needs.title",
            card=card.point,
            name=short_title(card.name.text(language)),
            category=named,
        ),
        1,
    )
    for part in found.parts if found.kind == "all" and found.parts else (found,):
        _way(page, part, words, 0)
    if _has_alternatives(found):
        page.paragraph(text(language, "report.needs.note"), "quiet")
    return page


def _way(page: Page, way: Way, words: Words, depth: int, lead: str = "", sign: str = "") -> None:
    if way.need is not None:
        page.add(_need(way.need, words.language, depth, lead, sign))
        return
    if not way.parts:
        page.entry(
            lead + words.say("report.needs.nothing" if way.kind == "all" else "ask.never"), sign, "", depth
        )
        return
    if way.kind == "by_reading":
        asked = "; ".join(_question(reading, words) for reading in way.readings)
        said = lead + words.say("report.needs.by_reading", n=len(way.readings), question=asked)
        shared = _shared(way)
        if shared is None:
            page.entry(said, sign or "≠", "open", depth)
        else:
            page.add(replace(_need(shared, words.language, depth, "", sign or "≠"), text=said, tone="open"))
        for part in way.parts:
            choices = [
                " + ".join(words.answer(*one) for one in zip(way.readings, given, strict=True))
                for given in part.given
            ]
            said = words.say("report.decision.if", answer=f" {words.say('report.or')} ".join(choices))
            if shared is not None and part.need is not None:
                page.entry(said + part.need.asks, "", "", depth + 1)
            else:
                _way(page, part, words, depth + 1, said)
        return
    page.entry(lead + words.say(f"report.needs.{way.kind}"), sign, "", depth)
    for number, part in enumerate(way.parts, 1):
        _way(page, part, words, depth + 1, sign=f"({number})" if way.kind == "any" else "")


def _shared(way: Way) -> Need | None:
    """What the parts have in common where all of them rest on the same words: their quote, fields and document."""
    found = [part.need for part in way.parts if part.need is not None]
    if not found or len({(one.quote, one.document) for one in found}) > 1:
        return None
    fields = dict.fromkeys(field for one in found for field in one.fields)
    return replace(found[0], fields=tuple(fields))


def _question(reading: str, words: Words) -> str:
    known = words.readings.get(reading)
    return f"{known.question.text(words.language)} ({reading})" if known else reading


def _need(need: Need, language: Language, depth: int, lead: str, sign: str) -> Entry:
    fields = [text(language, "report.needs.fields", fields=", ".join(need.fields))] if need.fields else []
    lines = (*fields, text(language, "report.decision.document", document=need.document))
    quotes = ((need.quote, need.requirement),) if need.quote else ()
    return Entry(lead + need.asks, sign, depth=depth, quotes=quotes, lines=lines)


def _has_alternatives(way: Way) -> bool:
    return (way.kind == "any" and len(way.parts) > 1) or any(map(_has_alternatives, way.parts))


def comparisons_page(found: Mapping[str, Sequence[Comparison]], words: Words, day: str) -> Page:
    """What the answers to open readings change, person by person; `found` is by record id."""
    page = Page()
    for record, comparisons in found.items():
        one = Page()
        one.heading(words.say("report.compare.title", record=record, day=day), 1)
        if not comparisons:
            one.paragraph(words.say("report.compare.nothing"))
        for comparison in comparisons:
            _comparison(one, comparison, words)
        page.extend(one)
    return page


def _comparison(page: Page, comparison: Comparison, words: Words) -> None:
    card = f"{comparison.card} {words.titles.get(comparison.card, '')}"
    category = words.say(f"category.{comparison.category}")
    page.heading(f"{card}, {category}: {words.status(comparison.status)}")
    presets = [
        f"{words.preset(name)} – {words.status(status)}" for name, status in comparison.by_preset.items()
    ]
    page.entry(words.say("report.decision.presets", presets="; ".join(presets)))
    for one in comparison.contested:
        reading = words.readings[one["reading"]]
        lines = [
            f"{words.answer(reading.id, answer)} ({answer}): {' / '.join(words.status(status) for status in statuses)}"
            for answer, statuses in one["outcomes"].items()
        ]
        page.add(Entry(f"{reading.question.text(words.language)} ({reading.id})", lines=tuple(lines)))
    if comparison.settles:
        choices = [
            " + ".join(f"{name}: {answer}" for name, answer in choice.items())
            for choice in comparison.settles
        ]
        joined = f" {words.say('report.or')} ".join(choices)
        page.entry(words.say("report.decision.settles", n=len(choices), choices=joined), "→")


def verification_page(found: Sequence[tuple[DecisionDict, Verification]], language: Language) -> Page:
    """Whether stored decisions still follow from their records, and what changed if not."""
    page = Page()
    for decision, result in found:
        asked = text(
            language,
            "report.verify.decision",
            record=decision.get("record") or "?",
            card=decision.get("card"),
            category=_category(language, str(decision.get("category"))),
            day=decision.get("as_of"),
        )
        key = "follows" if result.follows else "fails"
        tone: Tone = "good" if result.follows else "bad"
        lines = [text(language, f"report.verify.reason.{reason}") for reason in result.reasons]
        lines += [_changed(language, name, *values) for name, values in result.changed.items()]
        sign = "✓" if result.follows else "✗"
        page.add(Entry(f"{asked}: {text(language, f'report.verify.{key}')}", sign, tone, lines=tuple(lines)))
    return page


_LONGEST = 60


def _changed(language: Language, name: str, old: Any, new: Any) -> str:  # noqa: ANN401 - any key of a decision
    short = all(not isinstance(one, list | dict) and len(str(one)) <= _LONGEST for one in (old, new))
    if not short:
        return text(language, "report.verify.changed", key=name)
    shown = ["–" if one is None else one for one in (old, new)]
    return text(language, "report.verify.changed_to", key=name, old=shown[0], new=shown[1])


def _category(language: Language, category: str) -> str:
    return text(language, f"category.{category}") if category in CATEGORIES else category


def cases_page(results: Sequence[CaseResult], language: Language) -> Page:
    """The cases that did not come out as expected, and how many did."""
    page = Page()
    failed = [result for result in results if not result.passed]
    for result in failed:
        lines = (*result.differences, f"{', '.join(result.case.words)}: {result.case.reason}")
        page.add(Entry(f"{result.where}: {result.case.name}", "✗", "bad", lines=lines))
    passed = len(results) - len(failed)
    page.paragraph(text(language, "report.cases.sum", n=len(results), passed=passed, failed=len(failed)))
    return page
