"""The labels of the layout in Kazakh and Russian, in every spelling: known by the beginnings of their words.

A label is known by words that must be among its own, so that a word more, another ending, another order or letters set
apart (С Б Ш) do not matter.
"""

import re
from dataclasses import dataclass
from typing import Literal

from socwork_standard.text import words

Field = Literal[
    "group_code",
    "occupation_code",
    "name",
    "level",
    "sub_level",
    "reference_qualification",
    "education",
    "experience",
    "nonformal",
    "other_names",
    "purpose",
    "functions_heading",
    "function_list",
    "mandatory",
    "optional",
    "personal_competencies",
    "technical_regulations",
    "links",
]
Tongue = Literal["kk", "ru"]

_MOST_WORDS = 16
_MOST_LETTERS = 300
_KNOWN: tuple[tuple[Field, Tongue, tuple[str, ...], tuple[str, ...]], ...] = (
    # field, language, beginnings that must all be there, beginnings that must not
    ("mandatory", "kk", ("міндетті", "функци"), ()),
    ("mandatory", "ru", ("обязател", "функц"), ()),
    ("optional", "kk", ("қосымша", "функци"), ()),
    ("optional", "ru", ("дополнит", "функц"), ()),
    ("functions_heading", "kk", ("функци", "сипаттам"), ()),
    ("functions_heading", "ru", ("описан", "функц"), ()),
    ("function_list", "kk", ("функци", "тізбе"), ()),
    ("function_list", "kk", ("функци", "тізім"), ()),
    ("function_list", "ru", ("перечень", "функц"), ()),
    ("function_list", "ru", ("список", "функц"), ()),
    ("group_code", "kk", ("топ", "код"), ()),
    ("group_code", "ru", ("код", "групп"), ()),
    ("occupation_code", "kk", ("қызмет", "ата", "код"), ()),
    ("occupation_code", "kk", ("кәсі", "код"), ("стандарт",)),
    ("occupation_code", "ru", ("код", "наимен"), ()),
    ("occupation_code", "ru", ("код", "занят"), ()),
    ("occupation_code", "ru", ("код", "професс"), ("стандарт",)),
    ("sub_level", "kk", ("кіші", "деңгей"), ()),
    ("sub_level", "kk", ("ішкі", "деңгей"), ()),
    ("sub_level", "ru", ("подуров",), ()),
    ("reference_qualification", "kk", ("үлгілік",), ()),
    ("reference_qualification", "kk", ("анықтамалық", "деңгей"), ()),
    ("reference_qualification", "kk", ("деңгей", "ба", "бтба"), ()),
    ("reference_qualification", "ru", ("уров", "еткс"), ()),
    ("reference_qualification", "ru", ("типов", "квалиф"), ()),
    ("education", "kk", ("кәсі", "білім", "деңгей"), ()),
    ("education", "ru", ("уров", "професс", "образов"), ()),
    ("experience", "kk", ("тәжірибе", "талап"), ()),
    ("experience", "kk", ("өтіл", "талап"), ()),
    ("experience", "ru", ("требов", "опыт"), ()),
    ("experience", "ru", ("требов", "стаж"), ()),
    ("nonformal", "kk", ("формал", "білім"), ()),
    ("nonformal", "kk", ("формаль", "байланыс"), ()),
    ("nonformal", "kk", ("бейресми", "білім"), ()),
    ("nonformal", "kk", ("бейформал", "білім"), ()),
    ("nonformal", "ru", ("неформ", "образов"), ()),
    ("other_names", "kk", ("басқа", "ата"), ()),
    ("other_names", "kk", ("ықтимал", "ата"), ()),
    ("other_names", "kk", ("өзге", "ата"), ()),
    ("other_names", "kk", ("мүмкін", "ата"), ()),
    ("other_names", "ru", ("друг", "наимен"), ()),
    ("other_names", "ru", ("ины", "наимен"), ()),
    ("other_names", "ru", ("возможн", "наимен"), ()),
    ("purpose", "kk", ("негізгі", "мақсат"), ()),
    ("purpose", "ru", ("основн", "цел"), ()),
    ("links", "kk", ("басқа", "байланыс"), ()),
    ("links", "ru", ("связ", "професс"), ()),
    ("links", "ru", ("взаимосвяз", "професс"), ()),
    ("personal_competencies", "kk", ("құзырет", "талап"), ()),
    ("personal_competencies", "kk", ("жеке", "құзырет"), ()),
    ("personal_competencies", "ru", ("личн", "компетен"), ()),
    ("technical_regulations", "kk", ("техникалық", "регламент"), ()),
    ("technical_regulations", "ru", ("техническ", "регламент"), ()),
    ("level", "kk", ("сбш", "деңгей"), ()),
    ("level", "kk", ("біліктілік", "деңгей"), ()),
    ("level", "ru", ("уров", "орк"), ()),
    ("level", "ru", ("уров", "квалиф"), ()),
    ("name", "kk", ("кәсі", "атау"), ("стандарт", "топ")),
    ("name", "kk", ("мамандық", "атау"), ()),
    ("name", "ru", ("наимен", "професс"), ("стандарт", "групп")),
)
_FILLERS = (
    "және", "мен", "бен", "пен", "бойынша", "емес", "үшін", "да", "де", "беру", "ққойыл", "қойыл", "ұлттық",
    "стандарт", "жұмыс", "еңбек", "шеңбер", "аталған", "кәсіптер", "мамандық", "бір", "етк", "жжкбтба", "біліктілік",
    "сипаттама", "ақпараттық", "информал", "по", "и", "с", "к", "в", "на", "не", "или", "для", "рамк", "труд",
    "национальн", "документ", "вид", "работ", "информ", "отрасл", "характ", "кс", "бткс", "должност", "другими",
    "квалификац", "сбш", "орк", "мүмкін", "білім", "связ", "перечень", "список", "сведен", "тізім",
)  # fmt: skip

