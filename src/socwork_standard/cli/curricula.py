"""Reading the curriculum that a command names, and telling what was noticed while reading it."""

from typing import TYPE_CHECKING, Any

from socwork_standard.cli.support import Source, notice

if TYPE_CHECKING:
    from socwork_standard.model.base import Language
    from socwork_standard.programme.read_model import ReadCurriculum

MOST_TOLD = 50
"""So many problems are written to standard error; JSON has all of them."""


def read(name: str) -> "ReadCurriculum":
    """The curriculum of a file, or of standard input (`-`): YAML, JSON, CSV, XLSX, DOCX, PDF, HTML or plain text.

    Tell what was noticed with `tell`; `.curriculum` is what the other layers take.
    """
    from socwork_standard.programme.reading import read_curriculum

    source = Source(name)
    return read_curriculum(source.raw, source.name)


def tell(found: "ReadCurriculum", language: "Language") -> None:
    """Write what was noticed to standard error: each problem on a line, and how much was not used."""
    from socwork_standard.i18n import text

    for problem in found.problems[:MOST_TOLD]:
        notice(problem.line(language))
    if len(found.problems) > MOST_TOLD:
        notice(text(language, "programme.more_problems", n=len(found.problems) - MOST_TOLD))
    if found.notes:
        notice(text(language, "programme.not_used", n=len(found.notes)))


def as_dict(found: "ReadCurriculum", language: "Language") -> dict[str, Any]:
    """What was noticed while reading, as JSON holds it: `problems` and `not_used`."""
    return {"problems": found.problems_as_list(language), "not_used": found.notes_as_list()}
