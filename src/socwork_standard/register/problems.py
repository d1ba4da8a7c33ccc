"""Every code of a problem in a register: the source of docs/reference/register-problems.md.

The messages and the mends stand in the catalogues of texts under `register.CODE` and `register.CODE.mend`.
"""

from dataclasses import dataclass

from socwork_standard.i18n import text
from socwork_standard.model.base import Language
from socwork_standard.model.problem import Kind
from socwork_standard.register.model import RegisterProblem

GROUPS = {
    "R1": "Files, sheets and columns",
    "R2": "Rows",
    "R3": "People",
    "R4": "Values",
    "R5": "Deciding",
}
_LONGEST = 200


KINDS = (
    Kind(
        "R101", "notice", "a sheet was not read",
        "The workbook has several sheets, and this one was not the register.",
    ),
    Kind(
        "R102", "notice", "a column was not read",
        "Its heading is no field of a staff record in any of the three languages.",
    ),
    Kind(
        "R103", "error", "a heading is nearly one that is known",
        "The column was not read; a letter may be wrong in its heading.",
    ),
    Kind(
        "R104", "error", "two columns for one field",
        "Two headings mean the same; the first column with it was read.",
    ),
    Kind(
        "R105", "notice", "rows above the headings",
        "Titles above the row of headings are no data; they are counted nowhere.",
    ),
    Kind(
        "R106", "notice", "a column with personal data was left unread",
        "A register needs no name, ИИН, birthday, telephone or address.",
    ),
    Kind(
        "R107", "error", "a heading may mean several fields",
        "Without a column of facts it is not known whether it belongs to education, experience or training.",
    ),
    Kind(
        "R108", "notice", "merged cells",
        "Their value was taken for each of their rows; a spreadsheet stores it in the first only.",
    ),
    Kind(
        "R109", "error", "a formula gives an error",
        "The cell holds #N/A, #REF! or the like: its value is not known.",
    ),
    Kind(
        "R110", "error", "NUL bytes in a row",
        "The file was damaged on its way; the bytes were left out, the rest was used.",
    ),
    Kind(
        "R111", "error", "letters were lost in the encoding",
        "The file was saved in an encoding without Kazakh letters: question marks stand in their places.",
    ),
    Kind(
        "R112", "error", "a quote opens and never closes",
        "The row's columns cannot be told apart. The row was not used.",
    ),
    Kind(
        "R113", "notice", "quotes inside a cell are not doubled",
        "The row was read with its quotes left out.",
    ),
    Kind(
        "R114", "notice", "a hidden sheet was not read",
        "The workbook does not show it, and a sheet that it shows was read.",
    ),
    Kind(
        "R115", "error", "a formula whose value the file does not keep",
        "A program wrote the file, and no spreadsheet has counted its formulas: the value of the cell is not known.",
    ),
    Kind(
        "R116", "notice", "a column of lists was not read",
        "Only columns named education, experience or training may hold lists of keys and values.",
    ),
    Kind("R201", "error", "a row without an id", "It is not known whose it is. The row was not used."),
    Kind(
        "R202", "error", "an unknown kind of fact",
        "The column of facts says something other than education, experience or training. The row was not used.",
    ),
    Kind(
        "R203", "notice", "the kind of fact was found from the columns",
        "The cell was blank, and only one kind fits.",
    ),
    Kind(
        "R204", "error", "the kind of fact is missing",
        "The filled columns fit several kinds of fact, or none. The row's facts were not used.",
    ),
    Kind(
        "R205", "error", "a value in a column of another fact",
        "A row of one kind of fact has no such field. The value was not used.",
    ),
    Kind(
        "R206", "notice", "only a category says none",
        "The row was read as employment without a category, of which nothing else is known.",
    ),
    Kind(
        "R207", "error", "a record that cannot be read",
        "The file or entry is no staff record. It was not used.",
    ),
    Kind("R208", "error", "an unknown key in a record", "The key was not used."),
    Kind("R209", "error", "more cells than headings", "The value stands under no heading and was not used."),
    Kind("R210", "error", "a value where a list of keys and values is expected", "The value was not used."),
    Kind("R211", "notice", "a row names a kind of fact and nothing else", "Nothing of the fact is known."),
    Kind(
        "R301", "error", "rows of one id contradict each other",
        "Each of them says something else of the person; the field is not known.",
    ),
    Kind(
        "R302", "error", "an id stands twice",
        "One row is one person here. The facts of both rows were put together.",
    ),
    Kind(
        "R303", "error", "known to have none, and yet there are some",
        "One row says that there are none, another lists some. The list was used, and is not taken as complete.",
    ),
    Kind(
        "R304", "error", "an id looks like an ИИН",
        "An ИИН is personal data: it is carried into no answer, and the row's number stands for it.",
    ),
    Kind("R305", "notice", "a record without an id", "The place where it stands was taken as its id."),
    Kind(
        "R306", "error", "two ids look the same",
        "They differ in leading zeros, in case, or in Latin and Cyrillic letters only; they were kept as two people.",
    ),
    Kind(
        "R307", "error", "the id may be the row's number",
        "One row is one fact, and yet every row has an id of its own: then nobody has more than one fact.",
    ),
    Kind("R401", "error", "no date", "It cannot be read or does not exist. The date is not known."),
    Kind(
        "R402", "error", "day and month cannot be told apart",
        "Both numbers may be the month. The date is not known.",
    ),
    Kind("R403", "error", "the end lies before the start", "One of them is wrong, so both are not known."),
    Kind(
        "R404", "error", "the end of an employment is not known",
        "The cell is blank or holds a dash. It is not counted as lasting, nor as ended on any day.",
    ),
    Kind("R405", "error", "an unknown education level", "The level is not known."),
    Kind("R406", "error", "an unknown category", "The category is not known."),
    Kind("R407", "error", "an unknown kind of training", "The kind is not known."),
    Kind("R408", "error", "an unknown qualification level", "It is mid or high; it is not known here."),
    Kind("R409", "error", "neither yes nor no", "The answer is not known."),
    Kind(
        "R410", "notice", "an unknown country",
        "A diploma of a country that is not Kazakhstan needs recognition.",
    ),
    Kind(
        "R411", "error", "the post held now is no post of a card",
        "It is not known which card's post is held.",
    ),
    Kind(
        "R412", "notice", "none in one field of a fact",
        "The other fields are filled, so the word cannot mean that there is no such fact. The field is not known.",
    ),
    Kind("R413", "error", "a text is too long", "It is longer than any name or title. It was not used."),
    Kind(
        "R414", "notice", "letters that only look right",
        "Latin letters stand in a Cyrillic word, or the other way; it was read as meant.",
    ),
    Kind(
        "R415", "notice", "a number was read as a day",
        "Excel keeps days as numbers, and the cell lost its format.",
    ),
    Kind(
        "R416", "error", "the code and the name of a speciality disagree",
        "They mean different specialities. The code was followed, the name was not used.",
    ),
)  # fmt: skip

