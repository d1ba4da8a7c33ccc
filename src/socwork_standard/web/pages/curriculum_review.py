"""`/curriculum/KEY/N`: one outcome is reviewed: confirm, reject, add, take over; forms alone, no script needed."""

from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from socwork_standard.errors import InputError
from socwork_standard.i18n import text
from socwork_standard.model.base import Language
from socwork_standard.vocabulary.searchable import Kind
from socwork_standard.web.forms import read_form
from socwork_standard.web.held import Answers, Review
from socwork_standard.web.languages import language_of
from socwork_standard.web.pages.check import remember_language
from socwork_standard.web.pages.curriculum import review_of, told
from socwork_standard.web.pages.curriculum_words import CoverageBars, OutcomePage, cards_of
from socwork_standard.web.problems import Problem, Refused
from socwork_standard.web.render import render
from socwork_standard.web.services import Services, services_of

router = APIRouter()
MOST_FOUND = 9
"""At most so many competencies are shown for search words."""
MOST_BY, MOST_WHY, MOST_QUERY = 200, 1_000, 300
_SAYS = {"yes": True, "no": False}


class Unclear(Exception):
    """The form lacks something; the key of the text that says what, and the field."""

    def __init__(self, key: str, field: str) -> None:
        super().__init__(key)
        self.key = key
        self.field = field


@dataclass(frozen=True, slots=True)
class Typed:
    """The form as it was sent."""

    given: Mapping[str, str]

    def value(self, name: str, most: int) -> str:
        """What stands in a field, without the space around it."""
        return " ".join(self.given.get(name, "").split())[:most]

    @property
    def by(self) -> str:
        """Who decides."""
        return self.value("by", MOST_BY)

    @property
    def command(self) -> str:
        """What the button says; Enter searches where new words stand in the search, else it saves and goes on."""
        command = self.given.get("do", "")
        if command == "enter":
            return "search" if self.query and self.query != self.given.get("q.was") else "next"
        return command

    @property
    def query(self) -> str:
        """The words to find a competency by."""
        return self.value("q", MOST_QUERY)

    def answers(self, review: Review, number: int) -> Answers:
        """What the reviewer changed; nothing counts that stands as it was shown."""
        words: list[tuple[str, bool]] = []
        back: list[str] = []
        for row in review.session.rows(number):
            slug = row.link.competency
            chosen, was = self.given.get(f"say.{slug}", "open"), self.given.get(f"was.{slug}", "open")
            if self.command == "rest" and row.open and chosen == "open" and was == "open":
                words.append((slug, False))
            elif chosen == was:
                continue
            elif chosen == "open":
                back.append(slug)
            elif chosen in _SAYS:
                words.append((slug, _SAYS[chosen]))
        known = review.session.standard.competencies
        added = (key.removeprefix("add.") for key in self.given if key.startswith("add."))
        words += [(slug, True) for slug in added if slug in known and known[slug].replaced_by is None]
        return Answers(self.by, tuple(words), tuple(back), self.value("why", MOST_WHY) or None)


@router.get("/curriculum/{key}/{number:int}")
async def outcome(request: Request, key: str, number: int) -> Response:
    """Show an outcome with its suggestions."""
    review = review_of(request, key)
    return await _page(request, key, review, _at(request, review, number), Typed({}))


@router.post("/curriculum/{key}/{number:int}")
async def answer(request: Request, key: str, number: int) -> Response:
    """Save what was decided, search for a competency, take over earlier decisions, or only change the language."""
    given = await read_form(request)
    remember_language(request, given)
    review, typed = review_of(request, key), Typed(given)
    at, services, command = _at(request, review, number), services_of(request), typed.command
    try:
        if command in {"save", "next", "rest"}:
            changed = await services.workers.light(_save, review, at, typed)
            return _onward(key, review, at, stay=command == "save", changed=changed)
        if command.startswith("take:"):
            await services.workers.light(_take_over, review, at, typed)
            return _onward(key, review, at, stay=True, changed=True)
    except Unclear as unclear:
        message = text(language_of(request), unclear.key)
        return await _page(request, key, review, at, typed, message, unclear.field)
    except InputError as wrong:
        return await _page(request, key, review, at, typed, told(wrong, language_of(request)))
    return await _page(request, key, review, at, typed)


