"""The report for accreditation: programme, method, standard, coverage, gaps, who decided, what it does not claim."""

from socwork_standard.data.standard import Standard
from socwork_standard.model.base import Language
from socwork_standard.programme.coverage import Coverage
from socwork_standard.reports.coverage import courses_part, legend, over_taught_part, view_table
from socwork_standard.reports.coverage_words import SIGNS, CoverageWords, View, number, shown
from socwork_standard.reports.page import Page, Picture, Table


def accreditation_page(
    coverage: Coverage, standard: Standard, language: Language, picture: str | None = None
) -> Page:
    """The report as a page; `picture` is a heat map as SVG."""
    words = CoverageWords(coverage, standard, language)
    page = Page()
    page.heading(words.say("coverage.report.title"), 1)
    for line in words.advisory():
        page.paragraph(line, "loud")
    _programme(page, words)
    _standard(page, words)
    _method(page, words)
    _coverage(page, words, picture)
    _award(page, words)
    _gaps(page, words)
    courses_part(page, words)
    over_taught_part(page, words)
    _decided(page, words)
    page.heading(words.say("coverage.report.limits"))
    for part in range(1, 5):
        page.entry(words.say(f"coverage.report.limits.{part}"))
    return page


def _programme(page: Page, words: CoverageWords) -> None:
    coverage = words.coverage
    programme = coverage.curriculum.programme
    page.heading(words.say("coverage.report.programme"))
    page.entry(words.say("coverage.report.name", value=programme.title))
    level = words.level(coverage.award.level) if coverage.award.level else programme.level
    for key, value in (
        ("level", level),
        ("speciality", programme.speciality),
        ("speciality_code", programme.speciality_code),
        ("qualification", programme.qualification),
    ):
        if value:
            page.entry(words.say(f"coverage.report.{key}", value=value))
    page.entry(
        words.say(
            "coverage.report.size",
            courses=len(coverage.curriculum.courses),
            credits=number(coverage.all_credits),
            outcomes=coverage.outcomes.number,
        )
    )


def _standard(page: Page, words: CoverageWords) -> None:
    coverage, standard = words.coverage, words.standard
    page.heading(words.say("coverage.report.standard"))
    name = standard.editions_file.name.text(words.language)
    act = standard.edition(coverage.edition).title.text(words.language)
    day = coverage.as_of.isoformat()
    page.paragraph(
        words.say("coverage.report.standard.text", name=name, code=coverage.standard, act=act, day=day)
    )
    if words.language != "kk":
        page.paragraph(standard.editions_file.translations_note.text(words.language), "quiet")


def _method(page: Page, words: CoverageWords) -> None:
    page.heading(words.say("coverage.report.method"))
    for part in range(1, 4):
        page.paragraph(words.say(f"coverage.report.method.{part}"))
    legend(page, words)
    page.paragraph(words.say("coverage.report.method.4"))


def _coverage(page: Page, words: CoverageWords, picture: str | None) -> None:
    page.heading(words.say("coverage.report.coverage"))
    for line in words.summary():
        page.entry(line)
    page.paragraph(words.say("coverage.note"), "loud")
    if picture:
        page.add(Picture(picture, words.say("coverage.report.picture")))
    views: tuple[View, ...] = ("card", "function", "course", "semester", "technology", "service")
    for view in views:
        page.heading(words.say(f"coverage.by.{view}"), 3)
        page.add(view_table(words, view))


def _award(page: Page, words: CoverageWords) -> None:
    award = words.coverage.award
    page.heading(words.say("coverage.award"))
    page.paragraph(words.say("coverage.award.note"), "loud")
    if award.level:
        page.paragraph(words.say("coverage.award.level", level=words.level(award.level)))
    elif award.given is None:
        page.paragraph(words.say("coverage.award.unknown"))
    else:
        page.paragraph(words.say("coverage.award.not_found", given=award.given))
        if award.suggestion:
            page.paragraph(words.say("coverage.award.suggestion", level=words.level(award.suggestion)))
    rows = tuple(
        (
            str(one.card),
            "–".join(str(level) for level in one.sqf),
            words.group("card", str(one.card)),
            "; ".join(words.level(level) for level in one.named),
            words.say(f"coverage.relation.{one.relation}"),
        )
        for one in award.cards
    )
    headings = tuple(
        words.say(f"coverage.column.{name}") for name in ("card", "sqf", "name", "named", "relation")
    )
    page.add(Table(headings, rows))


def _gaps(page: Page, words: CoverageWords) -> None:
    page.heading(words.say("coverage.gaps"))
    rows = {row.competency: row for row in words.coverage.by_competency}
    empty = True
    for card in words.coverage.by_card:
        missing = [slug for slug in card.competencies if rows[slug].state in ("gap", "rejected_only")]
        if not missing:
            continue
        empty = False
        counts = card.counts
        page.heading(
            words.say(
                "coverage.gaps.card",
                card=words.card(int(card.id)),
                gap=counts.gap,
                rejected_only=counts.rejected_only,
                number=counts.number,
            ),
            3,
        )
        for slug in missing:
            row = rows[slug]
            here = ", ".join(item for item in row.items if item.startswith(f"{card.id}."))
            page.entry(
                f"{words.competency(slug)} ({here})",
                SIGNS[shown(row.state, not_reviewed=False)],
                "bad" if row.state == "gap" else "quiet",
            )
    if empty:
        page.paragraph(words.say("coverage.gaps.none"))


def _decided(page: Page, words: CoverageWords) -> None:
    decided = words.coverage.decided
    page.heading(words.say("coverage.decided"))
    if not decided.decisions:
        page.paragraph(words.say("coverage.decided.none"))
        return
    headings = tuple(words.say(f"coverage.column.{name}") for name in ("by", "decisions", "first", "last"))
    rows = tuple(
        (one.by, str(one.decisions), one.first.isoformat(), one.last.isoformat()) for one in decided.people
    )
    page.add(Table(headings, rows))
    for one, fate in decided.decisions:
        if fate == "unplaced":
            page.entry(
                words.say(
                    "coverage.decided.unplaced",
                    course=one.course,
                    outcome=one.outcome or "–",
                    competency=one.competency,
                    by=one.by,
                    on=one.on.isoformat(),
                ),
                "!",
                "bad",
            )
