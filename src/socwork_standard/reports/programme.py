"""Programme to graduate on a page: what graduates may apply for, and what a dropped course takes away."""

from collections.abc import Iterable, Sequence

from socwork_standard.data.standard import Standard
from socwork_standard.i18n import duration
from socwork_standard.model.decision import Status
from socwork_standard.model.graduate import (
    AnswerDict,
    CardChangeDict,
    CountsDict,
    GraduateDict,
    LaterDict,
    LostDict,
    NotKnownDict,
    WhatIfDict,
)
from socwork_standard.programme.coverage_cells import amount
from socwork_standard.reports.decision import STATUS_SIGNS, STATUS_TONES, Words
from socwork_standard.reports.page import Entry, Page, Table

_STATUSES: tuple[Status, ...] = ("eligible", "needs_ruling", "needs_evidence", "not_eligible")
_Grouped = dict[tuple[int, Status], list[AnswerDict]]


def graduate_page(found: GraduateDict, words: Words, standard: Standard) -> Page:
    """What graduates may apply for: the first day, after years of work, and what the programme forms of it."""
    page = Page()
    for warning in found["advisory"]:
        page.paragraph(warning, "loud")
    page.heading(words.say("graduate.title", programme=found["programme"], day=found["as_of"]), 1)
    page.paragraph(words.say("graduate.award", award=_award(found, words, standard)))
    for one in found["not_known"]:
        page.entry(_not_known(one, words), "?", "open")
    page.heading(words.say("graduate.first", day=found["as_of"]))
    _first_day(page, found["first_day"], words)
    page.heading(words.say("graduate.later"))
    _later(page, found, words)
    if found["coverage"]:
        page.heading(words.say("graduate.coverage"))
        page.paragraph(words.say("graduate.coverage.note"), "quiet")
        page.add(_coverage(found, words))
    page.heading(words.say("graduate.notes"))
    for note in found["notes"]:
        page.entry(note)
    return page


def _award(found: GraduateDict, words: Words, standard: Standard) -> str:
    award = found["award"]
    level = award["level"]
    term = standard.terms("education-levels").get(level or "")
    named = term.text(words.language) if term else level
    parts = [named, award["speciality"], award["speciality_code"], award["qualification"]]
    return "; ".join(part for part in parts if part) or words.say("graduate.award.none")


def _not_known(one: NotKnownDict, words: Words) -> str:
    if one["given"] is None:
        return words.say(f"graduate.not_known.{one['field']}")
    key = "graduate.not_known.near" if one["suggestion"] else "graduate.not_known.given"
    return words.say(key, given=one["given"], near=one["suggestion"])


# -- the first day ----------------------------------------------------------------------------------------------------


def _first_day(page: Page, answers: Sequence[AnswerDict], words: Words) -> None:
    for status in _STATUSES:
        groups = [some for (_, known), some in _by_card(answers).items() if known == status]
        page.heading(f"{STATUS_SIGNS[status]} {words.say(f'graduate.first.{status}')}", 3)
        if not groups:
            page.paragraph(words.say("graduate.nothing"), "quiet")
        for some in reversed(groups):
            page.add(_group(some, words, answers))


def _by_card(answers: Iterable[AnswerDict]) -> _Grouped:
    """The answers by card and status, in their order."""
    found: _Grouped = {}
    for one in answers:
        found.setdefault((one["card"], one["status"]), []).append(one)
    return found


def _group(some: Sequence[AnswerDict], words: Words, every: Sequence[AnswerDict]) -> Entry:
    """A card with those of its categories that have one answer; the reasons of the lowest category."""
    lowest, status = some[0], some[0]["status"]
    many = sum(one["card"] == lowest["card"] for one in every) > 1
    lines = [_presets(lowest, words)] if _presets(lowest, words) else []
    quotes: dict[tuple[str, str], None] = {}
    for shut in lowest["shut"]:
        key = "graduate.lack.first" if len(some) > 1 else "graduate.lack"
        category = words.say(f"category.{lowest['category']}")
        lines.append(words.say(key, category=category, what=shut["what"]))
        if shut["quote"]:
            quotes[(shut["quote"], shut["requirement"])] = None
    unknown = dict.fromkeys(one["what"] for one in lowest["not_known"])
    lines += [words.say("graduate.lack", what=what) for what in unknown]
    lines += _readings(lowest, words)
    return Entry(
        _named(some, words, many=many), tone=STATUS_TONES[status], lines=tuple(lines), quotes=tuple(quotes)
    )


