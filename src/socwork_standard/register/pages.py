"""Pages of the reference about registers, generated: the format with its headings, and the codes of problems.

`python -m socwork_standard.register.pages` writes them into `docs/reference/` (or the directory named behind it).
"""

import sys

from socwork_standard.checks.writing import code_tables, kind_rows, write_and_say
from socwork_standard.i18n import text
from socwork_standard.register.heading_words import FACT_WORDS, FIELDS, PERSON
from socwork_standard.register.problems import DECIDING, GROUPS, KINDS
from socwork_standard.sheets.headings import Field

COMMAND = "python -m socwork_standard.register.pages"
_TITLES = {
    PERSON: "The person",
    "education": "Education",
    "experience": "Experience",
    "training": "Training",
}
_ABOUT = """\
# Staff register

A whole staff list in one table, folder or database, as `socwork register` and `read_register` take it. The fields are
those of the [staff record](staff-record.md). This page is generated from the catalogue of headings; to write it again:
`{command}`.

An empty table to fill in, with lists to choose from and explanations in three languages: `socwork template staff`.

## Where it may come from

| source | how it is named |
|---|---|
| Excel workbook | `staff.xlsx`, `staff.xlsm`; with several filled sheets: `--sheet NAME` |
| separated text | `staff.csv`, `.tsv`, `.txt`: semicolon, comma, tab or bar; UTF-8, UTF-16, cp1251, KZ-1048 |
| Parquet | `staff.parquet`: the columns below, or columns `education`, `experience`, `training` that hold lists |
| records | `staff.yaml`, `.json` (one person, a list, or `staff:`), `.jsonl` (one person a line) |
| a folder | every such file in it and in its folders |
| SQLite | `staff.db`, `sqlite:///staff.db?table=staff`, `sqlite:///staff.db?query=SELECT …` |
| PostgreSQL | `postgresql://user@host/base?table=staff`, or `?query=SELECT …`; it is only read |
| standard input | `-`: recognised by what it holds |

Workbooks need `pip install "socwork-standard[xlsx]"`, Parquet `[bulk]`, PostgreSQL `[postgres]`. A workbook that is
protected with a password, an old `.xls`, a file that unpacks to far more than it should, and a sheet with a stray cell
far away are refused with the mend.

## One row, one fact

The column `fact` says what a row is about: education, experience or training. A person has as many rows as facts; they
need not stand together. Fields of the person (unit, post held, attestation) may stand in any of the rows.

```text
id;fact;unit;level;speciality;completed;position;category;social_protection;start;end;kind
0417;education;№ 2;higher;Социальная работа;30.06.2015;;;;;;
0417;experience;;;;;Социальный работник;вторая;да;01.09.2016;по настоящее время;
0417;training;;;;2016;;;;;;краткосрочный курс
0418;experience;;;;;нет;;;;;
```

## One row, one person

Without the column `fact`, each row is a person, and a number says which diploma, job or course a column is of:
`education_1_level`, `Образование 1: уровень`, `1-білім деңгейі`. Without a number the first is meant.

```text
id;unit;education_1_level;education_1_completed;education_2_level;experience_1_position;experience_1_start
0417;№ 2;higher;30.06.2015;master;Социальный работник;01.09.2016
```

## What cells mean

- A blank cell is not known. It is never a no.
- Known to have none: one row of that fact (or the first of its numbered columns) with `none`, `нет`, `жоқ` or `-` in
  its first field, and nothing else. Under `category` these words mean: without category.
- A list that stands here is taken as complete, unless `education_complete` (`experience_complete`,
  `training_complete`) says no, or a row of it could not be used.
- A date is a day of Excel, `31.12.2024`, `2024-12-31`, `31/12/2024`, `30 июня 2015 г.`, `2015 жылғы 30 маусым`; a month
  `12.2024`; a year `2024`. Where day and month cannot be told apart (`05/06/2024`) nothing is guessed.
- `end` is the last day worked, or `ongoing` / `по настоящее время` / `қазіргі уақытқа дейін`. Left blank it is not
  known, and reported.
- Words may be written in Kazakh, Russian or English, and as the ids of the vocabularies. Latin letters inside Cyrillic
  words are read as meant, and reported.
- Ids keep their form: `0417` stays `0417`; a number of Excel loses its `.0`. What looks like an ИИН is carried nowhere.
- Headings stand in one of the first thirty rows that hold anything; merged cells count for each of their rows.

Nothing is lost: every row is used, or stands among the [problems](../register-problems.md) with its sheet, row, column,
value and mend. A wrong value is not known, and the person is decided all the same. Names that no vocabulary holds are
listed once each, with their count and the nearest term.
"""


def register_page() -> str:
    """docs/reference/formats/register.md: where a register may come from, its two layouts, every heading."""
    lines = [_ABOUT.format(command=COMMAND).rstrip("\n"), "", "## Headings", ""]
    lines += [
        "Case, signs, and Kazakh letters typed on a Russian keyboard make no difference. The first of each language is",
        "the one that the template prints. Columns with other headings are not read, and named.",
    ]
    for group, title in _TITLES.items():
        lines += ["", f"### {title}", ""]
        if group in FACT_WORDS:
            words = ", ".join(f"`{word}`" for word in FACT_WORDS[group])
            lines += [f"Before or after a number: {words}.", ""]
        lines += ["| key | meaning | қазақша | русский | English |", "|---|---|---|---|---|"]
        lines += [_row(field) for field in FIELDS if field.owner == group]
    return "\n".join(lines) + "\n"


def _row(field: Field) -> str:
    meaning = text("en", f"register.help.{field.key}")
    words = (", ".join(one) for one in (field.kk, field.ru, field.en))
    return f"| `{field.key}` | {meaning} | {' | '.join(words)} |"


def problems_page() -> str:
    """docs/reference/register-problems.md: every code, by group."""
    lines = [
        "# Problems of a register",
        "",
        "What reading a [staff register](formats/register.md) and deciding its people can report. An error: something",
        "that was written is not used as it stands. A notice: it is used, or was never meant to be. Codes are stable:",
        "one that is no longer used is not used again. This page is generated from",
        "`socwork_standard.register.problems`; to write it again:",
        f"`{COMMAND}`.",
    ]
    lines += code_tables(GROUPS, [*kind_rows("register", KINDS), *kind_rows("staff", DECIDING)])
    return "\n".join(lines) + "\n"


def generate_pages() -> dict[str, str]:
    """File name below docs/reference/ → text."""
    return {"formats/register.md": register_page(), "register-problems.md": problems_page()}


if __name__ == "__main__":
    write_and_say(sys.argv[1:], generate_pages())
