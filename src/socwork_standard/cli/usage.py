"""Mistakes in how a command is called, in our own words: the class of typer's error and its fields tell which it is."""

import re
from collections.abc import Callable
from typing import Any

from socwork_standard.errors import InputError, Said

_QUOTED = re.compile(r"'([^']*)'")
_EXTRA = re.compile(r"\(([^()]*)\)\.?$")
_LEAST = re.compile(r"greater than or equal to (\S+)|x>=(\S+?)\.?$")
_MOST = re.compile(r"less than or equal to (\S+)|x<=(\S+?)\.?$")
_SEE = "See `{command} --help`."


def usage_mistake(wrong: Any) -> InputError | None:  # noqa: ANN401 - typer keeps its classes private
    """The mistake as an error of ours; None where a group without a command has shown its help."""
    names = [kind.__name__ for kind in type(wrong).__mro__]
    if names[0] == "NoArgsIsHelpError":
        wrong.show()
        return None
    context = getattr(wrong, "ctx", None)
    command = context.command_path if context is not None else "socwork"
    return next(
        (tell(wrong, command) for name, tell in _KINDS.items() if name in names), _other(wrong, command)
    )


def _missing(wrong: Any, command: str) -> InputError:  # noqa: ANN401
    name = _name(wrong)
    if getattr(wrong.param, "param_type_name", "") == "argument":
        return InputError("the argument {name} is missing.", "", _SEE, name=name, command=command)
    return InputError("the option {name} is missing.", "", _SEE, name=name, command=command)


def _no_option(wrong: Any, command: str) -> InputError:  # noqa: ANN401
    if near := sorted(wrong.possibilities or ()):
        return InputError(
            "there is no option {name}.",
            "",
            "Did you mean {listed}?",
            name=wrong.option_name,
            listed=", ".join(near),
        )
    return InputError("there is no option {name}.", "", _SEE, name=wrong.option_name, command=command)


def _option_use(wrong: Any, command: str) -> InputError:  # noqa: ANN401
    if "does not take" in wrong.message:
        return InputError(
            "the option {name} takes no value.", "", _SEE, name=wrong.option_name, command=command
        )
    return InputError("the option {name} needs a value.", "", _SEE, name=wrong.option_name, command=command)


def _value(wrong: Any, command: str) -> InputError:  # noqa: ANN401
    where, message = _name(wrong), wrong.message
    given = _QUOTED.findall(message)
    if given and ("is not one of" in message or ("is not " in message and len(given) > 1)):
        listed = ", ".join(given[1:])
        return InputError(
            "{given!r} cannot stand here.", where, "Use one of: {listed}.", given=given[0], listed=listed
        )
    if "integer" in message:
        return InputError("a whole number must stand here.", where, _SEE, command=command)
    if least := _LEAST.search(message):
        return InputError(
            "the number must be {n} or more.", where, _SEE, n=least[1] or least[2], command=command
        )
    if most := _MOST.search(message):
        return InputError(
            "the number must be {n} or less.", where, _SEE, n=most[1] or most[2], command=command
        )
    return InputError("{problem}", where, _SEE, problem=Said(message), command=command)


def _other(wrong: Any, command: str) -> InputError:  # noqa: ANN401
    message, quoted = wrong.format_message(), _QUOTED.findall(wrong.message)
    if message.startswith("No such command") and quoted:
        if quoted[1:]:
            return InputError(
                "there is no command {name!r}.",
                command,
                "Did you mean {listed}?",
                name=quoted[0],
                listed=", ".join(quoted[1:]),
            )
        return InputError("there is no command {name!r}.", command, _SEE, name=quoted[0], command=command)
    if message.startswith("Missing command"):
        return InputError("the command is missing.", command, _SEE, command=command)
    if message.startswith("Got unexpected extra") and (extra := _EXTRA.search(message)):
        return InputError(
            "this is one word too many: {given}.", command, _SEE, given=extra[1], command=command
        )
    return InputError("{problem}", command, _SEE, problem=Said(message), command=command)


def _name(wrong: Any) -> str:  # noqa: ANN401
    """How the user knows the parameter: `--card`, or the placeholder of an argument."""
    param = getattr(wrong, "param", None)
    if param is None:
        return ""
    if param.param_type_name == "argument":
        return str(param.metavar or param.name.upper())
    return str(max(param.opts, key=len))


_KINDS: dict[str, Callable[[Any, str], InputError]] = {
    "MissingParameter": _missing,
    "NoSuchOption": _no_option,
    "BadOptionUsage": _option_use,
    "BadParameter": _value,
}
