"""The explanation: findings, what is missing, and changes, from a traced rule."""

from collections.abc import Iterable

from socwork_standard.eligibility.changes import Step, first_day, smallest_changes
from socwork_standard.eligibility.describe import Describer, best_rows, show_day
from socwork_standard.eligibility.evaluate import Outcome, Result
from socwork_standard.eligibility.lacking import Lack, lacking
from socwork_standard.eligibility.leaves import Leaves
from socwork_standard.eligibility.tree import (
    Ask,
    CompiledRule,
    GroupNode,
    LeafNode,
    ReadingNode,
    ServiceAsk,
    TrainingAsk,
    UnreadAsk,
    requirement,
)
from socwork_standard.i18n import duration
from socwork_standard.model.decision import Change, Finding, Missing
from socwork_standard.model.reading import Reading


class Explainer:
    """Explains one traced rule for one record, asked on one day."""

    def __init__(
        self, rule: CompiledRule, leaves: Leaves, day: int, describer: Describer, readings: dict[str, Reading]
    ) -> None:
        self._rule = rule
        self._leaves = leaves
        self._day = day
        self._words = describer
        self._readings = readings

    # -- findings ------------------------------------------------------------------------------------------------

    def findings(self, result: Result) -> list[Finding]:
        """The findings of a whole rule: one for each requirement that must be met."""
        root = result.node
        whole = isinstance(root, GroupNode) and root.kind == "all_of" and not root.own_words
        return [self.finding(child) for child in result.children] if whole else [self.finding(result)]

    def finding(self, result: Result) -> Finding:
        """The finding of a node with all its children."""
        node = result.node
        if isinstance(node, LeafNode):
            return self._leaf(result, node)
        children = [self.finding(child) for child in result.children]
        finding = Finding(
            id=node.id,
            kind=node.kind if isinstance(node, GroupNode) else "by_reading",
            outcome=result.days.outcome(self._day),
            quote=self._words.quote(node.own_words) if isinstance(node, GroupNode) else "",
            point=str(self._rule.card.point),
            text=self._group_text(node),
            children=children,
        )
        if isinstance(node, ReadingNode):
            finding["reading"] = node.reading
        return finding

    def _group_text(self, node: GroupNode | ReadingNode) -> str:
        if isinstance(node, ReadingNode):
            return self._readings[node.reading].question.text(self._words.language)
        return self._words.say(f"group.{node.kind}")

    def _leaf(self, result: Result, node: LeafNode) -> Finding:
        outcome = result.days.outcome(self._day)
        ask = self._rule.asks[node.lenient if outcome == "not_met" else node.strict]
        rows = best_rows(ask, self._leaves) if len(node.words) > 1 else ()
        words = tuple(row.id for row in rows) or node.words
        found = self._words.found(ask, self._leaves, self._day)
        finding = Finding(
            id=node.id,
            kind=node.kind,
            outcome=outcome,
            quote=self._words.quote(words),
            point=str(self._rule.card.point),
            text=self._leaf_text(node, outcome),
            children=[],
        )
        if found:
            finding["found"] = found
        return finding

    def _leaf_text(self, node: LeafNode, outcome: Outcome) -> str:
        """What is asked: the strictest form that is met, the mildest that is not, both where that decides."""
        strict, lenient = self._rule.asks[node.strict], self._rule.asks[node.lenient]
        text = self._words.ask(lenient if outcome == "not_met" else strict)
        if strict != lenient and outcome in {"unknown", "contested"}:
            names = ", ".join(node.readings)
            text = self._words.say(
                "ask.depends", strict=text, lenient=self._words.ask(lenient), readings=names
            )
        return text

    # -- what is missing -----------------------------------------------------------------------------------------

    def missing(self, result: Result) -> list[Missing]:
        """Every fact that is not known and every requirement that is not met, each once."""
        found: dict[tuple[str, str], Missing] = {}
        for one in (*self._facts(result), *self._unmet(result)):
            found.setdefault((one["requirement"], one["what"]), one)
        return list(found.values())

    def _facts(self, result: Result, *, required: bool = True) -> Iterable[Missing]:
        """Facts not known that may still matter: also where another requirement already fails."""
        outcome = result.days.outcome(self._day)
        every = isinstance(result.node, GroupNode) and result.node.kind == "all_of"
        if outcome == "met" or (outcome == "not_met" and not (required and every)):
            return
        if not isinstance(result.node, LeafNode):
            for child in result.children:
                yield from self._facts(child, required=required and every)
            return
        node = result.node
        for number in dict.fromkeys((node.strict, node.lenient)):
            ask = self._rule.asks[number]
            certain, possible = self._leaves.days(ask)
            if certain <= self._day or possible > self._day:
                continue
            for what, document in self._words.gaps(ask, self._leaves, self._day):
                yield Missing(
                    requirement=requirement(node.words[0]), what=what, document=document, kind="fact"
                )

    def _unmet(self, result: Result) -> Iterable[Missing]:
        """Requirements that stand unmet: inside `all_of` each by itself, an `any_of` as one."""
        if result.days.outcome(self._day) != "not_met":
            return
        node = result.node
        if isinstance(node, GroupNode) and node.kind == "all_of":
            for child in result.children:
                yield from self._unmet(child)
            return
        begun = [child for child in result.children if self._begun(child)]
        if begun:
            for child in begun:
                yield from self._unmet(child)
            return
        lack = lacking(result, self._rule, self._leaves, self._day)
        yield Missing(
            requirement=requirement(node.words[0]) if node.words else str(self._rule.card.point),
            what=self._alternatives(lack),
            document=self._documents(lack),
            kind="requirement",
        )

    def _begun(self, result: Result) -> bool:
        """Is this an alternative of which a part is met already?"""
        if not isinstance(result.node, GroupNode) or result.node.kind != "all_of":
            return False
        return any(self._proved(child) for child in result.children)

    def _proved(self, result: Result) -> bool:
        if isinstance(result.node, LeafNode):
            return result.node.kind != "always" and result.days.outcome(self._day) == "met"
        return result.days.outcome(self._day) == "met" and any(
            self._proved(child) for child in result.children
        )

    def _alternatives(self, lack: Lack) -> str:
        words = lack.words(self._words.ask, f" – {self._words.say('missing.together')} ", " | ")
        return self._words.say("missing.one_of", options=words) if lack.kind == "any" else words

    def _documents(self, lack: Lack) -> str:
        """The documents that would show it: all that are needed together, by each alternative."""
        ways = lack.parts if lack.kind == "any" else (lack,)
        lists = dict.fromkeys(tuple(dict.fromkeys(map(_document_kind, way.asks()))) for way in ways)
        named = ("; ".join(self._words.say(f"document.{kind}") for kind in kinds) for kinds in lists)
        return " | ".join(named)

    # -- changes -------------------------------------------------------------------------------------------------

    def changes(self) -> list[Change]:
        """Up to three smallest sets of changes that would make the answer yes."""
        levels = self._words.ranks()
        sets = smallest_changes(self._rule, self._leaves, self._day, lambda level: levels.get(level, 0))
        return [self._change(steps) for steps in sets]

    def _change(self, steps: frozenset[Step]) -> Change:
        day = first_day(steps, self._day)
        ordered = sorted(steps, key=lambda step: (step.cost, step.number))
        return Change(
            {"steps": [self._step(step) for step in ordered], "from": show_day(day) if day else None}
        )

    def _step(self, step: Step) -> str:
        what = self._words.ask(step.ask)
        if step.how in {"wait", "serve"} and isinstance(step.ask, ServiceAsk):
            more = duration(self._words.language, step.months)
            return self._words.say(f"change.{step.how}", more=more, what=what)
        return self._words.say(f"change.{'later' if step.how == 'wait' else step.how}", what=what)


def _document_kind(ask: Ask) -> str:
    if isinstance(ask, ServiceAsk):
        return "experience"
    if isinstance(ask, UnreadAsk):
        return "unread"
    return f"training.{ask.kind}" if isinstance(ask, TrainingAsk) else "education"
