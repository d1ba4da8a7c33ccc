"""A draft standard on a page: what was read, which rules are proposed, what a person must look at."""

import json
from collections.abc import Mapping
from typing import Any

from socwork_standard.i18n import text
from socwork_standard.importing.compare import Compared
from socwork_standard.importing.draft import Draft, edition_days
from socwork_standard.importing.functions import Doubt
from socwork_standard.importing.rules import Proposed
from socwork_standard.model.base import Language
from socwork_standard.reports.page import Entry, Page, Table, Tone

_SIGNS: dict[str, tuple[str, Tone]] = {"high": ("✓", "good"), "middle": ("?", "open"), "low": ("!", "bad")}
_COUNTS = ("functions", "skills", "abilities", "knowledge")


def draft_page(
    draft: Draft,
    folder: str,
    language: Language,
    compared: Compared | None = None,
    *,
    every_rule: bool = False,
) -> Page:
    """What was read and what is to be reviewed, with the comparison where one was made.

    With `every_rule` the sure proposals are shown too.
    """
    page = Page()
    page.heading(text(language, "importing.page.title", code=draft.code, edition=draft.edition), 1)
    adopted, valid_from = edition_days(draft)
    page.paragraph(text(language, "importing.page.days", adopted=adopted, valid_from=valid_from))
    page.paragraph(text(language, "importing.page.written", folder=folder, files=len(draft.files)))
    page.paragraph(text(language, "importing.page.draft"), "open")
    page.paragraph(text(language, "importing.untranslated", n=draft.competencies), "open")
    for one in draft.files["editions.yaml"]["editions"][0]["wordings"]:
        if "valid_to" in one:
            until, points = one["valid_to"], ", ".join(one["points"])
            said = text(
                language, "importing.page.amended", points=points, until=until, act=one["replaced_by"]
            )
            page.paragraph(said, "open")
    _cards(page, draft, language)
    _rules(page, draft, language, every_rule=every_rule)
    _doubts(page, draft, language)
    if compared is not None:
        _compared(page, compared, language)
    return page


def _cards(page: Page, draft: Draft, language: Language) -> None:
    page.heading(text(language, "importing.page.cards"))
    rows = []
    for card in draft.cards:
        counts = counts_of(card.content)
        figures = (str(counts[name]) for name in _COUNTS)
        rows.append((str(card.point), *figures, card.content["name"]["kk"]))
    columns = ("card", *_COUNTS, "name")
    headings = tuple(text(language, f"importing.page.{name}") for name in columns)
    page.add(Table(headings, tuple(rows)))


def counts_of(card: Mapping[str, Any]) -> dict[str, int]:
    """How many functions, skills, abilities and knowledge lines a drafted card has."""
    skills = [skill for function in card["functions"] for skill in function["skills"]]
    return {
        "functions": len(card["functions"]),
        "skills": len(skills),
        "abilities": sum(len(skill["abilities"]["items"]) for skill in skills),
        "knowledge": sum(len(skill["knowledge"]["items"]) for skill in skills),
    }


def _rules(page: Page, draft: Draft, language: Language, *, every_rule: bool) -> None:
    proposals = [one for card in draft.cards for one in card.rule.proposals]
    page.heading(text(language, "importing.page.rules", n=len(proposals)))
    shown = [one for one in proposals if every_rule or one.confidence != "high"]
    for one in shown:
        page.add(_proposal(one, language))
    if len(shown) < len(proposals):
        page.paragraph(text(language, "importing.page.sure", n=len(proposals) - len(shown)), "quiet")


def _proposal(one: Proposed, language: Language) -> Entry:
    sign, tone = _SIGNS[one.confidence]
    why = tuple(text(language, f"importing.why.{key}") for key in one.why)
    sure = text(language, f"importing.page.{one.confidence}")
    if one.confidence == "low" and one.node:
        why += (text(language, "importing.page.guess", rule=json.dumps(one.node, ensure_ascii=False)),)
    return Entry(f"{one.words}: {sure}", sign, tone, quotes=((one.quote, one.words),), lines=why)


def _doubts(page: Page, draft: Draft, language: Language) -> None:
    doubts = (*draft.doubts, *draft.lost)
    if doubts:
        page.heading(text(language, "importing.page.doubts", n=len(doubts)))
        for one in doubts:
            page.add(_doubt(one, language))
    else:
        page.paragraph(text(language, "importing.page.no_doubts"), "good")
    if draft.added:
        terms = [word for words in draft.added.values() for word in words]
        page.heading(text(language, "importing.page.new_terms", n=len(terms)))
        for term in terms:
            page.entry(term)
    if draft.omissions:
        page.heading(text(language, "importing.page.left_out", n=len(draft.omissions)))
        for place in draft.omissions:
            page.entry(text(language, "importing.page.after", id=place["id"], after=place["after"]))


def _compared(page: Page, found: Compared, language: Language) -> None:
    page.heading(text(language, "importing.compare.title"))
    figures = text(
        language,
        "importing.compare.figures",
        right=found.places_right,
        places=found.places,
        structure=f"{100 * found.structure:.1f}",
        found=found.words_found,
        words=found.words,
        same=f"{100 * found.same_words:.1f}",
        fields_found=found.fields_found,
        fields=found.fields,
    )
    page.paragraph(figures, "" if found.differences else "good")
    if not found.differences:
        page.paragraph(text(language, "importing.compare.none"))
    for one in found.differences:
        lines = (
            text(language, "importing.compare.expected", words=one.expected or "–"),
            text(language, "importing.compare.drafted", words=one.drafted or "–"),
        )
        page.add(Entry(one.id, "✗", "bad", lines=lines))


def _doubt(one: Doubt, language: Language) -> Entry:
    what = text(language, f"importing.doubt.{one.key}")
    return Entry(f"{one.row.place.words(language)}: {what}", "!", "open", lines=(one.text,))
