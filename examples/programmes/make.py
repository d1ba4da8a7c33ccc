"""Write the sample curricula: an invented college's workbook and an invented university's syllabus.

`python examples/programmes/make.py [FOLDER]` writes `rehabilitation-ru.xlsx` (one row an outcome, headings in Russian,
a sheet of the programme) and `syllabus-kk.docx` (two courses, each with a table at its top and a list of outcomes)
beside this file or into the folder.  Institutions, codes and outcomes are made up.
"""

from __future__ import annotations

import io
import sys
import zipfile
from datetime import datetime
from pathlib import Path

import docx
import xlsxwriter  # type: ignore[import-untyped]

HEADINGS = ("Код дисциплины", "Наименование дисциплины", "Кредиты", "Семестр", "РО", "Результаты обучения")
COURSES = (
    ("ПМ01", "Основы социальной работы", 6, 1, (
        "Объясняет принципы социальной работы и профессиональной этики",
        "Различает виды специальных социальных услуг и условия их предоставления",
    )),
    ("ПМ02", "Социально-бытовое обслуживание", 8, 2, (
        "Организует диетическое питание получателей услуг с соблюдением санитарных норм",
        "Помогает получателю услуг при гигиенических процедурах",
        "Обучает пожилых людей самообслуживанию",
    )),
    ("ПМ03", "Сопровождение лиц с инвалидностью", 8, 3, (
        "Безопасно сопровождает лиц с нарушениями опорно-двигательного аппарата",
        "Подбирает технические вспомогательные средства",
        "Участвует в выполнении индивидуальной программы абилитации и реабилитации",
    )),
    ("ПМ04", "Первая помощь и уход", 5, 3, (
        "Оказывает доврачебную помощь, измеряет артериальное давление",
        "Проводит профилактику пролежней",
    )),
    ("ПМ05", "Документооборот и информационные системы", 4, 4, (
        "Ведёт документацию получателя услуг на портале социальных услуг",
        "Соблюдает требования к защите персональных данных",
    )),
)  # fmt: skip
PROGRAMME = (
    ("Образовательная программа", "Социальная работа (колледж-пример «Ақтөбе үлгі»)"),
    ("Уровень образования", "Техническое и профессиональное образование (специалист среднего звена)"),
    ("Специальность", "Социальная работа"),
    ("Язык программы", "ru"),
)
SYLLABUS = (
    (
        (("Пән коды", "SW2204"), ("Пән атауы", "Отбасымен әлеуметтік жұмыс"), ("Кредиттер саны", "5"),
         ("Семестр", "4")),
        "Отбасының ресурстары, жанжалдар және оларды шешу тәсілдері.",
        (
            "Отбасының қажеттіліктері мен ресурстарын бағалайды",
            "Отбасымен бірге жеке жұмыс жоспарын әзірлейді",
            "Жанжалды шешу технологияларын қолданады",
        ),
    ),
    (
        (("Пән коды", "SW3305"), ("Пән атауы", "Супервизия негіздері"), ("Кредиттер саны", "4"), ("Семестр", "6")),
        "Кәсіби күйіп қалудың алдын алу және топтағы супервизия.",
        (
            "Супервизия сеанстарының түрлерін салыстырады",
            "Кәсіби күйіп қалу тәуекелдерін анықтайды",
        ),
    ),
)  # fmt: skip
_DAY = datetime(2025, 1, 1)  # noqa: DTZ001 - a mark, not a moment


def workbook(path: Path) -> None:
    """The college's programme: a title above the headings, the course's cells merged over its outcomes."""
    with xlsxwriter.Workbook(path) as book:
        book.set_properties({"created": _DAY})
        sheet, programme = book.add_worksheet("План"), book.add_worksheet("Программа")
        sheet.write(0, 0, "Рабочий учебный план")
        sheet.write_row(2, 0, HEADINGS)
        row = 3
        for code, title, amount, semester, outcomes in COURSES:
            for column, value in enumerate((code, title, amount, semester)):
                sheet.merge_range(row, column, row + len(outcomes) - 1, column, value)
            for number, text in enumerate(outcomes, 1):
                sheet.write_row(row, len(HEADINGS) - 2, (f"РО{number}", text))
                row += 1
        sheet.set_column(1, 1, 40)
        sheet.set_column(5, 5, 80)
        for number, pair in enumerate(PROGRAMME):
            programme.write_row(number, 0, pair)
        programme.set_column(0, 1, 50)


def syllabus(path: Path) -> None:
    """The university's syllabus of two courses."""
    document = docx.Document()
    document.core_properties.created = document.core_properties.modified = _DAY
    document.add_heading("Силлабус", 0)
    document.add_paragraph("Білім беру бағдарламасы: Әлеуметтік жұмыс (Сарыарқа үлгі университеті)")
    for facts, about, outcomes in SYLLABUS:
        table = document.add_table(rows=0, cols=2)
        table.style = "Table Grid"
        for pair in facts:
            for cell, text in zip(table.add_row().cells, pair, strict=True):
                cell.text = text
        document.add_heading("Пәннің сипаттамасы", 2)
        document.add_paragraph(about)
        document.add_heading("Оқыту нәтижелері", 2)
        document.add_paragraph("Пәнді оқу нәтижесінде студент:")
        for text in outcomes:
            document.add_paragraph(text, style="List Number")
        document.add_heading("Әдебиеттер", 2)
        document.add_paragraph("Әлеуметтік кодекс.")
    made = io.BytesIO()
    document.save(made)
    _same_every_time(made, path)


def _same_every_time(made: io.BytesIO, path: Path) -> None:
    """Write an archive with one day for all its parts: the same sample gives the same bytes."""
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(
                zipfile.ZipInfo(name, _DAY.timetuple()[:6]), source.read(name), zipfile.ZIP_DEFLATED
            )


def main(folder: Path) -> None:
    """Write both samples."""
    workbook(folder / "rehabilitation-ru.xlsx")
    syllabus(folder / "syllabus-kk.docx")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