DECIDING = (
    Kind(
        "R501", "notice", "no post is held",
        "No employment is certain to last on the day, and the record states no post: nothing was asked.",
    ),
    Kind(
        "R502", "notice", "the current post is that of no card",
        "A register may hold people whose posts the standard does not know: nothing was asked.",
    ),
    Kind(
        "R503", "error", "the current post may be that of several cards",
        "Another possible name stands under several professions: it is not known which is meant.",
    ),
    Kind(
        "R504", "error", "the end of the current work is blank",
        "It counts neither as lasting nor as ended: it is not known which post is held.",
    ),
    Kind(
        "R505", "error", "the record could not be decided",
        "A value stops the checker. The other people were decided all the same.",
    ),
)  # fmt: skip
"""What checking a register can add to the problems of reading it; their texts stand under `staff.CODE`."""

CATALOGUE: dict[str, Kind] = {kind.code: kind for kind in KINDS}


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something stands: sheet or file, row (from 1), column (letter and heading, or key)."""

    sheet: str | None = None
    row: int | None = None
    column: str | None = None


class Problems:
    """The problems found so far, worded in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.found: list[RegisterProblem] = []

    def add(
        self,
        code: str,
        spot: Spot,
        *,
        value: str = "",
        record: str | None = None,
        near: str | None = None,
        elsewhere: str | None = None,
        **words: object,
    ) -> None:
        """Note a problem; `near` is what may have been meant, `words` are the placeholders of its message.

        `elsewhere` is the sheet or file where the other row stands of which the message speaks.
        """
        shown = value if len(value) <= _LONGEST else value[:_LONGEST] + "…"
        message = text(self.language, f"register.{code}", value=shown, **words)
        if elsewhere and elsewhere != spot.sheet:
            message += " " + text(self.language, "register.elsewhere", sheet=elsewhere)
        if near:
            message += " " + text(self.language, "register.near", near=near)
        mend = text(self.language, f"register.{code}.mend")
        kind = CATALOGUE[code]
        self.found.append(
            RegisterProblem(
                code, kind.severity, spot.sheet, spot.row, spot.column, shown, record, message, mend
            )
        )
