"""`/check`: a form that asks what a card needs, and the decision with its reasons."""

import re
from dataclasses import dataclass
from typing import Any

import yaml
from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from socwork_standard.eligibility.rank import every_card
from socwork_standard.eligibility.record import read_records
from socwork_standard.errors import InputError, Located, LookupFailure, Said, joined
from socwork_standard.i18n import has, place, text
from socwork_standard.model.base import Language
from socwork_standard.model.card import Card
from socwork_standard.model.decision import DecisionDict
from socwork_standard.model.record import StaffRecord, looks_like_iin
from socwork_standard.reports.decision import decision_page, from_when, question
from socwork_standard.reports.outdated import outdated
from socwork_standard.web.answers import download, json_text
from socwork_standard.web.forms import FACTS, FIELDS, PersonForm, iso_day, read_form
from socwork_standard.web.languages import language_of
from socwork_standard.web.outdated import warning
from socwork_standard.web.questions import Question, categories_of, choices, named_values
from socwork_standard.web.render import render
from socwork_standard.web.services import Services, services_of
from socwork_standard.web.wording import sentence, told

router = APIRouter()
_FIELD = re.compile(r"[a-z_]+(?:\.[\w-]+)*")
"""Where an error may stand that is about a field of the form, not about a line of a file."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong in a form, and in which field."""

    message: str
    field: str


@router.get("/check")
async def check_form(request: Request) -> Response:
    """Show the form; the address may name card, category and day."""
    asked = Question(services_of(request), dict(request.query_params))
    return _page(request, asked, PersonForm())


@router.post("/check")
async def check(request: Request) -> Response:
    """Do what the button says: add or remove a row, load a record, or check."""
    given = await read_form(request)
    remember_language(request, given)
    command = given.get("do") or given.get("shown", "ask")
    if command.startswith("show:"):
        given["card"], given["category"] = (*command.split(":"), "")[1:3]
    services = services_of(request)
    asked, form = Question(services, given), PersonForm.of(given)
    try:
        if form.change(command) or command == "ask":
            return _page(request, asked, form)
        if command == "load":
            return _page(request, asked, loaded(given, services))
        found = await services.workers.light(_decide, asked, form, language_of(request))
    except (InputError, LookupFailure) as failure:
        return _page(request, asked, form, wrong=wrong_in(failure, form, language_of(request)))
    return _page(request, asked, form, found)


def remember_language(request: Request, given: dict[str, str]) -> None:
    """A language button of a form that was submitted chooses the language."""
    if given.get("lang"):
        request.state.lang = given["lang"]


def loaded(given: dict[str, str], services: Services) -> PersonForm:
    """The form filled from the record file that was sent."""
    content = given.get("file", "")
    if not content.strip():
        raise InputError("no file was chosen.", "file", "Choose a record, YAML or JSON.")
    people = read_records(None, content)
    number = given.get("person", "").strip()
    chosen = [one for one in people if one.id == number] if number else people
    if len(chosen) != 1:
        listed = ", ".join(one.id or "?" for one in people[:20])
        raise InputError(
            "the file holds {n} people.",
            "file",
            "Give the number of one: {listed}.",
            n=len(people),
            listed=listed,
        )
    services.checker.read_facts(chosen[0])
    return named_values(PersonForm.of_record(chosen[0]), services)


def wrong_in(failure: Located, form: PersonForm, language: Language) -> Wrong:
    """What is wrong, in words, and the field that it is about."""
    failure = as_typed(failure, form)
    what, mend = told(language, failure)
    field = form.place(failure.where)
    if _FIELD.fullmatch(field):
        named = _label(field, language)
        return Wrong(f"{named}{what if named else sentence(what)} {mend}".strip(), field)
    return Wrong(joined(sentence(what), place(language, failure.where), mend), "")


def as_typed(failure: Located, form: PersonForm) -> Located:
    """The error with days as they were typed, not as records write them."""
    typed = {iso_day(value.strip()): value.strip() for value in form.values.values()}

    def back(value: object) -> object:
        if isinstance(value, Said):
            return Said(value.template, **{name: back(one) for name, one in value.values.items()})
        return typed.get(value, value) if isinstance(value, str) else value

    values = {name: back(value) for name, value in failure.values.items()}
    return type(failure)(failure.template, failure.where, failure.mend_template, **values)


def _label(field: str, language: Language) -> str:
    """The name of a field as the form shows it, with the row in which it stands."""
    fact, _, rest = field.partition(".")
    number, _, name = rest.partition(".")
    shown = f"web.field.{name or field}"
    if not has(shown):
        return ""
    if not name:
        return f"{text(language, shown)}: "
    label = text(language, shown)
    if not number.isdecimal():
        return f"{label}: "
    return f"{text(language, f'web.row.{fact}')} {int(number) + 1}, {label[:1].lower()}{label[1:]}: "


