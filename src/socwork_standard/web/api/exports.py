"""`/api/v1/exports` and `/api/v1/vacancy`: the standard in the formats of other systems, and the text of a vacancy."""

import zipfile
from io import BytesIO
from pathlib import PurePosixPath
from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi import Path as PathValue
from starlette.requests import Request
from starlette.responses import Response
from typing_extensions import TypedDict

from socwork_standard.exports.formats import (
    Asked,
    CurriculumPart,
    Files,
    Part,
    export_format,
    formats_data,
)
from socwork_standard.exports.framework import framework
from socwork_standard.exports.identifiers import Identifiers, checked_base
from socwork_standard.model.base import LANGUAGES, Language
from socwork_standard.web.answers import day_of
from socwork_standard.web.api.answers import (
    DayQuery,
    LangQuery,
    any_known,
    is_known,
    problems,
    standard_answer,
    standard_headers,
)
from socwork_standard.web.api.standard import CardKey
from socwork_standard.web.languages import language_of
from socwork_standard.web.services import Services, services_of

router = APIRouter(tags=["exchange"])
MEDIA = {
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".ttl": "text/turtle; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".zip": "application/zip",
}
_CONTENT: dict[str, dict[str, Any]] = {media.partition(";")[0]: {} for media in MEDIA.values()}
_OLDEST = (1980, 1, 1, 0, 0, 0)
"""The day in every archive: the same files give the same bytes."""


class ExportFormatRow(TypedDict):
    """A format: what it keeps of the standard, keeps in part, and loses."""

    format: str
    about: str
    keeps: list[Part]
    partly: list[Part]
    lost: list[Part]


class CurriculumFormatRow(TypedDict):
    """A format of what a curriculum covers: what it keeps of the curriculum, keeps in part, and loses."""

    format: str
    about: str
    keeps: list[CurriculumPart]
    partly: list[CurriculumPart]
    lost: list[CurriculumPart]


class FormatList(TypedDict):
    """The formats that the standard can be written in, and those of a curriculum's coverage (command line only)."""

    formats: list[ExportFormatRow]
    curriculum_formats: list[CurriculumFormatRow]


class VacancyText(TypedDict):
    """The text of a vacancy, ready to copy."""

    card: int
    category: str
    language: Language
    text: str


@router.get("/exports", response_model=FormatList, responses={304: {}, **problems()})
async def exports(request: Request, lang: LangQuery = None) -> Response:
    """List the formats with what each keeps of the standard and what is lost in it."""
    del lang
    language = language_of(request)
    return await standard_answer(request, language, lambda: formats_data(language))


@router.get(
    "/exports/{format}",
    response_class=Response,
    responses={200: {"content": _CONTENT}, 304: {}, **problems("not-found", "not-installed", "too-long")},
)
async def export(
    request: Request,
    name: Annotated[
        str, PathValue(alias="format", description="see /exports", max_length=60, examples=["skos"])
    ],
    card: Annotated[
        list[str] | None, Query(description="only these cards; may be repeated", max_length=20)
    ] = None,
    base_uri: Annotated[
        str, Query(description="begin every URI with this; else they are urn:uuid:…", max_length=300)
    ] = "",
    lang: Annotated[
        Language | None,
        Query(description="only this language, where a format has one a file; absent: all three"),
    ] = None,
) -> Response:
    """Write the standard in a format; several files come as one ZIP archive. The same question, the same bytes."""
    services = services_of(request)
    headers = standard_headers(request, lang or "all")
    headers["Content-Language"] = lang or ", ".join(LANGUAGES)
    if is_known(request, headers) or any_known(request):
        export_format(name)
        for one in card or ():
            services.standard.card(one)
        return Response(status_code=304, headers=headers)
    languages: tuple[Language, ...] = (lang,) if lang else LANGUAGES
    files = await services.workers.light(written, services, name, card or [], base_uri, languages)
    file, content = one_file(files, f"{services.standard.code}-{name}")
    headers["Content-Disposition"] = f'attachment; filename="{file}"'
    return Response(content, 200, headers, MEDIA[PurePosixPath(file).suffix])


def written(
    services: Services, name: str, cards: list[str], base: str, languages: tuple[Language, ...]
) -> Files:
    """The files of a format."""
    wanted = export_format(name)
    standard = services.standard
    chosen = tuple(standard.card(one).point for one in cards)
    ids = Identifiers(standard.editions_file.namespace, checked_base(base))
    return wanted.write(Asked(framework(standard, chosen), ids, languages))


def one_file(files: Files, stem: str) -> tuple[str, bytes]:
    """Name and content of what is sent: the file itself, or an archive of several that is the same every time."""
    if len(files) == 1:
        return next(iter(files.items()))
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(name, _OLDEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return f"{stem}.zip", packed.getvalue()


@router.get(
    "/vacancy/{key}",
    response_model=VacancyText,
    responses={304: {}, **problems("not-found", "bad-input")},
)
async def vacancy(
    request: Request,
    key: CardKey,
    category: Annotated[str, Query(description="none, second, first or highest", max_length=60)] = "none",
    full: Annotated[bool, Query(description="with every ability and knowledge")] = False,  # noqa: FBT002 - a query
    on: DayQuery = None,
    lang: LangQuery = None,
) -> Response:
    """Give the text of a vacancy made from a card, as `socwork vacancy --format json` does."""
    del lang
    from socwork_standard.reports.vacancy import as_plain, vacancy_page

    services, day, language = services_of(request), day_of(on, "on"), language_of(request)

    def make() -> dict[str, Any]:
        card = services.standard.card(key, day)
        asked = services.checker.category(card, category)
        page = vacancy_page(services.standard, card, asked, language, day=day, full=full)
        return {"card": card.point, "category": asked, "language": language, "text": as_plain(page)}

    return await standard_answer(request, language, make)
