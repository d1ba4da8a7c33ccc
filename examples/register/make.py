"""Write the sample register: sixty-four invented people, numbers only, across all ten cards.

`python examples/register/make.py [FOLDER]` writes `staff-ru.xlsx` (one row a fact, headings in Russian, forty people
and three bad rows) and `staff-kk.csv` (one row a person, headings in Kazakh, twenty-four people) beside this file or
into the folder.  Nobody in them exists.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import xlsxwriter  # type: ignore[import-untyped]

Cell = str | date | None
Row = dict[str, Cell]
UNITS = (
    "Отделение № 1",
    "Отделение № 2",
    "Отделение дневного пребывания",
    "Отделение надомного обслуживания",
)
LADDER = {"none": 1, "second": 2, "first": 3, "highest": 3}
"""The years that each person of the sample has worked in a category."""


class Post(NamedTuple):
    """A card of the sample: its name as post, in two languages, and the diploma that fits it."""

    slug: str
    ru: str
    kk: str
    level: tuple[str, str]
    speciality: tuple[str, str] | None
    qualification: tuple[str, str] | None
    course: str | None

    @property
    def ladder(self) -> bool:
        """Does the post have categories?"""
        return self.level in {_WORKER, _MIDDLE, _POST_SECONDARY, _HIGHER}


_SOCIAL = ("Социальная работа", "Әлеуметтік жұмыс")
_MIDDLE = ("ТиПО (специалист среднего звена)", "ТжКБ (орта буын маманы)")
_WORKER = ("ТиПО (рабочие профессии)", "ТжКБ (жұмысшы кәсіптері)")
_POST_SECONDARY = ("послесреднее", "орта білімнен кейінгі")
_GENERAL = ("общее среднее", "жалпы орта")
_HIGHER = ("высшее", "жоғары білім")
_MASTER = ("магистратура", "магистратура")
_DOCTOR = ("PhD", "PhD")
POSTS = (
    Post("personal-assistant", "Индивидуальный помощник", "Жеке көмекші", _GENERAL, None, None, "short"),
    Post("social-helper", "Социальный помощник", "Әлеуметтік көмекші", _GENERAL, None, None, "short"),
    Post(
        "sign-language-specialist", "Специалист жестового языка", "Ымдау тілі маманы", _GENERAL, None, None, "short",
    ),
    Post(
        "social-worker-assistant", "Ассистент социального работника", "Әлеуметтік жұмыскердің ассистенті",
        _WORKER, _SOCIAL, None, None,
    ),
    Post(
        "social-worker", "Социальный работник", "Әлеуметтік жұмыскер", _MIDDLE, _SOCIAL,
        ("социальный работник", "әлеуметтік жұмыскер"), "short",
    ),
    Post(
        "case-manager", "Кейс-менеджер", "Кейс-менеджер",
        _POST_SECONDARY, _SOCIAL,
        ("прикладной бакалавр социальной работы", "әлеуметтік жұмыстың қолданбалы бакалавры"), "short",
    ),
    Post(
        "social-work-specialist", "Специалист по социальной работе", "Әлеуметтік жұмыс жөніндегі маман", _HIGHER,
        _SOCIAL, None, "retraining",
    ),
    Post(
        "head-of-unit", "Заведующий отделением", "Бөлімше меңгерушісі", _MASTER, _SOCIAL, None, "certificate",
    ),
    Post("centre-director", "Директор ЦОССУ", "АӘҚКО директоры", _MASTER, _SOCIAL, None, "certificate"),
    Post(
        "social-work-manager", "Менеджер социальной работы", "Әлеуметтік жұмыс менеджері", _DOCTOR, _SOCIAL,
        None, "certificate",
    ),
)  # fmt: skip
COURSES = {
    "short": ("краткосрочный курс", "қысқа мерзімді курс"),
    "retraining": ("переподготовка", "қайта даярлау"),
    "certificate": (
        "сертификат по отраслевому и социальному менеджменту",
        "салалық және әлеуметтік менеджмент бойынша сертификат",
    ),
}
CATEGORIES = {
    "none": ("без категории", "санаты жоқ"),
    "second": ("вторая", "екінші"),
    "first": ("первая", "бірінші"),
    "highest": ("высшая", "жоғары"),
}
ONGOING = ("по настоящее время", "қазіргі уақытқа дейін")


class Person(NamedTuple):
    """One invented person: what is told of them, and how (`lang` 0 is Russian, 1 Kazakh)."""

    id: str
    unit: str
    post: Post
    kind: str
    lang: int

    def education(self) -> Iterator[Row]:
        """The diplomas."""
        post, lang = self.post, self.lang
        row: Row = {"level": post.level[lang], "completed": date(2012, 6, 30)}
        if post.speciality:
            row["speciality"] = post.speciality[lang]
        if post.qualification:
            row["qualification"] = post.qualification[lang]
        if self.kind == "wrong-diploma" and post.level == _GENERAL:
            return
        if self.kind == "wrong-diploma":
            row |= {
                "level": ("основное среднее", "негізгі орта")[lang],
                "speciality": None,
                "qualification": None,
            }
        elif self.kind == "higher-diploma":
            row |= {"level": _HIGHER[lang], "qualification": None}
        elif self.kind == "unknown-level":
            row["level"] = None
        elif self.kind == "own-words" and post.speciality:
            row["speciality"] = ("Социальная работа в общинах", "Қауымдағы әлеуметтік жұмыс")[lang]
        elif self.kind == "foreign":
            row |= {"country": ("Россия", "Ресей")[lang]}
        if post.level in {_MASTER, _DOCTOR} and self.kind != "wrong-diploma":
            yield {"level": _HIGHER[lang], "speciality": _SOCIAL[lang], "completed": date(2009, 6, 30)}
        yield row

    def experience(self) -> Iterator[Row]:
        """The spells of employment, the last of them in the post held."""
        lang, post = self.lang, self.post
        if self.kind == "newcomer":
            return
        held = (post.ru, post.kk)[lang]
        if not post.ladder:
            yield from self._before()
            yield self._spell(held, None, date(2023, 3, 1), ONGOING[lang])
            return
        year = 2015
        for category, years in LADDER.items():
            last = category == ("second" if self.kind == "short" else "highest")
            end: Cell = ONGOING[lang] if last else date(year + years, 8, 31)
            if self.kind == "no-end" and category == "second":
                end = None
            yield self._spell(held, category, date(year, 9, 1), end)
            year += years
            if last:
                return

    def _before(self) -> Iterator[Row]:
        """What leads up to a post without categories."""
        lang = self.lang
        if self.post.level in {_MASTER, _DOCTOR}:
            specialist = POSTS[6]
            end: Cell = None if self.kind == "no-end" else date(2023, 2, 28)
            start = date(2022, 9, 1) if self.kind == "short" else date(2013, 9, 1)
            yield self._spell((specialist.ru, specialist.kk)[lang], "highest", start, end)

    def _spell(self, position: str, category: str | None, start: date, end: Cell) -> Row:
        return {
            "position": position,
            "category": CATEGORIES[category][self.lang] if category else None,
            "social_protection": None if self.kind == "unknown-employer" else ("да", "иә")[self.lang],
            "start": start,
            "end": end,
        }

    def training(self) -> Iterator[Row]:
        """The courses."""
        if self.post.course and self.kind not in {"no-course", "short"}:
            yield {"kind": COURSES[self.post.course][self.lang], "completed": date(2016, 3, 1)}

    def attested(self) -> Row:
        """The last attestation, of posts with categories: overdue, due soon, due later, or not told."""
        on = ATTESTED.get(self.kind)
        if not self.post.ladder or on is None:
            return {}
        category = "second" if self.kind == "short" else "highest"
        return {"attested_category": CATEGORIES[category][self.lang], "attested_on": on}


ATTESTED = {
    "full": date(2024, 5, 20),
    "short": date(2022, 6, 20),
    "higher-diploma": date(2021, 9, 1),
    "no-end": date(2022, 10, 10),
    "foreign": date(2023, 4, 3),
}
"""What a person is like → the day of the last attestation."""
KINDS: dict[str, tuple[str, str]] = {
    "personal-assistant": ("full short wrong-diploma unknown-level", "full wrong-diploma"),
    "social-helper": ("full short wrong-diploma newcomer", "full no-course"),
    "sign-language-specialist": ("full newcomer wrong-diploma foreign", "full unknown-level"),
    "social-worker-assistant": ("full short higher-diploma no-end", "higher-diploma own-words"),
    "social-worker": ("full short higher-diploma no-end own-words", "full higher-diploma no-end"),
    "case-manager": ("full higher-diploma wrong-diploma foreign", "higher-diploma no-course short"),
    "social-work-specialist": ("full short no-course unknown-employer", "full no-course own-words"),
    "head-of-unit": ("full no-course short no-end", "full wrong-diploma no-end"),
    "centre-director": ("full short unknown-employer", "full foreign"),
    "social-work-manager": ("full short no-course foreign", "no-end wrong-diploma"),
}
"""Card → what the people of the Russian and of the Kazakh file are like."""


def people() -> tuple[list[Person], list[Person]]:
    """The people of both files: of each card one who fits, and others who do not, not yet, or not certainly."""
    russian: list[Person] = []
    kazakh: list[Person] = []
    for number, post in enumerate(POSTS):
        first, second = (kinds.split() for kinds in KINDS[post.slug])
        for step, kind in enumerate(first, 1):
            unit = UNITS[(number + step) % len(UNITS)]
            russian.append(Person(f"1{number}{step:02d}", unit, post, kind, 0))
        for step, kind in enumerate(second, 1):
            kazakh.append(Person(f"2{number}{step:02d}", f"№ {step} бөлімше", post, kind, 1))
    return russian, kazakh


# -- one row a fact, in Russian ------------------------------------------------------------------------------------

RUSSIAN = {
    "id": "Табельный номер", "fact": "Вид сведений", "unit": "Подразделение", "post": "Текущая должность",
    "level": "Уровень образования", "speciality": "Специальность", "qualification": "Квалификация",
    "completed": "Дата завершения", "country": "Страна", "position": "Должность", "category": "Категория",
    "social_protection": "Организация социальной защиты", "start": "Дата начала", "end": "Дата увольнения",
    "kind": "Вид обучения", "attested_category": "Категория по аттестации", "attested_on": "Дата аттестации",
}  # fmt: skip
BAD_ROWS: tuple[Row, ...] = (
    {
        "fact": "образование",
        "level": "высшее",
        "speciality": "Социальная работа",
        "completed": date(2014, 6, 30),
    },
    {"id": "1001", "fact": "образование", "level": "высшее", "completed": "31.02.2016"},
    {"id": "1102", "fact": "награды", "completed": date(2020, 5, 1)},
)


def facts(person: Person) -> Iterator[Row]:
    """The rows of a person; known to have none is a row of its own."""
    head: Row = {"id": person.id, "unit": person.unit, "post": person.post.slug, **person.attested()}
    for fact, word, first in (
        ("education", "образование", "level"),
        ("experience", "опыт работы", "position"),
        ("training", "обучение", "kind"),
    ):
        for row in [*getattr(person, fact)()] or [{first: "нет"}]:
            yield {**head, "fact": word, **row}
            head = {"id": person.id}


def write_russian(path: Path, staff: list[Person]) -> None:
    """Write the workbook: a title, headings in the third row, and the three bad rows at the end."""
    with xlsxwriter.Workbook(path, {"default_date_format": "dd.mm.yyyy"}) as book:
        sheet = book.add_worksheet("Реестр")
        bold = book.add_format({"bold": True, "text_wrap": True, "bottom": 1, "valign": "top"})
        sheet.write(
            0,
            0,
            "Реестр работников (пример: все люди вымышлены)",
            book.add_format({"bold": True, "font_size": 14}),
        )
        for column, title in enumerate(RUSSIAN.values()):
            sheet.write(2, column, title, bold)
        rows = [row for person in staff for row in facts(person)]
        for number, row in enumerate((*rows, *BAD_ROWS), 3):
            for column, key in enumerate(RUSSIAN):
                value = row.get(key)
                if isinstance(value, date):
                    sheet.write_datetime(number, column, value)
                elif value is not None:
                    sheet.write_string(number, column, value)
        sheet.set_column(0, len(RUSSIAN), 18)
        sheet.freeze_panes(3, 1)
        sheet.autofilter(2, 0, 2 + len(rows) + len(BAD_ROWS), len(RUSSIAN) - 1)


# -- one row a person, in Kazakh -----------------------------------------------------------------------------------

KAZAKH = {
    "level": "деңгейі", "speciality": "мамандығы", "qualification": "біліктілігі", "completed": "бітірген күні",
    "country": "елі", "position": "лауазымы", "category": "санаты", "social_protection": "әлеуметтік қорғау ұйымы",
    "start": "басталған күні", "end": "аяқталған күні", "kind": "түрі",
}  # fmt: skip
GROUPS = {
    "education": ("Білім", ("level", "speciality", "qualification", "completed", "country"), 2, "level"),
    "experience": ("Жұмыс", ("position", "category", "social_protection", "start", "end"), 4, "position"),
    "training": ("Оқыту", ("kind", "completed"), 1, "kind"),
}


def write_kazakh(path: Path, staff: list[Person]) -> None:
    """Write the separated text: semicolons, UTF-8 with its mark, as Excel saves it."""
    heads = ["Табель нөмірі", "Бөлімше", "Қазіргі лауазымы"]
    for title, keys, most, _ in GROUPS.values():
        heads += [
            f"{title} {number}: {_heading(title, key)}" for number in range(1, most + 1) for key in keys
        ]
    lines = [heads]
    for person in staff:
        cells: list[Cell] = [person.id, person.unit, person.post.kk]
        for fact, (_, keys, most, first) in GROUPS.items():
            rows: list[Row] = [*getattr(person, fact)()] or [{first: "жоқ"}]
            for number in range(most):
                row = rows[number] if number < len(rows) else {}
                cells += [row.get(key) for key in keys]
        lines.append([f"{cell:%d.%m.%Y}" if isinstance(cell, date) else cell or "" for cell in cells])
    text = "".join(";".join(line) + "\r\n" for line in lines)
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())


def _heading(title: str, key: str) -> str:
    return "оқыту түрі" if (title, key) == ("Оқыту", "kind") else KAZAKH[key]


def main(arguments: list[str]) -> None:
    """Write both files."""
    folder = Path(arguments[0]) if arguments else Path(__file__).resolve().parent
    russian, kazakh = people()
    write_russian(folder / "staff-ru.xlsx", russian)
    write_kazakh(folder / "staff-kk.csv", kazakh)


if __name__ == "__main__":
    main(sys.argv[1:])
