"""The one place that knows where the standard's data lies.

In order: the directory asked for; the environment variable `SOCWORK_STANDARD_DATA`; the copy inside an installed
wheel; the `standard_data/` of the checkout that this file belongs to (also in an editable install).
"""

import os
from pathlib import Path

from socwork_standard.errors import DataError

ENVIRONMENT_VARIABLE = "SOCWORK_STANDARD_DATA"
_PACKAGE = Path(__file__).resolve().parent.parent
_INSTALLED = _PACKAGE / "_data"
_CHECKOUT = _PACKAGE.parent.parent


def data_directory(asked: str | os.PathLike[str] | None = None) -> Path:
    """The directory with `editions.yaml`; raises `DataError` where there is none."""
    given = asked or os.environ.get(ENVIRONMENT_VARIABLE)
    if given:
        path = Path(given)
        if not (path / "editions.yaml").is_file():
            raise DataError(
                "this is no standard directory: editions.yaml is not in it.",
                str(path),
                "Give the path of a directory like standard_data/ (argument, or {variable}).",
                variable=ENVIRONMENT_VARIABLE,
            )
        return path
    for path in (_INSTALLED / "standard_data", _CHECKOUT / "standard_data"):
        if (path / "editions.yaml").is_file():
            return path
    raise DataError(
        "the standard's data was not found.",
        str(_INSTALLED),
        "Install the package again, or set {variable} to a standard_data directory.",
        variable=ENVIRONMENT_VARIABLE,
    )


def schema_directory() -> Path:
    """The directory with the JSON Schemas, in a wheel or a checkout."""
    installed = _INSTALLED / "schemas"
    return installed if installed.is_dir() else _CHECKOUT / "schemas"


def examples_directory() -> Path:
    """The sample files of the documentation, in a wheel or a checkout; raises `DataError` where there are none."""
    for path in (_INSTALLED / "examples", _CHECKOUT / "examples"):
        if (path / "policy.yaml").is_file():
            return path
    raise DataError("the sample files were not found.", str(_INSTALLED), "Install the package again.")


def compiled_file() -> Path:
    """Where a wheel keeps the compiled data (it need not exist)."""
    return _INSTALLED / "compiled.json"


def is_default(path: Path) -> bool:
    """Is `path` the data that came with this package?"""
    return path in (_INSTALLED / "standard_data", _CHECKOUT / "standard_data")


def cache_directory() -> Path | None:
    """The user's cache directory for compiled data, or None where there is no home."""
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    if base:
        return Path(base) / "socwork-standard"
    try:
        return Path.home() / ".cache" / "socwork-standard"
    except RuntimeError:
        return None
