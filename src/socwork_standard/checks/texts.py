"""Are the errors, the problems of the data and the help of the commands there in Kazakh and Russian?

`python -m socwork_standard.cli.texts` lists each English text that has no translation, each translation whose English
text is gone, and those that look wrong: placeholders that differ, Kazakh without its letters, Latin words that are no
name.  The texts of errors are read from the source: the words of everything that is raised stand there as constants.
"""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Literal, NamedTuple

from socwork_standard.checks.kinds import KINDS
from socwork_standard.checks.translated import Text
from socwork_standard.errors import FOREIGN, STANDARD_INPUT, THE_FORM
from socwork_standard.i18n import translations
from socwork_standard.model.base import Language

Subject = Literal["errors", "help"]
OTHERS: tuple[Language, ...] = ("kk", "ru")
SOURCE = Path(__file__).resolve().parent.parent

_ERRORS = frozenset({"DataError", "LookupFailure", "InputError", "MissingExtra"})
_PLACES: dict[str, tuple[int, ...]] = {**dict.fromkeys(_ERRORS, (0, 2)), "Said": (0,)}
_MAKERS: dict[str, dict[str, tuple[int, ...]]] = {
    "data/strict_yaml.py": {"error": (0, 2), "fail": (1, 2)},
    "checks/": {"problem": (2,), "make": (2,)},
}
"""Functions of some modules that take the words of an error, with the places of those words among their arguments."""

_KAZAKH = frozenset("ӘәҒғҚқҢңӨөҰұҮүҺһІі")
_QUOTED = re.compile(r"\([^)]*\)")
_LONG = 40
_LATIN = re.compile(r"(?<![\w/.`-])[A-Za-z][A-Za-z_-]*[A-Za-z](?![\w`])")
_CODE = re.compile(
    r"`[^`]*`|\{[^}]*\}|socwork(?: [a-z]+)*|(?<!\w)--?[a-z][\w-]*|\S*[/=@<>\\]\S*|\S*\.[a-z]+\b|\b[A-Z_]{2,}\b"
    r"|pip install \S+"
)
_NAMES_OF_PROGRAMS = """
    API CSV HTTP JSON NFC NUL PDF PNG SVG XML YAML PostgreSQL Parquet Excel Markdown Word LibreOffice Unicode Arrow
    Moodle OpenSALT Frictionless Resume Europass json-resume europass coverage-case coverage-schema-org psycopg pyarrow
    rdflib onnxruntime tokenizers zip socwork-standard Ctrl-C
"""
_WORDS_OF_FILES = """
    kk ru en id json markdown text list struct bool true false null card function skill competency term level position
    start category none second first highest held all requirements functions personal links names defects eligible
    not_eligible needs_evidence needs_ruling practice literal answer structure wording extraction education experience
    training attested legal-acts social-worker standard_data by_category name file map urn uuid
"""
_NAMES = frozenset(f"{_NAMES_OF_PROGRAMS} {_WORDS_OF_FILES}".split())
"""Latin words that a Kazakh or Russian text may hold: names, and words of files and of the command line."""


class Finding(NamedTuple):
    """What is wrong with a text in a language: `missing`, `unused`, `placeholders`, `letters` or `latin`."""

    subject: Subject
    language: Language
    kind: str
    key: str


# -- the texts of the source --------------------------------------------------------------------------------------


class Raised(NamedTuple):
    """A place of the source that raises or words an error; `texts` is empty where the words are no constants."""

    file: str
    line: int
    texts: tuple[str, ...]


@cache
def raised() -> tuple[Raised, ...]:
    """Every place of the source that words an error."""
    return tuple(
        one
        for path in sorted(SOURCE.rglob("*.py"))
        for one in _in_module(path.relative_to(SOURCE).as_posix(), path.read_text(encoding="utf-8"))
    )


