"""Joining the streams of a card: lists to skills, skills to functions."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from socwork_standard.importing.functions import Doubt, Heading, Recognition, Section, Streams
from socwork_standard.importing.rows import Row


@dataclass(slots=True)
class SkillFound:
    """A skill with its lists; the heading is absent where lists stand without one."""

    heading: Heading | None
    abilities: Section | None = None
    knowledge: Section | None = None


@dataclass(slots=True)
class FunctionFound:
    """A function with its skills; the heading is absent where skills stand without one."""

    heading: Heading | None
    skills: list[SkillFound] = field(default_factory=list)
    recognition: Recognition | None = None


def join(streams: Streams, doubts: list[Doubt]) -> list[FunctionFound]:
    """The functions of a card; what had to be guessed is added to `doubts`."""
    skills = _with_lists(streams, doubts)
    groups = _groups(skills)
    functions = _with_functions(streams, groups, doubts)
    _recognitions(streams, skills, functions, doubts)
    return functions


def _with_lists(streams: Streams, doubts: list[Doubt]) -> list[SkillFound]:
    blocks = _blocks(streams.sections)
    headings = streams.skills
    if len(blocks) != len(headings):
        row = headings[0].row if headings else streams.sections[0].row if streams.sections else None
        if row is not None:
            doubts.append(Doubt("skills_and_lists", row, f"{len(headings)} / {len(blocks)}"))
    pairs = _pair([one.row.number for one in headings], [block[0].row.number for block in blocks])
    found = []
    for heading, block in pairs:
        one = SkillFound(headings[heading] if heading is not None else None)
        for section in blocks[block] if block is not None else ():
            if section.kind == "abilities":
                one.abilities = section
            else:
                one.knowledge = section
        found.append(one)
    return found


def _blocks(sections: Sequence[Section]) -> list[list[Section]]:
    """Lists that belong to one skill: abilities and the knowledge after them (or the other way about)."""
    blocks: list[list[Section]] = []
    opening = sections[0].kind if sections else "abilities"
    for section in sections:
        if not blocks or section.kind == opening or any(one.kind == section.kind for one in blocks[-1]):
            blocks.append([])
        blocks[-1].append(section)
    return blocks


def _groups(skills: Sequence[SkillFound]) -> list[list[SkillFound]]:
    """Skills are numbered anew within each function."""
    groups: list[list[SkillFound]] = []
    before = 0
    for skill in skills:
        number = skill.heading.number if skill.heading else before + 1
        if not groups or number <= before:
            groups.append([])
        groups[-1].append(skill)
        before = number
    return groups


def _with_functions(
    streams: Streams, groups: Sequence[list[SkillFound]], doubts: list[Doubt]
) -> list[FunctionFound]:
    headings = streams.functions
    if len(headings) != len(groups) and (headings or groups):
        row = headings[0].row if headings else _row_of(groups[0][0])
        doubts.append(Doubt("functions_and_skills", row, f"{len(headings)} / {len(groups)}"))
    pairs = _pair([one.row.number for one in headings], [_row_of(group[0]).number for group in groups])
    return [
        FunctionFound(
            headings[heading] if heading is not None else None, groups[group] if group is not None else []
        )
        for heading, group in pairs
    ]


def _row_of(skill: SkillFound) -> Row:
    for one in (skill.heading, skill.abilities, skill.knowledge):
        if one is not None:
            return one.row
    raise AssertionError  # a skill has been made from a heading or a list


def _pair(left: Sequence[int], right: Sequence[int]) -> list[tuple[int | None, int | None]]:
    """Pairs in order: one by one where both are as many; else so that the rows of pairs lie nearest together."""
    if len(left) == len(right):
        return [(at, at) for at in range(len(left))]
    if len(left) > len(right):
        return [(one, other) for other, one in _pair(right, left)]
    chosen = _nearest(left, right)
    return [(chosen.get(at), at) for at in range(len(right))]


def _nearest(few: Sequence[int], many: Sequence[int]) -> dict[int, int]:
    """For the places of `many`, which of `few` goes there: in order, each once, the distances smallest."""
    spare = len(many) - len(few)
    costs: list[list[float]] = [[0.0] * (spare + 1)]
    for at, row in enumerate(few):
        line: list[float] = []
        for skipped in range(spare + 1):
            best = min(costs[-1][: skipped + 1])
            line.append(best + abs(row - many[at + skipped]))
        costs.append(line)
    found: dict[int, int] = {}
    skipped = spare
    for at in range(len(few) - 1, -1, -1):
        line = costs[at + 1][: skipped + 1]
        skipped = line.index(min(line))
        found[at + skipped] = at
    return found


def _recognitions(
    streams: Streams, skills: Sequence[SkillFound], functions: Sequence[FunctionFound], doubts: list[Doubt]
) -> None:
    of_skill = {id(skill): function for function in functions for skill in function.skills}
    with_heading = [skill for skill in skills if skill.heading is not None]
    for one in streams.recognitions:
        skill = with_heading[one.skills - 1] if one.skills else None
        function = of_skill.get(id(skill)) if skill else None
        if function is None or function.recognition is not None:
            doubts.append(Doubt("recognition_again", one.row, " ".join((one.label, *one.parts))))
        else:
            function.recognition = one
