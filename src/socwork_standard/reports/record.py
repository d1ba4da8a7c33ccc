"""What became of a CV: what was taken, what was left out on purpose, and what a person should look at."""

from typing import Any

from socwork_standard.i18n import text
from socwork_standard.model.base import Language
from socwork_standard.register.cv import SECTIONS
from socwork_standard.register.cv_record import Taken
from socwork_standard.reports.page import Page, Table


def record_page(taken: Taken, language: Language) -> Page:
    """The page; nothing personal stands on it."""
    page, cv = Page(), taken.cv
    page.heading(text(language, "record.title"), 1)
    counts = {name: len(getattr(taken.record, name) or ()) for name in SECTIONS}
    page.entry(text(language, "record.taken", **counts))
    page.entry(text(language, "record.personal", parts=", ".join(cv.personal) or "–"))
    if cv.not_read:
        page.entry(text(language, "record.not_read", parts=", ".join(cv.not_read)))
    if cv.foreign:
        page.entry(text(language, "record.foreign", n=cv.foreign))
    if taken.record.education:
        page.entry(text(language, "record.completed"))
    if any(
        getattr(taken.record, name) and not getattr(taken.record, f"{name}_complete") for name in SECTIONS
    ):
        page.entry(text(language, "record.incomplete"))
    page.heading(text(language, "record.unplaced"), 2)
    if not taken.unplaced:
        page.paragraph(text(language, "record.nothing_unplaced"))
        return page
    headings = tuple(text(language, f"record.column.{name}") for name in ("path", "value", "why", "mend"))
    page.add(Table(headings, tuple(_cells(row) for row in _rows(taken, language))))
    return page


def _cells(row: dict[str, Any]) -> tuple[str, ...]:
    return row["path"], row["value"] or "–", row["why"], row["mend"]


def _rows(taken: Taken, language: Language) -> list[dict[str, Any]]:
    rows = []
    for one in taken.unplaced:
        mend = text(language, f"record.mend.{one.why}")
        if one.near:
            mend += " " + text(language, "record.near", near=one.near)
        why = text(language, f"record.why.{one.why}")
        rows.append({"path": one.path, "value": one.value, "why": why, "mend": mend})
    return rows


def record_data(taken: Taken, language: Language) -> dict[str, Any]:
    """The same for programs, with the record itself."""
    return {
        "from": taken.cv.form,
        "record": taken.as_dict(),
        "personal": list(taken.cv.personal),
        "not_read": list(taken.cv.not_read),
        "foreign_fields": taken.cv.foreign,
        "unplaced": [
            {"code": one.why, "near": one.near, **row}
            for one, row in zip(taken.unplaced, _rows(taken, language), strict=True)
        ],
    }