def _in_module(name: str, source: str) -> Iterator[Raised]:
    makers = next((found for start, found in _MAKERS.items() if name.startswith(start)), {})
    places = {**_PLACES, **makers}
    if not any(word in source for word in places):
        return
    tree = ast.parse(source)
    known = _constants(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            for words in _words_of(node, places):
                yield Raised(name, node.lineno, tuple(_texts(words, known)))


def _words_of(call: ast.Call, places: Mapping[str, tuple[int, ...]]) -> Iterator[ast.expr]:
    """The arguments of a call that hold the words of an error; words that are `Said` are met by themselves."""
    function = call.func
    name = function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
    given = [one for place, one in enumerate(call.args) if place in places.get(name, ())]
    if name in places and not any(isinstance(one, ast.Starred) for one in call.args):
        yield from (one for one in given if not isinstance(one, ast.Call) and _is_text(one))
    if name in _ERRORS:
        yield from (one.value for one in call.keywords if one.arg in {"what", "mend"})


def _is_text(words: ast.expr) -> bool:
    return not (isinstance(words, ast.Constant) and words.value == "")


def _constants(tree: ast.Module) -> dict[str, list[str]]:
    """Names that are given constant texts anywhere in the module."""
    found: dict[str, list[str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            if isinstance(target, ast.Name) and (texts := list(_texts(node.value, {}))):
                found.setdefault(target.id, []).extend(texts)
    return found


def _texts(words: ast.expr, known: Mapping[str, list[str]]) -> Iterator[str]:
    if isinstance(words, ast.Constant) and isinstance(words.value, str):
        if words.value:
            yield words.value
    elif isinstance(words, ast.IfExp):
        yield from _texts(words.body, known)
        yield from _texts(words.orelse, known)
    elif isinstance(words, ast.Name):
        yield from known.get(words.id, ())
    elif isinstance(words, ast.Dict):
        for value in words.values:
            yield from _texts(value, known)


def error_texts() -> tuple[str, ...]:
    """Every English text that a person may see as an error or as a problem of the data, once each."""
    texts = [text for one in raised() for text in one.texts if _has_words(text)]
    texts += [kind.mend for kind in KINDS]
    texts += (*FOREIGN, STANDARD_INPUT, THE_FORM)
    texts += _fields()
    return tuple(dict.fromkeys(texts))


def _has_words(text: str) -> bool:
    return any(letter.isalpha() for letter in re.sub(r"\{[^}]*\}", "", text))


def _fields() -> Iterable[str]:
    """The names of the fields that take words of a vocabulary, as an error says them."""
    from socwork_standard.data.load import load_standard

    return (field.replace("-", " ") for field in load_standard().values)


def messages(subject: Subject, english: Iterable[str]) -> Iterator[Text]:
    """The texts of errors or of help in the three languages, each with its English words as its id."""
    kk, ru = translations(subject, "kk"), translations(subject, "ru")
    return (Text(subject, one, kk.get(one), ru.get(one), one) for one in english)


# -- what is wrong with their translations ------------------------------------------------------------------------


def findings(subject: Subject, english: Iterable[str]) -> Iterator[Finding]:
    """What is wrong with the translations of these English texts."""
    texts = tuple(dict.fromkeys(english))
    for language in OTHERS:
        table = translations(subject, language)
        for text in texts:
            if text not in table:
                yield Finding(subject, language, "missing", text)
        for text, translation in table.items():
            if text not in texts:
                yield Finding(subject, language, "unused", text)
            for kind in faults(language, text, translation):
                yield Finding(subject, language, kind, text)


def faults(language: Language, english: str, translation: str) -> Iterator[str]:
    """What looks wrong with one translation: placeholders, letters of the language, Latin words that are no name."""
    if _fields_of(english) != _fields_of(translation):
        yield "placeholders"
    letters = [letter for letter in _CODE.sub("", translation) if letter.isalpha()]
    if language == "kk" and len(letters) >= _LONG and _KAZAKH.isdisjoint(letters):
        yield "letters"
    if language == "ru" and not _KAZAKH.isdisjoint(_QUOTED.sub("", translation)):
        yield "letters"
    if set(_LATIN.findall(_CODE.sub("", translation))) - _NAMES:
        yield "latin"


def _fields_of(text: str) -> list[tuple[str, str, str]]:
    """The placeholders of a text with how they are shown; none where its braces are no placeholders."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        return []
    return sorted((name, spec or "", how or "") for _, name, spec, how in parts if name is not None)
