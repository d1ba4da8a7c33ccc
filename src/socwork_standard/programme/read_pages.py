"""Pages of the reference about reading curricula, generated: what is read how, and the codes of problems.

`python -m socwork_standard.programme.read_pages` writes them into `docs/reference/` (or the directory named behind it).
"""

import sys

from socwork_standard.checks.writing import code_tables, kind_rows, write_and_say
from socwork_standard.programme.problems import GROUPS, KINDS
from socwork_standard.programme.read_words import FIELDS
from socwork_standard.sheets.headings import Field

COMMAND = "python -m socwork_standard.programme.read_pages"
_TITLES = {"course": "The course", "outcome": "The outcome", "programme": "The programme"}
_ABOUT = """\
# Reading curricula

What `socwork map`, `review`, `coverage` and `programme` take as a curriculum, and `read_curriculum` in Python. This
page is generated from the catalogue of headings; to write it again: `{command}`.

An empty workbook to fill in, with lists to choose from and explanations in three languages:
`socwork template curriculum -o curriculum.xlsx`.

| file | what is read |
|---|---|
| YAML, JSON | the format [curriculum](formats/curriculum.md), strictly |
| CSV, TSV | one row an outcome, or a course without any; semicolon, comma, tab, bar; UTF-8, UTF-16, cp1251, KZ-1048 |
| XLSX | the same on any sheet, and a sheet of labels with their values for the programme |
| DOCX, HTML | tables of courses, tables of labels, headings, lists of outcomes |
| PDF | the same, from its lines and ruled tables; a scan without text is refused, one page of it is named |
| text | lines `Label: value` and lists; where nothing heads anything, each line is an outcome |

Workbooks need `pip install "socwork-standard[xlsx]"`; DOCX, PDF and HTML need `[pdf]`. What a file is, its bytes
say; the ending of its name decides between kinds of text. A file with a password, an old `.doc` or `.xls`, a
damaged one, and one that unpacks to far more than it should are refused with the mend.

## Tables of courses

- The headings stand in one of the first thirty rows that hold anything; at least two of those below are needed,
  among them the code, the title or the outcomes. Rows above them name the programme (`Programme: …`) or are not
  used.
- Merged cells count for each of their rows. Where code and title are blank, the row belongs to the course above.
- One cell may hold several outcomes: each begins with a mark (`РО1`, `ОН1`, `LO1`, `1)`, `•`), or on a new line
  after a full stop or semicolon or with a capital letter.
- A row such as `3 семестр` gives the semester of the courses below; rows of sums (`Итого`, `Барлығы`) are not used.
- A table that goes on on the next page keeps its columns.
- A course without a code is numbered. Decisions are tied to codes, so write one.

## Syllabi

- A course begins with a line or cell such as `Пән атауы: …`, `Дисциплина: …` or `Course title: …`, with a line
  `SW2201 Title`, or with a heading or short line that stands right above its first field.
- Behind the heading of outcomes come entries of a list, lines with a mark, or whole paragraphs. A line of a PDF or
  text that goes on in small letters belongs to the outcome above. A sentence that ends with a colon is an
  introduction.
- The list ends at the next heading, label or section (`Литература`, `Әдебиеттер`, `Assessment` …).
- Outcomes that stand in no course are not used, and named.

## Nothing is dropped silently

Every line and cell that holds anything is in the curriculum, or among the [problems](curriculum-problems.md) with
its place, or among what was not used (`not_used` in JSON; their number is told on standard error). What a heading
or label says is taken as read.
"""


def reading_page() -> str:
    """docs/reference/reading-curricula.md: the files, how they are read, every heading."""
    lines = [_ABOUT.format(command=COMMAND).rstrip("\n"), "", "## Headings and labels", ""]
    lines += [
        "Case, signs, numbers before them, and Kazakh letters typed on a Russian keyboard make no difference. The",
        "first of each language is the one that the template prints.",
    ]
    for owner, title in _TITLES.items():
        lines += ["", f"### {title}", "", "| key | қазақша | русский | English |", "|---|---|---|---|"]
        lines += [_row(field) for field in FIELDS if field.owner == owner]
    return "\n".join(lines) + "\n"


def _row(field: Field) -> str:
    words = (", ".join(one) for one in (field.kk, field.ru, field.en))
    return f"| `{field.key}` | {' | '.join(words)} |"


def problems_page() -> str:
    """docs/reference/curriculum-problems.md: every code, by group."""
    lines = [
        "# Problems of a curriculum",
        "",
        "What [reading a curriculum](reading-curricula.md) can report. An error: something that was written is not",
        "used as it stands. A notice: it is used, or was never meant to be. Codes are stable: one that is no longer",
        "used is not used again. This page is generated from `socwork_standard.programme.problems`; to write it again:",
        f"`{COMMAND}`.",
    ]
    lines += code_tables(GROUPS, kind_rows("programme", KINDS))
    return "\n".join(lines) + "\n"


def generate_pages() -> dict[str, str]:
    """File name below docs/reference/ → text."""
    return {"reading-curricula.md": reading_page(), "curriculum-problems.md": problems_page()}


if __name__ == "__main__":
    write_and_say(sys.argv[1:], generate_pages())
