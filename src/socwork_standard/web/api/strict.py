"""What no end point passes over in silence: unknown keys of an address or of a form, and halves of characters.

A key that is not known may be a mistyped one that means another day or another card; the pages, whose addresses people
keep and share, pass such keys over.
"""

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from fastapi.exceptions import RequestValidationError
from starlette.requests import Request

from socwork_standard.errors import InputError
from socwork_standard.text import has_half_letter
from socwork_standard.web.forms import Upload

_ESCAPED_HALF = re.compile(rb"\\u[dD][89a-fA-F]")


async def known_query(request: Request) -> None:
    """Raise `InputError` where the address has a key that the end point does not know."""
    known = [one.alias for one in request.scope["route"].dependant.query_params]
    unknown = sorted(set(request.query_params) - set(known))
    if unknown:
        raise InputError(
            "the address has keys that are not known here: {names}.",
            f"?{unknown[0]}",
            "Known are: {listed}.",
            names=_named(unknown),
            listed=", ".join(known),
        )


def known_form(
    fields: Mapping[str, str], files: Mapping[str, Upload], texts: Collection[str], uploads: Collection[str]
) -> None:
    """Raise `InputError` where a form has a part that is not known, or a text where a file is expected."""
    unknown = sorted(one for one in {*fields, *files} if one not in texts and one not in uploads)
    if unknown:
        raise InputError(
            "the form has fields that are not known here: {names}.",
            unknown[0],
            "Known are: {listed}.",
            names=_named(unknown),
            listed=", ".join((*uploads, *texts)),
        )
    for name in fields:
        if name not in texts:
            raise InputError(
                "the field {name!r} was sent as text.",
                name,
                "Send it as a file, with a file name.",
                name=name,
            )
    for name in files:
        if name not in uploads:
            raise InputError(
                "the field {name!r} was sent as a file.",
                name,
                "Send it as text, without a file name.",
                name=name,
            )


def _named(names: list[str]) -> str:
    return ", ".join(repr(one[:60]) for one in names[:10])


def refused(errors: Sequence[Mapping[str, Any]], raw: bytes) -> RequestValidationError:
    """What pydantic found in a body that an end point read itself, as fastapi would tell it."""
    try:
        body = json.loads(raw)
    except (ValueError, RecursionError):
        body = None
    return RequestValidationError(errors, body=body)


async def whole_letters(request: Request) -> None:
    """Raise `InputError` where JSON holds half a character: no file and no answer could hold it."""
    if request.headers.get("content-type", "").startswith("multipart/form-data"):
        return
    body = await request.body()
    if not _ESCAPED_HALF.search(body):
        return
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        return  # whoever reads it says what is wrong with it
    for place, value in _texts(content, "body"):
        if has_half_letter(value):
            raise InputError(
                "the text holds half a character (a lone surrogate).",
                place,
                "Write the whole character, or leave it out.",
            )


def _texts(value: Any, place: str) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - JSON
    """Every text and every key of a JSON value, with the place where it stands."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield place, key
            yield from _texts(one, f"{place}/{key}")
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from _texts(one, f"{place}/{number}")
