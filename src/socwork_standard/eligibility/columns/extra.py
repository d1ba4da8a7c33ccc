"""The optional parts `bulk` (numpy and pyarrow) and `spark`, imported when they are first needed."""

from importlib import import_module
from typing import Any

from socwork_standard.errors import MissingExtra

INSTALL = 'pip install "socwork-standard[{extra}]"'


def need(*names: str, extra: str = "bulk") -> tuple[Any, ...]:
    """The modules of these names; a `MissingExtra` with the line to type where one is not installed."""
    try:
        return tuple(import_module(name) for name in names)
    except ModuleNotFoundError as failure:
        raise MissingExtra(
            "deciding whole columns needs {library}, which is not installed.",
            mend="Type: {install}",
            library=failure.name,
            install=INSTALL.format(extra=extra),
        ) from None
