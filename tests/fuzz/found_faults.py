"""What the fuzzing has found, and how each fault was mended; the inputs stand in `found/`, a folder a reader."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault that was found: with which readers, what came out, how it was mended.

    `long`: the input is a long file, which the tests make instead of keeping it.
    """

    readers: tuple[str, ...]
    was: str
    mended: str
    long: bool = False


FAULTS: tuple[Fault, ...] = (
    Fault(
        ("curriculum-pdf",),
        "A PDF of 2 kB took gigabytes of memory, or did not end: its font gives widths for the signs 0 to 9999999999, "
        "and pdfminer writes them out one by one. The same with letters (ToUnicode), with widths of text that runs "
        "down, and with the list of signs of a TrueType font, which were then tried by hand.",
        "A font that names more than 262,144 signs is refused before pdfminer opens it (`documents/pdf_fonts.py`).",
    ),
    Fault(
        ("curriculum-pdf",),
        "A packed part with lines of 4000000000 bytes, tried by hand after the above: pdfminer makes one first.",
        "Such a PDF is refused before it is opened, as other bombs are.",
    ),
    Fault(
        ("curriculum-html",),
        "A page of 440 kB with cells over a thousand columns in each of 20,000 rows was read for more than a minute; "
        "tried by hand too.",
        "The tables of a document may span 400,000 cells; what is refused in a page is no longer called damage.",
    ),
    Fault(
        ("staff-xlsx",),
        "`ValueError: negative seek value` from zipfile: the archive's directory points before the file's start. "
        "The other readers of workbooks had the same.",
        "It counts as a damaged workbook. A refusal for too many columns is no longer wrapped in another one.",
    ),
    Fault(
        ("staff-xlsx",),
        'The program was ended ("memory allocation of 897074931520 bytes failed"): a cell called `levelN23` passed '
        "the guard, and calamine made room up to that column. The same with single quotes, more figures, a second `r`.",
        "A sheet with a reference that no program writes is damaged, and is refused before calamine sees it.",
    ),
    Fault(
        ("staff-parquet",),
        "`UnicodeDecodeError`: pyarrow does not look at texts before they become Python's.",
        "It counts as a Parquet file that cannot be read, as do days that no calendar has.",
    ),
    Fault(
        ("staff-sqlite",),
        "`UnicodeDecodeError` for names of columns, or words of SQLite itself, that are no UTF-8.",
        "It is told as what the database says.",
    ),
    Fault(
        ("staff-sqlite",),
        "`TypeError`: the name of a table was bytes, not text.",
        "Such a table is not listed.",
    ),
    Fault(
        ("stored-decisions",),
        "`TypeError` for a stored decision with a number for its day.",
        "What stands under the keys that are asked again is checked first; the refusal names the key.",
    ),
    Fault(
        ("stored-decisions",),
        "`ValueError` for a number of 5,000 figures, which Python does not read.",
        "It is refused as no JSON.",
    ),
    Fault(
        ("web-form",),
        "A form that cannot be read was refused without a place.",
        "The refusal names the form.",
    ),
    Fault(
        ("record-yaml", "record-json"),
        "4,000 people in one file took 13 seconds, a quarter of them one: the lines of the whole file were gone "
        "through for each person.",
        "They are gone through for a person whose record is wrong: 0.3 seconds.",
        long=True,
    ),
    Fault(
        ("curriculum-csv",),
        "6,000 rows that add to the description of one course took 13 seconds, 6,000 titles under one code 3 seconds: "
        "each was compared with, or counted from, all before it.",
        "What was compared and counted is kept: 0.4 seconds.",
        long=True,
    ),
    Fault(
        ("staff-xlsx",),
        "Each row of a workbook was held against each of its merged cells.",
        "Merged cells are gone through row by row.",
        long=True,
    ),
)
