"""Do the languages of a text agree?  Figures, levels, acts, lists and letters, compared by program.

What a program can compare is little, so each rule is made to be silent where the languages are free to differ: it
counts only what every translation must keep.  A difference that is right all the same is listed with its reason
(`Exceptions`); an exception that excuses nothing any more is reported too.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import Field

from socwork_standard.checks.naming import ActNames
from socwork_standard.checks.translated import Text
from socwork_standard.data.strict_yaml import read_yaml
from socwork_standard.model.base import LANGUAGES, Language, Model
from socwork_standard.model.vocabulary import Term

Rule = Literal["figures", "levels", "acts", "lists", "letters", "form"]

KAZAKH_LETTERS = frozenset("әғқңөұүһіӘҒҚҢӨҰҮҺІ")
LONG_TEXT = 40
"""A Kazakh text with more letters than this has at least one letter that Russian lacks."""

_FIGURE = re.compile(r"\d+")
_MONTHS: dict[Language, str] = {
    "kk": "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    "ru": "январ феврал март апрел ма[йя] июн июл август сентябр октябр ноябр декабр",
    "en": "january february march april may june july august september october november december",
}
_MONTH: dict[Language, re.Pattern[str]] = {
    language: re.compile(
        r"(?<=\d )(?:" + "|".join(f"({name})" for name in names.split()) + ")", re.IGNORECASE
    )
    for language, names in _MONTHS.items()
}
_BRACKETS = re.compile(r"\(([^()]*)\)")
_CYRILLIC = re.compile(r"[\u0400-\u04FF]")
_QUOTED = re.compile(r"«[^»]*»|\"[^\"]*\"")
_CODE = re.compile(r"`[^`]*`|\{[^{}]*\}")
_JOINING: dict[Language, re.Pattern[str]] = {
    "kk": re.compile(r",(?: және)?|\b(?:және|мен|бен|пен|немесе)\b", re.IGNORECASE),
    "ru": re.compile(r",(?: и| или)?\b|,|\b(?:и|или)\b", re.IGNORECASE),
    "en": re.compile(r",(?: and| or)?\b|,|\b(?:and|or)\b", re.IGNORECASE),
}
"""What joins the members of a bracketed list."""
_PARTING: dict[Language, re.Pattern[str]] = {
    "kk": re.compile(r"[,;]|\b(?:және|мен|бен|пен|немесе|әрі)\b", re.IGNORECASE),
    "ru": re.compile(r"[,;]|\b(?:и|или|с|со)\b", re.IGNORECASE),
    "en": re.compile(r"[,;]|\b(?:and|or|with)\b", re.IGNORECASE),
}
"""Everything that may part the members of a list."""
_SEMICOLON: dict[Language, re.Pattern[str]] = dict.fromkeys(LANGUAGES, re.compile(";"))
_JOINED_BEFORE = re.compile(r"^(?:және|немесе|и|или|and|or) ", re.IGNORECASE)
_WITH_LISTS = frozenset({"cards", "functions", "skills", "clauses", "competencies", "vocabularies"})

# What may stand between the name of a category and the word itself: жоғары, бірінші, екінші санаттар.
_KK = r"(?:[, ]+(?:және )?(?:бірінші|екінші|жоғары))* санат"
_RU = r"\w+(?:(?:, | и )(?:перв|втор|высш)\w+)* категор"
_EN = r"(?:(?:, | and )(?:first|second|highest))* categor"
LEVELS: dict[str, dict[Language, re.Pattern[str]]] = {
    name: {
        "kk": re.compile(kk, re.IGNORECASE),
        "ru": re.compile(ru, re.IGNORECASE),
        "en": re.compile(en, re.IGNORECASE),
    }
    for name, kk, ru, en in (
        ("second category", f"екінші{_KK}", f"втор{_RU}", f"second{_EN}"),
        ("first category", f"бірінші{_KK}", f"перв{_RU}", f"first{_EN}"),
        ("highest category", f"(?<!нен )жоғары{_KK}", f"высш{_RU}", f"highest{_EN}"),
        ("bachelor", r"бакалавр", r"бакалавр", r"bachelor"),
        ("master", r"магистр", r"магистр", r"\bmaster(?:'s| of\b| degree)"),
        ("residency", r"резидентура", r"резидентур", r"residency"),
        ("doctoral studies", r"докторантура", r"докторантур", r"doctoral studies|doctorate"),
        (
            "candidate of science",
            r"ғылым(?:дар\w*)? кандидат",
            r"кандидат\w*(?: \w+ доктор\w*)? наук",
            r"candidate(?: or doctor)? of science",
        ),
    )
}
"""Words of categories and of education levels that every language must have where one has them."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A text whose languages do not agree: by which rule, and what each of them says."""

    group: str
    id: str
    rule: Rule
    found: tuple[tuple[Language, str], ...]

    def as_dict(self) -> dict[str, object]:
        """The difference, ready for JSON."""
        return {"kind": self.group, "id": self.id, "rule": self.rule, "found": dict(self.found)}


