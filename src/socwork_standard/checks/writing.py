"""Writing generated pages of the reference: what every generator of them shares."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from socwork_standard.data.locate import schema_directory
from socwork_standard.i18n import text
from socwork_standard.model.problem import Kind


class CodeRow(NamedTuple):
    """A code of problems as its page shows it."""

    code: str
    title: str
    meaning: str
    mend: str


def kind_rows(prefix: str, kinds: Iterable[Kind]) -> Iterator[CodeRow]:
    """The rows of a catalogue of problems whose mends stand among the texts under `PREFIX.CODE.mend`."""
    for kind in kinds:
        title = kind.title if kind.severity == "error" else f"{kind.title} (a notice)"
        yield CodeRow(kind.code, title, kind.meaning, text("en", f"{prefix}.{kind.code}.mend"))


def code_tables(groups: Mapping[str, str], rows: Iterable[CodeRow]) -> list[str]:
    """Lines of a table for each group of codes; a group is the beginning that its codes share."""
    known = list(rows)
    lines: list[str] = []
    for prefix, title in groups.items():
        lines += ["", f"## {title}", ""]
        lines += ["| code | problem | what it means | how to mend it |", "|---|---|---|---|"]
        lines += [f"| {' | '.join(row)} |" for row in known if row.code.startswith(prefix)]
    return lines


def write_pages(directory: Path, pages: Mapping[str, str]) -> Iterator[Path]:
    """Write every page below `directory`; the files written."""
    for name, content in pages.items():
        path = directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8", newline="\n")
        yield path


def write_and_say(arguments: list[str], pages: Mapping[str, str]) -> None:
    """Write the pages into docs/reference/, or the directory that the first argument names, and say which."""
    target = Path(arguments[0]) if arguments else schema_directory().parent / "docs" / "reference"
    sys.stdout.writelines(f"{path}\n" for path in write_pages(target, pages))
