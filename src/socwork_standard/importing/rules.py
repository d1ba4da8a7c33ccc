"""Rules proposed from the sentences on education, experience and training, each to be reviewed by a person.

A requirement that no proposal covers becomes `never`: an unread requirement must not let anybody in.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from socwork_standard.importing.cells import Sentence
from socwork_standard.model.base import CATEGORIES, CategoryName
from socwork_standard.text import normalise

Node = dict[str, Any]
Confidence = Literal["high", "middle", "low"]

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


@dataclass(frozen=True, slots=True)
class Proposed:
    """A proposal for the words of one id: the node, how sure it is, and the keys of the reasons."""

    words: str
    quote: str
    node: Node
    confidence: Confidence
    why: tuple[str, ...]


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
    parts: list[Node] = []
    good = _education(rows, rule)
    retraining = _nonformal(nonformal, rule)
    if rows:
        parts += _with_retraining(good, retraining, nonformal.sentence.text)
    elif retraining is not None:
        parts.append(retraining)
    parts += _experience(clauses, rule)
    rule.node = {"all_of": parts} if parts else {"always": True}
    return rule


def _education(rows: Sequence[Asked], rule: Rule) -> list[Asked]:
    good: list[Asked] = []
    for row in rows:
        unknown = tuple(f"unknown_{cell}" for cell, is_known in row.known.items() if not is_known)
        node: Node = _unread_clause(row.id) if "unknown_level" in unknown else {"diploma": row.id}
        confidence: Confidence = "low" if "unknown_level" in unknown else "middle" if unknown else "high"
        rule.proposals.append(Proposed(row.id, row.quote, node, confidence, unknown or ("education_row",)))
        if "unknown_level" not in unknown:
            good.append(row)
    return good


def _with_retraining(rows: Sequence[Asked], retraining: Node | None, sentence: str) -> list[Node]:
    if not rows:
        return [{"never": True}, *([retraining] if retraining else [])]
    if retraining is None:
        return [_diploma(rows)]
    said = normalise(sentence)
    named = [row for row in rows if (name := normalise(row.speciality)) and name in said]
    others = [row for row in rows if row not in named]
    if not named or not others:
        return [_diploma(rows), retraining]
    return [{"any_of": [_diploma(others), {"all_of": [_diploma(named), retraining]}]}]


def _diploma(rows: Sequence[Asked]) -> Node:
    return {"diploma": [row.id for row in rows] if len(rows) > 1 else rows[0].id}


def _experience(clauses: Sequence[Clause], rule: Rule) -> list[Node]:
    by_category = {clause.category: clause for clause in clauses if clause.category}
    nodes: list[Node] = []
    if by_category:
        known = {name: _clause(by_category[name], rule) for name in CATEGORIES if name in by_category}
        nodes.append({"by_category": known})
    rest = [clause for clause in clauses if clause.category is None]
    asked = [node for clause in rest if not (node := _clause(clause, rule)).get("always")]
    if asked and len(rest) > 1 and all(clause.sentence.printed for clause in rest):
        nodes.append({"any_of": asked})  # numbered ways; a person says whether each is enough
    else:
        nodes += asked
    return nodes


def _clause(clause: Clause, rule: Rule) -> Node:
    node, confidence, why = _meaning(clause)
    rule.proposals.append(Proposed(clause.id, clause.sentence.text, node, confidence, why))
    return node


def _meaning(clause: Clause) -> tuple[Node, Confidence, tuple[str, ...]]:
    text = clause.sentence.text
    if _NOTHING.search(text):
        return {"always": True, **({"words": clause.id} if text else {})}, "high", ("nothing_asked",)
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
        return _unread_clause(clause.id), "low", ("not_understood",)
    if len(leaves) == 1:
        return leaves[0], "high" if _mostly_read(text) else "low", (*why, *_unread(text))
    either = bool(_OR.search(text))
    joined: Node = {"any_of" if either else "all_of": leaves}
    return joined, "high" if either else "middle", (*why, "either" if either else "both")


def _unread_clause(words: str) -> Node:
    """A requirement that was not understood: nobody meets it until a person has written its rule."""
    return {"all_of": [{"never": True}], "words": words}


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


def _unread(text: str) -> tuple[str, ...]:
    return () if _mostly_read(text) else ("words_left",)


def _nonformal(clause: Clause, rule: Rule) -> Node | None:
    if not _RETRAINING.search(clause.sentence.text):
        return None
    node: Node = {"training": "retraining", "words": clause.id}
    rule.proposals.append(Proposed(clause.id, clause.sentence.text, node, "low", ("retraining_beside",)))
    return node