class ParityException(Model):
    """A difference that is right, with the reason."""

    id: str = Field(description="where the text stands: its kind, a colon, its id")
    rule: Rule
    reason: str = Field(min_length=10)


class Exceptions(Model):
    """Differences that are right."""

    exceptions: tuple[ParityException, ...]


EXCEPTIONS_FILE = "parity-exceptions.yaml"
"""The file of a standard directory that lists the differences of its texts that are right."""


def held_exceptions(directory: Path) -> tuple[ParityException, ...]:
    """The exceptions that a standard directory holds; none where it has no such file."""
    file = directory / EXCEPTIONS_FILE
    return read_yaml(file).build(Exceptions).exceptions if file.is_file() else ()


@dataclass(frozen=True, slots=True)
class Parity:
    """The outcome of a comparison: how many texts, the differences, and how many of them were excused."""

    compared: int
    differences: tuple[Difference, ...]
    excepted: int
    unused: tuple[ParityException, ...]

    @property
    def agrees(self) -> bool:
        """Do all texts agree, and is no exception left over?"""
        return not self.differences and not self.unused


def compare_languages(
    texts: Iterable[Text], acts: Iterable[Term], exceptions: Iterable[ParityException] = ()
) -> Parity:
    """Compare the languages of every text by every rule."""
    names = ActNames(acts)
    rules: tuple[Callable[[Text], Iterator[Difference]], ...] = (
        _figures,
        _levels,
        lambda text: _acts(text, names),
        _lists,
        _letters,
        _form,
    )
    compared = 0
    found: list[Difference] = []
    for text in texts:
        compared += 1
        found.extend(difference for rule in rules for difference in rule(text))
    excused = {(one.id, one.rule): one for one in exceptions}
    keys = {(f"{one.group}:{one.id}", one.rule) for one in found}
    kept = tuple(one for one in found if (f"{one.group}:{one.id}", one.rule) not in excused)
    unused = tuple(one for key, one in excused.items() if key not in keys)
    return Parity(compared, kept, len(found) - len(kept), unused)


def _said(text: Text) -> dict[Language, str]:
    """What each language says, without names of commands and placeholders; an absent language is not compared."""
    return {
        language: _CODE.sub("", found) for language in LANGUAGES if (found := text.text(language)) is not None
    }


def _own_words(text: Text) -> dict[Language, str]:
    """What each language says, in defects without their quotes of the order, which are Kazakh in every language."""
    said = _said(text)
    return {one: _QUOTED.sub("", found) for one, found in said.items()} if text.group == "defects" else said


def _unless_equal(
    text: Text, rule: Rule, values: Mapping[Language, object], shown: Mapping[Language, object]
) -> Iterator[Difference]:
    it = iter(values.values())
    first = next(it, None)
    if any(value != first for value in it):
        found = tuple((language, str(shown[language])) for language in values)
        yield Difference(text.group, text.id, rule, found)


def _figures(text: Text) -> Iterator[Difference]:
    """Every number stands in every language, as often; the month of a date is a number too."""
    counted = {one: Counter(_numbers(said, one)) for one, said in _said(text).items()}
    shown = {one: " ".join(sorted(figures.elements())) or "–" for one, figures in counted.items()}
    yield from _unless_equal(text, "figures", counted, shown)


def _numbers(said: str, language: Language) -> Iterator[str]:
    yield from _FIGURE.findall(said)
    yield from (f"{month.lastindex:02}" for month in _MONTH[language].finditer(said) if month.lastindex)


