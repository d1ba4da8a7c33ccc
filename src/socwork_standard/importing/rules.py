"""Rules proposed from the sentences on education, experience and training, each to be reviewed by a person.

Every proposed node says how sure it is.  A requirement that was not understood, or only in part, becomes `unread`: it
lets nobody in and shuts nobody out; what was guessed of it stands in the list for review alone.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from socwork_standard.importing.cells import Sentence
from socwork_standard.model.base import CATEGORIES, CategoryName
from socwork_standard.model.rules import Confidence
from socwork_standard.text import normalise

Node = dict[str, Any]

_YEARS = re.compile(r"\b(\d{1,2})\s*(?:\([^)]*\)\s*)?(?:жыл\w*|год\w*|лет)\b", re.IGNORECASE)
_OTHER_TIME = re.compile(r"\b\d{1,3}\s*(?:ай|айдан|месяц\w*|күн\w*|дн\w*|жарты\s+жыл)\b", re.IGNORECASE)
_NOTHING = re.compile(
    r"талап(?:тар)?\s+(?:қойылмайды|етілмейді|жоқ)|талапсыз|(?:требован\w+|опыт\w*)[^.;]*не\s+(?:предъявля\w+|требу\w+|треб\w+)"
    r"|без\s+(?:предъявления\s+)?требован|стаж\w*\s+не|^\s*(?:-|–|—|жоқ|нет)?\s*$",
    re.IGNORECASE,
)
_PRACTICE = re.compile(r"тәжірибе|өтіл|практикалық|опыт|стаж", re.IGNORECASE)
_RETRAINING = re.compile(r"қайта\s+даярла|переподготов", re.IGNORECASE)
_SHORT = re.compile(
    r"қысқа\s+мерзімді\s+(?:оқ[ыу]\w*|курс\w*)(?:\s+курс\w*)?|краткосроч\w+\s+(?:курс\w*|обуч\w*)",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"ұйым|мекеме|организаци|учреждени|мамандығы|мамандықтар|специальност", re.IGNORECASE)
_EDUCATION = re.compile(r"білім|диплом|образован|магистр|доктор", re.IGNORECASE)
_OR = re.compile(r"және\s*/\s*немесе|\bнемесе\b|\bи\s*/\s*или\b|\bили\b|\bлибо\b", re.IGNORECASE)
_POST_CATEGORY: tuple[tuple[CategoryName, re.Pattern[str]], ...] = (
    ("none", re.compile(r"санаты\s+жоқ|санатсыз|без\s+категории", re.IGNORECASE)),
    ("highest", re.compile(r"жоғары\s+санатты|высш\w+\s+категории", re.IGNORECASE)),
    ("first", re.compile(r"бірінші\s+санатты|(?:перв\w+|\bI)\s+категории", re.IGNORECASE)),
    ("second", re.compile(r"екінші\s+санатты|(?:втор\w+|\bII)\s+категории", re.IGNORECASE)),
)
_POST_LEVEL = (
    ("mid", re.compile(r"орта\s+деңгей|средн\w+\s+(?:уровн|звен)", re.IGNORECASE)),
    ("high", re.compile(r"жоғары\s+деңгей|высш\w+\s+(?:уровн|звен)|высок\w+\s+уровн", re.IGNORECASE)),
)
_READ_WORDS = 0.6


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of the data: its id, and the sentence that it holds."""

    id: str
    sentence: Sentence
    category: CategoryName | None = None
    absent: bool = False
    """The part of the card was not found: what it asks is not known."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """A proposal for the words of one id: the node (empty where there is none), how sure, why."""

    words: str
    quote: str
    node: Node
    confidence: Confidence
    why: tuple[str, ...]

    @property
    def drafted(self) -> Node:
        """The node that stands in the draft."""
        if self.confidence == "low":
            return _unread(self.words)
        return {**self.node, "proposed": self.confidence}


@dataclass(slots=True)
class Rule:
    """The rule of a card as proposed, with every proposal that it is made of."""

    node: Node = field(default_factory=dict)
    proposals: list[Proposed] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Asked:
    """A row of education: its id, its words, its speciality, and whether each of its cells was understood."""

    id: str
    quote: str
    speciality: str
    known: Mapping[str, bool]


def propose(rows: Sequence[Asked], clauses: Sequence[Clause], nonformal: Clause) -> Rule:
    """The rule of a card, from its education rows, its requirements of experience, and the row on non-formal education.

    The last may ask for retraining: of the holders of the specialities that it names, where it names some and not all.
    """
    rule = Rule()
    asked = _education(rows, rule)
    retraining = _nonformal(nonformal, rule)
    experience = _experience(clauses, rule)
    card = nonformal.id.partition(".")[0]
    education = _with_retraining(asked, retraining, nonformal.sentence.text) or _unread(f"{card}.education")
    rule.node = {"all_of": [_other_ways(education, clauses, rule), *experience]}
    return rule


def _education(rows: Sequence[Asked], rule: Rule) -> list[tuple[Asked, Proposed]]:
    asked = []
    for row in rows:
        unknown = tuple(f"unknown_{cell}" for cell, is_known in row.known.items() if not is_known)
        node: Node = {} if "unknown_level" in unknown else {"diploma": row.id}
        confidence: Confidence = "low" if not node else "middle" if unknown else "high"
        asked.append((row, Proposed(row.id, row.quote, node, confidence, unknown or ("education_row",))))
    rule.proposals += [one for _, one in asked]
    return asked


def _with_retraining(
    rows: Sequence[tuple[Asked, Proposed]], retraining: Node | None, sentence: str
) -> Node | None:
    """What the table of education asks with the retraining beside it; None where there is neither."""
    if not rows:
        return retraining
    if retraining is None:
        return _diplomas(rows)
    said = normalise(sentence)
    named = [one for one in rows if (name := normalise(one[0].speciality)) and name in said]
    others = [one for one in rows if one not in named]
    if not named or not others:
        return {"all_of": [_diplomas(rows), retraining]}
    ways = [_diplomas(others), {"all_of": [_diplomas(named), retraining]}]
    return {"any_of": ways, "proposed": "middle"}


def _diplomas(rows: Sequence[tuple[Asked, Proposed]]) -> Node:
    """A diploma that answers one of the rows; what does not answer rows that were not wholly read may do so yet."""
    read = [one for _, one in rows if one.confidence != "low"]
    nodes: list[Node] = []
    if read:
        ids = [one.words for one in read]
        least: Confidence = "middle" if any(one.confidence == "middle" for one in read) else "high"
        nodes.append({"diploma": ids if len(ids) > 1 else ids[0], "proposed": least})
    doubtful = [one.words for _, one in rows if one.confidence == "low" or "unknown_speciality" in one.why]
    nodes += [_unread(*doubtful)] if doubtful else []
    return nodes[0] if len(nodes) == 1 else {"any_of": nodes}


def _other_ways(education: Node, clauses: Sequence[Clause], rule: Rule) -> Node:
    """Clauses of experience that were not read and speak of education may open a way beside the table."""
    low = {one.words for one in rule.proposals if one.confidence == "low"}
    ways = [one.id for one in clauses if one.id in low and _EDUCATION.search(one.sentence.text)]
    return {"any_of": [education, _unread(*ways)]} if ways else education


def _experience(clauses: Sequence[Clause], rule: Rule) -> list[Node]:
    by_category = {clause.category: clause for clause in clauses if clause.category}
    nodes: list[Node] = []
    if by_category:
        absent = _unread(clauses[0].id.rpartition(".")[0])
        nodes.append(
            {
                "by_category": {
                    name: _clause(by_category[name], rule) if name in by_category else absent
                    for name in CATEGORIES
                }
            }
        )
    rest = [clause for clause in clauses if clause.category is None]
    drafted = [_clause(clause, rule) for clause in rest]
    asked = [node for node in drafted if "always" not in node]
    nodes += [node for node in drafted if "always" in node]
    if len(asked) > 1 and all(clause.sentence.printed for clause in rest):
        nodes.append({"any_of": asked, "proposed": "middle"})  # numbered ways: is each of them enough?
    else:
        nodes += asked
    return nodes


def _clause(clause: Clause, rule: Rule) -> Node:
    node, confidence, why = _meaning(clause)
    found = Proposed(clause.id, clause.sentence.text, node, confidence, why)
    rule.proposals.append(found)
    return found.drafted


def _meaning(clause: Clause) -> tuple[Node, Confidence, tuple[str, ...]]:
    text = clause.sentence.text
    if clause.absent:
        return {}, "low", ("absent",)
    if _NOTHING.search(text):
        if any(pattern.search(text) for pattern in (_YEARS, _OTHER_TIME, _RETRAINING, _SHORT)):
            return {}, "low", ("nothing_and_more",)
        return {"always": True, "words": clause.id}, "high", ("nothing_asked",)
    leaves: list[Node] = []
    why: list[str] = []
    if years := _YEARS.search(text):
        leaves.append(_service(f"{int(years[1])}y", clause))
        why.append("years")
    elif _PRACTICE.search(text) and not _OTHER_TIME.search(text):
        leaves.append(_service("any", clause))
        why.append("practice")
    if _RETRAINING.search(text):
        leaves.append({"training": "retraining", "words": clause.id})
        why.append("retraining")
    elif _SHORT.search(text):
        leaves.append({"training": "short_course", "words": clause.id})
        why.append("short_course")
    if not leaves or leaves[0].get("service") == "0y":
        return {}, "low", ("not_understood",)
    left = () if _mostly_read(text) else ("words_left",)
    if len(leaves) == 1:
        return leaves[0], "low" if left else "high", (*why, *left)
    either = bool(_OR.search(text))
    joined: Node = {"any_of" if either else "all_of": leaves}
    sure: Confidence = "low" if left else "high" if either else "middle"
    return joined, sure, (*why, "either" if either else "both", *left)


def _unread(*words: str) -> Node:
    """A requirement that was not read: whether anybody meets it is not known until a person has written its rule."""
    return {"unread": True, "words": words[0] if len(words) == 1 else list(words), "proposed": "low"}


def _service(length: str, clause: Clause) -> Node:
    text = clause.sentence.text
    if clause.category:  # the words before the dash name the category asked for, not the one served in
        text = re.split(r"[-–—:]", text, maxsplit=1)[-1]
    node: Node = {"service": length, "words": clause.id}
    if category := next((name for name, pattern in _POST_CATEGORY if pattern.search(text)), None):
        node["category"] = category
    if level := next((name for name, pattern in _POST_LEVEL if pattern.search(text)), None):
        node.update(posts="named_level", level=level)
    return node


def _mostly_read(text: str) -> bool:
    """Were most words understood, with one length at most and no condition on the organisation or the speciality?"""
    if _CONDITION.search(text) or len(set(_YEARS.findall(text))) > 1:
        return False
    read = sum(
        len(found.group().split())
        for pattern in (
            _YEARS,
            _PRACTICE,
            _SHORT,
            _RETRAINING,
            _OR,
            *(one for _, one in (*_POST_CATEGORY, *_POST_LEVEL)),
        )
        for found in pattern.finditer(text)
    )
    return read + 6 >= _READ_WORDS * len(text.split())


def _nonformal(clause: Clause, rule: Rule) -> Node | None:
    if not _RETRAINING.search(clause.sentence.text):
        return None
    node: Node = {"training": "retraining", "words": clause.id}
    found = Proposed(clause.id, clause.sentence.text, node, "low", ("retraining_beside",))
    rule.proposals.append(found)
    return found.drafted
