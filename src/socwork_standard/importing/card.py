"""The draft of a card: what was found in its rows, in the keys of a card's file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from socwork_standard.importing import cells
from socwork_standard.importing.cells import Sentence
from socwork_standard.importing.fields import CardRows, FieldFound
from socwork_standard.importing.functions import Doubt, Section
from socwork_standard.importing.join import FunctionFound, SkillFound
from socwork_standard.importing.labels import Field
from socwork_standard.importing.naming import Words
from socwork_standard.importing.rows import Row
from socwork_standard.importing.rules import Asked, Clause, Rule, propose

Text = dict[str, Any]
Competency = Callable[[Literal["ability", "knowledge"], str, str], str]
"""Gives the slug of the competency that an item prints: kind, words, id of the item."""
_ID = {"personal_competencies": "personal"}


@dataclass(slots=True)
class CardDraft:
    """A card's file as drafted, its proposed rule, and what was doubtful in it."""

    point: int
    file: str
    content: dict[str, Any]
    rule: Rule
    doubts: list[Doubt] = field(default_factory=list)


@dataclass(slots=True)
class CardFound:
    """What was found of a card: its point, its heading and its rows, sorted."""

    point: int
    heading: str
    row: Row
    sorted: CardRows
    functions: list[FunctionFound] = field(default_factory=list)