def _levels(text: Text) -> Iterator[Difference]:
    """A category or level of education named in one language is named in all."""
    named = {
        one: tuple(name for name, words in LEVELS.items() if words[one].search(said))
        for one, said in _said(text).items()
    }
    yield from _unless_equal(
        text, "levels", named, {one: ", ".join(names) or "–" for one, names in named.items()}
    )


def _acts(text: Text, names: ActNames) -> Iterator[Difference]:
    """An act named in one language is named in all, by one of its names in the vocabulary."""
    named = {one: names.named_in(said, one) for one, said in _own_words(text).items()}
    yield from _unless_equal(
        text, "acts", named, {one: ", ".join(sorted(ids)) or "–" for one, ids in named.items()}
    )


def _lists(text: Text) -> Iterator[Difference]:
    """No list lost a member: brackets agree and hold as many, and semicolons and commas are not fewer.

    Only for wording that is translated, not for prose of our own, nor for names of specialities, which each language
    takes from its own classifier.  Commas alone prove little: Russian puts them around every participle, so its
    brackets may seem longer.  But where Kazakh parts members by n commas, a translation that has fewer than n
    commas, semicolons and words for `and`, `or`, `with` has left one out.
    """
    if text.group not in _WITH_LISTS or text.id.startswith("specialities."):
        return
    said = {one: found.rstrip(" .,;") for one, found in _said(text).items()}
    brackets = {one: _bracketed(found, one) for one, found in said.items()}
    kazakh, russian = brackets.get("kk", ()), brackets.get("ru", ())
    differ = len(set(map(len, brackets.values()))) > 1 or brackets.get("en", kazakh) != kazakh
    if differ or any(its < own for its, own in zip(russian, kazakh, strict=False)):
        shown = {one: " ".join(f"({count})" for count in counts) or "–" for one, counts in brackets.items()}
        yield Difference(text.group, text.id, "lists", tuple(shown.items()))
    for marks, parting in ((";", _SEMICOLON), (",;", _PARTING)):
        needed = sum(said.get("kk", "").count(mark) for mark in marks)
        parted = {one: len(parting[one].findall(found)) for one, found in said.items()}
        if any(count < needed for count in parted.values()):
            shown = {one: f"{count} of {needed} {marks}" for one, count in parted.items()}
            yield Difference(text.group, text.id, "lists", tuple(shown.items()))


def _bracketed(said: str, language: Language) -> tuple[int, ...]:
    """How many members each bracket holds, in any order: languages order their words otherwise."""
    inside = (_JOINED_BEFORE.sub("", one) for one in _BRACKETS.findall(said))
    return tuple(sorted(1 + len(_JOINING[language].findall(one)) for one in inside))


def _letters(text: Text) -> Iterator[Difference]:
    """Kazakh has Kazakh letters, Russian none of them, English no Cyrillic at all; quotes in defects are Kazakh."""
    said = _own_words(text)
    wrong: dict[Language, str] = {}
    kazakh = said.get("kk", "")
    if sum(letter.isalpha() for letter in kazakh) > LONG_TEXT and not KAZAKH_LETTERS & set(kazakh):
        wrong["kk"] = "no Kazakh letter"
    if strange := sorted(KAZAKH_LETTERS & set(said.get("ru", ""))):
        wrong["ru"] = f"Kazakh letters: {' '.join(strange)}"
    if cyrillic := sorted(set(_CYRILLIC.findall(said.get("en", "")))):
        wrong["en"] = f"Cyrillic letters: {' '.join(cyrillic)}"
    if wrong:
        yield Difference(text.group, text.id, "letters", tuple(wrong.items()))


def _form(text: Text) -> Iterator[Difference]:
    """Unicode form NFC, no doubled spaces, none at the ends of a line of the data."""
    wrong: dict[Language, str] = {}
    for language in LANGUAGES:
        found = text.text(language) or ""
        if not unicodedata.is_normalized("NFC", found):
            wrong[language] = "not in NFC"
        elif "  " in found:
            wrong[language] = "two spaces"
    if wrong:
        yield Difference(text.group, text.id, "form", tuple(wrong.items()))