_APART = re.compile(r"\bС\s+Б\s+Ш\b|\bО\s+Р\s+К\b|\bЕ\s+Т\s+К\s+С\b", re.IGNORECASE)
STANDARD = re.compile(r"(?:кәсіптік|кәсіби)\s+стандарт|профессиональн\w+\s+стандарт", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Label:
    """A label found at the start of a cell: its field, language and spelling, and the text after it."""

    field: Field
    tongue: Tongue
    printed: str
    rest: str


def label_of(cell: str) -> Label | None:
    """The label that a cell is, or begins with; None where it has none.

    A label without a colon is only one where it is the whole cell and holds no word foreign to labels.
    """
    head, colon, rest = cell.partition(":")
    printed = (head + colon).strip()
    found = words(_together(head)) if len(head) <= _MOST_LETTERS else []
    if not found or len(found) > _MOST_WORDS:
        return None
    for field, tongue, needed, barred in _KNOWN:
        if _has(found, needed) and not any(_has(found, (one,)) for one in barred):
            if not colon and not _only_label_words(found):
                return None
            return Label(field, tongue, printed, rest.strip())
    return None


def _together(text: str) -> str:
    """Letters set apart (С Б Ш) brought together."""
    return _APART.sub(lambda found: "".join(found.group().split()), text)


def _has(found: list[str], needed: tuple[str, ...]) -> bool:
    return all(any(word.startswith(stem) for word in found) for stem in needed)


_STEMS = tuple({stem for _, _, needed, _ in _KNOWN for stem in needed} | set(_FILLERS))


def _only_label_words(found: list[str]) -> bool:
    return all(word.startswith(_STEMS) for word in found)


# -- inside the cells ----------------------------------------------------------------------------------------------

EDUCATION_CELL = re.compile(
    r"^\s*(?:(?P<level>(?:Білім(?:нің)?\s+деңгейі|Деңгей\w*\s+білім\w*|Уровень\s+образования)\s*:)"
    r"|(?P<speciality>(?:Мамандығы|Мамандық(?:тар|тары)?|Специальност[ьи])\s*:)"
    r"|(?P<qualification>(?:Біліктілі(?:гі|к)|Біліктіліктер(?:і)?|Квалификаци[яи])\s*:))\s*",
    re.IGNORECASE,
)
LINK_CELL = re.compile(
    r"^\s*(?:(?P<level>(?:(?:СБШ|С Б Ш)\s+(?:бойынша\s+)?деңгейі|Деңгейі|Уровень\s+(?:по\s+)?(?:ОРК|О Р К))\s*:?)"
    r"|(?P<name>(?:Кәсіп(?:тің|тердің)?\s+атау\w*|Мамандық\w*\s+атау\w*|Наименование\s+профессии)\s*:?))\s*",
    re.IGNORECASE,
)
Mark = Literal["function", "skill", "abilities", "knowledge", "recognition"]


def _marks(after_number: str, list_end: str, recognition_end: str) -> str:
    function = (
        rf"(?:Е[нң]бек\s+функция\w*|Трудовая\s+функция)\s*(?:№\s*)?(?P<function>\d{{1,2}}){after_number}"
    )
    skill = rf"(?:Дағды|Навык)\s*(?:№\s*)?(?P<skill>\d{{1,2}}){after_number}"
    recognised = r"(?:Дағды\w*\s+тану\s+мүмкіндігі|Возможность\s+признания\s+навык\w*)"
    recognition = rf"(?P<recognition>{recognised}{recognition_end})"
    abilities = rf"(?P<abilities>(?:Машық\w*|Машығы|Іскерлік\w*|Іскерлігі|Умени[яе]){list_end})"
    knowledge = rf"(?P<knowledge>(?:Білімдер[іи]?|Білімі?|Знани[яе]){list_end})"
    return f"(?:{function}|{skill}|{recognition}|{abilities}|{knowledge})"


AT_START = re.compile(
    _marks(r"\s*(?:[:.)–—-]|(?=\s|$))", r"\s*(?::|(?=\s*$)|(?=\s+1[.)]))", r"\s*:?"), re.IGNORECASE
)
"""The labels of functions, skills and lists as a paragraph begins with them."""

INSIDE = re.compile(r"(?<=\s)" + _marks(r"\s*[:.]", r"\s*:", r"\s*:"))
"""The same labels within a paragraph, where cells have run together: with a capital letter and a colon."""
