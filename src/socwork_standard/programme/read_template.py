"""What stands in the template of a curriculum: columns, lists to choose from, explanations, an example."""

from socwork_standard.data.standard import Standard
from socwork_standard.i18n import text
from socwork_standard.model.base import LANGUAGES, Language
from socwork_standard.programme.read_words import FIELDS
from socwork_standard.sheets.headings import Field
from socwork_standard.sheets.template import Column, Form, Template

_COLUMNS = (
    "course_code", "course_title", "credits", "semester", "description", "outcome_id", "outcome_text", "language",
)  # fmt: skip
_FORM = ("title", "level", "speciality", "speciality_code", "qualification", "programme_language")
_WIDTHS = {
    "course_code": 12, "course_title": 52, "credits": 10, "semester": 10, "description": 44, "outcome_id": 11,
    "outcome_text": 64, "language": 9,
}  # fmt: skip
_WIDTH = 40
_PARAGRAPHS = 5
_SEMESTERS = 10
_VOCABULARIES = {
    "level": "education-levels",
    "speciality": "specialities",
    "qualification": "qualifications",
}
_EXAMPLES = (
    ("SW2201", "Әлеуметтік жұмыстың әдістері мен технологиялары", "5", "3", "Бағалау, жеке жоспар, кейс-менеджмент.",
     "ОН1", "Отбасының қажеттіліктерін кешенді бағалайды", "kk"),
    ("SW2201", "Әлеуметтік жұмыстың әдістері мен технологиялары", "5", "3", None,
     "ОН2", "Қызмет алушымен бірге жеке жұмыс жоспарын әзірлейді", "kk"),
    ("SW2203", "Экономические основы социальной работы", "5", "4", None,
     "РО1", "Объясняет механизмы финансирования социальных программ", "ru"),
    (None, None, None, None, None, "РО2", "Составляет смету проекта", "ru"),
    ("SW4403", "Производственная практика", "10", "8", "Опрос заявителя, обследование условий проживания.",
     None, None, "ru"),
)  # fmt: skip


def curriculum_template(standard: Standard, language: Language) -> Template:
    """The template with headings and lists in `language`; its explanations are in all three."""
    fields = [_field(key) for key in _COLUMNS]
    form = [_field(key) for key in _FORM]
    names = [_own(language, f"sheet.{name}") for name in ("courses", "explain", "examples", "lists")]
    return Template(
        names=(names[0], names[1], names[2], names[3]),
        columns=tuple(_column(field, standard, language) for field in fields),
        fact_column=1,
        facts={},
        titles=_in_three("programme.template.title"),
        intro=tuple(_in_three(f"programme.template.intro.{number}") for number in range(1, _PARAGRAPHS + 1)),
        languages=(_own(language, "column"), "Қазақша", "Русский", "English"),
        meanings=tuple(
            (field.label(language), *_in_three(f"programme.help.{field.key}")) for field in (*fields, *form)
        ),
        examples=_EXAMPLES,
        form=Form(
            _own(language, "sheet.programme"),
            (_own(language, "field"), _own(language, "value")),
            tuple(_column(field, standard, language) for field in form),
        ),
    )


def _field(key: str) -> Field:
    return next(field for field in FIELDS if field.key == key)


def _own(language: Language, key: str) -> str:
    return text(language, f"programme.template.{key}")


def _in_three(key: str) -> tuple[str, str, str]:
    return text("kk", key), text("ru", key), text("en", key)


def _column(field: Field, standard: Standard, language: Language) -> Column:
    choices = _choices(field.key, standard, language)
    closed = field.key in {"level", "language", "programme_language", "semester"}
    return Column(
        heading=field.label(language),
        group=field.owner,
        kind="text" if not choices else "list" if closed else "suggest",
        help=text(language, f"programme.help.{field.key}"),
        width=_WIDTHS.get(field.key, _WIDTH),
        choices=choices,
    )


def _choices(key: str, standard: Standard, language: Language) -> tuple[str, ...]:
    """What a cell's list offers."""
    if key in {"language", "programme_language"}:
        return LANGUAGES
    if key == "semester":
        return tuple(str(number) for number in range(1, _SEMESTERS + 1))
    if key == "level":
        return tuple(term.text(language) for term in standard.vocabulary(_VOCABULARIES[key]).entries)
    if key in _VOCABULARIES:
        terms = standard.vocabulary(_VOCABULARIES[key]).entries
        return tuple(sorted({term.text(language) for term in terms}, key=str.casefold))
    return ()