class CardWriter:
    """Makes the draft of one card."""

    def __init__(self, found: CardFound, slug: str, worded: Callable[[str], Text], names: Words) -> None:
        self.found = found
        self.point = str(found.point)
        self.slug = slug
        self.worded = worded
        self.names = names
        self.rule = Rule()
        self.doubts = found.sorted.doubts

    def draft(self, competency: Competency) -> CardDraft:
        """The draft; `competency` names what each item prints."""
        content: dict[str, Any] = {
            "point": self.point,
            "slug": self.slug,
            "heading": self.worded(self.found.heading),
            "group_code": self._labelled("group_code"),
            "occupation_code": self._labelled("occupation_code"),
            "name": self._clause("name"),
            "level": self._level(),
            "sub_level": self._labelled("sub_level"),
            "reference_qualification": self._labelled("reference_qualification"),
        }
        content.update(self._requirements())
        content["other_names"] = self._other_names()
        content["purpose"] = self._clause("purpose")
        if heading := self._field("functions_heading"):
            content["functions_heading"] = self.worded(f"{heading.label} {heading.text}".strip())
        content["function_list"] = self._function_list()
        content["functions"] = [
            self._function(number, one, competency) for number, one in enumerate(self.found.functions, 1)
        ]
        content["personal_competencies"] = self._clause("personal_competencies")
        content["technical_regulations"] = self._labelled("technical_regulations")
        content["links"] = self._links()
        content["rule"] = self.rule.node
        return CardDraft(
            self.found.point, f"{self.found.point:02}-{self.slug}.yaml", content, self.rule, self.doubts
        )

    # -- fields ---------------------------------------------------------------------------------------------------

    def _field(self, name: Field) -> FieldFound | None:
        return self.found.sorted.fields.get(name)

    def _labelled(self, name: Field) -> Text:
        found = self._field(name)
        if found is None:
            self._doubt("absent", name)
            return self.worded("")
        return {"label": found.label, **self.worded(found.text)}

    def _clause(self, name: Field) -> Text:
        return {"id": f"{self.point}.{_ID.get(name, name)}", **self._labelled(name)}

    def _doubt(self, key: str, text: str, row: Row | None = None) -> None:
        self.doubts.append(Doubt(key, row or self.found.row, text))

    def _level(self) -> Text:
        return {
            **(found := self._labelled("level")),
            "levels": [str(one) for one in cells.levels_of(found["kk"])],
        }

    def _requirements(self) -> dict[str, Any]:
        education, rows = self._education()
        experience, clauses = self._experience()
        nonformal = self._clause("nonformal")
        self.rule = propose(rows, clauses, Clause(f"{self.point}.nonformal", Sentence(None, nonformal["kk"])))
        return {"education": education, "experience": experience, "nonformal": nonformal}

    def _education(self) -> tuple[Text, list[Asked]]:
        found = self._field("education")
        rows: list[Text] = []
        said: list[Asked] = []
        for number, row in enumerate(cells.education_rows(found) if found else (), 1):
            identity = f"{self.point}.education.{number}"
            drafted: Text = {"id": identity}
            known: dict[str, bool] = {}
            for column in cells.COLUMNS:
                drafted[column], known[column] = self._education_cell(column, row)
            rows.append(drafted)
            said.append(
                Asked(identity, "; ".join(map(row.text, cells.COLUMNS)), row.text("speciality"), known)
            )
        label = found.label if found else ""
        return {"id": f"{self.point}.education", "label": label, "rows": rows}, said

    def _education_cell(self, column: cells.Column, row: cells.EducationFound) -> tuple[Text, bool]:
        text = row.text(column)
        if column == "level":
            ids = self.names.level(text)
            known = bool(ids)
        else:
            vocabulary = "specialities" if column == "speciality" else "qualifications"
            ids, known = self.names.terms(vocabulary, text)
        label = row.labels.get(column)
        cell = {**({"label": label} if label else {}), **self.worded(text), **({"is": ids} if ids else {})}
        return cell, known

    def _experience(self) -> tuple[Text, list[Clause]]:
        found = self._field("experience")
        said = cells.experience_clauses(found) if found else []
        if not said:
            said = [(None, Sentence(None, ""))]
        clauses: list[Clause] = []
        texts: list[Text] = []
        for number, (category, sentence) in enumerate(said, 1):
            name = category if category and all(one.category != category for one in clauses) else str(number)
            identity = f"{self.point}.experience.{name}"
            stated = category if name == category else None
            clauses.append(Clause(identity, sentence, stated, absent=found is None))
            texts.append(self._sentence(identity, sentence))
        label = found.label if found else ""
        return {"id": f"{self.point}.experience", "label": label, "clauses": texts}, clauses

    def _sentence(self, identity: str, sentence: Sentence) -> Text:
        printed = {"printed": str(sentence.printed)} if sentence.printed is not None else {}
        return {"id": identity, **printed, **self.worded(sentence.text)}

    def _other_names(self) -> Text:
        found = self._field("other_names")
        entries = [
            {
                "id": f"{self.point}.other_name.{number}",
                **self.worded(text),
                **({"code": code} if code else {}),
            }
            for number, (text, code) in enumerate(cells.other_names(found) if found else (), 1)
        ]
        return {"label": found.label if found else "", "entries": entries}

    # -- functions ------------------------------------------------------------------------------------------------

    def _function_list(self) -> Text:
        whole = self._field("function_list")
        number = 0
        halves: dict[str, Text] = {}
        for name in ("mandatory", "optional"):
            found = self._field(name)
            texts = []
            for sentence in cells.entries(found.paragraphs) if found else ():
                number += 1
                texts.append(self._sentence(f"{self.point}.list.{number}", sentence))
            halves[name] = {"label": found.label if found else "", "entries": texts}
        if whole and whole.text:
            self._doubt("unplaced", whole.text, whole.row)
        return {"label": whole.label if whole else "", **halves}

    def _is_optional(self, number: int) -> bool:
        optional, mandatory = self._field("optional"), self._field("mandatory")
        listed = [one.printed for one in cells.entries(optional.paragraphs)] if optional else []
        first = [one.printed for one in cells.entries(mandatory.paragraphs)] if mandatory else []
        if not first and not listed:
            return False
        return number in listed or (number not in first and bool(listed) and number > len(first))

    def _function(self, number: int, found: FunctionFound, competency: Competency) -> Text:
        identity = f"{self.point}.{number}"
        heading = found.heading
        if heading is None:
            self._doubt("no_function_heading", identity)
        elif heading.number != number:
            self._doubt("function_number", f"{heading.label} {identity}", heading.row)
        drafted: Text = {
            "id": identity,
            "number": str(number),
            "kind": "optional" if self._is_optional(heading.number if heading else number) else "mandatory",
            "label": heading.label if heading else "",
            **({"printed": heading.printed} if heading and heading.printed else {}),
            **self.worded(heading.text if heading else ""),
            "skills": [
                self._skill(f"{identity}.{at}", at, skill, competency)
                for at, skill in enumerate(found.skills, 1)
            ],
        }
        if not found.skills:
            self._doubt("no_skills", identity, heading.row if heading else None)
        if (one := found.recognition) is not None:
            drafted["recognition"] = {"label": one.label, **self.worded(" ".join(one.parts))}
        return drafted

    def _skill(self, identity: str, number: int, found: SkillFound, competency: Competency) -> Text:
        heading = found.heading
        if heading is None:
            self._doubt("no_skill_heading", identity)
        printed = {"printed": heading.printed} if heading and heading.printed else {}
        return {
            "id": identity,
            "number": str(number),
            "label": heading.label if heading else "",
            **printed,
            **self.worded(heading.text if heading else ""),
            "abilities": self._items(identity, "a", found.abilities, competency),
            "knowledge": self._items(identity, "k", found.knowledge, competency),
        }

    def _items(
        self, skill: str, kind: Literal["a", "k"], found: Section | None, competency: Competency
    ) -> Text:
        if found is None or not found.entries:
            self._doubt("no_items", f"{skill}.{kind}", found.row if found else None)
        whole: Literal["ability", "knowledge"] = "ability" if kind == "a" else "knowledge"
        items = []
        for number, entry in enumerate(found.entries if found else (), 1):
            identity = f"{skill}.{kind}{number}"
            items.append(
                {
                    **self._sentence(identity, Sentence(entry.printed, entry.text)),
                    "competency": competency(whole, entry.text, identity),
                }
            )
        times = {"printed_times": str(found.times)} if found and found.times > 1 else {}
        return {"label": found.label if found else "", **times, "items": items}

    def _links(self) -> Text:
        field_found = self._field("links")
        if field_found is None:
            return {"entries": []}
        found = cells.links(field_found)
        labels = {
            "label": field_found.label or None,
            "level_label": found.level_label,
            "name_label": found.name_label,
        }
        entries = [
            {
                "id": f"{self.point}.link.{number}",
                "level": self.worded(" ".join(level)),
                "name": self.worded(" ".join(name)),
            }
            for number, (level, name) in enumerate(found.entries, 1)
        ]
        return {**{key: value for key, value in labels.items() if value}, "entries": entries}


def link_cards(drafts: Sequence[CardDraft], same: Callable[[str], str]) -> None:
    """Give each link the card whose name it prints exactly (as `same` compares names)."""
    by_name = {same(one.content["name"]["kk"]): one.point for one in drafts}
    for draft in drafts:
        for entry in draft.content["links"]["entries"]:
            point = by_name.get(same(entry["name"]["kk"]))
            if point is not None:
                entry["card"] = str(point)
