"""Invented professional standards: what they say, and how a page prints them once its tables have been flattened.

No word of any profession stands here; names and items are made of syllables.
"""

from __future__ import annotations

import html
import io
import re
from dataclasses import dataclass
from random import Random
from typing import Any

import pytest

LETTERS = ("бағдәежзикқлмнңоөпрстуұүфхшыі", "аәеиоөуұүыі")
LABELS: dict[str, dict[str, tuple[str, ...]]] = {
    "kk": {
        "group_code": ("Топтың коды:", "Топ коды"),
        "occupation_code": ("Қызметтер атауының коды:", "Қызмет атауының коды", "Кәсіптің коды:"),
        "name": ("Кәсіптің атауы:", "Кәсіп атауы:", "Мамандықтың атауы:"),
        "level": (
            "СБШ бойынша біліктілік деңгейі:",
            "С Б Ш бойынша біліктілік деңгейі",
            "Біліктілік деңгейі:",
        ),
        "sub_level": ("СБШ бойынша кіші деңгейі:", "СБШ бойынша біліктіліктің ішкі деңгейі:"),
        "reference_qualification": (
            "БТБА, БА, үлгілік біліктілік сипаттамалары бойынша біліктілік деңгейі:",
            "БА бойынша біліктілік деңгейі үлгілік біліктілік сипаттамалары:",
        ),
        "education": ("Кәсіптік білім беру деңгейі:", "Кәсіптік білім деңгейі"),
        "experience": ("Жұмыс тәжірибесіне қойылатын талаптар:", "Жұмыс өтіліне қойылатын талаптар :"),
        "nonformal": (
            "Формалды емес және информалды біліммен байланыс:",
            "Бейресми және ақпараттық білім берумен байланысы:",
        ),
        "other_names": ("Кәсіптің басқа да ықтимал атаулары:", "Кәсіптің өзге де атаулары:"),
        "purpose": ("Қызметтің негізгі мақсаты:", "Еңбек қызметінің негізгі мақсаты:"),
        "functions_heading": ("Еңбек функцияларының сипаттамасы", "Еңбек функциясының сипаттамасы"),
        "function_list": ("Еңбек функцияларының тізбесі:", "Еңбек функцияларының тізімі:"),
        "mandatory": ("Міндетті еңбек функциялары:", "Міндетті функциялар:"),
        "optional": ("Қосымша еңбек функциялары:", "Қосымша еңбек функциялар:"),
        "personal_competencies": (
            "Жеке құзыреттерге қойылатын талаптар:",
            "Жеке құзыреттілікке қойылатын талаптар :",
        ),
        "technical_regulations": ("Техникалық регламенттер мен ұлттық стандарттардың тізімі:",),
        "links": ("СБШ шеңберіндегі басқа кәсіптермен байланысы:", "Басқа мамандықтармен байланыс:"),
        "link_level": ("СБШ деңгейі:",),
        "link_name": ("Кәсіптің атауы:", "Кәсіптің атауы"),
        "row_level": ("Білім деңгейі:", "Деңгей білімі:"),
        "row_speciality": ("Мамандығы:", "Мамандық:"),
        "row_qualification": ("Біліктілік:", "Біліктілігі:"),
        "function": ("Еңбек функциясы {}:", "Еңбек функциясы {}.", "Енбек функциясы {} :"),
        "skill": ("Дағды {}:", "Дағды {}."),
        "abilities": ("Машығы:", "Машықтары:", "Машық:"),
        "knowledge": ("Білімі:", "Білімдер:", "Білім:"),
        "recognition": ("Дағдыны тану мүмкіндігі:", "Дағдыны тану мүмкіндігі :"),
    },
    "ru": {
        "group_code": ("Код группы:",),
        "occupation_code": ("Код наименования занятия:", "Код наименования занятия"),
        "name": ("Наименование профессии:", "Наименование профессии"),
        "level": ("Уровень квалификации по ОРК:", "Уровень квалификации по О Р К:"),
        "sub_level": ("Подуровень квалификации по ОРК:", "Подуровень квалификации"),
        "reference_qualification": (
            "Уровень квалификации по ЕТКС, КС, типовых квалификационных характеристик:",
        ),
        "education": ("Уровень профессионального образования:",),
        "experience": ("Требования к опыту работы:", "Требования к стажу работы :"),
        "nonformal": ("Связь с неформальным и информальным образованием:",),
        "other_names": ("Другие возможные наименования профессии:", "Иные наименования профессии:"),
        "purpose": ("Основная цель деятельности:",),
        "functions_heading": ("Описание трудовых функций",),
        "function_list": ("Перечень трудовых функций:",),
        "mandatory": ("Обязательные трудовые функции:",),
        "optional": ("Дополнительные трудовые функции:",),
        "personal_competencies": ("Требования к личностным компетенциям:",),
        "technical_regulations": ("Список технических регламентов и национальных стандартов:",),
        "links": ("Связь с другими профессиями в рамках ОРК:",),
        "link_level": ("Уровень ОРК:",),
        "link_name": ("Наименование профессии:",),
        "row_level": ("Уровень образования:",),
        "row_speciality": ("Специальность:",),
        "row_qualification": ("Квалификация:",),
        "function": ("Трудовая функция {}:", "Трудовая функция {}."),
        "skill": ("Навык {}:", "Навык {}."),
        "abilities": ("Умения:",),
        "knowledge": ("Знания:",),
        "recognition": ("Возможность признания навыка:", "Возможность признания навыка :"),
    },
}
EDUCATION = {
    "kk": ("жоғары білім (бакалавриат)", "жалпы орта білім беру", "ТжКБ"),
    "ru": ("высшее образование (бакалавриат)", "общее среднее образование", "ТиПО"),
}
EXPERIENCE = {
    "kk": (
        "кемінде {} жыл жұмыс тәжірибесі.",
        "{} жыл практикалық тәжірибе және/немесе қысқа мерзімді оқыту.",
    ),
    "ru": ("не менее {} лет опыта работы.", "{} года практического опыта и/или краткосрочное обучение."),
}


