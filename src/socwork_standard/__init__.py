"""Kazakhstan's professional standard for social work (Q88100061) as data, models and answers.

Importing this package loads nothing heavy; each name is imported when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from socwork_standard.checks.validate import validate_data
    from socwork_standard.curriculum.mapping import map_curriculum
    from socwork_standard.data.load import load_standard
    from socwork_standard.data.standard import Standard
    from socwork_standard.eligibility.check import check
    from socwork_standard.eligibility.decision import Decision
    from socwork_standard.errors import DataError, InputError, LookupFailure, MissingExtra, SocworkError
    from socwork_standard.ladder.graph import career_ladder
    from socwork_standard.model.card import Card
    from socwork_standard.model.curriculum import Curriculum
    from socwork_standard.model.policy import Policy
    from socwork_standard.model.record import StaffRecord
    from socwork_standard.planning.career import plan_career
    from socwork_standard.register.check import check_register

from socwork_standard.version import __version__ as __version__

_WHERE = {
    "Card": "model.card",
    "Curriculum": "model.curriculum",
    "DataError": "errors",
    "Decision": "eligibility.decision",
    "InputError": "errors",
    "LookupFailure": "errors",
    "MissingExtra": "errors",
    "Policy": "model.policy",
    "SocworkError": "errors",
    "StaffRecord": "model.record",
    "Standard": "data.standard",
    "career_ladder": "ladder.graph",
    "check": "eligibility.check",
    "check_register": "register.check",
    "load_standard": "data.load",
    "plan_career": "planning.career",
    "map_curriculum": "curriculum.mapping",
    "validate_data": "checks.validate",
}

__all__ = [
    "Card",
    "Curriculum",
    "DataError",
    "Decision",
    "InputError",
    "LookupFailure",
    "MissingExtra",
    "Policy",
    "SocworkError",
    "StaffRecord",
    "Standard",
    "career_ladder",
    "check",
    "check_register",
    "load_standard",
    "map_curriculum",
    "plan_career",
    "validate_data",
]


if (
    not TYPE_CHECKING
):  # to type checkers a module with this function has every name, and no mistake would be seen

    def __getattr__(name: str) -> Any:  # noqa: ANN401 - any public name
        try:
            module = _WHERE[name]
        except KeyError:
            message = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(message) from None
        return getattr(import_module(f"{__name__}.{module}"), name)


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
