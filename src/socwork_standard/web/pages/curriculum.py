"""`/curriculum`: a file is read, its outcomes are reviewed one by one, and what comes of it is taken away."""

from pathlib import PurePath
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from socwork_standard.data.locate import examples_directory
from socwork_standard.errors import InputError, joined
from socwork_standard.i18n import failure, place, text
from socwork_standard.model.base import Language
from socwork_standard.web import jobs_curriculum as jobs
from socwork_standard.web.answers import XLSX, download
from socwork_standard.web.forms import Upload, read_uploads
from socwork_standard.web.held import Review
from socwork_standard.web.jobs_curriculum import File, Given, ReadFiles
from socwork_standard.web.languages import language_of
from socwork_standard.web.pages.check import remember_language
from socwork_standard.web.pages.curriculum_words import CoverageBars, OutcomeList
from socwork_standard.web.problems import Problem, Refused
from socwork_standard.web.render import render
from socwork_standard.web.services import services_of
from socwork_standard.web.wording import sentence
from socwork_standard.web.wording import told as worded

router = APIRouter()
SAMPLE = "programmes/social-work.yaml"
"""The sample, below the examples of the package."""
MOST_NOTES = 300
"""So much of what was not used is listed."""


def sample_bytes() -> bytes:
    """The sample curriculum."""
    return (examples_directory() / SAMPLE).read_bytes()


@router.get("/curriculum")
async def start(request: Request) -> Response:
    """Show how to begin: a file, the template, the sample."""
    return _start(request)


@router.post("/curriculum")
async def begin(request: Request) -> Response:
    """Read the file, or the sample, and go to its page."""
    fields, files = await read_uploads(request)
    remember_language(request, fields)
    if fields.get("lang") and "do" not in fields:
        return _start(request)
    services, language = services_of(request), language_of(request)
    try:
        given = _given(fields, files, services.settings.limits.pdf_pages)
        found = await services.workers.heavy(jobs.read, given)
        _check_size(found, services.settings.limits.outcomes)
    except InputError as wrong:
        return _start(request, told(wrong, language))
    assert given.file is not None
    review = await services.workers.light(Review, services.standard, found, given.file[1])
    key = services.curricula.put(review)
    if key is None:
        raise Refused(Problem("busy", text(language, "web.curriculum.full")))
    return RedirectResponse(f"/curriculum/{key}", 303)


def _given(fields: dict[str, str], files: dict[str, Upload], pdf_pages: int) -> Given:
    sample = fields.get("do") == "sample"
    sent: File | None = (sample_bytes(), "social-work.yaml") if sample else sent_file(files, "file")
    if sent is None:
        raise InputError("no file was chosen.", "file", "Choose a curriculum, or begin with the sample.")
    decisions = sent_file(files, "decisions")
    return Given(file=sent, decisions=(decisions,) if decisions else (), pdf_pages=pdf_pages)


def sent_file(files: dict[str, Upload], name: str) -> File | None:
    """The file of a field, where one was chosen."""
    found = files.get(name)
    return (found.content, PurePath(found.name).name or name) if found else None


def _check_size(found: ReadFiles, most: int) -> None:
    number = len(found.found.curriculum.outcomes())
    if number > most:
        raise InputError(
            "the curriculum has {n} outcomes; at most {most} are reviewed on a page.",
            "file",
            "Give a part of it, or use socwork review.",
            n=number,
            most=most,
        )


def told(wrong: InputError, language: Language) -> str:
    """A mistake in a file, in words: what, where, how to mend it."""
    what, mend = worded(language, wrong)
    where = "" if wrong.where in {"file", "decisions", ""} else place(language, wrong.where)
    return joined(sentence(what), where, mend)


def _start(request: Request, wrong: str = "") -> Response:
    limits = services_of(request).settings.limits
    return render(
        request,
        "curriculum.html",
        status=422 if wrong else 200,
        form="begin",
        wrong=wrong,
        limits=limits,
        hours=f"{limits.curriculum_seconds / 3600:g}",
        forgotten=request.query_params.get("forgotten") == "1",
    )


@router.get("/curriculum/template.xlsx")
async def template(request: Request) -> Response:
    """Give the spreadsheet to fill in, as `socwork template curriculum` does."""
    from socwork_standard.programme.read_template import curriculum_template
    from socwork_standard.sheets.template import template_bytes

    services, language = services_of(request), language_of(request)
    made = await services.workers.light(
        lambda: template_bytes(curriculum_template(services.standard, language))
    )
    return download(made, "curriculum.xlsx", XLSX)


@router.get("/curriculum/sample.yaml")
async def sample() -> Response:
    """Give the sample programme, to see how a curriculum is written."""
    return download(sample_bytes(), "social-work.yaml", "application/yaml")


# -- one curriculum -------------------------------------------------------------------------------------------------


def review_of(request: Request, key: str) -> Review:
    """The curriculum under an address; a page that says that it is forgotten where it is not there."""
    found = services_of(request).curricula.get(key)
    if found is None:
        raise Refused(Problem("not-found", text(language_of(request), "web.curriculum.gone")))
    return found


@router.get("/curriculum/{key}")
async def overview(request: Request, key: str) -> Response:
    """Show what was read, what was not understood, how far the review is, and what can be taken away."""
    return await _overview(request, key, review_of(request, key))


async def _overview(request: Request, key: str, review: Review, wrong: str = "") -> Response:
    language, services = language_of(request), services_of(request)
    saved = review.saved if request.query_params.get("saved") == "1" else None

    def words() -> dict[str, Any]:
        return {
            "bars": CoverageBars(
                review.coverage(), services.standard, language, saved.before if saved else None
            ),
            "outcomes": OutcomeList(review, language),
            "problems": [one.line(language) for one in review.found.problems],
            "unplaced": [failure(language, one) for one in review.problems],
            "notes": [(one.place.words(language), one.text) for one in review.found.notes[:MOST_NOTES]],
        }

    return render(
        request,
        "curriculum_overview.html",
        status=422 if wrong else 200,
        key=key,
        review=review,
        wrong=wrong,
        saved=saved,
        hours=f"{services.curricula.seconds / 3600:g}",
        more_notes=max(0, len(review.found.notes) - MOST_NOTES),
        loaded=request.query_params.get("loaded") == "1",
        **await services.workers.light(words),
    )


@router.post("/curriculum/{key}")
async def change(request: Request, key: str) -> Response:
    """Forget the curriculum, or go on with a decisions file."""
    fields, files = await read_uploads(request)
    services, language = services_of(request), language_of(request)
    if fields.get("do") == "forget":
        services.curricula.forget(key)
        return RedirectResponse("/curriculum?forgotten=1", 303)
    review = review_of(request, key)
    try:
        file = _chosen(files)
        found = await services.workers.heavy(jobs.read_decisions, review.found, file)
    except InputError as wrong:
        return await _overview(request, key, review, told(wrong, language))
    await services.workers.light(review.load, found)
    return RedirectResponse(f"/curriculum/{key}?loaded=1", 303)


def _chosen(files: dict[str, Upload]) -> File:
    file = sent_file(files, "decisions")
    if file is None:
        raise InputError("no file was chosen.", "decisions", "Choose a decisions file.")
    return file
