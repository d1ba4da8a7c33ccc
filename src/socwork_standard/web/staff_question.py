"""What is asked of a staff list, as it stands in a form or in the parts of a request to the API."""

from collections.abc import Mapping

from socwork_standard.eligibility.readings import policy_choices
from socwork_standard.errors import InputError
from socwork_standard.register.check import Chosen
from socwork_standard.web.forms import Upload
from socwork_standard.web.questions import Question
from socwork_standard.web.services import Services
from socwork_standard.web.staff_desk import Sent

WHAT = ("held", "one", "all")
"""The post that each person holds, one card and category, every card."""
_LONGEST = 120


def sent_of(services: Services, given: Mapping[str, str], files: Mapping[str, Upload]) -> Sent:
    """The list that was sent with what is asked of it; an `InputError` names the field that does not do.

    Fields: `what` (held, one, all), `card`, `category`, `day`, `sheet`, `preset`, `reading.*`, `decided_by`,
    `reason`; files: `file`, and perhaps `names`, a report whose sheet of unrecognised names was filled in.
    """
    file = files.get("file")
    if file is None or not file.content:
        raise InputError(
            "no file was chosen, or it is empty.",
            "file",
            "Choose a staff list: .xlsx, .csv, .json, .yaml, .parquet.",
        )
    asked = Question(services, given)
    policy, day = asked.policy, asked.day
    standard = services.standard
    policy_choices(policy, standard.readings, standard.readings_file.presets)
    names = files.get("names")
    return Sent(
        name=file.name,
        content=file.content,
        cards=_cards(services, asked),
        as_of=day.isoformat(),
        policy=policy.model_dump(mode="json", exclude_unset=True) if policy else None,
        sheet=asked.value("sheet")[:_LONGEST] or None,
        names=(names.name, names.content) if names is not None and names.content else None,
    )


def _cards(services: Services, asked: Question) -> Chosen:
    """What is asked of everybody; a card without a word on what means that card."""
    what = asked.value("what") or ("one" if asked.value("card") else "held")
    if what not in WHAT:
        raise InputError(
            "{cards!r} is not what can be checked.",
            "what",
            "Use: {listed}.",
            cards=what,
            listed=", ".join(WHAT),
        )
    if what != "one":
        return what
    card = asked.card
    if card is None:
        raise InputError("no card was chosen.", "card", "Choose the post to check everybody for.")
    return card.point, services.checker.category(card, asked.value("category") or "none")
