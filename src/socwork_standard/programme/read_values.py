"""Values as people write them in curricula: credits, semesters, languages, and outcomes that stand in one cell."""

import re
from functools import lru_cache

from socwork_standard.model.base import Language
from socwork_standard.sheets.headings import heading_form

MOST_CREDITS = 300
"""So many credits a course may have; a whole programme has 240."""

MOST_SEMESTER = 20

_AMOUNT = re.compile(r"^(\d{1,3}(?:[.,]\d{1,2})?)(?![\d.,])")
_UNITS = re.compile(r"^[\s(]*(?:$|[/|(]|ects|кредит|академ|ак\b|credit|cr\b|кр\b|з\.?\s?е)", re.IGNORECASE)
_SEMESTER = re.compile(
    r"^(?:(\d{1,2})|([IVX]{1,5}))(?:\s*-?\s*(?:й|ый|ой|ші|шы|st|nd|rd|th))?$", re.IGNORECASE
)
_SEMESTER_WORD = re.compile(r"\s*(?:семестр(?:де|і|е)?|semester|term|сем\.?)\s*", re.IGNORECASE)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_LANGUAGES: dict[Language, tuple[str, ...]] = {
    "kk": (
        "kk",
        "kz",
        "kaz",
        "қаз",
        "қазақша",
        "қазақ",
        "қазақ тілі",
        "қазақ тілінде",
        "казахский",
        "каз",
        "kazakh",
    ),
    "ru": (
        "ru",
        "rus",
        "рус",
        "русский",
        "орыс",
        "орысша",
        "орыс тілі",
        "орыс тілінде",
        "на русском",
        "russian",
    ),
    "en": (
        "en",
        "eng",
        "англ",
        "английский",
        "ағылшын",
        "ағылшынша",
        "ағылшын тілі",
        "ағылшын тілінде",
        "english",
    ),
}

_NAMED = (
    r"(?:C?LO|PLO|ILO|[РP][ОO]Д?|П?[ОO][НH]|RO|ON)\s?-?\s?(?:№\s?)?"
    r"\d{1,3}(?:\.\d{1,2})?(?!\d)"
)
_WORDED = r"(?:Outcome|Нәтиже|Результат)\s?\d{1,3}(?=\s*[.):–—-]\s*\S)"
_NAMED_MARK = re.compile(rf"^[(\[]?({_NAMED}|{_WORDED})[)\]]?\s*[.):–—-]*\s*(?=\S|$)", re.IGNORECASE)
_NUMBER_MARK = re.compile(r"^\(?(\d{1,2})[.)]\s*(?=\D)")
_BULLET = re.compile(r"^[-–—•●▪◦▫■□*·‣\uf0b7\uf02d]\s*(?=\S)")
_INLINE = re.compile(rf"(?<=[\s;.,])(?=[(\[]?(?:{_NAMED})[)\]]?\s*[.):–—-])", re.IGNORECASE)
_COURSE = re.compile(
    r"^(?:\d{1,3}[.)]\s*)?(?P<code>[A-ZА-ЯӘҒҚҢӨҰҮҺІ][A-Za-zА-Яа-яӘҒҚҢӨҰҮҺІ]{1,6}[\s-]?\d{3,5}(?:[A-Za-zА-Я]|[.-]\d{1,2})?)"
    r"\s*[–—:.,-]?\s+(?P<title>\S.{2,})$"
)
_SHORT_CODE = r"(?P<code>[A-ZА-ЯӘҒҚҢӨҰҮҺІ]{2,8}-?\d{1,5}(?:[.-]\d{1,2})?)"
_SHORT_BEFORE = re.compile(rf"^{_SHORT_CODE}\s*[–—:.,-]?\s+(?P<title>\S.{{2,}})$")
_CODE_BEHIND = re.compile(
    rf"^(?P<title>\S.*?)\s*[(\[]\s*{_SHORT_CODE}\s*(?:[,;]\s*(?P<rest>[^()\[\]]+?)\s*)?[)\]]$"
)
_NO_COURSE = re.compile(r"^(?:ISO|IEC|ГОСТ|СТ|COVID|МСФО|СНиП|СанПиН|РК|EN|DIN)\b", re.IGNORECASE)
_CREDITS_BEHIND = re.compile(
    r"[\s,;–—-]*[(\[]?\s*(\d{1,2}(?:[.,]\d)?)\s*(?:ECTS|кредит\w*|credits?|академ\w*\s*кредит\w*)\s*(?:ECTS)?\s*[)\]]?$",
    re.IGNORECASE,
)


