"""The optional part `bulk`: numpy and pyarrow, imported when they are first needed."""

from importlib import import_module
from typing import Any

from socwork_standard.errors import MissingExtra

INSTALL = 'pip install "socwork-standard[bulk]"'


def need(*names: str) -> tuple[Any, ...]:
    """The modules of these names; a `MissingExtra` with the line to type where one is not installed."""
    try:
        return tuple(import_module(name) for name in names)
    except ModuleNotFoundError as failure:
        raise MissingExtra(
            f"deciding whole columns needs {failure.name}, which is not installed.", mend=f"Type: {INSTALL}"
        ) from None
