"""What is lacking says which parts go together: alternatives are alternatives, and nothing in them may be left out."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import assume, given
from hypothesis import strategies as st
from records import CHECKER

from socwork_standard.eligibility.calendar import FOREVER
from socwork_standard.eligibility.evaluate import Result, trace
from socwork_standard.eligibility.lacking import MET, Lack, lacking
from socwork_standard.eligibility.tree import Ask, CompiledRule, FixedAsk, LeafNode, TrainingAsk, TreeNode

TODAY = 10
QUESTIONS = [(card.point, category) for card in CHECKER.standard.cards for category in card.categories]


@dataclass(frozen=True)
class Answers:
    """Stands for the answers of a record: the questions that are met today."""

    met: frozenset[Ask]

    def days(self, ask: Ask) -> tuple[int, int]:
        """First days on which the question is certainly and possibly met."""
        holds = ask.met if isinstance(ask, FixedAsk) else ask in self.met
        return (0, 0) if holds else (FOREVER, FOREVER)


def lenient_asks(node: TreeNode, rule: CompiledRule) -> list[Ask]:
    """List the questions of a rule in their most lenient form: whoever meets a stricter one meets these."""
    if isinstance(node, LeafNode):
        return [rule.asks[node.lenient]]
    return [ask for child in node.children for ask in lenient_asks(child, rule)]


def traced(rule: CompiledRule, met: frozenset[Ask]) -> tuple[Result, Answers]:
    """Trace a rule with these questions met."""
    answers = Answers(met)
    return trace(rule, answers), answers  # type: ignore[arg-type]


def supplied(lack: Lack, given_: frozenset[Ask]) -> bool:
    """Is what is lacking there, once these questions are met too?"""
    if lack.ask is not None:
        return lack.ask in given_
    parts = [supplied(part, given_) for part in lack.parts]
    return all(parts) if lack.kind == "all" else any(parts)


@given(data=st.data())
def test_what_is_lacking_is_exactly_what_would_do(data: st.DataObject) -> None:
    """For every card: more answers make the rule possible if and only if they supply one whole alternative."""
    point, category = data.draw(st.sampled_from(QUESTIONS))
    rule = CHECKER.rule(CHECKER.standard.card(point), CHECKER.standard.editions[0].id, category, {})
    some = st.frozensets(st.sampled_from(lenient_asks(rule.root, rule)))
    met, more = data.draw(some), data.draw(some)
    now, answers = traced(rule, met)
    assume(now.days.outcome(TODAY) == "not_met")
    lack = lacking(now, rule, answers, TODAY)  # type: ignore[arg-type]
    then, _ = traced(rule, met | more)
    assert (then.days.lenient_certain <= TODAY) == supplied(lack, more)
    assert lack != MET
    assert not set(lack.asks()) & met


def test_words_tell_alternatives_from_parts() -> None:
    """Parts are joined by one sign, alternatives by another, with brackets where they stand inside parts."""
    one, two, three = (Lack("ask", TrainingAsk(kind)) for kind in "abc")
    lack = Lack("any", parts=(one, Lack("all", parts=(two, Lack("any", parts=(one, three))))))
    assert lack.words(lambda ask: str(getattr(ask, "kind", "")), " and ", " | ") == "a | b and (a | c)"