def _at(request: Request, review: Review, number: int) -> int:
    """The outcome of a number, counted from 0."""
    if not 1 <= number <= len(review.session.outcomes):
        raise Refused(Problem("not-found", text(language_of(request), "web.curriculum.no_outcome", n=number)))
    return number - 1


def _save(review: Review, at: int, typed: Typed) -> bool:
    """Save what was changed; was there anything?"""
    answers = typed.answers(review, at)
    if not answers.words and not answers.back:
        if answers.why or typed.command != "next":
            raise Unclear("web.curriculum.nothing_chosen", "rows")
        return False
    if not answers.by:
        raise Unclear("web.curriculum.by_missing", "by")
    review.save(at, answers)
    return True


def _take_over(review: Review, at: int, typed: Typed) -> None:
    if not typed.by:
        raise Unclear("web.curriculum.by_missing", "by")
    which = typed.command.partition(":")[2]
    review.take_over(at, int(which) if which.isdecimal() and len(which) < 4 else -1, typed.by)  # noqa: PLR2004


def _onward(key: str, review: Review, at: int, *, stay: bool, changed: bool) -> Response:
    """Where to go after an answer: the same outcome, else the next with something open, else the overview."""
    query = "?saved=1" if changed else ""
    if stay:
        return RedirectResponse(f"/curriculum/{key}/{at + 1}{query}", 303)
    waiting = review.session.open_outcomes()
    later = [one for one in waiting if one > at] or [one for one in waiting if one != at]
    if later:
        return RedirectResponse(f"/curriculum/{key}/{later[0] + 1}{query}", 303)
    return RedirectResponse(f"/curriculum/{key}{query}", 303)


async def _page(
    request: Request, key: str, review: Review, at: int, typed: Typed, wrong: str = "", field: str = ""
) -> Response:
    services, language = services_of(request), language_of(request)
    by = typed.by or (review.session.who.by if not typed.given else "")
    saved = review.saved if request.query_params.get("saved") == "1" else None

    def words() -> tuple[OutcomePage, CoverageBars, list[tuple[str, str, tuple[int, ...]]]]:
        page = OutcomePage(review, at, language, by, typed.given)
        bars = CoverageBars(review.coverage(), services.standard, language, saved.before if saved else None)
        return page, bars, _found(services, typed, {row.slug for row in page.rows}, language)

    page, bars, found = await services.workers.light(words)
    return render(
        request,
        "curriculum_outcome.html",
        status=422 if wrong else 200,
        form="review",
        key=key,
        number=at + 1,
        page=page,
        bars=bars,
        by=by,
        why=typed.value("why", MOST_WHY),
        query=typed.query,
        searched=typed.command == "search",
        found=found,
        chosen=typed.given,
        saved=saved,
        wrong=wrong,
        wrong_field=field,
    )


def _found(
    services: Services, typed: Typed, shown: set[str], language: Language
) -> list[tuple[str, str, tuple[int, ...]]]:
    """The competencies that the words find, without those that stand on the page: slug, label, cards."""
    if not typed.query:
        return []
    standard = services.standard
    kinds: tuple[Kind, ...] = ("competency",)
    answer = services.search.ask(typed.query, kinds=kinds, limit=None)
    slugs = [
        hit.found.id
        for hit in answer.hits
        if hit.found.id not in shown and standard.competencies[hit.found.id].replaced_by is None
    ]
    return [
        (slug, str(getattr(standard.competencies[slug], language)), cards_of(standard, slug))
        for slug in slugs[:MOST_FOUND]
    ]
