"""The names of a report that an employer has filled in, read back as the employer's aliases."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from socwork_standard.data.files import read_bytes
from socwork_standard.data.standard import Standard
from socwork_standard.data.strict_yaml import parse_yaml
from socwork_standard.errors import InputError
from socwork_standard.i18n import text
from socwork_standard.model.aliases import Aliases as AliasesFile
from socwork_standard.model.base import LANGUAGES
from socwork_standard.register.unrecognised import COLUMNS, VOCABULARIES, column_titles, sheet_title
from socwork_standard.sheets.cells import Row, Table, cell_text
from socwork_standard.sheets.xlsx import read_workbook
from socwork_standard.text import normalise
from socwork_standard.vocabulary.names import Aliases, Names

WORKBOOKS = (".xlsx", ".xlsm")
"""The endings of a report; any other file of aliases is YAML."""
_NEEDED = ("vocabulary", "written", "use")


def read_aliases(path: Path, standard: Standard) -> Aliases:
    """The employer's own aliases: of a YAML file, or of a report whose sheet of unrecognised names was filled in."""
    if path.suffix.lower() in WORKBOOKS:
        return read_report_aliases(path, standard)
    return (
        parse_yaml(read_bytes(path, str(path)), str(path), error=InputError)
        .build(AliasesFile)
        .by_vocabulary()
    )


def read_report_aliases(source: Path | bytes, standard: Standard, name: str = "") -> Aliases:
    """The aliases of the sheet of unrecognised names: those rows whose last column names a term.

    A term is named by its id or by a name that the vocabulary knows.  Raises `InputError` where the workbook has no
    such sheet, or a row names no vocabulary or term.  `name` is what the bytes of a workbook are called.
    """
    name = str(source) if isinstance(source, Path) else name
    titles = {normalise(sheet_title(language)) for language in LANGUAGES}
    table = next((one for one in read_workbook(source, name) if normalise(one.name or "") in titles), None)
    if table is None:
        raise InputError(
            "the workbook has no sheet of unrecognised names.",
            name,
            "Give a report of `socwork register`.",
        )
    return merged(_rows(table, name, Names(standard)))


def merged(rows: Iterable[tuple[str, str, str]]) -> Aliases:
    """Aliases from vocabulary, name as written, and term; a later one overrides an earlier."""
    found: dict[str, dict[str, str]] = {}
    for vocabulary, written, term in rows:
        found.setdefault(vocabulary, {})[written] = term
    return found


def flat(aliases: Aliases) -> Iterator[tuple[str, str, str]]:
    """Every alias by itself."""
    for vocabulary, names in aliases.items():
        for written, term in names.items():
            yield vocabulary, written, term


def _rows(table: Table, file: str, names: Names) -> Iterator[tuple[str, str, str]]:
    places: dict[str, int] | None = None
    for row in table.rows():
        if places is None:
            places = _places(row)
            continue
        cells = {key: cell_text(row.cells[at]) if at < len(row.cells) else None for key, at in places.items()}
        if not cells["use"]:
            continue
        where = f"{file}, {table.name}:{row.number}"
        vocabulary = _vocabulary(cells["vocabulary"] or "", where)
        if cells["written"]:
            yield vocabulary, cells["written"], _term(names, vocabulary, cells["use"], where)
    if places is None:
        raise InputError(
            "the sheet of unrecognised names has lost its headings.",
            f"{file}, {table.name}",
            "Write the report again.",
        )


def _places(row: Row) -> dict[str, int] | None:
    """The columns of a row of headings; None where it is no such row."""
    cells = [normalise(cell_text(cell) or "") for cell in row.cells]
    for language in LANGUAGES:
        titles = dict(zip(COLUMNS, map(normalise, column_titles(language)), strict=True))
        if all(titles[key] in cells for key in _NEEDED):
            return {key: cells.index(titles[key]) for key in _NEEDED}
    return None


def _vocabulary(word: str, where: str) -> str:
    for vocabulary in VOCABULARIES:
        labels = {normalise(text(language, f"register.unrecognised.{vocabulary}")) for language in LANGUAGES}
        if normalise(word) in {vocabulary, *labels}:
            return vocabulary
    raise InputError(
        "there is no vocabulary {word!r}.",
        where,
        "Use one of: {listed}.",
        word=word,
        listed=", ".join(VOCABULARIES),
    )


def _term(names: Names, vocabulary: str, word: str, where: str) -> str:
    index = {
        "specialities": names.specialities,
        "qualifications": names.qualifications,
        "posts": names.posts,
        "education-levels": names.levels,
    }[vocabulary]
    if word in index.terms:
        return word
    found = index.by_name(word)
    if found.id is None:
        raise InputError(
            "{word!r} is no one term of {vocabulary}.",
            where,
            "Write the id of a term, or its exact name.",
            word=word,
            vocabulary=vocabulary,
        )
    return found.id
