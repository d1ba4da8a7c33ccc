"""The first page: the tasks, what the answers rest on, and what the server does not do."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from socwork_standard.reports.outdated import outdated
from socwork_standard.web.languages import language_of
from socwork_standard.web.render import NAVIGATION, render
from socwork_standard.web.services import services_of

router = APIRouter()


@router.get("/")
async def home(request: Request) -> Response:
    """Show the tasks."""
    services, language = services_of(request), language_of(request)
    standard = services.standard
    return render(
        request,
        "home.html",
        tasks=[(path, key) for path, key in NAVIGATION],
        standard=standard,
        name=standard.editions_file.name.text(language),
        note=standard.editions_file.translations_note.text(language),
        advised=outdated(standard, standard.points, language),
    )