def record_of(form: PersonForm, asked: Question, *, everything: bool = False) -> StaffRecord:
    """The record in the form, its facts read once, so that every mistake is told."""
    record = form.record(asked.asked(everything=everything))
    asked.services.checker.read_facts(record)
    return record


def _decide(asked: Question, form: PersonForm, language: Language) -> list[DecisionDict]:
    services = asked.services
    record, card, day = record_of(form, asked), asked.card, asked.day
    if card is None:
        found = every_card(services.checker, record, as_of=day, policy=asked.policy, language=language)
        return [one.as_dict() for one in found]
    decision = services.checker.check(
        record, card.point, asked.category, as_of=day, policy=asked.policy, language=language
    )
    return [decision.as_dict()]


def person_context(
    request: Request, asked: Question, form: PersonForm, wrong: Wrong | None, *, everything: bool = False
) -> dict[str, Any]:
    """What the templates of a form about a person need."""
    services, language = asked.services, language_of(request)
    card, trouble = None, wrong
    try:
        card = asked.card
        needed = asked.asked(everything=everything)
        readings = asked.open_readings()
    except (InputError, LookupFailure) as failure:
        trouble = trouble or wrong_in(failure, form, language)
        needed, readings = frozenset[str](), []
    return {
        "form_values": form,
        "asked": asked,
        "card": card,
        "needed": {fact: [name for name in FIELDS[fact] if f"{fact}.{name}" in needed] for fact in FACTS},
        "facts": FACTS,
        "fields": FIELDS,
        "choices": choices(services, language),
        "categories": categories_of(card),
        "category": asked.category if not trouble else asked.value("category") or "none",
        "readings": readings,
        "presets": services.standard.readings_file.presets,
        "titles": services.titles(language),
        "wrong": trouble,
        "chosen": bool(asked.value("card")),
        "advised": _advised(asked, card, language),
        "personal": looks_like_iin(form.get("id").strip()),
    }


def _advised(asked: Question, card: Card | None, language: Language) -> str:
    """That the wording asked about is not the one in force on the day; empty where it is."""
    standard, day = asked.services.standard, asked.day_or_today
    if card is not None:
        return warning(standard, card, day, language)
    return outdated(standard, standard.points, language, day) if asked.value("card") == "all" else ""


def _page(
    request: Request,
    asked: Question,
    form: PersonForm,
    found: list[DecisionDict] | None = None,
    wrong: Wrong | None = None,
) -> Response:
    language = language_of(request)
    words = asked.services.words(language)
    return render(
        request,
        "check.html",
        status=422 if wrong else 200,
        form="person",
        decisions=found or [],
        words=words,
        question=question,
        from_when=from_when,
        **person_context(request, asked, form, wrong),
    )


# -- what can be taken away ---------------------------------------------------------------------------------------


@router.post("/check/decision.json")
async def decision_json(request: Request) -> Response:
    """Give the decision as JSON, as `socwork check --format json` prints it."""
    found = await _again(request)
    content: Any = found[0] if len(found) == 1 else {"decisions": found}
    return download(json_text(content), "decision.json", "application/json")


@router.post("/check/decision.pdf")
async def decision_pdf(request: Request) -> Response:
    """Give the decision as PDF."""
    from socwork_standard.reports.page import Page
    from socwork_standard.reports.pdf import as_pdf

    found = await _again(request)
    services, language = services_of(request), language_of(request)
    words = services.words(language)
    page = Page()
    for one in found:
        page.extend(decision_page(one, words, full=True))
    title = question(found[0], words)
    content = await services.workers.light(as_pdf, page, language=language, title=title)
    return download(content, "decision.pdf", "application/pdf")


@router.post("/check/record.json")
async def record_json(request: Request) -> Response:
    """Give the record typed as JSON."""
    return download(json_text(await _record(request)), "record.json", "application/json")


@router.post("/check/record.yaml")
async def record_yaml(request: Request) -> Response:
    """Give the record typed as YAML."""
    content = yaml.safe_dump(await _record(request), allow_unicode=True, sort_keys=False, width=1000)
    return download(content, "record.yaml", "application/yaml")


async def _again(request: Request) -> list[DecisionDict]:
    given = await read_form(request)
    services = services_of(request)
    return await services.workers.light(
        _decide, Question(services, given), PersonForm.of(given), language_of(request)
    )


async def _record(request: Request) -> dict[str, Any]:
    given = await read_form(request)
    record = PersonForm.of(given).record(Question(services_of(request), given).asked())
    return record.model_dump(mode="json", exclude_none=True, exclude_unset=True)