@dataclass
class Invented:
    """An invented standard: its text, its cards as a draft should hold them, and the code."""

    text: str
    cards: dict[int, dict[str, Any]]
    code: str
    tongue: str


def invent(seed: int, *, damaged: bool = True, tongue: str | None = None) -> Invented:
    """The invented standard of this number, with or without damage: the same number gives the same text."""
    return _Inventor(Random(seed), damaged=damaged, tongue=tongue).standard()  # noqa: S311 - no secret is made


class _Inventor:
    def __init__(self, random: Random, *, damaged: bool, tongue: str | None) -> None:
        self.random = random
        self.damaged = damaged
        self.tongue = tongue or random.choice(("kk", "kk", "ru"))
        self.labels = LABELS[self.tongue]
        self.tags = random.choice(("p", "ol", "none"))
        self.lines: list[str] = []
        self.cards: dict[int, dict[str, Any]] = {}

    # -- words ----------------------------------------------------------------------------------------------------

    def way(self, *ways: str) -> str:
        """One way of printing; the first is the one without damage."""
        return self.random.choice(ways) if self.damaged else ways[0]

    def word(self) -> str:
        consonants, vowels = LETTERS
        return "".join(
            self.random.choice(consonants) + self.random.choice(vowels)
            for _ in range(self.random.randint(2, 4))
        )

    def phrase(self, least: int = 2, most: int = 9) -> str:
        words = [self.word() for _ in range(self.random.randint(least, most))]
        if self.random.random() < 0.1:
            words.insert(1, f"({self.word()}, {self.word()})")
        if self.random.random() < 0.1:
            words.insert(1, f'"{self.word()}"')
        if self.random.random() < 0.05:
            words.append(f"№ {self.random.randint(10, 400)}")
        return " ".join(words)

    def sentence(self, least: int = 2, most: int = 9) -> str:
        return self.phrase(least, most).capitalize() + self.random.choice((".", ".", ".", ";", ""))

    def label(self, name: str) -> str:
        return self.random.choice(self.labels[name])

    # -- lines ----------------------------------------------------------------------------------------------------

    def row(self, *cells: str) -> None:
        self.lines.append("\t".join((*cells, *[""] * self.random.randint(0, 2))))

    def break_page(self) -> None:
        self.lines.append("")

    def standard(self) -> Invented:
        code = f"{self.random.choice('ABCGM')}{self.random.randint(10**7, 10**8 - 1)}"
        names = [self.phrase(1, 3).capitalize() for _ in range(self.random.randint(1, 5))]
        self.levels = [self.random.choice(("4", "3-4", "7", "5")) for _ in names]
        self.front(code, names)
        for at, name in enumerate(names):
            self.card(9 + at, name)
        self.technical(9 + len(names))
        return Invented("\n".join(self.lines) + "\n", self.cards, code, self.tongue)

    def front(self, code: str, names: list[str]) -> None:
        title = f'"{self.phrase(2, 4).capitalize()}"'
        kk = self.tongue == "kk"
        numbered = [
            f"{at}) {name} - {f'СБШ {level}-деңгейі' if kk else f'{level} уровень ОРК'};"
            for at, (name, level) in enumerate(zip(names, self.levels, strict=True), 1)
        ]
        terms = [f"{at}) {self.word()} – {self.phrase(4, 9)};" for at in range(1, 4)]
        short = [
            "1) ТжКБ – техникалық және кәсіптік білім беру;"
            if kk
            else "1) ТиПО – техническое и профессиональное образование;"
        ]
        body = (
            [
                f"{title} кәсіптік стандартын бекіту туралы",
                "Қазақстан Республикасы Министрінің 2024 жылғы 5 наурыздағы № 77 бұйрығы.",
                f"{self.phrase(3, 6)} сәйкес БҰЙЫРАМЫН:",
                f"1. {self.sentence()}",
                "2. Осы бұйрық 2024 жылғы 1 мамырдан бастап қолданысқа енгізіледі.",
                "Министр",
                "Қазақстан Республикасы\nМинистрінің\n№ 77 бұйрығына\nқосымша",
                f"{title} кәсіптік стандарты",
                "1-тарау. Жалпы ережелер",
                f"1. Кәсіптік стандарттың қолданылу саласы: {self.sentence(5, 12)}",
                "2. Осы кәсіптік стандартта мынадай терминдер қолданылады:",
                *terms,
                "3. Осы кәсіптік стандартта мынадай қысқартулар қолданылады:",
                *short,
                "2-тарау. Кәсіптік стандарттың паспорты",
                f"4. Кәсіптік стандарттың атауы: {title}",
                f"5. Кәсіптік стандарттың коды: {code}.",
                "6. ЭҚЖЖ секциясын, бөлімін, тобын көрсету:",
                f"{code[0]} {self.sentence()}",
                f"{code[1:3]}. {self.sentence()}",
                f"7. Кәсіптік стандарттың қысқаша сипаттамасы: {self.sentence()}",
                "8. Кәсіптер карточкаларының тізбесі:",
                *numbered,
                "3-тарау. Кәсіптердің карточкалары",
            ]
            if kk
            else [
                f"Об утверждении профессионального стандарта {title}",
                "Приказ Министра Республики Казахстан от 5 марта 2024 года № 77.",
                f"{self.phrase(3, 6)} ПРИКАЗЫВАЮ:",
                f"1. {self.sentence()}",
                "2. Настоящий приказ вводится в действие с 1 мая 2024 года.",
                "Министр Республики Казахстан",
                "Приложение к приказу\nМинистра\n№ 77",
                f"Профессиональный стандарт {title}",
                "Глава 1. Общие положения",
                f"1. Область применения профессионального стандарта: {self.sentence(5, 12)}",
                "2. В настоящем профессиональном стандарте применяются следующие термины:",
                *terms,
                "3. В настоящем профессиональном стандарте применяются следующие сокращения:",
                *short,
                "Глава 2. Паспорт профессионального стандарта",
                f"4. Наименование профессионального стандарта: {title}",
                f"5. Код профессионального стандарта: {code}.",
                "6. Указание секции, раздела, группы, класса и подкласса согласно ОКЭД:",
                f"{code[0]} {self.sentence()}",
                f"{code[1:3]}. {self.sentence()}",
                f"7. Краткое описание профессионального стандарта: {self.sentence()}",
                "8. Перечень карточек профессий:",
                *numbered,
                "Глава 3. Карточки профессий",
            ]
        )
        for line in body:
            self.lines += [*line.split("\n"), ""]

    def technical(self, point: int) -> None:
        kk = self.tongue == "kk"
        self.break_page()
        self.lines += [
            "4-тарау. Кәсіптік стандарттың техникалық деректері" if kk else "Глава 4. Технические данные",
            f"{point}. {'Мемлекеттік органның атауы' if kk else 'Наименование государственного органа'}:",
            self.phrase(3, 6).capitalize(),
            f"{point + 1}. {'Нұсқа нөмірі: 1 нұсқа, 2024 жыл.' if kk else 'Номер версии: версия 1, 2024 год.'}",
        ]

    # -- a card ---------------------------------------------------------------------------------------------------

    def card(self, point: int, name: str) -> None:
        card: dict[str, Any] = {"name": name}
        self.cards[point] = card
        self.break_page()
        heading = self.random.choice(
            ('{}. "{}" мамандығының карточкасы', '{}. "{}" кәсіптік карточкасы', "{}. Кәсіп карточкасы: {}")
            if self.tongue == "kk"
            else ('{}. Карточка профессии "{}"', "{}. Карточка профессии: {}")
        ).format(point, name)
        card["heading"] = {"kk": heading.partition(". ")[2]}
        self.lines += [heading, ""]
        code = f"{self.random.randint(1000, 9999)}-{self.random.randint(0, 9)}"
        self.field(card, "group_code", code)
        self.field(card, "occupation_code", f"{code}-{self.random.randint(1, 99):03}")
        self.field(card, "name", name)
        self.field(card, "level", self.levels[point - 9])
        self.field(card, "sub_level", self.random.choice(("", "", "4.1")))
        self.field(card, "reference_qualification", self.random.choice((self.sentence(), "")))
        self.education(card)
        self.experience(card)
        self.field(card, "nonformal", self.random.choice((self.sentence(), "")))
        self.other_names(card, code)
        self.torn_field(card, "purpose", self.sentence(8, 20))
        self.row(self.label("functions_heading"))
        functions = self.functions(point)
        self.function_list(card, functions)
        card["functions"] = functions
        self.print_functions(functions)
        self.field(card, "personal_competencies", self.sentence(4, 12))
        self.field(card, "technical_regulations", "")
        self.links(card)

    def field(self, card: dict[str, Any], name: str, value: str) -> None:
        label = self.label(name)
        card[name] = {"label": label, "kk": value}
        self.row(label, value)

    def torn_field(self, card: dict[str, Any], name: str, value: str) -> None:
        """A field that a page may tear: its words, its label, or its words before its label."""
        label = self.label(name)
        card[name] = {"label": label, "kk": value}
        words, half = value.split(), len(value.split()) // 2
        first, second = " ".join(words[:half]), " ".join(words[half:])
        way = self.way("whole", "words", "moved", "label")
        if way == "whole" or half < 2:
            self.row(label, value)
        elif way == "words":
            self.row(label, first)
            self.break_page()
            self.row("", second)
        elif way == "moved":
            self.row("", first)
            self.break_page()
            self.row(label, second)
        else:
            parts = label.split()
            cut = len(parts) - 1 if name == "purpose" else 2
            self.row(" ".join(parts[:cut]), first)
            self.break_page()
            self.row(" ".join(parts[cut:]), second)

    def education(self, card: dict[str, Any]) -> None:
        label = self.label("education")
        rows = []
        for at in range(self.random.randint(1, 4)):
            names = {one: self.label(f"row_{one}") for one in ("level", "speciality", "qualification")}
            texts = {
                "level": self.random.choice(EDUCATION[self.tongue]),
                "speciality": self.random.choice((self.phrase(1, 4), "-")),
                "qualification": self.random.choice((self.phrase(1, 3), "-")),
            }
            rows.append({one: {"label": names[one], "kk": texts[one]} for one in texts})
            cells = [f"{names[one]} {texts[one]}" for one in texts]
            head = label if at == 0 else ""
            words = texts["speciality"].split()
            if len(words) > 2 and self.way("whole", "whole", "torn") == "torn":
                self.row(head, cells[0], f"{names['speciality']} {words[0]}")
                self.break_page()
                self.row("", "", " ".join(words[1:]), cells[2])
            else:
                self.row(head, *cells)
        card["education"] = {"label": label, "rows": rows}

    def experience(self, card: dict[str, Any]) -> None:
        value = self.random.choice(EXPERIENCE[self.tongue]).format(self.random.randint(1, 9))
        self.torn_field(card, "experience", value)

    def other_names(self, card: dict[str, Any], code: str) -> None:
        label = self.label("other_names")
        entries = [
            f"{code}-{number:03} - {self.phrase(1, 3)};" for number in range(1, self.random.randint(1, 4))
        ]
        card["other_names"] = {"label": label, "entries": [{"kk": one} for one in entries]}
        self.row(label, " ".join(entries))

    def links(self, card: dict[str, Any]) -> None:
        labels = {
            key: self.label(name)
            for key, name in (("label", "links"), ("level_label", "link_level"), ("name_label", "link_name"))
        }
        self.row(labels["label"], labels["level_label"], labels["name_label"])
        entries = [
            (str(self.random.randint(2, 8)), self.phrase(1, 3).capitalize())
            for _ in range(self.random.randint(0, 2))
        ]
        for level, name in entries:
            self.row("", level, name)
        card["links"] = {
            **labels,
            "entries": [{"level": {"kk": level}, "name": {"kk": name}} for level, name in entries],
        }

    # -- functions ------------------------------------------------------------------------------------------------

    def functions(self, point: int) -> list[dict[str, Any]]:
        return [self.function(f"{point}.{number}", number) for number in range(1, self.random.randint(2, 5))]

    def function(self, identity: str, number: int) -> dict[str, Any]:
        skills = []
        for at in range(1, self.random.randint(2, 4)):
            skill: dict[str, Any] = {
                "id": f"{identity}.{at}",
                "label": self.label("skill").format(at),
                "kk": self.sentence(3, 9),
            }
            for kind, letter in (("abilities", "a"), ("knowledge", "k")):
                texts = [self.sentence(3, 12) for _ in range(self.random.randint(1, 9))]
                skill[kind] = {
                    "label": self.label(kind),
                    "items": [
                        {"id": f"{identity}.{at}.{letter}{n}", "kk": one} for n, one in enumerate(texts, 1)
                    ],
                }
            skills.append(skill)
        return {
            "id": identity,
            "label": self.label("function").format(number),
            "kk": self.sentence(3, 10),
            "skills": skills,
            "recognition": {"label": self.label("recognition"), "kk": ""},
        }

    def function_list(self, card: dict[str, Any], functions: list[dict[str, Any]]) -> None:
        whole, mandatory, optional = (self.label(name) for name in ("function_list", "mandatory", "optional"))
        cut = self.random.randint(1, len(functions))
        texts = [self.sentence(3, 9) for _ in functions]
        numbered = [f"{at}. {one}" for at, one in enumerate(texts, 1)]
        self.row(whole, mandatory, " ".join(numbered[:cut]))
        self.row("", optional, " ".join(numbered[cut:]))
        card["function_list"] = {
            "label": whole,
            "mandatory": {"label": mandatory, "entries": [{"kk": one} for one in texts[:cut]]},
            "optional": {"label": optional, "entries": [{"kk": one} for one in texts[cut:]]},
        }
        for at, function in enumerate(functions):
            function["kind"] = "mandatory" if at < cut else "optional"

    def print_functions(self, functions: list[dict[str, Any]]) -> None:
        for function in functions:
            for at, skill in enumerate(function["skills"]):
                self.print_skill(function if at == 0 else None, skill)
            way = self.random.choice(("row", "none", "row"))
            if way == "row":
                self.row("", self.paragraph(function["recognition"]["label"]), "")
            else:
                function["recognition"] = None

    def paragraph(self, text: str) -> str:
        return text if self.tags == "none" else f"<p>{text}</p>"

    def pieces(self, skill: dict[str, Any]) -> list[str]:
        """The paragraphs of a skill's lists, with their labels."""
        found = []
        for kind in ("abilities", "knowledge"):
            found.append(skill[kind]["label"])
            number = 0
            for item in skill[kind]["items"]:
                number += self.random.choice((1,) * 19 + (2,))
                found.append(f"{number}. {item['kk']}")
        return found

    def cell(self, pieces: list[str]) -> str:
        if self.tags == "p":
            return " ".join(f"<p>{one}</p>" for one in pieces)
        if self.tags == "ol":
            inner = " ".join(pieces)
            return f'<ol style="list-style-type: none"> {inner}'
        return " ".join(pieces)

    def print_skill(self, function: dict[str, Any] | None, skill: dict[str, Any]) -> None:
        first = f"{function['label']} {function['kk']}" if function else ""
        second = f"{skill['label']} {skill['kk']}"
        pieces = self.pieces(skill)
        way = self.way("whole", "lists", "moved", "headings", "item", "lines")
        cut = self.random.randint(1, len(pieces) - 1)
        if way == "whole" or len(pieces) < 3:
            self.row(first, second, self.cell(pieces))
        elif way == "lists":  # the row goes on over the page, its headings at its top
            self.row(first, second, self.cell(pieces[:cut]))
            self.break_page()
            self.row("", "", self.cell(pieces[cut:]))
        elif way == "moved":  # its headings stand in the second half
            self.row("", "", self.cell(pieces[:cut]))
            self.break_page()
            self.row(first, second, self.cell(pieces[cut:]))
        elif way == "headings":  # the headings are torn too
            self.torn_headings(first, second, pieces, cut)
        elif way == "item":
            self.torn_item(first, second, pieces)
        else:
            self.as_lines(first, second, pieces)

    def torn_headings(self, first: str, second: str, pieces: list[str], cut: int) -> None:
        one, other = self.torn(first), self.torn(second)
        self.row(one[0], other[0], self.cell(pieces[:cut]))
        self.break_page()
        self.row(one[1], other[1], self.cell(pieces[cut:]))

    def torn(self, text: str) -> tuple[str, str]:
        words = text.split()
        cut = len(words) - 1
        return (" ".join(words[:cut]), " ".join(words[cut:])) if len(words) > 5 else (text, "")

    def torn_item(self, first: str, second: str, pieces: list[str]) -> None:
        longest = max(range(len(pieces)), key=lambda at: len(pieces[at]))
        words = pieces[longest].split()
        cut = max(2, len(words) // 2)
        self.row("", "", self.cell([*pieces[:longest], " ".join(words[:cut])]))
        self.break_page()
        self.row(first, second, self.cell([" ".join(words[cut:]), *pieces[longest + 1 :]]))

    def as_lines(self, first: str, second: str, pieces: list[str]) -> None:
        """Cells that were printed one below the other, and lost their tabs."""
        self.break_page()
        for block in ([first] if first else [], [second], pieces):
            if block:
                self.lines += [*block, ""]


# -- other kinds of files ------------------------------------------------------------------------------------------


def tables_of(text: str) -> list[str | list[list[str]]]:
    """The lines and tables of an undamaged text, in their order."""
    found: list[str | list[list[str]]] = []
    for line in text.split("\n"):
        cells = [" ".join(re.sub(r"<[^<>]*>", " ", cell).split()) for cell in line.split("\t")]
        if len(cells) > 1:
            if not found or isinstance(found[-1], str):
                found.append([])
            table = found[-1]
            assert isinstance(table, list)
            table.append((cells + [""] * 4)[:4])
        elif cells[0]:
            found.append(cells[0])
    return found


def as_html(text: str) -> str:
    """An undamaged text as a page with tables, the first column merged down over empty cells."""
    parts = ["<!DOCTYPE html><html><body>"]
    for block in tables_of(text):
        if isinstance(block, str):
            parts.append(f"<p>{html.escape(block)}</p>")
            continue
        parts.append("<table>")
        for at, row in enumerate(block):
            below = next((n for n, other in enumerate(block[at + 1 :]) if other[0]), len(block) - at - 1)
            first = f'<td rowspan="{below + 1}">{html.escape(row[0])}</td>' if row[0] else ""
            rest = "".join(f"<td><p>{html.escape(cell)}</p></td>" for cell in row[1:])
            parts.append(f"<tr>{first}{rest}</tr>")
        parts.append("</table>")
    return "".join([*parts, "</body></html>"])


def as_docx(text: str) -> bytes:
    """An undamaged text as a Word document with tables."""
    docx = pytest.importorskip("docx")
    document = docx.Document()
    for block in tables_of(text):
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        table = document.add_table(rows=len(block), cols=4)
        for row, cells in zip(table.rows, block, strict=True):
            for cell, words in zip(row.cells, cells, strict=True):
                cell.text = words
    raw = io.BytesIO()
    document.save(raw)
    return raw.getvalue()
