"""Drafts: what of an edition is still a program's proposal, and whether the edition says so."""

from collections.abc import Iterator

from socwork_standard.checks.context import Data
from socwork_standard.checks.problem import Problem
from socwork_standard.checks.walk import unreviewed
from socwork_standard.data.refusals import Loc
from socwork_standard.errors import Said
from socwork_standard.model.edition import Editions
from socwork_standard.model.rules import Unread


def check_drafts(data: Data) -> Iterator[Problem]:
    """The nodes of rules that nobody has reviewed, and the `draft` of their editions."""
    left: dict[str, int] = {}
    for part, card in data.cards:
        for loc, node in unreviewed(card.rule):
            left[part.edition] = left.get(part.edition, 0) + 1
            if isinstance(node, Unread):
                words = ", ".join(node.words)
                yield part.problem(
                    "D311", loc, Said("the words {words} were not read into a rule.", words=words)
                )
            else:
                message = Said("this part of the rule is a proposal ({proposed}).", proposed=node.proposed)
                yield part.problem("D310", loc, message)
    found = data.get("editions", Editions)
    if found is None:
        return
    part, editions = found
    for index, edition in enumerate(editions.editions):
        place: Loc = ("editions", index, "draft" if edition.draft else "id")
        count = left.get(edition.id, 0)
        if edition.draft:
            message = Said("edition {edition} is a draft; left to review: {n}.", edition=edition.id, n=count)
            yield part.problem("D807", place, message)
        elif count:
            message = Said(
                "edition {edition} is no draft, and {n} proposals stand in it.", edition=edition.id, n=count
            )
            yield part.problem("D808", place, message)