def _named(some: Sequence[AnswerDict], words: Words, *, many: bool) -> str:
    card = some[0]["card"]
    values = {"card": card, "name": words.titles.get(card, "")}
    if not many:
        return words.say("graduate.card", **values)
    categories = ", ".join(words.say(f"category.{one['category']}") for one in some)
    return words.say("graduate.card.categories", categories=categories, **values)


def _presets(one: AnswerDict, words: Words) -> str:
    if set(one["by_preset"].values()) <= {one["status"]}:
        return ""
    said = (f"{words.preset(name)} – {words.status(status)}" for name, status in one["by_preset"].items())
    return words.say("graduate.presets", presets="; ".join(said))


def _readings(one: AnswerDict, words: Words) -> list[str]:
    lines = []
    for reading in one["contested"]:
        outcomes = "; ".join(
            f"{words.answer(reading['reading'], answer)}: {' / '.join(map(words.status, statuses))}"
            for answer, statuses in reading["outcomes"].items()
        )
        lines.append(
            words.say(
                "graduate.reading",
                question=reading["question"],
                reading=reading["reading"],
                outcomes=outcomes,
            )
        )
    return lines


# -- later ------------------------------------------------------------------------------------------------------------


def _later(page: Page, found: GraduateDict, words: Words) -> None:
    if not found["later"]:
        page.paragraph(words.say("graduate.later.nowhere"), "quiet")
        return
    every = found["first_day"]
    before: LaterDict | None = None
    for one in found["later"]:
        page.add(_after(one, before, words, every))
        before = one
    reachable = {one["card"] for one in every if one["status"] != "not_eligible"}
    reachable |= {answer["card"] for one in found["later"] for answer in one["opened"]}
    cards = dict.fromkeys(one["card"] for one in every if one["card"] not in reachable)
    if cards:
        length = duration(words.language, (max(one["years"] for one in found["later"]), 0, 0))
        listed = "; ".join(f"{card} {words.titles.get(card, '')}" for card in cards)
        page.entry(words.say("graduate.later.shut", length=length, cards=listed), "✗", "bad")


def _after(one: LaterDict, before: LaterDict | None, words: Words, every: Sequence[AnswerDict]) -> Entry:
    """What a post opens; where that is what it opened some years before, only that is said."""
    length = duration(words.language, (one["years"], 0, 0))
    name = words.titles.get(one["post"], "")
    head = words.say("graduate.later.post", length=length, card=one["post"], name=name, day=one["as_of"])
    lines = []
    if one["post_status"] == "needs_ruling":
        lines.append(words.say("graduate.later.if"))
    if one["attested"]:
        given = (
            words.say(
                "graduate.later.attested", category=words.say(f"category.{step['category']}"), day=step["on"]
            )
            for step in one["attested"]
        )
        lines.append("; ".join(given))
    elif before is not None and before["post"] == one["post"] and _opened(before) == _opened(one):
        length = duration(words.language, (before["years"], 0, 0))
        return Entry(head, lines=(*lines, words.say("graduate.later.same", length=length)))
    elif one["years"] > 1:
        lines.append(words.say("graduate.later.unattested"))
    for status in _STATUSES[:3]:
        groups = [some for (_, known), some in _by_card(one["opened"]).items() if known == status]
        if groups:
            answers = "; ".join(
                _named(some, words, many=sum(each["card"] == some[0]["card"] for each in every) > 1)
                for some in reversed(groups)
            )
            lines.append(f"{words.status(status)} – {words.say('graduate.later.opens', answers=answers)}")
    if not one["opened"]:
        lines.append(words.say("graduate.later.nothing"))
    return Entry(head, lines=tuple(lines))


