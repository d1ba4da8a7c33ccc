"""Opening a CV: which format it is, JSON or XML, and what of it is refused."""

import json
from collections.abc import Mapping
from typing import Any
from xml.parsers import expat

from socwork_standard.data.files import BLANK, check_size
from socwork_standard.errors import InputError, Said
from socwork_standard.register.cv import CV_FORMS, Cv, CvForm
from socwork_standard.register.cv_europass import is_europass, read_europass
from socwork_standard.register.cv_json_resume import is_json_resume, read_json_resume

MOST_BYTES = 20_000_000
MOST_DEPTH = 60


def read_cv(raw: bytes, name: str, form: str | None = None) -> Cv:
    """The CV in a file's bytes; its format is found out unless it is named.

    An `InputError` says what is wrong with the file: it is empty, too large, neither JSON nor XML, or another format.
    """
    wanted = _form(form)
    check_size(raw, name, MOST_BYTES)
    if not raw.strip(BLANK):
        raise InputError("the file is empty.", name, "Check that it was saved and copied whole.")
    value = _xml(raw, name) if b"<" in raw.lstrip(BLANK)[:1] else _json(raw, name)
    if is_europass(value) and wanted != "json-resume":
        return read_europass(value)
    if is_json_resume(value) and wanted != "europass":
        return read_json_resume(value)
    if wanted is not None:
        raise InputError(
            "the file is no CV of the format {form}.",
            name,
            "Leave --from out, or check the file.",
            form=wanted,
        )
    raise InputError(
        "the file is neither a JSON Resume nor a Europass CV.",
        name,
        "A JSON Resume has `work` or `education`; a Europass CV has `LearnerInfo` or `Candidate`.",
    )


def _form(form: str | None) -> CvForm | None:
    if form is None:
        return None
    for one in CV_FORMS:
        if one == form:
            return one
    raise InputError(
        "there is no format {name!r}.",
        "--from",
        "Use one of: {listed}.",
        name=form,
        listed=", ".join(CV_FORMS),
    )


# -- JSON ---------------------------------------------------------------------------------------------------------


def _json(raw: bytes, name: str) -> Any:  # noqa: ANN401 - JSON
    try:
        return json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise InputError("the file is not in UTF-8.", name, "Save it as UTF-8.") from None
    except json.JSONDecodeError as failure:
        raise InputError(
            "the file is no sound JSON ({reason}).",
            f"{name}:{failure.lineno}",
            "Export the CV again as JSON or XML.",
            reason=Said(failure.msg),
        ) from None
    except (RecursionError, ValueError):
        raise _too_deep(name) from None


def _too_deep(name: str) -> InputError:
    return InputError(
        "the file is nested too deep, or holds numbers too long, for a CV.",
        name,
        "Export the CV again as JSON or XML.",
    )


# -- XML ----------------------------------------------------------------------------------------------------------


class _Forbidden(Exception):
    """The file declares a document type: entities could be anything."""


class _Deep(Exception):
    """The file is nested too deep."""


class _Builder:
    """Elements as JSON would have them: children by their names, several in a list, attributes with a capital.

    Dates stand in attributes: `<From year="2016" month="--09"/>` becomes `{"Year": "2016", "Month": "--09"}`.
    """

    def __init__(self) -> None:
        self.root: dict[str, Any] = {}
        self._open: list[tuple[str, dict[str, Any], dict[str, Any], list[str]]] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._open) >= MOST_DEPTH:
            raise _Deep
        capital = {_local(key)[:1].upper() + _local(key)[1:]: one for key, one in attributes.items()}
        self._open.append((_local(name), capital, {}, []))

    def text(self, words: str) -> None:
        if self._open:
            self._open[-1][3].append(words)

    def end(self, _name: str) -> None:
        name, attributes, children, parts = self._open.pop()
        words = "".join(parts).strip()
        value: Any = {**attributes, **children} if children or not words else words
        into = self._open[-1][2] if self._open else self.root
        if name not in into:
            into[name] = value
        elif isinstance(into[name], list):
            into[name].append(value)
        else:
            into[name] = [into[name], value]

    def refuse(self, *_parts: object) -> None:
        raise _Forbidden


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _xml(raw: bytes, name: str) -> Mapping[str, Any]:
    builder, parser = _Builder(), expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.text
    parser.StartDoctypeDeclHandler = builder.refuse
    try:
        parser.Parse(raw, True)  # noqa: FBT003 - the library's own signature
    except (expat.ExpatError, LookupError, ValueError):
        raise InputError(
            "the file is no sound XML.",
            f"{name}:{parser.ErrorLineNumber}",
            "Export the CV again as JSON or XML.",
        ) from None
    except _Forbidden:
        raise InputError(
            "the file declares a document type, which no CV needs.",
            name,
            "Export the CV again, or take the line with DOCTYPE out.",
        ) from None
    except _Deep:
        raise _too_deep(name) from None
    return builder.root