def read_credits(written: str) -> float | None:
    """The credits of `5`, `5,0`, `5 ECTS`, `5 кредитов`, `5/150`; None where it cannot be told."""
    found = _AMOUNT.match(written.strip())
    if found is None or not _UNITS.match(written.strip()[found.end() :]):
        return None
    amount = float(found[1].replace(",", "."))
    return amount if amount <= MOST_CREDITS else None


def read_semester(written: str) -> int | None:
    """The semester of `3`, `3 семестр`, `III`, `3-семестр`; None where several or none stand there."""
    bare = _SEMESTER_WORD.sub(" ", written).strip(" .-–—")
    found = _SEMESTER.match(bare)
    if found is None:
        return None
    number = int(found[1]) if found[1] else _ROMAN.get(found[2].lower(), 0)
    return number if 1 <= number <= MOST_SEMESTER else None


def is_semester(written: str) -> bool:
    """Is this a line or row such as `3 семестр`, that says of what follows when it is taught?"""
    return bool(_SEMESTER_WORD.search(written)) and read_semester(written) is not None


def read_language(written: str) -> Language | None:
    """The language that a cell names; None where it names several or none."""
    return _languages().get(heading_form(written))


@lru_cache(maxsize=1)
def _languages() -> dict[str, Language]:
    return {heading_form(word): language for language, words in _LANGUAGES.items() for word in words}


def course_line(written: str) -> tuple[str, str] | None:
    """Code and title of a line such as `SW2201 Әлеуметтік жұмыстың әдістері`."""
    found = _COURSE.match(written)
    if found is None or _NO_COURSE.match(written) or _NAMED_MARK.match(written):
        return None
    return " ".join(found["code"].split()), found["title"].strip(' «»"“”')


def labelled_course(written: str) -> tuple[str | None, str]:
    """Code and title of what stands behind the label of a course: `SW1 Кіріспе`, `Введение (SW1, 5 кредитов)`.

    The label says that it is a course, so a shorter code is believed than in a line without one.
    """
    bare = written.strip()
    if (course := course_line(bare)) is not None:
        return course
    if not _NO_COURSE.match(bare) and not _NAMED_MARK.match(bare) and (found := _SHORT_BEFORE.match(bare)):
        return found["code"], found["title"].strip(' «»"“”')
    found = _CODE_BEHIND.match(bare)
    if found is not None and not _NO_COURSE.match(found["code"]):
        title = found["title"].strip(' «»"“”')
        return found["code"], f"{title} ({found['rest']})" if found["rest"] else title
    return None, bare.strip(' «»"“”')


def credits_behind(title: str) -> tuple[str, float | None]:
    """A title without the credits behind it, and these: `Тарих (5 кредит)`."""
    found = _CREDITS_BEHIND.search(title)
    if found is None or not title[: found.start()].strip():
        return title, None
    return title[: found.start()].rstrip(" ,;–—-"), float(found[1].replace(",", "."))


def marked(line: str) -> tuple[str | None, str, bool] | None:
    """A line that begins with the mark of an outcome: its id (None: a bullet), its words, is the mark a named one?"""
    if found := _NAMED_MARK.match(line):
        return "".join(found[1].split()), line[found.end() :].strip(), True
    if found := _NUMBER_MARK.match(line):
        return f"LO{int(found[1])}", line[found.end() :].strip(), False
    if found := _BULLET.match(line):
        return None, line[found.end() :].strip(), False
    return None


def split_outcomes(written: str) -> list[tuple[str | None, str]]:
    """The outcomes of one cell, each with its id where one stands before it.

    New ones begin at a mark (РО1, LO1, 1), a bullet), and at a new line after a full stop or semicolon or with a
    capital letter; other line breaks are those of a page.
    """
    pieces: list[tuple[str | None, str]] = []
    lines = [part.strip() for line in written.splitlines() for part in _INLINE.split(line) if part.strip()]
    any_mark = any(marked(line) for line in lines)
    for line in lines:
        found = marked(line)
        if found:
            pieces.append((found[0], found[1]))
        elif pieces and (any_mark or not _begins(line, pieces[-1][1])):
            ident, before = pieces[-1]
            pieces[-1] = (ident, f"{before} {line}".strip())
        else:
            pieces.append((None, line))
    return [(ident, text.rstrip(" ;")) for ident, text in pieces if ident or text]


def _begins(line: str, before: str) -> bool:
    return before.endswith((".", ";", "!")) or line[:1].isupper()
