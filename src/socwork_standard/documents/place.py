"""Where something stands in a file, so that a person can find it there."""

from dataclasses import dataclass, fields, replace
from typing import Literal

from socwork_standard.i18n import text
from socwork_standard.model.base import Language
from socwork_standard.sheets.cells import column_letter


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file: only what is known of it is given; all numbers count from 1, as a person counts.

    `page` and `line` are of a PDF (a line of its page); `line` alone of a text file; `paragraph` of a DOCX or HTML
    page, paragraphs of tables not counted; `table`, `row` and `column` of a table of a document; `sheet`, `row` and
    `column` (its number, shown as its letter) of a workbook.  `part`: the place is not in the text itself, but in a
    header, a footer, a footnote or a text box.
    """

    part: Literal["header", "footer", "note", "box"] | None = None
    sheet: str | None = None
    page: int | None = None
    paragraph: int | None = None
    line: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None

    def words(self, language: Language) -> str:
        """The place as a sentence names it: `page 3, line 12`; nothing where nothing is known."""
        parts = [text(language, f"place.{self.part}")] if self.part else []
        parts += [
            text(language, f"place.{name}", n=self._shown(name, value))
            for name, value in self.as_dict().items()
            if name != "part"
        ]
        return ", ".join(parts)

    def _shown(self, name: str, value: str | int) -> str | int:
        in_workbook = name == "column" and isinstance(value, int) and self.table is None
        return column_letter(int(value) - 1) if in_workbook else value

    def as_dict(self) -> dict[str, str | int]:
        """The place as JSON holds it: only what is known."""
        return {one.name: value for one in fields(self) if (value := getattr(self, one.name)) is not None}

    def at(self, row: int, column: int | None = None) -> "Place":
        """A row, or a cell of it, of the table that stands here."""
        return replace(self, row=row, column=column)
