"""Files of the directory: which are missing or do not belong, their text form, and personal data."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from socwork_standard.checks.context import Data, make
from socwork_standard.checks.parity import EXCEPTIONS_FILE, held_exceptions
from socwork_standard.checks.problem import Problem
from socwork_standard.data.parts import part_files
from socwork_standard.errors import DataError, Said

REQUIRED = (
    "editions",
    "readings",
    "vocabulary/education-levels",
    "vocabulary/specialities",
    "vocabulary/qualifications",
    "vocabulary/posts",
    "vocabulary/legal-acts",
    "vocabulary/values",
)
_PERSONAL = {
    "12 digits, as an ИИН has": re.compile(r"(?<![\w/-])\d{12}(?![\w/-])"),
    "an e-mail address": re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    "a telephone number": re.compile(
        r"(?<![\w/=.-])(?:\+\d[\d ()-]{8,}\d|8[ -]?\(?7\d{2,3}\)?[ -]?\d{2,3}[ -]?\d\d[ -]?\d\d)(?![\w-])"
    ),
}


def check_files(data: Data) -> Iterator[Problem]:
    """Missing and unknown files, names of card files, Unicode form, personal data."""
    yield from _missing(data)
    yield from _unknown(data)
    yield from _exceptions(data)
    for part, card in data.cards:
        wanted = f"{card.point:02d}-{card.slug}.yaml"
        if Path(part.file).name != wanted:
            yield part.problem(
                "D107",
                ("point",),
                Said("the file of card {card} must be called {wanted}.", card=card.point, wanted=wanted),
            )
    for part in data.parts.values():
        yield from _lines(data.directory / part.file, part.file)


def _missing(data: Data) -> Iterator[Problem]:
    names = {part.name for part in data.parts.values()}
    for name in REQUIRED:
        if name not in names:
            file = name.replace("vocabulary/", "vocabularies/") + ".yaml"
            yield make("D105", file, Said("{file} is missing.", file=file))
    if not any(name.endswith("/order") for name in names):
        yield make("D105", "editions", "no edition holds order.yaml.")


def _unknown(data: Data) -> Iterator[Problem]:
    known = {path for _, path in part_files(data.directory)} | {data.directory / EXCEPTIONS_FILE}
    for path in sorted(data.directory.rglob("*.y*ml")):
        if path not in known:
            file = path.relative_to(data.directory).as_posix()
            yield make("D106", file, Said("{file} is not read by anything.", file=file))


def _exceptions(data: Data) -> Iterator[Problem]:
    """The exceptions of the comparison of languages are no part of the data, but must be readable."""
    try:
        held_exceptions(data.directory)
    except DataError as failure:
        what, mend = failure.said
        where = failure.where.replace(f"{data.directory}/", "")
        yield make("D102", where, what, mend)


def _lines(path: Path, file: str) -> Iterator[Problem]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return  # reading it has given a problem already
    plain = [
        number
        for number, line in enumerate(text.split("\n"), 1)
        if not unicodedata.is_normalized("NFC", line)
    ]
    if plain:
        words = Said("the line is not in form NFC.")
        if len(plain) > 1:
            words = Said("the line is not in form NFC ({n} lines in all).", n=len(plain))
        yield make("D103", f"{file}:{plain[0]}", words)
    for number, line in enumerate(text.split("\n"), 1):
        for what, pattern in _PERSONAL.items():
            if pattern.search(line):
                yield make("D104", f"{file}:{number}", Said("the line holds {found}.", found=Said(what)))