def _opened(one: LaterDict) -> list[tuple[int, str, Status]]:
    return [(answer["card"], answer["category"], answer["status"]) for answer in one["opened"]]


def _coverage(found: GraduateDict, words: Words) -> Table:
    columns = ("card", "first_day", "competencies", "confirmed", "suggested", "name")
    rows = tuple(
        (
            str(one["card"]),
            words.status(one["first_day"]),
            str(one["competencies"]),
            _share(one["confirmed"], one["competencies"]),
            _share(one["suggested"], one["competencies"]),
            words.titles.get(one["card"], ""),
        )
        for one in reversed(found["coverage"])
    )
    return Table(tuple(words.say(f"graduate.column.{name}") for name in columns), rows)


def _share(some: int, every: int) -> str:
    return f"{some} ({round(100 * some / every)} %)" if every else str(some)


# -- what if ----------------------------------------------------------------------------------------------------------


def what_if_page(found: WhatIfDict, words: Words, standard: Standard) -> Page:
    """What a programme loses with some of its courses."""
    page = Page()
    courses = ", ".join(found["dropped"])
    page.heading(words.say("whatif.title", programme=found["programme"], courses=courses), 1)
    lost, left = (amount(found[key]) for key in ("credits_lost", "credits_left"))
    page.paragraph(words.say("whatif.credits", lost=lost, left=left))
    if found["credits_not_known"]:
        page.paragraph(words.say("whatif.credits.not_known", courses=", ".join(found["credits_not_known"])))
    page.paragraph(words.say("whatif.note"), "quiet")
    if not found["lost_confirmed"] and not found["lost_suggested"]:
        page.paragraph(words.say("whatif.nothing"))
        return page
    page.heading(words.say("whatif.cards"))
    page.add(_cards(found["cards"], words))
    page.heading(words.say("whatif.functions"))
    page.add(_functions(found, words, standard))
    for key, title in (("lost_confirmed", "confirmed"), ("lost_suggested", "suggested")):
        some: list[LostDict] = found[key]  # type: ignore[literal-required]
        if some:
            page.heading(words.say(f"whatif.{title}", n=len(some)))
        for one in some:
            page.add(_lost(one, words, standard))
    return page


def _cards(cards: Sequence[CardChangeDict], words: Words) -> Table:
    columns = ("card", "competencies", "confirmed", "suggested", "name")
    rows = tuple(
        (
            str(one["card"]),
            str(one["competencies"]),
            *(_change(one["before"], one["after"], key, words) for key in ("confirmed", "suggested")),
            words.titles.get(one["card"], ""),
        )
        for one in cards
        if one["before"] != one["after"]
    )
    return Table(tuple(words.say(f"graduate.column.{name}") for name in columns), rows)


def _change(before: CountsDict, after: CountsDict, key: str, words: Words) -> str:
    was, now = (counts[key] for counts in (before, after))  # type: ignore[literal-required]
    return words.say("whatif.change", before=was, after=now) if was != now else str(was)


def _functions(found: WhatIfDict, words: Words, standard: Standard) -> Table:
    """How many competencies each labour function loses."""
    rows = []
    for card in standard.cards:
        for function in card.functions:
            name = f"{card.point}.{function.number}"
            lost = [sum(name in one["functions"] for one in some) for some in _both(found)]
            if any(lost):
                rows.append((name, *(str(n) for n in lost), function.text(words.language)))
    columns = ("function", "lost_confirmed", "lost_suggested", "name")
    return Table(tuple(words.say(f"whatif.column.{name}") for name in columns), tuple(rows))


def _both(found: WhatIfDict) -> tuple[list[LostDict], list[LostDict]]:
    return found["lost_confirmed"], found["lost_suggested"]


def _lost(one: LostDict, words: Words, standard: Standard) -> Entry:
    label = standard.competencies[one["competency"]]
    said = words.say("whatif.lost", label=getattr(label, words.language), competency=one["competency"])
    where = words.say(
        "whatif.lost.where", courses=", ".join(one["courses"]), functions=", ".join(one["functions"])
    )
    return Entry(said, lines=(where, words.say(f"whatif.left.{one['left']}")))
